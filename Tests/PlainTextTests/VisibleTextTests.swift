import Foundation
import PlainText
import Testing

@Suite struct VisibleTextTests {
    @Test(arguments: [
        ("\u{1B}[31mred\u{1B}[0m", "\\u{1B}[31mred\\u{1B}[0m"),
        (
            "\u{1B}]8;;http://evil.example\u{7}here\u{1B}]8;;\u{7}",
            "\\u{1B}]8;;http://evil.example\\u{7}here\\u{1B}]8;;\\u{7}"
        ),
        ("\u{9B}2J", "\\u{9B}2J"), ("a\u{0}b\u{8}c\u{7F}", "a\\u{0}b\\u{8}c\\u{7F}"),
        ("user\u{202E}gnp.exe", "user\\u{202E}gnp.exe"), ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
        ("a\u{200E}b\u{61C}", "a\\u{200E}b\\u{61C}"), ("ad\u{200B}min", "ad\\u{200B}min"),
        ("ad\u{200D}min", "ad\\u{200D}min"), ("ad\u{AD}min\u{2060}\u{FEFF}", "ad\\u{AD}min\\u{2060}\\u{FEFF}"),
        ("a\nb\r\nc", "a\\u{A}b\\u{D}\\u{A}c"), ("a\u{85}b\u{2028}c\u{2029}", "a\\u{85}b\\u{2028}c\\u{2029}"),
        ("a\u{3164}\u{115F}", "a\\u{3164}\\u{115F}"), ("x\u{E0041}\u{E007F}", "x\\u{E0041}\\u{E007F}"),
        ("\u{FE0F}a\u{FE0F}", "\\u{FE0F}a\\u{FE0F}"), ("a\u{FFF9}b\u{FFFB}", "a\\u{FFF9}b\\u{FFFB}"),
    ])
    func `what hides is written out`(_ text: String, _ expected: String) {
        #expect(text.visible == expected)
    }

    @Test(arguments: [
        "Claire Durand", "Œuvre d’Été — « ok »", "👩‍👩‍👧 ❤️", "می‌خواهم", "क्‍ष", "東京\u{E0100}", "שלום", "مرحبا", "é e\u{301}",
        "a\u{A0}b\u{2009}c", "│ ✓ … ^~~",
    ])
    func `what people write stays`(_ text: String) {
        #expect(text.visible == text)
    }

    @Test func `a text of several lines keeps them, and nothing else`() {
        #expect("a\n\tb\r\u{1B}c".visibleLines == "a\n\tb\\u{D}\\u{1B}c")
    }

    @Test func `JSON reads as before`() throws {
        let words = ["a\u{1B}b\u{9B}\u{202E}c\u{2028}\u{E0041}\u{200D}d\u{7F}", "plain"]
        let json = String(decoding: try JSONEncoder().encode(words), as: UTF8.self).visibleJSON
        #expect(!json.unicodeScalars.contains { $0.isHidden })
        #expect(try JSONDecoder().decode([String].self, from: Data(json.utf8)) == words)
    }

    @Test func `every scalar of Unicode comes out as one that is seen`() {
        let hidden = (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init).filter { scalar in
            String(Character(scalar)).visible.unicodeScalars.contains { $0.isHidden }
        }
        #expect(hidden.map(\.code) == [])
    }
}
