import CivilTime

/// A meeting in words, for the text beside the mark and for the list.
struct MeetingWords {
    let words: ReportWords

    private var dates: DateWords { DateWords(words: words) }

    /// `jeudi 3 décembre 2026, 18:30–20:00`.
    func moment(_ mark: RehearsalReport.Mark) -> String {
        "\(dates.full(mark.start.date)), \(dates.hour(mark.start.time))–\(dates.hour(mark.end.time))"
    }

    /// `en visio`, `en personne`; nil where no place is named.
    func manner(_ mark: RehearsalReport.Mark) -> String? {
        if mark.isVideo { return words.video }
        return mark.place == nil ? nil : words.inPerson
    }

    func state(_ mark: RehearsalReport.Mark) -> String { words.state(mark.state, of: mark.kind) }

    /// `1h30 · en visio · tenue · était le mardi 1er décembre 2026`.
    func details(_ mark: RehearsalReport.Mark) -> String {
        [
            dates.length(minutes: mark.minutes), manner(mark), state(mark),
            mark.movedFrom.map { words.moved(from: dates.full($0.date)) },
        ].compactMap(\.self).joined(separator: " · ")
    }

    /// What a list says beside the moment: kind, details, and the place to go to. A video link is in the mails.
    func line(_ mark: RehearsalReport.Mark) -> String {
        [kindUnlessTitled(mark), details(mark), placeToGo(mark)].compactMap(\.self).joined(separator: " · ")
    }

    /// All of it, for a hover text.
    func sentence(_ mark: RehearsalReport.Mark) -> String {
        [title(mark), moment(mark), details(mark), placeToGo(mark)]
            .compactMap(\.self).joined(separator: "\n")
    }

    private func title(_ mark: RehearsalReport.Mark) -> String {
        [mark.title, kindUnlessTitled(mark)].compactMap(\.self).joined(separator: " · ")
    }

    /// Nothing where the title says it: `Rencontre 3` needs no `rencontre`.
    private func kindUnlessTitled(_ mark: RehearsalReport.Mark) -> String? {
        let kind = words.kind(mark.kind)
        return mark.title.lowercased().contains(kind.lowercased()) ? nil : kind
    }

    private func placeToGo(_ mark: RehearsalReport.Mark) -> String? { mark.isVideo ? nil : mark.place }
}
