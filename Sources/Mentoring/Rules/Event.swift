extension Trigger {
    /// Something that happens, and that a rule can wait for: `when meeting is declined`.
    public enum Event: String, Sendable, Hashable, CaseIterable {
        case meetingAnnounced = "meeting is announced"
        case meetingMoved = "meeting is moved"
        case meetingCancelled = "meeting is cancelled"
        case meetingDeclined = "meeting is declined"
        case meetingAccepted = "meeting is accepted"
        case meetingHeld = "meeting is held"
        case meetingMissed = "meeting is missed"
        case mailBounces = "mail bounces"
        case relationshipPauses = "relationship pauses"
        case relationshipResumes = "relationship resumes"
        case relationshipEndsEarly = "relationship ends early"
        case mediatorAskedFor = "mediator is asked for"
        /// Somebody becomes mentor or mentee of a relationship that was there already.
        case personJoins = "person joins"
        case personLeaves = "person leaves"

        public var isAboutMeeting: Bool {
            switch self {
            case .meetingAnnounced, .meetingMoved, .meetingCancelled, .meetingDeclined, .meetingAccepted, .meetingHeld,
                .meetingMissed:
                true
            case .mailBounces, .relationshipPauses, .relationshipResumes, .relationshipEndsEarly, .mediatorAskedFor,
                .personJoins, .personLeaves:
                false
            }
        }

        /// Whether one person brings it about, whom `to: person` means.
        public var isOfPerson: Bool {
            switch self {
            case .meetingDeclined, .meetingAccepted, .mailBounces, .mediatorAskedFor, .personJoins, .personLeaves: true
            default: false
            }
        }

        /// Whether nobody but those whom a rule names is to learn of it, and nothing is to hold it up.
        public var isCallForHelp: Bool { self == .mediatorAskedFor }

        /// Whether it comes with an answer by mail, and never where answers are not followed.
        public var needsAnswers: Bool {
            switch self {
            case .meetingDeclined, .meetingAccepted, .mailBounces, .mediatorAskedFor: true
            default: false
            }
        }
    }
}
