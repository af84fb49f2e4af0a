"""Pronouns: who "he", "she", "they" and "it" are, where that is plain."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dateline.extract.actors.binding import beside, is_subject, judged, own_subject
from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.pairs import Spot, mentions_by_sentence, together
from dateline.extract.actors.quotes import Quotation, Quotations
from dateline.extract.actors.sides import group
from dateline.extract.actors.tables import cues
from dateline.extract.actors.things import thing
from dateline.extract.found import Found
from dateline.extract.grammar import CALLING, REFLEXIVE
from dateline.language.parsed import Parsed

_SINGLE = {"he": "m", "him": "m", "his": "m", "himself": "m"} | {
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_WOMEN = frozenset(["woman", "girl", "lady"])
_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
_THING = frozenset(["it", "its", "itself"])
_SUBJECT = frozenset(["nsubj", "nsubj:pass"])
_OBJECT = frozenset(["obj", "nsubj:pass"])
_NEW = frozenset(["a", "an", "another"])
BACK = 4
"""Sentences looked back for a person."""
_CLIMB = 8
"""Steps up the tree to a relative clause."""


def read_pronouns(found: Found, register: Register, quotes: Quotations) -> None:
    """Add pronoun mentions. At most one warning says that some stayed open."""
    parsed = found.parsed
    spots = mentions_by_sentence(found, register)
    open_before = False
    for index, sentence in enumerate(parsed.sentences):
        for token in range(sentence.start, sentence.end):
            if parsed.upos[token] != "PRON" and parsed.xpos[token] != "PRP$":
                continue
            word = parsed.word(token).lower()
            subject = own_subject(parsed, spots[index], token)
            draft: Draft | None
            first = beside(parsed, spots[index], token)
            if first is not None and _fits(first, word):
                draft = first
            elif word in REFLEXIVE and len(subject) == 1:
                draft = subject[0]
            elif word in REFLEXIVE and not subject and _of_nobody(parsed, token):
                continue
            elif word in _SINGLE and (new := _newcomer(parsed, spots[index], token)) is not None:
                draft = _at(new, spots[index])
            elif word in _SINGLE:
                draft, several = _relative(found, spots[index], token, _SINGLE[word]), False
                if draft is None:
                    draft = _namer(parsed, spots[index], token)
                if draft is None:
                    draft = _ahead(found, spots[index], token, _SINGLE[word])
                if draft is None or draft in subject:
                    draft, several = _person(
                        found, spots, index, token, _SINGLE[word], quotes, subject
                    )
                if draft is None and several and not open_before:
                    names = f"'{word}' may be more than one person"
                    found.notes.warn("pronoun_open", names, parsed.span(token, token + 1))
                    open_before = True
            elif word == "them" and _one_of(parsed, token):
                draft = _crowd_before(spots, index)
            elif word in _PLURAL and not _partitive(found, token):
                draft = _group(found, register, spots, index, token, subject)
            elif word in _THING:
                draft = thing(found, spots, index, token, subject)
            else:
                continue
            if draft is not None:
                start, end = parsed.span(token, token + 1)
                draft.mention(start, end, "pronoun")
                spots[index].append((token, token + 1, draft))
                spots[index].sort(key=lambda s: s[0])
                if draft.kind == "person" and not draft.gender:
                    draft.gender = _SINGLE.get(word, "")


def _fits(draft: Draft, word: str) -> bool:
    """Whether a possessive may be that of somebody: "his" a man's, "its" a body's."""
    if word in _SINGLE:
        return draft.kind == "person" and draft.gender in ("", _SINGLE[word])
    return (draft.kind != "person" or draft.plural) and word in (*_PLURAL, *_THING)


def _person(
    found: Found,
    spots: Sequence[list[Spot]],
    index: int,
    token: int,
    gender: str,
    quotes: Quotations,
    barred: Sequence[Draft],
) -> tuple[Draft | None, bool]:
    """The person of a pronoun, none of those barred, and whether there were several to choose from.

    Inside a quotation it is not who speaks; outside one, a person named outside goes before those
    named inside. In order: the one person before it in its own sentence; who speaks or is the
    subject in the nearest sentence before that has persons; the only one there.
    """
    woman = _woman(found, token) if gender == "f" else None
    if woman is not None:
        return _at(woman, spots[index]), False
    inside = quotes.at(found.parsed.starts[token])
    speaker = _speakers(spots, found, inside)
    before = _outside(
        found,
        [s for s in spots[index] if s[1] <= token and s[2] not in barred],
        quotes,
        inside,
        speaker,
    )
    if _starts_speech(found, token):
        before = [s for s in before if not _quoted(found, s[0])]
    here = [d for d in _people(before) if d.gender in ("", gender)]
    known = [d for d in here if d.gender == gender]
    if len(here) == 1 or (len(known) == 1 and gender == "f"):
        return (known or here)[0], False
    if len(here) > 1:
        owner = _owner(found.parsed, before, token, gender)
        subject = [owner] if owner is not None else _subjects(found, before, gender)
        return (subject[0], False) if len(subject) == 1 else (None, True)
    for quoted in (False, True) if inside is None else (True,):
        # Behind a quotation, who stands outside of it goes before those named inside.
        for back in range(1, min(BACK, index) + 1):
            if _title(found, index - back) and not _title(found, index):
                break
            near = [s for s in spots[index - back] if s[2] not in barred]
            near = _outside(found, near, quotes, inside, speaker)
            if not quoted:
                near = [s for s in near if quotes.at(found.parsed.starts[s[0]]) is None]
            people = [d for d in _people(near) if d.gender in ("", gender)]
            if not people:
                continue
            subject = _subjects(found, near, gender)
            if len(subject) == 1:
                return subject[0], False
            return (people[0], False) if len(people) == 1 else (None, True)
    return None, False


def _owner(parsed: Parsed, before: Sequence[Spot], token: int, gender: str) -> Draft | None:
    """Whose "his" is, of several people before it: the subject's of its own clause ("Roe said Poe
    had read his speech"), and whom the act befalls for what is his ("blamed Poe for his speech").
    """
    noun = parsed.heads[token]
    verb = parsed.heads[noun]
    if parsed.deprels[token] != "nmod:poss" or parsed.upos[verb] != "VERB":
        return None
    because = any(parsed.lemmas[c] == "for" for c in parsed.children[noun])
    wanted = _OBJECT if because and parsed.deprels[noun] == "obl" else _SUBJECT
    own = next((c for c in parsed.children[verb] if parsed.deprels[c] in wanted), None)
    people = [d for f, t, d in before if own is not None and f <= own < t and d.kind == "person"]
    return next((d for d in people if d.gender in ("", gender)), None)


def _title(found: Found, index: int) -> bool:
    """Whether a sentence is (part of) the headline."""
    return found.parsed.sentences[index].segment.kind == "title"


def _relative(found: Found, near: Sequence[Spot], token: int, gender: str) -> Draft | None:
    """ "Roe, who demanded that his party ...": in a relative clause its noun, unless another
    subject stands between."""
    parsed = found.parsed
    below, at = token, parsed.heads[token]
    for _ in range(_CLIMB):
        subjects = [c for c in parsed.children[at] if parsed.deprels[c] in _SUBJECT and c != below]
        who = any(parsed.word(c).lower() == "who" for c in subjects)
        if parsed.deprels[at] == "acl:relcl" and who:
            noun = parsed.heads[at]
            people = [d for f, t, d in near if f <= noun < t and d.kind == "person"]
            return next((d for d in people if d.gender in ("", gender)), None)
        if (subjects and not who) or parsed.heads[at] == at:
            return None
        below, at = at, parsed.heads[at]
    return None


def _namer(parsed: Parsed, near: Sequence[Spot], token: int) -> Draft | None:
    """ "Aliyev denounced what he called a provocation": who takes it for that is who says so."""
    verb = parsed.heads[token]
    if parsed.deprels[token] not in _SUBJECT or parsed.lemmas[verb] not in CALLING:
        return None
    what = [parsed.heads[verb], *parsed.children[verb]]
    free = next((t for t in what if parsed.word(t).lower() == "what"), None)
    if free is None:
        return None
    over = parsed.heads[free] if free == parsed.heads[verb] else parsed.heads[verb]
    subjects = [c for c in parsed.children[over] if parsed.deprels[c] in _SUBJECT]
    return next(
        (d for f, t, d in near if d.kind == "person" and any(f <= c < t for c in subjects)), None
    )


def _of_nobody(parsed: Parsed, token: int) -> bool:
    """ "The bomber blew himself up", where the clause says who does it and that is no actor."""
    verb = parsed.heads[token]
    own = (c for c in parsed.children[verb] if parsed.deprels[c] in _SUBJECT)
    return parsed.deprels[token] == "obj" and any(parsed.xpos[c][:1] != "W" for c in own)


def _newcomer(parsed: Parsed, near: Sequence[Spot], token: int) -> int | None:
    """ "A bomber killed two when he blew himself up": whoever the clause above brings in is who
    "he" is, an actor or not; not of "a woman was hurt when he left"."""
    verb = parsed.heads[token]
    if parsed.deprels[token] not in _SUBJECT or parsed.deprels[verb] != "advcl":
        return None
    above = parsed.children[parsed.heads[verb]]
    noun = next((c for c in above if c < token and parsed.deprels[c] in _SUBJECT), None)
    if noun is None or parsed.xpos[noun] != "NN":
        return None
    if not any(parsed.lemmas[c] in _NEW for c in parsed.children[noun]):
        return None
    draft = _at(noun, near)
    if draft is None:
        return noun if parsed.lemmas[noun] in cues("label") else None
    he = parsed.word(token).lower() == "he"
    fits = _fits(draft, "he" if he else "she") and not (he and parsed.lemmas[noun] in _WOMEN)
    return noun if fits else None


def _at(token: int, near: Sequence[Spot]) -> Draft | None:
    """Who is named at a word, or nobody."""
    return next((d for first, last, d in near if first <= token < last), None)


def _ahead(found: Found, near: Sequence[Spot], token: int, gender: str) -> Draft | None:
    """ "In his speech, Roe said": whose it is follows as the subject, where nobody is named before
    and it is nothing that befalls somebody ("on his arrest, Roe said")."""
    parsed = found.parsed
    noun = parsed.heads[token]
    verb = parsed.heads[noun]
    if parsed.deprels[token] != "nmod:poss" or parsed.deprels[noun] != "obl" or verb < noun:
        return None
    if parsed.lemmas[noun] in cues("befalls") or any(
        d.kind == "person" and first < token for first, _, d in near
    ):
        return None
    subject = next((c for c in parsed.children[verb] if parsed.deprels[c] == "nsubj"), None)
    if subject is None or subject < noun:
        return None
    people = [d for f, t, d in near if f <= subject < t and d.kind == "person"]
    return next((d for d in people if d.gender in ("", gender)), None)


def _woman(found: Found, token: int) -> int | None:
    """ "Roe was there when a woman burst in, saying she had been beaten": the subject before "she"
    in its sentence that can be nobody else."""
    parsed = found.parsed
    for t in range(token - 1, parsed.sentences[parsed.sentence_of[token]].start - 1, -1):
        if parsed.deprels[t] in _SUBJECT and parsed.upos[t] in ("NOUN", "PROPN"):
            return t if parsed.lemmas[t].lower() in _WOMEN else None
    return None


def _speakers(
    spots: Sequence[list[Spot]], found: Found, quotation: Quotation | None
) -> list[Draft]:
    """Who speaks a quotation."""
    if quotation is None or quotation.source is None:
        return []
    first, last = quotation.source
    sentence = found.parsed.sentence_of[first]
    return [d for f, t, d in spots[sentence] if f < last and first < t]


def _outside(
    found: Found,
    near: list[Spot],
    quotes: Quotations,
    inside: Quotation | None,
    speaker: list[Draft],
) -> list[Spot]:
    """The mentions that a pronoun may take up, without those across quotation marks."""
    if inside is not None:
        others = [s for s in near if s[2] not in speaker]
        told = [s for s in others if quotes.at(found.parsed.starts[s[0]]) is not None]
        return told if _people(told) else others
    plain = [s for s in near if quotes.at(found.parsed.starts[s[0]]) is None]
    return plain if _people(plain) else near


def _starts_speech(found: Found, token: int) -> bool:
    """ "..., he said": the speaker, who need not be the person named inside the quotation."""
    parsed = found.parsed
    if parsed.deprels[token] != "nsubj":
        return False
    head = parsed.heads[token]
    return any(first <= head < last for first, last in parsed.cues)


def _partitive(found: Found, token: int) -> bool:
    """ "Casualties, among them civilians": they are what was just named, not who acts."""
    before = found.parsed.word(token - 1).lower() if token else ""
    return before in ("among", "of", "between", "including")


def _one_of(parsed: Parsed, token: int) -> bool:
    """ "One of them was killed": at the head of a clause, a part of those told of before."""
    above = parsed.heads[token]
    return parsed.word(token - 1).lower() == "of" and parsed.deprels[above] in _SUBJECT


def _crowd_before(spots: Sequence[list[Spot]], index: int) -> Draft | None:
    """The one crowd that the sentence before tells of, whoever acts in it."""
    crowds = [d for _, _, d in spots[index - 1] if d.kind == "population"] if index else []
    return crowds[0] if len({*map(id, crowds)}) == 1 else None


def _quoted(found: Found, token: int) -> bool:
    return any(first <= token < last for first, last in found.parsed.contents)


def _people(spots: Sequence[Spot]) -> list[Draft]:
    """The persons of some mentions; those without a name only where there is no other."""
    drafts = list(dict.fromkeys(d for _, _, d in spots if d.kind == "person"))
    return [d for d in drafts if d.words] or drafts


def _subjects(found: Found, spots: Sequence[Spot], gender: str) -> list[Draft]:
    """Persons that speak in a sentence; failing these, that are subjects of it."""
    parsed = found.parsed
    allowed = _people(spots)
    people = [s for s in spots if s[2] in allowed and s[2].gender in ("", gender)]
    speakers = [
        d for f, t, d in people if any((a <= f and t <= b) or f <= a < t for a, b in parsed.sources)
    ]
    if speakers:
        return list(dict.fromkeys(speakers))
    out = [d for f, t, d in people if any(is_subject(parsed, k) for k in range(f, t))]
    return list(dict.fromkeys(out))


def _speaks(parsed: Parsed, first: int, last: int) -> bool:
    return any(first < b and a < last for a, b in parsed.sources)


def _group(
    found: Found,
    register: Register,
    spots: Sequence[list[Spot]],
    index: int,
    token: int,
    barred: Sequence[Draft],
) -> Draft | None:
    """They: the one plural subject of this sentence before it, or of the sentence before, save
    those barred; several who are named together are one."""
    parsed = found.parsed
    if (freed := _befallen(parsed, spots[index], token)) is not None:
        return freed
    if (told := _told_of(parsed, spots[index], token)) is not None:
        return told
    if (blamed := judged(parsed, spots[index], token)) and blamed[0].plural:
        return blamed[0]  # "blamed the rebels for their raid"
    for at in (index, index - 1):
        if at < 0:
            return None
        before = [s for s in spots[at] if at < index or s[1] <= token]
        many = [s for s in before if (s[2].plural or s[2].members) and s[2] not in barred]
        plural = [d for f, t, d in many if any(is_subject(parsed, k) for k in range(f, t))]
        # "The plan was discussed by envoys before they left".
        doing = [d for f, t, d in many if "obl:agent" in parsed.deprels[f:t]]
        unique = list(dict.fromkeys(plural or doing))
        several = together(parsed, before)
        if not unique and len(several) == 1 and not set(several[0]) & set(barred):
            names = " and ".join(d.name for d in several[0])
            return group(
                register, several[0], names, f"named together, then '{parsed.word(token)}'"
            )
        if several:
            return None
        if len(unique) > 1:
            # "They added" are those who spoke; of another act, "the rebels left, witnesses said",
            # those who did not.
            spoke = [d for f, t, d in before if d in unique and _speaks(parsed, f, t)]
            if at < index and not _starts_speech(found, token):
                unique = [d for d in unique if d not in spoke] or unique
            else:
                unique = list(dict.fromkeys(spoke)) or unique
        if len(unique) == 1:
            return unique[0]
        if unique:
            return None
    return None


def _told_of(parsed: Parsed, near: Sequence[Spot], token: int) -> Draft | None:
    """ "Police said Kenyan troops left the camp as they shelled Togo", "warned that rebels will
    step up their raids": not who says so, but those of whom it is told there."""
    clause = parsed.heads[token]
    if (
        _deed(parsed, clause)
        and parsed.deprels[token] == "nmod:poss"
        and parsed.deprels[clause] in ("obj", "obl")
    ):
        return _acting(parsed, near, parsed.heads[clause])
    over = parsed.heads[clause]
    beside = parsed.deprels[token] in _SUBJECT and parsed.deprels[clause] == "advcl"
    if not beside or parsed.deprels[over] != "ccomp" or over > token:
        return None
    return _acting(parsed, near, over)


def _deed(parsed: Parsed, noun: int) -> bool:
    """Whether a noun tells an event: "their raids", not "their homes"."""
    at = bisect_left(parsed.triggers, noun, key=lambda trigger: trigger.token)
    return at < len(parsed.triggers) and parsed.triggers[at].token == noun


def _acting(parsed: Parsed, near: Sequence[Spot], verb: int) -> Draft | None:
    """The several who are the subject of a clause that somebody says, unless they are his own
    ("said their forces had ended their withdrawal")."""
    subjects = [c for c in parsed.children[verb] if parsed.deprels[c] in _SUBJECT]
    own = any(parsed.xpos[c] == "PRP$" for s in subjects for c in parsed.children[s])
    if own or parsed.deprels[verb] != "ccomp":
        return None
    return next((d for f, t, d in near if d.plural and any(f <= c < t for c in subjects)), None)


def _befallen(parsed: Parsed, near: Sequence[Spot], token: int) -> Draft | None:
    """ "Troops freed ten girls a week after they were seized", "held two men after they were
    found": of those who are let go, held or found, what befell them before is told."""
    clause = parsed.heads[token]
    verb = parsed.heads[clause]
    if parsed.deprels[token] != "nsubj:pass" or parsed.deprels[clause] != "advcl" or verb > token:
        return None
    if {parsed.lemmas[verb], parsed.word(verb).lower()}.isdisjoint(cues("let_go_or_held")):
        return None
    objects = [c for c in parsed.children[verb] if parsed.deprels[c] in _OBJECT]
    return next((d for f, t, d in near if d.plural and any(f <= o < t for o in objects)), None)
