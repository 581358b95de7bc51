/// A zone file written field by field, so that a test can give any of them a value that no compiler of zones would.
struct ZoneFile {
    var magic = "TZif"
    var version: UInt8 = UInt8(ascii: "2")
    var changes: [(at: Int64, type: UInt8)] = []
    var types: [(offset: Int32, daylight: UInt8, abbreviation: UInt8)] = [(3600, 0, 0)]
    var abbreviations = "CET\0"
    var leapSeconds: [(at: Int64, total: Int32)] = []
    var indicators = 0
    var footer = "\nCET-1\n"
    /// The count of changes that the header announces, when it lies.
    var announcedChanges: UInt32?

    var bytes: [UInt8] {
        if version == 0 { return block(wide: false) }
        let first = ZoneFile(version: version, types: [(0, 0, 0)], abbreviations: "\0").block(wide: false)
        return first + block(wide: true) + Array(footer.utf8)
    }

    private func block(wide: Bool) -> [UInt8] {
        func time(_ value: Int64) -> [UInt8] { wide ? octets(value) : octets(Int32(truncatingIfNeeded: value)) }
        var bytes = Array(magic.utf8) + [version] + [UInt8](repeating: 0, count: 15)
        let counts = [indicators, indicators, leapSeconds.count, changes.count, types.count, abbreviations.utf8.count]
        for (index, count) in counts.enumerated() {
            bytes += octets(index == 3 ? announcedChanges ?? UInt32(count) : UInt32(count))
        }
        for change in changes { bytes += time(change.at) }
        bytes += changes.map(\.type)
        for type in types { bytes += octets(type.offset) + [type.daylight, type.abbreviation] }
        bytes += Array(abbreviations.utf8)
        for leap in leapSeconds { bytes += time(leap.at) + octets(leap.total) }
        return bytes + [UInt8](repeating: 0, count: 2 * indicators)
    }

    private func octets(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
