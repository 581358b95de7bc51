public import CivilTime

/// An expression that was read and, as a rule, checked against the names that it may use.
///
/// `relationship.missed_in_a_row >= 2 && relationship.months_left > 1`, in the Common Expression Language as far as
/// `docs/conditions.md` says. It reads what it is given, changes nothing, and always ends.
public struct Expression: Sendable {
    /// As it was written.
    public let source: String
    /// What it comes to; `dyn` where that is not known.
    public let type: ValueType
    /// The declared names that it reads, or asks for with `has`.
    public let references: Set<String>

    private let root: Node
    private let expected: ValueType?

    /// Steps that are enough for any condition that a person writes, and take a few milliseconds.
    public static let usualBudget = 100_000

    /// Reads and checks.
    ///
    /// - Parameter expecting: the type that it must be of; nil for any.
    /// - Throws: the first mistake, with its place.
    public init(
        _ source: String, declarations: Declarations, expecting: ValueType? = .bool
    ) throws(ConditionError) {
        let scalars = Array(source.unicodeScalars)
        do throws(Fault) {
            var checker = Checker(declarations)
            let (root, type) = try checker.check(try Parser.parse(scalars))
            if let expecting, !expecting.accepts(type) {
                throw Fault(.wrongResult(expected: expecting, found: type), at: root.offset)
            }
            (self.root, self.type, references) = (root, type, checker.references)
        } catch {
            throw ConditionError(error, in: scalars)
        }
        self.source = source
        expected = expecting
    }

    /// Reads without checking: what is wrong with names and types shows when it is evaluated.
    public init(unchecked source: String) throws(ConditionError) {
        let scalars = Array(source.unicodeScalars)
        do throws(Fault) {
            root = try Parser.parse(scalars)
        } catch {
            throw ConditionError(error, in: scalars)
        }
        self.source = source
        (type, references, expected) = (.dyn, [], nil)
    }

    /// - Parameters:
    ///   - facts: the value of a declared name; nil where it has none today, which `has` asks for.
    ///   - zones: the zone of a name such as `Europe/Paris`, for the fields of timestamps.
    ///   - budget: in steps: a step is a part of the expression evaluated, an element gone through or produced, a
    ///     state of a pattern tried, or sixteen bytes of text.
    public func evaluate(
        _ facts: @escaping (String) -> Value?, zones: @escaping (String) -> Zone?, budget: Int = usualBudget
    ) throws(EvaluationError) -> Value {
        var evaluator = Evaluator(facts: facts, zones: zones, meter: Meter(budget: budget))
        let value = try evaluator.value(of: root)
        if let expected, !expected.accepts(value.type) {
            throw .wrongResult(expected: expected, found: value.type)
        }
        return value
    }
}

/// By what is written.
extension Expression: Hashable {
    public static func == (left: Expression, right: Expression) -> Bool { left.source == right.source }

    public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

extension Expression: CustomStringConvertible {
    public var description: String { source }
}

extension ConditionError {
    fileprivate init(_ fault: Fault, in source: [Unicode.Scalar]) {
        self.init(reason: fault.reason, position: SourcePosition(offset: fault.offset, in: source))
    }
}
