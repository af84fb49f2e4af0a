"""Who acts and whom it reaches, where no word of the act's own phrase tells it."""

from __future__ import annotations

import pytest
from events_reader import one, read, told, types


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        # what is promised or refused reaches somebody
        ("Kenya is willing to lend tents alongside blankets to Togo.", "AGREE", {"Togo"}),
        ("Kenya agreed to a truce with Togo's rebels.", "AGREE", {"Togo's rebels"}),
        ("Kenya refused to hold talks with Togo.", "REJECT", {"Togo"}),
        ("Kenya vowed to avenge the killing of its soldiers.", "THREATEN", set()),
        ("Kenya vowed to attack its soldiers.", "THREATEN", {"Kenyan soldiers"}),
        ("Kenya is ready to exchange prisoners with Togo.", "AGREE", {"Togo"}),
        ("Kenya refused to cooperate with UN inspectors.", "REJECT", {"UN inspectors"}),
        ("Kenya refused to lift the ban imposed on Togo.", "REJECT", {"Togo"}),
        ("Kenya will not lift the ban imposed on the rebels.", "REJECT", {"Rebels"}),
        (
            "Kenya will not accept a proposal made by the European Commission.",
            "REJECT",
            {"European Commission"},
        ),
        (
            "Kenya's president agreed to form a cabinet with Amara Diallo of Togo.",
            "AGREE",
            {"Amara Diallo"},
        ),
        (
            "Kenya insisted on its demand that Togo's government release the men.",
            "REQUEST",
            {"Togo's government"},
        ),
        # what they are accused of, and who is looked into
        (
            "Police are looking into claims the Togolese minister beat two women.",
            "ACCUSE",
            {"Togolese minister"},
        ),
        (
            "Police launched a probe into an allegation of theft made against Amara Diallo.",
            "ACCUSE",
            {"Amara Diallo"},
        ),
        ("The UN condemned the killing of civilians during a Togolese raid.", "ACCUSE", {"Togo"}),
        (
            "Villagers held a protest against the killing of a Kenyan student by soldiers.",
            "PROTEST",
            {"Soldiers"},
        ),
        ("Kenya gave asylum to Togolese politician Amara Diallo.", "AID", {"Amara Diallo"}),
        (
            "Young Kenyans blocked roads to press their demands for jobs from the government.",
            "PROTEST",
            {"Government"},
        ),
        (
            "Kenya has authorised the release of two million dollars in military aid to Togo.",
            "AGREE",
            {"Togo"},
        ),
        ("Kenya hailed the release of its soldiers by Togo.", "SUPPORT", {"Togo"}),
        ("Togo's release of Kenyan prisoners was hailed by Ghana.", "SUPPORT", {"Togo"}),
        ("Kenya vowed revenge on Togo after the attack.", "THREATEN", {"Togo"}),
        ("Kenya vowed not to return the island to Togo.", "REJECT", {"Togo"}),
        ("Kenya has strengthened its forces in Togo.", "MOBILIZE", {"Togo"}),
        ("Kenya threatened to resume its raids in Togo.", "THREATEN", {"Togo"}),
        ("Kenya threatened to shell Lome, Togo's largest city.", "THREATEN", {"Togo"}),
        ("Kenya expressed its desire to work closely with Togo.", "AGREE", {"Togo"}),
        ("Kenya claimed that 200 of its men had been killed by rebels.", "ACCUSE", {"Rebels"}),
        (
            "Fighting went on between Kenya and Togo. The truce was shaken by accusations from both"
            " sides.",
            "ACCUSE",
            set(),
        ),
        (
            "Kenya gave its consent to a peace plan drafted by the European Union.",
            "AGREE",
            {"European Union"},
        ),
        ("Kenya recalled its ambassador from Togo.", "SANCTION", {"Togo"}),
        ("Kenya, which had accused Togo of spying, expelled its envoy.", "SANCTION", {"Togo"}),
        ("Kenya's president sacked his army chief.", "SANCTION", {"Kenyan army chief"}),
        ("The UN handed out food in Lome, the capital of Togo.", "AID", {"Togo"}),
        ("Kenya's extradition of a rebel to Chad drew praise from Togo.", "SUPPORT", {"Kenya"}),
        (
            "The Togolese minister called off his planned visit to Nairobi in Kenya.",
            "REJECT",
            {"Kenya"},
        ),
        # none of these is meant
        ("Thousands of Kenyans rallied in support of President Amara Diallo.", "PROTEST", set()),
        ("Kenya will beef up its military presence there with two battalions.", "MOBILIZE", set()),
        ("Kenya put its troops in the north of Kenya on alert.", "MOBILIZE", set()),
        ("Kenya dismissed reports that its troops killed civilians.", "REJECT", set()),
        ("Kenya denied the accusation that it was arming rebels in Togo.", "REJECT", set()),
        ("Kenya agreed to create a rebel movement.", "AGREE", set()),
        ("Kenya agreed that Togo has a long coast.", "AGREE", set()),
        ("Rebel commanders said their men will lay down their arms.", "AGREE", set()),
        ("Kenya's deployment of troops along the river angered nobody.", "MOBILIZE", set()),
        ("The court awarded the widow five million dollars from Togo.", "AID", {"Widow"}),
    ],
)
def test_whom_an_act_reaches(text: str, type_: str, recipients: set[str]) -> None:
    events = told(text, type_)
    assert events
    assert {r for e in events for r in e.recipients} == recipients


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("UN sanctions against Togo were lifted in January.", "RETREAT", {"United Nations"}),
        ("The senate set up a panel to probe the Togolese minister.", "ACCUSE", {"Senate"}),
        ("Kenya must continue military aid to Togo.", "AID", {"Kenya"}),
        ("Kenya pinned the attack on Togolese rebels.", "ASSAULT", {"Togolese rebels"}),
        (
            "Amara Diallo was accused of stealing funds by Togolese officials.",
            "ACCUSE",
            {"Togolese officials"},
        ),
        (
            "Demonstrators burned tyres during a rally against the government.",
            "PROTEST",
            {"Demonstrators"},
        ),
        (
            "After marches against the president, the army led by Kofi Mensah seized the palace.",
            "PROTEST",
            set(),
        ),
        ("Two journalists were arrested in Kenya for spying, a lawyer said.", "COERCE", {"Kenya"}),
        ("Two Togolese fishermen were sentenced to ten years in Kenya.", "SANCTION", {"Kenya"}),
        ("Togo deplored the arrest of two officers in Kenya.", "COERCE", {"Kenya"}),
        ("Five rebels were detained in Mali, the French army said.", "COERCE", set()),
        (
            "Kenyan forces have retaken a village after fierce fighting with rebels.",
            "ASSAULT",
            {"Kenyan forces", "Rebels"},
        ),
        ("Kenya's minister spoke after clashes with Ghana.", "ASSAULT", {"Ghana"}),
        (
            "Clashes between Kenya and Togo went on. Families mourned those killed in the fighting"
            " with Togo.",
            "ASSAULT",
            {"Kenya", "Togo"},
        ),
        ("A bomb attack on soldiers in Togo was claimed by the rebels.", "ASSAULT", {"Rebels"}),
        ("Togo is facing rebel attacks from across the border.", "ASSAULT", {"Rebels"}),
        (
            "Rebel spokesman Amara Diallo said they would reject a Togolese call for a truce.",
            "REJECT",
            {"Amara Diallo"},
        ),
        (
            "Lawyer Amara Diallo said they had rejected a Togolese call for a truce.",
            "REJECT",
            set(),
        ),
        (
            "Blankets were handed to flood survivors by the Kenyan army in Nakuru.",
            "AID",
            {"Kenyan army"},
        ),
        ("Kenya on Monday accused neighbouring Togo of theft.", "ACCUSE", {"Kenya"}),
        ("Kenya shares intelligence on rebels with Togo.", "COOPERATE", {"Kenya", "Togo"}),
        ("Two Togolese diplomats were expelled from Kenya.", "SANCTION", {"Kenya"}),
        ("The law was dropped after protests that drew two million people.", "PROTEST", {"People"}),
        ("Parliament passed the law amid protest from landowners.", "PROTEST", {"Landowners"}),
        (
            "UNICEF, in coordination with Kenyan authorities, gave out food.",
            "COOPERATE",
            {"Kenyan authorities", "UNICEF"},
        ),
        (
            "A driver was killed and two passengers wounded by Kenyan troops.",
            "ASSAULT",
            {"Kenyan troops"},
        ),
        (
            "Amara Diallo resigned last week, after protests calling for his removal.",
            "REQUEST",
            set(),
        ),
    ],
)
def test_who_acts(text: str, type_: str, actors: set[str]) -> None:
    assert {a for e in told(text, type_) for a in e.actors} == actors


def test_victims_of_an_act_in_the_course_of_another_are_those_of_who_does_the_latter() -> None:
    event = one("The UN condemned the killing of children in Togolese air strikes.", "ASSAULT")
    assert (event.actors, event.recipients) == ({"Togo"}, {"Children"})


def test_who_says_so_is_not_whom_it_reaches() -> None:
    text = (
        "Kenya's president refused to meet with a Togolese diplomat over the dam, according to"
        " two aides of the Ghanaian president."
    )
    assert one(text, "REJECT").recipients == {"Togolese diplomat"}


def test_a_vow_not_to_fight_is_a_promise() -> None:
    assert [e.type for e in told("Kenya vowed not to attack Togo.")] == ["AGREE"]


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("Kenya, along with Togo, imposed sanctions on Ghana.", "COERCE", {"Kenya", "Togo"}),
        ("Kenya together with Togo condemned the raid.", "ACCUSE", {"Kenya", "Togo"}),
        ("Kenya joined Togo in condemning the raid.", "ACCUSE", {"Kenya", "Togo"}),
        ("Kenya, unlike Togo, imposed sanctions on Ghana.", "COERCE", {"Kenya"}),
    ],
)
def test_who_acts_together(text: str, type_: str, actors: set[str]) -> None:
    assert one(text, type_).actors == actors


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Rebels attacked a convoy carrying Kenyan soldiers.", {"Kenyan soldiers"}),
        ("Kenya shelled a village held by rebels.", {"Rebels"}),
        ("An attack on a camp used by the UN killed five people.", {"United Nations", "People"}),
        ("Kenyan air raids on Togo killed ten children.", {"Togo", "Children"}),
        ("Rebels attacked Kenyan troops protecting a UN mission.", {"Kenyan troops"}),
        ("An attack on Kenyan soldiers killed six soldiers.", {"Kenyan soldiers"}),
    ],
)
def test_who_is_in_what_is_hit(text: str, recipients: set[str]) -> None:
    assert one(text, "ASSAULT").recipients == recipients


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya blamed rebels for the attack on its soldiers.", {"Rebels"}),
        ("Kenya accused Togo of the killing of its envoy.", {"Togo"}),
        ("Rebels were behind the attack on Kenyan soldiers, Togo said.", {"Rebels"}),
        ("The raid on the mission was the work of rebels, Kenya said.", {"Rebels"}),
        ("The rebels are responsible for the killing of ten Kenyan soldiers.", {"Rebels"}),
        ("The rebels admitted to the killing of the envoy.", {"Rebels"}),
        ("The UN held Kenya responsible for the shelling of the camp.", {"Kenya"}),
        ("Kenya voiced regret over the attack on soldiers.", set()),
        ("Kenya denied a role in the attack on Togolese soldiers.", set()),
    ],
)
def test_whose_deed_it_is_by_the_words_about_it(text: str, actors: set[str]) -> None:
    assert {a for e in told(text, "ASSAULT") for a in e.actors} == actors


def test_a_clause_on_a_predicate_has_the_subject_of_that() -> None:
    text = "Crowds accused President Amara Diallo of being a coward for signing a pact with Togo."
    assert one(text, "SUPPORT").actors == {"Amara Diallo"}


def test_who_tells_of_the_dead_accuses_nobody() -> None:
    text = "Kenya claimed that 200 of its servicemen had died in clashes with Togo."
    assert told(text, "ACCUSE") == []


@pytest.mark.parametrize(
    "text",
    [
        "Students marched through the city to demand that the Kenyan premier resign.",
        "Students rallied in Lome, demanding that the Kenyan premier resign.",
        "Students have staged a march urging the Kenyan premier to quit.",
    ],
)
def test_what_a_march_is_for_is_not_told_apart(text: str) -> None:
    assert [(e.type, e.recipients) for e in told(text)] == [("PROTEST", {"Kenyan premier"})]


def test_who_marches_and_demands_does_two_things() -> None:
    text = "Students marched through the city and demanded that the Kenyan premier resign."
    assert [e.type for e in told(text)] == ["PROTEST", "REQUEST"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Hong Kong meeting is due at the end of the year.", set()),
        ("Kenya-Togo talks ended.", {"Kenya", "Togo"}),
        ("Kenyan talks with Togo ended.", {"Kenya", "Togo"}),
        (
            "Kenyan Prime Minister Amara Diallo held talks here Monday with visiting Togolese"
            " Foreign Minister Kofi Mensah on trade.",
            {"Amara Diallo", "Kofi Mensah"},
        ),
        (
            "Kenyan minister Amara Diallo will hold talks with his Togolese counterpart Kofi Mensah"
            " on the sidelines of the forum.",
            {"Amara Diallo", "Kofi Mensah"},
        ),
    ],
)
def test_who_is_at_talks(text: str, actors: set[str]) -> None:
    assert {a for e in told(text) for a in e.actors} == actors


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Kenya voiced concern about reports of citizens being beaten in Togo.", "ACCUSE", set()),
        ("Kenya opened a probe of the killing of Kofi Poe.", "ACCUSE", set()),
        ("Kenya said it was outraged by the murder of Kofi Poe.", "ACCUSE", set()),
        ("Amara Diallo claimed the attack on behalf of the Togolese rebels.", "ASSAULT", set()),
        ("The army crushed protests against Amara Diallo's rule.", "ASSAULT", set()),
        ("Amara Diallo defended NATO bombing of Kenyan forces.", "SUPPORT", {"NATO"}),
        ("Kofi Mensah was away. His arrest warrant came on Monday.", "THREATEN", {"Kofi Mensah"}),
        (
            "The UN referred a crackdown by Togo to the International Criminal Court.",
            "COERCE",
            set(),
        ),
        ("The army crushed a revolt by Togolese rebels.", "ASSAULT", {"Togolese rebels"}),
        (
            "Kenya's minister flew to Togo for talks with Togolese leader Kofi Mensah.",
            "CONSULT",
            {"Togo", "Kofi Mensah"},
        ),
    ],
)
def test_who_stands_near_and_is_not_reached(text: str, type_: str, recipients: set[str]) -> None:
    assert {r for e in told(text, type_) for r in e.recipients} == recipients


def test_a_visit_that_answers_another_is_not_to_whoever_made_that() -> None:
    text = "The minister said his trip was a follow-up to President Amara Diallo's visit to Kenya."
    assert [e.recipients for e in told(text, "CONSULT")] == [set(), {"Kenya"}]


def test_who_asks_for_something_would_not_do_it() -> None:
    events = told("Togo turned down a request by Kenya to reschedule its debt.", "AID")
    assert all(not e.actors for e in events)


def test_who_tells_of_a_blast_has_not_caused_it() -> None:
    text = "A Reuters reporter who lives there heard two blasts at dawn."
    assert all(not e.actors for e in told(text, "ASSAULT"))


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("A Kenyan detainee died as a result of torture while in custody.", {"Kenyan detainee"}),
        ("The Kenyan governor survived a roadside bomb in Lome.", {"Kenyan governor"}),
        ("The Kenyan general escaped unhurt from an ambush on Monday.", {"Kenyan general"}),
        ("Two soldiers died after the ambush.", {"Soldiers"}),
        ("Amara Diallo died of wounds he suffered in the raid.", {"Amara Diallo"}),
    ],
)
def test_who_dies_of_it_was_hit(text: str, recipients: set[str]) -> None:
    assert one(text, "ASSAULT").recipients == recipients


def test_who_flees_to_escape_raids_is_not_said_to_be_hit() -> None:
    events = told("Kenyan farmers fled to escape the raids.", "ASSAULT")
    assert all(not e.recipients for e in events)


def test_who_dies_in_the_time_of_a_war_need_not_be_hit_by_it() -> None:
    assert told("The poet Amara Diallo died during the war.", "ASSAULT") == []


def test_an_arrest_is_one_where_a_match_is_told_of_too() -> None:
    event = one("Kenyan police jailed 50 activists for playing in a football tournament.", "COERCE")
    assert event.recipients == {"Activists"}


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Police dispersed scores of students in Lome.", "ASSAULT", {"Students"}),
        ("Togo lodged a complaint with the United Nations against Ghana.", "ACCUSE", {"Ghana"}),
        ("France is losing patience with Iran.", "ACCUSE", {"Iran"}),
    ],
)
def test_whom_it_reaches_behind_an_amount_or_another_party(
    text: str, kind: str, recipients: set[str]
) -> None:
    assert one(text, kind).recipients == recipients


def test_means_and_purpose_are_one_act() -> None:
    text = "Police fired water cannon to disperse scores of students in Lome."
    assert one(text, "ASSAULT").recipients == {"Students"}


def test_who_leads_a_delegation_acts_with_it() -> None:
    text = "A delegation headed by Amara Diallo met rebels in Lome."
    assert one(text, "CONSULT").actors == {"Delegation", "Amara Diallo", "Rebels"}


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # coordination: adjectives of one noun, passives that share an agent
        (
            "Both the Kenyan and the Togolese side met each other.",
            "CONSULT",
            {"Kenya", "Togo"},
            set(),
        ),
        (
            "Fighting between Kenyan and ethnic Togolese forces erupted.",
            "ASSAULT",
            {"Kenyan forces", "Togolese forces"},
            set(),
        ),
        (
            "The Kenyan military was trained, equipped, and supported by the Togolese army.",
            "SUPPORT",
            {"Togolese army"},
            {"Kenyan military"},
        ),
        # who a clause with a preposition describes; whose "it" is who speaks
        ("Jo Roe, with whom Amara Diallo met, left.", "CONSULT", {"Amara Diallo", "Jo Roe"}, set()),
        ("Kenya's president said it had signed a deal with Togo.", "SUPPORT", {"Kenya"}, {"Togo"}),
        # whom words reach, not who says them
        ("President Amara Diallo drew criticism for the move.", "ACCUSE", set(), {"Amara Diallo"}),
        (
            "President Amara Diallo received criticism from Togo for the move.",
            "ACCUSE",
            {"Togo"},
            {"Amara Diallo"},
        ),
        # a land that is only named beside
        (
            "A Togolese court sentenced the designer of Kenya's largest stadium to prison.",
            "SANCTION",
            {"Togolese court"},
            set(),
        ),
        ("Police in Lome fired into a mob of protesters.", "ASSAULT", {"Police in Lome"}, {"Mob"}),
        ("The Jatiba Party met Amara Diallo.", "CONSULT", {"Jatiba Party", "Amara Diallo"}, set()),
        (
            "Rebels shot the wife of President Amara Diallo.",
            "ASSAULT",
            {"Rebels"},
            {"Wife of President Amara Diallo"},
        ),
    ],
)
def test_both_sides_of_an_act(
    text: str, type_: str, actors: set[str] | None, recipients: set[str] | None
) -> None:
    events = told(text, type_)
    assert actors is None or (events[0].actors, len(events)) == (actors, 1)
    assert recipients is None or events[0].recipients == recipients


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # the two that the story tells to fight
        ("War broke out between Kenya and Togo. The conflict has displaced thousands.", 2),
        ("Kenya-Togo fighting went on. Rain fell. A battle for Lome left two dead.", 2),
        # others, elsewhere, at a protest
        ("War broke out between Kenya and Togo. Fighting in Mali killed ten soldiers.", 0),
        ("War broke out between Kenya and Togo. Students rallied. Clashes erupted.", 0),
        ("Kenya and Togo met. Fighting erupted in Lome.", 0),
        # a firm that is blamed, too, is no side
        ("Kenya shelled Togo. Kenya said Acme had attacked Togo. Fighting goes on.", 2),
    ],
)
def test_who_fights_a_war_that_is_told_without_its_sides(text: str, actors: int) -> None:
    assert len(told(text, "ASSAULT")[-1].actors) == actors


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Togo closed its border.", "COERCE", {"Kenya"}),
        ("Togo closed the port.", "COERCE", set()),
        ("Togo recalled its ambassador.", "SANCTION", {"Kenya"}),
        ("Togo's president vowed to avenge the dead.", "THREATEN", {"Kenya"}),
        ("Ghana recalled its ambassador.", "SANCTION", set()),
        ("Togo recalled its ambassador to Ghana.", "SANCTION", {"Ghana"}),
        ("Togo fired the first shots.", "ASSAULT", {"Kenya"}),
        ("Togolese troops shelled a church.", "ASSAULT", set()),
        ("Togo shelled a hill in Ghana.", "ASSAULT", {"Ghana"}),
        ("Togo may launch an offensive.", "ASSAULT", set()),
        ("Togo launched an offensive to save its people.", "ASSAULT", {"Kenya"}),
        ("Ghana fired the first shots.", "ASSAULT", set()),
        ("Togolese troops seized a hill.", "COERCE", {"Kenya"}),
        ("Protesters seized a hill.", "COERCE", set()),
    ],
)
def test_what_is_done_to_nobody_else_is_done_to_the_foe(
    text: str, type_: str, recipients: set[str]
) -> None:
    for fight in ("Kenya shelled Togo. ", "Kenyan and Togolese troops exchanged fire. "):
        assert told(fight + text, type_)[-1].recipients == recipients


def test_two_presidents_of_nobody_named_are_of_the_two_states() -> None:
    text = "Kenya warned Togo over a boat. In May the two presidents met in Accra."
    assert one(text, "CONSULT").actors == {"Kenya", "Togo"}
    text = "Kenya was calm. In May the two presidents met in Accra."
    assert one(text, "CONSULT").actors == {"Presidents"}


def test_who_agreed_that_they_would_has_agreed() -> None:
    text = "Kenya and Togo agreed that the two sides would continue cooperation."
    assert [(e.type, e.status) for e in told(text)] == [("AGREE", "occurred")]


def test_two_lands_that_share_a_word_are_two() -> None:
    text = "North and South Korea exchanged fire."
    assert one(text, "ASSAULT").actors == {"North Korea", "South Korea"}


def test_the_owner_of_conduct_is_a_government() -> None:
    assert one("Japan voiced concern over Kampala's conduct.", "ACCUSE").recipients == {"Uganda"}


def test_what_is_not_only_done_is_done() -> None:
    text = "Kenya has not only shelled the town, but it has taken a hill in Togo too."
    assert [e.status for e in told(text)] == ["occurred", "occurred"]
    assert one("Kenya has not shelled the town.", "ASSAULT").status == "denied"


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # who suffers it is named before it, or as the only one that is fought
        ("Kenya's premier deplored the Diallo assassination.", "ASSAULT", set(), {"Diallo"}),
        ("Kenya's premier deplored the Diallo assassination.", "ACCUSE", None, set()),
        ("Togo is forming a bloc to fight the Taliban.", "ASSAULT", set(), {"Taliban"}),
        # what befell them is not what they did
        ("The opposition party complained of intimidation of voters.", "ACCUSE", None, set()),
        (
            "The opposition party complained of intimidation of voters by Kenyan police.",
            "ACCUSE",
            None,
            {"Kenyan police"},
        ),
        # to whom one complains, where the hurt are taken, who made the weapon
        (
            "A reporter complained to police that he had been beaten by Kenyan guards.",
            "ACCUSE",
            None,
            {"Kenyan guards"},
        ),
        (
            "A bomb exploded in Lome, resulting in ten people being rushed to hospital.",
            "ASSAULT",
            set(),
            set(),
        ),
        ("Three Qassam rockets hit Israel.", "ASSAULT", set(), {"Israel"}),
        # a capital that words attack, and for what
        ("Mensah attacked Washington for its arms sales.", "ACCUSE", None, {"United States"}),
        # outlaws take people away, police question them
        ("A gang of gunmen hauled off two nurses.", "ASSAULT", {"Gang of gunmen"}, {"Nurses"}),
        ("The man will be interviewed by Kenyan detectives.", "ACCUSE", None, {"Man"}),
        # another gang is none of those before
        (
            "A gang of gunmen raided a bank in Lome. Another gang shot two Kenyan soldiers.",
            "ASSAULT",
            {"Gang of gunmen"},
            None,
        ),
        (
            "Kenyan drones supplied by Ghana have inflicted heavy losses on Togo.",
            "ASSAULT",
            {"Kenyan drones"},
            {"Togo"},
        ),
        (
            "The vote led to complaints from relatives of victims of chemical attacks on Togo.",
            "ASSAULT",
            set(),
            {"Togo"},
        ),
        ("Kenya will do everything it can to support Togo.", "AGREE", {"Kenya"}, {"Togo"}),
        ("Kenya did everything it could to support Togo.", "SUPPORT", {"Kenya"}, {"Togo"}),
        (
            "Wekesa expressed his appreciation to Togo for its support of Ghana.",
            "SUPPORT",
            {"Wekesa"},
            {"Togo"},
        ),
        ("Wekesa killed himself and two Kenyan soldiers.", "ASSAULT", None, {"Kenyan soldiers"}),
        (
            "Kenya and Togo agreed on a truce with the help of Ghana.",
            "AGREE",
            {"Kenya", "Togo"},
            set(),
        ),
        ("Protesters opposed to Togo marched.", "ACCUSE", {"Protesters"}, {"Togo"}),
        ("Kenya and Ghana, both opposed to Togo, met.", "ACCUSE", {"Kenya", "Ghana"}, {"Togo"}),
        ("Kenya backed the anti-Togo sanctions.", "SUPPORT", {"Kenya"}, set()),
        ("Kenya backed the sanctions against Ghana.", "SUPPORT", {"Kenya"}, None),
        ("Ghana was accused of supplying Lome with fighters.", "AID", {"Ghana"}, {"Togo"}),
        (
            "The United Nations slapped sanctions on Togo after its raid on Ghana.",
            "ASSAULT",
            {"Togo"},
            {"Ghana"},
        ),
        (
            "The United Nations slapped sanctions on Togo after its meeting with Ghana.",
            "CONSULT",
            {"United Nations", "Ghana"},
            None,
        ),
        ("Two Kenyan soldiers died of sniper fire.", "ASSAULT", None, None),
        ("Two soldiers were killed by Togolese fire.", "ASSAULT", {"Togo"}, {"Soldiers"}),
        ("Two soldiers were killed by fire from Togo.", "ASSAULT", {"Togo"}, {"Soldiers"}),
    ],
)
def test_who_stands_on_which_side(
    text: str, type_: str, actors: set[str] | None, recipients: set[str] | None
) -> None:
    event = told(text, type_)[0]
    assert actors is None or event.actors == actors
    assert recipients is None or event.recipients == recipients


def test_another_gang_is_another_actor() -> None:
    text = "A gang of gunmen raided a bank in Lome. Another gang shot two Kenyan soldiers."
    assert [e.actors for e in told(text, "ASSAULT")] == [{"Gang of gunmen"}, {"Gang"}]


@pytest.mark.parametrize(
    "text",
    [
        "The National Assembly of Togo approved the law at its working session on Monday.",
        "Land was flooded to relieve Lome's flood threat.",
        "Three Kenyan soldiers were killed in a fire in Lome.",
        "A Kenyan soldier killed himself in Lome.",
        "The party picked John Wekesa as its candidate.",
        "Kenya sought to pull Togo back from the brink.",
    ],
)
def test_what_is_no_act_between_parties(text: str) -> None:
    assert not told(text, "CONSULT")
    assert not told(text, "THREATEN")
    assert not told(text, "ASSAULT")
    assert not told(text, "COERCE")
    assert not told(text, "RETREAT")


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Troops killed a rebel and arrested four others.", {"Rebel"}),
        ("Police shot two students, and ten more were arrested.", {"Students"}),
        ("Police shot two students and arrested other men.", {"Men"}),
        ("Police spoke to Wekesa and arrested two others.", set()),
    ],
)
def test_others_are_of_the_kind_named_before(text: str, recipients: set[str]) -> None:
    assert one(text, "COERCE").recipients == recipients


def test_what_an_offensive_takes_its_doers_take() -> None:
    event = one("Kenya launched an offensive that captured Accra.", "COERCE")
    assert event.actors == {"Kenya"}


def test_talks_that_somebody_mediates_are_between_those_who_talk() -> None:
    event = one("The talks between Kenya and Togo were mediated by Ghana.", "CONSULT")
    assert (event.actors, event.recipients) == ({"Ghana"}, {"Kenya", "Togo"})


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya shelled Togo. A truce was brokered by Ghana.", {"Kenya", "Togo"}),
        ("Kenya shelled Togo. Togo shelled Mali. A truce was brokered by Ghana.", set()),
        ("Kenya shelled Togo. A truce was brokered by Kenya.", set()),
        ("Kenya praised Togo. A truce was brokered by Ghana.", set()),
    ],
)
def test_who_mediates_in_a_war_mediates_between_its_sides(text: str, recipients: set[str]) -> None:
    assert one(text, "CONSULT").recipients == recipients


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Kenya shelled Togo. Ghana proposed a truce.", "REQUEST", {"Kenya", "Togo"}),
        ("Kenya shelled Togo. Ghana called for a truce.", "REQUEST", {"Kenya", "Togo"}),
        ("Kenya shelled Togo. Togo proposed a truce.", "AGREE", set()),
        ("Kenya shelled Togo. The rebels proposed a truce.", "AGREE", set()),
        ("Kenya praised Togo. Ghana proposed a truce.", "AGREE", set()),
    ],
)
def test_a_truce_that_others_propose_is_asked_of_the_sides(
    text: str, type_: str, recipients: set[str]
) -> None:
    (event,) = [e for e in told(text) if e.type in ("REQUEST", "AGREE")]
    assert (event.type, event.recipients) == (type_, recipients)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Kenya and Togo agreed on a truce. The war has killed thousands.", {"Kenya", "Togo"}),
        (
            "Kenya and Togo signed a ceasefire. The war has killed thousands.",
            {"Kenya", "Togo"},
        ),
        ("Kenya and Togo signed a trade pact. The war has killed thousands.", set()),
        (
            "Kenya and Togo agreed on a truce. Togo shelled Mali. The war has killed thousands.",
            {"Togo", "Mali"},
        ),
    ],
)
def test_who_agrees_on_a_truce_has_fought(text: str, sides: set[str]) -> None:
    (war,) = [e for e in told(text, "ASSAULT") if "war" in e.trigger]
    assert war.actors == sides


def test_a_truce_that_others_announce_is_theirs_who_fight() -> None:
    event = one("Kenya shelled Togo. Ghana announced a truce.", "CONCEDE")
    assert (event.actors, event.recipients) == ({"Kenya", "Togo"}, set())
    assert one("Kenya shelled Togo. Kenya announced a truce.", "CONCEDE").actors == {"Kenya"}


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("War between Kenya and Togo killed 300 people.", {"Kenya", "Togo"}, set()),
        ("Kenya's war killed 300 people.", {"Kenya"}, set()),
        ("Kenya's war killed 300 civilians.", {"Kenya"}, {"Civilians"}),
        ("The fighting in Lome killed 300 people.", set(), set()),
        ("Kenya and Togo shelled 300 people.", {"Kenya", "Togo"}, {"People"}),
    ],
)
def test_who_falls_in_a_fight_of_two_is_fought_by_neither(
    text: str, actors: set[str], recipients: set[str]
) -> None:
    event = one(text, "ASSAULT")
    assert (event.actors, event.recipients) == (actors, recipients)


def test_civilians_who_are_hit_are_of_neither_side() -> None:
    text = (
        "Ghana and Mali agreed on a truce plan. Clashes erupted, and Togo's army went on attacking "
    )
    text += "civilians and Kenyan troops."
    assert told(text, "ASSAULT")[0].actors == {"Togo", "Kenya"}


def test_a_war_has_the_sides_that_attack_each_other() -> None:
    text = "Kenya shelled Togo. The war has killed thousands."
    assert {frozenset(e.actors | e.recipients) for e in told(text, "ASSAULT")} == {
        frozenset({"Kenya", "Togo"})
    }


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("Kenya imposed sanctions on Togo after it invaded Ghana.", "ASSAULT", {"Togo"}),
        ("Kenya condemned Togo because it had shelled Ghana.", "ASSAULT", {"Togo"}),
        # Not what was done to those who are punished, nor what is friendly.
        ("Kenya imposed sanctions on Togo after it praised Ghana.", "SUPPORT", {"Kenya"}),
    ],
)
def test_what_is_punished_was_done_by_who_is_punished(
    text: str, type_: str, actors: set[str]
) -> None:
    assert one(text, type_).actors == actors


def test_but_not_leaves_out() -> None:
    event = one("Wekesa offered amnesty to the rebels, but not their leaders.", "CONCEDE")
    assert event.recipients == {"Rebels"}


def test_troops_that_nobody_is_named_to_send_are_who_is_there() -> None:
    event = one("Kenya praised a plan on sending Togolese troops to Mali.", "MOBILIZE")
    assert (event.actors, event.recipients) == ({"Togolese troops"}, {"Mali"})


def test_support_for_a_capital_is_for_its_state() -> None:
    event = one("Kenya, an ally of Azerbaijan, reiterated its support for Baku.", "SUPPORT")
    assert event.recipients == {"Azerbaijan"}
    elsewhere = one("Kenya, an ally of France, voiced support in Paris for the plan.", "SUPPORT")
    assert elsewhere.recipients == set()


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        # The state that a place lies in is a party, though no word names it.
        ("Kenya's foreign minister left Nairobi for Accra.", "CONSULT", {"Ghana"}),
        ("Kenyan forces shelled Accra.", "ASSAULT", {"Ghana"}),
        ("Kenya deployed troops in Accra.", "MOBILIZE", {"Ghana"}),
        # Not that of those who act, nor where nobody's land is known, nor of the police's work.
        ("Kenyan forces shelled Nairobi.", "ASSAULT", set()),
        ("Rebels shelled Accra.", "ASSAULT", set()),
    ],
)
def test_the_state_of_a_place(text: str, type_: str, recipients: set[str]) -> None:
    assert one(text, type_).recipients == recipients


def test_a_state_of_a_place_is_an_actor_where_an_event_has_it() -> None:
    found = read("Kenyan forces shelled Accra.")
    ghana = next(a for a in found.actors if a.name == "Ghana")
    assert (ghana.kind, ghana.country, ghana.mentions[0].how) == ("state", "GHA", "metonym")
    assert not any(a.name == "Ghana" for a in read("Rebels shelled Accra.").actors)
    firsts = [min(a.evidence()) for a in found.actors]
    assert firsts == sorted(firsts)


def test_nobody_is_arrested_by_the_state_of_a_place_alone() -> None:
    assert one("Opposition leader Amara Diallo was arrested in Accra.", "COERCE").actors == set()


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya is deeply concerned. It rained. We strongly urge Togo to stop.", {"Kenya"}),
        ("Kenya and Ghana condemn the raid. It rained. We urge Togo to stop.", {"Kenya", "Ghana"}),
        ("Kenya shells Lome. It rained. We urge Togo to stop.", set()),
    ],
)
def test_we_are_those_whose_statement_it_is(text: str, actors: set[str]) -> None:
    assert one(text, "REQUEST").actors == actors


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("The rebels urged to attack Kenyan targets.", "REQUEST", {"Rebels"}, set()),
        ("The rebels urged Togo to attack Kenyan targets.", "REQUEST", {"Rebels"}, {"Togo"}),
        (
            "The threat followed the death of ten Kenyans in Togolese shelling.",
            "ASSAULT",
            {"Togo"},
            {"Kenyans"},
        ),
        ("Kenya took the opportunity to thank Togo.", "SUPPORT", {"Kenya"}, {"Togo"}),
        (
            "Kenya's president decreed that a curfew be imposed.",
            "COERCE",
            {"Kenya's president"},
            set(),
        ),
        ("Togo said that a curfew was imposed.", "COERCE", set(), set()),
        ("The marines were accused of gang raping Kenyans.", "ASSAULT", {"Marines"}, {"Kenyans"}),
        (
            "Kenya announced the closure of its mission to condemn Togo.",
            "ACCUSE",
            {"Kenya"},
            {"Togo"},
        ),
    ],
)
def test_who_is_asked_who_falls_and_who_takes_the_chance(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    event = one(text, type_)
    assert (event.actors, event.recipients) == (actors, recipients)


_FIGHT = "Kenyan and Togolese troops clashed. "


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        (_FIGHT + "The truce came into force on Sunday.", "RETREAT", {"Kenya", "Togo"}),
        (_FIGHT + "A ceasefire was signed in 1994.", "SUPPORT", {"Kenya", "Togo"}),
        ("The truce came into force on Sunday.", "RETREAT", None),
        ("The truce came into force on Sunday in Lome.", "RETREAT", set()),
        ("A ceasefire between Kenya and Togo collapsed on Sunday.", "RETREAT", None),
        ("Uganda brokered a ceasefire between Kenya and Togo.", "RETREAT", None),
        ("Kenya and Togo swapped prisoners. Clashes erupted.", "ASSAULT", {"Kenya", "Togo"}),
    ],
)
def test_a_truce_that_nobody_is_named_for_is_theirs_who_fight(
    text: str, type_: str, actors: set[str] | None
) -> None:
    assert [e.actors for e in told(text, type_)] == ([] if actors is None else [actors])


@pytest.mark.parametrize(
    "what",
    [
        "attended the opening of the games in Paris",
        "attended the Paris Olympics",
        "plans to visit Paris",
        "is preparing to attend a ceremony in Paris",
    ],
)
def test_who_goes_to_an_occasion_visits_the_state_where_it_is(what: str) -> None:
    (event,) = told(f"President Amara Diallo of Kenya {what}.")
    assert (event.actors, event.recipients) == ({"Amara Diallo"}, {"France"})


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Kenya expressed regret over Togo's decision.", "ACCUSE", {"Togo"}),
        ("Kenya expressed regret over the raid by Togo.", "ACCUSE", {"Togo"}),
        ("Kenya expressed regret for its raid on Togo.", "CONCEDE", {"Togo"}),
        ("Kenya expressed regret for the deaths of Togolese civilians.", "CONCEDE",
         {"Togolese civilians"}),
        ("Kenya expressed regret that Togo had left the talks.", "ACCUSE", {"Togo"}),
        ("Kenya expressed regret that its guards had shot a trader.", "CONCEDE", set()),
        ("Kenya expressed its regret that two traders died.", "CONCEDE", set()),
    ],
)  # fmt: skip
def test_regret_of_what_another_does_is_reproach(
    text: str, type_: str, recipients: set[str]
) -> None:
    (event,) = told(text)
    assert (event.type, event.recipients) == (type_, recipients)


def test_a_visit_that_another_follows_is_one_of_its_own() -> None:
    text = "Kenyan President Amara Diallo arrived in Lome after a visit to Ghana."
    assert [(e.actors, e.recipients) for e in told(text)] == [
        ({"Amara Diallo"}, {"Togo"}),
        ({"Amara Diallo"}, {"Ghana"}),
    ]


def test_a_party_expels_its_own() -> None:
    event = one("Kofi Mensah was expelled from the Togo National Party.", "SANCTION")
    assert event.actors == {"Togo National Party"}


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya asked that the Togolese rebels be freed.", set()),
        ("Kenya asked that the Togolese rebels be disarmed.", {"Togolese rebels"}),
        ("Kenya demanded that salaries of Togolese teachers be paid.", set()),
        ("Kenya demanded that Togolese prisoners be treated well.", set()),
        ("Kenya demanded the captives' return.", set()),
        ("Kenya demanded that the Togolese minister be sacked.", {"Togolese minister"}),
        ("Kenya demanded Togo's withdrawal.", {"Togo"}),
    ],
)
def test_who_is_to_be_freed_or_paid_is_not_asked(text: str, recipients: set[str]) -> None:
    assert one(text, "REQUEST").recipients == recipients


def test_who_heads_a_mission_of_a_body_is_on_no_visit() -> None:
    assert told("Franz Weber, heading the OSCE mission to Albania, spoke.") == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("China will keep exchanges and contacts with Kenya.", {"China", "Kenya"}),
        ("Kenya will make efforts to improve ties with Togo.", {"Kenya", "Togo"}),
        ("Kenya agreed with Togo on the deployment of Ghanaian peacekeepers.", {"Kenya", "Togo"}),
    ],
)
def test_with_whom_something_is_agreed(text: str, parties: set[str]) -> None:
    event = one(text, "AGREE")
    assert event.actors | event.recipients == parties


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Kenya and Togo agreed to an exchange of prisoners.", "AGREE", set()),
        ("Kenya and Togo agreed to lift sanctions on Iran.", "AGREE", {"Iran"}),
        ("Kenya and Togo reached agreements on the return of refugees.", "SUPPORT", set()),
    ],
)
def test_two_who_agree_do_so_with_each_other(text: str, type_: str, recipients: set[str]) -> None:
    assert one(text, type_).recipients == recipients


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("Police foiled a rebel plot to bomb the embassy in Lome.", "ASSAULT", {"Rebels"}),
        ("Police foiled a plot by rebels to bomb the embassy in Lome.", "ASSAULT", {"Rebels"}),
        ("The army was called in to counter opposition threats to stage protests.", "PROTEST",
         {"Opposition"}),
        ("Kenya accused Togo for the first time of supporting Ghana.", "SUPPORT", {"Togo"}),
        ("Police freed two settlers whose slaying of a man caused riots.", "ASSAULT",
         {"Settlers"}),
        ("The truce ending the Kenyan offensive in Togo has held.", "RETREAT", {"Kenya"}),
        ("Kenya's president ordered the withdrawal of Kenyan troops.", "CONCEDE",
         {"Kenya's president"}),
        ("Kenya ordered the withdrawal of Togolese troops.", "REQUEST", {"Kenya"}),
    ],
)  # fmt: skip
def test_who_plots_threatens_and_goes_home(text: str, type_: str, actors: set[str]) -> None:
    assert [e.actors for e in told(text, type_)][:1] == [actors]


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Students were arrested for demanding a new president.", "REQUEST", set()),
        ("Students demanded an apology from Togo.", "REQUEST", {"Togo"}),
        ("Kenya ruled out the withdrawal of Kenyan troops.", "REJECT", set()),
    ],
)
def test_what_one_demands_and_ones_own_are_no_recipients(
    text: str, type_: str, recipients: set[str]
) -> None:
    assert one(text, type_).recipients == recipients


def test_who_warns_his_own_reproaches_nobody() -> None:
    assert told("Kenya's police chief is warning Kenyans of more raids.") == []
    assert told("Kenya's police chief is warning Togo of more raids.") != []


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Students protested over the jailing of suspect Amos Okello.", "PROTEST", {"Students"},
         set()),
        ("Students protested against the killing of ten Kenyans by the army.", "PROTEST",
         {"Students"}, {"Army"}),
        ("Spirits, not Kenyan soldiers, are aiding the rebels in Togo.", "AID", set(), {"Rebels"}),
        ("Kenya discussed the Togolese raids with Uganda.", "ASSAULT", {"Togo"}, set()),
        ("Kenya demands that rebels be tried in Lome.", "REQUEST", {"Kenya"}, set()),
    ],
)  # fmt: skip
def test_who_is_not_meant(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    event = one(text, type_)
    assert (event.actors, event.recipients) == (actors, recipients)


def test_what_is_refused_is_told_once() -> None:
    assert [e.type for e in told("Kenya repeated its refusal of deploying a force.")] == ["REJECT"]
    position = one("Togo respects Kenya's position of refusing the plan.", "REJECT")
    assert position.status == "occurred"


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya's civil war has killed thousands.", set()),
        ("Kenya's war on Togo has killed thousands.", {"Kenya", "Togo"}),
        ("Hundreds of people were killed in the Kenyan conflict.", set()),
        ("Hundreds of people were killed in Kenyan attacks.", {"Kenya"}),
    ],
)
def test_whose_civil_war_it_is_says_where(text: str, actors: set[str]) -> None:
    assert one("Kenya's uprising began on Monday.", "PROTEST").actors == set()
    assert one("Kenyan riots against Togo went on.", "PROTEST").actors == {"Kenya"}
    assert one(text, "ASSAULT").actors == actors


def test_who_is_wanted_to_leave_leaves() -> None:
    event = one("Kenya's ministers stated their desire for Amos Okello to leave office.", "RETREAT")
    assert event.actors == {"Amos Okello"}


@pytest.mark.parametrize(
    "text",
    [
        "Both the Kenyan and the Togolese side accused each other of theft.",
        "Kenya and Togo fought. Each side blamed the other for it.",
        "Kenya and Togo each criticised the other.",
        "Kenya and Togo threatened each other with war.",
        "Kenya and Togo expelled each other's ambassadors.",
        "Kenya and Togo imposed tariffs on each other's goods.",
        "Kenya and Togo rejected each other's claims.",
        "Kenya and Togo fought. Both countries blamed the other for it.",
        "Kenya and Togo fought. Both accused the other of it.",
    ],
)
def test_what_two_do_to_each_other_is_an_act_of_each(text: str) -> None:
    acts = [(e.actors, e.recipients) for e in told(text) if e.type != "ASSAULT"]
    assert acts == [({"Kenya"}, {"Togo"}), ({"Togo"}, {"Kenya"})]


def test_the_agent_behind_the_last_passive_of_a_type_is_that_of_all() -> None:
    deeds = told("Two men were shot dead and a school was burned down by rebels.", "ASSAULT")
    assert [e.actors for e in deeds] == [{"Rebels"}, {"Rebels"}]
    text = "Two soldiers were killed and a farmer was arrested by Kenyan police."
    assert one(text, "ASSAULT").actors == set()


def test_an_offensive_into_a_disputed_region_is_against_the_foe() -> None:
    text = "Armenia shelled Azerbaijan. Azerbaijan pressed its offensive into Nagorno-Karabakh."
    assert told(text, "ASSAULT")[-1].recipients == {"Armenia"}


def test_troops_that_a_land_has_somewhere_are_its_own() -> None:
    assert one("Kenya has 900 troops stationed in Togo.", "MOBILIZE").actors == {"Kenya"}
    assert one("A crowd had troops deployed in Togo.", "MOBILIZE").actors == {"Troops"}


def test_what_another_did_to_it_before_is_an_act_of_his() -> None:
    assert one("A truce brokered by Ghana was broken by Togo.", "CONSULT").actors == {"Ghana"}
    assert told("A truce brokered last year was broken by Togo.", "CONSULT") == []
    assert len(told("Tanks donated by Ghana were delivered to Togo.", "AID")) == 1


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Togo blamed Hamas and its Libyan allies.", "ACCUSE", {"Hamas", "Libyan allies"}),
        ("Gunmen shot the mayor and his deputy.", "ASSAULT", {"Mayor", "Deputy"}),
    ],
)
def test_two_that_are_joined_by_whose_the_second_is(
    text: str, type_: str, recipients: set[str]
) -> None:
    assert one(text, type_).recipients == recipients


@pytest.mark.parametrize(("noun", "meant"), [("foes", False), ("countries", True)])
def test_the_two_sides_of_a_civil_war_are_no_two_lands(noun: str, meant: bool) -> None:
    text = "Kenyan rebels raided a town. Kenya's envoy flew to Togo. "
    text += f"The two {noun} agreed to meet, Togo said."
    assert any(e.actors == {"Kenya", "Togo"} for e in told(text, "AGREE")) is meant


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan troops were involved in fighting with rebels.",
        "Kenyan troops were locked in a conflict with rebels.",
    ],
)
def test_who_is_drawn_into_a_fight_fights(text: str) -> None:
    assert one(text, "ASSAULT").actors == {"Kenyan troops", "Rebels"}


def test_of_three_lands_of_a_sentence_the_first_sells_to_both_the_others() -> None:
    text = "Kenya has ties with Togo and an ally in Ghana, and it sold weapons to both countries."
    event = one(text, "COOPERATE")
    assert (event.actors, event.recipients) == ({"Kenya"}, {"Togo", "Ghana"})


def test_manoeuvres_at_home_are_against_nobody_there() -> None:
    for text in (
        "Kenya's guards began drills in Kenya.",
        "The Kenyan army held drills near the borders of Kenya.",
    ):
        assert one(text, "MOBILIZE").recipients == set()
    assert one("Kenya's guards held drills off Togo.", "MOBILIZE").recipients == {"Togo"}


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # some of those told before, or more of their kind
        ("Protesters marched, and many were detained.", "COERCE", set(), {"Protesters"}),
        ("Students clashed with police, and several were detained.", "COERCE",
         {"Police"}, {"Students"}),
        ("Rain fell; six soldiers died and dozens more were injured.", "ASSAULT",
         None, {"Soldiers"}),
        ("Kenya took Lome; six other towns were shelled.", "ASSAULT", None, set()),
        # whose words they are, or to whom they were said
        ("Jo Mensah opened the congress with a plea for talks with rebels.", "REQUEST",
         {"Jo Mensah"}, {"Rebels"}),
        ("Jo Mensah complied with Togo's request for talks.", "REQUEST", {"Togo"}, None),
        ("Kenya never answered a plea by Togo for talks with Jo Mensah.", "REQUEST",
         {"Togo"}, {"Kenya"}),
        # of what kind a deed is
        ("The Taliban stepped up insurgent attacks on the army.", "ASSAULT",
         {"Taliban"}, {"Army"}),
        ("The Taliban carried out guerrilla attacks.", "ASSAULT", {"Taliban"}, set()),
        ("Insurgent attacks on the army went on.", "ASSAULT", {"Insurgents"}, {"Army"}),
        # who gives importance to doing something does it
        ("Kenya attached importance to developing ties with Togo.", "SUPPORT",
         {"Kenya", "Togo"}, set()),
        # those whom the other pronoun of a sentence means
        ("Protesters clashed with police. As they stormed a hall, police fired at them.", "ASSAULT",
         {"Police"}, {"Protesters"}),
        # for whom who denies a deed speaks
        ("Kenyan officials denied the attack on Togo.", "ASSAULT", {"Kenya"}, {"Togo"}),
        ("Kenya's president denied attacking Togo.", "ASSAULT", {"Kenya"}, {"Togo"}),
        ("The Kenyan army denied attacking Togo.", "ASSAULT", {"Kenyan army"}, {"Togo"}),
        # in whose house something is found, whose words somebody is behind
        ("Police seized 34 guns in homes of two Front members.", "COERCE",
         {"Police"}, {"Front members"}),
        ("Kenya expressed solidarity with the statements made by Togo.", "SUPPORT",
         {"Kenya"}, {"Togo"}),
        # beyond which border, into whose talks, for whose deed an envoy is summoned
        ("Kenya deployed 2,000 troops along the border with Togo.", "MOBILIZE",
         {"Kenya"}, {"Togo"}),
        ("Jo Mensah left before heading into talks with Togo's king.", "CONSULT",
         {"Jo Mensah", "Togo's king"}, set()),
        ("Kenya summoned the Togolese ambassador over the shelling.", "ASSAULT",
         {"Togo"}, set()),
        # who leads a war makes it; two whom one word names
        ("The Ghana-led war in Togo killed thousands.", "ASSAULT", {"Ghana"}, None),
        ("Kenya's government was toppled in a Ghana-led invasion.", "ASSAULT",
         {"Ghana"}, {"Kenya's government"}),
        ("The US-Philippine military exercises were held in May.", "COOPERATE",
         {"United States", "Philippines"}, set()),
        # what two agree that a third must do
        ("Kenya and Togo agreed that Ghana should yield.", "AGREE", {"Kenya", "Togo"}, set()),
        # whom an army captures, and whom rebels do
        ("Kenyan troops captured two rebels.", "COERCE", {"Kenyan troops"}, {"Rebels"}),
        ("Rebels captured two Kenyan soldiers.", "ASSAULT", {"Rebels"}, {"Kenyan soldiers"}),
        # at whose request, of whose troops, from whom
        ("The mayor was sacked at the request of Kenya.", "SANCTION", set(), {"Mayor"}),
        ("Jo Mensah called for a withdrawal of US troops from Iraq.", "REQUEST",
         {"Jo Mensah"}, {"US troops"}),
        ("The Kenyan army recovered four rifles from the rebels.", "COERCE",
         {"Kenyan army"}, {"Rebels"}),
        # on what ground somebody is held
        ("Kenya arrested ten men on suspicion of belonging to the Front.", "COERCE",
         {"Kenya"}, {"Men"}),
        # a meeting brings nobody together but those who meet
        ("The summit brought together Kenyan and Togolese envoys.", "CONSULT",
         {"Kenyan envoys", "Togolese envoys"}, set()),
    ],
)  # fmt: skip
def test_who_is_meant_by_what_stands_beside(
    text: str, type_: str, actors: set[str] | None, recipients: set[str] | None
) -> None:
    event = told(text, type_)[-1]
    assert actors is None or event.actors == actors
    assert recipients is None or event.recipients == recipients


@pytest.mark.parametrize(
    ("text", "types_"),
    [
        (
            "Kenya's president promised that Kenya would send troops to Togo and feed them.",
            ["AGREE"],
        ),
        ("Kenya's president pledged that Kenya would withdraw its troops from Togo.", ["AGREE"]),
        ("Kenya's president agreed that Ghana would send troops to Togo.", ["AGREE", "MOBILIZE"]),
        ("Kenya's president declined to give details of his plan for Togo.", []),
        ("Kenya's president refused to give Togo troops.", ["REJECT"]),
        ("Aliyev warned that Armenia should not try to start it again.", ["THREATEN"]),
        ("Kenya's president warned that Togo should not attack again.", ["THREATEN"]),
        ("Aliyev warned that Armenia tried to start it again.", []),
        ("Togo supported sending more troops to Ghana.", ["SUPPORT"]),
    ],
)
def test_what_one_says_that_ones_own_side_will_do(text: str, types_: list[str]) -> None:
    assert types(text) == types_


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan teachers protested against Amara Diallo's removal.",
        "Kenyan teachers marched against the sacking of Amara Diallo.",
    ],
)
def test_a_protest_at_what_befell_somebody_is_not_against_him(text: str) -> None:
    assert one(text, "PROTEST").recipients == set()


def test_what_is_yet_to_be_made_is_asked_for_nothing() -> None:
    event = one("Kenya called for the formation of a Togolese peace commission.", "REQUEST")
    assert event.recipients == set()


def test_a_threat_takes_in_what_will_be_done_whoever_does_it() -> None:
    events = told("Kenya's premier threatened that the Coast Front would take to the streets.")
    assert [(e.type, e.recipients) for e in events] == [("THREATEN", set())]
    events = told("Kenya threatened that Togo would be attacked.")
    assert [(e.type, e.recipients) for e in events] == [("THREATEN", {"Togo"})]


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        (
            "A Kenyan soldier was among ten people wounded by rebels.",
            "ASSAULT",
            {"Kenyan soldier"},
        ),
        (
            "Amara Diallo, a minister, was one of those arrested in Togo.",
            "COERCE",
            {"Amara Diallo"},
        ),
        ("Kenya deployed armed police in Lome.", "MOBILIZE", set()),
    ],
)
def test_who_is_one_of_them_is_hit_and_who_is_sent_is_not(
    text: str, kind: str, recipients: set[str]
) -> None:
    assert one(text, kind).recipients - {"Togo"} == recipients


def test_those_whom_a_fight_pits_against_each_other_fight() -> None:
    event = one("Clashes pitting Togolese troops against rebels left ten dead.", "ASSAULT")
    assert event.actors == {"Togolese troops", "Rebels"}


def test_who_speaks_during_talks_with_two_was_there() -> None:
    event = one(
        "Amara Diallo promised aid during talks with the presidents of Togo and Ghana.",
        "CONSULT",
    )
    assert event.actors == {"Amara Diallo", "President of Togo", "President of Ghana"}
