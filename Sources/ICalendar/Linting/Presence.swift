// What linters ask of a component's properties, whatever it is.

extension Component {
    /// A complaint for each of the names that no property has.
    func absences(of names: [String]) -> [Complaint] {
        names.filter { property($0) == nil }.map { Complaint(line: line, kind: .missing($0)) }
    }

    /// A complaint for each property with one of the names that another had before it.
    func repetitions(of names: Set<String>) -> [Complaint] {
        var seen: Set<String> = []
        return properties.compactMap { property in
            let name = property.name
            guard names.contains(name), !seen.insert(name).inserted else { return nil }
            return Complaint(line: property.line, kind: .repeated(name))
        }
    }
}

extension Property {
    /// Whether the value is a TEXT: commas, semicolons and backslashes escaped, and nothing else but line ends.
    var isEscapedText: Bool {
        var isEscaped = false
        for byte in valueBytes {
            if isEscaped {
                guard "\\;,nN".utf8.contains(byte) else { return false }
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") {
                return false
            }
        }
        return !isEscaped
    }

    var isInUTC: Bool {
        if case .utc = DateTimeValue(value) { true } else { false }
    }
}
