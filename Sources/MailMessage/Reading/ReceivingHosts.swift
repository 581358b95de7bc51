/// Which hosts a mail comes through once it has arrived: the receiving server, and its neighbours.
struct ReceivingHosts {
    private let names: [String]

    /// `mx.exemple.fr` has neighbours in `exemple.fr`, and `exemple.fr` has those below it.
    init(_ authservID: String) {
        let name = authservID.lowercased()
        let parent = name.drop { $0 != "." }.dropFirst()
        names = [name] + (parent.contains(".") ? [String(parent)] : [])
    }

    /// Whether a `Received` was written by a host that is none of them.
    ///
    /// Names that are good in one place only, such as `localhost` or an address, belong to whoever stands above.
    func isByOthers(_ received: [UInt8]) -> Bool {
        guard let host = Self.host(received)?.lowercased() else { return false }
        let isLocal = !host.contains(".") || host.contains(":") || host.utf8.allSatisfy { $0 < 0x3A }
        return !isLocal && !host.hasPrefix("[") && !names.contains { host == $0 || host.hasSuffix("." + $0) }
    }

    /// `Received: from a.exemple.org by mx.exemple.fr with ESMTPS; …` (RFC 5321 section 4.4).
    private static func host(_ received: [UInt8]) -> String? {
        var scanner = HeaderScanner(received)
        var isNext = false
        while scanner.next != nil {
            scanner.skipBlanks()
            let word = scanner.take { !";(".utf8.contains($0) && !HeaderScanner.isBlank($0) }
            if isNext { return String(decoding: word, as: UTF8.self) }
            isNext = word.elementsEqual("by".utf8)
            if scanner.next == UInt8(ascii: ";") { return nil }
        }
        return nil
    }
}
