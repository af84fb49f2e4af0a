"""Writes the reference pages from the code: `python tools/docs.py` (`--check` only compares).

docs/cli.md holds the help of every command, docs/record.md every field of the record,
docs/exports.md every column of every export (its beginning is tools/exports.md). A test runs
`--check`, so that a new option, field or column without its page fails.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from typer.testing import CliRunner

from dateline.cli.app import app
from dateline.export import TELLERS, ColumnSet, column_set, set_names
from dateline.record import json_schema

DOCS = Path(__file__).parents[1] / "docs"
MADE = "<!-- Made by tools/docs.py from the code: change the code, then run it. -->\n"


def cli_page() -> str:
    """The help of every command."""
    parts = [MADE, "# The commands\n"]
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    for name in [None, *commands]:
        arguments = [name, "--help"] if name else ["--help"]
        runner = CliRunner()
        result = runner.invoke(app, arguments, prog_name="dateline", terminal_width=90)
        parts.append(f"## dateline{' ' + name if name else ''}\n")
        parts.append(f"```text\n{result.output.strip()}\n```\n")
    return "\n".join(parts)


def record_page() -> str:
    """Every field of the record, type by type."""
    schema = json_schema()
    parts = [MADE, "# The record\n", schema["description"] + "\n"]
    parts.append("`dateline schema` prints the same as JSON Schema.\n")
    for name, kind in [("Record", schema), *schema["$defs"].items()]:
        parts.append(f"## {name}\n")
        if name != "Record" and kind.get("description"):
            parts.append(kind["description"] + "\n")
        parts.append("| field | type | holds |\n|---|---|---|")
        parts.extend(_rows(kind))
        parts.append("")
    return "\n".join(parts)


def _rows(kind: dict[str, Any]) -> Iterator[str]:
    for name, field in kind["properties"].items():
        holds = " ".join(field.get("description", "").split()).replace("|", "\\|")
        yield f"| `{name}` | {_type(field)} | {holds} |"


def _type(field: dict[str, Any]) -> str:
    """A JSON Schema type in a word or two."""
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(_type(option) for option in field["anyOf"])
    if "prefixItems" in field:
        return "span"
    if field.get("type") == "array":
        return "list of " + _type(field["items"])
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "const" in field:
        return f"`{field['const']}`"
    return str(field.get("type", "value"))


def exports_page() -> str:
    """Every set of columns, column by column."""
    beginning = (Path(__file__).parent / "exports.md").read_text(encoding="utf-8")
    parts = [MADE, beginning, "## Columns\n"]
    for what in TELLERS:
        parts.extend(_set(column_set(what, name)) for name in set_names(what))
    return "\n".join(parts)


def _set(columns: ColumnSet) -> str:
    """One set as a heading, what it is, and a table."""
    option = "" if columns.name == "dateline" else f" --columns {columns.name}"
    lines = [f"### {columns.what}{option}\n", *(f"{line}\n" for line in columns.about)]
    lines.append("| column | type | holds |\n|---|---|---|")
    for column in columns.columns:
        kind = "list of text" if column.type == "texts" else column.type
        holds = column.description.replace("|", "\\|")
        lines.append(f"| `{column.name}` | {kind} | {holds} |")
    return "\n".join([*lines, ""])


def main() -> int:
    """Write the pages, or with --check say which are out of date."""
    stale = []
    pages = {"cli.md": cli_page, "record.md": record_page, "exports.md": exports_page}
    for name, page in ((name, make()) for name, make in pages.items()):
        path = DOCS / name
        if "--check" in sys.argv:
            if not path.is_file() or path.read_text() != page:
                stale.append(name)
        else:
            path.write_text(page)
    if stale:
        print(f"out of date: {', '.join(stale)}; run python tools/docs.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
