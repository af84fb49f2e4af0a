"""Formats of many kinds: cases as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from formats_reader import found_in, members

CASES = yaml.safe_load(Path(__file__).with_name("format_cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:40])
def test_members_roles_and_relations_are_as_the_words_say(case: dict[str, Any]) -> None:
    found = found_in(case["text"])
    assert {f.name for f in found.formats} == set(case["formats"])
    for one in found.formats:
        wanted = case["formats"][one.name]
        roles = {name: role or "none" for name, role in members(found, one)}
        assert roles == (wanted.get("members") or {})
        assert one.since == wanted.get("since")
        assert {r.kind: r.to for r in one.relations} == wanted.get("relations", {})


def test_one_wording_is_told_by_the_theatre() -> None:
    (quad,) = found_in("The Quad met in Tokyo on shipping in the Indo-Pacific.").formats
    assert quad.name == "Quadrilateral Security Dialogue"
    (quad,) = found_in("The Quad called for a truce in Sudan.").formats
    assert quad.name == "Quad for Sudan"


def test_talks_that_nobody_brokers_are_no_format() -> None:
    assert not found_in("Ghana and Chad held talks in Accra.").formats
    assert not found_in("Talks between Ghana and Chad resumed.").formats
