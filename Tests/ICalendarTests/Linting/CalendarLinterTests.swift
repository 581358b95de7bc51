import ICalendar
import Testing

/// Goldens pass, and each rule fails a golden that was made to break it.
struct CalendarLinterTests {
    @Test(
        arguments: [
            (Golden.request, .request), (Golden.requestInUTC, .request), (Golden.requestToNewcomer, .request),
            (Golden.updateOfTime, .request), (Golden.updateOfText, .request), (Golden.updateAfterRemoval, .request),
            (Golden.cancelToAll, .cancel), (Golden.cancelToRemoved, .cancel), (Golden.published, nil),
        ] as [(String, Method?)])
    func `what is written has nothing to complain of`(_ golden: String, _ method: Method?) {
        #expect(CalendarLinter.lint(bytes: Golden.bytes(golden), method: method) == [])
    }

    /// A golden with one thing changed, and the one complaint that it earns.
    struct Mutation: Sendable, CustomTestStringConvertible {
        let golden: String
        let method: Method?
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

    @Test(arguments: Mutation.ofLines + Mutation.ofStructure + Mutation.ofEvents + Mutation.ofTimes)
    func `a broken rule is complained of`(_ mutation: Mutation) throws {
        let text = String(decoding: Golden.bytes(mutation.golden), as: UTF8.self)
        let mutant = text.replacing(mutation.find, with: mutation.replacement, maxReplacements: 1)
        try #require(Array(mutant.utf8) != Array(text.utf8))
        let complaints = CalendarLinter.lint(bytes: Array(mutant.utf8), method: mutation.method)
        #expect(complaints.map(\.kind) == [mutation.kind])
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

    @Test func `an empty file is complained of`() {
        #expect(CalendarLinter.lint(bytes: [], method: .request).map(\.kind) == [.calendarCount(0)])
    }

    @Test func `a complaint names its line`() {
        let text = Golden.requestInUTC.replacing("DTEND:20261203T213000Z", with: "DTEND:20261203T203000Z")
        let complaints = CalendarLinter.lint(bytes: Golden.bytes(text), method: .request)
        #expect(complaints.map(\.description) == ["line 13: DTEND is not after DTSTART."])
    }
}
