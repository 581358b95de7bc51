import Simulation
import Testing

@Suite struct SimulationTests {
    @Test func `a dozen seeds keep every promise`() {
        for seed in 1...12 as ClosedRange<UInt64> {
            let report = Run.report(seed: seed)
            #expect(report.complaints == [], "seed \(seed): Scripts/simulate 1 --first \(seed) --trace shows it")
        }
    }

    @Test func `the same seed gives the same run`() {
        let runs = (0..<2).map { _ in Run.report(seed: 5, keepsTrace: true) }
        #expect(!runs[0].trace.isEmpty)
        #expect(runs[0].trace == runs[1].trace)
    }

    @Test(arguments: PlantedBug.allCases)
    func `a mistake that is planted is found within a few seeds`(bug: PlantedBug) {
        let seeds = 1...150 as ClosedRange<UInt64>
        let found = seeds.first { !Run.report(seed: $0, bug: bug).complaints.isEmpty }
        #expect(found != nil)
    }
}
