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
        guard unicodeScalars.contains("\\") else { return self }
        var unescaped = String.UnicodeScalarView()
        var scalars = unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "\\", let next = scalars.first else {
                unescaped.append(scalar)
                continue
            }
            switch next {
            case "\\", ";", ",": unescaped.append(next)
            case "n", "N": unescaped.append("\n")
            default:
                unescaped.append(scalar)
                continue
            }
            scalars.removeFirst()
        }
        return String(unescaped)
    }
}
