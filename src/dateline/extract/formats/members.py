"""Who belongs to a format, in what role, as the story says; since when; what for."""

from __future__ import annotations

import re

from dateline.extract.formats.mentions import Mention, actor_list
from dateline.extract.formats.tables import cues, role_of, role_words
from dateline.extract.found import Found
from dateline.record import Actor

_GLUE = re.compile(
    r"(?:[ ,]*(?:of (?:the )?|by (?:the )?|are |is |were |as |which |that |its |from |being |"
    r"countries|states|nations|three|two|four|five|together|up of (?:the )?)){0,4}"
    r"[ ,:\-–—(]{0,4}(?:the )?"
)
_PURPOSE = re.compile(
    r"\b(?i:talks|negotiations|mediation|efforts|dialogue|process|mediate|mediating|resolve|"
    r"resolving|settle|settling|resolution|settlement)\b(?: on| over| of| for| to| in)?(?: the)? "
    r"((?:[A-Z][\w’'\-]{1,30} ){1,4}(?:conflict|settlement|issue|crisis|dispute|war|problem))"
)
REACH = 220
"""Characters after a format's name in which its members are looked for."""


def members_of(found: Found, mention: Mention, stop: int) -> list[tuple[Actor, str | None]]:
    """The members listed after a named format, with their roles.

    Either right after the name ("the Quartet (the UN, the EU, ...)") or after a role word in the
    same sentence ("led by its three co-chairs - Russia, France and the United States").
    """
    text = found.story.text
    end = min(stop, mention.end + REACH)
    out: list[tuple[Actor, str | None]] = []
    opener = re.compile(r" ?[(:–—-] ?(?:the )?| - (?:the )?").match(text, mention.end, end)
    if opener is not None:
        listed = actor_list(found, opener.end(), end)
        if len(listed) > 1:
            out.extend((a, None) for _, a in listed)
    for match in role_words().finditer(text, mention.end, end):
        glue = _GLUE.match(text, match.end(), end)
        at = glue.end() if glue else match.end()
        listed = actor_list(found, at, end)
        loose = not glue or not glue.group(0).strip(" ,")
        single = match.group(1).lower() in cues("party") or loose
        if not listed or (len(listed) == 1 and single):
            continue
        role = role_of(match.group(1))
        out.extend((a, role) for _, a in listed)
    return out


def led_before(found: Found, mention: Mention, begin: int) -> list[tuple[Actor, str | None]]:
    """Members named before: "France, Russia and the US, the co-chairs of the Minsk Group"."""
    text = found.story.text
    window = text[begin : mention.start]
    matches = list(role_words().finditer(window))
    if not matches or len(window) - matches[-1].end() > 26:
        return []
    match = matches[-1]
    role = role_of(match.group(1))
    if role is None or role == "party":
        return []
    stop = begin + match.start()
    hits = [h for h in found.actor_at.within(max(begin, stop - 90), stop) if h[1].kind == "state"]
    while hits:
        listed = actor_list(found, hits[0][0][0], stop)
        if len(listed) > 1 and stop - listed[-1][0][1] < 12:
            return [(a, role) for _, a in listed]
        hits = hits[1:]
    return []


def since_of(found: Found, mention: Mention, begin: int, stop: int) -> str | None:
    """Since when, in EDTF: "ongoing since 1992", "created in 1992"."""
    text = found.story.text
    for span, time in found.time_at.within(begin, stop):
        before = text[max(begin, span[0] - 24) : span[0]].lower()
        cue = next((c for c in cues("founded") if c in before), None)
        if cue is None or time.type != "DATE" or not time.edtf:
            continue
        if abs(span[0] - mention.start) <= REACH:
            return time.edtf.removesuffix("/..").split("/")[0]
    return None


def purpose_of(found: Found, mention: Mention, begin: int, stop: int) -> str | None:
    """What a format is for, in the sentence's own words."""
    text = found.story.text
    match = _PURPOSE.search(text, begin, stop)
    return " ".join(match.group(1).split()) if match is not None else None
