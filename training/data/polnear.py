"""PolNeAR: who says what, as three BIO columns that do not depend on one another."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from training.data.plain import words_of
from training.data.sentence import Document, Sentence

ROLES = ("source", "cue", "content")


def read(path: Path) -> Iterator[Document]:
    """One document for each article. A fragment that overlaps an earlier one is left out."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            words = words_of(article["text"])
            columns = {role: ["O"] * len(words.spans) for role in ROLES}
            for role in ROLES:
                column = columns[role]
                spans = {tuple(s) for a in article["attributions"] for s in a[role]}
                for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
                    tokens = words.covered(start, end)
                    if tokens and all(column[t] == "O" for t in tokens):
                        for t in tokens:
                            column[t] = "I"
                        column[tokens[0]] = "B"
            found = words.words
            yield [
                Sentence(
                    found[a:b],
                    words.gaps[a:b],
                    {role: columns[role][a:b] for role in ROLES},
                    whole=False,
                )
                for a, b in words.stretches()
            ]
