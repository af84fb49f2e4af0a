"""Those who bear a group's arms are the group: "Hamas gunmen", "the group's rebels", "its men"."""

from __future__ import annotations

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.tables import cues
from dateline.extract.found import Found

_OF, _THE = " of ", "the "
"""Between fighters and the group that is named after them."""
_BRACKET = ") "
"""Between a group's short name and its fighters ("the National Liberation Army (ELN) rebels")."""


def read_fighters(found: Found, register: Register, home: str | None) -> None:
    """Let mentions of the fighters and weapons of an armed group be mentions of that group, and
    those of rebels without a name where the story names one group, of its own country `home`.

    Not so those of whom the words say that they left it, oppose it or are like it ("former",
    "dissident", "pro-Front"). Reads all mentions, pronouns too.
    """
    text = found.story.text
    groups = [d for d in register.drafts if d.kind == "armed_group" and not d.plural]
    begins = {start: d for d in groups for start, _ in d.mentions}
    ends = {end: d for d in groups for _, end in d.mentions}
    if not begins:
        return
    for draft in list(register.drafts):
        armed = draft.head in cues("fighters") or draft.head in cues("equipment")
        if draft in groups or draft.members or not armed:
            continue
        heirs = []
        for span in [s for s, how in draft.mentions.items() if how != "pronoun"]:
            group = _whose(found, span, begins, ends)
            if group is not None and not _apart(text, span):
                group.mention(*span, draft.mentions.pop(span))
                heirs.append(group)
        # "They" are theirs too, where the story has no other fighters under the same noun.
        if heirs and set(draft.mentions.values()) <= {"pronoun"} and len({*map(id, heirs)}) == 1:
            _hand_over(draft, heirs[0])
    _in_the_headline(found, register, groups)
    _the_only_ones(found, register, groups, home)


def _the_only_ones(found: Found, register: Register, groups: list[Draft], home: str | None) -> None:
    """ "Guerrillas freed two men. They had been held by the Front": rebels of the one group that
    the story names."""
    text = found.story.text
    named = [d for d in groups if not d.head and d.mentions]
    if len(named) != 1 or named[0].country is None or home not in (None, named[0].country):
        return
    for draft in register.drafts:
        rebels = draft.plural and draft.head in cues("rebels") and not draft.members
        apart = any(_apart(text, span) for span in draft.mentions)
        if rebels and not apart and draft.country in (None, named[0].country):
            _hand_over(draft, named[0])


def _in_the_headline(found: Found, register: Register, groups: list[Draft]) -> None:
    """ "Rebels free hostages" over a story that begins with one group: those are of that group."""
    titles = [s for s in found.story.segments if s.kind == "title"]
    lead = next((s for s in found.parsed.sentences if s.segment.kind == "body"), None)
    if lead is None or not titles:
        return
    begin, end = found.parsed.span(lead.start, lead.end)
    named = [d for d in groups if any(begin <= start < end for start, _ in d.mentions)]
    if len(named) != 1:
        return
    for draft in register.drafts:
        fighters = draft.plural and draft.head in cues("fighters") and not draft.members
        if not fighters or draft.country not in (None, named[0].country):
            continue
        if all(any(t.start <= start < t.end for t in titles) for start, _ in draft.mentions):
            _hand_over(draft, named[0])


def _hand_over(draft: Draft, group: Draft) -> None:
    for span, how in draft.mentions.items():
        group.mention(*span, how)
    draft.mentions.clear()


def _whose(
    found: Found, span: tuple[int, int], begins: dict[int, Draft], ends: dict[int, Draft]
) -> Draft | None:
    """The group that is named in a mention of fighters, or right beside it."""
    text, parsed = found.story.text, found.parsed
    start, end = span
    for token in range(*parsed.tokens_in(start, end)):
        if parsed.starts[token] in begins:
            return begins[parsed.starts[token]]
    if text[start - len(_BRACKET) : start] == _BRACKET:
        return ends.get(start - len(_BRACKET))
    if not text.startswith(_OF, end):
        return None
    after = end + len(_OF)
    name = after + len(_THE) if text.startswith(_THE, after) else after
    return begins.get(after) or begins.get(name)


def _apart(text: str, span: tuple[int, int]) -> bool:
    """Whether the words of a mention part the fighters from the group."""
    words = text[span[0] : span[1]].lower().replace("-", " ").split()
    return not cues("apart").isdisjoint(words)
