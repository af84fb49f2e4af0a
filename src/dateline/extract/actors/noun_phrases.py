"""Which common nouns head the phrase of an actor, and how far it reaches."""

from __future__ import annotations

from dateline.extract.actors.attributive import attributive
from dateline.extract.actors.extents import complement, extent, fields
from dateline.extract.actors.hits import Hit, Hits
from dateline.extract.actors.nominal_links import Phrase, is_predicate
from dateline.extract.actors.tables import cues
from dateline.knowledge import Entry
from dateline.knowledge.entries import PROPER
from dateline.language.parsed import Parsed

_HEADS = ("office", "body", "population")
_ABSTRACT = {"opposition": ("to", "from"), "state": ("of",)}
"""Bodies whose noun means something else before these prepositions."""
_LAND = ("country", "disputed", "historical")
_LISTED = 10
"""Tokens from a plural to the first of its names."""
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
    if longer is not None and longer.start < hit.first and "PTY" in hit.entry.sectors:
        return False  # "the New Hope Party": a name
    before = hits.at.get(hit.first - 1)
    if (
        before is not None
        and "PTY" in hit.entry.sectors
        and before.of("organisation", "armed_group")
    ):
        return False  # "the ruling Zanu-PF party"
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
        # Not "took ten miners hostage", where the tree has the second beside the first.
        taken = hit.entry.plural and parsed.deprels[token] == "obj"
        if following.of("office", "population", "body") and hit.entry.kind != "body" and not taken:
            return False
    if _goes_on(parsed, hits, hit):
        return False
    if _is_abstract(parsed, hit) or _is_measure(parsed, hit):
        return False
    if hit.last in hits.person_starts:
        return False
    if hit.last < len(parsed) and parsed.text[hit.end : hit.end + 1] in "-‐‑":
        return False
    if parsed.deprels[token] in _NO_HEAD:
        modifies = following is not None and hit.last == following.first
        return hit.entry.kind == "body" and modifies and parsed.word(hit.first)[:1].isupper()
    return True


def _is_measure(parsed: Parsed, hit: Hit) -> bool:
    """ "A contingent of troops": the troops."""
    of = hit.last < len(parsed) and parsed.word(hit.last).lower() == "of"
    return of and hit.entry.name in cues("measure")


def _headed(parsed: Parsed, hits: Hits, start: int, end: int) -> tuple[int, Entry] | None:
    """ "The government of President Jane Roe": where the name of its head ends, and the name."""
    name = end if end > start else start + 1
    if name not in hits.person_at or parsed.word(start).lower() != "of":
        return None
    last = name
    while last in hits.person_at:
        last += 1
    known = hits.at.get(name)
    if known is not None and (entry := known.of("person")) is not None:
        return last, entry
    wording = parsed.words(name, last)
    return last, Entry(wording, wording, "person")


def _is_abstract(parsed: Parsed, hit: Hit) -> bool:
    """ "Opposition from settlers", "a state of siege": what is felt or is so, and nobody; but "the
    opposition to resign" and "the state of Montana" are somebody."""
    if hit.last + 1 >= len(parsed) or parsed.upos[hit.last] != "ADP":
        return False
    after = _ABSTRACT.get(hit.entry.name, ())
    small = parsed.word(hit.last + 1)[:1].islower()
    return parsed.word(hit.last).lower() in after and (small or hit.entry.name != "state")


def _goes_on(parsed: Parsed, hits: Hits, hit: Hit) -> bool:
    """ "Its allies Kenya and Ghana", "bodies such as NATO": those are named who are meant."""
    across = hit.entry.name in cues("across")
    if not across and not (hit.entry.kind == "body" and hit.entry.plural):
        return False
    if across and _is_named(hits, hit.last, hit.last + 1):
        return True
    of = {"of"} if across and "GOV" in hit.entry.sectors else set()  # "the states of Togo and"
    # "Rebel groups, including the Front": some of those who act, who have others beside them.
    some = {"including"} if hit.entry.sectors and not across else set()
    return any(
        _is_named(hits, c, hit.last + _LISTED, *_LAND if of & led else ())
        for c in parsed.children[hit.last - 1]
        if c >= hit.last
        and (led := {parsed.word(m).lower() for m in parsed.children[c]})
        and not led & some
        and led & (cues("listing") | of)
    )


def _is_named(hits: Hits, token: int, before: int, *kinds: str) -> bool:
    """Whether a name (of some kinds) begins at a token not too far off."""
    hit = hits.at.get(token)
    if token >= before or (hit is None and kinds):
        return False
    if hit is None:
        return token in hits.body_at or token in hits.person_at
    return hit.entry.kind in (kinds or PROPER)


def _phrase(parsed: Parsed, hits: Hits, hit: Hit, entry: Entry) -> Phrase:
    first, left = extent(parsed, hits, hit.first)
    last, right = complement(parsed, hits, hit.last, len(parsed)) or (hit.last, ())
    listed = fields(parsed, hits, hit.first, last) if entry.kind == "office" else last
    listed = listed if listed > last else 0
    last = max(last, listed)
    if entry.kind == "body" and (of := _headed(parsed, hits, hit.last, last)) is not None:
        last, right = of[0], (*right, of[1])
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
    if entry.name in cues("across"):  # "its allies", "Kenya's allies": others than Kenya
        return Phrase(hit, entry, first + owned, hit.last, (), (), definite, owned)
    another = opener == "another"
    return Phrase(hit, entry, first, last, left, right, definite, owned, another, fields=listed)
