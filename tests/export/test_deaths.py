"""How many died, as the claims of one sentence add up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.store.records import Draft
from tests.store.test_store import put

from dateline.export import rows
from dateline.export.deaths import Deaths
from dateline.store import Store


@pytest.mark.parametrize(
    ("groups", "low", "high"),
    [
        ({(None, None): (16, None)}, 16, None),
        ({(None, None): (16, 16), ("a", "military"): (1, 1)}, 16, 16),  # a general among them
        ({("a", None): (3, 5), ("b", None): (2, 2)}, 5, 7),
        ({("a", None): (3, None), ("b", None): (2, 2)}, 5, None),
        ({(None, None): (150, 150), (None, "civilian"): (95, 95)}, 150, 150),
        ({(None, None): (150, 150), ("a", None): (200, None)}, 350, None),  # other people
        ({(None, None): (None, 9)}, None, 9),
    ],
)
def test_the_sum(groups: dict[Any, Any], low: int | None, high: int | None) -> None:
    toll = Deaths(groups)
    assert (toll.low, toll.high) == (low, high)


def killed(tmp_path: Path, line: str, claims: dict[str, int], *triggers: str) -> list[Any]:
    """(best, low, high) of each event of one line, whose claims are all one claimant's."""
    draft = Draft(f"News\n{line}\nTwo died elsewhere.\n")
    side = draft.actor("Blue Dawn", "armed_group", "NOR", sectors=["REB"])
    for trigger in triggers:
        draft.event("ASSAULT", trigger, "2020-01-01", actors=[side])
    for words, number in claims.items():
        count = {"min": number, "max": number}
        draft.fields["casualties"].append(
            {"id": f"c{number}", "spans": [draft.at(words)], "killed": count}
        )
    with Store(tmp_path / "c.db") as store:
        put(store, draft)
        found = rows(store.db, "events", columns="ucdp")
        return [(row["best"], row["low"], row["high"]) for row in found]


def test_the_only_violence_of_a_sentence_has_its_claims(tmp_path: Path) -> None:
    line = "Blue Dawn raided a farm, and four were left dead."
    assert killed(tmp_path, line, {"four": 4, "Two": 2}, "raided") == [(4, 4, 4)]


def test_of_one_claimant_the_largest_claim_counts(tmp_path: Path) -> None:
    line = "Blue Dawn raided a farm: four dead, one child among them."
    assert killed(tmp_path, line, {"four": 4, "one": 1}, "raided") == [(4, 4, 4)]


def test_of_two_acts_the_one_whose_words_the_claim_stands_on(tmp_path: Path) -> None:
    line = "Blue Dawn burned a farm after it killed four."
    found = killed(tmp_path, line, {"killed four": 4}, "burned", "killed")
    assert found == [(None, None, None), (4, 4, 4)]


def test_a_claim_that_may_be_of_either_is_of_neither(tmp_path: Path) -> None:
    line = "Blue Dawn burned a farm and raided a mill, and four were left dead."
    found = killed(tmp_path, line, {"four": 4}, "burned", "raided")
    assert found == [(None, None, None)] * 2
