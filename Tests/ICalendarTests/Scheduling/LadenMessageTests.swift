import CivilTime
import ICalendar
import Testing

/// Every kind of calendar with two hundred characters in every text, byte for byte and read back.
struct LadenMessageTests {
    enum Kind: CaseIterable {
        case request, update, cancellation, newcomer, removal, refusal, published

        var golden: String {
            switch self {
            case .request: Golden.ladenRequest
            case .update: Golden.ladenUpdate
            case .cancellation: Golden.ladenCancellation
            case .newcomer: Golden.ladenNewcomer
            case .removal: Golden.ladenRemoval
            case .refusal: Golden.ladenRefusal
            case .published: Golden.ladenPublished
            }
        }

        var method: Method? {
            switch self {
            case .request, .update, .newcomer: .request
            case .cancellation, .removal: .cancel
            case .refusal: .declineCounter
            case .published: nil
            }
        }

        /// Who gets it, and the texts that it has.
        var recipient: Attendee {
            switch self {
            case .request, .cancellation, .published: SampleEvents.thomas
            case .update, .refusal: SampleEvents.claire
            case .newcomer, .removal: SampleEvents.amina
            }
        }

        var comment: String {
            switch self {
            case .cancellation, .removal, .refusal: LadenEvents.text("Motif")
            case .request, .update, .newcomer, .published: LadenEvents.text("Remarque")
            }
        }

        func bytes() throws -> [UInt8] {
            let announced = try LadenEvents.announced()
            var moved = announced
            moved.start = announced.start.adding(seconds: 3600)
            moved.end = announced.end.adding(seconds: 3600)
            var wider = announced
            wider.attendees.append(LadenEvents.amina())
            switch self {
            case .request: return try bytes(from: nil, to: LadenEvents.meeting(), .invited)
            case .update: return try bytes(from: announced, to: moved, .timeChanged)
            case .cancellation: return try bytes(from: announced, to: nil, .cancelled)
            case .newcomer: return try bytes(from: announced, to: wider, .invited)
            case .removal: return try bytes(from: wider, to: announced, .removed)
            case .refusal:
                return SchedulingMessage.declining(
                    counterOf: recipient.address, to: announced, at: SampleEvents.later, comment: comment
                ).serialized(for: recipient.address)
            case .published: return try LadenEvents.calendar().serialized()
            }
        }

        private func bytes(
            from old: Event?, to new: Event?, _ reason: SchedulingMessage.Reason
        ) throws -> [UInt8] {
            let instant = old == nil ? SampleEvents.now : SampleEvents.later
            let change = changes(from: old, to: new, at: instant, comment: comment)
            let message = try #require(change.messages.first { $0.reason == reason })
            return message.serialized(for: recipient.address)
        }
    }

    @Test func `the texts have two hundred characters`() {
        #expect([LadenEvents.text("Titre"), LadenEvents.link, LadenEvents.uid].map(\.count) == [200, 200, 200])
    }

    @Test(arguments: Kind.allCases)
    func `it is written byte for byte`(_ kind: Kind) throws {
        let text = String(decoding: try kind.bytes(), as: UTF8.self).replacing("\r\n", with: "\n")
        #expect(text == kind.golden + "\n")
        #expect(try kind.bytes() == Golden.bytes(kind.golden))
    }

    @Test(arguments: Kind.allCases)
    func `the linter has nothing to complain of`(_ kind: Kind) throws {
        let recipient = kind == .published ? nil : kind.recipient.address
        #expect(CalendarLinter.lint(bytes: try kind.bytes(), method: kind.method, recipient: recipient) == [])
    }

    @Test(arguments: Kind.allCases)
    func `every text is read back whole`(_ kind: Kind) throws {
        let (calendars, faults) = CalendarStream.parse(try kind.bytes())
        #expect(faults.isEmpty)
        let event = try #require(calendars.first?.components(named: "VEVENT").first)
        #expect(event.property("UID")?.text == LadenEvents.uid)
        #expect(event.property("COMMENT")?.text == kind.comment)
        #expect(event.property("ORGANIZER")?.parameter("CN") == LadenEvents.text("Équipe"))
        if kind != .refusal {
            #expect(event.property("SUMMARY")?.text == LadenEvents.text("Titre"))
            #expect(event.property("DESCRIPTION")?.text == LadenEvents.text("Description"))
            #expect(event.property("LOCATION")?.text == LadenEvents.text("Lieu"))
        }
        if kind.method == .request || kind == .published {
            #expect(event.property("CONFERENCE")?.value == LadenEvents.link)
        }
        let first = event.property("ATTENDEE")?.parameter("CN")
        switch kind.recipient {
        case _ where kind == .published || kind == .refusal: #expect(first == nil)
        case SampleEvents.thomas: #expect(first == LadenEvents.text("Thomas"))
        case SampleEvents.claire: #expect(first == LadenEvents.text("Claire"))
        default: #expect(first == LadenEvents.text("Amina"))
        }
        if kind == .published {
            #expect(calendars.first?.property("NAME")?.text == LadenEvents.text("Agenda"))
            #expect(event.components.first?.property("DESCRIPTION")?.text == LadenEvents.text("Alarme"))
        }
    }
}
