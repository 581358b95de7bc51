public import CivilTime
public import Configuration
public import Correspondence
public import Ledger
public import Mentoring

/// One mail as it would go; nothing is written and nothing leaves.
public struct Preview: Sendable {
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

    private let configuration: Configuration
    private let ledger: Ledger?
    private let forecast: Forecast
    private let now: Instant

    /// - Parameter ledger: the daemon's, which is only read; nil before the first start.
    public init(configuration: Configuration, ledger: Ledger?, now: Instant) throws {
        self.configuration = configuration
        self.ledger = ledger
        self.now = now
        forecast = try Forecast(configuration: configuration, ledger: ledger, now: now, through: now)
    }

    /// Whether what a text tells is invented, because there is no ledger that could tell it.
    public func isExample(_ template: TemplateName) -> Bool {
        template == .heldBack || template == .coordinatorDigest && ledger == nil
    }

    /// The mail that a request asks for, composed at the moment at which it would go.
    ///
    /// - Throws: ``PreviewError`` where there is no such text, person, relationship or meeting.
    public func mail(_ request: Request) throws -> Mail {
        try checkWords(of: request)
        let directives = try forecast.ledger.directives()
        let programme = configuration.programme.following(directives)
        let asked = try request.meeting.map { id in
            guard let meeting = try forecast.ledger.meeting(id) else { throw PreviewError.noMeeting(id.rawValue) }
            return meeting
        }
        let choice = try PreviewChoice(
            request, asked: asked, ahead: forecast.meetings.filter { $0.starts > now },
            readers: PreviewReaders(of: request.template, in: programme), programme: programme)
        var configuration = configuration
        if let language = request.language {
            // Calendars and texts speak one language.
            configuration.programme.people[choice.person.id]?.language = language
        }
        let office = Office(configuration: configuration, directives: directives)
        let letters = PreviewLetters(
            template: request.template, choice: choice, office: office, ledger: ledger, forecast: forecast)
        var source = TokenSource.seeded(state: 1)
        let (letter, moment) = try letters.letter(at: now)
        return try office.composer.compose(letter, at: moment, using: &source)
    }

    /// There is a text of the name, and it is written in the language that is asked for.
    private func checkWords(of request: Request) throws(PreviewError) {
        let known = TemplateName.builtIn.union(configuration.templates.values.flatMap(\.keys))
        guard known.contains(request.template) else { throw .noTemplate(request.template.rawValue, among: known) }
        let library = TemplateLibrary(overrides: configuration.templates.mapValues { $0.mapValues(\.text) })
        let languages = Set(configuration.templates.keys).union([.english, .french])
            .filter { library.has(request.template, $0) }
        // `questions` is a bank that texts draw on.
        guard !languages.isEmpty else { throw .noTemplate(request.template.rawValue, meant: nil) }
        if let language = request.language, !library.has(request.template, language) {
            throw .noLanguage(request.template, language, known: languages.sorted())
        }
    }
}
