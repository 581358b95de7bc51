import CivilTime

/// Calendars of 1 MiB, each made to cost its reader as much time or memory as it can.
enum HostileCalendars {
    static let size = 1 << 20

    /// Every one with the name of its file.
    static func all() -> [(name: String, bytes: [UInt8])] {
        let events: [(name: String, event: (Int) -> String)] = [
            ("daily-since-year-1", { repeating("00010101T000000", "FREQ=DAILY", $0) }),
            ("never", { repeating("20260101T000000", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", $0) }),
            ("never-by-position", { repeating("20260101T000000", "FREQ=DAILY;BYSETPOS=200", $0) }),
            ("never-odd-friday", { repeating("20260101T000000", "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6", $0) }),
            ("never-every-second", { repeating("20260101T000000", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", $0) }),
            ("far-apart", { repeating("00040229T000000", "FREQ=YEARLY;INTERVAL=9000;BYMONTHDAY=29", $0) }),
            ("secondly", { repeating("20260101T000000", "FREQ=SECONDLY", $0) }),
            ("minutely", { repeating("00010101T000000", "FREQ=MINUTELY;BYSECOND=59", $0) }),
            ("hourly", { repeating("00010101T000000", "FREQ=HOURLY", $0) }),
            ("hundred-million", { repeating("00010101T000000", "FREQ=DAILY;COUNT=100000000", $0) }),
            ("old-counts", { repeating("00010101T000000", "FREQ=DAILY;INTERVAL=2;BYDAY=MO;COUNT=100000", $0) }),
            ("hundred-million-seconds", { repeating("20260101T000000", "FREQ=SECONDLY;COUNT=100000000", $0) }),
            ("every-part", { repeating("00010101T000000", everyPart, $0) }),
            ("weeks-of-millennia", { repeating("00010101T000000", "FREQ=YEARLY;BYWEEKNO=-1;COUNT=9000", $0) }),
            ("clock-of-a-year", { repeating("20260101T000000", "FREQ=YEARLY;\(wholeClock);BYSETPOS=-1", $0) }),
            ("clock-of-a-day", { repeating("20260101T000000", "FREQ=DAILY;\(wholeClock);BYSETPOS=-1", $0) }),
            ("seldom", { repeating("00010101T000000", "FREQ=MINUTELY;\(seldom)", $0) }),
            ("slow-seconds", { repeating("00010101T000000", "FREQ=SECONDLY;INTERVAL=2147483647", $0) }),
            ("until-long-ago", { repeating("00010101T000000", "FREQ=DAILY;UNTIL=20251231;BYDAY=2MO", $0) }),
            ("single", { "BEGIN:VEVENT\r\nUID:\($0)\r\nDTSTART:20260101\r\nEND:VEVENT\r\n" }),
            ("distant-zone", { distantZone($0) }),
            ("windows-zones", { windowsZone($0) }),
            ("unknown-zones", { unknownZone($0) }),
            ("zones-of-overrides", { zoneOfOverride($0) }),
            ("unended", { "BEGIN:VEVENT\r\nUID:\($0)\r\nDTSTART:20260101\r\n" }),
            ("revisions", { "BEGIN:VEVENT\r\nUID:1\r\nSEQUENCE:\($0)\r\nDTSTART:20260101\r\nEND:VEVENT\r\n" }),
        ]
        return events.map { ($0.name, filled($0.event)) } + [
            ("zones", zones()), ("zone-of-onsets", zoneOfOnsets()), ("zone-of-seconds", zoneOfSeconds()),
            ("calendars", calendars()), ("long-rule", longRule()), ("thrown-far", thrownFar()),
            ("rdates", dates("RDATE")), ("exdates", dates("EXDATE", rule: "RRULE:FREQ=DAILY\r\n")),
            ("periods", periods()), ("overrides", overrides()), ("one-uid", oneUID()),
            ("one-uid-all-rules", rulesOfOneEvent()),
            ("long-spans", filled { longSpan($0) }), ("one-line", oneLine(folded: false)),
            ("one-folded-line", oneLine(folded: true)), ("deep", deep()), ("empty-components", emptyComponents()),
            ("parameters", parameters()), ("one-letter-lines", around(String(repeating: "A:\n", count: size / 3))),
            ("faults", around(String(repeating: "?\n", count: size / 2))),
            ("not-utf8", Array("BEGIN:VCALENDAR\n".utf8) + Array(repeatElement(0xFF, count: size))),
        ]
    }

    private static let everyPart =
        "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,6,12,18;BYMINUTE=0,15,30,45"
        + ";BYSECOND=0,20,40;BYSETPOS=-1"

    private static let wholeClock =
        "BYHOUR=\(list(24));BYMINUTE=\(list(60));BYSECOND=\(list(60));BYDAY=MO,TU,WE,TH,FR,SA,SU"

    private static let seldom = "BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;BYHOUR=3;BYMINUTE=7;BYSECOND=11"

    private static func list(_ count: Int) -> String {
        (0..<count).map(String.init).joined(separator: ",")
    }

    // MARK: - Events

    private static func repeating(_ start: String, _ rule: String, _ index: Int) -> String {
        "BEGIN:VEVENT\r\nUID:\(index)\r\nDTSTART:\(start)\r\nRRULE:\(rule)\r\nEND:VEVENT\r\n"
    }

    private static func distantZone(_ index: Int) -> String {
        "BEGIN:VEVENT\r\nUID:\(index)\r\nDTSTART;TZID=Europe/Paris:19700101T000000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
    }

    private static func longSpan(_ index: Int) -> String {
        "BEGIN:VEVENT\r\nUID:\(index)\r\nDTSTART:00010101\r\nDTEND:99991231\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
    }

    private static func dates(_ name: String, rule: String = "") -> [UInt8] {
        let values = (0..<size / 17).map { LocalDateTime(someDay, .midnight).adding(seconds: 977 * $0).basic }
        return around(
            "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T000000\r\n\(rule)\(name):\(values.joined(separator: ","))\r\n"
                + "END:VEVENT\r\n")
    }

    private static func periods() -> [UInt8] {
        let values = (0..<size / 20).map { LocalDateTime(someDay, .midnight).adding(seconds: 977 * $0).basic + "/P9W" }
        return around(
            "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T000000\r\nRDATE;VALUE=PERIOD:\(values.joined(separator: ","))"
                + "\r\nEND:VEVENT\r\n")
    }

    /// One daily meeting, and thousands of its days moved for themselves and all that follows.
    private static func overrides() -> [UInt8] {
        let master = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T000000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
        return filled { index in
            guard index > 0 else { return master }
            let day = LocalDateTime(someDay, .midnight).adding(seconds: 86_400 * (index % 700))
            return "BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:\(day.basic)\r\n"
                + "DTSTART:\(day.adding(seconds: 60).basic)\r\nEND:VEVENT\r\n"
        }
    }

    /// Series and overrides that all have one UID, so that each override could belong to each series.
    private static func oneUID() -> [UInt8] {
        filled { index in
            let day = LocalDateTime(someDay, .midnight).adding(seconds: 86_400 * (index % 700)).basic
            let identity = index % 2 == 0 ? "RRULE:FREQ=DAILY" : "RECURRENCE-ID;RANGE=THISANDFUTURE:\(day)"
            return "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:\(day)\r\n\(identity)\r\nEND:VEVENT\r\n"
        }
    }

    /// One event with as many rules as go into it.
    private static func rulesOfOneEvent() -> [UInt8] {
        let rules = String(repeating: "RRULE:FREQ=DAILY\r\n", count: size / 18)
        return around("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T000000\r\n\(rules)END:VEVENT\r\n")
    }

    /// A rule whose list of days fills the file.
    private static func longRule() -> [UInt8] {
        let days = (0..<size / 5).map { String(1 + $0 % 366) }.joined(separator: ",")
        return around(repeating("00010101T000000", "FREQ=YEARLY;BYYEARDAY=\(days.prefix(size - 256))1", 0))
    }

    /// Daily meetings since the year 1, each of which an override throws to the end of all time and another back.
    private static func thrownFar() -> [UInt8] {
        filled { index in
            func override(_ from: String, _ to: String) -> String {
                "BEGIN:VEVENT\r\nUID:\(index)\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:\(from)\r\nDTSTART:\(to)\r\n"
                    + "END:VEVENT\r\n"
            }
            return repeating("00010101T000000", "FREQ=DAILY", index)
                + override("00010102T000000", "99980101T000000") + override("00020101T000000", "00010103T000000")
        }
    }

    // MARK: - Zones

    private static func windowsZone(_ index: Int) -> String {
        "BEGIN:VEVENT\r\nUID:\(index)\r\nDTSTART;TZID=Romance \(index) Standard Time:20260101T000000\r\n"
            + "RRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
    }

    /// Thousands of calendars, each with a name that means nothing.
    private static func unknownZone(_ index: Int) -> String {
        nextCalendar + "BEGIN:VEVENT\r\nDTSTART;TZID=A/B\(index):20260101T000000\r\nEND:VEVENT\r\n"
    }

    /// Thousands of calendars, each with a zone that only an override asks for.
    private static func zoneOfOverride(_ index: Int) -> String {
        nextCalendar + "BEGIN:VTIMEZONE\r\nTZID:Zone \(index)\r\nBEGIN:STANDARD\r\nDTSTART:19700101T030000\r\n"
            + "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU\r\nEND:STANDARD\r\n"
            + "END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:\(index)\r\nDTSTART;TZID=Zone \(index):20260101T000000\r\n"
            + "RECURRENCE-ID:20260101T000000Z\r\nEND:VEVENT\r\n"
    }

    private static let nextCalendar = "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\n"

    /// Thousands of calendars, each with a zone of its own.
    private static func calendars() -> [UInt8] {
        filled { index in
            nextCalendar + "BEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:DAYLIGHT\r\n"
                + "DTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
                + "RRULE:FREQ=MONTHLY\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:\(index)\r\n"
                + "DTSTART;TZID=Z:20260101T000000\r\nEND:VEVENT\r\n"
        }
    }

    /// One zone whose clocks change each second, and meetings in it.
    private static func zoneOfSeconds() -> [UInt8] {
        let zone =
            "BEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\nDTSTART:20260101T000000\r\nTZOFFSETFROM:+0100\r\n"
            + "TZOFFSETTO:+0200\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
            + "DTSTART:20260101T000000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\n"
            + "END:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
        return filled { index in
            (index == 0 ? zone : "")
                + "BEGIN:VEVENT\r\nUID:\(index)\r\nDTSTART;TZID=Z:20260101T000000\r\nRRULE:FREQ=DAILY\r\n"
                + "END:VEVENT\r\n"
        }
    }

    /// Thousands of zones with rules of their own, and an event in each.
    private static func zones() -> [UInt8] {
        filled { index in
            "BEGIN:VTIMEZONE\r\nTZID:Z\(index)\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0100\r\n"
                + "TZOFFSETTO:+0200\r\nRRULE:FREQ=DAILY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n"
                + "UID:\(index)\r\nDTSTART;TZID=Z\(index):20260101T000000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
        }
    }

    /// One zone of very many observances, and one meeting that is in it every day.
    private static func zoneOfOnsets() -> [UInt8] {
        let observances = (0..<size / 130).map { index in
            "BEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0\(index % 9)00\r\nTZOFFSETTO:+0\(index % 7)30\r\n"
                + "RRULE:FREQ=DAILY\r\nEND:STANDARD\r\n"
        }
        return around(
            "BEGIN:VTIMEZONE\r\nTZID:Z\r\n\(observances.joined())END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                + "DTSTART;TZID=Z:00010101T000000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n")
    }

    // MARK: - Shapes

    private static func oneLine(folded: Bool) -> [UInt8] {
        let text = folded ? String(repeating: "x\r\n ", count: size / 4) : String(repeating: "\\,", count: size / 2)
        return around("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101\r\nSUMMARY:\(text)\r\nEND:VEVENT\r\n")
    }

    private static func deep() -> [UInt8] {
        Array(String(repeating: "BEGIN:VCALENDAR\n", count: size / 16).utf8)
    }

    private static func emptyComponents() -> [UInt8] {
        around(String(repeating: "BEGIN:X\nEND:X\n", count: size / 14))
    }

    private static func parameters() -> [UInt8] {
        around("BEGIN:VEVENT\r\nDTSTART\(String(repeating: ";A=\"\"", count: size / 5)):20260101\r\nEND:VEVENT\r\n")
    }

    private static let someDay = CivilDate(dayNumber: 20_454)

    private static func filled(_ event: (Int) -> String) -> [UInt8] {
        var text = ""
        var index = 0
        while text.utf8.count < size - 512 {
            text += event(index)
            index += 1
        }
        return around(text)
    }

    private static func around(_ text: String) -> [UInt8] {
        Array("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n\(text)END:VCALENDAR\r\n".utf8)
    }
}
