/// What a person is in a relationship or, for the coordinator, in the programme.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable {
    case mentor, mentee, mediator, referent, coordinator
}
