"""Where an event happened: places with a preposition of place in its own clause, or its target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.ontology import ontology
from dateline.extract.events.scene import Scene

_LOCATIVE = frozenset(
    [
        "in",
        "at",
        "near",
        "around",
        "outside",
        "inside",
        "along",
        "across",
        "over",
        "throughout",
        "within",
        "on",
        "off",
        "into",
        "through",
        "towards",
        "toward",
        "to",
        "from",
        "of",
        "above",
    ]
)
_NAMED_FOR = frozenset(["format", "group", "process", "initiative", "platform", "quartet", "track"])
"""What bears the name of a town or land where it was founded, not where it meets."""
_ARGUMENTS = frozenset(["obj", "obl", "nmod", "nsubj:pass", "appos", "conj", "flat", "compound"])


def locate_all(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give each event that happens somewhere the places of its clause."""
    p, g = scene.parsed, scene.grammar
    named_for = _NAMED_FOR | classes()["agreement"]
    owners: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if ontology()[draft.type].happens_somewhere:
            for token in {draft.token, draft.candidate.verb}:
                owners[token].append(draft)
    for place in scene.found.places:
        if place.metonym:
            continue
        first, last = p.tokens_in(*place.span)
        if first == last:
            continue
        head = next(
            (t for t in range(first, last) if not first <= p.heads[t] < last or p.heads[t] == t),
            first,
        )
        locative = bool(_LOCATIVE & set(g.case(head))) or p.deprels[head] == "obj"
        for low, high in g.up(head):
            if p.deprels[low] not in _ARGUMENTS:
                break
            if p.deprels[low] == "compound" and scene.has(high, named_for):
                break  # "met in the Normandy format", "under the Minsk accord"
            locative = locative or bool(_LOCATIVE & set(g.case(low)))
            if high in owners:
                for draft in owners[high]:
                    if locative and _is_where(draft, low, scene) and place.id not in draft.places:
                        draft.places.append(place.id)
                break


def _is_where(draft: Draft, phrase: int, scene: Scene) -> bool:
    """Whether the phrase says where, and not with or between whom."""
    cases = set(scene.grammar.case(phrase))
    if cases & {"between", "with", "by", "against"}:
        return False
    if cases & {"of", "from", "to"} and draft.type == "CONSULT":
        return "to" in cases and draft.mode == "visit"
    return True
