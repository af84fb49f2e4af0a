"""Many stories, one account: what a chronicle makes of stories that tell of the same things."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.records import Draft, valley

from dateline.chronicle.brief import briefing
from dateline.chronicle.incidents import incident, incidents
from dateline.chronicle.intensity import intensity
from dateline.chronicle.keep import Keeper
from dateline.chronicle.pages.brief import brief_page
from dateline.chronicle.pages.incidents import incident_page
from dateline.chronicle.repeats import positions
from dateline.chronicle.timeline import timeline
from dateline.errors import QueryError
from dateline.link.timeline import collect
from dateline.link.timeline import timeline as timeline_of
from dateline.record.brief import show
from dateline.store import Question, Store, statements

NOW = "2026-01-01T00:00:00+00:00"
REST = (
    "Witnesses in the town heard four explosions before dawn and saw smoke over the bus station.\n"
    "Schools stayed closed and the road to the north was cut for most of the day.\n"
    "The mayor asked people to stay in their cellars until the evening.\n"
)


def shelling(words: str, day: str = "2020-03-05", outlet: str = "DSS", **event: object) -> Draft:
    """A story of one event: Azerbaijan shells Martuni."""
    draft = Draft(f"Martuni under fire\n{words}\n", day, outlet)
    actor = draft.actor("Azerbaijan", country="AZE")
    victim = draft.actor("Armenia", country="ARM")
    town = draft.place("Martuni", "AZE", 585187)
    fields = {"actors": [actor], "recipients": [victim], "places": [town], "intensity": -9.0}
    draft.event("ASSAULT", "shelled", day, **(fields | event))
    return draft


ONE = "Azerbaijan shelled Martuni on 5 March, killing 3 men, Armenia reported."
TWO = "Guns of Azerbaijan shelled Martuni on 5 March and killed 3 men, a blow to Armenia."
OTHER = "A week later Azerbaijan shelled Martuni again, and Armenia answered."


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    with Store(tmp_path / "c.db") as store:
        yield Keeper(store)


def keep(keeper: Keeper, *drafts: Draft) -> None:
    """Keep each draft under an address of its own: 1, 2, ..."""
    for draft in drafts:
        count = keeper.store.db.execute("SELECT count(*) FROM story").fetchone()[0]
        keep_at(keeper, count + 1, draft)


def keep_at(keeper: Keeper, number: int, draft: Draft) -> None:
    """Keep a draft under an address, in a transaction of its own."""
    document = draft.document(url=f"https://wire.invalid/{number}")
    with keeper.writing():
        keeper.keep(document, draft.record(), NOW)


def told(keeper: Keeper, **question: object) -> list[list[int]]:
    """The stories of each incident."""
    db = keeper.store.db
    found = incidents(db, Question(**question))  # type: ignore[arg-type]
    return [[source.story for source in one.sources] for one in found]


def test_two_stories_of_one_shelling_are_one_incident(keeper: Keeper) -> None:
    keep(keeper, shelling(ONE), shelling(TWO, outlet="Northland Wire"))
    keep(keeper, shelling(OTHER, "2020-03-12"))
    assert told(keeper) == [[1, 2], [3]]
    found = next(incidents(keeper.store.db, Question()))
    assert (found.stories, found.independent) == (2, 2)
    assert (found.actors, found.recipients) == (("Azerbaijan",), ("Armenia",))
    assert found.begin == "2020-03-05"
    assert found.why


def test_a_copy_is_no_further_source(keeper: Keeper) -> None:
    first = shelling(ONE + "\n" + REST)
    copy = shelling(ONE + "\n" + REST, outlet="The Copier")
    keep(keeper, first, copy)
    (found,) = incidents(keeper.store.db, Question())
    assert (found.stories, found.independent) == (2, 1)
    assert [s.likeness for s in found.sources] == [None, "copy"]


def test_a_denial_stands_beside_the_report(keeper: Keeper) -> None:
    denied = shelling(TWO, outlet="Southland Wire", status="denied")
    keep(keeper, shelling(ONE), denied)
    (found,) = incidents(keeper.store.db, Question())
    assert found.status == "occurred"
    assert len(found.denied_by) == 1
    page = show(incident_page(found), "terminal", 100)
    assert "Denied by" in page


def test_a_user_parts_and_joins_and_it_outlives_a_new_reading(keeper: Keeper) -> None:
    keep(keeper, shelling(ONE), shelling(TWO, outlet="Northland Wire"))
    (found,) = incidents(keeper.store.db, Question())
    one, two = (source.event for source in found.sources)
    with keeper.writing():
        keeper.linker.rule("part", one, two, "reader")
    assert told(keeper) == [[1], [2]]
    # The second story is read again, with one more sentence.
    keep_at(keeper, 2, shelling(TWO + "\nRain fell.", outlet="Northland Wire"))
    assert told(keeper) == [[1], [2]]
    events = dict(keeper.store.db.execute("SELECT story, id FROM event").fetchall())
    with keeper.writing():
        keeper.linker.rule("join", events[1], events[2], "reader")
    assert told(keeper) == [[1, 2]]


def test_a_ruling_on_what_is_not_there_is_refused(keeper: Keeper) -> None:
    keep(keeper, shelling(ONE))
    with pytest.raises(QueryError, match="no event 99"), keeper.writing():
        keeper.linker.rule("join", 1, 99, "reader")
    with pytest.raises(QueryError, match="no incident 99"):
        incident(keeper.store.db, 99)


def test_a_revised_story_leaves_no_trace_of_what_it_told(keeper: Keeper) -> None:
    keep_at(keeper, 1, shelling(ONE))
    keep_at(keeper, 1, shelling(OTHER, "2020-03-12"))
    (found,) = incidents(keeper.store.db, Question())
    assert found.begin == "2020-03-12"
    db = keeper.store.db
    for table, rows in (("told", 2), ("sketch", 1)):  # the event, and what its story's share
        assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == rows
    assert {row[0] for row in db.execute("SELECT day FROM telling")} == {"2020-03-12"}
    alone = db.execute("SELECT count(*) FROM rarity WHERE stories < 0").fetchone()[0]
    assert alone == 0


def test_the_timeline_of_a_chronicle_and_of_a_question(keeper: Keeper) -> None:
    keep(keeper, shelling(ONE), shelling(OTHER, "2020-03-12"), valley("2020-04-10"))
    db = keeper.store.db
    days = [entry.day for entry in timeline(db, 10, 1)]
    assert days == sorted(days)
    assert {"2020-03-12", "2020-04-10"} <= set(days)
    assert [e.day for e in timeline(db, 10, 1, Question(actor="Orla Venn"))] == ["2020-04-10"]
    assert [e.day for e in timeline(db, 1, 1, Question(words="again"))] == ["2020-03-12"]
    assert not timeline(db, 10, 1, Question(since="2021"))
    with pytest.raises(ValueError, match="at least one day"):
        timeline(db, 0, 1)


def test_a_chronicle_and_a_corpus_have_one_timeline(keeper: Keeper) -> None:
    drafts = [shelling(ONE), shelling(OTHER, "2020-03-12"), valley("2020-04-10")]
    keep(keeper, *drafts)
    tellings = [t for n, d in enumerate(drafts, 1) for t in collect(d.record(), str(n))]
    for since, until in ((None, None), ("2020-03-06", None), ("2020-03-01", "2020-03-31")):
        asked = Question(since=since, until=until)
        of_store = timeline(keeper.store.db, 5, 1, asked)
        of_corpus = timeline_of(tellings, 5, 1, since=since, until=until)
        assert [(e.day, e.importance) for e in of_store] == [
            (e.day, e.importance) for e in of_corpus
        ]


def test_a_question_does_not_answer_the_next_one(keeper: Keeper) -> None:
    keep(keeper, shelling(OTHER, "2020-03-12"), valley("2020-04-10"))
    db = keeper.store.db
    days = [
        [e.day for e in timeline(db, 10, 1, Question(words=words))] for words in ("again", "valley")
    ]
    assert days[0]
    assert not set(days[0]) & set(days[1])


def test_ranks_follow_the_stories(keeper: Keeper) -> None:
    keep(keeper, shelling(ONE))
    db = keeper.store.db
    assert "2020-04-10" not in {entry.day for entry in timeline(db, 10, 1)}
    keep(keeper, valley("2020-04-10"))
    assert "2020-04-10" in {entry.day for entry in timeline(db, 10, 1)}
    assert [e.day for e in timeline(db, 10, 1)] == [e.day for e in timeline(db, 10, 1)]
    notes = dict(db.execute("SELECT name, value FROM note"))
    assert notes["ranked"] == notes["told"]  # kept, so that the next asking costs no reckoning


def test_intensity_counts_incidents_and_not_reports(keeper: Keeper) -> None:
    keep(keeper, shelling(ONE), shelling(TWO, outlet="Northland Wire"))
    keep(keeper, shelling(OTHER, "2020-03-12", status="planned"))
    found = intensity(keeper.store.db, Question(pair=("Armenia", "Azerbaijan")))
    fights = [d for d in found.days if d.measure == "fighting"]
    assert [(d.day, d.incidents, d.reports) for d in fights] == [("2020-03-05", 1, 2)]
    assert found.names == {"ARM": "Armenia", "AZE": "Azerbaijan"}


def test_a_land_that_only_its_army_stands_for_is_called_by_its_name(keeper: Keeper) -> None:
    draft = Draft("Lome under fire\nThe Kenyan army shelled the Togolese police in Lome.\n")
    army = draft.actor("Kenyan army", "organisation", "KEN", sectors=["MIL"])
    police = draft.actor("Togolese police", "organisation", "TGO", sectors=["COP"])
    more = {"actors": [army], "recipients": [police], "intensity": -9.0}
    draft.event("ASSAULT", "shelled", "2020-03-05", **more)
    keep(keeper, draft)
    found = intensity(keeper.store.db, Question())
    assert found.names == {"KEN": "Kenya", "TGO": "Togo"}


def test_those_who_are_apart_from_a_state_do_not_speak_for_it(keeper: Keeper) -> None:
    draft = Draft("Talks\nAnto Rebelle said that the truce of the valley would hold.\n")
    rebel = draft.actor("Anto Rebelle", "person", "COL", sectors=["REB"])
    draft.statement(rebel, "said", "that the truce of the valley would hold")
    state = Draft("Talks again\nColombia said that the truce of the valley was over.\n")
    colombia = state.actor("Colombia", country="COL")
    state.statement(colombia, "said", "that the truce of the valley was over")
    keep(keeper, draft, state)
    found = briefing(keeper.store.db, Question(words="truce"))
    assert {side.name for side in found.sides} == {"Colombia", "Anto Rebelle"}


@pytest.mark.parametrize("style", ["terminal", "markdown", "html"])
def test_a_brief_cites_every_line(keeper: Keeper, style: str) -> None:
    keep(keeper, valley(), shelling(ONE), shelling(TWO, outlet="Northland Wire"))
    page = show(brief_page(briefing(keeper.store.db, Question(words="Martuni"))), style, 90)  # type: ignore[arg-type]
    for expected in ("Aram Testian", "3 stories", "Sources", "[1]"):
        assert expected.casefold() in page.casefold().replace("\\", "")


def test_a_brief_tells_the_latest_claim_of_each_and_the_formats(keeper: Keeper) -> None:
    for day, dead in (("2020-03-05", "Four"), ("2020-03-09", "Nine"), ("2020-03-07", "Six")):
        draft = valley(day, more=f"{dead} soldiers died. The Hill Group met.\n")
        number = {"Four": 4, "Six": 6, "Nine": 9}[dead]
        draft.fields["casualties"].append(
            {
                "id": "c0",
                "spans": [draft.at(dead), draft.at("died")],
                "killed": {"min": number, "max": number},
                "category": "military",
                "side": "a0",
                "by": "a1",
            }
        )
        since = {"Nine": "1993"}.get(dead, "1992")  # the newest story has the last word
        draft.format("Hill Group", "Hill Group", ("a0", "co-chair"), since=since)
        keep(keeper, draft)
    found = briefing(keeper.store.db, Question())
    (claim,) = found.claims
    assert (claim.side, claim.by, claim.wording) == ("Armenia", "Azerbaijan", "Nine … died")
    assert claim.casualty.killed is not None
    assert (claim.casualty.killed.min, claim.story, claim.day) == (9, 2, "2020-03-09")
    (hill,) = found.formats
    assert (hill.name, hill.since, hill.members["co-chair"]) == ("Hill Group", "1993", {"Armenia"})
    assert set(hill.stories) >= {1, 2}


def test_a_brief_on_nothing_is_an_error(keeper: Keeper) -> None:
    keep(keeper, valley())
    with pytest.raises(QueryError, match="no story"):
        briefing(keeper.store.db, Question(words="zeppelin"))


def test_repeated_quotations_are_shown_once_and_other_wordings_proposed(keeper: Keeper) -> None:
    def speech(content: str, outlet: str, mode: str = "direct") -> Draft:
        draft = Draft(f"Truce talks\nOrla Venn said {content} in Vale.\n", "2020-03-05", outlet)
        venn = draft.actor("Orla Venn", "person")
        draft.statement(venn, "said", content, mode=mode, date="2020-03-05")
        return draft

    words = "We shall not leave the table before the last prisoner is home"
    keep(
        keeper,
        speech(words, "DSS"),
        speech(f"{words} and the bridges stand", "Northland Wire"),
        speech(
            "that her side stays at the table until every prisoner has come home", "Vale Post",
            "indirect",
        ),
    )  # fmt: skip
    found = positions(list(statements(keeper.store.db, Question(by="Venn"))))
    assert [(p.statement.story, [s.story for s in p.repeated]) for p in found] == [
        (1, [2]),
        (3, []),
    ]
    assert [[s.story for s in p.perhaps] for p in found] == [[3], []]
