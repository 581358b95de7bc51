/// Writes components as bytes, line by line; RFC 5545 section 3.1.
///
///     ATTENDEE;ROLE=REQ-PARTICIPANT;CN="Petit, Claire":mailto:claire@exemple.fr
///
/// A line is a name, its parameters, and one of the values, which ends it. What comes from outside is escaped or bared
/// of controls while it is copied, so that no text can begin a line of its own.
struct ContentWriter: ~Copyable {
    /// What is written so far: whole lines, once a value has ended the last one.
    var buffer: ByteBuffer
    /// Where the line begins that is being written.
    private var lineStart = 0

    /// - Parameter capacity: octets to make room for at once; an invitation has some two thousand.
    init(capacity: Int = 4096) {
        buffer = ByteBuffer(capacity: capacity)
    }

    /// The lines.
    var bytes: [UInt8] { buffer.bytes }

    /// Begins a line.
    mutating func name(_ name: StaticString) {
        buffer.append(name)
    }

    /// Parts the value from what stands before it.
    mutating func beginValue() {
        buffer.append(UInt8(ascii: ":"))
    }

    /// Folds the line if it is too long, and ends it.
    mutating func endLine() {
        Folding.fold(&buffer, from: lineStart)
        buffer.append("\r\n")
        lineStart = buffer.count
    }

    /// Lines that have been written before.
    mutating func lines(_ written: [UInt8]) {
        written.withUnsafeBufferPointer { buffer.append($0) }
        lineStart = buffer.count
    }
}

// MARK: - Whole lines

extension ContentWriter {
    /// `BEGIN:VEVENT`
    mutating func begin(_ component: StaticString) {
        line("BEGIN", component)
    }

    /// `END:VEVENT`
    mutating func end(_ component: StaticString) {
        line("END", component)
    }

    /// `CALSCALE:GREGORIAN`
    mutating func line(_ name: StaticString, _ constant: StaticString) {
        buffer.append(name)
        beginValue()
        buffer.append(constant)
        endLine()
    }

    /// `STATUS:CONFIRMED`, or another word that is ASCII and needs no escapes.
    mutating func line(_ name: StaticString, keyword: String) {
        buffer.append(name)
        beginValue()
        buffer.append(keyword)
        endLine()
    }

    /// `SEQUENCE:2`
    mutating func line(_ name: StaticString, number: Int) {
        buffer.append(name)
        beginValue()
        buffer.append(number: number)
        endLine()
    }

    /// `LOCATION:Café\, 12 rue de l'Ourcq`
    mutating func line(_ name: StaticString, text: String) {
        buffer.append(name)
        beginValue()
        append(text: text)
        endLine()
    }

    /// A property as it is, its parameters encoded anew.
    mutating func property(_ property: Property) {
        append(bare: property.name)
        for parameter in property.parameters {
            buffer.append(UInt8(ascii: ";"))
            append(bare: parameter.name)
            for (index, value) in parameter.values.enumerated() {
                buffer.append(index == 0 ? UInt8(ascii: "=") : UInt8(ascii: ","))
                append(parameter: value)
            }
        }
        value(property.value)
    }

    /// `BEGIN:X-ANYTHING`, for a component that was read.
    mutating func begin(named component: String) {
        buffer.append("BEGIN")
        value(component)
    }

    /// `END:X-ANYTHING`, for a component that was read.
    mutating func end(named component: String) {
        buffer.append("END")
        value(component)
    }
}

// MARK: - Parameters and values

extension ContentWriter {
    /// A parameter whose value is a keyword: `;ROLE=REQ-PARTICIPANT`
    mutating func parameter(_ name: StaticString, is keyword: String) {
        beginParameter(name)
        buffer.append(keyword)
    }

    /// A parameter whose value may be anything: `;CN="Petit, Claire"`
    mutating func parameter(_ name: StaticString, _ value: String) {
        beginParameter(name)
        append(parameter: value)
    }

    private mutating func beginParameter(_ name: StaticString) {
        buffer.append(UInt8(ascii: ";"))
        buffer.append(name)
        buffer.append(UInt8(ascii: "="))
    }

    /// A value that is no text, such as a URI: `:https://exemple.fr/a,b`
    mutating func value(_ value: String) {
        beginValue()
        append(bare: value)
        endLine()
    }

    /// `:mailto:claire@exemple.fr`
    mutating func value(address: String) {
        beginValue()
        append(address: address)
        endLine()
    }
}
