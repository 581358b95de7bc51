import CivilTime
import Configuration
import Foundation
import MailMessage
import Mentoring
import Testing

/// The example of the documents, with all its keys that this version acts on.
@Suite struct ProgrammeTests {
    private static let programme = """
        programme:
          name: Mentorat Exemple
          mailbox: Mentorat Exemple <mentorat@exemple.fr>
          timezone: Europe/Paris
          language: fr
          coordinator: sophie
          charter: https://exemple.fr/charte
          tone: tu
          private: true
        mail:
          server: smtps://smtp.exemple.fr
          user: mentorat@exemple.fr
          password: {credential: smtp-password}
          pace: 60 per minute
          connections: 2
          helo: jalon.exemple.fr
        calendars:
          holidays: [calendars/feries.ics]
          publish: /var/lib/jalon/calendars
        defaults:
          sessions: {every: 3-4 weeks, lasts: 1h30, max_gap: 6 weeks}
          reviews: {every: 3 months, lasts: 2h, with: session}
          hours: mon-fri 08:00-21:00
          notice: 1 week
          buffer: 15min
        include: [people/*.yaml, relationships/*.yaml, rules/*.yaml]
        """

    private static let people = """
        people:
          claire:
            name: Claire Durand
            email: claire.durand@exemple.fr
            aliases: [cdurand@perso.example.org]
            language: en
            timezone: Europe/London
            available: [tue 12:00-14:00, thu 18:00-21:00]
            away: [2026-12-21..2027-01-03, 2026-12-07]
            hours_per_month: 4
            without: [prepare]
            formerly: cdurand
          thomas: {name: Thomas Petit, email: thomas@exemple.fr}
          nadia: {name: Nadia Benali, email: nadia@exemple.fr}
          sophie: {name: Sophie Lambert, email: sophie@exemple.fr}
          lea: {name: Léa Martin, email: lea@exemple.fr}
        """

    private static let relationships = """
        relationships:
          claire-thomas:
            mentor: claire
            groups: [numerique]
            mentee: [thomas, lea]
            mediator: nadia
            referent: sophie
            start: 2026-12-01
            end: 2027-11-30
            timezone: Europe/London
            met: [2026-10-29, 2026-10-08]
            without: [day-before]
            formerly: ct
            sessions:
              prefer: thu 18:30
              first: {in_person: "Café du Sentier, 12 rue du Sentier, Paris"}
              then: {video: "https://visio.exemple.fr/claire-thomas"}
            series:
              visite: {every: 6 months, lasts: 3h, then: {in_person: Atelier}}
            objectives:
              - {goal: Devenir lead développeur, indicator: prise de poste, by: 2027-06-30}
          claire-lea: {mentor: claire, mentee: lea, start: 2026-12-01, reviews: none, sessions: {every: 2 weeks}}
        """

    private static let rules = """
        rules:
          invitation: {trigger: "6 weeks before session, review, visite", send: {invitation: everyone}}
          prepare:
            trigger: 3 days, 1 day before session
            at: "09:00"
            only_if: [meeting is not a review, meeting is first or last]
            send: {template: prepare, to: [mentee, mentor]}
            too_late_after: 2 days
            max_times: 2
            for: [numerique]
          day-before: {trigger: 1 day before session, send: {template: hello, to: everyone}}
        """

    private static let files = [
        "jalon.yaml": programme, "people/a.yaml": people, "relationships/a.yaml": relationships, "rules/a.yaml": rules,
        "calendars/feries.ics":
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\n"
            + "DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261227\nEND:VEVENT\nEND:VCALENDAR\n",
        "templates/fr/hello.md": "Bonjour", "templates/en/hello.md": "Hello",
    ]

    private static func configuration() throws -> Configuration {
        let loaded = try Folder(files).read()
        #expect(loaded.diagnostics.map(\.description) == [])
        return try #require(loaded.configuration)
    }

    @Test func `the programme is what its part says`() throws {
        let programme = try Self.configuration().programme
        #expect(programme.name == "Mentorat Exemple")
        #expect(programme.mailbox == Mailbox("Mentorat Exemple <mentorat@exemple.fr>"))
        #expect(programme.zone.name == "Europe/Paris" && programme.language == .french)
        #expect(programme.coordinator == Person.ID("sophie"))
        #expect(programme.charter == "https://exemple.fr/charte")
        #expect(programme.tone == .tu && programme.isPrivate)
        #expect(programme.noticeDays == 7 && programme.bufferMinutes == 15)
        #expect(programme.holidays.map(\.description).sorted() == ["2026-12-25", "2026-12-26"])
        #expect(!programme.followsAnswers)
    }

    @Test func `a person is what the file says, and the programme's where it says nothing`() throws {
        let people = try Self.configuration().programme.people
        let claire = try #require(people[Person.ID("claire")])
        #expect(claire.name == "Claire Durand" && claire.address.description == "claire.durand@exemple.fr")
        #expect(claire.aliases.map(\.description) == ["cdurand@perso.example.org"])
        #expect(claire.language == .english && claire.zone.name == "Europe/London")
        #expect(claire.available.map(\.weekday) == [.tuesday, .thursday])
        #expect(claire.away.map { "\($0.lowerBound)" } == ["2026-12-07", "2026-12-21"])
        #expect(claire.minutesPerMonth == 240 && claire.without == [Rule.ID("prepare")])
        #expect(claire.formerly == Person.ID("cdurand"))
        let thomas = try #require(people[Person.ID("thomas")])
        #expect(thomas.language == .french && thomas.zone.name == "Europe/Paris" && thomas.available.count == 5)
        #expect(thomas.minutesPerMonth == nil)
    }

    @Test func `a relationship is what the file says, over the defaults`() throws {
        let relationships = try Self.configuration().programme.relationships
        let pair = try #require(relationships[Relationship.ID("claire-thomas")])
        #expect(pair.mentors == [Person.ID("claire")] && pair.mentees == [Person.ID("thomas"), Person.ID("lea")])
        #expect(pair.mediator == Person.ID("nadia") && pair.referent == Person.ID("sophie"))
        #expect(pair.groups == ["numerique"] && pair.zone.name == "Europe/London")
        #expect(pair.start.description == "2026-12-01" && pair.end?.description == "2027-11-30")
        #expect(pair.met.map(\.description) == ["2026-10-08", "2026-10-29"])
        #expect(pair.without == [Rule.ID("day-before")] && pair.formerly == Relationship.ID("ct"))
        #expect(
            pair.objectives == [
                Objective(goal: "Devenir lead développeur", indicator: "prise de poste", by: CivilDate("2027-06-30"))
            ])
        let room = Place.video("https://visio.exemple.fr/claire-thomas")
        let hour = WeekdayTime(weekday: .thursday, time: try #require(LocalTime("18:30")))
        #expect(
            pair.series == [
                Series(
                    name: .session, cadence: .days(21...28), minutes: 90, maxGap: 42, preferred: hour,
                    firstPlace: .inPerson("Café du Sentier, 12 rue du Sentier, Paris"), place: room),
                Series(
                    name: .review, cadence: .months(3), minutes: 120, preferred: hour, place: room,
                    placement: .withSession),
                Series(
                    name: Series.Name("visite"), cadence: .months(6), minutes: 180, preferred: hour,
                    place: .inPerson("Atelier"), placement: .apart),
            ])
    }

    @Test func `a relationship can do without reviews, and have its own rhythm`() throws {
        let pair = try Self.configuration().programme.relationships[Relationship.ID("claire-lea")]
        #expect(pair?.series == [Series(name: .session, cadence: .days(14...14), minutes: 90, maxGap: 42)])
        #expect(pair?.zone.name == "Europe/Paris" && pair?.end == nil)
    }

    @Test func `a rule is what the file says`() throws {
        let rules = try Self.configuration().programme.rules
        #expect(rules.map(\.id.rawValue) == ["day-before", "invitation", "prepare"])
        #expect(rules[1].action == .invitation(to: [.everyone]))
        #expect(
            rules[2]
                == Rule(
                    id: Rule.ID("prepare"),
                    trigger: Trigger(
                        offsets: [Offset(3, .days), Offset(1, .days)], direction: .before,
                        anchors: [.series(.session)], hour: LocalTime("09:00")),
                    onlyIf: [
                        Rule.Condition(anyOf: [.meetingIsNotReview]),
                        Rule.Condition(anyOf: [.meetingIsFirst, .meetingIsLast]),
                    ], action: .template(TemplateName("prepare"), to: [.mentee, .mentor]), tooLateAfter: 172_800,
                    maxTimes: 2, groups: ["numerique"]))
    }

    @Test func `mail, calendars and texts are what the files say`() throws {
        let configuration = try Self.configuration()
        let mail = try #require(configuration.mail)
        #expect(mail.scheme == .smtps && mail.host == "smtp.exemple.fr" && mail.port == 465)
        #expect(mail.user == "mentorat@exemple.fr" && mail.password == Secret(.credential("smtp-password")))
        #expect(mail.pacePerMinute == 60 && mail.connections == 2 && mail.heloName == "jalon.exemple.fr")
        #expect(configuration.publish == "/var/lib/jalon/calendars")
        #expect(
            configuration.templates[.french]?[TemplateName("hello")]
                == TemplateFile(path: "templates/fr/hello.md", text: "Bonjour"))
        #expect(configuration.files.map(\.path) == Self.files.keys.sorted())
    }

    @Test func `18:30 is a time, however it is written`() throws {
        for text in ["thu 18:30", "\"thu 18:30\"", "'thu 18:30'"] {
            let pair = Pair.relationships.replacing("}", with: ", sessions: {prefer: \(text)}}")
            let loaded = try Folder(Pair.files(["relationships.yaml": pair])).read()
            let found = loaded.configuration?.programme.relationships[Relationship.ID("claire-thomas")]
            #expect(found?.series.first?.preferred?.time == LocalTime("18:30"), "\(loaded.diagnostics)")
        }
    }

    @Test func `without a mail server the rest stands`() throws {
        #expect(try #require(try Folder(Pair.files).read().configuration).mail == nil)
    }
}
