import CivilTime
import CurlMail
import JalonService
import Ledger

/// The way of a mail over a line as the dispatcher takes it, cut into steps: claimed, handed over, marked, answered,
/// written down.
struct Delivery {
    let ledger: Ledger
    let disk: Disk
    var bug: PlantedBug?

    /// - Parameter fate: what the server will do with a mail that begins now.
    /// - Returns: the line after one step, and what there is to tell of it.
    func advance(
        _ line: Line, _ clerk: inout Clerk, before judge: inout Judge, at now: Instant,
        fate: () -> MailServer.Fate
    ) throws -> (line: Line, account: String?) {
        switch line {
        case .idle:
            guard let entry = try clerk.next(at: now) else { return (.idle, nil) }
            let fate = fate()
            return (
                .sending(entry, fate), "mail \(entry.id) \(entry.template) to \(entry.recipient) begins, \(fate)"
            )
        case .sending(let entry, let fate):
            if let verdict = fate.before { return (.answered(entry, verdict), nil) }
            if bug == .markerAfterDot {
                judge.serverTakes(entry, at: now)
                _ = try ledger.record([Ledger.Report(.bodyHandedOver, for: entry, at: now)])
                return (.answered(entry, fate.after.verdict), nil)
            }
            return (try mark(entry, fate, before: &judge, at: now), nil)
        case .marked(let entry, let fate):
            let (isStored, verdict, seconds) = fate.after
            if isStored { judge.serverTakes(entry, at: now) }
            let next: Line =
                seconds > 0
                ? .waiting(entry, verdict, until: now.adding(seconds: seconds)) : .answered(entry, verdict)
            return (next, nil)
        case .waiting(let entry, let verdict, _): return (.answered(entry, verdict), nil)
        case .answered(let entry, let verdict): return (.idle, try conclude(entry, verdict, &clerk, at: now))
        }
    }

    private func mark(
        _ entry: OutboxEntry, _ fate: MailServer.Fate, before judge: inout Judge, at now: Instant
    ) throws -> Line {
        do {
            let ruling = try ledger.record([Ledger.Report(.bodyHandedOver, for: entry, at: now)])[0]
            guard ruling.action == .finish else { return .answered(entry, .aborted("no longer wanted")) }
            judge.noteMarker(of: entry, at: now)
            return .marked(entry, fate)
        } catch {
            // A dead process marks nothing any more; one whose disk is full gives the mail up for now.
            try passOnDeath()
            return .answered(entry, .aborted("\(error)"))
        }
    }

    private func conclude(
        _ entry: OutboxEntry, _ verdict: Verdict, _ clerk: inout Clerk, at now: Instant
    ) throws -> String {
        clerk.conclude(verdict, for: entry, at: now)
        let report = clerk.report(verdict, for: entry, at: now)
        var ruling: Result<Ledger.Ruling, LedgerError>
        do {
            ruling = .success(try ledger.record([report])[0])
        } catch {
            ruling = .failure(error)
            try passOnDeath()
        }
        do {
            _ = try clerk.settle(report, verdict, ruling)
        } catch {
            return "the result of mail \(entry.id) is kept: \(error)"
        }
        return "mail \(entry.id): \(verdict)"
    }

    /// Where the process has died at the last write, the next write says so to whoever runs it.
    private func passOnDeath() throws {
        guard disk.takeDeath() else { return }
        disk.die(after: 1, .beforeCommit)
        try ledger.note(.route, "")
    }
}
