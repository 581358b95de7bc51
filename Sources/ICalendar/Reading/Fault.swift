/// A place in a calendar file that could not be read as it stands; the reader goes on after it.
public struct Fault: Error, Hashable, Sendable {
    /// The line where the mistake begins, the first being 1.
    public let line: Int
    public let reason: Reason

    public init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }

    public enum Reason: Hashable, Sendable {
        case notUTF8
        /// The line does not begin with a name; its beginning is given.
        case notAProperty(String)
        case badParameter(property: String)
        case unterminatedQuote(property: String)
        case outsideComponent(String)
        case outsideCalendar(String)
        case unexpectedEnd(String)
        case missingEnd(String)
        case tooDeep(String)
        /// An event within an event, or behind one whose END is missing.
        case nested(String)
        case noCalendar
        case tooLarge
        /// More content lines than the budget of the reading allows.
        case tooManyLines(limit: Int)
        /// Too many faults to name them all.
        case manyMore
        case recurrence(RecurrenceError)
        case tooManyRules
        /// The limits of an expansion, for all of it and for one series.
        case tooMuch
        case tooMuchOfSeries
        case missingProperty(String, component: String)
        case badValue(String, property: String)
        case unknownZone(String)
        case tooManyZones(limit: Int)
        case endBeforeStart
        /// An UNTIL before DTSTART.
        case seriesEndsBeforeStart
        case dateAndTimeMixed
    }
}

extension Fault: CustomStringConvertible {
    /// `line 12: “20261340” is no value for DTSTART.`
    public var description: String { "line \(line): \(reason)" }
}

extension Fault.Reason: CustomStringConvertible {
    /// The sentence; control characters of the file are left out, as it may be shown on a terminal, and so is all but the
    /// start of what is quoted.
    public var description: String { sentence.withoutControls }

    private var sentence: String {
        switch self {
        case .notUTF8: "The line is not UTF-8; save the file in that encoding."
        case .notAProperty(let start): "“\(start)” is no calendar property; a line reads NAME:value."
        case .badParameter(let property): "A parameter of \(property) does not read NAME=value."
        case .unterminatedQuote(let property): "A quote in a parameter of \(property) is not closed."
        case .outsideComponent(let name): "\(start(name)) stands outside of any BEGIN and END."
        case .outsideCalendar(let name): "\(start(name)) stands outside of a VCALENDAR."
        case .unexpectedEnd(let name): "END:\(start(name)) has no BEGIN:\(start(name))."
        case .missingEnd(let name): "BEGIN:\(start(name)) has no END:\(start(name))."
        case .tooDeep(let name): "\(start(name)) lies deeper than calendars go and is left out."
        case .nested(let name): "BEGIN:\(start(name)) stands inside of an event, and is read as one beside it."
        case .noCalendar: "There is no VCALENDAR in the file."
        case .manyMore: "There are many more mistakes from here on."
        case .recurrence(let error): "The event's series is followed no further: \(error)."
        case .tooManyRules: "This and later RRULEs are left out: an event has one."
        case .tooMuch:
            "The file has more dates than anybody's calendar, or takes too long to follow; later ones of what begins here, "
                + "and all that stands below, are left out."
        case .tooMuchOfSeries: "The event's series takes too long to follow; its later dates are left out."
        case .tooLarge: "The file is larger than a gibibyte, and is not read."
        case .tooManyLines(let limit):
            "The file has more than \(limit) lines of content; what stands from here on is not read."
        case .missingProperty(let property, let component): "The \(component) has no \(property) and is left out."
        case .badValue(let value, let property): "“\(value)” is no value for \(property)."
        case .unknownZone(let name):
            "The zone “\(start(name))” is not known and its times count as local ones; write a name such as Europe/Paris."
        case .tooManyZones(let limit):
            "The file names more than \(limit) zones; times in further ones, from here on, count as local ones."
        case .endBeforeStart: "The event ends before it starts, and counts as taking no time."
        case .seriesEndsBeforeStart: "The event's series ends (UNTIL) before it starts."
        case .dateAndTimeMixed: "One of DTSTART and DTEND is a date and the other a time; the event is left out."
        }
    }

    /// A name may be as long as its file.
    private func start(_ name: String) -> String { name.firstScalars(RecurrenceError.longestExcerpt) }
}
