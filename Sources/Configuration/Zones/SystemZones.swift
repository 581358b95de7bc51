public import CivilTime
import Foundation
import Synchronization

/// The zones of this machine, from `$TZDIR` or `/usr/share/zoneinfo`.
public struct SystemZones: Sendable {
    /// Zones that were read already. What a new release of tzdata says counts from the next start on.
    private static let cache = Mutex<[String: Zone]>([:])

    /// Files beside the zones that have no name to write into a calendar; `right/` counts leap seconds as well.
    private static let others = ["right/", "posix/", "localtime", "posixrules"]

    /// - Returns: nil where there is no zone of that name, or its file cannot be read.
    public static func zone(named name: String) -> Zone? {
        guard Zone.isName(name), !others.contains(where: name.hasPrefix) else { return nil }
        let path = directory + "/" + name
        if let known = cache.withLock({ $0[path] }) { return known }
        guard let bytes = FileManager.default.contents(atPath: path),
            let zone = try? Zone(name: name, tzif: [UInt8](bytes))
        else { return nil }
        cache.withLock { $0[path] = zone }
        return zone
    }

    /// The release of the zone data, such as `2025b`; nil where the files do not say.
    public static var release: String? {
        if let text = text(of: "+VERSION") { return text.words.first.map(String.init) }
        return text(of: "tzdata.zi")?.firstMatch(of: /^# version (\S+)/).map { String($0.output.1) }
    }

    /// Every zone of this machine, by name; links such as `Europe/Monaco` are zones too.
    public static var all: [Zone] {
        let files = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
        return files.sorted().compactMap(zone(named:))
    }

    /// The names of the zones that people live in, for suggestions.
    static var names: [String] {
        let lines = (text(of: "zone1970.tab") ?? text(of: "zone.tab") ?? "").split(separator: "\n")
        let names = lines.filter { !$0.hasPrefix("#") }.compactMap { line in
            line.split(separator: "\t").dropFirst(2).first.map(String.init)
        }
        return ["UTC"] + names
    }

    private static let directory: String = {
        let path = ProcessInfo.processInfo.environment["TZDIR"] ?? ""
        return path.isEmpty ? "/usr/share/zoneinfo" : path
    }()

    private static func text(of name: String) -> String? {
        FileManager.default.contents(atPath: directory + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }
}
