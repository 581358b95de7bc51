/// A character that HTML writes by name or number: `&eacute;`, `&#233;`, `&#xE9;`.
enum HTMLReference {
    /// - Parameter text: what stands between the ampersand and the semicolon. Nil for what is none.
    static func scalar(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let text = String(decoding: text, as: UTF8.self)
        guard text.hasPrefix("#") else { return named[text] }
        let digits = text.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        return UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
            .flatMap { Unicode.Scalar($0) }
    }

    /// The text with its references resolved.
    static func resolved(_ text: ArraySlice<UInt8>) -> String {
        guard text.contains(UInt8(ascii: "&")) else { return String(decoding: text, as: UTF8.self) }
        var result: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            // No reference is longer.
            if byte == UInt8(ascii: "&"), let end = rest.prefix(32).firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(rest[..<end])
            {
                result += String(scalar).utf8
                rest = rest[(end + 1)...]
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Those of HTML 4 that words in the languages of Western Europe need.
    private static let named: [String: Unicode.Scalar] = {
        var named: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "euro": "€", "OElig": "Œ", "oelig": "œ",
            "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’",
            "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "hellip": "…", "bull": "•", "lsaquo": "‹",
            "rsaquo": "›", "trade": "™", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}",
            "zwnj": "\u{200C}", "zwj": "\u{200D}",
        ]
        for (number, name) in zip(UInt8(0xA0)...0xFF, latin1) { named[String(name)] = Unicode.Scalar(number) }
        return named
    }()

    /// U+00A0 to U+00FF, in their order.
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
        micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
        Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times \
        Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave \
        eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave \
        uacute ucirc uuml yacute thorn yuml
        """.split(separator: " ")
}
