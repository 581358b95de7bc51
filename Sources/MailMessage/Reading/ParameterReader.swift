/// A value with parameters, as `Content-Type` and `Content-Disposition` have them (RFC 2045 section 5.1).
struct ParameterReader {
    /// In lower case, without blanks and comments: `text/plain`.
    let value: String
    /// In the order in which they first come; of two with one name the first counts.
    let parameters: [(name: String, value: String)]

    init(_ header: [UInt8]) {
        var scanner = HeaderScanner(header)
        value = Self.value(&scanner)
        var names: [String] = []
        var sections: [String: ParameterSections] = [:]
        while scanner.next != nil {
            scanner.skipBlanks()
            if scanner.skip(";") { continue }
            let name = Self.trimmed(scanner.take { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") })
            guard scanner.skip("=") else { continue }
            let label = ParameterSections.Label(name)
            if sections[label.name] == nil { names.append(label.name) }
            sections[label.name, default: ParameterSections()].add(Self.content(&scanner), as: label)
        }
        parameters = names.compactMap { name in sections[name]?.joined.map { (name, $0) } }
    }

    /// Up to a semicolon; or a blank behind a whole type, where the semicolon was forgotten.
    private static func value(_ scanner: inout HeaderScanner) -> String {
        let slash = UInt8(ascii: "/")
        var value: [UInt8] = []
        var hasSlash = false
        while let next = scanner.next, next != UInt8(ascii: ";") {
            let isParted = scanner.skipBlanks().any
            if isParted, hasSlash, value.last != slash, scanner.next != slash { break }
            let piece = scanner.take {
                $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "(") && !HeaderScanner.isBlank($0)
            }
            hasSlash = hasSlash || piece.contains(slash)
            value += piece
        }
        return String(decoding: value, as: UTF8.self).lowercased()
    }

    /// In quotes; or up to a semicolon, whatever else should be in quotes, but for comments.
    private static func content(_ scanner: inout HeaderScanner) -> [UInt8] {
        scanner.skipBlanks()
        guard scanner.next != UInt8(ascii: "\"") else { return scanner.quotedString() }
        var content: [UInt8] = []
        while let next = scanner.next, next != UInt8(ascii: ";") {
            if next == UInt8(ascii: "("), content.last.map(HeaderScanner.isBlank) ?? true {
                scanner.skipBlanks()
            } else {
                content.append(next)
                scanner.advance()
            }
        }
        return Array(trimmed(content[...]))
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes[..<(bytes.lastIndex { !HeaderScanner.isBlank($0) }.map { $0 + 1 } ?? bytes.startIndex)]
    }
}
