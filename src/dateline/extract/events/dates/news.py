"""The day of a story's news, for what is told with no date: that of publication, or one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Day

from dateline.extract.events.dates.periods import SINCE, UNTIL, day_of
from dateline.extract.events.dates.words import Anchor
from dateline.extract.events.draft import Draft
from dateline.extract.events.scene import Scene
from dateline.record import EventDate

_CLOCK = re.compile(
    r"(noon|midnight|\d{1,2}([:.]\d\d)?)( ?[ap]\.?m\.?)?( (local time|gmt|utc))?( \(.*\))?", re.I
)
"""A time of day that names no day."""
_WEEK = 7
_SPINE = frozenset(["root", "ccomp", "conj", "parataxis"])
"""How the clauses hang together that are the news, and not its background."""
_LEAD = 3
"""Sentences in which a story says of which day its news is."""


def news_day(anchors: Sequence[Anchor], scene: Scene) -> Day | None:
    """The day that the lead names, where the story does not name that of publication: "Rebels
    raided Lome on Saturday", published on Monday. Else the day of publication, if it is known."""
    published, p = scene.found.story.published, scene.parsed
    if published is None:
        return None
    days: dict[int, Day] = {}
    for anchor in anchors:
        day = day_of(anchor.time)
        if _CLOCK.fullmatch(anchor.time.text.strip()):
            continue
        if day == published:
            return published
        if day and 0 < (published - day).days <= _WEEK and _tells(anchor.token, scene):
            sentence = p.sentence_of[anchor.token]
            days[sentence] = max(day, days.get(sentence, day))
    first = min(days, default=None)
    if first is None or first - (scene.opening or 0) >= _LEAD:
        return published
    return days[first]


def on_that_day(anchors: Sequence[Anchor], news: Day | None, scene: Scene) -> list[Anchor]:
    """The times of a story, with a clock alone on the day of its news: "The shooting began at 10:39
    a.m.", of one that the lead tells of Saturday, in a story of Monday."""
    published = scene.found.story.published
    if published is None or news is None or news == published:
        return list(anchors)
    was, day = published.isoformat(), news.isoformat()
    out = []
    for anchor in anchors:
        time = anchor.time
        if _CLOCK.fullmatch(time.text.strip()) and (time.begin or "")[:10] == was:
            whole = {"edtf": time.edtf and time.edtf.replace(was, day), "begin": day, "end": day}
            anchor = anchor._replace(time=time.model_copy(update=whole))
        out.append(anchor)
    return out


def _tells(time: int, scene: Scene) -> bool:
    """Whether a time says when the very thing happened that its sentence tells, or was said."""
    p, g = scene.parsed, scene.grammar
    if (SINCE | UNTIL) & set(g.case(time)) or p.upos[p.heads[time]] != "VERB":
        return False
    chain = (p.deprels[low] for low, _ in g.up(p.heads[time]))
    return past(p.heads[time], scene) and all(rel in _SPINE for rel in chain)


def story_day(draft: Draft, news: Day | None, scene: Scene) -> tuple[EventDate | None, str]:
    """The day of the news, for what is told of it; background stays undated. What is told in the
    present is as of publication."""
    published = scene.found.story.published
    if published is None or news is None:
        return None, ""
    told = ("occurred", "ongoing", *(("threatened",) if draft.type == "THREATEN" else ()))
    if draft.standing.perfect or draft.status not in told:
        return None, ""
    day = (news if past(draft.candidate.verb, scene) else published).isoformat()
    return EventDate(edtf=day, begin=day, end=day), "story"


def by_then(date: EventDate | None) -> EventDate | None:
    """A day as the last one on which something may have been (EDTF: an open interval)."""
    return date and EventDate(edtf=f"../{date.end}", begin=None, end=date.end)


def past(token: int, scene: Scene) -> bool:
    """Whether the finite verb over a word, or the word itself, stands in the simple past; in the
    lead, or in the present perfect ("Kenya has shelled Togo")."""
    p, g = scene.parsed, scene.grammar
    for t in (token, *(high for _, high in g.up(token))):
        verbs = [c for c in (t, *p.children[t]) if c == t or g.rel(c) in ("aux", "cop")]
        if p.xpos[t] == "VBN" and any(p.word(c).lower() in ("has", "have") for c in verbs):
            return p.sentence_of[t] == (scene.opening or 0)
        tenses = {p.xpos[c] for c in verbs}
        if tenses & {"VBZ", "VBP", "MD"}:
            return False
        if "VBD" in tenses:
            return True
    return False
