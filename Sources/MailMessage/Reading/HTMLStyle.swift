/// Which declarations of CSS leave text to be read; all else may hide it.
enum HTMLStyle {
    /// - Parameters:
    ///   - property: in lower case, as the value.
    static func leavesReadable(_ property: String, _ value: String) -> Bool {
        if harmless.contains(property) { return true }
        if let values = harmlessValues[property] { return values.contains(value) }
        // Of Outlook, of which one hides.
        if property.hasPrefix("mso-") { return property != "mso-hide" || value == "none" }
        // Of LibreOffice.
        if property.hasPrefix("so-") { return true }
        switch property {
        case "vertical-align": return value.allSatisfy { $0.isLetter || $0 == "-" }
        case "text-decoration", "text-decoration-line", "-webkit-text-decorations-in-effect":
            return !value.contains("line-through")
        case "border-spacing", "letter-spacing", "word-spacing": return isNarrow(value)
        case "line-height":
            guard let length = HTMLLength(value) else { return false }
            let lines = ["", "em"].contains(length.unit) ? length.number : (length.pixels ?? 0) / 16
            return length.unit == "%" ? (50...500).contains(length.number) : (0.5...5).contains(lines)
        case "width", "max-width", "height", "max-height":
            return ["none", "fit-content"].contains(value)
                || HTMLLength(value).map { $0.number >= 20 && $0.unit != "" && isBounded($0) } ?? false
        case "min-width", "min-height": return HTMLLength(value).map(isBounded) ?? false
        default: return false
        }
    }

    /// A window or two.
    private static func isBounded(_ length: HTMLLength) -> Bool {
        length.pixels.map { $0 <= HTMLAppearance.mostPixels } ?? false
    }

    private static func isNarrow(_ value: String) -> Bool {
        value.split { $0.isWhitespace || $0 == "/" }.allSatisfy {
            (HTMLLength($0)?.pixels).map { (-1...40).contains($0) } ?? false
        }
    }

    private static let harmless: Set<String> = [
        "font-weight", "font-style", "font-variant", "font-variant-ligatures", "font-variant-caps",
        "font-variant-numeric", "font-variant-east-asian", "font-variant-alternates", "font-variant-position",
        "font-variant-emoji", "font-kerning", "font-optical-sizing", "font-stretch", "font-synthesis",
        "text-align", "text-align-last", "text-justify", "white-space", "white-space-collapse", "text-wrap",
        "text-wrap-mode", "text-wrap-style", "word-break", "-ms-word-break", "word-wrap", "overflow-wrap", "line-break",
        "-webkit-line-break", "-webkit-nbsp-mode",
        "-webkit-tap-highlight-color", "-webkit-composition-fill-color", "-webkit-font-smoothing",
        "-moz-osx-font-smoothing", "-webkit-user-drag", "user-select", "-webkit-user-select", "-moz-user-select",
        "-ms-user-select", "direction",
        "list-style-type", "list-style-position", "border-collapse", "empty-cells", "table-layout",
        "box-sizing", "border-radius", "orphans", "widows", "tab-size", "-moz-tab-size", "tab-stops", "cursor",
        "caret-color",
        "text-decoration-color", "text-decoration-style", "text-decoration-thickness", "text-underline-offset",
        "text-underline-position", "text-rendering", "hyphens", "hyphenate-character", "quotes", "panose-1",
        "page", "size", "tab-interval", "punctuation-wrap", "text-autospace", "layout-grid-mode", "text-underline",
        "text-justify-trim", "text-transform", "float", "clear", "page-break-before", "page-break-after",
        "page-break-inside", "break-before", "break-after", "break-inside",
        // Of a picture behind the text, which nothing else lets through.
        "background-position", "background-size", "background-repeat", "background-attachment", "background-origin",
    ]

    private static let harmlessValues: [String: Set<String>] = [
        "display": [
            "block", "inline", "inline-block", "list-item", "table", "table-row", "table-cell", "flex", "inline-flex",
        ],
        "text-size-adjust": ["100%", "none"], "-webkit-text-size-adjust": ["100%", "none"],
        "-ms-text-size-adjust": ["100%", "none"], "font-size-adjust": ["none"],
        "visibility": ["visible"], "overflow": ["visible"], "position": ["static", "relative"],
        "-webkit-text-stroke-width": ["0px", "0"], "zoom": ["1", "100%"],
        "background-image": ["none"], "background-clip": ["border-box", "padding-box", "content-box"],
        "list-style": ["none", "disc", "circle", "square", "decimal", "inside", "outside"],
        "list-style-image": ["none"],
        "color-scheme": ["light", "light dark", "light only", "only light"],
        "supported-color-schemes": ["light", "light dark"],
        "outline": ["none", "0", "0px", "none 0px", "0px none"], "text-shadow": ["none"], "box-shadow": ["none"],
        "transition": ["none"], "animation": ["none"], "transform": ["none"], "filter": ["none"], "clip-path": ["none"],
        "appearance": ["none"], "-webkit-appearance": ["none"], "unicode-bidi": ["isolate", "embed"],
    ]
}
