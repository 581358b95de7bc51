import ICalendar
import Testing

/// Files as they are found.
struct CalendarStreamTests {
    private func parse(_ text: String) -> (calendars: [Component], faults: [Fault]) {
        CalendarStream.parse(Array(text.utf8))
    }

    private func summary(_ bytes: [UInt8]) -> String? {
        CalendarStream.parse(bytes).calendars.first?.components.first?.property("SUMMARY")?.text
    }

    private let file = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "SUMMARY:Fête nationale\\, déjà", "END:VEVENT",
        "END:VCALENDAR", "",
    ]

    @Test(arguments: ["\r\n", "\n", "\r", "\r\r\n", "\n\n"], ["", "\u{FEFF}"])
    func `any line end does, and a byte order mark`(_ lineEnd: String, _ mark: String) {
        let (calendars, faults) = parse(mark + file.joined(separator: lineEnd))
        #expect(faults == [])
        #expect(calendars.map(\.name) == ["VCALENDAR"])
        #expect(calendars.first?.property("VERSION")?.value == "2.0")
        #expect(calendars.first?.components.first?.property("SUMMARY")?.text == "Fête nationale, déjà")
    }

    @Test(arguments: ["\r\n ", "\n\t"])
    func `a fold may fall anywhere, also inside a character`(_ fold: String) {
        let bytes = Array(file.joined(separator: "\r\n").utf8)
        let start = Array(file[0..<3].joined(separator: "\r\n").utf8).count + 2
        let length = file[3].utf8.count
        for offset in 1..<length {
            let folded = bytes[..<(start + offset)] + Array(fold.utf8) + bytes[(start + offset)...]
            #expect(summary(Array(folded)) == "Fête nationale, déjà", "folded after \(offset) octets")
        }
    }

    @Test func `what is written is read back`() throws {
        let attendee = Property(
            "ATTENDEE", [Parameter("CN", "Petit, \"Claire\"; ^\nB"), Parameter(name: "MEMBER", values: ["a:b", "c"])],
            value: "mailto:claire@exemple.fr")
        let written = Component(
            "VCALENDAR", [Property("NAME", text: "é\n,;\\")],
            components: [Component("VEVENT", [attendee], components: [Component("VALARM")]), Component("VTODO")])
        let read = try #require(CalendarStream.parse(written.serialized()).calendars.first)
        #expect(read.property("NAME")?.text == "é\n,;\\")
        #expect(read.components.map(\.name) == ["VEVENT", "VTODO"])
        let event = try #require(read.components(named: "VEVENT").first)
        #expect(event.components.map(\.name) == ["VALARM"])
        #expect(event.property("ATTENDEE")?.parameters == attendee.parameters)
        #expect(event.property("ATTENDEE")?.value == attendee.value)
    }

    @Test func `names are read in any case, and places are known by line`() throws {
        let text = "begin:vcalendar\nX-a;Cn=\"x:y\";b=1,\"2;3\":v:w\n more\nBegin:VEvent\nend:vevent\nEND:VCALENDAR \n"
        let (calendars, faults) = parse(text)
        #expect(faults == [])
        let property = try #require(calendars.first?.property("X-A"))
        #expect(property.line == 2)
        #expect(property.value == "v:wmore")
        #expect(property.parameters == [Parameter("CN", "x:y"), Parameter("B", "1", "2;3")])
        #expect(calendars.first?.components.first?.line == 4)
    }

    @Test func `several calendars in one file are all read`() {
        let one = file.joined(separator: "\n")
        #expect(parse(one + one).calendars.count == 2)
    }

    @Test(
        arguments: [
            ("plain words", 3, .notAProperty("plain words")),
            (":sans nom", 3, .notAProperty(":sans nom")),
            ("SUMMARY", 3, .notAProperty("SUMMARY")),
            ("SUMMARY;X:y", 3, .badParameter(property: "SUMMARY")),
            ("SUMMARY;X=1", 3, .badParameter(property: "SUMMARY")),
            ("SUMMARY;X=\"1:y", 3, .unterminatedQuote(property: "SUMMARY")),
            ("END:VTODO", 3, .unexpectedEnd("VTODO")),
            ("BEGIN:VALARM", 3, .missingEnd("VALARM")),
        ] as [(String, Int, Fault.Reason)])
    func `a fault is told by its line, and reading goes on`(_ line: String, _ number: Int, _ reason: Fault.Reason) {
        let (calendars, faults) = parse("BEGIN:VCALENDAR\nBEGIN:VEVENT\n\(line)\nUID:1\nEND:VEVENT\nEND:VCALENDAR\n")
        #expect(faults == [Fault(line: number, reason: reason)])
        let events = calendars.flatMap { $0.components(named: "VEVENT") }
        #expect(events.count == 1)
        #expect(events.first?.property("UID") != nil || events.first?.components.first?.property("UID") != nil)
    }

    @Test func `bytes that are not UTF-8 are told and kept readable`() {
        let bytes = Array("BEGIN:VCALENDAR\nNAME:F".utf8) + [0xEA] + Array("te\nEND:VCALENDAR\n".utf8)
        let (calendars, faults) = CalendarStream.parse(bytes)
        #expect(faults == [Fault(line: 2, reason: .notUTF8)])
        #expect(calendars.first?.property("NAME")?.value == "F\u{FFFD}te")
    }

    @Test func `an event outside of a calendar is told, and comes in one of its own`() {
        let (calendars, faults) = parse("X:1\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nBEGIN:VCALENDAR\nEND:VCALENDAR\n")
        #expect(calendars.map(\.name) == ["VCALENDAR", "VCALENDAR"])
        #expect(calendars.map { $0.components.map(\.name) } == [["VEVENT"], []])
        #expect(
            faults == [
                Fault(line: 1, reason: .outsideComponent("X")), Fault(line: 2, reason: .outsideCalendar("VEVENT")),
            ])
    }

    @Test(arguments: ["DTSTART;;VALUE=DATE:20261203", "DTSTART;:20261203", "DTSTART;VALUE=DATE;:20261203"])
    func `semicolons with nothing in between are passed over`(_ line: String) throws {
        let (calendars, faults) = parse("BEGIN:VCALENDAR\n\(line)\nEND:VCALENDAR\n")
        #expect(faults == [])
        let property = try #require(calendars.first?.property("DTSTART"))
        #expect(property.value == "20261203")
        #expect(property.parameters.allSatisfy { $0 == Parameter("VALUE", "DATE") })
    }

    @Test func `a file that stops short keeps what it has`() {
        let (calendars, faults) = parse("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1")
        #expect(calendars.first?.components.first?.property("UID")?.value == "1")
        #expect(
            faults == [Fault(line: 1, reason: .missingEnd("VCALENDAR")), Fault(line: 2, reason: .missingEnd("VEVENT"))])
    }

    @Test(arguments: ["", "\n", "<html>", "\u{0}\u{1}\u{2}"])
    func `a file without a calendar says so`(_ text: String) {
        let (calendars, faults) = parse(text)
        #expect(calendars.isEmpty)
        #expect(faults.contains(Fault(line: 1, reason: .noCalendar)))
    }

    @Test func `components inside one another without end are no harm`() {
        let depth = 100_000
        let text =
            "BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:X\n", count: depth)
            + String(repeating: "END:X\n", count: depth) + "NAME:a\nEND:VCALENDAR\n"
        let (calendars, faults) = parse(text)
        #expect(calendars.first?.property("NAME")?.value == "a")
        #expect(faults == [Fault(line: 9, reason: .tooDeep("X"))])
    }

    @Test func `an event in an event is read as one beside it, and told`() {
        let text = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            UID:1
            BEGIN:VALARM
            BEGIN:VTODO
            UID:2
            END:VTODO
            END:VALARM
            BEGIN:VEVENT
            UID:3
            END:VEVENT
            SUMMARY:un
            END:VEVENT
            END:VCALENDAR

            """
        let (calendars, faults) = parse(text)
        let components = calendars.flatMap(\.components)
        #expect(components.map(\.name) == ["VEVENT", "VTODO", "VEVENT"])
        #expect(components.map { $0.property("UID")?.value } == ["1", "2", "3"])
        #expect(components.first?.property("SUMMARY")?.value == "un")
        #expect(components.first?.components.map(\.name) == ["VALARM"])
        #expect(
            faults == [Fault(line: 5, reason: .nested("VTODO")), Fault(line: 9, reason: .nested("VEVENT"))])
    }

    @Test(arguments: [1, 3, 50])
    func `events without an END are all read, with those that follow`(_ count: Int) {
        let unended = (0..<count).map { "BEGIN:VEVENT\nUID:\($0)\n" }.joined()
        let text = "BEGIN:VCALENDAR\n\(unended)BEGIN:VEVENT\nUID:x\nEND:VEVENT\nEND:VCALENDAR\n"
        for (text, isAlone) in [(text, false), (unended + "BEGIN:VEVENT\nUID:x\nEND:VEVENT\n", true)] {
            let (calendars, faults) = parse(text)
            let names = calendars.flatMap(\.components).compactMap { $0.property("UID")?.value }
            #expect(Set(names) == Set((0..<count).map(String.init) + ["x"]))
            #expect(names.count == count + 1)
            #expect(faults.filter { $0.reason == .missingEnd("VEVENT") }.count == count)
            #expect(faults.filter { $0.reason == .nested("VEVENT") }.count == count)
            #expect(faults.contains { $0.reason == .outsideCalendar("VEVENT") } == isAlone)
        }
    }
}
