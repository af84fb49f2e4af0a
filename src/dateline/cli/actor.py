"""`dateline actor`: actor phrases on their own."""

from __future__ import annotations

import json
import sys

import typer

from dateline.cli.options import reading_date


def actor() -> None:
    """Read actor phrases, say who they are.

    Standard input: JSON Lines {"id", "text", "date"?}, one phrase each ("Russian Deputy Foreign
    Minister"). Standard output: {"id", "name", "kind", "country", "sectors", "roles"}.
    """
    from dateline.extract.actors.phrase import read_phrase

    bad = 0
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            when = reading_date(row["date"]) if row.get("date") else None
            answer = {"id": row["id"], **read_phrase(row["text"], when)}
        except (ValueError, KeyError, TypeError, AttributeError, typer.BadParameter) as error:
            sys.stderr.write(f"dateline: standard input:{number}: {error!r}\n")
            bad += 1
            continue
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    if bad:
        raise typer.Exit(1)
