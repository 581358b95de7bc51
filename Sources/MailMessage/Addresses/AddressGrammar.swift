/// The two halves of an address (RFC 5321 section 4.1.2), widened to other scripts (RFC 6531 section 3.3).
enum AddressGrammar {
    typealias Scalars = Substring.UnicodeScalarView

    /// `claire.durand` or `"claire durand"`, though without the blank: what comes after us splits at blanks.
    static func isLocalPart(_ text: Scalars) -> Bool {
        guard Substring(text).utf8.count <= 64 else { return false }
        guard text.first != "\"" else {
            return text.count >= 2 && text.last == "\"" && isQuotedContent(text.dropFirst().dropLast())
        }
        return isDotted(text) { $0.allSatisfy(isAtomCharacter) }
    }

    /// `exemple.fr`, or a literal such as `[192.0.2.1]`.
    static func isDomain(_ text: Scalars) -> Bool {
        if text.first == "[", text.last == "]" { return isLiteral(text.dropFirst().dropLast()) }
        return isDotted(text) { label in
            Substring(label).utf8.count <= 63 && label.first != "-" && label.last != "-"
                && label.allSatisfy(isLabelCharacter)
        }
    }

    /// No part may be empty, nor begin with a mark, which would join the dot or the sign before it.
    private static func isDotted(_ text: Scalars, _ isPart: (Scalars) -> Bool) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.first else { return false }
            return !isMark(first) && isPart(part)
        }
    }

    /// RFC 5322 section 3.2.3, and everything visible beyond ASCII (RFC 6532).
    private static func isAtomCharacter(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return isVisible(scalar) }
        return isLetterOrDigit(scalar) || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
    }

    /// Beyond ASCII what an internationalised label is made of (RFC 5892): no sign that only looks like a dot.
    private static func isLabelCharacter(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return isLetterOrDigit(scalar) || scalar == "-" }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
        default: isMark(scalar)
        }
    }

    private static func isQuotedContent(_ text: Scalars) -> Bool {
        if let first = text.first, isMark(first) { return false }
        var isEscaped = false
        for scalar in text {
            guard scalar.isASCII ? (0x21...0x7E).contains(scalar.value) : isVisible(scalar) else { return false }
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "\"" {
                return false
            }
        }
        return !isEscaped
    }

    /// Neither blank, nor control, nor a mark that turns the direction of the text around it.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            false
        default: true
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
}

// MARK: Address literals (RFC 5321 section 4.1.3)

extension AddressGrammar {
    private static func isLiteral(_ text: Scalars) -> Bool {
        let text = String(text)
        guard text.lowercased().hasPrefix("ipv6:") else { return isIPv4(text[...]) }
        return isIPv6(text.dropFirst("ipv6:".count))
    }

    /// `192.0.2.1`.
    private static func isIPv4(_ text: Substring) -> Bool {
        let numbers = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return numbers.count == 4
            && numbers.allSatisfy { number in
                (1...3).contains(number.count) && number.allSatisfy { (0x30...0x39).contains($0) }
                    && (Int(Substring(number)) ?? 256) < 256
            }
    }

    /// `2001:db8::1`, its last two groups perhaps as IPv4.
    private static func isIPv6(_ text: Substring) -> Bool {
        guard let gap = text.firstRange(of: "::") else { return groups(text) == 8 }
        let (before, after) = (text[..<gap.lowerBound], text[gap.upperBound...])
        guard let left = before.isEmpty ? 0 : groups(before, mayEndInIPv4: false),
            let right = after.isEmpty ? 0 : groups(after)
        else { return false }
        return left + right <= 7
    }

    /// How many groups of 16 bits the text names; nil where it is none.
    private static func groups(_ text: Substring, mayEndInIPv4: Bool = true) -> Int? {
        var groups = text.split(separator: ":", omittingEmptySubsequences: false)
        var count = 0
        if mayEndInIPv4, let last = groups.last, isIPv4(last) {
            groups.removeLast()
            count = 2
        }
        let areHexadecimal = groups.allSatisfy { group in
            (1...4).contains(group.utf8.count) && group.unicodeScalars.allSatisfy { $0.properties.isASCIIHexDigit }
        }
        return areHexadecimal ? count + groups.count : nil
    }
}
