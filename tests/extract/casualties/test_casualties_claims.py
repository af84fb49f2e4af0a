"""Whose losses, how many, on whose word."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.extract.found import Found
from dateline.pipeline import examine
from dateline.reading.document import Document
from dateline.record import Casualty


def claims(text: str) -> tuple[Found, list[Casualty]]:
    found = examine(Document(text=text, date="2021-06-10"), date(2026, 11, 23))
    return found, found.casualties


def counts(claim: Casualty) -> dict[str, Any]:
    kinds = ("killed", "injured", "captured", "missing", "displaced")
    values = {kind: getattr(claim, kind) for kind in kinds}
    return {k: (v.min, v.max) for k, v in values.items() if v is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five people were killed in the attack.", {"killed": (5, 5)}),
        ("The blast killed five people.", {"killed": (5, 5)}),
        ("At least 12 people were wounded.", {"injured": (12, None)}),
        ("Dozens of people died in the shelling.", {"killed": (24, None)}),
        ("Some 30,000 people have fled their homes.", {"displaced": (30000, 30000)}),
        ("The death toll rose to 45.", {"killed": (45, 45)}),
        ("No casualties were reported.", {"killed": (0, 0), "injured": (0, 0)}),
        ("The attack killed five people and wounded 40.", {"killed": (5, 5), "injured": (40, 40)}),
    ],
)
def test_kinds_and_counts(text: str, expected: dict[str, Any]) -> None:
    _, found = claims(text)
    assert [counts(c) for c in found] == [expected]


def test_soldiers_and_civilians_are_two_claims() -> None:
    _, found = claims("Three soldiers and a civilian were killed.")
    assert [(c.category, counts(c)) for c in found] == [
        ("military", {"killed": (3, 3)}),
        ("civilian", {"killed": (1, 1)}),
    ]


def test_side_and_source() -> None:
    text = "Kenya said on Monday that 20 Somali soldiers were killed."
    found, (claim,) = claims(text)
    assert claim.side is not None
    assert claim.by is not None
    assert found.actor_by_id[claim.side].country == "SOM"
    assert found.actor_by_id[claim.by].name == "Kenya"


def test_losses_without_a_number_need_a_voice() -> None:
    _, (claim,) = claims("Kenya and Somalia are at war. Both sides have reported casualties.")
    assert counts(claim) == {}
    assert claim.by is not None
    assert claims("The fighting caused casualties.")[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "The attack could kill thousands.",
        "The rebels lost three tanks.",
        "He killed three hours in the airport.",
        "The law would displace 3,000 people.",
    ],
)
def test_what_may_come_and_what_is_no_person_is_left_out(text: str) -> None:
    assert claims(text)[1] == []
