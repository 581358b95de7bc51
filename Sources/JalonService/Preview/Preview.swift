public import CivilTime
public import Configuration
public import Correspondence
public import Ledger
public import Mentoring

/// One mail as it would go now; nothing is written and nothing leaves.
public struct Preview {
    /// What is to be seen; what is left out is chosen.
    public struct Request: Sendable {
        public var template: TemplateName
        public var person: Person.ID?
        public var relationship: Relationship.ID?
        public var meeting: Meeting.ID?
        public var language: Language?

        public init(
            template: TemplateName, person: Person.ID? = nil, relationship: Relationship.ID? = nil,
            meeting: Meeting.ID? = nil, language: Language? = nil
        ) {
            self.template = template
            self.person = person
            self.relationship = relationship
            self.meeting = meeting
            self.language = language
        }
    }

    private var configuration: Configuration
    private let forecast: Forecast
    private let now: Instant

    /// - Parameter ledger: the daemon's, which is only read; nil before the first start.
    public init(configuration: Configuration, ledger: Ledger?, now: Instant) throws {
        self.configuration = configuration
        self.now = now
        forecast = try Forecast(configuration: configuration, ledger: ledger, now: now, through: now)
    }

    /// The mail that a request asks for.
    ///
    /// - Throws: ``PreviewError`` where there is no such text, person, relationship or meeting.
    public func mail(_ request: Request) throws -> Mail {
        let choice = try PreviewChoice(request, programme: configuration.programme, forecast: forecast, now: now)
        var configuration = configuration
        if let language = request.language {
            // Calendars and texts speak one language.
            configuration.programme.people[choice.person.id]?.language = language
        }
        let office = Office(configuration: configuration, directives: try forecast.ledger.directives())
        let letter = try self.letter(for: choice, office: office)
        var source = TokenSource.seeded(state: 1)
        return try office.composer.compose(letter, at: now, using: &source)
    }

    private func letter(for choice: PreviewChoice, office: Office) throws -> Letter {
        guard let person = office.programme.people[choice.person.id] else { throw PreviewError.noPerson("") }
        let recipient = Recipient(person, as: choice.role)
        guard let relationship = choice.relationship else {
            var letter = Letter(template: choice.template, recipient: recipient)
            if choice.template == .heldBack {
                letter.waiting = Wheel.mostAfterAbsence + 1
            } else {
                letter.digest = try DigestMaker(office: office, ledger: forecast.ledger).digest(at: now)
            }
            return letter
        }
        if let meeting = choice.meeting, choice.isCalendarMail {
            return try calendarLetter(choice, meeting, relationship, recipient, office)
        }
        let meetings = try forecast.ledger.meetings(
            in: [.planned, .announced, .held, .missed], of: [relationship.id])
        return Letter(
            template: choice.template, recipient: recipient, relationship: relationship,
            meeting: choice.meeting.map {
                Announcement(of: $0, in: relationship, programme: office.programme, at: now)
            },
            history: Facts.History(meetings, met: relationship.met, now: now), ordinal: choice.meeting?.ordinal,
            asker: relationship.mentees.first)
    }

    /// As the wheel makes it: an update tells of a meeting that was announced for an hour later.
    private func calendarLetter(
        _ choice: PreviewChoice, _ meeting: Meeting, _ relationship: Relationship, _ recipient: Recipient,
        _ office: Office
    ) throws -> Letter {
        var meeting = meeting
        meeting.state = .announced
        let present = Announcement(of: meeting, in: relationship, programme: office.programme, at: now)
        var before = meeting
        before.start = before.start.adding(seconds: 3600)
        before.starts = before.starts.adding(seconds: 3600)
        let earlier = Announcement(of: before, in: relationship, programme: office.programme, at: now)
        let (old, new): (Announcement?, Announcement?) =
            switch choice.template {
            case .invitation: (nil, present)
            case .cancellation: (present, nil)
            default: (earlier, present)
            }
        let letters = try office.convergence.letters(from: old, to: new, at: now).letters
        guard var letter = letters.first(where: { $0.recipient.person == recipient.person }) else {
            throw PreviewError.noRole(recipient.person, relationship.id)
        }
        letter.template = choice.template
        return letter
    }
}
