"""What words are about: "called for a truce" is told again by "the call for a truce"."""

from __future__ import annotations

from dateline.extract.events.draft import Draft
from dateline.extract.events.ontology import VERBAL
from dateline.extract.events.retelling.agree import dated_late, dates_agree, lands, sides_agree
from dateline.extract.events.scene import Scene

_WORDS = 30
"""How many words of a content are looked at: keeps long sentences linear."""
_FEW = 2
"""Words below which a content says too little to tell two apart."""
_BEHIND = 1
"""Sentences behind words in which others of the same mode only go on with them."""
_QUOTED = 2
"""Sentences behind words in which they are quoted."""
_SHARE = 0.5
"""Share of the shorter content that the other has, from which they are one."""
_HARDLY = 0.25
"""Share below which two contents are of two things."""
_CONTENT = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM"])
_TAKEN = frozenset(
    ["obj", "ccomp", "xcomp", "obl", "nmod", "acl", "advcl", "parataxis", "amod", "compound"]
)
_EMPTY = frozenset(
    [
        *("be", "have", "do", "make", "take", "say", "tell", "call", "go", "give", "get"),
        *("people", "country", "government", "state", "year", "day", "time", "statement"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ]
)
"""Words that say little of what an act is about."""


def said_again(a: Draft, b: Draft, scene: Scene) -> bool:
    """Whether two tell of the same words by the same side to the same: what they are about is, in
    good part, the same."""
    if a.type not in VERBAL or not (a.actors and b.actors):
        return False
    if a.mode and b.mode and a.mode != b.mode:
        return False
    if not sides_agree(a, b, scene):
        return False
    if not (dates_agree(a, b) or dated_late(a, b)):
        return False
    first, second = content(a, scene), content(b, scene)
    shared = len(first & second)
    same = scene.grammar.lemma(a.token) == scene.grammar.lemma(b.token)
    plain = first == second or (a.recipients and b.recipients)
    few = 1 if same and plain else 2
    return shared >= few and shared >= _SHARE * min(len(first), len(second))


def quoted_again(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Karzai called on rebels to lay down arms. "I call upon them to give up," he said": words
    that are told, and right behind that quoted; to nobody else, of no other day."""
    if a.type not in VERBAL or not a.actors or set(a.actors) != set(b.actors):
        return False
    near = 0 <= scene.parsed.sentence_of[b.token] - scene.parsed.sentence_of[a.token] <= _QUOTED
    said, before = scene.statement_of[b.token], scene.statement_of[a.token]
    quoted = said is not None and said.mode == "direct" and said is not before
    if not (near and quoted and (dates_agree(a, b) or dated_late(a, b))):
        return False
    one_mode = not (a.mode and b.mode) or a.mode == b.mode
    return one_mode and (not b.recipients or set(b.recipients) <= set(a.recipients))


def in_one_breath(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Accused Kenya of spying, blaming it for the raid", "went on trial accused of spying": a
    participle that goes on with the same words, to the same or to one of their land."""
    p, g, verb = scene.parsed, scene.grammar, b.candidate.verb
    if a.type not in VERBAL or a.actors != b.actors or p.xpos[verb] not in ("VBG", "VBN"):
        return False
    hangs = g.rel(verb) == "advcl" and not g.case(verb)
    if not hangs or p.heads[verb] not in (a.token, a.candidate.verb):
        return False
    if p.xpos[verb] == "VBN":
        return bool(a.recipients) and a.recipients == b.recipients
    here, there = lands(a.recipients, scene), lands(b.recipients, scene)
    return not (here and there) or here == there


def other_words(a: Draft, b: Draft, scene: Scene) -> bool:
    """ "Agreed that trade ... agreed that visas": the same word for two things."""
    if a.type not in VERBAL:
        return False
    sentence_of = scene.parsed.sentence_of
    if a.mode and a.mode == b.mode and sentence_of[b.token] - sentence_of[a.token] <= _BEHIND:
        return False  # "called for a truce", and right behind "calls on them to cease fire"
    first, second = content(a, scene), content(b, scene)
    fewer = min(len(first), len(second))
    return fewer >= _FEW and len(first & second) < _HARDLY * fewer


def content(draft: Draft, scene: Scene) -> set[str]:
    """The lemmas of what an act is about, without those who take part."""
    p, g = scene.parsed, scene.grammar
    takers = {draft.token, draft.candidate.verb}
    queue = [c for t in takers for c in p.children[t] if g.rel(c) in _TAKEN and c not in takers]
    sides = {*draft.actors, *draft.recipients}
    out: set[str] = set()
    for token in queue:
        if len(queue) < _WORDS:
            queue.extend(c for c in p.children[token] if c not in takers)
        if p.upos[token] in _CONTENT and not any(x.id in sides for x in scene.mentioned(token)):
            out.add(g.lemma(token))
    return out - _EMPTY
