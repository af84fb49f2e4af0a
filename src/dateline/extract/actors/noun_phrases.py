"""Which common nouns head the phrase of an actor, and how far it reaches."""

from __future__ import annotations

from dateline.extract.actors.attributive import attributive
from dateline.extract.actors.extents import complement, extent
from dateline.extract.actors.hits import Hit, Hits
from dateline.extract.actors.nominal_links import Phrase, is_predicate
from dateline.extract.actors.tables import cues
from dateline.knowledge import Entry
from dateline.language.parsed import Parsed

_HEADS = ("office", "body", "population")
_NO_HEAD = frozenset(["compound", "amod", "advmod", "case", "mark", "fixed"])


def phrase_of(parsed: Parsed, hits: Hits, hit: Hit) -> Phrase | None:
    """The phrase of an actor that a noun heads, or that says whose the next noun is ("a rebel
    attack"); None where it does neither."""
    entry = _entry(parsed, hit)
    if entry is not None and _is_head(parsed, hits, hit):
        return _phrase(parsed, hits, hit, entry)
    return attributive(parsed, hits, hit)


def _entry(parsed: Parsed, hit: Hit) -> Entry | None:
    if hit.entry.kind not in (*_HEADS, "prefix"):
        return None
    options = [e for e in hit.entries if e.kind in _HEADS and e.name not in cues("address")]
    if not options or parsed.upos[hit.last - 1] not in ("NOUN", "PROPN"):
        return None
    order = ("population", "body", "office") if options[0].plural else _HEADS
    return min(options, key=lambda e: order.index(e.kind))


def _is_head(parsed: Parsed, hits: Hits, hit: Hit) -> bool:
    """Whether the noun heads its phrase, rather than modifying another noun or a name."""
    token = hit.last - 1
    if any(parsed.deprels[c] == "cop" for c in parsed.children[token]):
        return False
    longer = hits.body_at.get(token)
    if longer is not None and longer.end > hit.last:
        return False
    if token in hits.person_at and (token + 1 in hits.person_at or token - 1 in hits.person_at):
        return False
    if is_predicate(parsed, token, hit.entry):
        return False
    if token in hits.other_at:
        return False
    following = hits.at.get(hit.last)
    named = following is not None and following.of("organisation", "igo", "media", "armed_group")
    if named and not hit.entry.plural:
        return False
    if following is not None and following.first == hit.last:
        if following.of("person"):
            return False
        if following.of("office", "population", "body") and hit.entry.kind != "body":
            return False
    if any(e.start == hit.last and e.label == "PER" for e in hits.entities):
        return False
    if hit.last < len(parsed) and parsed.text[hit.end : hit.end + 1] in "-‐‑":
        return False
    if parsed.deprels[token] in _NO_HEAD:
        modifies = following is not None and hit.last == following.first
        return hit.entry.kind == "body" and modifies and parsed.word(hit.first)[:1].isupper()
    return True


def _phrase(parsed: Parsed, hits: Hits, hit: Hit, entry: Entry) -> Phrase:
    first, left = extent(parsed, hits, hit.first)
    last, right = complement(parsed, hits, hit.last, len(parsed)) or (hit.last, ())
    there = bool(right) and parsed.word(hit.last).lower() in ("in", "at")
    if there and cues("visiting") & set(entry.sectors):
        last, right = hit.last, ()
    opener = parsed.word(first).lower()
    owned = parsed.xpos[first] == "PRP$"
    definite = opener in ("the", "this", "that", "these", "those") or any(
        parsed.word(t) in ("'s", "’s") for t in range(first, hit.first)
    )
    if not definite and not owned and not entry.plural:
        sentence = parsed.sentences[parsed.sentence_of[hit.first]]
        bare = opener not in ("a", "an", "another", "one", "any", "some", "no", "every", "each")
        definite = bare and (sentence.segment.kind == "title" or entry.kind == "body")
    return Phrase(hit, entry, first, last, left, right, definite, owned)
