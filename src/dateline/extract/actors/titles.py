"""Offices beside a name: "Deputy Foreign Minister Sergei Ryabkov", "Peskov, a spokesman"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.extract.actors.drafts import Draft
from dateline.extract.actors.extents import INSIDE, REACH, complement, extent
from dateline.extract.actors.hits import Hit, Hits
from dateline.extract.actors.person_mentions import Named
from dateline.extract.actors.reading import combine
from dateline.extract.actors.tables import cues, given_names, prefixes
from dateline.extract.found import Found
from dateline.knowledge import Entry
from dateline.knowledge.tables import cached_words
from dateline.language.parsed import Parsed
from dateline.record import Role

_LANDS = frozenset(["country", "capital", "seat"])
_RANKS = frozenset(["armed_group", "organisation"])
"""Bodies whose members are told by their names: "Hamas's Roe"."""
_BREAKS = frozenset(["VERB", "AUX", "SCONJ", "PRON", "CCONJ", "SYM"])


@dataclass(frozen=True, slots=True)
class Office:
    """An office with what stands around it."""

    hit: Hit
    entry: Entry
    first: int
    last: int
    left: tuple[Entry, ...]
    right: tuple[Entry, ...]


def read_titles(found: Found, hits: Hits, named: list[Named]) -> set[int]:
    """Give persons the offices beside their names; the tokens that these take up."""
    taken: set[int] = set()
    starts = {n.first for n in named}
    for name in named:
        if name.draft is None:
            continue
        office = _before(found.parsed, hits, name.first)
        if office is not None:
            office = _of_land(found.parsed, hits, office, name)
            _apply(found, name.draft, office, (office.first, name.last))
            taken.update(range(office.first, office.last))
        else:
            _belongs(name.draft, _owners(found.parsed, hits, name))
        after = _after(found.parsed, hits, name.last, starts)
        if after is not None:
            _apply(found, name.draft, after, (after.first, after.last))
            taken.update(range(after.first, after.last))
        _gender(found, hits, name)
    return taken


def _apply(found: Found, draft: Draft, office: Office, span: tuple[int, int]) -> None:
    reading = combine(office.entry, office.left, office.right)
    prefix = office.hit.first
    while prefix > office.first:
        before = office_at(found, prefix - 1)
        if before is None:
            break
        prefix -= 1
    title = " ".join(found.parsed.words(prefix, office.hit.last).split())
    country = reading.country
    if office.entry.name not in cues("address") and office.entry.kind == "office":
        draft.add_role(Role(title=title, organisation=reading.organisation, country=country))
        draft.offices.add(office.entry.name)
    if draft.country is None or draft.why.startswith("model"):
        draft.country = country or draft.country
    if draft.why.startswith("model"):
        draft.add_sectors(reading.sectors)
        draft.why = f"title '{title}': {reading.why}"
    elif not draft.why.startswith("table"):
        draft.add_sectors(reading.sectors)
    elif reading.sectors and not reading.former:
        merged = [*reading.sectors, *(s for s in draft.sectors if s != "ELI")]
        draft.sectors = list(dict.fromkeys(merged))
    draft.mention(*found.parsed.span(*span), "title")


def office_at(found: Found, token: int) -> str | None:
    """The word at a token where it is a prefix of an office ("deputy", "former")."""
    word = found.parsed.word(token).lower()
    return word if word in prefixes() else None


def _before(parsed: Parsed, hits: Hits, first: int) -> Office | None:
    """The office that ends where the name begins, or before a comma there."""
    at = first - 1
    while at >= 0 and parsed.word(at).lower().rstrip(".") in cues("honorific"):
        hit = hits.at.get(at)
        if hit is not None and hit.of("office"):
            break
        at -= 1
    hit = hits.at.get(at) if at >= 0 else None
    if hit is not None and hit.last == at + 1 and (entry := hit.of("office") or _is(parsed, hit)):
        if entry.plural:
            return None
        begin, left = extent(parsed, hits, hit.first)
        return Office(hit, entry, begin, first, left, ())
    if at >= 1 and parsed.word(at) == ",":
        return _before_comma(parsed, hits, at)
    return _before_comma(parsed, hits, first) if at >= 0 else None


def _is(parsed: Parsed, hit: Hit) -> Entry | None:
    """What somebody is, beside the name as an office is: "Israeli soldier Roe", "engineer Roe".

    It tells a land; a sector only where it is one of a public matter: who is named is more than
    one of the civilians.
    """
    entry = hit.of("population")
    if entry is None or not entry.sectors or entry.name in cues("playing"):
        return None
    if not parsed.word(hit.last - 1).islower():
        return None
    private = cached_words("private_sectors.tsv")
    return entry._replace(sectors=tuple(s for s in entry.sectors if s not in private))


def _of_land(parsed: Parsed, hits: Hits, office: Office, name: Named) -> Office:
    """ "King Haakon of Norway": the land that follows the name is the office's."""
    if any(e.country for e in (*office.left, *office.right)) or name.last >= len(parsed):
        return office
    if parsed.word(name.last).lower() != "of":
        return office
    found = complement(parsed, hits, name.last, len(parsed))
    right = found[1] if found is not None else ()
    return replace(office, right=right) if any(e.country for e in right) else office


def _before_comma(parsed: Parsed, hits: Hits, comma: int) -> Office | None:
    """ "The president of Azerbaijan, Ilham Aliyev": the office opens the phrase before.

    Without the comma ("President of Azerbaijan Ilham Aliyev") the office is written large.
    """
    bare = parsed.word(comma) != ","
    floor = parsed.sentences[parsed.sentence_of[comma]].start
    for at in range(comma - 1, max(floor - 1, comma - REACH), -1):
        if parsed.upos[at] in _BREAKS or parsed.word(at) in (",", ".", ";", ":"):
            return None
        hit = hits.at.get(at)
        if hit is None or hit.last != at + 1 or not (entry := hit.of("office")):
            continue
        if entry.plural:
            return None
        tied = bare and _names(parsed, hit.last - 1, comma)
        right = complement(parsed, hits, hit.last, comma)
        if right is None or (right[0] != comma):
            return None
        begin, left = extent(parsed, hits, hit.first)
        above = hits.at.get(begin - 2) if begin > 1 else None
        if parsed.word(begin - 1).lower() == "to" and above is not None and above.of("office"):
            continue  # "assistant to the president": the office is the assistant's
        if bare and not right[1] and not tied:
            return None
        plain = not parsed.word(hit.first)[:1].isupper()
        if (
            bare
            and plain
            and not tied
            and not (parsed.upos[begin] == "DET" and right[1][0].country)
        ):
            return None
        if begin == hit.first and not right[1] and parsed.upos[begin - 1] != "DET":
            return None
        return Office(hit, entry, begin, comma, left, right[1])
    return None


def _names(parsed: Parsed, head: int, name: int) -> bool:
    """Whether the tree hangs the name that begins at a token on an office before it."""
    at = name
    for _ in range(4):
        if parsed.heads[at] == head:
            return parsed.deprels[at] in ("appos", "flat", "flat:name", "nmod:desc")
        if parsed.heads[at] < name:
            return False
        at = parsed.heads[at]
    return False


def _after(parsed: Parsed, hits: Hits, last: int, starts: set[int]) -> Office | None:
    """The office in the apposition after a name."""
    if last >= len(parsed) or parsed.word(last) not in (",", "(", "-", "–", "—"):
        return None
    stop = parsed.sentences[parsed.sentence_of[last]].end
    for at in range(last + 1, min(stop, last + REACH)):
        hit = hits.at.get(at)
        if hit is not None and hit.first == at and (entry := hit.of("office")):
            if entry.plural or hit.last in starts or hit.last >= len(parsed):
                return None
            following = hits.at.get(hit.last)
            if following is not None and following.of("office", "body", "population"):
                continue
            if parsed.word(hit.last) in ("'s", "’s", "'"):
                continue
            if parsed.upos[hit.last] in ("NOUN", "PROPN") and hit.last not in hits.at:
                return None
            begin, left = extent(parsed, hits, hit.first)
            if begin > last + 1:
                return None
            end, right = complement(parsed, hits, hit.last, len(parsed)) or (hit.last, ())
            if end < stop and not _ends_apposition(parsed, end):
                return None
            if end + 1 < stop and parsed.word(end) == "," and end + 1 in starts:
                return (
                    None  # "Ann Lee, the French president, Jo Roe, and ...": it is the next one's
                )
            return Office(hit, entry, last + 1, end, left, right)
        if at in starts or parsed.upos[at] not in INSIDE:
            return None
    return None


def _ends_apposition(parsed: Parsed, token: int) -> bool:
    """Whether what follows an office leaves it an apposition: a comma, a phrase, a clause."""
    if parsed.upos[token] in ("PUNCT", "ADP") or parsed.xpos[token] == "VBN":
        return True
    if parsed.upos[token] == "ADV" and token + 1 < len(parsed):
        return parsed.xpos[token + 1] == "VBN"  # "the director for the event jointly held by ..."
    return parsed.word(token).lower() in ("who", "which", "since")


def _owners(parsed: Parsed, hits: Hits, name: Named) -> list[Entry]:
    """ "Russia's Lavrov", "Roe of Hamas": the land or the body that a person without an office is
    told to be of, the nearest first."""
    out = []
    if name.first >= 2 and parsed.word(name.first - 1) in ("'s", "’s"):
        out.append(hits.at.get(name.first - 2))
    if name.last < len(parsed) and parsed.word(name.last) == "of":
        at = name.last + 1
        at += at < len(parsed) and parsed.word(at).lower() == "the"
        out.append(hits.at.get(at))
    return [hit.entry for hit in out if hit is not None]


def _belongs(draft: Draft, owners: list[Entry]) -> None:
    """Give a person the land and the sectors of whom it is told to be of.

    Those who write for a paper are of its trade, and of any land.
    """
    for owner in owners:
        if owner.kind in _LANDS or owner.kind in _RANKS:
            draft.country = draft.country or owner.country
        if owner.kind in (*_RANKS, "media") and draft.why.startswith("model"):
            draft.add_sectors(owner.sectors)
            draft.why += f"; of '{owner.name}'"


def _gender(found: Found, hits: Hits, name: Named) -> None:
    if name.draft is None or name.draft.gender:
        return
    before = name.first - 1
    words = {found.parsed.word(before).lower().rstrip(".")} if before >= 0 else set()
    words |= {w for office in name.draft.offices for w in office.split(" ")}
    if words & cues("female"):
        name.draft.gender = "f"
    elif words & cues("male"):
        name.draft.gender = "m"
    elif len(name.keys) > 1:
        name.draft.gender = given_names().get(name.keys[0], "")
