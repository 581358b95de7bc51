/// A picture in a line of text, which may consist of several (Unicode Technical Standard 51, section 1.4).
///
/// What joins them and says how they are drawn cannot be seen, and is nothing without them.
enum EmojiSequence {
    /// What comes after the whole picture at the beginning; nil where there is none.
    static func behind(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
        guard let first = scalars.first else { return nil }
        if ("0"..."9").contains(first) || first == "#" || first == "*" {
            let rest = withoutStyle(scalars.dropFirst())
            return rest.first == "\u{20E3}" ? rest.dropFirst() : nil
        }
        guard isPicture(first) else { return nil }
        var rest = withTone(scalars.dropFirst())
        while rest.first == "\u{200D}", let joined = rest.dropFirst().first, isPicture(joined) {
            rest = withTone(rest.dropFirst(2))
        }
        return rest
    }

    private static func withTone(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let rest = withoutStyle(scalars)
        return rest.first?.properties.isEmojiModifier == true ? rest.dropFirst() : rest
    }

    private static func withoutStyle(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        scalars.first == "\u{FE0F}" || scalars.first == "\u{FE0E}" ? scalars.dropFirst() : scalars
    }

    /// Those that point are marks of quoting, too.
    private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmoji && scalar.value > 0xFF && scalar != "\u{25B6}" && scalar != "\u{25C0}"
    }
}
