import CivilTime
import Mentoring

/// English with the day before the month and a clock of 24 hours, which nobody can misread.
struct English: Wording {
    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]

    func date(_ date: CivilDate) -> String {
        "\(Self.weekdays[date.weekday.rawValue - 1]) \(dateWithoutWeekday(date))"
    }

    func dateWithoutWeekday(_ date: CivilDate) -> String {
        "\(date.day)\u{A0}\(Self.months[date.month - 1]) \(date.year)"
    }

    func hour(_ time: LocalTime) -> String { "\(time.hour.twoDigits):\(time.minute.twoDigits)" }

    func hours(from start: LocalTime, to end: LocalTime) -> String { "\(hour(start)) to \(hour(end))" }

    func length(minutes: Int) -> String {
        if minutes < 60 { return "\(minutes)\u{A0}minutes" }
        let hours = minutes / 60 == 1 ? "1\u{A0}hour" : "\(minutes / 60)\u{A0}hours"
        return minutes % 60 == 0 ? hours : "\(hours) \(minutes % 60)\u{A0}minutes"
    }

    func relativeDay(_ days: Int) -> String {
        switch days {
        case 0: "today"
        case 1: "tomorrow"
        default: "in \(days)\u{A0}days"
        }
    }

    func preference(_ preference: WeekdayTime) -> String {
        "\(Self.weekdays[preference.weekday.rawValue - 1]) at \(hour(preference.time))"
    }

    func cadence(_ cadence: Cadence) -> String {
        switch cadence {
        case .months(1): return "every month"
        case .months(let count): return "every \(count)\u{A0}months"
        case .days(let range):
            guard let weeks = range.inWeeks else {
                return range == 1...1 ? "every day" : "every \(numbers(range))\u{A0}days"
            }
            return weeks == 1...1 ? "every week" : "every \(numbers(weeks))\u{A0}weeks"
        }
    }

    func list(_ items: [String]) -> String { items.joined(lastWith: " and ") }

    func kind(_ series: Series.Name) -> String {
        switch series {
        case .session: "mentoring session"
        case .review: "mentoring review"
        default: series.rawValue
        }
    }

    func seriesHeading(_ series: Series.Name) -> String {
        switch series {
        case .session: "Sessions"
        case .review: "Reviews"
        default: series.rawValue.capitalizedFirst
        }
    }

    var byVideo: String { "by video," }

    var openPlace: String { "to be agreed between you" }

    var mentoring: String { "Mentoring" }

    func announcement(of template: TemplateName, offsets: [Offset], before anchors: [Trigger.Anchor]) -> String? {
        guard let noun = Self.nouns[template], let times = phrase(offsets), let moments = phrase(anchors) else {
            return nil
        }
        return "\(noun), \(times) before \(moments)"
    }

    func sentence(for reason: CancellationReason) -> String {
        switch reason {
        case .planChanged: "The plan of the meetings has changed, and this date is no longer part of it."
        case .relationshipEnded: "This mentoring relationship is ending."
        case .relationshipPaused: "This mentoring relationship is taking a break."
        case .calledOff: "This meeting has been called off."
        case .participantLeft: "The list of participants has changed."
        case .addressChanged: "The e-mail address has changed."
        }
    }

    func calendarNote(contact: String) -> String { "To move this date: \(contact)" }

    // MARK: - Mails to come

    private static let nouns: [TemplateName: String] = [
        .invitation: "an invitation for your calendar", .prepare: "a few lines to help you prepare",
        .dayBefore: "a reminder with the place or the link", .prepareReview: "a few lines to prepare the review",
        .prepareFirstMentee: "a few lines to prepare the first meeting",
        .prepareFirstMentor: "a few lines to prepare the first meeting",
        .pleaseAnswer: "a reminder where the invitation stays unanswered",
        .closing: "a few lines for the ending",
    ]

    func phrase(_ offsets: [Offset]) -> String? {
        let phrases = offsets.map { offset in
            let unit = offset.count == 1 ? String(offset.unit.rawValue.dropLast()) : offset.unit.rawValue
            return "\(offset.count)\u{A0}\(unit)"
        }
        return phrases.isEmpty ? nil : phrases.joined(lastWith: " and ")
    }

    func phrase(_ anchors: [Trigger.Anchor]) -> String? {
        let phrases = anchors.map { anchor in
            switch anchor {
            case .series(.session): "each session"
            case .series(.review): "each review"
            case .series(let name): "each “\(name)”"
            case .endOf: "the end of the meeting"
            case .first(.session): "the first session"
            case .first: "the first meeting"
            case .last(.session): "the last session"
            case .last, .lastHeld: "the last meeting"
            case .start: "the start"
            case .end: "the end"
            case .halfway: "the halfway point"
            }
        }
        return phrases.isEmpty ? nil : phrases.joined(lastWith: " and ")
    }

    private func numbers(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }
}
