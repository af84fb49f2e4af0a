"""Reading what the tree says of territories."""

from __future__ import annotations

from dateline.extract.events.lexicon import classes
from dateline.extract.events.scene import Scene, scene_of
from dateline.extract.events.tables import auxiliaries
from dateline.extract.found import Found
from dateline.extract.territories.antecedent import PRONOUNS, antecedent, described, land_before
from dateline.extract.territories.patterns import Pattern, patterns
from dateline.record import Territory

_POS = {"VERB": "V", "NOUN": "N", "ADJ": "A"}


def extract(found: Found) -> list[Territory]:
    """What the story says of territories: part of, controlled, lost, taken, claimed, disputed."""
    scene = scene_of(found)
    out = []
    for token in range(len(found.parsed)):
        pos = _POS.get(found.parsed.upos[token])
        for pattern in patterns().get((scene.grammar.lemma(token), pos or ""), ()):
            territory = _read(pattern, token, scene)
            if territory is not None:
                out.append(territory)
                break
    return out


def _read(pattern: Pattern, token: int, scene: Scene) -> Territory | None:
    """One pattern at one word; None where its condition fails or nobody is named."""
    p = scene.parsed
    if not _holds(pattern, token, scene):
        return None
    if _unreal(token, scene):
        scene.found.notes.reject("territories", p.span(token, token + 1), "not told as a fact")
        return None
    places = _tokens(pattern.place, token, scene)
    place = next((i for t in places for i in [_place(t, scene)] if i), None)
    holder = _actor(pattern.holder, token, scene)
    previous = _actor(pattern.previous, token, scene)
    if holder is None and previous is None and pattern.kind != "disputed":
        return None
    if not places or (place is None and not any(_territory(t, scene) for t in places)):
        return None
    statement = scene.statement_of[token]
    words = _words(pattern, token, places, scene)
    spans = [p.span(t, t + 1) for t in words]
    spans = _joined(spans, words)
    return Territory(
        id=scene.found.ids.new("r", pattern.kind, *(p.text[a:b] for a, b in spans)),
        place=place,
        kind=pattern.kind,
        holder=holder,
        previous=previous if previous != holder else None,
        by=statement.speaker if statement is not None else None,
        date=_date(token, scene),
        spans=spans,
        attributed_to=statement.id if statement is not None else None,
        why=f"territories/{pattern.row}: {p.word(token)!r}",
    )


def _holds(pattern: Pattern, token: int, scene: Scene) -> bool:
    if not pattern.slot:
        return True
    p, g = scene.parsed, scene.grammar
    if pattern.slot == "cop":
        return any(g.rel(c) == "cop" for c in p.children[token])
    if pattern.slot == "light":
        return "under" in g.case(token)
    if pattern.slot == "prt":
        return any(g.lemma(c) in pattern.words for c in p.children[token])
    tokens = _tokens((pattern.slot,), token, scene)
    if pattern.territory:
        return any(_territory(t, scene) for t in tokens)
    return any(g.lemma(t) in pattern.words for t in tokens)


def _tokens(slots: tuple[str, ...], token: int, scene: Scene) -> list[int]:
    """The words in the first slot that has any."""
    g, p = scene.grammar, scene.parsed
    for slot in slots:
        first, _, rest = slot.partition(".")
        if first == "subj":
            found = g.subjects(token)
        elif first == "obj":
            found = g.objects(token)
        elif first == "head":
            found = [p.heads[token]] if p.deprels[token] == "amod" else g.subjects(token)
        elif first in ("poss", "iobj"):
            rel = "nmod:poss" if first == "poss" else "iobj"
            found = [c for c in p.children[token] if p.deprels[c] == rel]
        elif first == "mod":
            found = [c for c in p.children[token] if g.rel(c) in ("amod", "compound")]
        else:
            found = g.preps(token, first)
        if rest:
            found = [t for f in found for t in _tokens((rest,), f, scene)]
        if found:
            return found
    return []


def _actor(slots: tuple[str, ...], token: int, scene: Scene) -> str | None:
    for slot in slots:
        for t in _tokens((slot,), token, scene):
            ids = scene.actors(t)
            if ids:
                return ids[0]
    return None


def _territory(token: int, scene: Scene) -> bool:
    """A place, a noun for a stretch of land, or a pronoun that stands for one."""
    lemma = scene.grammar.lemma(token)
    if scene.place(token) or lemma in classes()["territory"]:
        return True
    if lemma not in PRONOUNS:
        return False
    return antecedent(token, scene) is not None or land_before(token, scene)


def _place(token: int, scene: Scene) -> str | None:
    """The id of the place that a noun names or stands for."""
    p, g = scene.parsed, scene.grammar
    if g.lemma(token) in PRONOUNS:
        noun = antecedent(token, scene)
        return _place(noun, scene) if noun is not None else None
    first, last = g.phrase(token)
    hits = scene.found.place_at.within(*p.span(first, last))
    for span, place in hits:
        if span[0] <= p.starts[token] < span[1]:
            return place.id
    if hits:
        return hits[0][1].id
    # "Nagorno-Karabakh, a disputed territory that": the noun in apposition names it.
    for low, high in g.up(token):
        if p.deprels[low] not in ("appos", "conj", "acl:relcl", "nmod"):
            break
        named = scene.found.place_at.over(p.starts[high], p.ends[high])
        if named:
            return named[0][1].id
    return described(token, scene)


def _unreal(token: int, scene: Scene) -> bool:
    p, g = scene.parsed, scene.grammar
    if p.xpos[token] == "VB" and any(g.lemma(c) == "to" for c in p.children[token]):
        return True
    for c in p.children[token]:
        kind = auxiliaries().get(g.lemma(c)) or auxiliaries().get(p.word(c).lower())
        if g.rel(c) in ("aux", "advmod") and kind in ("future", "may", "must", "would", "not"):
            return True
    return False


def _date(token: int, scene: Scene) -> str | None:
    """The EDTF of the time that hangs on the word, if one does."""
    p, g = scene.parsed, scene.grammar
    for c in p.children[token]:
        if g.rel(c) in ("obl", "nmod", "advmod"):
            for _, time in scene.found.time_at.over(p.starts[c], p.ends[c]):
                if time.type in ("DATE", "TIME"):
                    return time.edtf
    return None


def _words(pattern: Pattern, token: int, places: list[int], scene: Scene) -> list[int]:
    """The words that carry the claim: the word itself, its object or place."""
    g = scene.grammar
    words = {token, *(t for t in places if abs(t - token) < 12)}
    words.update(t for t in g.objects(token) if abs(t - token) < 12)
    for slot in (*pattern.holder, *pattern.previous):
        words.update(t for t in _tokens((slot,), token, scene) if abs(t - token) < 12)
    return sorted(words)


def _joined(spans: list[tuple[int, int]], words: list[int]) -> list[tuple[int, int]]:
    """Spans of neighbouring words as one."""
    out: list[tuple[int, int]] = []
    for (start, end), word, previous in zip(spans, words, [-2, *words], strict=False):
        if out and word == previous + 1:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out
