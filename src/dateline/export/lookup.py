"""Tables that carry Dateline's terms over into those of other collections."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dateline.knowledge.tables import Row, read_table


def table(name: str, *columns: str) -> list[Row]:
    """The rows of `tables/NAME`. Raises DataError where it is not as `columns` say."""
    return read_table(name, *columns, folder=files("dateline.export") / "tables")


@cache
def by_key(name: str, key: str, *columns: str) -> Mapping[str, Row]:
    """The rows of `tables/NAME` by their column `key`, the first of `columns`."""
    return {row[key]: row for row in table(name, key, *columns)}


def country(code: str | None) -> Row:
    """Numbers and regions of a country: numeric, cow, gw, acled_region, ucdp_region; or nothing."""
    columns = ("numeric", "cow", "gw", "acled_region", "ucdp_region")
    return by_key("countries.tsv", "iso3", *columns).get(code or "", {})


def number(text: str | None) -> int | None:
    """A number that a cell holds; None where it is empty."""
    return int(text) if text else None
