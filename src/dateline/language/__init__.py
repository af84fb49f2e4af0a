"""The language stage: tokens, sentences, tags, trees, entities, attribution, event triggers.

    parse(text, segments=None) -> Parsed        one text
    parse_many(items) -> Iterator[Parsed]       many, lazily, each as if alone

Importing this package, or `dateline.language.parsed`, loads neither numpy nor ONNX Runtime; the
first call of `parse` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.anatomy.story import Segment
from dateline.language.parsed import Entity, Parsed, Sentence, Trigger

__all__ = ["Entity", "Parsed", "Segment", "Sentence", "Trigger", "parse", "parse_many"]


def parse(text: str, segments: Sequence[Segment] | None = None) -> Parsed:
    """Parse one text.

    `segments` are the stretches to read, in order and without overlap; None takes the paragraphs
    between blank lines. Text outside them has no tokens. Raises ValueError for segments that
    overlap or leave the text, ModelError if the model is missing or damaged.
    """
    from dateline.language.parser import parse as run

    return run(text, segments)


def parse_many(items: Iterable[tuple[str, Sequence[Segment]]]) -> Iterator[Parsed]:
    """Parse (text, segments) pairs one after the other, lazily, each as if alone."""
    from dateline.language.parser import parse_many as run

    return run(items)
