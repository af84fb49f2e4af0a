"""Figures of an exported model, on gold tokens and from raw text.

`python training/evaluate.py [--folder MODEL] [--json FILE]` prints a table. All goes through the
shipped runtime. LAS counts punctuation and compares universal relations (the subtype after the
colon dropped), as the CoNLL 2018 shared task does; from raw text it is an F1 over aligned tokens.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from dateline.anatomy.story import Segment
from dateline.language.encoder import Encoder
from dateline.language.parsed import Parsed
from dateline.language.parser import Words, make_words, parse_words
from dateline.language.weights import load
from training import paths
from training.data import conllu, entities, timeml
from training.data.sentence import Document, Sentence
from training.linker import attributions

Figures = dict[str, float]
Spans = set[tuple[int, int, str]]


def words_of(document: Document) -> tuple[str, Words, list[bool]]:
    """A text built from gold tokens, the tokens in it, and the gold sentence starts."""
    text = ""
    out = Words()
    known: list[bool] = []
    for sentence in document:
        for k, (word, gap) in enumerate(zip(sentence.words, sentence.gaps, strict=True)):
            if out.words:
                text += ("", " ", "\n\n")[gap]
            out.words.append(word)
            out.starts.append(len(text))
            text += word
            out.ends.append(len(text))
            out.gaps.append(gap if out.gaps else 2)
            known.append(k == 0)
    begins = [k for k, gap in enumerate(out.gaps) if gap == 2]
    for k, begin in enumerate(begins):
        stop = begins[k + 1] if k + 1 < len(begins) else len(out.words)
        out.segments.append((begin, Segment(out.starts[begin], out.ends[stop - 1], "body")))
    return text, out, known


def _universal(relation: str) -> str:
    return relation.split(":")[0]


def gold_trees(reader: Encoder, documents: Iterable[Document]) -> Figures:
    """UPOS, XPOS, features, lemma and attachment scores with tokens and sentences given."""
    names = ("upos", "xpos", "feats", "lemma", "uas", "las", "las_subtypes")
    right = dict.fromkeys(names, 0)
    total = 0
    for document in documents:
        text, words, known = words_of(document)
        parsed = parse_words(text, words, reader, known)
        base = 0
        for s in document:
            lab = s.labels
            for i in range(len(s.words)):
                t = base + i
                head = parsed.heads[t] - base == lab["head"][i]
                total += 1
                right["upos"] += parsed.upos[t] == lab["upos"][i]
                right["xpos"] += parsed.xpos[t] == lab["xpos"][i]
                right["feats"] += parsed.feats[t] == lab["feats"][i]
                right["lemma"] += parsed.lemmas[t] == lab["lemma"][i]
                right["uas"] += head
                same = _universal(parsed.deprels[t]) == _universal(lab["rel"][i])
                right["las"] += head and same
                right["las_subtypes"] += head and parsed.deprels[t] == lab["rel"][i]
            base += len(s.words)
    return {k: 100 * v / total for k, v in right.items()}


def raw_trees(reader: Encoder, documents: Iterable[Document]) -> Figures:
    """F1 of tokens, sentences, UPOS and attachment, from the text alone."""
    hits = dict.fromkeys(("tokens", "sentences", "upos", "lemma", "uas", "las"), 0)
    gold_n = own_n = gold_s = own_s = 0
    for document in documents:
        text, words, _ = words_of(document)
        segments = [segment for _, segment in words.segments]
        parsed = parse_words(text, make_words(text, segments), reader)
        own = {span: t for t, span in enumerate(zip(parsed.starts, parsed.ends, strict=True))}
        gold_n += len(words.words)
        own_n += len(parsed)
        base = 0
        spans = set()
        for s in document:
            n = len(s.words)
            spans.add((words.starts[base], words.ends[base + n - 1]))
            for i in range(n):
                t = own.get((words.starts[base + i], words.ends[base + i]))
                if t is None:
                    continue
                hits["tokens"] += 1
                hits["upos"] += parsed.upos[t] == s.labels["upos"][i]
                hits["lemma"] += parsed.lemmas[t] == s.labels["lemma"][i]
                head = base + s.labels["head"][i]
                h = parsed.heads[t]
                if (words.starts[head], words.ends[head]) == (parsed.starts[h], parsed.ends[h]):
                    hits["uas"] += 1
                    same = _universal(parsed.deprels[t]) == _universal(s.labels["rel"][i])
                    hits["las"] += same
            base += n
        found = {parsed.span(x.start, x.end) for x in parsed.sentences}
        gold_s, own_s = gold_s + len(spans), own_s + len(found)
        hits["sentences"] += len(spans & found)
    out = {k: 200 * v / (gold_n + own_n) for k, v in hits.items() if k != "sentences"}
    out["sentences"] = 200 * hits["sentences"] / (gold_s + own_s)
    return out


def spans_of(tags: list[str]) -> Spans:
    """Entities of a BIO column."""
    out, begin = set(), -1
    for i, tag in enumerate([*tags, "O"]):
        if begin >= 0 and tag[0] != "I":
            out.add((begin, i, tags[begin][2:]))
            begin = -1
        if tag[0] == "B":
            begin = i
    return out


def f1(right: int, own: int, gold: int) -> float:
    return 200 * right / (own + gold) if own + gold else 0.0


def read_entities(reader: Encoder, documents: Iterable[Document]) -> list[tuple[Spans, Spans]]:
    """Gold and own entities of each document, with tokens and sentences given."""
    out = []
    for document in documents:
        text, words, known = words_of(document)
        parsed = parse_words(text, words, reader, known)
        column = [t for s in document for t in s.labels["entity"]]
        out.append((spans_of(column), {(e.start, e.end, e.label) for e in parsed.entities}))
    return out


def ner(pairs: Iterable[tuple[Spans, Spans]], classes: dict[str, str]) -> Figures:
    """Exact entity F1. `classes` maps the kinds that count to the classes that are compared."""
    right = own = gold = 0
    for pair in pairs:
        wanted, found = ({(a, b, classes[k]) for a, b, k in x if k in classes} for x in pair)
        right, own, gold = right + len(wanted & found), own + len(found), gold + len(wanted)
    return {"f1": f1(right, own, gold), "precision": 100 * right / max(1, own),
            "recall": 100 * right / max(1, gold)}  # fmt: skip


def pud_entities(shared: Path) -> list[Document]:
    """UNER over the news part of PUD, with the gaps of the treebank, sentence by sentence."""
    treebank = {
        tuple(s.words): s for name, d in conllu.read(shared / "train/ud_pud.test.conllu.gz")
        if name.startswith("n") for s in d
    }  # fmt: skip
    out = []
    for document in entities.read(shared / "train/uner_pud.test.iob2.gz", 1, 2):
        for s in document:
            found = treebank.get(tuple(s.words))
            if found is not None:
                out.append([Sentence(s.words, found.gaps, s.labels)])
    return out


def attribution(reader: Encoder, shared: Path) -> Figures:
    """PolNeAR dev, scored by the shared scorer."""
    path = shared / "eval" / "score_quotes.py"
    spec = importlib.util.spec_from_file_location("score_quotes", path)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    with gzip.open(shared / "eval/dev/quotes/dev.jsonl.gz", "rt", encoding="utf-8") as file:
        gold = [json.loads(line) for line in file]
    predicted = []
    for article in gold:
        parsed = parse_lines(reader, article["text"])
        predicted.append({"id": article["id"], "attributions": attributions(parsed)})
    result = scorer.score(gold, predicted)
    out = {"whole": 100 * result["attribution.whole"][2],
           "content_half": 100 * result["attribution.content"][2]}  # fmt: skip
    for role in ("cue", "source", "content"):
        out[role + "_exact"] = 100 * result[role + ".exact"][2]
    for kind in ("direct", "mixed", "indirect"):
        out["recall_" + kind] = 100 * (result["types"][kind]["whole_recall"] or 0)
    return out


def parse_lines(reader: Encoder, text: str) -> Parsed:
    """Parse a text whose lines are its paragraphs."""
    segments, at = [], 0
    for line in text.split("\n"):
        segments.append(Segment(at, at + len(line), "body"))
        at += len(line) + 1
    return parse_words(text, make_words(text, segments), reader)


def events(reader: Encoder, shared: Path) -> Figures:
    """Triggers, and class, tense, polarity and modality of those found, on the 40 TimeML
    documents held back. Polarity counts only where the annotation of it can be used."""
    right = own = gold = kind = tense = polarity = polar = modality = 0
    for _, document in timeml.read(shared / "train/timeml_timebank_aquaint.tar.gz", test=True):
        text, words, _ = words_of(document)
        parsed = parse_words(text, words, reader)
        wanted = [t for s in document for t in s.labels["event"]]
        tenses = [t for s in document for t in s.labels["tense"]]
        polarities = [t for s in document for t in s.labels["polarity"]]
        modalities = [t for s in document for t in s.labels["modality"]]
        gold += sum(t != "O" for t in wanted)
        own += len(parsed.triggers)
        for trigger in parsed.triggers:
            if wanted[trigger.token] != "O":
                right += 1
                kind += wanted[trigger.token] == trigger.kind
                tense += tenses[trigger.token] == trigger.tense
                polar += polarities[trigger.token] != ""
                polarity += polarities[trigger.token] == trigger.polarity
                modality += modalities[trigger.token] == trigger.modality
    return {"trigger_f1": f1(right, own, gold), "with_class_f1": f1(kind, own, gold),
            "tense_of_found": 100 * tense / max(1, right),
            "polarity_of_found": 100 * polarity / max(1, polar),
            "modality_of_found": 100 * modality / max(1, right)}  # fmt: skip


def evaluate(reader: Encoder, shared: Path, show: Callable[[str], None] = print) -> dict[str, Any]:
    """All figures, shown as they come."""
    out: dict[str, Any] = {}

    def keep(name: str, figures: Figures) -> None:
        out[name] = {k: round(v, 2) for k, v in figures.items()}
        show(f"{name:34}" + "  ".join(f"{k} {v:.2f}" for k, v in figures.items()))

    sets = {
        "PUD news": ("train/ud_pud.test.conllu.gz", "n"),
        "EWT test": ("train/ud_ewt.test.conllu.gz", ""),
        "GUM test": ("train/ud_gum.test.conllu.gz", ""),
    }
    for name, (source, prefix) in sets.items():
        documents = [
            d for n, d in conllu.read(shared / source, without=("-",)) if n.startswith(prefix)
        ]
        joined = [[conllu.join_hyphens(s) for s in d] for d in documents]
        keep(f"{name}, gold tokens as published", gold_trees(reader, documents))
        keep(f"{name}, gold, hyphens joined", gold_trees(reader, joined))
        keep(f"{name}, raw, as published", raw_trees(reader, documents))
        keep(f"{name}, raw, hyphens joined", raw_trees(reader, joined))
    three = {k: k for k in ("PER", "ORG", "LOC")}
    keep("NER PUD news (UNER)", ner(read_entities(reader, pud_entities(shared)), three))
    conll = read_entities(reader, entities.read(shared / "train/conll2003_test.tsv.gz"))
    four = three | dict.fromkeys(("NORP", "EVENT", "MISC"), "MISC")
    keep("NER CoNLL-2003 test", ner(conll, four))
    for kind in entities.KINDS:
        keep(f"NER CoNLL-2003 test, {kind}", ner(conll, {kind: kind}))
    keep("attribution PolNeAR dev", attribution(reader, shared))
    keep("events TimeML, 40 held back", events(reader, shared))
    return out


def main() -> None:
    parser = paths.parser(__doc__ or "")
    parser.add_argument("--folder", type=Path, default=paths.MODEL)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    figures = evaluate(Encoder(load(args.folder), args.threads), args.shared)
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
