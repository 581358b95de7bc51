/// Judges who is named in one VEVENT; RFC 5545 sections 3.8.4.1 and 3.8.4.3.
struct AttendeeLinter {
    let event: Component
    let rules: EventRules
    /// The address that the message goes to, if that is known.
    let recipient: String?

    func complaints() -> [Complaint] {
        let attendees = event.properties(named: "ATTENDEE")
        return (event.properties(named: "ORGANIZER") + attendees).flatMap(values) + attendees.flatMap(parameters)
            + repetitions(attendees) + reception(attendees)
    }

    private func values(_ property: Property) -> [Complaint] {
        let isMail = CalendarAddress.address(of: property.value)?.utf8.contains(UInt8(ascii: "@")) ?? false
        if isMail { return [] }
        return [Complaint(line: property.line, kind: .badValue(property: property.name))]
    }

    private func parameters(_ property: Property) -> [Complaint] {
        property.parameters.compactMap { parameter in
            let value = parameter.values.first ?? ""
            if rules.forbiddenParameters.contains(parameter.name) {
                let kind = Complaint.Kind.forbiddenParameter(parameter.name, property: property.name)
                return Complaint(line: property.line, kind: kind)
            }
            let isGood: Bool =
                switch parameter.name {
                case "CUTYPE": CalendarUserType(rawValue: value) != nil
                case "ROLE": AttendeeRole(rawValue: value) != nil
                case "PARTSTAT": ParticipationStatus(rawValue: value) != nil
                case "RSVP": ["TRUE", "FALSE"].contains(value)
                default: true
                }
            if isGood { return nil }
            return Complaint(line: property.line, kind: .badParameter(parameter.name, property: property.name))
        }
    }

    private func repetitions(_ attendees: [Property]) -> [Complaint] {
        var seen: Set<String> = []
        return attendees.compactMap { property in
            guard let address = CalendarAddress.address(of: property.value),
                !seen.insert(CalendarAddress.key(address)).inserted
            else { return nil }
            return Complaint(line: property.line, kind: .repeatedAttendee(address))
        }
    }

    /// Some clients take the first attendee for their own user.
    private func reception(_ attendees: [Property]) -> [Complaint] {
        guard let recipient, !rules.forbidden.contains("ATTENDEE") else { return [] }
        let index = attendees.firstIndex { attendee in
            CalendarAddress.address(of: attendee.value).map { CalendarAddress.same($0, recipient) } ?? false
        }
        guard let index else { return [Complaint(line: event.line, kind: .recipientNotInvited(recipient))] }
        if index == 0 { return [] }
        return [Complaint(line: attendees[index].line, kind: .recipientNotFirst(recipient))]
    }
}
