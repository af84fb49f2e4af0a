"""Text to `Parsed`: tokens, windows, the encoder, and what its answers amount to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from dateline.anatomy.story import Segment
from dateline.language import casing, encoder, sentences, spans, standin, tree
from dateline.language.encoder import Encoder, Ints, Reading
from dateline.language.parsed import Parsed, Sentence
from dateline.language.pieces import GAP_NONE, GAP_SEGMENT, GAP_SPACE
from dateline.language.repairs import repair
from dateline.language.tokenize import tokenize
from dateline.language.triggers import triggers
from dateline.language.windows import likely_starts, windows


@dataclass(slots=True)
class Words:
    """The tokens of a text before the encoder has read them, with the gap before each."""

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    segments: list[tuple[int, Segment]] = field(default_factory=list)
    """First token of each segment that has any."""


def paragraphs(text: str) -> list[Segment]:
    """Stretches between blank lines, all `body`."""
    out: list[Segment] = []
    at, begin, end = 0, -1, 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            if begin < 0:
                begin = at
            end = at + len(line.rstrip())
        elif begin >= 0:
            out.append(Segment(begin, end, "body"))
            begin = -1
        at += len(line)
    if begin >= 0:
        out.append(Segment(begin, end, "body"))
    return out


def parse(text: str, segments: Sequence[Segment] | None = None) -> Parsed:
    """Parse one text.

    `segments` are the stretches to read, in order and without overlap; None takes the paragraphs
    between blank lines. Text outside them has no tokens. Raises ValueError for segments that
    overlap or leave the text, ModelError if the model is missing or damaged.
    """
    chosen = paragraphs(text) if segments is None else list(segments)
    reader = encoder.shared()
    words = make_words(text, chosen)
    return parse_words(text, words, reader)


def parse_many(items: Iterable[tuple[str, Sequence[Segment]]]) -> Iterator[Parsed]:
    """Parse texts one after the other, lazily. Each comes out as from `parse` alone."""
    for text, segments in items:
        yield parse(text, segments)


def make_words(text: str, segments: Sequence[Segment]) -> Words:
    out = Words()
    before = 0
    for segment in segments:
        if not before <= segment.start <= segment.end <= len(text):
            raise ValueError(f"segment {segment} overlaps another or leaves the text")
        before = segment.end
        found = tokenize(text, segment.start, segment.end)
        if not found:
            continue
        out.segments.append((len(out.words), segment))
        last = -1
        for a, b in found:
            out.words.append(text[a:b])
            out.starts.append(a)
            out.ends.append(b)
            out.gaps.append(GAP_SEGMENT if last < 0 else GAP_NONE if last == a else GAP_SPACE)
            last = b
    return out


def parse_words(text: str, w: Words, reader: Encoder, known: list[bool] | None = None) -> Parsed:
    """Parse tokens made elsewhere (the evaluation on gold tokens does).

    `known`, if given, marks the words that start sentences, and no others do. Raises ModelError.
    """
    count = len(w.words)
    tags = np.zeros((count, len(reader.columns)), np.int64)
    heads: list[int] = []
    deprels: list[str] = []
    bounds: list[tuple[int, int]] = []
    pieces = [reader.pieces.word(word) for word in w.words]
    lengths = [len(ids) for ids, _ in pieces]
    likely = known or likely_starts(w.words, w.gaps)
    begins = [begin for begin, _ in w.segments]
    seen = casing.view(w.words, list(zip(begins, [*begins[1:], count], strict=False)))
    for begin, end in windows(lengths, likely, [g == GAP_SEGMENT for g in w.gaps]):
        reading = reader.read(*reader.pieces.encode(seen[begin:end], w.gaps[begin:end]))
        tags[begin:end] = reading.tags
        if known:
            found = [i for i in range(end - begin) if i == 0 or known[begin + i]]
        else:
            found = sentences.starts(
                w.words[begin:end], w.gaps[begin:end], reading.start.tolist(), likely[begin:end]
            )
        own = [(a, b) for a, b in zip(found, [*found[1:], end - begin], strict=True)]
        columns = _heads(reading, own)
        labels = reader.relations(reading, np.array(columns, np.int64))
        heads.extend(begin + (i if h == 0 else h - 1) for i, h in enumerate(columns))
        deprels.extend(reader.relation_labels[k] for k in labels.tolist())
        bounds.extend((begin + a, begin + b) for a, b in own)
    parsed = Parsed(
        text=text,
        starts=w.starts,
        ends=w.ends,
        lemmas=[],
        upos=[],
        xpos=[],
        heads=heads,
        deprels=deprels,
        sentences=_sentences(bounds, w.segments),
    )
    _fill(parsed, w, tags, reader)
    return parsed


def _heads(reading: Reading, bounds: list[tuple[int, int]]) -> list[int]:
    """The head of each word of a window as a column of its arc scores."""
    out: list[int] = []
    for a, b in bounds:
        scores = np.concatenate([reading.arcs[a:b, :1], reading.arcs[a:b, a + 1 : b + 1]], axis=1)
        out.extend(0 if h == 0 else a + h for h in tree.heads(scores))
    return out


def _sentences(
    bounds: list[tuple[int, int]], segments: list[tuple[int, Segment]]
) -> list[Sentence]:
    out: list[Sentence] = []
    at = 0
    for a, b in bounds:
        while at + 1 < len(segments) and segments[at + 1][0] <= a:
            at += 1
        out.append(Sentence(a, b, segments[at][1]))
    return out


def _fill(parsed: Parsed, w: Words, tags: Ints, reader: Encoder) -> None:
    """Labels and spans from the tag columns."""
    column = {name: k for k, name in enumerate(reader.columns)}

    def values(name: str) -> list[str]:
        labels = reader.columns[name]
        return [labels[k] for k in tags[:, column[name]].tolist()]

    parsed.upos = values("upos")
    parsed.xpos = values("xpos")
    parsed.feats = values("feats")
    tagged = zip(w.words, parsed.upos, parsed.xpos, values("lemma"), strict=True)
    parsed.lemmas = [reader.lemmas.lemma(*word) for word in tagged]
    sentence_of = parsed.sentence_of
    parsed.entities = spans.entities(w.words, values("entity"), sentence_of)
    repair(parsed)
    standin.apply(parsed, w.gaps)
    segment_of = [0] * len(w.words)
    body = [False] * len(w.segments)
    for k, (begin, segment) in enumerate(w.segments):
        stop = w.segments[k + 1][0] if k + 1 < len(w.segments) else len(w.words)
        segment_of[begin:stop] = [k] * (stop - begin)
        body[k] = segment.kind == "body"
    parsed.sources = spans.whole_phrases(parsed, spans.ranges(values("source"), sentence_of))
    parsed.cues = spans.ranges(values("cue"), sentence_of)
    parsed.contents = spans.contents(w.words, values("content"), segment_of, body)
    parsed.triggers = triggers(parsed, values("event"), values("tense"), values("polarity"))
