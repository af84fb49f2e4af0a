"""TimeBank and AQUAINT: event triggers with class, tense and polarity."""

from __future__ import annotations

import hashlib
import tarfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from training.data.plain import words_of
from training.data.sentence import Document, Sentence

HELD_BACK = 40


def held_back(names: list[str]) -> set[str]:
    """The 40 documents whose names hash lowest: never trained on."""
    return set(sorted(names, key=lambda n: hashlib.sha256(n.encode()).hexdigest())[:HELD_BACK])


def read(path: Path, test: bool = False) -> Iterator[tuple[str, Document]]:
    """(name, sentences) of the documents for training, or of those held back."""
    with tarfile.open(path) as archive:
        members = {Path(m.name).name: m for m in archive if m.name.endswith(".tml")}
        chosen = held_back(sorted(members))
        for name in sorted(members):
            if (name in chosen) == test:
                file = archive.extractfile(members[name])
                assert file is not None
                yield name, _document(file.read())


def _modal(value: str) -> str:
    """The modal word of an annotation in one spelling; "none" is none."""
    word = value.lower().replace("_", " ")
    return {"none": "", "'d": "would"}.get(word, word)


def _document(data: bytes) -> Document:
    root = ElementTree.fromstring(data)
    node = root.find("TEXT")
    assert node is not None
    circumstances = {
        m.get("eventID"): (
            m.get("tense") or "NONE",
            m.get("polarity") or "POS",
            _modal(m.get("modality") or ""),
        )
        for m in reversed(root.findall("MAKEINSTANCE"))
    }
    events: list[tuple[int, int, str | None, str | None]] = []
    pieces: list[str] = []

    def walk(element: ElementTree.Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        if element.tag == "EVENT":
            events.append((start, sum(map(len, pieces)), element.get("class"), element.get("eid")))

    walk(node)
    text = "".join(pieces)
    # Lines are wrapped within paragraphs in some documents: an empty line parts paragraphs there.
    if "\n\n" in text.strip():
        text = text.replace("\n\n", "\v\v").replace("\n", " ").replace("\v", "\n")
    words = words_of(text)
    n = len(words.spans)
    event, tense, polarity, modality = ["O"] * n, [""] * n, [""] * n, [""] * n
    for start, end, kind, eid in events:
        for t in list(words.covered(start, end))[:1]:
            event[t] = kind or "OCCURRENCE"
            tense[t], polarity[t], modality[t] = circumstances.get(eid, ("NONE", "POS", ""))
    if polarity.count("NEG") > 0.3 * (n - event.count("O")):
        # The AQUAINT part has NEG as the default of a tool in half of its files: not usable.
        polarity = [""] * n
    found = words.words
    return [
        Sentence(
            found[a:b],
            words.gaps[a:b],
            {
                "event": event[a:b],
                "tense": tense[a:b],
                "polarity": polarity[a:b],
                "modality": modality[a:b],
            },
            whole=False,
        )
        for a, b in words.stretches()
    ]
