import Mentoring

extension English {
    func sentences(for concern: Concern, person: String) -> (sentence: String, advice: String) {
        switch concern {
        case .declined:
            (
                "\(person) cannot come.",
                "Nothing has been moved: another date is to be agreed on, and passed on to whoever administers Jalon."
            )
        case .declinedShortly:
            (
                "\(person) cannot come, less than 24 hours before the meeting.",
                "Nothing has been moved: a call to the other side is safest."
            )
        case .declinedByGroup:
            (
                "\(person) cannot come.",
                "More than two people meet there, and nothing has been moved: it may take place as it is, or another date may be agreed on."
            )
        case .declinedAgain:
            (
                "\(person) cannot come, and the meeting has changed its date twice already.",
                "A call to each side will find a date better than one more message."
            )
        case .declinedWithoutDate:
            (
                "\(person) cannot come, and no other date within the rhythm suits everybody.",
                "Nothing has been moved: it is worth going through everybody’s hours together."
            )
        case .declinedByCompanion:
            ("\(person) will not take part.", "The meeting can take place without, and keeps its date.")
        case .proposedAgain:
            (
                "\(person) proposes another date, and the meeting has changed its date twice already.",
                "Nothing has been moved: a call to each side will find a date better than one more message."
            )
        case .delegated:
            (
                "\(person) would like somebody else to come instead.",
                "Nothing has changed: the invitation keeps its name. It is for you to talk about."
            )
        case .unverified:
            (
                "An answer in the name of \(person) has come, and it is not certain that it is theirs.",
                "It was not taken into account. If the address is theirs, whoever administers Jalon can add it under “aliases”."
            )
        case .pauseWanted:
            (
                "\(person) would like a pause.",
                "Nothing has changed: after a word with both sides, whoever administers Jalon can pause the relationship."
            )
        case .flooded:
            (
                "More messages have come from \(person), or in their name, than are answered in a day.",
                "What came beyond the first of them has been answered by nobody: a call will tell what is wanted, or whether somebody else is writing."
            )
        case .undeliverable:
            (
                "Mails to \(person) come back: the address does not seem to work any more.",
                "Nothing goes there any longer. Please ask for the address in another way; whoever administers Jalon can change it, or let mail go there again with “jalon people resume”."
            )
        case .nothingLeaves:
            (
                "When this mail was written, none had left for a day.",
                "Nothing is lost: each mail is tried as long as it is of use, and will leave by itself. Whoever administers Jalon finds the cause with “jalon status”; for what is urgent, a call is safer."
            )
        case .mailsWait:
            (
                "When this mail was written, others had been waiting for a day: their server keeps asking to come again later.",
                "Nothing is lost: they are tried as long as they are of use. Whoever administers Jalon finds them with “jalon outbox list”; for what is urgent, a call is safer."
            )
        case .undecided:
            (
                "Nobody has said whether the meeting took place.",
                "It counts as missed. If it did take place, whoever administers Jalon can note it with “jalon meeting held”."
            )
        }
    }

    func counterDeclined(alternatives: [String]) -> String {
        let stands = "The date proposed does not suit everybody: the meeting keeps its date."
        guard !alternatives.isEmpty else { return stands }
        return "\(stands) Dates nearby that would: \(list(alternatives))."
    }
}
