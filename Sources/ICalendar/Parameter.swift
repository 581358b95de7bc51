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

    /// RFC 6868 for what quotes cannot hold, and quotes only where RFC 5545 asks for them: some clients take the quotes
    /// of a TZID or a ROLE for a part of the value. Spaces at an end and backslashes are quoted too: bare, some readers
    /// take the ones away, and the others for escapes.
    static func encode(_ value: String) -> String {
        var encoded = ""
        var needsQuotes = value.first?.isWhitespace == true || value.last?.isWhitespace == true
        for scalar in value.withPlainNewlines {
            switch scalar {
            case "^": encoded += "^^"
            case "\n": encoded += "^n"
            case "\"": encoded += "^'"
            case ":", ";", ",", "\\":
                needsQuotes = true
                encoded.unicodeScalars.append(scalar)
            default: encoded.unicodeScalars.append(scalar)
            }
        }
        return needsQuotes ? "\"" + encoded + "\"" : encoded
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
