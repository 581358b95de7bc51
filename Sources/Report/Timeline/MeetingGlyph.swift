/// The mark of a meeting around the origin: its form says the kind, its fill the state, a triangle the video.
struct MeetingGlyph {
    let kind: RehearsalReport.Mark.Kind
    let state: RehearsalReport.Mark.State
    let isVideo: Bool
    /// In grey: a legend of states and of the video shows what holds for every kind.
    let isNeutral: Bool

    init(kind: RehearsalReport.Mark.Kind, state: RehearsalReport.Mark.State, isVideo: Bool, isNeutral: Bool = false) {
        self.kind = kind
        self.state = state
        self.isVideo = isVideo
        self.isNeutral = isNeutral
    }

    init(mark: RehearsalReport.Mark) {
        self.init(kind: mark.kind, state: mark.state, isVideo: mark.isVideo)
    }

    func draw(into svg: inout Markup) {
        svg.element("g", ["class": "mark \(kindClass) \(stateClass)"]) { group in
            switch kind {
            case .session: group.empty("circle", ["r": "6.2"])
            case .review: group.empty("path", ["d": "M0-9.2L9.2 0L0 9.2L-9.2 0Z"])
            case .other: group.empty("rect", ["x": "-5.6", "y": "-5.6", "width": "11.2", "height": "11.2", "rx": "2"])
            }
            switch state {
            case .missed: group.empty("path", ["class": "cross", "d": "M-2.6-2.6L2.6 2.6M-2.6 2.6L2.6-2.6"])
            case .cancelled: group.empty("path", ["class": "cross", "d": "M-8.6 4.6L8.6-4.6"])
            case .held, .announced, .planned:
                if isVideo { group.empty("path", ["class": "video", "d": "M-2-3L3.2 0L-2 3Z"]) }
            }
        }
    }

    private var kindClass: String {
        if isNeutral { return "neutral" }
        return switch kind {
        case .session: "session"
        case .review: "review"
        case .other: "other"
        }
    }

    private var stateClass: String {
        switch state {
        case .held: "held"
        case .announced: "announced"
        case .planned: "planned"
        case .missed: "missed"
        case .cancelled: "cancelled"
        }
    }
}
