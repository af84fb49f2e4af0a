"""Formats of mediation: who meets with whom, in what role, since when, and what for.

    extract(found) -> list[Format]       in text order

Named formats come from a table, others are described in words ("dialogue with the US"). Members,
roles and dates are read from the text alone; what it does not say stays open.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.extract.formats.described import described_mentions
from dateline.extract.formats.members import led_before, members_of, purpose_of, since_of
from dateline.extract.formats.mentions import Mention, named_mentions
from dateline.extract.formats.relations import relations_of
from dateline.extract.found import Found
from dateline.record import Format, Member, Relation


@dataclass
class _Draft:
    name: str
    why: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    members: dict[str, str | None] = field(default_factory=dict)
    since: str | None = None
    purpose: str | None = None
    relations: list[Relation] = field(default_factory=list)


def extract(found: Found) -> list[Format]:
    """The formats of the story. Reads `found.actors` and `found.times`."""
    named = list(named_mentions(found))
    taken = [(m.start, m.end) for m in named]
    described = [
        m for m in described_mentions(found) if not any(m.start < e and s < m.end for s, e in taken)
    ]
    mentions = sorted([*named, *described], key=lambda m: m.start)
    drafts: dict[tuple[str, ...], _Draft] = {}
    for mention in mentions:
        _read(found, mention, mentions, drafts)
    out = []
    for draft in sorted(drafts.values(), key=lambda d: d.spans[0]):
        names = [found.actor_by_id[a].name for a in draft.members]
        out.append(
            Format(
                id=found.ids.new("f", draft.name, *names),
                name=draft.name,
                spans=draft.spans,
                members=[Member(actor=a, role=r) for a, r in draft.members.items()],
                purpose=draft.purpose,
                since=draft.since,
                relations=draft.relations,
                why=draft.why,
            )
        )
    return out


def _read(
    found: Found,
    mention: Mention,
    mentions: list[Mention],
    drafts: dict[tuple[str, ...], _Draft],
) -> None:
    begin, stop = _sentence(found, mention)
    parties = sorted(a.id for a, _ in mention.members)
    key = ("named", mention.name) if mention.named else ("described", *parties)
    draft = drafts.setdefault(key, _Draft(mention.name, mention.why))
    if len(mention.name) > len(draft.name):
        draft.name = mention.name
    draft.spans.append((mention.start, mention.end))
    listed = list(mention.members)
    if mention.named:
        listed += members_of(found, mention, begin, stop) or led_before(found, mention, begin)
    for actor, role in listed:
        if draft.members.get(actor.id) is None:
            draft.members[actor.id] = role
    draft.since = draft.since or since_of(found, mention, begin, stop)
    if mention.named:
        draft.purpose = draft.purpose or purpose_of(found, mention, begin, stop)
    elif " on " in mention.name:
        draft.purpose = draft.purpose or mention.name.rsplit(" on ", 1)[1]
    for relation in relations_of(found, mention, mentions, begin, stop):
        if all(r.kind != relation.kind or r.to != relation.to for r in draft.relations):
            draft.relations.append(relation)


def _sentence(found: Found, mention: Mention) -> tuple[int, int]:
    parsed = found.parsed
    first, last = parsed.tokens_in(mention.start, mention.end)
    if first >= last:
        return mention.start, mention.end
    sentence = parsed.sentences[parsed.sentence_of[first]]
    return parsed.starts[sentence.start], parsed.ends[sentence.end - 1]
