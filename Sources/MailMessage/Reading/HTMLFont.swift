/// What a declaration of CSS says of a font.
struct HTMLFont {
    /// As `font-size` has it; nil where it is left as it is.
    var size: Substring?
    var lineHeight: Substring?
    var families: Substring

    /// A shorthand such as `italic 600 0.875em/1.4 "DejaVu Sans Mono", monospace`; nil for what is none.
    init?(shorthand: String) {
        let text = shorthand.replacing(" /", with: "/").replacing("/ ", with: "/")
        var rest = text[...]
        while !rest.isEmpty {
            let word = rest.prefix { !$0.isWhitespace }
            rest = rest[word.endIndex...].drop(while: \.isWhitespace)
            let halves = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            if Self.isSize(halves[0]) {
                guard !rest.isEmpty else { return nil }
                (size, lineHeight, families) = (halves[0], halves.count > 1 ? halves[1] : nil, rest)
                return
            }
            // Style and weight, or a font of the system.
            guard word.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }) || Int(word) != nil else { return nil }
        }
        guard !text.contains(where: \.isNumber) else { return nil }
        families = ""
    }

    private static func isSize(_ word: Substring) -> Bool {
        sizes[String(word)] != nil || relativeSizes[String(word)] != nil
            || (HTMLLength(word).map { $0.unit != "" } ?? false)
    }

    /// Against the usual size.
    static let sizes = [
        "xx-small": 9.0 / 16, "x-small": 10.0 / 16, "small": 13.0 / 16, "medium": 1, "large": 1.125, "x-large": 1.5,
        "xx-large": 2,
        "xxx-large": 3,
    ]
    static let relativeSizes = ["smaller": 0.83, "larger": 1.2]

    /// Whether one of these fonts shows other signs in the place of letters.
    static func areSymbols(_ families: some StringProtocol) -> Bool {
        families.split(separator: ",").contains { family in
            let name = String(family.filter(\.isLetter)).lowercased()
            return symbols.contains(name) || symbolsBegin.contains(where: name.hasPrefix)
        }
    }

    private static let symbols: Set<String> = [
        "symbol", "symbolmt", "symbolneu", "marlett", "mtextra", "msoutlook", "adobeblank", "opensymbol", "starsymbol",
        "standardsymbolsps", "standardsymbolsl", "euclidextra", "euclidsymbol", "msreferencespecialty", "blank",
    ]
    private static let symbolsBegin = [
        "wingdings", "webdings", "zapfdingbats", "itczapfdingbats", "dingbats", "bookshelfsymbol", "segoemdl",
        "segoefluenticons", "materialicons", "materialsymbols", "fontawesome", "monotypesorts", "librebarcode",
        "holomdl",
    ]
}
