import CivilTime
import ICalendar
import Testing

/// Files that anybody has written.
struct FileLinterTests {
    private static let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//exemple.fr//x//EN"]
    private static let start = "DTSTART:20261203T100000Z"

    private func lint(_ lines: [String], head: [String] = FileLinterTests.head) throws -> [Complaint] {
        let text = (head + lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
        let paris = try SampleZones.paris()
        return CalendarLinter.lint(file: Array(text.utf8)) { $0 == "Europe/Paris" ? paris : nil }
    }

    private static func component(_ name: String, _ lines: [String]) -> [String] {
        ["BEGIN:\(name)", "UID:1", "DTSTAMP:20261101T000000Z"] + lines + ["END:\(name)"]
    }

    /// A component that is fine but for its last line.
    struct Flaw: Sendable, CustomTestStringConvertible {
        let name: String
        let lines: [String]
        let kind: Complaint.Kind

        init(_ kind: Complaint.Kind, _ lines: String..., in name: String = "VEVENT") {
            self.name = name
            self.lines = lines
            self.kind = kind
        }

        var testDescription: String { "\(name) \(lines.last ?? ""): \(kind)" }
    }

    static let kinds = flaws.map(\.kind)

    private static let flaws: [Flaw] = [
        Flaw(.repeated("UID"), start, "UID:2"),
        Flaw(.repeated("DTSTAMP"), start, "DTSTAMP:20261101T000000Z"),
        Flaw(.repeated("DTSTART"), start, "DTSTART:20261204T100000Z"),
        Flaw(.repeated("DTEND"), start, "DTEND:20261203T110000Z", "DTEND:20261203T110000Z"),
        Flaw(.repeated("SUMMARY"), start, "SUMMARY:a", "SUMMARY:b"),
        Flaw(.repeated("DESCRIPTION"), start, "DESCRIPTION:a", "DESCRIPTION:b"),
        Flaw(.repeated("DUE"), start, "DUE:20261204T100000Z", "DUE:20261204T100000Z", in: "VTODO"),
        Flaw(.repeated("SUMMARY"), "SUMMARY:a", "SUMMARY:b", in: "VJOURNAL"),
        Flaw(.repeated("CONTACT"), "CONTACT:a", "CONTACT:b", in: "VFREEBUSY"),
        Flaw(.exclusive("DTEND", "DURATION"), start, "DTEND:20261203T110000Z", "DURATION:PT1H"),
        Flaw(.exclusive("DUE", "DURATION"), start, "DUE:20261203T110000Z", "DURATION:PT1H", in: "VTODO"),
        Flaw(.badValue(property: "CREATED"), start, "CREATED:20261101T000000"),
        Flaw(.badValue(property: "LAST-MODIFIED"), start, "LAST-MODIFIED;TZID=Europe/Paris:20261101"),
        Flaw(.badValue(property: "COMPLETED"), "COMPLETED:20261101", in: "VTODO"),
        Flaw(.badValue(property: "SEQUENCE"), start, "SEQUENCE:abc"),
        Flaw(.badValue(property: "SEQUENCE"), start, "SEQUENCE:-1"),
        Flaw(.badValue(property: "PRIORITY"), start, "PRIORITY:10"),
        Flaw(.badValue(property: "PERCENT-COMPLETE"), "PERCENT-COMPLETE:101", in: "VTODO"),
        Flaw(.badValue(property: "TRANSP"), start, "TRANSP:MAYBE"),
        Flaw(.status("BOGUS"), start, "STATUS:BOGUS"),
        Flaw(.status("NEEDS-ACTION"), start, "STATUS:NEEDS-ACTION"),
        Flaw(.status("CONFIRMED"), "STATUS:CONFIRMED", in: "VTODO"),
        Flaw(.status("COMPLETED"), "STATUS:COMPLETED", in: "VJOURNAL"),
        Flaw(.dateWithoutType("DTSTART"), "DTSTART:20261203"),
        Flaw(.dateWithoutType("DTSTART"), "DTSTART;VALUE=DATE-TIME:20261203"),
        Flaw(.dateWithoutType("DTEND"), "DTSTART;VALUE=DATE:20261203", "DTEND:20261204"),
        Flaw(.dateWithoutType("EXDATE"), start, "RRULE:FREQ=DAILY", "EXDATE:20261204T100000Z,20261205"),
        Flaw(.dateWithoutType("RECURRENCE-ID"), start, "RECURRENCE-ID:20261203"),
        Flaw(.badValue(property: "DTSTART"), "DTSTART;VALUE=DATE:20261203T100000Z"),
        Flaw(.badValue(property: "RDATE"), start, "RDATE:20261203T100000Z/PT1H"),
        Flaw(.forbiddenParameter("TZID", property: "EXDATE"), start, "EXDATE;TZID=Europe/Paris:20261204T100000Z"),
        Flaw(
            .forbiddenParameter("TZID", property: "DTSTART"), "DTSTART;VALUE=DATE;TZID=Europe/Paris:20261203"),
        Flaw(.endNotAfterStart("DTEND"), start, "DTEND:20261203T100000Z"),
        Flaw(.endNotAfterStart("DTEND"), start, "DTEND:20261203T090000Z"),
        Flaw(.endNotAfterStart("DTEND"), "DTSTART;VALUE=DATE:20261203", "DTEND;VALUE=DATE:20261203"),
        Flaw(.endNotAfterStart("DUE"), start, "DUE:20261203T090000Z", in: "VTODO"),
        Flaw(.countAndUntil, start, "RRULE:FREQ=DAILY;COUNT=3;UNTIL=20270101T000000Z"),
        Flaw(.untilType, start, "RRULE:FREQ=DAILY;UNTIL=20270101"),
        Flaw(.untilType, start, "RRULE:FREQ=DAILY;UNTIL=20270101T000000"),
        Flaw(.untilType, "DTSTART;VALUE=DATE:20261203", "RRULE:FREQ=DAILY;UNTIL=20270101T000000Z"),
        Flaw(.untilType, "DTSTART:20261203T100000", "RRULE:FREQ=DAILY;UNTIL=20270101T000000Z"),
    ]

    @Test(arguments: flaws)
    func `a line that the RFC does not want is complained of`(_ flaw: Flaw) throws {
        let lines = Self.component(flaw.name, flaw.lines)
        let complaints = try lint(lines).filter { complaint in
            if case .undefinedZone = complaint.kind { false } else { true }
        }
        #expect(complaints == [Complaint(line: Self.head.count + 3 + flaw.lines.count, kind: flaw.kind)])
        guard flaw.lines.count > 1 || flaw.name != "VEVENT" else { return }
        #expect(try lint(Self.component(flaw.name, flaw.lines.dropLast())) == [])
    }

    @Test(
        arguments: [
            ("VEVENT", ["UID", "DTSTAMP", "DTSTART"]), ("VTODO", ["UID", "DTSTAMP"]), ("VJOURNAL", ["UID", "DTSTAMP"]),
            ("VFREEBUSY", ["UID", "DTSTAMP"]), ("X-OTHER", []),
        ])
    func `what must be there and is not is complained of`(_ name: String, _ missing: [String]) throws {
        let complaints = try lint(["BEGIN:\(name)", "END:\(name)"])
        #expect(complaints.map(\.kind) == missing.map { .missing($0) })
        #expect(complaints.allSatisfy { $0.line == 4 })
    }

    @Test func `an event in a message may have no start`() throws {
        let reply = Self.component("VEVENT", ["ORGANIZER:mailto:a@exemple.fr", "ATTENDEE:mailto:b@exemple.fr"])
        #expect(try lint(["METHOD:REPLY"] + reply) == [])
    }

    @Test(
        arguments: [
            (["BEGIN:VCALENDAR", "VERSION:1.0", "PRODID:x"], [.badValue(property: "VERSION")]),
            (["BEGIN:VCALENDAR", "VERSION:2.0", "VERSION:2.0", "PRODID:x"], [.repeated("VERSION")]),
            (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "PRODID:x"], [.repeated("PRODID")]),
            (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:"], [.badValue(property: "PRODID")]),
            (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "CALSCALE:JULIAN"], [.badValue(property: "CALSCALE")]),
            (["BEGIN:VCALENDAR"], [.missing("VERSION"), .missing("PRODID")]),
            (["BEGIN:VCALENDAR", "VERSION:1.0;2.0", "PRODID:x", "CALSCALE:Gregorian", "X-WR-CALNAME:y"], []),
        ] as [([String], [Complaint.Kind])])
    func `a calendar says what it is, once`(_ head: [String], _ kinds: [Complaint.Kind]) throws {
        #expect(try lint(Self.component("VEVENT", [Self.start]), head: head).map(\.kind) == kinds)
    }

    @Test(
        arguments: [
            ([], [.missing("ACTION"), .missing("TRIGGER")]),
            (["ACTION:DISPLAY", "TRIGGER:-PT5M"], [.missing("DESCRIPTION")]),
            (["ACTION:EMAIL", "TRIGGER:-PT5M", "DESCRIPTION:a"], [.missing("SUMMARY")]),
            (["ACTION:AUDIO", "TRIGGER:-PT5M", "REPEAT:2"], [.missing("DURATION")]),
            (["ACTION:AUDIO", "TRIGGER:-PT5M", "TRIGGER:-PT6M"], [.repeated("TRIGGER")]),
            (["ACTION:AUDIO", "TRIGGER:20261203T100000Z"], [.badValue(property: "TRIGGER")]),
            (["ACTION:AUDIO", "TRIGGER;VALUE=DATE-TIME:20261203T100000"], [.badValue(property: "TRIGGER")]),
            (["ACTION:", "TRIGGER:-PT5M"], [.badValue(property: "ACTION")]),
            (["ACTION:AUDIO", "TRIGGER;VALUE=DATE-TIME:20261203T100000Z"], []),
            (["ACTION:DISPLAY", "TRIGGER;RELATED=END:PT5M", "DESCRIPTION:a", "DURATION:PT5M", "REPEAT:2"], []),
            (["ACTION:X-SMELL", "TRIGGER:PT0S"], []),
        ] as [([String], [Complaint.Kind])])
    func `a reminder says what it does, and when`(_ lines: [String], _ kinds: [Complaint.Kind]) throws {
        let alarm = ["BEGIN:VALARM"] + lines + ["END:VALARM"]
        for name in ["VEVENT", "VTODO"] {
            #expect(try lint(Self.component(name, [Self.start] + alarm)).map(\.kind) == kinds)
        }
    }

    @Test(arguments: ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"])
    func `a zone has to be defined, whatever names it`(_ name: String) throws {
        let lines = Self.component(name, ["DTSTART;TZID=Europe/Paris:20261203T100000"])
        #expect(try lint(lines) == [Complaint(line: 7, kind: .undefinedZone("Europe/Paris"))])
    }

    @Test func `a rule that never matches is complained of`() throws {
        let complaints = try lint(
            Self.component("VEVENT", [Self.start, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]))
        #expect(complaints == [Complaint(line: 4, kind: .malformed(.recurrence(.neverMatches)))])
    }

    @Test(
        arguments: [
            [start, "DTEND:20261203T100001Z", "SEQUENCE:3", "STATUS:tentative", "TRANSP:TRANSPARENT", "PRIORITY:0"],
            ["DTSTART;VALUE=DATE:20261203", "DTEND;VALUE=DATE:20261204", "RRULE:FREQ=DAILY;UNTIL=20270101"],
            ["DTSTART:20261203T100000", "DURATION:P1D", "RRULE:FREQ=DAILY;UNTIL=20270101T000000"],
            [start, "RDATE;VALUE=PERIOD:20261204T100000Z/PT1H", "EXDATE:20261204T100000Z,20261205T100000Z"],
            [start, "RDATE;VALUE=DATE:20261204,20261205", "COMMENT:a", "COMMENT:b", "CONTACT:a", "CONTACT:b"],
            [start, "RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T100000Z", "CATEGORIES:a", "CATEGORIES:b"],
        ])
    func `there is nothing to say of a sound event`(_ lines: [String]) throws {
        #expect(try lint(Self.component("VEVENT", lines)) == [])
    }

    @Test func `there is nothing to say of many series that are over`() throws {
        let events = (0..<9000).flatMap { index in
            [
                "BEGIN:VEVENT", "UID:\(index)-0123456789abcdef@exemple.fr", "DTSTAMP:20200101T000000Z",
                "DTSTART:20200601T100000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20200901T000000Z",
                "SUMMARY:Cours", "END:VEVENT",
            ]
        }
        #expect(try lint(events) == [])
    }
}
