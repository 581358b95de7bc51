extension ReceivedMessage {
    /// What each part holds that holds no other, with its transfer encoding taken off, from the top down.
    public var contents: [[UInt8]] {
        root.ownParts.filter { $0.parts.isEmpty || $0.contentType.isMessage }.map(\.decodedBytes)
    }
}
