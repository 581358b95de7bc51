public import CivilTime
import Configuration
import Correspondence
import Foundation
import Ledger
import Mentoring

extension Wheel {
    /// Writes one `.ics` a person and one a relationship, where its content has changed.
    ///
    /// Announced and held meetings are in them; each file is written aside and renamed, so that no reader sees half.
    public func publishCalendars(to path: String, at now: Instant) throws {
        let directories = try formerDirectories()
        if !directories.contains(path) { try ledger.note(.published, (directories + [path]).joined(separator: "\n")) }
        let programme = configuration.programme
        let announced = try ledger.announcements()
        let meetings = try ledger.meetings(in: [.announced, .held])
        let told = meetings.compactMap { meeting in announced[meeting.id].map { (meeting, $0) } }
        let publisher = CalendarPublisher(programme: programme, zones: { SystemZones.zone(named: $0) })
        for person in programme.people.values {
            let own = told.filter { $0.1.participants.contains { $0.person == person.id } }.map(\.1)
            try replace(path + "/people/\(person.id).ics", by: publisher.calendar(of: person, from: own))
        }
        for relationship in programme.relationships.values {
            let own = told.filter { $0.0.relationship == relationship.id }.map(\.1)
            try replace(
                path + "/relationships/\(relationship.id).ics", by: publisher.calendar(of: relationship, from: own))
        }
        removeStrangers(in: path)
    }

    /// Removes the calendars of those whom the programme no longer has from directories that are published no more:
    /// whoever is forgotten after that is to be found there no longer.
    func tidyFormerCalendars() throws {
        for path in try formerDirectories() where path != configuration.publish { removeStrangers(in: path) }
    }

    private func formerDirectories() throws -> [String] {
        try ledger.fact(.published)?.split(separator: "\n").map(String.init) ?? []
    }

    private func removeStrangers(in path: String) {
        let programme = configuration.programme
        removeCalendars(in: path + "/people", but: Set(programme.people.keys.map(\.rawValue)))
        removeCalendars(in: path + "/relationships", but: Set(programme.relationships.keys.map(\.rawValue)))
    }

    /// Removes the files of those whom the programme no longer has; only what Jalon has written, which its product says.
    private func removeCalendars(in folder: String, but known: Set<String>) {
        let manager = FileManager.default
        for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] {
            let file = URL(fileURLWithPath: folder).appendingPathComponent(name)
            guard file.pathExtension == "ics", !known.contains(file.deletingPathExtension().lastPathComponent),
                let text = try? String(contentsOf: file, encoding: .utf8), text.contains("\r\nPRODID:-//Jalon//")
            else { continue }
            try? manager.removeItem(at: file)
        }
    }

    private func replace(_ path: String, by bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: path)
        let data = Data(bytes)
        if let present = try? Data(contentsOf: url), present == data { return }
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: url, options: .atomic)
        } catch {
            throw ServiceError.cannotWrite(path, error.localizedDescription)
        }
    }
}
