// The TEXT type of RFC 5545 section 3.3.11.

extension String {
    /// The string as a TEXT value: `Café\, 12 rue de l'Ourcq\nParis`.
    var escapedAsText: String {
        var writer = ContentWriter(capacity: utf8.count + 16)
        writer.append(text: self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The string that a TEXT value stands for; a backslash before anything unknown stands for itself.
    var unescapedFromText: String {
        var text = self
        return text.withUTF8 { utf8 in
            guard utf8.contains(UInt8(ascii: "\\")) else { return nil }
            // What escapes stand for is ASCII, so that the rest stays UTF-8.
            return String(unsafeUninitializedCapacity: utf8.count) { plain in
                var count = 0
                var index = 0
                while index < utf8.count {
                    var byte = utf8[index]
                    if byte == UInt8(ascii: "\\"), index + 1 < utf8.count {
                        switch utf8[index + 1] {
                        case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
                            index += 1
                            byte = utf8[index]
                        case UInt8(ascii: "n"), UInt8(ascii: "N"):
                            index += 1
                            byte = UInt8(ascii: "\n")
                        default: break
                        }
                    }
                    plain[count] = byte
                    count += 1
                    index += 1
                }
                return count
            }
        } ?? self
    }
}
