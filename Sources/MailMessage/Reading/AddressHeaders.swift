extension HeaderFields {
    /// The addresses in every header with that name, such as `From`, `Reply-To` or `Delivered-To`.
    ///
    /// Members of groups count like others; what is no address is left out. Good to show; whoever decides by an address
    /// asks for ``ReceivedMessage/author``.
    public func mailboxes(_ name: String) -> [Mailbox] {
        all(name).flatMap { MailboxReader.mailboxes(in: $0) }
    }

    /// The Message-IDs in every header with that name, such as `References` (RFC 5322 section 3.6.4), in their order.
    ///
    /// What stands between them is passed over; blanks that folding has left within one are taken out.
    func messageIDs(_ name: String) -> [MessageID] {
        all(name).flatMap { Self.messageIDs(in: $0) }
    }

    private static func messageIDs(in header: [UInt8]) -> [MessageID] {
        var ids: [MessageID] = []
        var id: [UInt8]?
        for byte in header where !HeaderScanner.isBlank(byte) {
            if byte == UInt8(ascii: "<") { id = [] }
            id?.append(byte)
            if byte == UInt8(ascii: ">"), let whole = id {
                if let whole = MessageID(String(decoding: whole, as: UTF8.self)) { ids.append(whole) }
                id = nil
            }
        }
        return ids
    }
}
