"""Are events of several stories rightly joined? `python -m bench.incidents`.

On the open half of ECB+ (496 documents): B-cubed and pairwise precision, recall and F1, and the
mean of CoNLL, of Dateline's linker beside three baselines in the same run: mentions whose head
words have one lemma are one event, in all documents, in the documents of one topic, of one
subtopic. The linker is told neither topic nor subtopic. Its weights were fitted on half of the
topics; figures are given for these and for the half kept aside.

`given`: the gold mentions as happenings made from the parse. `end to end`: only events that
Dateline finds itself, held to the gold mention whose words their trigger shares; the share found
is coverage.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping

from bench.common import KIT, TODAY, need_kit, rows
from bench.coref import b_cubed, conll, pairwise
from bench.ecb import Mention, mentions
from dateline.language import parse_many
from dateline.link.incidents import Happening, cluster, happenings
from dateline.pipeline import assemble, extract, lay_out
from dateline.reading.document import Document
from dateline.record import Record

GOLD = KIT / "dev" / "ecbplus.jsonl.gz"
Key = tuple[str, str]


def main() -> None:
    """Read, link, print."""
    need_kit()
    told: list[Mention] = []
    own: list[tuple[Happening, Mention]] = []
    for mention_list, record in _read():
        told += mention_list
        own += _matched(record, mention_list)
    print(f"{'':34} {'B-cubed P / R / F1':>24} {'pairwise P / R / F1':>24} {'CoNLL':>6}")
    for name, chosen in (("fitted on", True), ("kept aside", False)):
        part = [m for m in told if is_fitted(m.topic) is chosen]
        mine = [(h, m) for h, m in own if is_fitted(m.topic) is chosen]
        print(f"topics {name}: {len(part)} mentions in {len({m.cluster for m in part})} clusters")
        gold = {m.happening.key: m.cluster for m in part}
        _baselines(part, gold)
        _print("given: dateline", gold, _linked(m.happening for m in part))
        print(f"  end to end: {len(mine)} mentions found, {len(mine) / len(part):.0%}")
        found = {h.key: m.cluster for h, m in mine}
        _baselines([m._replace(happening=h) for h, m in mine], found)
        _print("end to end: dateline", found, _linked(h for h, _ in mine))
        sys.stdout.flush()


def is_fitted(topic: str) -> bool:
    """Whether the weights were fitted on a topic: every other one of the open (odd) topics."""
    return int(topic) // 2 % 2 == 0


def gold_mentions() -> list[Mention]:
    """All gold mentions."""
    return [mention for mention_list, _ in _read() for mention in mention_list]


def _read() -> Iterator[tuple[list[Mention], Record]]:
    """The mentions and the record of each document."""
    for row in rows(GOLD):
        document = Document(text=row["text"], id=row["id"])
        story, notes = lay_out(document, TODAY)
        (parsed,) = parse_many([(story.text, story.segments)])
        record = assemble(document, extract(story, parsed, notes))
        yield list(mentions(row, record, parsed)), record


def _matched(record: Record, told: list[Mention]) -> Iterator[tuple[Happening, Mention]]:
    """Dateline's own events, each with a gold mention whose words its trigger shares."""
    events = {event.id: event for event in record.events}
    left = list(told)
    for happening in happenings(record):
        spans = events[happening.event].trigger
        for mention in left:
            if any(a < d and c < b for a, b in spans for c, d in mention.spans):
                left.remove(mention)
                yield happening, mention
                break


def _linked(told: Iterable[Happening]) -> dict[Key, str]:
    return {key: made.key for made in cluster(told) for key in made.members}


def _baselines(told: list[Mention], gold: Mapping[Key, str]) -> None:
    for name, where in (("all", ""), ("topic", "topic"), ("subtopic", "subtopic")):
        found = {
            m.happening.key: (getattr(m, where) if where else "", m.lemma.casefold()) for m in told
        }
        _print(f"baseline: one lemma, {name}", gold, found)


def _print(name: str, gold: Mapping[Key, str], found: Mapping[Key, object]) -> None:
    cubed, pairs = b_cubed(gold, found), pairwise(gold, found)  # type: ignore[arg-type]
    figures = "  ".join("   ".join(f"{value:.3f}" for value in scores) for scores in (cubed, pairs))
    print(f"  {name:<32} {figures}  {conll(gold, found):.3f}")  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
