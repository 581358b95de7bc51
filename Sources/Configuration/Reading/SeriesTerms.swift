import Mentoring

/// What a file says of a series, in the defaults or for one relationship; what it leaves out is nil.
struct SeriesTerms {
    var cadence: Cadence?
    var minutes: Int?
    var maxGap: Int?
    var preferred: WeekdayTime?
    var firstPlace: Place?
    var place: Place?
    var placement: Series.Placement?
    /// The keys that something is said of, and be it with a slip that has been told.
    var mentioned: Set<String> = []
    /// Where the length stands, or the series.
    var site: Site

    static let keys = ["every", "lasts", "max_gap", "prefer", "first", "then", "with"]
    private static let lengths = 5...720

    init(site: Site) {
        self.site = site
    }

    init(_ section: Section) {
        let length = section.value(Length.self, "lasts")
        site = length?.site ?? section.site
        cadence = section.value(Cadence.self, "every")?.value
        minutes = length?.value.minutes
        preferred = section.value(WeekdayTime.self, "prefer")?.value
        firstPlace = section.place("first")
        place = section.place("then")
        placement = Self.placement(in: section)
        mentioned = Set(Self.keys.filter(section.mentions))
        if let length, !Self.lengths.contains(length.value.minutes) {
            section.findings.error("a meeting lasts from 5 minutes to 12 hours", at: length.site)
        }
        if let gap = section.value(DaysWritten.self, "max_gap") {
            maxGap = gap.value.days
            if let cadence, gap.value.days < cadence.window.lowerBound {
                section.findings.warning(
                    "`max_gap:` is shorter than the rhythm: every gap will be warned of", at: gap.site)
            }
        }
    }

    /// These terms, with those of `other` where they say nothing.
    func completed(by other: SeriesTerms?) -> SeriesTerms {
        guard let other else { return self }
        var terms = self
        terms.cadence = cadence ?? other.cadence
        terms.minutes = minutes ?? other.minutes
        terms.maxGap = maxGap ?? other.maxGap
        terms.preferred = preferred ?? other.preferred
        terms.firstPlace = firstPlace ?? other.firstPlace
        terms.place = place ?? other.place
        terms.placement = placement ?? other.placement
        terms.mentioned = mentioned.union(other.mentioned)
        return terms
    }

    private static func placement(in section: Section) -> Series.Placement? {
        guard let text = section.text("with") else { return nil }
        guard let placement = Series.Placement(rawValue: text.value) else {
            section.findings.error(
                "'\(text.value.shortened)' is not where a meeting can be; write session (the nearest one becomes it) "
                    + "or apart", at: text.site)
            return nil
        }
        return placement
    }
}
