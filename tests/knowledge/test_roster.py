"""A user's roster: read from CSV, TSV and YAML, refused with file and line, in force everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline.errors import DataError
from dateline.extract.actors.phrase import read_phrase
from dateline.knowledge import Entry, lexicon, roster, standing
from dateline.knowledge.roster.files import read_roster
from dateline.knowledge.roster.rows import Term, term_of
from dateline.pool import annotate_all
from dateline.reading.document import Document
from dateline.store.identity import actor_key, stands_for

HEAD = "name,aliases,kind,country,sectors,roles,members\n"
MINE = (
    HEAD
    + "Anton Belmar,A. Belmar;Belmár Anton,person,CHE,GOV,Foreign Minister of Switzerland,\n"
    + "Valley Guard,VGX,armed_group,CHE,REB,,\n"
)
STORY = "GENEVA, March 5 - Anton Belmar said on Thursday that the Valley Guard had left the pass."


@pytest.fixture(autouse=True)
def no_roster() -> Iterator[None]:
    yield
    roster.use()


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def one(name: str, kind: str) -> Entry:
    (entry,) = [e for e in lexicon().get(name) if e.kind == kind]
    return entry


def test_csv_tsv_and_yaml_say_the_same(tmp_path: Path) -> None:
    table = written(tmp_path, "a.csv", MINE)
    tabs = written(tmp_path, "a.tsv", "# my own\n" + MINE.replace(",", "\t"))
    listed = written(
        tmp_path,
        "a.yaml",
        "- name: Anton Belmar\n  aliases: [A. Belmar, Belmár Anton]\n  kind: person\n"
        "  country: CHE\n  sectors: [GOV]\n  roles: [Foreign Minister of Switzerland]\n"
        "- name: Valley Guard\n  aliases: [VGX]\n  kind: armed_group\n  country: CHE\n"
        "  sectors: [REB]\n",
    )
    rows = [[r._replace(where="") for r in read_roster(str(p))] for p in (table, tabs, listed)]
    assert rows[0] == rows[1] == rows[2]
    assert [r.name for r in rows[0]] == ["Anton Belmar", "Valley Guard"]


def test_a_story_is_read_with_it_and_without_it(tmp_path: Path) -> None:
    before = dateline.read(STORY, today=date(2026, 3, 6))
    dateline.use_roster(written(tmp_path, "mine.csv", MINE))
    after = dateline.read(STORY, today=date(2026, 3, 6))
    dateline.use_roster()
    again = dateline.read(STORY, today=date(2026, 3, 6))
    (belmar,) = [a for a in after.actors if a.name == "Anton Belmar"]
    assert (belmar.country, belmar.sectors) == ("CHE", ["GOV"])
    assert "mine.csv:2" in belmar.why
    assert "armed_group" in {a.kind for a in after.actors}
    assert before.to_json() == again.to_json() != after.to_json()


def test_the_environment_names_rosters_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "mine.csv", MINE)
    monkeypatch.setenv(roster.VARIABLE, str(path))
    assert one("Valley Guard", "armed_group").country == "CHE"
    monkeypatch.delenv(roster.VARIABLE)
    assert lexicon().get("Valley Guard") == ()


def test_workers_of_a_pool_know_it(tmp_path: Path) -> None:
    roster.use(written(tmp_path, "mine.csv", MINE))
    documents = [Document(STORY, id=str(i)) for i in range(2)]
    for result in annotate_all(documents, date(2026, 3, 6), jobs=2):
        assert "Valley Guard" in {a.name for a in result.record.actors}


def test_a_row_adds_to_a_built_in_actor(tmp_path: Path) -> None:
    text = HEAD + "Hamas,The Harakat,armed_group,,,,\n"
    roster.use(written(tmp_path, "mine.csv", text))
    entry = one("The Harakat", "armed_group")
    assert (entry.name, entry.country) == ("Hamas", "PSE")
    assert entry.sectors == one("Hamas", "armed_group").sectors


def test_a_state_gains_names(tmp_path: Path) -> None:
    roster.use(written(tmp_path, "mine.csv", HEAD + "Kartvelia,,state,GEO,,,\n"))
    assert one("Kartvelia", "country").name == "Georgia"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Jo Roe,,person,Atlantis,,,", "mine.csv:2: country 'Atlantis'"),
        ("Jo Roe,,wizard,,,,", "mine.csv:2: kind 'wizard'"),
        ("Jo Roe,,person,,XYZ,,", "mine.csv:2: sector 'XYZ'"),
        (",,person,,,,", "mine.csv:2: an actor needs a name"),
        ("Jo Roe,,person,,,Mayor 2005/2001,", "mine.csv:2: role 'Mayor' ends"),
        ("Jo Roe,,person,,,Mayor 5-2001/6,", "mine.csv:2: role 'Mayor 5-2001/6'"),
        ("Ring of Two,,igo,,,,AUT;ZZZ", "mine.csv:2: member 'ZZZ'"),
        ("Jo Roe,,person", "mine.csv:2: 3 cells"),
        ("Nowhere,,state,,,,", "mine.csv:2: a state needs its country, or a code"),
    ],
)
def test_a_bad_row_is_named_with_file_and_line(tmp_path: Path, row: str, words: str) -> None:
    path = written(tmp_path, "mine.csv", HEAD + row + "\n")
    with pytest.raises(DataError) as caught:
        roster.use(path)
    assert words in str(caught.value)
    assert roster.chosen() == ()


def test_all_bad_rows_are_named_at_once_up_to_ten(tmp_path: Path) -> None:
    path = written(tmp_path, "mine.csv", HEAD + "Jo Roe,,wizard,,,,\n" * 12)
    with pytest.raises(DataError, match="and 2 more") as caught:
        roster.use(path)
    assert str(caught.value).count("wizard") == 10


def test_a_bad_entry_of_yaml_is_named_by_its_line(tmp_path: Path) -> None:
    text = "- name: Jo Roe\n  kind: person\n\n# one more\n- name: Al Poe\n  kind: wizard\n"
    with pytest.raises(DataError, match=r"b\.yaml:5: kind 'wizard'"):
        roster.use(written(tmp_path, "b.yaml", text))
    with pytest.raises(DataError, match=r"c\.yaml:1: an actor has the fields"):
        roster.use(written(tmp_path, "c.yaml", "- name: Jo\n  colour: red\n"))
    with pytest.raises(DataError, match="list of actors"):
        roster.use(written(tmp_path, "d.yaml", "name: Jo\n"))


def test_files_that_are_no_roster(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        roster.use(tmp_path / "none.csv")
    with pytest.raises(DataError, match="must end in"):
        roster.use(written(tmp_path, "mine.txt", MINE))
    with pytest.raises(DataError, match="head line"):
        roster.use(written(tmp_path, "mine.csv", "title,kind\n"))


def test_roles_with_dates() -> None:
    assert term_of("Mayor of X 2001-05/2005") == Term("Mayor of X", "2001-05", "2005", True)
    assert term_of("Mayor of X 2001/..") == Term("Mayor of X", "2001", "", True)
    assert term_of("Mayor of X") == Term("Mayor of X")


@pytest.mark.parametrize(
    ("day", "titles", "sectors", "country"),
    [
        ("2003-06-01", ("Defense Minister of Chad",), ("GOV", "MIL"), "TCD"),
        ("2008-02", ("UN Secretary-General",), ("GOV",), None),
        ("2012-01-01", ("UN Secretary-General", "Defense Minister of Chad"), ("ELI",), None),
        ("1999-01-01", (), (), "TCD"),
    ],
)
def test_who_is_in_office_hangs_on_the_day(
    tmp_path: Path, day: str, titles: tuple[str, ...], sectors: tuple[str, ...], country: str | None
) -> None:
    row = "Jo Roe,,person,TCD,,UN Secretary-General 2007/2010;Defense Minister of Chad 2001/2005,"
    roster.use(written(tmp_path, "mine.csv", HEAD + row + "\n"))
    found = standing(one("Jo Roe", "person"), day)
    assert found == (titles, sectors, country)


OWN = (
    "name,aliases,kind,country,code,sectors\n"
    "Ardenia,Port Arden;Ardenian,state,,ARD,\n"
    "Valdoria,,state,,VAL,\n"
    "Reed Front,,armed_group,,VAL,REB\n"
    "Ida Voss,,person,,ARD,GOV\n"
)


def test_lands_of_a_users_own_code(tmp_path: Path) -> None:
    dateline.use_roster(written(tmp_path, "own.csv", OWN))
    text = (
        "Ardenian troops shelled Valdoria on Monday. Ida Voss, the president of Ardenia, "
        "said that the Reed Front had fired at Port Arden. Kenya met envoys from Valdoria."
    )
    record = dateline.read(text, today=date(2026, 3, 6))
    codes = {a.name: (a.country, a.code) for a in record.actors}
    assert codes["Ardenia"] == codes["Ardenian troops"] == codes["Ida Voss"] == (None, "ARD")
    assert codes["Valdoria"] == codes["Reed Front"] == (None, "VAL")
    assert codes["Kenya"] == ("KEN", None)
    lands = {a.id: a.land for a in record.actors}
    (shelling,) = [e for e in record.events if e.type == "ASSAULT" and "shelled" in told(record, e)]
    assert [lands[a] for a in shelling.actors] == ["ARD"]
    assert [lands[a] for a in shelling.recipients] == ["VAL"]
    assert {r.country for a in record.actors for r in a.roles} <= {None, "KEN"}


def told(record: dateline.Record, event: dateline.record.Event) -> str:
    return " ".join(record.text[s:e] for s, e in event.trigger)


def test_a_chronicle_knows_a_land_by_its_own_code(tmp_path: Path) -> None:
    dateline.use_roster(written(tmp_path, "own.csv", OWN))
    record = dateline.read("Ardenia attacked Valdoria on Monday.", today=date(2026, 3, 6))
    assert [stands_for(a) for a in record.actors] == ["ARD", "VAL"]
    assert len({actor_key(a) for a in record.actors}) == 2


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Ardenia,,state,,KEN,", "code 'KEN' is Kenya: use the column country"),
        ("Ardenia,,state,,ard,", "code 'ard' is not two to eight capital letters"),
        ("Ardenia,,state,KEN,ARD,", "an actor has one or the other"),
        ("Ardenia,,state,ARD,,", "no ISO 3166-1 alpha-3 code (a land without one: column code)"),
    ],
)
def test_a_bad_code_is_refused(tmp_path: Path, row: str, words: str) -> None:
    path = written(tmp_path, "own.csv", OWN.split("\n")[0] + "\n" + row + "\n")
    with pytest.raises(DataError) as caught:
        roster.use(path)
    assert words in str(caught.value)


def test_a_phrase_on_its_own_has_the_code(tmp_path: Path) -> None:
    roster.use(written(tmp_path, "own.csv", OWN))
    read = read_phrase("Ardenian soldiers")
    assert (read["country"], read["code"]) == (None, "ARD")
    assert read_phrase("Kenyan soldiers")["country"] == "KEN"
