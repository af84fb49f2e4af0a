"""Who acts and whom it befalls, through pronouns and through slips of the tree."""

from __future__ import annotations

from events_reader import one, told


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
    event = one("Refugees granted asylum are welcome in Kenya, the government said.", "AID")
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


def test_the_subject_strikes_and_not_who_is_named_below() -> None:
    text = "Protesters are participating in a hunger strike against abuses by the Kenyan police."
    assert one(text, "PROTEST").actors == {"Protesters"}


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
