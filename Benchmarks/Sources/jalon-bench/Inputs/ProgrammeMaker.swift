import CivilTime
import MailMessage
import Mentoring

/// Invented programmes of any size: mentors with three mentees each, every fifth of whom mentors others too.
enum ProgrammeMaker {
    static func programme(relationships count: Int, start: CivilDate) throws -> Programme {
        guard let address = EmailAddress("programme@example.org"), let six = LocalTime(hour: 18, minute: 0) else {
            throw BenchmarkError.usage
        }
        var people: [Person.ID: Person] = [:]
        var relationships: [Relationship.ID: Relationship] = [:]
        let days: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        for number in 0..<count {
            let group = number / 3
            let mentor = Person.ID("mentor\(group)")
            // A mentee who is the mentor of the next group.
            let mentee = Person.ID(number % 15 == 14 ? "mentor\(group + 1)" : "mentee\(number)")
            let first = group % 4
            for (id, first, last) in [(mentor, first, first + 1), (mentee, 0, 4)] where people[id] == nil {
                let isMentor = id.rawValue.hasPrefix("mentor")
                let windows = (isMentor && last == 4 ? (group + 1) % 4...(group + 1) % 4 + 1 : first...last).compactMap
                {
                    WeeklyWindow(weekday: days[$0], opens: six, closes: 21 * 3_600)
                }
                people[id] = Person(
                    id: id, name: id.rawValue, address: EmailAddress("\(id.rawValue)@example.org") ?? address,
                    language: .english, zone: .utc, available: windows,
                    minutesPerMonth: isMentor ? 540 : nil)
            }
            let id = Relationship.ID("r\(number)")
            let session = Series(
                name: .session, cadence: .days(21...28), minutes: 90, maxGap: 42,
                preferred: WeekdayTime(weekday: days[first], time: six))
            relationships[id] = Relationship(
                id: id, mentors: [mentor], mentees: [mentee], start: start, end: start.adding(days: 364), zone: .utc,
                series: [session])
        }
        return Programme(
            name: "benchmark", mailbox: Mailbox(name: nil, address: address), zone: .utc, language: .english,
            people: people, relationships: relationships)
    }
}
