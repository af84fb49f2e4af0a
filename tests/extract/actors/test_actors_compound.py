"""Compound phrases are split into their actors: cases as data."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from actors_reader import found_in

from dateline.extract.actors.lookup import actors_of

CASES = yaml.safe_load(Path(__file__).with_name("compound_cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["phrase"])
def test_a_compound_phrase_is_split(case: dict[str, str]) -> None:
    found = found_in(case["text"])
    start = case["text"].index(case["phrase"])
    parts = actors_of(found, start, start + len(case["phrase"]))
    assert len(parts) == len(case["parts"])
    for part, wanted in zip(parts, case["parts"], strict=True):
        assert wanted in (part.name, part.country, *part.sectors)


def test_parties_of_a_parliament_are_no_two_states() -> None:
    found = found_in("Ghana and Chad sent observers. The parties in parliament could not agree.")
    assert not [a for a in found.actors if a.members]
