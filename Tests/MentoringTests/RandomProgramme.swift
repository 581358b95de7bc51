import CivilTime
import Mentoring
import Testing

/// Invented programmes: mentors with several mentees, some of whom mentor others, in two zones.
enum RandomProgramme {
    static func make(_ dice: inout Dice) throws -> Programme {
        let days: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        var people: [Person] = []
        for number in 0..<6 {
            let zone = dice.roll(4) == 0 ? "Europe/London" : "Europe/Paris"
            let windows = try (0..<2 + dice.roll(2)).map { _ in
                try Samples.window(dice.pick(days), dice.pick(["12:00", "17:00", "18:00"]), "21:00")
            }
            var person = try Samples.person("p\(number)", zone: zone, available: windows)
            if dice.roll(3) == 0 { person.minutesPerMonth = dice.pick([180, 240, 360]) }
            people.append(person)
        }
        var relationships: [Relationship] = []
        for number in 0..<8 {
            let mentor = dice.roll(people.count - 1)
            // Somebody behind the mentor in the list, so that chains have an end.
            let mentee = mentor + 1 + dice.roll(people.count - mentor - 1)
            relationships.append(
                try Samples.relationship(
                    "r\(number)", mentor: people[mentor].id.rawValue, mentee: people[mentee].id.rawValue,
                    reviews: dice.roll(2) == 0))
        }
        return try Samples.programme(people: people, relationships: relationships)
    }

    /// Something that an admin may do on any day.
    static func edit(_ programme: inout Programme, meetings: [Meeting], _ dice: inout Dice) throws {
        let person = dice.pick(programme.people.keys.sorted())
        let relationship = dice.pick(programme.relationships.keys.sorted())
        let day = dice.pick(meetings).start.date
        switch dice.roll(9) {
        case 0: programme.people[person]?.away = [day...day.adding(days: dice.roll(14))]
        case 1: programme.holidays.insert(day)
        case 2: programme.people[person]?.available = [try Samples.window(.saturday, "09:00", "12:00")]
        case 3: programme.people[person]?.minutesPerMonth = 90
        case 4:
            let meeting = dice.pick(meetings)
            programme.people[person]?.busy = [meeting.starts..<meeting.ends]
        case 5: programme.relationships[relationship]?.end = day.adding(days: -1)
        case 6: programme.relationships[relationship]?.series[0].cadence = .days(28...35)
        case 7: programme.relationships[relationship]?.series[0].preferred = nil
        default: programme.relationships[relationship]?.mentees = [person]
        }
    }
}
