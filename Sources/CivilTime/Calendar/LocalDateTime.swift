/// A date and a time as a calendar on the wall and the clock beside it show them; only a ``Zone`` makes it an instant.
///
/// Written as `2026-12-03T18:30`, or `2026-12-03T18:30:15` when the seconds are not zero.
public struct LocalDateTime: Hashable, Sendable {
    public let date: CivilDate
    public let time: LocalTime

    public init(_ date: CivilDate, _ time: LocalTime) {
        self.date = date
        self.time = time
    }

    /// The time so many seconds after 1970-01-01T00:00 on the same wall, held at the bounds of ``CivilDate``.
    public init(wallSeconds: Int) {
        let held = wallSeconds.held(in: LocalDateTime.bounds)
        date = CivilDate(dayNumber: held.flooredQuotient(by: LocalTime.secondsInDay))
        time = LocalTime(uncheckedSecondsOfDay: held.flooredRemainder(by: LocalTime.secondsInDay))
    }

    /// The seconds from 1970-01-01T00:00 on the same wall, negative before.
    public var wallSeconds: Int { date.dayNumber * LocalTime.secondsInDay + time.secondsOfDay }

    /// From 0001-01-01T00:00:00 to 9999-12-31T23:59:59.
    static let bounds = -62_135_596_800...253_402_300_799

    /// So many seconds later on the wall, where every day has 86,400 of them; held at the bounds of ``CivilDate``.
    public func adding(seconds: Int) -> LocalDateTime {
        LocalDateTime(wallSeconds: wallSeconds.addingHeld(seconds))
    }

    /// The seconds to the other on the same wall, negative if the other comes first.
    public func seconds(until other: LocalDateTime) -> Int { other.wallSeconds - wallSeconds }
}

extension LocalDateTime: Comparable {
    public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
        (left.date, left.time) < (right.date, right.time)
    }
}

extension LocalDateTime: LosslessStringConvertible {
    /// Reads a ``CivilDate``, a `T` and a ``LocalTime``; nil for anything else.
    public init?(_ description: String) {
        var reader = ASCIIReader(description)
        guard let value = LocalDateTime(from: &reader), reader.isAtEnd else { return nil }
        self = value
    }

    init?(from reader: inout ASCIIReader) {
        guard let date = CivilDate(from: &reader), reader.take("T"), let time = LocalTime(from: &reader) else {
            return nil
        }
        self.init(date, time)
    }

    public var description: String { "\(date)T\(time)" }
}

extension LocalDateTime: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.decodeText(as: LocalDateTime.self) }

    public func encode(to encoder: any Encoder) throws { try encoder.encodeText(of: self) }
}
