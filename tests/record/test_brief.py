"""The brief of one story: what it says, and that it leaves nothing out unsaid."""

from __future__ import annotations

import re
from typing import Any

import pytest
from valley import TEXT, TITLE, at, valley

from dateline.record import Casualty, Count, Event, EventDate, Mention, Record, Statement, Together
from dateline.record.brief import render
from dateline.record.brief.done import in_words


def text(record: Record, width: int = 200) -> str:
    return render(record, "terminal", width=width)


def part(brief: str, title: str) -> str:
    """The section of a terminal brief under `title`."""
    _, _, rest = brief.partition(f"\n{title.upper()}\n")
    return re.split(r"\n\n[A-Z ]{6,}\n─", rest)[0]


def test_it_says_what_the_story_is_and_how_it_is_dated() -> None:
    brief = text(valley())
    assert brief.startswith(TITLE)
    assert re.search(r"Agency +Dateline Sample Service\n", brief)
    assert re.search(r"Dateline +PORT ALDER, 1 October 2020\n", brief)
    assert re.search(
        r"Published +Thursday 1 October 2020, inferred from the story: October 1 was a Thursday",
        brief,
    )
    assert re.search(r"Could also be +1 October 2026; 1 October 2015\n", brief)


def test_statements_stand_under_their_speaker_with_office_and_country() -> None:
    said = part(text(valley()), "Who says what")
    heading = "Orla Venn, Deputy Foreign Minister (Northland) · 1 October 2020"
    venn, army = said.index(heading), said.index("Eastland's army\n")
    assert (
        venn < said.index("S6   pointed out: “We expect that this work will bear fruit”\n") < army
    )
    assert said.index("S8   put: Westland's dead") > army


def test_a_statement_says_to_whom_it_was_made_and_holds_what_is_nested_in_it() -> None:
    said = part(text(valley()), "Who says what")
    assert re.search(
        r"  S3   told: Port Alder expects[^\n]+\n +to DSS\n"
        r" {7}S4   Northland: expects: dialogue with Southland",
        said,
    )


def test_only_quoted_words_stand_in_quotation_marks() -> None:
    said = part(text(valley()), "Who says what")
    assert "S5   According to: Northland and Southland are in close contact\n" in said
    assert "since the valley “is the concern of many" in said
    assert "no replacement for it”\n" in said  # the closing mark lies outside the span


def test_the_words_of_saying_lead_in() -> None:
    clause = at("that dialogue with Southland on Green Valley will help")
    said = Statement(id="s", cue=[at("expects")], content=[clause], mode="indirect")
    assert "S1   expects that dialogue with" in text(valley(statements=[said]))


def test_split_words_are_joined_with_a_sign_for_what_was_left_out() -> None:
    ends = [at("is the concern"), at("a tried table,")]
    said = Statement(id="s", content=ends, mode="mixed")
    assert "S1   is the concern … a tried table\n" in text(valley(statements=[said]))
    near = [at("Northland"), at("Southland in close")]  # only a comma between
    said = Statement(id="s", content=near, mode="indirect")
    assert "S1   Northland Southland in close\n" in text(valley(statements=[said]))


def test_a_quoted_piece_of_a_mixed_statement_has_its_marks() -> None:
    piece = at("We expect that this work will bear fruit,")
    said = Statement(id="s", content=[at("According to her"), piece], mode="mixed")
    assert "According to her … “We expect that this work will bear fruit”" in text(
        valley(statements=[said])
    )


def test_a_statement_within_itself_is_shown() -> None:
    said = Statement(id="s", content=[at("close contact")], mode="indirect", within="s")
    assert "S1   close contact" in text(valley(statements=[said]))


def test_what_goes_on_since_long_ago_is_background() -> None:
    record = valley()
    record.events[2].date = EventDate(edtf="1992/..", begin="1992-01-01")
    line = part(text(record), "Timeline")
    assert line.index("Background") < line.index("since 1992") < line.index("The news")


def test_repeats_are_folded_into_the_body_and_named() -> None:
    said = part(text(valley()), "Who says what")
    assert said.count("is the concern of many") == 1
    assert re.search(
        r"S7   stressed: since the valley.*\n +said again in the standfirst, S2\n", said
    )


def test_a_repeat_in_other_words_is_shown_with_them() -> None:
    record = valley()
    record.statements[0].same_as = ["s5"]
    said = part(text(record), "Who says what")
    wording = "Northland, Southland in close contact over Green Valley"
    assert f"said again in the headline, S1: {wording}\n" in said


def test_statements_that_hold_each_other_are_each_shown() -> None:
    record = valley()
    record.statements[2].within = "s4"
    said = part(text(record), "Who says what")
    assert "S3   " in said
    assert "S4   " in said


def test_events_are_dated_named_placed_and_attributed() -> None:
    done = part(text(valley()), "What happened")
    assert "E1   1 October 2020 · CONSULT – talks · going on · Northland and Southland\n" in done
    assert "“are in close contact” · on the word of Orla Venn (S5)" in done
    assert "E2   27 September 2020 · ASSAULT – fighting or attack · Eastland and Westland\n" in done
    assert "“clashes” · in Green Valley · the story's own account" in done
    assert "E3   since 27 September 2020 · COERCE – martial law" in done
    assert "E4   1992–1994 · ASSAULT – shelling or heavy weapons · unnamed → Eastland" in done


@pytest.mark.parametrize(
    ("status", "said"),
    [("denied", "denied"), ("called_for", "called for"), ("hypothetical", "only supposed")],
)
def test_what_did_not_happen_is_not_told_as_if_it_had(status: str, said: str) -> None:
    event = Event.model_validate({"id": "e", "type": "RETREAT", "mode": "ceasefire"})
    event = event.model_copy(update={"status": status})
    assert f"no date · RETREAT – ceasefire · {said}\n" in text(valley(events=[event]))


def test_each_side_s_casualty_figures_stand_under_its_name() -> None:
    claims = part(text(valley()), "Casualties as claimed")
    west, army = (
        claims.index("According to Westland\n"),
        claims.index("According to Eastland's army\n"),
    )
    assert west < claims.index("Westland, military: 12 killed\n") < army
    assert "Westland, military: up to 30 killed, at least 1,200 injured\n" in claims[army:]
    assert (
        "More than one figure is given for Westland, military: 12 killed (Westland); up to 30"
        in claims
    )


def test_equal_figures_are_not_said_to_differ() -> None:
    claims = [
        Casualty(id=f"c{by}", spans=[at("12 of its soldiers")], side="west", by=by, killed=count)
        for by, count in (("west", Count(min=12, max=12)), ("army", Count(min=12, max=12)))
    ]
    assert "More than one figure" not in text(valley(casualties=claims))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (Count(min=3, max=5), "3 to 5 killed"),
        (Count(min=3), "at least 3 killed"),
        (Count(max=3), "up to 3 killed"),
        (Count(), "some killed"),
        (Count(min=0, max=0), "0 killed"),
    ],
)
def test_counts_in_words(count: Count, said: str) -> None:
    claim = Casualty(id="c", spans=[], killed=count)
    assert f"side not named: {said}\n" in text(valley(casualties=[claim]))


def test_a_total_of_several_losses_is_shown() -> None:
    total = Together(min=200, max=200, of=["killed", "captured"])
    claim = Casualty(id="c", spans=[], together=total)
    assert "side not named: 200 killed or captured\n" in text(valley(casualties=[claim]))


def test_the_timeline_is_in_order_with_history_apart() -> None:
    line = part(text(valley()), "Timeline")
    entries = re.findall(r"^ *(Background|The news|[^ ].*?|  (?=\S).*?)(?: {2,}|$)", line, re.M)
    assert [e.strip() for e in entries if re.search(r"\d{4}|Back|news", e)] == [
        "Background",
        "1992–1994",
        "summer 2014",
        "July 2020",
        "The news",
        "27 September 2020",
        "since 27 September 2020",
        "1 October 2020",
    ]
    assert "Statements by Orla Venn (S1, S2, S3, S5, S6, S7)" in line


def test_without_a_publication_date_there_is_one_timeline() -> None:
    record = valley()
    record.document.published.value = None
    brief = text(record)
    assert "date not known" in brief
    assert "Background" not in brief
    assert "1992–1994" in part(brief, "Timeline")


def test_formats_territory_bodies_and_warnings() -> None:
    brief = text(valley())
    formats = part(brief, "Mediation formats")
    assert "- Lakeside Group · since 1992\n" in formats
    assert "for: Green Valley settlement\n" in formats
    assert "co-chairs: Northland, Southland and Isleland\n" in formats
    assert "no substitute for “tried table” · “no replacement for it”" in formats
    assert "- Green Valley: part of Eastland\n" in part(brief, "Status of territory")
    assert "also: The senior Northland diplomat\n" in part(brief, "People and bodies")
    assert "year_inferred: The dateline has no year.\n" in part(brief, "Warnings")


def test_other_names_are_those_that_tell_something() -> None:
    record = valley()
    venn = record.actors[0]
    for words in ("Venn", "Deputy Foreign Minister Orla Venn", "Deputy Foreign Minister"):
        venn.mentions.append(Mention(span=at(words), how="title"))
    bodies = part(text(record), "People and bodies")
    assert "also: The senior Northland diplomat\n" in bodies
    for words in TEXT.split()[:20]:
        venn.mentions.append(Mention(span=at(words), how="name"))
    assert re.search(r"also: (?:[^;\n]+; ){12}and \d+ more\n", text(record, 2000))


@pytest.mark.parametrize("style", ["terminal", "markdown", "html"])
def test_empty_sections_are_left_out(style: str) -> None:
    brief = render(Record(id="x", text=""), style)  # type: ignore[arg-type]
    assert "Story without a headline" in brief
    assert "date not known" in brief
    for title in ("says what", "happened", "Casualt", "Timeline", "formats", "Warnings"):
        assert title.lower() not in brief.lower().partition("</style>")[2 * (style == "html")]


def test_a_very_long_list_says_how_many_were_left_out() -> None:
    date = EventDate(edtf="2020-10-01", begin="2020-10-01", end="2020-10-01")
    events = [Event(id=f"e{i}", type="AID", date=date) for i in range(212)]
    done = part(text(valley(events=events)), "What happened")
    assert "E200" in done
    assert "E201" not in done
    assert done.rstrip().endswith("and 12 more")


def test_ids_that_lead_nowhere_are_shown_and_break_nothing() -> None:
    event = Event(id="e", type="AID", actors=["ghost"], places=["nowhere"], attributed_to="gone")
    said = Statement(id="s", mode="direct", within="gone", same_as=["gone"])
    brief = text(valley(events=[event], statements=[said]))
    assert "ghost" in brief
    assert "in nowhere" in brief
    assert "an unnamed source" in brief
    assert "no wording found" in brief


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="pdf"):
        render(valley(), "pdf")  # type: ignore[arg-type]


def test_the_same_record_gives_the_same_text_and_the_method_is_the_function() -> None:
    assert valley().brief() == render(valley(), "terminal", width=80)
    assert valley().brief("html") == render(valley(), "html")


def times_shown(**changes: Any) -> str:
    """The timeline of a record with nothing else that could be dated."""
    nothing: dict[str, Any] = {"events": [], "statements": []}
    return part(text(valley(**{**nothing, **changes})), "Timeline")


def test_the_dateline_s_date_is_no_entry_of_its_own() -> None:
    shown = times_shown()
    assert shown.count("1 October 2020") == 1  # "on Thursday", in the first sentence
    assert "PORT ALDER" not in shown
    assert "27 September 2020" in shown


def test_a_length_of_time_is_no_entry() -> None:
    record = valley(events=[], statements=[])
    record.times[4].type = "DURATION"
    assert "July 2020 " not in part(text(record), "Timeline")


def test_a_time_that_an_event_stands_on_is_not_told_twice() -> None:
    event = valley().events[1]
    event.trigger = []  # so that only the id of the time ties the two
    assert times_shown(events=[event]).count("27 September 2020") == 1


def test_a_time_whose_statement_is_told_is_not_told_twice() -> None:
    assert times_shown(statements=[valley().statements[2]]).count("1 October 2020") == 1


def test_a_nested_statement_is_told_by_the_one_that_holds_it() -> None:
    line = part(text(valley()), "Timeline")
    assert "S4" not in line


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ({"kind": "lost", "previous": "east"}, "lost by Eastland\n"),
        (
            {"kind": "lost", "previous": "east", "holder": "west"},
            "lost by Eastland · now: Westland\n",
        ),
        ({"kind": "took", "by": "west"}, "taken by a side not named\n"),
        ({"kind": "controls"}, "controlled by a side not named\n"),
        (
            {"kind": "took", "holder": "west", "previous": "east", "date": "1994"},
            "taken by Westland · before: Eastland · 1994\n",
        ),
        ({"kind": "part_of", "holder": "east", "by": "west"}, "part of Eastland\n"),
        ({"kind": "disputed"}, "disputed\n"),
    ],
)
def test_who_holds_a_territory(claim: dict[str, str], said: str) -> None:
    record = valley(territories=[{"id": "r", "place": "p1", "spans": [], **claim}])
    assert f"Green Valley: {said}" in text(record)


def test_a_territory_that_nothing_names_is_told_as_such() -> None:
    claim = {"id": "r", "kind": "controls", "holder": "east", "spans": []}
    assert "A territory not named: controlled by Eastland\n" in text(valley(territories=[claim]))


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (551, None, "more than 550"),
        (550, None, "at least 550"),
        (11, None, "more than 10"),
        (2, None, "at least 2"),
        (None, 30, "up to 30"),
        (3, 5, "3 to 5"),
        (1200, 1200, "1,200"),
        (None, None, "some"),
    ],
)
def test_a_number_is_told_as_the_text_has_it(low: int | None, high: int | None, said: str) -> None:
    assert in_words(low, high) == said
