"""What was seen on the way: warnings, which the record keeps, and rejections, for `explain`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.record.claims import Caution


class Rejection(NamedTuple):
    """A reading that was considered and not taken."""

    family: str
    """`times`, `places`, ... as in the record."""
    span: tuple[int, int]
    why: str


@dataclass
class Notes:
    """Collects warnings and rejections while one document is read."""

    warnings: list[Caution] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)

    def warn(self, code: str, message: str, span: tuple[int, int] | None = None) -> None:
        """Say what could not be decided. `code` is a fixed word, `message` a sentence."""
        caution = Caution(code=code, message=message, span=span)
        if caution not in self.warnings:
            self.warnings.append(caution)

    def reject(self, family: str, span: tuple[int, int], why: str) -> None:
        """Say what was considered for `family` at `span`, and why it was not taken."""
        self.rejections.append(Rejection(family, span, why))
