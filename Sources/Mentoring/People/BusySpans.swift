public import CivilTime

// The spans in which somebody is busy, in the order of time and apart from each other, so that a calendar of years costs
// little each time it is asked.

extension [Range<Instant>] {
    /// In the order of time, those that overlap made one; those that only touch stay two.
    public var withoutOverlaps: [Range<Instant>] {
        let isSo = zip(self, dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound } && allSatisfy { !$0.isEmpty }
        if isSo { return self }
        let sorted = filter { !$0.isEmpty }.sorted {
            ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
        }
        return sorted.reduce(into: []) { apart, span in
            guard let last = apart.last, span.lowerBound < last.upperBound else { return apart.append(span) }
            apart[apart.count - 1] = last.lowerBound..<Swift.max(last.upperBound, span.upperBound)
        }
    }

    /// Those that overlap a span; of spans that are ``withoutOverlaps``.
    func overlapping(_ span: Range<Instant>) -> ArraySlice<Range<Instant>> {
        guard !span.isEmpty else { return [] }
        var passed = startIndex..<endIndex
        while !passed.isEmpty {
            let middle = passed.lowerBound + passed.count / 2
            passed =
                self[middle].upperBound <= span.lowerBound
                ? middle + 1..<passed.upperBound : passed.lowerBound..<middle
        }
        return self[passed.lowerBound...].prefix { $0.lowerBound < span.upperBound }
    }
}
