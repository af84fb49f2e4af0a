"""Actors by name: states, bodies, groups and media, and what stands for a state."""

from __future__ import annotations

from dateline.extract.actors.attributive import IN_ARMS
from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.extents import HYPHENS, extent
from dateline.extract.actors.hits import Hit, Hits
from dateline.extract.actors.tables import cues
from dateline.extract.found import Found
from dateline.extract.places.metonyms import acts
from dateline.knowledge import Entry
from dateline.knowledge.countries import country_name
from dateline.knowledge.lexicon import key_of
from dateline.language.parsed import Parsed
from dateline.record.values import ActorKind

_KINDS: dict[str, ActorKind] = {
    "igo": "igo",
    "organisation": "organisation",
    "armed_group": "armed_group",
    "media": "media",
}
_NATIONS = frozenset(["country", "demonym"])
_WITH_PLURAL = frozenset("nirk")
"""Last letters of nationalities that take a plural ("Ghanaians", "Iraqis", "Slovaks")."""
_JOINS = frozenset(["ADP", "DET", "CCONJ"])
_OPPOSED = IN_ARMS | {"OPP"}
_ARGUMENTS = frozenset(["nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "conj", "nmod"])


def read_names(found: Found, hits: Hits, register: Register) -> None:
    """Enter every named actor but persons."""
    nations = [h for h in hits.all if h.entry.kind in _NATIONS and h.entry.country]
    opening, closing = {h.start for h in nations}, {h.end for h in nations}
    for hit in hits.all:
        entry = hit.entry
        if hit.inner or (entry.kind in _NATIONS and _money(found, hit)):
            continue
        if entry.kind in ("country", "historical", "seat", "capital", "disputed"):
            _state_name(found, hit, entry, register)
        elif entry.kind == "demonym":
            if hit.end + 1 in opening or hit.start - 1 in closing:
                _paired(found, hit, entry, register)
            else:
                _demonym(found, hit, entry, register)
        elif entry.kind in _KINDS and not _of_a_longer_name(found, hits, hit):
            body_of(entry, register).mention(hit.start, hit.end, "name")
    _unknown_bodies(found, hits, register)


def _money(found: Found, hit: Hit) -> bool:
    """ "Two million US dollars": whose money it is, and nobody."""
    parsed = found.parsed
    noun = hit.last < len(parsed) and parsed.upos[hit.last] == "NOUN"
    return noun and parsed.word(hit.last).lower() in cues("currency")


def state_of(entry: Entry, register: Register) -> Draft:
    """The draft of a country; of a land that only the user's roster knows, by its own name."""
    code = entry.country or ""
    name = country_name(code) or entry.name
    return register.get(
        ("state", code),
        lambda: Draft(name, "state", code, ["GOV"], why=f"table: country {code}"),
    )


def entity_of(entry: Entry, register: Register) -> Draft:
    """The draft of a disputed territory's authorities, or of a former state."""
    if entry.kind == "historical":
        make = Draft(entry.name, "state", entry.country, ["GOV"], why="table: former state")
    else:
        sectors = list(dict.fromkeys([*entry.sectors, "GOV"]))
        make = Draft(entry.name, "organisation", entry.country, sectors, why="table: disputed")
    return register.get(("entity", entry.name), lambda: make)


def body_of(entry: Entry, register: Register) -> Draft:
    """The draft of an organisation, group or outlet of the tables."""
    return register.get(
        ("body", entry.name),
        lambda: Draft(
            entry.name,
            _KINDS[entry.kind],
            entry.country,
            list(entry.sectors),
            why=f"table: {entry.kind}",
        ),
    )


def _state_name(found: Found, hit: Hit, entry: Entry, register: Register) -> None:
    if entry.kind == "country" and entry.country:
        state_of(entry, register).mention(hit.start, hit.end, "name")
    elif entry.kind == "seat" and entry.country:
        state_of(entry, register).mention(hit.start, hit.end, "metonym")
    elif entry.kind == "historical":
        entity_of(entry, register).mention(hit.start, hit.end, "name")
    elif entry.kind == "capital":
        _capital(found, hit, entry, register)
    elif _is_party(found, hit) or _is_polity(found, hit):
        draft = entity_of(entry, register)
        wording = found.story.text[hit.start : hit.end]
        if len(wording) > len(draft.name):
            draft.name = " ".join(wording.split())
        draft.mention(hit.start, hit.end, "name")


def _is_party(found: Found, hit: Hit) -> bool:
    """Whether a disputed territory acts here, or is merely the place."""
    return acts(found.parsed, (hit.first, hit.last)) is not None


def _is_polity(found: Found, hit: Hit) -> bool:
    """Whether the wording names authorities rather than land ("Republic of Artsakh", "LNR")."""
    wording = found.story.text[hit.start : hit.end]
    keys = key_of(wording).split(" ")
    return any(k in cues("polity") for k in keys) or (wording.isupper() and len(wording) < 5)


def _capital(found: Found, hit: Hit, entry: Entry, register: Register) -> None:
    places = found.place_at.over(hit.start, hit.end)
    for span, place in places:
        if place.metonym and span == (hit.start, hit.end):
            if entry.note == "disputed":
                wanted = register.find(("entity", entry.name)) or entity_of(
                    _territory(entry), register
                )
                wanted.mention(hit.start, hit.end, "metonym")
            elif place.country in (entry.country, None) and entry.country:
                state_of(entry, register).mention(hit.start, hit.end, "metonym")
            return


def _territory(capital: Entry) -> Entry:
    return Entry(capital.name, capital.name, "disputed", capital.country, capital.sectors)


def _paired(found: Found, hit: Hit, entry: Entry, register: Register) -> None:
    """ "Israeli-Palestinian talks": two states in one word. Other neighbours are read apart."""
    text = found.story.text
    hyphens = text[hit.end : hit.end + 1], text[hit.start - 1 : hit.start]
    if HYPHENS.isdisjoint(hyphens):
        _demonym(found, hit, entry, register)
    elif entry.country and entry.name == country_name(entry.country) and not entry.plural:
        state_of(entry, register).mention(hit.start, hit.end, "demonym")


def _demonym(found: Found, hit: Hit, entry: Entry, register: Register) -> None:
    parsed = found.parsed
    token = hit.last - 1
    following = found.story.text[hit.end : hit.end + 1]
    if following == "-" or found.story.text[hit.start - 1 : hit.start] == "-":
        return
    after = parsed.word(hit.last).lower() if hit.last < len(parsed) else ""
    if entry.note == "people" and after in ("war", "wars"):
        return  # "the Korean War", "the Arab-Israeli wars": its name
    noun = entry.plural or entry.note == "people"
    # "A Palestinian was killed", "ten Chinese died": an adjective with an article or a number and
    # no noun behind it is people.
    one = any(parsed.word(c).lower() in cues("one") for c in parsed.children[token])
    counted = any(parsed.deprels[c] == "nummod" for c in parsed.children[token])
    if not noun and (one or counted or parsed.upos[token] in ("NOUN", "PROPN")):
        next_noun = hit.last < len(parsed) and parsed.upos[hit.last] in ("NOUN", "PROPN", "ADJ")
        noun = parsed.deprels[token] in _ARGUMENTS and not next_noun
    if noun or _alone(parsed, hit):
        _people(found, hit, entry, register)
    elif parsed.lemmas[parsed.heads[token]] in cues("ethnic"):
        return  # "the Albanian majority", "of Turkish descent": a people, and no state
    elif entry.country and entry.name == country_name(entry.country):
        state_of(entry, register).mention(hit.start, hit.end, "demonym")
    elif entry.note != "people" and _is_side(parsed, token):
        entity_of(entry, register).mention(hit.start, hit.end, "demonym")


def _alone(parsed: Parsed, hit: Hit) -> bool:
    """ "The Ghanaian said": a nationality that has a plural of its own, with the article and no
    noun behind it, is one of a people; "the Dutch" are all of them."""
    token = hit.last - 1
    article = any(parsed.word(c).lower() == "the" for c in parsed.children[token])
    own = parsed.word(token)[-1:] in _WITH_PLURAL
    behind = hit.last < len(parsed) and parsed.upos[hit.last] in ("NOUN", "PROPN", "ADJ", "CCONJ")
    return article and own and not behind and parsed.deprels[token] in ("nsubj", "nsubj:pass")


def _is_side(parsed: Parsed, token: int) -> bool:
    """ "The Abkhaz side", "the Abkhaz and Georgian positions": an adjective for who is a party."""
    while parsed.deprels[token] == "conj" and parsed.heads[token] < token:
        token = parsed.heads[token]
    before = parsed.deprels[token] in ("amod", "compound")
    return before and parsed.lemmas[parsed.heads[token]] in cues("partisan")


def _people(found: Found, hit: Hit, entry: Entry, register: Register) -> None:
    text = found.story.text
    before = text[max(0, hit.start - 8) : hit.start].lower()
    ethnic = before.endswith("ethnic ")
    start = hit.start - 7 if ethnic else hit.start
    name = " ".join(text[start : hit.end].split())
    draft = register.get(
        ("people", key_of(name)),
        lambda: Draft(
            name,
            "population",
            None if ethnic else entry.country,
            ["CVL"],
            why="ethnicity, no nationality" if ethnic else f"nationals of {entry.name}",
            plural=entry.plural,
        ),
    )
    draft.mention(start, hit.end, "demonym")


def _unknown_bodies(found: Found, hits: Hits, register: Register) -> None:
    """Bodies that only the model knows: "Bank of Ruritania"."""
    parsed = found.parsed
    for entity in hits.entities:
        if entity.label != "ORG":
            continue
        inside = [hits.at[t] for t in range(entity.start, entity.end) if t in hits.at]
        covering = {h.last - h.first for h in inside if h.first <= entity.start}
        if any(n >= entity.end - entity.start for n in covering):
            continue
        last = hits.at.get(entity.end - 1)
        # "Party" alone may be no body, "the Jatiya Party" is one.
        longer = last is not None and last.first > entity.start
        named = longer and last is not None and "PTY" in last.entry.sectors
        noun = last is not None and last.of("body", "population", "office") and not named
        generic = [h for h in inside if _of_a_longer_name(found, hits, h)]
        known = [h for h in inside if h.entry.kind in _KINDS and h not in generic]
        if last is not None and (noun or last in known):
            continue
        final = entity.end
        while final > entity.start + 1 and parsed.upos[final - 1] in _JOINS:
            final -= 1  # the model's "Standing Committee of"
        start, end = parsed.span(entity.start, final)
        end = start + len(found.story.text[start:end].rstrip(" ,.;:)(\"'"))
        name = " ".join(found.story.text[start:end].split())
        party = key_of(name).endswith("party")
        if any(h.end >= end or (party and "PTY" in h.entry.sectors) for h in known):
            continue
        if not name[:1].isupper() or len(name) < 2:
            continue
        if name.split(" ")[-1].lower() in cues("accord"):
            continue  # "the Comprehensive Peace Agreement" does nothing
        _, before = extent(parsed, hits, entity.start)
        around = [*(h.entry for h in inside if h not in generic), *before]
        country = next((e.country for e in around if e.country and e.kind != "igo"), None)
        if inside and inside[0].entry.kind == "disputed" and len(inside) == 1:
            continue
        said = _said_before(hits, entity.start)
        armed = IN_ARMS.intersection(said) and not _separatist(found, entity.start)
        kind: ActorKind = "armed_group" if armed else "organisation"
        own = next((list(e.sectors) for h in inside if (e := h.of("body", "organisation"))), [])
        sectors = said or own or (["PTY"] if party else [])
        draft = register.get(
            ("body", key_of(name)),
            lambda n=name, k=kind, c=country, s=sectors: Draft(  # type: ignore[misc]
                n, k, c, s, why="model: organisation"
            ),
        )
        draft.mention(start, end, "name")


def _of_a_longer_name(found: Found, hits: Hits, hit: Hit) -> bool:
    """ "The Social Democratic Party", "the Workers' Party of Ghana" are not the party of the tables
    that bears part of the name; "the US Democratic Party" is."""
    entity = hits.body_at.get(hit.first)
    if entity is None or not key_of(found.story.text[hit.start : hit.end]).endswith("party"):
        return False
    rest = [*range(entity.start, hit.first), *range(hit.last, entity.end)]
    lands = {hits.at[t].entry.country for t in rest if t in hits.at} - {None}
    return bool(rest) and lands != {hit.entry.country}


def _separatist(found: Found, token: int) -> bool:
    """ "The separatist Northern League": who wants to secede need not be armed."""
    return found.parsed.lemmas[token - 1].lower() == "separatist"


def _said_before(hits: Hits, token: int) -> list[str]:
    """ "The rebel Army of the Faithful", "the opposition Union for Progress": what the word right
    before a name says of a body that only the text knows."""
    hit = hits.at.get(token - 1)
    entry = hit.of("population", "body") if hit is not None else None
    if entry is None or entry.plural or not _OPPOSED.intersection(entry.sectors[:1]):
        return []
    return list(entry.sectors)
