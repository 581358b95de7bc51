import Foundation
import Testing

@Suite struct SolveTests {
    /// Two mentees of one mentor who has an hour and a half on Thursdays only.
    private static let instance = """
        {"start": "2026-12-01", "end": "2027-03-31", "grid": 30, "holidays": ["2026-12-24"],
         "people": [
          {"id": "m", "available": [["thu", "18:00", "19:30"]], "away": [], "busy": [], "minutes_per_month": 480},
          {"id": "a", "available": [["thu", "17:00", "21:00"]], "away": [["2027-01-01", "2027-01-10"]], "busy": []},
          {"id": "b", "available": [["thu", "17:00", "21:00"]], "away": [],
           "busy": [["2027-02-04T18:00", "2027-02-04T19:00"]]},
          {"id": "c", "available": [["mon", "09:00", "10:00"]], "away": [], "busy": []}],
         "relationships": [
          {"id": "ma", "mentor": "m", "mentee": "a", "start": "2026-12-01", "end": "2027-03-31", "every": [21, 28],
           "max_gap": 42, "minutes": 90, "prefer": ["thu", "18:00"]},
          {"id": "mb", "mentor": "m", "mentee": "b", "start": "2026-12-01", "end": "2027-03-31", "every": [21, 28],
           "max_gap": 42, "minutes": 90, "prefer": ["thu", "18:00"]},
          {"id": "mc", "mentor": "m", "mentee": "c", "start": "2026-12-01", "end": "2027-03-31", "every": [21, 28],
           "max_gap": 42, "minutes": 90, "prefer": ["thu", "18:00"]}]}
        """

    private func solve(_ text: String, _ options: String...) async throws -> Binary.Outcome {
        let file = try Binary.scratch().appendingPathComponent("instance.json")
        try Data(text.utf8).write(to: file)
        return try await Binary.run(executable: Binary.url.path, ["solve", file.path] + options)
    }

    @Test func `an instance gets a plan that keeps to it, and who cannot meet is named`() async throws {
        let outcome = try await solve(Self.instance)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        let meetings = try #require((object as? [String: [[String: String]]])?["meetings"])
        let starts = meetings.compactMap { $0["start"] }
        #expect(Set(starts).count == starts.count, "one mentor, one meeting at a time")
        #expect(starts.allSatisfy { $0.hasSuffix("T18:00") })
        #expect(!starts.contains("2026-12-24T18:00"))
        let busy = meetings.filter { $0["relationship"] == "mb" }.compactMap { $0["start"] }
        #expect(busy.count >= 4 && !busy.contains("2027-02-04T18:00"))
        #expect(outcome.errors.contains("mc: no session can be planned: m and c have no hour of the week in common"))
    }

    @Test func `the same instance twice gives the same plan`() async throws {
        let outcomes = [try await solve(Self.instance), try await solve(Self.instance)]
        #expect(outcomes[0].output == outcomes[1].output)
    }

    @Test(arguments: [
        ("{", "it is not JSON"), ("{\"start\": \"2026-12-01\"}", "has no 'end'"),
        (instance.replacingOccurrences(of: "\"mentee\": \"b\"", with: "\"mentee\": \"x\""), "there is no person 'x'"),
        (instance.replacingOccurrences(of: "\"grid\": 30", with: "\"grid\": 7"), "the grid is 7 minutes"),
        (instance.replacingOccurrences(of: "[21, 28]", with: "[28, 21]"), "`every` is two numbers"),
    ])
    func `what is no instance is refused with a sentence`(_ text: String, _ reason: String) async throws {
        let outcome = try await solve(text)
        #expect(outcome.status == 1 && outcome.errors.contains(reason), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }
}
