import CivilTime
import MailMessage
import Mentoring

/// Puts a configuration together: first every name that the files give, then what they say.
struct Assembly {
    let directory: ConfigurationDirectory
    let findings: Findings
    let files: YAMLFiles
    var documents: Documents
    let today: CivilDate
    let known: KnownCalendars

    /// - Returns: nil where there is no programme to speak of, which has been told.
    func configuration() -> Configuration? {
        var documents = self.documents
        for (file, mention) in files.included(by: documents.main) {
            if let value = files.value(of: file, mention: mention) {
                documents.add(value, of: file)
            } else {
                documents.addUnreadable()
            }
        }
        let templates = TemplateReader(directory: directory, findings: findings).templates()
        let calendarReader = CalendarReader(
            directory: directory, findings: findings, today: today, known: known)
        var readings = Readings(directory: directory, findings: findings, calendars: calendarReader)
        readings.names = Self.names(in: documents, templates: templates)
        readings.names.isComplete = documents.isComplete
        let programme = programme(in: documents.main, &readings)
        let mailReader = MailReader(directory: directory, findings: findings)
        let mailSection = documents.main.section("mail", keys: MailReader.mailKeys)
        let mail = mailSection.flatMap(mailReader.mail)
        let answersSection = documents.main.section("answers", keys: AnswersReader.keys)
        let answers = answersSection.flatMap(AnswersReader(mail: mailReader, findings: findings).answers)
        let calendars = documents.main.section("calendars", keys: CalendarReader.keys)
        let holidays = calendars?.texts("holidays").map(calendarReader.holidays) ?? []
        let publish = calendars.flatMap(publish)
        let retention = documents.main.section("retention", keys: RetentionReader.keys)
            .map { RetentionReader(section: $0).retention() }
        let people = documents.people.compactMap(PersonReader(readings: readings).person)
        let relationships = documents.relationships.compactMap(RelationshipReader(readings: readings).relationship)
        let rules = documents.rules.compactMap(RuleReader(readings: readings).rule)
        guard var programme else { return nil }
        programme.noticeDays = readings.defaults.noticeDays
        programme.followsAnswers = answers != nil
        programme.bufferMinutes = readings.defaults.bufferMinutes
        programme.holidays = holidays.reduce(into: []) { $0.formUnion($1) }
        programme.people = Dictionary(people.map { ($0.person.id, $0.person) }) { first, _ in first }
        programme.relationships = Dictionary(
            relationships.map { ($0.relationship.id, $0.relationship) }
        ) { first, _ in first }
        programme.rules = rules.map(\.rule).sorted { $0.id < $1.id }
        Review(
            programme: programme, main: documents.main, people: people, relationships: relationships, rules: rules,
            templates: templates, findings: findings, isComplete: documents.isComplete
        ).run(today: today)
        return Configuration(
            programme: programme, mail: mail, answers: answers, publish: publish,
            retention: retention ?? Retention(), templates: templates,
            files: directory.files,
            sendings: rules.flatMap(sendings),
            settings: places(["mail": mailSection, "answers": answersSection, "calendars": calendars]),
            kept: calendarReader.kept.map { "\($0.file):\($0.line)" }, fingerprint: Fingerprint(directory.files).text)
    }

    /// Where that stands which reading alone cannot judge.
    private func places(_ sections: [String: Section?]) -> SettingPlaces {
        let source = files.sources[Documents.mainFile] ?? SourceText(file: Documents.mainFile, text: "")
        let keys = ["mail": MailReader.mailKeys, "answers": AnswersReader.keys, "calendars": CalendarReader.keys]
        var places = SettingPlaces()
        for case (let name, let section?) in sections {
            places.add(section, named: name, keys: keys[name] ?? [], in: source)
        }
        return places
    }

    private func sendings(of found: RuleReader.Found) -> [Sending] {
        found.actions.map { action in
            let site = action.audience
            let source = files.sources[site.file] ?? SourceText(file: site.file, text: "")
            return Sending(
                template: action.action.template, audience: action.action.audience,
                place: source.diagnostic(.error, "", at: site))
        }
    }

    private func programme(in main: Section, _ readings: inout Readings) -> Programme? {
        if let defaults = main.section("defaults", keys: Defaults.keys) { readings.defaults = Defaults(defaults) }
        if main.isUnclear("defaults") { readings.defaults = .unclear }
        guard main.has("programme") else {
            findings.error("there is no `programme:`", at: main.site)
            return nil
        }
        guard let section = main.section("programme", keys: ProgrammeReader.keys) else { return nil }
        let programme = ProgrammeReader(readings: readings, section: section).programme()
        readings.mailboxes = programme?.ownAddresses ?? []
        readings.zone = programme?.zone ?? readings.zone
        readings.language = programme?.language ?? readings.language
        return programme
    }

    private func publish(_ calendars: Section) -> String? {
        guard let text = calendars.text("publish") else { return nil }
        guard directory.isInside(text.value) else {
            findings.error("'\(text.value.shortened)' leads out of the configuration's directory", at: text.site)
            return nil
        }
        return directory.absolute(text.value)
    }

    private static func names(
        in documents: Documents, templates: [Language: [TemplateName: TemplateFile]]
    ) -> Names {
        var names = Names()
        names.people = Set(documents.people.map(\.key))
        names.relationships = Set(documents.relationships.map(\.key))
        names.rules = Set(documents.rules.map(\.key))
        names.templates = TemplateName.builtIn.union(templates.values.flatMap(\.keys))
        let holders = documents.relationships.map(\.value) + [documents.main["defaults"]?.value].compactMap(\.self)
        names.series.formUnion(holders.compactMap { $0["series"] }.flatMap(\.keys))
        return names
    }
}

extension Value {
    /// What stands behind a key; nil where there is no such key.
    fileprivate subscript(key: String) -> Value? {
        guard case .keys(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }
}
