import CivilTime
import Configuration
import Foundation
import Ledger
import MailMessage
import Mentoring
import Testing

@testable import JalonService

/// A programme of every role goes through two months of all that can happen; then one after the other leaves and is
/// forgotten, in an order that is drawn.
@Suite struct ForgettingPropertyTests {
    /// Somebody, with the words that are theirs alone: whoever else has a part of the name keeps it.
    struct Actor: Sendable {
        let id, name, address: String
        var former = "", alias = ""
        let words: [String]

        func line(withFormer: Bool = false) -> String {
            let more =
                (alias.isEmpty ? "" : ", aliases: [\(alias)]")
                + (withFormer && !former.isEmpty ? ", formerly: \(former)" : "")
            return "  \(id): {name: '\(name.replacing("'", with: "''"))', email: \(address)\(more), "
                + "available: [mon-fri 08:00-20:00]}"
        }
    }

    /// Names within names and within ordinary words, quotes, accents, other scripts, ids that were others before.
    static let actors = [
        Actor(
            id: "lea", name: "Léa Dumoulin-Roz", address: "lea.dumoulin@roz.example",
            words: ["Léa Dumoulin", "Dumoulin-Roz", "lea.dumoulin@roz.example"]),
        Actor(
            id: "clea", name: "Cléa Released", address: "clea@example.org",
            words: ["Cléa Released", "clea@example.org"]),
        Actor(
            id: "paris", name: "Paris", address: "paris.o@example.org", words: ["paris.o@example.org"]),
        Actor(
            id: "sean-o", name: "Seán \"Jack\" O'Brien", address: "s.obrien@example.com", former: "obrien-old",
            alias: "jack@obrien.example",
            words: ["O'Brien", "s.obrien@example.com", "jack@obrien.example", "sean-o", "obrien-old"]),
        Actor(
            id: "hong", name: "Đặng Thị Hồng", address: "hong.dang@example.org",
            words: ["Đặng Thị", "hong.dang@example.org"]),
        Actor(
            id: "zoe", name: "Zoe\u{301} Kowalczyk-Z\u{307}o\u{301}l\u{301}c\u{301}", address: "zoe@kowalczyk.example",
            words: ["Kowalczyk", "zoe@kowalczyk.example"]),
        Actor(
            id: "mediana", name: "Médiana Quint", address: "mediana.quint@example.org",
            words: ["Médiana", "Quint", "mediana.quint@example.org", "mediana"]),
        Actor(
            id: "koord", name: "Koordula Vex", address: "vex@example.org",
            words: ["Koordula", "vex@example.org", "koord"]),
        Actor(
            id: "refi", name: "Réfi Tutrice", address: "refi@lycee.example",
            words: ["Tutrice", "refi@lycee.example"]),
    ]

    /// Who takes over.
    static let spare = """
          spare: {name: Spare Hand, email: spare@example.org}
          other: {name: Other Hand, email: other@example.org}
        """

    static let rules = """
        rules:
          invitation: {trigger: 6 weeks before session, send: {invitation: everyone}}
          welcome: {trigger: 2 weeks before start, send: {template: welcome, to: everyone}}
          day-before: {trigger: 1 day before session, send: {template: day-before, to: everyone}}
          prepare: {trigger: 3 days before session, send: {template: prepare, to: [mentor, mentee]}}
          met: {trigger: 2 hours after end of session, send: {template: did-you-meet, to: [mentor, mentee]}}
          offer: {trigger: 10 days after start, send: {template: offer-mediator, to: [mentor, mentee]}}
          pause: {trigger: when relationship pauses, send: {template: pause, to: [mentor, mentee]}}
          declined: {trigger: when meeting is declined, send: {template: silent-relationship, to: coordinator}}
          bounced: {trigger: when mail bounces, send: {template: silent-relationship, to: coordinator}}
          digest: {trigger: every monday at 08:00, send: {template: coordinator-digest, to: coordinator}}
        """

    /// The files with somebody gone from them.
    static func files(without gone: Set<String>, former: Bool) -> (
        people: String, relationships: String, programme: String
    ) {
        func present(_ id: String) -> String { gone.contains(id) ? "spare" : id }
        let people = actors.filter { !gone.contains($0.id) }.map { $0.line(withFormer: former) } + [spare]
        let oldID = former ? "sean-o" : "obrien-old"
        var relationships = ["relationships:"]
        func pair(_ id: String, _ mentor: String, _ mentee: String, _ more: String) {
            guard !gone.contains(mentor), !gone.contains(mentee) else { return }
            let (first, second) = (mentor == "sean-o" ? oldID : mentor, mentee == "sean-o" ? oldID : mentee)
            relationships.append(
                "  \(id): {mentor: \(first), mentee: \(second), start: 2026-12-16, end: 2027-11-30, mediator: "
                    + "\(present("mediana"))\(more)}")
        }
        pair("lea-paris", "lea", "paris", ", referent: \(gone.contains("refi") ? "other" : "refi")")
        pair("clea-obrien", "clea", "sean-o", ", sessions: {then: {video: \"https://visio.example/clea-obrien\"}}")
        // Whoever mentors here is a mentee there.
        pair("sean-hong", "sean-o", "hong", "")
        let group = ["hong", "zoe", "lea"].filter { !gone.contains($0) }
        if !gone.contains("clea"), !group.isEmpty {
            relationships.append(
                "  equipe: {mentor: clea, mentee: [\(group.joined(separator: ", "))], start: 2026-12-16, "
                    + "end: 2027-11-30, mediator: \(present("mediana"))}")
        }
        let programme = """
            programme:
              name: Programme Exemple
              mailbox: Programme Exemple <mentorat@example.org>
              timezone: Europe/Paris
              language: fr
              coordinator: \(present("koord"))
            answers: {piped: true}
            defaults:
              sessions: {every: 3-4 weeks, lasts: 1h, max_gap: 8 weeks}
              hours: mon-fri 08:00-21:00
              notice: 2 days
            include: [people.yaml, relationships.yaml, rules.yaml]
            calendars: {publish: CALENDARS}
            """
        var text = people.joined(separator: "\n")
        if !former { text = text.replacing("  sean-o:", with: "  obrien-old:") }
        return (
            "people:\n" + text, relationships.count > 1 ? relationships.joined(separator: "\n") : "relationships: {}",
            programme
        )
    }

    private struct Site {
        var world: World
        let folder: URL

        init() throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let (people, relationships, programme) = ForgettingPropertyTests.files(without: [], former: false)
            world = try World(
                people: people, relationships: relationships, rules: ForgettingPropertyTests.rules,
                programme: programme.replacing("CALENDARS", with: folder.path + "/calendars"),
                ledger: try Ledger.open(path: folder.appendingPathComponent("ledger.sqlite").path))
        }

        mutating func edit(without gone: Set<String>, at now: Instant) throws {
            let (people, relationships, programme) = ForgettingPropertyTests.files(without: gone, former: true)
            let configuration = try World.configuration(
                in: world.directory, people: people, relationships: relationships, rules: ForgettingPropertyTests.rules,
                programme: programme.replacing("CALENDARS", with: folder.path + "/calendars"))
            try world.wheel.adopt(configuration, at: now)
        }

        mutating func publish(at now: Instant) throws {
            try world.wheel.publishCalendars(to: folder.path + "/calendars", at: now)
        }
    }

    /// Something that people or servers do, drawn from what there is.
    private func happen(in world: inout World, at now: Instant, using source: inout TokenSource) throws {
        let ahead = try world.ledger.meetings(in: [.announced]).filter { $0.starts > now }
        guard let meeting = ahead.randomElement(using: &source),
            let told = try world.ledger.announcement(of: meeting.id),
            let person = told.participants.randomElement(using: &source)?.person
        else { return }
        let given = { (answer: Answer) in GivenAnswer(answer, sequence: told.sequence, stamp: now) }
        let requests: [Order.Request] = [
            .incoming(.answer(meeting.id, person, given(.accepted))),
            .incoming(.answer(meeting.id, person, given(.declined))),
            .incoming(
                .proposal(
                    meeting.id, person,
                    Proposal(starts: meeting.starts.adding(seconds: 86_400), sequence: told.sequence, stamp: now))),
            .incoming(.refresh(meeting.id, person)),
            .incoming(.mediatorWanted(meeting.relationship, person)),
            .incoming(.pauseWanted(meeting.relationship, person)),
            .incoming(.concern(.unverified, meeting.id, person)),
            .incoming(.uninvited(meeting.id)),
            .incoming(.setAside("70000000 octets")),
            .relationship(meeting.relationship, .pause(from: meeting.start.date, through: meeting.start.date)),
            .relationship(meeting.relationship, .resume),
            .meeting(meeting.id, .cancel),
        ]
        guard let request = requests.randomElement(using: &source) else { return }
        _ = try world.ledger.give(request, at: now)
        if let mail = try world.ledger.outbox(in: [.sent], limit: 30).randomElement(using: &source) {
            _ = try world.ledger.give(
                .incoming(.bounce(mail.id, "550 5.1.1 <\(mail.envelope.recipient)> is not known here")), at: now)
        }
        try world.wheel.carryOutOrders(at: now)
    }

    /// What is somebody's own in the ledger, whoever else is forgotten.
    private func figures(_ ledger: Ledger) throws -> [String] {
        [
            "\(try ledger.outbox().count) mails", "\(try ledger.meetings(in: [.held]).count) held",
            "\(try ledger.meetings(in: [.missed]).count) missed",
            "\(try ledger.meetings(in: [.cancelled]).count) cancelled",
        ]
    }

    private func words(in ledger: Ledger) throws -> [String] {
        try ledger.plainTexts()
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `whoever leaves, in whatever order, leaves nothing behind, and takes nothing of the others`(
        seed: UInt64
    ) throws {
        var source = TokenSource.seeded(state: seed)
        var site = try Site()
        defer { try? FileManager.default.removeItem(at: site.folder) }
        var now = try site.world.moment("2026-12-01T09:00")
        // sean-o has another id from January on.
        for day in 0..<60 {
            now = now.adding(seconds: 86_400)
            if day == 35 { try site.edit(without: [], at: now) }
            _ = try site.world.wheel.turn(at: now)
            try site.world.ledger.settleAllAsSent(at: now)
            if day % 3 == 0 { try happen(in: &site.world, at: now, using: &source) }
        }
        try site.publish(at: now)
        let everything = NameFinder(Self.actors.flatMap(\.words))
        #expect(everything.files(in: site.folder).count > 1)
        var gone: Set<String> = []
        for actor in Self.actors.shuffled(using: &source) {
            now = now.adding(seconds: 86_400)
            gone.insert(actor.id)
            try site.edit(without: gone, at: now)
            _ = try site.world.wheel.turn(at: now)
            let id = Person.ID(actor.former.isEmpty || Bool.random(using: &source) ? actor.id : actor.former)
            let traces = try site.world.ledger.traces(of: id)
            let order = try site.world.ledger.give(.person(id, .forget), at: now)
            try site.world.wheel.carryOutOrders(at: now)
            let answer = try #require(try site.world.ledger.order(order)?.answer)
            #expect(answer.accepted, "\(actor.id): \(answer.text)")
            // What names them leaves; what does not is still owed, to the byte.
            let open = try site.world.ledger.outbox().filter { $0.state.isOpen && !traces.mails.contains($0.id) }
            let bytes = try open.map { try site.world.ledger.body(of: $0.id) }
            let ids = traces.mails.map(String.init).joined(separator: ", ")
            try site.world.ledger.plant(
                "UPDATE outbox SET state = 'sent', settled = \(now.secondsSinceEpoch) WHERE settled IS NULL AND id IN (\(ids))"
            )
            let before = try figures(site.world.ledger)
            _ = try site.world.wheel.turn(at: now)
            try site.publish(at: now)
            #expect(try figures(site.world.ledger) == before)
            #expect(try open.map { try site.world.ledger.body(of: $0.id) } == bytes)
            #expect(try site.world.ledger.outbox().filter { $0.state.isOpen && !traces.mails.contains($0.id) } == open)
            #expect(NameFinder(actor.words).files(in: site.folder) == [], "\(actor.id), seed \(seed)")
            let texts = try words(in: site.world.ledger)
            for id in [actor.id, actor.former] where !id.isEmpty {
                let own = texts.filter { text in
                    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }.contains { $0 == id }
                }
                #expect(own == [], "\(id), seed \(seed)")
            }
            // Whoever stays has every mail and every answer that they had.
            for other in Self.actors where !gone.contains(other.id) {
                let known = try site.world.ledger.traces(of: Person.ID(other.id))
                #expect(
                    known.names.contains(other.name) && known.addresses.contains { $0.description == other.address })
            }
        }
        #expect(everything.files(in: site.folder) == [], "seed \(seed)")
    }
}
