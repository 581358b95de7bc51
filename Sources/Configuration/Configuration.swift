public import Mentoring

/// All that the admin's files say, once there is no mistake in them.
public struct Configuration: Sendable {
    public var programme: Programme
    /// Nil where the files name no mail server: then a rehearsal is all that can be done.
    public var mail: MailSettings?
    /// Nil where answers are not followed.
    public var answers: AnswerSettings?
    /// The directory for calendars of people and relationships; nil where none are wanted.
    public var publish: String?
    public var retention: Retention
    /// The admin's own texts, `templates/LANG/NAME.md`.
    public var templates: [Language: [TemplateName: TemplateFile]]
    /// Every file that was read, in the order of the paths; no secret is among them.
    public var files: [SourceFile]
    /// Which text each rule sends to whom, with the place, in the order of the files.
    public var sendings: [Sending]
    /// Where the settings stand that only a start can try.
    public var settings: SettingPlaces
    /// The places, `FILE:LINE`, that name a calendar of which what was known before stays in force: it cannot be read now.
    public var kept: [String]
    /// Twelve hexadecimal digits over the names and bytes of the files, the same on every machine.
    public var fingerprint: String

    public init(
        programme: Programme, mail: MailSettings? = nil, answers: AnswerSettings? = nil, publish: String? = nil,
        retention: Retention = Retention(), templates: [Language: [TemplateName: TemplateFile]] = [:],
        files: [SourceFile] = [], sendings: [Sending] = [],
        settings: SettingPlaces = SettingPlaces(), kept: [String] = [], fingerprint: String
    ) {
        self.programme = programme
        self.mail = mail
        self.answers = answers
        self.publish = publish
        self.retention = retention
        self.templates = templates
        self.files = files
        self.sendings = sendings
        self.settings = settings
        self.kept = kept
        self.fingerprint = fingerprint
    }
}
