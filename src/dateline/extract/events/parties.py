"""Who acts and on whom: who acts here, whom it reaches in `reached.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.extract.events.about import culprits, leaders, perpetrators
from dateline.extract.events.grounds import host
from dateline.extract.events.match import Candidate
from dateline.extract.events.nearby import own_force
from dateline.extract.events.ontology import ontology
from dateline.extract.events.reached import BEFALLING, DEMANDS, Reached
from dateline.extract.events.scene import Scene
from dateline.extract.events.slots import Slots
from dateline.extract.events.supplied import (
    ascribed,
    attending_side,
    captors,
    deniers,
    holders,
    involved,
    jailers,
    marchers,
    meeting,
    police_there,
    present,
    saying_it,
    speaking_side,
    visitors,
)
from dateline.extract.events.turned import turned

_SHARED = frozenset(["CONSULT", "COOPERATE", "ASSAULT"])
"""What "involves" those who do it."""
_ARMED = frozenset(["MIL", "REB", "UAF", "PRM", "COP"])
_BY_THE_LAND = frozenset(["arrest", "convict", "expel", "deport"])
"""What the state does where, or from where, it is done."""
_ENDING = frozenset(["RETREAT", "CONCEDE"])
_CLAUSES = frozenset(["advcl", "acl", "xcomp", "ccomp", "parataxis"])
_BANNERS = frozenset(["protest", "anger", "opposition", "defiance"])
_AGAINST = ("at", "against", "over", "to")
_SUMMONING = frozenset(["summon", "recall", "call"])
_OWNING = frozenset(["state", "organisation", "armed_group"])
"""Kinds of those who have troops."""
_RESIGN = "resign"
_OUSTER = frozenset(
    [
        *("dismissal", "ouster", "removal", "impeachment", "sacking", "overthrow", "downfall"),
        *("departure", "exit"),
    ]
)
"""What is called for of somebody who is to go."""
_DEEP = 3
"""Clauses within clauses that are looked into for what a protest demands."""


class Parties:
    """Resolves the sides of events to ids of actors."""

    def __init__(self, scene: Scene, by_token: Mapping[int, Candidate]) -> None:
        self.scene = scene
        self.by_token = by_token
        self.slots = Slots(scene, by_token)
        self.reached = Reached(scene, by_token, self.slots)

    def of(self, candidate: Candidate) -> tuple[list[str], list[str]]:
        """(actors, recipients) of an event, as its entry says."""
        entry = candidate.entry
        actors = self._doers(candidate)
        recipients = self.reached.by(candidate, actors)
        if entry.type == "PROTEST":
            recipients = self._told_to_go(candidate) or recipients or self._demanded_of(candidate)
        if entry.type == "CONSULT":
            actors, recipients = self._met(candidate, actors, recipients)
        if not actors and entry.pos == "V" and entry.type == "AID":
            actors = [a for a in self._donors(candidate) if a not in recipients]
        if not actors and entry.pos == "V" and entry.type in _ENDING:
            actors = [a for a in self._whose(candidate) if a not in recipients]
        actors, recipients = turned(candidate, actors, recipients, self.slots)
        if ontology()[entry.type].quad == 4:
            # Whose "its" was read wrongly: a news agency does not fight.
            known = self.scene.found.actor_by_id
            actors = [a for a in actors if known[a].kind != "media"]
        return actors, recipients

    def _doers(self, candidate: Candidate) -> list[str]:
        """Who acts."""
        entry, scene = candidate.entry, self.scene
        actors = self._not_oneself(candidate, self.slots.side(entry.actors, candidate))
        if not actors and entry.pos == "N":
            actors = self.slots.named(ascribed(candidate, scene), candidate.verb)
        if ontology()[entry.type].quad == 4 and (not actors or entry.pos == "V"):
            denied = self.slots.named(deniers(candidate, scene), candidate.verb)
            actors = self._for_whom(denied) or actors
        if not actors and entry.pos == "N":
            actors = self._for_envoys(candidate, culprits(candidate, self.slots))
        if not actors and entry.pos == "N" and entry.type in DEMANDS:
            actors = self.slots.named(saying_it(candidate, scene), candidate.verb)
        if not actors and entry.pos == "N" and entry.type in _SHARED:
            actors = self.slots.named(involved(candidate, scene), candidate.verb)
        if not actors and entry.pos == "N" and entry.type == "CONSULT":
            actors = [] if candidate.light is not None else meeting(candidate, scene)
        if not actors and entry.pos == "N" and entry.type == "PROTEST":
            crowd = [*marchers(candidate, scene), *involved(candidate, scene)]
            crowd += scene.grammar.preps(candidate.token, "from")
            actors = self.slots.named(crowd, candidate.verb)
        if not actors and entry.pos == "N" and entry.type in BEFALLING:
            actors = perpetrators(candidate, self.slots)
        if entry.pos == "N" and entry.type == "ASSAULT" and len(actors) == 1:
            actors = [*self._other_side(candidate, actors[0]), *actors]
        if entry.type == "COOPERATE" and len(actors) == 1:
            actors = [*actors, *(a for a in self._shares_with(candidate) if a not in actors)]
        if not actors and own_force(candidate):
            # "Kenyan soldiers were deployed", "a plan on sending Kenyan soldiers": whoever sends
            # them, they are who is there.
            actors = self._owner(candidate) or self.slots.slot("obj", candidate)
        if not actors and entry.mode == "release":
            actors = jailers(candidate, scene)
        if not actors and entry.mode == "torture":
            actors = captors(candidate, scene)
        if not actors and entry.mode in _BY_THE_LAND:
            actors = holders(candidate, scene) or police_there(candidate, scene)
        # Not "drew criticism": the subject is whom it reaches, whatever "criticism" alone says.
        acts = "subj" not in entry.recipients.slots
        words = entry.pos == "V" and not ontology()[entry.type].happens_somewhere
        said = acts and words and candidate.token in scene.told_by
        if not actors and said and not scene.grammar.passive(candidate.token):
            # "X, a UN rapporteur, alleged": who says it is known, however the clause was read.
            actors = [scene.told_by[candidate.token]]
        if not actors and acts and (act := self._upon(candidate)) is not None:
            actors = self._doers(act)
        if not actors and entry.pos == "V" and entry.type == "COERCE":
            actors = self._through(candidate)
        if not actors and entry.pos == "V" and ontology()[entry.type].quad == 4:
            actors = self._shared_agent(candidate)
        return actors

    def _for_envoys(self, candidate: Candidate, actors: list[str]) -> list[str]:
        """ "Summoned the Kenyan envoy over the shelling": of what his land has done."""
        above = (high for _, high in self.scene.grammar.up(candidate.token))
        summoned = any(self.scene.grammar.lemma(high) in _SUMMONING for high in above)
        return self._for_whom(actors) if summoned else actors

    def _for_whom(self, deniers: list[str]) -> list[str]:
        """ "Kenyan officials denied the attack": that of the state for which they speak."""
        known = self.scene.found.actor_by_id
        out = []
        for actor in (known[a] for a in deniers):
            speak = actor.kind in ("person", "population") and "MIL" not in actor.sectors
            states = self.scene.states if speak and "GOV" in actor.sectors else {}
            out.append(states.get(actor.land, actor.id) if actor.land else actor.id)
        return out

    def _owner(self, candidate: Candidate) -> list[str]:
        """ "Kenya has 900 troops stationed in Togo": whose they are."""
        p, g = self.scene.parsed, self.scene.grammar
        over = p.heads[p.heads[candidate.token]]
        if g.rel(candidate.token) != "acl" or g.lemma(over) != "have":
            return []
        known = self.scene.found.actor_by_id
        owners = self.slots.named(g.subjects(over), over)
        return [a for a in owners if known[a].kind in _OWNING]

    def _shared_agent(self, candidate: Candidate) -> list[str]:
        """ "Two men were shot and a school burned down by rebels": the agent behind the last of
        several passives for harm of one type has done all of it."""
        p, g, verb = self.scene.parsed, self.scene.grammar, candidate.verb
        if not g.passive(verb) or g.preps(verb, "by"):
            return []
        for c in (c for c in p.children[verb] if p.deprels[c] == "conj" and g.passive(c)):
            act = self.by_token.get(c)
            if act is not None and act.entry.type == candidate.entry.type and g.preps(c, "by"):
                return self._doers(act)
        return []

    def _through(self, candidate: Candidate) -> list[str]:
        """ "Launched an offensive that captured Lome": who did what is said to do it."""
        deeds = (self.by_token.get(t) for t in self.scene.grammar.subjects(candidate.token))
        return [a for c in deeds if c is not None and c.entry.pos == "N" for a in self._doers(c)]

    def _shares_with(self, candidate: Candidate) -> list[str]:
        """ "Shares intelligence on rebels with Kenya", "gave aid in coordination with Kenya": the
        partner may hang on what is shared, or be who acts."""
        g, p = self.scene.grammar, self.scene.parsed
        if candidate.entry.pos == "N":
            together = g.rel(candidate.token) == "obl" and "in" in g.case(candidate.token)
            doers = g.subjects(p.heads[candidate.token]) if together else []
            return self.slots.named(doers, candidate.verb)
        objects = g.objects(candidate.token)
        below = [c for o in objects for c in (o, *p.children[o]) if g.rel(c) in ("obj", "nmod")]
        return self.slots.named([t for c in below for t in g.preps(c, "with")], candidate.verb)

    def _other_side(self, candidate: Candidate, side: str) -> list[str]:
        """ "Retook the town after fighting with rebels": who fought with the one side named."""
        foes = [a for slot in ("with", "against") for a in self.slots.slot(slot, candidate)]
        if foes != [side]:
            return []
        other = attending_side(candidate, side, self.scene, self.by_token)
        known = self.scene.found.actor_by_id
        armed = [a for a in other if known[a].kind == "state" or _ARMED & set(known[a].sectors)]
        # "Those killed in the fighting with Kenya": the state that the story says it fights.
        land = known[side].land
        return armed or (self.scene.rivals(land)[:1] if land else [])

    def _upon(self, candidate: Candidate) -> Candidate | None:
        """ "A protest calling for his removal": the act that a participle tells more of."""
        p, token = self.scene.parsed, candidate.token
        if p.deprels[token] != "acl" or p.xpos[token] != "VBG":
            return None
        head = p.heads[token]
        act = self.by_token.get(head)
        noun = act is not None and act.token == head and p.xpos[head] != "VBG"
        return act if noun else None

    def _whose(self, candidate: Candidate) -> list[str]:
        """ "UN sanctions on Kenya were lifted": nobody is told to lift them but those whose they
        are."""
        g = self.scene.grammar
        if not g.passive(candidate.token):
            return []
        nouns = g.objects(candidate.token)
        own = [t for n in nouns for slot in ("poss", "mod") for t in self.slots.tokens(slot, n)]
        return self.slots.named(own, candidate.verb)

    def _donors(self, candidate: Candidate) -> list[str]:
        """ "Tanks donated by Kenya were handed over": who has given what is delivered."""
        p, g = self.scene.parsed, self.scene.grammar
        given = [c for o in g.objects(candidate.token) for c in p.children[o] if g.rel(c) == "acl"]
        by = [t for c in given if g.passive(c) for t in g.preps(c, "by")]
        return self.slots.named(by, candidate.verb)

    def _met(
        self, candidate: Candidate, actors: list[str], recipients: list[str]
    ) -> tuple[list[str], list[str]]:
        """Of talks, all who are there; of a visit, the visitor and the host."""
        entry, scene = candidate.entry, self.scene
        known = scene.found.actor_by_id
        if entry.pos == "N" and not actors:
            actors = present(candidate, scene)
            recipients = [r for r in recipients if r not in actors]
        if entry.mode == "visit" and entry.pos == "N" and not actors:
            recipients = [r for r in recipients if known[r].kind != "population"]
            hosts = recipients or host(candidate, [], scene)
            lands = {known[a].land for a in hosts} - {None}
            there = visitors(candidate, scene, self.by_token)
            actors = [a for a in there if known[a].land not in lands and a not in hosts]
            recipients = [r for r in recipients if r not in actors]
        if entry.mode == "visit" and not recipients:
            recipients = host(candidate, actors, scene)
        if leading := leaders(candidate, self.slots):
            # "Talks under the Group, led by Kenya": who leads them acts, the Group is their roof.
            landed = any(known[a].land for a in leading)
            roof = self.slots.slot("under", candidate) if landed else []
            actors = [a for a in actors if a in leading or a not in roof] or leading
        if entry.pos == "N" and len(actors) == 1 and self._held_in(candidate, actors[0]):
            actors = []
        several = len(actors) > 1 and set(actors) <= set(self.slots.slot("with", candidate))
        if entry.pos == "N" and (several or len(actors) == 1):
            also = attending_side(candidate, actors[0], scene, self.by_token)
            also = also or ([] if several else speaking_side(candidate, actors[0], scene))
            actors = [*(a for a in also if a not in actors), *actors]
        return actors, recipients

    def _held_in(self, candidate: Candidate, actor: str) -> bool:
        """ "The Hong Kong meeting": the name of a land before the noun, alone, says where."""
        p = self.scene.parsed
        before = [c for c in p.children[candidate.token] if p.deprels[c] in ("compound", "nmod")]
        names = [a for c in before if c < candidate.token for a in self.scene.mentioned(c)]
        return any(a.id == actor and a.kind == "state" for a in names)

    def _not_oneself(self, candidate: Candidate, actors: list[str]) -> list[str]:
        """ "Accusing him": whom a pronoun names that is not reflexive is not who acts; where the
        tree says so, the clause hangs wrong, and the subject of one above it acts."""
        p, g = self.scene.parsed, self.scene.grammar
        if (
            candidate.entry.pos != "V"
            or g.rel(candidate.token) != "advcl"
            or g.case(candidate.token)
        ):
            return actors
        objects = [t for t in g.objects(candidate.token) if t > candidate.token]
        pronouns = [t for t in objects if p.xpos[t] == "PRP" and not g.reflexive(t)]
        named = {a for t in pronouns for a in self.scene.actors(t)}
        if not actors or not set(actors) <= named:
            return actors
        above = (self.slots.named(g.subjects(high), high) for _, high in g.up(candidate.token))
        return next((found for found in above if found and named.isdisjoint(found)), [])

    def subjects(self, candidate: Candidate) -> list[str]:
        """The actors that the subject names."""
        return self.slots.named(self.scene.grammar.subjects(candidate.verb), candidate.verb)

    def whose_mind(self, candidate: Candidate) -> list[str]:
        """ "Kenya has no intention of meeting them": whose the intention is."""
        p, g = self.scene.parsed, self.scene.grammar
        noun = p.heads[candidate.verb]
        verb = p.heads[noun]
        if g.rel(candidate.verb) != "acl" or g.rel(noun) != "obj":
            return []
        return self.slots.named(g.subjects(verb), verb)

    def _demanded_of(self, candidate: Candidate) -> list[str]:
        """ "Blocked roads demanding that the president resign", "a rally calling for it": whom the
        words of a protest are for is whom it is against."""
        g = self.scene.grammar
        # "Marched in protest at the government's plan".
        banners = [n for n in g.preps(candidate.token, "in") if g.lemma(n) in _BANNERS]
        ends = [t for n in banners for case in _AGAINST for t in g.preps(n, case)]
        whose = [t for n in ends for t in (n, *self.slots.tokens("poss", n), *g.preps(n, "by"))]
        if against := self.slots.named(whose, candidate.verb):
            return against
        for inner in self._demands(candidate):
            if found := self.subjects(inner) if inner.entry.pos == "M" else self.of(inner)[1]:
                return found
        return []

    def _told_to_go(self, candidate: Candidate) -> list[str]:
        """ "Marched on parliament calling for the premier to resign", "demanding his dismissal":
        whoever is to go is whom a protest is against, wherever it is held."""
        g, p = self.scene.grammar, self.scene.parsed
        for inner in self._demands(candidate):
            token = inner.token
            words = [*g.complements(token), *g.objects(token), *g.preps(token, "for")]
            for word in words:
                going = self.by_token.get(word)
                if going is not None and going.entry.mode == _RESIGN:
                    return self.of(going)[0] or self.of(inner)[1]
                if g.lemma(word) in _OUSTER:
                    whose = [c for c in p.children[word] if p.deprels[c] == "nmod:poss"]
                    return self.slots.named([*whose, *g.preps(word, "of")], candidate.verb)
        return []

    def _demands(self, candidate: Candidate) -> Iterator[Candidate]:
        """The words in the clauses under a protest that say what it is for."""
        p, g = self.scene.parsed, self.scene.grammar
        level = [candidate.token, *([candidate.verb] if candidate.verb != candidate.token else [])]
        for _ in range(_DEEP):
            level = [c for t in level for c in p.children[t] if g.rel(c) in _CLAUSES]
            for word in (w for c in level for w in (c, *g.objects(c))):
                inner = self.by_token.get(word)
                if inner is not None and inner is not candidate and inner.entry.type in DEMANDS:
                    yield inner
