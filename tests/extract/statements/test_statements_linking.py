"""Marks become attributions: joined across a paragraph, put right by quotation marks."""

import pytest
from statements_scene import parsed

from dateline.extract.statements.joins import weights
from dateline.extract.statements.linker import link
from dateline.extract.statements.marks import Link, Mark, marks
from dateline.extract.statements.quotation import Quotations
from dateline.language.parsed import Parsed


def quotations(tokens: Parsed) -> Quotations:
    segments = dict.fromkeys(s.segment for s in tokens.sentences)
    return Quotations(tokens.text, [(s.start, s.end) for s in segments])


def links(marked: str, tree: str = "") -> list[tuple[str, str, str]]:
    tokens = parsed(marked, tree=tree)

    def words(part: list[Mark]) -> str:
        return " | ".join(tokens.words(m.start, m.end) for m in sorted(part))

    def row(item: Link) -> tuple[str, str, str]:
        return words(item.source), words(item.cue), words(item.content)

    return [row(item) for item in link(tokens, marks(tokens, quotations(tokens)))]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{s The envoy} {c said} {t that talks would resume}.",
            [("The envoy", "said", "that talks would resume")],
        ),
        (
            '{t "We are ready,"} {c said} {s the envoy}. {s The general} {c denied} {t it}.',
            [("the envoy", "said", '"We are ready,"'), ("The general", "denied", "it")],
        ),
        (
            '{t "We are ready,"} {s she} {c said}. {t "They are not."}',
            [("she", "said", '"We are ready," | "They are not."')],
        ),
        (
            "{c According to} {s the ministry}, {t the road is open}.",
            [("the ministry", "According to", "the road is open")],
        ),
        (
            "{s The envoy} {c said} {t the road was open}, {c adding} {t that convoys had passed}.",
            [
                ("The envoy", "said", "the road was open"),
                ("The envoy", "adding", "that convoys had passed"),
            ],
        ),
        # A mark of the next paragraph never joins.
        (
            "{s The envoy} {c said}\n{t the road was open}.",
            [("The envoy", "said", ""), ("", "", "the road was open")],
        ),
    ],
)
def test_marks_are_joined(marked: str, expected: list[tuple[str, str, str]]) -> None:
    assert links(marked) == expected


def test_the_tree_finds_the_source_across_a_relative_clause() -> None:
    marked = "{s Kern}, {s who} {c backs} {t the plan}, {c denied} {t any rift}."
    tree = """
    Kern PROPN 7 nsubj
    , PUNCT 4 punct
    who PRON 4 nsubj
    backs VERB 1 acl:relcl back
    the DET 6 det
    plan NOUN 4 obj
    , PUNCT 8 punct
    denied VERB 0 root deny
    any DET 10 det
    rift NOUN 8 obj
    . PUNCT 8 punct
    """.replace("Kern PROPN 7", "Kern PROPN 8")
    assert links(marked, tree) == [
        ("who", "backs", "the plan"),
        ("Kern", "denied", "any rift"),
    ]


def test_neighbouring_quotations_are_kept_apart() -> None:
    tokens = parsed('{t "We are ready." "They are not."} the two sides {c said}.')
    found = [m for m in marks(tokens, quotations(tokens)) if m.role == "t"]
    assert [tokens.words(m.start, m.end) for m in found] == ['"We are ready."', '"They are not."']


def test_a_content_gets_the_rest_of_its_quotation() -> None:
    tokens = parsed('"We {t are ready to talk} now," {s she} {c said}.')
    content = next(m for m in marks(tokens, quotations(tokens)) if m.role == "t")
    assert tokens.words(content.start, content.end) == '"We are ready to talk now,"'


def test_a_content_stays_out_of_a_far_quotation_edge() -> None:
    tokens = parsed(
        '"We have waited here for many long days {t and we are ready}," {s she} {c said}.'
    )
    content = next(m for m in marks(tokens, quotations(tokens)) if m.role == "t")
    assert tokens.words(content.start, content.end).startswith("and we are ready")


def test_a_content_is_cut_where_its_paragraph_ends() -> None:
    tokens = parsed("{s She} {c said} {t it was over.\nThe army} marched.")
    contents = [tokens.words(m.start, m.end) for m in marks(tokens, quotations(tokens))][2:]
    assert contents == ["it was over", "The army"]


def test_marks_inside_a_content_are_left_to_nesting() -> None:
    tokens = parsed("{s She} {c told} reporters {t the army expects a long war}.")
    tokens.cues.append(tokens.tokens_in(tokens.text.index("expects"), tokens.text.index(" a ")))
    assert [m.role for m in marks(tokens, quotations(tokens))] == ["s", "c", "t"]


def texts(marked: str, role: str) -> list[str]:
    tokens = parsed(marked)
    found = marks(tokens, quotations(tokens))
    return [tokens.words(m.start, m.end) for m in found if m.role == role]


def test_sources_that_touch_are_one_but_a_relative_is_its_own() -> None:
    assert texts("{s waitress} {s Ana Vale} {c said} {t no}.", "s") == ["waitress Ana Vale"]
    assert texts("{s a man} {s who} {c said} {t no}.", "s") == ["a man", "who"]


def test_a_small_hole_in_a_content_is_filled_and_a_large_one_not() -> None:
    assert texts("{s She} {c said} {t the road} to {t Vark was open}.", "t") == [
        "the road to Vark was open"
    ]
    assert len(texts("{s She} {c said} {t the road} which goes up to {t Vark was open}.", "t")) == 2


def test_a_bracket_keeps_its_partner() -> None:
    assert texts("{s the Survey (SY)} {c said} {t it was open}.", "s") == ["the Survey (SY)"]


def test_a_source_grows_to_its_noun_phrase() -> None:
    tree = """
    The DET 3 det
    road ADJ 3 amod
    unions NOUN 4 nsubj
    backed VERB 0 root back
    the DET 6 det
    plan NOUN 4 obj
    . PUNCT 4 punct
    """
    assert links("The road {s unions} {c backed} {t the plan}.", tree) == [
        ("The road unions", "backed", "the plan")
    ]


def test_indirect_speech_runs_on_to_the_end_of_its_phrase() -> None:
    tree = """
    Sides NOUN 2 nsubj
    reported VERB 0 root report
    losses NOUN 2 obj
    , PUNCT 7 punct
    among ADP 7 case
    the DET 7 det
    civilians NOUN 3 nmod
    . PUNCT 2 punct
    """
    assert links("{s Sides} {c reported} {t losses}, among the civilians.", tree) == [
        ("Sides", "reported", "losses, among the civilians")
    ]


def test_pieces_of_other_sentences_are_no_indirect_speech() -> None:
    marked = "{s Kern} {c said} {t the road was open}. Trucks {t came in}."
    assert links(marked)[0] == ("Kern", "said", "the road was open")


def test_a_verb_that_the_encoder_missed_becomes_the_cue() -> None:
    tree = """
    Roads NOUN 3 nsubj
    are AUX 3 cop
    open ADJ 6 parataxis
    , PUNCT 6 punct
    Kern PROPN 6 nsubj
    says VERB 0 root say
    . PUNCT 6 punct
    """
    assert links("{t Roads are open}, {s Kern} says.", tree) == [("Kern", "says", "Roads are open")]


def test_whom_it_was_told_is_no_source_of_the_rest() -> None:
    marked = '{t "We are ready,"} {s Kern} {c told} {s the Daily}. {t "They are not."}'
    assert links(marked) == [("Kern", "told", '"We are ready," | "They are not."')]


def test_weights_speak_of_pairs_of_roles() -> None:
    assert weights()
    assert all(name[:2].strip("sct") == "" and name[2] == ":" for name in weights())


def test_a_quotation_goes_on_over_an_aside() -> None:
    marked = (
        '{t "We are ready,"} {s Kern} {c said}, {c speaking of} {t the talks}. {t "They are not."}'
    )
    assert links(marked) == [
        ("Kern", "said", '"We are ready," | "They are not."'),
        ("Kern", "speaking of", "the talks"),
    ]


def test_after_an_inverted_quotation_nothing_unquoted_goes_on() -> None:
    marked = '{t "We are ready,"} {s she} {c said} of the vote, in which {t they would win}.'
    assert links(marked) == [("she", "said", '"We are ready,"')]


SECOND = """
Kern PROPN 2 nsubj
said VERB 0 root say
it PRON 5 nsubj
would AUX 5 aux
hold VERB 2 ccomp
and CCONJ 7 cc
denied VERB {head} conj deny
any DET 9 det
rift NOUN 7 obj
. PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (2, [("Kern", "said", "it would hold"), ("Kern", "denied", "any rift")]),
        (5, [("Kern", "said", "it would hold and denied any rift")]),
    ],
)
def test_a_second_verb_of_saying_has_its_own_content(
    head: int, expected: list[tuple[str, str, str]]
) -> None:
    marked = "{s Kern} {c said} {t it would hold and denied any rift}."
    assert links(marked, SECOND.format(head=head)) == expected


def test_a_source_is_the_whole_subject_and_no_piece_of_it() -> None:
    tree = """
    The DET 2 det
    treaty NOUN 8 nsubj
    , PUNCT 6 punct
    which PRON 6 obj
    states NOUN 6 nsubj
    signed VERB 2 acl:relcl
    , PUNCT 6 punct
    bans VERB 0 root ban
    mines NOUN 8 obj
    . PUNCT 8 punct
    """
    marked = "The treaty, which {s states} signed, {c bans} {t mines}."
    assert links(marked, tree) == [("The treaty", "bans", "mines")]


def test_a_content_ends_before_what_begins_the_next_clause_and_closes_its_bracket() -> None:
    tree = """
    Kern PROPN 2 nsubj
    said VERB 0 root say
    it PRON 4 nsubj
    cost VERB 2 ccomp
    a DET 6 det
    million NUM 4 obj
    ( PUNCT 9 punct
    two NUM 9 nummod
    euros NOUN 6 appos
    ) PUNCT 9 punct
    , PUNCT 13 punct
    but CCONJ 13 cc
    left VERB 2 conj leave
    . PUNCT 2 punct
    """
    cut_in_brackets = "{s Kern} {c said} {t it cost a million (two} euros), but left."
    assert links(cut_in_brackets, tree) == [("Kern", "said", "it cost a million (two euros)")]
    another = "{t It cost a million (two}, {s Kern} {c said}, (laughing)."
    assert links(another)[0][2] == "It cost a million (two"
    ran_on = "{s Kern} {c said} {t it cost a million (two euros), but} left."
    assert links(ran_on, tree) == [("Kern", "said", "it cost a million (two euros)")]


def test_who_is_quoted_by_an_outlet_is_the_source() -> None:
    tree = """
    " PUNCT 7 punct
    We PRON 3 nsubj
    leave VERB 7 ccomp leave
    , PUNCT 7 punct
    " PUNCT 7 punct
    Orpress PROPN 7 nsubj
    cited VERB 0 root cite
    Kern PROPN 7 obj
    as SCONJ 10 mark
    saying VERB 7 advcl say
    . PUNCT 7 punct
    """
    marked = '{t "We leave,"} {s Orpress} {c cited} Kern as saying.'
    assert links(marked, tree) == [("Kern", "cited | as saying", '"We leave,"')]


def test_who_is_quoted_in_the_passive_is_the_source() -> None:
    tree = """
    " PUNCT 7 punct
    We PRON 3 nsubj
    leave VERB 8 ccomp leave
    , PUNCT 3 punct
    " PUNCT 3 punct
    Kern PROPN 8 nsubj:pass
    was AUX 8 aux:pass be
    quoted VERB 0 root quote
    by ADP 10 case
    Orpress PROPN 8 obl:agent
    as SCONJ 12 mark
    saying VERB 8 advcl say
    . PUNCT 8 punct
    """
    marked = '{t "We leave,"} Kern {c was quoted} by {s Orpress} as saying.'
    assert links(marked, tree) == [("Kern", "was quoted | as saying", '"We leave,"')]
    late = '{t "We leave,"} Kern was quoted by {s Orpress} as {c saying}.'
    assert links(late, tree) == [("Kern", "was quoted | as saying", '"We leave,"')]


def test_a_content_ends_with_its_sentence_outside_quotation() -> None:
    marked = (
        "{s Kern} {c said} {t it was over. Two trucks burnt}. "
        '{t "We heard it. We ran,"} {s she} {c said}.'
    )
    assert links(marked)[0] == ("Kern", "said", "it was over")
    assert links(marked)[-1] == ("she", "said", '"We heard it. We ran,"')


def test_a_content_takes_the_noun_that_its_last_word_describes() -> None:
    tree = """
    Kern PROPN 2 nsubj
    demanded VERB 0 root demand
    martial ADJ 4 amod
    law NOUN 2 obj
    . PUNCT 2 punct
    """
    assert links("{s Kern} {c demanded} {t martial} law.", tree)[0][2] == "martial law"


def test_a_content_that_is_only_who_says_what_follows_is_source_and_cue() -> None:
    tree = """
    It PRON 2 nsubj
    held VERB 0 root hold
    , PUNCT 2 punct
    while SCONJ 6 mark
    Baron PROPN 6 nsubj
    said VERB 2 advcl say
    it PRON 8 nsubj
    fell VERB 6 ccomp fall
    . PUNCT 2 punct
    """
    assert links("It held, while {t Baron said} {t it fell}.", tree) == [
        ("Baron", "said", "it fell")
    ]


def test_a_second_verb_with_a_name_before_it_is_not_the_firsts() -> None:
    tree = """
    Kern PROPN 2 nsubj
    said VERB 0 root say
    it PRON 4 nsubj
    held VERB 2 ccomp
    but CCONJ 7 cc
    Orpress PROPN 4 obj
    denied VERB 2 conj deny
    any DET 9 det
    truce NOUN 7 obj
    . PUNCT 2 punct
    """
    marked = "{s Kern} {c said} {t it held but Orpress denied any truce}."
    assert len(links(marked, tree)) == 1


def test_nobody_named_before_a_passive_cue_says_it() -> None:
    tree = """
    Police NOUN 2 nsubj
    said VERB 0 root say
    all PRON 5 nsubj
    was AUX 5 cop be
    calm ADJ 2 ccomp
    and CCONJ 9 cc
    Kern PROPN 9 nsubj:pass
    is AUX 9 aux:pass be
    pressured VERB 2 conj pressure
    to PART 11 mark
    resign VERB 9 xcomp resign
    . PUNCT 2 punct
    """
    marked = "{s Police} {c said} {t all was calm} and Kern is {c pressured} {t to resign}."
    assert ("Police", "said", "all was calm") in links(marked, tree)
    assert all(said != "to resign" for source, _, said in links(marked, tree) if source)
