import CivilTime
import Testing

@testable import Report

@Suite struct DateWordsTests {
    @Test(arguments: [
        ("fr", "2027-01-01", "vendredi 1er\u{A0}janvier 2027"),
        ("fr-CA", "2026-12-03", "jeudi 3\u{A0}décembre 2026"),
        ("en", "2027-01-01", "Friday 1\u{A0}January 2027"),
        ("de", "2026-12-03", "Thursday 3\u{A0}December 2026"),
    ])
    func `a date is written as its language does`(language: String, date: String, expected: String) throws {
        let words = DateWords(words: ReportWords(language: language))
        #expect(words.full(try Samples.date(date)) == expected)
    }

    @Test(arguments: [(45, "45min"), (60, "1h"), (90, "1h30"), (125, "2h05")])
    func `a length is written as in the configuration`(minutes: Int, expected: String) {
        #expect(DateWords(words: ReportWords(language: "fr")).length(minutes: minutes) == expected)
    }

    @Test func `nought is singular in French and plural in English`() {
        let french = ReportWords(language: "fr")
        let english = ReportWords(language: "en")
        #expect(french.count(0, french.mail) == "0\u{A0}courriel")
        #expect(english.count(0, english.mail) == "0\u{A0}mails")
    }

    @Test func `a state agrees with the gender of the meeting`() {
        let french = ReportWords(language: "fr")
        #expect(french.state(.held, of: .session) == "tenue")
        #expect(french.state(.held, of: .review) == "tenu")
    }

    @Test(arguments: [
        (RehearsalReport.Mark.Kind.session, "fr", "Rencontre 3"), (.review, "fr", "Point d’étape 3"),
        (.review, "en", "Review 3"), (.other("écriture"), "en", "Écriture 3"),
    ])
    func `a title counts the meetings of a series`(kind: RehearsalReport.Mark.Kind, language: String, title: String) {
        #expect(RehearsalReport.Mark.title(kind, ordinal: 3, language: language) == title)
    }

    @Test func `a meeting past midnight ends on the clock of the next day`() throws {
        let words = MeetingWords(words: ReportWords(language: "en"))
        #expect(words.moment(try Samples.mark("2026-12-31T23:00")).hasSuffix("2026, 23:00–00:30"))
    }
}
