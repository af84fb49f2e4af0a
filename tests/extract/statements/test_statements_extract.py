"""Statements of whole small stories: speaker, addressee, medium, date, nesting, repeats."""

import time

import pytest
from statements_scene import found, noun_phrase

from dateline.extract.found import Found
from dateline.extract.statements import extract
from dateline.language.parsed import Entity
from dateline.record import Statement

EXPECTS = """
Moscow PROPN 2 nsubj
expects VERB 12 parataxis expect
that SCONJ 6 mark
talks NOUN 6 nsubj talk
will AUX 6 aux
resume VERB 2 ccomp
, PUNCT 2 punct
Deputy PROPN 9 compound
Minister PROPN 12 nsubj
Ivan PROPN 9 flat
Petrenko PROPN 9 flat
told VERB 0 root tell
TASS PROPN 12 obj
on ADP 15 case
Thursday PROPN 12 obl
. PUNCT 12 punct
"""


def words(scene: Found, spans: list[tuple[int, int]]) -> str:
    return " | ".join(scene.parsed.text[a:b] for a, b in spans)


def only(scene: Found) -> Statement:
    (statement,) = extract(scene)
    return statement


def test_told_an_outlet_on_a_day_with_an_expectation_inside() -> None:
    scene = found(
        "{t Moscow expects that talks will resume}, {s Deputy Minister Ivan Petrenko} {c told} "
        "TASS on Thursday.",
        tree=EXPECTS,
        actors={
            "Ivan Petrenko": ("person", "petrenko"),
            "Moscow": ("state", "russia"),
            "TASS": ("media", "tass"),
        },
        times={"Thursday": "2024-05-02"},
    )
    outer, inner = sorted(extract(scene), key=lambda s: s.within is not None)
    assert (outer.speaker, outer.medium, outer.addressee) == ("petrenko", "TASS", None)
    assert (outer.date, outer.mode, outer.within) == ("2024-05-02", "indirect", None)
    assert (inner.speaker, inner.within, inner.date) == ("russia", outer.id, "2024-05-02")
    assert words(scene, inner.content) == "that talks will resume"
    assert "tell" in outer.why
    assert "expect" in inner.why


def test_the_date_of_the_story_stands_in() -> None:
    scene = found("{s Kern} {c said} {t the road was open}.", actors={"Kern": ("person", "kern")})
    assert only(scene).date == "2024-05-07"


def test_what_had_been_said_before_has_no_date() -> None:
    assert only(found("{s Kern} {c had said} {t the road was open}.")).date is None


def test_a_time_inside_the_content_is_not_the_date_of_saying() -> None:
    scene = found(
        "{s Kern} {c said} {t the road opened in 2019}.", times={"2019": "2019"}, published=None
    )
    assert only(scene).date is None


def test_a_pronoun_without_an_actor_is_the_last_person_who_spoke() -> None:
    scene = found(
        "{s Kern} {c said} {t the road was open}.\n{s The army} {c denied} {t it}.\n"
        '{t "Convoys have passed,"} {s he} {c added}.',
        actors={"Kern": ("person", "kern"), "The army": ("organisation", "army")},
    )
    scene.parsed.upos[:] = [
        "PRON" if word == "he" else tag
        for word, tag in zip(scene.parsed.lemmas, scene.parsed.upos, strict=True)
    ]
    assert [s.speaker for s in extract(scene)] == ["kern", "army", "kern"]


def test_a_bare_quotation_goes_on_from_the_statement_before() -> None:
    scene = found(
        "{s Kern} {c said} {t the road was open}.\n"
        '"Two convoys have passed since the morning."\nThe army advanced.',
        actors={"Kern": ("person", "kern")},
    )
    first, second = extract(scene)
    assert (second.speaker, second.source, second.cue, second.mode) == ("kern", [], [], "direct")
    assert words(scene, second.content).strip('".') == "Two convoys have passed since the morning"
    assert first.mode == "indirect"


def test_a_bare_quotation_is_a_persons_rather_than_a_bodys() -> None:
    scene = found(
        "{s Kern} {c said} {t the road was open}.\n"
        "{c According to} {s the agency}, {t it is shut}.\n"
        '"We appreciate the promise of help."',
        actors={"Kern": ("person", "kern"), "the agency": ("organisation", "agency")},
    )
    assert [s.speaker for s in extract(scene)] == ["kern", "agency", "kern"]


def test_a_lone_unquoted_content_is_rejected_and_named() -> None:
    scene = found("{t the road was open}.")
    assert extract(scene) == []
    assert [r.family for r in scene.notes.rejections] == ["statements"]


@pytest.mark.parametrize(
    ("content", "mode"),
    [
        ('"the road is open"', "direct"),
        ("that the road is open", "indirect"),
        ('that the road is "open again"', "mixed"),
        ("“the road is open”", "direct"),
    ],
)
def test_mode(content: str, mode: str) -> None:
    assert only(found(f"{{s Kern}} {{c said}} {{t {content}}}.")).mode == mode


@pytest.mark.parametrize(
    ("around", "medium"),
    [
        ("{c said} on Telegram", "Telegram"),
        ("{c said} at a news briefing", "news briefing"),
        ("{c wrote} in a letter", "letter"),
        ("{c said} in the capital", None),
    ],
)
def test_medium(around: str, medium: str | None) -> None:
    scene = found("{t The road is open}, {s Kern} " + around + ".")
    parsed = scene.parsed
    for token in range(len(parsed)):
        if parsed.word(token) in ("on", "at", "in"):
            parsed.upos[token] = "ADP"
        elif parsed.word(token) in ("a", "the"):
            parsed.upos[token] = "DET"
    assert only(scene).medium == medium


def test_addressee() -> None:
    tree = """
    Kern PROPN 2 nsubj
    told VERB 0 root tell
    his PRON 5 nmod:poss
    Urartian ADJ 5 amod
    counterpart NOUN 2 iobj
    the DET 7 det
    road NOUN 9 nsubj
    was AUX 9 cop
    open ADJ 2 ccomp
    . PUNCT 2 punct
    """
    scene = found(
        "{s Kern} {c told} his Urartian counterpart {t the road was open}.",
        tree=tree,
        actors={"Kern": ("person", "kern"), "his Urartian counterpart": ("person", "other")},
    )
    statement = only(scene)
    assert (statement.speaker, statement.addressee, statement.medium) == ("kern", "other", None)


def test_the_tree_reads_what_the_encoder_leaves_out() -> None:
    tree = """
    Kern PROPN 2 nsubj
    said VERB 0 root say
    that SCONJ 6 mark
    roads NOUN 6 nsubj road
    were AUX 6 cop
    open ADJ 2 ccomp
    . PUNCT 2 punct
    """
    scene = found("Kern said that roads were open.", tree=tree)
    statement = only(scene)
    assert words(scene, statement.source) == "Kern"
    assert words(scene, statement.content) == "that roads were open"
    assert statement.why.startswith("tree")


def test_according_to_by_the_tree() -> None:
    tree = """
    According VERB 4 case accord
    to ADP 1 fixed
    the DET 4 det
    army NOUN 8 obl
    , PUNCT 4 punct
    roads NOUN 8 nsubj
    are AUX 8 cop
    open ADJ 0 root
    . PUNCT 8 punct
    """
    scene = found("According to the army, roads are open.", tree=tree)
    statement = only(scene)
    assert words(scene, statement.source) == "the army"
    assert words(scene, statement.content) == "roads are open"


def test_an_office_in_the_headline_is_the_person_of_the_body_and_says_the_same() -> None:
    scene = found(
        "Mountain road open to convoys, says diplomat\n"
        "{s Kern} {c said} {t the mountain road was open to convoys}.",
        kinds=("title", "body"),
        actors={"Kern": ("person", "kern")},
    )
    head, body = extract(scene)
    assert words(scene, head.content) == "Mountain road open to convoys"
    assert words(scene, head.source) == "diplomat"
    assert head.speaker == body.speaker == "kern"
    assert (head.same_as, body.same_as) == ([body.id], [head.id])


@pytest.mark.parametrize(
    ("title", "source", "content"),
    [
        ("Kremlin: road is open again", "Kremlin", "road is open again"),
        ("Road is open again - Kremlin", "Kremlin", "Road is open again"),
        ("Road is open again, Kremlin says", "Kremlin", "Road is open again"),
    ],
)
def test_headline_patterns(title: str, source: str, content: str) -> None:
    scene = found(title, kinds=("title",), actors={"Kremlin": ("organisation", "kremlin")})
    scene.parsed.lemmas[:] = [w.replace("says", "say") for w in scene.parsed.lemmas]
    statement = only(scene)
    assert (words(scene, statement.source), words(scene, statement.content)) == (source, content)
    assert statement.speaker == "kremlin"


def test_a_colon_after_something_else_is_no_attribution() -> None:
    assert extract(found("Analysis: road is open again", kinds=("title",))) == []


TRAILING = """
The DET 2 det
road NOUN 7 nsubj
to ADP 4 case
Vark PROPN 2 nmod
is AUX 7 cop
now ADV 7 advmod
open ADJ 0 root
, PUNCT 10 punct
Kern PROPN 10 nsubj
said VERB 7 parataxis say
. PUNCT 7 punct
"""


def test_a_trailing_cue_takes_the_whole_clause_before_it() -> None:
    scene = found("The road {t to Vark} is {t now open}, {s Kern} {c said}.", tree=TRAILING)
    assert words(scene, only(scene).content) == "The road to Vark is now open"


def test_a_quotation_after_a_colon_and_a_break_of_paragraph() -> None:
    scene = found(
        '{s Kern} {c wrote} in a letter:\n{t "The road to Vark is open."}\nThe army advanced.',
        actors={"Kern": ("person", "kern")},
    )
    statement = only(scene)
    assert (words(scene, statement.source), statement.speaker) == ("Kern", "kern")
    assert words(scene, statement.content).strip('"') == "The road to Vark is open."


def test_a_bare_quotation_has_the_date_of_the_one_before() -> None:
    scene = found(
        '{s Kern} {c said} on Monday {t the road was open}.\n"Two convoys have passed by now."',
        times={"Monday": "2024-05-06"},
    )
    assert [s.date for s in extract(scene)] == ["2024-05-06", "2024-05-06"]


def test_a_surname_leads_to_the_person() -> None:
    scene = found("{s Kern} {c said} {t no}.", actors={"Anna Kern": ("person", "anna")})
    scene.parsed.upos[0] = "PROPN"
    assert only(scene).speaker == "anna"


def test_a_surname_of_two_people_leads_to_neither() -> None:
    people = {"Anna Kern": ("person", "anna"), "Otto Kern": ("person", "otto")}
    scene = found("{s Kern} {c said} {t no}.", actors=people)
    scene.parsed.upos[0] = "PROPN"
    assert only(scene).speaker is None


def test_an_intention_inside_a_headline_gives_way_to_the_headline() -> None:
    scene = found(
        "{s Powers} {c seek} {t to open road}, says diplomat",
        kinds=("title",),
    )
    statement = only(scene)
    assert words(scene, statement.content) == "Powers seek to open road"
    assert any("opens none there" in r.why for r in scene.notes.rejections)


@pytest.mark.parametrize(
    ("cue", "tag", "kept"),
    [("expect", "aux:pass", 1), ("expect", "aux", 0), ("watch", "aux:pass", 0)],
)
def test_only_usual_cues_in_the_passive_go_without_a_source(cue: str, tag: str, kept: int) -> None:
    tree = f"""
    It PRON 3 expl
    is AUX 3 {tag}
    {cue}ed VERB 0 root {cue}
    that SCONJ 6 mark
    roads NOUN 6 nsubj
    open VERB 3 ccomp
    . PUNCT 3 punct
    """
    scene = found(f"It {{c is {cue}ed}} {{t that roads open}}.", tree=tree)
    assert len(extract(scene)) == kept


def test_a_cue_without_content_takes_its_object() -> None:
    tree = """
    Kern PROPN 2 nsubj
    backed VERB 0 root back
    the DET 4 det
    plan NOUN 2 obj
    . PUNCT 2 punct
    """
    scene = found("{s Kern} {c backed} the plan.", tree=tree)
    assert words(scene, only(scene).content) == "the plan"


def test_the_tree_alone_reads_no_saying_of_the_writer() -> None:
    tree = """
    We PRON 2 nsubj
    expect VERB 0 root expect
    that SCONJ 6 mark
    roads NOUN 6 nsubj road
    were AUX 6 cop
    open ADJ 2 ccomp
    . PUNCT 2 punct
    """
    assert extract(found("We expect that roads were open.", tree=tree)) == []


def test_the_statement_is_of_whoever_spoke_last() -> None:
    scene = found(
        "{s The ministry} {c said} {t the road was open}. {s The statement} {c added} {t no more}.",
        actors={"The ministry": ("organisation", "ministry")},
    )
    noun_phrase(scene, "The statement")
    assert [s.speaker for s in extract(scene)] == ["ministry", "ministry"]


def test_what_is_a_persons_is_not_the_person() -> None:
    tree = """
    Kern PROPN 3 nmod:poss
    's PART 1 case
    entourage NOUN 4 nsubj
    said VERB 0 root say
    no INTJ 4 obj
    . PUNCT 4 punct
    """
    scene = found(
        "{s Kern's entourage} {c said} {t no}.", tree=tree, actors={"Kern": ("person", "kern")}
    )
    assert only(scene).speaker is None


def test_the_diplomat_is_the_last_named_person_unless_a_name_follows() -> None:
    actors = {"Kern": ("person", "kern")}
    scene = found(
        "{s Kern} {c said} {t no}. {s The diplomat} {c added} {t nothing}.", actors=actors
    )
    noun_phrase(scene, "The diplomat")
    assert [s.speaker for s in extract(scene)] == ["kern", "kern"]
    named = found(
        "{s Kern} {c said} {t no}. {s The diplomat Vale} {c added} {t nothing}.", actors=actors
    )
    noun_phrase(named, "The diplomat")
    vale, end = noun_phrase(named, "Vale")
    named.parsed.entities.append(Entity(vale, end, "PER"))
    named.parsed.heads[vale], named.parsed.deprels[vale] = vale - 1, "appos"
    assert [s.speaker for s in extract(named)] == ["kern", None]


def test_a_relative_speaks_for_its_noun() -> None:
    tree = """
    The DET 2 det
    army NOUN 7 nsubj
    , PUNCT 5 punct
    which PRON 5 nsubj
    vowed VERB 2 acl:relcl vow
    revenge NOUN 5 obj
    left VERB 0 root leave
    . PUNCT 7 punct
    """
    scene = found(
        "The army, {s which} {c vowed} {t revenge} left.",
        tree=tree,
        actors={"The army": ("organisation", "army")},
    )
    assert only(scene).speaker == "army"


def test_two_speakers_who_say_the_same_are_two_statements() -> None:
    scene = found(
        "{s Kern} {c said} {t the mountain road was open}\n"
        "{s Vale} {c said} {t the mountain road was open}.",
        kinds=("title", "body"),
        actors={"Kern": ("person", "kern"), "Vale": ("person", "vale")},
    )
    assert [s.same_as for s in extract(scene)] == [[], []]


def test_unbalanced_marks_never_swallow_the_next_paragraph() -> None:
    scene = found('{s Kern} {c said}: {t "The road is open.}\nThe army advanced on the town.')
    statement = only(scene)
    assert max(end for _, end in statement.content) <= scene.parsed.text.index("The army")


@pytest.mark.parametrize("unit", ['"', "'", "“ a ", '"a" said ', "«„", '{t "a} ', "{c said} "])
def test_hostile_text_takes_linear_time_and_no_exception(unit: str) -> None:
    scene = found(unit * (8_000 // len(unit)))
    start = time.process_time()
    statements = extract(scene)
    assert time.process_time() - start < 60  # a guard against hanging, no measurement
    assert all(0 <= a < b <= len(scene.parsed.text) for s in statements for a, b in s.content)


def test_nothing_in_an_empty_story() -> None:
    assert extract(found("")) == []


def test_ids_are_unique_and_order_is_that_of_the_text() -> None:
    scene = found("{s Kern} {c said} {t no}.\n{s Kern} {c said} {t no}.\n{s Vale} {c said} {t no}.")
    statements = extract(scene)
    assert len({s.id for s in statements}) == 3
    starts = [s.source[0][0] for s in statements]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "marked",
    [
        "{t The road is open} - {s Kern}",
        "{s Kern}: {t the road is open}",
        "{s Kern}",
        "{c said}",
        '{t "}',
        "{s Kern} {c said}:",
        "{c According to} {s Kern}",
        "{c According to} {s Kern},",
        ", {s Kern} {c said}",
        "{s Kern}{c said}{t no}",
        'Here {s Kern} {c spoke}. {t "The road is open again now."}',
    ],
)
def test_marks_at_the_edges_of_a_text(marked: str) -> None:
    for kind in ("title", "body"):
        scene = found(marked, kinds=(kind,))
        for statement in extract(scene):
            assert statement.content


def test_the_grammar_of_a_headline_is_surer_than_the_encoder() -> None:
    scene = found("{s Kern} , {t Petrenko seek truce in valley} , {c says} envoy", kinds=("title",))
    scene.parsed.upos[-2:] = ["VERB", "NOUN"]
    statement = only(scene)
    assert words(scene, statement.source) == "envoy"
    assert words(scene, statement.content).startswith("Kern")


@pytest.mark.parametrize(("article", "count"), [("no figure for", 0), ("the figure for", 1)])
def test_no_figure_for_something_is_no_statement_of_it(article: str, count: int) -> None:
    scene = found(f"{{s Kern}} {{c gave}} {article} {{t its own heavy military losses}}.")
    scene.parsed.upos[1] = "VERB"
    assert len(extract(scene)) == count


@pytest.mark.parametrize(
    ("content", "tags", "count"),
    [
        ("the losses", "ADP", 0),
        ("the losses", "NOUN", 1),
        ("the losses", "VERB", 0),
        ("the heavy losses", "ADP", 0),
        ("the heavy losses", "VERB", 1),
        ("they had lost", "ADP", 1),
    ],
)
def test_a_cue_that_says_nothing_needs_a_clause(content: str, tags: str, count: int) -> None:
    scene = found(f"{{s Kern}} spoke {{c about}} {{t {content}}}.")
    for token in range(len(scene.parsed)):
        if scene.parsed.word(token) == "about":
            scene.parsed.upos[token] = tags
        if scene.parsed.word(token) == "lost":
            scene.parsed.upos[token] = "VERB"
    assert len(extract(scene)) == count


@pytest.mark.parametrize(
    ("source", "speaker"),
    [("the watchdog", "orl"), ("The Vienna-based group", "orl"), ("a group", None)],
)
def test_a_body_that_nothing_names_is_the_last_one_that_spoke(
    source: str, speaker: str | None
) -> None:
    scene = found(
        f"{{s Orlan Watch}} {{c said}} {{t the camp was full}}.\n"
        f'{{t "They sleep outside,"}} {{s {source}}} {{c said}}.',
        actors={"Orlan Watch": ("organisation", "orl")},
    )
    noun_phrase(scene, source)
    assert [s.speaker for s in extract(scene)] == ["orl", speaker]


def test_what_stands_far_before_cue_and_source_is_not_theirs() -> None:
    scene = found(
        "After talks {t on the border}, while {s Kern} {c said} {t they had stopped}, it rained."
    )
    assert words(scene, only(scene).content) == "they had stopped"


def test_who_only_did_something_to_the_source_is_not_the_speaker() -> None:
    tree = """
    The DET 2 det
    truce NOUN 7 nsubj
    , PUNCT 4 punct
    brokered VERB 2 acl
    by ADP 6 case
    Orland PROPN 4 obl
    demanded VERB 0 root demand
    that SCONJ 10 mark
    troops NOUN 10 nsubj
    leave VERB 7 ccomp
    . PUNCT 7 punct
    """
    scene = found(
        "{s The truce, brokered by Orland} {c demanded} {t that troops leave}.",
        tree=tree,
        actors={"Orland": ("state", "orland")},
    )
    assert only(scene).speaker is None


def test_whom_a_participle_describes_says_nothing() -> None:
    scene = found("{s Men} {c charged with} {t many crimes} met.")
    for token in range(len(scene.parsed)):
        if scene.parsed.word(token) == "charged":
            scene.parsed.upos[token], scene.parsed.xpos[token] = "VERB", "VBN"
            scene.parsed.heads[token], scene.parsed.deprels[token] = token - 1, "acl"
    assert extract(scene) == []
    scene.parsed.xpos[1] = "VBD"
    assert len(extract(scene)) == 1


def test_a_relative_clause_of_a_noun_is_not_what_was_said() -> None:
    tree = """
    Kern PROPN 2 nsubj
    initialed VERB 0 root initial
    a DET 4 det
    deal NOUN 2 obj
    that PRON 6 nsubj
    ends VERB 4 {rel}
    wars NOUN 6 obj
    . PUNCT 2 punct
    """
    marked = "{s Kern} {c initialed} a deal {t that ends wars}."
    assert extract(found(marked, tree=tree.format(rel="acl:relcl"))) == []
    assert len(extract(found(marked, tree=tree.format(rel="acl")))) == 1


def test_what_is_told_of_a_source_is_not_what_it_says() -> None:
    tree = """
    According VERB 3 case accord
    to ADP 1 fixed
    Kern PROPN 12 obl
    , PUNCT 6 punct
    who PRON 6 nsubj
    read VERB 3 acl:relcl
    it PRON 6 obj
    , PUNCT 3 punct
    the DET 10 det
    roads NOUN 12 nsubj road
    are AUX 12 cop
    open ADJ 0 root
    . PUNCT 12 punct
    """
    marked = "{c According to} {s Kern}, who read it, the roads are open."
    scene = found(marked, tree=tree)
    assert words(scene, only(scene).content) == "the roads are open"


@pytest.mark.parametrize(("subject", "tag"), [("Bell", "PROPN"), ("He", "PRON")])
def test_a_name_before_a_cue_is_its_source_and_not_the_neighbours(subject: str, tag: str) -> None:
    tree = f"""
    Roads NOUN 2 nsubj road
    open VERB 5 ccomp open
    , PUNCT 5 punct
    Kern PROPN 5 nsubj
    says VERB 0 root say
    ; PUNCT 8 punct
    {subject} {tag} 8 nsubj
    denies VERB 5 parataxis deny
    delay NOUN 8 obj
    . PUNCT 5 punct
    """
    marked = f"{{t Roads open}}, {{s Kern}} {{c says}}; {subject} {{c denies}} {{t delay}}."
    scene = found(marked, tree=tree)
    sources = [words(scene, one.source) for one in extract(scene)]
    assert sources == ["Kern", subject if tag == "PROPN" else "Kern"]


@pytest.mark.parametrize(("thing", "lemma", "kept"), [("law", "law", 0), ("views", "view", 1)])
def test_what_is_decreed_is_an_act_and_not_said(thing: str, lemma: str, kept: int) -> None:
    tree = f"""
    Norvia PROPN 2 nsubj
    declared VERB 0 root declare
    martial ADJ 4 amod
    {thing} NOUN 2 obj {lemma}
    . PUNCT 2 punct
    """
    scene = found(f"{{s Norvia}} {{c declared}} {{t martial {thing}}}.", tree=tree)
    assert len(list(extract(scene))) == kept


@pytest.mark.parametrize(
    ("word", "relation", "content"),
    [("Vark", "5 nsubj", "Vark shelled the town"), ("Monday", "2 obl", "shelled the town")],
)
def test_a_content_begins_with_the_clause_that_its_cue_takes(
    word: str, relation: str, content: str
) -> None:
    tree = f"""
    Norvia PROPN 2 nsubj
    said VERB 0 root say
    Thursday PROPN 2 obl
    {word} PROPN {relation}
    shelled VERB 2 ccomp shell
    the DET 7 det
    town NOUN 5 obj
    . PUNCT 2 punct
    """
    marked = f"{{s Norvia}} {{c said}} Thursday {word} shelled {{t the town}}."
    scene = found(marked, tree=tree)
    assert words(scene, only(scene).content) == content
