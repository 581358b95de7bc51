/// Turns the French of a cell into the English of the files, word by word.
struct CellReader {
    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var result = String.UnicodeScalarView()

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    mutating func english() -> String {
        while at < scalars.count {
            let scalar = scalars[at]
            if Self.isDigit(scalar) {
                number()
            } else if Self.isWordy(scalar) {
                word()
            } else if scalar.properties.isWhitespace, let end = endOfUntil() {
                result.append("-")
                at = end
            } else {
                result.append(scalar)
                at += 1
            }
        }
        return String(result)
    }

    /// `18`, `18h`, `18 h 30`.
    private mutating func number() {
        while at < scalars.count, Self.isDigit(scalars[at]) { take() }
        let mark = blanks(from: at)
        guard mark < scalars.count, scalars[mark] == "h", !isLetter(mark + 1) else {
            // What follows a number at once is no word of its own.
            while at < scalars.count, Self.isWordy(scalars[at]) { take() }
            return
        }
        let rest = blanks(from: mark + 1)
        let digits = scalars[rest...].prefix(3).prefix(while: Self.isDigit).count
        if digits == 2 {
            result.append(contentsOf: ":".unicodeScalars)
            result.append(contentsOf: scalars[rest..<rest + 2])
            at = rest + 2
        } else if digits == 0 || rest > mark + 1 {
            result.append(contentsOf: ":00".unicodeScalars)
            at = mark + 1
        } else {
            take()
        }
    }

    private mutating func word() {
        let start = at
        while at < scalars.count, Self.isWordy(scalars[at]) { at += 1 }
        let written = String(String.UnicodeScalarView(scalars[start..<at]))
        guard let english = Self.words[written.lowercased()] else {
            return result.append(contentsOf: written.unicodeScalars)
        }
        result.append(contentsOf: english.unicodeScalars)
        // A weekday may be cut short: `jeu.`
        if english.utf8.count == 3, at < scalars.count, scalars[at] == "." { at += 1 }
    }

    /// Where ` à ` ends, if a number follows it.
    private func endOfUntil() -> Int? {
        let word = blanks(from: at)
        guard word < scalars.count else { return nil }
        let isOne = scalars[word] == "à" || scalars[word] == "À"
        let isTwo = (scalars[word] == "a" || scalars[word] == "A") && scalars[(word + 1)...].first == "\u{300}"
        guard isOne || isTwo else { return nil }
        let behind = word + (isTwo ? 2 : 1)
        let end = blanks(from: behind)
        return end > behind && end < scalars.count && Self.isDigit(scalars[end]) ? end : nil
    }

    private func isLetter(_ index: Int) -> Bool { index < scalars.count && scalars[index].properties.isAlphabetic }

    private mutating func take() {
        result.append(scalars[at])
        at += 1
    }

    private func blanks(from start: Int) -> Int {
        var index = min(start, scalars.count)
        while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
        return index
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    private static func isWordy(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || isDigit(scalar) || scalar == "_"
    }

    private static let words: [String: String] = [
        "lundi": "mon", "lun": "mon", "mardi": "tue", "mar": "tue", "mercredi": "wed", "mer": "wed", "jeudi": "thu",
        "jeu": "thu", "vendredi": "fri", "ven": "fri", "samedi": "sat", "sam": "sat", "dimanche": "sun", "dim": "sun",
        "monday": "mon", "tuesday": "tue", "wednesday": "wed", "thursday": "thu", "friday": "fri", "saturday": "sat",
        "sunday": "sun", "semaine": "weeks", "semaines": "weeks", "mois": "months", "jour": "days", "jours": "days",
    ]
}
