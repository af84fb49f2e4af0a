"""Equipment lost: how many, of what kind, whose, how, on whose word."""

from __future__ import annotations

import time
from datetime import date

import pytest

import dateline
from dateline.extract.equipment.tables import fates, machines
from dateline.extract.found import Found
from dateline.pipeline import examine
from dateline.reading.document import Document

Told = tuple[str, int | None, int | None, str, str | None, str | None]


def read(text: str) -> Found:
    return examine(Document(text=text, date="2021-06-10"), date(2026, 11, 23))


def told(text: str) -> list[Told]:
    found = read(text)
    names = {a.id: a.name for a in found.actors}
    return [
        (e.what, e.count.min, e.count.max, e.fate, names.get(e.side or ""), names.get(e.by or ""))
        for e in found.equipment
    ]


@pytest.mark.parametrize(
    ("text", "losses"),
    [
        (
            "Kenya said it had destroyed 12 Somali tanks, 4 drones and an air defence system.",
            [
                ("tank", 12, 12, "destroyed", "Somalia", "Kenya"),
                ("drone", 4, 4, "destroyed", None, "Kenya"),
                ("air_defence", 1, 1, "destroyed", None, "Kenya"),
            ],
        ),
        (
            "Somalia lost three tanks and two helicopters in the battle.",
            [
                ("tank", 3, 3, "lost", "Somalia", None),
                ("helicopter", 2, 2, "lost", "Somalia", None),
            ],
        ),
        (
            "At least 30 armored vehicles were captured on Monday.",
            [("armoured_vehicle", 30, None, "captured", None, None)],
        ),
        (
            "A Kenyan military helicopter was shot down by rebels on Monday.",
            [("helicopter", 1, 1, "shot_down", "Kenya", None)],
        ),
        (
            "The rebels shot down two of Kenya's drones.",
            [("drone", 2, 2, "shot_down", "Kenya", None)],
        ),
        (
            "Three missile batteries were knocked out.",
            [("air_defence", 3, 3, "destroyed", None, None)],
        ),
        ("Two warships sank off the coast.", [("ship", 2, 2, "sunk", None, None)]),
        (
            "The loss of 15 tanks was a blow to the rebels.",
            [("tank", 15, 15, "lost", None, None)],
        ),
        (
            "Ten drones were followed and destroyed over the city.",
            [("drone", 10, 10, "destroyed", None, None)],
        ),
    ],
)
def test_what_was_lost(text: str, losses: list[Told]) -> None:
    assert told(text) == losses


@pytest.mark.parametrize(
    "text",
    [
        "Somalia sent 40 tanks to the border.",
        "The rebels shot two tanks on film.",  # the particle lacks
        "A passenger plane was destroyed in a fire.",
        "A jet crashed near Nairobi.",  # an accident
        "A think tank was destroyed by quarrels.",
        "The army killed 12 soldiers.",
    ],
)
def test_what_is_no_loss_of_equipment(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("word", ["denied that it had lost", "plans to destroy"])
def test_what_is_no_fact_is_noted(word: str) -> None:
    found = read(f"Kenya {word} ten tanks.")
    assert found.equipment == []
    assert [r.family for r in found.notes.rejections if "not told" in r.why] == ["equipment"]


def test_people_and_machines_are_kept_apart() -> None:
    found = read("Somalia lost 58 servicemen and three tanks.")
    assert [c.killed.min for c in found.casualties if c.killed] == [58]
    assert [e.what for e in found.equipment] == ["tank"]


def test_record_and_brief_show_it() -> None:
    text = "Kenya said on Monday that its army had destroyed 12 Somali tanks."
    record = dateline.read(text, today=date(2026, 11, 23))
    (loss,) = record.equipment
    assert {text[a:b] for a, b in loss.spans} == {"destroyed", "12 Somali tanks"}
    assert "destroyed" in loss.why
    assert "Equipment of Somalia: tank, 12 destroyed" in record.brief()


def test_tables_name_each_noun_and_verb_once() -> None:
    nouns = [n for listed in machines().values() for n in listed]
    assert len(nouns) == len(set(nouns))
    assert {f.where for listed in fates().values() for f in listed} == {"obj", "subj", "of"}


def test_long_lists_take_linear_time() -> None:
    text = "The army destroyed " + ", ".join(f"{n} tanks" for n in range(2, 400)) + "."
    read("The army destroyed a tank.")
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 20
