import CivilTime

/// The mails of the rehearsal by week, as bars under the lanes.
struct WeeklyMails {
    let timeline: Timeline

    private var scale: TimelineScale { timeline.scale }
    private static let tallest = 34.0

    /// How many mails left in each week, counted from the rehearsal's first day.
    var counts: [Int] {
        var counts = [Int](repeating: 0, count: (scale.days.count + 6) / 7)
        for mail in timeline.report.mails where scale.contains(mail.sentAt.date) {
            counts[scale.from.days(until: mail.sentAt.date) / 7] += 1
        }
        return counts
    }

    func draw(into svg: inout Markup) {
        let counts = counts
        let most = counts.max() ?? 0
        let base = scale.height - 12
        svg.element("text", ["class": "people", "x": "0", "y": (base - 2).pixels], text: timeline.words.mailsByWeek)
        svg.empty(
            "line",
            [
                "class": "month", "x1": TimelineScale.labelWidth.pixels, "x2": scale.right.pixels,
                "y1": base.pixels, "y2": base.pixels,
            ])
        for (week, count) in counts.enumerated() where count > 0 {
            let monday = scale.from.adding(days: week * 7)
            let left = scale.x(monday)
            let right = scale.x(monday.adding(days: 7))
            let height = Double(count) / Double(most) * Self.tallest
            svg.element(
                "rect",
                [
                    "class": "mails", "x": (left + 1.5).pixels, "y": (base - height).pixels,
                    "width": max(1, right - left - 3).pixels, "height": height.pixels, "rx": "1.5",
                ]
            ) { $0.element("title", text: timeline.words.week(of: timeline.dates.long(monday), count)) }
        }
    }
}
