"""Do the conditions of a lexicon entry hold for a word in its sentence?"""

from __future__ import annotations

from functools import cache
from typing import Protocol

from dateline.extract.events.lexicon import Entry, Need
from dateline.extract.events.ontology import COOPERATIVE, ontology
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import auxiliaries, light_verbs
from dateline.extract.events.timed import dated

# Objects of these classes are whom or what the event befalls, or events of their own, and no part
# of its name.
_PARTICIPANTS = frozenset(
    [
        *("@actor", "@place", "@person", "@people", "@target", "@force", "@territory"),
        *("@facility", "@victimizing", "@presupposed"),
    ]
)


_PERIODS = frozenset(
    [
        *("hour", "day", "week", "month", "year", "decade", "life", "midnight", "noon"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ]
)
"""Words of time that rows name."""


class Matcher(Protocol):
    """What a condition may ask about other words."""

    def entry_at(self, token: int) -> Entry | None:
        """The entry that a word stands for."""

    def light(self, token: int) -> int | None:
        """The light verb of a noun."""

    def happening(self, token: int) -> int | None:
        """The verb that lets a noun's event happen."""


def hold(entry: Entry, token: int, scene: Scene, matcher: Matcher) -> list[int] | None:
    """The further words that the conditions found (they belong to the trigger), or None."""
    used: list[int] = []
    for need in entry.needs:
        hits = _hits(need, token, scene, matcher)
        if hits is None:
            return None
        if need.wanted and need.slot in ("obj", "prt", "mod", "xcomp"):
            befallen = (_PARTICIPANTS | {"*"}) & set(need.classes)
            named = [h for h in hits if scene.grammar.lemma(h) != "it"]
            used += [h for h in named if not befallen or scene.has(h, need.words)]
    return used


def _hits(need: Need, token: int, scene: Scene, matcher: Matcher) -> list[int] | None:
    """The words that fulfil a condition; None where it fails."""
    if need.slot == "light":
        light = matcher.light(token)
        good = light is not None and ("*" in need.classes or scene.has(light, need.words))
        return [] if good == need.wanted else None
    if need.slot == "happen":
        verbs = (matcher.light(token), matcher.happening(token))
        told = [v for v in verbs if v is not None]
        happens = any("*" in need.classes or scene.has(v, need.words) for v in told)
        return [] if happens == need.wanted else None
    if need.slot == "dated":
        return [] if dated(token, scene) == need.wanted else None
    if need.slot == "copin":
        return [] if _in_state(token, scene) == need.wanted else None
    if need.slot == "parties":
        return []
    candidates = [*_slot(need.slot, token, scene), *_periods(need, token, scene)]
    if "?" in need.classes and not candidates:
        return []
    found = [c for c in candidates if _fits(need, c, scene, matcher)]
    if not need.wanted:
        return None if found else []
    return found[:1] or None


def _slot(slot: str, token: int, scene: Scene) -> list[int]:
    """The words in a slot of a verb or noun; each is worked out once."""
    if (slot, token) not in scene.slots:
        scene.slots[slot, token] = _found(slot, token, scene)
    return scene.slots[slot, token]


def _periods(need: Need, token: int, scene: Scene) -> list[int]:
    """ "Jailed for six years": expressions of time, which fill a slot only where the condition has
    the very word."""
    if need.words.isdisjoint(_PERIODS):
        return []
    g, p = scene.grammar, scene.parsed
    first, _, last = need.slot.rpartition(".")
    nouns = _slot(first, token, scene) if first else [token]
    return [
        t
        for noun in nouns
        for t in g.preps(noun, last)
        if scene.has(t, need.words) and scene.found.time_at.over(p.starts[t], p.ends[t])
    ]


def _found(slot: str, token: int, scene: Scene) -> list[int]:
    g, p = scene.grammar, scene.parsed
    first, _, rest = slot.partition(".")
    if rest:
        return [t for noun in _slot(first, token, scene) for t in _slot(rest, noun, scene)]
    if slot == "obj":
        objects = g.objects(token)
        if not g.passive(token):
            return objects
        # "Its members were denied visas": the other object stays behind a passive.
        return [*objects, *(c for c in p.children[token] if p.deprels[c] == "obj")]
    if slot == "subj":
        return g.subjects(token)
    if slot == "iobj":
        return scene.receivers(token)
    if slot == "acl":
        return [c for c in p.children[token] if p.deprels[c] == "acl"]
    if slot == "comp":
        return g.complements(token)
    if slot == "inf":
        return [c for c in g.complements(token) if "to" in g.case(c)]
    if slot == "xcomp":
        open_ = ("xcomp", "amod", "obl", "advcl")
        above = p.heads[token] if g.rel(token) == "conj" else token
        return [
            *(c for c in p.children[token] if g.rel(c) in open_ or _is_called(c, token, scene)),
            # "Called the charges baseless", where the adjective was hung on the noun.
            *(c for o in g.objects(token) for c in p.children[o] if c > o and g.rel(c) == "amod"),
            # "One was killed and two were hurt when a wall fell": said of both.
            *(c for c in p.children[above] if c > token > above and g.rel(c) == "advcl"),
        ]
    if slot == "prt":
        return [
            c
            for c in p.children[token]
            if p.deprels[c] == "compound:prt"
            or (g.rel(c) in ("advmod", "case") and abs(c - token) < 6)
        ]
    if slot == "head":
        return [p.heads[token]] if p.heads[token] != token else []
    if slot in ("aux", "advmod"):
        return [c for c in p.children[token] if g.rel(c) == slot]
    if slot == "poss":
        return [c for c in p.children[token] if p.deprels[c] == "nmod:poss"]
    if slot == "mod":
        wanted = ("amod", "compound", "nmod", "nummod")
        return [c for c in p.children[token] if g.rel(c) in wanted and c < token]
    # "insisted on Sunday" is no insisting on something.
    times = scene.found.time_at
    return [t for t in g.preps(token, slot) if not times.over(p.starts[t], p.ends[t])]


def _is_called(noun: int, verb: int, scene: Scene) -> bool:
    """ "Branded the drills a rehearsal for war": the noun behind the object says what it is called,
    as whatever the parser took it for."""
    g, p = scene.grammar, scene.parsed
    if p.upos[noun] != "NOUN" or g.rel(noun) not in ("obj", "ccomp") or g.case(noun):
        return False
    clause = any(g.rel(c) in ("nsubj", "cop") for c in p.children[noun])
    return not clause and any(verb < o < noun for o in g.objects(verb) if o != noun)


def _fits(need: Need, token: int, scene: Scene, matcher: Matcher) -> bool:
    counted = scene.counted(token)
    if counted != token and _fits(need, counted, scene, matcher):
        return True
    meant = scene.referent(token) if need.slot == "subj" else None
    if meant is not None and meant != token and _fits(need, meant, scene, matcher):
        return True
    if scene.has(token, need.words):
        return True
    known = need.slot == "obj" and need.wanted and "*" not in need.classes
    if known and any(_fits(need, t, scene, matcher) for t in scene.things(token)):
        return True
    for name in need.classes:
        if name == "*":
            return True
        if name == "?":
            continue  # something stands there
        if name.startswith("@@"):
            if _clause(name, token, scene, matcher):
                return True
        elif scene.of_class(token, name):
            return True
    return False


def _clause(name: str, token: int, scene: Scene, matcher: Matcher) -> bool:
    """Conditions on a clause: what kind of event it tells, how it is put, who acts in it."""
    p = scene.parsed
    if name == "@@should":
        helpers = [c for c in p.children[token] if p.upos[c] == "AUX"]
        obliged = any(auxiliaries().get(scene.grammar.lemma(c)) == "must" for c in helpers)
        return obliged or scene.grammar.subjunctive(token)
    if name == "@@actor":
        return any(scene.mentioned(t) for t in scene.grammar.subjects(token))
    entry = matcher.entry_at(token)
    if entry is None and (scene.grammar.lemma(token), "obj") not in _averting():
        nouns = [*scene.grammar.objects(token), *scene.grammar.preps(token, "in")]
        entry = next((e for e in map(matcher.entry_at, nouns) if e is not None), None)
    if entry is None:
        return False
    if any(auxiliaries().get(scene.grammar.lemma(c)) == "not" for c in p.children[token]):
        return False  # "promised not to attack" is as little a threat as a help
    return (ontology()[entry.type].quad in COOPERATIVE) == (name == "@@coop")


@cache
def _averting() -> frozenset[tuple[str, str]]:
    """Verbs that avert what their object tells: "vowed to prevent a war" is no threat of war."""
    return frozenset(slot for slot, effect in light_verbs().items() if effect == "avert")


def _in_state(token: int, scene: Scene) -> bool:
    """Whether a noun is what somebody is in ("in contact", "on alert", "at war")."""
    g, p = scene.grammar, scene.parsed
    if not {"in", "on", "under", "at"} & set(g.case(token)):
        return False
    copula = any(g.rel(c) == "cop" for c in p.children[token])
    return copula or g.lemma(p.heads[token]) in ("be", "remain", "stay", "keep", "come", "get")
