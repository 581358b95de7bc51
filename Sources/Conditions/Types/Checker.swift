/// Finds the type of a tree, or the first mistake in it, and settles what its names mean.
struct Checker {
    let declarations: Declarations
    /// The declared names that were read so far.
    private(set) var references: Set<String> = []
    private var variables: [(name: String, type: ValueType)] = []

    init(_ declarations: Declarations) {
        self.declarations = declarations
    }

    mutating func check(_ node: Node) throws(Fault) -> (node: Node, type: ValueType) {
        let (form, type) = try form(of: node)
        return (Node(form, at: node.offset), type)
    }

    private typealias Typed = (form: Node.Form, type: ValueType)

    private mutating func form(of node: Node) throws(Fault) -> Typed {
        switch node.form {
        case .literal(let value): return (node.form, value.type)
        case .fact(let name): return (node.form, declarations.types[name] ?? .dyn)
        case .hasFact, .match: return (node.form, .bool)
        case .name, .select: return try reading(node)
        case .has(let operand, let field): return try presence(of: field, in: operand, at: node.offset)
        case .index(let container, let key): return try element(of: container, at: key, node.offset)
        case .call(let name, let receiver, let arguments):
            return try call(name, receiver, arguments, at: node.offset)
        case .unary(let symbol, let operand):
            let (operand, type) = try check(operand)
            switch symbol {
            case .not: try require(.bool, type, for: symbol.rawValue, at: operand.offset)
            case .negate:
                guard ValueType.int.accepts(type) || ValueType.double.accepts(type) else {
                    throw Fault(.wrongOperands("-", [type]), at: node.offset)
                }
            }
            return (.unary(symbol, operand), type)
        case .binary(let symbol, let left, let right):
            let (left, right) = (try check(left), try check(right))
            let type = try symbol.type(left.type, right.type, at: node.offset)
            return (.binary(symbol, left.node, right.node), type)
        case .logic(let symbol, let operands):
            var checked: [Node] = []
            for operand in operands {
                let (operand, type) = try check(operand)
                try require(.bool, type, for: symbol.rawValue, at: operand.offset)
                checked.append(operand)
            }
            return (.logic(symbol, checked), .bool)
        case .conditional(let condition, let yes, let no):
            let (condition, type) = try check(condition)
            try require(.bool, type, for: "?:", at: condition.offset)
            let (yes, no) = (try check(yes), try check(no))
            guard yes.type.accepts(no.type) else { throw Fault(.branchesDiffer(yes.type, no.type), at: node.offset) }
            return (.conditional(condition, then: yes.node, else: no.node), yes.type.joined(with: no.type))
        case .list(let nodes):
            var elements: [(node: Node, type: ValueType)] = []
            for node in nodes { elements.append(try check(node)) }
            return (.list(elements.map(\.node)), .list(elements.map(\.type).joined))
        case .map(let entries): return try map(entries)
        case .comprehension(let macro): return try comprehension(macro)
        }
    }

    private func require(
        _ wanted: ValueType, _ type: ValueType, for user: String, at offset: Int
    ) throws(Fault) {
        guard wanted.accepts(type) else { throw Fault(.notBool(user, type), at: offset) }
    }

    // MARK: Names

    /// A variable of a macro, a declared name, a type's name, or a field of one of these.
    private mutating func reading(_ node: Node) throws(Fault) -> Typed {
        if let path = node.path, !isVariable(path) {
            if let type = declarations.types[path.name] {
                references.insert(path.name)
                return (.fact(path.name), type)
            }
            if let type = ValueType.named[path.name] { return (.literal(.type(type)), .type) }
            guard declarations.knows(path.name) else { throw unknown(path.name, at: node.offset) }
        }
        switch node.form {
        case .select(let operand, let field):
            let (operand, type) = try check(operand)
            return (.select(operand, field: field), try self.type(ofField: field, in: type, at: node.offset))
        case .name(let name, _):
            return (node.form, variables.last { $0.name == name }?.type ?? .dyn)
        default: return (node.form, .dyn)
        }
    }

    private func isVariable(_ path: (name: String, isRooted: Bool)) -> Bool {
        let first = path.name.prefix { $0 != "." }
        return !path.isRooted && variables.contains { $0.name == first }
    }

    private func unknown(_ name: String, at offset: Int) -> Fault {
        let meant = NearestName.to(name, among: declarations.types.keys)
        return Fault(
            declarations.isGroup(name) ? .groupOfFacts(name, such: meant) : .unknownName(name, meant: meant),
            at: offset)
    }

    private func type(ofField field: String, in type: ValueType, at offset: Int) throws(Fault) -> ValueType {
        switch type {
        case .dyn: return .dyn
        case .map(let key, let value) where key.accepts(.string): return value
        default: throw Fault(.noFields(type, field: field), at: offset)
        }
    }

    private mutating func presence(of field: String, in operand: Node, at offset: Int) throws(Fault) -> Typed {
        let node = Node(.select(operand, field: field), at: offset)
        if let path = node.path, !isVariable(path) {
            if declarations.types[path.name] != nil {
                references.insert(path.name)
                return (.hasFact(path.name), .bool)
            }
            guard declarations.knows(path.name) else { throw unknown(path.name, at: offset) }
        }
        let (operand, type) = try check(operand)
        _ = try self.type(ofField: field, in: type, at: offset)
        return (.has(operand, field: field), .bool)
    }

    // MARK: Containers

    private mutating func element(of container: Node, at key: Node, _ offset: Int) throws(Fault) -> Typed {
        let (container, type) = try check(container)
        let (key, keyType) = try check(key)
        let element: ValueType
        switch type {
        case .dyn: element = .dyn
        case .list(let inner):
            guard ValueType.int.accepts(keyType) else { throw Fault(.wrongIndex(keyType, of: type), at: key.offset) }
            element = inner
        case .map(let wanted, let inner):
            guard wanted.isComparable(to: keyType) else { throw Fault(.wrongIndex(keyType, of: type), at: key.offset) }
            element = inner
        default: throw Fault(.notIndexable(type), at: offset)
        }
        return (.index(container, key), element)
    }

    private mutating func map(_ entries: [(key: Node, value: Node)]) throws(Fault) -> Typed {
        var checked: [(key: Node, value: Node)] = []
        var keys: [ValueType] = []
        var values: [ValueType] = []
        for entry in entries {
            let (key, value) = (try check(entry.key), try check(entry.value))
            switch key.type {
            case .bool, .int, .uint, .string, .dyn: break
            default: throw Fault(.badKey(key.type), at: key.node.offset)
            }
            checked.append((key.node, value.node))
            keys.append(key.type)
            values.append(value.type)
        }
        return (.map(checked), .map(keys.joined, values.joined))
    }

    private mutating func comprehension(_ macro: Comprehension) throws(Fault) -> Typed {
        let (range, type) = try check(macro.range)
        let types: [ValueType]
        switch type {
        case .list(let element): types = macro.variables.count == 2 ? [.int, element] : [element]
        case .map(let key, let value): types = macro.variables.count == 2 ? [key, value] : [key]
        case .dyn: types = [.dyn, .dyn]
        default: throw Fault(.notIterable(macro.name, type), at: range.offset)
        }
        let depth = variables.count
        for (name, type) in zip(macro.variables, types) { variables.append((name, type)) }
        defer { variables.removeSubrange(depth...) }
        var filter: Node?
        if let condition = macro.filter {
            let (node, type) = try check(condition)
            try require(.bool, type, for: macro.name, at: node.offset)
            filter = node
        }
        let (body, bodyType) = try check(macro.body)
        if macro.kind != .map, macro.kind != .transformMap {
            try require(.bool, bodyType, for: macro.name, at: body.offset)
        }
        let result: ValueType =
            switch macro.kind {
            case .all, .exists, .existsOne: .bool
            case .filter: .list(types[0])
            case .map: .list(bodyType)
            case .transformMap: .map(types[0], bodyType)
            }
        let checked = Comprehension(
            kind: macro.kind, name: macro.name, range: range, variables: macro.variables, filter: filter, body: body)
        return (.comprehension(checked), result)
    }

    // MARK: Functions

    private mutating func call(
        _ name: String, _ receiver: Node?, _ arguments: [Node], at offset: Int
    ) throws(Fault) -> Typed {
        guard let function = Function.all[name] else {
            let names = Array(Function.all.keys) + Array(Comprehension.macros.keys)
            throw Fault(.unknownFunction(name, meant: NearestName.to(name, among: names)), at: offset)
        }
        var nodes: [Node] = []
        var types: [ValueType] = []
        for argument in (receiver.map { [$0] } ?? []) + arguments {
            let (node, type) = try check(argument)
            nodes.append(node)
            types.append(type)
        }
        let fitting = function.overloads.filter { $0.accepts(types, asMember: receiver != nil) }
        guard !fitting.isEmpty else {
            let takes = function.overloads.map { $0.shown(name) }
            throw Fault(.wrongArguments(name, given: types, takes: takes), at: offset)
        }
        if name == "matches", case .literal(.string(let source)) = nodes[1].form {
            do throws(PatternError) {
                return (.match(nodes[0], try Pattern(source)), .bool)
            } catch {
                throw Fault(.badPattern(error), at: nodes[1].offset)
            }
        }
        let checked = receiver == nil ? nil : nodes.removeFirst()
        return (.call(name, receiver: checked, nodes), fitting.map(\.result).joined)
    }
}
