/// Puts components together from their lines; those that are still open form a stack.
struct ComponentAssembly {
    /// A component whose END has not come.
    private struct Open {
        let name: String
        let line: Int
        /// Where its own properties and components begin in the piles below.
        let firstProperty: Int
        let firstComponent: Int
        /// Whether it stands inside of an event by mistake.
        let isNested: Bool
    }

    private var open: [Open] = []
    // One pile for all that is open: each component then takes what is its own in one piece.
    private var properties: [Property] = []
    private var components: [Component] = []
    private var calendars: [Component] = []
    /// Those that stand inside of an event by mistake, until that one ends.
    private var nested: [Component] = []
    private var log = FaultLog()
    /// The components begun below the deepest that is kept, which are skipped to their END.
    private var skipped = 0

    mutating func add(_ property: Property) {
        if property.isNamed("BEGIN") {
            begin(property.componentName, line: property.line)
        } else if property.isNamed("END") {
            end(property.componentName, line: property.line)
        } else {
            keep(property)
        }
    }

    mutating func report(_ fault: Fault) {
        log.append(fault)
    }

    private mutating func begin(_ name: String, line: Int) {
        var isNested = skipped == 0 && isInEvent && CalendarStream.inCalendars.contains(name)
        if isNested {
            log.append(Fault(line: line, reason: .nested(name)))
            // However many have no END, none of them is lost.
            while depth >= CalendarStream.maximumDepth { close(isEnded: false) }
            isNested = isInEvent
        }
        guard skipped == 0, depth < CalendarStream.maximumDepth else {
            if skipped == 0 { log.append(Fault(line: line, reason: .tooDeep(name))) }
            skipped += 1
            return
        }
        open.append(
            Open(
                name: name, line: line, firstProperty: properties.count, firstComponent: components.count,
                isNested: isNested))
    }

    /// Whether something is open that stands in a calendar and holds none of its kind.
    private var isInEvent: Bool {
        depth > 1 && open.contains { CalendarStream.inCalendars.contains($0.name) }
    }

    /// One that stands alone will lie in a calendar.
    private var depth: Int { open.count + (open.first?.name == "VCALENDAR" ? 0 : 1) }

    private mutating func end(_ name: String, line: Int) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard open.contains(where: { $0.name == name }) else {
            log.append(Fault(line: line, reason: .unexpectedEnd(name)))
            return
        }
        while let last = open.last {
            close(isEnded: last.name == name)
            if last.name == name { return }
        }
    }

    private mutating func keep(_ property: Property) {
        if skipped > 0 { return }
        guard !open.isEmpty else {
            log.append(Fault(line: property.line, reason: .outsideComponent(property.name)))
            return
        }
        properties.append(property)
    }

    private mutating func close(isEnded: Bool) {
        let last = open.removeLast()
        let component = Component(
            last.name, Array(properties[last.firstProperty...]), components: Array(components[last.firstComponent...]),
            line: last.line)
        properties.removeSubrange(last.firstProperty...)
        components.removeSubrange(last.firstComponent...)
        if !isEnded {
            log.append(Fault(line: component.line, reason: .missingEnd(component.name)))
        }
        if last.isNested {
            nested.append(component)
        } else {
            place(component)
        }
    }

    /// Puts a component where it belongs, and behind it those that stood inside of it by mistake.
    private mutating func place(_ component: Component) {
        guard open.isEmpty else {
            components.append(component)
            if !nested.isEmpty, !isInEvent {
                components += nested
                nested.removeAll()
            }
            return
        }
        if component.name != "VCALENDAR" {
            log.append(Fault(line: component.line, reason: .outsideCalendar(component.name)))
        }
        // An event that stands alone is one all the same, and so is one in something that calls itself otherwise.
        guard CalendarStream.inCalendars.contains(component.name) else {
            calendars.append(component)
            return
        }
        calendars.append(Component("VCALENDAR", components: [component] + nested, line: component.line))
        nested.removeAll()
    }

    mutating func finished() -> (calendars: [Component], faults: [Fault]) {
        while !open.isEmpty {
            close(isEnded: false)
        }
        if calendars.isEmpty {
            log.append(Fault(line: 1, reason: .noCalendar))
        }
        return (calendars, log.faults.sorted { $0.line < $1.line })
    }
}

extension Property {
    /// The name that a BEGIN or an END gives; spaces after it are common in files written by hand.
    fileprivate var componentName: String {
        ASCII.uppercased(value.utf8.prefix { !ASCII.isBlank($0) })
    }
}
