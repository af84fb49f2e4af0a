"""How far a phrase reaches around its head, and the names of the tables in it."""

from __future__ import annotations

from dateline.extract.actors.hits import Hits
from dateline.extract.actors.tables import cues
from dateline.knowledge import Entry
from dateline.language.parsed import Parsed

INSIDE = frozenset(["ADJ", "NOUN", "PROPN", "DET", "NUM", "PART", "ADV"])


_LEADS = frozenset(["of", "for", "to", "at", "in"])


_BETWEEN = frozenset([",", "and"])
_WHERE = frozenset(["in", "at"])


_INNER_LEADS = frozenset(["of", "for"])


_LANDS = frozenset(["country", "demonym"])


HYPHENS = frozenset("-‐‑–")


OWNER = frozenset(["'s", "’s"])
_MARKS = frozenset(['"', "“", "„", "”"])
_FINITE = frozenset(["VBD", "VBZ", "VBP"])
REACH = 14
"""Tokens looked at on either side of a name."""
_CLIMB = 5
"""Steps up the tree from a word to the head of its phrase."""


def extent(parsed: Parsed, hits: Hits, first: int) -> tuple[int, tuple[Entry, ...]]:
    """How far a phrase reaches left of its head, and the entries there, nearest first."""
    entries: list[Entry] = []
    at = first
    floor = parsed.sentences[parsed.sentence_of[first]].start
    while at > floor and first - at < REACH:
        token = at - 1
        hit = hits.at.get(token)
        if hit is not None and hit.last <= at:
            if parsed.upos[token] == "VERB" and hit.entry.kind in ("prefix", "population"):
                break
            leads = hit.entry.kind in _LANDS and _is_led(parsed.text, hit.end)
            if leads or not is_sponsor(parsed.text, hit.start, hit.end):
                entries.append(hit.entry)
            at = hit.first
            continue
        entity = hits.body_at.get(token)
        if entity is not None and entity.start >= floor and entity.end <= at:
            name = parsed.words(entity.start, entity.end)
            entries.append(Entry(name, name, "organisation"))
            at = entity.start
            continue
        upos = parsed.upos[token]
        if upos == "DET" or parsed.xpos[token] == "PRP$":
            at = token
            break
        if (left := _joined_adjective(parsed, hits, token)) is not None:
            at = left
            continue
        owner = parsed.word(at).lower() in OWNER  # "Monday's speakers"
        word = parsed.word(token).lower()
        loose = (word in cues("loose") or word in cues("weekday")) and not owner
        inside = upos in INSIDE or word in cues("participle")
        if loose or not inside or not _modifies(parsed, token, first):
            break
        at = token
    return at, tuple(entries)


def _joined_adjective(parsed: Parsed, hits: Hits, token: int) -> int | None:
    """ "French political and military officials": the adjective that an "and" joins to the next,
    where it names no land of its own ("Armenian and Azerbaijani forces" are two)."""
    if parsed.deprels[token] != "cc" or parsed.word(token).lower() != "and":
        return None
    right = parsed.heads[token]
    left = parsed.heads[right]
    adjectives = parsed.deprels[right] == "conj" and parsed.upos[left] == "ADJ"
    near = left < token == right - 1 and token - left < 3
    if not adjectives or not near or any(parsed.upos[c] == "DET" for c in parsed.children[left]):
        return None
    named = (hits.at.get(t) for t in (left, right))
    return None if any(h is not None and h.entry.country for h in named) else left


def _is_led(text: str, end: int) -> bool:
    """ "Vietnamese-led forces": who leads them acts through them, unlike who only backs them."""
    return text[end : end + 1] in HYPHENS and text[end + 1 : end + 4].lower() == "led"


def is_sponsor(text: str, start: int, end: int) -> bool:
    """Whether a name only backs or opposes the actor ("Turkish-backed", "pro-Russian")."""
    if end < len(text) and text[end] in "-‐‑–":
        word = text[end + 1 : end + 14].split(" ")[0].lower()
        if word.rstrip(",.") in cues("sponsor"):
            return True
    if start and text[start - 1] in "-‐‑–":
        word = text[max(0, start - 6) : start - 1].split(" ")[-1].lower()
        return word in cues("against")
    return False


def _modifies(parsed: Parsed, token: int, head: int) -> bool:
    """Whether a token before a head belongs to its phrase."""
    if parsed.word(token) in ("'s", "’s", "'", "’"):
        return True
    if parsed.deprels[token] == "mark":
        return False  # "in case rebels come"
    at = token
    for _ in range(_CLIMB):
        if parsed.deprels[at].startswith("obl") and parsed.heads[at] >= head:
            return False  # "over the past day air forces shot down": when, not whose
        at = parsed.heads[at]
        if at >= head:
            return at - head < REACH
        if at == parsed.heads[at] or at < token - REACH:
            return False
    return False


def _finite(parsed: Parsed, token: int) -> bool:
    """ "A court in Togo jailed Roe", but "of the jailed minister"."""
    told = parsed.xpos[token] in _FINITE and parsed.word(token).islower()
    return told and parsed.deprels[token] != "amod"


def fields(parsed: Parsed, hits: Hits, first: int, end: int) -> int:
    """ "Ministers of trade, civil aviation and justice": where the last of the fields ends that are
    listed behind an office with one; else `end`."""
    while end + 1 < len(parsed) and parsed.word(end).lower() in _BETWEEN:
        noun = end + 1
        if parsed.word(noun).lower() == "and":
            noun += 1
        start = noun
        if noun < len(parsed) and parsed.upos[noun] == "ADJ":
            noun = parsed.heads[noun]
        if (
            noun < start
            or noun >= len(parsed)
            or any(_somebody(hits, t) for t in range(start, noun + 1))
        ):
            break
        listed = parsed.deprels[noun] == "conj" and first < parsed.heads[noun] < end
        small = parsed.upos[noun] == "NOUN" and parsed.word(noun).islower()
        if not (listed and small and parsed.word(first + 1).lower() == "of"):
            break
        end = noun + 1
    return end


def _somebody(hits: Hits, token: int) -> bool:
    """Whether a word may be somebody; "justice" behind "ministers of" is a field, no judge."""
    hit = hits.at.get(token)
    return hit is not None and not (hit.entry.kind == "office" and not hit.entry.plural)


def complement(
    parsed: Parsed, hits: Hits, at: int, stop: int
) -> tuple[int, tuple[Entry, ...]] | None:
    """The phrase that "of", "for", "to" or "at" opens after a head: its end and its entries."""
    entries: list[Entry] = []
    end = at
    token = at
    opened = sent = False  # in quotation marks; behind "to", where a country is not the office's
    if at:
        stop = min(stop, parsed.sentences[parsed.sentence_of[at - 1]].end)
    if token >= min(stop, len(parsed)) or not _leads(parsed, token):
        return (end, ())
    if parsed.word(token).lower() in _WHERE and not _place_follows(parsed, hits, token):
        return (end, ())
    while token < min(stop, len(parsed), at + REACH):
        if _finite(parsed, token):
            break
        hit = hits.at.get(token)
        if hit.of("person") if hit is not None else token in hits.person_at:
            last = _named_end(parsed, hits, token, at)
            if last is None:
                break
            if _owns_a_body(parsed, hits, last):
                token = last + 1  # "members of Jane Roe's National League"
                continue
            name = parsed.words(token, last)
            return last, (*_nearest_first(entries), Entry(name, name, "person"))
        if hit is not None and hit.first == token:
            if not is_sponsor(parsed.text, hit.start, hit.end) and not sent:
                entries.append(hit.entry)
            token = end = hit.last
            continue
        word = parsed.word(token).lower()
        if word in cues("weekday"):
            break
        entity = hits.body_at.get(token)
        if entity is not None and entity.start == token and entity.end <= stop:
            name = parsed.words(entity.start, entity.end)
            if not any(t in hits.at for t in range(entity.start, entity.end)):
                entries.append(Entry(name, name, "organisation"))
                token = end = entity.end
                continue
        if word in _MARKS and token > at:
            token += 1
            end = token if opened else end
            opened = not opened
            continue
        if parsed.upos[token] == "PART" and word == "to":
            if parsed.word(at).lower() == "for":
                return (at, ())  # "for the army to enter": a clause
            break  # "urged the government of Togo to yield"
        # "The government of neighbouring Togo", "of the banned party".
        before = parsed.deprels[token] == "amod" and parsed.heads[token] > token
        described = token > at and (before or word in cues("participle"))
        if parsed.upos[token] in INSIDE or described:
            if token > at + 1 and _outside(parsed, token, at - 1):
                break  # "gave the army of Togo two days"
            token += 1
            end = end if parsed.upos[token - 1] == "ADV" else token
            continue
        ahead = hits.at.get(token + 1)
        posted = word == "to" and ahead is not None and ahead.entry.country is not None
        posted = posted and parsed.word(at).lower() != "from"  # "from Chad to Togo": a way
        shared = word in _BETWEEN and _shared(parsed, hits, token)
        if token == at or word in _INNER_LEADS or posted or shared:
            sent = sent or word == "to"
            token += 1
            continue
        break
    return (end, tuple(_nearest_first(entries)))


def _owns_a_body(parsed: Parsed, hits: Hits, at: int) -> bool:
    """Whether a name is followed by the mark of an owner, and by a body that it owns."""
    if at + 1 >= len(parsed) or parsed.word(at) not in OWNER:
        return False
    owned = hits.at.get(at + 1)
    return at + 1 in hits.body_at or (owned is not None and owned.entry.kind == "body")


def _outside(parsed: Parsed, token: int, noun: int) -> bool:
    """Whether a word hangs on what stands before a noun, and not on the noun."""
    for _ in range(_CLIMB):
        if parsed.heads[token] == token:
            return False
        token = parsed.heads[token]
        if token <= noun:
            return token < noun
    return False


def _shared(parsed: Parsed, hits: Hits, link: int) -> bool:
    """ "Members of the Kenyan, Ghanaian and Togolese parliaments": whether a link joins two lands
    that describe one noun behind them."""
    ahead = link + 1
    if ahead < len(parsed) and parsed.word(ahead).lower() == "and":
        ahead += 1
    left, right = hits.at.get(link - 1), hits.at.get(ahead)
    if right is None and parsed.word(link).lower() == "and":  # ", and"
        left = hits.at.get(link - 2)
    if left is None or right is None or {left.entry.kind, right.entry.kind} != {"demonym"}:
        return False
    first = left.last - 1
    if parsed.deprels[first] == "conj":  # the second of three
        first = parsed.heads[first]
    return parsed.deprels[first] == "amod" and parsed.heads[first] >= right.last


def _named_end(parsed: Parsed, hits: Hits, token: int, at: int) -> int | None:
    """ "The wife of President Jo Roe", "supporters of Jo Roe": where a name ends that is not of
    whom the noun itself stands for ("the envoy to Chad Jo Roe")."""
    noun = at - 1
    kin = parsed.word(noun).lower() in cues("kin")
    if parsed.word(at).lower() != "of" or not (kin or parsed.xpos[noun] == "NNS"):
        return None
    hit = hits.at.get(token)
    if hit is not None:
        return hit.last
    while token in hits.person_at:
        token += 1
    return token


def _leads(parsed: Parsed, token: int) -> bool:
    """Whether a preposition opens what belongs to the noun before it; "from" and "for" only where
    the tree says so ("ministers from Chad", but not "withdrew troops from Chad" or "appealed to the
    authorities for help")."""
    word = parsed.word(token).lower()
    if word not in ("from", "for"):
        return word in _LEADS
    if word == "from" and any(parsed.xpos[c] == "PRP$" for c in parsed.children[token - 1]):
        return False  # "recalled its ambassador from Chad"
    noun = parsed.heads[token]
    return parsed.heads[noun] == token - 1 and parsed.deprels[noun].startswith("nmod")


def _place_follows(parsed: Parsed, hits: Hits, token: int) -> bool:
    """Whether a name stands behind a preposition of place ("the government in Baku", but not "the
    government in a case of murder")."""
    ahead = token + 1
    while ahead < len(parsed) and parsed.upos[ahead] in ("DET", "ADJ"):
        ahead += 1
    return ahead < len(parsed) and (ahead in hits.at or parsed.upos[ahead] == "PROPN")


def _nearest_first(entries: list[Entry]) -> list[Entry]:
    """ "of the Armenian Defense Ministry": the body counts before its country."""
    return [*(e for e in entries if e.kind == "body"), *(e for e in entries if e.kind != "body")]
