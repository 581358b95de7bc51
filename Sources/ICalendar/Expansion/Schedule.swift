import CivilTime

/// When a component takes place, as its properties say it; RFC 5545 sections 3.6.1 and 3.8.5.
struct Schedule: Sendable {
    let component: Component
    /// Nil for one that has no UID, which then stands for itself.
    let uid: String?
    let start: Moment
    let length: Length
    var rules: [RecurrenceRule] = []
    /// The times that RDATE adds, in the order of the file.
    var additions: [RecurrenceSet.Start] = []
    var exceptions = Exceptions()
    /// Which occurrence of a series this component replaces; nil for the series itself, or an event that is alone.
    var recurrenceID: RecurrenceID?

    /// The times that EXDATE takes away. A date takes away whatever starts on it, as programs write it that way; so does
    /// the date of a time, as it is written, in a series of dates.
    struct Exceptions: Sendable {
        var instants: Set<Instant> = []
        var dates: Set<CivilDate> = []
        var count: Int { instants.count + dates.count }

        func contain(_ start: RecurrenceSet.Start) -> Bool {
            !instants.isEmpty && instants.contains(start.instant)
                || !dates.isEmpty && dates.contains(start.local.date)
        }
    }

    /// RFC 5545 section 3.8.4.4.
    struct RecurrenceID: Hashable, Sendable {
        /// When the replaced occurrence would have started.
        let moment: Moment
        /// `RANGE=THISANDFUTURE`: the later ones are moved by as much.
        let coversFuture: Bool
    }

    var repeats: Bool { !rules.isEmpty || !additions.isEmpty }
}
