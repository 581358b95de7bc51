/// A macro that goes through a list or a map: `list.all(x, x > 0)`.
struct Comprehension: Sendable {
    let kind: Kind
    /// As it was written.
    let name: String
    let range: Node
    /// One or two: the element or key; or the place and the element, or the key and the value.
    let variables: [String]
    /// Only elements for which this holds count.
    let filter: Node?
    let body: Node

    enum Kind: Sendable {
        case all, exists, existsOne, filter, map, transformMap
    }
}

extension Comprehension {
    /// The macro's names, with what each takes.
    static let macros: [String: String] = [
        "all": "a name and a condition",
        "exists": "a name and a condition",
        "exists_one": "a name and a condition",
        "existsOne": "a name and a condition",
        "filter": "a name and a condition",
        "map": "a name, perhaps a condition, and a result",
        "transformList": "two names, perhaps a condition, and a result",
        "transformMap": "two names, perhaps a condition, and a result",
    ]

    /// - Returns: nil where the name is no macro.
    init?(_ name: String, over range: Node, _ arguments: [Node], at offset: Int) throws(Fault) {
        guard let takes = Self.macros[name] else { return nil }
        let kind: Kind
        let names: Int
        switch (name, arguments.count) {
        case ("all", 2), ("all", 3): (kind, names) = (.all, arguments.count - 1)
        case ("exists", 2), ("exists", 3): (kind, names) = (.exists, arguments.count - 1)
        case ("exists_one", 2), ("existsOne", 2), ("exists_one", 3), ("existsOne", 3):
            (kind, names) = (.existsOne, arguments.count - 1)
        case ("filter", 2): (kind, names) = (.filter, 1)
        case ("map", 2), ("map", 3): (kind, names) = (.map, 1)
        case ("transformList", 3), ("transformList", 4): (kind, names) = (.map, 2)
        case ("transformMap", 3), ("transformMap", 4): (kind, names) = (.transformMap, 2)
        default: throw Fault(.macroArguments(name, takes), at: offset)
        }
        var variables: [String] = []
        for argument in arguments.prefix(names) {
            guard case .name(let variable, isRooted: false) = argument.form, !variables.contains(variable) else {
                throw Fault(.macroArguments(name, takes), at: argument.offset)
            }
            variables.append(variable)
        }
        self.init(
            kind: kind, name: name, range: range, variables: variables,
            filter: arguments.count == names + 2 ? arguments[names] : nil, body: arguments[arguments.count - 1])
    }
}
