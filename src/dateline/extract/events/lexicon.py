"""The lexicon of predicates: `lexicon/*.tsv`, and the noun classes that its conditions name.

A row reads: lemmas (`|` between) of a part of speech (V verb, N noun, A adjective, M modal) stand
for a PLOVER type, mode and CAMEO code, when all conditions hold, and give parties by `args`.

Conditions are `slot=a|b` or `slot!=a|b`; a slot is `subj`, `obj`, `iobj`, `comp` (a clause), `inf`,
`xcomp`, `prt` (particle), `aux`, `advmod`, `mod` (what describes a noun), `poss` (whose it is),
`head` (what a word hangs on), `acl` (a participle upon it), `prep` or any preposition; for nouns
also `light`, `happen`, `dated`, `parties`, `copin` (see `conditions.py`). An alternative is a
lemma, `a_b` (b with a on it), `@class`, `*` (there is one), `?` (there is none).

`args` is `actors>recipients`: slots joined with `+` (all) or `|` (the first that names somebody).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.errors import DataError
from dateline.extract.events.ontology import ontology
from dateline.record.claims import PloverType


@dataclass(frozen=True, slots=True)
class Need:
    """One condition of an entry."""

    slot: str
    wanted: bool
    words: frozenset[str]
    """Lemmas and `a_b` pairs."""
    classes: tuple[str, ...]
    """Names that start with `@`, and `*` or `?`."""


@dataclass(frozen=True, slots=True)
class Side:
    """Where the actors, or the recipients, of an event stand."""

    slots: tuple[str, ...]
    all: bool
    """Take all slots; else the first that names somebody."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the lexicon, for all its lemmas."""

    row: str
    """File and line, for `why`."""
    pos: str
    type: PloverType
    mode: str | None
    cameo: str
    actors: Side
    recipients: Side
    needs: tuple[Need, ...]


_FOLDER = "dateline.extract.events"


@cache
def classes() -> dict[str, frozenset[str]]:
    """The noun classes by name (without `@`), classes within classes resolved."""
    raw: dict[str, list[str]] = {}
    for number, line in enumerate(_lines("classes.tsv"), 1):
        if line.startswith("#"):
            continue
        name, tab, words = line.partition("\t")
        if not tab or name in raw:
            raise DataError(f"events/classes.tsv:{number}: no tab, or a class given twice")
        raw[name] = words.split()
    out: dict[str, frozenset[str]] = {}
    for name, listed in raw.items():
        members: set[str] = set()
        for word in listed:
            if not word.startswith("@"):
                members.add(word.lower())
            elif word[1:] in out:
                members |= out[word[1:]]
            else:
                raise DataError(f"events/classes.tsv: {name} takes in {word}, not yet defined")
        out[name] = frozenset(members)
    return out


@cache
def lexicon() -> dict[tuple[str, str], tuple[Entry, ...]]:
    """Entries by (lemma, part of speech), the ones with more conditions first."""
    table: dict[tuple[str, str], list[Entry]] = {}
    folder = files(_FOLDER).joinpath("lexicon")
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if not path.name.endswith(".tsv"):
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            row = f"{path.name}:{number}"
            cells = line.split("\t")
            if len(cells) != 7:
                raise DataError(f"events/lexicon/{row}: {len(cells)} cells, not 7")
            entry = _entry(row, cells)
            for lemma in cells[0].split("|"):
                table.setdefault((lemma.lower(), entry.pos), []).append(entry)
    return {k: tuple(sorted(v, key=_generality)) for k, v in table.items()}


def _generality(entry: Entry) -> int:
    """Wanted conditions make an entry more particular; excluding ones hardly do."""
    return -sum((1 if "*" in need.classes else 2) for need in entry.needs if need.wanted)


def _entry(row: str, cells: list[str]) -> Entry:
    _, pos, type_, mode, cameo, args, needs = cells
    if type_ not in ontology() or pos not in ("V", "N", "A", "M"):
        raise DataError(f"events/lexicon/{row}: unknown type {type_!r} or part of speech {pos!r}")
    kind = type_
    if mode not in ("-", *ontology()[kind].modes) and mode != "return":
        raise DataError(f"events/lexicon/{row}: {type_} has no mode {mode!r}")
    left, _, right = args.partition(">")
    return Entry(
        row=row,
        pos=pos,
        type=kind,
        mode=None if mode == "-" else mode,
        cameo=cameo,
        actors=_side(left),
        recipients=_side(right),
        needs=() if needs == "-" else tuple(_need(row, n) for n in needs.split(" ")),
    )


def _side(text: str) -> Side:
    if "+" in text:
        return Side(tuple(text.split("+")), True)
    return Side(tuple(s for s in text.split("|") if s), False)


def _need(row: str, text: str) -> Need:
    slot, sign, words = text.partition("=")
    if not sign or not words:
        raise DataError(f"events/lexicon/{row}: {text!r} is no condition")
    wanted = not slot.endswith("!")
    parts = [w.lower() for w in words.split("|")]
    marked = tuple(w for w in parts if w[0] in "@*?")
    for name in marked:
        if name[0] == "@" and name not in _COMPUTED and name[1:] not in classes():
            raise DataError(f"events/lexicon/{row}: unknown class {name}")
    return Need(slot.rstrip("!"), wanted, frozenset(parts) - frozenset(marked), marked)


_COMPUTED = frozenset(
    ["@actor", "@place", "@person", "@agent", "@igo", "@press", "@state"]
) | frozenset(["@@coop", "@@hostile", "@@should", "@@actor"])


def _lines(name: str) -> list[str]:
    text = files(_FOLDER).joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if line.strip()]
