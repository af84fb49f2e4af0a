-- Reviews: what people say of single values, kept apart from what the machine read.

CREATE TABLE review (
    id        INTEGER PRIMARY KEY,
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    family    TEXT NOT NULL,         -- statements, events, ..., document, warnings
    value     TEXT NOT NULL,         -- the value's id in the record, as last found
    words     TEXT NOT NULL,         -- JSON: each [words, those before, those after, offset]
    verdict   TEXT NOT NULL,         -- accepted, corrected, rejected, merged, split
    fields    TEXT NOT NULL,         -- JSON: what is other, or what is made one or two
    names     TEXT NOT NULL,         -- JSON: what the ids in it are called
    machine   TEXT NOT NULL,         -- JSON: the value as the machine had it then
    passage   TEXT NOT NULL,         -- the sentences that it stood in
    offset    INTEGER NOT NULL,      -- where they began
    reviewer  TEXT NOT NULL,
    made      TEXT NOT NULL,         -- UTC
    note      TEXT NOT NULL,
    again     TEXT,                  -- why it is to be asked again; null while it holds
    later     INTEGER REFERENCES review,  -- the review that took its place
    undone    TEXT,                  -- when it was taken back, UTC
    undone_by TEXT
);
CREATE INDEX review_value ON review (story, value);
CREATE INDEX review_again ON review (id) WHERE again IS NOT NULL;

-- The record with its reviews laid over it; null where they change nothing in it.
ALTER TABLE body ADD COLUMN reviewed BLOB;

CREATE TABLE doubt (                 -- what the machine saw and could not decide
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    number    INTEGER NOT NULL,      -- among the warnings of the record
    code      TEXT NOT NULL,
    message   TEXT NOT NULL,
    at        INTEGER,               -- span; null for one of the whole story
    till      INTEGER,
    PRIMARY KEY (story, number)
) WITHOUT ROWID;
CREATE INDEX doubt_code ON doubt (code, story);
INSERT INTO doubt SELECT body.story, warning.key, json_extract(warning.value, '$.code'),
    json_extract(warning.value, '$.message'), json_extract(warning.value, '$.span[0]'),
    json_extract(warning.value, '$.span[1]')
    FROM body, json_each(unpacked(body.record), '$.warnings') AS warning;

CREATE INDEX event_doubt ON event (confidence);
