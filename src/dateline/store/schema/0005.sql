-- What takes part in what is found by day, without a look at the event or story itself: beside each
-- party of an event, each scene and each actor or place of a story stand the country, the days and
-- the kind that questions ask for, in an index that has them all.

ALTER TABLE party RENAME TO old_party;
DROP INDEX party_actor;
CREATE TABLE party (                 -- who acts in an event, and upon whom
    event     INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    side      INTEGER NOT NULL,      -- 0 actor, 1 recipient
    actor     INTEGER NOT NULL REFERENCES actor,
    country   TEXT,                  -- that the actor stands for
    begin     TEXT,                  -- of the event, as all that follows
    until     TEXT,
    type      TEXT NOT NULL,
    status    TEXT NOT NULL,
    PRIMARY KEY (event, side, actor)
) WITHOUT ROWID;
INSERT INTO party SELECT old.event, old.side, old.actor, actor.country, begin, until, type, status
    FROM old_party AS old JOIN event ON event.id = old.event JOIN actor ON actor.id = old.actor;
DROP TABLE old_party;
CREATE INDEX party_actor ON party (actor, begin, type, event, until, status);
CREATE INDEX party_country ON party (country, begin, type, event, until, status)
    WHERE country IS NOT NULL;

ALTER TABLE scene RENAME TO old_scene;
DROP INDEX scene_place;
CREATE TABLE scene (                 -- where an event happened
    event     INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    place     INTEGER NOT NULL REFERENCES place,
    country   TEXT,                  -- that the place is in
    begin     TEXT,                  -- of the event, as all that follows
    until     TEXT,
    type      TEXT NOT NULL,
    status    TEXT NOT NULL,
    PRIMARY KEY (event, place)
) WITHOUT ROWID;
INSERT INTO scene SELECT old.event, old.place, place.country, begin, until, type, status
    FROM old_scene AS old JOIN event ON event.id = old.event JOIN place ON place.id = old.place;
DROP TABLE old_scene;
CREATE INDEX scene_place ON scene (place, begin, type, event, until, status);
CREATE INDEX scene_country ON scene (country, begin, type, event, until, status)
    WHERE country IS NOT NULL;

ALTER TABLE appearance RENAME TO old_appearance;
DROP INDEX appearance_actor;
CREATE TABLE appearance (            -- an actor in a story
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    actor     INTEGER NOT NULL REFERENCES actor,
    mentions  INTEGER NOT NULL,
    country   TEXT,                  -- that the actor stands for
    day       TEXT,                  -- of the story
    PRIMARY KEY (story, actor)
) WITHOUT ROWID;
INSERT INTO appearance SELECT old.story, old.actor, mentions, actor.country, day
    FROM old_appearance AS old JOIN story ON story.id = old.story
    JOIN actor ON actor.id = old.actor;
DROP TABLE old_appearance;
CREATE INDEX appearance_actor ON appearance (actor, day, story);
CREATE INDEX appearance_country ON appearance (country, day, story) WHERE country IS NOT NULL;

ALTER TABLE named RENAME TO old_named;
DROP INDEX named_place;
CREATE TABLE named (                 -- a place that a story names
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    place     INTEGER NOT NULL REFERENCES place,
    country   TEXT,                  -- that the place is in
    day       TEXT,                  -- of the story
    PRIMARY KEY (story, place)
) WITHOUT ROWID;
INSERT INTO named SELECT old.story, old.place, place.country, day
    FROM old_named AS old JOIN story ON story.id = old.story JOIN place ON place.id = old.place;
DROP TABLE old_named;
CREATE INDEX named_place ON named (place, day, story);
CREATE INDEX named_country ON named (country, day, story) WHERE country IS NOT NULL;

ALTER TABLE statement ADD COLUMN country TEXT;  -- that the speaker stands for
UPDATE statement SET country = (SELECT country FROM actor WHERE id = speaker)
    WHERE speaker IS NOT NULL;
CREATE INDEX statement_country ON statement (country, day) WHERE country IS NOT NULL;

-- A story's events as incidents are compared by: a row for each, and one without a ref for what all
-- of them share. What older chronicles hold is written by brought.py.
ALTER TABLE told RENAME TO old_told;
CREATE TABLE told (
    story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
    ref       TEXT NOT NULL,         -- the event's id in the record
    happening BLOB NOT NULL,         -- JSON, deflated
    PRIMARY KEY (story, ref)
) WITHOUT ROWID;

-- What a casualty claim says, so that a brief need not open each story. Filled by brought.py.
ALTER TABLE casualty ADD COLUMN value TEXT NOT NULL DEFAULT '';  -- JSON, as in the record
ALTER TABLE casualty ADD COLUMN words TEXT NOT NULL DEFAULT '';  -- that tell it
