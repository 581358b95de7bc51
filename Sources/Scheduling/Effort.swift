/// How much work a plan is worth, in steps; a step plans a few demands anew. Never a time, so that a slow machine
/// comes to the same plan.
public struct Effort: Sendable, Hashable {
    /// Steps for each demand that could gain, where there are few demands, …
    public var stepsPerDemand: Int
    /// … for all of them together, so long as there are no more than ``few``; with more it shrinks as they grow …
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
    public static let thorough = Effort(stepsPerDemand: 20_000, mostSteps: 150_000, leastStepsPerDemand: 30)

    /// - Parameters:
    ///   - open: demands that cost more than they would alone.
    ///   - all: demands in all.
    func steps(open: Int, of all: Int) -> Int {
        let shared = all > Self.few ? mostSteps * Self.few / all : mostSteps
        return max(leastStepsPerDemand * open, min(stepsPerDemand * open, shared))
    }

    private static let few = 240
}
