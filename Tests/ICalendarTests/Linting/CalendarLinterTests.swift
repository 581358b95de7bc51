import ICalendar
import Testing

/// Goldens pass, and each rule fails a golden that was made to break it.
struct CalendarLinterTests {
    @Test(
        arguments: [
            (Golden.request, .request), (Golden.requestInUTC, .request), (Golden.requestToNewcomer, .request),
            (Golden.updateOfTime, .request), (Golden.updateOfText, .request), (Golden.updateAfterRemoval, .request),
            (Golden.cancelToAll, .cancel), (Golden.cancelToRemoved, .cancel), (Golden.refusal, .declineCounter),
            (Golden.published, nil),
        ] as [(String, Method?)])
    func `what is written has nothing to complain of`(_ golden: String, _ method: Method?) {
        #expect(CalendarLinter.lint(bytes: Golden.bytes(golden), method: method) == [])
    }

    /// A golden with one thing changed, and the one complaint that it earns.
    struct Mutation: Sendable, CustomTestStringConvertible {
        let golden: String
        let method: Method?
        /// Whom the message goes to, if that is looked at.
        var recipient: String?
        let find: String
        let replacement: String
        let kind: Complaint.Kind

        init(_ kind: Complaint.Kind, _ find: String, _ replacement: String) {
            self.init(kind, Golden.request, .request, find, replacement)
        }

        init(_ kind: Complaint.Kind, _ golden: String, _ method: Method?, _ find: String, _ replacement: String) {
            self.golden = golden
            self.method = method
            self.find = find
            self.replacement = replacement
            self.kind = kind
        }

        var testDescription: String { "\(method.map(\.rawValue) ?? "published"): \(kind)" }
    }

    @Test(arguments: Mutation.all)
    func `a broken rule is complained of`(_ mutation: Mutation) throws {
        let text = String(decoding: Golden.bytes(mutation.golden), as: UTF8.self)
        let mutant = text.replacing(mutation.find, with: mutation.replacement, maxReplacements: 1)
        try #require(Array(mutant.utf8) != Array(text.utf8))
        let complaints = CalendarLinter.lint(
            bytes: Array(mutant.utf8), method: mutation.method, recipient: mutation.recipient)
        #expect(complaints.map(\.kind) == [mutation.kind])
        let before = CalendarLinter.lint(
            bytes: Array(text.utf8), method: mutation.method, recipient: mutation.recipient ?? mutation.firstAttendee)
        #expect(before == [])
    }

    @Test(arguments: KindName.allCases)
    func `there is a golden that was made to earn each complaint`(_ name: KindName) {
        // The rest are earned by files that others have written.
        let kinds = Mutation.all.map(\.kind) + [.splitCharacter, .control(0)] + FileLinterTests.kinds
        #expect(kinds.contains { KindName($0) == name })
    }

    @Test func `a character that a fold splits is complained of, once a line`() {
        let text = Golden.request.replacing("d'ét\n ape", with: "d'étape")
        let bytes = Golden.bytes(text)
        let accent = bytes.indices.first { bytes[$0...].starts(with: "étape".utf8) } ?? 0
        let split = bytes[...accent] + [0x0D, 0x0A, 0x20] + bytes[(accent + 1)...]
        let complaints = CalendarLinter.lint(bytes: Array(split), method: .request)
        #expect(complaints.map(\.kind).filter { $0 == .splitCharacter }.count == 2)
    }

    @Test(arguments: [UInt8(0), 7, 27, 127])
    func `a control character is complained of`(_ control: UInt8) {
        let bytes = Golden.bytes(Golden.request)
        let place = bytes.indices.first { bytes[$0...].starts(with: "Rencontre".utf8) } ?? 0
        let complaints = CalendarLinter.lint(
            bytes: Array(bytes[..<place] + [control] + bytes[place...]), method: .request)
        #expect(complaints.map(\.kind) == [.control(control)])
    }

    @Test(arguments: ["UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "ORGANIZER"])
    func `a required property that is missing is complained of`(_ name: String) {
        let zoneless = Golden.requestInUTC.replacing("\(name)", with: "X-\(name)", maxReplacements: 1)
        let complaints = CalendarLinter.lint(bytes: Golden.bytes(zoneless), method: .request)
        #expect(complaints.map(\.kind) == [.missing(name)])
    }

    @Test(
        arguments: [
            (.request, ["UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "ORGANIZER", "ATTENDEE"]),
            (.cancel, ["UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "ORGANIZER", "ATTENDEE"]),
            (.reply, ["UID", "DTSTAMP", "ORGANIZER", "ATTENDEE"]),
            (.refresh, ["UID", "DTSTAMP", "ORGANIZER", "ATTENDEE"]),
            (.declineCounter, ["UID", "DTSTAMP", "ORGANIZER"]),
            (nil, ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "ORGANIZER"]),
        ] as [(Method?, [String])])
    func `each method has its required properties`(_ method: Method?, _ required: [String]) {
        let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "CALSCALE:GREGORIAN"]
        let lines = head + (method.map { ["METHOD:\($0.rawValue)"] } ?? [])
        let status = method == .request ? ["STATUS:CONFIRMED"] : []
        let text = (lines + ["BEGIN:VEVENT"] + status + ["END:VEVENT", "END:VCALENDAR"]).joined(separator: "\n")
        let complaints = CalendarLinter.lint(bytes: Golden.bytes(text), method: method)
        #expect(complaints.map(\.kind) == required.map { .missing($0) })
    }

    @Test(arguments: ["claire.lefevre@exemple.fr", "Claire.Lefevre@Exemple.fr"])
    func `a recipient who is the first attendee is in order`(_ recipient: String) {
        let bytes = Golden.bytes(Golden.request)
        #expect(CalendarLinter.lint(bytes: bytes, method: .request, recipient: recipient) == [])
    }

    @Test(
        arguments: [
            "DTSTART:20261203T173000Z", "DTEND:20261203T173000Z", "SUMMARY:x", "DESCRIPTION:x", "LOCATION:x",
            "STATUS:CONFIRMED", "TRANSP:OPAQUE", "CLASS:PUBLIC", "CREATED:20261122T100000Z", "PRIORITY:1",
            "LAST-MODIFIED:20261122T100000Z", "ATTENDEE:mailto:claire@exemple.fr", "URL:https://exemple.fr",
        ])
    func `the word that a counter-proposal does not suit says no more than which meeting it is`(_ line: String) {
        let text = Golden.refusal.replacing("END:VEVENT", with: line + "\nEND:VEVENT")
        let complaints = CalendarLinter.lint(bytes: Golden.bytes(text), method: .declineCounter)
        let name = String(line.prefix { $0 != ":" })
        #expect(complaints.map(\.kind) == [.forbidden(name)])
    }

    @Test func `an empty file is complained of`() {
        #expect(CalendarLinter.lint(bytes: [], method: .request).map(\.kind) == [.calendarCount(0)])
    }

    @Test func `a complaint names its line`() {
        let text = Golden.requestInUTC.replacing("DTEND:20261203T213000Z", with: "DTEND:20261203T203000Z")
        let complaints = CalendarLinter.lint(bytes: Golden.bytes(text), method: .request)
        #expect(complaints.map(\.description) == ["line 13: DTEND is not after DTSTART."])
    }
}
