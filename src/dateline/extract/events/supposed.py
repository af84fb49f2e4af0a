"""What a clause only supposes: questions, conditions, what any one would do, what is yet to be."""

from __future__ import annotations

from dateline.extract.events.grounds import LEAVING
from dateline.extract.events.match import Candidate
from dateline.extract.events.mood import first_of, inverted, is_kind
from dateline.extract.events.ontology import VERBAL
from dateline.extract.events.pointing import definite, indefinite
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import embedding
from dateline.record.claims import Status

_IF = frozenset(["if", "unless"])
_PRESENT = frozenset(["VB", "VBP", "VBZ"])
_OCCASIONS = frozenset(["during", "at", "in", "before"])
_AFTER = frozenset(["following", "after"])
_TOWARDS = frozenset(["to", "into", "in"])
"""Before what something leads to, turns into or results in."""
_ABOUT = frozenset(["of", "to", "for"])
"""Behind a noun and before what it is about: "the answer to such an attack"."""
_SETTING_OUT = LEAVING | {"head"}
_AGENDA = frozenset(
    [
        *("discuss", "cover", "focus", "address", "tackle", "review", "consider", "examine"),
        *("debate", "concentrate", "centre", "center", "deal", "seek", "settle", "start", "begin"),
    ]
)
"""What talks do while they are held; what they lead to they may lead to already."""
_WHY = frozenset(["why", "how", "when", "where"])
"""Before "did", of what has been done."""
_ASKING = frozenset(["WRB", "WP", "WDT"])
_LAWS = frozenset(["law", "constitution", "statute", "charter", "rule", "regulation", "code"])
_AHEAD = "ahead"
"""What somebody does ahead of talks he does before they are held."""


def supposed(candidate: Candidate, scene: Scene) -> tuple[Status, str] | None:
    """The status of what nothing says came about, and why; None where it is told as done."""
    if _for_to(candidate.verb, scene):
        return "hypothetical", "what something is for"
    if _needed(candidate, scene):
        return "called_for", "what is needed"
    if _asked(candidate, scene):
        return "hypothetical", "in a question"
    if _will_be(candidate, scene):
        return "planned", "what will be"
    if _may_come(candidate, scene):
        return "hypothetical", "what may come"
    if candidate.entry.type not in VERBAL and _then(candidate.verb, scene):
        return "hypothetical", "on a condition"
    if _by_the_time(candidate.verb, scene):
        return "planned", "by when something is to come"
    if _occasion_to_come(candidate, scene):
        return "planned", "on that occasion something is to come"
    if _talks_to_come(candidate, scene):
        return "planned", "what these talks are still to do"
    if _set_out(candidate, scene):
        return "planned", "what somebody sets out for"
    return None


def moot(candidate: Candidate, scene: Scene) -> str | None:
    """Why nothing says that it came about or may: a condition by its order, or what any one is."""
    if inverted(candidate.verb, scene):
        return "what would have been"
    if _rule(candidate, scene):
        return "what a law says"
    return "'any'" if _any(candidate, scene) else None


def _rule(candidate: Candidate, scene: Scene) -> bool:
    """ "Kenyan law bars convicts from office": a rule, and nothing done by it."""
    g, p, verb = scene.grammar, scene.parsed, candidate.verb
    present = p.xpos[verb] in ("VBZ", "VBP") and candidate.entry.pos == "V"
    own = [c for c in p.children[verb] if p.deprels[c] == "nsubj"]
    return present and any(g.lemma(c) in _LAWS for c in own)


def _for_to(verb: int, scene: Scene) -> bool:
    """ "It is time for Kenya to withdraw": a clause of its own that nothing says came about."""
    g, p = scene.grammar, scene.parsed
    for t in (verb, *first_of(verb, scene)):
        marks = {g.lemma(c) for c in p.children[t] if p.deprels[c] == "mark"}
        if p.xpos[t] == "VB" and {"for", "to"} <= marks:
            return True
    return False


def _asked(candidate: Candidate, scene: Scene) -> bool:
    """Whether the sentence asks for it; "how did the war start?" knows that there was one, "why did
    Kenya go to war?" that it did."""
    p, g = scene.parsed, scene.grammar
    sentence = p.sentences[p.sentence_of[candidate.token]]
    known = candidate.entry.pos == "N" and g.rel(candidate.token) == "nsubj"
    if known and p.xpos[sentence.start] in _ASKING and definite(candidate.token, scene):
        return False
    if p.word(sentence.start).lower() in _WHY and p.word(sentence.start + 1).lower() == "did":
        return False
    last = range(max(sentence.start, sentence.end - 3), sentence.end)
    return any(p.word(t) == "?" for t in last)


def _needed(candidate: Candidate, scene: Scene) -> bool:
    """ "The talks that need to take place", "an attack that must come": not yet."""
    g, p = scene.grammar, scene.parsed
    if candidate.entry.pos != "N":
        return False
    clauses = [c for c in p.children[candidate.token] if p.deprels[c] == "acl:relcl"]
    return any(
        (g.lemma(c) == "need" and any(g.rel(x) == "xcomp" for x in p.children[c]))
        or (any(is_kind(g.lemma(x), "must") for x in p.children[c]) and not g.objects(c))
        for c in clauses
    )


def _any(candidate: Candidate, scene: Scene) -> bool:
    """ "Any attack would be a crime", "any troops that we send": none is told of."""
    g, p = scene.grammar, scene.parsed
    noun = candidate.token
    if p.deprels[candidate.verb] == "acl:relcl" and p.xpos[candidate.verb] in _PRESENT:
        noun = p.heads[candidate.verb]
    elif candidate.entry.pos != "N":
        return False
    below = p.children[noun]
    told = [c for c in below if g.rel(c) not in ("det", "amod", "punct")]
    # "Denounces all attacks", not "all attacks on Kara".
    every = {"any"} if told else {"any", "all"}
    return any(g.lemma(c) in every and g.rel(c) == "det" for c in below)


def _then(verb: int, scene: Scene) -> bool:
    """ "If Kenya sends troops, Togo closes the border": what the present tense ties to a clause
    with "if" is no more real than that."""
    g, p = scene.grammar, scene.parsed
    if p.xpos[verb] not in _PRESENT:
        return False
    for clause in p.children[verb]:
        if g.rel(clause) != "advcl":
            continue
        below = {g.lemma(c) for c in p.children[clause] if g.rel(c) in ("mark", "advmod")}
        if below & _IF and "even" not in below:
            return True
    return False


def _will_be(candidate: Candidate, scene: Scene) -> bool:
    """ "The meeting will be a critical step": talks of which one says what they will be."""
    g, p, noun = scene.grammar, scene.parsed, candidate.token
    if candidate.entry.type != "CONSULT" or candidate.verb != noun or g.rel(noun) != "nsubj":
        return False
    below = p.children[p.heads[noun]]
    future = any(is_kind(p.word(c).lower(), "future") for c in below if g.rel(c) == "aux")
    return future and any(g.rel(c) == "cop" for c in below)


def _may_come(candidate: Candidate, scene: Scene) -> bool:
    """ "Could lead to the beginning of talks", "an attack on Togo would be a mistake", "the answer
    to such an attack would be harsh": an event that is new to the reader is no more real than the
    verb that it comes under."""
    g, p, noun = scene.grammar, scene.parsed, candidate.token
    if candidate.entry.pos != "N" or candidate.verb != noun or definite(noun, scene):
        return False
    times = (t for c in p.children[noun] for t in scene.found.time_at.over(p.starts[c], p.ends[c]))
    if any(not scene.ahead(time) for _, time in times):
        return False  # "an attack last week could hurt the vote"
    while g.rel(noun) == "nmod" and _ABOUT & set(g.case(noun)):
        noun = p.heads[noun]
    leads = g.rel(noun) == "obl" and set(g.case(noun)) & _TOWARDS
    verb = p.heads[noun]
    if p.upos[verb] != "VERB" and g.rel(noun) == "obl":
        return False  # "could be relevant to an inquiry"
    if not leads and not (g.rel(noun) == "nsubj" and indefinite(candidate.token, scene)):
        return False
    words = {p.word(c).lower() for c in p.children[verb] if g.rel(c) == "aux"}
    return "have" not in words and any(is_kind(w, "may") or is_kind(w, "would") for w in words)


def _by_the_time(verb: int, scene: Scene) -> bool:
    """ "It will pass by the time the two meet": they have not met."""
    g, p = scene.grammar, scene.parsed
    time = p.heads[verb]
    told = p.deprels[verb] == "acl:relcl" and g.lemma(time) == "time"
    return told and "by" in g.case(time) and p.xpos[verb] in _PRESENT


def _occasion_to_come(candidate: Candidate, scene: Scene) -> bool:
    """ "Will raise it during talks with Togo", "met ahead of talks", "on the eve of a visit": they
    are still to be held."""
    g, p, noun = scene.grammar, scene.parsed, candidate.token
    if candidate.entry.type != "CONSULT" or candidate.entry.pos != "N":
        return False
    if g.rel(noun) == "nmod" and g.lemma(p.heads[noun]) == "eve":
        return True
    told = any(p.deprels[c] == "acl:relcl" and p.xpos[c] != "VB" for c in p.children[noun])
    if g.rel(noun) != "obl" or told:
        return False  # "in talks that have already begun"
    case = set(g.case(noun))
    if _AHEAD in case:
        return True
    verb = p.heads[noun]
    if "before" in case and p.xpos[verb] in _PRESENT:
        return True  # "the vote comes a week before talks"
    while g.rel(verb) == "xcomp":
        verb = p.heads[verb]  # "will seek to win support during talks"
    words = [c for c in p.children[verb] if g.rel(c) in ("aux", "mark")]
    ahead = any(is_kind(g.lemma(c), "future") for c in words)
    # "Is to be received following talks", "will speak after talks".
    ahead = ahead or {"is", "to"} <= {p.word(c).lower() for c in words}
    behind = bool(case & _AFTER) and not definite(noun, scene)
    return (bool(case & _OCCASIONS) or behind) and ahead


def _talks_to_come(candidate: Candidate, scene: Scene) -> bool:
    """ "The summit will discuss trade", "is expected to discuss it": talks of which it is told what
    they are to do are still to be held."""
    g, p, noun = scene.grammar, scene.parsed, candidate.token
    if candidate.entry.type != "CONSULT" or candidate.entry.pos != "N" or candidate.verb != noun:
        return False
    verb = p.heads[noun]
    if g.rel(noun) != "nsubj" or p.upos[verb] != "VERB":
        return False
    if g.passive(verb):
        taken = [c for c in p.children[verb] if g.rel(c) == "xcomp"]
        due = (c for c in taken if embedding().get((g.lemma(verb), g.rel(c))))
        return any(g.lemma(c) in _AGENDA for c in due)
    words = [p.word(c).lower() for c in p.children[verb] if g.rel(c) == "aux"]
    ahead = any(is_kind(w, kind) for w in words for kind in ("future", "would"))
    return ahead and "have" not in words and g.lemma(verb) in _AGENDA


def _set_out(candidate: Candidate, scene: Scene) -> bool:
    """ "Left for Lagos to hold talks", "left for a summit": they are held where he arrives."""
    g, p, verb = scene.grammar, scene.parsed, candidate.verb
    aim = g.rel(verb) in ("advcl", "xcomp") and "to" in g.case(verb)
    aim = aim or (g.rel(verb) == "obl" and verb == candidate.token and "for" in g.case(verb))
    return candidate.entry.type == "CONSULT" and aim and g.lemma(p.heads[verb]) in _SETTING_OUT
