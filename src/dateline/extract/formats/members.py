"""Who belongs to a format, in what role, as the story says; since when; what for."""

from __future__ import annotations

import re

from dateline.extract.formats.lists import Listed, actor_list, list_before
from dateline.extract.formats.mentions import Mention
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
_OPENER = re.compile(r" ?[(:–—-] ?(?:the )?| - (?:the )?| of (?:the )?")
_AFTER_ROLE = re.compile(r" ?[(:–—-] ?(?:the )?| - (?:the )?|, (?:the )?")
_ROLE_BEFORE = re.compile(
    r"\b([\w-]{4,12}) (?:of|in|to|for) (?:the )?(?:so-called )?(?:OSCE(?:[’']s)? )?$"
)
_SERVING = re.compile(
    r"(?: (?:are|is|were|was|act|acts|acting|serve|serves|serving|take part|took part|taking part|"
    r"participate|participating)){0,2} as (?:the |its )?$"
)
REACH = 220
"""Characters after a format's name in which its members are looked for."""


def members_of(
    found: Found, mention: Mention, begin: int, stop: int
) -> list[tuple[Actor, str | None]]:
    """The members listed after a named format, with their roles.

    Right after the name ("the Quartet (the UN, the EU, ...)"), after a role word in the same
    sentence ("led by its three co-chairs - Russia, France and the United States"), or before one
    ("with Russia, Turkey and Iran as guarantors").
    """
    text = found.story.text
    end = min(stop, mention.end + REACH)
    out: list[tuple[Actor, str | None]] = []
    before = _ROLE_BEFORE.search(text, max(begin, mention.start - 60), mention.start)
    role = role_of(before.group(1)) if before is not None else None
    opener = (_OPENER if role is None else _AFTER_ROLE).match(text, mention.end, end)
    if opener is not None:
        listed = actor_list(found, opener.end(), stop)
        if len(listed) > 1:
            out.extend((a, role) for _, a in listed)
    taken: list[tuple[int, int]] = []
    for match in role_words().finditer(text, mention.end, stop):
        serving = _SERVING.search(text, max(mention.end, match.start() - 40), match.start())
        role = role_of(match.group(1))
        if serving is not None and role is not None:
            served = list_before(found, mention.end, serving.start(), 1)
            served = served or _last_one(found, mention.end, serving.start())
            out.extend((a, role) for _, a in served)
            taken.extend(span for span, _ in served)
    for match in role_words().finditer(text, mention.end, end):
        if _SERVING.search(text, max(mention.end, match.start() - 40), match.start()):
            continue
        glue = _GLUE.match(text, match.end(), end)
        at = glue.end() if glue else match.end()
        listed = [hit for hit in actor_list(found, at, stop) if hit[0] not in taken]
        loose = not glue or not glue.group(0).strip(" ,")
        single = match.group(1).lower() in cues("party") or loose
        if not listed or (len(listed) == 1 and single):
            continue
        role = role_of(match.group(1))
        if role is None and len(listed) > 1 and match.group(1).lower() == "chaired":
            role = "co-chair"
        out.extend((a, role) for _, a in listed)
    return out


def _last_one(found: Found, begin: int, stop: int) -> Listed:
    """The one actor whose words end right before a character."""
    hits = [h for h in found.actor_at.within(begin, stop) if h[0][1] == stop]
    return [max(hits, key=lambda h: h[0][1] - h[0][0])] if hits else []


def led_before(found: Found, mention: Mention, begin: int) -> list[tuple[Actor, str | None]]:
    """Members named before: "France, Russia and the US, the co-chairs of the Minsk Group"."""
    text = found.story.text
    window = text[begin : mention.start]
    matches = list(role_words().finditer(window))
    if not matches or len(window) - matches[-1].end() > 26:
        return []
    match = matches[-1]
    role = role_of(match.group(1))
    if role == "party" or (role is None and match.group(1).lower() not in cues("member")):
        return []
    return [(a, role) for _, a in list_before(found, begin, begin + match.start(), 12)]


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
