import CivilTime
import JalonService
import Testing

@Suite struct ClockWatchTests {
    private static let start = Instant(secondsSinceEpoch: 1_796_000_000)
    private static let hour: Int64 = 3600

    /// A watch, and two clocks to move.
    private struct Machine {
        var watch: ClockWatch
        var wall = ClockWatchTests.start
        var boot: Int64 = 100

        init(latest: Instant? = nil) {
            watch = ClockWatch(latest: latest)
            look()
        }

        @discardableResult
        mutating func look() -> ClockWatch.Trouble? { watch.look(wall: wall, boot: boot) }

        mutating func pass(_ seconds: Int64) -> ClockWatch.Trouble? {
            wall = wall.adding(seconds: seconds)
            boot += seconds
            return look()
        }

        mutating func set(by seconds: Int64) -> ClockWatch.Trouble? {
            wall = wall.adding(seconds: seconds)
            return look()
        }
    }

    @Test func `time that passes, asleep or awake, is no trouble`() {
        var machine = Machine()
        #expect(machine.pass(30) == nil)
        #expect(machine.pass(90 * 86_400) == nil)
    }

    @Test(arguments: [1, -1, 59, hour, 3 * hour, -3 * hour])
    func `a clock that is set by little is no trouble`(seconds: Int64) {
        var machine = Machine()
        #expect(machine.set(by: seconds) == nil)
        #expect(machine.pass(30) == nil)
    }

    @Test func `a clock that is set far ahead freezes until it has been steady for a quarter of an hour`() {
        var machine = Machine()
        #expect(machine.set(by: 5 * Self.hour) == .ahead(by: 5 * Self.hour))
        #expect(machine.pass(899) == .ahead(by: 5 * Self.hour))
        #expect(machine.pass(1) == nil)
    }

    @Test func `another jump begins the quarter of an hour anew, and a jump back ends the trouble`() {
        var machine = Machine()
        #expect(machine.set(by: 5 * Self.hour) != nil)
        #expect(machine.pass(600) != nil)
        #expect(machine.set(by: Self.hour) == .ahead(by: 6 * Self.hour))
        #expect(machine.pass(600) != nil)
        #expect(machine.set(by: -6 * Self.hour) == nil)
    }

    @Test func `a clock that is set far back freezes until it is right`() {
        var machine = Machine()
        #expect(machine.set(by: -86_400) == .behind(by: 86_400))
        #expect(machine.pass(7 * Self.hour) == .behind(by: 86_400 - 7 * Self.hour))
        #expect(machine.set(by: 86_400 - 7 * Self.hour) == nil)
    }

    @Test func `a start long before what the ledger knows is frozen, and setting the clock right ends it`() {
        var machine = Machine(latest: Self.start.adding(seconds: 40 * 86_400))
        #expect(machine.look() == .behind(by: 40 * 86_400))
        #expect(machine.set(by: 41 * 86_400) == nil)
        var near = Machine(latest: Self.start.adding(seconds: Self.hour))
        #expect(near.look() == nil)
    }

    @Test func `a person can say that the clock is right`() {
        var machine = Machine()
        #expect(machine.set(by: -86_400) != nil)
        machine.watch.release()
        #expect(machine.pass(30) == nil)
        #expect(machine.set(by: 86_400) != nil)
        machine.watch.release()
        #expect(machine.pass(30) == nil)
    }
}
