/// Makes a tree of an expression.
struct Parser {
    private var lexer: Lexer
    private var token: Token
    private var depth = 0

    /// How far brackets, operators and calls may go into each other.
    static let deepest = 100
    /// In Unicode scalars.
    static let longest = 10_000

    static func parse(_ source: [Unicode.Scalar]) throws(Fault) -> Node {
        guard source.count <= longest else { throw Fault(.tooLong(limit: longest), at: longest) }
        var parser = try Parser(source)
        let node = try parser.expression()
        guard parser.token.kind == .end else { throw parser.unexpected("an operator or the end") }
        return node
    }

    private init(_ source: [Unicode.Scalar]) throws(Fault) {
        lexer = Lexer(source)
        token = try lexer.next()
    }

    private mutating func advance() throws(Fault) { token = try lexer.next() }

    /// Steps over a symbol if it comes next.
    private mutating func take(_ symbol: String) throws(Fault) -> Bool {
        guard token.kind == .symbol(symbol) else { return false }
        try advance()
        return true
    }

    private mutating func expect(_ symbol: String) throws(Fault) {
        guard try take(symbol) else { throw unexpected("'\(symbol)' or an operator") }
    }

    private func unexpected(_ expected: String) -> Fault {
        if case .name(let name) = token.kind, let meant = ["and": "&&", "or": "||", "not": "!"][name] {
            return Fault(.strayCharacter(name, meant: meant), at: token.offset)
        }
        return Fault(.unexpected(token.shown, expected: expected), at: token.offset)
    }

    private func node(_ form: Node.Form, at offset: Int) throws(Fault) -> Node {
        let node = Node(form, at: offset)
        guard node.height <= Self.deepest else { throw Fault(.tooDeep(limit: Self.deepest), at: offset) }
        return node
    }

    /// `condition ? yes : no`, or what is above it.
    private mutating func expression() throws(Fault) -> Node {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw Fault(.tooDeep(limit: Self.deepest), at: token.offset) }
        let condition = try operation(above: 0)
        let offset = token.offset
        guard try take("?") else { return condition }
        let yes = try operation(above: 0)
        try expect(":")
        return try node(.conditional(condition, then: yes, else: try expression()), at: offset)
    }

    /// Operators that hold tighter than `level`; those of one level go from left to right.
    private mutating func operation(above level: Int) throws(Fault) -> Node {
        var left = try prefixed()
        while let infix = Infix(token.kind), infix.level > level {
            let offset = token.offset
            try advance()
            let right = try operation(above: infix.level)
            switch infix {
            case .binary(let symbol): left = try node(.binary(symbol, left, right), at: offset)
            case .logic(let symbol):
                if case .logic(symbol, let operands) = left.form {
                    left = try node(.logic(symbol, operands + [right]), at: left.offset)
                } else {
                    left = try node(.logic(symbol, [left, right]), at: offset)
                }
            }
        }
        return left
    }

    /// One kind of prefix, any number of times; the minus next to a number belongs to it.
    private mutating func prefixed() throws(Fault) -> Node {
        guard case .symbol(let symbol) = token.kind, let prefix = UnaryOperator(rawValue: symbol) else {
            return try member(of: try primary())
        }
        var offsets: [Int] = []
        while token.kind == .symbol(symbol) {
            offsets.append(token.offset)
            try advance()
        }
        let first: Node
        if prefix == .negate, let last = offsets.last, let number = try negative(at: last) {
            offsets.removeLast()
            first = number
        } else {
            first = try primary()
        }
        var operand = try member(of: first)
        for offset in offsets.reversed() { operand = try node(.unary(prefix, operand), at: offset) }
        return operand
    }

    private mutating func negative(at offset: Int) throws(Fault) -> Node? {
        let value: Value
        switch token.kind {
        case .int(let magnitude):
            guard let number = Int64(exactly: -Int128(magnitude)) else {
                throw Fault(.numberOutOfRange("-\(magnitude)"), at: offset)
            }
            value = .int(number)
        case .double(let number): value = .double(-number)
        default: return nil
        }
        try advance()
        return try node(.literal(value), at: offset)
    }

    /// What follows an operand: `.field`, `.function(…)`, `[…]`.
    private mutating func member(of first: Node) throws(Fault) -> Node {
        var operand = first
        while case .symbol(let symbol) = token.kind {
            let offset = token.offset
            switch symbol {
            case ".":
                try advance()
                operand = try selection(of: operand)
            case "[":
                try advance()
                if token.kind == .symbol("?") { throw Fault(.leftOut("an optional element"), at: token.offset) }
                operand = try node(.index(operand, try expression()), at: offset)
                try expect("]")
            case "{": throw Fault(.leftOut("a message"), at: offset)
            default: return operand
            }
        }
        return operand
    }

    private mutating func selection(of operand: Node) throws(Fault) -> Node {
        if token.kind == .symbol("?") { throw Fault(.leftOut("an optional field"), at: token.offset) }
        guard case .name(let name) = token.kind else { throw unexpected("a name") }
        let offset = token.offset
        try advance()
        guard try take("(") else {
            // A dotted name is pointed at where it begins.
            return try node(.select(operand, field: name), at: operand.path == nil ? offset : operand.offset)
        }
        let arguments = try list(until: ")")
        if let macro = try Comprehension(name, over: operand, arguments, at: offset) {
            return try node(.comprehension(macro), at: offset)
        }
        return try node(.call(name, receiver: operand, arguments), at: offset)
    }

    private mutating func primary() throws(Fault) -> Node {
        let (kind, offset) = (token.kind, token.offset)
        switch kind {
        case .int(let magnitude):
            guard let number = Int64(exactly: magnitude) else {
                throw Fault(.numberOutOfRange("\(magnitude)"), at: offset)
            }
            return try literal(.int(number))
        case .uint(let number): return try literal(.uint(number))
        case .double(let number): return try literal(.double(number))
        case .string(let text): return try literal(.string(text))
        case .bytes(let bytes): return try literal(.bytes(bytes))
        case .name("true"): return try literal(.bool(true))
        case .name("false"): return try literal(.bool(false))
        case .name("null"): return try literal(.null)
        case .name: return try name(isRooted: false)
        case .symbol("."):
            try advance()
            return try name(isRooted: true)
        case .symbol("("):
            try advance()
            let inner = try expression()
            try expect(")")
            return inner
        case .symbol("["):
            try advance()
            return try node(.list(try list(until: "]", trailingComma: true)), at: offset)
        case .symbol("{"):
            try advance()
            return try node(.map(try entries()), at: offset)
        case .symbol, .end: throw unexpected("a value")
        }
    }

    private mutating func literal(_ value: Value) throws(Fault) -> Node {
        let offset = token.offset
        try advance()
        return try node(.literal(value), at: offset)
    }

    private mutating func name(isRooted: Bool) throws(Fault) -> Node {
        guard case .name(let name) = token.kind else { throw unexpected("a name") }
        let offset = token.offset
        guard !Token.reserved.contains(name) else { throw Fault(.reservedWord(name), at: offset) }
        try advance()
        guard try take("(") else { return try node(.name(name, isRooted: isRooted), at: offset) }
        let arguments = try list(until: ")")
        guard name == "has" else { return try node(.call(name, receiver: nil, arguments), at: offset) }
        guard arguments.count == 1, case .select(let operand, let field) = arguments[0].form else {
            throw Fault(.macroArguments(name, "one fact or field, as in has(a.b)"), at: offset)
        }
        return try node(.has(operand, field: field), at: arguments[0].offset)
    }

    /// Expressions with commas between them, and the closing bracket.
    private mutating func list(until close: String, trailingComma: Bool = false) throws(Fault) -> [Node] {
        var nodes: [Node] = []
        if try take(close) { return nodes }
        while true {
            nodes.append(try expression())
            if try take(close) { return nodes }
            guard try take(",") else { throw unexpected("',' or '\(close)'") }
            if trailingComma, try take(close) { return nodes }
        }
    }

    private mutating func entries() throws(Fault) -> [(key: Node, value: Node)] {
        var entries: [(key: Node, value: Node)] = []
        while try !take("}") {
            let key = try expression()
            try expect(":")
            entries.append((key, try expression()))
            if try take("}") { return entries }
            guard try take(",") else { throw unexpected("',' or '}'") }
        }
        return entries
    }
}
