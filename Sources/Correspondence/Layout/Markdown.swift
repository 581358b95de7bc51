/// Puts somebody's words into CommonMark so that they stay words.
///
/// The same Markdown is what readers of the plain text see, so a backslash goes only where CommonMark would take a
/// character as markup: `Jean-Pierre O'Neil`, `R&D` or `claire_durand` stay as they are.
///
/// All of it goes by Unicode scalars, as CommonMark does: with a mark behind it, a bracket is another character to
/// Swift, and still a bracket to cmark.
enum Markdown {
    /// - Returns: one line that reads as `text`, wherever a template puts it.
    static func escape(_ text: String) -> String {
        let line = CleanText.line(text)
        // Names, places and dates hold nothing that could be markup.
        if line.utf8.allSatisfy({ $0 == 0x20 || $0 >= 0x80 || (0x41...0x5A).contains($0 & 0xDF) }) { return line }
        let scalars = Array(line.unicodeScalars)
        var escaped = String.UnicodeScalarView()
        for index in scalars.indices {
            if isMarkup(index, in: scalars) { escaped.append("\\") }
            escaped.append(scalars[index])
        }
        return String(escaped)
    }

    /// - Returns: an autolink (CommonMark section 6.5) for a web or mail address; the escaped text for anything else.
    static func link(_ address: String) -> String {
        let line = CleanText.line(address)
        if line.hasPrefix("https://") || line.hasPrefix("http://") { return "<\(percentEncoded(line))>" }
        return isPlainMailAddress(line) ? "<\(line)>" : escape(line)
    }

    // MARK: - What is markup

    private static func isMarkup(_ index: Int, in text: [Unicode.Scalar]) -> Bool {
        let next = index + 1 < text.count ? text[index + 1] : nil
        let previous = index > 0 ? text[index - 1] : nil
        return switch text[index] {
        case "`": true
        case "\\": next.map(\.isASCIIPunctuation) ?? true
        case "*": !(previous == " " && next == " ")
        case "_": !(previous.isLetterOrDigit && next.isLetterOrDigit)
        case "<":
            next.map { $0.isASCIILetter || "/!?".unicodeScalars.contains($0) } ?? true || mayBeMail(text[index...])
        case "&": beginsEntity(text[(index + 1)...])
        case "[": index == 0 || closesAsLink(text[index...])
        case "]": next.map { "([:".unicodeScalars.contains($0) } ?? false
        case "#", ">", "-", "+", "=", "~": index == 0 && beginsBlock(text)
        case ".", ")": (next ?? " ") == " " && index <= 9 && index > 0 && text[..<index].allSatisfy(\.isASCIIDigit)
        default: false
        }
    }

    /// `<1@exemple.fr>`, as it begins with its bracket; mail addresses may begin with any sign.
    private static func mayBeMail(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.prefix { $0 != " " && $0 != ">" }.contains("@")
    }

    /// `amp;` or `#60;`, as it follows an ampersand.
    private static func beginsEntity(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let name = text.drop { $0 == "#" }.prefix { $0.isASCII && $0.isLetterOrDigit }
        return !name.isEmpty && text.dropFirst(text.prefix { $0 == "#" }.count + name.count).first == ";"
    }

    /// Brackets are a link only where something follows that says where it leads.
    private static func closesAsLink(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        zip(text, text.dropFirst()).contains { $0 == "]" && "([:".unicodeScalars.contains($1) }
    }

    /// A heading, a quotation, a list, a rule or a fence, if the line begins here.
    private static func beginsBlock(_ text: [Unicode.Scalar]) -> Bool {
        let sign = text[0]
        let run = text.prefix { $0 == sign }.count
        let isSeparate = run == text.count || text[run] == " "
        return switch sign {
        case ">": true
        case "#": run <= 6 && isSeparate
        case "+": run == 1 && isSeparate
        case "-": run == 1 && isSeparate || text.allSatisfy { $0 == "-" || $0 == " " }
        case "=": run == text.count
        default: run >= 3
        }
    }

    // MARK: - Addresses

    /// A link holds no space and no bracket of its own; what else could end it early is escaped as URIs do.
    private static func percentEncoded(_ address: String) -> String {
        var encoded = ""
        for byte in address.utf8 {
            if byte <= 0x20 || byte == 0x7F || "<>\"\\^`{|}".utf8.contains(byte) {
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            } else if byte < 0x80 {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%" + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }

    /// The addresses that CommonMark takes between angle brackets.
    private static func isPlainMailAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return parts[0].unicodeScalars.allSatisfy {
            $0.isASCII && ($0.isLetterOrDigit || ".!#$%&'*+/=?^_`{|}~-".unicodeScalars.contains($0))
        }
            && labels.allSatisfy { label in
                !label.isEmpty && label.unicodeScalars.allSatisfy { $0.isASCII && ($0.isLetterOrDigit || $0 == "-") }
                    && label.first != "-" && label.last != "-" && label.count <= 63
            }
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(value | 0x20) && isASCII }

    fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

    /// What CommonMark takes for neither blank nor punctuation.
    fileprivate var isLetterOrDigit: Bool {
        isASCII ? isASCIILetter || isASCIIDigit : properties.isAlphabetic || properties.numericType != nil
    }

    fileprivate var isASCIIPunctuation: Bool { (0x21...0x7E).contains(value) && !isLetterOrDigit }
}

extension Unicode.Scalar? {
    /// The edge of a value is nobody's letter: a template may put a sign of its own there.
    fileprivate var isLetterOrDigit: Bool { self?.isLetterOrDigit ?? false }
}
