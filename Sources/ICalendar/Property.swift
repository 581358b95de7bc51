/// A property of a component: one content line, such as `SUMMARY:Point d'étape`; RFC 5545 section 3.1.
public struct Property: Hashable, Sendable {
    /// The name in upper case: `DTSTART`.
    public let name: String
    public let parameters: [Parameter]
    /// The value as it stands on the line, unfolded and still escaped.
    public let value: String
    /// The line where it began in the file that it was read from, the first being 1; 0 for one that was made here.
    public let line: Int

    public init(_ name: String, _ parameters: [Parameter] = [], value: String, line: Int = 0) {
        self.name = name
        self.parameters = parameters
        self.value = value
        self.line = line
    }

    /// A property of the TEXT type, with `text` escaped.
    public init(_ name: String, _ parameters: [Parameter] = [], text: String) {
        self.init(name, parameters, value: text.escapedAsText)
    }

    /// The value read as the TEXT type; RFC 5545 section 3.3.11.
    public var text: String { value.unescapedFromText }

    /// The first value of the parameter with that upper-case name.
    public func parameter(_ name: String) -> String? {
        parameters.first { $0.name == name }?.values.first
    }
}

// MARK: - Wire form

extension Property {
    /// Appends the folded line and its CRLF.
    ///
    /// Control characters go here, whatever the value is and wherever it came from, so that no value can begin a line
    /// of its own.
    func write(to bytes: inout [UInt8]) {
        var line = name
        for parameter in parameters {
            line += ";" + parameter.encoded
        }
        line += ":" + value
        Folding.write(line.withoutControls, to: &bytes)
    }
}
