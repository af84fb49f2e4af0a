"""`dateline schema`: the JSON Schema of the record."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """Print the JSON Schema of a record (draft 2020-12)."""
    from dateline.record import json_schema

    typer.echo(json.dumps(json_schema(), indent=1, ensure_ascii=False))
