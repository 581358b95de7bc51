import MailMessage
import Mentoring

/// The framework of a relationship as one of its people may see it.
struct FrameworkValues {
    let relationship: Relationship
    let programme: Programme
    let recipient: Recipient
    let words: any Wording
    /// Whether the mails to come are asked for.
    let namesMails: Bool

    var all: TemplateValues {
        var values = TemplateValues()
        values.set(.start, words.dateWithoutWeekday(relationship.start))
        values.set(.end, relationship.end.map(words.dateWithoutWeekday))
        values[.charter] = programme.charter.map { .address($0) }
        if let mediator = relationship.mediator.flatMap({ programme.people[$0] }) {
            values.set(.mediator, mediator.name)
            values[.mediatorAddress] = .address(mediator.address.description)
        }
        // What is aimed at is between the two sides.
        let objectives = recipient.isParty ? relationship.objectives : []
        values.set(.hasObjectives, !objectives.isEmpty)
        values[.objectives] = .list(objectives.map(self.objective))
        values[.series] = .list(relationship.series.map(self.series))
        guard namesMails else { return values }
        let mails = MailsToCome(relationship: relationship, programme: programme, recipient: recipient)
            .lines(in: words)
        values.set(.hasMails, !mails.isEmpty)
        values[.mails] = .list(mails.map(self.mail))
        return values
    }

    private func objective(_ objective: Objective) -> TemplateValues {
        var values = TemplateValues()
        values.set(.goal, objective.goal)
        values.set(.indicator, objective.indicator)
        values.set(.by, objective.by.map(words.dateWithoutWeekday))
        return values
    }

    private func series(_ series: Series) -> TemplateValues {
        var values = TemplateValues()
        values.set(.name, words.seriesHeading(series.name))
        values.set(.cadence, words.cadence(series.cadence))
        values.set(.duration, words.length(minutes: series.minutes))
        values.set(.preferred, series.preferred.map(words.preference))
        values.set(.merged, series.placement == .withSession)
        switch (series.firstPlace, series.place) {
        case (let first?, let then) where first != then:
            values[.firstWhere] = place(first)
            values[.thenWhere] = then.map(place)
        case (let first, let then):
            values[.alwaysWhere] = (then ?? first).map(place)
        }
        return values
    }

    private func place(_ place: Place) -> TemplateValue {
        switch place {
        case .inPerson(let place): .text(place)
        case .video(let link): .phrase(before: words.byVideo, address: link)
        }
    }

    private func mail(_ line: String) -> TemplateValues {
        var values = TemplateValues()
        values.set(.mail, line)
        return values
    }
}
