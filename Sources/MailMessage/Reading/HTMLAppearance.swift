/// How text of a page looks, as far as it matters to whether it can be read.
///
/// What can hide text in CSS is without end. So it is told what leaves it to be read, and whatever else is said of it
/// counts as hiding.
struct HTMLAppearance: Hashable {
    private(set) var isHidden = false
    private(set) var isQuoted = false
    /// In a font whose letters are other signs.
    private(set) var isSymbolic = false
    /// Whether blanks stand as they are written.
    private(set) var keepsBlanks = false
    private(set) var color: HTMLColor
    private(set) var ground: HTMLColor
    private(set) var opacity = 1.0
    /// Against the usual size.
    private(set) var size = 1.0
    /// What is relative of it.
    private(set) var shrinking = 1.0
    /// Pixels by which everything around it moves it, from the left and from above.
    private(set) var push = 0.0
    /// Pixels for which the element itself stands.
    private(set) var room = 0.0
    /// Pixels from the edge of the page, and those by which it is moved over what is beside it.
    private var left = 0.0
    private var overlap = 0.0
    /// Of what is around the element.
    private var outerGround: HTMLColor

    init(color: HTMLColor = .black, ground: HTMLColor = .white) {
        (self.color, self.ground, outerGround) = (color, ground, ground)
    }

    /// Whether it is moved back over what is before it.
    var isDrawnBack: Bool { left < 0 || overlap > 0 }

    /// More is out of sight.
    static let mostPixels = 1600.0
    static let mostPush = 480.0
    private static let mostOverlap = 12.0

    /// What an element of that kind, with these attributes, makes of the text in it.
    mutating func enter(_ name: String, _ attributes: [String: String]) {
        (outerGround, room) = (ground, 0)
        if Self.concealing.contains(name) || attributes["hidden"] != nil || attributes["popover"] != nil {
            isHidden = true
        }
        if let factor = Self.sizes[name] { scale(factor) }
        if name == "blockquote" { isQuoted = true }
        if name == "pre" || name == "listing" { keepsBlanks = true }
        if Self.indented.contains(name) { move(40) }
        // A picture may have any colour.
        if attributes["background"] != nil { isHidden = true }
        enterOld(attributes)
        if name == "font", let size = attributes["size"] { setOldSize(size) }
        if let style = attributes["style"] { apply(style) }
        let links = ["link", "vlink", "alink"].compactMap { attributes[$0] }.map { HTMLColor($0.lowercased()) }
        let areSeen = links.allSatisfy { $0?.differs(from: ground) ?? false } && isSeen
        if !areSeen || size < 0.5 || push > Self.mostPush || left < -Self.mostOverlap || overlap > Self.mostOverlap {
            isHidden = true
        }
    }

    private var isSeen: Bool {
        var color = self.color
        color.opacity *= opacity
        return color.differs(from: ground)
    }

    /// Attributes that are older than CSS.
    private mutating func enterOld(_ attributes: [String: String]) {
        if let ground = attributes["bgcolor"] { set("background-color", ground.lowercased()) }
        if let color = attributes["color"] ?? attributes["text"] { set("color", color.lowercased()) }
        if let face = attributes["face"] { isSymbolic = HTMLFont.areSymbols(face) }
        for name in [
            "cellpadding", "cellspacing", "hspace", "vspace", "leftmargin", "topmargin", "marginwidth", "marginheight",
        ] {
            if let length = attributes[name].flatMap({ HTMLLength($0) }) { move(length.number) }
        }
        for name in ["width", "height"] {
            guard let length = attributes[name].flatMap({ HTMLLength($0) }), length.unit != "%" else { continue }
            if length.number > Self.mostPixels { isHidden = true }
            if name == "height" { room += length.number }
        }
    }

    /// What is not shown, not at once, or not as it is written.
    private static let concealing: Set<String> = [
        "applet", "audio", "bdo", "canvas", "datalist", "del", "details", "dialog", "iframe", "math", "meter",
        "noembed", "noframes", "noscript", "object", "plaintext", "progress", "s", "select", "strike", "svg",
        "template", "textarea", "video", "xmp", "marquee", "rp", "rt", "rtc", "ruby", "button", "option", "optgroup",
        "frameset", "slot", "map",
    ]
    private static let sizes = ["small": 0.83, "sub": 0.83, "sup": 0.83, "h5": 0.83, "h6": 0.67]
    private static let indented: Set<String> = ["ul", "ol", "dd", "menu", "dir", "figure"]

    /// Takes the declarations of a `style` (CSS Style Attributes), those that are important after all others.
    mutating func apply(_ declarations: String) {
        guard let text = Self.withoutComments(declarations.lowercased()), !text.contains("\\") else {
            isHidden = true
            return
        }
        var important: [(String, String)] = []
        for declaration in text.split(separator: ";") {
            let halves = declaration.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else {
                if !declaration.allSatisfy(\.isWhitespace) { isHidden = true }
                continue
            }
            let (property, value) = (halves[0].trimmingBlanks, halves[1].trimmingBlanks)
            guard let mark = value.firstIndex(of: "!") else {
                set(property, value)
                continue
            }
            // Any other word there makes it none, to some.
            if value[mark...].dropFirst().trimmingBlanks != "important" { isHidden = true }
            important.append((property, value[..<mark].trimmingBlanks))
        }
        for (property, value) in important { set(property, value) }
    }

    private mutating func set(_ property: String, _ value: String) {
        let isInitial = ["initial", "revert", "revert-layer"].contains(value)
        switch property {
        case "all": isHidden = true
        case "color" where isInitial: color = .black
        case "background" where isInitial || value == "unset", "background-color" where isInitial || value == "unset":
            ground = outerGround
        case "font-size" where isInitial: size = 1
        case _ where isInitial || ["inherit", "unset", "auto", "normal"].contains(value):
            if property == "white-space", value != "inherit", value != "unset" { keepsBlanks = false }
        case "color":
            if value == "currentcolor" { return }
            if let color = HTMLColor(value) { self.color = color } else { isHidden = true }
        case "background", "background-color": setGround(value)
        case "font-size": setSize(value)
        case "font-family": isSymbolic = HTMLFont.areSymbols(value)
        case "font": setFont(value)
        case "opacity":
            guard let length = HTMLLength(value), ["", "%"].contains(length.unit) else {
                isHidden = true
                return
            }
            let part = length.unit == "%" ? length.number / 100 : length.number
            opacity *= min(part, 1)
            if part < 0.5 { isHidden = true }
        case "white-space", "white-space-collapse":
            keepsBlanks = ["pre", "preserve", "break-spaces"].contains { value.contains($0) } && value != "pre-line"
        case _ where property.hasPrefix("margin") || property.hasPrefix("padding") || property == "text-indent":
            setSpace(property, value)
        case _
        where property.hasPrefix("border")
            && !["border-collapse", "border-spacing", "border-radius"].contains(property):
            setBorder(value)
        default:
            if !HTMLStyle.leavesReadable(property, value) { isHidden = true }
            if ["height", "min-height", "line-height"].contains(property), let length = HTMLLength(value),
                length.unit != ""
            {
                room += max(0, length.pixels ?? 0)
            }
        }
    }

    // MARK: Colours

    /// A colour, and what belongs to a picture of which there is none.
    private mutating func setGround(_ value: String) {
        ground = outerGround
        for word in Self.words(value) {
            if let color = HTMLColor(word) {
                ground = color.over(outerGround)
            } else if HTMLLength(word)?.number != 0, !Self.ofPictures.contains(word) {
                isHidden = true
            }
        }
    }

    private static let ofPictures: Set<String> = [
        "none", "repeat", "no-repeat", "repeat-x", "repeat-y", "scroll", "local", "fixed", "padding-box", "border-box",
        "content-box", "left", "right", "top", "bottom", "center", "auto", "/", "initial",
    ]

    // MARK: Sizes

    private mutating func scale(_ factor: Double) {
        size *= factor
        shrinking *= factor
    }

    private mutating func setFont(_ value: String) {
        guard let font = HTMLFont(shorthand: value) else {
            isHidden = true
            return
        }
        if let size = font.size { setSize(String(size)) }
        if let height = font.lineHeight, height != "normal", !HTMLStyle.leavesReadable("line-height", String(height)) {
            isHidden = true
        }
        isSymbolic = HTMLFont.areSymbols(font.families)
    }

    /// Relative to the text around it, or in points, of which twelve are usual.
    private mutating func setSize(_ value: String) {
        if let factor = HTMLFont.relativeSizes[value] {
            scale(factor)
        } else if let size = HTMLFont.sizes[value] {
            self.size = size
        } else if let length = HTMLLength(value) {
            switch length.unit {
            case "em": scale(length.number)
            case "%": scale(length.number / 100)
            case "rem": size = length.number
            case "pt": size = length.number / 12
            case "px": size = length.number / 16
            default: isHidden = true
            }
        } else {
            isHidden = true
        }
        if size > 20 { isHidden = true }
    }

    /// From 1 to 7, or as many steps from 3.
    private mutating func setOldSize(_ value: String) {
        guard let number = Int(value) else { return }
        let step = value.hasPrefix("+") || value.hasPrefix("-") ? 3 + number : number
        size = [10, 13, 16, 18, 24, 32, 48][min(max(step, 1), 7) - 1] / 16.0
    }

    // MARK: Places

    private mutating func move(_ pixels: Double) {
        push += pixels
        left += pixels
        room += pixels
    }

    private mutating func setSpace(_ property: String, _ value: String) {
        let words = Self.words(value)
        guard words.count <= 4 else {
            isHidden = true
            return
        }
        let lengths = words.map { $0 == "auto" || $0 == "normal" ? 0 : HTMLLength($0)?.pixels }
        let sizes = lengths.compactMap { $0 }
        guard sizes.count == words.count, !sizes.isEmpty, sizes.allSatisfy({ (-120...240).contains($0) }) else {
            isHidden = true
            return
        }
        let isLeft = property.hasSuffix("-left") || property == "text-indent" || property.hasSuffix("inline-start")
        let isOneSide = property.contains("-") && !isLeft
        if !isOneSide { left += sizes.count == 1 ? sizes[0] : sizes[sizes.count == 4 ? 3 : 1] }
        if !isLeft, let least = sizes.min(), least < 0 { overlap -= least }
        let most = sizes.map(abs).max() ?? 0
        push += most
        room += most
    }

    private mutating func setBorder(_ value: String) {
        for word in Self.words(value) {
            if let length = HTMLLength(word) {
                guard let pixels = length.pixels, (0...40).contains(pixels) else {
                    isHidden = true
                    return
                }
                push += pixels
                room += pixels
            } else if HTMLColor(word) == nil, !word.allSatisfy({ $0.isASCII && $0.isLetter }) {
                isHidden = true
            }
        }
    }

    /// At blanks, but for those between parentheses.
    private static func words(_ value: String) -> [String] {
        var depth = 0
        return value.split { sign in
            depth += sign == "(" ? 1 : sign == ")" ? -1 : 0
            return depth == 0 && sign.isWhitespace
        }.map(String.init)
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
}
