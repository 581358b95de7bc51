import Testing

@testable import JalonService

@Suite struct PlainWordTests {
    @Test(arguments: [
        ("oui", PlainWord.yes), ("Oui !", .yes), ("*oui*", .yes), ("« Oui »", .yes), ("oui 👍", .yes), ("Oui ❤️", .yes),
        ("non.", .no), ("- non", .no), ("FAIT", .done), ("  Manqué…", .missed), ("me\u{301}diation", .mediator),
        ("Oui\u{A0}!", .yes), ("pause", .pause), ("\"yes\"", .yes), ("No?", .no), ("Médiatrice", .mediator),
        ("👍 Oui", .yes), ("✅ Oui", .yes), ("❤️ Oui", .yes), ("✔︎ Oui", .yes), ("[Oui]", .yes), ("… Oui", .yes),
        ("¡Oui!", .yes), ("◦ Oui", .yes), ("▪ Non", .no), ("‣ Non", .no), ("· Non", .no), ("`Oui`", .yes),
        ("„Oui“", .yes), ("1. Oui", .yes), ("1) Non", .no), ("12. Fait", .done), ("* 👍🏽 Oui", .yes),
        ("Oui 👨‍👩‍👧", .yes), ("👩‍💻 Oui", .yes), ("Oui 1️⃣", .yes), ("1️⃣ Oui", .yes), ("Oui 🇫🇷", .yes),
        ("Oui 🏃🏽‍♀️‍➡️ !", .yes), ("Oui (👍)", .yes), ("❤️‍🔥 Oui", .yes), ("Oui👍", .yes),
    ])
    func `a word counts whatever its case, accents and punctuation`(line: String, word: PlainWord) {
        #expect(PlainWord(line) == word)
    }

    @Test(arguments: [
        "| oui", ": oui", "> oui", "# oui", "+oui", "=oui", "o\u{200B}ui", "\u{200B}oui", "oui\u{200B}", "\u{FEFF}oui",
        "oui\u{202E}", "\u{200F}oui", "oui\u{2066}", "no\u{AD}n", "n\u{34F}on", "non\u{FE0F}", "oui\u{E0020}",
        "oui\u{3164}",
        "\u{115F}oui", "\u{2800}oui", "oui\u{2800}", "oui\u{180E}", "oui\u{61C}", "oui\u{FFFC}", "oui\u{0}",
        "oui\u{1B}",
        "oui\u{E000}", "o\u{2060}ui", "oui/non", "o-u-i", "o1ui", "1 oui", "оui", "\u{FF4F}ui", "ou\u{456}", "oui >",
        "n on", "oui 2", "oui non", "o.u.i", "ou\u{301}\u{301}\u{301}i", "non, oui", "",
        "👍\u{200D}oui", "oui 👍\u{200D}", "oui\u{200D}👍", "oui \u{FE0F}", "👍\u{200B} oui", "\u{200D}👍 oui", "oui 1",
        "oui 1\u{FE0F}", "oui \u{20E3}", "1.oui", "1234. oui", "1. 2. oui", "[ ] oui", "[x] oui", "] oui", "» oui",
        "; oui", "% oui", "→ oui", "▶ oui", "¦ oui", "👍\u{200D}\u{200D}👍 oui", "oui 👍\u{E0020}", "👍 oui non",
        "oui 👍 non", "🅾ui", "~> oui", "… > oui", "o👍ui",
    ])
    func `what looks or reads otherwise is no word`(line: String) {
        #expect(PlainWord(line) == nil)
    }
}
