"""Whether a loss is told as a fact, or only feared, planned, asked for or denied."""

from __future__ import annotations

from dateline.extract.casualties.tables import words
from dateline.extract.events.mood import not_only
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import auxiliaries, embedding

_STEPS = 4
_FINITE = ("VBD", "VBZ", "VBP")
_AVERTED = ("obj", "nsubj:pass", "advcl", "xcomp", "obl")
"""What averted deaths, and people from being killed, hang on a verb of averting as."""
_UNREAL = frozenset(["future", "may", "must", "would", "not"])


def unreal(trigger: int, scene: Scene) -> str | None:
    """The word that keeps a loss from being a fact, or None: it is told as one."""
    p, g = scene.parsed, scene.grammar
    token = trigger
    for _ in range(_STEPS):
        if word := _on(token, scene):
            return word
        head, rel = p.heads[token], p.deprels[token]
        if g.lemma(head) in words("averting") and rel in _AVERTED:
            return p.word(head)
        if head == token or g.rel(token) not in words("climbing") or rel == "acl:relcl":
            return None
        if g.rel(token) == "obl" and set(g.case(token)) & words("circumstances"):
            return None
        status = embedding().get((g.lemma(head), g.rel(token)), "occurred")
        # "Told reporters that", "insisted that": a demand only where no finite clause follows.
        if status != "occurred" and not (status == "called_for" and _finite(token, scene)):
            return p.word(head)
        # From a phrase beside its verb no further: what a warning follows is no less a fact.
        if g.rel(token) == "obl" or p.upos[head] not in ("VERB", "NOUN", "ADJ"):
            return None
        if g.rel(token) == "conj" and p.upos[token] == "VERB" and _finite(token, scene):
            return None
        token = head
    return None


def _finite(token: int, scene: Scene) -> bool:
    """Whether a verb is finite, by its own form or its auxiliary's."""
    p, g = scene.parsed, scene.grammar
    own = [t for t in p.children[token] if g.rel(t) in ("aux", "cop")]
    return any(p.xpos[t] in _FINITE for t in (token, *own))


def withheld(token: int, scene: Scene) -> str | None:
    """The auxiliary or negation on a word that keeps what it tells from being a fact."""
    p, g = scene.parsed, scene.grammar
    for c in p.children[token]:
        word = auxiliaries().get(g.lemma(c)) or auxiliaries().get(p.word(c).lower())
        if c < token and g.rel(c) in ("aux", "advmod") and word in _UNREAL:
            if word == "not" and not_only(token, scene):
                continue  # "has not only killed"
            return p.word(c)
    return None


def _on(token: int, scene: Scene) -> str | None:
    """An auxiliary, a negation or an "if" on the word itself."""
    p, g = scene.parsed, scene.grammar
    if p.upos[token] not in ("VERB", "ADJ"):
        return None
    if word := withheld(token, scene):
        return word
    for c in p.children[token]:
        if g.rel(c) == "mark" and g.lemma(c) in words("conditions"):
            return p.word(c)
    to = any(g.lemma(c) == "to" and g.rel(c) in ("mark", "aux") for c in p.children[token])
    if to and p.xpos[token] == "VB" and p.deprels[token] != "xcomp":
        return "to"
    return None
