/// A mistake that is planted on purpose, to see that the simulation finds it.
///
/// Most are triggers in the ledger's database: they act behind the back of the program as the mistake in the program
/// would. The rest sit where the simulation stands for libcurl and for a start.
package enum PlantedBug: String, CaseIterable, Sendable {
    /// The marker is committed after the server has the mail.
    case markerAfterDot
    /// A start takes what was being answered for as not sent.
    case doubtForgotten
    /// A doubt is taken for a success.
    case doubtTakenForSent
    /// The same mail is claimed twice, because nobody heeds the lease.
    case leaseIgnored
    /// An update keeps the SEQUENCE.
    case sequenceNotRaised
    /// A firing belongs to a meeting, not to its version.
    case keyWithoutVersion
    /// What was withdrawn is sent all the same.
    case withdrawalIgnored
    /// What is of no more use is sent all the same.
    case expiryIgnored
    /// A later mail may overtake an earlier one.
    case orderIgnored
    /// A mail that was owed is not written with what owes it.
    case mailLostInCommit
    /// A refusal for the moment is taken for one for ever.
    case deferralTakenForFailure
    /// A repeated mail has another Message-ID.
    case otherMessageID

    /// What plants it in the database; nil where it is not there.
    var sql: String? {
        switch self {
        case .markerAfterDot: nil
        case .doubtForgotten:
            """
            CREATE TRIGGER bug AFTER UPDATE ON outbox WHEN new.state = 'unknown' AND old.state = 'committing'
            BEGIN UPDATE outbox SET state = 'scheduled', doubts = 0, not_before = new.composed WHERE id = new.id; END
            """
        case .doubtTakenForSent:
            """
            CREATE TRIGGER bug AFTER UPDATE ON outbox WHEN new.state = 'unknown'
            BEGIN UPDATE outbox SET state = 'sent', settled = 1 WHERE id = new.id; END
            """
        case .leaseIgnored:
            """
            CREATE TRIGGER bug AFTER UPDATE ON outbox WHEN new.state = 'committing'
            BEGIN UPDATE outbox SET state = 'scheduled', lease_until = NULL WHERE id = new.id; END
            """
        case .sequenceNotRaised:
            """
            CREATE TRIGGER bug AFTER UPDATE ON announcements WHEN json_extract(new.body, '$.sequence') > 0
            BEGIN UPDATE announcements SET body = json_set(new.body, '$.sequence', 0) WHERE meeting = new.meeting; END
            """
        case .keyWithoutVersion:
            """
            CREATE TRIGGER bug BEFORE INSERT ON firings WHEN EXISTS (SELECT 1 FROM firings AS known
                WHERE known.subject = new.subject AND known.rule = new.rule AND known.step = new.step
                AND known.recipient = new.recipient AND known.outcome IS NOT NULL)
            BEGIN SELECT RAISE(IGNORE); END
            """
        case .withdrawalIgnored:
            """
            CREATE TRIGGER bug AFTER UPDATE ON outbox WHEN new.state IN ('superseded', 'cancelled')
            BEGIN UPDATE outbox SET state = 'scheduled', settled = NULL WHERE id = new.id; END
            """
        case .expiryIgnored:
            "CREATE TRIGGER bug AFTER INSERT ON outbox BEGIN UPDATE outbox SET useful_until = NULL WHERE id = new.id; END"
        case .orderIgnored:
            """
            CREATE TRIGGER bug AFTER INSERT ON outbox WHEN new.template != 'invitation'
            BEGIN UPDATE outbox SET meeting = NULL WHERE id = new.id; END
            """
        case .mailLostInCommit:
            """
            CREATE TRIGGER bug BEFORE INSERT ON outbox WHEN (SELECT count(*) FROM journal) % 5 = 4
            BEGIN SELECT RAISE(IGNORE); END
            """
        case .deferralTakenForFailure:
            """
            CREATE TRIGGER bug AFTER UPDATE ON outbox WHEN new.state = 'deferred'
            BEGIN UPDATE outbox SET state = 'expired', settled = 1 WHERE id = new.id; END
            """
        case .otherMessageID:
            """
            CREATE TRIGGER bug AFTER UPDATE ON outbox WHEN new.state = 'unknown' AND old.state = 'committing'
            BEGIN UPDATE outbox SET message_id = '<again-' || substr(message_id, 2) WHERE id = new.id;
                UPDATE bodies SET bytes = CAST('X-Again: yes' || char(13, 10) || bytes AS BLOB) WHERE mail = new.id; END
            """
        }
    }
}
