/// What stands for a variable when a template is filled in.
enum TemplateValue: Equatable, Sendable {
    /// Somebody's words, or words made of them; escaped where it is printed.
    case text(String)
    /// A web or mail address, to be followed by a click.
    case address(String)
    /// Words and an address behind them: `en visio, <https://…>`.
    case phrase(before: String, address: String)
    case flag(Bool)
    case list([TemplateValues])
}

/// Values by the name of their variable; what is missing prints as nothing, and its section is left out.
struct TemplateValues: Equatable, Sendable {
    private var values: [Variable: TemplateValue] = [:]

    enum Medium { case plain, markdown }

    subscript(variable: Variable) -> TemplateValue? {
        get { values[variable] }
        set { values[variable] = newValue }
    }

    /// Sets a text; nothing where there is none.
    mutating func set(_ variable: Variable, _ text: String?) {
        values[variable] = text.map { .text($0) }
    }

    mutating func set(_ variable: Variable, _ flag: Bool) {
        values[variable] = .flag(flag)
    }

    mutating func merge(_ others: TemplateValues) {
        values.merge(others.values) { _, new in new }
    }

    /// Leaves out the others.
    mutating func keep(where isWanted: (Variable) -> Bool) {
        values = values.filter { isWanted($0.key) }
    }

    /// What has a value.
    var variables: Set<Variable> { Set(values.keys) }

    /// What Mustache reads.
    func rendered(for medium: Medium) -> [String: Any] {
        Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value.rendered(for: medium)) })
    }
}

extension TemplateValue {
    fileprivate func rendered(for medium: TemplateValues.Medium) -> Any {
        switch (self, medium) {
        case (.text(let text), .plain): CleanText.line(text)
        case (.text(let text), .markdown): Markdown.escape(text)
        case (.address(let address), .plain): CleanText.line(address)
        case (.address(let address), .markdown): Markdown.link(address)
        case (.phrase(let before, let address), .plain): CleanText.line(before + " " + address)
        case (.phrase(let before, let address), .markdown): Markdown.escape(before) + " " + Markdown.link(address)
        case (.flag(let flag), _): flag
        case (.list(let items), _): items.map { $0.rendered(for: medium) }
        }
    }
}
