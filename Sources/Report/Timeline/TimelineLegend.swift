/// What the marks mean: only what this timeline really shows.
struct TimelineLegend {
    enum Sample {
        case meeting(MeetingGlyph)
        case moved, absence, holiday
    }

    let items: [(sample: Sample, text: String)]

    init(report: RehearsalReport) {
        let words = report.words
        let marks = report.relationships.flatMap(\.meetings)
        var items: [(Sample, String)] = []
        let kinds = Set(marks.map(\.kind))
        let named = kinds.subtracting([.session, .review]).sorted { words.kind($0) < words.kind($1) }
        for kind in [.session, .review].filter(kinds.contains) + named {
            items.append((.meeting(MeetingGlyph(kind: kind, state: .held, isVideo: false)), words.kind(kind)))
        }
        func neutral(_ state: RehearsalReport.Mark.State, isVideo: Bool = false) -> Sample {
            .meeting(MeetingGlyph(kind: .session, state: state, isVideo: isVideo, isNeutral: true))
        }
        if marks.contains(where: \.isVideo) { items.append((neutral(.held, isVideo: true), words.video)) }
        for state in RehearsalReport.Mark.State.allCases where marks.contains(where: { $0.state == state }) {
            items.append((neutral(state), words.state(state)))
        }
        if marks.contains(where: { $0.movedFrom != nil }) { items.append((.moved, words.dateMoved)) }
        if report.relationships.contains(where: { !$0.absences.isEmpty }) { items.append((.absence, words.absence)) }
        if !report.holidays.isEmpty { items.append((.holiday, words.holiday)) }
        self.items = items
    }

    /// For a page: a list that wraps as text does.
    func list(into markup: inout Markup, label: String) {
        markup.element("ul", ["class": "legend", "aria-label": label]) { list in
            for item in items {
                list.newline()
                list.element("li") { entry in
                    entry.element(
                        "svg",
                        [
                            "class": "timeline", "width": "26", "height": "20", "viewBox": "-13 -10 26 20",
                            "aria-hidden": "true",
                        ]
                    ) { Self.draw(item.sample, into: &$0) }
                    entry.text(item.text)
                }
            }
        }
    }

    // In a picture of its own the legend is laid out by hand, from the columns that its texts take.
    private static let rowHeight = 26.0
    private static let glyphRoom = 30.0
    private static let columnWidth = 6.6
    private static let gap = 18.0

    private func places(width: Double) -> [(x: Double, y: Double)] {
        var x = 0.0
        var y = Self.rowHeight
        return items.map { item in
            let room = Self.glyphRoom + Double(DisplayWidth.of(item.text)) * Self.columnWidth + Self.gap
            if x > 0, x + room > width {
                x = 0
                y += Self.rowHeight
            }
            defer { x += room }
            return (x, y)
        }
    }

    func height(width: Double) -> Double { places(width: width).last.map { $0.y + 4 } ?? 0 }

    func draw(into svg: inout Markup, width: Double) {
        for (item, place) in zip(items, places(width: width)) {
            svg.newline()
            svg.element("g", ["transform": "translate(\((place.x + 13).pixels) \(place.y.pixels))"]) { group in
                Self.draw(item.sample, into: &group)
                group.element("text", ["class": "key", "x": "17", "y": "4"], text: item.text)
            }
        }
    }

    private static func draw(_ sample: Sample, into svg: inout Markup) {
        switch sample {
        case .meeting(let glyph): glyph.draw(into: &svg)
        case .moved:
            svg.empty("path", ["class": "bow", "d": "M-10 4Q0-12 10 4"])
            svg.empty("circle", ["class": "old", "cx": "-10", "cy": "4", "r": "2.5"])
        case .absence:
            svg.empty("rect", ["class": "absence", "x": "-10", "y": "-7", "width": "20", "height": "14", "rx": "3"])
        case .holiday:
            svg.empty("rect", ["class": "holiday", "x": "-2", "y": "-9", "width": "4", "height": "18"])
        }
    }
}
