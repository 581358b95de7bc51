/// A name that says an offset and nothing else: `(GMT +01:00)`, `UTC-5`.
struct FixedOffset {
    /// The bytes of `(GMT +01:00)`, and some spaces more.
    private static let longest = 16

    /// East of Greenwich.
    private let hours: Int

    /// Nil for any other name, and for offsets that are no whole hours: those have no zone of their own.
    init?(_ name: String) {
        guard name.utf8.count <= Self.longest else { return nil }
        var text = name.filter { $0 != " " }.uppercased()[...]
        if text.first == "(", text.last == ")" { text = text.dropFirst().dropLast() }
        guard text.hasPrefix("UTC") || text.hasPrefix("GMT") else { return nil }
        text = text.dropFirst(3)
        guard let sign = text.popFirst(), sign == "+" || sign == "-" else { return nil }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        let isJoined = parts.count == 1 && text.count == 4
        let digits = isJoined ? [text.prefix(2), text.suffix(2)] : parts
        guard digits.count <= 2, digits.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
            let first = digits.first, first.count <= 2, let hours = Int(first),
            digits.dropFirst().allSatisfy({ $0 == "00" })
        else { return nil }
        self.hours = sign == "-" ? -hours : hours
    }

    /// The zone of that offset, whose name counts westwards: `Etc/GMT-1` is one hour east. Nil beyond all that exist.
    var ianaName: String? {
        switch hours {
        case 0: "UTC"
        case 1...14: "Etc/GMT-\(hours)"
        case -12 ... -1: "Etc/GMT+\(-hours)"
        default: nil
        }
    }
}
