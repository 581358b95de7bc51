import ArgumentParser
import Dispatch
import Foundation
import Simulation
import Synchronization

/// Runs the product on a virtual clock with many seeds, and says which of them break a promise.
@main
struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jalon-simulate",
        abstract: "Run the whole of Jalon on a virtual clock, with faults from seeds.",
        discussion: "Exit code 1 where a seed breaks a promise; the first is shown with its trace.")

    @Argument(help: "How many seeds.")
    var count: Int = 100

    @Option(help: "The first seed.")
    var first: UInt64 = 1

    @Option(help: "How many at the same time.")
    var threads: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Plant a mistake, to see that it is found.")
    var plant: PlantedBug?

    @Flag(help: "Show the trace of the first seed, whatever becomes of it.")
    var trace = false

    func validate() throws {
        guard (1...10_000_000).contains(count), (1...64).contains(threads) else {
            throw ValidationError("from 1 to 10,000,000 seeds, and from 1 to 64 threads")
        }
    }

    func run() throws {
        if trace { return show(Run.report(seed: first, bug: plant, keepsTrace: true)) }
        let start = ContinuousClock.now
        let totals = Mutex((next: UInt64(0), mails: 0, crashes: 0, repeats: 0, failed: [UInt64]()))
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while let seed = totals.withLock({ totals -> UInt64? in
                guard totals.next < UInt64(count), totals.failed.count < 10 else { return nil }
                totals.next += 1
                return first + totals.next - 1
            }) {
                let report = Run.report(seed: seed, bug: plant)
                totals.withLock { totals in
                    totals.mails += report.mails
                    totals.crashes += report.crashes
                    totals.repeats += report.doubts
                    if !report.complaints.isEmpty { totals.failed.append(seed) }
                }
            }
        }
        let (next, mails, crashes, repeats, failed) = totals.withLock { $0 }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print(
            "\(next) seeds, \(failed.count) failed; \(mails) mails taken, \(repeats) of them repeats after a doubt, "
                + "\(crashes) crashes; \(String(format: "%.1f", seconds)) s")
        guard let worst = failed.min() else { return }
        print("failed: \(failed.sorted())")
        show(Run.report(seed: worst, bug: plant, keepsTrace: true))
        throw ExitCode(1)
    }

    private func show(_ report: Run.Report) {
        for line in report.trace { print(line) }
        for complaint in report.complaints { print("seed \(report.seed): \(complaint)") }
    }
}

extension PlantedBug: ExpressibleByArgument {}
