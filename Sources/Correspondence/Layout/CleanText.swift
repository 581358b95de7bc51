import PlainText

/// Makes one harmless line of whatever somebody wrote into a configuration.
enum CleanText {
    /// - Parameter longest: in Unicode scalars; what is beyond them is left out.
    /// - Returns: `text` with control characters and line ends as single spaces, and without the marks that reorder or
    ///   hide what stands around them (UAX 9, Default_Ignorable_Code_Point). What joins letters in scripts and emoji stays.
    static func line(_ text: String, atMost longest: Int = .max) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(longest) {
            // Most of what people write is ASCII, whose categories need no table.
            if (0x21...0x7E).contains(scalar.value) {
                scalars.append(scalar)
                continue
            }
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: append(" ", to: &scalars)
            case _ where scalar.isHidden && !joiners.contains(scalar) && !scalar.properties.isVariationSelector: break
            default: append(scalar, to: &scalars)
            }
        }
        if scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }

    private static let joiners: Set<Unicode.Scalar> = ["\u{200C}", "\u{200D}"]

    private static func append(_ scalar: Unicode.Scalar, to scalars: inout String.UnicodeScalarView) {
        if scalar == " ", scalars.last == " " || scalars.isEmpty { return }
        scalars.append(scalar)
    }
}
