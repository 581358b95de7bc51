import CivilTime
import Configuration
import JalonService
import Ledger
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
    /// Mails that were taken in, which a mailbox may show again.
    var takenIn: [[UInt8]] = []
    private var isRough = true
    /// What the server does with every mail for a while.
    private var spell: (fate: MailServer.Fate, until: Instant)?
    private var crashes = 0
    private let keepsTrace: Bool
    private var trace: [String] = []

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
        try ledger.drawPseudonymKey(from: seed)
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
            // An edit during which nobody ran, or the clock was not trusted, is in force at last.
            try process?.wheel.adopt(try Programmes.configuration(with: edits), at: clock.now())
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
            if let process, process.rests(at: clock.now()), try ledger.nextMail() == nil { return }
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
        let next = min(try process.wakes(at: now), now.adding(seconds: isRough ? 6 * 3600 : 86_400))
        clock.move(to: max(next, now.adding(seconds: 1)))
    }

    // MARK: - The process

    private mutating func start() throws {
        let now = clock.now()
        note("a process starts")
        do {
            process = try Process(
                ledger: ledger, configuration: try Programmes.configuration(with: edits),
                source: .seeded(state: seed &+ UInt64(crashes) &* 7919), connections: 2, at: now)
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
        if let orders = try present.turn(at: now) {
            for order in orders { note("order: \(order.accepted) \(order.text)") }
            note("the wheel has turned; next \(present.wheelDue)")
            return true
        }
        var isBusy = false
        for index in chance.shuffled(Array(present.lines.indices)) where !isRough || chance.happens(700) {
            guard present.lines[index].rests(at: now) == nil else { continue }
            let wasIdle = present.lines[index].isIdle
            let delivery = Delivery(ledger: ledger, disk: disk, bug: bug)
            var chance = self.chance
            let isRough = self.isRough
            let spell = self.spell.flatMap { isRough && now < $0.until ? $0.fate : nil }
            let account = try present.advance(index, by: delivery, before: &judge, at: now) {
                spell ?? MailServer.fate(&chance, isRough: isRough)
            }
            self.chance = chance
            if let account { note(account) }
            if !(wasIdle && present.lines[index].isIdle) { isBusy = true }
        }
        // A line that did not get its turn has one in the next step.
        return isBusy || isRough && present.lines.contains { !$0.isIdle && $0.rests(at: now) == nil }
    }

    // MARK: - Surprises

    private mutating func surprise() throws {
        guard chance.happens(60) else { return }
        let now = clock.now()
        switch chance.number(0...18) {
        case 0, 1, 2: if process != nil { die() }
        case 3, 4: disk.die(after: chance.number(1...6), chance.happens(500) ? .beforeCommit : .afterCommit)
        case 5: disk.fill(chance.happens(500))
        case 6: jump()
        case 7, 8: try edit(at: now)
        case 9...14: try answer(at: now)
        case 15: beginSpell(at: now)
        case 18: try replay(at: now)
        default: try order(at: now)
        }
    }

    /// For an hour to a week every mail meets the same.
    private mutating func beginSpell(at now: Instant) {
        guard spell.map({ $0.until <= now }) ?? true else { return }
        let fate = chance.pick([MailServer.Fate.greylisted, .refusedAlike, .routeDown, .suspended])
        let until = now.adding(seconds: chance.number(3_600...(7 * 86_400) as ClosedRange<Int64>))
        note("from now on \(fate), until \(until)")
        spell = (fate, until)
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
