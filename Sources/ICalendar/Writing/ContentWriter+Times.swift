import CivilTime

extension ContentWriter {
    /// `DTSTAMP:20261122T100000Z`
    mutating func line(_ name: StaticString, at instant: Instant) {
        buffer.append(name)
        beginValue()
        let (seconds, day) = (Int(instant.secondsSinceEpoch), 86_400)
        let ofDay = (seconds % day + day) % day
        append(CivilDate(dayNumber: (seconds - ofDay) / day), secondsOfDay: ofDay)
        buffer.append(UInt8(ascii: "Z"))
        endLine()
    }

    /// `:20261203T183000`
    mutating func value(_ local: LocalDateTime) {
        beginValue()
        append(local.date, secondsOfDay: local.time.secondsOfDay)
        endLine()
    }

    /// The DURATION type of RFC 5545 section 3.3.6: `:-PT1H30M`
    mutating func value(seconds: Int) {
        beginValue()
        buffer.append(seconds < 0 ? "-P" : "P")
        let (days, ofDay) = seconds.magnitude.quotientAndRemainder(dividingBy: 86_400)
        append(Int(days), "D")
        if ofDay > 0 || days == 0 {
            buffer.append(UInt8(ascii: "T"))
            append(Int(ofDay / 3600), "H")
            append(Int(ofDay / 60 % 60), "M")
            append(Int(ofDay % 60), "S")
            if seconds == 0 { buffer.append("0S") }
        }
        endLine()
    }

    private mutating func append(_ count: Int, _ unit: StaticString) {
        guard count > 0 else { return }
        buffer.append(number: count)
        buffer.append(unit)
    }

    private mutating func append(_ date: CivilDate, secondsOfDay: Int) {
        let year = date.year
        buffer.append(pair: year / 100)
        buffer.append(pair: year % 100)
        buffer.append(pair: date.month)
        buffer.append(pair: date.day)
        buffer.append(UInt8(ascii: "T"))
        buffer.append(pair: secondsOfDay / 3600)
        buffer.append(pair: secondsOfDay / 60 % 60)
        buffer.append(pair: secondsOfDay % 60)
    }
}
