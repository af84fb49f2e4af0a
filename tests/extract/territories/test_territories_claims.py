"""Whose a territory is, was, or is said to be."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.errors import DataError
from dateline.extract.found import Found
from dateline.extract.territories.patterns import _pattern, patterns
from dateline.pipeline import examine
from dateline.reading.document import Document


def read(text: str) -> Found:
    return examine(Document(text=text, date="2021-06-10"), date(2026, 11, 23))


def said(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """(kind, place, holder, previous) of each claim."""
    found = read(text)
    places = {p.id: p.name for p in found.places}
    names = {a.id: a.name for a in found.actors}
    return [
        (t.kind, places.get(t.place or ""), names.get(t.holder or ""), names.get(t.previous or ""))
        for t in found.territories
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey captured the city of Aleppo.", ("took", "Aleppo", "Turkey", None)),
        ("Turkey lost control of the city of Aleppo.", ("lost", "Aleppo", None, "Turkey")),
        ("Turkey controls the city of Aleppo.", ("controls", "Aleppo", "Turkey", None)),
        ("Abkhazia, a disputed territory, is calm.", ("disputed", "Abkhazia", None, None)),
        ("The city of Aleppo is part of Turkey.", ("part_of", "Aleppo", "Turkey", None)),
    ],
)
def test_kinds(text: str, expected: tuple[str, str | None, str | None, str | None]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya seized the town of Kismayo in 2012 but lost control of it a year later.",
            ("lost", "Kismayo", None, "Kenya"),
        ),
        (
            "Fighting went on in the hills near Kismayo. Kenya lost control of them.",
            ("lost", None, None, "Kenya"),
        ),
        (
            "There was fighting over Kismayo. Kenya lost control of the town.",
            ("lost", "Kismayo", None, "Kenya"),
        ),
        (
            "There was fighting over Kismayo. Kenya lost control of a town.",
            ("lost", None, None, "Kenya"),
        ),
        (
            "There was fighting over Abkhazia. Georgia lost control of the enclave.",
            ("lost", "Abkhazia", None, "Georgia"),
        ),
    ],
)
def test_land_that_a_pronoun_or_description_takes_up(
    text: str, expected: tuple[str, str | None, str | None, str | None]
) -> None:
    assert [claim for claim in said(text) if claim[0] == "lost"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army drove the rebels out of the city of Aleppo.", "Rebels"),
        ("Kenyan forces pushed the rebels back from the city of Aleppo.", "Rebels"),
        ("Rebels retreated from the city of Aleppo on Monday.", "Rebels"),
        ("Kenyan troops have pulled out of the city of Aleppo.", "Kenyan troops"),
        ("The Kenyans withdrew from the city of Aleppo.", "Kenyans"),
        ("Kenya withdrew its troops from the city of Aleppo.", "Kenya"),
        ("Kenya pulled its troops out of the city of Aleppo.", "Kenya"),
        ("The withdrawal of Kenyan troops from the city of Aleppo is over.", "Kenyan troops"),
        # Nobody lost a city, or it is no fact.
        ("Police drove villagers from the city of Aleppo.", None),
        ("Villagers abandoned the city of Aleppo.", None),
        ("The governor fled from the city of Aleppo.", None),
        ("Kenya withdrew its ambassador from the city of Aleppo.", None),
        ("Kenya has withdrawn 500 peacekeepers from Somalia.", None),
        ("Kenya withdrew from talks in the city of Aleppo.", None),
        ("The rebels agreed to withdraw from the city of Aleppo.", None),
        ("Talks are conditional on the withdrawal of Kenyan troops from the city of Aleppo.", None),
    ],
)
def test_who_leaves_or_is_driven_out_had_it(text: str, expected: str | None) -> None:
    assert said(text) == ([("lost", "Aleppo", None, expected)] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Abkhazia lies within Georgia and is under the control of rebels.",
            [("controls", "Abkhazia", "Rebels", None), ("part_of", "Abkhazia", "Georgia", None)],
        ),
        (
            "Abkhazia is within Georgia but has been controlled by rebels since 1993.",
            [("part_of", "Abkhazia", "Georgia", None), ("controls", "Abkhazia", "Rebels", None)],
        ),
        (
            "Abkhazia is calm. It is seen as part of Georgia, but it is run by rebels.",
            [("part_of", "Abkhazia", "Georgia", None), ("controls", "Abkhazia", "Rebels", None)],
        ),
        ("Abkhazia is in the grip of rebels.", [("controls", "Abkhazia", "Rebels", None)]),
        ("Aleppo has remained part of Turkey.", [("part_of", "Aleppo", "Turkey", None)]),
        ("Abkhazia voted to become part of Turkey.", []),
        (
            "The Caucasus mountain region of Abkhazia is disputed land.",
            [("disputed", "Abkhazia", None, None)],
        ),
        (
            "Abkhazia, a region of Georgia that broke away in 1992, is calm.",
            [("declares_independence", "Abkhazia", "Abkhazia", None)],
        ),
        (
            "Abkhazia proclaimed itself an independent republic.",
            [("declares_independence", "Abkhazia", "Abkhazia", None)],
        ),
        (
            "The breakaway region of Abkhazia held a vote.",
            [("declares_independence", "Abkhazia", None, None)],
        ),
        (
            "Armenia and Georgia declared independence.",
            [
                ("declares_independence", "Armenia", "Armenia", None),
                ("declares_independence", "Georgia", "Georgia", None),
            ],
        ),
        (
            "Turkey captured Aleppo and Idlib.",
            [("took", "Idlib", "Turkey", None), ("took", "Aleppo", "Turkey", None)],
        ),
        (
            "The rebels took the towns of Jowhar and Kismayo. The army lost control of them.",
            [
                ("took", "Jowhar", "Rebels", None),
                ("took", "Kismayo", "Rebels", None),
                ("lost", "Jowhar", None, "Army"),
                ("lost", "Kismayo", None, "Army"),
            ],
        ),
        (
            "The city of Aleppo, claimed by both Turkey and Syria, is calm.",
            [("claims", "Aleppo", "Turkey", None), ("claims", "Aleppo", "Syria", None)],
        ),
        ("The deal prevented Turkey from overrunning the city of Aleppo.", []),
        ("Turkey captured three villages near Aleppo.", [("took", None, "Turkey", None)]),
        ("Turkey managed to capture Aleppo.", [("took", "Aleppo", "Turkey", None)]),
        ("Turkey tried to capture Aleppo.", []),
        ("Syria retained control of Aleppo.", [("controls", "Aleppo", "Syria", None)]),
        ("Rebels control most of Aleppo.", [("controls", "Aleppo", "Rebels", None)]),
        ("Rebels were in control of Aleppo.", [("controls", "Aleppo", "Rebels", None)]),
        ("Rebel-held Aleppo was shelled.", [("controls", "Aleppo", "Rebels", None)]),
        (
            "Turkey said that shelling hit Turkish-occupied Aleppo.",
            [("controls", "Aleppo", "Turkey", None)],
        ),
        (
            "The town of Kismayo came under Kenyan control.",
            [("controls", "Kismayo", "Kenya", None)],
        ),
        ("Kismayo will come under Kenyan control.", []),
        (
            "The war left the city of Aleppo in Turkish hands.",
            [("controls", "Aleppo", "Turkey", None)],
        ),
        ("Aleppo fell to Turkish troops.", [("took", "Aleppo", "Turkish troops", None)]),
        ("Syria handed Aleppo over to Turkey.", [("lost", "Aleppo", "Turkey", "Syria")]),
        ("Abkhazia is a disputed region.", [("disputed", "Abkhazia", None, None)]),
        ("Georgia no longer controls Sukhumi.", [("lost", "Sukhumi", None, "Georgia")]),
        ("Rebels took Aleppo on Monday.", [("took", "Aleppo", "Rebels", None)]),
        ("Kenya took Togo to court.", []),
        ("The ambassador held the post for years.", []),
        ("Georgia appears intent on retaking Abkhazia.", []),
        ("Crowds in Abkhazia never wanted to live under Georgian rule.", []),
        ("The war can be ended by handing over Abkhazia to Georgia.", []),
        (
            '"We have lost control over Aleppo," Syria said.',
            [("lost", "Aleppo", None, "Syria")],
        ),
        ("Georgia has no control over Sukhumi.", []),
        ("Crowds celebrated the capture of Aleppo.", [("took", "Aleppo", None, None)]),
        ("The fall of Aleppo to rebels shocked Syria.", [("took", "Aleppo", "Rebels", None)]),
        ("Rebels are fighting for the capture of Aleppo.", []),
        ("Rebels plan the capture of Aleppo.", []),
        ("The fall of Yugoslavia led to war.", []),
        (
            "American Samoa is a U.S. territory.",
            [("part_of", "American Samoa", "United States", None)],
        ),
        ("Separatist Abkhazia is calm.", [("declares_independence", "Abkhazia", None, None)]),
        ("Russia and France belong to the Minsk Group.", []),
        ("Crimea belongs to Ukraine.", [("part_of", "Crimea", "Ukraine", None)]),
        ("The separatist capital Sukhumi is calm.", []),
        ("The deal obliged Armenia to hand over the city of Shusha.", []),
        ("Turkey has not only captured Aleppo but won.", [("took", "Aleppo", "Turkey", None)]),
        ("Abkhazia, a part of Georgia, is calm.", [("part_of", "Abkhazia", "Georgia", None)]),
        ("They argued over who was in control of Sukhumi.", []),
        (
            "The rebels, who were in control of Sukhumi, fled.",
            [("controls", "Sukhumi", "Rebels", None)],
        ),
        ("Libya, a part of Libya, is calm.", []),
        ("NATO takes over Libya mission.", []),
        ("NATO handed control of the no-fly zone to Turkey.", []),
    ],
)
def test_whose_land_it_is(
    text: str, expected: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    assert sorted(said(text), key=str) == sorted(expected, key=str)


def test_date_and_source() -> None:
    found = read("Ghana said that Turkey had captured the city of Aleppo on Monday.")
    (claim,) = found.territories
    assert claim.date == "2021-06-07"
    assert claim.by is not None
    assert found.actor_by_id[claim.by].name == "Ghana"
    (claim,) = read(
        "Ghana said it had met envoys from the disputed region of Abkhazia."
    ).territories
    assert claim.by is None  # whoever calls it disputed is the writer


@pytest.mark.parametrize(
    "text",
    [
        "Turkey will capture the city of Aleppo.",
        "Turkey did not capture the city of Aleppo.",
        "Turkey captured three soldiers.",
        "The minister lost control of his car.",
        "Turkey took part in the talks.",
    ],
)
def test_what_is_no_claim_about_territory(text: str) -> None:
    assert said(text) == []


def test_the_table_is_checked() -> None:
    assert {p.kind for row in patterns().values() for p in row} >= {"took", "lost", "disputed"}
    with pytest.raises(DataError):
        _pattern("x:1", ["own", "V", "owns", "obj", "subj", "-", "-"])
