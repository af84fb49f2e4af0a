"""Words to word pieces and shape classes, the encoder's two inputs.

The pieces are uncased, so case travels in a class of its own (a learned embedding is added at
the input), as does the gap in front of a word: none, white space, or the start of a segment.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tokenizers import Tokenizer

GAP_NONE: Final = 0
GAP_SPACE: Final = 1
GAP_SEGMENT: Final = 2

SHAPES: Final = 16
SHAPE_IDS: Final = SHAPES * 3
"""Number of rows of the shape embedding: 16 shapes times 3 gaps."""

MAX_PIECES: Final = 12
"""Pieces read of one word; the rest of a longer word is not looked at."""
_MAX_CHARS: Final = 64
_CACHE: Final = 50_000

CLS: Final = 101
SEP: Final = 102
UNK: Final = 100

_CONT, _CONT_PUNCT, _CONT_WORD = 13, 14, 15


def shape(word: str) -> int:
    """Shape class (1 to 12) of a word: its case, digits and punctuation."""
    first = word[0]
    if not any(c.isalnum() for c in word):
        return 8
    if "-" in word[1:-1] and first.isupper():
        after = word[word.index("-", 1) + 1]
        return 9 if after.isupper() else 10
    if any(c.isdigit() for c in word):
        return 6 if all(c.isdigit() or c in ".,:/-–" for c in word) else 7
    if word[-1] == "." and len(word) > 1:
        return 11
    letters = [c for c in word if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return 1 if any(c.islower() for c in letters) else 12
    if len(letters) == 1:
        return 4
    if upper == len(letters):
        return 3
    return 2 if upper == 1 and first.isupper() else 5


class Pieces:
    """Word pieces by word, with a bounded memory. Not shared between threads."""

    def __init__(self, vocabulary: bytes) -> None:
        """`vocabulary` is the content of a tokenizer.json."""
        self._tokenizer = Tokenizer.from_buffer(vocabulary)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._memory: dict[str, tuple[list[int], list[int]]] = {}

    def word(self, word: str) -> tuple[list[int], list[int]]:
        """Piece ids of a word (1 to MAX_PIECES) and their shape classes, gap not included."""
        known = self._memory.get(word)
        if known is not None:
            return known
        encoding = self._tokenizer.encode(word[:_MAX_CHARS], add_special_tokens=False)
        ids = encoding.ids[:MAX_PIECES] or [UNK]
        shapes = [shape(word)]
        for piece in encoding.tokens[1 : len(ids)]:
            if piece.startswith("##"):
                shapes.append(_CONT)
            else:
                shapes.append(_CONT_WORD if piece[0].isalnum() else _CONT_PUNCT)
        if len(self._memory) >= _CACHE:
            self._memory.clear()
        self._memory[word] = (ids, shapes)
        return ids, shapes

    def encode(
        self, words: Sequence[str], gaps: Sequence[int]
    ) -> tuple[list[int], list[int], list[int]]:
        """Piece ids, shape ids (with gaps) and, for each word, the place of its first piece."""
        ids: list[int] = []
        shapes: list[int] = []
        first: list[int] = []
        for word, gap in zip(words, gaps, strict=True):
            word_ids, word_shapes = self.word(word)
            first.append(len(ids))
            ids += word_ids
            shapes.append(word_shapes[0] + SHAPES * gap)
            shapes += word_shapes[1:]
        return ids, shapes, first
