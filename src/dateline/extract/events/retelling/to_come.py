"""A visit or meeting that the story has told as one to come, and goes on to tell of as known."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.events.draft import Draft
from dateline.extract.events.pointing import definite, one_more
from dateline.extract.events.retelling.agree import lands
from dateline.extract.events.retelling.meetings import TO_MEET
from dateline.extract.events.scene import Scene


def still_to_come(drafts: Sequence[Draft], scene: Scene) -> None:
    """ "Diallo will visit Togo. His visit comes ahead of talks": the noun, without a day of its
    own, is of the visit to come."""
    coming: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.token):
        if draft.cameo == TO_MEET and draft.status == "planned":
            coming.append(draft)
        elif coming and _told_as_known(draft, scene):
            plan = next((p for p in reversed(coming) if _one(p, draft, scene)), None)
            if plan is not None:
                draft.type, draft.mode, draft.cameo = plan.type, plan.mode, plan.cameo
                draft.status, draft.date, draft.dated = plan.status, plan.date, plan.dated
                draft.why.append("the story tells it as one to come")


def _told_as_known(draft: Draft, scene: Scene) -> bool:
    noun, p = draft.token, scene.parsed
    if draft.type != "CONSULT" or draft.candidate.entry.pos != "N" or draft.dated == "own":
        return False
    whose = any(p.deprels[c] == "nmod:poss" for c in p.children[noun])
    held = draft.candidate.light is not None
    return (
        draft.status == "occurred"
        and (whose or definite(noun, scene))
        and not (held or one_more(noun, scene))
    )


def _one(plan: Draft, draft: Draft, scene: Scene) -> bool:
    """Whether the same take part, as far as the noun says who."""
    same = plan.candidate.entry.mode == draft.mode
    first = lands([*plan.actors, *plan.recipients], scene) - {None}
    second = lands([*draft.actors, *draft.recipients], scene) - {None}
    return same and bool(second) and second <= first
