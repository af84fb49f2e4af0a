-- What questions about days and the timelines of questions look at, found without opening rows.
DROP INDEX event_begin;
CREATE INDEX event_begin ON event (begin, until);
CREATE INDEX event_long ON event (until, begin) WHERE until > begin;
DROP INDEX telling_story;
CREATE INDEX telling_story ON telling (story, day, how, published, account, named);
