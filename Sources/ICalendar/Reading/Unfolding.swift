/// Undoes folding; RFC 5545 section 3.1.
enum Unfolding {
    /// The bytes of a line without its folds: each line end, or several, with the one blank that follows.
    ///
    /// It works in bytes, as a fold may fall inside a character.
    static func undone(_ folded: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(folded.count)
        var afterLineEnd = false
        for byte in folded {
            if ASCII.isLineEnd(byte) {
                afterLineEnd = true
            } else if afterLineEnd, ASCII.isBlank(byte) {
                afterLineEnd = false
            } else {
                bytes.append(byte)
            }
        }
        return bytes[...]
    }
}
