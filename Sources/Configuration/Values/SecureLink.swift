import PlainText

/// An `https` link: `https://visio.exemple.fr/claire-thomas`.
struct SecureLink: Written, Hashable {
    let text: String

    init(written text: String) throws(Misspelling) {
        guard text.lowercased().hasPrefix("https://") else {
            throw Misspelling("is no secure link; it begins with https://")
        }
        let rest = text.dropFirst("https://".count)
        let authority = rest.prefix { !"/?#".contains($0) }
        guard !authority.contains("@") else {
            throw Misspelling("holds a login; a link that is sent to people holds none")
        }
        let name = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        guard ServerAddress.isHost(String(name)),
            text.unicodeScalars.allSatisfy({
                $0.value > 0x20 && !$0.isHidden && !"\"<>\\^`{|}".unicodeScalars.contains($0)
            })
        else { throw Misspelling("is no link that a calendar can open") }
        self.text = text
    }
}
