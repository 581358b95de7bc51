import CivilTime
import ICalendar
import MailMessage
import Mentoring

/// What a calendar file says of somebody's time.
struct BusyReading {
    let bytes: [UInt8]
    let times: [Range<Instant>]
    let faults: [Fault]
    /// Whether there is a calendar in the file at all.
    let isCalendar: Bool
    private let hasContent: Bool
    /// Something in it cannot be read, and nothing else can.
    private let isGarbled: Bool
    private let isClosed: Bool

    /// - Parameter mailboxes: the programme's, whose meetings keep nobody from having them.
    init(_ bytes: [UInt8], _ calendar: BusyCalendar, in zone: Zone, except mailboxes: Set<EmailAddress>) {
        self.bytes = bytes
        times =
            calendar.entries.lazy
            .filter { entry in !entry.isTransparent && !entry.isCalled(by: mailboxes) }
            .map { $0.when.instants(in: zone) }
            .reduce(into: []) { $0.append($1) }
            .withoutOverlaps
        faults = calendar.faults
        isCalendar = calendar.isCalendar
        hasContent = calendar.hasContent
        isGarbled = calendar.entries.isEmpty && !calendar.faults.isEmpty
        isClosed = calendar.isClosed
    }

    /// What makes one doubt that the file is what its owner means it to be; nil for a calendar as calendars are.
    var loss: String? {
        if !isCalendar { return "holds no calendar" }
        if !hasContent { return "has nothing in it" }
        if isGarbled { return "has no event that can be read" }
        return isClosed ? nil : "ends in the middle"
    }

    /// Whether it has lost something that was there before, and so may have been emptied or cut off.
    func hasLess(than before: BusyReading) -> Bool {
        if !hasContent { return before.hasContent }
        return isGarbled && !before.isGarbled || before.isClosed && !isClosed
    }
}
