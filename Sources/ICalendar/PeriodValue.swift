/// The PERIOD type of RFC 5545 section 3.3.9: `20261203T183000/PT1H`, or with its end behind the slash.
struct PeriodValue: Hashable {
    let start: DateTimeValue
    let rest: Rest

    enum Rest: Hashable {
        case end(DateTimeValue)
        case duration(DurationValue)
    }

    /// Nil for what is no period.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), let start = DateTimeValue(bytes[..<slash]) else {
            return nil
        }
        self.start = start
        let second = bytes[(slash + 1)...]
        if let duration = DurationValue(second) {
            rest = .duration(duration)
        } else if let end = DateTimeValue(second) {
            rest = .end(end)
        } else {
            return nil
        }
    }
}
