"""A description beside a name: "a rebel group, the Togo Front", "Jane Roe, a lawyer"."""

from __future__ import annotations

from dateline.extract.actors.attributive import IN_ARMS
from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.lookup import BODIES
from dateline.extract.actors.nominal_links import Phrase
from dateline.extract.actors.reading import Reading
from dateline.extract.actors.tables import cues
from dateline.extract.found import Found
from dateline.knowledge.tables import cached_words
from dateline.language.parsed import Parsed

_NAMING = 4
"""Words from a noun to those that give its name."""
_LEADING = frozenset([",", "a", "group"])
_KNOWN = frozenset(["known", "calling", "styling"])
_AS = (["as"], ["themselves"], ["itself"])
_Kept = tuple[Phrase, Draft, Reading, str | None]


class Appositions:
    """Gives descriptions in the singular to those who are named beside them."""

    def __init__(self, found: Found, register: Register) -> None:
        self.found = found
        self.named: dict[int, Draft] = {}
        """The persons and bodies that have a name, by the tokens of their names."""
        self.kept: list[_Kept] = []
        for draft in register.drafts:
            if not draft.head and (draft.kind == "person" or draft.kind in BODIES):
                for span, how in draft.mentions.items():
                    if how == "name":
                        self._name(draft, *found.parsed.tokens_in(*span))

    def _name(self, draft: Draft, first: int, last: int) -> None:
        self.named.update(dict.fromkeys(range(first, last), draft))

    def take(self, phrase: Phrase, reading: Reading, country: str | None) -> bool:
        """ "A rebel group, the Front, said", "Roe, a lawyer": whether the name beside has it."""
        draft = self._beside(phrase) or self._called(phrase)
        if draft is None or (draft.kind == "person" and _of_two_lands(draft.country, country)):
            return False
        draft.mention(*self.found.parsed.span(phrase.first, phrase.last), "title")
        _describe(draft, reading, country)
        return True

    def listed(self, phrase: Phrase, reading: Reading, country: str | None) -> None:
        """ "Rebel groups, including the Front": what several are, each of those named is."""
        parsed = self.found.parsed
        for c in parsed.children[phrase.hit.last - 1] if phrase.entry.kind == "body" else ():
            if any(parsed.word(m).lower() == "including" for m in parsed.children[c]):
                draft = self.named.get(c)
                if draft is not None and draft.kind in BODIES:
                    _describe(draft, reading, country)

    def keep(self, phrase: Phrase, draft: Draft, reading: Reading, country: str | None) -> None:
        """Note a body that was entered by its noun: a name where that is written large ("the Togo
        Liberation Front"), else a description whose name may follow."""
        if self.found.parsed.word(phrase.hit.last - 1)[:1].isupper():
            self._name(draft, phrase.first, phrase.last)
        else:
            self.kept.append((phrase, draft, reading, country))

    def join(self) -> None:
        """Move the descriptions that were kept to those who are named beside them."""
        parsed = self.found.parsed
        for phrase, draft, reading, country in self.kept:
            last = phrase.last if phrase.right else phrase.hit.last
            span = parsed.span(phrase.first, last)
            if self._beside(phrase) is not draft and self.take(phrase, reading, country):
                draft.mentions.pop(span, None)

    def _called(self, phrase: Phrase) -> Draft | None:
        """ "The militia known as the Lions", "rebels calling themselves the Sons": the body that
        has the name right behind such words."""
        parsed, at = self.found.parsed, phrase.last
        if phrase.entry.kind not in ("body", "population"):
            return None
        words = [parsed.word(t).lower() for t in range(at, min(at + _NAMING, len(parsed)))]
        while words and words[0] in _LEADING:
            words, at = words[1:], at + 1
        verb, behind = (words[0], words[1:]) if words else ("", [])
        if verb not in cues("named") | _KNOWN or (verb in _KNOWN and behind[:1] not in _AS):
            return None
        at += 1 + (verb in _KNOWN)
        while at < len(parsed) and parsed.word(at).lower() in ("the", '"', "“"):
            at += 1
        draft = self.named.get(at)
        return draft if draft is not None and draft.kind in BODIES else None

    def _beside(self, phrase: Phrase) -> Draft | None:
        """Who is named beside a noun in the singular, alone, and of its kind."""
        parsed, noun = self.found.parsed, phrase.hit.last - 1
        if phrase.entry.plural or not parsed.word(noun)[:1].islower():
            return None  # "Coast Youth Union (CYU)": a name itself
        before = parsed.deprels[noun] == "appos"
        below = [c for c in parsed.children[noun] if c > noun and _is_apposed(parsed, c)]
        beside = parsed.heads[noun] if before else next(iter(below), noun)
        draft = self.named.get(beside)
        if draft is None or any(parsed.deprels[c] == "conj" for c in parsed.children[beside]):
            return None
        body = phrase.entry.kind == "body"
        return draft if (draft.kind in BODIES if body else draft.kind == "person") else None


def _of_two_lands(one: str | None, other: str | None) -> bool:
    """ "The Kenyan president and the Ghanaian, Kofi Mensah": the tree has two people as one."""
    return one is not None and other is not None and one != other


def _is_apposed(parsed: Parsed, token: int) -> bool:
    """An apposition; also what the tree calls an attribute, behind a comma without preposition."""
    if parsed.deprels[token] != "nmod":
        return parsed.deprels[token] == "appos"
    below = parsed.children[token]
    comma = any(parsed.word(c) == "," for c in below if c < token)
    return comma and not any(parsed.deprels[c] == "case" for c in below)


def _describe(draft: Draft, reading: Reading, country: str | None) -> None:
    """Give somebody whom only the text knows what the description says: land, sector, arms."""
    if draft.why.startswith("table"):
        return
    draft.country = draft.country or country
    public = [s for s in reading.sectors if s not in cached_words("private_sectors.tsv")]
    draft.add_sectors(public if draft.kind == "person" else reading.sectors)
    if draft.kind == "organisation" and IN_ARMS & set(reading.sectors[:1]):
        draft.kind = "armed_group"
