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

    /// What is done to a clock: so many seconds pass, then it is set by so many.
    struct Step: Sendable {
        var pass: Int64
        var set: Int64
    }

    private static func each(_ count: Int, every pass: Int64, by seconds: Int64) -> [Step] {
        Array(repeating: Step(pass: pass, set: seconds), count: count)
    }

    /// Looks every half minute, as the daemon does, and says what each step has come to.
    private func troubles(after steps: [Step], in machine: inout Machine) -> [ClockWatch.Trouble?] {
        steps.map { step in
            var left = step.pass
            while left > 0 {
                _ = machine.pass(min(30, left))
                left -= 30
            }
            return machine.set(by: step.set)
        }
    }

    private static let just = 3 * hour - 1

    @Test(arguments: [
        ("twice at once", each(2, every: 0, by: just), 2 * just),
        ("within the hour", each(2, every: 1800, by: just), nil),
        ("four times an hour and a half", each(4, every: 1800, by: hour), nil),
        ("every twenty minutes by a minute and a half", each(200, every: 1200, by: 90), nil),
        ("below what counts as a jump, again and again", each(600, every: 30, by: 30), nil),
        ("a day apart", each(2, every: 86_400, by: just), nil),
        ("each morning of a week by an hour", each(7, every: 86_400, by: hour), nil),
        (
            "far, with a small step back between",
            [Step(pass: 0, set: just), Step(pass: 60, set: -600), Step(pass: 60, set: just)], nil
        ),
    ])
    func `jumps ahead that are each tolerated add up, and freeze`(
        name: String, steps: [Step], by: Int64?
    ) {
        var machine = Machine()
        let found = troubles(after: steps, in: &machine).compactMap(\.self)
        guard case .ahead(let sum)? = found.first else {
            Issue.record("\(name): \(found)")
            return
        }
        #expect(sum > 3 * Self.hour, "\(name)")
        if let by { #expect(sum == by, "\(name)") }
    }

    @Test(arguments: [
        ("twice, with hours between in which it catches up", each(2, every: 4 * hour, by: -just)),
        ("each hour by an hour", each(5, every: hour, by: -hour)),
        ("every half hour by twenty minutes", each(12, every: 1800, by: -1200)),
    ])
    func `jumps back that are each tolerated add up, and freeze`(name: String, steps: [Step]) {
        var machine = Machine()
        _ = machine.pass(86_400)
        let found = troubles(after: steps, in: &machine).compactMap(\.self)
        guard case .setBack(let sum)? = found.first else {
            Issue.record("\(name): \(found)")
            return
        }
        #expect(sum > 3 * Self.hour, "\(name)")
    }

    @Test(arguments: [
        ("ahead and back", [Step(pass: 0, set: just), Step(pass: 600, set: -just)]),
        ("ahead and back, all day", (0..<48).map { Step(pass: 1800, set: $0.isMultiple(of: 2) ? just : -just) }),
        ("back and ahead, all day", (0..<48).map { Step(pass: 1800, set: $0.isMultiple(of: 2) ? -hour : hour) }),
        ("far ahead once a week", each(8, every: 8 * 86_400, by: just)),
        ("a crystal that loses ten seconds a day, put right each day, for a year", each(365, every: 86_400, by: 10)),
        ("a machine that loses twenty minutes a day, for a quarter", each(90, every: 86_400, by: 1200)),
        ("a second more or less with each reading", each(4000, every: 30, by: 1) + each(4000, every: 30, by: -1)),
        ("one that gains a minute a day, for a year", each(365, every: 86_400, by: -60)),
    ])
    func `jumps that cancel out, and a drift over months, are no trouble`(name: String, steps: [Step]) {
        var machine = Machine()
        _ = machine.pass(86_400)
        let found = troubles(after: steps, in: &machine).compactMap(\.self)
        #expect(found.isEmpty, "\(name): \(found.prefix(3))")
    }

    @Test func `what has added up is over after a quarter of an hour without a jump, and begins anew`() {
        var machine = Machine()
        #expect(machine.set(by: Self.just) == nil)
        #expect(machine.set(by: Self.just) != nil)
        #expect(machine.pass(899) != nil)
        #expect(machine.pass(1) == nil)
        #expect(machine.set(by: Self.just) == nil)
        #expect(machine.set(by: Self.just) != nil)
    }

    @Test func `a clock that goes twice as fast is not steady`() {
        var machine = Machine()
        var frozen = 0
        for _ in 0..<2000 {
            _ = machine.pass(30)
            if machine.set(by: 30) != nil { frozen += 1 }
        }
        // Ten thousand seconds until it freezes, and then until it goes right.
        #expect(frozen > 1500)
        #expect(machine.pass(800) != nil)
        #expect(machine.pass(100) == nil)
    }

    @Test func `a release clears what has added up, too`() {
        var machine = Machine()
        #expect(machine.set(by: Self.just) == nil)
        machine.watch.release()
        #expect(machine.set(by: Self.just) == nil)
        #expect(machine.set(by: Self.just) != nil)
        machine.watch.release()
        #expect(machine.pass(30) == nil)
        #expect(machine.set(by: Self.just) == nil)
    }

    @Test func `a sleep of days between two jumps lets the first fade`() {
        var machine = Machine()
        #expect(machine.set(by: Self.just) == nil)
        #expect(machine.pass(8 * 86_400) == nil)
        #expect(machine.set(by: Self.just) == nil)
    }

    @Test func `each trouble is told in its own words`() {
        let troubles: [ClockWatch.Trouble] = [.ahead(by: 20_000), .setBack(by: 20_000), .behind(by: 20_000)]
        #expect(Set(troubles.map(\.description)).count == 3)
        for trouble in troubles { #expect("\(trouble)".contains("5 h 33 min") && "\(trouble)".contains("release")) }
    }
}
