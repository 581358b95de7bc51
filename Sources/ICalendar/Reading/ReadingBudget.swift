/// How much there may be of a calendar, counted in what is done and not in time, so that the same file is read, or not,
/// on every machine.
public struct ReadingBudget: Hashable, Sendable {
    /// Content lines, folds undone; each takes some memory, however short it is.
    public var lines: Int
    /// Dates and periods in the window.
    public var dates: Int
    /// Units of work on series, of a hundred nanoseconds or less.
    public var steps: Int

    public init(lines: Int, dates: Int, steps: Int) {
        self.lines = lines
        self.dates = dates
        self.steps = steps
    }

    /// For a file of that many octets that comes from anybody: dates and steps as ``CalendarExpansion/Limits`` has them.
    public init(octets: Int) {
        let limits = CalendarExpansion.Limits(bytes: octets)
        self.init(lines: .max, dates: limits.occurrences, steps: limits.steps)
    }

    /// The smaller of both in each respect.
    public func limited(to other: ReadingBudget) -> ReadingBudget {
        ReadingBudget(
            lines: min(lines, other.lines), dates: min(dates, other.dates), steps: min(steps, other.steps))
    }

    /// What is left once something has been spent, which may be nothing.
    public func without(_ spent: ReadingBudget) -> ReadingBudget {
        ReadingBudget(
            lines: max(0, lines - spent.lines), dates: max(0, dates - spent.dates), steps: max(0, steps - spent.steps))
    }
}
