import CivilTime
import Testing

@testable import ICalendar

/// Types of values on the wire.
struct ValueTests {
    @Test(
        arguments: [
            ("Paris, France; ou \\ ailleurs", "Paris\\, France\\; ou \\\\ ailleurs"),
            ("une\ndeux\r\ntrois\rquatre", "une\\ndeux\\ntrois\\nquatre"),
            ("a\u{2028}b\u{2029}c\u{85}d\u{B}e\u{C}f", "a\\nb\\nc\\nd\\ne\\nf"),
            ("\n\n\r\n", "\\n\\n\\n"),
            ("l'été : « déjà »\t🌞", "l'été : « déjà »\t🌞"),
        ])
    func `text is escaped`(_ text: String, _ escaped: String) {
        #expect(text.escapedAsText == escaped)
    }

    @Test(
        arguments: [
            ("a\\nb\\Nc", "a\nb\nc"), ("\\\\n", "\\n"), ("a\\,b\\;c", "a,b;c"), ("C:\\dossier\\", "C:\\dossier\\"),
            ("\\:\\\"", "\\:\\\""),
        ])
    func `escaped text is read, and an unknown escape stands for itself`(_ escaped: String, _ text: String) {
        #expect(escaped.unescapedFromText == text)
    }

    @Test(
        arguments: [
            ("Claire", "Claire"), ("Petit, Claire", "\"Petit, Claire\""), ("a:b", "\"a:b\""), ("a;b", "\"a;b\""),
            ("dite \"Tom\"", "dite ^'Tom^'"), ("a^b", "a^^b"), ("a\r\nb", "a^nb"), ("l'été", "l'été"), ("", ""),
            ("a\\", "\"a\\\""), ("Claire ", "\"Claire \""), (" Claire", "\" Claire\""),
        ])
    func `a parameter is quoted when needed and RFC 6868-encoded`(_ value: String, _ encoded: String) {
        #expect(Parameter("CN", value).encoded == "CN=" + encoded)
    }

    @Test(arguments: [("^n^^^'", "\n^\""), ("^x^", "^x^"), ("^^n", "^n"), ("sans", "sans")])
    func `RFC 6868 is read, and an unknown caret stands for itself`(_ encoded: String, _ value: String) {
        #expect(Parameter.decode(encoded) == value)
    }

    @Test(
        arguments: [
            (0, "PT0S"), (900, "PT15M"), (-900, "-PT15M"), (-5400, "-PT1H30M"), (43_200, "PT12H"), (86_400, "P1D"),
            (129_601, "P1DT12H1S"), (-604_800, "-P7D"),
        ])
    func `a duration is written and read back`(_ seconds: Int, _ text: String) throws {
        #expect(try Written.line { $0.value(seconds: seconds) } == ":" + text)
        let duration = try #require(DurationValue(text))
        #expect(duration.days * 86_400 + duration.seconds == seconds)
    }

    @Test(arguments: [("P2W", 14, 0), ("+P1DT2H", 1, 7200), ("-P1DT1S", -1, -1), ("PT90M", 0, 5400)])
    func `a duration keeps days of the wall clock apart`(_ text: String, _ days: Int, _ seconds: Int) throws {
        let duration = try #require(DurationValue(text))
        #expect((duration.days, duration.seconds) == (days, seconds))
    }

    @Test(arguments: ["", "P", "PT", "1D", "P1", "PT1D", "P1H", "P1DT", "P-1D", "PTT1S", "P1000000D", "P1D "])
    func `what is no duration is refused`(_ text: String) {
        #expect(DurationValue(text) == nil)
    }

    @Test(arguments: ["20261203", "20261203T183000", "20261203T173000Z", "00010101T000000Z", "20240229"])
    func `a date or time is read and written as it was`(_ text: String) {
        #expect(DateTimeValue(text)?.encoded == text)
    }

    @Test func `a leap second is the second before it`() {
        #expect(DateTimeValue("20161231T235960Z")?.encoded == "20161231T235959Z")
    }

    @Test(
        arguments: [
            "", "2026120", "20260230", "20261301", "20261203T250000", "20261203T183061", "20261203 183000",
            "20261203T183000+", "20261203T1830", "2026-12-03", "٢٠٢٦١٢٠٣",
        ])
    func `what is no date or time is refused`(_ text: String) {
        #expect(DateTimeValue(text) == nil)
    }
}
