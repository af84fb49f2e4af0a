"""Actors by common nouns: "Azerbaijan's Defense Ministry", "Russian troops", "the minister"."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.actors.apposition import Appositions
from dateline.extract.actors.coordination import NATIONAL, Coordination, coordinated
from dateline.extract.actors.descriptions import Taken, counterpart_of, described, holder_of
from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.hits import Hits
from dateline.extract.actors.names import entity_of
from dateline.extract.actors.nominal_links import (
    Phrase,
    country_meant,
    lands_of_people,
    named_after,
    neighbour_of,
    owner_country,
    place_country,
    state_beside,
    states_named,
    take_up,
)
from dateline.extract.actors.noun_phrases import phrase_of
from dateline.extract.actors.reading import Reading, combine
from dateline.extract.actors.tables import cues, may_be_of
from dateline.extract.found import Found
from dateline.knowledge import Entry, lexicon
from dateline.knowledge.lexicon import key_of
from dateline.language.parsed import Parsed
from dateline.record import Role
from dateline.record.values import ActorKind

_ON_THE_GROUND = frozenset(["MIL", "COP", "REB", "UAF", "PRM", "CRM", "REF"])
"""Sectors of those who are at home where their bases are and where they strike."""
_NO_NAME = frozenset(["own", "many", "several", "numerous", "other"])
"""Adjectives that are no part of a name."""
_HOME = frozenset(["GOV", "COP", "LEG", "JUD", "MIL"])
_OF_LAND = frozenset(["from", "of"])
"""Before the land that people are of, where "in" only says where they are."""
_EACH_OTHER = frozenset(["each other", "one another"])


def read_nominals(
    found: Found, hits: Hits, register: Register, taken: set[int], home: str | None
) -> list[Taken]:
    """Enter actors named by common nouns; the definite descriptions taken as persons.

    `taken` are tokens of titles beside names; `home` is the country of the story, which a body
    without one belongs to ("police said").
    """
    out: list[Taken] = []
    names = {
        start: d for d in register.people() for (start, _), h in d.mentions.items() if h == "name"
    }
    state_at = {start: d for d in register.drafts if d.kind == "state" for start, _ in d.mentions}
    states, lands = states_named(register), lands_of_people(register)
    bodies: dict[str, Draft] = {}
    appositions = Appositions(found, register)
    for hit in hits.all:
        phrase = phrase_of(found.parsed, hits, hit) if hit.last - 1 not in taken else None
        if phrase is None:
            continue
        entry = phrase.entry
        if phrase.owned and "GOV" in entry.sectors and entry.name in cues("across"):
            continue  # "the presidents of their countries": those of before
        if _words(found.parsed, phrase.first, 2) in _EACH_OTHER:
            continue  # "each other's envoys": of those who are named
        if (land := _by_name(register, phrase)) is not None:
            land.mention(*found.parsed.span(phrase.first, phrase.last), "title")
            continue
        if phrase.beside:
            _enter_beside(found, register, phrase, home)
            continue
        person = named_after(found.parsed, names, phrase)
        person = person or state_beside(found.parsed, state_at, phrase)
        person = person or neighbour_of(found, phrase, states, state_at)
        if entry.name == "counterpart" and phrase.owned:
            own = next((e.country for e in phrase.left if e.country), None)
            person = counterpart_of(register, hit.start, own)
        if person is not None:
            person.mention(*found.parsed.span(phrase.first, hit.last), "title")
            continue
        reading = combine(entry, phrase.left, phrase.right)
        country = (
            reading.country
            or place_country(found, phrase)
            or country_meant(found, phrase, states)
            or owner_country(found.parsed, phrase, lands)
        )
        country = None if entry.name in cues("across") else country
        ours = phrase.owned and found.parsed.word(phrase.first).lower() == "our"
        definite = phrase.definite or (ours and phrase.entry.name in cues("sole"))
        pretended = "PRE" in reading.sectors
        link = described(found, register, phrase.entry, definite, hit.start, country, pretended)
        if link is not None:
            span = found.parsed.span(phrase.first, hit.last)
            if link.draft is not None:
                link.draft.mention(*span, "title")
            out.append(Taken(span, link.draft))
            if link.draft is not None or link.doubtful:
                continue
        before = bodies.get(_noun(entry))
        if country is None and before is not None and _again(found.parsed, phrase, before, home):
            before.mention(*found.parsed.span(phrase.first, hit.last), "name")
            continue
        meant = phrase.definite and entry.name in cues("determined")
        bare = not (meant or (phrase.owned and entry.name in cues("owned")))
        if country is None and reading.organisation is None and bare and _empty(entry):
            found.notes.reject("actors", (hit.start, hit.end), f"'{entry.name}' of no one known")
            continue
        if appositions.take(phrase, reading, country):
            continue
        appositions.listed(phrase, reading, country)
        several = coordinated(found.parsed, hits, phrase.first, phrase.last, entry)
        if several is not None:
            _enter_group(found, register, phrase, several)
            continue
        draft = _enter(found, register, phrase, reading, country, home)
        if entry.kind == "body" and not entry.plural:
            appositions.keep(phrase, draft, reading, country)
            named = draft.country or found.parsed.word(phrase.hit.last - 1)[:1].isupper()
            if named and not _to_be(draft.name, phrase):
                bodies[_noun(entry)] = draft
    appositions.join()
    return out


def _words(parsed: Parsed, first: int, count: int) -> str:
    last = min(first + count, len(parsed))
    return " ".join(parsed.word(t).lower() for t in range(first, last))


def _by_name(register: Register, phrase: Phrase) -> Draft | None:
    """ "The breakaway region of South Ossetia": South Ossetia itself."""
    own = "PRE" in phrase.entry.sectors and phrase.entry.kind == "body"
    named = [e for e in phrase.right if e.kind == "disputed"]
    return entity_of(named[0], register) if own and len(named) == 1 else None


def _to_be(wording: str, phrase: Phrase) -> bool:
    """ "Called for a transitional government": which is not "the government"."""
    tentative = wording.split(" ")[0].lower() in cues("to_be")
    return phrase.entry.kind == "body" and not phrase.definite and tentative


def _noun(entry: Entry) -> str:
    return entry.name.split(" ")[-1]


def _again(parsed: Parsed, phrase: Phrase, body: Draft, home: str | None) -> bool:
    """Whether "the ministry" is the body of that kind named last ("Kenya's Defence Ministry").

    What each state has one of ("the government", "the army") is so only where the story is of
    no other country.
    """
    the = parsed.word(phrase.first).lower() in ("the", "this", "that")
    if not the or phrase.left or phrase.right or phrase.entry.kind != "body":
        return False
    if phrase.entry.plural or not f" {body.head}".endswith(f" {phrase.entry.name}"):
        return False
    return _noun(phrase.entry) in cues("again") or home in (None, body.country)


def _empty(entry: Entry) -> bool:
    """Whether the noun alone names no actor: equipment, and words with other senses."""
    return entry.name in cues("equipment") or (entry.name in cues("vague") and not entry.plural)


def _enter(
    found: Found,
    register: Register,
    phrase: Phrase,
    reading: Reading,
    country: str | None,
    home: str | None,
) -> Draft:
    entry, why = phrase.entry, reading.why
    national = phrase.entry.kind == "body" or set(reading.sectors) & (_HOME - {"MIL"})
    free = not phrase.owned and not any(e.kind in ("igo", "armed_group") for e in phrase.left)
    wording = _wording(found, phrase)
    free = free and wording.split(" ")[0].lower() not in cues("abroad")
    free = free and may_be_of(wording, home or "") and entry.name not in cues("across")
    if country is None and home and national and free and set(reading.sectors) & _HOME:
        country, why = home, f"{why}; country of the story"
    kind = _kind(phrase)
    known = _key(phrase, wording, country, reading)
    whose = entry.name in cues("kin") and " " in wording  # "the wife of Jo Roe": of no other
    if kind == "person" and phrase.definite and not whose and register.find(known) is None:
        take_up(register, known, phrase, country)
    body = register.find(("body", key_of(wording)))
    if body is not None:
        body.country = body.country or country
        body.add_sectors(reading.sectors)
        register.alias(known, body)
    # "Elderly men" are not the "men in uniform" told of later; "the men" may be either.
    own = known
    if entry.name in cues("human") and entry.plural and not phrase.definite:
        own = (*known, key_of(wording))
    draft = register.get(
        own,
        lambda: Draft(
            wording,
            kind,
            country,
            list(reading.sectors),
            why=why,
            plural=entry.plural,
            head=entry.name,
        ),
    )
    register.alias(known, draft)
    if kind == "person":
        words = {*entry.name.split(" ")}
        female, male = words & cues("female"), words & cues("male")
        draft.gender = draft.gender or ("f" if female else "m" if male else "")
    if kind == "person" and phrase.entry.kind == "office" and not draft.roles:
        title = " ".join(found.parsed.words(phrase.hit.first, phrase.hit.last).split())
        draft.add_role(Role(title=title, organisation=reading.organisation, country=country))
        draft.offices.add(entry.name)
    last = phrase.last if phrase.right else phrase.head_end
    draft.mention(*found.parsed.span(phrase.first, last), "title" if kind == "person" else "name")
    return draft


def _enter_beside(found: Found, register: Register, phrase: Phrase, home: str | None) -> None:
    """ "A rebel attack", "an army base in Togo": whose it is, of the land that the words name."""
    reading = combine(phrase.entry, phrase.left, ())
    country = reading.country
    there = found.parsed.lemmas[phrase.last - 1].lower() in cues("property")
    if country is None and (there or _ON_THE_GROUND & set(reading.sectors)):
        country = place_country(found, phrase)
    _enter(found, register, phrase, reading, country, home)


def _enter_group(found: Found, register: Register, phrase: Phrase, several: Coordination) -> None:
    """ "Armenian and Azerbaijani forces": one actor for each land or body, one for them all."""
    members: list[Draft] = []
    text = found.story.text
    for part in several.parts:
        iso3 = part.entry.country
        others = [p.entry for p in several.parts if p is not part]
        left = [part.entry, *(e for e in phrase.left if e not in others)]
        person = holder_of(register, phrase.entry, iso3) if iso3 else None
        national = part.entry.kind in NATIONAL
        owner = part.entry.wording if national else text[part.start : part.end]
        before, behind = _shared(found, phrase, several)
        wording = f"{before}{owner}{behind}"
        known = next((e for e in lexicon().get(wording) if e.kind == "population"), None)
        entry = known or phrase.entry
        reading = combine(entry, () if known else left, ())
        if iso3 and not known and entry.name in cues("sole") - {"leader"}:
            # "The presidents of Kenya and Togo": each has one, of leaders perhaps several.
            wording = wording.replace(text[phrase.hit.start : phrase.hit.end], entry.name)
            entry = entry._replace(plural=False)
        wording = f"{wording[:1].upper()}{wording[1:]}"
        meant = replace(phrase, entry=entry, definite=True)
        key = _key(meant, wording, iso3, reading)
        if not (known or iso3 or reading.organisation):
            key = ("nominal", key_of(wording))  # "Hutu and Tutsi rebels"
        member = person or register.get(
            key,
            lambda w=wording, c=iso3, r=reading, m=meant: Draft(  # type: ignore[misc]
                w, _kind(m), c, list(r.sectors), why=r.why, plural=m.entry.plural
            ),
        )
        start, end = part.start, part.end
        if several.before and part is several.parts[-1] and not several.plain:
            end = phrase.hit.end
        member.mention(start, end, "title" if member.kind == "person" else "name")
        members.append(member)
    if several.plain:
        members.append(_enter(found, register, phrase, combine(phrase.entry, [], []), None, None))
    whole = found.parsed.span(several.first, several.last)
    name = " ".join(text[whole[0] : whole[1]].split()).removeprefix("the ").removeprefix("The ")
    group = register.get(
        ("group", *sorted(m.name for m in members)),
        lambda: Draft(name, "population", why="coordination", plural=True),
    )
    group.members = members
    group.sectors = list(dict.fromkeys(s for m in members for s in m.sectors))
    group.mention(*whole, "name")


def _shared(found: Found, phrase: Phrase, several: Coordination) -> tuple[str, str]:
    """What lands or bodies share, before and behind each ("presidents of", "police officers")."""
    text, last = found.story.text, several.parts[-1]
    if several.before:
        return "", f" {text[max(phrase.hit.start, last.end) : phrase.hit.end].strip()}"
    end = found.parsed.ends[several.last - 1]
    before = text[phrase.hit.start : several.parts[0].start]
    named = several.parts[0].entry.kind != "demonym"  # "envoys of the Kenyan ... governments"
    return before.removesuffix("the ") if named else before, text[last.end : end]


def _kind(phrase: Phrase) -> ActorKind:
    if phrase.entry.name in cues("equipment"):
        return "organisation"
    if phrase.entry.kind == "body":
        sectors = phrase.entry.sectors
        if sectors[:1] in (("REB",), ("UAF",), ("PRM",)):
            return "armed_group"
        return "media" if "JRN" in sectors else "organisation"
    many = phrase.entry.plural or phrase.entry.name in cues("collective")
    return "population" if many else "person"


def _key(phrase: Phrase, wording: str, country: str | None, reading: Reading) -> tuple[str, ...]:
    """What makes two phrases one actor: head, country and body; a new one for each "a soldier"."""
    head = phrase.entry.name
    if phrase.entry.kind == "body" and any(w[:1].isupper() for w in wording.split()[:-1]):
        own = [e for e in phrase.left if e.kind not in ("demonym", "country", "prefix")]
        named = not phrase.left or bool(own) or len(wording.split()) > 3
        if named and head.split(" ")[0] not in wording.lower().split()[:1]:
            return ("nominal", key_of(wording), country or "")
    if head in cues("across") or (head in cues("kin") and " " in wording):
        return ("nominal", key_of(wording))  # "African countries", "the wife of Jo Roe"
    single = _kind(phrase) == "person"
    other = (phrase.another or _to_be(wording, phrase)) and not phrase.entry.plural
    mark = str(phrase.hit.start) if other or (single and not phrase.definite) else ""
    ethnic = "ethnic" if " ethnic " in f" {wording.lower()} " else ""
    many = "many" if phrase.entry.plural else ""
    return ("nominal", head, country or "", reading.organisation or "", mark, ethnic, many)


def _wording(found: Found, phrase: Phrase) -> str:
    """The phrase without article or possessive pronoun, as the actor's name."""
    parsed = found.parsed
    first = phrase.first
    while first < phrase.hit.first and (
        parsed.upos[first] in ("DET", "NUM", "ADV")
        or parsed.xpos[first] in ("PRP$", "JJS", "CD")
        or parsed.word(first).lower() in _NO_NAME
        or (parsed.upos[first] == "ADJ" and parsed.upos[first + 1] == "NUM")  # "a further 20 men"
    ):
        first += 1
    # "Soldiers of the breakaway army" and "soldiers from Chad" are known by it; "people of the
    # town" are people.
    if phrase.beside:  # "a rebel attack", "an army-held town"
        people = phrase.entry.kind == "population"
        own = phrase.entry.wording if people else parsed.text[phrase.hit.start : phrase.hit.end]
        words = " ".join(f"{parsed.words(first, phrase.hit.first)} {own}".split())
        return words[:1].upper() + words[1:]
    # ... and the wife of a president, or his supporters, by him.
    named = any(e.kind in ("body", "person") for e in phrase.right)
    named = named or _of_one_land(parsed, phrase)
    whose = phrase.entry.kind != "population" or named or phrase.entry.name in cues("kin")
    last = phrase.last if phrase.right and whose else phrase.head_end
    words = " ".join(parsed.words(first, last).split())
    return words[:1].upper() + words[1:]


def _of_one_land(parsed: Parsed, phrase: Phrase) -> bool:
    """ "Soldiers from Chad": not "Italian forces from Iraq", nor the first of several lands."""
    if any(e.country for e in phrase.left) or [e.kind for e in phrase.right] != ["country"]:
        return False
    behind = [parsed.word(t).lower() for t in range(phrase.last, len(parsed))[:1]]
    more = any(parsed.upos[t] == "PROPN" for t in range(phrase.last + 1, len(parsed))[:1])
    listed = behind == ["and"] or (behind == [","] and more)
    return parsed.word(phrase.head_end).lower() in _OF_LAND and not listed
