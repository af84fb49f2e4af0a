-- The words behind a list's rows without opening whole records, which hold ten times as much: each
-- story's text apart, and beside events and statements where in it their words stand. What older
-- chronicles hold is written by brought.py.

CREATE TABLE wording (
    story     INTEGER PRIMARY KEY REFERENCES story ON DELETE CASCADE,
    begins    INTEGER NOT NULL,      -- where the story itself does, behind headline and standfirst
    text      BLOB NOT NULL          -- deflated
);
ALTER TABLE event ADD COLUMN spans TEXT NOT NULL DEFAULT '[]';      -- JSON: of the trigger
ALTER TABLE statement ADD COLUMN spans TEXT NOT NULL DEFAULT '[]';  -- JSON: source, cue, content
