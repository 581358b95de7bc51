/// A tag of a page, taken apart as browsers do (HTML, section 13.2.5).
struct HTMLTag {
    /// In lower case.
    let name: String
    let isEnd: Bool
    /// By their names in lower case, with references resolved; of two alike the first counts.
    let attributes: [String: String]
    /// Behind the tag.
    let end: Int

    /// - Parameter start: of a `<` with a letter behind it, or a slash and a letter. Nil where the page ends within it.
    init?(in bytes: [UInt8], at start: Int) {
        isEnd = bytes[start + 1] == UInt8(ascii: "/")
        var index = start + (isEnd ? 2 : 1)
        func isBlank(_ byte: UInt8) -> Bool { [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte) }
        func take(_ condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
            let begin = index
            while index < bytes.count, condition(bytes[index]) { index += 1 }
            return bytes[begin..<index]
        }
        func lowercased(_ text: ArraySlice<UInt8>) -> String { String(decoding: text, as: UTF8.self).lowercased() }
        let (slash, close) = (UInt8(ascii: "/"), UInt8(ascii: ">"))
        name = lowercased(take { !isBlank($0) && $0 != slash && $0 != close })
        var attributes: [String: String] = [:]
        while true {
            _ = take { isBlank($0) || $0 == slash }
            guard index < bytes.count else { return nil }
            if bytes[index] == close { break }
            let begin = index
            index += 1
            _ = take { !isBlank($0) && $0 != slash && $0 != close && $0 != UInt8(ascii: "=") }
            let name = lowercased(bytes[begin..<index])
            _ = take(isBlank)
            var value: ArraySlice<UInt8> = []
            if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
                index += 1
                _ = take(isBlank)
                guard index < bytes.count else { return nil }
                let quote = bytes[index]
                if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    index += 1
                    value = take { $0 != quote }
                    guard index < bytes.count else { return nil }
                    index += 1
                } else {
                    value = take { !isBlank($0) && $0 != close }
                }
            }
            if attributes[name] == nil { attributes[name] = HTMLReference.resolved(value) }
        }
        self.attributes = attributes
        end = index + 1
    }
}
