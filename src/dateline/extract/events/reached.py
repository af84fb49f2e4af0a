"""Whom an act reaches: by the slots of its entry, else by what it is about, else the nearest."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.events.about import (
    asked_for,
    befallen,
    called,
    of_doers,
    partners,
    same_side,
    suspects,
)
from dateline.extract.events.company import aboard, sufferers
from dateline.extract.events.grounds import aimed_at, backed, helped, host, struck, vacated
from dateline.extract.events.lexicon import classes
from dateline.extract.events.match import Candidate
from dateline.extract.events.mood import is_kind
from dateline.extract.events.nearby import nearby
from dateline.extract.events.ontology import PACT
from dateline.extract.events.scene import Scene
from dateline.extract.events.slots import Slots
from dateline.extract.events.supplied import answerers, authors, heedless

DEMANDS = frozenset(["REQUEST", "ACCUSE", "REJECT"])
"""Types of words that want something of somebody."""
BEFALLING = frozenset(["ASSAULT", "COERCE"])
"""Types of what befalls somebody."""
_ON_ACTS = frozenset(["ACCUSE", "REJECT", "SUPPORT", "AGREE", "PROTEST"])
_OF_ACTS = frozenset(["ACCUSE", "PROTEST", "SUPPORT"])
"""What is said or done for or against an act is for who did it, and not for whom it befell."""
_AT = ("on", "at", "against")
_COURSE = ("in", "during", "by")
_BODIES = frozenset(["state", "igo", "organisation"])
_DISMISSED = "160"
"""CAMEO of officials who lose their posts: one's own, and no diplomats."""
_BETWEEN_STATES = frozenset(["expel", "meet"])
"""Modes of what a state does with another's envoys and ministers."""
_MEETING_OFF = "125"
"""CAMEO of a meeting or visit that is refused or called off."""
_AIMED = frozenset(["AGREE", "REJECT", "THREATEN"])
"""Types of what one will do or not, on some ground."""
_IF = frozenset(["if", "unless", "until"])
_GROUNDS = frozenset(["suspicion", "charge", "allegation", "accusation", "count"])
"""On what somebody is arrested ("on suspicion of belonging to a group")."""
_REPORTS = frozenset(["report", "rumor", "rumour", "speculation"])
_PRESSURE = frozenset(["pressure"])
_LETTERS = frozenset(["letter", "message", "note", "appeal", "petition", "telegram", "cable"])


class Reached:
    """Resolves the recipients of events to ids of actors."""

    def __init__(self, scene: Scene, by_token: Mapping[int, Candidate], slots: Slots) -> None:
        self.scene = scene
        self.by_token = by_token
        self.slots = slots

    def by(self, candidate: Candidate, actors: list[str]) -> list[str]:
        """Whom the act reaches: by the entry, else by what it is about, else the nearest."""
        entry, scene, slots = candidate.entry, self.scene, self.slots
        found = [r for r in slots.side(entry.recipients, candidate) if r not in actors]
        if entry.type == "MOBILIZE":
            # "Deployed armed police in Lome": who is sent is sent at nobody by his own name.
            sent = {a.id for t in candidate.words for a in scene.mentioned(t)}
            found = [r for r in found if r not in sent]
        if not found and candidate.light is not None and slots.gets(candidate):
            found = slots.named(scene.grammar.subjects(candidate.light), candidate.light)
        if entry.type == "AGREE" and actors and not found:
            # "Agreed to lift the sanctions on Iran": with whom is not said, whom it befalls is.
            found = befallen(candidate, slots) or partners(candidate, slots)
        if entry.type == "AGREE" and found:
            bound = self._bound(candidate)
            found = [r for r in found if r not in bound]
        if entry.type == "AGREE":
            found = self._without_own(found, actors) or self._to_be_visited(candidate, actors)
        if not found and entry.mode == "investigate":
            found = [r for r in suspects(candidate, slots) if r not in actors]
        if not found and (entry.mode == "visit" or entry.cameo == _MEETING_OFF):
            found = host(candidate, actors, scene)
        attacks = entry.type == "REQUEST" and any(
            c in self.by_token and self.by_token[c].entry.type == "ASSAULT"
            for c in scene.grammar.complements(candidate.token)
        )  # "urged to attack Kenya": that is nobody who is asked
        # Who signs a pact is told, or nobody; two who agree do so with each other.
        alone = attacks or entry.cameo == PACT or (entry.type == "AGREE" and len(actors) > 1)
        # Of reports that one refutes nobody is refused who stands in them.
        objects = scene.grammar.objects(candidate.token) if entry.type == "REJECT" else []
        alone = alone or any(scene.has(o, _REPORTS) for o in objects)
        near = bool(entry.recipients.slots) or entry.type == "AGREE"
        if near and not (found or alone):
            found = nearby(candidate, actors, scene, self.by_token)
            labels = slots.named(slots.labels(candidate), candidate.verb)
            found = [r for r in found if r not in labels]
        found = self._without_sum(found, actors)
        if not found and entry.type in _ON_ACTS:
            found = slots.named(authors(candidate, scene), candidate.verb)
        if not found and entry.type == "ACCUSE":
            found = same_side(candidate, slots) or called(candidate, slots)
        found = [r for r in found if r not in actors]
        if entry.type in ("REQUEST", "AGREE"):
            asked = asked_for(candidate, slots)
            found = [r for r in found if r not in asked]
        if entry.type in _OF_ACTS:
            found = of_doers(candidate, slots, actors, found)
        if entry.type in BEFALLING:
            inside = slots.named(aboard(self._hit(candidate), scene), candidate.verb)
            found = list(dict.fromkeys([*inside, *found]))
        died = entry.pos == "N" or (
            scene.grammar.rel(candidate.token) == "advcl" and bool(self._hit(candidate))
        )  # "two died when rebels ambushed their convoy"
        if entry.type == "ASSAULT" and died and not found:
            found = slots.named(sufferers(candidate.token, scene), candidate.verb)
        if entry.type == "ASSAULT" and entry.pos == "V" and found:
            found = [*found, *(r for r in self._also_hit(candidate) if r not in found)]
        if entry.type in BEFALLING and not found:
            found = struck(candidate, actors, scene)
        between = entry.mode in _BETWEEN_STATES and entry.cameo != _DISMISSED
        if between or scene.grammar.lemma(candidate.token) == "summon":
            found = self._whose_envoy(candidate, actors, found)
        if entry.type == "AID" and not found:
            found = host(candidate, actors, scene) or helped(candidate, actors, scene)
        if entry.mode == "withdraw" and not found:
            found = vacated(candidate, actors, scene)
        if entry.type == "SUPPORT" and not found:
            found = backed(candidate, actors, scene)
        if entry.type in _AIMED and not found:
            found = aimed_at(candidate, actors, scene, self.by_token)
        if entry.type == "THREATEN" and not found:
            found = self._on_condition(candidate)
        if entry.type == "REJECT" and not found:
            found = self._in_spite_of(candidate)
        if entry.type in DEMANDS:
            found = slots.named(answerers(candidate, scene), candidate.verb) or found
        if entry.type in DEMANDS and not found:
            found = self._written_to(candidate)
            found = found or slots.named(heedless(candidate, scene), candidate.verb)
        if entry.type in ("AGREE", "REJECT"):
            return self._without_own(found, actors)
        return [r for r in found if r not in actors]

    def _bound(self, candidate: Candidate) -> list[str]:
        """ "Kenya and Togo agreed that Ghana should yield": what another must do, they agree on
        with each other."""
        p, g = self.scene.parsed, self.scene.grammar
        clauses = [c for c in g.complements(candidate.token) if p.deprels[c] == "ccomp"]
        due = [c for c in clauses if any(is_kind(g.lemma(t), "must") for t in p.children[c])]
        return self.slots.named([s for c in due for s in g.subjects(c)], candidate.verb)

    def _written_to(self, candidate: Candidate) -> list[str]:
        """ "In a letter to Kenya, Togo asked for": to whom it is said."""
        g, token = self.scene.grammar, candidate.token
        letters = [n for n in g.preps(token, "in") if self.scene.has(n, _LETTERS)]
        return self.slots.named([t for n in letters for t in g.preps(n, "to")], candidate.verb)

    def _on_condition(self, candidate: Candidate) -> list[str]:
        """ "Threatened to strike if the government does not yield": whose doing it hangs on."""
        p, g = self.scene.parsed, self.scene.grammar
        token = candidate.token
        heads = (token, *g.complements(token), *g.objects(token))
        clauses = [c for t in heads for c in p.children[t] if g.rel(c) in ("advcl", "acl")]
        tied = [c for c in clauses if any(g.lemma(m) in _IF for m in p.children[c])]
        return self.slots.named([s for c in tied for s in g.subjects(c)], candidate.verb)

    def _in_spite_of(self, candidate: Candidate) -> list[str]:
        """ "Refused to resign despite calls by Kenya": whose demand it is that somebody refuses."""
        calls = [
            n
            for n in self.scene.grammar.preps(candidate.token, "despite")
            if self.scene.has(n, classes()["demand"] | _PRESSURE)
        ]
        by = ("from", "by", "poss")
        own = [t for n in calls for slot in by for t in self.slots.tokens(slot, n)]
        return self.slots.named(own, candidate.verb)

    def _to_be_visited(self, candidate: Candidate, actors: list[str]) -> list[str]:
        """ "Plans to visit Nairobi": the host of the visit that a verb is about."""
        clauses = self.scene.grammar.complements(candidate.token)
        visits = [c for c in map(self.by_token.get, clauses) if c is not None]
        return next(
            (
                found
                for c in visits
                if c.entry.mode == "visit" and (found := host(c, actors, self.scene))
            ),
            [],
        )

    def _hit(self, candidate: Candidate) -> list[int]:
        """The nouns that an attack is told to hit."""
        g, token = self.scene.grammar, candidate.token
        nouns = [*g.objects(token), *(t for slot in _AT for t in g.preps(token, slot))]
        return [t for t in nouns if g.lemma(t) not in _GROUNDS]

    def _whose_envoy(self, candidate: Candidate, actors: list[str], found: list[str]) -> list[str]:
        """ "Cut ties with Kenya, expelling its envoy": no state does that to its own; the envoy is
        of the state named before."""
        p, g, scene = self.scene.parsed, self.scene.grammar, self.scene
        known, token = scene.found.actor_by_id, candidate.token
        objects = g.objects(token)
        nouns = [*objects, *scene.receivers(token), *(t for o in objects for t in g.preps(o, "by"))]
        lands = {known[a].land for a in actors} - {None}
        theirs = any(p.xpos[c] == "PRP$" for n in nouns for c in p.children[n])
        if not theirs or not found or not {known[r].land for r in found} <= lands:
            return found
        start = p.starts[p.sentences[p.sentence_of[token]].start]
        before = scene.found.actor_at.over(start, p.starts[token])
        states = [a.id for _, a in before if a.kind == "state" and a.land not in lands]
        return states[-1:]

    def _also_hit(self, candidate: Candidate) -> list[str]:
        """ "An attack on a UN camp killed five people", "five were killed in raids on Kenya": whose
        it is that was hit, where the verb tells who fell."""
        g, token, known = self.scene.grammar, candidate.token, self.scene.found.actor_by_id
        nouns = g.subjects(token) + [t for slot in _COURSE for t in g.preps(token, slot)]
        # "Killed in the fighting against Kenya": Kenya fights, and is not hit.
        deeds = [t for t in nouns if not self.scene.has(t, classes()["two_sided"])]
        acts = [self.by_token[t] for t in deeds if t in self.by_token]
        hit = [t for c in acts if c.entry.type == "ASSAULT" for t in self._hit(c)]
        owners = self.slots.named([*hit, *aboard(hit, self.scene)], candidate.verb)
        return [a for a in owners if known[a].kind in _BODIES]

    def _without_own(self, recipients: list[str], actors: list[str]) -> list[str]:
        """ "Agreed to pull its troops out", "pledged to cut Kenya's debt": one's own army, and the
        state that one governs, are none whom it befalls."""
        known = self.scene.found.actor_by_id
        own = {known[a].land for a in actors} - {None}
        ruled = {known[a].land for a in actors if "GOV" in known[a].sectors} - {None}
        return [
            r for r in recipients
            if r not in actors
            and not (known[r].land in own and "MIL" in known[r].sectors)
            and not (known[r].land in ruled and known[r].kind == "state")
        ]  # fmt: skip

    def _without_sum(self, recipients: list[str], actors: list[str]) -> list[str]:
        """ "Kenya and Ghana signed a pact on their border": the two together are no third party."""
        known = self.scene.found.actor_by_id
        names = {known[a].name for a in actors}
        sides = [r for r in recipients if not set(known[r].members or [""]) <= set(actors)]
        return [
            r for r in sides
            if known[r].kind != "population" or not set(known[r].name.split(" and ")) <= names
        ]  # fmt: skip
