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


def counted(tmp_path: Path, columns: str) -> list[dict[str, object]]:
    """Rows of a chronicle in which two stories tell of one shelling, with other tolls, and a third
    story of another one that it denies."""
    path = tmp_path / "counted.jsonl"
    with Store(tmp_path / "c.db") as store:
        keeper = Keeper(store)
        three, four = shelling(ONE), shelling(TWO.replace("3", "4"), outlet="Northland Wire")
        for draft, killed in ((three, 3), (four, 4)):
            claim = {"id": "c1", "spans": [draft.at(f"{killed} men")]}
            claim["killed"] = {"min": killed, "max": killed}
            draft.fields["casualties"].append(claim)
        keep(keeper, three, four)
        keep(keeper, shelling(OTHER, "2020-03-12", status="denied"))
        export(store.db, "incidents", path, columns=columns, question=Question(type="ASSAULT"))
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_acled_counts_a_happening_once(tmp_path: Path) -> None:
    (row,) = counted(tmp_path, "acled")
    assert row["event_type"] == "Battles"
    assert (row["source"], row["fatalities"]) == ("DSS; Northland Wire", 3)
    assert str(row["notes"]).endswith("[2 stories, 2 sources]")
    assert str(row["event_id_cnty"]).startswith("AZE-")


def test_ucdp_counts_sources_and_gives_the_range(tmp_path: Path) -> None:
    (row,) = counted(tmp_path, "ucdp")
    assert (row["number_of_sources"], row["low"], row["high"]) == (2, 3, 4)
    assert row["source_office"] == "DSS; Northland Wire"
    assert str(row["source_article"]).count("Martuni under fire") == 2
