"""Losses: what a word tells of people, and a number of people tied to it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.casualties.counted import Counted
from dateline.extract.casualties.tables import Kind, kinds
from dateline.extract.events.scene import Scene
from dateline.record.claims import Loss

OPEN = "open"
"""The kind of a number that stands for killed and injured together ("12 casualties")."""
_POS = {"VERB": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}


@dataclass(slots=True)
class Tie:
    """A number of people, and what befell them."""

    counted: Counted
    kind: str
    trigger: int
    rule: str
    part: bool = False
    """Whether they are among those counted just before ("including two children")."""
    several: tuple[Loss, ...] = ()
    """Where `kind` is OPEN, the losses that the number stands for together."""
    further: tuple[int, ...] = ()
    """The words of those losses beside `trigger`."""


def kind_at(token: int, scene: Scene) -> Kind | None:
    """The loss that a verb, participle or adjective tells."""
    p, g = scene.parsed, scene.grammar
    pos = _POS.get(p.upos[token])
    word = p.word(token).lower()
    if pos == "V" and any(g.lemma(t) == "fatally" for t in p.children[token]):
        return Kind("obj", "killed")  # "fatally shot two men"
    if pos == "V" and (kind := kinds().get((g.lemma(token), "V"))):
        return kind
    if pos == "N" and (word, "A") in kinds() and (word, "N") in kinds():
        return kinds()[word, "A"]  # "dead" and "wounded" change their part of speech
    beside = p.deprels[token] == "compound:prt"  # "shot dead two men"
    return kinds().get((word, "A")) if pos in ("A", "V") or beside else None
