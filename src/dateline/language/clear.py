"""Trees in spaCy's English labels (ClearNLP) to Universal Dependencies.

There, prepositions and copulas head their phrases and the members of a coordination hang on one
another; here they hang on the noun, the predicate and the first member. The labels are in
`clear_relations.tsv`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

_PREPOSITIONS: Final = frozenset(["prep", "agent", "dative"])
# What decides about the tree is renamed after it has been changed, the rest before.
_STRUCTURAL: Final = _PREPOSITIONS | {"ROOT", "acomp", "attr", "pcomp", "pobj"}
_NOMINAL: Final = frozenset(["NOUN", "PROPN", "PRON", "NUM", "SYM"])
_CLAUSAL: Final = frozenset(["VERB", "AUX"])


@cache
def relations() -> dict[str, str]:
    """ClearNLP label to UD relation, where they differ."""
    text = Path(__file__).with_name("clear_relations.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return dict(rows[1:])


class _Tree:
    """A tree under change. A root is its own head."""

    def __init__(self, heads: Sequence[int], labels: Sequence[str]) -> None:
        self.head = list(heads)
        self.label = list(labels)

    def children(self, token: int) -> list[int]:
        return [c for c, h in enumerate(self.head) if h == token != c]

    def swap(self, token: int, child: int, relation: str) -> None:
        """Put `child` into the place of `token`, which becomes its dependent, with all the rest."""
        for other in self.children(token):
            if other != child:
                self.head[other] = child
        self.head[child] = child if self.head[token] == token else self.head[token]
        self.label[child] = self.label[token]
        self.head[token], self.label[token] = child, relation


def universal(
    heads: Sequence[int],
    labels: Sequence[str],
    upos: Sequence[str],
    lemmas: Sequence[str],
    names: Sequence[tuple[int, int]] = (),
) -> tuple[list[int], list[str]]:
    """Heads and UD relations of one sentence.

    `heads` are indices (a root is its own), `names` the token ranges of persons' names.
    """
    table = relations()
    tree = _Tree(heads, [x if x in _STRUCTURAL else table.get(x, x) for x in labels])
    predicates = _copulas(tree, lemmas)
    _prepositions(tree, upos, predicates)
    _coordinations(tree)
    for begin, end in names:
        _flatten(tree, begin, end)
    return tree.head, [table[x] if x in _STRUCTURAL else x for x in tree.label]


def _copulas(tree: _Tree, lemmas: Sequence[str]) -> set[int]:
    """ "is" hangs on what somebody is; gives the predicates."""
    out = set()
    for token, lemma in enumerate(lemmas):
        if lemma != "be":
            continue
        children = tree.children(token)
        found = [c for c in children if tree.label[c] in ("attr", "acomp")]
        if not found:
            continue
        if any(tree.label[c] == "expl" for c in children):
            tree.label[found[0]] = "nsubj"  # "There is a way"
            continue
        tree.swap(token, found[0], "cop")
        out.add(found[0])
    return out


def _prepositions(tree: _Tree, upos: Sequence[str], predicates: set[int]) -> None:
    """Prepositions hang on their noun, which takes their place; the last ones first."""
    for token in reversed(range(len(tree.head))):
        if tree.label[token] not in _PREPOSITIONS:
            continue
        inner = next((c for c in tree.children(token) if tree.label[c] in ("pobj", "pcomp")), None)
        if inner is None:
            continue
        clause = tree.label[inner] == "pcomp" and upos[inner] in _CLAUSAL
        old = tree.label[token]
        above = tree.head[token]
        tree.swap(token, inner, "mark" if clause else "case")
        if above == token:
            continue  # a root stays one
        nominal = upos[above] in _NOMINAL and above not in predicates
        if clause:
            tree.label[inner] = "acl" if nominal else "advcl"
        elif old == "agent":
            tree.label[inner] = "obl:agent"
        elif tree.label[above] in _PREPOSITIONS and tree.label[inner] == "prep":
            tree.label[inner] = "pobj"  # "out of the house": the outer one finds its noun below
        else:
            tree.label[inner] = "nmod" if nominal else "obl"


def _coordinations(tree: _Tree) -> None:
    """All members hang on the first, each conjunction on the member that it stands before."""
    for token, label in enumerate(tree.label):
        if label != "cc" or tree.head[token] == token:
            continue  # a root stays one, even of an odd tree
        after = [c for c in tree.children(tree.head[token]) if c > token]
        member = next((c for c in after if tree.label[c] == "conj"), None)
        if member is not None:
            tree.head[token] = member
    for token, label in enumerate(tree.label):
        if label == "conj":
            first = tree.head[token]
            while tree.label[first] == "conj" and tree.head[first] != first:
                first = tree.head[first]
            tree.head[token] = first


def _flatten(tree: _Tree, begin: int, end: int) -> None:
    """A person's name: its words hang on the first as `flat`."""
    inside = range(begin, end)
    tops = [t for t in inside if tree.head[t] not in inside or tree.head[t] == t]
    if len(tops) != 1 or end - begin < 2:
        return
    if any(tree.label[t] not in ("compound", "nmod") for t in inside if t != tops[0]):
        return
    if tops[0] != begin:
        tree.swap(tops[0], begin, "flat")
    for token in inside:
        if token != begin:
            for child in tree.children(token):
                tree.head[child] = begin
            tree.head[token], tree.label[token] = begin, "flat"
