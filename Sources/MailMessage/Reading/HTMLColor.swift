/// A colour of a page, to tell whether text in it is to be seen.
struct HTMLColor: Hashable {
    let red, green, blue: Double
    /// From 0, what is not to be seen, to 1.
    var opacity = 1.0

    static let black = HTMLColor(red: 0, green: 0, blue: 0)
    static let white = HTMLColor(red: 255, green: 255, blue: 255)

    /// For where none is said.
    static let unknown = HTMLColor(red: -1, green: -1, blue: -1)

    /// Whether text of this colour differs enough from the ground to be read on it.
    func differs(from ground: HTMLColor) -> Bool {
        (abs(red - ground.red) + abs(green - ground.green) + abs(blue - ground.blue)) * opacity >= 192
    }

    /// What is seen of it on another.
    func over(_ ground: HTMLColor) -> HTMLColor {
        func mixed(_ part: KeyPath<HTMLColor, Double>) -> Double {
            self[keyPath: part] * opacity + ground[keyPath: part] * (1 - opacity)
        }
        return HTMLColor(red: mixed(\.red), green: mixed(\.green), blue: mixed(\.blue))
    }
}

extension HTMLColor {
    /// `#1a2b3c`, `#abc`, both with an opacity, `1a2b3c` as old attributes have it, `rgb(26, 43, 60)`, `rgb(0 0 0 / 87%)`,
    /// `hsl(210, 10%, 20%)`, the first of `light-dark(…)`, and the names in use; nil for all else.
    init?(_ text: String) {
        if let named = Self.named[text] {
            self.init(number: named)
        } else if text == "transparent" {
            self.init(red: 0, green: 0, blue: 0, opacity: 0)
        } else if let color = Self.hexadecimal(text) ?? Self.function(text) {
            self = color
        } else {
            return nil
        }
    }

    private init(number: Int, opacity: Double = 1) {
        self.init(
            red: Double(number >> 16), green: Double(number >> 8 & 0xFF), blue: Double(number & 0xFF), opacity: opacity)
    }

    private static func hexadecimal(_ text: String) -> HTMLColor? {
        let isMarked = text.hasPrefix("#")
        var digits = isMarked ? text.dropFirst() : text[...]
        guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
        if isMarked, [3, 4].contains(digits.utf8.count) { digits = digits.map { "\($0)\($0)" }.joined()[...] }
        guard digits.utf8.count == 6 || isMarked && digits.utf8.count == 8 else { return nil }
        guard let number = Int(digits, radix: 16) else { return nil }
        return digits.utf8.count == 6
            ? HTMLColor(number: number) : HTMLColor(number: number >> 8, opacity: Double(number & 0xFF) / 255)
    }

    private static func function(_ text: String) -> HTMLColor? {
        guard let open = text.firstIndex(of: "("), text.last == ")" else { return nil }
        let arguments = text[open...].dropFirst().dropLast()
        switch text[..<open] {
        case "rgb", "rgba", "hsl", "hsla": break
        case "light-dark": return firstOfTwo(arguments)
        default: return nil
        }
        let pieces = arguments.split { $0 == "," || $0.isWhitespace || $0 == "/" }
        guard pieces.count == 3 || pieces.count == 4 else { return nil }
        let isHue = text.hasPrefix("hsl")
        let numbers = pieces.prefix(3).enumerated().compactMap { place, piece in
            isHue && place > 0 && !piece.hasSuffix("%") ? nil : number(piece, of: isHue ? (place > 0 ? 1 : nil) : 255)
        }
        guard numbers.count == 3, let opacity = pieces.count == 4 ? number(pieces[3], of: 1) : 1 else { return nil }
        let color = isHue ? hue(numbers[0], numbers[1], numbers[2]) : numbers
        return HTMLColor(red: color[0], green: color[1], blue: color[2], opacity: opacity)
    }

    /// In its range; hundredths of the whole with a percent sign. An angle has no range, and degrees.
    private static func number(_ text: Substring, of whole: Double?) -> Double? {
        guard let length = HTMLLength(text) else { return nil }
        guard let whole else { return ["", "deg"].contains(length.unit) ? length.number : nil }
        switch length.unit {
        case "": return (0...whole).contains(length.number) ? length.number : nil
        case "%": return (0...100).contains(length.number) ? length.number / 100 * whole : nil
        default: return nil
        }
    }

    /// CSS Color 4, section 7.1.
    private static func hue(_ hue: Double, _ saturation: Double, _ lightness: Double) -> [Double] {
        [0.0, 8.0, 4.0].map { start in
            let turned = (start + hue / 30).truncatingRemainder(dividingBy: 12)
            let place = turned < 0 ? turned + 12 : turned
            let reach = saturation * min(lightness, 1 - lightness)
            return 255 * (lightness - reach * max(-1, min(place - 3, 9 - place, 1)))
        }
    }

    private static func firstOfTwo(_ arguments: Substring) -> HTMLColor? {
        var depth = 0
        let comma = arguments.firstIndex { sign in
            depth += sign == "(" ? 1 : sign == ")" ? -1 : 0
            return sign == "," && depth == 0
        }
        guard let comma else { return nil }
        return HTMLColor(arguments[..<comma].filter { !$0.isWhitespace || $0 == " " }.trimmingBlanks)
    }

    private static let named: [String: Int] = [
        "black": 0, "windowtext": 0, "canvastext": 0, "white": 0xFFFFFF, "window": 0xFFFFFF, "canvas": 0xFFFFFF,
        "red": 0xFF0000,
        "green": 0x008000, "blue": 0x0000FF, "navy": 0x000080, "gray": 0x808080, "grey": 0x808080, "maroon": 0x800000,
        "purple": 0x800080, "teal": 0x008080, "olive": 0x808000, "yellow": 0xFFFF00, "silver": 0xC0C0C0,
        "lime": 0x00FF00, "aqua": 0x00FFFF, "fuchsia": 0xFF00FF, "orange": 0xFFA500, "darkblue": 0x00008B,
        "darkgreen": 0x006400, "darkred": 0x8B0000, "dimgray": 0x696969, "dimgrey": 0x696969,
    ]
}

extension StringProtocol {
    /// Without blanks around it.
    var trimmingBlanks: String {
        let start = drop(while: \.isWhitespace)
        return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
    }
}
