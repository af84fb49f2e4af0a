"""The column sets and the tables that carry Dateline's terms over."""

from __future__ import annotations

import gzip
from importlib.resources import files

import pytest

from dateline.errors import QueryError
from dateline.export import TELLERS, column_set, rows, set_names
from dateline.export.lookup import by_key, table
from dateline.export.story import Spot
from dateline.extract.events.lexicon import lexicon
from dateline.extract.events.ontology import TYPES, ontology
from dateline.knowledge.countries import countries
from dateline.knowledge.tables import read_table
from dateline.store import Store

SETS = [(what, name) for what in TELLERS for name in set_names(what)]


@pytest.mark.parametrize(("what", "name"), SETS)
def test_every_column_has_a_field_that_is_there(store: Store, what: str, name: str) -> None:
    found = list(rows(store.db, what, columns=name))
    assert found
    names = [column.name for column in column_set(what, name).columns]
    assert len(names) == len(set(names))
    assert all(list(row) == names for row in found)


@pytest.mark.parametrize(("what", "name"), SETS)
def test_every_column_is_described(what: str, name: str) -> None:
    chosen = column_set(what, name)
    assert chosen.about
    assert all(column.description.endswith((".", "...")) for column in chosen.columns)


@pytest.mark.parametrize(("what", "name"), SETS)
def test_what_cannot_be_known_says_so(what: str, name: str) -> None:
    for column in column_set(what, name).columns:
        assert (column.field is None) == column.description.startswith("Stays empty")


@pytest.mark.parametrize(
    ("name", "width", "first", "last"),
    [
        ("polecat", 40, "Event ID", "Version"),
        ("petrarch", 26, "EventID", "NewsSources"),
        ("acled", 31, "event_id_cnty", "timestamp"),
        ("ucdp", 49, "id", "gwnob"),
    ],
)
def test_the_sets_are_as_wide_as_what_they_are_like(
    name: str, width: int, first: str, last: str
) -> None:
    names = [column.name for column in column_set("events", name).columns]
    assert (len(names), names[0], names[-1]) == (width, first, last)


def test_everything_has_columns_of_datelines_own() -> None:
    assert all(set_names(what)[0] == "dateline" for what in TELLERS)


def test_no_such_set() -> None:
    with pytest.raises(QueryError, match="ucdp"):
        column_set("events", "gdelt")
    with pytest.raises(QueryError, match="there are dateline"):
        column_set("stories", "acled")


def test_tables_say_where_they_come_from() -> None:
    for folder in ("columns", "tables"):
        for entry in (files("dateline.export") / folder).iterdir():
            assert entry.read_text(encoding="utf-8").startswith("# "), entry.name


def test_every_country_has_its_numbers() -> None:
    columns = ("numeric", "cow", "gw", "acled_region", "ucdp_region")
    known = by_key("countries.tsv", "iso3", *columns)
    assert set(known) == set(countries())
    assert all(row["acled_region"] for row in known.values())
    assert all(row["ucdp_region"] for row in known.values() if row["gw"])
    for column in ("numeric", "cow", "gw"):
        numbers = [row[column] for row in known.values() if row[column]]
        assert len(numbers) == len(set(numbers))


def test_every_code_that_dateline_gives_has_a_goldstein_score() -> None:
    known = by_key("cameo_goldstein.tsv", "code", "score")
    given = {kind.cameo for kind in ontology().values()}
    given |= {mode.cameo for kind in ontology().values() for mode in kind.modes.values()}
    given |= {entry.cameo for entries in lexicon().values() for entry in entries}
    assert given <= set(known)
    roots = by_key("cameo_quads.tsv", "root", "quad")
    assert {code[:2] for code in given} <= set(roots)


def test_types_and_modes_of_the_mappings_are_plovers() -> None:
    columns = ("type", "mode", "against", "disorder_type", "event_type", "sub_event_type", "inter1")
    for row in table("acled_types.tsv", *columns):
        assert row["type"] in TYPES
        assert row["mode"] in {"*", "-", *ontology()[row["type"]].modes}  # type: ignore[index]
    lethal = {row["mode"] for row in table("ucdp_modes.tsv", "mode")}
    assert lethal <= {"-", *ontology()["ASSAULT"].modes}


def test_every_kind_of_place_has_a_scale() -> None:
    data = files("dateline.extract.places") / "data"
    places = gzip.decompress((data / "gazetteer.txt.gz").read_bytes()).partition(b"\n\n")[0]
    kinds = {line.split(b"\t")[1].decode() for line in places.splitlines()}
    curated = read_table(
        "curated.tsv", "name", "variants", "kind", "country", "lat", "lon", folder=data
    )
    kinds |= {row["kind"] for row in curated}
    known = by_key("place_kinds.tsv", "kind", "rank", "acled", "ucdp", "feature", "column")
    assert kinds <= set(known)
    assert Spot("?", "?", "unheard of", None, None, None, None).rank == 7
