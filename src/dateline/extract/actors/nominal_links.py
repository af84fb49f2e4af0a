"""Which person or country a common noun leads to, by the words around it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.extents import is_sponsor
from dateline.extract.actors.hits import Hit
from dateline.extract.actors.tables import cues, lands_of_surnames
from dateline.extract.found import Found
from dateline.knowledge import Entry
from dateline.knowledge.lexicon import key_of
from dateline.language.parsed import Parsed

MEANT = 400
"""Characters looked back for the country of "the country's president"."""


NAMED = 7
"""Tokens between a noun and "named"."""
_NEIGHBOUR = frozenset(["neighbour", "neighbor"])

_LONG = 4
"""Words of the longest names of lands, at least."""
_BESIDE = frozenset(["compound", "nmod", "nmod:desc", "appos"])


def is_predicate(parsed: Parsed, token: int, entry: Entry) -> bool:
    """Whether a noun only says what someone becomes ("elected president", "served as mayor")."""
    if entry.plural or not parsed.xpos[token].startswith("NN"):
        return False
    first = token
    while parsed.deprels[first] == "conj" and parsed.heads[first] < first:
        first = parsed.heads[first]
    verb = parsed.lemmas[parsed.heads[first]].lower()
    role = parsed.deprels[first]
    determined = any(
        parsed.deprels[c] == "det" and parsed.word(c).lower() not in ("a", "an")
        for c in parsed.children[token]
    )
    as_one = any(
        parsed.deprels[c] == "case" and parsed.word(c).lower() == "as"
        for c in parsed.children[first]
    )
    if as_one:
        definite = any(parsed.word(c).lower() == "the" for c in parsed.children[token])
        return not definite or verb in cues("predicate")
    return verb in cues("predicate") and role in ("xcomp", "obj", "obl") and not determined


def states_named(register: Register) -> list[tuple[int, str]]:
    """Where states are named, with their codes, in text order."""
    return sorted(
        (start, d.country)
        for d in register.drafts
        if d.kind == "state" and d.country
        for start, _ in d.mentions
    )


def country_meant(found: Found, phrase: Phrase, states: list[tuple[int, str]]) -> str | None:
    """ "The country's president": the country named last before it."""
    start, end = found.parsed.span(phrase.first, phrase.hit.first + 1)
    if not any(w in cues("own") for w in found.story.text[start:end].lower().split(" ")):
        return None
    at = bisect_left(states, (start, "")) - 1
    return states[at][1] if at >= 0 and start - states[at][0] < MEANT else None


def named_after(parsed: Parsed, names: dict[int, Draft], phrase: Phrase) -> Draft | None:
    """The person that "a farmer from the valley named Jo Roe" goes on to name."""
    if phrase.entry.plural or phrase.entry.kind == "body":
        return None
    for token in range(phrase.hit.last, min(phrase.hit.last + NAMED, len(parsed) - 2)):
        if parsed.upos[token] == "PUNCT" or parsed.deprels[token] == "root":
            return None
        if parsed.word(token).lower() in cues("named"):
            following = token + 2 if parsed.word(token + 1).lower() == "as" else token + 1
            return names.get(parsed.starts[following])
    return None


def state_beside(parsed: Parsed, lands: dict[int, Draft], phrase: Phrase) -> Draft | None:
    """The state that "NATO member Kenya", "its neighbour, Kenya," goes on to name, and no person.

    `lands` are the states by where a name of theirs begins.
    """
    name, head = phrase.hit.last, phrase.hit.last - 1
    if phrase.entry.plural or phrase.entry.kind == "body" or name >= len(parsed):
        return None
    at = name + 1 if parsed.word(name) == "," and name + 1 < len(parsed) else name
    at = at + 1 if parsed.upos[at] == "DET" and at + 1 < len(parsed) else at
    below = parsed.children[head]
    apposed = any(parsed.deprels[c] == "appos" and at <= c < at + _LONG for c in below)
    if apposed:
        return lands.get(parsed.starts[at])
    before = parsed.deprels[head] in _BESIDE and parsed.heads[head] == name
    heads, rels = parsed.heads, parsed.deprels
    twice = heads[name] == heads[head] and rels[name] == rels[head] == "nsubj"  # a slip
    return lands.get(parsed.starts[name]) if before or twice else None


def neighbour_of(
    found: Found, phrase: Phrase, states: list[tuple[int, str]], lands: dict[int, Draft]
) -> Draft | None:
    """ "Kenya called off talks with Togo, blaming its neighbour": of the states named before in the
    sentence, or in the one before it, the only one beside the first.

    `states` are where states are named, with their countries; `lands` the states by those places.
    """
    parsed = found.parsed
    if phrase.entry.name not in _NEIGHBOUR or parsed.word(phrase.first).lower() != "its":
        return None
    sentence = parsed.sentence_of[phrase.first]
    stop = bisect_left(states, (parsed.starts[phrase.first], ""))
    whose: str | None = None
    for back in range(min(2, sentence + 1)):
        start = parsed.starts[parsed.sentences[sentence - back].start]
        named = states[bisect_left(states, (start, "")) : stop]
        whose = whose or (named[0][1] if named else None)
        others = [(at, country) for at, country in named if country != whose]
        if others:
            return lands.get(others[-1][0]) if len({c for _, c in others}) == 1 else None
        stop -= len(named)
    return None


def take_up(
    register: Register, known: tuple[str, ...], phrase: Phrase, country: str | None
) -> None:
    """Let "the girl" be "a 16-year-old girl" of before, where there was only one."""
    before = [
        d
        for d in register.people()
        if d.head == phrase.entry.name and not d.plural and country in (None, d.country)
    ]
    if len(before) == 1:
        register.alias(known, before[0])


def place_country(found: Found, phrase: Phrase) -> str | None:
    """The country of a town in the phrase ("Kyiv police", "residents of Ganja")."""
    start, end = found.parsed.span(phrase.first, phrase.last)
    for at, place in found.place_at.within(start, end):
        if place.country and not is_sponsor(found.parsed.text, *at):  # "pro-Ruritania rebels"
            return place.country
    parsed = found.parsed
    if phrase.last < len(parsed) and parsed.word(phrase.last).lower() in _PLACES:
        for _, place in found.place_at.within(end, min(end + 40, _clause_end(found, phrase.last))):
            return place.country
    return None


def lands_of_people(register: Register) -> dict[str, str]:
    """The countries of the people of a story by their last names, where these are plain."""
    found: dict[str, set[str]] = {}
    for person in register.people():
        if person.country and person.name[:1].isupper():
            found.setdefault(key_of(person.name.split()[-1]), set()).add(person.country)
    return {name: next(iter(lands)) for name, lands in found.items() if len(lands) == 1}


def owner_country(parsed: Parsed, phrase: Phrase, lands: dict[str, str]) -> str | None:
    """The country of the person whose government, army or aide it is ("the Roe government", "the
    government of Jane Roe")."""
    of = next((e.name for e in phrase.right if e.kind == "person"), "")
    words = [parsed.word(t) for t in range(phrase.first, phrase.hit.first)] + of.split()
    keys = [key_of(word) for word in words if word[:1].isupper()]
    # "The Bush administration", of a story that does not name him otherwise.
    known = lands_of_surnames() if "GOV" in phrase.entry.sectors else {}
    return next((land for k in keys if (land := lands.get(k) or known.get(k))), None)


def _clause_end(found: Found, token: int) -> int:
    parsed = found.parsed
    for at in range(token, min(token + 7, len(parsed))):
        if parsed.upos[at] in ("VERB", "AUX", "PUNCT"):
            return parsed.starts[at]
    return parsed.ends[min(token + 6, len(parsed) - 1)]


_PLACES = frozenset(["in", "at", "from", "outside"])


@dataclass(slots=True)
class Phrase:
    """A noun phrase with a head of the tables."""

    hit: Hit
    entry: Entry
    first: int
    last: int
    left: tuple[Entry, ...]
    right: tuple[Entry, ...]
    definite: bool
    owned: bool
    """It begins with a possessive pronoun, which is not resolved here."""
    another: bool = False
    """It begins with "another", and so is none of those before."""
    beside: bool = False
    """It stands before another noun and says whose that is: "a rebel attack"."""
    fields: int = 0
    """Where the fields of an office end, if they are listed ("ministers of trade and health")."""

    @property
    def head_end(self) -> int:
        """Where the noun ends, with the fields that are its own."""
        return max(self.hit.last, self.fields)
