"""Tallies for the pages, kept until the chronicle changes: one takes a second in a large one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from starlette.requests import Request

from dateline.desk.remembered import Remembered
from dateline.store import Question, Store

Answer = TypeVar("Answer")


def counted(
    request: Request,
    store: Store,
    tally: Callable[..., Answer],
    question: Question,
) -> Answer:
    """What `tally` (of `dateline.store.tallies`) says of a question. Raises QueryError."""
    remembered: Remembered = request.app.state.remembered
    plain = replace(question, limit=0, offset=0)  # a tally is of the whole list
    return remembered.get((tally.__name__, plain), lambda: tally(store.db, plain))
