import CivilTime
import Foundation

/// What people write into cells, as the files write it.
enum CellWords {
    /// `jeu 18h-21h30` as `thu 18:00-21:30`, `3-4 semaines` as `3-4 weeks`.
    static func english(_ text: String) -> String {
        var words = text.replacing(/(\d{1,2})\s*h\s*(\d{2})?(?!\d)/) { match in
            "\(match.output.1):\(match.output.2 ?? "00")"
        }
        for (pattern, word) in Self.words { words = words.replacing(pattern, with: word) }
        return words
    }

    /// `1h30` and `90min` are lengths already; `2 h` is one, too.
    static func length(_ text: String) -> String { text.lowercased().replacing(/\s|utes?|eures?|ours?/, with: "") }

    /// A date as the files write it, or as a spreadsheet shows it in France; nil where it could be two.
    static func date(_ text: String, isFrench: Bool) -> String? {
        if CivilDate(text) != nil { return text }
        guard let match = text.wholeMatch(of: /(\d{1,2})[\/.](\d{1,2})[\/.](\d{4})/), isFrench || text.contains("."),
            let day = Int(match.output.1), let month = Int(match.output.2), let year = Int(match.output.3)
        else { return nil }
        let date = String(format: "%04d-%02d-%02d", year, month, day)
        return CivilDate(date) == nil ? nil : date
    }

    /// What stands between commas, semicolons or line ends.
    static func several(_ text: String) -> [String] {
        text.split { ",;".contains($0) || $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// `claire-durand` of `Claire Durand`.
    static func id(_ name: String) -> String {
        let plain = name.lowercased().replacing("œ", with: "oe").replacing("æ", with: "ae").replacing("ß", with: "ss")
            .folding(options: [.diacriticInsensitive], locale: nil)
        let parts = plain.unicodeScalars.split {
            !$0.isASCII || !($0.properties.isAlphabetic || $0.properties.numericType != nil)
        }
        return String(parts.map(String.init).joined(separator: "-").prefix(64))
    }

    private static var words: [(Regex<Substring>, String)] {
        [
            (/\b(?:lundi|lun)\b\.?/.ignoresCase(), "mon"), (/\b(?:mardi|mar)\b\.?/.ignoresCase(), "tue"),
            (/\b(?:mercredi|mer)\b\.?/.ignoresCase(), "wed"), (/\b(?:jeudi|jeu)\b\.?/.ignoresCase(), "thu"),
            (/\b(?:vendredi|ven)\b\.?/.ignoresCase(), "fri"), (/\b(?:samedi|sam)\b\.?/.ignoresCase(), "sat"),
            (/\b(?:dimanche|dim)\b\.?/.ignoresCase(), "sun"),
            (/\bmonday\b/.ignoresCase(), "mon"), (/\btuesday\b/.ignoresCase(), "tue"),
            (/\bwednesday\b/.ignoresCase(), "wed"), (/\bthursday\b/.ignoresCase(), "thu"),
            (/\bfriday\b/.ignoresCase(), "fri"), (/\bsaturday\b/.ignoresCase(), "sat"),
            (/\bsunday\b/.ignoresCase(), "sun"),
            (/\bsemaines?\b/.ignoresCase(), "weeks"), (/\bmois\b/.ignoresCase(), "months"),
            (/\bjours?\b/.ignoresCase(), "days"), (/\s+à\s+(?=\d)/.ignoresCase(), "-"),
        ]
    }
}
