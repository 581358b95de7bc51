/// How much work a plan is worth, in steps; a step plans a few demands anew. Never a time, so that a slow machine
/// comes to the same plan.
public struct Effort: Sendable, Hashable {
    /// Steps for each demand that could gain, where there are few demands, …
    public var stepsPerDemand: Int
    /// … for all of them together, twice as many for a handful, and fewer with more than ``few`` demands …
    public var mostSteps: Int
    /// … and for each that could gain, however many there are.
    public var leastStepsPerDemand: Int

    public init(stepsPerDemand: Int, mostSteps: Int, leastStepsPerDemand: Int) {
        self.stepsPerDemand = stepsPerDemand
        self.mostSteps = mostSteps
        self.leastStepsPerDemand = leastStepsPerDemand
    }

    /// For plans that are made again and again, from the plan that there was.
    public static let quick = Effort(stepsPerDemand: 100, mostSteps: 10_000, leastStepsPerDemand: 2)
    /// For the best plan that there is.
    public static let thorough = Effort(stepsPerDemand: 50_000, mostSteps: 150_000, leastStepsPerDemand: 30)

    /// - Parameters:
    ///   - open: demands that cost more than they would alone.
    ///   - all: demands in all.
    func steps(open: Int, of all: Int) -> Int {
        let shared =
            switch all {
            case ...Self.handful: 2 * mostSteps
            case ...Self.few: mostSteps
            default: mostSteps * Self.few / all
            }
        return max(leastStepsPerDemand * open, min(stepsPerDemand * open, shared))
    }

    private static let few = 240
    /// So few that the best plan of all may well be found.
    private static let handful = 24
}
