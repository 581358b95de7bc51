import CivilTime

/// Makes the input of ``GenerateWorkload``: one meeting of 2027 a row.
enum InvitationMaker {
    static func bytes(count: Int, seed: UInt64) -> [UInt8] {
        var numbers = SeededNumbers(seed: seed)
        var bytes: [UInt8] = []
        for index in 0..<count {
            bytes += Array(row(index, &numbers).joined(separator: "\t").utf8) + [UInt8(ascii: "\n")]
        }
        return bytes
    }

    private static func row(_ index: Int, _ numbers: inout SeededNumbers) -> [String] {
        // 1 January 2027 is day 20,819.
        let date = CivilDate(dayNumber: 20_819 + numbers.below(365))
        let start = LocalDateTime(date, .midnight).adding(seconds: 28_800 + 900 * numbers.below(40))
        let people = (0..<3).map { _ in numbers.pick(Phrases.names) }
        let addresses = (0..<3).map { _ in Phrases.address(&numbers) }
        let text = Phrases.text(atLeast: 380, separators: [". ", ", ", "\\n", ".\\n\\n"], &numbers)
        return [
            "\(index)-\(String(numbers.next(), radix: 16))@jalon.example.org", String(numbers.below(4)),
            start.adding(seconds: -2_592_000).basic + "Z", start.basic,
            start.adding(seconds: 900 * (2 + numbers.below(3))).basic,
            "Séance \(1 + numbers.below(12)) : \(people[1]) et \(people[2])", numbers.pick(Phrases.places),
            people[0], addresses[0], people[1], addresses[1], people[2], addresses[2], text,
        ]
    }
}
