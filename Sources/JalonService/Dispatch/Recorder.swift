import Dispatch
import Ledger
import Synchronization

/// Takes what several connections report to the ledger together: the reports that come while the disk is busy share
/// the next transaction.
///
/// The transactions run on a thread of their own. Who reports a marker waits for it, on the connection's thread; a
/// result need not be waited for before the next mail, so it lets a marker that may follow take it along.
final class Recorder: Sendable {
    private struct Ticket: Sendable {
        var report: Ledger.Report
        var done: @Sendable (Result<Ledger.Ruling, LedgerError>) -> Void
    }

    private let ledger: Ledger
    private let watch: LedgerWatch?
    private let waiting = Mutex<[Ticket]>([])
    private let queue = DispatchQueue(label: "jalon.record")

    /// - Parameter watch: told before a mail is ended; nil where the ledger lives in memory.
    init(ledger: Ledger, watch: LedgerWatch?) {
        self.ledger = ledger
        self.watch = watch
    }

    /// Reports, and waits on the calling thread.
    func record(_ report: Ledger.Report) throws(LedgerError) -> Ledger.Ruling {
        let bell = DispatchSemaphore(value: 0)
        let answer = Mutex<Result<Ledger.Ruling, LedgerError>?>(nil)
        add(report, after: .zero) { result in
            answer.withLock { $0 = result }
            bell.signal()
        }
        bell.wait()
        guard let result = answer.withLock(\.self) else { throw .raced }
        return try result.get()
    }

    /// Reports, and waits without blocking a thread.
    ///
    /// - Parameter isLast: nothing is about to follow on the same connection.
    func record(_ report: Ledger.Report, isLast: Bool) async -> Result<Ledger.Ruling, LedgerError> {
        await withCheckedContinuation { caller in
            add(report, after: isLast ? .zero : Self.patience) { caller.resume(returning: $0) }
        }
    }

    private func add(
        _ report: Ledger.Report, after delay: DispatchTimeInterval,
        _ done: @escaping @Sendable (Result<Ledger.Ruling, LedgerError>) -> Void
    ) {
        waiting.withLock { $0.append(Ticket(report: report, done: done)) }
        if delay == .zero {
            queue.async { self.flush() }
        } else {
            queue.asyncAfter(deadline: .now() + delay) { self.flush() }
        }
    }

    private func flush() {
        var tickets = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        if let objection = watch?.objection() {
            // What a server has said is worth writing down in any case; what is not ended yet stays with us.
            for ticket in tickets where ticket.report.event == .bodyHandedOver {
                ticket.done(.failure(.cannotWrite(reason: objection)))
            }
            tickets.removeAll { $0.report.event == .bodyHandedOver }
        }
        guard !tickets.isEmpty else { return }
        do {
            let rulings = try ledger.record(tickets.map(\.report))
            watch?.raise(to: rulings.map(\.handedOver).max() ?? 0)
            for (ticket, ruling) in zip(tickets, rulings) { ticket.done(.success(ruling)) }
        } catch {
            for ticket in tickets { ticket.done(.failure(error)) }
        }
    }

    /// How long a result waits for a marker to go with.
    private static let patience = DispatchTimeInterval.milliseconds(20)
}

extension DispatchTimeInterval {
    fileprivate static let zero = DispatchTimeInterval.nanoseconds(0)
}
