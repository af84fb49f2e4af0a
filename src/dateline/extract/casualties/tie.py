"""Tying a number of people to the word that says what befell them: the tree, then neighbourhood."""

from __future__ import annotations

from typing import get_args

from dateline.extract.casualties.counted import Counted
from dateline.extract.casualties.losses import OPEN, Tie, kind_at
from dateline.extract.casualties.tables import words
from dateline.extract.casualties.toll import by_toll, estimated
from dateline.extract.casualties.tree import befalls, by_tree, from_home, of_loss
from dateline.extract.events.scene import Scene
from dateline.record.claims import Loss

_NEAR = 8
_FAR = 30


def tie_all(numbers: list[Counted], scene: Scene) -> list[Tie]:
    """Each number of a sentence with its loss; a number is used once, or left out."""
    ties: dict[int, Tie] = {}
    for i, c in enumerate(numbers):
        tie = (
            estimated(c, scene)
            or _own(c, scene)
            or _left(c, scene)
            or by_tree(c, scene)
            or _right(c, scene)
        )
        tie = tie or _joined(i, numbers, ties, scene) or _conjunct(c, scene) or by_toll(c, scene)
        if tie is not None:
            ties[i] = _told_better(tie, scene)
    for i in range(len(numbers) - 2, -1, -1):
        # "A mother and two children, ... were killed": the verb is found from the last of them.
        later = ties.get(i + 1)
        if i not in ties and later is not None and later.rule in ("tree", "after"):
            here, there = numbers[i], numbers[i + 1]
            people = here.noun is not None and here.loss is None
            if people and _only_joins(here.last, there.first, scene):
                ties[i] = Tie(here, later.kind, later.trigger, "joined")
    used = {t for tie in ties.values() for t in (tie.trigger, tie.counted.noun)}
    for tie in ties.values():
        _share(tie, used, scene)
    return [ties[i] for i in sorted(ties)]


def _share(tie: Tie, used: set[int | None], scene: Scene) -> None:
    """ "200 were killed, wounded or captured": losses beside the first without their own number."""
    p = scene.parsed
    kinds, further = [tie.kind], [tie.trigger]
    either = False
    for step in (1, -1):
        second = tie.trigger
        for _ in range(_NEAR):
            join, second = second + step, second + 2 * step
            if not 0 <= second < len(p) or p.word(join).lower() not in words("sharing"):
                break
            kind = kind_at(second, scene)
            objects = any(p.deprels[t] == "obj" for t in p.children[second])
            apart = second in used or (step > 0 and objects)
            apart = apart or (p.xpos[second] == "VBG") != (p.xpos[tie.trigger] == "VBG")
            if kind is None or kind.kind == OPEN or apart:
                break
            either = either or p.word(join).lower() in words("either")
            kinds.append(kind.kind)
            further += [join, second]
    several = tuple(kind for kind in get_args(Loss) if kind in kinds)
    if either and len(several) > 1:
        tie.kind, tie.several, tie.further = OPEN, several, tuple(further)


def _told_better(tie: Tie, scene: Scene) -> Tie:
    """ "Lost 150 killed", "three dead, five hurt": the word behind a bare number, not the verb."""
    p, g, c = scene.parsed, scene.grammar, tie.counted
    further = tie.trigger > c.last or g.lemma(tie.trigger) in words("losing")
    if c.noun is not None or c.last >= len(p) or not further:
        return tie
    kind = kind_at(c.last, scene)
    return tie if kind is None else Tie(c, kind.kind, c.last, "after")


def _own(c: Counted, scene: Scene) -> Tie | None:
    """ "12 deaths", "7 dead", "took four prisoners", "claimed 12 lives"."""
    if c.loss is None or c.noun is None:
        return None
    g = scene.grammar
    head = scene.parsed.heads[c.top]
    worse = kind_at(head, scene) if head != c.top and c.loss.where == "self" else None
    if worse is not None and worse.where == "subj" and befalls(head, c.top, worse, scene):
        return Tie(c, worse.kind, head, "tree")  # "three of the wounded died"
    if c.loss.where != "self":
        verb = scene.parsed.heads[c.top]
        if c.first <= verb < c.number:  # "claimed close to 1,000 lives": they hang on "close"
            verb = scene.parsed.heads[verb]
        if g.lemma(verb) not in words(c.loss.where):
            return None
        # A bound with a preposition ("close to 1,000 lives") hides the object from the tree.
        there = g.lemma(verb) in words("being") and c.top in g.subjects(verb)
        if c.top not in g.objects(verb) and verb != c.first - 1 and not there:
            return None
        return Tie(c, c.loss.kind, verb, "noun")
    return Tie(c, c.loss.kind, c.noun, "noun")


def _right(c: Counted, scene: Scene) -> Tie | None:
    """ "205 injured", "30 others were also wounded": the next word but auxiliaries."""
    p, g = scene.parsed, scene.grammar
    if c.loss is not None:
        return None
    end = p.sentences[p.sentence_of[c.first]].end
    for t in range(c.last, min(end, c.last + _NEAR)):
        kind = kind_at(t, scene)
        if kind is not None:
            holder = p.heads[t] if kind.where == "head" else t  # "a gunman shot dead two men"
            taken = any(p.deprels[x] == "obj" and x > t for x in p.children[holder])
            home = kind.kind != "displaced" or kind.where != "subj" or from_home(t, scene)
            fits = home if kind.where == "subj" else not taken and p.xpos[t] != "VBG"
            return Tie(c, kind.kind, t, "after") if fits else None
        if p.word(t).lower() not in words("between") and p.upos[t] != "ADV":
            return None
        if g.lemma(t) in words("doubting"):
            return None
    return None


def _left(c: Counted, scene: Scene) -> Tie | None:
    """ "Wounding five", "injuries to 30": the word right before."""
    p, g = scene.parsed, scene.grammar
    if c.loss is not None or not c.first or _acts(c, scene):
        return None
    t = c.first - 1
    if t and scene.parsed.word(t).lower() in words("of_losses"):
        return of_loss(c, t - 1, scene)
    kind = kind_at(t, scene) if p.sentence_of[t] == p.sentence_of[c.first] else None
    if kind is None or kind.where != "obj" or p.upos[t] != "VERB" or g.passive(t):
        return None
    return Tie(c, kind.kind, t, "before")


def _joined(i: int, numbers: list[Counted], ties: dict[int, Tie], scene: Scene) -> Tie | None:
    """Coordinated with a number that is tied, or said to be among its people."""
    c = numbers[i]
    previous = ties.get(i - 1)
    if c.loss is not None or previous is None or previous.counted.last > c.first:
        return None
    if _part(c, scene):
        if c.first - previous.counted.last > _FAR:
            return None
        return Tie(c, previous.kind, previous.trigger, "part", part=True)
    if c.noun is None or _acts(c, scene):
        return None
    p = scene.parsed
    hangs = p.deprels[c.top] == "conj" and previous.counted.top in _conjoined(c.top, scene)
    if hangs or _only_joins(previous.counted.last, c.first, scene):
        return Tie(c, previous.kind, previous.trigger, "joined", part=previous.part)
    return None


def _conjunct(c: Counted, scene: Scene) -> Tie | None:
    """ "Killed himself and five others": coordinated with somebody who is not counted."""
    p, g = scene.parsed, scene.grammar
    if c.noun is None and p.upos[c.number] != "NUM":
        return None
    for t in _conjoined(c.top, scene):
        kind = kind_at(p.heads[t], scene) if p.heads[t] != t and g.rel(t) != "conj" else None
        if kind is not None and befalls(p.heads[t], c.top, kind, scene):
            return Tie(c, kind.kind, p.heads[t], "joined")
    return None


def _conjoined(token: int, scene: Scene) -> list[int]:
    """The heads of a conjunct."""
    p = scene.parsed
    out: list[int] = []
    while p.deprels[token] == "conj" and len(out) < _NEAR:
        token = p.heads[token]
        out.append(token)
    return out


def _acts(c: Counted, scene: Scene) -> bool:
    """Whether the people are the subject of a verb that follows ("and two officers said")."""
    p, g = scene.parsed, scene.grammar
    head = p.heads[c.top]
    # "Three of them children" has a subject, and no verb.
    verbal = p.upos[head] == "VERB" or any(p.upos[t] == "AUX" for t in p.children[head])
    return g.rel(c.top) == "nsubj" and head > c.top and verbal


def _part(c: Counted, scene: Scene) -> bool:
    """ "Including two children", "among them 3 children", "two of them civilians"."""
    p = scene.parsed
    after = [p.word(t).lower() for t in range(c.last - 1, min(len(p), c.last + 2))]
    if after[1:] in (["of", "them"], ["of", "whom"]) or after[:1] in (["them"], ["whom"]):
        return not _acts(c, scene)
    before = [p.word(t).lower() for t in range(max(0, c.first - 2), c.first)]
    return before[-1:] == ["including"] or before in (
        ["among", "them"],
        ["of", "them"],
        ["of", "whom"],
        ["among", "whom"],
    )


def _only_joins(start: int, end: int, scene: Scene) -> bool:
    """Whether nothing but commas and "and" stands between two phrases."""
    p = scene.parsed
    gap = [p.word(t).lower() for t in range(start, end)] if start <= end <= start + 5 else [""]
    return all(w in words("joins") for w in gap) and any(w in words("conjunctions") for w in gap)
