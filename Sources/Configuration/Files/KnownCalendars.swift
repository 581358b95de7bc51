/// What the calendar files said when they were last accepted.
///
/// Calendars are written by others, at any time. Where one cannot be read now, or has lost all that it said, what was
/// known stays in force: nobody is planned over a busy hour that was known once.
public struct KnownCalendars: Sendable {
    /// The bytes of a file by its path as the configuration writes it.
    let bytes: @Sendable (String) -> [UInt8]?

    /// Nothing is known, as for a configuration that is looked at for the first time.
    public static let none = KnownCalendars { _ in nil }

    private init(bytes: @escaping @Sendable (String) -> [UInt8]?) {
        self.bytes = bytes
    }

    /// Those of a configuration that is in force.
    public init(of configuration: Configuration) {
        let files = configuration.files
        self.init { path in files.first { $0.path == path }?.bytes }
    }

    /// Those of the files that were last accepted.
    public init(_ kept: KeptFiles) {
        let files = kept.files
        self.init { path in files.first { $0.path == path }?.bytes }
    }
}
