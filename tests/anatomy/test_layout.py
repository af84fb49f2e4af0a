"""Headline, standfirst, byline and body told apart."""

from __future__ import annotations

import pytest

from anatomy.helpers import lay, parts

BODY = "The road to the pass was cut on Monday. It may stay closed for days."


def test_all_parts_of_a_wire_story() -> None:
    text = (
        "All news\n\nTwo villages lose power\n\nThe council expects repairs to take a week\n\n"
        f"By Jo Field, Courier\n\nGORIS, October 1. /TASS/. {BODY}\n\nRead also\n\n"
        "A second road was open.\n\n(Reporting by Jo Field; Editing by Ann Hill)"
    )
    story, _ = lay(text)
    assert parts(story, "title") == ["Two villages lose power"]
    assert parts(story, "standfirst") == ["The council expects repairs to take a week"]
    assert parts(story, "body") == [BODY, "A second road was open."]
    assert story.facts.byline is not None
    assert story.facts.byline.text == "By Jo Field, Courier"
    furniture = [text[a:b] for a, b in story.facts.furniture]
    assert furniture == ["All news", "Read also", "(Reporting by Jo Field; Editing by Ann Hill)"]
    assert story.facts.dateline is not None
    assert text[slice(*story.facts.dateline.span)] == "GORIS, October 1. /TASS/."
    assert story.facts.agency == "TASS"


def test_everything_on_one_line() -> None:
    story, _ = lay(f"Two villages lose power. Repairs begin. GORIS, Armenia (AP) — {BODY}")
    assert parts(story, "title") == ["Two villages lose power."]
    assert parts(story, "standfirst") == ["Repairs begin."]
    assert parts(story, "body") == [BODY]


def test_an_abbreviation_ends_no_headline() -> None:
    story, _ = lay(f"Gen. Field takes command GORIS (AP) — {BODY}")
    assert parts(story, "title") == ["Gen. Field takes command"]


def test_a_byline_between_headline_and_dateline() -> None:
    story, _ = lay(
        f"Two villages lose power By Jo Field and Ann Hill GORIS, Nov 6 (Reuters) - {BODY}"
    )
    assert parts(story, "title") == ["Two villages lose power"]
    assert story.facts.byline is not None
    assert story.facts.byline.text == "By Jo Field and Ann Hill"
    assert parts(story, "body") == [BODY]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels in the north agree to stop fighting",
        "The road to the pass was cut on Monday.",
        "BY NIGHTFALL THE ROAD WAS OPEN",
        "By Thursday the troops had left the town",
    ],
)
def test_a_text_of_one_paragraph_is_body(text: str) -> None:
    story, _ = lay(text)
    assert [(s.kind, s.start, s.end) for s in story.segments] == [("body", 0, len(text))]
    assert story.facts.byline is None


def test_a_headline_that_is_the_whole_text_is_read_as_body() -> None:
    story, _ = lay("Two villages lose power", title="Two villages lose power")
    assert parts(story, "body") == ["Two villages lose power"]
    assert story.facts.title is not None
    assert story.facts.title.span is None


def test_a_headline_without_dateline() -> None:
    story, _ = lay(
        f"TWO VILLAGES LOSE POWER\nThe council expects repairs to take a week\n{BODY}\n{BODY}"
    )
    assert parts(story, "title") == ["TWO VILLAGES LOSE POWER"]
    assert parts(story, "standfirst") == ["The council expects repairs to take a week"]
    assert parts(story, "body") == [BODY, BODY]


def test_a_first_sentence_is_no_headline() -> None:
    story, _ = lay(f"The road was cut.\n\n{BODY}")
    assert parts(story, "title") == []
    assert parts(story, "body") == ["The road was cut.", BODY]


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Two villages lose power", "Two villages lose power. "),
        ("Two villages lose “power”", 'Two villages lose "power"\n\n'),
        ("Two villages lose power | Courier", "Two villages  lose power.\n\n"),
        ("Villages at risk: how power was lost ...", "Villages at risk: how power was lost\n"),
    ],
)
def test_the_carriers_headline_is_found_in_the_text(title: str, head: str) -> None:
    story, _ = lay(head + BODY, title=title)
    assert parts(story, "title") == [head.strip()]
    assert parts(story, "body") == [BODY]


def test_a_headline_that_only_begins_a_sentence_is_not_cut_off() -> None:
    text = f"Two villages lose power after a storm and wait for help. {BODY}"
    story, _ = lay(text, title="Two villages lose power")
    assert parts(story, "body") == [text]
    assert story.facts.title is not None
    assert (story.facts.title.text, story.facts.title.span) == ("Two villages lose power", None)


def test_pieces_of_furniture_are_cut_out_of_paragraphs() -> None:
    text = f"{BODY} (Reporting by Jo Field; Editing by Ann Hill)"
    story, _ = lay(text)
    assert parts(story, "body") == [BODY]
    assert text[slice(*story.facts.furniture[0])].startswith("(Reporting")


def test_a_text_of_furniture_alone_is_read_with_a_warning() -> None:
    story, notes = lay("Read more\n\nAdvertisement")
    assert len(parts(story, "body")) + len(parts(story, "title")) == 2
    assert "only_furniture" in [w.code for w in notes.warnings]


def test_what_the_carrier_knows_is_kept() -> None:
    story, _ = lay(BODY, source="The Associated Press", byline="Jo Field", language="en")
    assert story.facts.agency == "AP"
    assert story.facts.source == "The Associated Press"
    assert story.facts.byline is not None
    assert story.facts.byline.span is None
    assert story.facts.language == "en"


@pytest.mark.parametrize(
    ("known", "agency"),
    [
        ({"url": "https://www.reuters.com/world/a-1"}, "Reuters"),
        ({"title": "A road is cut | TASS"}, "TASS"),
        ({"byline": "By Jo Field, BBC News, Baku"}, "BBC"),
        ({"source": "Border Courier", "url": "https://tass.com/1"}, "Border Courier"),
        ({}, None),
    ],
)
def test_who_wrote_it(known: dict[str, str], agency: str | None) -> None:
    text = "The minister told TASS on Thursday that the road was open."
    assert lay(text, **known)[0].facts.agency == agency
