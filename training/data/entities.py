"""Entity corpora with one token a line: CoNLL-2003, CrossNER politics, wikigold, Universal NER."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dateline.knowledge.lexicon import all_entries
from training.data.sentence import Document, Sentence
from training.data.spacing import gaps

KINDS = ("PER", "ORG", "LOC", "NORP", "EVENT", "MISC")

# To the classes of the head; political parties are organisations. CoNLL's MISC is told apart
# by `misc_kind`: nationalities and groups, events, and the rest.
CLASSES = {
    "person": "PER", "politician": "PER", "organisation": "ORG", "politicalparty": "ORG",
    "location": "LOC", "country": "LOC", "misc": "MISC", "event": "EVENT", "election": "EVENT",
    "PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC",
}  # fmt: skip


@cache
def _kinds() -> dict[str, str]:
    """Kind by word, from `misc.tsv` and the nationalities of the package."""
    out: dict[str, str] = {}
    for entry in all_entries():
        if entry.kind == "demonym":
            out[entry.wording.lower()] = "NORP"
            out[entry.wording.lower() + "s"] = "NORP"
    for line in Path(__file__).with_name("misc.tsv").read_text("utf-8").splitlines():
        if not line.startswith(("#", "kind\t")):
            kind, words = line.split("\t")
            out.update(dict.fromkeys(words.split(), kind))
    return out


def misc_kind(words: list[str]) -> str:
    """NORP, EVENT or MISC for the words of a MISC entity.

    An event is known by any of its words ("World Cup", "Gulf War"), a nationality or group by
    all of them ("South Korean", "Bosnian Serbs", "Russian-Chechen").
    """
    kinds = _kinds()
    lower = [w.lower() for w in words]
    if kinds.get(" ".join(lower)) == "NORP":
        return "NORP"
    if any(kinds.get(w) == "EVENT" for w in lower):
        return "EVENT"
    parts = [p for w in lower for p in w.split("-")]
    known = [kinds.get(p) == "NORP" for p in parts]
    return "NORP" if all(known) or (known[-1] and len(words) > 1) else "MISC"


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            cells = line.split()
            if cells and not line.startswith("# "):
                rows.append(cells)
            elif rows and not cells:
                yield rows
                rows = []
    if rows:
        yield rows


def bio(words: list[str], tags: list[str]) -> list[str]:
    """Class names mapped, MISC told apart, and every entity begun with B."""
    out: list[str] = []
    before = "O"
    begin = 0
    for i, tag in enumerate([*tags, "O"]):
        kind = CLASSES.get(tag[2:], "O") if tag != "O" else "O"
        goes_on = tag[0] == "I" and before == kind != "O"
        if not goes_on and before == "MISC":
            told = misc_kind(words[begin:i])
            out[begin:i] = [t[:2] + told for t in out[begin:i]]
        if i == len(tags):
            break
        if kind == "O":
            out.append("O")
        elif goes_on:
            out.append("I-" + kind)
        else:
            out.append("B-" + kind)
            begin = i
        before = kind
    return out


def read(path: Path, word: int = 0, tag: int = 1) -> Iterator[Document]:
    """Documents of up to 12 consecutive sentences (the corpora mark no documents)."""
    document: Document = []
    for rows in _blocks(path):
        words = [r[word] for r in rows]
        column = bio(words, [r[tag] for r in rows])
        document.append(Sentence(words, [1, *gaps(words)[1:]], {"entity": column}))
        if len(document) == 12:
            yield document
            document = []
    if document:
        yield document


def read_uner(path: Path) -> Iterator[Document]:
    """Universal NER: number, word, tag. It knows no MISC, so that a capitalised word outside its
    entities may be one: it teaches nothing (`?`)."""
    for document in read(path, 1, 2):
        for sentence in document:
            column = sentence.labels["entity"]
            for i, word in enumerate(sentence.words):
                if i and column[i] == "O" and word[0].isupper() and word != "I":
                    column[i] = "?"
        yield document
