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
    /// Twelve hexadecimal digits over the names and bytes of the files, the same on every machine.
    public var fingerprint: String

    public init(
        programme: Programme, mail: MailSettings? = nil, answers: AnswerSettings? = nil, publish: String? = nil,
        retention: Retention = Retention(), templates: [Language: [TemplateName: TemplateFile]] = [:],
        files: [SourceFile] = [], sendings: [Sending] = [],
        fingerprint: String
    ) {
        self.programme = programme
        self.mail = mail
        self.answers = answers
        self.publish = publish
        self.retention = retention
        self.templates = templates
        self.files = files
        self.sendings = sendings
        self.fingerprint = fingerprint
    }
}

/// A text of the admin's own.
public struct TemplateFile: Sendable, Hashable {
    /// Inside the configuration's directory.
    public let path: String
    public let text: String

    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

/// A text that a rule sends.
public struct Sending: Sendable, Hashable {
    public let template: TemplateName
    public let audience: [Audience]
    /// Where the recipients stand, as an error that has no words yet.
    public let place: Diagnostic
}

/// A file that the configuration was read from.
public struct SourceFile: Sendable, Hashable {
    /// Inside the configuration's directory, or absolute where the admin wrote that.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// What reading gave.
public struct Loaded: Sendable {
    /// Nil where there is a mistake.
    public var configuration: Configuration?
    /// Mistakes and warnings in the order of their places.
    public var diagnostics: [Diagnostic]
}
