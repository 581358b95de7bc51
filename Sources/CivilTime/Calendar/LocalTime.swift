/// A time on the clock's face, without a date or a zone, from 00:00:00 to 23:59:59.
///
/// Written as `18:30`, or `18:30:15` when the seconds are not zero.
public struct LocalTime: Hashable, Sendable {
    /// Seconds since midnight on the clock's face: 0...86,399.
    public let secondsOfDay: Int

    public static let midnight = LocalTime(uncheckedSecondsOfDay: 0)

    static let secondsInDay = 86_400

    /// The time with these numbers; nil for 24:00 and for a leap second, which no wall clock of Jalon shows.
    public init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        secondsOfDay = hour * 3600 + minute * 60 + second
    }

    /// The time so many seconds after midnight; nil if that is not in 0...86,399.
    public init?(secondsOfDay: Int) {
        guard (0..<LocalTime.secondsInDay).contains(secondsOfDay) else { return nil }
        self.secondsOfDay = secondsOfDay
    }

    /// For a remainder of a division by the day's length.
    init(uncheckedSecondsOfDay secondsOfDay: Int) {
        self.secondsOfDay = secondsOfDay
    }

    /// 0...23.
    public var hour: Int { secondsOfDay / 3600 }
    /// 0...59.
    public var minute: Int { secondsOfDay / 60 % 60 }
    /// 0...59.
    public var second: Int { secondsOfDay % 60 }
}

extension LocalTime: Comparable {
    public static func < (left: LocalTime, right: LocalTime) -> Bool { left.secondsOfDay < right.secondsOfDay }
}

extension LocalTime: LosslessStringConvertible {
    /// Reads `18:30` or `18:30:15`, two digits each; nil for anything else.
    public init?(_ description: String) {
        var reader = ASCIIReader(description)
        guard let time = LocalTime(from: &reader), reader.isAtEnd else { return nil }
        self = time
    }

    init?(from reader: inout ASCIIReader) {
        guard let hour = reader.number(digits: 2...2), reader.take(":"),
            let minute = reader.number(digits: 2...2)
        else { return nil }
        var second = 0
        if reader.take(":") {
            guard let number = reader.number(digits: 2...2) else { return nil }
            second = number
        }
        self.init(hour: hour, minute: minute, second: second)
    }

    public var description: String { second == 0 ? minutes : withSeconds }

    private var minutes: String { "\(hour.padded(to: 2)):\(minute.padded(to: 2))" }

    /// `18:30:00`, where a format wants the seconds always.
    var withSeconds: String { "\(minutes):\(second.padded(to: 2))" }
}

extension LocalTime: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.decodeText(as: LocalTime.self) }

    public func encode(to encoder: any Encoder) throws { try encoder.encodeText(of: self) }
}
