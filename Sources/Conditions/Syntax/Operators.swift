enum UnaryOperator: String, Sendable {
    case not = "!"
    case negate = "-"
}

enum LogicOperator: String, Sendable {
    case or = "||"
    case and = "&&"
}

enum BinaryOperator: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case within = "in"
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
}

/// An operator between two operands, and how tightly it holds them.
enum Infix {
    case logic(LogicOperator)
    case binary(BinaryOperator)

    init?(_ token: Token.Kind) {
        guard let spelling = token.spelling else { return nil }
        if let logic = LogicOperator(rawValue: spelling) {
            self = .logic(logic)
        } else if let binary = BinaryOperator(rawValue: spelling) {
            self = .binary(binary)
        } else {
            return nil
        }
    }

    /// The higher, the tighter.
    var level: Int {
        switch self {
        case .logic(.or): 1
        case .logic(.and): 2
        case .binary(.add), .binary(.subtract): 4
        case .binary(.multiply), .binary(.divide), .binary(.remainder): 5
        case .binary: 3
        }
    }
}

extension Token.Kind {
    fileprivate var spelling: String? {
        switch self {
        case .symbol(let symbol): symbol
        case .name("in"): "in"
        default: nil
        }
    }
}
