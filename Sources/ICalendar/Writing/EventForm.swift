import CivilTime

/// Which of an event's properties are written; the tables of RFC 5546 section 3.2 with the choices of this programme.
enum EventForm {
    /// In a REQUEST: everything but alarms, answers asked for.
    case request
    /// In a REQUEST of which somebody wants the alarms too.
    case requestWithAlarms
    /// In a CANCEL to all: nothing is asked.
    case cancellation
    /// In a CANCEL to somebody who is no longer invited: the meeting itself goes on, so it has no STATUS.
    case removal
    /// In a DECLINECOUNTER: which meeting it is, and why it stays as it is.
    case refusal
    /// In a calendar file: no attendees, so that importing it invites nobody, and alarms.
    case published

    /// Whether an answer is asked for.
    var asks: Bool { self == .request || self == .requestWithAlarms }

    /// Whether there are times, and with them a zone.
    var hasTimes: Bool { self != .refusal }

    fileprivate var hasAttendees: Bool { self != .published && self != .refusal }

    fileprivate var hasAlarms: Bool { self == .published || self == .requestWithAlarms }
}

extension Event {
    /// Writes the VEVENT, with `first`, an address, before the other attendees.
    ///
    /// - Parameter attendees: those who are named, in whatever form has any.
    func write(
        to writer: inout ContentWriter, _ form: EventForm, times: CalendarTimes, attendees: [Attendee] = [],
        first: String? = nil
    ) {
        writer.begin("VEVENT")
        if form == .refusal {
            writeRefusal(to: &writer)
        } else {
            writeIdentity(to: &writer, times)
            writeTexts(to: &writer, form)
            organizer.write(to: &writer)
            if form.hasAttendees {
                attendees.write(to: &writer, asking: form.asks, first: first)
            }
            writeStanding(to: &writer, form)
        }
        if form.hasAlarms {
            for alarm in alarms {
                alarm.write(to: &writer)
            }
        }
        writer.end("VEVENT")
    }

    private func writeIdentity(to writer: inout ContentWriter, _ times: CalendarTimes) {
        writer.line("UID", text: uid)
        writer.line("SEQUENCE", number: sequence)
        writer.line("DTSTAMP", at: stamp)
        writer.line("CREATED", at: created)
        writer.line("LAST-MODIFIED", at: lastModified)
        times.write("DTSTART", start, to: &writer)
        times.write("DTEND", end, to: &writer)
    }

    private func writeTexts(to writer: inout ContentWriter, _ form: EventForm) {
        writer.line("SUMMARY", text: summary)
        if !description.isEmpty {
            writer.line("DESCRIPTION", text: description)
        }
        // Nobody should find the way into a meeting in the word that they are not expected there.
        let link = form.asks || form == .published ? conference : nil
        if let place = location ?? link {
            writer.line("LOCATION", text: place)
        }
        if let link {
            writer.name("CONFERENCE")
            writer.parameter("VALUE", is: "URI")
            writer.parameter("FEATURE", is: "VIDEO")
            writer.value(link)
        }
        if let comment {
            writer.line("COMMENT", text: comment)
        }
    }

    private func writeStanding(to writer: inout ContentWriter, _ form: EventForm) {
        if form != .removal {
            writer.line("STATUS", keyword: status.rawValue)
        }
        writer.line("TRANSP", keyword: transparency.rawValue)
        if classification != .public {
            writer.line("CLASS", keyword: classification.rawValue)
        }
        if form.asks, !takesCounters {
            writer.line("X-MICROSOFT-DISALLOW-COUNTER", "TRUE")
        }
    }

    /// RFC 5546 section 3.2.8 has no more than these, and no SEQUENCE but where it is above 0.
    private func writeRefusal(to writer: inout ContentWriter) {
        writer.line("UID", text: uid)
        if sequence > 0 {
            writer.line("SEQUENCE", number: sequence)
        }
        writer.line("DTSTAMP", at: stamp)
        if let comment {
            writer.line("COMMENT", text: comment)
        }
        organizer.write(to: &writer)
    }
}

extension [Attendee] {
    /// Writes each attendee once, `first` before the others: some clients take the first one for their own user.
    fileprivate func write(to writer: inout ContentWriter, asking: Bool, first: String?) {
        let leader = first.flatMap { first in firstIndex { CalendarAddress.same($0.address, first) } }
        if let leader {
            self[leader].write(to: &writer, asking: asking)
        }
        for (index, attendee) in enumerated() {
            if let first, leader != nil, CalendarAddress.same(attendee.address, first) { continue }
            let isRepeated = self[..<index].contains { CalendarAddress.same($0.address, attendee.address) }
            if !isRepeated {
                attendee.write(to: &writer, asking: asking)
            }
        }
    }
}
