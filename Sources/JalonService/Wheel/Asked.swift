import Mentoring

/// What an order asks of the plan, beside what it changes about the relationship.
struct Asked {
    /// Meetings as the order leaves them.
    var meetings: [Meeting] = []
    /// Announced meetings that may move although they are possible where they are.
    var released: Set<Meeting.ID> = []
    /// Announced meetings that an answer moves, with the text that says so.
    var movedByAnswers: [Meeting.ID: TemplateName] = [:]
    /// What it means for the rules.
    var event: Trigger.Event?
    /// The relationships whose plan may change; nil for all.
    var only: Set<Relationship.ID>?
}
