import CivilTime

/// Reads the busy periods of VFREEBUSY components, which servers publish in the place of events; RFC 5545 section
/// 3.6.4.
///
///     FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261203T080000Z/PT4H,20261204T080000Z/20261204T120000Z
struct FreeBusyReader {
    private(set) var entries: [BusyCalendar.Entry] = []
    private var log = FaultLog()

    var faults: [Fault] { log.faults }
    /// Where there were more periods than asked for; nil where all were read.
    private(set) var excess: Fault?

    /// - Parameter most: how many periods are read.
    init(_ calendars: [Component], in window: Range<Instant>, most: Int = .max) {
        var room = most
        let window = ExpansionWindow(window, in: .utc)
        for component in calendars.flatMap({ $0.components(named: "VFREEBUSY") }) {
            for property in component.properties(named: "FREEBUSY") {
                let isFree = property.parameter("FBTYPE")?.uppercased() == "FREE"
                for bytes in property.valueBytes.split(separator: UInt8(ascii: ",")) {
                    guard room > 0 else {
                        exhausted(at: property.line)
                        return
                    }
                    room -= 1
                    guard let period = PeriodValue(bytes), let start = period.start.inUTC else {
                        log.append(property.noValue(String(decoding: bytes, as: UTF8.self)))
                        continue
                    }
                    let when = period.length(in: .utc).span(from: start, local: Zone.utc.local(at: start), in: .utc)
                    guard !isFree, window.contains(when) else { continue }
                    entries.append(
                        BusyCalendar.Entry(
                            uid: "", summary: "", organizer: nil, when: when, isTransparent: false,
                            line: component.line))
                }
            }
        }
    }

    private mutating func exhausted(at line: Int) {
        let fault = Fault(line: line, reason: .tooMuch)
        log.append(fault)
        excess = fault
    }
}

extension DateTimeValue {
    /// Periods of VFREEBUSY are in UTC; nil for anything else.
    fileprivate var inUTC: Instant? {
        if case .utc(let instant) = self { instant } else { nil }
    }
}
