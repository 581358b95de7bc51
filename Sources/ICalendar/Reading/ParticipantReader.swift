// Reads those who take part in a meeting; RFC 5545 sections 3.8.4.1 and 3.8.4.3.

extension Organizer {
    init(_ property: Property) {
        self.init(
            name: property.parameter("CN") ?? "",
            address: CalendarAddress.address(of: property.value) ?? property.value)
    }
}

extension Attendee {
    /// What is not said, or is not known, is as RFC 5545 section 3.2 has it.
    init(_ property: Property) {
        let parameters = property.parameters
        func value(_ name: String) -> String? { parameters.first { $0.name == name }?.values.first }
        func keyword<Keyword: RawRepresentable<String>>(_ name: String) -> Keyword? {
            value(name).flatMap { Keyword(rawValue: $0.uppercased()) }
        }
        self.init(
            address: CalendarAddress.address(of: property.value) ?? property.value, name: value("CN") ?? "",
            role: keyword("ROLE") ?? .required, participation: keyword("PARTSTAT") ?? .needsAction,
            rsvp: value("RSVP")?.uppercased() == "TRUE", userType: keyword("CUTYPE") ?? .individual)
    }
}

extension Alarm {
    /// Nil for an alarm that is not shown, or that is not so long before the start.
    init?(_ component: Component) {
        guard component.property("ACTION")?.value.uppercased() == "DISPLAY",
            let trigger = component.property("TRIGGER"), trigger.parameter("RELATED")?.uppercased() != "END",
            let duration = DurationValue(trigger.value)
        else { return nil }
        self.init(
            minutesBefore: -(duration.days * 1440 + duration.seconds / 60),
            description: component.property("DESCRIPTION")?.text ?? "")
    }
}
