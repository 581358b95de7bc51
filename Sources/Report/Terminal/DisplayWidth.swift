/// How many columns of a terminal a text takes, roughly: marks none, East Asian and emoji two, all else one.
enum DisplayWidth {
    static func of(_ text: String) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    static func of(_ character: Character) -> Int {
        guard let base = character.unicodeScalars.first else { return 0 }
        // A variation selector 16 asks for the picture where the base would be a sign of one column.
        if character.unicodeScalars.contains("\u{FE0F}") { return 2 }
        switch base.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        return base.properties.isEmojiPresentation || wide.contains { $0.contains(base.value) } ? 2 : 1
    }

    /// The text in at most so many columns, its end replaced by `…` where it is longer.
    static func truncated(_ text: String, to columns: Int) -> String {
        guard of(text) > columns else { return text }
        guard columns > 0 else { return "" }
        var result = ""
        var taken = 0
        for character in text {
            let width = of(character)
            guard taken + width <= columns - 1 else { break }
            taken += width
            result.append(character)
        }
        while result.last == " " { result.removeLast() }
        return result + "…"
    }

    // Unicode's East_Asian_Width W and F, without the small gaps inside.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x1F200...0x1F2FF, 0x20000...0x3FFFD,
    ]
}
