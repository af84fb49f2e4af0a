"""The words that the grammar of clauses tells apart, from the tables beside it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dateline.knowledge.tables import read_rows


def of_role(role: str) -> frozenset[str]:
    """The words of one role in `grammar_words.tsv`. Raises KeyError where there is no such role."""
    return _roles()[role]


@cache
def _roles() -> dict[str, frozenset[str]]:
    table = read_rows("dateline.extract", "grammar_words.tsv", 3)
    return {role: frozenset(listed.split("|")) for role, listed, _ in table}


@cache
def transitive() -> frozenset[str]:
    """Verbs that cannot do without an object, so that a bare past form is a passive."""
    text = files("dateline.extract").joinpath("transitive_verbs.txt").read_text("utf-8")
    return frozenset(w for line in text.splitlines() if line[:1] != "#" for w in line.split())
