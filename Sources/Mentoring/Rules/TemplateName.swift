/// The name of a text that Jalon can send, such as `day-before`.
public struct TemplateName: Key {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }

    // Written for a change of the plan, never by a rule.
    public static let invitation = TemplateName("invitation")
    public static let update = TemplateName("update")
    public static let cancellation = TemplateName("cancellation")
    public static let declinedNewDate = TemplateName("declined-new-date")
    /// Tells whoever has proposed another time that it is not taken.
    public static let counterDeclined = TemplateName("counter-declined")
    /// Tells the coordinator of something that an answer brings and that is for a person to decide.
    public static let coordinatorNote = TemplateName("coordinator-note")
    /// Tells the coordinator that mails wait for their word after an absence.
    public static let heldBack = TemplateName("held-back")

    // Written by rules.
    public static let welcome = TemplateName("welcome")
    public static let prepare = TemplateName("prepare")
    public static let prepareFirstMentee = TemplateName("prepare-first-mentee")
    public static let prepareFirstMentor = TemplateName("prepare-first-mentor")
    public static let practise = TemplateName("practise")
    public static let dayBefore = TemplateName("day-before")
    public static let pleaseAnswer = TemplateName("please-answer")
    public static let didYouMeet = TemplateName("did-you-meet")
    public static let prepareReview = TemplateName("prepare-review")
    public static let reviewSummaryRequest = TemplateName("review-summary-request")
    public static let howIsItGoing = TemplateName("how-is-it-going")
    public static let offerMediator = TemplateName("offer-mediator")
    public static let mediatorAsked = TemplateName("mediator-asked")
    public static let silentRelationship = TemplateName("silent-relationship")
    public static let coordinatorDigest = TemplateName("coordinator-digest")
    public static let closing = TemplateName("closing")
    public static let thankYou = TemplateName("thank-you")
    public static let becomeAMentor = TemplateName("become-a-mentor")
    public static let farewell = TemplateName("farewell")
    public static let pause = TemplateName("pause")
    public static let resume = TemplateName("resume")

    /// The texts that go out by themselves.
    public static let byItself: Set<TemplateName> = [
        .invitation, .update, .cancellation, .declinedNewDate, .counterDeclined, .coordinatorNote, .heldBack,
    ]

    /// The texts that every programme has, in French and in English.
    public static let builtIn: Set<TemplateName> = byItself.union([
        .welcome, .prepare, .prepareFirstMentee, .prepareFirstMentor, .practise, .dayBefore, .pleaseAnswer,
        .didYouMeet, .prepareReview, .reviewSummaryRequest, .howIsItGoing, .offerMediator, .mediatorAsked,
        .silentRelationship, .coordinatorDigest, .closing, .thankYou, .becomeAMentor, .farewell, .pause, .resume,
    ])

    /// Those of them that ask for an answer by mail.
    public static let askingForAnswers: Set<TemplateName> = [.pleaseAnswer, .didYouMeet]

    /// Those of them that speak of one meeting.
    public static let aboutMeetings: Set<TemplateName> = [
        .invitation, .update, .cancellation, .declinedNewDate, .counterDeclined, .prepare, .prepareFirstMentee,
        .prepareFirstMentor, .practise, .dayBefore, .pleaseAnswer, .didYouMeet, .prepareReview, .reviewSummaryRequest,
    ]
}
