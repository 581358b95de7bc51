import CivilTime

/// Which of an event's properties are written; the tables of RFC 5546 section 3.2 with the choices of this programme.
enum EventForm {
    /// In a REQUEST: everything but alarms, answers asked for.
    case request
    /// In a CANCEL to all: nothing is asked.
    case cancellation
    /// In a CANCEL to somebody who is no longer invited: the meeting itself goes on, so it has no STATUS.
    case removal
    /// In a calendar file: no attendees, so that importing it invites nobody, and alarms.
    case published
}

extension Event {
    /// The VEVENT, with `first`, an address, before the other attendees.
    func component(_ form: EventForm, times: CalendarTimes, first: String? = nil) -> Component {
        var properties = identity(times)
        properties += texts(form)
        properties.append(organizer.property)
        if form != .published {
            properties += guests(first: first).map { $0.property(asking: form == .request) }
        }
        properties += standing(form)
        return Component(
            "VEVENT", properties, components: form == .published ? alarms.map(\.component) : [])
    }

    private func identity(_ times: CalendarTimes) -> [Property] {
        [
            Property("UID", text: uid),
            Property("SEQUENCE", value: String(sequence)),
            Property("DTSTAMP", at: stamp),
            Property("CREATED", at: created),
            Property("LAST-MODIFIED", at: lastModified),
            times.property("DTSTART", start),
            times.property("DTEND", end),
        ]
    }

    private func texts(_ form: EventForm) -> [Property] {
        var properties = [Property("SUMMARY", text: summary)]
        if !description.isEmpty {
            properties.append(Property("DESCRIPTION", text: description))
        }
        // Nobody should find the way into a meeting in the word that they are not expected there.
        let link = form == .request || form == .published ? conference : nil
        if let place = location ?? link {
            properties.append(Property("LOCATION", text: place))
        }
        if let link {
            let parameters = [Parameter("VALUE", "URI"), Parameter("FEATURE", "VIDEO")]
            properties.append(Property("CONFERENCE", parameters, value: link))
        }
        if let comment {
            properties.append(Property("COMMENT", text: comment))
        }
        return properties
    }

    private func standing(_ form: EventForm) -> [Property] {
        var properties: [Property] = []
        if form != .removal {
            properties.append(Property("STATUS", value: status.rawValue))
        }
        properties.append(Property("TRANSP", value: transparency.rawValue))
        if classification != .public {
            properties.append(Property("CLASS", value: classification.rawValue))
        }
        if form == .request {
            properties.append(Property("X-MICROSOFT-DISALLOW-COUNTER", value: "TRUE"))
        }
        return properties
    }

    /// Each attendee once, `first` before the others: some clients take the first one for their own user.
    private func guests(first: String?) -> [Attendee] {
        var seen: Set<String> = []
        let each = attendees.filter { seen.insert($0.key).inserted }
        guard let first = first.map(CalendarAddress.key) else { return each }
        return each.filter { $0.key == first } + each.filter { $0.key != first }
    }
}
