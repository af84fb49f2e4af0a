"""Where a story names or describes a format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dateline.extract.formats.tables import adhoc, named, starts
from dateline.extract.found import Found
from dateline.knowledge.lexicon import Word, words
from dateline.record import Actor

_GAP = re.compile(r"[ \u00a0\n+\-‐‑–/'’]{1,3}|'s |’s ")
_DESCRIBED = re.compile(r" (with|between|among|under the auspices of|mediated by|brokered by) ")


@dataclass(slots=True)
class Mention:
    """A format's words in the text."""

    start: int
    end: int
    name: str
    named: bool
    members: list[tuple[Actor, str | None]] = field(default_factory=list)
    why: str = ""


def named_mentions(found: Found) -> Iterator[Mention]:
    """Mentions of formats of the table."""
    text = found.story.text
    for segment in found.story.segments:
        spelt = words(text[segment.start : segment.end])
        i = 0
        while i < len(spelt):
            used = 1
            for n in starts().get(spelt[i].key, ()):
                hit = _match(text, segment.start, spelt[i : i + n], n)
                if hit is not None:
                    start, end, name, wording = hit
                    used = n
                    yield Mention(start, end, name, True, why=f"table: '{wording}'")
                    break
            i += used


def _match(text: str, base: int, run: Sequence[Word], n: int) -> tuple[int, int, str, str] | None:
    if len(run) < n:
        return None
    spans = [(base + w.start, base + w.end) for w in run]
    for (_, a), (b, _) in pairwise(spans):
        if not _GAP.fullmatch(text, a, b):
            return None
    hit = named().get(" ".join(w.key for w in run))
    if hit is None:
        return None
    start, end = spans[0][0], spans[-1][1]
    name, wording = hit
    capital = any(c.isupper() for c in wording)
    if capital and not any(c.isupper() for c in text[start:end]):
        return None
    if wording.isupper() and text[start:end] != wording:
        return None
    return start, end, name, wording


def described_mentions(found: Found) -> Iterator[Mention]:
    """Formats described in words: "dialogue with the US", "talks under the auspices of the UN"."""
    text = found.story.text
    for segment in found.story.segments:
        for match in adhoc().finditer(text, segment.start, segment.end):
            members = _parties(found, match, segment.end)
            if len(members) < 2:
                continue
            names = "-".join(sorted(a.name for a, role in members if role != "mediator"))
            noun = match.group(1).lower()
            subject = _subject(text, match.end(), segment.end)
            name = f"{names} {noun}" + (f" on {subject}" if subject else "")
            end = max(match.end(), _list_end(found, match.end(), segment.end))
            why = f"'{noun}' with its parties"
            yield Mention(match.start(), end, name, False, members, why)


def _parties(found: Found, match: re.Match[str], stop: int) -> list[tuple[Actor, str | None]]:
    """The parties after "with" or "between"; of "with", who has the dialogue is its other side."""
    text = found.story.text
    link = _DESCRIBED.match(text, match.end(), stop)
    before = _compound(found, match.start())
    if link is None:
        return [(a, None) for a in before]
    after = [a for _, a in actor_list(found, link.end(), stop)]
    word = link.group(1)
    if word in ("under the auspices of", "mediated by", "brokered by"):
        return [(a, None) for a in before] + [(a, "mediator") for a in after]
    if word == "with" and len(after) == 1:
        other = before or _holder(found, match.start())
        after = [*(a for a in other if a.id != after[0].id), *after]
    return [(a, None) for a in after]


def _compound(found: Found, start: int) -> list[Actor]:
    """ "Russia-US dialogue", "Belgrade-Pristina dialogue": the two before the noun."""
    hits = [
        (span, a)
        for span, a in found.actor_at.within(max(0, start - 40), start)
        if a.kind in ("state", "igo", "organisation", "armed_group") and span[1] >= start - 25
    ]
    if len(hits) < 2:
        return []
    (left, a), (right, b) = hits[-2:]
    if a.id != b.id and right[0] - left[1] == 1 and right[1] + 1 >= start:
        return [a, b]
    return []


def _holder(found: Found, start: int) -> list[Actor]:
    """Who has a dialogue "with" another: the state of the clause's subject or of the speaker."""
    parsed = found.parsed
    token = parsed.token_at(start)
    if token is None:
        return []
    for above in (token, *parsed.ancestors(token)):
        for child in parsed.children[above]:
            if parsed.deprels[child] not in ("nsubj", "nmod:poss") or child >= token:
                continue
            at = (parsed.starts[child], parsed.ends[child])
            for _, actor in found.actor_at.over(*at):
                state = _state_of(found, actor)
                if state is not None:
                    return [state]
    return []


def _state_of(found: Found, actor: Actor) -> Actor | None:
    if actor.kind == "state":
        return actor
    if actor.kind != "person" or actor.country is None:
        return None
    return next((a for a in found.actors if a.kind == "state" and a.country == actor.country), None)


def _subject(text: str, at: int, stop: int) -> str:
    """What a dialogue is about: "on the Nagorno-Karabakh conflict"."""
    match = re.search(
        r"\b(?:on|over|about) (?:the )?((?:[A-Z][\w’'\-]{1,30} ){1,4}"
        r"(?:conflict|settlement|issue|crisis|dispute|war|problem)|[A-Z][\w’'\-]{2,30})",
        text[at : min(stop, at + 80)],
    )
    return match.group(1) if match and "." not in text[at : at + match.start()] else ""


def _list_end(found: Found, at: int, stop: int) -> int:
    link = _DESCRIBED.match(found.story.text, at, stop)
    if link is None:
        return at
    listed = actor_list(found, link.end(), stop)
    return listed[-1][0][1] if listed else at


_JOIN = re.compile(r"(?:,? ?(?:and|or|as well as|plus) |, ?|-|–|/| & )?(?:the |both )?")


def actor_list(found: Found, at: int, stop: int) -> list[tuple[tuple[int, int], Actor]]:
    """The run of coordinated actors that begins at a character ("Russia, France and the US")."""
    text = found.story.text
    out: list[tuple[tuple[int, int], Actor]] = []
    position = at
    while position < stop and len(out) < 40:
        lead = _JOIN.match(text, position, min(stop, position + 24))
        begin = lead.end() if lead else position
        hits = [
            (span, a)
            for span, a in found.actor_at.over(begin, begin + 1)
            if (span[0] in (begin, position) and a.kind != "population") or a.members
        ]
        if not hits or (out and begin == position):
            break
        span, actor = max(hits, key=lambda hit: (hit[1].kind != "state", hit[0][1]))
        if out and span[0] < out[-1][0][1]:
            break
        out.append((span, actor))
        position = span[1]
        if text[position : position + 2] in ("'s", "’s"):
            break
    return out
