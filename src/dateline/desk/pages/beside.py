"""Two speakers side by side, day by day."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from dateline.store import Question, StatementFound, Store, statements

MOST: Final = 150
"""Statements shown of each."""


class Day(NamedTuple):
    """What two speakers said on one day."""

    day: str | None
    left: tuple[StatementFound, ...]
    right: tuple[StatementFound, ...]


def beside(store: Store, asked: Question, other: str) -> list[Day]:
    """The statements of `asked.by` and of `other` for which the rest of `asked` holds, by day.

    Raises QueryError where one of the two is unknown.
    """
    left = _by_day(store, replace(asked, limit=MOST, offset=0))
    right = _by_day(store, replace(asked, by=other, limit=MOST, offset=0))
    days = sorted({*left, *right}, key=lambda day: day or "")
    return [Day(day, left.get(day, ()), right.get(day, ())) for day in days]


def _by_day(store: Store, asked: Question) -> dict[str | None, tuple[StatementFound, ...]]:
    found = statements(store.db, asked)
    return {day: tuple(said) for day, said in groupby(found, key=lambda s: s.day)}
