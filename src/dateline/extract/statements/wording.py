"""Words in and out of quotation marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dateline.extract.statements.marks import Mark
from dateline.extract.statements.quotation import Quotations
from dateline.language.parsed import Parsed
from dateline.record.claims import Mode

DIRECT: Final = 0.9
"""A content with at least this share of its words in quotation is direct."""


@dataclass(frozen=True)
class Wording:
    """Questions about the wording of a parsed text."""

    parsed: Parsed
    quotations: Quotations

    def text(self, part: Iterable[Mark]) -> str:
        """The words of some marks."""
        return " ".join(self.parsed.words(m.start, m.end) for m in sorted(part))

    def mode(self, content: Iterable[Mark]) -> Mode:
        """Direct, indirect or mixed."""
        words, quoted = self._count(content)
        return "indirect" if not quoted else "direct" if quoted >= DIRECT * words else "mixed"

    def is_quotation(self, content: Iterable[Mark], fewest: int, share: float) -> bool:
        """Whether a content has `fewest` words, and `share` of them in quotation marks."""
        words, quoted = self._count(content)
        return words >= fewest and quoted >= share * words

    def _count(self, content: Iterable[Mark]) -> tuple[int, int]:
        """The words of a content, and how many stand in quotation marks."""
        words = quoted = 0
        starts, upos = self.parsed.starts, self.parsed.upos
        for mark in content:
            for token in range(mark.start, mark.end):
                if upos[token] != "PUNCT":
                    words += 1
                    quoted += self.quotations.at(starts[token]) is not None
        return words, quoted
