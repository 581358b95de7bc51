import Foundation

/// Looks for words of a person's in bytes, in every form in which mails, calendars and servers write them.
///
/// It knows nothing of how Jalon writes: it is there to find what a better-informed search would pass over.
struct NameFinder {
    /// Each word by each of its forms, as bytes.
    private let forms: [(word: String, form: Data)]

    init(_ words: [String]) {
        forms = words.flatMap { word in Self.forms(of: word).map { (word, $0) } }
    }

    /// The words that stand in the bytes, in whatever form.
    func found(in data: Data) -> Set<String> {
        let texts = [data, Self.withoutSoftBreaks(data), Self.unfolded(data), Self.lowercased(data)]
        return Set(
            forms.filter { _, form in texts.contains { $0.range(of: form) != nil } }.map(\.word))
    }

    /// Files under a directory that hold one of the words, in their names or within.
    func files(in directory: URL) -> [String] {
        let names = FileManager.default.enumerator(atPath: directory.path)?.allObjects as? [String] ?? []
        return names.sorted().compactMap { name in
            let data = (try? Data(contentsOf: directory.appendingPathComponent(name))) ?? Data()
            let words = found(in: data).union(found(in: Data(name.utf8)))
            return words.isEmpty ? nil : "\(name): \(words.sorted().joined(separator: ", "))"
        }
    }

    private static func forms(of word: String) -> Set<Data> {
        let texts = Set([
            word, word.precomposedStringWithCanonicalMapping, word.decomposedStringWithCanonicalMapping,
            word.uppercased(), word.lowercased(), word.replacing("@", with: "="), word.replacing("@", with: "%40"),
            word.replacing("'", with: "&#39;").replacing("\"", with: "&quot;"),
            word.replacing("\"", with: "\\\""),
            word.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? word,
        ])
        let all: Set<Data> = texts.reduce(into: []) { forms, text in
            let bytes = Data(text.utf8)
            guard bytes.count > 3 else { return }
            forms.insert(bytes)
            forms.insert(Data(text.lowercased().utf8))
            forms.insert(quotedPrintable(bytes, blank: "=20"))
            forms.insert(quotedPrintable(bytes, blank: " "))
            forms.insert(quotedPrintable(bytes, blank: "_"))
            for shift in 0..<3 where bytes.count > 5 {
                let padded = (Data(repeating: 0x78, count: shift) + bytes).base64EncodedString()
                // What the octets before and after it change is cut off.
                let whole = (shift + bytes.count) / 3 * 4
                forms.insert(Data(padded.prefix(whole).dropFirst(shift == 0 ? 0 : 4).utf8))
            }
        }
        return all.filter { $0.count > 3 }
    }

    private static func quotedPrintable(_ bytes: Data, blank: String) -> Data {
        Data(
            bytes.map { byte in
                byte == 0x20
                    ? blank : byte < 0x80 && byte != 0x3D ? String(UnicodeScalar(byte)) : String(format: "=%02X", byte)
            }.joined().utf8)
    }

    private static func withoutSoftBreaks(_ data: Data) -> Data { without(["=\r\n"], data) }

    /// Lines of calendars and headers that were folded, and encoded words that were split.
    private static func unfolded(_ data: Data) -> Data {
        let words = ["B", "b", "Q", "q"].flatMap { way in
            ["UTF-8", "utf-8"].map { "?=\r\n =?\($0)?\(way)?" }
        }
        return without(words + ["\r\n ", "\r\n\t"], data)
    }

    /// Octets as characters, for bytes that are no text.
    private static func without(_ parts: [String], _ data: Data) -> Data {
        let text = String(data: data, encoding: .isoLatin1) ?? ""
        return parts.reduce(text) { $0.replacing($1, with: "") }.data(using: .isoLatin1) ?? data
    }

    private static func lowercased(_ data: Data) -> Data {
        Data(data.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 })
    }
}
