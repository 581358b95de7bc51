/// Reads a content line into a property; RFC 5545 section 3.1.
///
///     ATTENDEE;CN="Petit, Claire";RSVP=TRUE:mailto:claire@exemple.fr
struct ContentLine {
    private let line: Int
    private var rest: Substring.UnicodeScalarView

    /// The property on the line.
    static func property(_ text: String, line: Int) throws(Fault) -> Property {
        let notAProperty = Fault(line: line, reason: .notAProperty(String(text.prefix(20))))
        var reader = ContentLine(line: line, rest: text[...].unicodeScalars)
        let name = reader.name()
        guard !name.isEmpty else {
            throw notAProperty
        }
        var parameters: [Parameter] = []
        while reader.take(";") {
            parameters.append(try reader.parameter(of: name))
        }
        guard reader.take(":") else {
            throw parameters.isEmpty ? notAProperty : Fault(line: line, reason: .badParameter(property: name))
        }
        return Property(name, parameters, value: String(reader.rest), line: line)
    }

    private mutating func parameter(of property: String) throws(Fault) -> Parameter {
        let name = name()
        guard !name.isEmpty, take("=") else {
            throw Fault(line: line, reason: .badParameter(property: property))
        }
        var values: [String] = []
        repeat {
            values.append(Parameter.decode(try value(of: property)))
        } while take(",")
        return Parameter(name: name, values: values)
    }

    private mutating func value(of property: String) throws(Fault) -> String {
        guard take("\"") else {
            return String(take { !",;:".unicodeScalars.contains($0) })
        }
        let quoted = take { $0 != "\"" }
        guard take("\"") else {
            throw Fault(line: line, reason: .unterminatedQuote(property: property))
        }
        return String(quoted)
    }

    private mutating func name() -> String {
        let scalars = take { scalar in
            switch scalar {
            case "A"..."Z", "a"..."z", "0"..."9", "-", "_": true
            default: false
            }
        }
        return String(scalars).uppercased()
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func take(while isPart: (Unicode.Scalar) -> Bool) -> Substring.UnicodeScalarView {
        let taken = rest.prefix(while: isPart)
        rest = rest[taken.endIndex...]
        return taken
    }
}
