import CivilTime

/// Dates, hours and lengths as people of the page's language write them.
struct DateWords {
    let words: ReportWords

    private static let months = (
        french: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
        english: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
    )
    private static let shortMonths = (
        french: [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
        ],
        english: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    )
    private static let weekdays = (
        french: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        english: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    )

    private func month(_ date: CivilDate) -> String {
        (words.isFrench ? Self.months.french : Self.months.english)[date.month - 1]
    }

    func weekday(_ date: CivilDate) -> String {
        (words.isFrench ? Self.weekdays.french : Self.weekdays.english)[date.weekday.rawValue - 1]
    }

    /// `jeu.`, `Thu`.
    func shortWeekday(_ date: CivilDate) -> String {
        weekday(date).prefix(3) + (words.isFrench ? "." : "")
    }

    /// `déc.`, `Dec`.
    func shortMonth(_ date: CivilDate) -> String {
        (words.isFrench ? Self.shortMonths.french : Self.shortMonths.english)[date.month - 1]
    }

    /// `Décembre 2026`, as a heading.
    func monthHeading(_ date: CivilDate) -> String {
        let name = month(date)
        return "\(name.prefix(1).uppercased())\(name.dropFirst()) \(date.year)"
    }

    private func day(_ date: CivilDate) -> String {
        words.isFrench && date.day == 1 ? "1er" : String(date.day)
    }

    /// `1er décembre 2026`, `1 December 2026`.
    func long(_ date: CivilDate) -> String { "\(day(date))\u{A0}\(month(date)) \(date.year)" }

    /// `jeudi 3 décembre 2026`, `Thursday 3 December 2026`.
    func full(_ date: CivilDate) -> String { "\(weekday(date)) \(long(date))" }

    /// `jeu. 3 déc. 2026`, `Thu 3 Dec 2026`.
    func medium(_ date: CivilDate) -> String {
        "\(shortWeekday(date)) \(day(date))\u{A0}\(shortMonth(date)) \(date.year)"
    }

    /// `jeu. 3`, under a heading that names the month.
    func dayOfMonth(_ date: CivilDate) -> String { "\(shortWeekday(date))\u{A0}\(day(date))" }

    /// `08:05`.
    func hour(_ time: LocalTime) -> String { twoDigits(time.hour) + ":" + twoDigits(time.minute) }

    /// `2026-12-03T18:30`, for machines.
    func machine(_ moment: LocalDateTime) -> String {
        let date = moment.date
        let year = String(repeating: "0", count: max(0, 4 - String(date.year).count)) + String(date.year)
        return "\(year)-\(twoDigits(date.month))-\(twoDigits(date.day))T\(hour(moment.time))"
    }

    /// `1h30`, `45min`.
    func length(minutes: Int) -> String {
        if minutes < 60 { return "\(minutes)min" }
        return "\(minutes / 60)h" + (minutes % 60 == 0 ? "" : twoDigits(minutes % 60))
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
