import CivilTime

/// Zones of this machine, each read once.
struct SystemZones {
    private var known: [String: Zone] = ["UTC": .utc]

    mutating func zone(_ name: String) throws(BenchmarkError) -> Zone {
        if let zone = known[name] { return zone }
        let zone = try Self.read(name)
        known[name] = zone
        return zone
    }

    /// The zone from its file.
    static func read(_ name: String) throws(BenchmarkError) -> Zone {
        guard Zone.isName(name), let bytes = try? Files.read("/usr/share/zoneinfo/\(name)"),
            let zone = try? Zone(name: name, tzif: bytes)
        else { throw .unknownZone(name) }
        return zone
    }
}
