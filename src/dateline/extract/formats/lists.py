"""Runs of actors in a text: "Russia, France and the United States", "Ann Roe of Chad and ..."."""

from __future__ import annotations

import re

from dateline.extract.formats.tables import role_words
from dateline.extract.found import Found
from dateline.record import Actor

Listed = list[tuple[tuple[int, int], Actor]]

_JOIN = re.compile(r"(?:,? ?(?:and|or|as well as|plus) |, ?|-|–|/| & )?(?:the |both )?")
_HOME = re.compile(r" (?:of|from|for) (?:the )?| \((?:the )?")
_APART = re.compile(r"(?:in addition to|apart from|besides|along with) (?:the )?$", re.I)
MOST = 40
REACH = 170
"""Characters looked back for a list that ends at a place."""


def actor_list(found: Found, at: int, stop: int) -> Listed:
    """The run of coordinated actors that begins at a character.

    Of a person with a country behind ("Ann Roe of Chad") the country counts.
    """
    text = found.story.text
    out: Listed = []
    position = at
    while position < stop and len(out) < MOST:
        lead = _JOIN.match(text, position, min(stop, position + 24))
        begin = lead.end() if lead else position
        hits = [
            (span, a)
            for span, a in found.actor_at.over(begin, begin + 1)
            if (begin - 4 <= span[0] <= begin and a.kind != "population") or a.members
        ]
        if not hits or (out and begin == position):
            break
        span, actor = max(hits, key=lambda hit: (hit[1].kind != "state", hit[0][1]))
        if out and span[0] < out[-1][0][1]:
            break
        if actor.kind == "person":
            span, actor = _of_country(found, span, actor, stop)
        out.append((span, actor))
        position = span[1]
        if text[position : position + 2] in ("'s", "’s"):
            break
    return out


def _of_country(
    found: Found, span: tuple[int, int], person: Actor, stop: int
) -> tuple[tuple[int, int], Actor]:
    """The state behind a person's name in a list, with the span of both; else the person."""
    home = _HOME.match(found.story.text, span[1], stop)
    if home is None:
        return span, person
    for at, state in found.actor_at.over(home.end(), home.end() + 1):
        if at[0] == home.end() and state.kind == "state":
            closed = found.story.text[at[1] : at[1] + 1] == ")"
            return (span[0], at[1] + closed), state
    return span, person


def list_before(found: Found, begin: int, stop: int, gap: int) -> Listed:
    """The run of two or more actors that ends before a character, at most `gap` before it."""
    first = max(begin, stop - REACH)
    hits = [h for h in found.actor_at.within(first, stop) if h[1].kind != "population"]
    text = found.story.text
    starts = sorted({s[0] for s, _ in hits if not role_words().fullmatch(text, *s)})
    for start in starts:
        if _APART.search(text, max(0, start - 20), start):
            continue
        listed = actor_list(found, start, stop)
        if len(listed) > 1 and 0 <= stop - listed[-1][0][1] <= gap:
            return listed
    return []
