extension Unicode.Scalar {
    /// Whether it does something unseen to what stands around it: controls, escapes, marks that turn the direction of the
    /// text (UAX 9), line and paragraph separators, and what has no width (Default_Ignorable_Code_Point of UAX 44).
    ///
    /// Joiners and variation selectors are among them; scripts and emoji need those, see ``Swift/String/visible``.
    public var isHidden: Bool {
        // Most of what people write is ASCII, whose properties need no table.
        if value < 0x7F { return value < 0x20 }
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        default: return properties.isDefaultIgnorableCodePoint || (0xFFF9...0xFFFB).contains(value)
        }
    }

    /// Whether a file that people write holds no such character: controls but tabs and line ends, separators that only
    /// some programs see, and marks that make a file read otherwise than it is.
    public var hasNoPlaceInFile: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// `U+001B`.
    public var code: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// What joins, parts or chooses the pictures of other characters, and harms nothing behind one that is not ASCII.
    var shapesWhatIsBefore: Bool {
        switch value {
        case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
        default: false
        }
    }
}
