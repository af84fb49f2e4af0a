-- The first version of a chronicle. A later version is a file of its own (0002.sql, ...), which
-- brings an older chronicle forward; this one is not changed any more once it is released.
-- Days are ISO dates as text; an open end is null. Spans (at, until) index the text of the record.

CREATE TABLE story (
    id        INTEGER PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE,  -- what tells that it is the same story: see identity.py
    name      TEXT NOT NULL,         -- the id of its record
    digest    BLOB NOT NULL,         -- of the text and of what the carrier knew of it
    revision  INTEGER NOT NULL,      -- 1, 2, ...
    added     TEXT NOT NULL,         -- when this revision was kept, UTC
    title     TEXT,
    day       TEXT,                  -- published
    place     TEXT,                  -- of the dateline, as written
    outlet    TEXT,                  -- agency, else what the carrier calls the source
    url       TEXT,
    family    INTEGER,               -- the first story of the same wire copy
    likeness  TEXT,                  -- copy or rewrite, of a story of its family
    alike     TEXT                   -- why it is held to be one
);
CREATE INDEX story_digest ON story (digest);
CREATE INDEX story_day ON story (day);
CREATE INDEX story_family ON story (family);

CREATE TABLE body (                  -- apart, so that looking through stories stays light
    story     INTEGER PRIMARY KEY REFERENCES story ON DELETE CASCADE,
    record    BLOB NOT NULL          -- JSON, deflated
);

CREATE TABLE earlier (               -- what a story said before it was changed
    story      INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    revision   INTEGER NOT NULL,
    added      TEXT NOT NULL,
    record     BLOB NOT NULL,
    difference TEXT NOT NULL,        -- unified diff of the text, to the revision that followed
    PRIMARY KEY (story, revision)
) WITHOUT ROWID;

CREATE TABLE actor (
    id        INTEGER PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    kind      TEXT NOT NULL,
    country   TEXT,                  -- that it stands for
    home      TEXT                   -- that it is in or from
);
CREATE INDEX actor_country ON actor (country);

CREATE TABLE spelling (              -- a name that stories have for an actor
    id        INTEGER PRIMARY KEY,
    actor     INTEGER NOT NULL REFERENCES actor,
    name      TEXT NOT NULL,
    UNIQUE (actor, name)
);
CREATE VIRTUAL TABLE actor_name USING fts5(  -- rowid: the spelling's id
    name, content = '', tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE appearance (            -- an actor in a story
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    actor     INTEGER NOT NULL REFERENCES actor,
    mentions  INTEGER NOT NULL,
    PRIMARY KEY (story, actor)
) WITHOUT ROWID;
CREATE INDEX appearance_actor ON appearance (actor, story);

CREATE TABLE role (                  -- an office that a story gives an actor
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    actor     INTEGER NOT NULL REFERENCES actor,
    title     TEXT NOT NULL,
    of        TEXT NOT NULL,         -- organisation or country, else empty
    PRIMARY KEY (story, actor, title, of)
) WITHOUT ROWID;
CREATE INDEX role_actor ON role (actor);

CREATE TABLE place (
    id        INTEGER PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    kind      TEXT NOT NULL,
    country   TEXT,
    lat       REAL,
    lon       REAL,
    geonames_id INTEGER
);
CREATE INDEX place_country ON place (country);
CREATE VIRTUAL TABLE place_name USING fts5(  -- rowid: the place's id
    name, content = '', tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE named (                 -- a place that a story names
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    place     INTEGER NOT NULL REFERENCES place,
    PRIMARY KEY (story, place)
) WITHOUT ROWID;
CREATE INDEX named_place ON named (place, story);

CREATE TABLE statement (
    id        INTEGER PRIMARY KEY,
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    ref       TEXT NOT NULL,         -- its id in the record
    speaker   INTEGER REFERENCES actor,
    addressee INTEGER REFERENCES actor,
    mode      TEXT NOT NULL,
    medium    TEXT,
    day       TEXT,                  -- first day on which it may have been said
    dated     TEXT                   -- EDTF, where the story dates it
);
CREATE INDEX statement_story ON statement (story);
CREATE INDEX statement_speaker ON statement (speaker, day);
CREATE INDEX statement_addressee ON statement (addressee, day);
CREATE INDEX statement_day ON statement (day);

CREATE TABLE event (
    id        INTEGER PRIMARY KEY,
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    ref       TEXT NOT NULL,
    type      TEXT NOT NULL,
    mode      TEXT,
    cameo     TEXT,
    status    TEXT NOT NULL,
    begin     TEXT,
    until     TEXT,
    own_date  INTEGER NOT NULL,      -- 1 where the text dates it, 0 where the story's day stands in
    intensity REAL,
    confidence REAL NOT NULL,
    speaker   INTEGER REFERENCES actor,  -- on whose word, where not the story's own
    at        INTEGER NOT NULL,      -- the sentence
    till      INTEGER NOT NULL,
    incident  INTEGER REFERENCES incident
);
CREATE INDEX event_story ON event (story);
CREATE INDEX event_type ON event (type, begin);
CREATE INDEX event_begin ON event (begin);
CREATE INDEX event_incident ON event (incident);

CREATE TABLE incident (              -- one happening, told by the events that point to it
    id        INTEGER PRIMARY KEY,
    became    INTEGER REFERENCES incident,  -- the one that it turned out to be; else null
    why       TEXT NOT NULL          -- the reasons of each joining, one a line
);

CREATE TABLE clue (                  -- where an incident is looked for: dateline.link.incidents
    key       INTEGER NOT NULL,
    incident  INTEGER NOT NULL,
    PRIMARY KEY (key, incident)
) WITHOUT ROWID;

CREATE TABLE told (                  -- a story's events as incidents are compared by
    story     INTEGER PRIMARY KEY REFERENCES story ON DELETE CASCADE,
    happenings BLOB NOT NULL         -- JSON, deflated
);

CREATE TABLE rarity (                -- in how many stories a word stands
    word      TEXT PRIMARY KEY,
    stories   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE ruling (                -- what a user decided on two tellings, kept by their words
    id        INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL,         -- join or part
    story     INTEGER NOT NULL,
    words     TEXT NOT NULL,         -- digest of the sentence and the trigger
    other_story INTEGER NOT NULL,
    other_words TEXT NOT NULL,
    reviewer  TEXT NOT NULL,
    made      TEXT NOT NULL          -- UTC
);
CREATE INDEX ruling_story ON ruling (story);
CREATE INDEX ruling_other ON ruling (other_story);

CREATE TABLE sketch (                -- the MinHash signature of a story: dateline.link.copies
    story     INTEGER PRIMARY KEY REFERENCES story ON DELETE CASCADE,
    signature BLOB NOT NULL
);
CREATE TABLE band (                  -- keys by which like stories find each other; copies have none
    key       INTEGER NOT NULL,
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    PRIMARY KEY (key, story)
) WITHOUT ROWID;
CREATE INDEX band_story ON band (story);

CREATE TABLE party (                 -- who acts in an event, and upon whom
    event     INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    side      INTEGER NOT NULL,      -- 0 actor, 1 recipient
    actor     INTEGER NOT NULL REFERENCES actor,
    PRIMARY KEY (event, side, actor)
) WITHOUT ROWID;
CREATE INDEX party_actor ON party (actor, event);

CREATE TABLE scene (                 -- where an event happened
    event     INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    place     INTEGER NOT NULL REFERENCES place,
    PRIMARY KEY (event, place)
) WITHOUT ROWID;
CREATE INDEX scene_place ON scene (place, event);

CREATE TABLE casualty (
    id        INTEGER PRIMARY KEY,
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    ref       TEXT NOT NULL,
    side      INTEGER REFERENCES actor,
    claimant  INTEGER REFERENCES actor,
    day       TEXT                   -- when the story was published
);
CREATE INDEX casualty_story ON casualty (story);
CREATE INDEX casualty_side ON casualty (side);

CREATE TABLE telling (               -- a sentence that tells of a day: dateline.link.timeline
    id        INTEGER PRIMARY KEY,
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    day       TEXT NOT NULL,
    published TEXT,
    prospect  REAL NOT NULL,         -- how well it may serve, whatever it says
    account   INTEGER NOT NULL,      -- 1 where it counts as the story's own account of the day
    named     INTEGER NOT NULL,      -- 1 where it also names the day by its date
    how       TEXT NOT NULL,
    position  INTEGER NOT NULL,
    at        INTEGER NOT NULL,      -- span
    till      INTEGER NOT NULL,
    text      TEXT NOT NULL,
    spoken    INTEGER NOT NULL,
    aside     INTEGER NOT NULL,
    fitness   REAL NOT NULL
);
CREATE INDEX telling_day ON telling (day, prospect DESC);
CREATE INDEX telling_story ON telling (story);

CREATE TABLE cell (                  -- how many stories of a day of publication tell of a day
    day       TEXT NOT NULL,
    published TEXT NOT NULL,
    stories   INTEGER NOT NULL,
    accounts  INTEGER NOT NULL,
    named     INTEGER NOT NULL,
    PRIMARY KEY (day, published)
) WITHOUT ROWID;

CREATE TABLE rank (                  -- days by importance, as reckoned from all cells
    day       TEXT PRIMARY KEY,
    score     REAL NOT NULL,
    recalled  REAL NOT NULL,
    kept      REAL NOT NULL,
    accounts  INTEGER NOT NULL,
    stories   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE note (                  -- single values
    name      TEXT PRIMARY KEY,
    value
) WITHOUT ROWID;

-- The words of stories and of statements. Contentless: the text is kept once, in `body`.
CREATE VIRTUAL TABLE story_words USING fts5(
    title, text, content = '', tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE statement_words USING fts5(
    content, content = '', tokenize = "unicode61 remove_diacritics 2");
