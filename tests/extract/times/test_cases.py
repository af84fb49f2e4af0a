"""The cases of cases.yaml: wording, type and value of every time, and sentences that hold none."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.extract.times import find

GROUPS = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
CASES = [
    pytest.param(
        group["published"], case["text"], case["times"], id=f"{group['name']}: {case['text']}"
    )
    for group in GROUPS
    for case in group["cases"]
]


@pytest.mark.parametrize(("published", "text", "times"), CASES)
def test_case(published: date | None, text: str, times: list[list[Any]]) -> None:
    found = [(text[t.start : t.end], t.type, t.value) for t in find(text, published=published)]
    assert found == [(words, kind, str(value)) for words, kind, value in times]


def test_every_time_says_why() -> None:
    for group in GROUPS:
        for case in group["cases"]:
            assert all(t.why for t in find(case["text"], published=group["published"]))
