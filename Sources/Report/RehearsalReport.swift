public import CivilTime

/// What a rehearsal has to show, or a programme that runs: its relationships, their meetings and the mails of the time,
/// as one page.
///
/// The page is self-contained and deterministic: the same values give the same bytes. `from` is not after `through`;
/// meetings and absences outside of the two are left out of the picture, and stand in the lists.
public struct RehearsalReport: Sendable, Hashable {
    public var programmeName: String
    /// An RFC 5646 tag; French where it begins with `fr`, else English.
    public var language: String
    /// The first day of the rehearsal.
    public var from: CivilDate
    /// The last day of the rehearsal.
    public var through: CivilDate
    /// One lane of the timeline each, in this order.
    public var relationships: [Lane]
    /// Days on which nobody meets.
    public var holidays: [CivilDate]
    /// In the order of sending.
    public var mails: [MailLine]
    /// In the order in which the page names them.
    public var people: [Person]
    /// Sentences for the admin, shown before everything else.
    public var warnings: [String]
    /// What there is to say of a programme that runs, as HTML; nil for a rehearsal.
    public var account: String?

    /// Somebody whose calendar the page links to.
    public struct Person: Sendable, Hashable {
        /// Names the file `calendars/people/ID.ics`.
        public var id: String
        public var name: String

        public init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    public init(
        programmeName: String, language: String, from: CivilDate, through: CivilDate, relationships: [Lane] = [],
        holidays: [CivilDate] = [], mails: [MailLine] = [], people: [Person] = [], warnings: [String] = [],
        account: String? = nil
    ) {
        self.programmeName = programmeName
        self.language = language
        self.from = from
        self.through = max(from, through)
        self.relationships = relationships
        self.holidays = holidays
        self.mails = mails
        self.people = people
        self.warnings = warnings
        self.account = account
    }

    /// The whole of `index.html`, in UTF-8: no script is needed to read it, and nothing is loaded from elsewhere.
    public func html() -> String {
        Page(report: self).html()
    }

    /// The timeline with its legend as an SVG document of its own, for a picture elsewhere.
    public func timelineSVG() -> String {
        Timeline(report: self).document()
    }

    var words: ReportWords { ReportWords(language: language) }

    /// The files beside the page, which only a rehearsal writes.
    var hasFiles: Bool { account == nil }

    var kind: String { account == nil ? words.rehearsal : words.account }
}
