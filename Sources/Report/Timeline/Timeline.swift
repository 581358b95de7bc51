import CivilTime

/// The picture of the rehearsal: a lane a relationship, months as columns, meetings as marks, mails by week beneath.
struct Timeline {
    let report: RehearsalReport
    let scale: TimelineScale
    let words: ReportWords
    let dates: DateWords

    init(report: RehearsalReport) {
        self.report = report
        scale = TimelineScale(from: report.from, through: report.through, lanes: report.relationships.count)
        words = report.words
        dates = DateWords(words: report.words)
    }

    /// The drawing for a page that brings the style and the legend.
    func draw(into markup: inout Markup) {
        markup.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "timeline", "role": "img",
                "width": scale.width.pixels, "height": scale.height.pixels,
                "viewBox": "0 0 \(scale.width.pixels) \(scale.height.pixels)",
                "aria-labelledby": "timeline-title timeline-text",
            ]
        ) { svg in
            describe(in: &svg)
            drawContent(into: &svg)
        }
    }

    /// The drawing as a document: its own style, background and legend.
    func document() -> String {
        let legend = TimelineLegend(report: report)
        let margin = 24.0
        let width = scale.width + 2 * margin
        let legendHeight = legend.height(width: scale.width)
        let height = scale.height + legendHeight + 2 * margin
        var markup = Markup()
        markup.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "timeline", "role": "img", "lang": words.tag,
                "width": width.pixels, "height": height.pixels,
                "viewBox": "0 0 \(width.pixels) \(height.pixels)",
                "aria-labelledby": "timeline-title timeline-text",
            ]
        ) { svg in
            describe(in: &svg)
            svg.element("style") { $0.verbatim(TimelineStyle.css) }
            svg.empty("rect", ["class": "paper", "width": "100%", "height": "100%", "rx": "12"])
            svg.element("g", ["transform": "translate(\(margin.pixels) \(margin.pixels))"]) { group in
                drawContent(into: &group)
            }
            let top = margin + scale.height
            svg.element("g", ["transform": "translate(\(margin.pixels) \(top.pixels))"]) { group in
                legend.draw(into: &group, width: scale.width)
            }
        }
        markup.newline()
        return markup.source
    }

    private func describe(in svg: inout Markup) {
        let meetings = report.relationships.reduce(0) { $0 + $1.meetings.count }
        svg.element("title", ["id": "timeline-title"], text: "\(words.timeline) · \(report.programmeName)")
        svg.element(
            "desc", ["id": "timeline-text"],
            text: words.span(report.from, report.through) + " "
                + words.lanesDescription(report.relationships.count, meetings))
    }

    private func drawContent(into svg: inout Markup) {
        drawHolidays(into: &svg)
        drawMonths(into: &svg)
        for (index, lane) in report.relationships.enumerated() {
            svg.newline()
            LaneDrawing(lane: lane, index: index, timeline: self).draw(into: &svg)
        }
        svg.newline()
        WeeklyMails(timeline: self).draw(into: &svg)
    }

    private func drawHolidays(into svg: inout Markup) {
        let top = TimelineScale.headerHeight
        for date in Set(report.holidays).sorted() where scale.contains(date) {
            svg.newline()
            svg.element(
                "rect",
                [
                    "class": "holiday", "x": scale.x(date).pixels, "y": top.pixels,
                    "width": scale.pixelsPerDay.pixels, "height": (scale.lanesBottom - top).pixels,
                ]
            ) { $0.element("title", text: "\(words.holiday) · \(dates.full(date))") }
        }
    }

    private func drawMonths(into svg: inout Markup) {
        let months = scale.months
        for (index, date) in months.enumerated() {
            let x = scale.x(date)
            let next = index + 1 < months.count ? scale.x(months[index + 1]) : scale.right
            svg.newline()
            svg.empty(
                "line",
                [
                    "class": date.month == 1 && date.day == 1 ? "year" : "month", "x1": x.pixels, "x2": x.pixels,
                    "y1": "26", "y2": scale.lanesBottom.pixels,
                ])
            // The first month may have begun before the rehearsal and leave no room for its name.
            guard next - x >= Self.roomForMonth else { continue }
            svg.element("text", ["class": "axis", "x": (x + 5).pixels, "y": "35"], text: dates.shortMonth(date))
            if index == 0 || date.month == 1 {
                svg.element("text", ["class": "axis strong", "x": (x + 5).pixels, "y": "18"], text: String(date.year))
            }
        }
    }

    private static let roomForMonth = 30.0
}
