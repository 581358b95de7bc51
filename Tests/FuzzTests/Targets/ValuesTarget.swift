import CivilTime

@testable import ICalendar

/// A value that is read is written so that it reads back as the same; any text survives a calendar.
enum ValuesTarget {
    static func run(_ bytes: [UInt8]) throws(Broken) {
        let text = String(decoding: bytes, as: UTF8.self)
        if let value = DateTimeValue(text) {
            try hold(DateTimeValue(value.encoded) == value, "\(value) is not itself again")
        }
        if let value = DurationValue(text), value.days == 0 {
            let encoded = DurationValue.encode(seconds: value.seconds)
            let seconds = DurationValue(encoded).map { $0.days * 86_400 + $0.seconds }
            try hold(seconds == value.seconds, "\(value) is not itself again")
        }
        try reads(text, as: CivilDate.self)
        try reads(text, as: LocalTime.self)
        try reads(text, as: LocalDateTime.self)
        try reads(text, as: Instant.self)
        try survives(text)
    }

    private static func reads<Value: LosslessStringConvertible & Equatable>(
        _ text: String, as type: Value.Type
    ) throws(Broken) {
        guard let value = type.init(text) else { return }
        try hold(type.init(value.description) == value, "\(value) is not itself again")
    }

    /// The text as a value and as a parameter.
    private static func survives(_ text: String) throws(Broken) {
        let kept = text.asKept
        let property = Property("X-TEXT", [Parameter("X-P", text)], text: text)
        let calendar = Component("VCALENDAR", [property])
        let (read, faults) = CalendarStream.parse(calendar.serialized())
        try hold(faults.isEmpty, "what was written has faults: \(faults)")
        let again = read.first?.property("X-TEXT")
        try hold(again?.text == kept, "the text is not itself again")
        try hold(again?.parameter("X-P") == kept, "the parameter is not itself again")
    }
}
