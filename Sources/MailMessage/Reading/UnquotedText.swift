/// Finds what somebody has written between what is quoted.
enum UnquotedText {
    /// The first line that is neither empty nor quoted, nor says whom the next lines quote. Nothing after a signature's
    /// mark or the head of a copied mail counts, nor what follows an attribution without marks of quoting.
    static func firstLine(of text: String) -> String? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var index = 0
        var isAttributed = false
        var blankLines = 0
        while index < lines.count {
            let line = trimmed(lines[index])
            blankLines = isEmpty(line) ? blankLines + 1 : blankLines
            if isEmpty(line) {
                index += 1
            } else if blankLines > mostBlankLines || isOutOfSight(lines[index]) {
                return nil
            } else if QuotingMark.begins(line) {
                (isAttributed, blankLines) = (false, 0)
                index += 1
            } else if isAttributed || line == "--" || isHeadOfCopy(line) {
                return nil
            } else if let end = endOfAttribution(lines, from: index) {
                isAttributed = true
                index = end
            } else {
                return String(line)
            }
        }
        return nil
    }

    /// In the lines that programs put before what they quote without marks.
    private static func isHeadOfCopy(_ line: Substring) -> Bool {
        let rule = line.utf8.prefix { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }.count
        if rule == line.utf8.count { return rule >= 5 }
        // "-----Original Message-----", "---------- Forwarded message ---------".
        if rule >= 3, line.utf8.last == UInt8(ascii: "-") { return true }
        return ["Begin forwarded message:", "Début du message réexpédié :", "Début du message transféré :"]
            .contains { squeezed(line) == squeezed($0[...]) } || headers.contains { line.hasPrefix($0) }
    }

    /// Of Outlook, which writes the copied mail's own headers.
    private static let headers = ["From: ", "De : ", "De: ", "Von: "]

    /// `Le jeu. 3 déc. 2026 à 18:30, Mentorat Exemple <mentorat@example.com> a écrit :`, which may take several lines.
    ///
    /// - Returns: the line behind it; nil where there is none.
    private static func endOfAttribution(_ lines: [Substring], from start: Int) -> Int? {
        let first = trimmed(lines[start])
        // Whoever is quoted may also stand alone: "Mentorat Exemple wrote:".
        if isEndOfAttribution(first) { return start + 1 }
        guard openings.contains(where: { first.hasPrefix($0) }) else { return nil }
        for index in (start + 1)..<max(start + 1, min(start + longestAttribution, lines.count)) {
            let line = trimmed(lines[index])
            if line.isEmpty || QuotingMark.begins(line) { return nil }
            if isEndOfAttribution(line) { return index + 1 }
        }
        return nil
    }

    private static let openings = ["Le ", "On "]
    private static let longestAttribution = 4

    private static func isEndOfAttribution(_ line: Substring) -> Bool {
        guard line.utf8.last == UInt8(ascii: ":") else { return false }
        let words = squeezed(line.suffix(24))
        return ["wrote:", "aécrit:", "écrit:"].contains { words.hasSuffix($0) }
    }

    /// Without blanks, of which French puts one of several kinds before a colon.
    private static func squeezed(_ text: Substring) -> String {
        String(text.filter { !$0.isWhitespace })
    }

    /// Without blanks around it. What cannot be seen stays: it makes another line of it than the one that is seen.
    private static func trimmed(_ line: Substring) -> Substring {
        let scalars = line.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return line[first...last]
    }

    /// Whoever opens the mail sees none of what comes after more of them.
    private static let mostBlankLines = 60
    private static let mostColumns = 100

    private static func isOutOfSight(_ line: Substring) -> Bool {
        let blanks = line.unicodeScalars.prefix { $0.properties.isWhitespace }
        return blanks.reduce(0) { $0 + ($1 == "\t" ? 8 : 1) } > mostColumns
    }

    /// Nothing is to be seen in it.
    private static func isEmpty(_ line: Substring) -> Bool {
        line.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.generalCategory == .format }
    }
}
