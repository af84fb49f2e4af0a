"""Reading a roster file: CSV, TSV or YAML. What is wrong is said with file and line."""

from __future__ import annotations

import csv
import gc
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.errors import DataError
from dateline.knowledge.roster.rows import COLUMNS, ActorRow, row_of

BUILT_IN = ("people.tsv", "leaders.tsv", "organisations.tsv", "armed_groups.tsv", "media.tsv")
MOST_ERRORS = 10
"""Bad rows that one message names."""


def built_in() -> Iterator[ActorRow]:
    """The rows of the roster that ships with Dateline."""
    for name in BUILT_IN:
        text = (files("dateline.knowledge") / "data" / name).read_text(encoding="utf-8")
        yield from (row._replace(where="") for row in _read(text, name, ".tsv"))


@lru_cache(maxsize=8)
def read_roster(path: str) -> tuple[ActorRow, ...]:
    """The actors of a user's file, read once. Raises DataError that names file and lines."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"roster {path} cannot be read: {error}") from error
    with resting_collector():
        return tuple(_read(text, path, Path(path).suffix.lower()))


@contextmanager
def resting_collector() -> Iterator[None]:
    """Keep the collector of cyclic garbage still while much is built that is no garbage."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _read(text: str, name: str, suffix: str) -> list[ActorRow]:
    if suffix in (".csv", ".tsv"):
        rows: Iterable[tuple[int, Mapping[str, Any]]] = _table(text, name, suffix)
        line_of = None
    elif suffix in (".yaml", ".yml"):
        rows, line_of = _yaml(text, name), text
    else:
        raise DataError(f"roster {name}: its name must end in .csv, .tsv, .yaml or .yml")
    short = Path(name).name
    out: list[ActorRow] = []
    wrong: list[tuple[int, str]] = []
    for number, values in rows:
        try:
            out.append(row_of(values, f"{short}:{number}"))
        except ValueError as error:
            wrong.append((number, str(error)))
    if wrong:
        lines = _yaml_lines(line_of) if line_of is not None else None
        said = [f"{name}:{lines[n - 1] if lines else n}: {w}" for n, w in wrong[:MOST_ERRORS]]
        more = len(wrong) - len(said)
        raise DataError("\n".join([*said, f"and {more} more bad rows"] if more > 0 else said))
    return out


def _table(text: str, name: str, suffix: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Rows of a table by line number. Lines that begin with `#` are comments."""
    if text.startswith("#") or "\n#" in text:
        text = "\n".join("" if line.startswith("#") else line for line in text.split("\n"))
    source = io.StringIO(text, newline="")
    if suffix == ".tsv":
        reader = csv.reader(source, delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(source)
    head: list[str] | None = None
    for cells in reader:
        number = reader.line_num
        if not cells:
            continue
        if head is None:
            head = [cell.strip() for cell in cells]
            unknown = [c for c in head if c not in COLUMNS]
            if unknown or not {"name", "kind"} <= set(head) or len(set(head)) < len(head):
                raise DataError(
                    f"{name}:{number}: the head line names columns out of {', '.join(COLUMNS)}; "
                    f"name and kind are needed, each once (found: {', '.join(head)})"
                )
            continue
        if len(cells) != len(head):
            raise DataError(f"{name}:{number}: {len(cells)} cells, the head line has {len(head)}")
        yield number, dict(zip(head, cells, strict=True))
    if head is None:
        raise DataError(f"{name}: there is no head line")


def _yaml(text: str, name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The entries of a YAML list by their place in it, from 1 on."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        entries = yaml.load(text, Loader=loader)  # noqa: S506 - both are safe loaders
    except yaml.YAMLError as error:
        raise DataError(f"roster {name} is no YAML: {error}") from error
    if not isinstance(entries, list):
        raise DataError(f"{name}:1: a roster in YAML is a list of actors")
    lines: list[int] | None = None
    for number, entry in enumerate(entries, 1):
        unknown = set(entry) - set(COLUMNS) if isinstance(entry, dict) else {entry}
        if unknown:
            lines = lines or _yaml_lines(text)
            raise DataError(
                f"{name}:{lines[number - 1]}: an actor has the fields {', '.join(COLUMNS)}; "
                f"not {', '.join(sorted(map(str, unknown)))}"
            )
        yield number, entry


def _yaml_lines(text: str) -> list[int]:
    """The line of each entry. Slow, so asked for only when one is wrong."""
    import yaml

    node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return [entry.start_mark.line + 1 for entry in node.value] if node is not None else []
