"""To whom, through what and when something was said: read around the cue, outside the content."""

from __future__ import annotations

from collections.abc import Set
from typing import Final, NamedTuple

from dateline.extract.actors.lookup import actor_of
from dateline.extract.found import Found
from dateline.extract.statements.grammar import head_of, is_long, phrase
from dateline.extract.statements.lexicon import channels, words
from dateline.extract.statements.marks import Link
from dateline.language.parsed import Parsed
from dateline.record import Time

REACH: Final = 25
"""Tokens on either side of the cue in which its circumstances are looked for."""


class Circumstances(NamedTuple):
    """What stands around a cue."""

    addressee: str | None
    """Actor id."""
    medium: str | None
    date: str | None
    """EDTF."""
    why: str


def circumstances(found: Found, link: Link, said: Set[int]) -> Circumstances:
    """Addressee, medium and date of an attribution that has a cue.

    `said` holds the tokens of all contents: what is said there is no circumstance of the saying.
    """
    free = _free_tokens(found.parsed, link, said)
    addressee, medium, why = _addressee(found, link, free)
    if medium is None:
        medium = _channel(found, link, free)
    if medium:
        why.append(f"medium {medium!r}")
    date, basis = _date(found, link, free)
    if basis:
        why.append(basis)
    return Circumstances(addressee, medium, date, "; ".join(why))


def _free_tokens(parsed: Parsed, link: Link, said: Set[int]) -> list[int]:
    """The tokens around the cue, in its sentence, that are no part of source or content."""
    cue = link.cue[0]
    sentence = parsed.sentences[parsed.sentence_of[cue.start]]
    start, end = max(sentence.start, cue.start - REACH), min(sentence.end, cue.end + REACH)
    taken = {
        t
        for mark in (*link.content, *link.source)
        for t in range(max(start, mark.start), min(end, mark.end))
    }
    return [t for t in range(start, end) if t not in taken and t not in said]


def _addressee(
    found: Found, link: Link, free: list[int]
) -> tuple[str | None, str | None, list[str]]:
    """(actor id, medium, reasons): an outlet that was told is the medium."""
    parsed = found.parsed
    noun = _told(parsed, link, frozenset(free))
    if noun is None:
        return None, None, []
    span = phrase(parsed, noun)
    if span is None:
        return None, None, []
    start, end = parsed.span(*span)
    actor = actor_of(found, start, end)
    outlet = channels().get(parsed.lemmas[noun].lower()) == "outlet"
    if outlet or (actor is not None and actor.kind == "media"):
        name = actor.name if actor is not None and actor.kind == "media" else None
        return None, name or parsed.text[start:end], []
    if actor is None:
        return None, None, []
    return actor.id, None, [f"addressee {parsed.text[start:end]!r}"]


def _told(parsed: Parsed, link: Link, free: frozenset[int]) -> int | None:
    """The noun that the cue is addressed to."""
    cue = link.cue[0]
    for token in range(cue.start, cue.end):
        lemma = parsed.lemmas[token].lower()
        if lemma in words("tells"):
            told = parsed.child(token, "iobj")
            told = parsed.child(token, "obj") if told is None else told
            if told is None and cue.end in free and cue.end < len(parsed):
                told = _noun_from(parsed, cue.end, free)
            if told is not None and (told in free or told in range(cue.start, cue.end)):
                return told
        elif lemma in words("says to"):
            for child in parsed.children[token]:
                case = parsed.child(child, "case")
                if child in free and case is not None and parsed.word(case).lower() == "to":
                    return child
    return None


def _noun_from(parsed: Parsed, token: int, free: frozenset[int]) -> int | None:
    """The head of the noun phrase that begins at a token."""
    if parsed.upos[token] not in ("DET", "ADJ", "NOUN", "PROPN", "PRON"):
        return None
    limit = token + 8
    while token < limit and token in free and parsed.upos[token] in ("DET", "ADJ", "NUM"):
        token += 1
    last = None
    while token < limit and token in free and parsed.upos[token] in ("NOUN", "PROPN", "PRON"):
        last, token = token, token + 1
    return last


def _channel(found: Found, link: Link, free: list[int]) -> str | None:
    """The platform, occasion or document: "on Twitter", "at a briefing", "in a letter"."""
    parsed = found.parsed
    inside = set(free)
    for token in free:
        kind = channels().get(parsed.lemmas[token].lower())
        if kind is None or parsed.upos[token] not in ("NOUN", "PROPN"):
            continue
        start = token
        while start - 1 in inside and token - start < 6 and parsed.upos[start] != "ADP":
            start -= 1
        if parsed.word(start).lower() not in words("through"):
            continue
        with_whom = _with(found, token) if parsed.lemmas[token].lower() == "interview" else None
        return with_whom or _name(parsed, start + 1, token)
    return None


def _with(found: Found, token: int) -> str | None:
    """The outlet of "an interview with X"."""
    parsed = found.parsed
    for child in parsed.children[token]:
        case = parsed.child(child, "case")
        if case is not None and parsed.word(case).lower() in ("with", "to", "for", "by"):
            span = phrase(parsed, child)
            if span is not None:
                actor = actor_of(found, *parsed.span(*span))
                if actor is not None and actor.kind == "media":
                    return actor.name
                return parsed.words(*span)
    return None


def _name(parsed: Parsed, start: int, token: int) -> str:
    """A channel without its article: "news conference", "Rossiya-24 TV"."""
    while start < token and parsed.upos[start] in ("DET", "ADJ", "PRON", "NUM"):
        start += 1
    return parsed.words(start, token + 1)


def _date(found: Found, link: Link, free: list[int]) -> tuple[str | None, str]:
    """When it was said: a time in the cue's clause; else the day of the story."""
    parsed = found.parsed
    cue = link.cue[0]
    head = head_of(parsed, cue.start, cue.end)
    above = {head, *parsed.ancestors(head)} if not is_long(parsed, head) else set()
    best: tuple[int, Time] | None = None
    for token in free:
        for span, time in found.time_at.over(parsed.starts[token], parsed.ends[token]):
            if not time.edtf or time.type not in ("DATE", "TIME"):
                continue
            if span[0] != parsed.starts[token] or _elsewhere(parsed, token, above):
                continue
            distance = cue.start - token if token < cue.start else token - cue.end
            if best is None or distance < best[0]:
                best = distance, time
    if best is not None:
        return best[1].edtf, f"date {best[1].text!r}"
    near = [parsed.word(t).lower() for t in range(max(0, cue.start - 2), cue.end)]
    near += [parsed.word(c).lower() for c in parsed.children[head] if parsed.deprels[c] == "aux"]
    if "had" in near or words("future").intersection(near):
        return None, "no date: the cue is not in the story's present"
    if found.story.published is None:
        return None, ""
    return found.story.published.isoformat(), "date of the story"


def _elsewhere(parsed: Parsed, token: int, above: Set[int]) -> bool:
    """Whether a time stands in a relative clause that the cue is no part of."""
    for _ in range(12):
        if token in above or parsed.heads[token] == token:
            return False
        if parsed.deprels[token].startswith("acl"):
            return True
        token = parsed.heads[token]
    return False
