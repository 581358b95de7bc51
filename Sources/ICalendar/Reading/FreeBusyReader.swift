import CivilTime

/// Reads the busy periods of VFREEBUSY components, which servers publish in the place of events; RFC 5545 section
/// 3.6.4.
///
///     FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261203T080000Z/PT4H,20261204T080000Z/20261204T120000Z
struct FreeBusyReader {
    private(set) var entries: [BusyCalendar.Entry] = []
    private var log = FaultLog()

    var faults: [Fault] { log.faults }

    init(_ calendars: [Component], in window: Range<Instant>) {
        for component in calendars.flatMap({ $0.components(named: "VFREEBUSY") }) {
            for property in component.properties(named: "FREEBUSY") {
                let isFree = property.parameter("FBTYPE")?.uppercased() == "FREE"
                for text in property.value.split(separator: ",") {
                    guard let period = PeriodValue(text), let start = period.start.inUTC else {
                        let reason = Fault.Reason.badValue(String(text.prefix(40)), property: property.name)
                        log.append(Fault(line: property.line, reason: reason))
                        continue
                    }
                    let when = period.length(in: .utc).occurrence(from: start, at: start.instant)
                    guard !isFree, when.touches(window, in: .utc) else { continue }
                    entries.append(
                        BusyCalendar.Entry(
                            uid: "", summary: "", organizer: nil, when: when, isTransparent: false,
                            line: component.line))
                }
            }
        }
    }
}

extension DateTimeValue {
    /// Periods of VFREEBUSY are in UTC; nil for anything else.
    fileprivate var inUTC: Moment? {
        if case .utc = self { Moment(self, zone: .utc) } else { nil }
    }
}
