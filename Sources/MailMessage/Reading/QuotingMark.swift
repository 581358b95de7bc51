/// Signs before the lines of others, from `>` (RFC 3676 section 4.5) to those that programs and people have had beside it.
enum QuotingMark {
    /// Whether a line, without blanks before it, is quoted.
    static func begins(_ line: Substring) -> Bool {
        line.unicodeScalars.first.map { marks.contains($0) } ?? false
    }

    private static let marks: Set<Unicode.Scalar> = {
        let lines = "|¦‖❘❙❚∣ǀ｜￨︱"
        let points = ">»›≫⟩❯❱〉》＞﹥▶►▷▸"
        let others = ":：︰∶#＃}"
        // Lines and blocks that are drawn.
        let drawn = (0x2500...0x259F).compactMap { Unicode.Scalar($0) }
        return Set((lines + points + others).unicodeScalars).union(drawn)
    }()
}
