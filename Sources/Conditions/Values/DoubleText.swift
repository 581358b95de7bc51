/// Doubles as the language writes them: the fewest digits that read back the same, with an exponent of at least two
/// digits below 0.0001 and from a million on (`6.02214e+23`).
extension Double {
    var written: String {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
        let sign = self.sign == .minus ? "-" : ""
        if self == 0 { return sign + "0" }
        let (digits, exponent) = shortestDigits
        if (-4..<6).contains(exponent) {
            return sign + Self.plain(digits, exponent)
        }
        let size = String(abs(exponent))
        return sign + digits.prefix(1) + (digits.count > 1 ? "." + digits.dropFirst() : "")
            + (exponent < 0 ? "e-" : "e+") + (size.count < 2 ? "0" : "") + size
    }

    /// The digits without zeros at either end, and the power of ten of the first; of a number that is not zero.
    private var shortestDigits: (digits: String, exponent: Int) {
        let parts = magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let whole = mantissa[0]
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        let all = whole + fraction
        let leading = all.prefix { $0 == "0" }.count
        var digits = all.dropFirst(leading)
        while digits.hasSuffix("0") { digits.removeLast() }
        let shift = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        return (String(digits), whole.count - 1 - leading + shift)
    }

    private static func plain(_ digits: String, _ exponent: Int) -> String {
        if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
        let whole = exponent + 1
        if digits.count <= whole { return digits + String(repeating: "0", count: whole - digits.count) }
        return digits.prefix(whole) + "." + digits.dropFirst(whole)
    }

    /// Reads a decimal number, `NaN`, or `Infinity` with a sign or none; nil for anything else and beyond the range.
    init?(written text: String) {
        switch text {
        case "NaN": self = .nan
        case "Infinity", "+Infinity": self = .infinity
        case "-Infinity": self = -.infinity
        default:
            // Double's own reader takes hexadecimal and more.
            guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text),
                value.isFinite
            else { return nil }
            self = value
        }
    }
}
