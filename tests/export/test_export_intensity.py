"""Conflict and cooperation by day as a table."""

from __future__ import annotations

import sqlite3

import pytest

from dateline.chronicle.intensity import Intensity
from dateline.export import intensity as exported
from dateline.link.intensity import Day, Shift
from dateline.store import Question

PAIR = ("ARM", "actor 7")


def test_a_change_is_told_on_its_day_also_where_nothing_happened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    day = Day(PAIR, "conflict", "2021-03-01", 3, 5, 4, -7.5)
    rise = Shift(PAIR, "conflict", "2021-03-01", "2021-03-08", True, 0.1234, 2.5, 3, 4, 20, 30.0)
    fall = Shift(PAIR, "conflict", "2021-03-09", "2021-03-31", False, 2.5, 0.0, 0, 0, 0, 20.0)
    found = Intensity((day,), (rise, fall), ("It rose.", "It fell."), {"ARM": "Armenia"})
    monkeypatch.setattr(exported, "intensity", lambda db, question: found)
    first, second = exported.told(sqlite3.connect(":memory:"), Question())
    assert (first["one"], first["other"], first["one_key"]) == ("Armenia", "actor 7", "ARM")
    assert (first["incidents"], first["reports"], first["sources"]) == (3, 5, 4)
    assert first["score"] == -7.5
    assert (first["change"], first["until"]) == ("rise", "2021-03-08")
    assert first["sentence"] == "It rose."
    assert (first["before"], first["after"]) == (0.123, 2.5)
    assert (second["day"], second["incidents"], second["change"]) == ("2021-03-09", 0, "fall")
    assert second["sentence"] == "It fell."
