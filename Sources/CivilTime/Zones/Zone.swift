/// A time zone: what the clocks of a place show at each instant, past and to come.
///
/// It is made from the bytes of the system's zone file (TZif, RFC 9636), which somebody else reads. Two zones are
/// equal when their names are. A copy costs one reference, and a look-up allocates nothing.
public struct Zone: Sendable {
    let data: ZoneData

    /// The name in the IANA database, such as `Europe/Paris`.
    public var name: String { data.name }

    /// The rule for the years after the last explicit change; nil if the file has none.
    public var footer: ZoneRule? { data.file.footer }

    /// Coordinated Universal Time, under the name `UTC`.
    public static let utc = Zone(
        data: ZoneData(
            name: "UTC", file: TZif(always: ZonePeriod(offset: 0, isDaylight: false, abbreviation: "UTC"))))

    init(data: ZoneData) {
        self.data = data
    }

    /// Reads a zone file of version 1, 2, 3 or 4.
    ///
    /// - Throws: ``ZoneError`` if the name could not be a zone's, or the bytes are not a whole and sound zone file.
    public init(name: String, tzif: [UInt8]) throws(ZoneError) {
        guard Zone.isName(name) else { throw .badName(name) }
        data = ZoneData(name: name, file: try TZif(zone: name, bytes: tzif))
    }

    /// Whether a text could be a zone's name: parts of ASCII letters, digits, `+`, `-`, `_` and `.` between slashes.
    ///
    /// No part is empty or begins with `.` or `-`, so that a name stays inside the folder it is looked up in, and
    /// goes unquoted into a calendar.
    public static func isName(_ text: String) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-") else { return false }
            return part.allSatisfy { $0.isLetter || $0.isDigit || "+-_.".utf8.contains($0) }
        }
    }

    /// Seconds east of UTC.
    public func offset(at instant: Instant) -> Int { data.offset(at: instant.seconds) }

    /// Such as `CET`.
    public func abbreviation(at instant: Instant) -> String { data.period(at: instant.seconds).abbreviation }

    /// Whether the zone's authority calls it daylight saving time, which in Dublin is winter.
    public func isDaylight(at instant: Instant) -> Bool { data.period(at: instant.seconds).isDaylight }

    /// What the clocks show.
    public func local(at instant: Instant) -> LocalDateTime {
        LocalDateTime(wallSeconds: instant.seconds + offset(at: instant))
    }
}

extension Zone: Hashable {
    public static func == (left: Zone, right: Zone) -> Bool { left.name == right.name }

    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Zone: CustomStringConvertible {
    public var description: String { name }
}
