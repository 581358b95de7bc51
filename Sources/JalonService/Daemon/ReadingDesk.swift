import CivilTime
import Configuration

/// Reads configurations beside the wheel, one after the other, on a thread of its own.
///
/// Calendars come from others: they may be large, and lie on a disk that is slow. Whoever decides goes on meanwhile with
/// what is in force, and takes what was read when it is there, whole (decision 17).
actor ReadingDesk {
    private let executor = QueueExecutor(label: "jalon.reading")

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// A configuration on which the service can go on.
    func service(in directory: String, today: CivilDate, known: KnownCalendars) throws -> Configuration {
        try Check.service(in: directory, today: today, known: known, for: .service)
    }
}
