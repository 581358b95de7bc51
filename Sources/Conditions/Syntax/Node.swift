/// A node of the tree that an expression is.
struct Node: Sendable {
    let form: Form
    /// Where it would be pointed at, in Unicode scalars from the start: an operator, or the first letter of a name.
    let offset: Int
    /// 1 for a leaf.
    let height: Int

    init(_ form: Form, at offset: Int) {
        self.form = form
        self.offset = offset
        height = (form.children.map(\.height).max() ?? 0) + 1
    }

    indirect enum Form: Sendable {
        case literal(Value)
        /// `isRooted` with a dot before it, which no variable of a macro hides.
        case name(String, isRooted: Bool)
        case select(Node, field: String)
        case index(Node, Node)
        case has(Node, field: String)
        case call(String, receiver: Node?, [Node])
        case unary(UnaryOperator, Node)
        case binary(BinaryOperator, Node, Node)
        /// Two or more in a row.
        case logic(LogicOperator, [Node])
        case conditional(Node, then: Node, else: Node)
        case list([Node])
        case map([(key: Node, value: Node)])
        case comprehension(Comprehension)

        // What only the checker makes.

        /// A declared name.
        case fact(String)
        case hasFact(String)
        /// `matches` with a pattern that was read beforehand.
        case match(Node, Pattern)
    }

    /// `a.b.c` where it is nothing but names and dots.
    var path: (name: String, isRooted: Bool)? {
        switch form {
        case .name(let name, let isRooted): (name, isRooted)
        case .select(let operand, let field): operand.path.map { ("\($0.name).\(field)", $0.isRooted) }
        default: nil
        }
    }
}

extension Node.Form {
    fileprivate var children: [Node] {
        switch self {
        case .literal, .name, .fact, .hasFact: []
        case .select(let operand, _), .has(let operand, _), .unary(_, let operand), .match(let operand, _): [operand]
        case .index(let left, let right), .binary(_, let left, let right): [left, right]
        case .call(_, let receiver, let arguments): (receiver.map { [$0] } ?? []) + arguments
        case .logic(_, let operands), .list(let operands): operands
        case .conditional(let condition, let yes, let no): [condition, yes, no]
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .comprehension(let macro): [macro.range, macro.body] + (macro.filter.map { [$0] } ?? [])
        }
    }
}
