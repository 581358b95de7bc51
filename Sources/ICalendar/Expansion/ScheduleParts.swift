/// The properties of a component that say when it takes place, found in one pass.
struct ScheduleParts {
    private(set) var uid: Property?
    private(set) var start: Property?
    private(set) var end: Property?
    private(set) var duration: Property?
    private(set) var recurrenceID: Property?
    private(set) var rules: [Property] = []
    private(set) var additions: [Property] = []
    private(set) var exceptions: [Property] = []

    init(_ component: Component) {
        for property in component.properties {
            switch property.name {
            case "UID": uid = uid ?? property
            case "DTSTART": start = start ?? property
            case "DTEND", "DUE": end = end ?? property
            case "DURATION": duration = duration ?? property
            case "RECURRENCE-ID": recurrenceID = recurrenceID ?? property
            case "RRULE": rules.append(property)
            case "RDATE": additions.append(property)
            case "EXDATE": exceptions.append(property)
            default: break
            }
        }
        // A task that has no start is due at its end, and an override that has none is where it was.
        start = start ?? recurrenceID ?? (component.name == "VTODO" ? end : nil)
    }
}
