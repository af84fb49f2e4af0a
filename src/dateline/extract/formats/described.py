"""Formats described in words: "dialogue with the US", "talks under the auspices of the UN"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.formats.lists import actor_list, list_before
from dateline.extract.formats.mentions import Mention
from dateline.extract.formats.tables import adhoc, cues, link_role, links, weak
from dateline.extract.found import Found
from dateline.record import Actor

_AS_ROLE = re.compile(r"(?:, |,? and )?with (?:the )?")
_SERVING = re.compile(
    r" (?:serving |acting )?as (?:an? |the )?(guarantor|observer|mediator|host)s?\b"
)
_MEDIATE = re.compile(r" (?:are|is|were|was|have been|has been) (?:mediating|brokering|hosting) $")
Member = tuple[Actor, str | None]
MOST_LINKS = 5


def described_mentions(found: Found) -> Iterator[Mention]:
    """Formats that have no name. A weak noun ("talks") makes one only where the text says who
    brings the parties together."""
    text = found.story.text
    for segment in found.story.segments:
        for pattern, needs_broker in ((adhoc(), False), (weak(), True)):
            for match in pattern.finditer(text, segment.start, segment.end):
                members, end = _members(found, match, segment.start, segment.end)
                brokers = [a for a, role in members if role in ("mediator", "host")]
                parties = {a.name for a, role in members if role is None}
                if len(members) < 2 or (needs_broker and not (brokers and len(parties) > 1)):
                    continue
                names = "-".join(sorted(parties) or sorted({a.name for a, _ in members}))
                noun = match.group(1).lower()
                subject = _subject(text, match.end(), segment.end)
                name = f"{names} {noun}" + (f" on {subject}" if subject else "")
                why = f"'{noun}' with its parties"
                yield Mention(match.start(), end, name, False, members, why)


def _members(found: Found, match: re.Match[str], begin: int, stop: int) -> tuple[list[Member], int]:
    """Who meets in a format and who brings them together, and where its words end."""
    members: list[Member] = _brokers_before(found, match, begin)
    position = match.end()
    linked = False
    for _ in range(MOST_LINKS):
        served = _served(found, position, stop)
        if served is not None:
            part, serving, position = served
            members += [(a, part) for a in serving]
            continue
        link = links().match(found.story.text, position, stop)
        listed = actor_list(found, link.end(), stop) if link is not None else []
        if link is None or not listed:
            break
        word = link.group(1).lower()
        if word == "of" and len(listed) < 2:
            break
        role = link_role(word)
        after = [a for _, a in listed]
        if word == "with" and len(after) == 1 and not linked:
            other = _compound(found, match.start()) or _holder(found, match.start())
            after = [*(a for a in other if a.id != after[0].id), *after]
        linked = linked or role is None
        members += [(a, role) for a in after]
        position = listed[-1][0][1]
    if not linked:
        members = [*((a, None) for a in _compound(found, match.start())), *members]
    return list({(a.id, r): (a, r) for a, r in members}.values()), position


def _served(found: Found, at: int, stop: int) -> tuple[str, list[Actor], int] | None:
    """ ", with Norway as guarantor": the role, who has it, and where the words end."""
    text = found.story.text
    lead = _AS_ROLE.match(text, at, stop)
    listed = actor_list(found, lead.end(), stop) if lead is not None else []
    if not listed:
        return None
    serving = _SERVING.match(text, listed[-1][0][1], stop)
    if serving is None:
        return None
    return serving.group(1).lower(), [a for _, a in listed], serving.end()


def _brokers_before(found: Found, match: re.Match[str], begin: int) -> list[Member]:
    """ "US-brokered talks", "Qatar and Egypt are mediating talks": who brings them together."""
    text = found.story.text
    start = match.start()
    for word in cues("brought"):
        tail = f"-{word} "
        if text[max(begin, start - len(tail)) : start].lower() == tail:
            at = start - len(tail)
            return [(a, "mediator") for s, a in found.actor_at.within(begin, at) if s[1] == at]
    verb = _MEDIATE.search(text, max(begin, start - 30), start)
    if verb is None:
        return []
    listed = list_before(found, begin, verb.start(), 1) or [
        hit for hit in found.actor_at.within(begin, verb.start()) if hit[0][1] == verb.start()
    ]
    return [(a, "mediator") for _, a in listed]


def _compound(found: Found, start: int) -> list[Actor]:
    """ "Russia-US dialogue", "Belgrade-Pristina dialogue": the two before the noun."""
    hits = [
        (span, a)
        for span, a in found.actor_at.within(max(0, start - 40), start)
        if a.kind in ("state", "igo", "organisation", "armed_group") and span[1] >= start - 25
    ]
    if len(hits) < 2:
        return []
    (left, a), (right, b) = hits[-2:]
    if a.id != b.id and right[0] - left[1] == 1 and right[1] + 1 >= start:
        return [a, b]
    return []


def _holder(found: Found, start: int) -> list[Actor]:
    """Who has a dialogue "with" another: the state of the clause's subject or of the speaker."""
    parsed = found.parsed
    token = parsed.token_at(start)
    if token is None:
        return []
    for above in (token, *parsed.ancestors(token)):
        for child in parsed.children[above]:
            if parsed.deprels[child] not in ("nsubj", "nmod:poss") or child >= token:
                continue
            at = (parsed.starts[child], parsed.ends[child])
            for _, actor in found.actor_at.over(*at):
                state = _state_of(found, actor)
                if state is not None:
                    return [state]
    return []


def _state_of(found: Found, actor: Actor) -> Actor | None:
    if actor.kind == "state":
        return actor
    if actor.kind != "person" or actor.country is None:
        return None
    return next((a for a in found.actors if a.kind == "state" and a.land == actor.land), None)


def _subject(text: str, at: int, stop: int) -> str:
    """What a dialogue is about: "on the Nagorno-Karabakh conflict"."""
    match = re.search(
        r"\b(?:on|over|about) (?:the )?((?:[A-Z][\w’'\-]{1,30} ){1,4}"
        r"(?:conflict|settlement|issue|crisis|dispute|war|problem)|[A-Z][\w’'\-]{2,30})",
        text[at : min(stop, at + 80)],
    )
    return match.group(1) if match and "." not in text[at : at + match.start()] else ""
