import Testing

@testable import MailMessage

@Suite struct WrittenDateTests {
    @Test(arguments: [
        ("Thu, 03 Dec 2026 18:30:00 +0100", 1_796_319_000 as Int64),
        ("3 Dec 2026 17:30 GMT", 1_796_319_000),
        ("Thu,3 Dec 2026 12:30:00 -0500 (EST)", 1_796_319_000),
        ("Thu, 03 Dec 26 18:30:00 +0100", 1_796_319_000), ("3 Dec 126 17:30:00 +0000", 1_796_319_000),
        ("Fri, 01 Jan 99 00:00:00 +0000", 915_148_800),
        ("Fri, 01 Jan 1999 00:00:00 +0000", 915_148_800),
        ("Tue, 29 Feb 2000 23:59:59 +0000", 951_868_799),
    ])
    func `dates as programs write them`(text: String, seconds: Int64) {
        #expect(WrittenDate.read(text)?.secondsSinceEpoch == seconds)
    }

    @Test func `what is written is read`() {
        for seconds in stride(from: 0 as Int64, to: 4_000_000_000, by: 86_400 * 17 + 3_601) {
            let date = MailDate(secondsSinceEpoch: seconds, offset: 7_200)
            #expect(WrittenDate.read("\(date)") == date)
        }
    }

    @Test(arguments: [
        "", "yesterday", "Thu, 99 Dec 2026 18:30:00 +0100", "Thu, 03 Foo 2026 18:30:00 +0100",
        "Thu, 03 Dec 6 18:30:00 +0100", "Thu, 03 Dec 20260 18:30:00 +0100",
    ])
    func `what is no date is none`(text: String) {
        #expect(WrittenDate.read(text) == nil)
    }
}
