"""Finding losses in the tree and putting the numbers of one claim together."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.extract.actors.lookup import actor_of
from dateline.extract.casualties.quantity import read
from dateline.extract.casualties.tables import Category, categories, kinds, reporting
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import auxiliaries, embedding
from dateline.extract.found import Found
from dateline.record import Casualty, Count

_POS = {"VERB": "V", "NOUN": "N", "ADJ": "A", "PROPN": "N"}
_OTHERS = frozenset(["other", "more", "rest", "people"])
_DISPLACED_FROM = frozenset(["home", "house", "village", "town", "city", "area", "fighting", "war"])


@dataclass(slots=True)
class Loss:
    """One number of people, or one mention of losses without a number."""

    kind: str
    people: int
    """The word that stands for those lost."""
    trigger: int
    count: Count | None
    side: str | None
    category: Category | None
    by: str | None
    cues: list[int] = field(default_factory=list)


def extract(found: Found) -> list[Casualty]:
    """The casualty claims of a story: whose, how many, on whose word.

    Numbers of different kinds (killed, injured) of the same people on the same word in one
    sentence are one claim. A mention without a number is kept where somebody vouches for it.
    """
    scene = Scene(found)
    losses: dict[tuple[int, str], Loss] = {}
    for token in range(len(found.parsed)):
        for loss in _at(token, scene):
            known = losses.get((loss.people, loss.kind))
            if known is None or (known.count is None and loss.count is not None):
                losses[loss.people, loss.kind] = loss
    return _claims([losses[k] for k in sorted(losses)], scene)


def _at(token: int, scene: Scene) -> list[Loss]:
    """The losses that a word tells."""
    p, g = scene.parsed, scene.grammar
    pos = _POS.get(p.upos[token])
    lemma = p.word(token).lower() if pos == "A" else g.lemma(token)
    hit = kinds().get((lemma, pos or ""))
    # Words like "wounded" and "dead" change their part of speech from text to text.
    if hit is None and p.xpos[token] in ("VBN", "JJ", "NN", "NNS"):
        hit = kinds().get((p.word(token).lower(), "A" if pos != "N" else "N"))
    if hit is None:
        return []
    where, kind = hit
    if pos == "V" and _unreal(token, scene):
        found = scene.found
        found.notes.reject("casualties", p.span(token, token + 1), "not told as a fact")
        return []
    out = []
    for people in _people(where, token, scene):
        if where in ("obj", "subj") and not _human(people, scene):
            continue
        if lemma == "lose" and people != token and _count(people, scene) is None:
            continue
        if kind == "displaced" and where == "subj" and not _flees_home(token, people, scene):
            continue
        if where == "head" and p.upos[people] != "NUM" and not _human(people, scene):
            continue
        count = _count(people, scene)
        if where == "self" and kind != "casualties" and count is None:
            continue
        by = _by(token, people, scene)
        if count is None and by is None:
            continue
        side, category = _side(people, token, scene), _category(people, scene)
        out += [
            Loss(one, people, token, count, side, category, by)
            for one in (("killed", "injured") if _none_of(kind, count) else (kind,))
        ]
    return out


def _none_of(kind: str, count: Count | None) -> bool:
    """ "No casualties" says that nobody was killed nor injured."""
    return kind == "casualties" and count is not None and count.max == 0


def _people(where: str, token: int, scene: Scene) -> list[int]:
    """The words that stand for those lost."""
    p, g = scene.parsed, scene.grammar
    if where == "obj":
        return [c for t in g.objects(token) for c in (t,)]
    if where == "subj":
        return g.subjects(token)
    if where == "self":
        return [token]
    if where == "toll":
        return _toll(token, scene)
    head, rel = p.heads[token], p.deprels[token]
    if rel == "amod":
        return [head] if p.upos[head] in ("NOUN", "NUM", "PROPN") and _count(head, scene) else []
    subjects = [t for t in g.subjects(token) if t != token]
    number = [c for c in p.children[token] if p.deprels[c] == "nummod"]
    if number:
        return [token]
    if subjects:
        return subjects
    # "left 20 people dead", "20 missing"
    objects = [t for t in g.objects(head) if t != token] if rel in ("xcomp", "advcl") else []
    return objects or ([head] if p.upos[head] == "NUM" else [])


def _toll(token: int, scene: Scene) -> list[int]:
    """The number of a toll: "a toll of 45", "the death toll rose to 45"."""
    g = scene.grammar
    verb = scene.parsed.heads[token]
    places = [*g.preps(token, "of"), *g.preps(verb, "to"), *g.preps(verb, "at")]
    return [t for t in places if _count(t, scene) is not None][:1]


def _human(token: int, scene: Scene) -> bool:
    p, g = scene.parsed, scene.grammar
    if p.upos[token] == "NUM" or g.lemma(token) in _OTHERS:
        return True
    if g.lemma(token) in categories() or scene.person(token):
        return True
    return any(a.kind in ("person", "population", "armed_group") for a in scene.mentioned(token))


def _flees_home(token: int, people: int, scene: Scene) -> bool:
    """Displacement is flight from home of a number of people."""
    g = scene.grammar
    if _count(people, scene) is None:
        return False
    away = [*g.objects(token), *g.preps(token, "from"), *g.preps(token, "to")]
    return any(g.lemma(t) in _DISPLACED_FROM or scene.place(t) for t in away)


def _count(people: int, scene: Scene) -> Count | None:
    """How many the noun phrase says."""
    p, g = scene.parsed, scene.grammar
    head = people
    # "dozens of people": the number stands on the noun above.
    if g.rel(people) == "nmod" and p.upos[p.heads[people]] in ("NOUN", "NUM"):
        above = read([p.word(p.heads[people])])
        head = p.heads[people] if above is not None else people
    first, last = _left_part(head, scene)
    words = [p.word(t) for t in range(first, last)]
    count = read(words)
    if count is not None:
        return count
    singular = p.xpos[head] in ("NN", "NNP") and any(w.lower() in ("a", "an") for w in words[:2])
    return Count(min=1, max=1) if singular else None


def _left_part(head: int, scene: Scene) -> tuple[int, int]:
    """The words of a noun phrase up to its head."""
    p, g = scene.parsed, scene.grammar
    first = head
    stack = [head]
    while stack:
        t = stack.pop()
        first = min(first, t)
        for c in p.children[t]:
            allowed = ("nummod", "advmod", "det", "amod", "compound", "case", "nmod", "conj", "cc")
            if c < head and g.rel(c) in allowed and head - c < 12:
                if t == head and g.rel(c) == "case" and "by" in p.word(c).lower():
                    continue
                stack.append(c)
    # The bound may hang elsewhere in the tree: "at least", "more than".
    while first > p.sentences[p.sentence_of[head]].start and p.word(first - 1).lower() in _BEFORE:
        first -= 1
    return first, head + 1


_BEFORE = frozenset(
    [
        "at",
        "least",
        "than",
        "more",
        "fewer",
        "less",
        "up",
        "to",
        "as",
        "many",
        "over",
        "between",
        "about",
    ]
)


def _side(people: int, trigger: int, scene: Scene) -> str | None:
    """Whose people: an actor named in the phrase, or the subject that lost them."""
    g = scene.grammar
    if people == trigger:
        # "casualties, among them civilians": what hangs on the word is no owner of it.
        owners = g.preps(people, "of")
        owners += [c for c in scene.parsed.children[people] if c < people and scene.mentioned(c)]
        ids = [i for t in owners for i in scene.actors(t)]
        if ids:
            return ids[0]
    elif ids := scene.actors(people):
        side = _group(people, scene) or ids[0]
        return side if _belongs(side, scene) else None
    verb = trigger if scene.parsed.upos[trigger] == "VERB" else scene.parsed.heads[trigger]
    if g.lemma(verb) in ("lose", "suffer", "sustain", "incur", "report"):
        for subject in g.subjects(verb):
            return _group(subject, scene)
    return None


def _belongs(actor_id: str, scene: Scene) -> bool:
    """Whether an actor says whose people they are; "people" and "civilians" alone do not."""
    actor = scene.found.actor_by_id[actor_id]
    return actor.kind != "population" or actor.country is not None or bool(actor.members)


def _group(token: int, scene: Scene) -> str | None:
    """The actor of a phrase; a group ("both parties") stays one."""
    first, last = scene.grammar.phrase(token)
    actor = actor_of(scene.found, *scene.parsed.span(first, last))
    return actor.id if actor is not None else None


def _category(people: int, scene: Scene) -> Category | None:
    p, g = scene.parsed, scene.grammar
    for token in (people, *p.children[people]):
        lemma = g.lemma(token)
        if token == people or (g.rel(token) in ("amod", "compound", "nmod") and token < people):
            if lemma in categories():
                return categories()[lemma]
            if lemma in ("military", "civilian"):
                return "military" if lemma == "military" else "civilian"
    return None


def _by(trigger: int, people: int, scene: Scene) -> str | None:
    """On whose word: the speaker of the statement, else the subject of a verb of reporting."""
    statement = scene.statement_of[trigger] or scene.statement_of[people]
    if statement is not None and statement.speaker is not None:
        return statement.speaker
    p, g = scene.parsed, scene.grammar
    for token in (people, trigger):
        head = p.heads[token]
        if g.lemma(head) in reporting() and token in g.objects(head):
            for subject in g.subjects(head):
                return _group(subject, scene)
    return None


def _unreal(verb: int, scene: Scene) -> bool:
    """Whether auxiliaries put the loss in the future or in doubt, or deny it."""
    p, g = scene.parsed, scene.grammar
    for c in p.children[verb]:
        word = auxiliaries().get(g.lemma(c)) or auxiliaries().get(p.word(c).lower())
        if g.rel(c) in ("aux", "advmod") and word in ("future", "may", "must", "would", "not"):
            return True
        if p.deprels[c] == "mark" and g.lemma(c) == "if":
            return True
    if embedding().get((g.lemma(p.heads[verb]), g.rel(verb)), "occurred") != "occurred":
        return True
    return p.xpos[verb] == "VB" and any(g.lemma(c) == "to" for c in p.children[verb])


def _claims(losses: list[Loss], scene: Scene) -> list[Casualty]:
    """Losses of the same people on the same word in one sentence, put together."""
    p = scene.parsed
    groups: list[list[Loss]] = []
    for loss in losses:
        last = groups[-1] if groups else []
        alike = (
            bool(last)
            and p.sentence_of[last[0].trigger] == p.sentence_of[loss.trigger]
            and all(o.kind != loss.kind for o in last)
            and last[0].by == loss.by
            and (last[-1].side == loss.side or loss.side is None or last[-1].side is None)
            and (last[0].category == loss.category or _bare(loss.people, scene))
        )
        if alike:
            last.append(loss)
        else:
            groups.append([loss])
    return [_casualty(group, scene) for group in groups]


def _bare(people: int, scene: Scene) -> bool:
    """Whether the people are only a number, or "others": the same sort as those before."""
    return scene.parsed.upos[people] == "NUM" or scene.grammar.lemma(people) in _OTHERS


def _casualty(group: list[Loss], scene: Scene) -> Casualty:
    p = scene.parsed
    tokens: set[int] = set()
    for loss in group:
        first, last = _left_part(loss.people, scene)
        tokens |= {*range(first, last), loss.trigger}
        above = p.heads[loss.people]
        if above < loss.people and read([p.word(above)]) is not None:
            first, last = _left_part(above, scene)  # "hundreds of deaths"
            tokens |= set(range(first, last))
    ranges: list[list[int]] = []
    for t in sorted(tokens):
        if ranges and t == ranges[-1][1]:
            ranges[-1][1] = t + 1
        else:
            ranges.append([t, t + 1])
    spans = [p.span(a, b) for a, b in ranges]
    counts = {loss.kind: loss.count for loss in group if loss.kind != "casualties"}
    words = [p.text[a:b] for a, b in spans]
    return Casualty(
        id=scene.found.ids.new("c", *words),
        why="; ".join(f"{loss.kind}: {p.word(loss.trigger)!r}" for loss in group),
        spans=spans,
        side=next((loss.side for loss in group if loss.side), None),
        category=group[0].category,
        killed=counts.get("killed"),
        injured=counts.get("injured"),
        captured=counts.get("captured"),
        missing=counts.get("missing"),
        displaced=counts.get("displaced"),
        by=group[0].by,
    )
