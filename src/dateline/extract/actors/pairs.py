"""Two people who act together: "the two leaders", and whom "they" may stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.sides import group, states_told, two_states
from dateline.extract.actors.tables import cues
from dateline.extract.found import Found
from dateline.language.parsed import Parsed

Spot = tuple[int, int, Draft]
"""A mention: first token, end, whose it is."""

_TWO = re.compile(
    r"(?:the two|both|these two|their two)(?: [a-z\-]+){0,2}? (?:leaders|presidents|premiers|"
    r"(?:prime |foreign |defence |defense )?ministers|heads of (?:state|government)|statesmen|"
    r"diplomats|officials|envoys|negotiators|generals|men|women|counterparts|adversaries)",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r".* (?:presidents|premiers|(?:prime|foreign|defence|defense) ministers|"
    r"heads of (?:state|government))",
    re.IGNORECASE,
)
"""Of those, who speak for states."""
_ACTING = frozenset(["nsubj", "nsubj:pass", "obl:agent"])
BACK = 3
"""Sentences looked back for the two."""
_FAR = 15
"""Sentences looked back for the only two that act together."""


def read_pairs(found: Found, register: Register) -> None:
    """Let "the two leaders" be the two people named before, where these are plain; "the two
    presidents" of nobody named are those of the two states that the story speaks of."""
    spots = mentions_by_sentence(found, register)
    states = states_told(register)
    for draft in list(register.drafts):
        for start, end in list(draft.mentions):
            words = " ".join(found.story.text[start:end].split())
            if not draft.plural or not _TWO.fullmatch(words):
                continue
            first, _ = found.parsed.tokens_in(start, end)
            pair = _pair(found.parsed, spots, first)
            who = "the two people named before"
            if pair is None and _HEADS.fullmatch(words):
                pair, who = two_states(found, states, start), "of the two states told of"
            if pair is not None:
                names = " and ".join(d.name for d in pair)
                how = draft.mentions.pop((start, end))
                group(register, pair, names, f"'{words}': {who}").mention(start, end, how)


def _pair(parsed: Parsed, spots: Sequence[list[Spot]], token: int) -> tuple[Draft, ...] | None:
    """The two people who act together last before a word, else the only two in the sentences
    before."""
    index = parsed.sentence_of[token]
    people: list[Draft] = []
    for at in range(index, max(-1, index - BACK - 1), -1):
        near = [s for s in spots[at] if s[2].kind == "person" and s[2].words and s[1] <= token]
        pairs = [members for members in together(parsed, near) if len(members) == 2]
        if len(pairs) == 1 and not people:
            return pairs[0]
        people = list(dict.fromkeys([*people, *(d for *_, d in near)]))
        if len(people) > 1:
            return (people[0], people[1]) if len(people) == 2 else None
    return _one_pair(parsed, spots, index)


def _one_pair(parsed: Parsed, spots: Sequence[list[Spot]], index: int) -> tuple[Draft, ...] | None:
    """The only two people whom the sentences before tell to act together."""
    pairs: set[tuple[Draft, ...]] = set()
    for at in range(max(0, index - _FAR), index):
        near = [s for s in spots[at] if s[2].kind == "person" and s[2].words]
        pairs.update(members for members in together(parsed, near) if len(members) == 2)
    return pairs.pop() if len(pairs) == 1 else None


def mentions_by_sentence(found: Found, register: Register) -> list[list[Spot]]:
    """Mentions by sentence, as token ranges, in order."""
    parsed = found.parsed
    out: list[list[Spot]] = [[] for _ in parsed.sentences]
    for draft in register.drafts:
        for start, end in draft.mentions:
            first, last = parsed.tokens_in(start, end)
            if first < last:
                out[parsed.sentence_of[first]].append((first, last, draft))
    for spots in out:
        spots.sort(key=lambda s: (s[0], -s[1]))
    return out


def by_head(parsed: Parsed, spots: Sequence[Spot]) -> dict[int, Draft]:
    """Whose mention the words are that hang on something outside it."""
    named: dict[int, Draft] = {}
    for first, end, draft in spots:
        for k in range(first, end):
            if not first <= parsed.heads[k] < end or parsed.heads[k] == k:
                named.setdefault(k, draft)
    return named


def together(parsed: Parsed, spots: Sequence[Spot]) -> list[tuple[Draft, ...]]:
    """Those who act together in the clauses of some mentions: coordinated ("Roe and Poe agreed"),
    or one with another ("Roe met Poe", "Roe held talks with Poe")."""
    named = by_head(parsed, spots)
    out: list[tuple[Draft, ...]] = []
    for k in named:
        if parsed.deprels[k] not in _ACTING:
            continue
        others = [c for c in parsed.children[k] if parsed.deprels[c] == "conj"]
        if not others:
            others = _met(parsed, parsed.heads[k], k)
        members = tuple(dict.fromkeys(named[t] for t in (k, *others) if t in named))
        if others and len(members) == 1 + len(others):
            out.append(members)
    return list(dict.fromkeys(out))


def _met(parsed: Parsed, verb: int, subject: int) -> list[int]:
    """Whom the subject of a verb of meeting meets."""
    if parsed.lemmas[verb] not in cues("meets") or parsed.deprels[subject] != "nsubj":
        return []
    below = parsed.children[verb]
    nouns = [*below, *(c for b in below if parsed.deprels[b] == "obj" for c in parsed.children[b])]
    with_ = [c for c in nouns if any(parsed.lemmas[m] == "with" for m in parsed.children[c])]
    met = [c for c in below if parsed.deprels[c] == "obj" and parsed.upos[c] == "PROPN"]
    return with_[:1] or met[:1]
