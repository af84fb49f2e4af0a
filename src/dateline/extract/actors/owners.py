"""Whose "its forces" and "his army" are: the side of what the possessive pronoun stands for."""

from __future__ import annotations

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.quotes import Quotations
from dateline.extract.actors.tables import cues
from dateline.extract.found import Found
from dateline.knowledge.countries import Country, countries

_OF_STATES = frozenset(["GOV", "MIL", "COP", "LEG", "JUD", "SPY"])
"""Sectors that are a state's own, so that who says "our" of them shares their country."""
_IN_ARMS = frozenset(["MIL", "REB", "UAF"])
_NO_STATES = frozenset(["PRE", "REB", "UAF", "OPP"])
"""Sectors of those who speak for no state, though they may have its country."""
_POSSESSIVE = frozenset(["PRP$", "WP$"])
_ACROSS = frozenset(["counterpart"])
"""Whose office is that of another side."""


def read_owners(found: Found, register: Register, quotes: Quotations) -> None:
    """Give bodies and offices of no country that of their owner, where a pronoun stands in front.

    "Ruritania said its forces withdrew": forces of Ruritania, and not those of another phrase with
    the same noun; "the Front said its fighters fled": fighters of the Front. Reads the pronouns'
    mentions.
    """
    parsed = found.parsed
    whose = _Whose(found, register, quotes)
    made: dict[tuple[int, str], Draft] = {}
    names = {draft.name: draft for draft in reversed(register.drafts)}
    for draft in list(register.drafts):
        if draft.country or draft.words or not (_OF_STATES | _IN_ARMS) & set(draft.sectors):
            continue
        heirs: list[Draft] = []
        for span in [s for s, how in draft.mentions.items() if how != "pronoun"]:
            first, _ = parsed.tokens_in(*span)
            owner = whose.at(first) if parsed.xpos[first] in _POSSESSIVE else None
            if owner is None or owner is draft or not _owns(owner, draft):
                continue
            land = _land_of(owner)
            side = id(draft), land.iso3 if land is not None else owner.name
            if side not in made:  # once a side, so that long texts stay linear
                made[side] = _heir(register, names, draft, owner, land)
            heir = made[side]
            heir.mention(*span, draft.mentions.pop(span))
            if heir not in heirs:
                heirs.append(heir)
        if len(heirs) == 1 and set(draft.mentions.values()) <= {"pronoun"}:
            for span, how in draft.mentions.items():
                heirs[0].mention(*span, how)
            draft.mentions.clear()


class _Whose:
    """What possessive pronouns stand for: as read, and "our" in a quotation for who speaks it."""

    def __init__(self, found: Found, register: Register, quotes: Quotations) -> None:
        self.found = found
        self.quotes = quotes
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
        if parsed.word(token).lower() == "whose":
            clause = parsed.heads[parsed.heads[token]]
            tells = parsed.deprels[clause] == "acl:relcl"
            return self.sides.get(parsed.starts[parsed.heads[clause]]) if tells else None
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
    if draft.head in _ACROSS or draft.head in cues("across"):
        return False
    if owner.kind == "armed_group":
        return draft.kind != "person" and bool(_IN_ARMS & sectors)
    of_state = owner.kind == "state" or bool(_OF_STATES & set(owner.sectors))
    own = _OF_STATES | _IN_ARMS if owner.kind == "state" else _OF_STATES
    return bool(owner.country) and of_state and bool(own & sectors)


def _heir(
    register: Register, names: dict[str, Draft], draft: Draft, owner: Draft, land: Country | None
) -> Draft:
    """The same body or office of that side: the story's own, or a new one. `names` has the drafts
    by name, and gets the new one."""
    noun = f"{draft.name[:1].lower()}{draft.name[1:]}"
    sectors = list(draft.sectors)
    if land is not None:
        name = f"{land.adjectives[0]} {noun}" if land.adjectives else f"{draft.name} of {land.name}"
        known = [d for d in register.drafts if d.country == owner.country and _alike(d, draft)]
    else:
        armed = owner.kind == "armed_group"
        name = f"{owner.name} {noun}" if armed else f"{draft.name} of {owner.name}"
        known = [names[name]] if name in names else []
        sectors = [*(s for s in owner.sectors if armed or s in _NO_STATES), *sectors]
    if len(known) == 1 or (known and draft.kind != "person"):
        return known[0]
    names[name] = register.add(
        Draft(
            name,
            draft.kind,
            owner.country,
            list(dict.fromkeys(sectors)),
            why=f"{draft.why}; side of the pronoun in front",
            plural=draft.plural,
            head=draft.head,
        )
    )
    return names[name]


def _land_of(owner: Draft) -> Country | None:
    """The state that an owner stands for. What a breakaway region or a rebel government calls its
    forces are not those of the state whose land it is on; a body must be named after its state."""
    if _NO_STATES & set(owner.sectors):
        return None
    land = countries().get(owner.country or "")
    if land is None or owner.kind in ("state", "person"):
        return land
    after = (land.name, *land.variants, *land.adjectives)
    return land if any(f" {word.lower()}" in f" {owner.name.lower()}" for word in after) else None


def _alike(known: Draft, draft: Draft) -> bool:
    """The same noun, or a person who is named as holder of that office, on a state's side."""
    if _NO_STATES & set(known.sectors):
        return False
    if draft.kind == "person":
        return known.kind == "person" and draft.head in (known.head, *known.offices)
    return (known.head, known.kind, known.plural) == (draft.head, draft.kind, draft.plural)
