"""The tables that stand beside this code, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.errors import DataError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_yaml(name: str) -> Any:
    """The content of the YAML file `name` of this package. Raises DataError if it is broken."""
    try:
        # CSafeLoader and SafeLoader build plain values only.
        return yaml.load(_read(name), Loader=_LOADER)  # noqa: S506
    except yaml.YAMLError as error:
        raise DataError(f"anatomy/{name} is not valid YAML: {error}") from error


@cache
def load_pairs(name: str) -> dict[str, tuple[str, ...]]:
    """The TSV file `name` (kind, value), as values by kind. Raises DataError if it is broken."""
    out: dict[str, list[str]] = {}
    for number, line in enumerate(_read(name).splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 2 or not all(cells):
            raise DataError(f"anatomy/{name}, line {number}: two columns expected")
        out.setdefault(cells[0], []).append(cells[1])
    return {kind: tuple(values) for kind, values in out.items()}


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first.

    They are grouped by their first letter, so that a text which holds none is passed over fast.
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        groups.setdefault(word[0], []).append(re.escape(word[1:]).replace("\\ ", r"\s"))
    inner = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items()))
    return f"(?:{'|'.join(inner)})"


def _read(name: str) -> str:
    try:
        return (files("dateline.anatomy") / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"anatomy/{name} cannot be read: {error}") from error
