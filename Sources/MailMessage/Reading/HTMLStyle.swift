/// Which declarations of CSS leave text to be read; all else may hide it.
enum HTMLStyle {
    /// - Parameters:
    ///   - property: in lower case, as the value.
    static func leavesReadable(_ property: String, _ value: String) -> Bool {
        if harmless.contains(property) { return true }
        // Of Outlook, of which one hides.
        if property.hasPrefix("mso-") { return property != "mso-hide" || value == "none" }
        if starts.contains(where: property.hasPrefix) { return isRoomy(value) }
        switch property {
        case "display": return displays.contains(value)
        case "vertical-align": return value.allSatisfy { $0.isLetter || $0 == "-" }
        case "text-size-adjust", "-webkit-text-size-adjust", "-ms-text-size-adjust":
            return value == "100%" || value == "none"
        case "visibility": return value == "visible"
        case "overflow": return value == "visible"
        case "position": return value == "static" || value == "relative"
        case "-webkit-text-stroke-width": return value == "0px"
        case "opacity": return Double(value).map { $0 >= 0.5 } ?? false
        case "text-decoration", "text-decoration-line": return !value.contains("line-through")
        case "font": return !value.contains(where: \.isNumber)
        case "line-height": return measure(value).map { $0.0 >= ($0.1 == "%" ? 50 : 0.5) } ?? false
        case "width", "height", "max-width", "max-height":
            return value == "none" || value == "fit-content" || measure(value).map { $0.0 >= 20 && $0.1 != "" } ?? false
        default: return false
        }
    }

    private static let harmless: Set<String> = [
        "font-family", "font-weight", "font-style", "font-variant", "font-variant-ligatures", "font-variant-caps",
        "font-variant-numeric", "font-variant-east-asian", "font-variant-alternates", "font-variant-position",
        "font-kerning", "font-optical-sizing", "font-stretch",
        "text-align", "white-space", "word-break", "word-wrap", "overflow-wrap", "line-break",
        "-webkit-line-break", "-webkit-nbsp-mode",
        "-webkit-tap-highlight-color", "-webkit-font-smoothing", "-webkit-user-drag", "direction",
        "list-style", "list-style-type", "list-style-position", "border-collapse", "table-layout",
        "box-sizing", "orphans", "widows", "tab-size", "cursor", "caret-color", "text-decoration-color",
        "text-decoration-style", "text-decoration-thickness", "text-rendering", "hyphens", "quotes", "panose-1",
        "page", "size", "tab-interval", "punctuation-wrap", "text-autospace", "layout-grid-mode", "text-underline",
        "text-justify-trim", "min-width", "min-height", "text-transform", "float", "clear", "page-break-before",
        "page-break-after", "break-before", "break-after",
    ]

    /// With lengths, of which one below nothing moves text out of sight.
    private static let starts = ["margin", "padding", "border", "letter-spacing", "word-spacing", "text-indent"]

    private static let displays: Set<String> = [
        "block", "inline", "inline-block", "list-item", "table", "table-row", "table-cell", "flex", "inline-flex",
    ]

    private static func isRoomy(_ value: String) -> Bool {
        !value.contains("(")
            && value.split(whereSeparator: \.isWhitespace).allSatisfy { piece in
                guard let (number, _) = measure(String(piece)) else {
                    return piece.first?.isLetter == true || piece.first == "#"
                }
                return (0...120).contains(number)
            }
    }

    /// `12.5pt` as a number and its unit; nil for what is no number.
    static func measure(_ text: String) -> (Double, String)? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+") }
        guard let number = Double(digits) else { return nil }
        let unit = text[digits.endIndex...]
        return unit == "" || unit == "%" || unit.allSatisfy({ $0.isASCII && $0.isLetter })
            ? (number, String(unit)) : nil
    }

    /// Whether no rule of a stylesheet can hide text on a white page.
    static func leavesReadable(sheet: String) -> Bool {
        let bare = sheet.lowercased().replacing("<!--", with: " ").replacing("-->", with: " ")
        guard let text = HTMLAppearance.withoutComments(bare), !text.contains("@import") else { return false }
        // The innermost braces hold declarations, whatever rule is around them.
        return text.split(separator: "{").dropFirst().allSatisfy { piece in
            guard let end = piece.firstIndex(of: "}") else { return piece.allSatisfy { $0 != ";" } }
            var appearance = HTMLAppearance()
            appearance.enter("", ["style": String(piece[..<end])])
            return !appearance.isHidden
        }
    }
}
