"""What a story says about where it plays: countries mentioned, dateline, containment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.extract.found import Found
from dateline.extract.places.candidates import Toponym
from dateline.extract.places.gazetteer import Spot
from dateline.extract.places.tables import abbreviations, country_spots, cues, curated_spots
from dateline.knowledge.lexicon import key_of

_WEIGHT = {
    "country": 1.0,
    "disputed": 1.0,
    "demonym": 1.0,
    "capital": 0.7,
    "seat": 0.7,
    "person": 0.3,
}
_ENOUGH = 2.0
"""Mentions of countries that a story needs before one is called its own."""
_STATE = re.compile(r",? +\(?((?:[A-Z][a-z]{1,12}\.?|[A-Z]\.? ?[A-Z]\.?)(?: [A-Z][a-z]{3,12})?)")
_STATE_OF = re.compile(r"\bWash\.|\bWashington [Ss]tate\b|\b[Ss]tate of Washington\b|, WA\b")
_TITLES = frozenset({"Ms", "Miss", "Del"})
"""Abbreviated states that are more often a title: "in Iran, Ms. Azad", "former Del. Smith"."""
_IN = re.compile(r" (?:in|of) (?:the )?(?:[a-z\-]{2,20} ){0,3}|, (?:[a-z\-]{2,20} ){0,2}| \(|, in ")

_ABROAD = re.compile(r"(?:['’]s?)? (?:embass(?:y|ies)|consulates?|ambassadors?|consuls?)\b", re.I)
"""After the name of a country: those who are in another ("the US consulate in Peshawar")."""


@dataclass
class Context:
    """The story's theatre: how often it names each country, and US states, by what name."""

    counts: dict[str, float] = field(default_factory=dict)
    """Weight of the mentions of each country."""
    own: dict[tuple[str, str], float] = field(default_factory=dict)
    """Of these, what one folded name adds to one country."""
    states: dict[str, float] = field(default_factory=dict)
    """Mentions of US states, by postal code."""
    of_state: bool = False
    """Whether the story speaks of the state of Washington, which its capital's name may mean."""
    filed: list[Spot] = field(default_factory=list)
    """The places of the dateline, resolved."""

    @property
    def shares(self) -> dict[str, float]:
        """Countries by their share of all mentions of countries."""
        total = sum(self.counts.values())
        return {c: n / total for c, n in self.counts.items()} if total else {}

    def share(self, country: str, without: str) -> float:
        """A country's share when one name is left out, so that no name speaks for itself."""
        rest = sum(n for (_, key), n in self.own.items() if key == without)
        total = sum(self.counts.values()) - rest
        mine = self.counts.get(country, 0.0) - self.own.get((country, without), 0.0)
        return mine / total if total > 0.1 else 0.0

    def state_share(self, code: str) -> float:
        """A US state's share of all mentions of US states."""
        total = sum(self.states.values())
        return self.states.get(code, 0.0) / total if total else 0.0

    def main_country(self) -> str | None:
        """The country that takes half of all mentions, and twice as many as any other."""
        ranked = sorted(self.shares.items(), key=lambda item: (-item[1], item[0]))
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        if sum(self.counts.values()) < _ENOUGH or ranked[0][1] < max(0.5, 2 * second):
            return None
        return ranked[0][0]

    def add(self, country: str, key: str, weight: float) -> None:
        """Count a mention of a country."""
        self.counts[country] = self.counts.get(country, 0.0) + weight
        self.own[country, key] = self.own.get((country, key), 0.0) + weight


def context_of(found: Found) -> Context:
    """Count the countries that the story names, its people and capitals included."""
    text = found.story.text
    context = Context(of_state=bool(_STATE_OF.search(text)))
    for match in found.names:
        entry = match.entries[0]
        if entry.country and entry.kind in _WEIGHT and not _ABROAD.match(text, match.end):
            key = key_of(text[match.start : match.end])
            context.add(entry.country, key, _WEIGHT[entry.kind])
    return context


def add_states(
    context: Context, tops: Sequence[Toponym], within: Sequence[Container | None]
) -> None:
    """Count US states, named or as what a town lies in; each is a mention of the country too."""
    for top, container in zip(tops, within, strict=True):
        code = abbreviations().get(top.key)
        if container is not None and container.region:
            code = container.region
        if code and top.key not in country_spots() and top.key != "washington":
            context.states[code] = context.states.get(code, 0.0) + 1.0
            context.add("USA", top.key, 1.0)


@dataclass(frozen=True, slots=True)
class Container:
    """What a place is said to lie in: a country, and a first-level region where known."""

    country: str | None
    region: str | None
    words: str


def containers(text: str, tops: Sequence[Toponym]) -> list[Container | None]:
    """For each toponym, the place that the words after it put it in ("Ganja in Azerbaijan")."""
    out: list[Container | None] = []
    for i, top in enumerate(tops):
        following = tops[i + 1] if i + 1 < len(tops) else None
        out.append(_state_after(text, top) or _named_after(text, top, following))
    return out


def _state_after(text: str, top: Toponym) -> Container | None:
    match = None if _is_wide(top.key) else _STATE.match(text, top.end, top.end + 30)
    if match is None or not text[top.end : match.start(1)].startswith(","):
        return None
    wording = match.group(1)
    if wording.rstrip(".") in _TITLES:
        return None
    for name in (wording, wording.split(" ")[0]):
        code = abbreviations().get(key_of(name))
        if code and (len(name) > 2 or name.isupper()) and key_of(name) not in country_spots():
            return Container("USA", code, name)
    return None


def _named_after(text: str, top: Toponym, following: Toponym | None) -> Container | None:
    if following is None or following.start - top.end > 45:
        return None
    if not _IN.fullmatch(text, top.end, following.start):
        return None
    key = following.key
    wide = country_spots().get(key) or curated_spots().get(key)
    if wide is not None and wide.kind in ("country", "disputed", "region") and wide.country:
        listed = text[top.end : following.start] == ", " and _is_listed(text, following)
        same_sort = top.key in country_spots()
        return None if listed or same_sort else Container(wide.country, None, following.text)
    code = abbreviations().get(key)
    if not code or _is_wide(top.key) or following.text.rstrip(".") in _TITLES:
        return None
    return Container("USA", code, following.text)


def _is_wide(key: str) -> bool:
    """A country or a US state: it lies in no state, however the words follow each other."""
    return key in country_spots() or key in abbreviations()


def _is_listed(text: str, following: Toponym) -> bool:
    """ "Baku, Armenia and Iran" is a list, "Ganja, Azerbaijan," is not."""
    return text[following.end : following.end + 5].startswith((" and ", " or "))


def direction_stripped(key: str) -> tuple[str, str | None]:
    """A folded name without direction and generic words, and the generic word.

    "northern Syria" -> ("syria", None), "Aleppo province" -> ("aleppo", "province").
    """
    words = key.split(" ")
    generic = None
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[0] in cues("direction"):
        words = words[1:]
    if len(words) > 1 and words[-1] in cues("generic"):
        generic = words.pop()
    elif len(words) > 2 and words[0] in cues("generic") and words[1] == "of":
        generic, words = words[0], words[2:]
    return " ".join(words), generic
