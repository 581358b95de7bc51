/// A zone's name and file behind one reference, so that a ``Zone`` is as cheap to pass around as a number.
final class ZoneData: Sendable {
    let name: String
    let file: TZif
    /// Those of the file, and behind them those of its footer.
    private let periods: [ZonePeriod]
    /// What the footer says.
    private let cycle: ZoneCycle?

    init(name: String, file: TZif) {
        self.name = name
        self.file = file
        cycle = file.footer.map { ZoneCycle($0, standardPeriod: file.periods.count) }
        periods = file.periods + (file.footer.map { [$0.standard] + ($0.daylight.map { [$0.period] } ?? []) } ?? [])
    }

    func period(of span: ZoneSpan) -> ZonePeriod { periods[span.period] }

    func period(at time: Int) -> ZonePeriod { period(of: span(at: time)) }

    func offset(at time: Int) -> Int { span(at: time).offset }

    func span(at time: Int) -> ZoneSpan {
        let changes = file.changes
        if let cycle, time >= changes.last ?? .min {
            var span = cycle.span(at: time)
            // The rule holds only from the last change on.
            if let last = changes.last { span.start = max(last, span.start ?? last) }
            return span
        }
        var passed = 0..<changes.count
        while !passed.isEmpty {
            let middle = passed.lowerBound + passed.count / 2
            passed = changes[middle] <= time ? middle + 1..<passed.upperBound : passed.lowerBound..<middle
        }
        let index = passed.lowerBound
        let period = index > 0 ? Int(file.started[index - 1]) : 0
        return ZoneSpan(
            start: index > 0 ? changes[index - 1] : nil, end: index < changes.count ? changes[index] : nil,
            offset: periods[period].offset, period: period)
    }
}
