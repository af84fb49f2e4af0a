"""Whose "its forces" and "his army" are: the side of what the possessive pronoun stands for."""

from __future__ import annotations

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.quotes import Quotations
from dateline.extract.found import Found
from dateline.knowledge.countries import countries

_OF_STATES = frozenset(["GOV", "MIL", "COP", "LEG", "JUD", "SPY"])
"""Sectors that are a state's own, so that who says "our" of them shares their country."""
_IN_ARMS = frozenset(["MIL", "REB", "UAF"])
_ACROSS = frozenset(["counterpart"])
"""Whose office is that of another side."""


def read_owners(found: Found, register: Register) -> None:
    """Give bodies and offices of no country that of their owner, where a pronoun stands in front.

    "Ruritania said its forces withdrew": forces of Ruritania, and not those of another phrase with
    the same noun; "the Front said its fighters fled": fighters of the Front. Reads the pronouns'
    mentions.
    """
    parsed = found.parsed
    whose = _Whose(found, register)
    made: dict[tuple[int, str], Draft] = {}  # looked up once a side: long texts stay linear
    for draft in list(register.drafts):
        if draft.country or draft.words or not (_OF_STATES | _IN_ARMS) & set(draft.sectors):
            continue
        heirs: list[Draft] = []
        for span in [s for s, how in draft.mentions.items() if how != "pronoun"]:
            first, _ = parsed.tokens_in(*span)
            owner = whose.at(first) if parsed.xpos[first] == "PRP$" else None
            if owner is None or owner is draft or not _owns(owner, draft):
                continue
            side = owner.name if owner.kind == "armed_group" else owner.country or ""
            heir = made.get((id(draft), side)) or _heir(register, draft, owner)
            made[id(draft), side] = heir
            heir.mention(*span, draft.mentions.pop(span))
            if heir not in heirs:
                heirs.append(heir)
        if len(heirs) == 1 and set(draft.mentions.values()) <= {"pronoun"}:
            for span, how in draft.mentions.items():
                heirs[0].mention(*span, how)
            draft.mentions.clear()


class _Whose:
    """What possessive pronouns stand for: as read, and "our" in a quotation for who speaks it."""

    def __init__(self, found: Found, register: Register) -> None:
        self.found = found
        self.quotes = Quotations(found)
        self.pronouns: dict[int, Draft] = {}
        self.sides: dict[int, Draft] = {}
        for draft in register.drafts:
            for (start, _), how in draft.mentions.items():
                if how == "pronoun":
                    self.pronouns[start] = draft
                if draft.country and not draft.plural:
                    self.sides.setdefault(start, draft)

    def at(self, token: int) -> Draft | None:
        """Of a possessive pronoun."""
        parsed = self.found.parsed
        start = parsed.starts[token]
        if parsed.word(token).lower() != "our":
            return self.pronouns.get(start)
        quotation = self.quotes.at(start)
        source = quotation.source if quotation is not None else None
        named = (self.sides.get(parsed.starts[t]) for t in range(*source or (0, 0)))
        return next((draft for draft in named if draft is not None), None)


def _owns(owner: Draft, draft: Draft) -> bool:
    """A state, a body of one or a holder of its office owns what is a state's, an armed group who
    bears arms. An airline's fleet is no navy."""
    sectors = set(draft.sectors)
    if draft.head in _ACROSS:
        return False
    if owner.kind == "armed_group":
        return draft.kind != "person" and bool(_IN_ARMS & sectors)
    of_state = owner.kind == "state" or bool(_OF_STATES & set(owner.sectors))
    return bool(owner.country) and of_state and bool(_OF_STATES & sectors)


def _heir(register: Register, draft: Draft, owner: Draft) -> Draft:
    """The same body or office of that side: the story's own, or a new one."""
    noun = f"{draft.name[:1].lower()}{draft.name[1:]}"
    if owner.kind == "armed_group":
        name, sectors = f"{owner.name} {noun}", owner.sectors
        known = [d for d in register.drafts if d.name == name]
    else:
        land = countries().get(owner.country or "")
        whose = land.adjectives[0] if land and land.adjectives else f"{owner.country}'s"
        name, sectors = f"{whose} {noun}", draft.sectors
        known = [d for d in register.drafts if d.country == owner.country and _alike(d, draft)]
    if len(known) == 1 or (known and draft.kind != "person"):
        return known[0]
    return register.add(
        Draft(
            name,
            draft.kind,
            owner.country,
            list(sectors),
            why=f"{draft.why}; side of the pronoun in front",
            plural=draft.plural,
            head=draft.head,
        )
    )


def _alike(known: Draft, draft: Draft) -> bool:
    """The same noun, or a person who is named as holder of that office."""
    if draft.kind == "person":
        return known.kind == "person" and draft.head in (known.head, *known.offices)
    return (known.head, known.kind, known.plural) == (draft.head, draft.kind, draft.plural)
