/// A number of CSS with its unit.
struct HTMLLength {
    let number: Double
    /// Empty for a bare number.
    let unit: String

    /// `12.5pt`; nil for what is not a number.
    init?(_ text: some StringProtocol) {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+") }
        guard let number = Double(digits) else { return nil }
        let unit = text[digits.endIndex...]
        guard unit == "%" || unit.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
        self.number = number
        self.unit = String(unit)
    }

    /// Of letters of the usual size, on a window of usual width; nil for units that may be anything.
    var pixels: Double? { Self.units[unit].map { number * $0 } }

    private static let units: [String: Double] = [
        "": 1, "px": 1, "pt": 4.0 / 3, "pc": 16, "in": 96, "cm": 37.8, "mm": 3.78, "em": 16, "rem": 16, "ex": 8,
        "ch": 8, "%": 8, "vw": 8, "vh": 8,
    ]
}
