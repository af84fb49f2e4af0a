"""Builds the table of airports: `src/dateline/extract/places/data/airports.tsv`.

Source: airportsdata (MIT licence, https://github.com/mborsetti/airportsdata), which puts together
public registers of airports; those with an IATA code, since stories name these. Nothing of it is
needed to run Dateline:

    python -m venv air && air/bin/pip install airportsdata==20260905
    air/bin/python tools/airports.py
"""

from __future__ import annotations

import re
from pathlib import Path

import airportsdata

OUT = Path(__file__).parents[1] / "src/dateline/extract/places/data/airports.tsv"
HEAD = """\
# Airports with an IATA code, by name, country (ISO alpha-2) and position.
# Source: airportsdata 20260905 (MIT licence), made by tools/airports.py.
name	country	lat	lon
"""
BRACKETS = re.compile(r"\([^)]*\)")
PLACE = re.compile(r"Air(?:port|field|base| Base| Field| Station)|Aerodrome")


def main() -> None:
    """Read, sort, write."""
    rows = set()
    for airport in airportsdata.load("IATA").values():
        name = " ".join(BRACKETS.sub(" ", airport["name"]).split())
        if PLACE.search(name) and "/" not in name:  # of two towns: neither ends its name
            position = f"{airport['lat']:.2f}", f"{airport['lon']:.2f}"
            rows.add((name, airport["country"], *position))
    lines = ("\t".join(row) for row in sorted(rows))
    OUT.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
