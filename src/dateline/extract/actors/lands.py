"""Definite descriptions of states: "the country", "the Gulf state" for the one named last."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.kinds import WINDOW, stands_alone
from dateline.extract.actors.tables import lands_meant
from dateline.extract.found import Found
from dateline.language.parsed import Parsed

_ANY = "*"
_BARE = frozenset(["country", "nation", "kingdom", "emirate", "sultanate", "island", "archipelago"])
"""Nouns that take up a state without more words; "the state" may be any state's power at home."""
_HALVES = {"North": "PRK", "South": "KOR"}
_HALF = re.compile(r"\b[Tt]he (North|South)\b(?![-\w]| [A-Z])")
"""Of Korea, where the story names the one that is meant."""
_Spot = tuple[int, int, Draft]


def read_lands(found: Found, register: Register, home: str | None) -> None:
    """Enter descriptions of states that the story has named.

    Of the states that fit, the one named last before is meant, save the subject of the same verb
    ("Japan condemned the country"). Where the same sentence names two that fit, the country of the
    story (`home`) is meant if it is one of them, else the story leaves it open.
    """
    text, parsed = found.story.text, found.parsed
    spots: list[_Spot] = [
        (*span, draft)
        for draft in register.drafts
        if draft.kind == "state" and draft.country
        for span, how in draft.mentions.items()
        if how != "pronoun"
    ]
    spots.sort(key=lambda spot: spot[:2])
    for segment in found.story.segments:
        for match in _phrases().finditer(text, segment.start, segment.end):
            first, last = parsed.tokens_in(*match.span())
            wanted = _wanted(match)
            if wanted is None or first == last or not stands_alone(parsed, last - 1):
                continue
            state = _meant(parsed, spots, wanted, match.start(), last - 1, home)
            if state is not None:
                state.mention(*match.span(), "title")
    koreas = {d.country: d for *_, d in spots if d.country in _HALVES.values()}
    for segment in found.story.segments if "PRK" in koreas else ():
        for match in _HALF.finditer(text, segment.start, segment.end):
            half = koreas.get(_HALVES[match.group(1)])
            if half is not None:
                half.mention(*match.span(), "title")


@cache
def _phrases() -> re.Pattern[str]:
    nouns = "|".join(lands_meant("noun"))
    words = "|".join(sorted(map(re.escape, lands_meant("modifier")), key=len, reverse=True))
    return re.compile(rf"\b[Tt]he (?P<words>(?:(?i:{words}) ){{0,3}})(?P<noun>{nouns})\b(?!-)")


def _wanted(match: re.Match[str]) -> frozenset[str] | None:
    """The states that the words allow; None where they are not enough to tell."""
    noun = match.group("noun")
    allowed = lands_meant("noun")[noun]
    words = match.group("words").lower().strip()
    if noun not in _BARE and (not words or (noun == "republic" and words in _plain())):
        return None
    while words:
        known = lands_meant("modifier")
        word = max((w for w in known if f"{words} ".startswith(f"{w} ")), key=len)
        words = words[len(word) :].strip()
        said = known[word]
        if _ANY not in said:
            allowed = said if _ANY in allowed else allowed & said
    return allowed


@cache
def _plain() -> frozenset[str]:
    """Modifiers that say nothing of where a land lies: "the tiny republic" may be a region."""
    return frozenset(w for w, lands in lands_meant("modifier").items() if _ANY in lands)


def _meant(
    parsed: Parsed,
    spots: list[_Spot],
    wanted: frozenset[str],
    start: int,
    noun: int,
    home: str | None,
) -> Draft | None:
    actors = _subjects(parsed, noun)
    at = bisect_left(spots, start, key=lambda spot: spot[0])
    sentence: int | None = None
    meant: dict[int, Draft] = {}
    while at > 0 and start - spots[at - 1][0] <= WINDOW:
        at -= 1
        begin, end, draft = spots[at]
        first, last = parsed.tokens_in(begin, end)
        if first == last or not (_ANY in wanted or draft.country in wanted):
            continue
        if any(first <= t < last for t in actors):
            continue
        if sentence is None:
            sentence = parsed.sentence_of[first]
        elif parsed.sentence_of[first] != sentence:
            break
        meant[id(draft)] = draft
    if len(meant) < 2:
        return next(iter(meant.values()), None)
    return next((draft for draft in meant.values() if draft.country == home), None)


def _subjects(parsed: Parsed, noun: int) -> list[int]:
    """The subjects of the verb that a noun is an argument of."""
    token = noun
    for _ in range(4):
        token = parsed.heads[token]
        if parsed.upos[token] in ("VERB", "AUX"):
            break
    below = parsed.children[token]
    found = [c for c in below if parsed.deprels[c] in ("nsubj", "nsubj:pass")]
    if not found and parsed.deprels[token] in ("xcomp", "conj", "advcl"):
        above = parsed.children[parsed.heads[token]]
        found = [c for c in above if parsed.deprels[c] == "nsubj"]
    return [c for c in found if c != noun]
