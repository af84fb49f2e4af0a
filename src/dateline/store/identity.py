"""What makes two stories the same story, and two actors of two stories the same actor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b

from dateline.knowledge.countries import countries
from dateline.knowledge.tables import read_rows
from dateline.reading.document import Document
from dateline.record import Actor, Place, document_id

_WORD = re.compile(r"\w+")


def story_key(document: Document) -> str:
    """What stays the same when a story is changed: address, id, or file; else the words themselves.

    An id from a corpus is taken with the outlet that the corpus names, since two outlets may both
    count from 1.
    """
    if document.url:
        return f"url {document.url}"
    if document.id and document.id != document_id(document.text):
        return f"id {document.source or ''} {document.id}"
    if document.origin:
        return f"file {document.origin}"
    return f"text {document_id(document.text)}"


def story_digest(document: Document) -> bytes:
    """A digest of the text and of all that the carrier knew: equal, and nothing has changed."""
    facts = (
        document.text,
        document.title,
        document.date,
        document.source,
        document.url,
        document.byline,
        document.language,
    )
    digest = blake2b(digest_size=16)
    for fact in facts:
        digest.update((fact or "").encode("utf-8", "replace") + b"\x1f")
    return digest.digest()


def actor_key(actor: Actor) -> str:
    """What an actor is known by across stories.

    A state by its code, unless the name is that of a state before it (the Soviet Union is not
    Russia); all others by kind, country and folded name, without the words that only say the
    country again ("Azerbaijan's Defence Ministry", "the Azerbaijani Defense Ministry").
    A person's country is left out: one story gives it, another does not.
    """
    words = folded(actor.name).split()
    if actor.kind == "state" and actor.land:
        own = " ".join(words) in _state_names(actor.land)
        return f"state {actor.land}" if own else f"state {actor.land} {' '.join(words)}"
    if actor.kind == "person":
        if actor.mentions and all(m.how == "title" for m in actor.mentions):
            return f"person {actor.land or ''} {' '.join(words)}"  # "the prosecutor general"
        return f"person {' '.join(words)}"
    if actor.land:
        rest = [w for w in words if w not in _own_names(actor.land)]
        words = rest or words
        if actor.kind == "population" and stands_for(actor) is None:
            # "Soldiers of the breakaway army" are not the state's soldiers.
            return f"{actor.kind} {actor.land} apart {' '.join(words)}"
    return f"{actor.kind} {actor.land or ''} {' '.join(words)}"


def stands_for(actor: Actor) -> str | None:
    """The land whose side an actor is on: not that of rebels, breakaway authorities, media."""
    if actor.kind in ("media", "armed_group") or _apart() & set(actor.sectors):
        return None
    return actor.land


def place_key(place: Place) -> str:
    """What a place is known by: its GeoNames id, else kind, country and folded name."""
    if place.geonames_id is not None:
        return f"geonames {place.geonames_id}"
    return f"{place.kind} {place.country or ''} {folded(place.name)}"


def format_key(name: str) -> str:
    """What a mediation format is known by across stories: its folded name, as the table of formats
    has it for all its wordings, or as its parties make it."""
    return folded(name)


def folded(name: str) -> str:
    """A name in lower case, without diacritics, punctuation, possessives, `the`; one spelling."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = plain.replace("'s ", " ").replace(".", "")
    words = _WORD.findall(plain)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_spellings().get(w, w) for w in words)


@cache
def _apart() -> frozenset[str]:
    """Sectors whose members do not stand for their country."""
    return frozenset(sector for sector, _ in read_rows(__package__, "apart.tsv", 2))


@cache
def _spellings() -> Mapping[str, str]:
    """British spellings in the names of bodies, to American ones."""
    return dict(read_rows(__package__, "spellings.tsv", 2))


def actor_name(actor: Actor) -> str:
    """What an actor is called in a chronicle: a state by its usual name, others as they are."""
    country = countries().get(actor.country or "")
    if actor.kind == "state" and country and folded(actor.name) in _state_names(country.iso3):
        return country.name
    return actor.name


@cache
def _state_names(code: str) -> frozenset[str]:
    """The folded names of a state that is there today."""
    country = countries().get(code)
    names = (country.name, *country.variants) if country else ()
    return frozenset(folded(name) for name in names)


@cache
def _own_names(code: str) -> frozenset[str]:
    """The words that name a country or say that something is of it."""
    country = countries().get(code)
    if country is None:
        return frozenset()
    names = (country.name, *country.variants, *country.adjectives)
    return frozenset(word for name in names for word in folded(name).split()) - {"of", "and"}
