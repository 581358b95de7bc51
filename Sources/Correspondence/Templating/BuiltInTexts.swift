import Mentoring

/// The texts under `Templates`, which are built into the program.
enum BuiltInTexts {
    static let sources: [Language: [TemplateName: String]] = [.french: french, .english: english]

    private static let french = texts([
        .welcome: PackageResources.welcome_fr_md,
        .invitation: PackageResources.invitation_fr_md,
        .update: PackageResources.update_fr_md,
        .cancellation: PackageResources.cancellation_fr_md,
        .declinedNewDate: PackageResources.declined_new_date_fr_md,
        .counterDeclined: PackageResources.counter_declined_fr_md,
        .coordinatorNote: PackageResources.coordinator_note_fr_md,
        .heldBack: PackageResources.held_back_fr_md,
        .prepare: PackageResources.prepare_fr_md,
        .prepareFirstMentee: PackageResources.prepare_first_mentee_fr_md,
        .prepareFirstMentor: PackageResources.prepare_first_mentor_fr_md,
        .practise: PackageResources.practise_fr_md,
        .dayBefore: PackageResources.day_before_fr_md,
        .pleaseAnswer: PackageResources.please_answer_fr_md,
        .didYouMeet: PackageResources.did_you_meet_fr_md,
        .prepareReview: PackageResources.prepare_review_fr_md,
        .reviewSummaryRequest: PackageResources.review_summary_request_fr_md,
        .howIsItGoing: PackageResources.how_is_it_going_fr_md,
        .offerMediator: PackageResources.offer_mediator_fr_md,
        .mediatorAsked: PackageResources.mediator_asked_fr_md,
        .silentRelationship: PackageResources.silent_relationship_fr_md,
        .coordinatorDigest: PackageResources.coordinator_digest_fr_md,
        .closing: PackageResources.closing_fr_md,
        .thankYou: PackageResources.thank_you_fr_md,
        .becomeAMentor: PackageResources.become_a_mentor_fr_md,
        .farewell: PackageResources.farewell_fr_md,
        .pause: PackageResources.pause_fr_md,
        .resume: PackageResources.resume_fr_md,
        QuestionBank.name: PackageResources.questions_fr_md,
    ])

    private static let english = texts([
        .welcome: PackageResources.welcome_en_md,
        .invitation: PackageResources.invitation_en_md,
        .update: PackageResources.update_en_md,
        .cancellation: PackageResources.cancellation_en_md,
        .declinedNewDate: PackageResources.declined_new_date_en_md,
        .counterDeclined: PackageResources.counter_declined_en_md,
        .coordinatorNote: PackageResources.coordinator_note_en_md,
        .heldBack: PackageResources.held_back_en_md,
        .prepare: PackageResources.prepare_en_md,
        .prepareFirstMentee: PackageResources.prepare_first_mentee_en_md,
        .prepareFirstMentor: PackageResources.prepare_first_mentor_en_md,
        .practise: PackageResources.practise_en_md,
        .dayBefore: PackageResources.day_before_en_md,
        .pleaseAnswer: PackageResources.please_answer_en_md,
        .didYouMeet: PackageResources.did_you_meet_en_md,
        .prepareReview: PackageResources.prepare_review_en_md,
        .reviewSummaryRequest: PackageResources.review_summary_request_en_md,
        .howIsItGoing: PackageResources.how_is_it_going_en_md,
        .offerMediator: PackageResources.offer_mediator_en_md,
        .mediatorAsked: PackageResources.mediator_asked_en_md,
        .silentRelationship: PackageResources.silent_relationship_en_md,
        .coordinatorDigest: PackageResources.coordinator_digest_en_md,
        .closing: PackageResources.closing_en_md,
        .thankYou: PackageResources.thank_you_en_md,
        .becomeAMentor: PackageResources.become_a_mentor_en_md,
        .farewell: PackageResources.farewell_en_md,
        .pause: PackageResources.pause_en_md,
        .resume: PackageResources.resume_en_md,
        QuestionBank.name: PackageResources.questions_en_md,
    ])

    private static func texts(_ bytes: [TemplateName: [UInt8]]) -> [TemplateName: String] {
        bytes.mapValues { String(decoding: $0, as: UTF8.self) }
    }
}
