"""Where an event happened: places with a preposition of place in its own clause, or its target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.ontology import ontology
from dateline.extract.events.scene import Scene
from dateline.record import Place

_LOCATIVE = frozenset(
    [
        *("in", "at", "near", "around", "outside", "inside", "along", "across", "over", "above"),
        *("throughout", "within", "on", "off", "into", "through", "towards", "toward", "to"),
        *("from", "of"),
    ]
)
_NAMED_FOR = frozenset(["format", "group", "process", "initiative", "platform", "quartet", "track"])
"""What bears the name of a town or land where it was founded, not where it meets."""
_ARGUMENTS = frozenset(["obj", "obl", "nmod", "nsubj:pass", "appos", "conj", "flat", "compound"])
_ELSEWHERE = frozenset(["for", "from", "against", "by", "with", "between", "among"])
"""Before what is named for, or comes from, a place ("the tribunal for Yugoslavia")."""
_STANDS = frozenset(["in", "at", "near", "on", "inside", "outside", "around", "along", "across"])
_ABROAD = frozenset(["consulate", "embassy", "presence", "flag", "envoy", "ambassador", "passport"])
"""What a state has in other lands."""
TOPICAL = frozenset(["on", "about", "over", "regarding", "concerning"])
_SIDES = frozenset(
    [
        *("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"),
        *("north-east", "north-west", "south-east", "south-west"),
    ]
)


class _Path(NamedTuple):
    """How a place hangs on an event."""

    drafts: list[Draft]
    phrase: int
    """The word of the place's phrase right under the event."""
    locative: bool
    topic: bool
    """It stands in what is talked about ("on the crisis in Togo")."""
    beside: bool
    """It only says where another place is ("north of Nairobi")."""


def locate_all(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give each event that happens somewhere the places of its clause."""
    owners: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if ontology()[draft.type].happens_somewhere:
            for token in {draft.token, draft.candidate.verb}:
                owners[token].append(draft)
    beside: list[tuple[Draft, Place]] = []
    for place, draft, path in _placed(owners, scene):
        if path.beside:
            beside.append((draft, place))
        elif place.id not in draft.places:
            draft.places.append(place.id)
    if scene.here is not None:
        _locate_here(owners, scene, scene.here)
    for draft, place in beside:
        # "In Diyala, north of Baghdad": from where the way is told says least.
        if not draft.places:
            draft.places.append(place.id)


def _locate_here(owners: Mapping[int, list[Draft]], scene: Scene, here: Place) -> None:
    """ "Fired at protesters here": where the story was filed."""
    p, g = scene.parsed, scene.grammar
    for token, drafts in owners.items():
        below = [c for c in p.children[token] if g.rel(c) in ("obj", "obl")]
        if scene.said_here(token, *below):
            for draft in drafts:
                draft.places = draft.places or [here.id]


def _placed(
    owners: Mapping[int, list[Draft]], scene: Scene
) -> Iterator[tuple[Place, Draft, _Path]]:
    """Each place with each event that it says the place of."""
    p = scene.parsed
    for place in scene.found.places:
        first, last = p.tokens_in(*place.span)
        if first == last:
            continue
        outer = (t for t in range(first, last) if not first <= p.heads[t] < last or p.heads[t] == t)
        head = next(outer, first)
        if place.metonym and not _suffers(head, owners, scene):
            continue
        path = _path(head, owners, scene)
        if path is None or not path.locative:
            continue
        path = path._replace(beside=path.beside or _sided(first, scene))
        for draft in path.drafts:
            if _is_where(draft, path, scene):
                yield place, draft, path


def _path(head: int, owners: Mapping[int, list[Draft]], scene: Scene) -> _Path | None:
    """The way from a place up to the event that it stands beside; None where there is none."""
    p, g = scene.parsed, scene.grammar
    owned = owners.get(p.heads[head], ())
    named_for = _NAMED_FOR | classes()["agreement"]
    sites = classes()["territory"] | classes()["facility"]
    locative = bool(_LOCATIVE & set(g.case(head))) or p.deprels[head] == "obj"
    struck = p.deprels[head] == "nsubj:pass"  # "Lagos was rocked by attacks"
    locative = locative or (struck and p.heads[head] in {d.candidate.happening for d in owned})
    suffers = _suffers(head, owners, scene)
    locative = locative or suffers
    topic = beside = False
    for low, high in g.up(head):
        led = p.deprels[low] in _ARGUMENTS or (suffers and low == head)
        if not led and g.lemma(low) not in _SIDES:
            return None
        if p.deprels[low] == "compound" and scene.has(high, named_for):
            return None  # "met in the Normandy format", "under the Minsk accord"
        case = set(g.case(low))
        target = p.deprels[low] == "obj" and scene.has(low, sites)  # "shelled the Lagos airport"
        locative = locative or bool(_LOCATIVE & case) or target
        beside = beside or g.lemma(low) in _SIDES
        topic = topic or (low != head and bool(TOPICAL & case))
        if high in owners:
            return _Path(owners[high], low, locative, topic, beside)
        if not (p.deprels[low] == "conj" or _goes_on(low, high, scene)):
            return None
    return None


def _suffers(head: int, owners: Mapping[int, list[Draft]], scene: Scene) -> bool:
    """ "Lagos came under fire": whether a place is the subject of what befalls it."""
    p = scene.parsed
    entries = [d.candidate.entry for d in owners.get(p.heads[head], ())]
    return p.deprels[head] == "nsubj" and any(
        e.pos == "V" and "subj" in e.recipients.slots for e in entries
    )


def _goes_on(low: int, high: int, scene: Scene) -> bool:
    """Whether a noun is where the place in its phrase is: not so "the tribunal for Yugoslavia",
    "the presidents of Togo and Ghana", "the US consulate"."""
    g, p = scene.grammar, scene.parsed
    if p.upos[high] not in ("NOUN", "PROPN"):
        return True
    case = set(g.case(low))
    if case & _ELSEWHERE or (p.deprels[low] == "compound" and g.lemma(high) in _ABROAD):
        return False
    if _sided(low, scene):
        return True  # "a patrol east of Nairobi"
    people = scene.person(high) or scene.has(high, classes()["force"] | classes()["statesman"])
    return not people or bool(case & _STANDS)


def _sided(first: int, scene: Scene) -> bool:
    """ "North of Nairobi": whether "of" and a point of the compass stand before a word."""
    p = scene.parsed
    before = [p.word(t).lower() for t in range(max(0, first - 2), first)]
    return len(before) == 2 and before[1] == "of" and before[0] in _SIDES


def _is_where(draft: Draft, path: _Path, scene: Scene) -> bool:
    """Whether the phrase says where, and not with or between whom, or what is talked about."""
    cases = set(scene.grammar.case(path.phrase))
    if cases & {"between", "with", "by", "against"}:
        return False
    if draft.type != "CONSULT":
        return True
    matter = scene.grammar.rel(path.phrase) == "obj" and path.phrase not in draft.words
    matter = matter and not scene.person(path.phrase)
    if path.topic or (matter and draft.mode != "visit"):
        return False  # "to discuss the situation in Togo"
    if cases & {"of", "from", "to"}:
        return "to" in cases and draft.mode == "visit"
    return True
