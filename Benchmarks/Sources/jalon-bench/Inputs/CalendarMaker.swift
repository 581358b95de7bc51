import CivilTime

/// Makes one large calendar, as a server would export it: meetings with guests, whole days, repetitions, reminders.
struct CalendarMaker {
    private var numbers: SeededNumbers
    private var bytes: [UInt8] = []

    /// - Parameter size: about so many octets.
    static func bytes(size: Int, seed: UInt64) -> [UInt8] {
        var maker = CalendarMaker(numbers: SeededNumbers(seed: seed))
        maker.bytes.reserveCapacity(size + 4096)
        for line in head { maker.add(line) }
        var index = 0
        while maker.bytes.count < size {
            maker.addEvent(index)
            index += 1
        }
        maker.add("END:VCALENDAR")
        return maker.bytes
    }

    private init(numbers: SeededNumbers) {
        self.numbers = numbers
    }

    private mutating func addEvent(_ index: Int) {
        // 1 January 2025 is day 20,089.
        let date = CivilDate(dayNumber: 20_089 + numbers.below(1200))
        let start = LocalDateTime(date, .midnight).adding(seconds: 900 * numbers.below(96))
        add("BEGIN:VEVENT")
        add("UID:\(index)-\(String(numbers.next(), radix: 16))@jalon.example.org")
        add("DTSTAMP:20250101T000000Z")
        addTimes(start)
        add("SEQUENCE:\(numbers.below(4))")
        add("SUMMARY:" + text(15))
        add("LOCATION:" + escaped(numbers.pick(Phrases.places)))
        add("DESCRIPTION:" + text(60 + numbers.below(500)))
        add("STATUS:CONFIRMED")
        add("TRANSP:\(numbers.happens(90) ? "OPAQUE" : "TRANSPARENT")")
        add("CATEGORIES:MENTORAT,BILAN")
        add("CREATED:\(start.basic)Z")
        add("LAST-MODIFIED:\(start.basic)Z")
        if numbers.happens(60) { addPeople() }
        if numbers.happens(50) {
            for line in Self.alarm { add(line) }
        }
        add("END:VEVENT")
    }

    private mutating func addTimes(_ start: LocalDateTime) {
        switch numbers.below(20) {
        case 0..<14:
            add("DTSTART;TZID=Europe/Paris:\(start.basic)")
            add("DTEND;TZID=Europe/Paris:\(start.adding(seconds: 3600).basic)")
            guard numbers.happens(30) else { return }
            add("RRULE:" + numbers.pick(Self.rules))
            if numbers.happens(50) {
                add("EXDATE;TZID=Europe/Paris:\(start.adding(seconds: 7 * 86_400).basic)")
            }
        case 14..<17:
            add("DTSTART;VALUE=DATE:\(start.basic.prefix(8))")
        default:
            add("DTSTART:\(start.basic)Z")
            add("DURATION:PT45M")
        }
    }

    private mutating func addPeople() {
        add("ORGANIZER;CN=\"\(numbers.pick(Phrases.names))\":mailto:\(Phrases.address(&numbers))")
        for _ in 0...numbers.below(3) {
            let answer = numbers.pick(["NEEDS-ACTION", "ACCEPTED", "DECLINED"])
            let name = numbers.pick(Phrases.names)
            add(
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=\(answer);RSVP=TRUE;CN=\"\(name)\""
                    + ":mailto:\(Phrases.address(&numbers))")
        }
    }

    private mutating func text(_ length: Int) -> String {
        escaped(Phrases.text(atLeast: length, separators: [". ", ", ", "\n"], &numbers))
    }

    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case ",", ";", "\\": escaped += "\\\(character)"
            case "\n": escaped += "\\n"
            default: escaped.append(character)
            }
        }
    }

    /// Adds a line, folded between characters at 75 octets.
    private mutating func add(_ line: String) {
        var room = 75
        for character in line {
            let octets = character.utf8.count
            if octets > room {
                bytes += [0x0D, 0x0A, 0x20]
                room = 74
            }
            bytes += Array(character.utf8)
            room -= octets
        }
        bytes += [0x0D, 0x0A]
    }

    private static let rules = [
        "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=10", "FREQ=DAILY;INTERVAL=2;UNTIL=20271130T225959Z",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21",
    ]

    private static let alarm = [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Rappel", "TRIGGER:-PT30M", "END:VALARM",
    ]

    static let head = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jalon//Benchmarks//FR", "BEGIN:VTIMEZONE", "TZID:Europe/Paris",
        "BEGIN:DAYLIGHT", "DTSTART:20000326T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:20001029T030000",
        "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD", "END:VTIMEZONE",
    ]
}
