import CivilTime
import ICalendar
import Testing

/// What is written is read back, whatever the texts hold.
struct RoundTripTests {
    private static func zones() throws -> [Zone] {
        [try SampleZones.paris(), try SampleZones.tokyo(), try SampleZones.nuuk(), .utc]
    }

    @Test(arguments: 0..<16)
    func `a request says what the event says`(_ seed: UInt64) throws {
        var hostile = HostileEvents(seed: seed, zones: try Self.zones())
        var definitions = ZoneDefinitions()
        for _ in 0..<25 {
            let event = hostile.event()
            let recipient = try #require(event.attendees.last).address
            let message = SchedulingMessage(method: .request, event: event, reason: .invited)
            let bytes = message.serialized(for: recipient, reusing: &definitions, withAlarms: true)
            try #require(bytes == message.serialized(for: recipient, reusing: &definitions, withAlarms: true))
            try Self.requireLines(bytes)
            let read = try Self.event(in: bytes)
            try Self.requireSame(event, read)
            let addresses = read.properties(named: "ATTENDEE").map(\.value)
            try #require(addresses.first == Self.uri(recipient))
            try #require(Set(addresses.map { $0.lowercased() }).count == addresses.count)
            try #require(read.components.count == event.alarms.count)
        }
    }

    @Test(arguments: 0..<16)
    func `what is written reads as the value that it was`(_ seed: UInt64) throws {
        let zones = try Self.zones()
        var hostile = HostileEvents(seed: 3000 + seed, zones: zones)
        for _ in 0..<25 {
            let event = Self.plain(hostile.event())
            let message = SchedulingMessage(method: .request, event: event, reason: .invited)
            var definitions = ZoneDefinitions()
            let recipient = try #require(event.attendees.first).address
            let bytes = message.serialized(for: recipient, reusing: &definitions, withAlarms: true)
            let calendar = try #require(CalendarStream.parse(bytes).calendars.first)
            var read = try SchedulingMessage(calendar, floating: .utc) { name in zones.first { $0.name == name } }
            if read.event.zone != event.zone {
                // Left to UTC, with the same instants.
                #expect(read.event.zone == .utc)
                #expect(read.event.span == event.span)
                (read.event.zone, read.event.start, read.event.end) = (event.zone, event.start, event.end)
            }
            try #require(read == message)
        }
    }

    @Test(arguments: 0..<8)
    func `a calendar that leaves has nothing that the linter minds`(_ seed: UInt64) throws {
        var hostile = HostileEvents(seed: 1000 + seed, zones: try Self.zones())
        for _ in 0..<20 {
            var event = hostile.event()
            event.uid = "u" + event.uid.prefix(20)
            let recipient = try #require(event.attendees.first).address
            let change = changes(from: nil, to: event, at: SampleEvents.now)
            for message in change.messages {
                let bytes = message.serialized(for: recipient)
                try #require(CalendarLinter.lint(bytes: bytes, method: .request).filter(\.isNoLength) == [])
            }
            let farewell = try #require(changes(from: change.event, to: nil, at: SampleEvents.later).messages.first)
            let bytes = farewell.serialized(for: recipient)
            try #require(CalendarLinter.lint(bytes: bytes, method: .cancel).filter(\.isNoLength) == [])
            let published = PublishedCalendar(name: hostile.text(), refreshInterval: .seconds(60), events: [event])
            let complaints = CalendarLinter.lint(bytes: published.serialized(), method: nil)
            try #require(complaints.filter(\.isNoLength) == [])
        }
    }

    @Test(arguments: 0..<8)
    func `components of any properties are read back as they were`(_ seed: UInt64) throws {
        var hostile = HostileEvents(seed: 2000 + seed, zones: [.utc])
        for _ in 0..<20 {
            let properties = (0..<5).map { index in
                Property("X-\(index)", [Parameter("CN", hostile.text()), Parameter("ROLE", "")], text: hostile.text())
            }
            let calendar = Component("VCALENDAR", properties, components: [Component("VEVENT", properties)])
            try Self.requireLines(calendar.serialized())
            let (calendars, faults) = CalendarStream.parse(calendar.serialized())
            try #require(faults.isEmpty)
            let read = try #require(calendars.first)
            // What no line may hold is gone after the first time.
            let difference = zip(Self.lines(read.serialized()), Self.lines(calendar.serialized())).first { $0 != $1 }
            try #require(difference == nil)
            try #require(read.serialized() == calendar.serialized())
            try #require(CalendarStream.parse(read.serialized()).calendars == [read])
        }
    }

    @Test(arguments: [Int64(1_795_341_600), 1_811_808_000, 1_830_000_000])
    func `a calendar does not depend on those that were written before it`(_ instant: Int64) throws {
        var definitions = ZoneDefinitions()
        for zone in try SampleZones.system() {
            let start = zone.local(at: Instant(secondsSinceEpoch: instant))
            var event = try SampleEvents.meeting(in: zone)
            event.start = start
            event.end = start.adding(seconds: 3600)
            let message = SchedulingMessage(method: .request, event: event, reason: .invited)
            let shared = message.serialized(for: SampleEvents.claire.address, reusing: &definitions)
            #expect(shared == message.serialized(for: SampleEvents.claire.address), "\(zone)")
        }
    }

    /// Lines of no more than 75 octets, each of them UTF-8, each ended by CRLF.
    private static func requireLines(_ bytes: [UInt8]) throws {
        try #require(bytes.suffix(2) == [0x0D, 0x0A])
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0A) {
            let line = rest[..<end]
            try #require(line.last == 0x0D)
            try #require(line.count - 1 <= 75)
            try #require(String(validating: line, as: UTF8.self) != nil)
            try #require(!line.dropLast().contains { $0 < 0x20 && $0 != 0x09 })
            rest = rest[(end + 1)...]
        }
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func event(in bytes: [UInt8]) throws -> Component {
        let (calendars, faults) = CalendarStream.parse(bytes)
        try #require(faults.isEmpty)
        try #require(calendars.count == 1)
        return try #require(calendars.first?.components(named: "VEVENT").first)
    }

    private static func requireSame(_ event: Event, _ read: Component) throws {
        func text(_ name: String) -> String? { read.property(name)?.text }
        try #require(text("UID") == plain(event.uid))
        try #require(text("SUMMARY") == plain(event.summary))
        try #require(text("DESCRIPTION") ?? "" == plain(event.description))
        try #require(text("LOCATION") == (event.location ?? event.conference).map(plain))
        try #require(text("COMMENT") == event.comment.map(plain))
        try #require(read.property("SEQUENCE")?.value == String(event.sequence))
        try #require(read.property("STATUS")?.value == event.status.rawValue)
        try #require(read.property("TRANSP")?.value == event.transparency.rawValue)
        try #require(read.property("CONFERENCE")?.value == event.conference.map { bare($0) })
        try #require(read.property("ORGANIZER")?.parameter("CN") ?? "" == plain(event.organizer.name))
        try #require(read.property("ORGANIZER")?.value == uri(event.organizer.address))
        for attendee in read.properties(named: "ATTENDEE") {
            let original = try #require(event.attendees.first { uri($0.address) == attendee.value })
            try #require(attendee.parameter("CN") ?? "" == plain(original.name))
            try #require(attendee.parameter("ROLE") == original.role.rawValue)
            try #require(attendee.parameter("PARTSTAT") == original.participation.rawValue)
            try #require(attendee.parameter("CUTYPE") == original.userType.rawValue)
            try #require(attendee.parameter("RSVP") == (original.rsvp ? "TRUE" : "FALSE"))
        }
        for (alarm, component) in zip(event.alarms, read.components) {
            try #require(component.property("DESCRIPTION")?.text == plain(alarm.description))
        }
    }

    /// The text as a calendar can carry it: one kind of line end, no controls but tab and line end.
    private static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where previous == "\r": break
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: plain.append("\n")
            case 0x09: plain.append(scalar)
            case 0..<0x20, 0x7F..<0xA0: break
            default: plain.append(scalar)
            }
            previous = scalar
        }
        return String(plain)
    }

    /// The event as a calendar can carry it.
    private static func plain(_ event: Event) -> Event {
        var event = event
        event.uid = plain(event.uid)
        event.summary = plain(event.summary)
        event.description = plain(event.description)
        event.location = event.location.map(plain)
        event.conference = event.conference.map(bare)
        event.comment = event.comment.map(plain)
        event.organizer = Organizer(name: plain(event.organizer.name), address: address(event.organizer.address))
        event.attendees = event.attendees.map { attendee in
            var attendee = attendee
            attendee.name = plain(attendee.name)
            attendee.address = address(attendee.address)
            return attendee
        }
        event.alarms = event.alarms.map { alarm in
            Alarm(minutesBefore: alarm.minutesBefore, description: plain(alarm.description))
        }
        return event
    }

    private static func address(_ text: String) -> String {
        String(decoding: text.utf8.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
    }

    /// The text without what no line may hold.
    private static func bare(_ text: String) -> String {
        String(String.UnicodeScalarView(plain(text).unicodeScalars.filter { $0 != "\n" }))
    }

    private static func uri(_ address: String) -> String {
        let octets = address.utf8.filter { $0 >= 0x20 && $0 != 0x7F }.map { octet -> String in
            let isEscaped = octet > 0x7F || Array(" \"#%<>?[\\]^`{|}".utf8).contains(octet)
            let digits = String(octet, radix: 16, uppercase: true)
            return isEscaped ? "%" + digits : String(Unicode.Scalar(octet))
        }
        return "mailto:" + octets.joined()
    }
}

extension Complaint {
    /// Whether the rule is another than that of a UID's length, which is up to who gives it.
    fileprivate var isNoLength: Bool {
        if case .longIdentifier = kind { false } else { true }
    }
}
