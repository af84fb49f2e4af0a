"""Events in the terms of other collections."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.export import rows
from dateline.export.sets.petrarch import code_of
from dateline.export.sets.ucdp import _grid
from dateline.export.story import Party
from dateline.store import Question, Store


def told(store: Store, columns: str, **question: Any) -> list[dict[str, Any]]:
    return list(rows(store.db, "events", columns=columns, question=Question(**question)))


def some(row: dict[str, Any], **values: Any) -> None:
    assert {name: row[name] for name in values} == values


def test_dateline(store: Store) -> None:
    shelled = told(store, "dateline", source="Post", type="ASSAULT")[0]
    some(
        shelled,
        mode="heavy-weapons",
        quad=4,
        actors=["Northland"],
        actor_kinds=["state"],
        actor_countries=["NOR"],
        recipients=["civilians"],
        places=["Östby"],
        latitude=59.25,
        trigger="shelled",
        speaker="Östland",
        dated_by="story",
        incident=3,
        confidence=0.75,
        outlet='The "Post", Ltd',
        published="2021-04-02",
        url="https://example.org/a?b=1&c=2",
    )
    assert shelled["sentence"].startswith("Northland shelled “Östby”, a town; officials")


def test_polecat(store: Store) -> None:
    found = told(store, "polecat", source="Post")
    assert [row["Event Type"] for row in found] == ["ASSAULT", "PROTEST", "ASSAULT"]
    shelled = {name.replace(" ", "_"): value for name, value in found[0].items()}
    some(
        shelled,
        Event_Date="2021-04-01",
        Quad_Code="MATERIAL CONFLICT",
        Contexts="military; territory",
        Actor_Name="Northland",
        Actor_Country="NOR",
        Actor_COW="385",
        Primary_Actor_Sector="GOV",
        Recipient_Name="civilians",
        City="Östby",
        Province=None,
        Country="SWE",
        GeoNames_ID=2,
        Feature_Type="PPL",
        Wikipedia_Actor_ID=None,
    )
    fought = found[2]
    assert fought["Actor Name"] == "Blue Dawn; soldiers of Östland"
    assert fought["Actor Sectors"] == "REB; MIL"
    assert fought["Actor Title"] == "None; Captain"


def test_petrarch_has_a_row_for_each_pair(store: Store) -> None:
    found = told(store, "petrarch", source="Post")
    pairs = [(r["SourceActorFull"], r["EventCode"], r["TargetActorFull"]) for r in found]
    assert pairs == [
        ("NOR", "194", "SWECVL"),
        ("SWEREB", "190", "SWEMIL"),
        ("SWEMIL", "190", "SWEREB"),
    ]
    some(
        found[0],
        Date="20210401",
        Year=2021,
        Month=4,
        Day=1,
        SourceActorEntity="NOR",
        SourceActorRole=None,
        TargetActorRole="CVL",
        EventRootCode="19",
        QuadClass=4,
        GoldsteinScore=-10.0,
        Issues="military; territory",
        CountryCode="SWE",
        URLs="https://example.org/a?b=1&c=2",
    )
    assert found[0]["SentenceID"].endswith("_2")
    assert len({row["EventID"] for row in found}) == 3


@pytest.mark.parametrize(
    ("kind", "name", "country", "sectors", "code"),
    [
        ("state", "Norway", "NOR", ("GOV",), "NOR"),
        ("organisation", "Defence Ministry", "NOR", ("GOV", "MIL"), "NORGOVMIL"),
        ("population", "soldiers", None, ("MIL",), "---MIL"),
        ("population", "people", None, (), "---"),
        ("igo", "European Union", None, (), "IGOEUREEC"),
        ("igo", "An Unheard-of League", None, (), "IGO"),
        ("organisation", "those of the enclave", "SWE", ("PRE", "GOV"), "SWESEP"),
        ("media", "The Post", "SWE", ("JRN",), "SWEMED"),
    ],
)
def test_cameo_codes_of_actors(
    kind: str, name: str, country: str | None, sectors: tuple[str, ...], code: str
) -> None:
    assert code_of(Party(1, name, kind, country, sectors, None, name)).full == code


def test_acled(store: Store) -> None:
    shelled, marched, fought = told(store, "acled", source="Post")
    some(
        shelled,
        event_date="2021-04-01",
        year=2021,
        time_precision=2,
        disorder_type="Political violence",
        event_type="Explosions/Remote violence",
        sub_event_type="Shelling/artillery/missile attack",
        actor1="Northland",
        inter1="External/Other forces",
        actor2="Civilians (Sweden)",
        assoc_actor_2="civilians",
        inter2="Civilians",
        interaction="Civilians-External/Other forces",
        civilian_targeting="Civilian targeting",
        iso=752,
        region="Europe",
        country="Sweden",
        location="Östby",
        geo_precision=1,
        fatalities=5,
        admin2=None,
        tags=None,
    )
    assert shelled["notes"].endswith("[according to Östland]")
    some(
        marched,
        event_type="Protests",
        sub_event_type="Peaceful protest",
        actor1="Protesters (Sweden)",
        assoc_actor_1="Students",
        interaction="Protesters only",
        event_date=None,
        time_precision=None,
    )
    some(
        fought,
        event_type="Battles",
        sub_event_type="Armed clash",
        actor1="Blue Dawn",
        actor2="soldiers of Östland",
        interaction="State forces-Rebel group",
        time_precision=3,
        fatalities=None,
    )


def test_acled_has_no_verbal_acts_no_plans_and_no_denials(store: Store) -> None:
    types = {row["event_type"] for row in told(store, "acled")}
    assert types == {"Explosions/Remote violence", "Protests", "Battles"}


def test_ucdp(store: Store) -> None:
    shelled, fought = told(store, "ucdp", source="Post")
    some(
        shelled,
        type_of_violence=3,
        side_a="Government of Norway",
        side_b="Civilians",
        dyad_name="Government of Norway - Civilians",
        deaths_a=None,
        deaths_civilians=5,
        deaths_unknown=0,
        best=5,
        low=5,
        high=5,
        gwnoa=385,
        gwnob=None,
        country="Sweden",
        country_id=380,
        region="Europe",
        geom_wkt="POINT (18.5 59.25)",
        where_prec=1,
        date_prec=2,
        source_original="Östland",
        conflict_name=None,
    )
    some(
        fought,
        type_of_violence=1,
        side_a="Government of Sweden",
        side_b="Blue Dawn",
        date_prec=4,
        date_start="2021-03-01",
        date_end="2021-03-31",
        best=None,
    )


def test_the_grid_is_numbered_from_the_south_west() -> None:
    assert _grid(-90, -180)["priogrid_gid"] == 1
    assert _grid(-89.6, -179.4)["priogrid_gid"] == 2
    assert _grid(-89.4, -180)["priogrid_gid"] == 721
    assert _grid(90, 180)["priogrid_gid"] == 259200
    assert _grid(None, 1)["priogrid_gid"] is None
