/// A zone's name and file behind one reference, so that a ``Zone`` is as cheap to pass around as a number.
final class ZoneData: Sendable {
    let name: String
    let file: TZif

    init(name: String, file: TZif) {
        self.name = name
        self.file = file
    }

    func period(at time: Int) -> ZonePeriod {
        switch place(of: time) {
        case .explicit(let passed): period(after: passed)
        case .ruled(let rule): rule.span(at: time).period
        }
    }

    func span(at time: Int) -> ZoneSpan {
        let changes = file.changes
        switch place(of: time) {
        case .explicit(let passed):
            return ZoneSpan(
                start: passed > 0 ? changes[passed - 1] : nil, end: passed < changes.count ? changes[passed] : nil,
                period: period(after: passed))
        case .ruled(let rule):
            var span = rule.span(at: time)
            // The rule holds only from the last change on.
            if let last = changes.last { span.start = max(last, span.start ?? last) }
            return span
        }
    }

    private enum Place {
        /// Among the explicit changes, of which so many have passed.
        case explicit(Int)
        /// After them, where the footer rules.
        case ruled(ZoneRule)
    }

    private func place(of time: Int) -> Place {
        let changes = file.changes
        if let footer = file.footer, time >= changes.last ?? .min { return .ruled(footer) }
        var passed = 0..<changes.count
        while !passed.isEmpty {
            let middle = passed.lowerBound + passed.count / 2
            passed = changes[middle] <= time ? middle + 1..<passed.upperBound : passed.lowerBound..<middle
        }
        return .explicit(passed.lowerBound)
    }

    private func period(after passed: Int) -> ZonePeriod {
        file.periods[passed > 0 ? Int(file.started[passed - 1]) : 0]
    }
}
