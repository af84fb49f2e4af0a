"""The shared tables: sound, complete where they promise to be, and refused when broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import DataError
from dateline.knowledge import countries, lexicon
from dateline.knowledge.countries import by_alpha2
from dateline.knowledge.lexicon import all_entries, fold, key_of
from dateline.knowledge.spelling import sound
from dateline.knowledge.tables import read_table

OFFICIAL = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "ELI", "PTY", "PRE"}
ARMED = {"REB", "UAF", "PRM", "CRM"}
OTHERS = {"OPP", "MED", "EDU", "BUS", "CVL", "LAB", "REF", "REL", "JRN", "AGR", "SOC"}
# Members of the UN whose codes differ most from what one would guess, one for each continent.
MEMBERS = ["AFG", "CHE", "COD", "CIV", "GBR", "KOR", "MMR", "NLD", "PRK", "SSD", "SWZ", "TLS"]
MORE = ["USA", "VAT", "XKX", "PSE", "TWN", "ESH"]


def test_every_country_has_a_name_a_place_and_a_code() -> None:
    table = countries()
    assert len(table) >= 240
    assert {*MEMBERS, *MORE} <= set(table)
    for code, country in table.items():
        assert len(code) == 3
        assert len(country.iso2) == 2
        assert country.name
        assert -90 <= country.lat <= 90
        assert -180 <= country.lon <= 180
    assert len(by_alpha2()) == len(table)


def test_un_members_have_adjective_and_capital() -> None:
    dependent = {c for c, v in countries().items() if not v.capitals}
    assert not dependent & {"FRA", "RUS", "ARM", "AZE", "TUR", "IRN", "GEO", "UKR", "SYR", "KEN"}
    bare = {c for c in ("FRA", "RUS", "DEU", "CHN", "BRA", "IND") if not countries()[c].adjectives}
    assert not bare


def test_sectors_are_plover_codes_and_countries_exist() -> None:
    for entry in all_entries():
        assert set(entry.sectors) <= OFFICIAL | ARMED | OTHERS, entry
        assert entry.country is None or entry.country in countries(), entry
        assert all(m in countries() for m in entry.members), entry
        assert key_of(entry.wording), entry


@pytest.mark.parametrize(
    ("text", "kind", "name", "country"),
    [
        ("the U.S. Army", "organisation", "US Army", "USA"),
        ("U.N. envoys", "igo", "United Nations", None),
        ("Côte d’Ivoire", "country", "Ivory Coast", "CIV"),
        ("Nagorny Karabakh", "disputed", "Nagorno-Karabakh", "AZE"),
        ("the Élysée", "seat", "France", "FRA"),
        ("Azeri", "demonym", "Azerbaijan", "AZE"),
        ("the ELN", "armed_group", "National Liberation Army", "COL"),
        ("USSR", "historical", "Soviet Union", "RUS"),
    ],
)
def test_names_are_found(text: str, kind: str, name: str, country: str | None) -> None:
    entries = [e for m in lexicon().scan(text) for e in m.entries]
    assert (kind, name, country) in {(e.kind, e.name, e.country) for e in entries}


def test_two_lands_may_share_the_last_word() -> None:
    found = lexicon().scan("North and South Korea, he went north and South Korea stayed")
    assert [m.entries[0].country for m in found] == ["PRK", "KOR", "KOR"]


def test_case_tells_acronyms_from_words() -> None:
    assert not lexicon().scan("they told us who is in")
    assert [m.entries[0].name for m in lexicon().scan("US, WHO, IS")] == [
        "United States",
        "World Health Organization",
        "Islamic State",
    ]


def test_the_longest_name_wins() -> None:
    text = "the United Nations Security Council met"
    (match,) = [m for m in lexicon().scan(text) if m.entries[0].kind == "igo"]
    assert text[match.start : match.end] == "United Nations Security Council"


def test_an_abbreviation_keeps_its_last_stop() -> None:
    text = "He left the U.S. on Monday."
    (match,) = [m for m in lexicon().scan(text) if m.entries[0].kind == "country"]
    assert text[match.start : match.end] == "U.S."


def test_sentence_ends_do_not_join_names() -> None:
    text = "They went south. Sudan and Guinea, Bissau and Saint. Lucia."
    found = {m.entries[0].name for m in lexicon().scan(text)}
    assert "South Sudan" not in found
    assert not [m for m in lexicon().scan(text) if "," in text[m.start : m.end]]
    assert {"Sudan", "Guinea"} <= found
    assert lexicon().scan("St. Lucia")[0].entries[0].name == "Saint Lucia"


def test_fold_drops_accents() -> None:
    assert fold("Erdoğan Şuşa ƏLİYEV Ø") == "erdogan susa aliyev o"


def test_a_broken_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("# head\nname\tcode\nonly one field\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"line 3"):
        read_table("a.tsv", "name", "code", folder=tmp_path)
    (tmp_path / "b.tsv").write_text("name\n", encoding="utf-8")
    with pytest.raises(DataError, match="head line"):
        read_table("b.tsv", "name", "code", folder=tmp_path)
    with pytest.raises(DataError, match="cannot be read"):
        read_table("none.tsv", "name", folder=tmp_path)


def test_hostile_text_is_scanned_in_linear_time() -> None:
    assert lexicon().scan("a-" * 50_000) == []
    lexicon().scan("United " * 50_000)
    lexicon().scan("." * 200_000)


def test_the_roster_is_as_large_as_promised() -> None:
    by_kind: dict[str, set[str]] = {}
    for entry in all_entries():
        by_kind.setdefault(entry.kind, set()).add(entry.name)
    assert len(by_kind["igo"]) >= 150
    assert len(by_kind["armed_group"]) >= 300
    united = lexicon().get("United Nations")[0].members
    assert len(united) == 193
    assert all(countries()[code].capitals for code in united)
    # Of the others the name itself ("New Zealand"), or another's adjective ("Dominican"), is used.
    bare = {code for code in united if not countries()[code].adjectives}
    assert bare == {"COG", "DMA", "NZL"}


def test_every_un_member_has_a_leader_with_dates_of_office() -> None:
    dated = {
        e.country for e in all_entries() if e.kind == "person" if any(t.dated for t in e.roles)
    }
    assert set(lexicon().get("United Nations")[0].members) - dated <= {"AND", "SMR"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pashinyan", "pasinjan"),
        ("pashinyan", "pachinian"),
        ("zelensky", "zelenskiy"),
        ("aliyev", "aliev"),
        ("sergei", "sergey"),
        ("yevgeny", "evgeny"),
    ],
)
def test_romanisations_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)
    assert sound("lee") != sound("li")
    assert sound("aliyev") != sound("alimov")
