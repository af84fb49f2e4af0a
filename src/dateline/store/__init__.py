"""The store: stories, their records and what is found by them, in one SQLite file.

The file is the chronicle. A story's record is kept whole; the tables beside it (see
`schema/0001.sql`) hold what is asked for across stories: who appears, who says what, what happened
between whom, when and where.
"""

from dateline.store.bodies import Bodies, Body
from dateline.store.chosen import chosen_events, chosen_numbers
from dateline.store.events import EventFound, events
from dateline.store.formats import FormatRow, formats
from dateline.store.one_format import FormatFound, format
from dateline.store.people import ActorFound, Counterpart, Office, person
from dateline.store.question import Question
from dateline.store.statements import StatementFound, statements, statements_by_number
from dateline.store.store import Kept, Store
from dateline.store.stories import StoryFound, chosen_stories, stories

__all__ = [
    "ActorFound",
    "Bodies",
    "Body",
    "Counterpart",
    "EventFound",
    "FormatFound",
    "FormatRow",
    "Kept",
    "Office",
    "Question",
    "StatementFound",
    "Store",
    "StoryFound",
    "chosen_events",
    "chosen_numbers",
    "chosen_stories",
    "events",
    "format",
    "formats",
    "person",
    "statements",
    "statements_by_number",
    "stories",
]
