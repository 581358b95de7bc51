import ArgumentParser
import CivilTime
import Foundation
import Mentoring
import Scheduling

/// `jalon solve`, for judging the planner from outside.
struct Solve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Plan an instance of the planning problem and print the plan.",
        discussion: """
            The instance is JSON with `people` and `relationships`, in one zone. The product's own planner plans it. \
            Relationships without a date are named on standard error; the exit code is 0 all the same.
            """,
        shouldDisplay: false)

    enum Work: String, ExpressibleByArgument, CaseIterable {
        case quick, thorough
    }

    @Argument(help: "The instance's file.")
    var instance: String

    @Option(help: "How much work the plan is worth: quick, as a reload takes it, or thorough.")
    var effort = Work.thorough

    func run() async throws {
        try await orComplain {
            let instance = try PlanningInstance.read(from: instance)
            let programme = try instance.programme()
            let planner = Planner(
                programme: programme, effort: effort == .quick ? .quick : .thorough, grid: instance.grid,
                opensWithGap: false)
            let start = programme.zone.instant(of: LocalDateTime(instance.start.date, .midnight))
            let plans = planner.plan(meetings: [], now: start, through: instance.end.date) { part in
                Terminal.redraw("\(Int(part * 100)) %")
            }
            Terminal.redraw("")
            write(plans, in: instance)
        }
    }

    /// A line a meeting, in the order of the instance.
    private func write(_ plans: [Relationship.ID: Plan], in instance: PlanningInstance) {
        var text = "{\"meetings\": ["
        var separator = "\n"
        for relationship in instance.relationships {
            let plan = plans[Relationship.ID(relationship.id)] ?? Plan()
            for slot in plan.slots {
                text += "\(separator)  {\"relationship\": \(relationship.id.quoted), \"start\": \"\(slot.start)\"}"
                separator = ",\n"
            }
            for warning in plan.warnings {
                if case .gap = warning.reason { continue }
                Terminal.complain("\(warning)")
            }
            if text.utf8.count > 1 << 20 {
                try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
                text = ""
            }
        }
        try? FileHandle.standardOutput.write(contentsOf: Data((text + "\n]}\n").utf8))
    }
}

extension String {
    /// As JSON writes it.
    fileprivate var quoted: String {
        (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}
