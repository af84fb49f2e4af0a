"""Who acts or is hit beside those that the tree names: companions, those aboard, those who die."""

from __future__ import annotations

from dateline.extract.events.scene import Scene

_TOGETHER = frozenset(["along", "together", "jointly", "alongside"])
_HOLDING = frozenset(
    [
        *("carry", "transport", "ferry", "take", "bring", "escort", "accompany", "protect"),
        *("guard", "house", "host", "shelter", "contain", "belong"),
    ]
)
"""What a convoy or camp does with those who are in it."""
_FATES = frozenset(["dead", "wounded", "injured", "hurt", "missing"])
_DYING = frozenset(["die", "perish", "suffer", "succumb"])
_SURVIVING = frozenset(["survive", "escape"])
_DEATHS = frozenset(["death", "killing", "loss", "wounding"])
_COSTING = frozenset(["claim", "cost", "take"])
_OUTCOMES = frozenset(["result", "consequence", "wound", "injury", "aftermath", "effect"])
_SENT = frozenset(["delegation", "mission", "team", "panel"])
LEADING = frozenset(["lead", "head", "chair"])
_STEPS = 3
_HELD = frozenset(["use", "own", "run", "operate", "hold", "control", "occupy", "man", "staff"])
"""What they do with it, in the passive."""


def companions(verb: int, scene: Scene) -> list[int]:
    """ "Kenya, along with Togo, imposed sanctions", "joined Togo in condemning", "a team led by
    Roe met": who acts beside the subject of an active verb."""
    p, g = scene.parsed, scene.grammar
    if g.passive(verb):
        return []
    if g.rel(verb) == "advcl" and "in" in g.case(verb) and g.lemma(p.heads[verb]) == "join":
        return g.objects(p.heads[verb])
    subjects = [c for c in p.children[verb] if p.deprels[c] == "nsubj"]
    out: list[int] = []
    for subject in subjects[:1]:
        for c in (*p.children[subject], *p.children[verb]):
            case = g.case(c)
            near = subject < c < verb or "alongside" in case
            if not near or g.rel(c) not in ("nmod", "obl"):
                continue
            first = min([c, *p.children[c]])
            before = p.word(first - 1).lower() if first else ""
            if not _TOGETHER.isdisjoint([*case, before]):
                out += g.conjuncts(c)
        out += _leaders(subject, scene)
    return out


def _leaders(noun: int, scene: Scene) -> list[int]:
    """By whom those who are sent somewhere are led."""
    p, g = scene.parsed, scene.grammar
    if g.lemma(noun) not in _SENT:
        return []
    led = [c for c in p.children[noun] if g.rel(c) == "acl" and g.lemma(c) in LEADING]
    return [t for c in led if g.passive(c) for t in g.preps(c, "by") if scene.person(t)]


def one_of(noun: int, verb: int, scene: Scene) -> list[int]:
    """ "Roe was among those killed", "was one of the ten arrested": who is one of them whom the
    participle `verb` befell."""
    p, g = scene.parsed, scene.grammar
    case = g.case(noun)
    one = "of" in case and g.lemma(p.heads[noun]) == "one"
    is_ = p.heads[noun] if one else noun
    told = p.heads[verb] == noun and g.rel(verb) == "acl" and (one or "among" in case)
    said = p.deprels[is_] != "acl:relcl" and any(g.rel(c) == "cop" for c in p.children[is_])
    return g.subjects(is_) if told and said else []


def sufferers(act: int, scene: Scene) -> list[int]:
    """ "Died as a result of torture", "died of her wounds in the attack", "the death of ten in a
    raid", "survived an ambush": whom a noun befell."""
    p, g = scene.parsed, scene.grammar
    for clause in (c for c in p.children[act] if p.deprels[c] == "acl:relcl"):
        if g.lemma(clause) in _DYING and any(g.lemma(n) == "which" for n in g.preps(clause, "in")):
            return g.subjects(clause)  # "the bombings, in which ten people died"
    if g.lemma(p.heads[act]) == "leave" and g.rel(act) == "nsubj":
        # "The shelling left five people dead".
        fate = [c for c in p.children[p.heads[act]] if g.lemma(c) in _FATES]
        return g.objects(p.heads[act]) if fate else []
    first = p.heads[act] if g.rel(act) == "conj" else act
    if g.lemma(p.heads[first]) in _COSTING and g.rel(first) == "nsubj":
        # "The bombings claimed the lives of dozens of Kenyans".
        lives = [o for o in g.objects(p.heads[first]) if g.lemma(o) == "life"]
        return [t for o in lives for t in g.preps(o, "of")]
    verb = p.heads[first]
    got_away = g.rel(first) == "obj" or (g.rel(first) == "obl" and "from" in g.case(first))
    if got_away and g.lemma(verb) in _SURVIVING and g.own_subject(verb) and not g.passive(verb):
        return g.subjects(verb)  # "survived a bombing"; not "fled to escape the bombings"
    if g.lemma(p.heads[act]) in _DEATHS and {"in", "by", "during"} & set(g.case(act)):
        return g.preps(p.heads[act], "of")
    for _ in range(_STEPS):
        head = p.heads[act]
        if g.lemma(head) in _DYING and g.rel(act) in ("obl", "advcl"):
            return g.subjects(head)
        if g.lemma(head) not in _OUTCOMES or head == act:
            return []
        act = head
    return []


def aboard(nouns: list[int], scene: Scene) -> list[int]:
    """ "Attacked a convoy carrying soldiers", "a base used by soldiers": who is in what is hit."""
    p, g = scene.parsed, scene.grammar
    out: list[int] = []
    for noun in (n for n in nouns if not scene.mentioned(n)):
        for clause in (c for c in p.children[noun] if g.rel(c) == "acl"):
            lemma = g.lemma(clause)
            if g.passive(clause) and lemma in _HELD:
                out += g.preps(clause, "by")
            elif lemma in _HOLDING and not g.passive(clause):
                out += [*g.objects(clause), *(g.preps(clause, "to") if lemma == "belong" else [])]
    return [t for t in out if t not in nouns]
