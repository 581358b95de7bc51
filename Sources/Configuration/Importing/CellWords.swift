import CivilTime
import Foundation

/// What people write into cells, as the files write it.
///
/// A spreadsheet has a hundred thousand cells, and so nothing here is a regular expression.
enum CellWords {
    /// `jeu 18h-21h30` as `thu 18:00-21:30`, `3-4 semaines` as `3-4 weeks`.
    static func english(_ text: String) -> String {
        var reader = CellReader(text)
        return reader.english()
    }

    /// `1h30` and `90min` are lengths already; `2 h` is one, too.
    static func length(_ text: String) -> String {
        ["eures", "eure", "utes", "ute", "ours", "our"].reduce(text.words.joined().lowercased()) { text, ending in
            text.contains(ending) ? text.replacing(ending, with: "") : text
        }
    }

    /// A date as the files write it, or as a spreadsheet shows it in France; nil where it could be two.
    static func date(_ text: String, isFrench: Bool) -> String? {
        if CivilDate(text) != nil { return text }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." }
        guard parts.count == 3, parts[2].utf8.count == 4, parts[..<2].allSatisfy({ (1...2).contains($0.utf8.count) }),
            isFrench || text.contains("."), parts.allSatisfy({ Int(digits: $0) != nil })
        else { return nil }
        let date = "\(parts[2])-\(Self.padded(parts[1]))-\(Self.padded(parts[0]))"
        return CivilDate(date) == nil ? nil : date
    }

    /// `21/12/2026 au 03/01/2027` as `2026-12-21..2027-01-03`.
    static func dates(_ text: String, isFrench: Bool) -> String {
        let words = text.words.map { between.contains($0) ? ".." : String($0) }
        return words.joined().split(separator: "..").map { date(String($0), isFrench: isFrench) ?? String($0) }
            .joined(separator: "..")
    }

    /// What stands between commas, semicolons or line ends.
    static func several(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == ";" || $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// `claire-durand` of `Claire Durand`.
    static func id(_ name: String) -> String {
        var plain = name.lowercased()
        if !plain.utf8.allSatisfy({ $0 < 0x80 }) {
            plain = plain.replacing("œ", with: "oe").replacing("æ", with: "ae").replacing("ß", with: "ss")
                .folding(options: [.diacriticInsensitive], locale: nil)
        }
        let parts = plain.utf8.split { !((0x61...0x7A).contains($0) || (0x30...0x39).contains($0)) }
        return String(parts.map { String(Substring($0)) }.joined(separator: "-").prefix(64))
    }

    private static let between: Set<Substring> = ["au", "to", "-", "–"]

    private static func padded(_ number: Substring) -> String { number.utf8.count == 1 ? "0\(number)" : String(number) }
}
