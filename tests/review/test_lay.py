"""Reviews are laid over a record: what is rejected, corrected, made one or two, and found again."""

from __future__ import annotations

from typing import Any

import pytest
from tests.store.records import Draft, valley

from dateline.errors import QueryError
from dateline.record import Record
from dateline.review import Laid, Review, lay, propose


def made(record: Record, value: str, verdict: str, /, *before: Review, **fields: Any) -> Review:
    """A review of a value of a record that has the reviews `before`."""
    said = propose(lay(record, before), value, verdict, fields)
    return Review(
        review=len(before) + 1,
        story=1,
        reviewer="Ida",
        made="2026-01-01T00:00:00+00:00",
        note="",
        again=None,
        later=None,
        undone=None,
        **said._asdict(),
    )


def with_one(record: Record, value: str, verdict: str, **fields: Any) -> Record:
    return lay(record, [made(record, value, verdict, **fields)]).record


def test_without_reviews_nothing_changes() -> None:
    record = valley().record()
    assert lay(record, []).record == record


def test_what_is_rejected_is_left_out_and_nothing_points_to_it() -> None:
    record = valley().record()
    without = with_one(record, "a0", "rejected")  # Armenia
    assert [a.id for a in without.actors] == ["a1", "a2", "a3", "a4"]
    assert without.statements[0].speaker is None
    assert without.events[0].recipients == []
    without = with_one(record, "s0", "rejected")
    assert without.events[0].attributed_to is None
    assert record == valley().record()


def test_a_statement_in_a_rejected_one_belongs_to_what_that_was_in() -> None:
    draft = valley()
    draft.statement("a2", "told", "must hold", within="s0")
    draft.fields["statements"][0]["within"] = "s1"
    assert with_one(draft.record(), "s0", "rejected").statements[1].within == "s1"


def test_corrected_fields_are_other_and_all_else_stays() -> None:
    record = valley().record()
    event = with_one(record, "e0", "corrected", status="denied", recipients=["Orla Venn"]).events[0]
    assert (event.status, event.recipients) == ("denied", ["a3"])
    assert event.actors == record.events[0].actors
    assert event.why.startswith("status, recipients corrected by Ida, 2026-01-01; the machine")


def test_another_type_has_its_own_intensity_and_code() -> None:
    record = valley().record()
    event = with_one(record, "e0", "corrected", type="AGREE").events[0]
    assert (event.mode, event.intensity, event.cameo) == (None, 2.5, "030")


def test_an_actor_that_the_machine_missed_is_named_by_words_of_the_text() -> None:
    draft = Draft("Rain falls\nMinister Ulla Brandt said that rain fell.\n")
    draft.statement(None, "said", "that rain fell")
    corrected = with_one(draft.record(), "s0", "corrected", speaker="Ulla Brandt")
    (actor,) = corrected.actors
    assert corrected.statements[0].speaker == actor.id
    assert draft.text[slice(*actor.mentions[0].span)] == actor.name == "Ulla Brandt"


def test_what_was_said_is_given_by_its_words() -> None:
    record = valley().record()
    said = with_one(record, "s0", "corrected", content=["Azerbaijan shelled Martuni"])
    (span,) = said.statements[0].content
    assert record.text[slice(*span)] == "Azerbaijan shelled Martuni"


def test_events_follow_the_time_and_the_day_of_the_story() -> None:
    draft = valley()
    time = {"type": "DATE", "value": "2020-03-05", "edtf": "2020-03-05", "begin": "2020-03-05"}
    words = {"id": "t0", "span": draft.at("on Tuesday"), "text": "on Tuesday"}
    draft.fields["times"] = [words | time | {"end": "2020-03-05"}]
    draft.fields["events"][0]["date"]["time"] = "t0"
    record = draft.record()
    other = with_one(record, "t0", "corrected", begin="2020-03-03", end="2020-03-03")
    assert [e.date.begin for e in other.events if e.date] == ["2020-03-03", "2020-03-05"]
    other = with_one(record, "document", "corrected", published="2021-03-05")
    assert other.document.published.value == "2021-03-05"
    assert [e.date.begin for e in other.events if e.date] == ["2020-03-05", "2021-03-05"]
    assert [e.date.time for e in with_one(record, "t0", "rejected").events if e.date] == [None] * 2


def test_a_date_that_a_person_gave_outlives_its_time() -> None:
    draft = valley()
    words = {"id": "t0", "span": draft.at("on Tuesday"), "text": "on Tuesday"}
    draft.fields["times"] = [words | {"type": "DATE", "value": "2020-03-05"}]
    draft.fields["events"][0]["date"]["time"] = "t0"
    record = draft.record()
    first = made(record, "e0", "corrected", date={"begin": "2020-03-01", "end": "2020-03-02"})
    second = made(record, "t0", "rejected", first)
    date = lay(record, [first, second]).record.events[0].date
    assert date
    assert (date.edtf, date.time) == ("2020-03-01/2020-03-02", None)


def test_two_actors_are_one() -> None:
    record = valley().record()
    one = with_one(record, "a4", "merged", into="a3")  # Davit Orbelin is Orla Venn
    assert [a.id for a in one.actors] == ["a0", "a1", "a2", "a3"]
    assert len(one.actors[3].mentions) == 2
    assert one.events[1].actors == ["a3"]


def test_one_in_the_other_and_the_other_in_the_one_is_refused() -> None:
    record = valley().record()
    first = made(record, "a4", "merged", into="a3")
    with pytest.raises(QueryError, match="another actor"):
        made(record, "a3", "merged", first, into="a4")


def test_two_statements_are_one() -> None:
    one = with_one(valley().record(), "s1", "merged", into="s0")
    assert len(one.statements) == 1
    assert len(one.statements[0].content) == 2
    assert one.statements[0].speaker == "a0"


def test_mentions_of_two_people_are_parted_with_what_they_say_and_do() -> None:
    draft = Draft(
        "Smiths speak\nAda Smith said that rain fell.\nSmith said that snow fell.\nSmith left.\n"
    )
    ada = draft.actor("Ada Smith", "person")
    at = draft.text.index("Smith said that snow")
    last = draft.text.index("Smith left")
    draft.fields["actors"][0]["mentions"] += [
        {"span": [at, at + 5], "how": "name"},
        {"span": [last, last + 5], "how": "name"},
    ]
    draft.statement(ada, "said", "that rain fell", source=[draft.at("Ada Smith")])
    draft.statement(ada, "said", "that snow fell", source=[[at, at + 5]])
    draft.event("RETREAT", "left", "2020-03-05", actors=[ada])
    parted = with_one(draft.record(), ada, "split", words=[1, 2], name="Bo Smith")
    assert [(a.name, len(a.mentions)) for a in parted.actors] == [("Ada Smith", 1), ("Bo Smith", 2)]
    bo = parted.actors[1].id
    assert [s.speaker for s in parted.statements] == [ada, bo]
    assert parted.events[0].actors == [bo]


def test_who_was_parted_can_be_corrected_and_so_can_who_is_left() -> None:
    draft = Draft("Smiths speak\nAda Smith spoke.\nSmith left.\nSmith slept.\n")
    ada = draft.actor("Ada Smith", "person")
    for words in ("Smith left", "Smith slept"):
        at = draft.text.index(words)
        draft.fields["actors"][0]["mentions"].append({"span": [at, at + 5], "how": "name"})
    record = draft.record()
    first = made(record, ada, "split", words=[1, 2], name="Bo Smith")
    bo = lay(record, [first]).record.actors[1].id
    second = made(record, bo, "corrected", first, country="NOR")
    third = made(record, ada, "corrected", first, second, country="SWE")
    laid = lay(record, [first, second, third])
    assert laid.found == {1: ada, 2: bo, 3: ada}
    assert [(a.name, a.country) for a in laid.record.actors] == [
        ("Ada Smith", "SWE"),
        ("Bo Smith", "NOR"),
    ]


def test_two_events_on_the_same_words_are_told_apart() -> None:
    draft = Draft("Clashes in a valley\nClashes broke out in April and in July.\n")
    for day in ("2020-04-01", "2020-07-01"):
        draft.event("ASSAULT", "Clashes broke", day)
    record = draft.record()
    reviews = [made(record, "e1", "corrected", status="denied")]
    reviews.append(made(record, "e0", "corrected", *reviews, status="planned"))
    assert [e.status for e in lay(record, reviews).record.events] == ["planned", "denied"]
    swapped = Draft(draft.text)
    for day in ("2020-07-01", "2020-04-01"):
        swapped.event("ASSAULT", "Clashes broke", day)
    laid = lay(swapped.record(), reviews)
    assert [e.status for e in laid.record.events] == ["denied", "planned"]


def test_one_statement_is_two_and_the_second_may_be_corrected() -> None:
    record = valley().record()
    first = made(record, "s0", "split", **{"from": "on Tuesday"})
    laid = lay(record, [first])
    (other,) = {s.id for s in laid.record.statements} - {"s0", "s1"}
    second = made(record, other, "corrected", first, speaker="Azerbaijan")
    said = {s.id: s for s in lay(record, [first, second]).record.statements}
    assert said[other].speaker == "a1"
    assert record.text[slice(*said[other].content[0])] == "on Tuesday"
    assert record.text[slice(*said["s0"].content[0])] == "that Azerbaijan shelled Martuni"


def moved(review: Review, text: Draft) -> Laid:
    return lay(text.record(), [review])


def test_words_that_stand_elsewhere_are_found_again() -> None:
    after = valley()
    rest = "Rain fell for hours.\n" + after.text
    shifted = Draft(rest)
    for name in ("a", "b"):
        shifted.actor(f"{'Armenia' if name == 'a' else 'Azerbaijan'} ", id=name)
    shifted.event("ASSAULT", "shelled", "2020-03-05", id="other")
    review = made(valley().record(), "e0", "corrected", status="denied")
    laid = moved(review, shifted)
    assert (laid.found, laid.lost) == ({1: "other"}, {})
    assert laid.record.events[0].status == "denied"


def test_a_changed_sentence_is_asked_again() -> None:
    changed = Draft(valley().text.replace("that Azerbaijan shelled", "that nobody shelled"))
    changed.event("ASSAULT", "shelled", "2020-03-05")
    for verdict, fields in (("rejected", {}), ("corrected", {"status": "denied"})):
        laid = moved(made(valley().record(), "e0", verdict, **fields), changed)
        assert laid.found == {}
        assert "not there any more" in laid.lost[1]
        assert laid.record == changed.record()


def test_an_acceptance_is_of_what_the_machine_said() -> None:
    review = made(valley().record(), "e0", "accepted")
    assert lay(valley().record(), [review]).lost == {}
    other = valley()
    other.fields["events"][0]["status"] = "denied"
    assert "otherwise (did it happen)" in lay(other.record(), [review]).lost[1]


def test_a_correction_that_changes_nothing_is_an_acceptance() -> None:
    assert made(valley().record(), "e0", "corrected", status="occurred").verdict == "accepted"


def test_names_of_all_scripts_are_names() -> None:
    for name in ("علی‌پور", "Société\u00a0Générale", "王毅"):
        actor = with_one(valley().record(), "a0", "corrected", name=name).actors[0]
        assert actor.name == " ".join(name.split())


@pytest.mark.parametrize(
    ("value", "verdict", "fields", "problem"),
    [
        ("x9", "accepted", {}, "no value 'x9'"),
        ("e0", "burnt", {}, "no verdict"),
        ("p0", "merged", {}, "a place cannot be merged"),
        ("document", "rejected", {}, "cannot be rejected"),
        ("e0", "rejected", {"status": "denied"}, "takes no fields"),
        ("e0", "corrected", {"colour": "red"}, "no field 'colour'"),
        ("e0", "corrected", {"status": "burnt"}, "cannot be 'burnt'"),
        ("e0", "corrected", {"type": None}, "must have a value"),
        ("e0", "corrected", {"type": "CONSULT", "mode": "drone"}, "has no mode"),
        ("e0", "corrected", {"actors": ["Nobody Here"]}, "does not stand in its text"),
        ("e0", "corrected", {"actors": 5}, "must be a list"),
        ("e0", "corrected", {"actors": [5]}, "must be a text"),
        ("e0", "corrected", {"places": ["Atlantis"]}, "no place of this story"),
        ("e0", "corrected", {"date": {"begin": "2020-13-01"}}, "must be a day"),
        ("e0", "corrected", {"date": {"begin": "2020-02-02", "end": "2020-01-01"}}, "later than"),
        ("e0", "corrected", {"date": "2020"}, "needs `begin` and `end`"),
        ("s0", "corrected", {"content": ["never said"]}, "does not stand in the text"),
        ("s0", "corrected", {"content": []}, "must have a value"),
        ("s0", "corrected", {"date": "yesterday"}, "must be a date"),
        ("p0", "corrected", {"lat": "91"}, "from -90 to 90"),
        ("p0", "corrected", {"lat": "nan"}, "from -90 to 90"),
        ("p0", "corrected", {"country": "Atlantis"}, "no country"),
        ("a0", "corrected", {"sectors": ["GOV", "ZZZ"]}, "cannot be 'ZZZ'"),
        ("a0", "corrected", {"name": "a\x00b"}, "must be a text"),
        ("a0", "corrected", {"name": "x" * 501}, "at most 500"),
        ("a0", "merged", {"into": "a0"}, "another actor"),
        ("a0", "merged", {"into": ["a1"]}, "another actor"),
        ("a0", "split", {"words": [0]}, "some, and not all"),
        ("a0", "split", {"words": "0"}, "some, and not all"),
        ("a0", "split", {"words": [[]]}, "some, and not all"),
        ("s0", "split", {"from": "that Azerbaijan"}, "begins"),
        ("s0", "split", {}, "begins"),
    ],
)
def test_what_cannot_be_is_told(value: str, verdict: str, fields: Any, problem: str) -> None:
    with pytest.raises(QueryError, match=problem):
        propose(lay(valley().record(), []), value, verdict, fields)
