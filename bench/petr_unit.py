"""The `petr_unit` suite: invented actors, given as a user's roster made from the kit's list.

`python -m bench.events petr_unit` builds the roster, reads the suite and prints the figures;
`python -m bench.petr_unit` prints the roster. The list gives each name a CAMEO code: a land or a
group (ISO's codes, or its own for invented and old ones), then roles. It does not say what a name
is, so `petr_unit_people.tsv` names the persons (of Tolkien's books); what has a role beside its
land is an organisation, all else a state.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from bench.common import KIT
from dateline.knowledge.countries import countries

ACTORS = KIT / "dev" / "events" / "petr_unit_actors.tsv"
COLUMNS = ("name", "aliases", "kind", "country", "code", "sectors")
_NO_LAND = frozenset(["IGO", "NGO", "NGM", "IMG", "MNC", "ISM", "UNO", "IMF"])
"""Heads of codes that stand for bodies without a land."""
_NOBODY = frozenset(["---", "+++", "UNK"])
_SECTORS = {
    **dict.fromkeys(["GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "OPP", "BUS", "CVL", "EDU"]),
    "MED": "JRN",
}
"""CAMEO roles that are sectors of PLOVER, and what they are called there where it differs."""


def roster(actors: Path = ACTORS) -> Iterator[dict[str, str]]:
    """The rows of the roster, by its columns."""
    named: list[tuple[list[str], str]] = []
    for line in actors.read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, _, code = line.partition("\t")
        if name.startswith("+") and named:
            named[-1][0].append(name[1:])
        else:
            named.append(([name], code.strip().upper()))
    for names, code in named:
        head, roles = code[:3], [code[i : i + 3] for i in range(3, len(code), 3)]
        if head in _NOBODY:
            continue
        titled = [n.title().replace("'S", "'s") for n in names]
        iso = head in countries()
        yield {
            "name": titled[0],
            "aliases": ";".join(titled[1:]),
            "kind": _kind(titled[0], head, roles),
            "country": head if iso else "",
            "code": "" if iso or head in _NO_LAND else head,
            "sectors": ";".join(_SECTORS[r] or r for r in roles if r in _SECTORS),
        }


def _kind(name: str, head: str, roles: list[str]) -> str:
    if name in _people():
        return "person"
    if head in _NO_LAND:
        return "igo" if head in ("IGO", "UNO", "IMF") else "organisation"
    return "organisation" if roles and "/" not in roles[0] else "state"


def _people() -> set[str]:
    lines = Path(__file__).with_name("petr_unit_people.tsv").read_text("utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def write(out: TextIO, actors: Path = ACTORS) -> None:
    """Write the roster as CSV."""
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(roster(actors))


def with_codes(record: dict[str, Any]) -> dict[str, Any]:
    """A record as the scorer reads it: it looks for the land of an actor in `country` alone."""
    for actor in record["actors"]:
        actor["country"] = actor["country"] or actor["code"]
    return record


if __name__ == "__main__":
    write(sys.stdout)
