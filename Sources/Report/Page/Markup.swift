import PlainText

/// HTML or SVG under construction: every text and every attribute is escaped on its way in.
struct Markup {
    private(set) var source = ""

    typealias Attributes = KeyValuePairs<String, String>

    mutating func element(_ name: String, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void) {
        open(name, attributes)
        source += ">"
        content(&self)
        source += "</\(name)>"
    }

    mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// An element without content: `<circle r="6"/>`.
    mutating func empty(_ name: String, _ attributes: Attributes = [:]) {
        open(name, attributes)
        source += "/>"
    }

    mutating func text(_ text: String) {
        source += Self.escaped(text)
    }

    mutating func newline() {
        source += "\n"
    }

    /// Text of the program's own that is markup, style or script already.
    mutating func verbatim(_ text: String) {
        source += text
    }

    private mutating func open(_ name: String, _ attributes: Attributes) {
        source += "<\(name)"
        for (key, value) in attributes {
            source += " \(key)=\"\(Self.escaped(value))\""
        }
    }

    /// The text as it may stand in an element or between quotes, in HTML as in XML.
    ///
    /// Characters that XML 1.0 (section 2.2) has no place for become U+FFFD, so that no mail can break the picture; marks
    /// that turn or hide what stands around them are left out, but for those that scripts and emoji need.
    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            // A line of a mail ends in CRLF; a line feed is enough here.
            case "\r": break
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            case "\u{200C}", "\u{200D}": result.unicodeScalars.append(scalar)
            default:
                if scalar.properties.isVariationSelector || !scalar.isHidden { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// A relative path as a URL: what is neither unreserved (RFC 3986 section 2.3) nor `/` is percent-encoded, so that
    /// no id can leave its folder's scheme.
    static func link(_ path: String) -> String {
        path.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                String(UnicodeScalar(byte))
            default:
                "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
