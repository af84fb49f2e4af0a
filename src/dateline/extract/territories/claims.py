"""Reading what the tree says of territories."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.casualties.told import unreal, withheld
from dateline.extract.casualties.whose import owns
from dateline.extract.events.lexicon import classes
from dateline.extract.events.scene import Scene, scene_of
from dateline.extract.found import Found
from dateline.extract.territories.antecedent import PRONOUNS, antecedent, land_before
from dateline.extract.territories.named import places
from dateline.extract.territories.patterns import Condition, Pattern, patterns
from dateline.extract.territories.slots import actors, tokens
from dateline.record import Territory

_POS = {"VERB": "V", "NOUN": "N", "ADJ": "A", "ADP": "P"}
_AIMING = frozenset(
    ["vote", "decide", "opt", "choose", "intent", "bent", "determined", "oblige", "conditional"]
)
"""What is only decided on, or aimed at ("intent on retaking the town")."""
_ARMED = frozenset(["MIL", "PAR", "COP", "REB"])
_WITHOUT_HOLDER = frozenset(["disputed", "declares_independence"])
"""Kinds that say something of a land, whoever has it."""


def extract(found: Found) -> list[Territory]:
    """What the story says of territories: part of, controlled, lost, taken, claimed, disputed.

    Each land, and each who holds or claims it, is a claim of its own."""
    scene = scene_of(found)
    out: list[Territory] = []
    seizures = _seizures(found)
    for token in range(len(found.parsed)):
        for pattern in patterns().get(_key(token, scene), ()):
            told = _read(pattern, token, seizures, scene)
            out += told
            if told:
                break
    return out


def _key(token: int, scene: Scene) -> tuple[str, str]:
    """The lemma and part of speech that the patterns go by; "rebel-held" goes by "-held"."""
    pos, lemma = scene.parsed.upos[token], scene.grammar.lemma(token)
    if pos == "ADJ" and "-" in lemma and not lemma.startswith("self-"):
        lemma = "-" + lemma.rpartition("-")[2]
    return lemma, _POS.get(pos, "")


def _read(pattern: Pattern, token: int, seizures: frozenset[int], scene: Scene) -> list[Territory]:
    """One pattern at one word; empty where its condition fails or nobody is named."""
    p = scene.parsed
    if not all(_holds(condition, token, scene) for condition in pattern.conditions):
        return []
    over = pattern.kind == "controls" and _no_longer(token, scene)
    if not over and _unreal(token, scene):
        scene.found.notes.reject("territories", p.span(token, token + 1), "not told as a fact")
        return []
    holders = actors(pattern.holder, token, scene)
    previous = next(iter(actors(pattern.previous, token, scene)), None)
    left = pattern.kind == "lost" and not pattern.holder
    if left and previous is not None and not _held(previous, scene):
        previous = None
    lands = [t for t in tokens(pattern.place, token, scene) if _territory(t, scene)]
    named = {t: ids for t in lands if (ids := places(t, scene))}
    if pattern.kind == "declares_independence" and pattern.holder == pattern.place:
        return [
            _told(pattern, token, t, i, (_itself(t, i, scene), None), scene)
            for t in named
            for i in named[t]
        ]
    of_town = pattern.kind == "took" and p.upos[token] == "NOUN" and token in seizures
    taken = of_town and any(_is_town(t, scene) for t in named)
    if not holders and previous is None and pattern.kind not in _WITHOUT_HOLDER and not taken:
        return []
    everybody: list[str | None] = [*holders] or [None]
    unnamed: list[tuple[int, str | None]] = [(t, None) for t in lands[:1]]
    if over and holders:
        pattern, everybody, previous = replace(pattern, kind="lost"), [None], holders[0]
    told: list[tuple[int, str | None]] = [(t, i) for t in named for i in named[t]]
    return [
        _told(pattern, token, t, i, (holder, previous), scene)
        for t, i in told or unnamed
        for holder in everybody
        if not (pattern.kind == "part_of" and _of_itself(i, holder, scene))
    ]


def _no_longer(token: int, scene: Scene) -> bool:
    """ "Is no longer controlled by Kenya"."""
    p = scene.parsed
    longer = (c for c in p.children[token] if p.word(c).lower() == "longer")
    return any(p.word(c - 1).lower() == "no" for c in longer)


def _seizures(found: Found) -> frozenset[int]:
    """The words of the seizures that came about ("the capture of Aleppo", whoever took it)."""
    told = (e for e in found.events if e.type == "COERCE" and e.status == "occurred")
    spans = (span for event in told for span in event.trigger)
    return frozenset(t for span in spans for t in range(*found.parsed.tokens_in(*span)))


def _of_itself(place: str | None, holder: str | None, scene: Scene) -> bool:
    """ "In Libya, part of the country": no state is a part of itself."""
    if place is None or holder is None:
        return False
    land, state = scene.found.place_by_id[place], scene.found.actor_by_id[holder]
    return land.kind == "country" and land.country == state.land


def _itself(land: int, place: str, scene: Scene) -> str | None:
    """The actor that a land is; that of "a region of Georgia" is not Georgia."""
    if scene.parsed.upos[land] == "PROPN":
        return next(iter(scene.actors(land)), None)
    name = scene.found.place_by_id[place].name
    return next((a.id for a in scene.found.actors if a.name == name), None)


def _told(
    pattern: Pattern,
    token: int,
    land: int,
    place: str | None,
    parties: tuple[str | None, str | None],
    scene: Scene,
) -> Territory:
    """The claim of one land; `parties` are who has it and who had it."""
    p = scene.parsed
    holder, previous = parties
    statement = scene.statement_of[token]
    if statement is not None and statement.mode != "direct" and p.deprels[token] == "amod":
        statement = None  # "she spoke of the disputed region": that it is so is the writer's word
    words = _words(pattern, token, land, scene)
    spans = _joined([p.span(t, t + 1) for t in words], words)
    return Territory(
        id=scene.found.ids.new("r", pattern.kind, *(p.text[a:b] for a, b in spans)),
        place=place,
        kind=pattern.kind,
        holder=holder,
        previous=previous if previous != holder else None,
        by=statement.speaker if statement is not None else None,
        date=_date(token, scene),
        spans=spans,
        attributed_to=statement.id if statement is not None else None,
        why=f"territories/{pattern.row}: {p.word(token)!r}",
    )


def _holds(condition: Condition, token: int, scene: Scene) -> bool:
    p, g = scene.parsed, scene.grammar
    if condition.slot == "cop":
        return any(g.rel(c) == "cop" for c in p.children[token])
    if condition.slot == "case":
        return not condition.words.isdisjoint(g.case(token))
    if condition.slot == "prt":
        return any(g.lemma(c) in condition.words for c in p.children[token])
    there = tokens((condition.slot,), token, scene)
    if condition.nothing:
        return not there
    if condition.territory:
        return any(_territory(t, scene) for t in there)
    named = condition.place_name and any(_is_town(t, scene) for t in there)
    return named or any(g.lemma(t) in condition.words for t in there)


def _held(actor_id: str, scene: Scene) -> bool:
    """Whether an actor can have held a land: "the rebels left Kara", not "villagers left it"."""
    actor = scene.found.actor_by_id[actor_id]
    governs = actor.kind != "person" and "GOV" in actor.sectors
    return governs or not _ARMED.isdisjoint(actor.sectors) or owns(actor_id, scene)


def _is_town(token: int, scene: Scene) -> bool:
    """The name of a place that is no country ("took Aleppo", not "took Kenya to court")."""
    p = scene.parsed
    named = scene.found.place_at.over(p.starts[token], p.ends[token])
    return any(place.kind != "country" for _, place in named)


def _territory(token: int, scene: Scene) -> bool:
    """A place, a noun for a stretch of land, or a pronoun that stands for one."""
    lemma = scene.grammar.lemma(token)
    if scene.place(token):
        return True
    if lemma in classes()["territory"]:
        return not scene.has(token, frozenset(["no-fly_zone"]))
    if lemma not in PRONOUNS:
        return False
    return antecedent(token, scene) is not None or land_before(token, scene)


def _unreal(token: int, scene: Scene) -> bool:
    """Whether what a word tells is wanted, denied, asked or to come, and no fact."""
    p, g = scene.parsed, scene.grammar
    head, rel = p.heads[token], g.rel(token)
    if {g.lemma(head), g.lemma(p.heads[head])} & _AIMING:
        return True
    if any(p.xpos[c] == "WP" for c in p.children[token]) and p.deprels[token] != "acl:relcl":
        return True  # "argued over who was in control of the airport"
    if any(p.word(c).lower() == "no" for t in g.objects(token) for c in p.children[t]):
        return True  # "has no control over the city"
    # "Will come under Kenyan control", "can be solved by leaving": the verb above decides.
    above = rel in ("obl", "xcomp") or (rel == "advcl" and "by" in g.case(token))
    held = withheld(token, scene) or unreal(token, scene)
    return bool(held or (above and unreal(head, scene)))


def _date(token: int, scene: Scene) -> str | None:
    """The EDTF of the time that hangs on the word, if one does."""
    p, g = scene.parsed, scene.grammar
    for c in p.children[token]:
        if g.rel(c) in ("obl", "nmod", "advmod"):
            for _, time in scene.found.time_at.over(p.starts[c], p.ends[c]):
                if time.type in ("DATE", "TIME"):
                    return time.edtf
    return None


def _words(pattern: Pattern, token: int, land: int, scene: Scene) -> list[int]:
    """The words that carry the claim: the word itself, its land, its object."""
    g = scene.grammar
    words = {t for t in (token, land) if abs(t - token) < 12}
    objects = g.objects(token)
    if land not in objects:
        words.update(t for t in objects if abs(t - token) < 12)
    for slot in (*pattern.holder, *pattern.previous):
        words.update(t for t in tokens((slot,), token, scene) if abs(t - token) < 12)
    return sorted(words)


def _joined(spans: list[tuple[int, int]], words: list[int]) -> list[tuple[int, int]]:
    """Spans of neighbouring words as one."""
    out: list[tuple[int, int]] = []
    for (start, end), word, previous in zip(spans, words, [-2, *words], strict=False):
        if out and word == previous + 1:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out
