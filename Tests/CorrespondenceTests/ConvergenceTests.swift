import CivilTime
import Correspondence
import ICalendar
import MailMessage
import Mentoring
import Testing

@Suite struct ConvergenceTests {
    /// One letter at a glance: `update thomas_petit@exemple.fr REQUEST 1`.
    private func glance(_ letters: [Letter]) -> [String] {
        letters.map { letter in
            let calendar = letter.calendar.map { " \($0.method.rawValue) \($0.event.sequence)" } ?? ""
            return "\(letter.template) \(letter.recipient.person)\(calendar)"
        }
    }

    private let sample = Sample()

    @Test func `a new meeting invites everybody`() throws {
        let outcome = try sample.convergence.letters(from: nil, to: sample.announcement(), at: Sample.monday)
        #expect(glance(outcome.letters) == ["invitation claire REQUEST 0", "invitation thomas REQUEST 0"])
        #expect(outcome.announcement == (try sample.announcement()))
    }

    @Test func `what is the same needs no word`() throws {
        let old = try sample.announcement()
        let outcome = try sample.convergence.letters(
            from: old, to: sample.announcement(previous: old, at: Sample.dayBefore), at: Sample.dayBefore)
        #expect(outcome.letters == [])
        #expect(outcome.announcement == old)
    }

    @Test func `nothing before and nothing now is nothing to say`() throws {
        let outcome = try sample.convergence.letters(from: nil, to: nil, at: Sample.monday)
        #expect(outcome.letters == [] && outcome.announcement == nil)
    }

    @Test func `a moved meeting updates everybody and raises SEQUENCE by one`() throws {
        let old = try sample.announcement()
        let outcome = try sample.convergence.letters(
            from: old, to: sample.announcement(of: Sample.meeting(at: "2026-12-10T18:30"), previous: old),
            at: Sample.dayBefore)
        #expect(glance(outcome.letters) == ["update claire REQUEST 1", "update thomas REQUEST 1"])
        #expect(outcome.announcement?.sequence == 1)
        #expect(outcome.announcement?.lastModified == Sample.dayBefore)
        #expect(outcome.announcement?.created == Sample.monday)
        #expect(outcome.letters.allSatisfy { $0.previous == old && $0.meeting == outcome.announcement })
        #expect(outcome.letters.allSatisfy { $0.calendar?.event.stamp == Sample.dayBefore })
    }

    @Test func `organizer and birth date stay as announced, whatever the new one says`() throws {
        let old = try sample.announcement()
        var later = sample
        later.programme.mailbox = Mailbox(name: nil, address: Sample.address("autre@exemple.fr"))
        let outcome = try later.convergence.letters(
            from: old, to: later.announcement(of: Sample.meeting(at: "2026-12-10T18:30"), at: Sample.dayBefore),
            at: Sample.dayBefore)
        #expect(outcome.announcement?.organizer == old.organizer)
        #expect(outcome.announcement?.created == old.created)
        #expect(outcome.letters.allSatisfy { $0.meeting?.organizer == old.organizer })
        #expect(outcome.letters.allSatisfy { $0.calendar?.event.organizer.address == "mentorat@exemple.fr" })
    }

    @Test func `another place updates everybody and raises SEQUENCE by one`() throws {
        let old = try sample.announcement()
        let elsewhere = try Sample.meeting(place: .video("https://visio.exemple.fr/claire-thomas"))
        let outcome = try sample.convergence.letters(
            from: old, to: sample.announcement(of: elsewhere, previous: old), at: Sample.monday)
        #expect(glance(outcome.letters) == ["update claire REQUEST 1", "update thomas REQUEST 1"])
    }

    @Test func `another text alone updates everybody and leaves SEQUENCE`() throws {
        let old = try sample.announcement()
        let review = try Sample.meeting(kind: .review)
        let outcome = try sample.convergence.letters(
            from: old, to: sample.announcement(of: review, previous: old), at: Sample.dayBefore)
        #expect(glance(outcome.letters) == ["update claire REQUEST 0", "update thomas REQUEST 0"])
        #expect(outcome.announcement?.sequence == 0)
        #expect(outcome.announcement?.lastModified == Sample.dayBefore)
    }

    @Test func `somebody who joins is invited, and the others are told`() throws {
        let old = try sample.announcement()
        var relationship = Sample.relationship
        relationship.mentees.append(Person.ID("paul"))
        let outcome = try sample.convergence.letters(
            from: old, to: sample.announcement(in: relationship, previous: old), at: Sample.monday)
        #expect(
            glance(outcome.letters) == [
                "invitation paul REQUEST 0", "update claire REQUEST 0", "update thomas REQUEST 0",
            ])
        #expect(outcome.letters[0].previous == nil)
        #expect(try text(outcome.letters[1]).contains("- Arrivée\u{A0}: Paul O’Neil"))
    }

    @Test func `somebody who leaves gets a cancellation of their own, and the others an update`() throws {
        var relationship = Sample.relationship
        relationship.mentees.append(Person.ID("paul"))
        let old = try sample.announcement(in: relationship)
        let outcome = try sample.convergence.letters(
            from: old, to: sample.announcement(previous: old), at: Sample.monday)
        #expect(
            glance(outcome.letters) == [
                "cancellation paul CANCEL 1", "update claire REQUEST 1", "update thomas REQUEST 1",
            ])
        let farewell = outcome.letters[0]
        #expect(farewell.reason == .participantLeft)
        #expect(farewell.calendar?.event.attendees.map(\.address) == ["paul@example.org"])
        #expect(farewell.calendar?.event.comment == "La liste des participants a changé.")
        #expect(try sample.compose(farewell).subject.hasPrefix("Retrait de l’agenda"))
    }

    @Test func `a person who is in the programme no longer still gets the cancellation`() throws {
        let old = try sample.announcement()
        var later = sample
        later.programme.people[Person.ID("thomas")] = nil
        let outcome = try later.convergence.letters(from: old, to: nil, at: Sample.monday)
        #expect(glance(outcome.letters) == ["cancellation claire CANCEL 1", "cancellation thomas CANCEL 1"])
        let mail = try later.compose(outcome.letters[1])
        #expect(mail.envelope.recipient.description == "thomas_petit@exemple.fr")
        #expect(try ReadMail(mail.bytes).leaf("text/plain").text.contains("Bonjour Thomas,"))
    }

    @Test func `a new address is invited and the old one cancelled`() throws {
        let old = try sample.announcement()
        var later = sample
        try later.change("thomas") { $0.address = Sample.address("thomas@example.org") }
        let outcome = try later.convergence.letters(
            from: old, to: later.announcement(previous: old), at: Sample.monday)
        #expect(
            glance(outcome.letters) == [
                "cancellation thomas CANCEL 1", "invitation thomas REQUEST 1", "update claire REQUEST 1",
            ])
        #expect(outcome.letters[0].recipient.address.description == "thomas_petit@exemple.fr")
        #expect(outcome.letters[0].reason == .addressChanged)
        #expect(outcome.letters[0].calendar?.event.comment == "L’adresse électronique a changé.")
        #expect(outcome.letters[1].recipient.address.description == "thomas@example.org")
        #expect(try text(outcome.letters[2]).contains("- Des détails de l’entrée d’agenda"))
    }

    @Test func `another spelling of the same address is the same attendee`() throws {
        let old = try sample.announcement()
        var later = sample
        try later.change("thomas") { $0.address = Sample.address("Thomas_Petit@Exemple.fr") }
        let outcome = try later.convergence.letters(
            from: old, to: later.announcement(previous: old), at: Sample.monday)
        #expect(outcome.letters == [])
    }

    @Test func `a person who changes language gets the event in it, and nobody else hears of it`() throws {
        let old = try sample.announcement()
        var later = sample
        try later.change("thomas") { $0.language = .english }
        let outcome = try later.convergence.letters(
            from: old, to: later.announcement(previous: old), at: Sample.monday)
        #expect(glance(outcome.letters) == ["update thomas REQUEST 0"])
        #expect(outcome.letters[0].calendar?.event.summary == "Mentoring session · Thomas and Claire")
        #expect(try later.compose(outcome.letters[0]).subject.hasPrefix("Change: "))
    }

    @Test func `each reads in their own language, and all have one SEQUENCE`() throws {
        var sample = sample
        try sample.change("thomas") { $0.language = .english }
        let old = try sample.announcement()
        let invited = try sample.convergence.letters(from: nil, to: old, at: Sample.monday).letters
        #expect(
            invited.map { $0.calendar?.event.summary } == [
                "Rencontre de mentorat · Thomas et Claire", "Mentoring session · Thomas and Claire",
            ])
        let moved = try sample.announcement(of: Sample.meeting(at: "2026-12-10T18:30"), previous: old)
        let outcome = try sample.convergence.letters(from: old, to: moved, at: Sample.monday)
        #expect(glance(outcome.letters) == ["update claire REQUEST 1", "update thomas REQUEST 1"])
    }

    @Test(arguments: [
        (CancellationReason?.none, "Le calendrier des rencontres a changé, et cette date n’en fait plus partie."),
        (.relationshipEnded, "Cette relation de mentorat prend fin."),
    ])
    func `a meeting that is off cancels everybody, with the reason`(
        _ reason: CancellationReason?, _ sentence: String
    ) throws {
        let old = try sample.announcement()
        let outcome = try sample.convergence.letters(from: old, to: nil, reason: reason, at: Sample.dayBefore)
        #expect(glance(outcome.letters) == ["cancellation claire CANCEL 1", "cancellation thomas CANCEL 1"])
        #expect(outcome.announcement?.isCancelled == true)
        #expect(outcome.announcement?.sequence == 1)
        #expect(outcome.letters[0].calendar?.event.comment == sentence)
        #expect(outcome.letters[0].calendar?.event.start == old.start)
        #expect(try text(outcome.letters[0]).contains(sentence))
    }

    @Test func `a meeting whose announcement is marked as cancelled is off as well`() throws {
        let old = try sample.announcement()
        let outcome = try sample.convergence.letters(from: old, to: old.cancelled(), at: Sample.monday)
        #expect(glance(outcome.letters) == ["cancellation claire CANCEL 1", "cancellation thomas CANCEL 1"])
    }

    @Test func `a cancelled meeting is cancelled once`() throws {
        let old = try sample.announcement().cancelled()
        let outcome = try sample.convergence.letters(from: old, to: nil, at: Sample.monday)
        #expect(outcome.letters == [] && outcome.announcement == old)
    }

    @Test func `a meeting that comes back invites anew, above the SEQUENCE of its cancellation`() throws {
        let cancelled = try sample.convergence.letters(from: sample.announcement(), to: nil, at: Sample.monday)
            .announcement
        let outcome = try sample.convergence.letters(
            from: cancelled, to: sample.announcement(previous: cancelled), at: Sample.dayBefore)
        #expect(glance(outcome.letters) == ["invitation claire REQUEST 2", "invitation thomas REQUEST 2"])
        #expect(outcome.announcement?.sequence == 2)
    }

    @Test func `a referent is told, and not expected`() throws {
        var relationship = Sample.relationship
        relationship.referent = Person.ID("paul")
        let letters = try sample.convergence.letters(
            from: nil, to: sample.announcement(in: relationship), at: Sample.monday
        ).letters
        let attendee = try #require(letters[2].calendar?.event.attendees.first { $0.address == "paul@example.org" })
        #expect(attendee.role == .nonParticipant && !attendee.rsvp)
        #expect(try text(letters[2]).contains("votre présence n’est pas attendue"))
    }

    @Test func `a zone that the system does not know is an error with its name`() throws {
        var meeting = try Sample.meeting()
        meeting.zone = "Mars/Olympus"
        let announcement = try sample.announcement(of: meeting)
        #expect(throws: CorrespondenceError.unknownZone("Mars/Olympus")) {
            try sample.convergence.letters(from: nil, to: announcement, at: Sample.monday)
        }
    }

    private func text(_ letter: Letter) throws -> String {
        try ReadMail(sample.compose(letter).bytes).leaf("text/plain").text
    }
}
