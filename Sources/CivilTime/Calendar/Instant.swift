/// A moment that is the same for everybody, to the second, from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
///
/// Arithmetic that would leave these bounds is held at them. Written as in RFC 3339: `2026-12-03T17:30:00Z`.
public struct Instant: Hashable, Sendable {
    /// POSIX seconds since 1970-01-01T00:00:00Z, in which every day has 86,400; negative before.
    public let secondsSinceEpoch: Int64

    /// 0001-01-01T00:00:00Z.
    public static let earliest = Instant(secondsSinceEpoch: .min)
    /// 9999-12-31T23:59:59Z.
    public static let latest = Instant(secondsSinceEpoch: .max)

    private static let bounds = Int64(LocalDateTime.bounds.lowerBound)...Int64(LocalDateTime.bounds.upperBound)

    /// The moment so many seconds after the epoch, held at the bounds.
    public init(secondsSinceEpoch: Int64) {
        self.secondsSinceEpoch = secondsSinceEpoch.held(in: Instant.bounds)
    }

    init(_ seconds: Int) {
        self.init(secondsSinceEpoch: Int64(seconds))
    }

    var seconds: Int { Int(secondsSinceEpoch) }

    public func adding(seconds: Int64) -> Instant {
        Instant(secondsSinceEpoch: secondsSinceEpoch.addingHeld(seconds))
    }

    /// The seconds from this moment to the other, negative if the other comes first.
    public func seconds(until other: Instant) -> Int64 { other.secondsSinceEpoch - secondsSinceEpoch }

    /// The duration's whole seconds count; its fraction is dropped.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        instant.adding(seconds: duration.components.seconds)
    }

    /// The duration's whole seconds count; its fraction is dropped.
    public static func - (instant: Instant, duration: Duration) -> Instant {
        // The least Int64 has no opposite; one second beyond 292 billion years is lost.
        instant.adding(seconds: -max(duration.components.seconds, -.max))
    }
}

extension Instant: Comparable {
    public static func < (left: Instant, right: Instant) -> Bool { left.secondsSinceEpoch < right.secondsSinceEpoch }
}

extension Instant: LosslessStringConvertible {
    /// Reads a ``LocalDateTime`` followed by `Z`; nil for anything else, also for a numeric offset.
    public init?(_ description: String) {
        var reader = ASCIIReader(description)
        guard let utc = LocalDateTime(from: &reader), reader.take("Z"), reader.isAtEnd else { return nil }
        self.init(utc.wallSeconds)
    }

    public var description: String {
        let utc = LocalDateTime(wallSeconds: seconds)
        return "\(utc.date)T\(utc.time.withSeconds)Z"
    }
}

extension Instant: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.decodeText(as: Instant.self) }

    public func encode(to encoder: any Encoder) throws { try encoder.encodeText(of: self) }
}
