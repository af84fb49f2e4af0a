"""Who is who: cases as data, one for each kind of fault that reading real stories brought up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from actors_reader import actor, found_in, said

CASES = yaml.safe_load(Path(__file__).with_name("people_cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["case"])
def test_each_mention_leads_to_its_person(case: dict[str, Any]) -> None:
    found = found_in(case["text"])
    for name, wanted in case["people"].items():
        assert [wording for wording, _ in said(found, actor(found, name))] == wanted
    names = {a.name for a in found.actors}
    assert not names & set(case.get("absent", ()))


@pytest.mark.parametrize(
    ("text", "country", "sectors"),
    [
        ("Hamas's Amara Diallo said the talks had failed.", "PSE", "REB"),
        ("Amara Diallo of the African National Congress left the talks.", "ZAF", "PTY"),
        ("CNN's Amara Diallo was in the hall.", None, "JRN"),
        ("Amara Diallo of Togo was in the hall.", "TGO", None),
    ],
)
def test_a_person_has_the_side_of_whom_it_is_told_to_be_of(
    text: str, country: str | None, sectors: str | None
) -> None:
    who = actor(found_in(text), "Amara Diallo")
    assert who.country == country
    assert (sectors in who.sectors) if sectors else not who.sectors
