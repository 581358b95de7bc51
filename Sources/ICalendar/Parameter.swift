/// A parameter of a property, such as `ROLE=REQ-PARTICIPANT`; RFC 5545 section 3.2.
public struct Parameter: Hashable, Sendable {
    /// The name in upper case: `CN`.
    public let name: String
    /// The values with quotes and RFC 6868 carets taken off; one, but for lists such as `MEMBER`.
    public let values: [String]

    public init(_ name: String, _ values: String...) {
        self.init(name: name, values: values)
    }

    public init(name: String, values: [String]) {
        self.name = name
        self.values = values
    }
}

// MARK: - Wire form

extension Parameter {
    /// The parameter as it stands in a line: `CN="Petit, Claire"`.
    var encoded: String {
        name + "=" + values.map(Self.encode).joined(separator: ",")
    }

    private static func encode(_ value: String) -> String {
        var writer = ContentWriter(capacity: value.utf8.count + 16)
        writer.append(parameter: value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Undoes RFC 6868; a caret before anything else stands for itself.
    static func decode(_ value: String) -> String {
        guard value.unicodeScalars.contains("^") else { return value }
        var decoded = String.UnicodeScalarView()
        var scalars = value.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "^", let next = scalars.first else {
                decoded.append(scalar)
                continue
            }
            switch next {
            case "^": decoded.append("^")
            case "n": decoded.append("\n")
            case "'": decoded.append("\"")
            default:
                decoded.append(scalar)
                continue
            }
            scalars.removeFirst()
        }
        return String(decoded)
    }
}
