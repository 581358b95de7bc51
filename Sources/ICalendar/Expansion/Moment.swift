import CivilTime

/// A DATE or a DATE-TIME with the zone in which it is meant; RFC 5545 sections 3.3.4 and 3.3.5.
struct Moment: Hashable, Sendable {
    /// Midnight for a date.
    let local: LocalDateTime
    /// That of the TZID, UTC for a time that ends in `Z`, else the zone of whoever looks.
    let zone: Zone
    let isDate: Bool

    init(_ local: LocalDateTime, _ zone: Zone, isDate: Bool = false) {
        self.local = local
        self.zone = zone
        self.isDate = isDate
    }

    /// - Parameter zone: of a local time, and for whoever needs to know when a date begins.
    init(_ value: DateTimeValue, zone: Zone) {
        switch value {
        case .date(let date): self.init(LocalDateTime(date, .midnight), zone, isDate: true)
        case .local(let local): self.init(local, zone)
        case .utc(let instant): self.init(Zone.utc.local(at: instant), .utc)
        }
    }

    /// When a rule's UNTIL is; of a date, the last second.
    init(_ until: RecurrenceRule.Until, zone: Zone) {
        switch until {
        case .date(let date): self.init(LocalDateTime(date.adding(days: 1), .midnight).adding(seconds: -1), zone)
        case .local(let local): self.init(local, zone)
        case .utc(let instant): self.init(Zone.utc.local(at: instant), .utc)
        }
    }

    /// A local time in a gap takes the offset before it, one in a fold is the first (RFC 5545 section 3.3.5).
    var instant: Instant { zone.instant(of: local) }

    /// The same, with a cursor on the zone in which times stand that are not in UTC.
    func instant(_ cursor: inout ZoneCursor) -> Instant {
        zone == cursor.zone ? cursor.instant(of: local) : instant
    }

    /// The wall time that this moment has in another zone; a date is the same date everywhere.
    func local(in other: Zone) -> LocalDateTime {
        isDate || other == zone ? local : other.local(at: instant)
    }
}
