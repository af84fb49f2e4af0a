"""Whose losses, how many, on whose word: the forms of the wire, read with the real model."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.extract.casualties import extract
from dateline.extract.found import Found
from dateline.pipeline import examine
from dateline.reading.document import Document
from dateline.record import Casualty

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
KINDS = ("killed", "injured", "captured", "missing", "displaced")


def read(text: str) -> Found:
    return examine(Document(text=text, date="2021-06-10"), date(2026, 11, 23))


def told(claim: Casualty, found: Found) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for kind in KINDS:
        count = getattr(claim, kind)
        if count is not None:
            out[kind] = [count.min, count.max]
    if claim.category:
        out["category"] = claim.category
    for field in ("side", "by"):
        actor = getattr(claim, field)
        if actor:
            out[field] = found.actor_by_id[actor].name
    return out


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:60] for c in CASES])
def test_forms_of_the_wire(case: dict[str, Any]) -> None:
    found = read(case["text"])
    assert [told(claim, found) for claim in found.casualties] == case["claims"]


def test_spans_hold_number_and_loss() -> None:
    text = "The shelling killed 12 civilians and wounded more than 30 others."
    (claim,) = read(text).casualties
    assert [text[a:b] for a, b in claim.spans] == [
        "killed 12 civilians",
        "wounded more than 30 others",
    ]
    assert "killed" in claim.why
    assert "wounded" in claim.why


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("The ministry denied that 12 soldiers had been killed.", "12 soldiers", "denied"),
        ("The strike could kill thousands of people.", "thousands of people", "could"),
        ("Somalia lost three tanks.", "three tanks", "no people"),
    ],
)
def test_what_is_left_out_is_noted(text: str, words: str, why: str) -> None:
    found = read(text)
    assert found.casualties == []
    notes = [r for r in found.notes.rejections if r.family == "casualties"]
    assert [(text[r.span[0] : r.span[1]], why in r.why) for r in notes] == [(words, True)]


@pytest.mark.parametrize(
    ("text", "words", "count", "of"),
    [
        (
            "About 200 fighters were killed or captured.",
            ["About 200 fighters", "killed or captured"],
            (200, 200),
            ["killed", "captured"],
        ),
        (
            "More than 300 soldiers were killed, wounded or captured in the battle.",
            ["More than 300 soldiers", "killed, wounded or captured"],
            (301, None),
            ["killed", "injured", "captured"],
        ),
        ("The attack caused 12 casualties.", ["12 casualties"], (12, 12), ["killed", "injured"]),
        (
            "Kenya suffered at least 1,200 dead and wounded.",
            ["at least 1,200 dead and wounded"],
            (1200, None),
            ["killed", "injured"],
        ),
        (
            "Somalia has lost 150 killed and wounded, the ministry said.",
            ["150 killed and wounded"],
            (150, 150),
            ["killed", "injured"],
        ),
    ],
)
def test_one_number_for_several_losses_is_kept_as_one(
    text: str, words: list[str], count: tuple[int, int | None], of: list[str]
) -> None:
    found = read(text)
    (claim,) = found.casualties
    assert claim.together is not None
    assert (claim.together.min, claim.together.max) == count
    assert claim.together.of == of
    assert [text[a:b] for a, b in claim.spans] == words
    assert all(getattr(claim, kind) is None for kind in KINDS)


def test_a_total_and_its_parts_are_one_claim() -> None:
    (claim,) = read("There were 40 casualties: 10 killed and 30 injured.").casualties
    counts = [claim.killed, claim.injured, claim.together]
    assert [c and c.min for c in counts] == [10, 30, 40]


def test_losses_without_a_number_need_a_voice() -> None:
    assert read("The fighting caused casualties.").casualties == []
    (claim,) = read("Kenya's army suffered heavy losses, Somalia said.").casualties
    assert claim.side is not None
    assert claim.by is not None
    assert claim.side != claim.by


@pytest.mark.parametrize("unit", ["12 people were killed and 30 wounded and ", "including 3 "])
def test_a_hostile_length_takes_linear_time(unit: str) -> None:
    found = read("Rebels killed " + unit * 150)
    begun = time.process_time()
    extract(found)
    assert time.process_time() - begun < 60  # a guard against hanging, no measurement
