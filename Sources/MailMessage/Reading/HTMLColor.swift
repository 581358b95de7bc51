/// A colour of a page, to tell whether text in it is to be seen.
struct HTMLColor: Hashable {
    let red, green, blue: Int

    static let black = HTMLColor(red: 0, green: 0, blue: 0)
    static let white = HTMLColor(red: 255, green: 255, blue: 255)

    /// Whether one differs enough from the other to be read on it.
    func differs(from other: HTMLColor) -> Bool {
        abs(red - other.red) + abs(green - other.green) + abs(blue - other.blue) >= 192
    }
}

extension HTMLColor {
    /// `#1a2b3c`, `#abc`, `1a2b3c` as old attributes have it, `rgb(26, 43, 60)`, and the names in use; nil for all else,
    /// also for what is transparent.
    init?(_ text: String) {
        if let named = Self.named[text] {
            self.init(number: named)
        } else if let hexadecimal = Self.hexadecimal(text) {
            self.init(number: hexadecimal)
        } else if let (red, green, blue) = Self.components(text) {
            self.init(red: red, green: green, blue: blue)
        } else {
            return nil
        }
    }

    private init(number: Int) {
        self.init(red: number >> 16, green: number >> 8 & 0xFF, blue: number & 0xFF)
    }

    private static func hexadecimal(_ text: String) -> Int? {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
        switch digits.utf8.count {
        case 6: return Int(digits, radix: 16)
        case 3 where text.hasPrefix("#"): return Int(digits.flatMap { [$0, $0] }.map(String.init).joined(), radix: 16)
        default: return nil
        }
    }

    private static func components(_ text: String) -> (Int, Int, Int)? {
        guard let open = text.firstIndex(of: "("), ["rgb", "rgba"].contains(text[..<open]), text.last == ")" else {
            return nil
        }
        let pieces = text[open...].dropFirst().dropLast().split { $0 == "," || $0 == " " || $0 == "/" }
        let numbers = pieces.prefix(3).compactMap { Int($0) }.filter { (0...255).contains($0) }
        guard numbers.count == 3, pieces.count == 3 || pieces.count == 4 && Double(pieces[3]) == 1 else { return nil }
        return (numbers[0], numbers[1], numbers[2])
    }

    private static let named: [String: Int] = [
        "black": 0, "windowtext": 0, "canvastext": 0, "white": 0xFFFFFF, "window": 0xFFFFFF, "red": 0xFF0000,
        "green": 0x008000, "blue": 0x0000FF, "navy": 0x000080, "gray": 0x808080, "grey": 0x808080, "maroon": 0x800000,
        "purple": 0x800080, "teal": 0x008080, "olive": 0x808000, "yellow": 0xFFFF00, "silver": 0xC0C0C0,
        "lime": 0x00FF00, "aqua": 0x00FFFF, "fuchsia": 0xFF00FF, "orange": 0xFFA500, "darkblue": 0x00008B,
        "darkgreen": 0x006400, "darkred": 0x8B0000, "dimgray": 0x696969, "dimgrey": 0x696969,
    ]
}
