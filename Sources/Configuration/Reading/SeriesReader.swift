import Mentoring

/// Reads `sessions:`, `reviews:` and `series:`, in the defaults and in relationships.
struct SeriesReader {
    let findings: Findings

    static let keys = ["sessions", "reviews", "series"]

    /// What a part of a file says of one series.
    enum Wish {
        case with(SeriesTerms)
        /// `reviews: none`
        case without

        var terms: SeriesTerms? {
            if case .with(let terms) = self { terms } else { nil }
        }
    }

    /// What a part of a file says of all series, and their order in it.
    struct Wishes {
        var all: [Series.Name: Wish] = [:]
        var order: [Series.Name] = []
        /// `sessions:` could not be read, which has been told.
        var isUnclear = false

        subscript(name: Series.Name) -> Wish? { all[name] }
    }

    func wishes(in section: Section) -> Wishes {
        var wishes = Wishes()
        wishes.isUnclear = section.isUnclear("sessions")
        let entries =
            [("sessions", Series.Name.session), ("reviews", .review)].compactMap { key, name in
                section[key].map { (name, $0) }
            } + own(in: section).map { (Series.Name($0.key), $0) }
        for (name, entry) in entries {
            guard let wish = wish(of: entry, canBeNone: name != .session) else {
                wishes.isUnclear = true
                continue
            }
            wishes.all[name] = wish
            wishes.order.append(name)
        }
        return wishes
    }

    /// The series of a relationship: its own terms over the defaults, `session` first.
    func series(of section: Section, id: String, defaults: Wishes) -> [Series] {
        let own = wishes(in: section)
        let completed = { (name: Series.Name) in
            (own[name]?.terms ?? SeriesTerms(site: section.site)).completed(by: defaults[name]?.terms)
        }
        guard !own.isUnclear, !defaults.isUnclear else { return [] }
        let session = completed(.session)
        var seen: Set<Series.Name> = [.session]
        let others = (defaults.order + own.order).filter { seen.insert($0).inserted }
        return [series(.session, session, id: id, site: section.site)].compactMap(\.self)
            + others.compactMap { name in
                if case .without = own[name] ?? defaults[name] { return nil }
                var terms = completed(name)
                terms.preferred = terms.preferred ?? session.preferred
                terms.place = terms.place ?? session.place
                return series(name, terms, id: id, site: section.site)
            }
    }

    /// The entries under `series:`.
    private func own(in section: Section) -> [Value.Entry] {
        guard let entry = section["series"] else { return [] }
        switch entry.value.content {
        case .nothing, .refused: return []
        case .text, .list:
            findings.error(
                "`series:` takes names with what belongs to them, not \(entry.value.kind)", at: entry.value.site)
            return []
        case .keys(let entries):
            return entries.filter { entry in
                let isName = Names.isID(entry.key) && !Trigger.Anchor.reservedNames.contains(entry.key)
                if !isName {
                    findings.error("'\(entry.key.shortened)' cannot be the name of a series", at: entry.site)
                }
                return isName
            }
        }
    }

    private func wish(of entry: Value.Entry, canBeNone: Bool) -> Wish? {
        if case .text("none") = entry.value.content, canBeNone { return .without }
        return Section(entry.value, at: entry.site, keys: SeriesTerms.keys, findings: findings)
            .map { .with(SeriesTerms($0)) }
    }

    private func series(_ name: Series.Name, _ terms: SeriesTerms, id: String, site: Site) -> Series? {
        for key in ["every", "lasts"] where !terms.mentioned.contains(key) {
            findings.error(Self.complaint(of: key, name, id: id), at: site)
        }
        guard let cadence = terms.cadence, let minutes = terms.minutes else { return nil }
        if name == .session, terms.placement == .withSession {
            findings.error("sessions cannot be `with: session`", at: terms.site)
        }
        return Series(
            name: name, cadence: cadence, minutes: minutes, maxGap: terms.maxGap, preferred: terms.preferred,
            firstPlace: terms.firstPlace, place: terms.place,
            placement: terms.placement ?? (name == .review ? .withSession : .apart))
    }

    private static func complaint(of key: String, _ name: Series.Name, id: String) -> String {
        let part =
            switch name {
            case .session: "sessions"
            case .review: "reviews"
            default: "\(name)"
            }
        return "'\(id)' has no `\(key):` for its \(part), neither here nor in the defaults"
    }
}
