import CivilTime

/// Who is taken when, over all relationships, and how much of each month is used.
struct Diary: Sendable {
    private struct Month: Hashable {
        var year: Int
        var month: Int
    }

    private var spans: [Person.ID: [Range<Instant>]] = [:]
    private var minutes: [Person.ID: [Month: Int]] = [:]
    private let buffer: Int64

    /// - Parameter bufferMinutes: kept free between two meetings of a person.
    init(bufferMinutes: Int) {
        buffer = Int64(bufferMinutes) * 60
    }

    mutating func enter(_ span: Range<Instant>, on date: CivilDate, for people: [Person.ID]) {
        let length = Int(span.lowerBound.seconds(until: span.upperBound) / 60)
        for person in people {
            var list = spans[person] ?? []
            list.insert(span, at: list.partition { $0.lowerBound >= span.lowerBound })
            spans[person] = list
            minutes[person, default: [:]][Month(year: date.year, month: date.month), default: 0] += length
        }
    }

    /// Whether none of the people has a meeting at that time, or within the buffer around it.
    func isFree(_ span: Range<Instant>, for people: [Person]) -> Bool {
        let wide = span.lowerBound.adding(seconds: -buffer)..<span.upperBound.adding(seconds: buffer)
        return people.allSatisfy { person in
            !overlaps(wide, spans[person.id] ?? []) && !overlaps(span, person.busy)
        }
    }

    /// Whether so many minutes more in the month of `date` keep everybody within their hours.
    func hasRoom(for extra: Int, on date: CivilDate, people: [Person]) -> Bool {
        people.allSatisfy { person in
            guard let most = person.minutesPerMonth else { return true }
            let used = minutes[person.id]?[Month(year: date.year, month: date.month)] ?? 0
            return used + extra <= most
        }
    }

    private func overlaps(_ span: Range<Instant>, _ list: [Range<Instant>]) -> Bool {
        // Sorted by their start. Spans of a busy calendar may contain one another, so all that start earlier count.
        let end = list.partition { $0.lowerBound >= span.upperBound }
        return list[..<end].reversed().contains { $0.upperBound > span.lowerBound }
    }
}

extension [Range<Instant>] {
    /// The index of the first element that satisfies a predicate which, once true, stays true.
    fileprivate func partition(_ isAfter: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
