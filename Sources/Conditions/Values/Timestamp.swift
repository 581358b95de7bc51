public import CivilTime

/// A moment to the nanosecond, from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z.
///
/// Written as in RFC 3339: `2009-02-13T23:31:30.5Z`.
public struct Timestamp: Hashable, Sendable {
    /// The whole second that the moment lies in.
    public let instant: Instant
    /// What has passed of that second: 0...999,999,999.
    public let nanoseconds: Int

    public init(_ instant: Instant) {
        self.instant = instant
        nanoseconds = 0
    }

    /// Nil where that lies beyond the years 1 to 9999.
    init?(nanosecondsSinceEpoch total: Int128) {
        let (quotient, remainder) = total.quotientAndRemainder(dividingBy: Self.second)
        let seconds = remainder < 0 ? quotient - 1 : quotient
        guard let exact = Int64(exactly: seconds), case let instant = Instant(secondsSinceEpoch: exact),
            instant.secondsSinceEpoch == exact
        else { return nil }
        self.instant = instant
        nanoseconds = Int(total - seconds * Self.second)
    }

    var nanosecondsSinceEpoch: Int128 {
        Int128(instant.secondsSinceEpoch) * Self.second + Int128(nanoseconds)
    }

    private static let second: Int128 = 1_000_000_000
}

extension Timestamp: Comparable {
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.instant, left.nanoseconds) < (right.instant, right.nanoseconds)
    }
}

extension Timestamp: LosslessStringConvertible {
    /// Reads a time with seconds, perhaps a fraction of one to nine digits, and `Z` or an offset such as `+01:00`.
    public init?(_ description: String) {
        let utf8 = description.utf8
        // Of the forms that a date and time have, the one with seconds.
        guard let local = LocalDateTime(String(utf8.prefix(19)) ?? ""), utf8.count > 19 else { return nil }
        var rest = utf8.dropFirst(19)
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard (1...9).contains(digits.count) else { return nil }
            fraction = Int((String(digits) ?? "") + String(repeating: "0", count: 9 - digits.count)) ?? 0
            rest = rest[digits.endIndex...]
        }
        let zone = String(rest) ?? ""
        guard let offset = zone == "Z" ? 0 : ClockOffset(signed: zone)?.seconds else { return nil }
        let seconds = Int128(local.wallSeconds - offset)
        self.init(nanosecondsSinceEpoch: seconds * Self.second + Int128(fraction))
    }

    public var description: String {
        let whole = instant.description
        return nanoseconds == 0 ? whole : whole.dropLast() + "." + nanoseconds.fractionDigits + "Z"
    }
}

extension Int {
    /// Nine digits without the zeros at their end.
    var fractionDigits: String {
        let digits = String(self)
        var padded = String(repeating: "0", count: Swift.max(0, 9 - digits.count)) + digits
        while padded.hasSuffix("0") { padded.removeLast() }
        return padded
    }
}
