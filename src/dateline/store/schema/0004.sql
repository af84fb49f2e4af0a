-- Mediation formats: each once in the chronicle, with what every story tells of it. Spans (at, till)
-- are of the sentence that tells it. What older records hold is written by brought.py.

CREATE TABLE format (
    id        INTEGER PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE,  -- its folded name: see identity.py
    name      TEXT NOT NULL
);
CREATE INDEX format_called ON format (name);
CREATE VIRTUAL TABLE format_name USING fts5(  -- rowid: the format's id
    name, content = '', tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE naming (                -- a story that tells of a format
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    ref       TEXT NOT NULL,         -- its id in the record
    format    INTEGER NOT NULL REFERENCES format,
    at        INTEGER NOT NULL,      -- the sentence that names it first
    till      INTEGER NOT NULL,
    PRIMARY KEY (story, ref)
) WITHOUT ROWID;
CREATE INDEX naming_format ON naming (format, story);

CREATE TABLE membership (            -- whom a story has as a member of a format
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    ref       TEXT NOT NULL,
    format    INTEGER NOT NULL REFERENCES format,
    actor     INTEGER NOT NULL REFERENCES actor,
    role      TEXT NOT NULL,         -- co-chair, mediator, ...; empty where the story gives none
    at        INTEGER NOT NULL,
    till      INTEGER NOT NULL,
    PRIMARY KEY (story, ref, actor, role)
) WITHOUT ROWID;
CREATE INDEX membership_format ON membership (format, actor, role, story);
CREATE INDEX membership_actor ON membership (actor, format);

CREATE TABLE format_fact (           -- since when, what for, how it stands to another format
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    ref       TEXT NOT NULL,
    format    INTEGER NOT NULL REFERENCES format,
    kind      TEXT NOT NULL,         -- since, purpose, or the kind of a relation (complements, ...)
    value     TEXT NOT NULL,         -- EDTF, words, or what the story calls the other format
    at        INTEGER NOT NULL,
    till      INTEGER NOT NULL,
    PRIMARY KEY (story, ref, kind, value)
) WITHOUT ROWID;
CREATE INDEX format_fact_format ON format_fact (format, kind, value, story);
CREATE INDEX format_fact_value ON format_fact (value);

CREATE TABLE meeting (               -- an event that a format takes part in, or that is held under it
    format    INTEGER NOT NULL REFERENCES format,
    event     INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    how       TEXT NOT NULL,         -- part or under
    PRIMARY KEY (format, event)
) WITHOUT ROWID;
CREATE INDEX meeting_event ON meeting (event);
