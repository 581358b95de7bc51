extension Zone {
    /// A zone that a calendar defines itself, from its changes.
    ///
    /// - Parameters:
    ///   - identifier: the name that the calendar gives it, which need not be one of the IANA database.
    ///   - before: what the clocks did before the first change.
    ///   - changes: in any order; of two at one instant the later in the list counts. At most 256 kinds of periods.
    public init(definedAs identifier: String, before: ZonePeriod, changes: [(at: Instant, to: ZonePeriod)]) {
        var periods = [before]
        var times: [Int] = []
        var started: [UInt8] = []
        for change in changes.enumerated().sorted(by: { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }) {
            let (at, period) = change.element
            let known = periods.firstIndex(of: period)
            guard let index = known ?? (periods.count < 256 ? periods.endIndex : nil) else { continue }
            if known == nil { periods.append(period) }
            if times.last == at.seconds {
                times.removeLast()
                started.removeLast()
            }
            times.append(at.seconds)
            started.append(UInt8(index))
        }
        self.init(data: ZoneData(name: identifier, file: TZif(changes: times, started: started, periods: periods)))
    }
}
