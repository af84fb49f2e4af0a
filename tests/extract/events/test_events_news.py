"""The day of the news, which what has no date of its own falls back on, and the background that has
none. Published on a Thursday, 10 June 2021."""

from __future__ import annotations

import pytest
from events_reader import RAIN, one, read, told

TODAY, MONDAY, TUESDAY, WEDNESDAY = "2021-06-10", "2021-06-07", "2021-06-08", "2021-06-09"


def day(text: str, type_: str) -> str | None:
    """The date of the only event of a type."""
    return one(text, type_).date


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # The lead names its day, and nothing is of that of publication.
        ("Rebels raided Lome on Tuesday. Kenya condemned the rebels.", "ACCUSE", TUESDAY),
        ("Rebels raided Lome on Tuesday. Kenya condemned the rebels." + RAIN, "ACCUSE", TODAY),
        ("Togo's premier said on Tuesday that rain fell. He urged Kenya to pull out.", "REQUEST",
         TUESDAY),
        ("Kenya has condemned the rebels. They raided Lome on Tuesday.", "ACCUSE", TUESDAY),
        # What is so now, or behind the lead has been done, is as of publication.
        ("Rebels raided Lome on Tuesday. Kenya condemns the rebels.", "ACCUSE", TODAY),
        ("Rebels raided Lome on Tuesday. Kenya has condemned the rebels.", "ACCUSE", TODAY),
        # Days of other things are not that of the news: long past, to come, bounds, background.
        ("Rebels raided Lome on 2 May. Kenya condemned the rebels.", "ACCUSE", TODAY),
        ("Togo's premier will speak on Tuesday. Kenya condemned the rebels.", "ACCUSE", TODAY),
        ("It has rained since Tuesday. Kenya condemned the rebels.", "ACCUSE", TODAY),
        ("Togo mourned ten men who drowned on Tuesday. Kenya condemned rebels.", "ACCUSE", TODAY),
        ("Rain fell. Snow fell. Hail fell. Shops opened on Tuesday. Kenya condemned rebels.",
         "ACCUSE", TODAY),
    ],
)  # fmt: skip
def test_the_day_of_the_news(text: str, type_: str, expected: str) -> None:
    assert day(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # What only says more of a noun may be long past; what tells on of somebody is news.
        ("Togo is host to a coalition fighting the rebels.", "ASSAULT", None),
        ("Anger over the detention of Kenyan monks by Togo grew.", "COERCE", None),
        ("Togo found men who attacked Kenya.", "ASSAULT", None),
        ("Wekesa won praise from Amara Diallo, who urged Togo to pull out.", "REQUEST", TODAY),
        ("Amara Diallo, who urged Togo to pull out, slept.", "REQUEST", None),
        ("Togo issued a statement urging Kenya to pull out.", "REQUEST", TODAY),
        ("Kenya held talks with Togo on a truce.", "CONSULT", TODAY),
        # The deed that words are about was before them; what they came amid was not.
        ("Togo condemned the shelling of Lome by Kenya.", "ASSAULT", None),
        ("Togo blamed Kenya for the shelling of Lome.", "ASSAULT", None),
        ("Togo condemned Kenya amid protests by students.", "PROTEST", TODAY),
        ("Togo spoke after talks with Kenya.", "CONSULT", TODAY),
        ("Kenya's pullout from Togo is a step forward.", "RETREAT", None),
        ("Troops came at the start of an exercise held by Kenya and Togo.", "COOPERATE", TODAY),
        ("Tempers rose after Kenya rejected the plan.", "REJECT", None),
        ("Tempers rose hours after Kenya rejected the plan.", "REJECT", TODAY),
        ("Kenyan troops eventually pulled out of Togo.", "RETREAT", None),
        # No one day.
        ("For several days Kenya shelled Togo.", "ASSAULT", None),
        ("In recent weeks Kenya shelled Togo.", "ASSAULT", None),
        ("In a recent letter Kenya urged Togo to pull out.", "REQUEST", None),
    ],
)  # fmt: skip
def test_background_has_no_day(text: str, type_: str, expected: str | None) -> None:
    assert day(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Gunmen killed a judge in Togo. The attack took place on Tuesday.", "ASSAULT"),
        ("Gunmen killed a judge in Togo, it said on Thursday. The incident occurred on Tuesday.",
         "ASSAULT"),
        ("Togo arrested ten Kenyans. The arrests took place on Tuesday.", "COERCE"),
        ("Togo's leaders met Kenyan envoys. The meeting took place on Tuesday.", "CONSULT"),
    ],
)  # fmt: skip
def test_another_sentence_says_when_it_happened(text: str, type_: str) -> None:
    assert day(text, type_) == TUESDAY


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a judge in Togo. The meeting took place on Tuesday.",
        "Gunmen killed a judge in Togo. Rain fell. Snow fell. Hail fell. The attack took place on"
        " Tuesday.",
        "Gunmen killed a judge in Togo on Wednesday. The incident occurred on Tuesday.",
    ],
)
def test_another_sentence_tells_of_something_else(text: str) -> None:
    assert day(text + RAIN, "ASSAULT") in (TODAY, WEDNESDAY)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        # Who speaks on a day does by his words, and between them, what he does on it.
        ("Wekesa said on Tuesday after meeting Kenyan envoys that rain fell.", "CONSULT"),
        ("Kenya said on Tuesday that it had shelled the town, blaming Togo for it.", "ACCUSE"),
        ("On Tuesday, Togo reported ten thefts and arrested two Kenyans.", "COERCE"),
        ("Wekesa was praised abroad and reviled at home by Togo on Tuesday.", "SUPPORT"),
    ],
)
def test_what_is_done_with_words_of_a_day(text: str, type_: str) -> None:
    assert day(text, type_) == TUESDAY


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # What is only spoken of has not the day of the sentence.
        ("On Tuesday, Kenya fired rockets in response to a raid by Togo.", "ASSAULT", TUESDAY),
        ("Kenya denounced on Tuesday a pact in which Togo and Mali agreed so.", "AGREE", None),
        ("Wekesa left on Tuesday to attend a summit of Togo and Mali.", "AGREE", None),
        ("Rebels were killed on Tuesday trying to kidnap soldiers.", "ASSAULT", TUESDAY),
        # A verb that is told of another time than the one before it.
        ("Togo praised Kenya in 2003 but later denounced it.", "ACCUSE", None),
        ("Togo praised Kenya on Tuesday but later denounced it.", "ACCUSE", TUESDAY),
        ("Wekesa went to Kenya in 2003 and has denounced it.", "ACCUSE", TODAY),
        ("Wekesa went to Kenya in 2003 and denounced it.", "ACCUSE", "2003"),
        # Words that led to others were before them.
        ("Kenya warned Mali on Tuesday after Togo accused it.", "ACCUSE", None),
        # A time long past, told on; one that is told no further.
        ("Last year Kenya and Togo held talks. They signed a pact.", "SUPPORT", "2020"),
        ("Last year Kenya and Togo held talks. Togo signed a pact with Mali.", "SUPPORT", TODAY),
        ("Last year Kenya and Togo held talks. They will sign a pact.", "AGREE", None),
        # An occasion where something was done on a day.
        ("Kenya's leaders met for a summit where on Tuesday Togo signed a pact.", "CONSULT",
         TUESDAY),
        # What somebody holds all along.
        ("Rain fell. Kenya opposes ties with Togo.", "ACCUSE", None),
        ("Kenya opposes ties with Togo.", "ACCUSE", TODAY),
        ("Rebels stormed the post in recent days, seizing Lome.", "COERCE", None),
        # In the statement of a day; since what happened in a year.
        ("In a statement issued on Tuesday, Kenya denounced Togo.", "ACCUSE", TUESDAY),
        ("The vote is the first since Kenya captured Lome in 1991.", "COERCE", "1991"),
        ("It is the first visit to Togo by Kenya's president since taking office in May.",
         "CONSULT", TODAY),
        # Years and months back are no number of days.
        ("Rebels have shelled Togo in the past ten years.", "ASSAULT", "2011/2021-06-10"),
        ("Rebels have shelled Togo in the past two months.", "ASSAULT", "2021-04/2021-06-10"),
    ],
)  # fmt: skip
def test_whose_time_it_is(text: str, type_: str, expected: str | None) -> None:
    assert told(text, type_)[0].date == expected


def test_a_clause_on_a_deed_dates_no_words_about_it() -> None:
    text = "The raid on Lome, which happened on Tuesday, was condemned by Kenya."
    assert day(text, "ACCUSE") == TODAY


def test_what_is_to_come_dates_nothing_beside_it() -> None:
    assert day("Kenya condemned Togo and will expel its envoy next Tuesday.", "ACCUSE") == TODAY


def test_a_passive_behind_a_passive() -> None:
    found = read("Wekesa was praised abroad and reviled at home.")
    accused = next(e for e in found.events if e.type == "ACCUSE")
    assert (accused.actors, len(accused.recipients)) == ([], 1)


def test_a_date_without_a_year_is_kept() -> None:
    told = read("Kenya shelled Togo on Sept. 27. Kenya has attacked Mali since May.", None).events
    assert [e.date and e.date.edtf for e in told] == ["XXXX-09-27", "XXXX-05/.."]


def test_a_clock_alone_is_of_the_day_of_the_news() -> None:
    text = "Gunmen shot ten men in Lome on Tuesday. Guards shot a gunman at 4:12 a.m. local time."
    assert {e.date and e.date.edtf for e in read(text).events} == {TUESDAY, "2021-06-08T04:12:00"}
    assert day("Guards shot a gunman at 4:12 a.m. local time.", "ASSAULT") == "2021-06-10T04:12:00"


def test_who_is_replaced_resigned_before() -> None:
    text = "Jane Roe replaces Ann Poe, who resigned as Kenya's premier after a year."
    assert one(text, "RETREAT").date is None
