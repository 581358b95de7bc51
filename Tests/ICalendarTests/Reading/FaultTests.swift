import ICalendar
import Testing

/// What is said of a fault, on a terminal as well.
struct FaultTests {
    private static let hostile = "\u{1B}[2J\u{07}\u{9B}31m\u{7F}\r\nx"

    @Test(
        arguments: [
            .notAProperty(hostile), .badParameter(property: hostile), .unterminatedQuote(property: hostile),
            .outsideComponent(hostile), .outsideCalendar(hostile), .unexpectedEnd(hostile), .missingEnd(hostile),
            .tooDeep(hostile), .nested(hostile), .missingProperty(hostile, component: hostile),
            .badValue(hostile, property: hostile), .unknownZone(hostile), .recurrence(.unknownPart(hostile)),
            .recurrence(.badValue(part: hostile, value: hostile, expected: "")), .recurrence(.notAPart(hostile)),
        ] as [Fault.Reason])
    func `control characters of a file are not in what is said of it`(_ reason: Fault.Reason) {
        for text in [
            reason.description, Fault(line: 1, reason: reason).description,
            Complaint(line: 1, kind: .malformed(reason)).description,
        ] {
            #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control })
            #expect(text.contains("[2J31mx"))
        }
    }

    @Test(
        arguments: [
            .undefinedZone(hostile), .unusedZone(hostile), .repeatedZone(hostile), .repeatedAttendee(hostile),
            .status(hostile), .method(expected: nil, found: hostile), .missing(hostile), .repeated(hostile),
            .badParameter(hostile, property: hostile), .recipientNotInvited(hostile),
        ] as [Complaint.Kind])
    func `control characters of a file are not in what is complained of`(_ kind: Complaint.Kind) {
        #expect(!kind.description.unicodeScalars.contains { $0.properties.generalCategory == .control })
        #expect(kind.description.contains("[2J31mx"))
    }

    @Test func `an error of a rule is said without control characters`() {
        #expect(RecurrenceError.unknownPart(Self.hostile).description.contains("[2J31mx"))
        #expect(RecurrenceError.neverMatches.description == "no day or time fulfils all parts of the recurrence rule")
    }
}
