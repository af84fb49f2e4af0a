"""How one format relates to another: "neither a substitution nor an alternative for it"."""

from __future__ import annotations

import re

from dateline.extract.formats.mentions import Mention
from dateline.extract.formats.tables import cues
from dateline.extract.found import Found
from dateline.record import Relation

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "not_a_substitute_for",
        re.compile(
            r"(?:neither an? [a-z]{4,14} nor an? [a-z]{4,14}|(?:not|no|n't|never) (?:be )?an? "
            r"(?:substitut\w{1,4}|alternative|replacement)|(?:not|n't|cannot) (?:replace|supplant)|"
            r"no (?:substitute|alternative|replacement)) ?(?:for|to|of)? "
        ),
    ),
    ("complements", re.compile(r"(?:complement\w{0,3}|supplement\w{0,3}|in addition to) (?:to )?")),
    ("replaces", re.compile(r"(?:replac(?:es|ed|ing)|supersed(?:es|ed|ing)|instead of) ")),
    (
        "under",
        re.compile(
            r"(?:within the framework of|under the auspices of|under the aegis of|"
            r"in the framework of|under the umbrella of|within) (?:the )?"
        ),
    ),
)
NEAR = 160
"""Characters between a format and what is said of it."""
_PRONOUN = re.compile(r"(?:it|this|that|them)\b")


def relations_of(
    found: Found, mention: Mention, others: list[Mention], begin: int, stop: int
) -> list[Relation]:
    """What a sentence says of how a format stands to another, the format being its topic."""
    text = found.story.text
    out: list[Relation] = []
    for kind, pattern in _KINDS:
        for match in pattern.finditer(text, mention.end, stop):
            if match.start() - mention.end > NEAR or any(
                mention.end <= o.start < match.start() for o in others
            ):
                break
            target = _target(found, match, mention, others, begin, stop)
            if target is not None:
                end = match.end() + (2 if _PRONOUN.match(text, match.end()) else 0)
                words = text[match.start() : end].rstrip()
                span = (match.start(), match.start() + len(words))
                out.append(Relation(kind=kind, to=target, spans=[span]))
    return out


def _target(
    found: Found,
    match: re.Match[str],
    mention: Mention,
    others: list[Mention],
    begin: int,
    stop: int,
) -> str | None:
    """The other format: one named after the cue, or what a pronoun takes up."""
    text = found.story.text
    for other in others:
        if match.end() <= other.start <= match.end() + 12 and other.start < stop:
            return other.name
    if not _PRONOUN.match(text, match.end()):
        return None
    before = [o for o in others if begin <= o.start < mention.start]
    if before:
        return before[-1].name
    nouns = "|".join(sorted(cues("formatlike")))
    phrases = re.findall(
        rf"\b((?:[\w\-]{{2,24}} ){{0,2}}(?:{nouns}))\b", text[begin : mention.start]
    )
    return _without_article(phrases[-1]) if phrases else None


def _without_article(phrase: str) -> str:
    return re.sub(r"^(?:\w{1,12} )?(?:a|an|the|this|that) ", "", phrase)
