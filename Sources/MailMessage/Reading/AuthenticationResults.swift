/// What the receiving server found out about who sent a mail (RFC 8601): `mx.example.com; dkim=pass header.d=exemple.org`.
public struct AuthenticationResults: Sendable, Hashable {
    /// The name of the server that vouches for it.
    public let authservID: String
    /// In their order; a method may come several times, as DKIM does for each signature.
    public let results: [Result]

    /// What one method came to.
    public struct Result: Sendable, Hashable {
        public let method: Method
        /// In lower case: `pass`, `fail`, `none`, `softfail`, `temperror`, …
        public let outcome: String
        /// In their order, `reason` too; the same name may come twice.
        public let properties: [Property]
        /// What stands in parentheses, such as `p=NONE sp=NONE dis=NONE`.
        public let comments: [String]

        public var isPass: Bool { outcome == "pass" }

        /// All values under a name.
        public func values(of name: String) -> [PropertyValue] {
            properties.filter { $0.name == name }.map(\.value)
        }
    }

    public struct Property: Sendable, Hashable {
        /// In lower case: `header.d`, `header.from`, `smtp.mailfrom`, …
        public let name: String
        public let value: PropertyValue

        init(_ name: String, _ value: PropertyValue) {
            (self.name, self.value) = (name, value)
        }
    }

    public enum Method: Sendable, Hashable {
        case dkim, spf, dmarc
        /// In lower case.
        case other(String)

        init(_ name: String) {
            switch name {
            case "dkim": self = .dkim
            case "spf": self = .spf
            case "dmarc": self = .dmarc
            default: self = .other(name)
            }
        }

        var name: String {
            switch self {
            case .dkim: "dkim"
            case .spf: "spf"
            case .dmarc: "dmarc"
            case .other(let name): name
            }
        }
    }

    public func results(of method: Method) -> [Result] {
        results.filter { $0.method == method }
    }
}
