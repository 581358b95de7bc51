/// A reminder that the calendar shows: a VALARM whose ACTION is DISPLAY; RFC 5545 section 3.6.6.
public struct Alarm: Hashable, Sendable {
    /// Minutes before the start; negative ones come after it.
    public var minutesBefore: Int
    /// What is shown.
    public var description: String

    public init(minutesBefore: Int, description: String) {
        self.minutesBefore = minutesBefore
        self.description = description
    }
}

// MARK: - Wire form

extension Alarm {
    /// `TRIGGER:-PT1H30M` and what it takes around it.
    func write(to writer: inout ContentWriter) {
        writer.begin("VALARM")
        writer.line("ACTION", "DISPLAY")
        writer.name("TRIGGER")
        writer.value(seconds: -60 * minutesBefore)
        writer.line("DESCRIPTION", text: description)
        writer.end("VALARM")
    }
}
