/// What the stylesheets of a page do to its text, wherever they stand.
///
/// No rule is matched with its elements as a browser does it: each is taken to be able to reach whatever its last
/// selector names, and each colour to be able to meet each ground.
struct HTMLSheet {
    /// Whether a rule can hide text by itself.
    private(set) var mayHide = false
    private var light = Scheme()
    /// For those who want it dark.
    private var dark = Scheme()
    /// Whether the page itself is dark then.
    private var isDarkThen = false
    private var least = 1.0
    private var effects: [String: Effect] = [:]

    private struct Scheme {
        var colors: Set<HTMLColor> = []
        var grounds: Set<HTMLColor> = []

        mutating func add(_ look: HTMLAppearance) {
            if look.color != .unknown { colors.insert(look.color) }
            if look.ground != .unknown { grounds.insert(look.ground) }
        }

        func areDistinct(_ color: HTMLColor, on ground: HTMLColor) -> Bool {
            colors.union([color]).allSatisfy { color in
                grounds.union([ground]).allSatisfy { color.differs(from: $0) }
            }
        }
    }

    private struct Effect {
        var factor = 1.0
        var push = 0.0
    }

    mutating func add(_ sheet: String) {
        let bare = sheet.lowercased().replacing("<!--", with: " ").replacing("-->", with: " ")
        guard let text = HTMLAppearance.withoutComments(bare), !text.contains("@import"), !text.contains("@layer")
        else {
            mayHide = true
            return
        }
        var preludes: [String] = []
        var piece = ""
        var quote: Character?
        for sign in text {
            if let open = quote {
                // What is quoted there may end elsewhere for another program.
                if "{}\\\n\r\r\n".contains(sign) { mayHide = true }
                if sign == open { quote = nil }
                piece.append(sign)
            } else if sign == "{" {
                let prelude = Self.prelude(piece, isOutermost: preludes.isEmpty)
                if prelude == nil { mayHide = true }
                preludes.append(prelude ?? "")
                piece = ""
            } else if sign == "}" {
                take(piece, in: preludes)
                _ = preludes.popLast()
                piece = ""
            } else {
                if sign == "\"" || sign == "'" { quote = sign }
                piece.append(sign)
            }
        }
        if quote != nil { mayHide = true }
        if !preludes.isEmpty { take(piece, in: preludes) }
    }

    /// Nil where declarations stand beside rules.
    private static func prelude(_ text: String, isOutermost: Bool) -> String? {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        guard isOutermost || parts.count == 1 else { return nil }
        guard parts.dropLast().allSatisfy({ $0.trimmingBlanks.hasPrefix("@charset") }) else { return nil }
        return parts.last?.trimmingBlanks ?? ""
    }

    private mutating func take(_ declarations: String, in preludes: [String]) {
        guard !declarations.allSatisfy(\.isWhitespace) else { return }
        var look = HTMLAppearance(color: .unknown, ground: .unknown)
        look.apply(declarations)
        let selector = preludes.last ?? ""
        let isOfText = !["@font-face", "@list", "@page"].contains(where: selector.hasPrefix)
        if look.isHidden || look.size < 0.5 || look.opacity < 1 { mayHide = true }
        guard isOfText else { return }
        if look.isSymbolic || look.isDrawnBack { mayHide = true }
        let keys = Self.keys(selector)
        let isOfPage = keys.contains("body") || keys.contains("html")
        if preludes.contains(where: Self.isDark) {
            dark.add(look)
            if isOfPage, look.ground != .unknown, look.color != .unknown { isDarkThen = true }
        } else {
            light.add(look)
            if declarations.filter({ !$0.isWhitespace }).contains("color-scheme:lightdark") { isDarkThen = true }
        }
        least = min(least, look.size / min(look.shrinking, 1))
        for key in keys {
            effects[key, default: Effect()].factor = min(effects[key]?.factor ?? 1, look.shrinking)
            effects[key, default: Effect()].push = max(effects[key]?.push ?? 0, look.push)
        }
    }

    private static func isDark(_ prelude: String) -> Bool {
        prelude.hasPrefix("@media") && prelude.filter { !$0.isWhitespace }.contains("(prefers-color-scheme:dark)")
            && !prelude.contains(",") && !prelude.contains("not") && !prelude.contains(" or ")
    }

    /// What the last part of each selector names: an element, a class, or anything.
    private static func keys(_ selectors: String) -> [String] {
        if selectors.contains("(") || selectors.contains("\\") || selectors.contains("&") { return ["*"] }
        return selectors.split(separator: ",").map { selector in
            let last = selector.split { $0.isWhitespace || ">+~".contains($0) }.last ?? "*"
            let start = last.first == "." ? 1 : 0
            let name = last.dropFirst(start).prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            return name.isEmpty ? "*" : (start == 1 ? "." : "") + name
        }
    }

    // MARK: Text

    /// How an element is named by selectors.
    static func keys(of tag: HTMLTag) -> [String] {
        let classes = tag.attributes["class"]?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
        return ["*", tag.name] + Set(classes).map { "." + $0 }
    }

    var isEmpty: Bool { effects.isEmpty }

    /// Whether no rule can hide anything by itself.
    var isReadable: Bool {
        !mayHide && light.areDistinct(.black, on: .white)
            && dark.areDistinct(isDarkThen ? .white : .black, on: isDarkThen ? .black : .white)
    }

    /// Whether text can be read that looks so by itself, and stands in elements of these names.
    func leavesReadable(_ look: HTMLAppearance, in keys: [String]) -> Bool {
        let isDistinct =
            light.grounds.allSatisfy { look.color.differs(from: $0) }
            && light.colors.allSatisfy { $0.differs(from: look.ground) }
        let found = keys.compactMap { effects[$0] }
        let size = found.reduce(min(look.size, least)) { $0 * $1.factor }
        let push = found.reduce(look.push) { $0 + $1.push }
        return isDistinct && size >= 0.5 && push <= HTMLAppearance.mostPush
    }
}
