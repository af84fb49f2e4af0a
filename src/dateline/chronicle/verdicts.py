"""Reviews in and out of a chronicle as JSON Lines: training data, and verdicts of others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from dateline.chronicle.keep import Keeper
from dateline.chronicle.review import review
from dateline.errors import DatelineError, QueryError
from dateline.review import Laid, Words, example, families
from dateline.review.missed import ADDED
from dateline.store import reviews
from dateline.store.reviews import ReviewQuestion

BATCH: Final = 500
MOST_ADDED: Final = 10_000
"""Additions to one story that a line is held against."""
_MADE: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")


class Added(NamedTuple):
    """What became of one line."""

    line: int
    review: int | None
    """Its number in the chronicle; None where it was there already or could not be taken."""
    problem: str | None
    """Why it could not be taken, in a sentence."""


def examples(keeper: Keeper, question: ReviewQuestion) -> Iterator[dict[str, Any]]:
    """The reviews for which `question` holds, however many, as examples: see `review.example`.

    `story` is what the story is known by in any chronicle, `story_id` the id of its record.
    """
    db = keeper.store.db
    asked = replace(question, limit=BATCH, offset=0)
    while found := reviews.reviews(db, asked):
        for one in found:
            known = db.execute("SELECT key, name FROM story WHERE id = ?", (one.story,)).fetchone()
            yield {"story": known["key"], "story_id": known["name"]} | example(one)
        asked = replace(asked, offset=asked.offset + BATCH)


def add_lines(keeper: Keeper, lines: Iterable[str], reviewer: str = "") -> Iterator[Added]:
    """Keep the verdicts of some JSON Lines, each in a transaction of its own.

    A line has `story` (its number here, or what `examples` say), `value` (an id of its record),
    `verdict`, and where needed `fields`, `reviewer`, `note`; for what was missed `family` in the
    place of `value`, and `words` among the fields; of a line that `examples` wrote the
    value is found by its words. What is there already is not kept again; what cannot be taken is
    told, and stops nothing. `reviewer`: who says it where the line does not.
    """
    waiting: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        added = _taken(keeper, number, line, reviewer)
        if added.problem and ADDED in line:  # of a value that a later line may add
            waiting.append((number, line))
        else:
            yield added
    for number, line in reversed(waiting):
        yield _taken(keeper, number, line, reviewer)


def _taken(keeper: Keeper, number: int, line: str, reviewer: str) -> Added:
    """What became of one line."""
    try:
        with keeper.writing():
            made = add_row(keeper, _row(line), reviewer)
            return Added(number, made, None)
    except DatelineError as error:
        return Added(number, None, str(error))


def _row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
        json.dumps(row, ensure_ascii=False).encode()  # no halves of characters
    except (ValueError, RecursionError) as error:
        raise QueryError(f"the line is no JSON: {error}") from None
    if not isinstance(row, dict):
        raise QueryError("the line is no JSON object")
    missed = row.get("verdict") == "added"
    for name in ("story", "family" if missed else "value", "verdict"):
        if name not in row:
            raise QueryError(f"the line lacks `{name}`")
    for name in ("fields", "names"):
        if not isinstance(row.setdefault(name, {}), dict):
            raise QueryError(f"`{name}` must be an object")
    return row


def add_row(keeper: Keeper, row: Mapping[str, Any], reviewer: str = "") -> int | None:
    """Keep the verdict of a line as `add_lines` takes them; its number, None where it was there
    already. Call inside `writing`. Raises QueryError for what cannot be taken."""
    story = _story(keeper, row["story"])
    laid = keeper.store.laid(story)
    if row["verdict"] == "added":
        return _missed(keeper, story, laid, row, reviewer)
    value = _value(laid, row)
    fields = {name: _by_name(laid, row, given) for name, given in row["fields"].items()}
    made = str(row.get("made") or "")
    who = str(row.get("reviewer") or reviewer)
    known = ReviewQuestion(which="all", story=story, value=value, verdict=str(row["verdict"]))
    for one in reviews.reviews(keeper.store.db, known):
        if one.made == made and one.reviewer == who and dict(one.fields) == row["fields"]:
            return None
    return review(
        keeper,
        story,
        value,
        str(row["verdict"]),
        fields,
        reviewer=who,
        note=str(row.get("note") or ""),
        made=made if _MADE.fullmatch(made) else None,
    )


def _missed(
    keeper: Keeper, story: int, laid: Laid, row: Mapping[str, Any], reviewer: str
) -> int | None:
    """Keep what a line adds that the machine missed."""
    made, who = str(row.get("made") or ""), str(row.get("reviewer") or reviewer)
    family = str(row["family"])
    known = ReviewQuestion(
        which="all", story=story, family=family, verdict="added", limit=MOST_ADDED
    )
    for one in reviews.reviews(keeper.store.db, known):
        words = [list(word) for word in one.words]
        if one.made == made and one.reviewer == who and words == row.get("kept"):
            return None
    fields = {name: _by_name(laid, row, given) for name, given in row["fields"].items()}
    if row.get("kept"):
        fields["words"] = _words(row)
    return review(
        keeper,
        story,
        family,
        "added",
        fields,
        reviewer=who,
        note=str(row.get("note") or ""),
        made=made if _MADE.fullmatch(made) else None,
    )


def _words(row: Mapping[str, Any]) -> list[Words]:
    """The words of a line that `examples` wrote. Raises QueryError."""
    try:
        return [Words(str(t), str(b), str(a), int(at)) for t, b, a, at in row["kept"]]
    except (TypeError, ValueError):
        raise QueryError("`kept` must be a list of [words, before, after, offset]") from None


def _story(keeper: Keeper, named: object) -> int:
    """The number of the story that a line names."""
    db = keeper.store.db
    if isinstance(named, int) and not isinstance(named, bool):
        found = db.execute("SELECT id FROM story WHERE id = ?", (min(named, 1 << 62),)).fetchall()
    else:
        query = "SELECT id FROM story WHERE key = ?1"
        found = db.execute(query, (str(named),)).fetchall()
        found = found or db.execute("SELECT id FROM story WHERE name = ?", (str(named),)).fetchall()
    if len(found) != 1:
        raise QueryError(f"there is no story {str(named)[:200]!r} in this chronicle")
    return int(found[0][0])


def _value(laid: Laid, row: Mapping[str, Any]) -> str:
    """The id of the value that a line is about: by its words where it has them."""
    family = row.get("family")
    if row.get("kept") and family in families():
        words = _words(row)
        machine = row.get("machine")
        found = laid.anchors.find(
            str(family), words, machine if isinstance(machine, dict) else {}, str(row["value"])
        )
        if found is None:
            raise QueryError("the words that the line is about do not stand in the story")
        return found
    return str(row["value"])


def _by_name(laid: Laid, row: Mapping[str, Any], given: Any) -> Any:
    """What was given, with the ids that things of these names have in the record; the names
    themselves where it has none of them."""
    if isinstance(given, list):
        return [_by_name(laid, row, one) for one in given]
    name = row["names"].get(given) if isinstance(given, str) else None
    if name is None:
        return given
    called = [ref for ref, (_, value) in laid.base.items() if value.get("name") == name]
    if given in called or (given in laid.base and "name" not in laid.base[given][1]):
        return given
    return called[0] if called else name
