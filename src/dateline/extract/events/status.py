"""How real an event is: from its auxiliaries, its negation, and the words that it stands under."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.extract.events.above import above
from dateline.extract.events.above.embedded import PERFORMED, failed
from dateline.extract.events.above.tense import start_ahead
from dateline.extract.events.described import described, fact
from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.mood import Standing, is_kind, own_mood
from dateline.extract.events.ontology import ABSORBING
from dateline.extract.events.own_side import WARNING, by_own_side
from dateline.extract.events.pointing import definite, said_of_it
from dateline.extract.events.refuted import refuted
from dateline.extract.events.scene import Scene
from dateline.extract.events.supposed import moot, supposed
from dateline.extract.events.tables import embedding
from dateline.record.claims import Status

_ANNOUNCING = frozenset(["announce", "discuss", "unveil", "mention"])
_LASTING = frozenset(["go", "rage", "last", "drag", "persist", "linger"])
_PERIODS = frozenset(["day", "night", "week", "month", "year"])
_NTH = re.compile(r"second|third|(?:\w+-?)?(?:fourth|fifth|sixth|seventh|eighth|ninth|tenth)|"
                  r"eleventh|twelfth|\w+teenth|\w+tieth|\w+-(?:first|second|third)|"
                  r"\d+(?:st|nd|rd|th)|consecutive|straight|successive", re.IGNORECASE)  # fmt: skip
_HELD = frozenset(
    [
        *("hold", "detain", "jail", "imprison", "occupy", "besiege", "blockade", "block", "keep"),
        *("surround", "encircle", "strike", "camp", "shut", "close"),
    ]
)
"""Verbs for what lasts once it is done."""
_POSTED = frozenset(["station", "base", "deploy", "post", "stage"])
_DEEDS = frozenset(["AID", "ASSAULT", "COERCE", "COOPERATE", "MOBILIZE", "PROTEST"])
_STOPS = frozenset([".", '"', "\u201d"])
_STOPPING = frozenset(["stop", "halt", "cease", "end", "subside"])
_UNREAL = ("hypothetical", "called_for")
_TO_COME = frozenset(["will", "would", "can", "could", "may", "might", "to", "until"])
_CALLING = frozenset(
    [
        *("perceive", "see", "view", "regard", "describe", "portray", "depict", "interpret"),
        *("denounce", "condemn", "decry", "brand", "label", "treat", "hail", "characterize"),
        *("characterise", "deplore", "dismiss"),
    ]
)
"""Before "as" and what somebody takes something for."""


def _only_told(candidate: Candidate, scene: Scene) -> bool:
    """ "Announced a planned visit", "a summit, to be held on Monday": the verb does not do it."""
    light = candidate.light
    if light is None:
        return False
    announced = scene.grammar.lemma(light) in _ANNOUNCING
    return announced or scene.parsed.heads[light] == candidate.token


def standing(candidate: Candidate, scene: Scene, by_token: Mapping[int, Candidate]) -> Standing:
    """Read the status of one candidate."""
    out = Standing()
    if _ended(candidate, scene):
        return out
    verb = candidate.verb
    if scene.parsed.xpos[verb] == "VBG" and "like" in scene.grammar.case(verb):
        out.void = True  # "it is like fighting a giant"
        return out
    if _in_place_of(verb, scene) or _of_none(verb, scene):
        out.void = True
        return out
    if _only_called(candidate, scene):
        out.void = True
        return out
    if _end_of_it(candidate, scene):
        out.void = True
        return out
    noun = candidate.entry.type == "ASSAULT" and candidate.happening is not None
    stopped = noun and scene.grammar.lemma(verb) in _STOPPING
    if (candidate.effect == "avert" or stopped) and failed(verb, scene):
        out.why = "what was not prevented"
        return out
    own_mood(candidate, scene, out)
    if out.own in ("future", "must"):
        out.under = _announced(candidate, scene, by_token, ours=out.own == "future")
        if out.under is not None:
            return out
    if not out.own and (candidate.light is None or _only_told(candidate, scene)):
        described(candidate, scene, out)
    if out.own and _denied(candidate.verb, scene):
        out.status, out.why = "denied", "what somebody denies"
    if candidate.effect == "avert" and out.own:
        out.status = "hypothetical"  # "will prevent a war", "may avert an attack"
    if out.status == "occurred":
        above(candidate, scene, by_token, out)
    if not out.own and (out.under is not None or out.status in _UNREAL) and fact(candidate, scene):
        out.status, out.why, out.under = "occurred", "a day that is past", None
    if out.status == "occurred":
        _effect(candidate, scene, out)
    if out.status == "occurred" and _called(candidate, scene):
        out.status, out.why = "called_for", "a protest that is called"
    if out.status == "occurred" and (unreal := supposed(candidate, scene)) is not None:
        out.status, out.why = unreal
    if out.status == "occurred" and (why := moot(candidate, scene)) is not None:
        out.status, out.why, out.moot = "hypothetical", why, True
    if out.under is None and refuted(candidate, scene):
        out.status, out.why, out.own = "denied", "what reports tell that are refuted", ""
    if out.status == "hypothetical" and candidate.entry.mode == "expel" and out.under is None:
        out.under = _fought_for(candidate, scene, by_token)
    out.void = out.void or (out.moot and out.status == "hypothetical")
    return out


def _in_place_of(word: int, scene: Scene) -> bool:
    """ "Rather than mediate, Togo took sides", "instead of attacking Lome": what is not done."""
    p = scene.parsed
    before = [c for c in p.children[word] if c < word and p.deprels[c] in ("mark", "case", "cc")]
    led = [c - 1 for c in before if p.word(c).lower() in ("than", "of")] + before
    return any(p.word(c).lower() in ("instead", "rather") for c in led if c >= 0)


def _of_none(verb: int, scene: Scene) -> bool:
    """ "There has never been a Kenyan who attacked Togo": told of somebody who is not there."""
    p, g = scene.parsed, scene.grammar
    if p.deprels[verb] != "acl:relcl":
        return False
    noun = p.heads[verb]
    over = p.heads[noun] if g.rel(noun) in ("nsubj", "obj") else noun
    below = p.children[over]
    there = any(p.deprels[c] == "expl" and g.lemma(c) == "there" for c in below)
    return there and any(is_kind(g.lemma(c), "not") for c in below)


def _announced(
    candidate: Candidate, scene: Scene, by_token: Mapping[int, Candidate], *, ours: bool
) -> int | None:
    """ "Warned that it would quit the pact", "that its army would strike", "promised that Kenya
    would send a team and pay for it": the words that take in what one's own side will do (`ours`);
    a threat takes in whatever will be done, or another must ("that Togo should not try")."""
    g, verb = scene.grammar, candidate.verb
    if g.rel(verb) == "conj" and not g.own_subject(verb):
        verb = scene.parsed.heads[verb]
    outer = by_token.get(scene.parsed.heads[verb])
    if outer is None or outer.entry.pos != "V" or g.rel(verb) != "ccomp":
        return None
    warned = outer.entry.type == "ACCUSE" and g.lemma(outer.token) in WARNING
    if outer.entry.type == "THREATEN":
        return outer.token  # "threatened that his men would march", "that it would be shelled"
    told = ours and (outer.entry.type == "AGREE" or warned)
    return outer.token if told and by_own_side(outer.token, verb, scene) else None


def _called(candidate: Candidate, scene: Scene) -> bool:
    """ "The union has called a strike for Saturday": it is not yet held."""
    protest = candidate.entry.type == "PROTEST" and candidate.entry.pos == "V"
    return protest and scene.grammar.lemma(candidate.token) == "call"


def _end_of_it(candidate: Candidate, scene: Scene) -> bool:
    """ "Must withdraw for the conflict to end", "the fighting will end only then": an end that is
    yet to come is no fight."""
    p, g = scene.parsed, scene.grammar
    verb = candidate.happening
    if candidate.entry.type != "ASSAULT" or verb is None or g.lemma(verb) not in _STOPPING:
        return False
    if g.rel(candidate.token) != "nsubj":
        return False  # "is to end the fighting": there is fighting
    words = {g.lemma(c) for c in p.children[verb] if g.rel(c) in ("aux", "mark")}
    return not words.isdisjoint(_TO_COME)  # not "the killings must stop", which is asked for


def _only_called(candidate: Candidate, scene: Scene) -> bool:
    """ "A deal, perceived by many as a surrender", "denounced the raid as an attack on us": what
    something is called is told beside it, and is no act of its own."""
    g, noun = scene.grammar, candidate.token
    plain = candidate.entry.pos == "N" and candidate.verb == noun and "as" in g.case(noun)
    return plain and g.lemma(scene.parsed.heads[noun]) in _CALLING


def _fought_for(
    candidate: Candidate, scene: Scene, by_token: Mapping[int, Candidate]
) -> int | None:
    """ "Fights in a bid to topple the president": what a fight is for is no act of its own."""
    above = (by_token.get(high) for _, high in scene.grammar.up(candidate.verb))
    return next((c.token for c in above if c is not None and c.entry.type == "ASSAULT"), None)


def _denied(verb: int, scene: Scene) -> bool:
    """ "Denied that troops would be sent": its own auxiliary does not make it a plan."""
    g, p = scene.grammar, scene.parsed
    chain = [verb, p.heads[verb]] if g.rel(verb) == "xcomp" else [verb]
    return any(
        g.rel(t) == "ccomp" and embedding().get((g.lemma(p.heads[t]), "ccomp")) == "denied"
        for t in chain
    )


def _ended(candidate: Candidate, scene: Scene) -> bool:
    """ "Must stop the violence": what is to be ended goes on, whatever comes of the ending."""
    g, p, noun = scene.grammar, scene.parsed, candidate.token
    if candidate.entry.type != "ASSAULT" or candidate.entry.pos != "N" or g.rel(noun) != "obj":
        return False
    goes_on = scene.has(noun, classes()["two_sided"] | classes()["disorder"])
    return goes_on and g.lemma(p.heads[noun]) in _STOPPING and definite(noun, scene)


def _effect(candidate: Candidate, scene: Scene, out: Standing) -> None:
    """Light verbs that plan, avert or go on; the progressive."""
    g, p = scene.grammar, scene.parsed
    verbs: dict[str, Status] = {
        "plan": "planned",
        "avert": "denied",
        "seek": "hypothetical",
        "continue": "ongoing",
    }
    if candidate.effect in verbs:
        out.status = verbs[candidate.effect]
        if candidate.effect == "avert" and "to" in g.case(candidate.verb):
            out.status = "hypothetical"  # "to prevent unrest": what a measure is for
        out.why = f"{p.word(candidate.verb)!r}"
        return
    if candidate.effect == "given":
        return
    verb = candidate.verb
    words = [c for c in p.children[verb] if g.rel(c) == "aux"]
    present = p.xpos[verb] in ("VBZ", "VBP") or any(p.xpos[c] in ("VBZ", "VBP") for c in words)
    having = any(g.lemma(c) == "have" for c in words)
    deed = candidate.entry.type not in ABSORBING and candidate.entry.type not in PERFORMED
    if deed and present and not having and (day := start_ahead(verb, scene)) is not None:
        out.status = "planned"  # "Kenya is sending troops next week", "meets him on Friday"
        out.why = f"{p.word(day)!r} is to come"
    elif _day_after_day(verb, scene):
        out.status, out.why = "ongoing", "day after day"
    elif p.xpos[verb] == "VBG" and any(g.lemma(c) == "be" for c in words):
        if not any(p.xpos[c] == "VBD" for c in words):
            out.status, out.why = "ongoing", "present progressive"
    elif any(p.word(c).lower() == "being" for c in words) and (
        (present and not having) or g.lemma(verb) == "hold"
    ):  # "is being opposed", "was being held"
        out.status, out.why = "ongoing", "progressive"
    elif present and not having and candidate.happening and g.lemma(verb) in _LASTING:
        out.status, out.why = "ongoing", f"{p.word(verb)!r}"  # "fighting goes on"
    elif g.lemma(p.heads[verb]) in ("continue", "keep") and g.rel(verb) == "xcomp":
        out.status, out.why = "ongoing", "continues"
    elif candidate.entry.type == "CONSULT" and said_of_it(verb, scene):
        return  # "it is his second visit"
    elif any(g.rel(c) == "cop" and p.xpos[c] in ("VBP", "VBZ") for c in p.children[verb]):
        out.status, out.why = "ongoing", "present state"
    elif present and having and any(g.rel(c) == "cop" for c in p.children[verb]) and g.case(verb):
        out.status, out.why = "ongoing", "present state"  # "have been at war since May"
    elif present and not having and _stands(candidate, scene):
        out.status, out.why = "ongoing", "present tense"


def _stands(candidate: Candidate, scene: Scene) -> bool:
    """ "Rebels forbid access to the town", "troops are stationed in Togo": what the story's own
    sentences tell of a deed in the present tense goes on. A headline tells of what is done so."""
    g, p, verb = scene.grammar, scene.parsed, candidate.verb
    deed = candidate.entry.pos == "V" and candidate.entry.type in _DEEDS
    sentence = p.sentences[p.sentence_of[verb]]
    told = sentence.segment.kind == "body" and p.word(sentence.end - 1) in _STOPS
    if not deed or not told or scene.opening == p.sentence_of[verb]:
        return False
    if any(g.rel(low) == "advcl" for low, _ in g.up(verb)):
        return False  # "is freed when Togo seizes a ship"
    if p.xpos[verb] in ("VBZ", "VBP"):
        word = p.word(verb).lower()
        return word == g.lemma(verb) or word.endswith("s")  # not "retook", whatever its tag
    return g.passive(verb) and (g.lemma(verb) in _HELD or g.lemma(verb) in _POSTED)


def _day_after_day(verb: int, scene: Scene) -> bool:
    """ "Fought for a third day", "entered a third week of talks", "have been held since May", "have
    been based there for years"."""
    g, p = scene.grammar, scene.parsed
    entered = p.children[verb] if g.lemma(verb) == "enter" else []
    spans = [*g.preps(verb, "for"), *entered]
    if any(g.lemma(t) in _PERIODS and _nth(t, scene) for t in spans):
        return True
    since = bool(g.preps(verb, "since")) or any(g.lemma(t) in _PERIODS for t in spans)
    perfect = any(g.lemma(c) == "have" and p.xpos[c] in ("VBZ", "VBP") for c in p.children[verb])
    return since and perfect and g.lemma(verb) in _HELD | _POSTED


def _nth(noun: int, scene: Scene) -> bool:
    p = scene.parsed
    return any(_NTH.fullmatch(p.word(c)) for c in p.children[noun])
