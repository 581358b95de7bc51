import CivilTime

/// Reads the schedules of components, calendar by calendar; RFC 5545 section 3.6.
struct ScheduleReader {
    private var zones: CalendarZones
    /// The zone of times that name none.
    private let floating: Zone
    /// What could not be read.
    private(set) var log = FaultLog()
    /// What was done beyond reading what every component has, in the units of ``RecurrenceIterator``.
    var steps: Int { zones.steps + values / Self.valuesAStep }
    /// Values of RDATE and EXDATE.
    private var values = 0
    private static let valuesAStep = 4
    /// How many of either one component may have; each takes memory.
    private let mostValues: Int
    /// Whether a component had more.
    private(set) var isExhausted = false
    private var unknownNames: Set<String> = []
    private var hasToldOfMany = false

    init(zones: CalendarZones, floating: Zone, mostValues: Int = .max) {
        self.mostValues = mostValues
        self.zones = zones
        self.floating = floating
    }

    /// Turns to the next calendar.
    mutating func enter(_ calendar: Component) {
        zones.enter(calendar)
        unknownNames.removeAll(keepingCapacity: true)
    }

    /// RFC 5545 wants one at most; each is asked at every step.
    private static let mostRules = 4

    /// Nil for a component without a start, or that ends before it: the fault is kept.
    mutating func schedule(of component: Component) -> Schedule? {
        let parts = ScheduleParts(component)
        do throws(Fault) {
            guard let first = parts.start else {
                if component.name != "VEVENT" { return nil }
                throw Fault(line: component.line, reason: .missingProperty("DTSTART", component: component.name))
            }
            let start = try moment(first)
            let length = try length(of: parts, from: start)
            // What replaces one occurrence is one: what else it says of a series is that of the series, copied.
            if parts.recurrenceID != nil {
                return Schedule(
                    component: component, uid: parts.uid?.value, start: start, length: length,
                    recurrenceID: recurrenceID(parts))
            }
            return Schedule(
                component: component, uid: parts.uid?.value, start: start, length: length,
                rules: rules(parts, from: start), additions: additions(parts),
                exceptions: exceptions(parts, ofDates: start.isDate))
        } catch {
            log.append(error)
            return nil
        }
    }

    mutating func moment(_ property: Property) throws(Fault) -> Moment {
        guard let read = DateTimeValue(property.valueBytes) else { throw property.noValue(property.value) }
        return Moment(read, zone: zone(of: property))
    }

    /// That of the TZID; of one that means nothing, whoever looks takes the time for their own.
    private mutating func zone(of property: Property) -> Zone {
        guard let name = property.parameter("TZID") else { return floating }
        switch zones.zone(name) {
        case .zone(let zone): return zone
        case .unknown:
            if unknownNames.insert(name).inserted {
                log.append(Fault(line: property.line, reason: .unknownZone(name)))
            }
        case .refused:
            if !hasToldOfMany {
                log.append(Fault(line: property.line, reason: .tooManyZones(limit: CalendarZones.most)))
            }
            hasToldOfMany = true
        }
        return floating
    }

    private mutating func length(of parts: ScheduleParts, from start: Moment) throws(Fault) -> Length {
        if let property = parts.end {
            let end = try moment(property)
            guard start.isDate == end.isDate else { throw Fault(line: property.line, reason: .dateAndTimeMixed) }
            if start.isDate {
                let days = start.local.date.days(until: end.local.date)
                if days < 0 { log.append(Fault(line: property.line, reason: .endBeforeStart)) }
                // Many a file ends a day on that day itself.
                return .days(max(days, 1))
            }
            let seconds = start.instant.seconds(until: end.instant)
            if seconds < 0 { log.append(Fault(line: property.line, reason: .endBeforeStart)) }
            return .exact(seconds: max(seconds, 0))
        }
        if let property = parts.duration {
            guard let duration = DurationValue(property.valueBytes) else { throw property.noValue(property.value) }
            if duration.days >= 0, duration.seconds >= 0 { return .nominal(duration) }
            log.append(Fault(line: property.line, reason: .endBeforeStart))
        }
        return start.isDate ? .days(1) : .exact(seconds: 0)
    }

    private mutating func rules(_ parts: ScheduleParts, from start: Moment) -> [RecurrenceRule] {
        if parts.rules.count > Self.mostRules {
            log.append(Fault(line: parts.rules[Self.mostRules].line, reason: .tooManyRules))
        }
        return parts.rules.prefix(Self.mostRules).compactMap { property in
            do throws(RecurrenceError) {
                let rule = try RecurrenceRule(property.value)
                if rule.until.map({ Moment($0, zone: start.zone).instant < start.instant }) ?? false {
                    log.append(Fault(line: property.line, reason: .seriesEndsBeforeStart))
                }
                return rule
            } catch {
                log.append(Fault(line: property.line, reason: .recurrence(error)))
                return nil
            }
        }
    }

    private mutating func additions(_ parts: ScheduleParts) -> [RecurrenceSet.Start] {
        var additions: [RecurrenceSet.Start] = []
        for property in parts.additions {
            var cursor = ZoneCursor(zone(of: property))
            for value in property.valueBytes.split(separator: UInt8(ascii: ",")) {
                values += 1
                guard additions.count < mostValues else {
                    isExhausted = true
                    return additions
                }
                if let addition = Self.addition(value, &cursor) {
                    additions.append(addition)
                } else {
                    log.append(property.noValue(String(decoding: value, as: UTF8.self)))
                }
            }
        }
        return additions
    }

    /// A DATE, a DATE-TIME, or a PERIOD.
    private static func addition(_ bytes: ArraySlice<UInt8>, _ cursor: inout ZoneCursor) -> RecurrenceSet.Start? {
        let period = PeriodValue(bytes)
        guard let value = period?.start ?? DateTimeValue(bytes) else { return nil }
        let moment = Moment(value, zone: cursor.zone)
        return RecurrenceSet.Start(
            local: moment.local, instant: moment.instant(&cursor), isDate: moment.isDate, zone: moment.zone,
            length: period?.length(in: cursor.zone))
    }

    /// - Parameter ofDates: whether the series has no times; what is written with one then means its date.
    private mutating func exceptions(_ parts: ScheduleParts, ofDates: Bool) -> Schedule.Exceptions {
        var exceptions = Schedule.Exceptions()
        for property in parts.exceptions {
            var cursor = ZoneCursor(zone(of: property))
            for value in property.valueBytes.split(separator: UInt8(ascii: ",")) {
                values += 1
                guard exceptions.count < mostValues else {
                    isExhausted = true
                    return exceptions
                }
                guard let read = DateTimeValue(value) else {
                    log.append(property.noValue(String(decoding: value, as: UTF8.self)))
                    continue
                }
                let moment = Moment(read, zone: cursor.zone)
                if moment.isDate || ofDates {
                    exceptions.dates.insert(moment.local.date)
                } else {
                    exceptions.instants.insert(moment.instant(&cursor))
                }
            }
        }
        return exceptions
    }

    private mutating func recurrenceID(_ parts: ScheduleParts) -> Schedule.RecurrenceID? {
        guard let property = parts.recurrenceID else { return nil }
        do throws(Fault) {
            let covers = property.parameter("RANGE").map { $0.uppercased() == "THISANDFUTURE" } ?? false
            return Schedule.RecurrenceID(moment: try moment(property), coversFuture: covers)
        } catch {
            log.append(error)
            return nil
        }
    }
}

extension Property {
    /// The fault of a value that its type does not allow; the start of it is enough to find it.
    func noValue(_ value: some StringProtocol) -> Fault {
        Fault(line: line, reason: .badValue(String(value).firstScalars(40), property: name))
    }
}
