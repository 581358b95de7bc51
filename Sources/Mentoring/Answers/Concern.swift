/// Something that Jalon leaves to a person: the coordinator is told.
public enum Concern: String, Sendable, Hashable, Codable, CaseIterable {
    // Somebody has declined, and no new date goes out by itself.
    /// `after_decline: ask`.
    case declined
    case declinedShortly = "declined shortly before"
    case declinedByGroup = "declined in a group"
    case declinedAgain = "declined after two moves"
    case declinedWithoutDate = "declined, and no date is left"
    /// From a mediator or a referent, without whom the meeting can be.
    case declinedByCompanion = "declined by a companion"

    case proposedAgain = "proposed after two moves"
    case delegated
    /// It could be an answer, and whoever sent it is not known to be the one who answers.
    case unverified
    case pauseWanted = "pause wanted"
    /// More has come from somebody, or in their name, than goes answered in a day.
    case flooded
    /// Mails to somebody come back: no more go there.
    case undeliverable
    /// Nobody has said whether the meeting took place.
    case undecided

    // Mails do not leave although they are tried.
    /// For a day the mail server has taken nothing.
    case nothingLeaves = "nothing leaves"
    /// Some have been waiting for a day, and others leave.
    case mailsWait = "mails wait"
}
