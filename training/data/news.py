"""News without labels: what a model learns there it learns from other models (`imitation.py`)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from training.data.plain import words_of
from training.data.sentence import Document, Sentence


def read(path: Path) -> Iterator[Document]:
    """One document for each article: the headline, then the text, cut into probable sentences."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            words = words_of(f"{article.get('title') or ''}\n{article['text']}".strip())
            found = words.words
            yield [Sentence(found[a:b], words.gaps[a:b], whole=False) for a, b in words.stretches()]
