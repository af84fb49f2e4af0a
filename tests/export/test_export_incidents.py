"""Incidents as a table."""

from __future__ import annotations

import json
from pathlib import Path

from tests.chronicle.test_chronicle import ONE, OTHER, TWO, keep, shelling

from dateline.chronicle.keep import Keeper
from dateline.export import export
from dateline.store import Question, Store


def test_a_happening_is_one_row_with_its_sources(tmp_path: Path) -> None:
    path = tmp_path / "incidents.jsonl"
    with Store(tmp_path / "c.db") as store:
        keeper = Keeper(store)
        keep(keeper, shelling(ONE), shelling(TWO, outlet="Northland Wire"))
        keep(keeper, shelling(OTHER, "2020-03-12"))
        export(store.db, "incidents", path, question=Question(type="ASSAULT"))
    first, second = map(json.loads, path.read_text().splitlines())
    assert (first["stories"], first["independent"], first["sources"]) == (2, 2, ["1", "2"])
    assert first["outlets"] == ["DSS", "Northland Wire"]
    assert (first["begin"], second["begin"]) == ("2020-03-05", "2020-03-12")
    assert first["why"]
    assert not second["why"]
