/// A VCALENDAR around what it holds; RFC 5545 section 3.4.
enum CalendarObject {
    /// PRODID: who wrote the calendar.
    static let productIdentifier = "-//Jalon//Jalon 0.1//EN"

    /// What every calendar begins with: VERSION, PRODID, CALSCALE.
    static func begin(_ writer: inout ContentWriter) {
        writer.begin("VCALENDAR")
        writer.line("VERSION", "2.0")
        writer.line("PRODID", text: productIdentifier)
        writer.line("CALSCALE", "GREGORIAN")
    }

    static func end(_ writer: inout ContentWriter) {
        writer.end("VCALENDAR")
    }
}
