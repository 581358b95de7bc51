/// What a look at everything that Jalon needs has found, step by step.
public struct Diagnosis: Sendable, Hashable {
    public struct Step: Sendable, Hashable, Encodable {
        public enum Finding: String, Sendable, Hashable, Encodable {
            case fine
            /// It works, and yet an admin should look.
            case doubtful
            case wrong
        }

        /// `configuration`, `state`, `files`, `clock`, `sending`, `name`, `connection`, `encryption`, `login`, `offers`, `mail` or `answers`.
        public var name: String
        public var finding: Finding
        /// What was found and, where it is not fine, what to do.
        public var text: String

        public init(_ name: String, _ finding: Finding, _ text: String) {
            self.name = name
            self.finding = finding
            self.text = text
        }
    }

    public internal(set) var steps: [Step] = []

    public var isFine: Bool { steps.allSatisfy { $0.finding != .wrong } }
}
