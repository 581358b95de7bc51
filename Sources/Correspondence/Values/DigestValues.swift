import CivilTime
import Mentoring

/// The values for a digest: counts, dates and names.
struct DigestValues {
    let digest: Digest
    let programme: Programme
    let words: any Wording
    /// The recipient's zone.
    let reader: Zone

    var all: TemplateValues {
        var values = TemplateValues()
        values.set(.heldCount, "\(digest.held)")
        values.set(.missedCount, "\(digest.missed)")
        values.set(.mailsCount, "\(digest.mails)")
        list(.coming, .hasComing, digest.coming.map(meeting), in: &values)
        list(.unanswered, .hasUnanswered, digest.unanswered.map(waiting), in: &values)
        list(.silent, .hasSilent, digest.silent.map(silence), in: &values)
        list(.gaps, .hasGaps, digest.gaps.map(gap), in: &values)
        list(.undelivered, .hasUndelivered, digest.undelivered.map(undelivered), in: &values)
        list(.heldBack, .hasHeldBack, digest.heldBack.map(heldBack), in: &values)
        list(.uninvited, .hasUninvited, digest.uninvited.map(meeting), in: &values)
        values.set(.setAsideCount, digest.setAside == 0 ? nil : "\(digest.setAside)")
        values.set(
            .nothingToDo,
            digest.unanswered.isEmpty && digest.silent.isEmpty && digest.gaps.isEmpty && digest.undelivered.isEmpty
                && digest.heldBack.isEmpty && digest.uninvited.isEmpty && digest.setAside == 0)
        return values
    }

    private func list(
        _ variable: Variable, _ flag: Variable, _ items: [TemplateValues], in values: inout TemplateValues
    ) {
        values[variable] = .list(items)
        values.set(flag, !items.isEmpty)
    }

    private func pair(_ relationship: Relationship.ID) -> String? {
        programme.relationships[relationship].map { Cast(of: $0, in: programme).pair(in: words) }
    }

    private func meeting(_ meeting: Meeting) -> TemplateValues {
        let start = reader.local(at: meeting.starts)
        var values = TemplateValues()
        values.set(.pair, pair(meeting.relationship))
        values.set(.kind, words.kind(meeting.kind))
        values.set(.date, words.date(start.date))
        values.set(.startTime, words.hour(start.time))
        return values
    }

    private func waiting(_ waiting: Digest.Waiting) -> TemplateValues {
        var values = meeting(waiting.meeting)
        values.set(.others, words.list(waiting.people.compactMap { name(of: $0) }))
        return values
    }

    private func silence(_ silence: Digest.Silence) -> TemplateValues {
        var values = TemplateValues()
        values.set(.pair, pair(silence.relationship))
        values.set(.lastHeld, silence.lastHeld.map(words.date))
        return values
    }

    private func gap(_ gap: Digest.Gap) -> TemplateValues {
        var values = TemplateValues()
        values.set(.pair, pair(gap.relationship))
        values.set(.date, words.date(gap.until))
        return values
    }

    private func undelivered(_ undelivered: Digest.Undelivered) -> TemplateValues {
        var values = TemplateValues()
        values.set(.others, name(of: undelivered.person) ?? undelivered.person.rawValue)
        values.set(.reason, undelivered.reason)
        return values
    }

    private func heldBack(_ heldBack: Digest.HeldBack) -> TemplateValues {
        var values = TemplateValues()
        values.set(.mail, heldBack.rule.rawValue)
        values.set(.reason, heldBack.reason)
        return values
    }

    private func name(of person: Person.ID) -> String? {
        programme.people[person].map { CleanText.line($0.name) }
    }
}
