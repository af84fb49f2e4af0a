"""`dateline actor`: actor phrases on their own."""

from __future__ import annotations

import json
import sys

import typer


def actor() -> None:
    """Read actor phrases, say who they are.

    Standard input: JSON Lines {"id", "text", "date"?}, one phrase each ("Russian Deputy Foreign
    Minister"). Standard output: {"id", "name", "kind", "country", "code",
    "sectors", "roles"}.
    """
    from dateline.extract.actors.phrase import read_phrase

    bad = 0
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            answer = {"id": row["id"], **read_phrase(row["text"], row.get("date"))}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            sys.stderr.write(f"dateline: standard input:{number}: {error!r}\n")
            bad += 1
            continue
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    if bad:
        raise typer.Exit(1)
