"""Names of places that stand for a government: "Moscow expects", "talks with Washington"."""

from __future__ import annotations

from dateline.extract.places.tables import cues
from dateline.language.parsed import Parsed

_ATTACK = "attack"
_SUPPLY = frozenset(["supply", "provide", "furnish"])
_SPANS = frozenset(["hour", "day", "week", "month", "year", "time", "night"])


def head_token(parsed: Parsed, first: int, last: int) -> int:
    """The token of a name that the others hang on."""
    for token in range(first, last):
        head = parsed.heads[token]
        if head == token or not first <= head < last:
            return token
    return last - 1


def acts(parsed: Parsed, tokens: tuple[int, int]) -> str | None:
    """Why the name stands for who governs there, or None where it is a mere place.

    It does as the subject of a verb that is no mere being there, as the object of a verb that is
    no going there, after "with", "between", "against" and the like, and as the owner of what
    governments have ("Moscow's position").
    """
    token = head_token(parsed, *tokens)
    for _ in range(6):
        if parsed.deprels[token] != "conj" or _has_case(parsed, token):
            break
        token = parsed.heads[token]
    relation = parsed.deprels[token]
    head = parsed.heads[token]
    lemma = parsed.lemmas[head].lower()
    if relation in ("nsubj", "csubj") and parsed.upos[head] == "VERB":
        scene = lemma in cues("scene_verb") and not _has_ties(parsed, head)
        return None if scene else f"subject of '{lemma}'"
    if relation == "nsubj" and _is_sided(parsed, head):
        return f"subject of '{lemma}'"
    if relation == "nmod:poss":
        return f"owner of '{lemma}'" if lemma in cues("act_noun") else None
    cases = [
        parsed.lemmas[c].lower() for c in parsed.children[token] if parsed.deprels[c] == "case"
    ]
    for case in cases:
        if case in cues("act_case") and not _is_road(parsed, head):
            return f"party after '{case}'"
        if _aimed_at(parsed, token, case):
            return f"whom '{lemma}' is for"
    if relation in ("obj", "iobj") and (
        lemma not in cues("motion_verb")
        or (lemma == _ATTACK and _reasoned(parsed, head))
        or (lemma in _SUPPLY and _armed(parsed, head))
    ):
        return f"object of '{lemma}'" if parsed.upos[head] == "VERB" else None
    return None


def _has_ties(parsed: Parsed, verb: int) -> bool:
    """ "Moscow has close ties with Baku": no town has them."""
    objects = (c for c in parsed.children[verb] if parsed.deprels[c] == "obj")
    return any(parsed.lemmas[c].lower() in cues("had") for c in objects)


def _reasoned(parsed: Parsed, verb: int) -> bool:
    """ "Attacked Washington for its arms sales": with words, since it says what for."""
    below = parsed.children[verb]
    marks = (
        c
        for t in below
        for c in parsed.children[t]
        if parsed.deprels[c] in ("case", "mark") and parsed.lemmas[t].lower() not in _SPANS
    )
    return any(parsed.word(c).lower() == "for" for c in marks)


def _armed(parsed: Parsed, verb: int) -> bool:
    """ "Supplied Baku with drones": arms are given to governments."""
    below = (c for c in parsed.children[verb] if parsed.lemmas[c].lower() in cues("arms"))
    marks = (m for c in below for m in parsed.children[c] if parsed.deprels[m] == "case")
    return any(parsed.lemmas[m].lower() == "with" for m in marks)


def _aimed_at(parsed: Parsed, token: int, case: str) -> bool:
    """ "Sanctions on Minsk", "sent a warning to Seoul", "hit back at Washington": what is done by
    words or measures is done to governments."""
    head = parsed.heads[token]
    if case == "at":
        out = any(parsed.word(c).lower() in ("out", "back") for c in parsed.children[head])
        return out and parsed.lemmas[head].lower() in cues("aimed_verb")
    if case not in ("on", "to", "of", "from"):
        return False
    given = [head, *([parsed.heads[head]] if parsed.deprels[head] == "acl" else [])]
    given += [*(c for c in parsed.children[head] if parsed.deprels[c] in ("obj", "nsubj:pass"))]
    return any(f"{case}_{parsed.lemmas[t].lower()}" in cues("aimed_noun") for t in given)


def _has_case(parsed: Parsed, token: int) -> bool:
    return any(parsed.deprels[c] == "case" for c in parsed.children[token])


def _is_sided(parsed: Parsed, head: int) -> bool:
    """Being in a state of mind or talk: "Russia and the US are in contact", "Ankara is ready"."""
    copula = any(parsed.deprels[c] == "cop" for c in parsed.children[head])
    return copula and parsed.upos[head] in ("ADJ", "NOUN") and _abstract(parsed, head)


def _abstract(parsed: Parsed, head: int) -> bool:
    word = parsed.lemmas[head].lower()
    return parsed.upos[head] == "ADJ" or word in cues("act_noun") or word in cues("talk")


def _is_road(parsed: Parsed, head: int) -> bool:
    return parsed.lemmas[head].lower() in cues("link")
