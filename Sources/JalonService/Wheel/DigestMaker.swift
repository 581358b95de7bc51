import CivilTime
import Correspondence
import Ledger
import Mentoring

/// Gathers what the coordinator is told of the programme.
struct DigestMaker {
    let office: Office
    let ledger: Ledger

    /// Days ahead of which the meetings are named.
    private static let daysAhead = 7
    /// Days ahead of which answers are looked at.
    private static let daysToAnswer = 14
    /// Days back, where there was no digest before.
    private static let daysBack = 7

    private var programme: Programme { office.programme }

    /// - Parameter since: what is counted begins there; with the last digest where nothing is said.
    func digest(at now: Instant, since: Instant? = nil) throws -> Digest {
        let since = try since ?? ledger.instant(.lastDigest) ?? now.adding(seconds: -Int64(Self.daysBack) * 86_400)
        var digest = Digest()
        let over = try ledger.meetings(in: [.held, .missed])
        let recent = over.filter { $0.ends > since && $0.ends <= now }
        digest.held = recent.count { $0.state == .held }
        digest.missed = recent.count { $0.state == .missed }
        digest.mails = try ledger.mailsSent(since: since)
        let ahead = try ledger.meetings(in: [.planned, .announced]).filter { $0.starts > now }
        let horizon = now.adding(seconds: Int64(Self.daysAhead) * 86_400)
        digest.coming = ahead.filter { $0.state == .announced && $0.starts <= horizon }
        let own = Dictionary(grouping: over + ahead, by: \.relationship)
        for relationship in programme.relationships.values.sorted(by: { $0.id < $1.id }) {
            add(relationship, own[relationship.id] ?? [], to: &digest, at: now)
        }
        digest.undelivered = try ledger.mailsFailed(since: since).map {
            Digest.Undelivered(person: $0.recipient, reason: $0.reason(inDigestOf: programme))
        }
        // That somebody has called for help is not the coordinator's to know.
        let calls = Set(programme.rules.filter { $0.trigger.events.contains(where: \.isCallForHelp) }.map(\.id))
        digest.heldBack = try ledger.failedConditions(since: since).map {
            Digest.HeldBack(rule: Rule.ID($0.subject ?? ""), reason: $0.detail ?? "")
        }.filter { !calls.contains($0.rule) }
        digest.setAside = try ledger.journal(JournalEntry.setAside, since: since).count
        for entry in try ledger.journal(JournalEntry.uninvited, since: since) {
            guard let meeting = try entry.subject.flatMap({ try ledger.meeting(Meeting.ID($0)) }),
                !digest.uninvited.contains(where: { $0.id == meeting.id })
            else { continue }
            digest.uninvited.append(meeting)
        }
        if programme.followsAnswers { digest.unanswered = try unanswered(among: ahead, at: now) }
        return digest
    }

    /// Announced meetings of the coming days that somebody who is needed has not answered.
    private func unanswered(among meetings: [Meeting], at now: Instant) throws -> [Digest.Waiting] {
        let horizon = now.adding(seconds: Int64(Self.daysToAnswer) * 86_400)
        return try meetings.filter { $0.state == .announced && $0.starts <= horizon }.compactMap { meeting in
            let people = try ledger.announcement(of: meeting.id)?.participants
                .filter { $0.isNeeded && $0.answer == nil }.map(\.person)
            return people.flatMap { $0.isEmpty ? nil : Digest.Waiting(meeting: meeting, people: $0) }
        }
    }

    /// Notes where somebody has not met for long, or will not.
    private func add(_ relationship: Relationship, _ meetings: [Meeting], to digest: inout Digest, at now: Instant) {
        let today = relationship.zone.local(at: now).date
        guard relationship.start <= today, relationship.end.map({ $0 >= today }) ?? true,
            !relationship.isPaused(on: today), let series = relationship.series(named: .session)
        else { return }
        let longest = series.longestGap
        let sessions = meetings.filter { $0.series == .session }.sorted { $0.starts < $1.starts }
        let lastHeld = Facts.History(sessions, met: relationship.met, now: now).lastHeld
        let since = ([relationship.start] + relationship.pauses.compactMap(\.last) + [lastHeld].compactMap(\.self))
            .max()
        if let since, since.days(until: today) > longest {
            digest.silent.append(Digest.Silence(relationship: relationship.id, lastHeld: lastHeld))
        }
        let dates = [lastHeld ?? relationship.start] + sessions.filter { $0.starts > now }.map(\.start.date)
        for (from, to) in zip(dates, dates.dropFirst())
        where from.days(until: to) > longest
            && !relationship.pauses.contains(where: { $0.first < to && $0.first > from })
        {
            digest.gaps.append(Digest.Gap(relationship: relationship.id, until: to))
            break
        }
    }
}

extension OutboxEntry {
    /// A server may quote the mail that it does not want: of a confidential one no more is said than its code.
    fileprivate func reason(inDigestOf programme: Programme) -> String {
        guard isConfidential(in: programme) else { return words ?? "" }
        let codes = (words ?? "").split(separator: " ").prefix { word in
            word.allSatisfy { $0.isASCII && $0.isNumber || $0 == "." }
        }
        return codes.joined(separator: " ")
    }
}
