import Testing

@testable import Report

@Suite struct MarkupTests {
    @Test(arguments: [
        ("Claire & Thomas", "Claire &amp; Thomas"),
        ("<script>", "&lt;script&gt;"),
        ("\"l’heure\" d'été", "&quot;l’heure&quot; d&#39;été"),
        ("two\r\nlines\tand a tab", "two\nlines\tand a tab"),
        ("a\u{0}b\u{1B}c\u{85}d\u{FFFF}e", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e"),
    ])
    func `text is escaped and holds no character that XML refuses`(text: String, expected: String) {
        #expect(Markup.escaped(text) == expected)
    }

    @Test func `attributes are escaped as text is`() {
        var markup = Markup()
        markup.element("a", ["title": "\"><b>"], text: "<i>")
        #expect(markup.source == #"<a title="&quot;&gt;&lt;b&gt;">&lt;i&gt;</a>"#)
    }

    @Test(arguments: [
        ("calendars/people/claire.ics", "calendars/people/claire.ics"),
        ("mail/000001-léa.eml", "mail/000001-l%C3%A9a.eml"),
        ("a b?c#d", "a%20b%3Fc%23d"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("\n", "%0A"),
    ])
    func `a link encodes all that a path may not hold`(path: String, expected: String) {
        #expect(Markup.link(path) == expected)
    }
}
