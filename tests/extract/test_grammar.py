"""Slips of the tree that the grammar sets right."""

from __future__ import annotations

from dateline.anatomy.story import Segment
from dateline.extract.grammar import Grammar
from dateline.language.parsed import Parsed, Sentence

WORDS = ["Kenya", "accused", "Ghana", "of", "shelling", "towns"]
#        0     1       2     3  4        5


def tree(heads: list[int], deprels: list[str]) -> Parsed:
    """A tree over `WORDS`."""
    text = " ".join(WORDS)
    starts = [text.index(w) for w in WORDS]
    ends = [s + len(w) for s, w in zip(starts, WORDS, strict=True)]
    return Parsed(
        text=text,
        starts=starts,
        ends=ends,
        lemmas=["kenya", "accuse", "ghana", "of", "shell", "town"],
        upos=["PROPN", "VERB", "PROPN", "SCONJ", "VERB", "NOUN"],
        xpos=["NNP", "VBD", "NNP", "IN", "VBG", "NNS"],
        heads=heads,
        deprels=deprels,
        sentences=[Sentence(0, len(WORDS), Segment(0, len(text), "body"))],
    )


def test_the_accused_are_the_object_wherever_they_hang() -> None:
    rels = ["nsubj", "root", "obj", "mark", "advcl", "obj"]
    for head, rel in ((1, "obj"), (4, "nsubj"), (4, "obj")):
        grammar = Grammar(tree([1, 1, head, 4, 1, 4], [*rels[:2], rel, *rels[3:]]))
        assert grammar.objects(1) == [2], (head, rel)
        assert grammar.subjects(4) == [2], (head, rel)


def test_a_headlines_comma_joins_two_names() -> None:
    def joined(text: str, kind: str) -> list[int]:
        words = text.split(" ")
        starts = [text.index(w) for w in words]
        count = len(words)
        parsed = Parsed(
            text=text,
            starts=starts,
            ends=[s + len(w) for s, w in zip(starts, words, strict=True)],
            lemmas=[w.lower() for w in words],
            upos=["PROPN" if w[0].isupper() else "PUNCT" if w == "," else "VERB" for w in words],
            xpos=[""] * count,
            heads=[3, 0, 0, 3, *[3] * (count - 4)],
            deprels=["nsubj", "punct", "appos", "root", *["obj"] * (count - 4)],
            sentences=[Sentence(0, count, Segment(0, len(text), kind))],
        )
        return Grammar(parsed).conjuncts(0)

    assert joined("Ghana , Togo sign pact", "title") == [0, 2]
    assert joined("Ghana , Togo sign pact", "body") == [0]
    assert joined("Accra , Ghana , sign pact", "title") == [0]


def test_a_preposition_may_be_the_mark_of_what_the_noun_does() -> None:
    def case(words: str, deprels: list[str], heads: list[int]) -> list[str]:
        told = words.split(" ")
        starts = [words.index(w) for w in told]
        parsed = Parsed(
            text=words,
            starts=starts,
            ends=[s + len(w) for s, w in zip(starts, told, strict=True)],
            lemmas=told,
            upos=["NOUN", "VERB", "X", "X", "X"],
            xpos=[""] * 5,
            heads=heads,
            deprels=deprels,
            sentences=[Sentence(0, 5, Segment(0, len(words), "body"))],
        )
        return Grammar(parsed).case(deprels.index("obl"))

    before = ["nsubj", "root", "mark", "obl", "acl"]
    assert case("clashes erupted with battles raging", before, [1, 1, 4, 1, 3]) == ["with"]
    behind = ["nsubj", "root", "obl", "mark", "acl"]
    assert case("clashes erupted days after fighting", behind, [1, 1, 1, 4, 2]) == []


def test_the_third_of_three_may_hang_on_the_second() -> None:
    grammar = Grammar(tree([1, 1, 0, 4, 2, 1], ["nsubj", "root", "conj", "cc", "conj", "obj"]))
    assert grammar.conjuncts(0) == [0, 2, 4]
    grammar = Grammar(tree([1, 1, 0, 4, 2, 1], ["nsubj", "root", "conj", "cc", "nmod", "obj"]))
    assert grammar.conjuncts(0) == [0, 2]
