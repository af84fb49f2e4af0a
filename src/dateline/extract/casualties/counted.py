"""What the numbers of a sentence count: people, losses, or nothing of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.extract.casualties.quantity import Quantity, scan
from dateline.extract.casualties.tables import Kind, categories, kinds, words
from dateline.extract.events.scene import Scene
from dateline.record import Count

_ONE = Count(min=1, max=1)
_RUN = 8
_IN_PHRASE = frozenset(["ADJ", "NOUN", "PROPN", "NUM", "DET", "PART", "PRON"])


@dataclass(slots=True)
class Counted:
    """A number with the words that it counts."""

    first: int
    last: int
    """One past the last token."""
    count: Count
    number: int
    """The token of the number, or the article."""
    noun: int | None
    """The noun counted; None where it is left out ("and wounding five")."""
    top: int
    """Whichever of the two stands higher in the tree."""
    loss: Kind | None = None
    """Where the noun itself tells the loss ("12 deaths", "7 dead")."""


def counted(first: int, last: int, scene: Scene) -> list[Counted]:
    """The numbers of people or losses in a sentence (a token range), in order."""
    p = scene.parsed
    out = [c for q in scan([p.word(t) for t in range(first, last)]) if (c := _of(q, first, scene))]
    out = _one_a_noun(out, scene)
    taken = {t for c in out for t in range(c.first, c.last)}
    out += [c for t in range(first, last) if t not in taken and (c := _article(t, scene))]
    return sorted(out, key=lambda c: c.first)


def machine_count(
    first: int, last: int, scene: Scene, kind_of: Callable[[int, Scene], str | None]
) -> list[Counted]:
    """The numbers of things in a sentence, where `kind_of` says that a noun is such a thing."""
    p = scene.parsed
    out = []
    for quantity in scan([p.word(t) for t in range(first, last)]):
        a, b = quantity.first + first, quantity.last + first
        number = _head_of_number(a, b, scene)
        noun = _noun(number, b, scene)
        if noun is None or kind_of(noun, scene) is None or _no_quantity(a, b, scene):
            continue
        top = number if number in _chain(noun, scene) else noun
        out.append(Counted(a, max(b, noun + 1), quantity.count, number, noun, top))
    taken = {t for c in out for t in range(c.first, c.last)}
    for t in range(first, last):
        noun = p.heads[t]
        one = t not in taken and p.word(t).lower() in ("a", "an", "another")
        if one and t < noun < t + _RUN and p.xpos[noun] == "NN" and kind_of(noun, scene):
            out.append(Counted(t, noun + 1, _ONE, t, noun, noun))
    return sorted(out, key=lambda c: c.first)


def _one_a_noun(numbers: list[Counted], scene: Scene) -> list[Counted]:
    """Of two numbers of one noun the nearer; in "three of the 17 soldiers" the part."""
    p = scene.parsed
    keep: dict[int, Counted] = {}
    for c in numbers:
        before = keep.get(c.noun) if c.noun is not None else None
        part = before is not None and "of" in (
            p.word(t).lower() for t in range(before.number + 1, c.first)
        )
        if not part or (c.noun is not None and _befallen(c.noun, scene, "acl")):
            keep[c.noun if c.noun is not None else -c.first - 1] = c
    return list(keep.values())


def _befallen(noun: int, scene: Scene, *rels: str) -> bool:
    """ "One of three men killed": what befell all of them stands on the noun itself; with "amod"
    among the relations also before it ("one of the missing men")."""
    p, g = scene.parsed, scene.grammar
    on_it = [t for t in p.children[noun] if g.rel(t) in rels]
    return any((g.lemma(t), "V") in kinds() or (p.word(t).lower(), "A") in kinds() for t in on_it)


def _of(quantity: Quantity, offset: int, scene: Scene) -> Counted | None:
    """What a number counts, or None where it is no number of people or losses."""
    p, g = scene.parsed, scene.grammar
    first, last = quantity.first + offset, quantity.last + offset
    number = _head_of_number(first, last, scene)
    if _no_quantity(first, last, scene):
        return None
    noun = _noun(number, last, scene)
    if noun is not None and _shared_out(first, scene) and not _befallen(noun, scene, "acl"):
        return None
    one_of = [p.word(t).lower() for t in range(number, min(len(p), number + 2))] == ["one", "of"]
    if noun is not None and one_of and _befallen(noun, scene, "acl", "amod"):
        return None  # "one of the missing journalists wrote"
    nobody = quantity.count.max == 0 and noun is None
    if nobody and p.word(number).lower() in ("no", "zero"):
        return None
    if noun is None:
        if _age(first, last, scene):
            return None
        group = p.heads[number]
        if p.word(first - 1).lower() == "of" and g.lemma(group) in words("groups"):
            return Counted(group, last, quantity.count, number, None, group)  # "a family of six"
        return Counted(first, last, quantity.count, number, None, number)
    loss = loss_noun(noun, scene)
    if loss is not None and loss.where == "taking" and not _taken(noun, scene):
        loss = None  # hostages to whom something else befell
    if loss is None and not human(noun, scene):
        span = p.span(first, max(last, noun + 1))
        scene.found.notes.reject("casualties", span, "a number of no people")
        return None
    if noun + 1 < len(p) and p.word(noun + 1).lower() in words("rates"):
        return None
    top = number if number in _chain(noun, scene) else noun
    return Counted(first, max(last, noun + 1), quantity.count, number, noun, top, loss)


def _taken(noun: int, scene: Scene) -> bool:
    p, g = scene.parsed, scene.grammar
    return g.lemma(p.heads[noun]) in words("taking")


def _article(token: int, scene: Scene) -> Counted | None:
    """ "A soldier", "another policeman": one."""
    p, g = scene.parsed, scene.grammar
    if p.word(token).lower() not in ("a", "an", "another"):
        return None
    noun = p.heads[token]
    one_of_a_people = p.xpos[noun] in ("NNP", "JJ") and any(
        a.kind == "population" and a.land for a in scene.mentioned(noun)
    )
    is_noun = p.upos[noun] in ("NOUN", "PROPN") or one_of_a_people
    if not token < noun < token + _RUN or not is_noun:
        # "A soldier was killed and another wounded."
        alone = p.word(token).lower() == "another"
        return Counted(token, token + 1, _ONE, token, None, token) if alone else None
    if noun == token + 1 and g.lemma(noun) in words("ordinals") and not g.preps(noun, "of"):
        return Counted(token, noun + 1, _ONE, token, None, noun)  # "and a fourth was wounded"
    if p.xpos[noun] != "NN" and not one_of_a_people:
        return None
    if g.lemma(noun) in words("groups") or not human(noun, scene) or loss_noun(noun, scene):
        return None
    return Counted(token, noun + 1, _ONE, token, noun, noun)


def _head_of_number(first: int, last: int, scene: Scene) -> int:
    """The token of a number on which its other words hang: the last that is one."""
    p = scene.parsed
    for t in range(last - 1, first - 1, -1):
        if p.upos[t] in ("NUM", "NOUN", "DET", "PRON") or p.word(t)[:1].isdigit():
            return t
    return last - 1


def _no_quantity(first: int, last: int, scene: Scene) -> bool:
    """Whether a number is part of a date, a sum, a share, a measure or a name."""
    p = scene.parsed
    before = p.word(first - 1).lower() if first else ""
    after = p.word(last).lower() if last < len(p) else ""
    if before in words("money") or after in words("measure"):
        return True
    start, end = p.span(first, last)
    over = scene.found.time_at.over(start, end)
    return any(span[0] <= start and end <= span[1] for span, _ in over)


def _shared_out(first: int, scene: Scene) -> bool:
    """ "Half of the 30 soldiers": it befell but some of them."""
    p = scene.parsed
    of = first - 1
    while of > 0 and (p.upos[of] == "DET" or p.xpos[of] == "PRP$"):
        of -= 1
    return of > 0 and p.word(of).lower() == "of" and p.word(of - 1).lower() in words("shares")


def _age(first: int, last: int, scene: Scene) -> bool:
    """ "Orhan Yildiran, 41, was": a number between commas behind a noun; "aged 12"."""
    p = scene.parsed
    if first and p.word(first - 1).lower() in ("aged", "age"):
        return True
    if first < 2 or last >= len(p) or p.word(first - 1) != ",":
        return False
    behind = p.upos[first - 2] in ("PROPN", "NOUN")
    return behind and p.word(last) == "," and p.heads[last - 1] < first


def _noun(number: int, last: int, scene: Scene) -> int | None:
    """The noun that a number counts: what it hangs on, else the noun phrase right after it."""
    p = scene.parsed
    if last < len(p) and p.word(last).lower() == "of":
        return _partitive(number, last, scene)
    if [p.word(t).lower() for t in range(last, min(len(p), last + 2))] == ["the", "number"]:
        return None  # "brought to 50 the number of dead"
    head = p.heads[number]
    hangs = scene.grammar.rel(number) in ("nummod", "det", "amod", "compound", "nmod", "advmod")
    if hangs and last <= head < last + _RUN and p.upos[head] in ("NOUN", "PROPN", "ADJ", "PRON"):
        return head
    return _run(last, scene)


def _partitive(number: int, last: int, scene: Scene) -> int | None:
    """ "Dozens of people", "58 of its soldiers", "two of them"."""
    p = scene.parsed
    for c in p.children[number]:
        if scene.grammar.rel(c) == "nmod" and last < c < last + _RUN:
            return c
    return _run(last + 1, scene)


def _run(start: int, scene: Scene) -> int | None:
    """The last noun of the adjectives and nouns that begin at a token; participles end it."""
    p = scene.parsed
    noun = None
    for t in range(start, min(len(p), start + _RUN)):
        if p.sentence_of[t] != p.sentence_of[start - 1] or p.upos[t] not in _IN_PHRASE:
            break
        if noun is not None and p.upos[t] not in ("NOUN", "PROPN"):
            break
        if (p.word(t).lower(), "A") in kinds():
            break
        if p.upos[t] in ("NOUN", "PROPN"):
            noun = t
    return noun


def _chain(token: int, scene: Scene) -> Iterator[int]:
    for _, head in zip(range(3), scene.parsed.ancestors(token), strict=False):
        yield head


def loss_noun(token: int, scene: Scene) -> Kind | None:
    """The loss that a noun tells by itself ("deaths", "the wounded")."""
    p, g = scene.parsed, scene.grammar
    word = p.word(token).lower()
    kind = kinds().get((g.lemma(token), "N")) if p.upos[token] != "VERB" else None
    if kind is None and p.upos[token] in ("NOUN", "ADJ", "PROPN") and (word, "A") in kinds():
        # "7 dead", "15 missing": the word that describes them stands for them.
        return Kind("self", kinds()[word, "A"].kind)
    return kind


def human(token: int, scene: Scene) -> bool:
    """Whether a noun stands for people."""
    p, g = scene.parsed, scene.grammar
    lemma, word = g.lemma(token), p.word(token).lower()
    if lemma in words("groups"):
        return False
    for form in (lemma, word):
        if form in categories() or form in words("people"):
            return True
    if p.upos[token] == "PRON":
        return word in words("pronouns")
    if p.upos[token] == "NOUN" and scene.person(token) and not _inside(token, scene):
        return True
    if p.xpos[token] == "NNPS" or (p.upos[token] == "PROPN" and word.endswith("s")):
        return any(a.kind in ("population", "state") for a in scene.mentioned(token))
    return any(a.kind in ("population", "armed_group") for a in scene.mentioned(token))


def _inside(token: int, scene: Scene) -> bool:
    """ "The head of a firm": whether a noun stands inside the phrase that names a person."""
    p = scene.parsed
    hits = scene.found.actor_at.over(p.starts[token], p.ends[token])
    spans = [p.tokens_in(*span) for span, a in hits if a.kind == "person"]
    return any(first <= p.heads[token] < last for first, last in spans)
