import CivilTime

/// The public holidays of mainland France (Code du travail, article L3133-1), as a calendar file.
struct FrenchHolidays {
    struct Holiday: Hashable {
        var name: String
        var date: CivilDate
    }

    /// The eleven holidays of a year, in their order.
    static func holidays(of year: Int) -> [Holiday] {
        let fixed = [
            ("Jour de l'An", 1, 1), ("Fête du Travail", 5, 1), ("Victoire 1945", 5, 8), ("Fête nationale", 7, 14),
            ("Assomption", 8, 15), ("Toussaint", 11, 1), ("Armistice 1918", 11, 11), ("Noël", 12, 25),
        ].compactMap { name, month, day in
            CivilDate(year: year, month: month, day: day).map { Holiday(name: name, date: $0) }
        }
        let easter = easter(of: year)
        let moving = [("Lundi de Pâques", 1), ("Ascension", 39), ("Lundi de Pentecôte", 50)].map { name, days in
            Holiday(name: name, date: easter.adding(days: days))
        }
        return (fixed + moving).sorted { ($0.date, $0.name) < ($1.date, $1.name) }
    }

    /// Easter Sunday in the Gregorian calendar: the Sunday after the full moon of spring, by the tables of 1582.
    static func easter(of year: Int) -> CivilDate {
        let century = year / 100
        let golden = year % 19
        let moonShift = century - century / 4 - (8 * century + 13) / 25
        let epact = (moonShift + 19 * golden + 15) % 30
        // Two of the thirty dates would come twice in nineteen years.
        let isLate = epact == 29 || (epact == 28 && golden > 10)
        let moon = CivilDate(dayNumber: spring(of: year) + epact - (isLate ? 1 : 0))
        return moon.adding(days: 7 - moon.weekday.rawValue % 7)
    }

    /// A calendar file (RFC 5545) of whole days that take nobody's time.
    static func calendar(of years: ClosedRange<Int>) -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jalon//Jours feries//FR", "CALSCALE:GREGORIAN",
            "NAME:Jours fériés en France métropolitaine",
        ]
        for holiday in years.flatMap(holidays(of:)) {
            lines += [
                "BEGIN:VEVENT", "UID:\(basic(holiday.date))-ferie@exemple.fr", "DTSTAMP:20260101T000000Z",
                "DTSTART;VALUE=DATE:\(basic(holiday.date))", "DTEND;VALUE=DATE:\(basic(holiday.date.adding(days: 1)))",
                "SUMMARY:\(holiday.name)", "TRANSP:TRANSPARENT", "END:VEVENT",
            ]
        }
        return (lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
    }

    private static func spring(of year: Int) -> Int {
        CivilDate(year: year, month: 3, day: 21)?.dayNumber ?? 0
    }

    /// `20261225`
    private static func basic(_ date: CivilDate) -> String {
        date.description.filter { $0 != "-" }
    }
}
