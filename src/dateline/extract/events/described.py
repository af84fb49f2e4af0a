"""How real a noun makes what it names: by what stands before it, or by its day."""

from __future__ import annotations

from dateline.extract.events.match import Candidate
from dateline.extract.events.mood import Standing, later
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import embedding

_ROUNDS = frozenset(["round", "session", "series", "phase", "stage"])


def described(candidate: Candidate, scene: Scene, out: Standing) -> None:
    """ "The planned visit", "next week's talks": what stands before a noun, or dates it."""
    g, p, found = scene.grammar, scene.parsed, scene.found
    if candidate.entry.pos != "N":
        return
    noun, over = candidate.token, p.heads[candidate.token]
    if g.rel(noun) == "nmod" and "of" in g.case(noun) and g.lemma(over) in _ROUNDS:
        noun = over  # "the coming round of talks"
    for c in p.children[noun]:
        if _to_be(c, scene):
            out.status, out.why = "planned", f"{p.word(c)!r} is to come"
            return
        if c > noun and g.rel(c) not in ("nmod", "obl"):
            continue
        status = embedding().get((g.lemma(c), "mod"))
        dates = found.time_at.over(p.starts[c], p.ends[c])
        if c < noun and status is not None and not dates:
            out.status, out.why = status, f"{p.word(c)!r}"  # type: ignore[assignment]
            return
        if later(c, scene):
            out.status, out.why = "planned", f"{p.word(c)!r} is to come"
            return


def fact(candidate: Candidate, scene: Scene) -> bool:
    """ "Wants to solve the 2005 murder": what is named by its day has been."""
    g, p, published = scene.grammar, scene.parsed, scene.found.story.published
    if candidate.entry.pos != "N" or published is None:
        return False
    before = [
        c
        for c in p.children[candidate.token]
        if c < candidate.token and g.rel(c) in ("nmod", "compound", "nummod", "amod")
    ]
    times = [t for c in before for _, t in scene.found.time_at.over(p.starts[c], p.ends[c])]
    return any(t.end is not None and t.end[:10] < published.isoformat() for t in times)


def _to_be(verb: int, scene: Scene) -> bool:
    """ "The summit to be held in Lagos", "talks scheduled for May": a noun that is yet to be."""
    g, p = scene.grammar, scene.parsed
    if p.deprels[verb] != "acl" or p.xpos[verb] != "VBN":
        return False
    below = {g.lemma(c) for c in p.children[verb] if g.rel(c) in ("mark", "aux")}
    return {"to", "be"} <= below or embedding().get((g.lemma(verb), "mod")) == "planned"
