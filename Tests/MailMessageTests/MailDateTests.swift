import MailMessage
import Testing

@Suite struct MailDateTests {
    @Test(
        arguments: [
            (0, 0, "Thu, 01 Jan 1970 00:00:00 +0000"),
            (1_796_000_000, 3600, "Mon, 30 Nov 2026 01:53:20 +0100"),
            (1_803_600_000, -12_600, "Thu, 25 Feb 2027 20:30:00 -0330"),
            (951_782_400, 20_700, "Tue, 29 Feb 2000 05:45:00 +0545"),
            (4_107_542_400, 0, "Mon, 01 Mar 2100 00:00:00 +0000"),
            (-1, 0, "Wed, 31 Dec 1969 23:59:59 +0000"),
            (0, 561, "Thu, 01 Jan 1970 00:09:00 +0009"),
            (0, -30, "Thu, 01 Jan 1970 00:00:00 +0000"),
            (1_798_761_599, -43_200, "Thu, 31 Dec 2026 11:59:59 -1200"),
            (.min, 0, "Tue, 02 Jan 1900 00:00:00 +0000"),
            (.max, .max, "Fri, 31 Dec 9999 23:58:59 +2359"),
            (.min, .min, "Mon, 01 Jan 1900 00:01:00 -2359"),
        ] as [(Int64, Int, String)])
    func `a date is written in its zone`(seconds: Int64, offset: Int, text: String) {
        #expect(MailDate(secondsSinceEpoch: seconds, offset: offset).description == text)
    }
}
