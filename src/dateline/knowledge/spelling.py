"""One name in several romanisations: what "Pashinyan", "Pasinjan" and "Pachinian" have in common.

sound("Pachinian") == sound("Pashinyan")
"""

from __future__ import annotations

from functools import cache

from dateline.knowledge.tables import read_table

SHORTEST = 5
"""Letters of a word below which two spellings are two names ("Lee", "Li")."""


def sound(word: str) -> str:
    """A folded word with the letters made one that romanisations write differently; short words
    stay as they are."""
    if len(word) < SHORTEST or not word.isascii():
        return word
    marked = f"^{word}$"
    for old, new in _rules():
        marked = marked.replace(old, new)
    out = marked.strip("^$")
    return "".join(c for i, c in enumerate(out) if not i or c != out[i - 1])


def sounds(keys: tuple[str, ...]) -> str:
    """The same for the folded words of a whole name."""
    return " ".join(sound(key) for key in keys)


@cache
def _rules() -> tuple[tuple[str, str], ...]:
    rows = read_table("transliteration.tsv", "from", "to")
    return tuple(
        (row["from"], ("^" if row["from"][0] == "^" else "") + row["to"] + _end(row["from"]))
        for row in rows
    )


def _end(pattern: str) -> str:
    return "$" if pattern.endswith("$") else ""
