"""The parsed document: what one pass of the encoder says about a text, as flat arrays.

Extractors read this and nothing else of the language stage. All offsets count Unicode code points
in `Parsed.text`; all token ranges are half-open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.anatomy.story import Segment

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

FEATURES: Final = ("Number", "Polarity", "Tense", "VerbForm", "Voice")
"""The morphological features that are read, in the order in which UD writes them."""


class Entity(NamedTuple):
    """A named entity, as a token range."""

    start: int
    end: int
    label: str
    """`PER`, `ORG`, `LOC`, `NORP` (nationality, people, religion, followers), `EVENT` or `MISC`."""


class Trigger(NamedTuple):
    """An event trigger in the sense of TimeML, with its grammatical circumstances."""

    token: int
    kind: str
    """TimeML class: OCCURRENCE, REPORTING, STATE, I_ACTION, I_STATE, ASPECTUAL, PERCEPTION."""
    tense: str
    """PAST, PRESENT, FUTURE, INFINITIVE, PRESPART, PASTPART or NONE."""
    polarity: str
    """POS or NEG."""
    modality: str
    """The modal word's lemma ("may", "would"), or an empty string."""


@dataclass(slots=True)
class Sentence:
    """A sentence as a token range, with the segment that it stands in."""

    start: int
    end: int
    segment: Segment


@dataclass
class Parsed:
    """Tokens, tags, trees and spans of one text. Lists of one length are indexed by token."""

    text: str
    starts: list[int]
    """First character of each token."""
    ends: list[int]
    """One past the last character of each token."""
    lemmas: list[str]
    upos: list[str]
    """Universal part of speech (UD v2)."""
    xpos: list[str]
    """Penn Treebank tag."""
    heads: list[int]
    """Index of the head token; a sentence's root is its own head."""
    deprels: list[str]
    """UD v2 relation, with subtype (`nsubj:pass`)."""
    sentences: list[Sentence]
    feats: list[str] = field(default_factory=list)
    """FEATURES as UD writes them (`Number=Plur`, `Tense=Past|VerbForm=Fin`), or `_`."""
    entities: list[Entity] = field(default_factory=list)
    sources: list[tuple[int, int]] = field(default_factory=list)
    """Token ranges of attribution sources (who says it)."""
    cues: list[tuple[int, int]] = field(default_factory=list)
    """Token ranges of attribution cues (the word of saying)."""
    contents: list[tuple[int, int]] = field(default_factory=list)
    """Token ranges of attribution contents (what is said)."""
    triggers: list[Trigger] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, token: int) -> str:
        """The wording of one token."""
        return self.text[self.starts[token] : self.ends[token]]

    def words(self, start: int, end: int) -> str:
        """The wording from token `start` up to token `end`, with what stands between."""
        return self.text[self.starts[start] : self.ends[end - 1]] if end > start else ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Token range to character span. An empty range raises ValueError."""
        if end <= start:
            raise ValueError(f"empty token range {start}-{end}")
        return self.starts[start], self.ends[end - 1]

    def token_at(self, offset: int) -> int | None:
        """The token that covers a character, or None between tokens."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and offset < self.ends[i] else None

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """The range of tokens that share a character with the character span (may be empty)."""
        first = bisect_right(self.ends, start)
        last = first
        while last < len(self.starts) and self.starts[last] < end:
            last += 1
        return first, last

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token, its dependents from left to right."""
        out: list[list[int]] = [[] for _ in self.starts]
        for token, head in enumerate(self.heads):
            if head != token:
                out[head].append(token)
        return out

    @cached_property
    def sentence_of(self) -> list[int]:
        """For each token, the index of its sentence."""
        out: list[int] = []
        for index, sentence in enumerate(self.sentences):
            out.extend([index] * (sentence.end - sentence.start))
        return out

    def child(self, token: int, *relations: str) -> int | None:
        """The first dependent with one of the relations (subtypes only where spelt out)."""
        for c in self.children[token]:
            if self.deprels[c] in relations:
                return c
        return None

    def subtree(self, token: int, without: frozenset[str] = frozenset()) -> list[int]:
        """The token and all below it, sorted; branches whose relation is in `without` are cut."""
        out, stack = [], [token]
        while stack:
            t = stack.pop()
            out.append(t)
            stack.extend(c for c in self.children[t] if self.deprels[c] not in without)
        return sorted(out)

    def to_spacy(self, vocab: Vocab | None = None) -> Doc:
        """The parse as a spaCy `Doc` (see `dateline.language.spacy_view`).

        `vocab` is that of a pipeline of yours, by default a new one. Raises ImportError where
        spaCy is not installed (`pip install 'dateline[spacy]'`).
        """
        from dateline.language.spacy_view import to_doc

        return to_doc(self, vocab)

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token
