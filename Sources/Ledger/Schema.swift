import GRDB

/// The tables of the ledger, as named migrations that are only ever appended.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 meetings, firings, outbox") { database in
            try database.execute(sql: first)
        }
        migrator.registerMigration("2 orders about meetings and relationships") { database in
            try database.execute(sql: second)
        }
        migrator.registerMigration("3 rules with steps, events and digests") { database in
            try database.execute(sql: third)
        }
        migrator.registerMigration("4 bodies apart from the outbox") { database in
            try database.execute(sql: fourth)
        }
        migrator.registerMigration("5 answers, bounces") { database in
            try database.execute(sql: fifth)
        }
        migrator.registerMigration("6 people to forget") { database in
            try database.execute(sql: sixth)
        }
        migrator.registerMigration("7 mails taken in, answers counted, events apart") { database in
            try database.execute(sql: mailsTakenIn)
        }
        migrator.registerMigration("ids by a key, names, and whom mails name") { database in
            try database.execute(sql: names)
            try database.replaceEarlierPseudonyms()
        }
        migrator.registerMigration("damaged rows") { database in
            try database.execute(sql: damaged)
        }
        return migrator
    }

    private static let first = """
        CREATE TABLE meetings (
            id TEXT NOT NULL PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE,
            relationship TEXT NOT NULL,
            series TEXT NOT NULL,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
            merged_series TEXT,
            merged_ordinal INTEGER,
            start TEXT NOT NULL,
            zone TEXT NOT NULL,
            starts INTEGER NOT NULL,
            ends INTEGER NOT NULL CHECK (ends > starts),
            place TEXT,
            state TEXT NOT NULL CHECK (state IN ('planned', 'announced', 'held', 'missed', 'cancelled')),
            version INTEGER NOT NULL CHECK (version >= 1),
            CHECK ((merged_series IS NULL) = (merged_ordinal IS NULL))
        ) STRICT;
        CREATE INDEX meetings_by_relationship ON meetings (relationship);
        CREATE INDEX meetings_to_end ON meetings (ends) WHERE state = 'announced';

        CREATE TABLE announcements (
            meeting TEXT NOT NULL PRIMARY KEY REFERENCES meetings (id),
            body TEXT NOT NULL
        ) STRICT;

        CREATE TABLE firings (
            rule TEXT NOT NULL,
            "offset" INTEGER NOT NULL,
            subject_kind TEXT NOT NULL CHECK (subject_kind IN ('meeting', 'relationship')),
            subject TEXT NOT NULL,
            version INTEGER NOT NULL,
            recipient TEXT NOT NULL,
            due INTEGER NOT NULL,
            created INTEGER NOT NULL,
            outcome TEXT,
            decided INTEGER,
            PRIMARY KEY (subject_kind, subject, rule, "offset", version, recipient),
            CHECK ((outcome IS NULL) = (decided IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX firings_due ON firings (due) WHERE outcome IS NULL;

        CREATE TABLE outbox (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            meeting TEXT REFERENCES meetings (id),
            relationship TEXT NOT NULL,
            recipient TEXT NOT NULL,
            template TEXT NOT NULL,
            sender_address TEXT NOT NULL,
            recipient_address TEXT NOT NULL,
            message_id TEXT NOT NULL UNIQUE,
            subject TEXT NOT NULL,
            bytes BLOB NOT NULL,
            composed INTEGER NOT NULL,
            not_before INTEGER NOT NULL,
            useful_until INTEGER,
            state TEXT NOT NULL CHECK (state IN (
                'scheduled', 'claimed', 'committing', 'deferred', 'unknown',
                'sent', 'failed', 'needs attention', 'superseded', 'cancelled', 'expired')),
            attempts INTEGER NOT NULL DEFAULT 0,
            doubts INTEGER NOT NULL DEFAULT 0,
            fence INTEGER NOT NULL DEFAULT 0,
            lease_until INTEGER,
            words TEXT,
            settled INTEGER
        ) STRICT;
        CREATE INDEX outbox_open ON outbox (not_before)
            WHERE state IN ('scheduled', 'deferred', 'unknown', 'claimed', 'committing');
        CREATE INDEX outbox_by_meeting ON outbox (meeting, recipient_address);

        CREATE TABLE orders (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            argument TEXT,
            given INTEGER NOT NULL,
            done INTEGER,
            accepted INTEGER CHECK (accepted IN (0, 1)),
            answer TEXT
        ) STRICT;

        CREATE TABLE journal (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            event TEXT NOT NULL,
            subject TEXT,
            detail TEXT
        ) STRICT;

        CREATE TABLE facts (
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    private static let second = """
        ALTER TABLE meetings ADD COLUMN asked_for INTEGER NOT NULL DEFAULT 0 CHECK (asked_for IN (0, 1));
        ALTER TABLE orders ADD COLUMN subject TEXT;
        CREATE INDEX orders_open ON orders (id) WHERE done IS NULL;
        CREATE INDEX meetings_planned ON meetings (starts) WHERE state IN ('planned', 'announced');

        CREATE TABLE directives (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            relationship TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('pause', 'end', 'skip')),
            first TEXT NOT NULL,
            last TEXT CHECK (last IS NULL OR kind = 'pause')
        ) STRICT;
        CREATE INDEX directives_by_relationship ON directives (relationship);
        """

    /// A table's constraints cannot be changed in place.
    private static let third = """
        CREATE TABLE firings_with_steps (
            rule TEXT NOT NULL,
            step INTEGER NOT NULL,
            "offset" INTEGER NOT NULL,
            subject_kind TEXT NOT NULL CHECK (subject_kind IN ('meeting', 'relationship', 'programme')),
            subject TEXT NOT NULL,
            version INTEGER NOT NULL,
            recipient TEXT NOT NULL,
            cause TEXT NOT NULL CHECK (cause IN ('date', 'event')),
            due INTEGER NOT NULL,
            created INTEGER NOT NULL,
            outcome TEXT,
            decided INTEGER,
            PRIMARY KEY (subject_kind, subject, rule, step, "offset", version, recipient),
            CHECK ((outcome IS NULL) = (decided IS NULL))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO firings_with_steps
            SELECT rule, 0, "offset", subject_kind, subject, version, recipient, 'date', due, created, outcome, decided
            FROM firings;
        DROP TABLE firings;
        ALTER TABLE firings_with_steps RENAME TO firings;
        CREATE INDEX firings_due ON firings (due) WHERE outcome IS NULL;
        CREATE INDEX firings_by_recipient ON firings (recipient, due);
        CREATE INDEX firings_decided ON firings (recipient, decided) WHERE decided IS NOT NULL;

        CREATE TABLE parties (
            relationship TEXT NOT NULL,
            person TEXT NOT NULL,
            PRIMARY KEY (relationship, person)
        ) STRICT, WITHOUT ROWID;
        """

    /// A mail's state changes several times, its bytes never: apart from each other, SQLite does not write the bytes
    /// anew each time. The indices have the conditions of the queries word by word, as SQLite wants them.
    private static let fourth = """
        CREATE TABLE bodies (
            mail INTEGER NOT NULL PRIMARY KEY REFERENCES outbox (id),
            bytes BLOB NOT NULL
        ) STRICT;
        INSERT INTO bodies SELECT id, bytes FROM outbox;
        ALTER TABLE outbox DROP COLUMN bytes;
        ALTER TABLE outbox ADD COLUMN tried_since INTEGER;
        ALTER TABLE outbox ADD COLUMN withdrawn TEXT CHECK (withdrawn IN ('superseded', 'cancelled'));
        DROP INDEX outbox_open;
        CREATE INDEX outbox_waiting ON outbox (not_before, id) WHERE state IN ('scheduled', 'deferred', 'unknown');
        CREATE INDEX outbox_held ON outbox (lease_until) WHERE state IN ('claimed', 'committing');
        CREATE INDEX outbox_settled ON outbox (state, settled);
        INSERT INTO facts VALUES ('identity', lower(hex(randomblob(8))));
        """

    /// A mail can come back. A table's constraints cannot be changed in place; the migrator checks the references anew.
    private static let fifth = """
        CREATE TABLE outbox_with_bounces (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            meeting TEXT REFERENCES meetings (id),
            relationship TEXT NOT NULL,
            recipient TEXT NOT NULL,
            template TEXT NOT NULL,
            sender_address TEXT NOT NULL,
            recipient_address TEXT NOT NULL,
            message_id TEXT NOT NULL UNIQUE,
            subject TEXT NOT NULL,
            composed INTEGER NOT NULL,
            not_before INTEGER NOT NULL,
            useful_until INTEGER,
            state TEXT NOT NULL CHECK (state IN (
                'scheduled', 'claimed', 'committing', 'deferred', 'unknown',
                'sent', 'bounced', 'failed', 'needs attention', 'superseded', 'cancelled', 'expired')),
            attempts INTEGER NOT NULL DEFAULT 0,
            doubts INTEGER NOT NULL DEFAULT 0,
            fence INTEGER NOT NULL DEFAULT 0,
            lease_until INTEGER,
            words TEXT,
            settled INTEGER,
            tried_since INTEGER,
            withdrawn TEXT CHECK (withdrawn IN ('superseded', 'cancelled'))
        ) STRICT;
        INSERT INTO outbox_with_bounces SELECT
            id, key, meeting, relationship, recipient, template, sender_address, recipient_address, message_id, subject,
            composed, not_before, useful_until, state, attempts, doubts, fence, lease_until, words, settled, tried_since,
            withdrawn FROM outbox;
        DROP TABLE outbox;
        ALTER TABLE outbox_with_bounces RENAME TO outbox;
        CREATE INDEX outbox_by_meeting ON outbox (meeting, recipient_address);
        CREATE INDEX outbox_waiting ON outbox (not_before, id) WHERE state IN ('scheduled', 'deferred', 'unknown');
        CREATE INDEX outbox_held ON outbox (lease_until) WHERE state IN ('claimed', 'committing');
        CREATE INDEX outbox_settled ON outbox (state, settled);
        CREATE INDEX outbox_by_recipient ON outbox (recipient_address, not_before);

        ALTER TABLE firings ADD COLUMN person TEXT;

        CREATE TABLE mailboxes (
            name TEXT NOT NULL PRIMARY KEY,
            validity INTEGER NOT NULL,
            last INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE suspensions (
            address TEXT NOT NULL PRIMARY KEY,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            since INTEGER,
            words TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// What cannot be read, by the table and the key of the row. What was owed before mails that change a calendar said
    /// how long they are of use, says it now.
    private static let damaged = """
        CREATE TABLE damaged (
            tbl TEXT NOT NULL,
            row TEXT NOT NULL,
            field TEXT NOT NULL,
            PRIMARY KEY (tbl, row)
        ) STRICT, WITHOUT ROWID;
        UPDATE outbox SET useful_until = (SELECT ends FROM meetings WHERE meetings.id = outbox.meeting)
            WHERE useful_until IS NULL AND template = 'invitation'
            AND state IN ('scheduled', 'deferred', 'unknown', 'claimed', 'committing');
        """

    private static let sixth = """
        CREATE TABLE forgettings (
            person TEXT NOT NULL PRIMARY KEY,
            asked INTEGER NOT NULL,
            erased INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX journal_by_time ON journal (at);
        CREATE INDEX orders_done ON orders (done) WHERE done IS NOT NULL;
        """

    /// What the files have called people, and whom each mail to others names, so that nothing of it is left of somebody
    /// who is to be forgotten. What earlier versions composed is not listed.
    private static let names = """
        CREATE TABLE names (
            person TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('id', 'name', 'address')),
            value TEXT NOT NULL,
            seen INTEGER NOT NULL,
            PRIMARY KEY (person, kind, value)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE mentions (
            mail INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
            person TEXT NOT NULL,
            PRIMARY KEY (mail, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX mentions_by_person ON mentions (person);
        INSERT INTO facts SELECT 'unlisted through', CAST(coalesce(max(id), 0) AS TEXT) FROM outbox;
        INSERT INTO facts VALUES ('pseudonym key', lower(hex(randomblob(32))));
        """
}

extension Database {
    /// The ids that an earlier version put into the journal, and into the keys of notes to the coordinator.
    fileprivate func replaceEarlierPseudonyms() throws {
        guard let key = try Ledger.fact(.pseudonymKey, in: self), let pseudonyms = Pseudonyms(text: key) else { return }
        let marked = "GLOB '*[pr]-[0-9A-Z][0-9A-Z][0-9A-Z][0-9A-Z][0-9A-Z][0-9A-Z][0-9A-Z]*'"
        for (table, column, condition) in [
            ("journal", "subject", "true"), ("outbox", "key", "template = 'coordinator-note'"),
        ] {
            let rows = try Row.fetchCursor(
                self, sql: "SELECT id, \(column) AS text FROM \(table) WHERE \(condition) AND \(column) \(marked)")
            var changed: [(id: Int64, text: String)] = []
            while let row = try rows.next() {
                let text: String = row["text"]
                let replaced = pseudonyms.replacingEarlier(in: text)
                if replaced != text { changed.append((row["id"], replaced)) }
            }
            for (id, text) in changed {
                try execute(sql: "UPDATE \(table) SET \(column) = ? WHERE id = ?", arguments: [text, id])
            }
        }
    }
}
