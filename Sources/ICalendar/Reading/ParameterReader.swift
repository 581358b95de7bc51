/// Takes parameters out of a content line whose shape ``ContentLine`` has checked; RFC 5545 section 3.2.
struct ParameterReader {
    private var rest: ArraySlice<UInt8>

    /// - Parameter bytes: from the first semicolon up to the colon, unfolded.
    static func parameters(_ bytes: ArraySlice<UInt8>) -> [Parameter] {
        var reader = ParameterReader(rest: bytes)
        var parameters: [Parameter] = []
        while reader.take(UInt8(ascii: ";")) {
            if reader.rest.isEmpty || reader.rest.first == UInt8(ascii: ";") { continue }
            parameters.append(reader.parameter())
        }
        return parameters
    }

    /// The first value of the parameter with that upper-case name; the others are only passed over.
    static func firstValue(of name: String, in bytes: ArraySlice<UInt8>) -> String? {
        var reader = ParameterReader(rest: bytes)
        while reader.take(UInt8(ascii: ";")) {
            if reader.rest.isEmpty || reader.rest.first == UInt8(ascii: ";") { continue }
            let isMeant = ASCII.isSame(reader.take { $0 != UInt8(ascii: "=") }, as: name)
            reader.rest = reader.rest.dropFirst()
            repeat {
                let value = reader.value()
                if isMeant { return Parameter.decode(String(decoding: value, as: UTF8.self)) }
            } while reader.take(UInt8(ascii: ","))
        }
        return nil
    }

    private mutating func parameter() -> Parameter {
        let name = ASCII.uppercased(take { $0 != UInt8(ascii: "=") })
        rest = rest.dropFirst()
        var values: [String] = []
        repeat {
            values.append(Parameter.decode(String(decoding: value(), as: UTF8.self)))
        } while take(UInt8(ascii: ","))
        return Parameter(name: name, values: values)
    }

    private mutating func value() -> ArraySlice<UInt8> {
        guard take(UInt8(ascii: "\"")) else {
            return take { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ";") }
        }
        let quoted = take { $0 != UInt8(ascii: "\"") }
        rest = rest.dropFirst()
        return quoted
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func take(while isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let taken = rest.prefix(while: isPart)
        rest = rest[taken.endIndex...]
        return taken
    }
}
