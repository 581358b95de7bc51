import CivilTime

/// Where days and lanes stand on the timeline, in pixels.
struct TimelineScale {
    /// Room for the names on the left.
    static let labelWidth = 216.0
    static let headerHeight = 40.0
    static let laneHeight = 46.0
    /// From the top of a lane to its line; the room above it takes the name on a narrow screen.
    static let laneCentre = 30.0
    static let mailsHeight = 64.0
    static let rightMargin = 16.0
    /// A year fills this; a longer rehearsal makes the picture wider rather than the marks crowded.
    static let usualTrackWidth = 880.0
    static let leastPixelsPerDay = 2.3

    let from: CivilDate
    let through: CivilDate
    let lanes: Int
    let pixelsPerDay: Double

    init(from: CivilDate, through: CivilDate, lanes: Int) {
        self.from = from
        self.through = through
        self.lanes = lanes
        let days = Double(from.days(until: through) + 1)
        pixelsPerDay = max(Self.usualTrackWidth / days, Self.leastPixelsPerDay)
    }

    var days: Range<Int> { 0..<(from.days(until: through) + 1) }
    var trackWidth: Double { pixelsPerDay * Double(days.count) }
    var right: Double { Self.labelWidth + trackWidth }
    var width: Double { (right + Self.rightMargin).rounded(.up) }
    var lanesBottom: Double { Self.headerHeight + Double(lanes) * Self.laneHeight }
    var height: Double { lanesBottom + Self.mailsHeight }

    func contains(_ date: CivilDate) -> Bool { (from...through).contains(date) }

    /// The left edge of a day; days outside of the rehearsal stand on its edge.
    func x(_ date: CivilDate) -> Double {
        let day = min(max(from.days(until: date), 0), days.count)
        return Self.labelWidth + Double(day) * pixelsPerDay
    }

    func x(_ moment: LocalDateTime) -> Double {
        x(moment.date) + Double(moment.time.secondsOfDay) / 86_400 * pixelsPerDay
    }

    func centre(ofLane lane: Int) -> Double {
        Self.headerHeight + Double(lane) * Self.laneHeight + Self.laneCentre
    }

    /// The first days of the months, beginning with the rehearsal's first day.
    var months: [CivilDate] {
        var result = [from]
        var next = from.adding(days: 1 - from.day).adding(months: 1)
        while next <= through {
            result.append(next)
            next = next.adding(months: 1)
        }
        return result
    }
}

extension Double {
    /// To a tenth of a pixel, the same on every machine: `12`, `12.3`.
    var pixels: String {
        let tenths = Int((self * 10).rounded())
        let whole = "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10)"
        return tenths % 10 == 0 ? whole : "\(whole).\(abs(tenths) % 10)"
    }
}
