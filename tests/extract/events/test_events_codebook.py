"""What the codebooks of PLOVER and CAMEO say of a wording, where plain English would not tell."""

from __future__ import annotations

import pytest
from events_reader import one, told, types


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Kenya established diplomatic ties with Togo.", "SUPPORT", {"Kenya"}, {"Togo"}),
        ("Kenya and Togo restored relations.", "SUPPORT", {"Kenya", "Togo"}, set()),
        ("Kenya strengthened relations with Togo.", "SUPPORT", {"Kenya", "Togo"}, set()),
        ("Kenya expanded trade ties with Togo.", "COOPERATE", {"Kenya", "Togo"}, set()),
        ("Kenya resumed cooperation with Togo.", "COOPERATE", {"Kenya", "Togo"}, set()),
        ("Kenya pledged full support for Togo.", "SUPPORT", {"Kenya"}, {"Togo"}),
        ("Kenya pledged financial support to Togo.", "AGREE", {"Kenya"}, {"Togo"}),
        ("Kenya and Togo failed to reach an agreement.", "REJECT", {"Kenya", "Togo"}, set()),
        ("Kenya withdrew its peacekeepers from Togo.", "SANCTION", {"Kenya"}, {"Togo"}),
        ("Kenya withdrew its troops from Togo.", "RETREAT", {"Kenya"}, {"Togo"}),
        ("Kenya announced a suspension of aid to Togo.", "SANCTION", {"Kenya"}, {"Togo"}),
        ("Kenya launched a scathing attack on Togo.", "ACCUSE", {"Kenya"}, {"Togo"}),
        ("Kenya launched an attack on Togo.", "ASSAULT", {"Kenya"}, {"Togo"}),
        ("Kenya launched an attack on Togo, dismissing it as a puppet.", "ACCUSE", {"Kenya"},
         {"Togo"}),
        ("Kenya launched legal action against Togo.", "ACCUSE", {"Kenya"}, {"Togo"}),
        ("Kenya opened its border to refugees.", "AID", {"Kenya"}, {"Refugees"}),
        ("Kenya is the largest donor to Togo.", "AID", {"Kenya"}, {"Togo"}),
        ("Kenya returned the sculpture to Togo.", "RETREAT", {"Kenya"}, {"Togo"}),
        ("Kenya accepted the demands of protesters.", "CONCEDE", {"Kenya"}, {"Protesters"}),
        ("Kenya decided to lift its sanctions on Togo.", "CONCEDE", {"Kenya"}, {"Togo"}),
        ("Kenya agreed to lift its sanctions on Togo.", "AGREE", {"Kenya"}, {"Togo"}),
        ("Russia is allied with Kenya.", "COOPERATE", {"Russia", "Kenya"}, set()),
        ("Guerrillas vowed to continue the fight.", "THREATEN", {"Guerrillas"}, set()),
        ("Guerrillas called off a ceasefire with Kenya.", "REJECT", {"Guerrillas"}, {"Kenya"}),
        ("Guerrillas called a ceasefire.", "CONCEDE", {"Guerrillas"}, set()),
        ("Kenya lavished praise on Togo.", "SUPPORT", {"Kenya"}, {"Togo"}),
        ("Kenya went to war with Togo.", "ASSAULT", {"Kenya", "Togo"}, set()),
        ("Kenya launched an incursion into Togo.", "ASSAULT", {"Kenya"}, {"Togo"}),
        ("Kenya came to terms with Togo.", "AGREE", {"Kenya", "Togo"}, set()),
        ("Kenya chaired talks between Togo and Ghana.", "CONSULT", {"Kenya"}, {"Togo", "Ghana"}),
        ("Kenya called off its offensive in Togo.", "RETREAT", {"Kenya"}, {"Togo"}),
        ("Kenya and Togo stopped fighting.", "RETREAT", {"Kenya", "Togo"}, set()),
        ("Kenya summoned the Togolese ambassador to explain.", "ACCUSE", {"Kenya"},
         {"Togolese ambassador"}),
        ("Kenya and Togo signed a deal to increase trade.", "SUPPORT", {"Kenya", "Togo"}, set()),
        ("Kenya called for the deployment of peacekeepers.", "REQUEST", {"Kenya"}, set()),
        ("Kenya demanded the release of Togolese soldiers by Ghana.", "REQUEST", {"Kenya"},
         {"Ghana"}),
        ("Kenya called for the withdrawal of Togolese forces.", "REQUEST", {"Kenya"},
         {"Togolese forces"}),
        ("Kenya and Togo compromised on the dam.", "AGREE", {"Kenya", "Togo"}, set()),
        ("President Amos Okello headed for Togo for talks with President Kofi Mensah.", "CONSULT",
         {"Amos Okello"}, {"Togo", "Kofi Mensah"}),
        ("Kenya proposed a truce to free the hostages.", "AGREE", {"Kenya"}, set()),
        ("Kenya sent a team to help victims.", "AID", {"Kenya"}, {"Victims"}),
        ("Kenyan rebels fired back at the police.", "ASSAULT", {"Kenyan rebels"}, {"Police"}),
        ("Kenya handed over the province to Togo.", "RETREAT", {"Kenya"}, {"Togo"}),
        ("Kenya cancelled a deal with Togo.", "REJECT", {"Kenya"}, {"Togo"}),
        ("Kenya reneged on an accord with Togo.", "REJECT", {"Kenya"}, {"Togo"}),
        ("Kenya rejected any cooperation with Togo.", "REJECT", {"Kenya"}, {"Togo"}),
        ("Kenya did not agree to the plan.", "REJECT", {"Kenya"}, set()),
        ("Kenya set the rebels free.", "RETREAT", {"Kenya"}, {"Rebels"}),
        ("Kenya suspended publication of a newspaper.", "COERCE", {"Kenya"}, {"Newspaper"}),
        ("Rebels held dozens of civilians as human shields.", "ASSAULT", {"Rebels"},
         {"Civilians"}),
        ("A minister led a delegation on a visit to Togo.", "CONSULT", {"Minister"}, {"Togo"}),
        ("Minister Ama Kodjo said Togo must be ready to mediate.", "REQUEST", {"Ama Kodjo"},
         {"Togo"}),
        ("A war game was staged by the Kenyan army and the Togolese army.", "COOPERATE",
         {"Kenyan army", "Togolese army"}, set()),
        ("Minister Ama Kodjo set a deadline for the UN agency to make reforms.", "THREATEN",
         {"Ama Kodjo"}, {"United Nations"}),
        ("A Kenyan union called a general strike.", "PROTEST", {"Kenyan union"}, set()),
        ("The Kenyan demand for an apology angered Togo.", "REQUEST", {"Kenya"}, set()),
        ("Kenya pressed Togo for an answer.", "REQUEST", {"Kenya"}, {"Togo"}),
        ("Kenya limited cooperation with Togo.", "SANCTION", {"Kenya"}, {"Togo"}),
        ("Kenya claimed Togo had shelled a town.", "ACCUSE", {"Kenya"}, {"Togo"}),
        ("Kenya reduced tariffs on Togo.", "RETREAT", {"Kenya"}, {"Togo"}),
        ("Kenya dropped the investigation against Togo.", "CONCEDE", {"Kenya"}, {"Togo"}),
        ("Kenya said Togo was responsible for the attack.", "ACCUSE", {"Kenya"}, {"Togo"}),
        ("A delegation called on President Amos Okello to discuss the truce.", "CONSULT",
         {"Delegation", "Amos Okello"}, set()),
        ("A Kenyan court imposed a fine on Togo.", "SANCTION", {"Kenyan court"}, {"Togo"}),
        ("A Kenyan court ordered the release of the rebels.", "CONCEDE", {"Kenyan court"},
         {"Rebels"}),
    ],
)  # fmt: skip
def test_the_type_of_a_wording(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    event = one(text, type_)
    assert (event.actors, event.recipients) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said it was responsible for the attack.",
        "Kenya said Togo was responsible for the region's foreign trade.",
    ],
)
def test_who_is_responsible_for_no_misdeed_is_not_accused(text: str) -> None:
    assert told(text, "ACCUSE") == []


def test_what_is_done_about_a_strike_is_as_public_as_the_strike() -> None:
    assert types("Teachers have said that they will not end the strike.") == ["REJECT"]
    assert types("Musicians lifted a boycott of the hall.") == ["RETREAT"]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ama Kodjo spoke at a press conference.",
        "Mediators charged with finding a solution came from Kenya.",
        "Congress must hold itself accountable.",
        "The Kenyan government announced the suspension of classes.",
        "Tens of thousands who evacuated to Kenya are safe.",
        "Rebels were pressed against the wall.",
        "The president of Kenya attended a ceremony.",
        "The minister resigned from his party in Kenya.",
        "A report on Kenya's insurgency was published.",
        "A firm is partnering with Kenya.",
        "A Nairobi man died in a shooting at a home, a neighbour said.",
        "Kenyan officials declined to comment.",
        "Kenya refused to say how many had left.",
        "The hills surrounding Kenya are high.",
        "The Kenyan ministry issued a press release of the army.",
        "Kenyan sappers blasted the rusty door.",
        "Kenya has not agreed yet.",
        "If Kenya had not agreed, Togo would be poor.",
        "Kenya set a deadline for the task.",
        "The Kenyan prime minister inspected a power plant.",
        "The Kenyan government clamped down on stray dogs.",
        "Every man of the town marched to the trenches.",
        "Kenya provided Togo with the text of the speech.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert types(text) == []


def test_to_let_go_is_as_public_as_to_arrest() -> None:
    assert types("A Kenyan activist was released on Monday.") == ["RETREAT"]


def test_soldiers_who_arrive_are_deployed() -> None:
    assert types("Kenyan soldiers arrived in Togo.") == ["MOBILIZE"]
    assert types("The president of Kenya arrived in Togo.") == ["CONSULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya claimed to have shelled a town in Togo.",
        "The army said it claimed it had shelled it.",
    ],
)
def test_a_claim_of_a_deed_of_ones_own_accuses_nobody(text: str) -> None:
    assert told(text, "ACCUSE") == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan detectives feared it would compromise their sources.",
        "Kenya closed a metro station after the flood.",
        "The press conference of the Kenyan minister was postponed by an hour.",
        "The Kenyan chief warned that his party would carry the matter to the voters.",
        "As the study has demonstrated, Kenya is large.",
        "When asked to name a date, the Kenyan minister declined.",
        "Thousands of Kenyans marched through Nairobi in memory of the drowned.",
        "President Amos Okello led a procession to the war cemetery in Nairobi.",
    ],
)
def test_words_that_tell_no_event(text: str) -> None:
    assert not {"ACCUSE", "AGREE", "COERCE", "PROTEST", "REJECT", "REQUEST"} & set(types(text))


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The war ended with a deal for Kenyan forces to pull out of two towns.", "CONCEDE",
         "planned"),
        ("The agreement ending the war was signed by Kenya.", "SUPPORT", "occurred"),
        ("Kenya made a truce conditional on the withdrawal of Somali forces.", "RETREAT",
         "hypothetical"),
        ("Villagers fear a possible attack by Kenyan rebels.", "ASSAULT", "hypothetical"),
        ("There was too little evidence to convict the soldiers.", "SANCTION", "hypothetical"),
        ("Kenya cancelled a planned visit to Togo by its president.", "REJECT", "occurred"),
        ("Police foiled an attack by Kenyan rebels.", "ASSAULT", "denied"),
        ("Their demands included dissolving the Kenyan parliament.", "COERCE", "called_for"),
        ("Togo is under pressure to withdraw its troops from Kenya.", "RETREAT", "called_for"),
        ("It is time for Kenya to withdraw its troops from Togo.", "RETREAT", "hypothetical"),
        ("It is high time for the Kenyan army to deploy along the border.", "MOBILIZE",
         "hypothetical"),
        ("The army repelled an attack by Kenyan rebels.", "ASSAULT", "occurred"),
    ],
)  # fmt: skip
def test_what_stands_around_a_noun_decides_how_real_it_is(
    text: str, type_: str, status: str
) -> None:
    assert one(text, type_).status == status


def test_a_bomb_is_from_the_air_only_where_something_flies() -> None:
    assert one("The bombing of a market in Kisumu killed two people.", "ASSAULT").mode == (
        "explosives"
    )
    for text in (
        "Kenyan bombing of Kisumu killed two people.",
        "The bombing of a market in Kisumu killed two people. Two jets were seen.",
    ):
        assert one(text, "ASSAULT").mode == "aerial"


def test_what_a_suicide_bomber_does_is_a_suicide_attack() -> None:
    for text in (
        "A suicide bomber blew himself up at a market in Kisumu, killing eight people.",
        "A suicide bomber killed ten people in Kisumu.",
        "An attack by a suicide bomber killed ten people in Kisumu.",
    ):
        assert one(text, "ASSAULT").mode == "suicide-attack", text
    assert one("A bomber killed ten people in Kisumu.", "ASSAULT").mode == "explosives"


def test_talks_under_way_in_a_land_are_not_its_own() -> None:
    assert not types("Peace talks that had been going on in Togo stalled.")
    text = "Talks under the Togo Group resumed."
    assert one(text, "CONSULT").actors == {"Togo Group"}


def test_an_attack_by_nobody_named_is_blamed_on_nobody() -> None:
    text = "Kenya slammed an attack by an unidentified group near the Togolese border."
    assert one(text, "ACCUSE").recipients == set()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Commandos stormed a farm in Togo, freeing nine hostages.", {"ASSAULT", "AID"}),
        ("Gunmen attacked a jail in Lome and freed dozens of inmates.", {"ASSAULT"}),
        ("The rebels freed nine hostages.", {"RETREAT"}),
        ("The rebels killed a hostage and freed two captives.", {"ASSAULT", "RETREAT"}),
    ],
)
def test_only_who_holds_them_lets_them_go(text: str, kinds: set[str]) -> None:
    assert set(types(text)) == kinds
