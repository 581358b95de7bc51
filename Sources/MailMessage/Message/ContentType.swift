/// A media type with its parameters, in their order: `text/calendar; charset=UTF-8; method=REQUEST` (RFC 2045 section
/// 5.1).
public struct ContentType: Sendable {
    /// What is no media type is written as `application/octet-stream`.
    public var type: String
    /// Any values; one whose name is no token is left out.
    public var parameters: [(name: String, value: String)]

    public init(_ type: String, _ parameters: [(name: String, value: String)] = []) {
        self.type = type
        self.parameters = parameters
    }

    var headerValue: String {
        let halves = type.split(separator: "/", omittingEmptySubsequences: false)
        let isType = halves.count == 2 && halves.allSatisfy { Token.isValid($0) }
        let named = parameters.filter { Token.isValid($0.name) }.map { Parameter.encode($0.name, $0.value) }
        return ([isType ? type : "application/octet-stream"] + named).joined(separator: "; ")
    }
}

extension ContentType: Hashable {
    public static func == (left: ContentType, right: ContentType) -> Bool { left.headerValue == right.headerValue }
    public func hash(into hasher: inout Hasher) { hasher.combine(headerValue) }
}
