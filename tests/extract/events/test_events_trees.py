"""Who acts and whom it befalls, through pronouns and through slips of the tree."""

from __future__ import annotations

import pytest
from events_reader import one, told, types


def test_an_indirect_object_alone_is_the_object() -> None:
    event = one(
        "The ministry issued a report accusing the Kenyan army of failing to act.", "ACCUSE"
    )
    assert event.recipients == {"Kenyan army"}


def test_who_puts_out_a_report_says_what_it_says() -> None:
    event = one("The Kenyan ministry put out a report accusing Togo of shelling a town.", "ACCUSE")
    assert event.actors == {"Kenyan ministry"}


def test_who_finds_himself_so_does_it() -> None:
    event = one("Kenya and Togo found themselves backing opposing sides.", "SUPPORT")
    assert event.actors == {"Kenya", "Togo"}


def test_refugees_granted_asylum_get_it() -> None:
    event = one("Refugees granted asylum may work at once, a Kenyan minister said.", "AID")
    assert (event.actors, event.recipients) == (set(), {"Refugees"})


def test_a_participle_behind_a_report_is_of_who_reports() -> None:
    text = "Five people were killed, the Kenyan ministry said, accusing Togo of breaking the truce."
    assert one(text, "ACCUSE").actors == {"Kenyan ministry"}


def test_nobody_accuses_himself_by_a_plain_pronoun() -> None:
    text = (
        "Kenyan protesters said President Amos Okello should have asked them before signing the "
        "deal, accusing him of treason."
    )
    event = one(text, "ACCUSE")
    assert (event.actors, event.recipients) == ({"Kenyan protesters"}, {"Amos Okello"})


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya has called on Togolese parties to end the fighting.", {"Togolese parties"}),
        ("Kenya called upon all Togolese parties to end the fighting.", {"Togolese parties"}),
        (
            "The Kenyan minister called on neighbouring countries to open their borders.",
            {"Neighbouring countries"},
        ),
    ],
)
def test_who_is_called_on_to_do_something_is_asked(text: str, recipients: set[str]) -> None:
    assert types(text) == ["REQUEST"]
    assert one(text, "REQUEST").recipients == recipients


def test_the_subject_strikes_and_not_who_is_named_below() -> None:
    text = "Inmates have begun a hunger strike over beatings by the Kenyan police."
    assert one(text, "PROTEST").actors == {"Inmates"}


def test_what_somebody_helped_to_do_was_done() -> None:
    assert one("Kenya helped broker a truce in Togo.", "CONSULT").status == "occurred"
    assert one("Kenya wants to help broker a truce in Togo.", "CONSULT").status == "hypothetical"


def test_a_headline_with_an_infinitive_is_of_the_future() -> None:
    text = "Kenya to join treaty\n\nNAIROBI, June 10 (Xinhua) -- Kenya was quiet on Thursday."
    assert one(text, "AGREE").status == "planned"
    assert told(text, "SUPPORT") == []


def test_what_a_proposal_says_has_not_happened() -> None:
    event = one("Kenya has a proposal to reduce tariffs on Togo.", "RETREAT")
    assert event.status == "hypothetical"


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The quarrel might be ended by handing two towns to Kenya.", "RETREAT", "hypothetical"),
        ("The area that is to be handed over to Kenya is empty.", "AGREE", "planned"),
        ("The area to be handed over to Kenya is empty.", "CONCEDE", "planned"),
        ("Okello was the second mayor to be arrested by the Kenyan police.", "COERCE",
         "occurred"),
        ("Ama Kodjo suggested that President Amos Okello resign.", "REQUEST", "occurred"),
        ("Ama Kodjo suggested that President Amos Okello had resigned.", "RETREAT", "occurred"),
        ("Amos Okello recommended that Kenyan troops leave Togo.", "REQUEST", "occurred"),
        ("Amos Okello asked that the rebels be freed.", "REQUEST", "occurred"),
        ("Amos Okello suggested that Togo send observers.", "REQUEST", "occurred"),
        ("The assault was led by Kenya and not by Togo.", "ASSAULT", "occurred"),
        ("Amos Okello hinted at cancelling a visit to Togo.", "REJECT", "hypothetical"),
        ("The meeting between Kenya and Togo will be a critical step.", "AGREE", "planned"),
        ("The meeting between Kenya and Togo was a critical step.", "CONSULT", "occurred"),
        ("The Togolese army faced being routed by Kenya.", "ASSAULT", "hypothetical"),
        ("Togo lost, considering that Kenya has killed ten rebels.", "ASSAULT", "occurred"),
        ("Pulling its troops out of Togo was a pledge of Kenya.", "CONCEDE", "planned"),
        ("The freeing of Togolese hostages is one of the demands.", "RETREAT", "called_for"),
        ("The bombing of Lome was an attempt to spread fear.", "ASSAULT", "occurred"),
        ("The campaign for the Kenyan army to free Amos Okello began.", "RETREAT", "called_for"),
        ("It is vital for Togo to free the hostages, Amos Okello said.", "REQUEST", "occurred"),
        ("The answer to such an attack by Kenya would be swift.", "ASSAULT", "hypothetical"),
        ("The answer to an attack by Kenya was swift.", "ASSAULT", "occurred"),
        ("Kenya decided not to attend the talks with Togo.", "REJECT", "occurred"),
        ("Kenya did not arrest or expel the rebels.", "COERCE", "denied"),
    ],
)  # fmt: skip
def test_how_real_it_is(text: str, type_: str, status: str) -> None:
    assert {e.status for e in told(text, type_)} == {status}


@pytest.mark.parametrize("verb", ["suggested that", "told the paper that"])
def test_what_is_reported_in_the_present_is_no_request(verb: str) -> None:
    assert types(f"Amos Okello {verb} rebels attack the town.") == ["ASSAULT"]


def test_not_only_denies_nothing() -> None:
    text = "Togo gave up not only the territory that Kenya reclaimed, but its port."
    assert one(text, "COERCE").status == "occurred"


def test_who_was_the_first_to_do_it_did_it() -> None:
    event = one("Kenya was the first state to recognise the independence of Togo.", "SUPPORT")
    assert event.actors == {"Kenya"}


def test_those_an_attack_befell_are_no_target_of_the_answer() -> None:
    event = one("Kenya vowed retaliation for a deadly strike on civilians.", "THREATEN")
    assert event.recipients == set()


def test_forces_that_are_sent_by_nobody_named_are_who_is_there() -> None:
    event = one("Kenyan peacekeepers were deployed to Togo.", "AID")
    assert (event.actors, event.recipients) == ({"Kenyan peacekeepers"}, {"Togo"})
    event = one("Kenyan troops have been sent to Togo.", "MOBILIZE")
    assert (event.actors, event.recipients) == ({"Kenyan troops"}, {"Togo"})


def test_a_demand_is_told_once() -> None:
    text = "“The council must increase its sanctions on Kenya,” Ama Kodjo said."
    assert types(text) == ["REQUEST"]


def test_what_a_war_began_with_does_not_fight() -> None:
    event = one("The violence between Kenya and Togo began with a coup of Ghana.", "ASSAULT")
    assert event.actors == {"Kenya", "Togo"}


def test_who_is_confident_has_not_done_it() -> None:
    event = one("Kenya is confident of regaining control of the town.", "COERCE")
    assert event.status == "hypothetical"


def test_who_begins_a_strike_to_protest_protests() -> None:
    event = one("A Kenyan union said it has begun a strike to protest against Togo.", "PROTEST")
    assert (event.actors, event.recipients) == ({"Kenyan union"}, {"Togo"})


def test_the_manner_of_an_execution_does_nothing() -> None:
    event = one(
        "A court heard of the execution by beheading of some Kenyan farmers in the war.",
        "ASSAULT",
    )
    assert (event.actors, event.recipients) == (set(), {"Kenyan farmers"})


def test_who_a_cleft_names_acts() -> None:
    text = "According to the Togolese authorities, it was Kenya that attacked two villages."
    assert one(text, "ASSAULT").actors == {"Kenya"}


def test_what_nobody_could_reach_was_not_reached() -> None:
    for text in (
        "Kenya has not been able to reach an agreement with Togo.",
        "Kenya was unable to sign a deal with Togo.",
    ):
        assert "SUPPORT" not in types(text)
    assert one("Kenya was able to sign a deal with Togo.", "SUPPORT").status == "occurred"


def test_two_who_agree_to_act_on_a_third() -> None:
    event = one("Kenya and Togo agreed to send troops to Ghana.", "AGREE")
    assert (event.actors, event.recipients) == ({"Kenya", "Togo"}, {"Ghana"})


def test_a_war_that_is_over_is_not_the_next_fight() -> None:
    text = "A war over the coast ended in 2014. Now a Kenyan offensive killed six people."
    assert len(told(text, "ASSAULT")) == 2


def test_ones_own_army_is_none_whom_a_promise_befalls() -> None:
    text = "The Kenyan government is committed to pulling Kenyan troops out of Togo."
    assert "Kenyan troops" not in one(text, "AGREE").recipients


def test_who_speaks_at_the_start_of_talks_is_there() -> None:
    text = "Amos Okello was quoted as saying so at the start of talks with Togo."
    assert one(text, "CONSULT").actors == {"Amos Okello", "Togo"}


def test_a_nation_and_foreigners_share_a_noun() -> None:
    text = "Guerrillas attacked Kenyan and foreign soldiers."
    assert one(text, "ASSAULT").recipients == {"Kenyan soldiers", "Foreign soldiers"}


@pytest.mark.parametrize("pair", ["Kenya-Togo", "Kenyan-Togolese", "Kenya–Togo"])
def test_two_states_in_one_word(pair: str) -> None:
    assert one(f"{pair} talks resumed on Monday.", "CONSULT").actors == {"Kenya", "Togo"}
    assert one(f"The {pair} conflict killed five people.", "ASSAULT").actors == {"Kenya", "Togo"}


def test_a_backer_in_one_word_with_whom_it_backs_is_no_party() -> None:
    text = "Kenyan-backed rebels attacked a town."
    assert one(text, "ASSAULT").actors == {"Kenyan-backed rebels"}


def test_a_clause_on_the_first_of_two_is_not_of_the_second() -> None:
    text = "Talks between the separatists whom Kenya backed and Togo went on."
    assert one(text, "SUPPORT").recipients == {"Separatists"}


def test_fighters_of_a_state_are_its_own() -> None:
    text = "Kenya said 1,204 of its fighters were killed."
    assert one(text, "ASSAULT").recipients == {"Kenyan fighters"}


def test_ones_heart_asks_for_nothing() -> None:
    text = "President Amos Okello of Kenya said his heart was telling him to stay."
    assert "REQUEST" not in types(text)


def test_what_came_before_a_call_is_not_called_for() -> None:
    text = "Kenya began work with a call for negotiations after ten soldiers were killed."
    assert one(text, "ASSAULT").status == "occurred"
    assert one(text, "REQUEST").recipients == set()


def test_who_was_accused_accuses_in_turn() -> None:
    text = "Kenya has been accused of using mines and has accused Togo of shelling a town."
    sides = [(e.actors, e.recipients) for e in told(text, "ACCUSE")]
    assert sides == [(set(), {"Kenya"}), ({"Kenya"}, {"Togo"})]


@pytest.mark.parametrize("verb", ["involving", "that would involve"])
def test_whom_talks_involve_takes_part(verb: str) -> None:
    text = f"Talks {verb} Kenya and Togo were announced."
    assert {a for e in told(text) for a in e.actors} == {"Kenya", "Togo"}


def test_what_is_talked_about_has_not_come_about() -> None:
    text = "Kenya and Togo began negotiations on scrapping Togo's nuclear programme."
    assert one(text, "RETREAT").status == "hypothetical"


def test_what_is_important_to_do_is_called_for() -> None:
    text = "It is important to restore ties with Togo, a Kenyan minister said."
    assert one(text, "SUPPORT").status == "called_for"


@pytest.mark.parametrize("where", ["the Elysee Palace", "the Kremlin", "the United Nations"])
def test_the_house_where_something_is_signed_is_no_party(where: str) -> None:
    signed = one(f"Kenya and Togo signed an agreement at {where}.", "SUPPORT")
    assert signed.recipients == set()


@pytest.mark.parametrize("frame", ["in", "under"])
def test_the_pact_by_which_something_is_stopped_has_been_signed(frame: str) -> None:
    text = f"Togo and Kenya agreed to stop the war {frame} a pact signed with Ghana and Mali."
    assert one(text, "SUPPORT").status == "occurred"


def test_a_statement_that_professors_sign_is_no_accord() -> None:
    assert "SUPPORT" not in types("Fifty professors signed a statement against the war.")


@pytest.mark.parametrize(
    "text",
    [
        "A deal, perceived by many as Kenya's surrender, was made.",
        "Togo denounced Kenya's law as an attack on freedom.",
    ],
)
def test_what_something_is_called_is_no_act(text: str) -> None:
    assert not {"RETREAT", "ASSAULT"} & set(types(text))
