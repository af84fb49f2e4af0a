"""People told of again without their land: "Kenyan soldiers raided a village. The soldiers"."""

from __future__ import annotations

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.tables import cues
from dateline.extract.found import Found

_THE = frozenset(["the", "these", "those"])
_BACK = 2000
"""Characters before a mention in which the people that it takes up are named."""


def read_crowds(found: Found, register: Register) -> None:
    """Let "the soldiers" be those named before with their land or body, where the story has so far
    told of soldiers of one only; "the troops" of a story without others are these, too. Reads all
    mentions, pronouns too."""
    crowds = [d for d in register.drafts if d.kind == "population" and d.head and not d.members]
    known = [d for d in crowds if d.plural and _whose(d)]
    for draft in crowds:
        if not draft.plural or _whose(draft) or draft.head in cues("everybody"):
            continue
        heirs: list[Draft] = []
        for start, end in [s for s, how in draft.mentions.items() if how != "pronoun"]:
            meant = _meant(draft, known, found.story.text, start, end)
            if meant is not None:
                meant.mention(start, end, draft.mentions.pop((start, end)))
                heirs.append(meant)
        # "They" are theirs too, where the story has no others under the same noun.
        if len({*map(id, heirs)}) == 1 and set(draft.mentions.values()) <= {"pronoun"}:
            for span, how in draft.mentions.items():
                heirs[0].mention(*span, how)
            draft.mentions.clear()


def _meant(draft: Draft, known: list[Draft], text: str, start: int, end: int) -> Draft | None:
    """Those that a bare mention takes up: of the same noun, else soldiers of a land."""
    if not _bare(text[start:end], draft):
        return None
    before = _named_before(known, start)
    same = [d for d in before if d.head == draft.head]
    troops = [d for d in before if d.country and {d.head, draft.head} <= cues("troops")]
    return _one(same) or _one(troops)


def _whose(draft: Draft) -> str:
    """The land, or the words beyond the noun, that part people from others of their kind."""
    named = len(draft.name.split()) > len(draft.head.split())
    return draft.country or (draft.name if named else "")


def _bare(words: str, draft: Draft) -> bool:
    """Whether a mention has nothing but the article and the noun."""
    first, *rest = words.lower().split()
    return first in _THE and len(rest) == len(draft.head.split())


def _named_before(known: list[Draft], start: int) -> list[Draft]:
    return [d for d in known if any(start - _BACK < at < start for at, _ in d.mentions)]


def _one(drafts: list[Draft]) -> Draft | None:
    """The draft named last, where all are of one land or body."""
    return drafts[-1] if len({_whose(d) for d in drafts}) == 1 else None
