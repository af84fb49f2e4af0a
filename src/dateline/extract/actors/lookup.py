"""Which actor a noun phrase stands for: the one place where other extractors look actors up."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.extract.actors.tables import cues
from dateline.extract.found import Found
from dateline.language.parsed import Parsed
from dateline.record import Actor

Hit = tuple[tuple[int, int], Actor]

# Relations under which a noun only describes the phrase's head ("Russian" in "Russian forces").
_MODIFIERS = frozenset(["amod", "compound", "nmod", "nmod:poss", "nmod:desc", "obl"])
BODIES = frozenset(["igo", "armed_group", "organisation", "media"])
# Relations that only say the head again in other words ("Ryabkov, the deputy minister").
_SAME = frozenset(["appos", "flat", "flat:name", "flat:foreign", "list", "goeswith"])


def actor_of(found: Found, start: int, end: int) -> Actor | None:
    """The best actor for the noun phrase on characters [start, end), or None.

    In order: the mention on the phrase's head word, a person before a body before a country; a
    mention in apposition to the head; a person anywhere in it; any mention that is no mere
    modifier; and last a modifier, so that "Russian artillery" still leads to Russia. Not so where
    the head is somebody else ("Russia's rivals", "her husband").
    """
    hits = _hits(found, start, end)
    if not hits:
        return None
    parsed = found.parsed
    first, last = parsed.tokens_in(start, end)
    if first == last:
        return _best(hits)
    head = _head(parsed, first, last)
    if len(hits) == 1 and not _is_another(parsed, head):
        return hits[0][1]
    found_actor = _for_head(parsed, hits, head, first, last)
    return found_actor if found_actor or _is_another(parsed, head) else _best(hits)


def actors_of(found: Found, start: int, end: int, *, members: bool = True) -> list[Actor]:
    """The actors of a phrase that may be coordinated ("Azerbaijan and Armenia"), in text order.

    With `members`, an actor that stands for several ("both parties") is replaced by them.
    """
    parsed = found.parsed
    first, last = parsed.tokens_in(start, end)
    out: list[Actor] = []
    if first < last:
        hits = _hits(found, start, end)
        for head in _conjuncts(parsed, _head(parsed, first, last), first, last):
            actor = _for_head(parsed, hits, head, first, last) if hits else None
            if actor is not None:
                out.append(actor)
    if not out:
        single = actor_of(found, start, end)
        out = [single] if single is not None else []
    return _unique(_expanded(found, out) if members else out)


def _expanded(found: Found, actors: Iterable[Actor]) -> list[Actor]:
    out: list[Actor] = []
    for actor in actors:
        parts = [found.actor_by_id[m] for m in actor.members if m in found.actor_by_id]
        out.extend(parts or [actor])
    return out


def _unique(actors: Iterable[Actor]) -> list[Actor]:
    return list({actor.id: actor for actor in actors}.values())


def _hits(found: Found, start: int, end: int) -> list[Hit]:
    """Mentions in the phrase; failing that, those that it lies within ("Ministry" of a name)."""
    inside = found.actor_at.within(start, end)
    return inside or [
        hit for hit in found.actor_at.over(start, end) if hit[0][0] <= start and end <= hit[0][1]
    ]


def _head(parsed: Parsed, first: int, last: int) -> int:
    """The token of the range that hangs on something outside it."""
    for token in range(first, last):
        head = parsed.heads[token]
        outside = head == token or not first <= head < last
        if outside and parsed.upos[token] not in ("PUNCT", "ADP", "DET", "CCONJ", "SCONJ"):
            return token
    return last - 1


def _conjuncts(parsed: Parsed, head: int, first: int, last: int) -> list[int]:
    out, stack = [], [head]
    while stack:
        token = stack.pop()
        out.append(token)
        stack.extend(
            c for c in parsed.children[token] if parsed.deprels[c] == "conj" and first <= c < last
        )
    return sorted(out)


def _for_head(parsed: Parsed, hits: list[Hit], head: int, first: int, last: int) -> Actor | None:
    at, to = parsed.starts[head], parsed.ends[head]
    on_head = [h for h in hits if h[0][0] <= at and to <= h[0][1]]
    if on_head:
        return _best(on_head)
    below = _range_below(parsed, head, first, last)
    near = [h for h in hits if below[0] <= h[0][0] and h[0][1] <= below[1]]
    for child in parsed.children[head]:
        if parsed.deprels[child] in _SAME and first <= child < last:
            on_child = [h for h in near if h[0][0] <= parsed.starts[child] < h[0][1]]
            if on_child:
                return _best(on_child)
    if _is_another(parsed, head):
        return None
    counted = _counted(parsed, head, first, last)
    if counted is not None and (of := _for_head(parsed, near, counted, first, last)):
        return of
    people = [h for h in near if h[1].kind == "person"]
    if people:
        return people[0][1]
    called = [h for h in near if h[1].kind in BODIES and _calls(parsed, h[0], head)]
    if called:
        return _best(called)
    free = [h for h in near if not _modifies(parsed, h[0])]
    # "The Kenyan and Ghanaian sides": the first of those that share the noun.
    own = [h for h in near if parsed.heads[_head(parsed, *parsed.tokens_in(*h[0]))] == head]
    return _best(free) or _best(own) or _best(near)


def _counted(parsed: Parsed, head: int, first: int, last: int) -> int | None:
    """ "Thousands of supporters loyal to Roe": whom an amount is of."""
    if parsed.lemmas[head].lower() not in cues("quantity"):
        return None
    below = [c for c in parsed.children[head] if head < c < last and parsed.deprels[c] == "nmod"]
    return next((c for c in below if any(parsed.word(m) == "of" for m in parsed.children[c])), None)


def _calls(parsed: Parsed, span: tuple[int, int], head: int) -> bool:
    """ "The Mercosur bloc of African states": the name before a noun is its own."""
    first, last = parsed.tokens_in(*span)
    name = _head(parsed, first, last) if first < last else head
    return name < head == parsed.heads[name] and parsed.deprels[name] == "compound"


def _is_another(parsed: Parsed, head: int) -> bool:
    """Whether a noun names somebody beside or against those it belongs to: an ally of Kenya, the
    president's brother."""
    lemma = parsed.lemmas[head]
    return lemma in cues("beside") or lemma in cues("kin")


def _range_below(parsed: Parsed, head: int, first: int, last: int) -> tuple[int, int]:
    """Characters under the head within the range, the other conjuncts left out."""
    tokens = [
        t for t in parsed.subtree(head, without=frozenset(["conj", "cc"])) if first <= t < last
    ]
    return parsed.starts[tokens[0]], parsed.ends[tokens[-1]]


def _modifies(parsed: Parsed, span: tuple[int, int]) -> bool:
    first, last = parsed.tokens_in(*span)
    if first >= last:
        return False
    token = _head(parsed, first, last)
    while parsed.deprels[token] == "conj" and parsed.heads[token] < token:
        token = parsed.heads[token]
    return parsed.deprels[token] in _MODIFIERS


def _best(hits: list[Hit]) -> Actor | None:
    """The longest mention; of equals a person, then a body, then a state."""
    if not hits:
        return None
    order = {"person": 0, "state": 2}
    return min(hits, key=lambda h: (h[0][0] - h[0][1], order.get(h[1].kind, 1), h[0][0], h[1].id))[
        1
    ]
