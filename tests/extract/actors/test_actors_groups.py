"""People and powers without a name of their own: allies, critics, countries, described persons."""

from __future__ import annotations

import pytest
from actors_reader import actor, found_in, said


@pytest.mark.parametrize(
    ("text", "name", "country", "sectors"),
    [
        ("Ghana's biggest arms broker was arrested.", "Ghana's biggest arms broker", "GHA", "BUS"),
        ("A Togolese whistle-blower was jailed.", "Togolese whistle-blower", "TGO", "CVL"),
        ("Kenya's top bank regulator resigned.", "Kenya's top bank regulator", "KEN", "GOV"),
        ("Student groups denounced the bill.", "Student groups", None, "EDU"),
        ("Togolese factions agreed to a truce.", "Togolese factions", "TGO", ""),
    ],
)
def test_somebody_described_is_no_state(
    text: str, name: str, country: str | None, sectors: str
) -> None:
    who = actor(found_in(text), name)
    assert (who.country, ";".join(who.sectors)) == (country, sectors)


def test_countries_are_told_apart_by_what_describes_them() -> None:
    found = found_in("Ten African countries agreed, and Asian countries did not. Kenya did, too.")
    names = [a.name for a in found.actors if a.kind == "population"]
    assert names == ["African countries", "Asian countries"]
    assert {a.country for a in found.actors if a.kind == "population"} == {None}


def test_allies_are_others_than_those_whose_they_are() -> None:
    found = found_in("Kenya's allies cut aid. Kenya asked its Western allies for help.")
    assert actor(found, "Kenya's allies").country is None
    assert said(found, actor(found, "Western allies")) == [("Western allies", "name")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kenya's ally Ghana blamed Togo.", ["Kenya", "Ghana", "Togo"]),
        ("Kenya and countries such as Ghana condemned it.", ["Kenya", "Ghana"]),
        ("Bodies including NATO and the OSCE called on Kenya to stop.", ["NATO", "Kenya"]),
        ("The leaders of their countries met Kenya.", ["Leaders", "Kenya"]),
        ("The poorer countries there, such as Togo, met Kenya.", ["Togo", "Kenya"]),
        ("The neighbouring states of Ghana and Togo met Kenya.", ["Ghana", "Togo", "Kenya"]),
    ],
)
def test_where_those_are_named_the_noun_is_nobody_more(text: str, names: list[str]) -> None:
    found = [a.name for a in found_in(text).actors]
    assert [n for n in found if not n.startswith("Organization")] == names


@pytest.mark.parametrize(
    ("text", "felt"),
    [
        ("The plan met opposition from settlers.", True),
        ("Kenya made concessions to the opposition", False),
        ("There were calls from the opposition to resign.", False),
    ],
)
def test_opposition_to_something_is_a_feeling(text: str, felt: bool) -> None:
    assert ("Opposition" in {a.name for a in found_in(text).actors}) is not felt


def test_a_day_ends_a_name() -> None:
    found = found_in("A pro-democracy group of Togo Wednesday threatened to march.")
    assert actor(found, "Pro-democracy group of Togo").country == "TGO"


def test_an_arabic_article_may_be_small() -> None:
    found = found_in("Fighters of al Shabaab left the town.")
    assert ("al Shabaab", "name") in said(found, actor(found, "Al-Shabaab"))


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Kenyan President Amara Diallo left. The government of Diallo resigned.",
            "Government of Diallo",
            "KEN",
        ),
        (
            "The military government of President Amara Diallo ended a state of siege in Togo.",
            "Military government of President Amara Diallo",
            None,
        ),
        ("The regime of Saddam Hussein fell.", "Regime of Saddam Hussein", "IRQ"),
    ],
)
def test_a_government_is_known_by_its_head(text: str, name: str, country: str | None) -> None:
    found = found_in(text)
    assert actor(found, name).country == country
    assert not [a for a in found.actors if a.name == "State"]


@pytest.mark.parametrize(
    ("text", "name", "wordings"),
    [
        (
            "The Togo National Party won. The party rejected the truce.",
            "Togo National Party",
            ["Togo National Party", "The party"],
        ),
        (
            "Fatah won the vote. The party accused the mayor of fraud.",
            "Fatah",
            ["Fatah", "The party"],
        ),
    ],
)
def test_the_party_is_the_one_named_last(text: str, name: str, wordings: list[str]) -> None:
    found = found_in(text)
    assert [w for w, _ in said(found, actor(found, name))] == wordings


def test_a_party_of_guests_is_none() -> None:
    found = found_in("Soldiers fired on the guests. The party ended in panic.")
    assert {a.name for a in found.actors} == {"Soldiers", "Guests"}


def test_a_contingent_is_of_those_it_is_made_of() -> None:
    assert {a.name for a in found_in("A contingent of Kenyan troops left.").actors} == {
        "Kenya",
        "Kenyan troops",
    }
    assert actor(found_in("The Kenyan contingent left."), "Kenyan contingent").country == "KEN"


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Kenya's president met his Togolese counterpart. The two countries signed a deal.",
            {"Kenya", "Togo"},
        ),
        (
            "Kenyan forces shelled Togo. Togo hit back. Both countries lost men.",
            {"Kenya", "Togo"},
        ),
        (
            "Kenya shelled Togo. Ghana protested. The two countries signed a deal.",
            set(),
        ),
        (
            "Kenya shelled Togo. It rained. It snowed. It froze. The two sides rested.",
            {"Kenya", "Togo"},
        ),
        (
            "Kenya spoke. Togo spoke. Ghana spoke. It rained. It snowed. Both sides slept.",
            set(),
        ),
        (
            "Kenya shelled Togo on Monday. Each side accused the other of starting it.",
            {"Kenya", "Togo"},
        ),
        ("Kenya and Togo signed a truce. Each blamed the other for its end.", {"Kenya", "Togo"}),
    ],
)
def test_the_two_countries_are_the_only_two_named_before(text: str, members: set[str]) -> None:
    found = found_in(text)
    groups = [a for a in found.actors if a.members]
    assert {found.actor_by_id[m].name for a in groups for m in a.members} == members


@pytest.mark.parametrize(
    ("text", "wording", "members"),
    [
        (
            "The presidents of Kenya, Togo and Ghana met. The three presidents signed a pact.",
            "The three presidents",
            {"President of Kenya", "President of Togo", "President of Ghana"},
        ),
        (
            "Jane Roe, Ann Poe and Joan Doe met. The three leaders signed a pact.",
            "The three leaders",
            {"Jane Roe", "Ann Poe", "Joan Doe"},
        ),
        (
            "Kenya, Togo, Ghana and Chad met. The four West African countries signed a pact.",
            "The four West African countries",
            {"Kenya", "Togo", "Ghana", "Chad"},
        ),
        (
            "The leaders of Kenya, Togo and Ghana met. The three countries are at peace.",
            "The three countries",
            {"Kenya", "Togo", "Ghana"},
        ),
        (
            "Kenya, Togo and Ghana met. The four countries signed a pact.",
            "The four countries",
            set(),
        ),
        (
            "The presidents of Kenya, Togo and Ghana met. The three leaders of the party left.",
            "The three leaders of the party",
            set(),
        ),
    ],
)
def test_those_called_by_their_number_were_named_together(
    text: str, wording: str, members: set[str]
) -> None:
    found = found_in(text)
    said = [a for a in found.actors for m in a.mentions if text[slice(*m.span)] == wording]
    assert {found.actor_by_id[m].name for a in said for m in a.members} == members


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Leaders of rival Hamas and Fatah movements met.",
         {"Leaders of rival Hamas", "Leaders of rival Fatah"}),
        ("Envoys of NATO, the African Union and Kenya met.",
         {"Envoys of NATO", "Envoys of African Union", "Envoys of Kenya"}),
        ("Officials of NATO and Kenya's president met.", set()),
        ("The chairs of the African Union, Kenya and Togo, met.", set()),
    ],
)  # fmt: skip
def test_people_of_several_bodies_are_several(text: str, names: set[str]) -> None:
    found = found_in(text)
    assert {found.actor_by_id[m].name for a in found.actors for m in a.members} == names


def test_men_are_others_than_those_described_before() -> None:
    found = found_in("Elderly men were found dead. Men in uniform had shot them.")
    assert {"Elderly men", "Men"} <= {a.name for a in found.actors}
    assert "Men" not in {a.name for a in found_in("Elderly men ran. The men ran.").actors}


def test_members_of_somebodys_party_are_the_partys() -> None:
    text = "Members of Jane Roe's National League were held. Supporters of Jane Roe left."
    names = {a.name for a in found_in(text).actors}
    assert {"Members of Jane Roe's National League", "Supporters of Jane Roe"} <= names


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Gunmen roam the Niger Delta.", "Niger"),
        ("Ships sailed the South China Sea.", "China"),
        ("They want a quiet Korean peninsula.", "Korean"),
    ],
)
def test_a_land_form_is_not_the_land_that_it_is_named_after(text: str, land: str) -> None:
    assert land not in {a.name for a in found_in(text).actors}


def test_a_number_before_a_demonym_counts_people() -> None:
    assert actor(found_in("Ten Chinese died in Togo."), "Chinese").kind == "population"
    assert actor(found_in("Ten Chinese tanks left."), "Chinese tanks").country == "CHN"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ministers of trade, civil aviation and justice met Kenya's premier.",
         "Ministers of trade, civil aviation and justice"),
        ("The ministers of defence and rebels met Kenya's premier.", "Ministers of defence"),
        ("Four US Marines were charged in Iraq.", "US Marines"),
    ],
)  # fmt: skip
def test_offices_keep_all_their_fields(text: str, name: str) -> None:
    assert name in {a.name for a in found_in(text).actors}


def test_some_of_a_group_are_named_beside_it() -> None:
    found = found_in("Kenyan rebel groups, including the Zikist Front, left Lome.")
    assert actor(found, "Kenyan rebel groups").sectors == ["REB"]
    front = actor(found, "Zikist Front")
    assert (front.kind, front.country, front.sectors) == ("armed_group", "KEN", ["REB"])


@pytest.mark.parametrize(
    ("text", "said_of"),
    [
        ("Kenya called off talks with Togo, blaming its neighbour.", "Togo"),
        ("Kenya closed the border with Togo. It condemned its western neighbour.", "Togo"),
        ("Togo and Ghana met. Kenya condemned its neighbour.", None),
        ("Kenya left talks with Togo. A man in Lome shot his neighbour.", None),
    ],
)
def test_its_neighbour_is_the_only_other_state(text: str, said_of: str | None) -> None:
    found = found_in(text)
    states = [a for a in found.actors if a.kind == "state"]
    taken = [a.name for a in states if any("neighbour" in w for w, _ in said(found, a))]
    assert taken == ([said_of] if said_of else [])


@pytest.mark.parametrize(
    ("text", "name", "sectors"),
    [
        ("The militia known as the Lions of Elgon left Lome.", "Lions of Elgon", ["PRM"]),
        (
            "Kenyan rebels calling themselves the Free Elgon Front left Lome.",
            "Free Elgon Front",
            ["REB"],
        ),
        ("A rebel group called the Elgon Front left Lome.", "Elgon Front", ["REB"]),
    ],
)
def test_a_group_that_is_called_something_is_it(text: str, name: str, sectors: list[str]) -> None:
    found = found_in(text)
    assert actor(found, name).sectors == sectors
    assert not [a for a in found.actors if a.name.startswith(("Militia", "Kenyan rebels"))]


def test_money_and_one_of_a_people_are_no_state() -> None:
    found = found_in("Kenya sold grain for two million US dollars. The Ghanaian left.")
    assert [a.name for a in found.actors if a.kind == "state"] == ["Kenya"]
    assert actor(found_in("The Dutch left."), "Netherlands").kind == "state"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The National Unity Party won.", [("National Unity Party", "organisation", "PTY")]),
        ("The Kara People's Party won.", [("Kara People's Party", "organisation", "PTY")]),
        # The tables have a Democratic Party and a Workers' Party; neither is this one.
        ("The Social Democratic Party won.", [("Social Democratic Party", "organisation", "PTY")]),
        ("The Workers' Party of Kara won.", [("Workers' Party of Kara", "organisation", "PTY")]),
        (
            "The Democratic Party of Ghana won.",
            [("Democratic Party of Ghana", "organisation", "PTY"), ("Ghana", "state", "GOV")],
        ),
        ("The US Democratic Party won.", [("Democratic Party", "organisation", "PTY")]),
        ("The ruling Zanu-PF party won.", [("ZANU-PF", "organisation", "PTY")]),
        # The word before a name says what it is.
        (
            "The opposition New Hope Party won.",
            [("New Hope Party", "organisation", "OPP;PTY")],
        ),
        (
            "The opposition Union for Progress won.",
            [("Union for Progress", "organisation", "OPP;PTY")],
        ),
        (
            "The militant Army of the Faithful won.",
            [("Army of the Faithful", "armed_group", "UAF")],
        ),
        (
            "The separatist Movement for Free Kara won.",
            [("Movement for Free Kara", "organisation", "REB")],
        ),
    ],
)
def test_parties_and_groups_that_only_the_text_names(
    text: str, named: list[tuple[str, str, str]]
) -> None:
    actors = found_in(text).actors
    assert [(a.name, a.kind, ";".join(a.sectors)) for a in actors] == named


def test_a_party_of_another_land_has_not_the_land_of_the_tables() -> None:
    assert (
        actor(found_in("The Democratic Party of Ghana won."), "Democratic Party of Ghana").country
        == "GHA"
    )
    assert (
        actor(found_in("The Social Democratic Party won."), "Social Democratic Party").country
        is None
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday soldiers from Kenya fired shots.", "Soldiers from Kenya"),
        ("Last week officials from Togo met.", "Officials from Togo"),
        ("He hid in the hut Tuesday when Kenyan police came.", "Kenyan police"),
        ("Monday's attackers fled.", "Monday's attackers"),
        ("Troops left in case rebels came.", "Rebels"),
        ("Over the past day air defense forces shot down a drone.", "Air defense forces"),
    ],
)
def test_a_day_beside_somebody_is_no_part_of_his_name(text: str, name: str) -> None:
    assert name in [a.name for a in found_in(text).actors]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Sudan's army and the rebel Nile Front are at war. The two sides met in Lome.",
            {"Sudan's army", "Nile Front"},
        ),
        (
            "Chad's government and the National Peasants' Front met. Both sides smiled.",
            {"Chad's government", "National Peasants' Front"},
        ),
        ("Kenyan soldiers and farmers met in Lome. Both sides smiled.", set()),
    ],
)
def test_an_army_and_a_front_are_two_sides(text: str, members: set[str]) -> None:
    found = found_in(text)
    assert {found.actor_by_id[m].name for a in found.actors for m in a.members} == members


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The West condemned Togo.", "The West"),
        ("Togo accused the West of plotting.", "The West"),
        ("Ties between Togo and the Arab world soured.", "The Arab world"),
        ("Rebels in the West of Togo fled.", None),
        ("Gunmen fled to the West.", None),
        ("Troops entered the West Bank.", None),
        ("Gunmen attacked a village in the west.", None),
    ],
)
def test_a_part_of_the_world_that_acts_as_one(text: str, name: str | None) -> None:
    blocs = [a.name for a in found_in(text).actors if a.name.startswith("The ")]
    assert blocs == ([name] if name else [])
