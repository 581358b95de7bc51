/// How text of a page looks, as far as it matters to whether it can be read.
///
/// What can hide text in CSS is without end. So it is told what leaves it to be read, and whatever else is said of it
/// counts as hiding.
struct HTMLAppearance {
    private(set) var isHidden = false
    private(set) var isQuoted = false
    private var color = HTMLColor.black
    private var background = HTMLColor.white
    /// Against the usual size.
    private var size = 1.0

    /// What an element of that kind, with these attributes, makes of the text in it.
    mutating func enter(_ name: String, _ attributes: [String: String]) {
        if Self.concealing.contains(name) || attributes["hidden"] != nil { isHidden = true }
        if name == "small" || name == "sub" || name == "sup" { size *= 0.83 }
        if name == "blockquote" { isQuoted = true }
        // A picture may have any colour.
        if attributes["background"] != nil { isHidden = true }
        if let background = attributes["bgcolor"] { set("background-color", background.lowercased()) }
        if let color = attributes["color"] ?? attributes["text"] { set("color", color.lowercased()) }
        if let style = attributes["style"] { apply(style) }
        let links = ["link", "vlink", "alink"].compactMap { attributes[$0] }.map { HTMLColor($0.lowercased()) }
        let areSeen = (links + [color]).allSatisfy { $0?.differs(from: background) ?? false }
        if !areSeen || size < 0.5 { isHidden = true }
    }

    /// What is not shown, not at once, or not as it is written.
    private static let concealing: Set<String> = [
        "applet", "audio", "bdo", "canvas", "datalist", "del", "details", "dialog", "iframe", "math", "meter",
        "noembed", "noframes", "noscript", "object", "plaintext", "progress", "s", "select", "strike", "svg",
        "template", "textarea", "video", "xmp", "marquee", "rp", "rt", "rtc", "ruby", "button", "option", "optgroup",
        "frameset", "slot", "map",
    ]

    /// Takes the declarations of a `style` (CSS Style Attributes).
    mutating func apply(_ declarations: String) {
        guard let text = Self.withoutComments(declarations.lowercased()), !text.contains("\\") else {
            isHidden = true
            return
        }
        for declaration in text.split(separator: ";") {
            let halves = declaration.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else {
                if !declaration.allSatisfy(\.isWhitespace) { isHidden = true }
                continue
            }
            let value = Self.trimmed(halves[1])
            let end = value.firstIndex(of: "!") ?? value.endIndex
            set(Self.trimmed(halves[0]), Self.trimmed(value[..<end]))
        }
    }

    private mutating func set(_ property: String, _ value: String) {
        if ["inherit", "initial", "unset", "auto", "normal"].contains(value) { return }
        switch property {
        case "color": if let color = HTMLColor(value) { self.color = color } else { isHidden = true }
        case "background", "background-color":
            if value == "transparent" || value == "none" { return }
            if let color = HTMLColor(value) { background = color } else { isHidden = true }
        case "font-size": setSize(value)
        default: if !HTMLStyle.leavesReadable(property, value) { isHidden = true }
        }
    }

    /// Relative to the text around it, or in points, of which twelve are usual.
    private mutating func setSize(_ value: String) {
        if let factor = ["smaller": 0.83, "larger": 1.2][value] {
            size *= factor
        } else if ["small", "medium", "large", "x-large", "xx-large"].contains(value) {
            size = 1
        } else if let (number, unit) = HTMLStyle.measure(value) {
            switch unit {
            case "em": size *= number
            case "%": size *= number / 100
            case "rem": size = number
            case "pt": size = number / 12
            case "px": size = number / 16
            default: isHidden = true
            }
        } else {
            isHidden = true
        }
        if size > 20 { isHidden = true }
    }

    /// Nil where one is not closed.
    static func withoutComments(_ text: String) -> String? {
        var rest = text[...]
        var result = ""
        while let start = rest.firstRange(of: "/*") {
            result += rest[..<start.lowerBound] + " "
            guard let end = rest[start.upperBound...].firstRange(of: "*/") else { return nil }
            rest = rest[end.upperBound...]
        }
        return result + rest
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
    }
}
