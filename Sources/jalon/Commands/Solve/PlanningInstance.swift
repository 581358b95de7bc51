import CivilTime
import Foundation
import MailMessage
import Mentoring

/// A planning problem as its JSON states it: one zone, times on the wall clock.
struct PlanningInstance: Decodable {
    struct Person: Decodable {
        var id: String
        /// Weekday, from, to.
        var available: [[String]]
        var away: [[Day]]
        var busy: [[Moment]]
        var minutesPerMonth: Int?

        enum CodingKeys: String, CodingKey {
            case id, available, away, busy
            case minutesPerMonth = "minutes_per_month"
        }
    }

    struct Relationship: Decodable {
        var id: String
        var mentor: String
        var mentee: String
        var start: Day
        var end: Day
        var every: [Int]
        var maxGap: Int
        var minutes: Int
        /// Weekday and time.
        var prefer: [String]

        enum CodingKeys: String, CodingKey {
            case id, mentor, mentee, start, end, every, minutes, prefer
            case maxGap = "max_gap"
        }
    }

    var start: Day
    var end: Day
    var grid: Int
    var holidays: [Day]
    var people: [Person]
    var relationships: [Relationship]
}

extension PlanningInstance {
    /// `2026-12-01`.
    struct Day: Decodable {
        var date: CivilDate

        init(from decoder: any Decoder) throws {
            let text = try decoder.singleValueContainer().decode(String.self)
            guard let date = CivilDate(text) else { throw Mistake.noValue(text, "a day such as 2026-12-01") }
            self.date = date
        }
    }

    /// `2026-12-01T18:00`.
    struct Moment: Decodable {
        var local: LocalDateTime

        init(from decoder: any Decoder) throws {
            let text = try decoder.singleValueContainer().decode(String.self)
            guard let local = LocalDateTime(text) else {
                throw Mistake.noValue(text, "a time such as 2026-12-01T18:00")
            }
            self.local = local
        }
    }

    enum Mistake: Error, CustomStringConvertible {
        case unreadable(String)
        case noInstance(String, String)
        case noValue(String, String)
        case noSuchPerson(String, relationship: String)
        case twice(String)
        case badGrid(Int)
        case badRhythm(String)
        case noPair(String)

        var description: String {
            switch self {
            case .unreadable(let path): "'\(path)' cannot be read"
            case .noInstance(let path, let reason): "'\(path)' is no instance: \(reason)"
            case .noValue(let text, let expected): "'\(text)' is not \(expected)"
            case .noSuchPerson(let id, let relationship): "\(relationship): there is no person '\(id)'"
            case .twice(let id): "'\(id)' stands there twice; ids are unique"
            case .badGrid(let grid): "the grid is \(grid) minutes; it divides a day: 5, 10, 15, 30, 60"
            case .badRhythm(let id):
                "\(id): `every` is two numbers of days, the lower first, `minutes` up to 1,440 and `max_gap` up to 36,500"
            case .noPair(let id): "\(id): two people meet, and the relationship starts before it ends"
            }
        }
    }

    static func read(from path: String) throws -> PlanningInstance {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { throw Mistake.unreadable(path) }
        do {
            return try JSONDecoder().decode(PlanningInstance.self, from: data)
        } catch DecodingError.keyNotFound(let key, let context) {
            throw Mistake.noInstance(path, "\(context.place) has no '\(key.stringValue)'")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw Mistake.noInstance(path, "\(context.place) has a value of another kind")
        } catch DecodingError.dataCorrupted {
            throw Mistake.noInstance(path, "it is not JSON")
        }
    }
}

extension DecodingError.Context {
    fileprivate var place: String {
        let keys = codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
        return keys.isEmpty ? "the file" : keys.joined(separator: " ")
    }
}

extension PlanningInstance {
    /// The instance as a programme of the product.
    func programme() throws -> Programme {
        guard grid > 0, 1_440 % grid == 0 else { throw Mistake.badGrid(grid) }
        guard let address = EmailAddress("planner@example.org") else { throw Mistake.noValue("", "an address") }
        var people: [Mentoring.Person.ID: Mentoring.Person] = [:]
        people.reserveCapacity(self.people.count)
        for person in self.people {
            let id = Mentoring.Person.ID(person.id)
            guard people[id] == nil else { throw Mistake.twice(person.id) }
            people[id] = try person.person(address: address)
        }
        var relationships: [Mentoring.Relationship.ID: Mentoring.Relationship] = [:]
        relationships.reserveCapacity(self.relationships.count)
        for relationship in self.relationships {
            for person in [relationship.mentor, relationship.mentee] where people[.init(person)] == nil {
                throw Mistake.noSuchPerson(person, relationship: relationship.id)
            }
            guard relationship.mentor != relationship.mentee, relationship.start.date <= relationship.end.date else {
                throw Mistake.noPair(relationship.id)
            }
            let id = Mentoring.Relationship.ID(relationship.id)
            guard relationships[id] == nil else { throw Mistake.twice(relationship.id) }
            relationships[id] = try relationship.relationship()
        }
        return Programme(
            name: "instance", mailbox: Mailbox(name: nil, address: address), zone: .utc, language: .english,
            holidays: Set(holidays.map(\.date)), noticeDays: 0, people: people, relationships: relationships)
    }
}

extension PlanningInstance.Person {
    fileprivate func person(address: EmailAddress) throws -> Mentoring.Person {
        let windows = try available.map { window in
            guard window.count == 3, let weekday = Weekday(abbreviation: window[0]),
                let opens = LocalTime(window[1]), let closes = LocalTime.seconds(endOfDay: window[2]),
                let read = WeeklyWindow(weekday: weekday, opens: opens, closes: closes)
            else { throw PlanningInstance.Mistake.noValue("\(window)", "a window such as thu, 18:00, 21:00") }
            return read
        }
        let spans = busy.compactMap { span -> Range<Instant>? in
            guard span.count == 2 else { return nil }
            let (start, end) = (Zone.utc.instant(of: span[0].local), Zone.utc.instant(of: span[1].local))
            return start < end ? start..<end : nil
        }
        return Mentoring.Person(
            id: Mentoring.Person.ID(id), name: id, address: address, language: .english, zone: .utc,
            available: windows,
            away: away.compactMap { $0.count == 2 && $0[0].date <= $0[1].date ? $0[0].date...$0[1].date : nil },
            minutesPerMonth: minutesPerMonth, busy: spans.sorted { $0.lowerBound < $1.lowerBound })
    }

}

extension PlanningInstance.Relationship {
    fileprivate func relationship() throws -> Mentoring.Relationship {
        guard every.count == 2, every[0] >= 1, every[0] <= every[1], every[1] <= 36_500, (1...1_440).contains(minutes),
            (0...36_500).contains(maxGap)
        else {
            throw PlanningInstance.Mistake.badRhythm(id)
        }
        guard prefer.count == 2, let weekday = Weekday(abbreviation: prefer[0]), let time = LocalTime(prefer[1]) else {
            throw PlanningInstance.Mistake.noValue("\(prefer)", "a preference such as thu, 18:30")
        }
        let series = Series(
            name: .session, cadence: .days(every[0]...every[1]), minutes: minutes, maxGap: maxGap,
            preferred: WeekdayTime(weekday: weekday, time: time))
        return Mentoring.Relationship(
            id: Mentoring.Relationship.ID(id), mentors: [.init(mentor)], mentees: [.init(mentee)], start: start.date,
            end: end.date, zone: .utc, series: [series])
    }
}

extension LocalTime {
    /// Seconds of the day; `24:00` is its end.
    fileprivate static func seconds(endOfDay text: String) -> Int? {
        text == "24:00" ? 86_400 : LocalTime(text)?.secondsOfDay
    }
}
