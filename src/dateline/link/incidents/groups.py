"""Which PLOVER types may tell one happening."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.tables import read_rows


@cache
def _groups() -> dict[str, tuple[str, str]]:
    return {kind: (group, name) for kind, group, name in read_rows(__package__, "groups.tsv", 3)}


def group_of(kind: str | None) -> str | None:
    """The group of a PLOVER type; None for None. KeyError for what is no type."""
    return _groups()[kind][0] if kind else None


def plain_type(kind: str | None) -> str:
    """What a reader calls a PLOVER type."""
    return _groups()[kind][1] if kind else "event"
