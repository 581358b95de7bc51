import CivilTime

extension LocalDateTime {
    /// Reads `20261203T183000`; what follows, such as the `Z` of a time in UTC, is not looked at.
    init?(basic text: String) {
        let digits = text.utf8.filter { $0 != UInt8(ascii: "T") }.prefix(14)
        guard digits.count == 14, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        func number(_ places: Range<Int>) -> Int {
            digits[places].reduce(0) { 10 * $0 + Int($1 - 0x30) }
        }
        guard let date = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)),
            let time = LocalTime(hour: number(8..<10), minute: number(10..<12), second: number(12..<14))
        else { return nil }
        self.init(date, time)
    }
}

extension LocalDateTime {
    /// `20261203T183000`
    var basic: String {
        func padded(_ number: Int, to width: Int = 2) -> String {
            let digits = String(number)
            return String(repeating: "0", count: width - digits.utf8.count) + digits
        }
        return padded(date.year, to: 4) + padded(date.month) + padded(date.day) + "T" + padded(time.hour)
            + padded(time.minute) + padded(time.second)
    }
}
