/// What a header says of one parameter: whole, or in numbered sections (RFC 2231).
struct ParameterSections {
    /// What stands before the equals sign: `filename`, `filename*`, `filename*0`, `filename*0*`.
    struct Label {
        /// In lower case.
        let name: String
        let section: Int?
        /// Whether the value has escapes, and the first one a charset.
        let isExtended: Bool

        init(_ text: ArraySlice<UInt8>) {
            let pieces = text.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
            name = String(decoding: pieces[0], as: UTF8.self).lowercased()
            isExtended = pieces.count > 1 && pieces[pieces.count - 1].isEmpty
            section = pieces.count > 1 ? Int(String(decoding: pieces[1], as: UTF8.self)) : nil
        }
    }

    private var plain: [UInt8]?
    private var sections: [Int: (content: [UInt8], isExtended: Bool)] = [:]

    mutating func add(_ content: [UInt8], as label: Label) {
        if label.section == nil, !label.isExtended {
            plain = plain ?? content
        } else if sections[label.section ?? 0] == nil {
            sections[label.section ?? 0] = (content, label.isExtended)
        }
    }

    /// The sections up to the first that is missing, before the plain value that stands there for older readers.
    var joined: String? {
        guard let first = sections[0] else { return plain.map { DecodedText($0, charset: nil).string } }
        var (charset, bytes) = first.isExtended ? Self.extended(first.content) : (nil, first.content)
        var number = 1
        while let section = sections[number] {
            bytes += section.isExtended ? Self.unescaped(section.content[...]) : section.content
            number += 1
        }
        return DecodedText(bytes, charset: charset).string
    }

    /// `UTF-8'fr'L%C3%A9a`; without the quotes, all of it is the value.
    private static func extended(_ content: [UInt8]) -> (charset: String?, bytes: [UInt8]) {
        let pieces = content.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
        guard pieces.count == 3 else { return (nil, unescaped(content[...])) }
        return (pieces[0].isEmpty ? nil : String(decoding: pieces[0], as: UTF8.self), unescaped(pieces[2]))
    }

    private static func unescaped(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = content.startIndex
        while index < content.endIndex {
            if content[index] == UInt8(ascii: "%"), index + 2 < content.endIndex,
                let high = QuotedPrintable.value(ofDigit: content[index + 1]),
                let low = QuotedPrintable.value(ofDigit: content[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(content[index])
                index += 1
            }
        }
        return bytes
    }
}
