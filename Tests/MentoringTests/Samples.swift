import CivilTime
import Foundation
import MailMessage
import Mentoring
import Testing

/// Invented people and dates that the tests share.
enum Samples {
    static func zone(_ name: String) throws -> Zone {
        try Zone(name: name, tzif: [UInt8](Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/" + name))))
    }

    static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    static func moment(_ text: String, in zone: Zone) throws -> Instant {
        zone.instant(of: try #require(LocalDateTime(text)))
    }

    static func window(_ weekday: Weekday, _ opens: String, _ closes: String) throws -> WeeklyWindow {
        let opening = try #require(LocalTime(opens))
        let closing = try #require(LocalTime(closes))
        return try #require(WeeklyWindow(weekday: weekday, opens: opening, closes: closing.secondsOfDay))
    }

    static func person(
        _ id: String, zone: String = "Europe/Paris", available: [WeeklyWindow]? = nil
    ) throws -> Person {
        let thursday = try window(.thursday, "18:00", "21:00")
        let tuesday = try window(.tuesday, "12:00", "14:00")
        return Person(
            id: Person.ID(id), name: id.capitalized + " Exemple",
            address: try #require(EmailAddress(id + "@exemple.fr")),
            language: .french, zone: try self.zone(zone), available: available ?? [tuesday, thursday])
    }

    static func session(places: (first: Place?, then: Place?) = (nil, nil)) throws -> Series {
        Series(
            name: .session, cadence: .days(21...28), minutes: 90, maxGap: 42,
            preferred: WeekdayTime(weekday: .thursday, time: try #require(LocalTime("18:30"))),
            firstPlace: places.first, place: places.then)
    }

    static func review() -> Series {
        Series(name: .review, cadence: .months(3), minutes: 120, placement: .withSession)
    }

    static func relationship(
        _ id: String = "claire-thomas", mentor: String = "claire", mentee: String = "thomas",
        start: String = "2026-12-01", end: String? = "2027-11-30", reviews: Bool = true
    ) throws -> Relationship {
        Relationship(
            id: Relationship.ID(id), mentors: [Person.ID(mentor)], mentees: [Person.ID(mentee)],
            start: try date(start), end: try end.map(date), zone: try zone("Europe/Paris"),
            series: try [session()] + (reviews ? [review()] : []))
    }

    static func programme(
        people: [Person], relationships: [Relationship], rules: [Rule] = [], holidays: Set<CivilDate> = []
    ) throws -> Programme {
        Programme(
            name: "Mentorat Exemple",
            mailbox: Mailbox(name: "Mentorat", address: try #require(EmailAddress("mentorat@exemple.fr"))),
            zone: try zone("Europe/Paris"), language: .french, holidays: holidays,
            people: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) }),
            relationships: Dictionary(uniqueKeysWithValues: relationships.map { ($0.id, $0) }), rules: rules)
    }

    /// Meetings as a planning from nothing makes them, with ids in the order of their dates.
    static func meetings(of programme: Programme, at now: Instant, through: CivilDate) -> [Meeting] {
        let plans = Planner(programme: programme).plan(meetings: [], now: now, through: through)
        var number = 0
        return plans.sorted { $0.key < $1.key }.flatMap { id, plan in
            MeetingRevision(slots: plan.slots, known: [], relationship: programme.relationships[id]) {
                number += 1
                return (Meeting.ID("m-\(number)"), "m-\(number)@exemple.fr")
            }.ahead
        }
    }
}
