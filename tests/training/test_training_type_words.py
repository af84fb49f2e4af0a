"""The words that speak for an event type are fitted to stories of known type. Own sentences."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

from training.type_words import SENTENCES, examples, table

SHELLED = "The army shelled a town near the border on Monday and many people fled."
DONATED = "The government donated food and tents for people after the flood on Monday."


def _stories(folder: Path) -> Path:
    path = folder / "stories.csv.gz"
    with gzip.open(path, "wt", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, ("text", "label"))
        writer.writeheader()
        for _ in range(8):
            writer.writerow({"text": f"{SHELLED} {SHELLED} {DONATED}", "label": "ASSAULT"})
            writer.writerow({"text": f"{DONATED} {DONATED} {SHELLED}", "label": "AID"})
    return path


def test_only_the_first_sentences_are_read(tmp_path: Path) -> None:
    found = list(examples(_stories(tmp_path)))
    assert len(found) == 16 * SENTENCES
    assert all(("shelled" in words) == (kind == "ASSAULT") for words, kind in found)


def test_words_are_weighed_by_what_they_tell_apart(tmp_path: Path) -> None:
    text = table(list(examples(_stories(tmp_path))))
    rows = dict(line.split("\t") for line in text.splitlines() if line[0] != "#")
    assert rows["*types"] == "AID ASSAULT"
    aid, assault = map(int, rows["shelled"].split())
    assert assault > 0 > aid
    aid, assault = map(int, rows["donated"].split())
    assert aid > 0 > assault
    assert "monday" not in rows


def test_the_same_stories_give_the_same_table(tmp_path: Path) -> None:
    found = list(examples(_stories(tmp_path)))
    assert table(found) == table(found)
