"""The mode and code of a verbal act, by what it is about."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.ontology import cameo_of, ontology
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import content_modes
from dateline.record.claims import PloverType

_ABOUT = (
    *("ceasefire", "meeting", "aid", "sanction", "agreement", "yielding", "reform"),
    *("menacing", "annexing", "jailing", "expelling", "restricting", "severing"),
    *("giving", "easing", "changing"),
)
"""Classes of words that content_modes.tsv names, the first that holds a word decides."""
_CONTENT_SLOTS = ("for", "on", "to", "of", "with", "against")


def become(draft: Draft, type_: PloverType, about: tuple[str, str | None], rule: str) -> None:
    """Give a draft another type; its old type and mode decide the new mode."""
    inner, mode = about
    table = content_modes()
    hit = table.get((type_, inner, mode or "*")) or table.get((type_, inner, "*"))
    draft.type = type_
    draft.mode, draft.cameo = hit if hit else (None, cameo_of(type_, None))
    draft.why.append(rule)


def content(draft: Draft, scene: Scene, by_token: Mapping[int, Candidate]) -> None:
    """What a verbal act is about decides its mode and code, where its own entry leaves it open."""
    kind = ontology()[draft.type]
    if draft.mode is not None or draft.cameo not in (kind.cameo, "102", "103", "105"):
        return
    g = scene.grammar
    roots = [*g.complements(draft.token), *g.objects(draft.token)]
    for slot in _CONTENT_SLOTS:
        roots += g.preps(draft.token, slot)
    nouns = [n for r in roots for n in (*g.objects(r), *g.preps(r, "in"), *g.preps(r, "to"))]
    # "Rejected calls for a ceasefire", "an offer of help".
    demands = [r for r in roots if scene.has(r, classes()["demand"])]
    nouns += [n for r in demands for n in (*g.preps(r, "for"), *g.preps(r, "of"))]
    for token in (*roots, *nouns):
        hit = _about(draft, token, scene, by_token)
        if hit is not None:
            about, (draft.mode, draft.cameo) = hit
            draft.why.append(f"about {about} ({scene.parsed.word(token)!r})")
            return


def _about(
    draft: Draft, token: int, scene: Scene, by_token: Mapping[int, Candidate]
) -> tuple[str, tuple[str | None, str]] | None:
    """What a word makes of the verbal act that is about it, and why; None where it says nothing."""
    table = content_modes()
    inner = by_token.get(token)
    kinds: list[tuple[str, str]] = []
    if inner is not None and inner is not draft.candidate:
        kind = str(inner.entry.type)
        kinds = [(kind, inner.entry.mode or "*"), (kind, "*")]
    kinds += [(f"@{c}", "*") for c in _ABOUT if scene.has(token, classes()[c])]
    for kind, mode in kinds:
        if (hit := table.get((draft.type, kind, mode))) is not None:
            return kind, hit
    return None
