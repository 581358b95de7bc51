/// Who looks at what a start needs: the service itself, or somebody beside it who may not see all that it sees.
public struct Standpoint: Sendable, Hashable {
    /// What this process cannot read, the service cannot.
    let isService: Bool
    /// Without a mail server rehearsals are all that works.
    let needsMail: Bool

    /// The daemon, or a pass in its place.
    public static let service = Standpoint(isService: true, needsMail: true)

    /// A command, perhaps of another user's, and outside of the unit that has the credentials.
    ///
    /// - Parameter hasService: a service runs on these files, or did.
    public static func command(hasService: Bool) -> Standpoint {
        Standpoint(isService: false, needsMail: hasService)
    }
}
