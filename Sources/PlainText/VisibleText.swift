extension String {
    /// The text as one line in which everything is seen: what hides, steers a terminal or begins a line of its own is
    /// written out, `\u{1B}`.
    ///
    /// This is where whatever strangers and files have written goes on its way to a terminal, a log or a status line.
    public var visible: String { shown(keepingLines: false) }

    /// As ``visible``, with its line feeds and tabs: for texts of several lines.
    public var visibleLines: String { shown(keepingLines: true) }

    private func shown(keepingLines: Bool) -> String {
        guard unicodeScalars.contains(where: { $0.isHidden }) else { return self }
        var result = String.UnicodeScalarView()
        var before: Unicode.Scalar?
        for scalar in unicodeScalars {
            if !scalar.isHidden || keepingLines && (scalar == "\n" || scalar == "\t")
                || scalar.shapesWhatIsBefore && before.map({ !$0.isASCII && !$0.isHidden }) ?? false
            {
                result.append(scalar)
                // Of several such marks in a row only the first belongs to a letter.
                before = scalar
            } else {
                result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
                before = nil
            }
        }
        return String(result)
    }

    /// JSON with the same characters as escapes of JSON, which any reader of it undoes (RFC 8259 section 7).
    public var visibleJSON: String {
        guard unicodeScalars.contains(where: { $0.isHidden && $0 != "\n" && $0 != "\t" }) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            guard scalar.isHidden, scalar != "\n", scalar != "\t" else {
                result.append(scalar)
                continue
            }
            for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
                let digits = String(unit, radix: 16)
                let zeros = String(repeating: "0", count: 4 - digits.count)
                result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
            }
        }
        return String(result)
    }
}
