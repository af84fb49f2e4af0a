"""What befell people, as the tree says it."""

from __future__ import annotations

from dateline.extract.casualties.counted import Counted, loss_noun
from dateline.extract.casualties.losses import OPEN, Tie, kind_at
from dateline.extract.casualties.tables import Kind, words
from dateline.extract.events.scene import Scene


def by_tree(c: Counted, scene: Scene) -> Tie | None:
    """The word on which the people hang, or that hangs on them."""
    if c.loss is not None:
        return None
    p, g = scene.parsed, scene.grammar
    for below in dict.fromkeys((c.top, c.noun if c.noun is not None else c.top)):
        for t in p.children[below]:
            if g.rel(t) == "acl" and (home := _driven_from(t, scene)) is not None:
                return Tie(c, "displaced", home, "tree")
            kind = kind_at(t, scene) if g.rel(t) in ("acl", "amod") else None
            if kind is None or any(kind_at(between, scene) for between in range(c.last, t)):
                continue  # "dozens dead and hundreds wounded": the nearer word is theirs
            if g.rel(t) == "amod" or befalls(t, below, kind, scene):
                return Tie(c, kind.kind, t, "tree")
    if (tie := _who_is_lost(c, scene)) is not None:
        return tie
    head, rel = p.heads[c.top], p.deprels[c.top]
    if head == c.top:
        return None
    kind = kind_at(head, scene)
    argument = rel.split(":")[0] in ("obj", "nsubj")
    if kind is not None and argument and befalls(head, c.top, kind, scene):
        return Tie(c, kind.kind, head, "tree")
    if rel in ("obj", "nsubj", "nsubj:pass"):
        return _beside(c, head, rel, scene)
    with_it = {*g.case(c.top), *(p.word(t) for t in p.children[head] if t == c.first - 2)}
    if rel == "obl" and {"along", "together"} & with_it and kind is not None:
        # "Was killed along with two aides".
        return Tie(c, kind.kind, head, "tree")
    if rel.startswith(("nmod", "obl")) and set(g.case(c.top)) & words("of_losses"):
        return of_loss(c, head, scene)
    return None


def _who_is_lost(c: Counted, scene: Scene) -> Tie | None:
    """ "The dead were two soldiers", "the wounded included three children", "among the dead were
    three children"."""
    p, g = scene.parsed, scene.grammar
    head = p.heads[c.top]
    if g.rel(c.top) == "nsubj" and "among" in g.case(head):
        loss = loss_noun(head, scene)
        return None if loss is None else Tie(c, loss.kind, head, "tree", part=True)
    are = any(g.rel(t) == "cop" for t in p.children[c.top])
    among = [t for t in g.preps(c.top, "among") if t < c.first and are]
    if among and (loss := loss_noun(among[0], scene)) is not None:
        return Tie(c, loss.kind, among[0], "tree", part=True)
    includes = c.top in g.objects(head) and g.lemma(head) == "include"
    for t in g.subjects(head if includes else c.top) if includes or are else ():
        loss = loss_noun(t, scene)
        if loss is not None and loss.where == "self" and loss.kind != OPEN:
            return Tie(c, loss.kind, t, "tree", part=includes)
    return None


def of_loss(c: Counted, noun: int, scene: Scene) -> Tie | None:
    """ "The deaths of 12 soldiers", "injuries to 30 people"."""
    loss = loss_noun(noun, scene)
    if loss is None or noun >= c.first:
        return None
    if loss.kind == OPEN and scene.grammar.lemma(noun) == "loss":
        return Tie(c, "killed", noun, "tree")  # "the loss of 12 soldiers"
    verb = scene.grammar.lemma(scene.parsed.heads[noun])
    if loss.where not in ("self", "finding") and verb not in words(loss.where):
        return None
    return Tie(c, loss.kind, noun, "tree")


def befalls(verb: int, people: int, kind: Kind, scene: Scene) -> bool:
    """Whether a verb of loss befalls these people, and is not what they do."""
    p, g = scene.parsed, scene.grammar
    if kind.where == "obj":
        # "Settlers whose slaying of a man": a gerund on them is what they do.
        gerund = p.word(verb).lower().endswith("ing") and p.heads[verb] == people
        return people in g.objects(verb) and not gerund
    if kind.where == "subj":
        acts = p.heads[people] == verb and g.rel(people) == "nsubj"
        told = acts or people in g.subjects(verb)
        return told and (kind.kind != "displaced" or from_home(verb, scene))
    # "One woman was missing her bag": with an object it is another word.
    return not any(p.deprels[t] == "obj" for t in p.children[verb])


def from_home(verb: int, scene: Scene) -> bool:
    """Displacement is flight from home, not from the scene of a crime."""
    g = scene.grammar
    away = [*g.objects(verb), *g.preps(verb, "from"), *g.preps(verb, "to")]
    return any(g.lemma(t) in words("home") or scene.place(t) for t in away)


def _driven_from(verb: int, scene: Scene) -> int | None:
    """The home that people are forced or driven from."""
    g = scene.grammar
    homes = (t for t in g.preps(verb, "from") if g.lemma(t) in ("home", "house", "village"))
    return next(homes, None) if g.lemma(verb) in words("driving") else None


def _hurt(verb: int, rel: str, scene: Scene) -> int | None:
    """ "Suffered burns", "were treated for injuries", "taken to hospital with wounds"."""
    p, g = scene.parsed, scene.grammar
    hurts: list[int] = []
    if rel == "nsubj" and g.lemma(verb) in words("hurting"):
        hurts = g.objects(verb)
    elif rel != "nsubj" and g.lemma(verb) in words("treating"):
        hurts = [*g.preps(verb, "for"), *g.preps(verb, "with")]
    told = (t for t in hurts if p.upos[t] == "NOUN" and g.lemma(t) in words("hurts"))
    return next(told, None)


def _beside(c: Counted, verb: int, rel: str, scene: Scene) -> Tie | None:
    """ "Left 7 people dead", "were found dead", "shot dead two men", "took 12 people hostage",
    "lost their lives", "cost them their lives", "suffered burns", "driven from their homes"."""
    p, g = scene.parsed, scene.grammar
    if g.lemma(verb) in words("doubting"):
        return None
    if rel != "nsubj" and (home := _driven_from(verb, scene)) is not None:
        return Tie(c, "displaced", home, "tree")
    deaths = (t for t in g.preps(verb, "to") if g.lemma(t) == "death" and not p.children[t][1:])
    if g.lemma(verb) not in words("sentencing") and (end := next(deaths, None)) is not None:
        # "Shot to death", "froze to death".
        return Tie(c, "killed", end, "tree", further=(verb, end - 1))
    if (hurt := _hurt(verb, rel, scene)) is not None:
        return Tie(c, "injured", hurt, "tree")
    for t in p.children[verb]:
        kind = kind_at(t, scene)
        particle = p.deprels[t] == "compound:prt" or (t == verb + 1 and g.rel(t) == "advmod")
        beside = g.rel(t) in ("xcomp", "obj", "advcl") or particle
        # "A gunman shot dead two men": not he.
        acts = particle and rel == "nsubj" and g.objects(verb)
        if kind is not None and kind.where == "head" and beside and not acts:
            return Tie(c, kind.kind, t, "tree")
        # "Are believed to have been killed": raising keeps the subject of the verb below.
        raised = rel == "nsubj:pass" and g.lemma(verb) in words("raising") and g.rel(t) == "xcomp"
        if kind is not None and raised and (kind.where == "subj" or g.passive(t)):
            return Tie(c, kind.kind, t, "tree")
        forced = kind is not None and kind.where == "subj" and g.lemma(verb) in words("forcing")
        if kind is not None and forced and g.rel(t) == "xcomp" and from_home(t, scene):
            return Tie(c, kind.kind, t, "tree")
        lose = rel == "nsubj" and g.lemma(verb) in words("losing")
        if g.rel(t) == "obj" and (lose or (rel == "obj" and g.lemma(verb) == "cost")):
            loss = loss_noun(t, scene)
            if loss is not None and loss.where == "ending":
                return Tie(c, loss.kind, t, "tree")
    return None
