"""It and its: which body, where that is plain."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.actors.binding import is_subject, judged
from dateline.extract.actors.drafts import Draft
from dateline.extract.actors.pairs import Spot
from dateline.extract.actors.tables import cues
from dateline.extract.found import Found
from dateline.language.parsed import Parsed

_BODIES = frozenset(["state", "igo", "organisation", "armed_group", "media"])
_SUBJECT = frozenset(["nsubj", "nsubj:pass"])
_UNDERGONE = frozenset(["obj", "nsubj:pass"])
_OF = frozenset(["nmod:poss", "amod", "compound", "flat", "nmod:desc"])
_BESIDE = frozenset(["appos", "nmod:desc", "flat"])
_IF = frozenset(["if", "unless"])
_WILL = frozenset(["will", "would", "shall"])
_TITLE = 3
"""Steps up from a land's adjective to the name behind an office."""


def thing(
    found: Found, spots: Sequence[list[Spot]], index: int, token: int, barred: Sequence[Draft]
) -> Draft | None:
    """It and its: only what owns or heads the same sentence's subject, named before, save those
    barred.

    An "it" that acts where nothing is named before it is what heads the sentence before, and so is
    an "its" that opens a sentence with its subject.
    """
    parsed = found.parsed
    rel = parsed.deprels[token]
    it = parsed.word(token).lower() == "it"
    acts = it and rel == "nsubj"
    if it and rel == "obj":
        return _object_again(parsed, spots[index], token)
    if (acts and not _acts(parsed, token)) or (it and rel == "expl"):
        return None
    before = [s for s in spots[index] if s[1] <= token and s[2] not in barred]
    opens = token == parsed.sentences[index].start and is_subject(parsed, parsed.heads[token])
    if (acts or opens) and not before and index and _follows(found, index):
        before = list(spots[index - 1])
    told = _told_by(parsed, before, token) or _warned(parsed, before, token)
    told = told or (_supposed(parsed, before, token) if acts else None)
    if told is not None:
        return told
    befallen = judged(parsed, before, token)
    if befallen and befallen[0].kind in _BODIES:
        return befallen[0]
    things = [s for s in before if s[2].kind in _BODIES and not s[2].plural]
    heads = [d for f, t, d in things if any(_heads_clause(parsed, k) for k in range(f, t))]
    if acts and not heads:
        # "Kenya's president said it had signed": whose the one who speaks is, the last one named.
        over = parsed.heads[parsed.heads[token]]
        said = parsed.deprels[parsed.heads[token]] == "ccomp"
        heads = [
            d
            for f, t, d in things[-1:]
            if said and any(_owns_subject(parsed, k, over) for k in range(f, t))
        ]
    if acts and not heads:
        heads = _imposed_on(parsed, things, token)
    if acts and heads:
        heads = _over(parsed, things, heads, token)
    elif len(dict.fromkeys(heads)) > 1:
        heads = _said_of_its(parsed, things, token) or heads
    unique = list(dict.fromkeys(heads)) or (
        [] if acts else list(dict.fromkeys(d for *_, d in things))
    )
    return unique[0] if len(unique) == 1 else None


def _object_again(parsed: Parsed, near: Sequence[Spot], token: int) -> Draft | None:
    """ "Trained the Togolese army and supplied it with arms": the body that is the object of the
    verb before."""
    verb = parsed.heads[token]
    first = parsed.heads[verb]
    if parsed.deprels[verb] != "conj" or parsed.upos[first] != "VERB":
        return None
    objects = [c for c in parsed.children[first] if parsed.deprels[c] == "obj"]
    same = [d for f, t, d in near if any(f <= c < t for c in objects)]
    return next((d for d in same if d.kind in _BODIES), None)


def _heads_clause(parsed: Parsed, token: int) -> bool:
    """Whether a name is a subject, or stands beside the noun that is ("the group Al-Shabaab")."""
    beside = parsed.deprels[token] in _BESIDE and parsed.heads[token] < token
    return is_subject(parsed, parsed.heads[token] if beside else token)


def _over(parsed: Parsed, things: Sequence[Spot], heads: list[Draft], token: int) -> list[Draft]:
    """Of the subjects that "it" may stand for in a clause, that of the verb above ("Togo said Ghana
    broke the truce when it shelled the town", "... had vowed it would"); where that verb judges,
    its object ("condemned Ghana after it had shelled the town")."""
    verb = parsed.heads[token]
    over = parsed.heads[verb]
    if parsed.deprels[verb] not in ("advcl", "ccomp") or token < over:
        return heads
    below = parsed.children[over]
    if parsed.deprels[verb] == "advcl" and parsed.lemmas[over] in cues("judging"):
        whom = [c for c in below if parsed.deprels[c] == "obj"]
    elif any(t > over for _, t, _ in things):
        return heads
    else:
        whom = [c for c in below if parsed.deprels[c] in _SUBJECT]
    return [d for f, t, d in things if any(f <= c < t for c in whom)][:1] or heads


def _imposed_on(parsed: Parsed, things: Sequence[Spot], token: int) -> list[Draft]:
    """ "Sanctions were imposed on Togo after it seized the ship": whom something befalls has given
    reason for it."""
    verb = parsed.heads[token]
    over = parsed.heads[verb]
    if parsed.deprels[verb] != "advcl" or token < over:
        return []
    if parsed.lemmas[over] not in cues("imposing"):
        return []
    below = [over, *(c for c in parsed.children[over] if parsed.deprels[c] in _UNDERGONE)]
    whom = [c for t in below for c in parsed.children[t] if parsed.deprels[c] in ("obl", "nmod")]
    return [d for f, t, d in things if any(f <= c < t for c in whom)][:1]


def _said_of_its(parsed: Parsed, things: Sequence[Spot], token: int) -> list[Draft]:
    """ "The Front, which fights on until Togo quits, said its men fled": of several subjects that
    of the verb that says it."""
    verb = parsed.heads[parsed.heads[token]]
    over = parsed.heads[verb]
    if parsed.deprels[verb] != "ccomp" or not is_subject(parsed, parsed.heads[token]):
        return []
    said = [c for c in parsed.children[over] if parsed.deprels[c] in _SUBJECT]
    return [d for f, t, d in things if any(f <= c < t for c in said)][:1]


def _told_by(parsed: Parsed, before: Sequence[Spot], token: int) -> Draft | None:
    """ "Ghana's claim that it had won": the body whose words they are, in the clause that says
    what they are."""
    below, at = token, parsed.heads[token]
    for _ in range(_TITLE):
        subjects = [c for c in parsed.children[at] if parsed.deprels[c] in _SUBJECT]
        if subjects and below not in subjects:
            return None  # "Ghana's claim that Togo had said it would": another's
        marks = {parsed.lemmas[c] for c in parsed.children[at] if parsed.deprels[c] == "mark"}
        noun = parsed.heads[at]
        if parsed.deprels[at] == "acl" and "that" in marks:
            owners = [c for c in parsed.children[noun] if parsed.deprels[c] == "nmod:poss"]
            mine = [d for f, t, d in before if any(f <= o < t for o in owners)]
            return mine[0] if mine and mine[0].kind in _BODIES else None
        below, at = at, noun
    return None


def _warned(parsed: Parsed, before: Sequence[Spot], token: int) -> Draft | None:
    """ "Kenya will cut ties with Togo if it goes on": who is to stop something is not who says what
    comes otherwise, but whom that befalls."""
    verb = parsed.heads[token]
    over = parsed.heads[verb]
    below = parsed.children[verb]
    marks = {parsed.lemmas[c] for c in below if parsed.deprels[c] == "mark"}
    if parsed.deprels[verb] != "advcl" or verb < over or not marks & _IF:
        return None
    denied = any(parsed.lemmas[c] == "not" for c in below)
    if not denied and parsed.lemmas[verb] not in cues("goes_on") and "unless" not in marks:
        return None
    will = any(parsed.lemmas[c] in _WILL for c in parsed.children[over])
    objects = [c for c in parsed.children[over] if parsed.deprels[c] in ("obj", "obl")]
    nouns = [*objects, *(c for o in objects for c in parsed.children[o])]
    whom = [
        d for f, t, d in before if d.kind in _BODIES and any(f <= n < t and n < verb for n in nouns)
    ]
    return whom[0] if will and len(dict.fromkeys(whom)) == 1 else None


def _supposed(parsed: Parsed, before: Sequence[Spot], token: int) -> Draft | None:
    """ "Ghana wants peace, but if Togo goes on, it will pay": who would do something first."""
    verb = parsed.heads[token]
    for clause in parsed.children[verb]:
        marks = {parsed.lemmas[c] for c in parsed.children[clause] if parsed.deprels[c] == "mark"}
        if parsed.deprels[clause] == "advcl" and clause < token and marks & _IF:
            whose = [c for c in parsed.children[clause] if parsed.deprels[c] in _SUBJECT]
            bodies = [d for f, t, d in before if any(f <= c < t for c in whose)]
            return next((d for d in bodies if d.kind in _BODIES), None)
    return None


def _owns_subject(parsed: Parsed, token: int, verb: int) -> bool:
    """ "Kenya's president said", "the Kenyan minister said": whether a word says whose the subject
    of a verb is."""
    for _ in range(_TITLE):
        if parsed.deprels[token] not in _OF:
            return False
        token = parsed.heads[token]
        if is_subject(parsed, token):
            return parsed.heads[token] == verb
    return False


def _follows(found: Found, index: int) -> bool:
    """Whether a sentence stands in one paragraph with the one before it, or in running text."""
    sentences = found.parsed.sentences
    return sentences[index - 1].segment.kind == sentences[index].segment.kind


def _acts(parsed: Parsed, token: int) -> bool:
    """Whether "it" is the subject of an act, and no filler ("it seems", "it took years")."""
    verb = parsed.heads[token]
    below = {parsed.deprels[c] for c in parsed.children[verb]}
    lasting = parsed.lemmas[verb] in cues("impersonal") and not any(
        parsed.deprels[c] == "obj" and parsed.lemmas[c] not in cues("span")
        for c in parsed.children[verb]
    )  # "it took years", but not "it took the town"
    return parsed.upos[verb] == "VERB" and not (below & {"csubj", "expl", "cop"} or lasting)
