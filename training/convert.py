"""Corpora to numbers: reads everything, checks it, and gives what training and its labels need."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections import Counter
from pathlib import Path
from typing import Any

from dateline.language.lemmas import script
from dateline.language.pieces import Pieces
from training import paths
from training.data import conllu, entities, news, polnear, timeml
from training.data.sentence import Document
from training.rows import Encoded, Encoder

# Sources of training text by task. No labelled file under eval/ but quotes/train is trained on.
# The dev parts are trained on too: nothing was chosen by them after they joined.
TREES = tuple(f"train/ud_{t}.{part}.conllu.gz" for t in ("ewt", "gum") for part in ("train", "dev"))
ENTITIES = tuple(
    f"train/{c}_{part}.tsv.gz" for c in ("conll2003", "politics") for part in ("train", "dev")
)
WIKIGOLD = "train/wikigold.conll.gz"
UNER = "train/uner_ewt.dev.iob2.gz"
QUOTES = "eval/dev/quotes/train.jsonl.gz"
TIMEML = "train/timeml_timebank_aquaint.tar.gz"
# Text without labels: the open articles that no evaluation set is made of.
NEWS = tuple(
    f"eval/dev/articles/{n}.jsonl.gz"
    for n in ("afp_xinhua_1997", "karabakh_2020", "wikinews_2019_2020")
)
SOURCES = (*TREES, *ENTITIES, WIKIGOLD, UNER, QUOTES, TIMEML, *NEWS)

BIO = ["O", "B", "I"]
ENTITY = ["O", *(f"{p}-{k}" for k in entities.KINDS for p in "BI")]
EVENT = ["O", "OCCURRENCE", "REPORTING", "STATE", "I_ACTION", "I_STATE", "ASPECTUAL", "PERCEPTION"]
TENSE = ["NONE", "PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART"]
POLARITY = ["POS", "NEG"]
RARE_SCRIPT = 3


def checksums(shared: Path) -> dict[str, str]:
    """SHA-256 of every source file."""
    return {s: hashlib.sha256((shared / s).read_bytes()).hexdigest() for s in SOURCES}


def add_scripts(document: Document) -> Document:
    """Give every sentence of a treebank its lemma scripts."""
    for sentence in document:
        pairs = zip(sentence.words, sentence.labels["lemma"], strict=True)
        sentence.labels["script"] = [script(w, lemma) for w, lemma in pairs]
    return document


def read_all(shared: Path) -> dict[str, list[tuple[Document, ...]]]:
    """Documents by task, trees in two variants: hyphenated words whole, and in parts."""
    trees: list[tuple[Document, ...]] = []
    for source in TREES:
        for _, parts in conllu.read(shared / source):
            whole = [conllu.join_hyphens(s) for s in parts]
            trees.append((add_scripts(whole), add_scripts(parts)))
    entity: list[tuple[Document, ...]] = [
        (d,) for source in ENTITIES for d in entities.read(shared / source)
    ]
    entity += [(d,) for d in entities.read(shared / WIKIGOLD)]
    entity += [(d,) for d in entities.read_uner(shared / UNER)]
    return {
        "trees": trees,
        "entities": entity,
        "attribution": [(d,) for d in polnear.read(shared / QUOTES)],
        "events": [(d,) for _, d in timeml.read(shared / TIMEML)],
        "news": [(d,) for source in NEWS for d in news.read(shared / source)],
    }


def label_lists(tasks: dict[str, list[tuple[Document, ...]]]) -> dict[str, list[str]]:
    """The labels of each column; tags by frequency, so that ties and files are stable."""
    columns = ("upos", "xpos", "feats", "rel", "script")
    counts: dict[str, Counter[str]] = {c: Counter() for c in columns}
    for variants in tasks["trees"]:
        for document in variants:
            for sentence in document:
                for column, counter in counts.items():
                    counter.update(sentence.labels[column])

    def ordered(column: str, least: int) -> list[str]:
        found = [v for v, n in counts[column].items() if n >= least]
        return sorted(found, key=lambda v: (-counts[column][v], v))

    return {
        "upos": ordered("upos", 1),
        "xpos": ordered("xpos", 2),
        "feats": ordered("feats", 10),
        "rel": ordered("rel", 4),
        "script": ordered("script", 2 * RARE_SCRIPT),
        "entity": ENTITY,
        "source": BIO,
        "cue": BIO,
        "content": BIO,
        "event": EVENT,
        "tense": TENSE,
        "polarity": POLARITY,
    }


def convert(shared: Path, vocabulary: Path, work: Path) -> dict[str, Any]:
    """Convert everything into `work/data.pickle`; if the sources are unchanged, read that."""
    sums = checksums(shared)
    language = paths.MODEL.parent  # its tokenizer and windows make the units
    read_by = [language / n for n in ("tokenize.py", "abbreviations.txt", "windows.py")]
    code = [*read_by, *sorted(Path(__file__).parent.glob("data/*.[pt]*")), Path(__file__)]
    sums["code"] = hashlib.sha256(b"".join(p.read_bytes() for p in code)).hexdigest()
    stamp, target = work / "sources.json", work / "data.pickle"
    if stamp.exists() and target.exists() and json.loads(stamp.read_text()) == sums:
        with target.open("rb") as file:
            return pickle.load(file)  # our own file, written below
    tasks = read_all(shared)
    labels = label_lists(tasks)
    encoder = Encoder(Pieces(vocabulary.read_bytes()), labels)
    encoded: dict[str, list[tuple[list[Encoded], ...]]] = {
        task: [tuple([encoder.encode(s) for s in d] for d in variants) for variants in documents]
        for task, documents in tasks.items()
    }
    counts = {
        task: sum(len(s.words) for variants in documents for s in variants[0])
        for task, documents in tasks.items()
    }
    data = {"labels": labels, "tasks": encoded, "words": counts, "straight": encoder.straight}
    work.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        pickle.dump(data, file)
    stamp.write_text(json.dumps(sums, indent=1, sort_keys=True) + "\n")
    return data
