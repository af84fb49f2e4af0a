"""Definite descriptions of bodies: "the militant group" for the one named last, "the bloc"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.tables import kinds_of
from dateline.extract.found import Found
from dateline.language.parsed import Parsed

WINDOW = 1200
"""Characters looked back for the body or state that is meant."""
_Spot = tuple[int, int, Draft]
"""Where a mention begins, and the draft after its number."""
_End = tuple[int, Draft]
"""Where a mention ends, and whose it is."""
_GAPS = (" ", ") ", "'s ", "’s ")
"""Between a body and its people."""
_INSIDE = frozenset(["in", "within", "among"])
_ORGANS = frozenset(["GOV", "MIL", "COP", "JUD", "LEG", "SPY", "BUS"])
"""Sectors of bodies that nobody calls a group: ministries, armies, firms."""


def read_kinds(found: Found, register: Register) -> set[int]:
    """Enter descriptions of bodies that the story has named; the tokens that they take.

    Of the bodies that fit, the one named last before is meant. Where the same sentence names two
    that fit, the story leaves it open, and so does the record. "The rebels" are a body's only
    where the story has just one, and has told of no other rebels.
    """
    taken: set[int] = set()
    text, parsed = found.story.text, found.parsed
    spots: list[_Spot] = sorted(
        (span[0], number, draft)
        for number, draft in enumerate(register.drafts)
        for span, how in draft.mentions.items()
        if how in ("name", "title")
    )
    ends = {(end, d) for d in register.drafts for _, end in d.mentions}
    for segment in found.story.segments:
        for match in _phrases().finditer(text, segment.start, segment.end):
            if text[match.end() : match.end() + 1] == "-":
                continue
            wanted = _wanted(match)
            first, last = parsed.tokens_in(*match.span())
            if wanted is None or first == last or not stands_alone(parsed, last - 1):
                continue
            body = _meant(found, spots, ends, wanted, match)
            if body is not None:
                body.mention(*match.span(), "title")
                ends.add((match.end(), body))
                taken.update(range(first, last))
    return taken


@cache
def _phrases() -> re.Pattern[str]:
    known = [*kinds_of("noun"), *kinds_of("plural")]
    nouns = "|".join(sorted(known, key=len, reverse=True))
    words = "|".join(sorted(map(re.escape, kinds_of("modifier")), key=len, reverse=True))
    return re.compile(rf"\b[Tt]h(?:e|is) (?P<words>(?:(?i:{words}) ){{0,2}})(?P<noun>{nouns})\b")


def _wanted(match: re.Match[str]) -> frozenset[str] | None:
    """The kinds of bodies that the words allow; None where they contradict each other."""
    noun = match.group("noun")
    kinds = kinds_of("noun").get(noun) or kinds_of("plural")[noun]
    words = match.group("words").lower().split()
    for word in words:
        said = kinds_of("modifier")[word]
        if not kinds & said:
            return None
        kinds = kinds & said
    # "The body" may be a corpse: only with a word that says which.
    return None if noun == "body" and not words else kinds


def stands_alone(parsed: Parsed, noun: int) -> bool:
    """Not so "the Islamist movement Hamas", "the group round", "a match in the group", nor where
    what follows says which ("the group that calls itself")."""
    if parsed.deprels[noun] in ("compound", "amod", "appos"):
        return False
    following = noun + 1 if noun + 1 < len(parsed) else noun
    if parsed.upos[following] == "PROPN":
        return False
    said = ("nmod", "acl", "acl:relcl")
    if parsed.word(following) != "," and any(
        c > noun and parsed.deprels[c] in said for c in parsed.children[noun]
    ):
        return False
    return not any(
        parsed.deprels[c] == "case" and parsed.word(c).lower() in _INSIDE
        for c in parsed.children[noun]
    )


def _meant(
    found: Found,
    spots: list[_Spot],
    ends: set[_End],
    wanted: frozenset[str],
    match: re.Match[str],
) -> Draft | None:
    """The body named last of those that fit, if its sentence names no second one."""
    parsed, text, start = found.parsed, found.story.text, match.start()
    many = match.group("noun") in kinds_of("plural")
    meant: Draft | None = None
    sentence: int | None = None
    index = bisect_left(spots, (start, -1))
    while index > 0 and start - spots[index - 1][0] <= WINDOW:
        index -= 1
        at, _, draft = spots[index]
        if not _fits(draft, wanted) or draft is meant:
            continue
        token = parsed.tokens_in(at, at + 1)[0]
        if meant is None:
            noun = match.group("noun").capitalize()
            if re.search(rf"\b{noun}\b", text[at:start]) and noun not in draft.name:
                return None  # "the Minsk Group": a name that is no actor of the record
            meant, sentence = draft, parsed.sentence_of[token]
        elif many or parsed.sentence_of[token] == sentence:
            return None
        else:
            break
    if meant is not None and many and _new(found, ends, match, meant):
        return None
    return meant


def _new(found: Found, ends: set[_End], match: re.Match[str], body: Draft) -> bool:
    """Whether the story has told of "rebels" before "the rebels", or before it named the body, in
    other words than the body's own ("the Front's rebels", "Front (FRT) rebels") or a headline's."""
    text, named = found.story.text, body.first()[0]
    told = re.compile(rf"\b{match.group('noun')}\b", re.IGNORECASE)
    before = max(0, match.start() - WINDOW)
    titles = [s for s in found.story.segments if s.kind == "title"]
    return any(
        hit.start() < named or text[max(0, hit.start() - 4) : hit.start()].lower() != "the "
        for hit in told.finditer(text, before, match.start())
        if not any(s.start <= hit.start() < s.end for s in titles)
        and not any((hit.start() - len(gap), body) in ends for gap in _GAPS)
    )


def _fits(draft: Draft, wanted: frozenset[str]) -> bool:
    """Whether a body has a name, and is of a kind that is wanted."""
    if draft.head or draft.plural or draft.members:
        return False
    if "PTY" in wanted and "PTY" in draft.sectors and draft.kind != "person":
        return True
    if "PRE" in wanted and "PRE" in draft.sectors:
        return True
    if draft.kind == "organisation":
        # Names that no table knows are often places, firms or teams.
        known = draft.why.startswith("table") or len(wanted) == 1
        return known and draft.kind in wanted and not _ORGANS & set(draft.sectors)
    return draft.kind in wanted
