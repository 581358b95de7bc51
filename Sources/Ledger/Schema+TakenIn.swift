extension Schema {
    /// A mail acts once, what goes out in answer is counted, and a firing of an event has that event in its key: a
    /// table's primary key cannot be changed in place.
    static let mailsTakenIn = """
        CREATE TABLE taken_in (
            mark TEXT NOT NULL PRIMARY KEY,
            person TEXT NOT NULL,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX taken_in_from ON taken_in (person, kind, at);
        CREATE INDEX taken_in_by_time ON taken_in (at);

        CREATE TABLE automatic_answers (
            id INTEGER NOT NULL PRIMARY KEY,
            person TEXT NOT NULL,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX automatic_answers_to ON automatic_answers (person, kind, at);

        ALTER TABLE meetings ADD COLUMN said INTEGER;
        UPDATE meetings SET said = (SELECT max(at) FROM journal WHERE event IN ('held by order', 'missed by order')
            AND journal.subject = meetings.id);

        ALTER TABLE outbox ADD COLUMN is_answer INTEGER NOT NULL DEFAULT 0 CHECK (is_answer IN (0, 1));
        ALTER TABLE outbox ADD COLUMN is_confidential INTEGER NOT NULL DEFAULT 0 CHECK (is_confidential IN (0, 1));
        UPDATE outbox SET is_answer = 1 WHERE template IN ('counter-declined', 'coordinator-note');
        UPDATE outbox SET is_confidential = 1 WHERE template = 'mediator-asked';
        DROP INDEX outbox_waiting;
        CREATE INDEX outbox_waiting ON outbox (is_answer, not_before, id)
            WHERE state IN ('scheduled', 'deferred', 'unknown');

        CREATE TABLE firings_of_occurrences (
            rule TEXT NOT NULL,
            step INTEGER NOT NULL,
            "offset" INTEGER NOT NULL,
            subject_kind TEXT NOT NULL CHECK (subject_kind IN ('meeting', 'relationship', 'programme')),
            subject TEXT NOT NULL,
            version INTEGER NOT NULL,
            recipient TEXT NOT NULL,
            occurrence INTEGER NOT NULL,
            cause TEXT NOT NULL CHECK (cause IN ('date', 'event')),
            due INTEGER NOT NULL,
            created INTEGER NOT NULL,
            outcome TEXT,
            decided INTEGER,
            person TEXT,
            PRIMARY KEY (subject_kind, subject, rule, step, "offset", version, recipient, occurrence),
            CHECK ((outcome IS NULL) = (decided IS NULL))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO firings_of_occurrences
            SELECT rule, step, "offset", subject_kind, subject, version, recipient, 0, cause, due, created, outcome,
                decided, person
            FROM firings;
        DROP TABLE firings;
        ALTER TABLE firings_of_occurrences RENAME TO firings;
        CREATE INDEX firings_due ON firings (due) WHERE outcome IS NULL;
        CREATE INDEX firings_by_recipient ON firings (recipient, due);
        CREATE INDEX firings_decided ON firings (recipient, decided) WHERE decided IS NOT NULL;
        """
}
