import CivilTime

/// One relationship of the timeline: its names, its line from start to end, who is away, its meetings.
struct LaneDrawing {
    let lane: RehearsalReport.Lane
    let index: Int
    let timeline: Timeline

    private var scale: TimelineScale { timeline.scale }
    private var dates: DateWords { timeline.dates }
    private var centre: Double { scale.centre(ofLane: index) }
    private static let bandHeight = 26.0
    /// Columns of text that the room for names takes, in the two sizes.
    private static let titleColumns = 25
    private static let peopleColumns = 33

    func draw(into svg: inout Markup) {
        svg.element("g", ["class": "lane"]) { group in
            drawNames(into: &group)
            drawLine(into: &group)
            for absence in lane.absences { drawAbsence(absence, into: &group) }
            for mark in lane.meetings where scale.contains(mark.start.date) {
                drawMove(of: mark, into: &group)
            }
            for mark in lane.meetings where scale.contains(mark.start.date) {
                drawMeeting(mark, into: &group)
            }
        }
    }

    private func drawNames(into svg: inout Markup) {
        let names = lane.people.joined(separator: ", ")
        svg.element("g", ["class": "names"]) { group in
            group.element("title", text: "\(lane.title)\n\(names)")
            group.element(
                "text", ["class": "name", "x": "0", "y": (centre - 1).pixels],
                text: DisplayWidth.truncated(lane.title, to: Self.titleColumns))
            group.element(
                "text", ["class": "people", "x": "0", "y": (centre + 13).pixels],
                text: DisplayWidth.truncated(names, to: Self.peopleColumns))
        }
    }

    private func drawLine(into svg: inout Markup) {
        let first = max(lane.start, scale.from)
        let last = min(lane.end ?? scale.through, scale.through)
        guard first <= last else { return }
        let left = scale.x(first)
        let right = scale.x(last.adding(days: 1))
        svg.empty(
            "line",
            ["class": "line", "x1": left.pixels, "x2": right.pixels, "y1": centre.pixels, "y2": centre.pixels])
        if scale.contains(lane.start) { drawCap(at: left, into: &svg) }
        if let end = lane.end, scale.contains(end) { drawCap(at: right, into: &svg) }
    }

    private func drawCap(at x: Double, into svg: inout Markup) {
        svg.empty(
            "line",
            [
                "class": "line", "x1": x.pixels, "x2": x.pixels, "y1": (centre - 5).pixels,
                "y2": (centre + 5).pixels,
            ])
    }

    private func drawAbsence(_ absence: ClosedRange<CivilDate>, into svg: inout Markup) {
        guard absence.overlaps(scale.from...scale.through) else { return }
        let left = scale.x(absence.lowerBound)
        let right = scale.x(absence.upperBound.adding(days: 1))
        svg.element(
            "rect",
            [
                "class": "absence", "x": left.pixels, "y": (centre - Self.bandHeight / 2).pixels,
                "width": (right - left).pixels, "height": Self.bandHeight.pixels, "rx": "3",
            ]
        ) {
            let title = timeline.words.absence(dates.long(absence.lowerBound), dates.long(absence.upperBound))
            $0.element("title", text: title)
        }
    }

    /// A dashed bow from the date that was announced first to the one that holds.
    private func drawMove(of mark: RehearsalReport.Mark, into svg: inout Markup) {
        guard let old = mark.movedFrom, scale.contains(old.date) else { return }
        let from = scale.x(old)
        let to = scale.x(mark.start)
        svg.empty(
            "path",
            [
                "class": "bow",
                "d": "M\(from.pixels) \(centre.pixels)Q\(((from + to) / 2).pixels) \((centre - 26).pixels) "
                    + "\(to.pixels) \(centre.pixels)",
            ])
        svg.element("circle", ["class": "old", "cx": from.pixels, "cy": centre.pixels, "r": "2.5"]) {
            $0.element("title", text: "\(mark.title) · \(timeline.words.moved(from: dates.full(old.date)))")
        }
    }

    private func drawMeeting(_ mark: RehearsalReport.Mark, into svg: inout Markup) {
        svg.element("g", ["transform": "translate(\(scale.x(mark.start).pixels) \(centre.pixels))"]) { group in
            group.element("title", text: MeetingWords(words: timeline.words).sentence(mark))
            MeetingGlyph(mark: mark).draw(into: &group)
        }
    }
}
