import CivilTime
import Mentoring
import Testing

@testable import Correspondence

@Suite struct WordingTests {
    @Test(arguments: [
        ("2026-12-03", "jeudi 3 décembre 2026", "Thursday 3 December 2026"),
        ("2027-01-01", "vendredi 1er janvier 2027", "Friday 1 January 2027"),
        ("2028-02-29", "mardi 29 février 2028", "Tuesday 29 February 2028"),
        ("2027-08-15", "dimanche 15 août 2027", "Sunday 15 August 2027"),
    ])
    func `a date is written out`(_ date: String, _ french: String, _ english: String) throws {
        let date = try #require(CivilDate(date))
        #expect(French().date(date).plain == french)
        #expect(English().date(date).plain == english)
    }

    @Test(arguments: [
        ("18:30", "18 h 30", "18:30"), ("20:00", "20 h", "20:00"), ("08:05", "8 h 05", "08:05"),
        ("00:00", "0 h", "00:00"),
    ])
    func `an hour is written as one reads it`(_ time: String, _ french: String, _ english: String) throws {
        let time = try #require(LocalTime(time))
        #expect(French().hour(time).plain == french)
        #expect(English().hour(time).plain == english)
    }

    @Test(arguments: [
        (45, "45 min", "45 minutes"), (60, "1 h", "1 hour"), (90, "1 h 30", "1 hour 30 minutes"),
        (120, "2 h", "2 hours"), (125, "2 h 05", "2 hours 5 minutes"),
    ])
    func `a length is counted in hours and minutes`(_ minutes: Int, _ french: String, _ english: String) {
        #expect(French().length(minutes: minutes).plain == french)
        #expect(English().length(minutes: minutes).plain == english)
    }

    @Test(arguments: [
        (Cadence.days(21...28), "toutes les 3 à 4 semaines", "every 3 to 4 weeks"),
        (.days(14...14), "toutes les 2 semaines", "every 2 weeks"), (.days(7...7), "toutes les semaines", "every week"),
        (.days(10...12), "tous les 10 à 12 jours", "every 10 to 12 days"),
        (.months(3), "tous les 3 mois", "every 3 months"), (.months(1), "tous les mois", "every month"),
    ])
    func `a cadence is said in the largest unit that fits`(_ cadence: Cadence, _ french: String, _ english: String) {
        #expect(French().cadence(cadence).plain == french)
        #expect(English().cadence(cadence).plain == english)
    }

    @Test(arguments: [
        ([], "", ""), (["Léa"], "Léa", "Léa"), (["Léa", "Yann"], "Léa et Yann", "Léa and Yann"),
        (["Léa", "Yann", "Zoé"], "Léa, Yann et Zoé", "Léa, Yann and Zoé"),
    ])
    func `a list ends with an and`(_ items: [String], _ french: String, _ english: String) {
        #expect(French().list(items) == french)
        #expect(English().list(items) == english)
    }

    @Test(arguments: [
        (Series.Name.session, "Rencontre de mentorat · Thomas et Claire", "Mentoring session · Thomas and Claire"),
        (.review, "Point d’étape · Thomas et Claire", "Mentoring review · Thomas and Claire"),
        (Series.Name("atelier CV"), "Atelier CV · Thomas et Claire", "Atelier CV · Thomas and Claire"),
    ])
    func `a title names the series, the mentees, then the mentors`(
        _ series: Series.Name, _ french: String, _ english: String
    ) {
        #expect(French().title(series, mentees: ["Thomas"], mentors: ["Claire"]) == french)
        #expect(English().title(series, mentees: ["Thomas"], mentors: ["Claire"]) == english)
    }

    @Test(arguments: [
        ([Offset(6, .weeks)], [Trigger.Anchor.series(.session)], "6 semaines avant chaque rencontre"),
        (
            [Offset(10, .days), Offset(1, .days)], [.series(.session), .series(.review)],
            "10 jours puis 1 jour avant chaque rencontre et chaque point d’étape"
        ),
        ([Offset(2, .months)], [.end], "2 mois avant la fin"),
    ])
    func `a mail to come is announced with its time`(
        _ offsets: [Offset], _ anchors: [Trigger.Anchor], _ times: String
    ) throws {
        let line = try #require(French().announcement(of: .prepare, offsets: offsets, before: anchors))
        #expect(line.plain == "de quoi préparer l’échange, \(times)")
    }

    @Test func `a mail that has no words of its own is not announced`() {
        #expect(French().announcement(of: .welcome, offsets: [Offset(1, .days)], before: [.start]) == nil)
        #expect(English().announcement(of: .prepare, offsets: [], before: [.start]) == nil)
    }
}

extension String {
    /// With ordinary spaces, so that expectations can be read.
    fileprivate var plain: String { replacing("\u{A0}", with: " ") }
}
