"""What is told again paragraphs apart: wars, talks, words, plans, victims.

Published on a Thursday, 10 June 2021.
"""

from __future__ import annotations

import pytest
from events_reader import RAIN, one, read, told

BETWEEN = " Rain fell in the hills all day. Shops stayed shut. The roads were empty."
"""Sentences that tell nothing."""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # Undated, a war takes up the one told last; two dates are of one war where they meet.
        ("Fighting between Kenya and Togo broke out on May 2." + BETWEEN
         + " The conflict has displaced thousands.", 1),
        ("A war between Kenya and Togo raged in the 1990s." + BETWEEN
         + " The war ended in 1994.", 1),
        ("A war between Kenya and Togo ended in 1994." + BETWEEN
         + " Fighting between Kenya and Togo broke out on May 2.", 2),
        # A war of old is meant again only where it was just told.
        ("A war between Kenya and Togo ended in 1994. That war displaced thousands.", 1),
        ("A war between Kenya and Togo ended in 1994." + BETWEEN
         + " The fighting goes on.", 2),
        ("Fighting between Kenya and Togo goes on. It is the worst since a 1991-94 war that killed"
         " 30,000 people.", 2),
        ("A war between Kenya and Togo ended in 1994. Fighting broke out in late May.", 2),
        ("A war between Kenya and Togo ended in 1994. It is the worst fighting for years.", 2),
        ("Clashes broke out between Kenya and Togo. The worst clashes since 2016 killed ten.", 1),
        # A battle for a town, an act within it, a conflict of decades, others: not the war.
        ("Fighting between Kenya and Togo goes on. The fighting in Wajir killed two.", 2),
        ("Fighting between Kenya and Togo goes on. The decades-long conflict between Kenya and Togo"
         " has killed thousands.", 2),
        # Harm over a time right behind it is its toll, harm of a day is not.
        ("Fighting between Kenya and Togo broke out on May 2. More than 700 people have been"
         " killed.", 1),
        ("Fighting between Kenya and Togo broke out on May 2. More than 700 people have been"
         " confirmed killed.", 1),
        ("Fighting between Kenya and Togo broke out on May 2. Two Kenyan soldiers were killed on"
         " Tuesday.", 2),
    ],
)  # fmt: skip
def test_a_war_is_one_event(text: str, number: int) -> None:
    assert len(told(text, "ASSAULT")) == number


def test_a_war_that_goes_on_is_ongoing() -> None:
    text = "Fighting between Kenya and Togo broke out on May 2. The fighting is raging on."
    assert one(text, "ASSAULT").status == "ongoing"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kenyan president Amara Diallo met Togolese premier Jo Mensah on Monday." + BETWEEN
         + " The two leaders discussed trade.", 1),
        ("Kenyan president Amara Diallo met Togolese premier Jo Mensah on Monday." + BETWEEN
         + " The ministers discussed trade." + RAIN, 2),
        ("Kenyan president Amara Diallo met Togolese premier Jo Mensah on Wednesday." + BETWEEN
         + " Diallo discussed trade with Mensah.", 1),
        ("Kenyan president Amara Diallo met Togolese premier Jo Mensah on Monday." + BETWEEN
         + " Diallo and Mensah held a second meeting." + RAIN, 2),
        ("Kenyan president Amara Diallo met Togolese premier Jo Mensah in Lome." + BETWEEN
         + " Diallo and Mensah met in Accra.", 2),
        ("Kenya's Amara Diallo met Jo Mensah on Monday. Diallo met Omar Roe on Tuesday.", 2),
    ],
)  # fmt: skip
def test_talks_of_the_same_people_are_one_event(text: str, number: int) -> None:
    assert len(told(text, "CONSULT")) == number


def test_whom_a_visitor_will_meet_is_a_party_of_the_visit() -> None:
    text = "Kenya's minister will visit Togo to meet Togolese premier Jo Mensah."
    assert one(text, "AGREE").recipients == {"Togo", "Jo Mensah"}


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        # What words are about decides, not the word for saying them.
        ("Kenya urged Togo to withdraw its tanks from the border on Wednesday." + BETWEEN
         + " The Kenyan government called on Togo to pull its tanks back from the border.",
         "REQUEST", 1),
        ("Kenya urged Togo to withdraw its tanks from the border." + BETWEEN
         + " Kenya urged Togo to release three jailed reporters.", "REQUEST", 2),
        ("Kenya and Togo agreed to cut duties on maize exports." + BETWEEN
         + " Kenya and Togo agreed to waive visas for students.", "AGREE", 2),
        # Of two tellings one may leave out who did it.
        ("The Kenyan parliament impeached Amara Diallo on Tuesday." + BETWEEN
         + " Diallo was impeached over the loans.", "ACCUSE", 1),
        # A plan right behind, in its own verb.
        ("Kenyan peacekeepers would be deployed along the border. The ministry said 2,000"
         " peacekeepers would be deployed.", "AGREE", 1),
        # Means and purposes are no second measure.
        ("Kenya beefed up security in Lome by deploying 3,000 policemen.", "MOBILIZE", 1),
        # Protests, in the clause behind them, and those just told of.
        ("Angry students stormed the ministry in Lome, where they broke windows.", "PROTEST", 1),
        ("Thousands rallied in Lome over the tax. The protesters marched on parliament.",
         "PROTEST", 1),
        ("Thousands rallied in Lome over the tax. The protesters threw stones at police.",
         "PROTEST", 2),
        ("A deal sparked mass protests in Kenya, where thousands took to the streets.",
         "PROTEST", 1),
    ],
)  # fmt: skip
def test_words_measures_and_plans_told_again(text: str, type_: str, number: int) -> None:
    assert len(told(text, type_)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # One who fell on one day, in one place; one who is shot and murdered; the attacker.
        ("A Kenyan woman was killed by a rocket on Tuesday." + BETWEEN
         + " The rocket killed a 57-year-old woman in Wajir on Tuesday.", 1),
        ("A Kenyan woman was killed by a rocket on Tuesday." + BETWEEN
         + " A rocket killed a Kenyan woman on Monday.", 2),
        ("Kenyan reporter Amara Diallo was shot in Lome on Tuesday." + BETWEEN
         + " Roe deplored the killing of Diallo.", 1),
        ("Police shot an attacker dead in Lome." + BETWEEN
         + " Police had shot the attacker in the head.", 1),
        # Ways that go together, and ways that do not.
        ("A suicide bomber killed two Kenyan soldiers. The blast came at noon.", 1),
        ("Two Kenyan soldiers were tortured and executed.", 2),
        # A day of its own, given by its sentence.
        ("Diallo was jailed in 1963. Diallo was put under house arrest in 2017.", 2),
        # The very noun is known for longer than another.
        ("The massacre of 300 Kenyan villagers in 1944 is not forgotten." + BETWEEN
         + " Diallo admitted the massacre.", 1),
        # The first sentence, told again by the same doers in the same way.
        ("Kenya has seized a key town in Togo. Kenyan forces took control of Lome on Tuesday.", 1),
        ("Rain fell. Kenya seized a key town in Togo. Kenyan forces often seize villages.", 2),
        # An offensive is one, whoever of the side presses it.
        ("Togo pushed its offensive on Tuesday." + BETWEEN
         + " Togolese troops pressed their offensive into the hills.", 1),
        # Who attacks is not who is attacked.
        ("Kenya launched an offensive in May, saying the town was the site of rocket attacks on"
         " Kenya.", 2),
    ],
)  # fmt: skip
def test_deeds_told_again(text: str, number: int) -> None:
    events = [*told(text, "ASSAULT"), *told(text, "COERCE")]
    assert len(events) == number


def test_the_last_verb_makes_one_of_two() -> None:
    text = "A Kenyan man was killed as six rockets, launched from Togo, fell on Wajir."
    assert one(text, "ASSAULT").places >= {"Wajir"}


def test_of_two_tellings_the_one_that_says_who_they_are_names_them() -> None:
    text = (
        "The leaders of Kenya and Togo agreed on a truce for the border. The premier said that the"
        " leaders had agreed on a truce."
    )
    event = one(text, "AGREE")
    assert {"Kenya", "Togo"} == {name.split()[-1] for name in event.actors}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Wekesa arrived in Togo and was received by Togo's prime minister.", 1),
        ("Wekesa arrived in Togo. He was received by Ghana's prime minister.", 2),
    ],
)
def test_who_is_received_where_he_arrives_is_on_one_visit(text: str, number: int) -> None:
    found = told("Kenya's president John Wekesa is abroad. " + text, "CONSULT")
    assert len(found) == number
    assert all(e.actors == {"John Wekesa"} for e in found)


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        # Words that are told, and then quoted: to nobody else, and right behind.
        ('Wekesa called on rebels to leave Lome. "I call on those who fight to go," Wekesa said.',
         "REQUEST", 1),
        ('Wekesa called on rebels to leave Lome. "I call on Kenya to send food," Wekesa said.',
         "REQUEST", 2),
        ('Wekesa called on rebels to leave Lome. "I urge those who fight to go," Roe said.',
         "REQUEST", 2),
        # One breath, to the same land.
        ("Wekesa accused Togo of spying, blaming Togo's government for a raid.", "ACCUSE", 1),
        ("Wekesa accused Togo of spying, blaming Kenya for a raid.", "ACCUSE", 2),
        # A step, and the day of it; another day.
        ("Wekesa resigned last week." + BETWEEN + " Wekesa stepped down on 2 June.", "RETREAT", 1),
        ("Kenya's premier will visit Togo next month. The premier is to visit Togo on 7 July.",
         "AGREE", 1),
        ("Kenya's premier will visit Togo next month. The premier is to visit Togo on 7 August.",
         "AGREE", 2),
        # A pact that is known, whoever is told to have signed it.
        ("Kenya signed a pact with Mali on Monday. Togo signed the deal, too.", "SUPPORT", 1),
        ("Kenya signed a pact with Mali on Monday. Togo signed a deal, too.", "SUPPORT", 2),
        # Who comes to talks that are known.
        ("Kenya's premier met Togo's in Lome. Ghana's premier joined the talks.", "CONSULT", 1),
        ("Kenya's premier met Togo's in Lome. Ghana's premier joined other talks.", "CONSULT", 2),
        # A protest, and what was done in it.
        ("Riots broke out in Lome as students set cars on fire.", "PROTEST", 1),
        # One kind of weapon in one town on one day.
        ("Rebels fired rockets in Lome on Monday." + BETWEEN
         + " A rocket was launched at Ghanaian soldiers in Lome on Monday.", "ASSAULT", 1),
        ("Rebels fired rockets in Lome on Monday." + BETWEEN
         + " A rocket was launched at Ghanaian soldiers in Accra on Monday.", "ASSAULT", 2),
        ("Rebels fired rockets in Lome on Monday." + BETWEEN
         + " A rocket was launched at Ghanaian soldiers in Lome on Sunday.", "ASSAULT", 2),
        # The toll of the only deed that a story tells; of one of two.
        ("Gunmen raided Lome on Monday." + BETWEEN + " Ten soldiers were injured.", "ASSAULT", 1),
        ("Gunmen raided Lome on Monday. Rebels shelled Accra on Sunday." + BETWEEN
         + " Ten soldiers were injured.", "ASSAULT", 3),
        # Clashes of two lands are their war; those of a crowd and the police are not.
        ("Clashes broke out between Kenya and Togo in May." + BETWEEN + " The war goes on.",
         "ASSAULT", 1),
        ("Clashes broke out between students and police in May." + BETWEEN + " The war goes on.",
         "ASSAULT", 2),
        # Told apart by its day.
        ("Rebels shot two soldiers on Monday. Monday's shooting of soldiers shook Lome.",
         "ASSAULT", 1),
        ("Rebels shot two soldiers on Monday. Sunday's shooting of soldiers shook Lome.",
         "ASSAULT", 2),
    ],
)  # fmt: skip
def test_one_happening_or_two(text: str, type_: str, number: int) -> None:
    assert len(told(text, type_)) == number, told(text)


def test_who_joins_talks_or_signs_a_pact_is_a_party() -> None:
    met = one("Kenya's premier met Togo's in Lome. Ghana's premier joined the talks.", "CONSULT")
    assert "Ghana's premier" in met.actors
    signed = one("Kenya signed a pact with Mali on Monday. Togo signed the deal, too.", "SUPPORT")
    assert signed.actors == {"Kenya", "Togo"}


def test_of_two_times_the_day_dates_a_step() -> None:
    text = "Kenya's premier will visit Togo next month. The premier is to visit Togo on 7 July."
    assert one(text, "AGREE").date == "2021-07-07"


@pytest.mark.parametrize(
    "text",
    [
        "A series of bombings killed ten soldiers in Togo.",
        "Ten soldiers were killed in a wave of bombings in Togo.",
        "Bombings killed ten soldiers in Togo.",
    ],
)
def test_a_series_of_attacks_and_its_toll_are_one(text: str) -> None:
    assert one(text, "ASSAULT").mode == "explosives"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("A minister was arrested on Monday. Police arrested Peter Diallo at dawn.", 1),
        ("A minister was arrested on Monday. Police arrested Peter Diallo on Tuesday.", 2),
        ("A minister was arrested on Monday. Police also arrested Peter Diallo.", 2),
        ("Kofi Roe was arrested on Monday. Police arrested Peter Diallo at dawn.", 2),
        ("A Kenyan minister was arrested. Police arrested Togolese envoy Peter Diallo.", 2),
    ],
)
def test_whom_the_lead_does_not_name_is_named_behind_it(text: str, times: int) -> None:
    events = told(text, "COERCE")
    assert len(events) == times
    if times == 1:
        assert events[0].recipients == {"Peter Diallo"}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya's president will visit Togo. Kenyan President Jo Roe will visit Togo.", {"Jo Roe"}),
        (
            "Kenya's president will visit Togo. Ghanaian envoy Jo Roe will visit Togo on Friday.",
            {"Kenya's president", "Jo Roe"},
        ),
    ],
)
def test_a_visitor_has_his_name_behind_the_lead(text: str, actors: set[str]) -> None:
    assert {a for e in told(text, "AGREE") for a in e.actors} == actors


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (
            "Kenya and Togo held a dialogue. Kenyan Foreign Minister Daudi Wekesa and Togo's"
            " Foreign Minister Kofi Diallo co-chaired the dialogue.",
            1,
        ),
        (
            "Kenya and Togo held a dialogue. Kenyan Foreign Minister Daudi Wekesa and Ghana's"
            " Foreign Minister Kofi Diallo co-chaired the dialogue.",
            2,
        ),
        (
            "Togo's president arrived in Paris on Wednesday. It is the third visit by a Togolese"
            " president to France.",
            1,
        ),
        (
            "Togo's president arrived in Paris on Wednesday. It followed the visit of a Togolese"
            " minister to France.",
            2,
        ),
    ],
)
def test_talks_and_visits_that_another_noun_takes_up(text: str, times: int) -> None:
    assert len(told(text, "CONSULT")) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Kenya broke the truce when it shelled Togo.", 1),
        ("Kenya violated the ceasefire by shelling Togo.", 1),
        ("Togo accused Kenya of a violation of the truce. Kenyan troops shelled Lome.", 1),
        ("Kenya broke the truce. Togo shelled Kenya.", 2),
        ("Kenya broke the truce. It rained. Kenya shelled Togo.", 2),
        ("Kenya broke the truce on Monday. On Tuesday Kenya shelled Togo.", 2),
    ],
)
def test_a_breach_of_a_truce_is_the_deed_that_was_it(text: str, times: int) -> None:
    assert len(told(text, "ASSAULT")) == times


_VISIT = "Kenyan President Amara Diallo will visit Togo on Friday. "


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (_VISIT + "Diallo's visit to Togo comes ahead of talks.", ["AGREE"]),
        (_VISIT + "The visit to Togo is the first since the war.", ["AGREE"]),
        (_VISIT + "During his visit to Togo last year he slept.", ["AGREE", "CONSULT"]),
        (_VISIT + "The premier's visit to Ghana ended.", ["AGREE", "CONSULT"]),
        (_VISIT + "His other visit to Togo was short.", ["AGREE", "CONSULT"]),
    ],
)
def test_a_visit_to_come_is_told_as_known(text: str, read: list[str]) -> None:
    assert [e.type for e in told(text)] == read


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("President Amara Diallo met General Kofi Mensah. The leaders discussed trade.", 1),
        ("President Amara Diallo met General Kofi Mensah. Leaders discussed trade in Lome.", 2),
        ("Ghana is mediating talks between Kenya and Togo.", 1),
        ("Ghana met Kenya after talks between Togo and Mali.", 2),
    ],
)
def test_those_who_have_just_met_go_on(text: str, number: int) -> None:
    assert len(told(text, "CONSULT")) == number


def test_whom_an_attack_leaves_killed_are_its_toll() -> None:
    text = "Rebels staged three attacks, leaving ten killed and two wounded in Lome."
    assert len(told(text, "ASSAULT")) == 1


def test_the_deed_is_told_with_its_toll_behind_a_headline_too() -> None:
    text = (
        "Missile kills ten civilians in Lome\n\n"
        "Ten civilians were killed and nine wounded when a missile hit a market in Lome, Togo."
    )
    assert len(told(text, "ASSAULT")) == 1


def test_who_is_taken_when_gunmen_attack_is_taken_by_them() -> None:
    event = one("Seven workers were taken hostage when armed men attacked a ship.", "ASSAULT")
    assert (event.actors, event.recipients) == ({"Armed men"}, {"Workers"})


def test_who_dies_when_rebels_attack_was_hit() -> None:
    text = "Two soldiers died when rebels ambushed their convoy in Togo."
    assert one(text, "ASSAULT").recipients == {"Soldiers"}
    assert not one("Two soldiers died as troops fought back in Togo.", "ASSAULT").recipients


def test_civilians_of_a_land_and_civilians_are_the_same_where_one_event_has_both() -> None:
    text = "Missile kills civilians in Togo's Lome\n\nNine civilians died when a missile hit a bus."
    assert len(read(text).events[0].recipients) == 1


def test_what_is_said_of_a_raid_tells_that_raid() -> None:
    text = "Kenyan rockets hit Lome on Friday. The strike was the second Kenyan attack on Lome."
    assert len(told(text, "ASSAULT")) == 1
    text = "Kenyan rockets hit Lome on Friday. The strike was the second Kenyan attack on Accra."
    assert len(told(text, "ASSAULT")) == 2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kenya's premier will meet Togo's president on Saturday and discuss trade.", 1),
        ("Kenya's premier met Togo's president and said it was a meeting of friends.", 1),
        ("Kenya's premier met Togo's president and talked with Ghana's king.", 2),
    ],
)
def test_to_meet_and_to_discuss_is_one_meeting(text: str, number: int) -> None:
    assert len([e for e in told(text) if e.type in ("AGREE", "CONSULT")]) == number


def test_leaders_of_the_headline_are_those_whom_the_text_names() -> None:
    text = (
        "Kenyan, Togolese leaders pledge to speed up trade\n\nNAIROBI, June 10 (XYZ) - Kenyan"
        " President Daudi Wekesa and his Togolese counterpart, Kofi Mensah, agreed here Thursday"
        " to speed up trade."
    )
    assert one(text, "AGREE").actors == {"Daudi Wekesa", "Kofi Mensah"}


def test_the_lands_beside_leaders_in_a_headline_are_theirs() -> None:
    text = (
        "Kenya, Togo leaders hold talks\n\nNAIROBI, June 10 (XYZ) - Kenyan President Daudi Wekesa"
        " and Togolese President Kofi Mensah held talks on Thursday."
    )
    assert one(text, "CONSULT").actors == {"Daudi Wekesa", "Kofi Mensah"}


def test_who_signs_with_whom_in_a_headline_both_sign() -> None:
    text = (
        "Kenya signs pact with Togo\n\nNAIROBI, June 10 (XYZ) - Kenya and Togo signed a pact on"
        " trade on Thursday."
    )
    pact = one(text, "SUPPORT")
    assert (pact.actors, pact.recipients) == ({"Kenya", "Togo"}, set())


@pytest.mark.parametrize(
    ("text", "releases"),
    [
        (
            "Kenyan jets bomb port after policemen freed\n\nNAIROBI, June 10 (XYZ) - Kenyan jets"
            " bombed a port on Thursday, hours after Al-Shabaab freed 14 policemen.",
            1,
        ),
        ("Al-Shabaab freed 14 policemen. Mali welcomed the release of the policemen.", 1),
        ("Al-Shabaab freed 14 policemen. Mali welcomed the release of two nurses.", 2),
        ("Al-Shabaab freed 14 policemen. The Taliban freed the policemen.", 2),
    ],
)
def test_what_befell_the_same_people_is_one_act(text: str, releases: int) -> None:
    assert len(told(text, "RETREAT")) == releases


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A suicide bomber killed two men. The Taliban claimed responsibility.", [{"Taliban"}]),
        ("A bomb killed two men on May 2. Hezbollah claimed responsibility for the blast on"
         " Tuesday.", [{"Hezbollah"}]),
        # of another attack, of a battle, of what somebody else is known to have done
        ("A bomb killed two men. The Taliban claimed responsibility for an attack in Mali.",
         [set(), {"Taliban"}]),
        ("A firefight broke out. The Taliban claimed responsibility.", [{"Taliban"}]),
        ("Kenyan troops killed two men. The Taliban claimed responsibility.",
         [{"Kenyan troops"}, {"Taliban"}]),
    ],
)  # fmt: skip
def test_who_claims_a_deed_of_nobody_known_has_done_it(text: str, actors: list[set[str]]) -> None:
    events = told(text, "ASSAULT")
    assert [e.actors for e in events if e.actors or len(events) == len(actors)] == actors


def test_a_claim_does_not_date_the_deed() -> None:
    text = "A bomb killed two men on May 2. The Taliban claimed responsibility on Tuesday."
    assert one(text, "ASSAULT").date == "2021-05-02"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Police fired at protesters and two were killed.", 1),
        ("Rebels attacked a convoy and three were killed.", 1),
        ("Rebels killed ten soldiers, and two rebels were wounded.", 2),
        ("Rebels staged bombings in Mali, leaving nine farmers dead and dozens injured.", 1),
        ("Rebels attacked a convoy and three were killed in Mali.", 2),
    ],
)
def test_who_fell_in_what_was_told_right_before(text: str, number: int) -> None:
    assert len(told(text, "ASSAULT")) == number


def test_who_praises_an_accord_has_not_signed_it() -> None:
    text = "Kenya and Togo signed an agreement. Ghana appreciates the agreement of the two."
    assert [e.actors for e in told(text, "SUPPORT")] == [{"Kenya", "Togo"}, {"Ghana"}]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kenya condemned the attack. The Kenyan foreign ministry said it condemns the attack.", 1),
        ("Kenya condemned the attack. The Kenyan foreign ministry condemned the vote.", 2),
    ],
)
def test_a_state_and_its_ministry_condemn_one_thing_once(text: str, number: int) -> None:
    assert len(told(text, "ACCUSE")) == number
