"""UD treebanks (CoNLL-U), with hyphenated words joined as Dateline's tokenizer keeps them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from dateline.language.parsed import FEATURES
from dateline.language.pieces import GAP_NONE, GAP_SEGMENT, GAP_SPACE
from training.data.sentence import Document, Sentence

# Non-commercial genres of GUM: never in what ships.
NON_COMMERCIAL = ("GUM_fiction", "GUM_whow")


def read(path: Path, without: tuple[str, ...] = NON_COMMERCIAL) -> Iterator[tuple[str, Document]]:
    """(document id, sentences) with the tokens of the treebank. Paragraphs are gaps of 2."""
    name = ""
    document: Document = []
    rows: list[list[str]] = []
    paragraph = True
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("#"):
                if line.startswith("# newdoc id"):
                    if document and not name.startswith(without):
                        yield name, document
                    name, document = line.split("=", 1)[1].strip(), []
                    paragraph = True
                elif line.startswith("# newpar"):
                    paragraph = True
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                document.append(_sentence(rows, paragraph))
                rows, paragraph = [], False
    if document and not name.startswith(without):
        yield name, document


def features(column: str) -> str:
    """The FEATS column with nothing but FEATURES in it; `_` if none is left."""
    kept = [f for f in column.split("|") if f.split("=")[0] in FEATURES and "," not in f]
    return "|".join(kept) or "_"


def _sentence(rows: list[list[str]], paragraph: bool) -> Sentence:
    words, gaps = [], []
    labels: dict[str, list[object]] = {
        k: [] for k in ("lemma", "upos", "xpos", "feats", "head", "rel")
    }
    gap = GAP_SEGMENT if paragraph else GAP_SPACE
    joined_to = ""
    for row in rows:
        if "-" in row[0]:  # a multiword token: its parts have no space between them
            joined_to = row[0].split("-")[1]
            joined_space = "SpaceAfter=No" not in row[9]
            continue
        if "." in row[0]:
            continue
        words.append(row[1])
        gaps.append(gap)
        index = int(row[0]) - 1
        labels["lemma"].append(row[2])
        labels["upos"].append(row[3])
        labels["xpos"].append(row[4])
        labels["feats"].append(features(row[5]))
        labels["head"].append(int(row[6]) - 1 if row[6] != "0" else index)
        labels["rel"].append(row[7])
        if joined_to:
            gap = GAP_NONE
            if row[0] == joined_to:
                joined_to = ""
                gap = GAP_SPACE if joined_space else GAP_NONE
        else:
            gap = GAP_NONE if "SpaceAfter=No" in row[9] else GAP_SPACE
    return Sentence(words, gaps, labels)


def groups(words: list[str], gaps: list[int]) -> list[tuple[int, int]]:
    """Token ranges that the tokenizer keeps as one word: `a - b` without space between."""
    out: list[tuple[int, int]] = []
    i, n = 0, len(words)
    while i < n:
        j = i + 1
        while j + 1 < n and gaps[j] == 0 and gaps[j + 1] == 0 and _joins(words, j):
            j += 2
        out.append((i, j))
        i = j
    return out


def _joins(words: list[str], dash: int) -> bool:
    before, after = words[dash - 1], words[dash + 1]
    if not (before[-1].isalnum() or before[-1] == ".") or not after[0].isalnum():
        return False
    if words[dash] == "-":
        return True
    digits = before[-1].isdigit() and after[0].isdigit()
    return words[dash] == "–" and (digits or (before[-1].isalpha() and after[0].isupper()))


def join_hyphens(sentence: Sentence) -> Sentence:
    """The sentence with hyphenated words whole.

    The word takes tag and relation of the part whose head lies outside it; what hung on any
    part hangs on it. A participle used as an attribute ("Moscow-backed") is an adjective.
    """
    parts = groups(sentence.words, sentence.gaps)
    if len(parts) == len(sentence.words):
        return sentence
    lab = sentence.labels
    group_of = [g for g, (a, b) in enumerate(parts) for _ in range(a, b)]
    words, gaps = [], []
    out: dict[str, list[object]] = {k: [] for k in lab}
    for g, (a, b) in enumerate(parts):
        words.append("".join(sentence.words[a:b]))
        gaps.append(sentence.gaps[a])
        top = a
        for t in range(a, b):
            outside = lab["head"][t] == t or group_of[lab["head"][t]] != g
            if outside and (lab["upos"][t] != "PUNCT" or b - a == 1):
                top = t
        head = lab["head"][top]
        upos, xpos, feats = lab["upos"][top], lab["xpos"][top], lab["feats"][top]
        if b - a > 1 and upos == "VERB" and lab["rel"][top] == "amod":
            upos, xpos, feats = "ADJ", "JJ", "_"
        out["head"].append(g if head == top else group_of[head])
        out["rel"].append(lab["rel"][top])
        out["upos"].append(upos)
        out["xpos"].append(xpos)
        out["feats"].append(feats)
        lemma = "".join(lab["lemma"][a:b])
        if b - a > 1 and lab["upos"][top] != "PROPN":
            lemma = "".join(sentence.words[a : b - 1]).lower() + lab["lemma"][b - 1]
        out["lemma"].append(lemma)
    return Sentence(words, gaps, out, sentence.whole)
