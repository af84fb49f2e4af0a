"""Expressions that stand in a row: a year told once for several, the head of a table."""

from __future__ import annotations

import re

from dateline.extract.times.period import Period
from dateline.extract.times.reading import Reading

JOIN = re.compile(r"\s*(?:,|and|or|to|until|till|through|[-–—/&]|and the|,? ?and from|to the)\s*")
"""What joins two expressions of a list or a stretch."""
_HEAD = 5  # months


def inherit_years(readings: list[Reading], text: str) -> None:
    """Give `August and September 1914` the year to both: the year stands with the last one."""
    for left, right in zip(reversed(readings[:-1]), reversed(readings[1:]), strict=True):
        if (
            left.kind not in ("MONTH", "MONTHDAY", "SEASONDATE")
            or left.rel
            or left.parts
            or left.period
        ):
            continue
        period = right.period if right.kind in ("FULLDATE", "MONTHYEAR", "SEASONDATE") else None
        if (
            period is None
            or right.start - left.end > 12
            or not JOIN.fullmatch(text[left.end : right.start])
        ):
            continue
        earlier = (
            left.kind != "SEASONDATE" and period.unit in ("D", "M") and left.index > period.part
        )
        span = text[left.end : right.start].strip()
        year = period.year - (1 if earlier and span not in ("and", "or", ",") else 0)
        holder = Reading("YEAR", rule="year.inherited", period=Period("Y", year))
        left.parts = [(right.start, right.end, holder)]


def heads_of_tables(readings: list[Reading], text: str) -> set[int]:
    """Where bare months stand that make the head of a table: a row with only space between them."""
    out: set[int] = set()
    row: list[int] = []
    end = -1
    for r in readings:
        bare = r.kind == "MONTH" and not r.rel and not r.parts
        if not (bare and row and text[end : r.start].isspace()):
            out.update(row if len(row) >= _HEAD else ())
            row = []
        if bare:
            row.append(r.start)
            end = r.end
    return out.union(row if len(row) >= _HEAD else ())
