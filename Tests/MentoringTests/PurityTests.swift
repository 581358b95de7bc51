import Foundation
import Testing

@Suite struct PurityTests {
    @Test(arguments: ["CivilTime", "Conditions", "ICalendar", "MailMessage", "Mentoring", "Scheduling"])
    func `the core computes on values: it imports neither Foundation nor the C library`(target: String) throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/\(target)")
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
        #expect(files.count > 5)
        let core = ["CivilTime", "Conditions", "ICalendar", "MailMessage", "Scheduling"]
        for file in files {
            let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
            for line in text.split(separator: "\n") {
                guard let imported = line.wholeMatch(of: /\s*(?:public |internal |package )?import (\w+).*/)?.output.1
                else { continue }
                #expect(core.contains(String(imported)), "\(file): \(line)")
            }
        }
    }
}
