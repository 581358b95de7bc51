import CivilTime

extension Function {
    /// What can be asked of timestamps, in UTC or in a zone, and of durations.
    static let timeFunctions: [Function] = [
        field("getFullYear") { local, _ in local.date.year },
        // As in JavaScript, January is 0.
        field("getMonth") { local, _ in local.date.month - 1 },
        field("getDate") { local, _ in local.date.day },
        field("getDayOfMonth") { local, _ in local.date.day - 1 },
        // Sunday is 0.
        field("getDayOfWeek") { local, _ in local.date.weekday.rawValue % 7 },
        field("getDayOfYear") { local, _ in
            CivilDate(year: local.date.year, month: 1, day: 1)?.days(until: local.date) ?? 0
        },
        field("getHours", counting: 3_600_000_000_000) { local, _ in local.time.hour },
        field("getMinutes", counting: 60_000_000_000) { local, _ in local.time.minute },
        field("getSeconds", counting: 1_000_000_000) { local, _ in local.time.second },
        // Of a duration only what is beyond its last whole second, where the three above count all of it.
        field("getMilliseconds", counting: 1_000_000, upTo: 1000) { _, nanoseconds in nanoseconds / 1_000_000 },
    ]

    /// - Parameters:
    ///   - unit: in nanoseconds, for what can be asked of a duration as well.
    ///   - cycle: where a duration's count starts from 0 again.
    private static func field(
        _ name: String, counting unit: Int128? = nil, upTo cycle: Int128 = .max,
        of timestamp: @escaping @Sendable (LocalDateTime, _ nanoseconds: Int) -> Int
    ) -> Function {
        var overloads: [Overload] = [.member(.timestamp, to: .int), .member(.timestamp, .string, to: .int)]
        if unit != nil { overloads.append(.member(.duration, to: .int)) }
        return Function(name, overloads) { values, evaluator throws(EvaluationError) in
            switch (values.first, values.dropFirst().first) {
            case (.duration(let duration), nil):
                return unit.map { .int(Int64(duration.nanoseconds / $0 % cycle)) }
            case (.timestamp(let time), nil):
                return .int(Int64(timestamp(Zone.utc.local(at: time.instant), time.nanoseconds)))
            case (.timestamp(let time), .string(let zone)):
                let local = try evaluator.local(at: time.instant, in: zone, for: name)
                return .int(Int64(timestamp(local, time.nanoseconds)))
            default: return nil
            }
        }
    }
}

extension Evaluator {
    /// What the clocks show in a zone of the database, or at an offset such as `-02:30`.
    fileprivate func local(
        at instant: Instant, in name: String, for function: String
    ) throws(EvaluationError) -> LocalDateTime {
        if let offset = ClockOffset(name) {
            return Zone.utc.local(at: instant.adding(seconds: Int64(offset.seconds)))
        }
        guard let zone = name == "UTC" ? .utc : zones(name) else {
            throw .invalidArgument(function, "the name of a zone that is not known")
        }
        return zone.local(at: instant)
    }
}
