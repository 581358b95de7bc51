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

    /// The items of a list; none where there is no such list.
    func count(of list: Variable) -> Int {
        guard case .list(let items) = values[list] else { return 0 }
        return items.count
    }

    /// At most so many octets are printed for one of the values, or for one of a list's item.
    var longestText: Int { values.values.map(\.longestText).max() ?? 0 }

    /// Leaves out the second half of each list.
    ///
    /// - Returns: false where no list has anything to leave out.
    mutating func halveLists() -> Bool {
        var isShorter = false
        for case (let variable, .list(let items)) in values where !items.isEmpty {
            values[variable] = .list(Array(items.prefix(items.count / 2)))
            isShorter = true
        }
        return isShorter
    }

    /// What has a value.
    var variables: Set<Variable> { Set(values.keys) }

    /// What Mustache reads.
    func rendered(for medium: Medium) -> [String: Any] {
        Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value.rendered(for: medium)) })
    }
}

extension TemplateValue {
    /// With all that escaping may add.
    fileprivate var longestText: Int {
        switch self {
        case .text(let text): text.utf8.count * 2
        case .address(let address): address.utf8.count * 3 + 2
        case .phrase(let before, let address): (before.utf8.count + address.utf8.count) * 3 + 3
        case .flag: 5
        case .list(let items): items.map(\.longestText).max() ?? 0
        }
    }

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
