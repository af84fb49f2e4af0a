"""Entity corpora with one token a line: CoNLL-2003, CrossNER politics, wikigold, Universal NER."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from training.data.sentence import Document, Sentence
from training.data.spacing import gaps

# To the four classes of the head. Nationalities and groups are MISC in CoNLL; political
# parties are organisations.
CLASSES = {
    "person": "PER", "politician": "PER", "organisation": "ORG", "politicalparty": "ORG",
    "location": "LOC", "country": "LOC", "misc": "MISC", "event": "MISC", "election": "MISC",
    "PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC",
}  # fmt: skip


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


def bio(tags: list[str]) -> list[str]:
    """Class names mapped and every entity begun with B."""
    out: list[str] = []
    before = "O"
    for tag in tags:
        kind = CLASSES.get(tag[2:]) if tag != "O" else None
        if kind is None:
            out.append("O")
        elif tag[0] == "I" and before == kind:
            out.append("I-" + kind)
        else:
            out.append("B-" + kind)
        before = kind or "O"
    return out


def read(path: Path, word: int = 0, tag: int = 1) -> Iterator[Document]:
    """Documents of up to 12 consecutive sentences (the corpora mark no documents)."""
    document: Document = []
    for rows in _blocks(path):
        words = [r[word] for r in rows]
        column = bio([r[tag] for r in rows])
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
