"""Second looks: acronyms that the story explains, names that the model took for another kind."""

from __future__ import annotations

import re

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.tables import may_be_of
from dateline.extract.found import Found
from dateline.knowledge.lexicon import fold, key_of

_BRACKET = re.compile(r"\(\s?([A-Z][A-Za-z&\-]{1,9})\s?\)")
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "&"])


def explain_acronyms(found: Found, register: Register) -> None:
    """Give "the EEU" to "the External Employment Unit (EEU)", whatever else EEU may mean."""
    text = found.story.text
    for match in _BRACKET.finditer(text):
        acronym = match.group(1)
        end = len(text[: match.start()].rstrip())
        start = _long_form(text, match.start(), acronym)
        if start is None:
            start = _named_body(register, text, end, acronym)
        if start is None:
            continue
        owner = _owner(register, start, end)
        if owner is None:
            owner = register.add(Draft(text[start:end], "organisation", why="explained acronym"))
            owner.mention(start, end, "name")
        for draft in register.drafts:
            if draft is owner:
                continue
            for span in [s for s in draft.mentions if text[s[0] : s[1]] == acronym]:
                del draft.mentions[span]
                owner.mention(*span, "name")
        owner.mention(match.start(1), match.end(1), "name")


def _named_body(register: Register, text: str, end: int, acronym: str) -> int | None:
    """Where a body's name of several words begins that a bracket follows at once; its acronym may
    be of another language ("International Ski Federation (FIS)")."""
    if not acronym.isupper():
        return None
    for draft in register.drafts:
        if draft.kind in ("state", "person", "population"):
            continue
        for span in draft.mentions:
            name = text[span[0] : span[1]]
            if abs(span[1] - end) <= 1 and sum(w[:1].isupper() for w in name.split()) > 1:
                shared = {w[0] for w in name.split()} & set(acronym)
                return span[0] if shared else None
    return None


def _long_form(text: str, stop: int, acronym: str) -> int | None:
    """Where the words begin whose initials the acronym is."""
    window = text[max(0, stop - 90) : stop]
    spelt = list(re.finditer(r"[^\W\d_]+|&", window))
    letters = [c for c in acronym.lower() if c.isalpha()]
    at = len(spelt)
    for letter in reversed(letters):
        at -= 1
        while at >= 0 and spelt[at].group() in _SMALL and not _counts(spelt, at, letter):
            at -= 1
        if at < 0 or fold(spelt[at].group()[0]) != letter:
            return None
    if re.search(r"[.;:!?(]\s", window[spelt[at].start() :]):
        return None
    return max(0, stop - 90) + spelt[at].start()


def _counts(spelt: list[re.Match[str]], at: int, letter: str) -> bool:
    """Whether a small word gives an acronym its letter ("DoD"); a name before it goes first."""
    if spelt[at].group()[0] != letter:
        return False
    before = next((w.group() for w in reversed(spelt[:at]) if w.group() not in _SMALL), "")
    return not (before[:1].isupper() and fold(before[0]) == letter)


def _owner(register: Register, start: int, end: int) -> Draft | None:
    """The actor that the long form names: one whose mention ends with it."""
    fitting = [
        (span, d)
        for d in register.drafts
        for span in d.mentions
        if abs(span[1] - end) <= 1 and abs(span[0] - start) <= 4 and d.kind != "state"
    ]
    return min(fitting, key=lambda f: abs(f[0][0] - start))[1] if fitting else None


def one_kind(register: Register) -> None:
    """Let a name be a person or a body, not both: a surname goes to its person, an acronym to
    its body."""
    people = {w[5:]: d for d in register.people() for w in d.words if w.startswith("last:")}
    for draft in register.drafts:
        key = key_of(draft.name)
        if draft.why == "model: organisation" and key in people and not draft.name.isupper():
            _move(draft, people[key])
        elif draft.kind == "person" and draft.name.isupper() and draft.why == "model: person":
            body = register.find(("body", key))
            if body is not None:
                _move(draft, body)


def _move(source: Draft, target: Draft) -> None:
    for span, how in source.mentions.items():
        target.mention(*span, how)
    source.mentions.clear()


_OFFICIAL = frozenset(["GOV", "MIL", "COP", "LEG", "JUD"])


def settle(register: Register, home: str | None) -> None:
    """Give officials whose country nothing tells the country of the story."""
    for draft in register.people():
        if home and draft.country is None and draft.offices and _OFFICIAL & set(draft.sectors):
            if any(r.organisation and not r.organisation.islower() for r in draft.roles):
                continue
            if not all(may_be_of(f"{r.title} {r.organisation}", home) for r in draft.roles):
                continue
            draft.country = home
            draft.why = f"{draft.why}; country of the story"
