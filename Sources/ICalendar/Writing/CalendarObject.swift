/// A VCALENDAR around what it holds; RFC 5545 section 3.4.
enum CalendarObject {
    /// PRODID: who wrote the calendar.
    static let productIdentifier = "-//Jalon//Jalon 0.1//EN"

    /// VERSION, PRODID, CALSCALE, then `properties`, zones before events.
    static func component(_ properties: [Property], zones: [Component], events: [Component]) -> Component {
        let head = [
            Property("VERSION", value: "2.0"),
            Property("PRODID", text: productIdentifier),
            Property("CALSCALE", value: "GREGORIAN"),
        ]
        return Component("VCALENDAR", head + properties, components: zones + events)
    }
}
