"""The recipient that the entry does not foresee: the nearest actor below the trigger."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.ontology import ontology
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import circumstances

_TOWARDS = frozenset(
    ["to", "with", "against", "on", "for", "from", "toward", "towards", "at", "of"]
)
_AGAINST = _TOWARDS - {"with"}
_HOSTILE = frozenset(["ACCUSE", "PROTEST", "ASSAULT"])
"""Types in which whoever stands behind "with" is no target ("raised the raids with Togo")."""
_BYSTANDERS = frozenset(["media", "JRN", "BUS"])
_VIOLENT = frozenset(["ASSAULT", "COERCE"])
_BY_WORD = frozenset(["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "REQUEST"])
_ONE_WAY = frozenset(["ASSAULT", "AID"])
"""Types in which what stands behind "from" is whence it comes."""
_ABROAD = frozenset(["THREATEN", "MOBILIZE", "AID"])
"""Types in which one acts towards the state in whose land one does."""
_BESIDES = frozenset(["alongside", "besides", "including", "like"])
"""Prepositions that add to a noun what belongs to the same act."""
_GIVING_UP = frozenset(["RETREAT", "AGREE", "CONCEDE"])
_MADE = frozenset(["formation", "creation", "establishment"])
_MAKING = frozenset(["set", "form", "create", "establish", "join", "build", "found"])
_DRAWING = frozenset(["draw", "attract", "involve", "gather", "bring"])
_BEHIND = frozenset(["support", "favor", "favour", "solidarity", "honor", "honour", "memory"])
_SIGNS = frozenset(["hallmark", "trademark", "signature", "fingerprint", "behalf"])
"""What is of those who act, and not of those who are acted upon."""
_IN_VIEW = frozenset(["anticipation", "preparation", "expectation", "readiness", "view"])
_CARE = frozenset(["hospital", "clinic", "morgue", "safety"])
_BEHEST = frozenset(["request", "behest", "urging", "invitation", "initiative", "instigation"])
_PEACEKEEPING = "074"
PROMISES = frozenset(
    [
        *("readiness", "willingness", "desire", "intention", "commitment", "invitation", "offer"),
        *("hope", "interest", "wish", "promise", "pledge", "permission", "decision", "go-ahead"),
    ]
)
"""Nouns whose infinitive is what is promised."""
_NAMING = frozenset(["obj", "iobj", "obl", "nmod", "amod", "nsubj", "compound"])
_RELATIVE = frozenset(["who", "which", "that", "whose"])
_MAX_STEPS = 40


def nearby(
    candidate: Candidate, actors: list[str], scene: Scene, by_token: Mapping[int, Candidate]
) -> list[str]:
    """The nearest actor below the trigger that the rules did not ask for.

    Where the wording is one that the lexicon does not foresee, the actor that stands nearest
    in the tree, in the event's own clause, is more often its target than not.
    """
    search = _Search(candidate, actors, scene, by_token)
    level, steps = [candidate.token], 0
    while level and steps < _MAX_STEPS:
        below: list[int] = []
        for t in level:
            for c in scene.parsed.children[t]:
                steps += 1
                if search.leads_away(t, c):
                    continue
                if found := search.target(t, c):
                    return found
                below.append(c)
        level = below
    return []


class _Search:
    """What the way down from one trigger asks of each word."""

    def __init__(
        self,
        candidate: Candidate,
        actors: list[str],
        scene: Scene,
        by_token: Mapping[int, Candidate],
    ) -> None:
        entry, known = candidate.entry, scene.found.actor_by_id
        self.candidate, self.actors, self.scene, self.by_token = candidate, actors, scene, by_token
        self.subjects = set(scene.grammar.subjects(candidate.verb))
        # What one agrees that is so befalls nobody; what one agrees to do may.
        self.closed = ontology()[entry.type].happens_somewhere or entry.type == "AGREE"
        if entry.mode == "allege" and "comp.subj" in entry.recipients.slots:
            self.closed = True  # whom the clause accuses has been asked
        towards = _AGAINST if entry.type in _HOSTILE else _TOWARDS
        if entry.type in _ONE_WAY:
            towards = towards - {"from"}  # "fired from a drone", "was granted 5 million from"
        if entry.type == "MOBILIZE":
            towards = towards - {"with"}  # "reinforced the border with two battalions"
        self.towards = towards | _BESIDES
        self.beside = {"to", *circumstances()}
        self.aside = classes()["opposed"] | classes()["victimizing"]
        self.sent = entry.pos == "N" and entry.type == "MOBILIZE"
        self.armed = entry.mode in ("drone", "aerial", "heavy-weapons", "explosives")
        self.lands = {known[a].land for a in actors}
        self.abroad = entry.type in _ABROAD and None not in self.lands
        # Whoever a word of the trigger belongs to ("peacekeepers were deployed") is no target.
        p, at = scene.parsed, scene.found.actor_at
        words = [scene.counted(t) for t in candidate.words]
        held = [span for t in words for span, _ in at.over(p.starts[t], p.ends[t])]
        sentence = p.sentences[p.sentence_of[candidate.token]]
        here = at.over(p.starts[sentence.start], p.ends[sentence.end - 1])
        held += [span for span, a in here if a.id in actors]
        self.inside = {a.id for s, e in held for _, a in at.within(s, e)}

    def leads_away(self, t: int, c: int) -> bool:
        """Whether what stands below `c`, a child of `t`, is no part of the act."""
        g, p = self.scene.grammar, self.scene.parsed
        rel, case = g.rel(c), set(g.case(c))
        if c in self.subjects or rel in ("parataxis", "advcl", "conj", "advmod"):
            return True
        if "to" in case and g.lemma(c) in _CARE:
            return True  # "were rushed to hospital"
        if "at" in case and g.lemma(c) in _BEHEST:
            return True  # "was sacked at the request of the minister"
        if "according" in case or p.deprels[c] == "obl:agent" or (rel == "ccomp" and self.closed):
            return True
        if g.lemma(t) in _IN_VIEW:
            return True  # "declared an emergency in anticipation of the storm Dorian"
        if g.lemma(t) in _MADE and "of" in case:
            return True  # "called for the creation of a force": it is not there yet
        if g.lemma(t) in _SIGNS:
            return True  # "the attack bore the hallmarks of rebels": they are no target
        if rel == "acl":
            # "Lifted sanctions imposed on": what describes a word of the trigger counts; not "a
            # raid to free the hostages" or "denied reports that its troops attacked rebels".
            # "Voiced a desire to work with Kenya" is about what it is to do.
            promised = self.candidate.entry.type == "AGREE" and g.lemma(t) in PROMISES
            aim = self.beside & case and not promised
            apart = aim or t not in self.candidate.words
            return bool(apart) or self._others_tell(c)
        return self._ones_own(t, c, case) or self._circumstance(t, c, case)

    def _others_tell(self, clause: int) -> bool:
        """ "The strike, which locals blame on rebels": a clause with a subject of its own."""
        p = self.scene.parsed
        if p.deprels[clause] == "acl":
            return self.scene.grammar.own_subject(clause)
        subjects = (c for c in p.children[clause] if p.deprels[c].startswith("nsubj"))
        return any(p.word(c).lower() not in _RELATIVE for c in subjects)

    def _ones_own(self, t: int, c: int, case: set[str]) -> bool:
        """ "Withdrew its troops", "a withdrawal of its men", "laid down their arms"."""
        p, inner = self.scene.parsed, self.by_token.get(t)
        if p.deprels[c] in ("obj", "nsubj:pass") and inner is not None and own_force(inner):
            return True
        if t == self.candidate.token and self.sent and "of" in case:
            return True
        if self.candidate.entry.type not in _GIVING_UP:
            return False
        own = "of" in case and any(p.xpos[d] == "PRP$" for d in p.children[c])
        return own or p.xpos[c] == "PRP$"

    def _circumstance(self, t: int, c: int, case: set[str]) -> bool:
        entry, scene = self.candidate.entry, self.scene
        act = self.by_token.get(t)
        other = act is not None and act is not self.candidate and "subj" in act.entry.actors.slots
        if entry.type == "THREATEN" and other and scene.parsed.deprels[c] == "nsubj":
            return True  # "threatened that the group would march": it is to do it
        if entry.type == "PROTEST" and scene.grammar.lemma(t) in _DRAWING:
            return True  # "protests that drew thousands": they are who protests
        protest = scene.has(t, classes()["demo"]) and "against" in case
        if protest and entry.type != "PROTEST":
            return True  # "crushed protests against his rule": he does so, or is pleased
        if entry.type == "PROTEST" and scene.grammar.lemma(t) in _BEHIND:
            return True  # "rallied in support of the president"
        if t != self.candidate.token and scene.has(t, self.aside) and "of" in case:
            return True  # whose enemies they are, who was murdered
        if "at" in case and entry.type in _BY_WORD:
            return True  # "signed it at the palace": where, not with whom
        if "with" in case and scene.has(c, classes()["accompanying"]):
            return True  # "agreed on a truce with the mediation of Togo"
        if case & {"at", "to"} and any("JUD" in a.sectors for a in scene.mentioned(c)):
            return True  # "filed a petition at the court", "refers the crackdown to the court"
        if entry.type == "ACCUSE" and any(self._suffered(d, c) for d in scene.parsed.children[c]):
            return True  # "concern at reports of citizens being beaten": they are not blamed
        cause = self.by_token.get(c)
        if "for" in case and cause is not None and cause.entry.type in _VIOLENT:
            return True  # "retaliation for a strike on civilians": they are no target of it
        if self._within_reach(c, case):
            return False
        return not (self.abroad and "in" in case and self._hosts(c))

    def _suffered(self, clause: int, noun: int) -> bool:
        """Whether a clause on a noun tells of violence that befalls it."""
        act, g = self.by_token.get(clause), self.scene.grammar
        if act is None or act.entry.type not in _VIOLENT or g.rel(clause) not in ("acl", "advcl"):
            return False
        return g.passive(clause) and noun in g.objects(clause)

    def _within_reach(self, c: int, case: set[str]) -> bool:
        """Whether a word is an argument, an owner, or stands behind a word for "towards"."""
        p, rel = self.scene.parsed, self.scene.grammar.rel(c)
        if "in" in case and self.scene.has(c, classes()["aid"]):
            return True  # "20 million in aid to Togo"
        direct = rel in ("obj", "iobj", "amod", "compound", "xcomp", "ccomp", "acl")
        owner = p.deprels[c] in ("nmod:poss", "nsubj", "nsubj:pass")
        return bool(direct or owner or case & self.towards)

    def _hosts(self, c: int) -> list[str]:
        """ "Strengthened its forces in Kenya": in whose land is towards whom."""
        there = self.scene.mentioned(c, whole=True)
        if there:
            return [a.id for a in there if a.kind == "state" and a.land not in self.lands][:1]
        p, found = self.scene.parsed, self.scene.found
        places = [pl for _, pl in found.place_at.over(p.starts[c], p.ends[c])]
        if not places or places[0].country in self.lands:
            return []
        state = self.scene.state_at(places[0])
        return [] if state is None else [state]

    def target(self, t: int, c: int) -> list[str]:
        """The actor whom a word names, where that may be a target."""
        g, scene = self.scene.grammar, self.scene
        rel, case = g.rel(c), set(g.case(c))
        if self.abroad and "in" in case and (hosts := self._hosts(c)):
            return hosts
        if scene.parsed.deprels[c] == "obj" and g.lemma(t) in _MAKING:
            # "Agreed to set up a research body": it is made by it.
            self.inside |= {a.id for a in scene.mentioned(c)}
        if case & _BESIDES or rel not in _NAMING:
            return []
        # A word of the trigger itself ("peacekeepers were sent") is no target.
        if c in self.candidate.words or (self.armed and scene.has(c, classes()["weapon"])):
            return []
        for a in scene.mentioned(c, whole=True):
            aside = a.id in self.actors or a.id in self.inside
            if not aside and not _BYSTANDERS & {a.kind, *a.sectors}:
                return [a.id]
        return []


def own_force(candidate: Candidate) -> bool:
    """Whether what a verb takes as its object is a force of the actor's."""
    entry = candidate.entry
    sent = entry.type == "MOBILIZE" or entry.mode == "withdraw" or entry.cameo == _PEACEKEEPING
    return entry.pos == "V" and sent
