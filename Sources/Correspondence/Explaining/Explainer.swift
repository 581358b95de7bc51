public import Mentoring

/// Says in plain words what a rule does, and what rules can be made of: `jalon explain`.
public struct Explainer: Sendable {
    private let words: any ExplainingWords

    /// - Parameter language: French for `fr` and its regions, English for all else.
    public init(language: Language) {
        words = language.primary == .french ? FrenchExplanations() : EnglishExplanations()
    }

    /// A term, and what it means.
    public struct Entry: Sendable, Hashable {
        public var term: String
        public var meaning: String
    }

    /// Entries under a heading.
    public struct Part: Sendable, Hashable {
        public var heading: String
        public var entries: [Entry]
    }

    /// A rule as sentences, one a line.
    public func sentences(for rule: Rule) -> [String] {
        var lines = [words.opening(rule.trigger, action(rule.action))]
        lines += rule.onlyIf.map { words.onlyIf($0.alternatives.map(words.meaning)) }
        if let condition = rule.condition { lines.append(words.condition("\(condition)")) }
        if !rule.groups.isEmpty { lines.append(words.groups(rule.groups)) }
        for rest in rule.evenIf.sorted(by: { $0.rawValue < $1.rawValue }) { lines.append(words.evenIf(rest)) }
        if let times = rule.maxTimes { lines.append(words.atMost(times)) }
        if let seconds = rule.tooLateAfter { lines.append(words.tooLate(minutes: seconds / 60)) }
        lines += rule.then.map { words.step($0.after, action($0.action)) }
        return lines
    }

    private func action(_ action: Rule.Action) -> String {
        words.action(action.template, to: action.audience.map(words.name))
    }

    /// What a rule can be made of.
    public func vocabulary() -> [Part] {
        [
            Part(heading: words.heading(.triggers), entries: words.triggers.map { Entry(term: $0.0, meaning: $0.1) }),
            Part(
                heading: words.heading(.events),
                entries: Trigger.Event.allCases.map { Entry(term: "when \($0.rawValue)", meaning: words.meaning($0)) }),
            Part(
                heading: words.heading(.phrases),
                entries: Phrase.allCases.map { Entry(term: $0.rawValue, meaning: words.meaning($0)) }),
            Part(
                heading: words.heading(.audiences),
                entries: Audience.allCases.map { Entry(term: $0.rawValue, meaning: words.name($0)) }),
            Part(heading: words.heading(.keys), entries: words.keys.map { Entry(term: $0.0, meaning: $0.1) }),
        ]
    }

    /// What a condition can ask about, with its type.
    public func facts() -> Part {
        Part(
            heading: words.heading(.facts),
            entries: OfferedFact.allCases.map { Entry(term: "\($0.rawValue): \($0.type)", meaning: words.meaning($0)) })
    }

    /// The texts that are built in, each with the variables that it may use.
    public func templates() -> Part {
        Part(
            heading: words.heading(.templates),
            entries: TemplateName.builtIn.sorted().map {
                Entry(term: $0.rawValue, meaning: TemplateLibrary.variables(of: $0).joined(separator: ", "))
            })
    }
}

/// What a list of explanations is headed by.
enum ExplanationHeading {
    case triggers, events, phrases, audiences, keys, facts, templates
}

/// The words of explanations, in one language.
protocol ExplainingWords: Sendable {
    func heading(_ heading: ExplanationHeading) -> String
    /// Example and meaning.
    var triggers: [(String, String)] { get }
    /// Key and meaning.
    var keys: [(String, String)] { get }
    func meaning(_ event: Trigger.Event) -> String
    func meaning(_ phrase: Phrase) -> String
    func meaning(_ fact: OfferedFact) -> String
    func name(_ audience: Audience) -> String
    /// `Three days before each session, the text "prepare" goes to the mentee.`
    func opening(_ trigger: Trigger, _ action: String) -> String
    func action(_ template: TemplateName, to audience: [String]) -> String
    func onlyIf(_ alternatives: [String]) -> String
    func condition(_ source: String) -> String
    func groups(_ groups: [String]) -> String
    func evenIf(_ rest: Rule.Rest) -> String
    func atMost(_ times: Int) -> String
    func tooLate(minutes: Int) -> String
    func step(_ after: Offset, _ action: String) -> String
}

extension Offset {
    /// In the largest unit that says it whole: `2 days` for 2,880.
    init(minutes: Int) {
        if minutes % 1440 == 0 {
            self.init(minutes / 1440, .days)
        } else if minutes % 60 == 0 {
            self.init(minutes / 60, .hours)
        } else {
            self.init(minutes, .minutes)
        }
    }
}
