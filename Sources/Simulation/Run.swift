import CivilTime
import Configuration
import CurlMail
import JalonService
import Ledger
import Logging
import MailMessage
import Mentoring

/// The whole product on a virtual clock for some weeks, with everything around it drawn from a seed: the server, edits,
/// orders, the disk, the clock, and the end of the process between any two effects.
package struct Run {
    /// What a run has come to.
    package struct Report: Sendable {
        package var seed: UInt64
        package var complaints: [String]
        package var trace: [String]
        package var mails = 0
        package var crashes = 0
        package var doubts = 0
    }

    /// One process: what a crash takes away.
    struct Process {
        var wheel: Wheel
        var clerk: Clerk
        var watch: ClockWatch
        var wheelDue: Instant
        var lines: [Line]
    }

    private static let begins = Instant("2026-11-28T07:00:00Z")

    let seed: UInt64
    let bug: PlantedBug?
    private let disk = Disk()
    let clock: VirtualClock
    let ledger: Ledger
    var chance: Chance
    var judge: Judge
    private var edits: Set<Programmes.Edit> = []
    var process: Process?
    private var isRough = true
    private var crashes = 0
    private let keepsTrace: Bool
    private var trace: [String] = []
    private let logger = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }

    package static func report(seed: UInt64, bug: PlantedBug? = nil, keepsTrace: Bool = false) -> Report {
        do {
            var run = try Run(seed: seed, bug: bug, keepsTrace: keepsTrace)
            return run.run()
        } catch {
            return Report(seed: seed, complaints: ["it did not begin: \(error)"], trace: [])
        }
    }

    private init(seed: UInt64, bug: PlantedBug?, keepsTrace: Bool) throws {
        self.seed = seed
        self.bug = bug
        self.keepsTrace = keepsTrace
        let disk = self.disk
        ledger = try Ledger.inMemory { stage throws(LedgerError) in try disk.interrupt(stage) }
        if let sql = bug?.sql { try ledger.plant(sql) }
        chance = Chance(seed: seed)
        clock = VirtualClock(Self.begins ?? Instant(secondsSinceEpoch: 0))
        judge = Judge(ledger: ledger)
    }

    private mutating func run() -> Report {
        let days = chance.number(5...10 as ClosedRange<Int64>)
        let end = clock.now().adding(seconds: days * 86_400)
        do {
            for _ in 0..<20_000 where clock.now() < end { try step() }
            isRough = false
            disk.mend()
            try resumeMail()
            try comeToRest()
            judge.judgeAtRest(configuration: try Programmes.configuration(with: edits), at: clock.now())
        } catch {
            judge.complain("the run broke off: \(error)")
        }
        let mails = judge.server.arrivals.count
        return Report(
            seed: seed, complaints: judge.complaints, trace: trace, mails: mails, crashes: crashes,
            doubts: judge.doubts)
    }

    // MARK: - Time

    /// Without faults, until nothing is owed any more.
    private mutating func comeToRest() throws {
        for _ in 0..<3_000 {
            try step()
            guard let process, process.lines.allSatisfy(\.isIdle), process.wheelDue > clock.now(),
                process.watch.trouble == nil, try ledger.nextMail() == nil
            else { continue }
            return
        }
        judge.complain("it never comes to rest: \(try ledger.outboxCounts())")
    }

    private mutating func step() throws {
        if isRough { try surprise() }
        guard process != nil else { return try start() }
        do {
            let isBusy = try turnAndSend()
            try judge.lookAtNewMails(at: clock.now())
            if !isBusy { try passTime() }
        } catch let error as LedgerError {
            try survive(error)
        }
    }

    /// The process ends with the disk's fault, or tries again later.
    mutating func survive(_ error: LedgerError) throws {
        if disk.takeDeath() {
            die()
        } else if case .cannotWrite = error, isRough {
            note("the disk is full")
            process?.wheelDue = clock.now().adding(seconds: 30)
            clock.move(to: clock.now().adding(seconds: 30))
            if chance.happens(300) { disk.fill(false) }
        } else {
            throw error
        }
    }

    private mutating func passTime() throws {
        guard let process else { return }
        let now = clock.now()
        var moments = [process.wheelDue, now.adding(seconds: isRough ? 6 * 3600 : 86_400)]
        if process.watch.trouble != nil { moments = [now.adding(seconds: 30)] }
        if let wakes = try process.clerk.wakes(at: now) { moments.append(wakes) }
        moments += process.lines.compactMap { $0.rests(at: now) }
        clock.move(to: max(moments.min() ?? now, now.adding(seconds: 1)))
    }

    // MARK: - The process

    private mutating func start() throws {
        let now = clock.now()
        note("a process starts")
        do {
            var clerk = Clerk(ledger: ledger, connections: 2, pacePerMinute: nil, logger: logger)
            try clerk.recover(at: now)
            process = Process(
                wheel: Wheel(
                    ledger: ledger, configuration: try Programmes.configuration(with: edits),
                    source: .seeded(state: seed &+ UInt64(crashes) &* 7919)),
                clerk: clerk, watch: ClockWatch(latest: try ledger.latestEntry()), wheelDue: now,
                lines: [.idle, .idle])
        } catch let error as LedgerError {
            try survive(error)
            clock.move(to: clock.now().adding(seconds: 5))
        }
    }

    private mutating func die() {
        note("the process dies")
        crashes += 1
        // A dot that was about to be sent may have been.
        for case .marked(let entry, let fate) in process?.lines ?? [] where chance.happens(500) && fate.after.isStored {
            judge.serverTakes(entry, at: clock.now())
        }
        process = nil
        disk.mend()
        let away = chance.happens(700) ? chance.number(1...60) : chance.number(60...(3 * 86_400) as ClosedRange<Int64>)
        clock.move(to: clock.now().adding(seconds: away))
    }

    /// - Returns: whether anything happened.
    private mutating func turnAndSend() throws -> Bool {
        guard var present = process else { return false }
        defer { if process != nil { process = present } }
        let now = clock.now()
        guard present.watch.look(wall: now, boot: clock.sinceBoot()) == nil else { return false }
        if present.wheelDue <= now {
            let orders = try present.wheel.carryOutOrders(at: now)
            for order in orders { note("order: \(order.accepted) \(order.text)") }
            present.wheelDue = try present.wheel.turn(at: now) ?? now.adding(seconds: 86_400)
            note("the wheel has turned; next \(present.wheelDue)")
            return true
        }
        var isBusy = false
        for index in chance.shuffled(Array(present.lines.indices)) where !isRough || chance.happens(700) {
            guard present.lines[index].rests(at: now) == nil else { continue }
            let before = present.lines[index]
            present.lines[index] = try advance(before, &present.clerk, at: now)
            if !(before.isIdle && present.lines[index].isIdle) { isBusy = true }
        }
        // A line that did not get its turn has one in the next step.
        return isBusy || isRough && present.lines.contains { !$0.isIdle && $0.rests(at: now) == nil }
    }

    private mutating func advance(_ line: Line, _ clerk: inout Clerk, at now: Instant) throws -> Line {
        switch line {
        case .idle:
            guard let entry = try clerk.next(at: now) else { return .idle }
            let fate = MailServer.fate(&chance, isRough: isRough)
            note("mail \(entry.id) \(entry.template) to \(entry.recipient) begins, \(fate)")
            return .sending(entry, fate)
        case .sending(let entry, let fate):
            if let verdict = fate.before { return .answered(entry, verdict) }
            if bug == .markerAfterDot {
                judge.serverTakes(entry, at: now)
                _ = try ledger.record([Ledger.Report(.bodyHandedOver, for: entry, at: now)])
                return .answered(entry, fate.after.verdict)
            }
            return try mark(entry, fate, at: now)
        case .marked(let entry, let fate):
            let (isStored, verdict, seconds) = fate.after
            if isStored { judge.serverTakes(entry, at: now) }
            return seconds > 0
                ? .waiting(entry, verdict, until: now.adding(seconds: seconds)) : .answered(entry, verdict)
        case .waiting(let entry, let verdict, _): return .answered(entry, verdict)
        case .answered(let entry, let verdict):
            clerk.conclude(verdict, for: entry, at: now)
            let report = clerk.report(verdict, for: entry, at: now)
            var ruling: Result<Ledger.Ruling, LedgerError> = .failure(.raced)
            do {
                ruling = .success(try ledger.record([report])[0])
            } catch {
                ruling = .failure(error)
            }
            if case .failure = ruling, disk.takeDeath() {
                disk.die(after: 1, .beforeCommit)
                _ = try ledger.note(.route, "")
            }
            do {
                _ = try clerk.settle(report, verdict, ruling)
            } catch {
                note("the result of mail \(entry.id) is kept: \(error)")
            }
            note("mail \(entry.id): \(verdict)")
            return .idle
        }
    }

    private mutating func mark(_ entry: OutboxEntry, _ fate: MailServer.Fate, at now: Instant) throws -> Line {
        do {
            let ruling = try ledger.record([Ledger.Report(.bodyHandedOver, for: entry, at: now)])[0]
            guard ruling.action == .finish else { return .answered(entry, .aborted("no longer wanted")) }
            judge.noteMarker(of: entry, at: now)
            return .marked(entry, fate)
        } catch {
            // A dead process marks nothing any more; one whose disk is full gives the mail up for now.
            if disk.takeDeath() {
                disk.die(after: 1, .beforeCommit)
                try ledger.note(.route, "")
            }
            return .answered(entry, .aborted("\(error)"))
        }
    }

    // MARK: - Surprises

    private mutating func surprise() throws {
        guard chance.happens(60) else { return }
        let now = clock.now()
        switch chance.number(0...17) {
        case 0, 1, 2: if process != nil { die() }
        case 3, 4: disk.die(after: chance.number(1...6), chance.happens(500) ? .beforeCommit : .afterCommit)
        case 5: disk.fill(chance.happens(500))
        case 6: jump()
        case 7, 8: try edit(at: now)
        case 9...14: try answer(at: now)
        default: try order(at: now)
        }
    }

    private mutating func jump() {
        let seconds = chance.pick([-7200, -600, 40, 900, 7200, 20_000, -86_400] as [Int64])
        note("the clock is set by \(seconds) s")
        let moment = clock.now().adding(seconds: seconds)
        clock.set(to: moment)
    }

    /// The files change; a process that runs takes them as an accepted reload does, another finds them at its start.
    private mutating func edit(at now: Instant) throws {
        let edit = chance.pick(Programmes.Edit.allCases)
        edits.formSymmetricDifference([edit])
        note("edit: \(edits.map { "\($0)" }.sorted().joined(separator: ", "))")
        guard process != nil, process?.watch.trouble == nil else { return }
        do {
            let configuration = try Programmes.configuration(with: edits)
            try process?.wheel.adopt(configuration, at: now)
            process?.wheelDue = now
        } catch let error as LedgerError {
            try survive(error)
        }
    }

    private mutating func order(at now: Instant) throws {
        let meetings = try ledger.meetings(in: [.announced, .planned]).filter { $0.starts > now }
        guard !meetings.isEmpty else { return }
        let meeting = chance.pick(Array(meetings.prefix(4)))
        let request: MeetingOrder =
            chance.happens(500) ? .cancel : .move(to: meeting.start.adding(seconds: 86_400 * chance.number(1...3)))
        note("order about \(meeting.id) of \(meeting.relationship): \(request)")
        do {
            _ = try ledger.give(.meeting(meeting.id, request), at: now)
            process?.wheelDue = now
        } catch {
            try survive(error)
        }
    }

    mutating func note(_ text: String) {
        if keepsTrace { trace.append("\(clock.now()) \(text)") }
    }
}
