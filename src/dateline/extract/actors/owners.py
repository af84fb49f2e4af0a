"""Whose "its forces" and "his army" are: the country of what the possessive pronoun stands for."""

from __future__ import annotations

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.found import Found
from dateline.knowledge.countries import countries

_OF_STATES = frozenset(["GOV", "MIL", "COP", "LEG", "JUD", "SPY"])
"""Sectors that are a state's own, so that who says "our" of them shares their country."""


def read_owners(found: Found, register: Register) -> None:
    """Give bodies of no country that of their owner, where a pronoun in front of them has one.

    "Ruritania said its forces withdrew": forces of Ruritania, and not those of another phrase with
    the same noun. Reads the pronouns' mentions.
    """
    parsed = found.parsed
    owners = {
        start: draft
        for draft in register.drafts
        for (start, _), how in draft.mentions.items()
        if how == "pronoun"
    }
    for draft in list(register.drafts):
        if draft.country or draft.kind == "person" or not _OF_STATES & set(draft.sectors):
            continue
        heirs: list[Draft] = []
        for span in [s for s, how in draft.mentions.items() if how != "pronoun"]:
            first, _ = parsed.tokens_in(*span)
            owner = owners.get(span[0]) if parsed.xpos[first] == "PRP$" else None
            if owner is None or owner is draft or not _of_state(owner):
                continue
            heir = _heir(register, draft, owner.country or "")
            heir.mention(*span, draft.mentions.pop(span))
            if heir not in heirs:
                heirs.append(heir)
        if len(heirs) == 1 and set(draft.mentions.values()) <= {"pronoun"}:
            for span, how in draft.mentions.items():
                heirs[0].mention(*span, how)
            draft.mentions.clear()


def _of_state(owner: Draft) -> bool:
    """Whether it is a state, or a body or holder of an office of one: an airline's fleet is not."""
    return bool(owner.country) and (owner.kind == "state" or bool(_OF_STATES & set(owner.sectors)))


def _heir(register: Register, draft: Draft, country: str) -> Draft:
    """The same kind of body of that country: the story's own, or a new one."""
    for other in register.drafts:
        if other.country == country and _likeness(other) == _likeness(draft):
            return other
    noun = f"{draft.name[:1].lower()}{draft.name[1:]}"
    land = countries().get(country)
    whose = (
        land.adjectives[0] if land and land.adjectives else f"{land.name if land else country}'s"
    )
    return register.add(
        Draft(
            f"{whose} {noun}",
            draft.kind,
            country,
            list(draft.sectors),
            why=f"{draft.why}; country of the pronoun in front",
            plural=draft.plural,
            head=draft.head,
        )
    )


def _likeness(draft: Draft) -> tuple[str, str, bool]:
    return draft.head, draft.kind, draft.plural
