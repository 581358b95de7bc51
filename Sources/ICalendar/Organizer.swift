/// Who calls the meeting: the programme's mailbox; RFC 5545 section 3.8.4.3.
///
///     ORGANIZER;CN=Mentorat:mailto:mentorat@exemple.fr
public struct Organizer: Hashable, Sendable {
    /// The name that people see; empty for none.
    public var name: String
    /// An addr-spec: `mentorat@exemple.fr`.
    public var address: String

    public init(name: String, address: String) {
        self.name = name
        self.address = address
    }
}

// MARK: - Wire form

extension Organizer {
    func write(to writer: inout ContentWriter) {
        writer.name("ORGANIZER")
        if !name.isEmpty {
            writer.parameter("CN", name)
        }
        writer.value(address: address)
    }
}
