"""The cue lexicon: what kind of act a word of saying is."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from dateline.errors import DataError
from dateline.knowledge.tables import read_rows
from dateline.language.parsed import Parsed

LONGEST: Final = 5
"""Words in the longest phrase of the lexicon."""


class CueClass(NamedTuple):
    """A row of `classes.tsv`."""

    name: str
    polarity: str
    """`+`, `-` or `0`."""
    plover: str | None
    """The PLOVER type that the act leans towards."""


class Cue(NamedTuple):
    """A row of `cues.tsv`."""

    lemma: str
    kind: CueClass
    takes_clause: bool
    """With a subject and a clause or quotation, the tree alone may read an attribution."""
    nests: bool
    """May open an attribution within another one."""

    @property
    def why(self) -> str:
        """For a value's `why`: the entry with its class and leaning."""
        leaning = f", {self.kind.plover}" if self.kind.plover else ""
        return f"cue {self.lemma!r} ({self.kind.name}{leaning})"


def rows(name: str, width: int) -> list[list[str]]:
    """The rows of a table beside this file. Raises DataError where one is too short or long."""
    return read_rows("dateline.extract.statements", name, width)


@cache
def words(name: str) -> frozenset[str]:
    """A closed list of `words.tsv`. DataError where there is none of that name."""
    table = {row[0]: row[2] for row in rows("words.tsv", 3)}
    if name not in table:
        raise DataError(f"words.tsv has no list {name!r}")
    return frozenset(table[name].split())


@cache
def classes() -> dict[str, CueClass]:
    """Cue classes by name. DataError where the table is broken."""
    return {
        name: CueClass(name, polarity, None if plover == "-" else plover)
        for name, polarity, plover, _ in rows("classes.tsv", 4)
    }


@cache
def cues() -> dict[tuple[str, str], Cue]:
    """Cues by (lemma, `VERB` | `NOUN` | `PHRASE`). DataError where the table is broken."""
    out: dict[tuple[str, str], Cue] = {}
    known = classes()
    for lemma, pos, kind, flags in rows("cues.tsv", 4):
        if kind not in known or pos not in ("VERB", "NOUN", "PHRASE") or (lemma, pos) in out:
            raise DataError(f"cues.tsv: {lemma} {pos} {kind}: unknown class or part, or repeated")
        out[lemma, pos] = Cue(lemma, known[kind], "c" in flags, "n" in flags)
    return out


@cache
def channels() -> dict[str, str]:
    """Words for channels, with their kind. DataError where the table is broken."""
    out: dict[str, str] = {}
    for word, kind in rows("media.tsv", 2):
        if kind not in ("platform", "occasion", "document", "outlet"):
            raise DataError(f"media.tsv: {word}: unknown kind {kind}")
        out[word] = kind
    return out


def verb(parsed: Parsed, token: int) -> Cue | None:
    """The cue that a token is as a verb, with its particle or preposition ("call for")."""
    if parsed.upos[token] not in ("VERB", "AUX"):
        return None
    return _phrase(parsed, token, min(len(parsed), token + LONGEST)) or _entry(
        parsed, token, "VERB"
    )


def classify(parsed: Parsed, start: int, end: int) -> Cue | None:
    """The cue in the tokens [start, end): a phrase first, then a verb, then a noun."""
    for token in range(start, end):
        found = _phrase(parsed, token, min(len(parsed), end + 1))
        if found:
            return found
    for pos in ("VERB", "NOUN"):
        for token in range(start, end):
            entry = _entry(parsed, token, pos)
            if entry and (pos == "NOUN") == (parsed.upos[token] in ("NOUN", "PROPN")):
                return entry
    return None


def _entry(parsed: Parsed, token: int, pos: str) -> Cue | None:
    """The entry of a token's lemma; failing that of its form without its ending."""
    table = cues()
    entry = table.get((parsed.lemmas[token].lower(), pos))
    if entry is not None or pos != "VERB" or parsed.upos[token] != "VERB":
        return entry
    word = parsed.word(token).lower()
    for ending in ("ed", "ing", "es", "s", "d"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            found = table.get((stem, pos)) or table.get((stem + "e", pos))
            if found is not None:
                return found
    return None


def _phrase(parsed: Parsed, token: int, limit: int) -> Cue | None:
    first = parsed.lemmas[token].lower()
    if first not in _phrase_heads():
        first = parsed.word(token).lower()  # "according" is no form of a verb here
        if first not in _phrase_heads():
            return None
    rest = range(token + 1, min(limit, token + LONGEST))
    words = [first, *(parsed.lemmas[t].lower() for t in rest)]
    for length in range(len(words), 1, -1):
        entry = cues().get((" ".join(words[:length]), "PHRASE"))
        if entry:
            return entry
    return None


@cache
def _phrase_heads() -> frozenset[str]:
    return frozenset(lemma.split()[0] for lemma, pos in cues() if pos == "PHRASE")
