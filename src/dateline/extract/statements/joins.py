"""How likely two neighbouring marks belong to one attribution.

The weights of `joins.tsv` are those of a logistic regression on the gold spans of PolNeAR's
training part; `training/quote_joins.py` fits them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dateline.errors import DataError
from dateline.extract.statements import lexicon
from dateline.extract.statements.edges import QUOTE_CHARS
from dateline.extract.statements.grammar import head_of
from dateline.extract.statements.marks import Mark, paragraph_of
from dateline.language.parsed import Parsed


@cache
def weights() -> dict[str, float]:
    """Weights of the join features. DataError where the table is broken."""
    table = files("dateline.extract.statements").joinpath("joins.tsv").read_text("utf-8")
    try:
        rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
        return {name: float(value) for name, value in rows}
    except ValueError as error:
        raise DataError(f"joins.tsv: {error}") from error


class Joins:
    """How likely two neighbouring marks of a text belong to one attribution."""

    def __init__(self, parsed: Parsed, marks: list[Mark]) -> None:
        self.parsed = parsed
        self.marks = marks
        self.paragraph = paragraph_of(parsed)
        self.sentence = parsed.sentence_of

    def paragraphs(self) -> list[tuple[int, int]]:
        """Ranges of marks that stand in one paragraph."""
        out, begin = [], 0
        for k in range(1, len(self.marks) + 1):
            at = self.marks[begin].start
            if k == len(self.marks) or (self.paragraph[self.marks[k].start] != self.paragraph[at]):
                out.append((begin, k))
                begin = k
        return out

    def features(self, k: int) -> list[str]:
        """What speaks for and against a join of mark `k` and the next, as feature names."""
        a, b = self.marks[k], self.marks[k + 1]
        out = ["bias", *self._gap(a, b), *self._sides(a, b)]
        out.append("tree" if self._in_tree(a, b) else "apart")
        out.append("p" + self._neighbour(k - 1, a))
        out.append("n" + self._neighbour(k + 2, b))
        return [f"{a.role}{b.role}:{name}" for name in out]

    def score(self, k: int) -> float:
        """Log odds that mark `k` and the next belong together."""
        table = weights()
        return sum(table.get(name, 0.0) for name in self.features(k))

    def _gap(self, a: Mark, b: Mark) -> list[str]:
        parsed = self.parsed
        apart = self.sentence[b.start] - self.sentence[a.end - 1]
        out = ["same" if apart <= 0 else f"diff{min(2, apart)}"]
        count = 0
        seen = set()
        for token in range(a.end, min(b.start, a.end + 40)):
            word = parsed.word(token)
            if any(c.isalnum() for c in word):
                count += 1
            elif word in (",", "-", "–", "—", "--"):
                seen.add("comma")
            elif word == ":":
                seen.add("colon")
            elif word in (".", "?", "!", ";"):
                seen.add("stop")
        out.append("gap" + _bucket(count))
        return out + sorted(seen)

    def _sides(self, a: Mark, b: Mark) -> list[str]:
        parsed = self.parsed
        out = []
        if a.role == "t":
            if self._quote(a.end - 1) or self._quote(a.end):
                out.append("aq")
            if any(parsed.word(t) in ".?!" for t in range(max(a.start, a.end - 2), a.end)):
                out.append("astop")
        if b.role == "t":
            if self._quote(b.start) or self._quote(b.start - 1):
                out.append("bq")
            if parsed.word(b.start).lower() == "that":
                out.append("bthat")
        for name, mark in (("a", a), ("b", b)):
            first = parsed.word(mark.start).lower()
            if mark.role == "s" and first in lexicon.words("relative"):
                out.append(name + "rel")
            if mark.role == "c":
                if first.endswith("ing"):
                    out.append(name + "ing")
                if first == "to":
                    out.append(name + "to")
                if first in ("according", "as", "per"):
                    out.append(name + "acc")
        return out

    def _quote(self, token: int) -> bool:
        return 0 <= token < len(self.parsed) and self.parsed.word(token)[0] in QUOTE_CHARS

    def _in_tree(self, a: Mark, b: Mark) -> bool:
        """Whether the head of one mark hangs on a word of the other."""
        heads = self.parsed.heads
        ha, hb = head_of(self.parsed, a.start, a.end), head_of(self.parsed, b.start, b.end)
        return a.start <= heads[hb] < a.end or b.start <= heads[ha] < b.end

    def _neighbour(self, k: int, mark: Mark) -> str:
        if not 0 <= k < len(self.marks):
            return "-"
        other = self.marks[k]
        if self.paragraph[other.start] != self.paragraph[mark.start]:
            return "-"
        same = self.sentence[other.start] == self.sentence[mark.start]
        return other.role + ("=" if same else "/")


def _bucket(count: int) -> str:
    """A number of words, roughly."""
    return next((str(low) for low in (9, 4, 2, 1) if count >= low), "0")
