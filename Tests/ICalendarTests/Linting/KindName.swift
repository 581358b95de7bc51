import ICalendar

/// The kinds of complaints without what they tell, so that a test can go through them all: a new kind does not compile
/// here before it has a name, and its name fails the test before a mutation earns it.
enum KindName: CaseIterable {
    case lineEnd, emptyLine, longLine, splitCharacter, control
    case malformed, calendarCount, eventCount, headOrder, method, propertyAfterComponent, zoneAfterEvent
    case missing, repeated, forbidden, forbiddenParameter, badValue, unescapedText, badParameter, status, alarm
    case longIdentifier, repeatedAttendee, recipientNotInvited, recipientNotFirst
    case emptyZone, repeatedZone, unusedZone, undefinedZone, floatingTime, mixedZones, endNotAfterStart
    case exclusive, dateWithoutType, countAndUntil, untilType

    init(_ kind: Complaint.Kind) {
        self =
            switch kind {
            case .lineEnd: .lineEnd
            case .emptyLine: .emptyLine
            case .longLine: .longLine
            case .splitCharacter: .splitCharacter
            case .control: .control
            case .malformed: .malformed
            case .calendarCount: .calendarCount
            case .eventCount: .eventCount
            case .headOrder: .headOrder
            case .method: .method
            case .propertyAfterComponent: .propertyAfterComponent
            case .zoneAfterEvent: .zoneAfterEvent
            case .missing: .missing
            case .repeated: .repeated
            case .forbidden: .forbidden
            case .forbiddenParameter: .forbiddenParameter
            case .badValue: .badValue
            case .unescapedText: .unescapedText
            case .badParameter: .badParameter
            case .status: .status
            case .alarm: .alarm
            case .longIdentifier: .longIdentifier
            case .repeatedAttendee: .repeatedAttendee
            case .recipientNotInvited: .recipientNotInvited
            case .recipientNotFirst: .recipientNotFirst
            case .emptyZone: .emptyZone
            case .repeatedZone: .repeatedZone
            case .unusedZone: .unusedZone
            case .undefinedZone: .undefinedZone
            case .floatingTime: .floatingTime
            case .mixedZones: .mixedZones
            case .endNotAfterStart: .endNotAfterStart
            case .exclusive: .exclusive
            case .dateWithoutType: .dateWithoutType
            case .countAndUntil: .countAndUntil
            case .untilType: .untilType
            }
    }
}
