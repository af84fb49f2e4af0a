"""What stands in the slots of a pattern: subjects, objects, owners, what a phrase is said of."""

from __future__ import annotations

from dateline.extract.casualties.whose import group
from dateline.extract.events.scene import Scene
from dateline.knowledge.lexicon import lexicon

_SHARES = frozenset(
    ["most", "much", "half", "quarter", "third", "majority", "rest", "some", "all", "%", "percent"]
)


def tokens(slots: tuple[str, ...], token: int, scene: Scene) -> list[int]:
    """The words in the first slot that has any."""
    g, p = scene.grammar, scene.parsed
    for slot in slots:
        first, _, rest = slot.partition(".")
        if first == "subj":
            found = g.subjects(token)
        elif first == "obj":
            found = g.objects(token) or _shared_subject(token, scene)
        elif first == "self":
            found = [token]
        elif first == "up":
            found = [p.heads[token]]
        elif first == "apposed":
            found = [p.heads[token]] if g.rel(token) == "appos" else []
        elif first == "above":
            found = _above(token, scene)
        elif first == "head":
            found = [p.heads[token]] if p.deprels[token] == "amod" else g.subjects(token)
        elif first in ("poss", "iobj", "xcomp"):
            rel = "nmod:poss" if first == "poss" else first
            found = [c for c in p.children[token] if p.deprels[c] == rel]
        elif first == "mod":
            found = [c for c in p.children[token] if g.rel(c) in ("amod", "compound")]
        else:
            found = g.preps(token, first)
        found = [o for t in found for o in _of_a_share(t, scene)]
        if rest:
            found = [t for f in found for t in tokens((rest,), f, scene)]
        if found:
            return found
    return []


def _of_a_share(token: int, scene: Scene) -> list[int]:
    """ "Most of Aleppo", "half of the town": what it is a share of."""
    share = scene.grammar.lemma(token) in _SHARES or scene.parsed.upos[token] == "NUM"
    return (scene.grammar.preps(token, "of") if share else []) or [token]


def _above(token: int, scene: Scene) -> list[int]:
    """ "Areas under Turkish control", "fell under Turkish control", "left it in Turkish hands":
    what a phrase is said of."""
    p, g = scene.parsed, scene.grammar
    head, rel = p.heads[token], g.rel(token)
    if rel == "nmod":
        return [head]
    return (g.objects(head) or g.subjects(head)) if rel in ("obl", "xcomp", "advcl") else []


def _shared_subject(verb: int, scene: Scene) -> list[int]:
    """ "The town is in Togo but is controlled by rebels": the subject of the clause before."""
    p, g = scene.parsed, scene.grammar
    joined = p.deprels[verb] == "conj" and g.passive(verb)
    return g.subjects(p.heads[verb]) if joined else []


def actors(slots: tuple[str, ...], token: int, scene: Scene) -> list[str]:
    """Who stands in the first slot that names anybody; "both sides" are one."""
    for slot in slots:
        out: list[str] = []
        for t in tokens((slot,), token, scene):
            ids = _before_hyphen(t, scene) if slot == "self" else scene.actors(t) or _we(t, scene)
            together = group(t, scene) if len(ids) > 1 else None
            members = scene.found.actor_by_id[together].members if together else []
            out += [together] if together and members else ids[:1]
        if out:
            return list(dict.fromkeys(out))
    return []


def _we(token: int, scene: Scene) -> list[str]:
    """ "We have lost control of the city": who speaks."""
    statement = scene.statement_of[token]
    speaker = statement.speaker if statement is not None else None
    ours = scene.parsed.word(token).lower() in ("we", "us", "our")
    return [speaker] if ours and speaker is not None else []


def _before_hyphen(token: int, scene: Scene) -> list[str]:
    """ "Rebel-held", "Russian-occupied": whoever is named in the word, or the adjective's state."""
    if named := [a.id for a in scene.mentioned(token)]:
        return named
    adjective = scene.parsed.word(token).rpartition("-")[0]
    lands = [e.country for e in lexicon().get(adjective) if e.kind == "demonym"]
    return [scene.states[land] for land in lands[:1] if land in scene.states]
