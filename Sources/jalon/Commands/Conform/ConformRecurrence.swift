import ArgumentParser
import CivilTime
import Foundation
import ICalendar

/// `jalon conform recurrence FILE.jsonl`
struct ConformRecurrence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recurrence", abstract: "Expand rules: one JSON object a line, with rrule, dtstart and instances.")

    @Argument(help: "Cases, one JSON object a line.")
    var file: String

    private struct Case: Decodable {
        let rrule: String
        let dtstart: String
        let instances: [String]
        /// Whether `instances` are all there are.
        let bounded: Bool
    }

    func run() async throws {
        try await orComplain {
            var counter = CaseCounter()
            let lines = try String(contentsOf: URL(filePath: file), encoding: .utf8).split(separator: "\n")
            for (number, line) in lines.enumerated() {
                let name = "line \(number + 1)"
                do {
                    let read = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
                    counter.count("\(name): \(read.rrule)", difference(of: read))
                } catch {
                    counter.count(name, "is no case: \(error)")
                }
            }
            try counter.finish()
        }
    }

    private func difference(of expected: Case) -> String? {
        guard let start = DateTimeValue(expected.dtstart) else { return "\(expected.dtstart) is no time" }
        // One more than is expected, to see that a rule ends.
        let wanted = expected.instances.count + (expected.bounded ? 1 : 0)
        var found: [String] = []
        do throws(RecurrenceError) {
            let rule = try RecurrenceRule(expected.rrule)
            var iterator = RecurrenceIterator(rule, start: start.wall, isDate: start.isDate)
            while found.count < wanted, let next = try iterator.next() {
                found.append(start.written(like: next))
            }
        } catch {
            // A rule that gives nothing may say so.
            if found != expected.instances { return error.description }
        }
        guard found != expected.instances else { return nil }
        let place = zip(found, expected.instances).prefix { $0 == $1 }.count
        func shown(_ instances: [String]) -> String { place < instances.count ? instances[place] : "nothing" }
        return "instance \(place + 1) is \(shown(found)) instead of \(shown(expected.instances))"
    }
}

extension DateTimeValue {
    fileprivate var wall: LocalDateTime {
        switch self {
        case .date(let date): LocalDateTime(date, .midnight)
        case .local(let local): local
        case .utc(let instant): Zone.utc.local(at: instant)
        }
    }

    fileprivate var isDate: Bool {
        if case .date = self { true } else { false }
    }

    /// Another time in the form that this one has.
    fileprivate func written(like other: LocalDateTime) -> String {
        switch self {
        case .date: DateTimeValue.date(other.date).encoded
        case .local: DateTimeValue.local(other).encoded
        case .utc: DateTimeValue.utc(Zone.utc.instant(of: other)).encoded
        }
    }
}
