import CivilTime
import Configuration
import Foundation
import Glibc
import Mentoring
import Testing

/// Calendars that cannot be read now, or say less than they did.
struct KeptCalendarTests {
    private static let good = calendar(["DTSTART:20261203T180000Z", "DTEND:20261203T190000Z"])
    private static let other = calendar(["DTSTART:20261204T180000Z", "DTEND:20261204T190000Z"])

    private static func calendar(_ events: [String]...) -> String {
        (["BEGIN:VCALENDAR"] + events.flatMap { ["BEGIN:VEVENT"] + $0 + ["END:VEVENT"] } + ["END:VCALENDAR", ""])
            .joined(separator: "\r\n")
    }

    private func folder(_ calendar: String?) throws -> Folder {
        let person = Pair.people.replacing("claire@exemple.fr", with: "claire@exemple.fr, busy: claire.ics")
        let files = Pair.files(["people.yaml": person])
        return try Folder(calendar.map { files.merging(["claire.ics": $0]) { $1 } } ?? files)
    }

    private func read(_ folder: Folder, known: KnownCalendars = .none) throws -> Loaded {
        try ConfigurationReader.read(directory: folder.path, today: CivilDate(dayNumber: 20_759), known: known)
    }

    private func busy(_ loaded: Loaded) -> [String]? {
        loaded.configuration?.programme.people[Person.ID("claire")]?.busy.map { "\($0.lowerBound)" }
    }

    enum Loss: String, CaseIterable {
        case removed, emptied, html, nothingLeft, cutOff, directory, fifo, circle, tooManyDates, tooManyLines, zeros
        case garbledTimes, noTimes, neverEnded

        func inflict(on folder: Folder) throws {
            let path = folder.path + "/claire.ics"
            let manager = FileManager.default
            if self != .emptied, self != .html { try? manager.removeItem(atPath: path) }
            switch self {
            case .removed: break
            case .emptied: try folder.write(Data(), to: "claire.ics")
            case .html: try folder.write(Data("<html>sign in</html>".utf8), to: "claire.ics")
            case .nothingLeft: try folder.write(Data(calendar().utf8), to: "claire.ics")
            case .cutOff: try folder.write(Data(good.utf8.dropLast(30)), to: "claire.ics")
            case .directory: try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
            case .fifo: #expect(mkfifo(path, 0o600) == 0)
            case .circle: try manager.createSymbolicLink(atPath: path, withDestinationPath: "claire.ics")
            case .tooManyDates:
                let series = ["DTSTART:20261203T180000Z", "RRULE:FREQ=SECONDLY"]
                let text = calendar().replacing(
                    "END:VCALENDAR",
                    with: String(
                        repeating: "BEGIN:VEVENT\r\n" + series.joined(separator: "\r\n") + "\r\nEND:VEVENT\r\n",
                        count: 60) + "END:VCALENDAR")
                try folder.write(Data(text.utf8), to: "claire.ics")
            case .tooManyLines:
                try folder.write(Data(String(repeating: "A:\n", count: 2_000_001).utf8), to: "claire.ics")
            case .garbledTimes: try folder.write(Data(calendar(["DTSTART:garbage"]).utf8), to: "claire.ics")
            case .noTimes: try folder.write(Data(calendar(["UID:x"]).utf8), to: "claire.ics")
            case .neverEnded:
                let text = calendar().replacing(
                    "END:VCALENDAR", with: String(repeating: "BEGIN:VEVENT\r\n", count: 30) + "END:VCALENDAR")
                try folder.write(Data(text.utf8), to: "claire.ics")
            case .zeros: try manager.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
            }
        }

        /// What is said of it where nothing is known; nil where it is read as it is.
        var mistake: String? {
            switch self {
            case .removed: "does not exist"
            case .emptied, .html: "holds no calendar; export it as iCalendar (.ics)"
            case .nothingLeft, .cutOff, .garbledTimes, .noTimes, .neverEnded: nil
            case .directory, .fifo: "is no file"
            case .zeros: "leads out of the configuration's directory"
            case .circle: "is a link that leads in a circle"
            case .tooManyDates:
                "has too many dates, or takes too long to follow, from line 202 on; "
                    + "have it exported with fewer years, or leave the file out"
            case .tooManyLines:
                "has more than 2000000 lines; have it exported with fewer years, or leave the file out"
            }
        }

        var loss: String {
            switch self {
            case .emptied, .html: "holds no calendar"
            case .nothingLeft: "has nothing in it"
            case .cutOff: "ends in the middle"
            case .garbledTimes, .noTimes, .neverEnded: "has no event that can be read"
            default: mistake ?? ""
            }
        }
    }

    @Test(arguments: Loss.allCases)
    func `what a calendar said stays in force, with a warning, where it says nothing now`(_ loss: Loss) throws {
        let folder = try folder(Self.good)
        let before = try #require(try read(folder).configuration)
        try loss.inflict(on: folder)
        let loaded = try read(folder, known: KnownCalendars(of: before))
        #expect(busy(loaded) == ["2026-12-03T18:00:00Z"])
        #expect(loaded.diagnostics.map(\.severity) == [.warning])
        #expect(
            loaded.diagnostics.first?.message.hasSuffix("\(loss.loss); what it said before stays in force") ?? false,
            "\(loaded.diagnostics)")
        #expect(loaded.configuration?.kept == ["people.yaml:2"])
        // Nothing has changed, so that nothing is planned anew, and the next copy still has it.
        #expect(loaded.configuration?.fingerprint == before.fingerprint)
        #expect(loaded.configuration?.files == before.files)
    }

    @Test(arguments: Loss.allCases)
    func `where nothing is known, it is a mistake or is read as it is`(_ loss: Loss) throws {
        let folder = try folder(Self.good)
        try loss.inflict(on: folder)
        let loaded = try read(folder)
        if let mistake = loss.mistake {
            #expect(loaded.configuration == nil)
            #expect(
                loaded.diagnostics.filter { $0.severity == .error }.map(\.message).first?.hasSuffix(mistake) ?? false,
                "\(loaded.diagnostics)")
        } else {
            #expect(loaded.configuration != nil)
        }
    }

    @Test(arguments: Loss.allCases)
    func `a copy of what was accepted knows it, too`(_ loss: Loss) throws {
        let folder = try folder(Self.good)
        let kept = KeptFiles(try #require(try read(folder).configuration).files)
        try loss.inflict(on: folder)
        #expect(busy(try read(folder, known: KnownCalendars(kept))) == ["2026-12-03T18:00:00Z"])
    }

    @Test func `a calendar that says other things is taken at its word`() throws {
        let folder = try folder(Self.good)
        let before = try #require(try read(folder).configuration)
        try folder.write(Data(Self.other.utf8), to: "claire.ics")
        let loaded = try read(folder, known: KnownCalendars(of: before))
        #expect(busy(loaded) == ["2026-12-04T18:00:00Z"])
        #expect(loaded.diagnostics == [])
        #expect(loaded.configuration?.kept == [])
    }

    @Test(arguments: ["", calendar(), String(good.dropLast(15))])
    func `one that was accepted so is still accepted so`(_ text: String) throws {
        let folder = try folder(Self.good)
        let before = try #require(try read(folder).configuration)
        let accepted = Configuration(
            programme: before.programme, files: [SourceFile(path: "claire.ics", bytes: Array(text.utf8))],
            fingerprint: before.fingerprint)
        try folder.write(Data(text.utf8), to: "claire.ics")
        let loaded = try read(folder, known: KnownCalendars(of: accepted))
        #expect(loaded.configuration?.kept == [])
    }

    @Test func `calendars that are refused take nothing from those of others`() throws {
        let bomb = Self.calendar().replacing(
            "END:VCALENDAR",
            with: String(
                repeating: "BEGIN:VEVENT\r\nDTSTART:20261203T180000Z\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n",
                count: 60) + "END:VCALENDAR")
        let many = (0..<3).map { "  a\($0): {name: P, email: a\($0)@example.org, busy: a\($0).ics}" }
        let folder = try folder(Self.good)
        for number in 0..<3 { try folder.write(Data("\(bomb)\r\nX\(number):".utf8), to: "a\(number).ics") }
        let person = Pair.people.replacing("claire@exemple.fr", with: "claire@exemple.fr, busy: claire.ics")
        let text = (["people:"] + many + [person.replacing("people:", with: "")]).joined(separator: "\n")
        try folder.write(Data(text.utf8), to: "people.yaml")
        let errors = try read(folder).diagnostics.filter { $0.severity == .error }.map(\.message)
        #expect(errors.count == 3)
        #expect(!errors.contains { $0.contains("claire.ics") })
    }

    @Test func `copies of a calendar are one`() throws {
        let many = (0..<9).map { "  a\($0): {name: P, email: a\($0)@example.org, busy: a\($0).ics}" }
        let folder = try folder(Self.good)
        for number in 0..<9 { try folder.write(Data(Self.good.utf8), to: "a\(number).ics") }
        try folder.write(Data((Pair.people + "\n" + many.joined(separator: "\n")).utf8), to: "people.yaml")
        let loaded = try read(folder)
        #expect(loaded.configuration?.files.count { $0.path.hasPrefix("a") } == 9)
        #expect(loaded.configuration?.programme.people[Person.ID("a8")]?.busy.count == 1)
    }

    @Test func `a calendar of many people is read once, and counts once for all`() throws {
        let many = (0..<1000).map { "  p\($0): {name: P, email: p\($0)@example.org, busy: claire.ics}" }
        let events = (0..<2000).map { _ in
            ["DTSTART:20261203T180000Z", "DTEND:20261203T190000Z", "RRULE:FREQ=DAILY;COUNT=100"]
        }
        let text = (["BEGIN:VCALENDAR"] + events.flatMap { ["BEGIN:VEVENT"] + $0 + ["END:VEVENT"] } + ["END:VCALENDAR"])
            .joined(separator: "\r\n")
        let folder = try folder(text)
        try folder.write(Data((Pair.people + "\n" + many.joined(separator: "\n")).utf8), to: "people.yaml")
        let people = try read(folder).configuration?.programme.people
        #expect(people?[Person.ID("p999")]?.busy.count == 100)
    }
}
