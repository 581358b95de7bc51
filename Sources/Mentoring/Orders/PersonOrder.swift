/// What a person asks about one of the programme's people.
public enum PersonOrder: String, Sendable, Hashable, CaseIterable {
    /// Mail goes to their address again, although some came back.
    case resumeMail = "resume mail"
    /// Their name and address leave the ledger, once what names them has been sent.
    case forget
}
