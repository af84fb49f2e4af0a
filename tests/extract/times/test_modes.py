"""How a text tells time: news, narrative or message; and what the governing verb says."""

from datetime import date

import pytest

from dateline.anatomy.story import Segment
from dateline.extract.times import find
from dateline.extract.times.around import Around
from dateline.extract.times.cues import FUTURE, OPEN, PAST
from dateline.extract.times.tense import by_parse, direction
from dateline.language.parsed import Parsed, Sentence

HISTORY = (
    "The rising began in April 1863. On 7 May 1863 the rebels took the port. In June they lost it."
    " On 2 September 1863 a new chief was named, and the following month he fled. In January 1864"
    " the last band gave up. On 10 February the port was open again."
)


def values(text: str, published: date | None) -> list[str]:
    return [t.value for t in find(text, published=published)]


@pytest.mark.parametrize("published", [None, date(2009, 12, 19)])
def test_a_history_is_told_date_by_date(published: date | None) -> None:
    assert values(HISTORY, published) == [
        "1863-04", "1863-05-07", "1863-06", "1863-09-02", "1863-10", "1864-01", "1864-02-10",
    ]  # fmt: skip
    assert all("narrative" in t.why for t in find(HISTORY, published=published))


def test_in_a_narrative_the_ends_of_a_range_stand_apart() -> None:
    text = HISTORY + " The truce of 12-14 March 1864 held."
    assert values(text, None)[-2:] == ["1864-03-12", "1864-03-14"]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("On May 9, the town fell.", "2020-05-09"),
        ("In May the town fell.", "2020-05"),
        ("A constitution was adopted in December.", "2019-12"),
    ],
)
def test_a_history_told_before_does_not_date_a_bare_month_of_news(
    sentence: str, value: str
) -> None:
    text = f"The war over the valley began in 1992. {sentence}"
    assert [t.value for t in find(text, published=date(2020, 11, 12))][1] == value


def test_background_does_not_make_news_a_narrative() -> None:
    text = (
        "Talks resumed on Tuesday, the ministry said on Wednesday. The war broke out in 1988 and a"
        " truce was signed in May 1994. Another round is due next week. In August they met."
    )
    assert values(text, date(2020, 10, 1)) == [
        "2020-09-29", "2020-09-30", "1988", "1994-05", "2020-W41", "2020-08",
    ]  # fmt: skip


def test_a_later_mention_of_a_day_keeps_its_year() -> None:
    text = "The bombing of March 3, 2018 killed nine. A trial over the March 3 attack has begun."
    assert values(text, date(2020, 10, 1)) == ["2018-03-03", "2018-03-03"]


def test_a_message_may_leave_out_the_article() -> None:
    assert values("Busy day at the quay, good evening #harbour", date(2020, 10, 1)) == [
        "P1D",
        "2020-10-01TEV",
    ]
    assert values("It was a busy day at the quay.", date(2020, 10, 1)) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The envoys met on ", ".", PAST),
        ("The envoys will meet on ", ".", FUTURE),
        ("The talks are expected to resume ", ".", FUTURE),
        ("The deadline was put off until ", ".", FUTURE),
        ("Nobody has been seen there since ", ".", PAST),
        ("The list for ", " is long.", OPEN),
        ("Nobody will come. ", " was quiet.", PAST),
        ("The envoys won't meet on ", ".", FUTURE),
        ("The envoys won ", "’s game.", PAST),
        ("The envoys hadn’t met on ", ".", PAST),
        ("The envoys can meet on ", ".", FUTURE),
        ("The envoys said they can't find it on ", ".", PAST),
    ],
)
def test_tense_by_words(before: str, after: str, expected: int) -> None:
    text = f"{before}Monday{after}"
    start = len(before)
    assert direction(Around(text), start, start + 6, far=False, parsed=None) == expected


@pytest.mark.parametrize("between", [20, 120, 400])
def test_dates_in_a_row_are_each_read_in_their_own_sentence(between: int) -> None:
    """Words are found for many dates at once: what each says must not hang on the others."""
    ahead, behind = "They will meet on Monday.", "They met on Monday."
    filler = " " + "So it goes on. " * (between // 15)
    text = filler.join([ahead, behind] * 12)
    found = find(text, published=date(2020, 10, 1))
    assert [t.value for t in found] == ["2020-10-05", "2020-09-28"] * 12


def test_the_words_around_may_be_asked_for_in_any_order() -> None:
    text = "They will meet on Monday. " + "So it goes on. " * 30 + "They met on Friday."
    around = Around(text)
    last, first = text.index("Friday"), text.index("Monday")
    asked = [around.direction(at, at + 6, far=False)[1] for at in (last, first, last)]
    assert asked == [PAST, FUTURE, PAST]


def test_last_year_is_no_history() -> None:
    text = "The truce broke in May 2019. Talks were held in June."
    assert values(text, date(2020, 10, 1)) == ["2019-05", "2020-06"]


LEMMAS = {"extended": "extend"}


def parsed(words: str, xpos: str, heads: list[int], deprels: str) -> Parsed:
    """A sentence parsed by hand; VERB and AUX are told from the tag and the relation."""
    tokens, tags, relations = words.split(), xpos.split(), deprels.split()
    starts = [sum(len(t) + 1 for t in tokens[:i]) for i in range(len(tokens))]
    upos = [
        "AUX" if r.startswith("aux") else "VERB" if t.startswith("V") else "X"
        for t, r in zip(tags, relations, strict=True)
    ]
    return Parsed(
        text=words,
        starts=starts,
        ends=[s + len(t) for s, t in zip(starts, tokens, strict=True)],
        lemmas=[LEMMAS.get(t, t.lower()) for t in tokens],
        upos=upos,
        xpos=tags,
        heads=heads,
        deprels=relations,
        sentences=[Sentence(0, len(tokens), Segment(0, len(words), "body"))],
    )


WILL = parsed("He said talks will resume Monday", "PRP VBD NNS MD VB NNP", [1, 1, 4, 4, 1, 4],
              "nsubj root nsubj aux ccomp obl")  # fmt: skip
SAID = parsed("He said Monday talks will resume", "PRP VBD NNP NNS MD VB", [1, 1, 1, 5, 5, 1],
              "nsubj root obl nsubj aux ccomp")  # fmt: skip


def test_tense_by_the_governing_verb() -> None:
    at = WILL.text.index("Monday")
    assert by_parse(WILL, at, at + 6) == FUTURE
    at = SAID.text.index("Monday")
    assert by_parse(SAID, at, at + 6) == PAST


GOVERNED = [
    # a participle beside a noun; what could not be done; what had been due
    ("the ruling announced Monday stands", "DT NN VBN NNP VBZ", [1, 4, 1, 2, 4],
     "det nsubj acl obl root", PAST),
    ("he could not be found Monday", "PRP MD RB VB VBN NNP", [4, 4, 4, 4, 4, 4],
     "nsubj aux advmod aux:pass root obl", PAST),
    ("he could be found Monday", "PRP MD VB VBN NNP", [3, 3, 3, 3, 3],
     "nsubj aux aux:pass root obl", FUTURE),
    ("it had been due to end Monday", "PRP VBD VBN JJ TO VB NNP", [3, 3, 3, 3, 5, 3, 5],
     "nsubj aux cop root mark xcomp obl", PAST),
    ("it is due to end Monday", "PRP VBZ JJ TO VB NNP", [2, 2, 2, 4, 2, 4],
     "nsubj cop root mark xcomp obl", FUTURE),
    # an infinitive beside a noun: of an intention, or passive; else the verb above tells
    ("they made an agreement to leave Monday", "PRP VBD DT NN TO VB NNP", [1, 1, 3, 1, 5, 3, 5],
     "nsubj root det obj mark acl obl", FUTURE),
    ("they were the first to leave Monday", "PRP VBD DT JJ TO VB NNP", [3, 3, 3, 3, 5, 3, 5],
     "nsubj cop det root mark acl obl", OPEN),
    # what is put off, and when it was put off
    ("it was extended until Monday", "PRP VBD VBN IN NNP", [2, 2, 2, 4, 2],
     "nsubj aux:pass root case obl", FUTURE),
    ("it was extended on Monday", "PRP VBD VBN IN NNP", [2, 2, 2, 4, 2],
     "nsubj aux:pass root case obl", PAST),
    # the present tense of what is arranged, and of a condition
    ("they meet Monday", "PRP VBP NNP", [1, 1, 1], "nsubj root obl", FUTURE),
    ("they say Monday", "PRP VBP NNP", [1, 1, 1], "nsubj root obl", OPEN),
    ("if they attack Monday", "IN PRP VBP NNP", [2, 2, 2, 2], "mark nsubj root obl", FUTURE),
    ("the planned visit on Monday", "DT JJ NN IN NNP", [2, 2, 2, 4, 2],
     "det amod root case nmod", FUTURE),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "xpos", "heads", "deprels", "expected"), GOVERNED, ids=[g[0] for g in GOVERNED]
)
def test_tense_by_what_governs(
    words: str, xpos: str, heads: list[int], deprels: str, expected: int
) -> None:
    sentence = parsed(words, xpos, heads, deprels)
    at = words.index("Monday")
    assert by_parse(sentence, at, at + 6) == expected


def test_the_parse_outweighs_the_nearest_word() -> None:
    thursday = date(2020, 10, 1)
    assert [t.value for t in find(SAID.text, published=thursday, parsed=SAID)] == ["2020-09-28"]
    assert [t.value for t in find(WILL.text, published=thursday, parsed=WILL)] == ["2020-10-05"]
