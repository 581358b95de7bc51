import CivilTime
import Foundation

/// What a case expects of one VCALENDAR: the events of each component, or a mistake.
struct ExpectedExpansion: Decodable {
    let events: [Event]
    let errors: [Mistake]

    struct Event: Decodable {
        /// The component, the calendar itself being 0.
        let component: Int
        let start: String
        let end: String

        enum CodingKeys: String, CodingKey {
            case component = "comp_id"
            case start, end
        }

        /// Nil where a time cannot be read.
        var span: Span? {
            guard let start = Instant(offsetTime: start), let end = Instant(offsetTime: end) else { return nil }
            // What ends before it starts takes no time.
            return Span(start: start, end: max(start, end))
        }
    }

    struct Mistake: Decodable {
        let component: Int

        enum CodingKeys: String, CodingKey { case component = "comp_id" }
    }

    /// A time that a component takes.
    struct Span: Hashable, Comparable {
        let start: Instant
        let end: Instant

        static func < (left: Span, right: Span) -> Bool { (left.start, left.end) < (right.start, right.end) }
    }

    /// A file holds one object for each VCALENDAR that has events or mistakes.
    static func all(in json: Data) throws -> [ExpectedExpansion] {
        try objects(in: json).map { try JSONDecoder().decode(ExpectedExpansion.self, from: Data($0)) }
    }

    /// The objects that stand one after the other; the cases have no braces within strings.
    private static func objects(in json: Data) -> [Data] {
        var objects: [Data] = []
        var depth = 0
        var start = json.startIndex
        for index in json.indices {
            if json[index] == UInt8(ascii: "{") {
                if depth == 0 { start = index }
                depth += 1
            } else if json[index] == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { objects.append(json[start...index]) }
            }
        }
        return objects
    }
}

extension Instant {
    /// `2016-05-14T13:00:00-04:00`, or with `Z` (RFC 3339).
    fileprivate init?(offsetTime text: String) {
        if let instant = Instant(text) {
            self = instant
            return
        }
        guard text.count > 6, let local = LocalDateTime(String(text.dropLast(6))) else { return nil }
        let offset = text.suffix(6)
        guard let time = LocalTime(String(offset.dropFirst())) else { return nil }
        let seconds = Int64(time.secondsOfDay) * (offset.first == "-" ? 1 : -1)
        self = Zone.utc.instant(of: local).adding(seconds: seconds)
    }
}
