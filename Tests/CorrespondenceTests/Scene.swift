import CivilTime
import Correspondence
import Mentoring

/// One typical letter a template, whose words a golden file keeps.
struct Scene: CustomStringConvertible {
    var template: TemplateName
    var language: Language
    var tone: Programme.Tone

    static let all: [Scene] = TemplateName.builtIn.sorted().flatMap { template in
        [
            Scene(template: template, language: .french, tone: .vous),
            Scene(template: template, language: .french, tone: .tu),
            Scene(template: template, language: .english, tone: .vous),
        ]
    }

    /// The golden's file: `day-before.fr.txt`, `day-before.fr-tu.txt`.
    var file: String { "\(template).\(language)\(tone == .tu ? "-tu" : "").txt" }

    var description: String { file }

    /// The subject, an empty line, and the text half of the mail.
    func words() throws -> String {
        let mail = try mail()
        return try "\(mail.subject)\n\n\(ReadMail(mail.bytes).leaf("text/plain").text)"
    }

    func mail() throws -> Mail {
        let sample = Sample(language: language, tone: tone)
        let video = try Sample.meeting(place: .video("https://visio.exemple.fr/claire-thomas"))
        switch template {
        case .welcome: return try sample.compose(sample.letter(.welcome, to: "thomas", as: .mentee))
        case .closing, .thankYou, .farewell, .resume, .howIsItGoing:
            return try sample.compose(sample.letter(template, to: "claire", as: .mentor))
        case .offerMediator, .becomeAMentor:
            return try sample.compose(sample.letter(template, to: "thomas", as: .mentee))
        case .pause:
            var letter = try sample.letter(.pause, to: "thomas", as: .mentee)
            let pause = Directive.pause(from: Sample.date("2026-11-30"), through: Sample.date("2027-01-31"))
            letter.relationship = letter.relationship?.following([pause])
            return try sample.compose(letter)
        case .mediatorAsked:
            var letter = try sample.letter(.mediatorAsked, to: "nadia", as: .mediator)
            letter.asker = Person.ID("thomas")
            return try sample.compose(letter)
        case .silentRelationship:
            return try sample.compose(sample.letter(.silentRelationship, to: "sophie", as: .coordinator))
        case .coordinatorDigest:
            return try sample.compose(
                Letter(
                    template: .coordinatorDigest, recipient: sample.recipient("sophie", as: .coordinator),
                    digest: Sample.digest()))
        case .coordinatorNote:
            var letter = try sample.letter(.coordinatorNote, to: "sophie", as: .coordinator)
            letter.meeting = try sample.announcement()
            letter.concern = .declinedShortly
            letter.concerned = Person.ID("thomas")
            return try sample.compose(letter)
        case .counterDeclined:
            let told = try sample.announcement()
            return try sample.compose(
                sample.convergence.declining(
                    counterOf: told.participants[1], to: told,
                    alternatives: [told.start.adding(seconds: 7 * 86_400), told.start.adding(seconds: 14 * 86_400)],
                    at: Sample.monday))
        case .heldBack:
            return try sample.compose(
                Letter(
                    template: .heldBack, recipient: sample.recipient("sophie", as: .coordinator), waiting: 240))
        case .invitation: return try sample.compose(sample.invitation(to: "thomas"))
        case .update, .declinedNewDate:
            var moved = video
            moved.start = moved.start.adding(seconds: 7 * 86_400 + 1800)
            let old = try sample.announcement()
            var letter = try sample.convergence.letters(
                from: old, to: sample.announcement(of: moved, previous: old), at: Sample.monday
            ).letters[0]
            letter.template = template
            return try sample.compose(letter)
        case .cancellation:
            return try sample.compose(
                sample.convergence.letters(from: sample.announcement(), to: nil, at: Sample.monday).letters[1])
        case .prepare, .prepareFirstMentor:
            return try sample.compose(sample.reminder(template, to: "claire", as: .mentor))
        case .prepareFirstMentee, .practise, .pleaseAnswer, .didYouMeet:
            return try sample.compose(sample.reminder(template, to: "thomas", as: .mentee))
        case .dayBefore:
            return try sample.compose(
                sample.reminder(.dayBefore, to: "thomas", as: .mentee, of: video), at: Sample.dayBefore)
        default:
            let review = try Sample.meeting(at: "2027-03-04T18:30", kind: .review, minutes: 120)
            return try sample.compose(sample.reminder(template, to: "thomas", as: .mentee, of: review))
        }
    }
}
