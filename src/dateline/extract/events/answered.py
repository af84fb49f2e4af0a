"""Whose words or deeds somebody answers, where only what stands before tells: "Togo denied the
allegations", "condemned the attack"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set

from dateline.extract.events.draft import Draft, told_before
from dateline.extract.events.ontology import PACT
from dateline.extract.events.pointing import definite
from dateline.extract.events.scene import Scene
from dateline.extract.events.tables import takes_up
from dateline.record import Statement

_CHARGES = frozenset(["accusation", "allegation", "charge", "claim", "complaint", "criticism"])
_REMARKS = frozenset(["comment", "remark", "statement", "speech"])
_THAT = frozenset(["this", "that", "it"])
_ANSWERS = frozenset(["REJECT", "ACCUSE"])
_OF_OTHERS = frozenset(["allege", "investigate"])
_ON_DEEDS = frozenset(["ACCUSE", "SUPPORT", "REJECT"])
_MOVES = frozenset(["move", "decision", "step", "action", "act", "measure", "announcement"])
"""Nouns that take up any deed."""
_BEHIND = 2
"""Sentences behind a deed in which it is answered."""
_FAR = 40
"""Sentences behind the only deed of its kind in which that is answered."""
_RETURNS = frozenset(["release", "return", "freedom", "freeing", "liberation", "handover"])
_TAKEN = frozenset(["arrest", "abduct", "seize"])
"""Modes of what is undone by a release, or a return."""
_NEAR = 3
"""Sentences within which the words that are answered stand before the answer."""
_CLAUSES = frozenset(["acl", "acl:relcl"])
_OWNED = frozenset(["nmod:poss", "nmod", "acl", "acl:relcl", "amod", "compound"])


def name_the_answered(events: Sequence[Draft], scene: Scene) -> None:
    """Give denials and rebukes of known words, told without whose they are, him who said them, and
    praise and blame of a known deed those who did it.

    `events` are in the order of the text. Of charges it is who made them against the one that
    denies them; of remarks, who spoke last, another than the one that condemns them.
    """
    spoken = [s for s in scene.found.statements if s.speaker]
    spoken.sort(key=_start)
    starts = [_start(s) for s in spoken]
    told = {t: event for event in reversed(events) for t in event.known_by}
    for number, event in enumerate(events):
        noun = _known_words(event, scene)
        if noun is None:
            doers = _of_that_deed(event, told, scene) or _of_the_clause(event, told, scene)
            doers = doers or _doers(events, number, scene)
            if doers := doers or _holders(events, number, scene):
                event.recipients = doers
                event.why.append("whose deed it is, told before")
            continue
        charges = scene.grammar.lemma(noun) in _CHARGES or scene.parsed.upos[noun] == "PRON"
        whose = _accusers(event, events, number, scene) if charges else []
        # "Togo said it had won, a claim denied by Mali": what its own sentence says.
        beside = scene.parsed.heads[event.candidate.verb] == noun
        last = bisect_left(starts, scene.parsed.starts[event.token])
        for statement in reversed(spoken[max(0, last - _NEAR) : last]):
            speaker = statement.speaker
            if whose or speaker is None:
                break
            if not _near(scene.parsed.token_at(_start(statement)), event, scene):
                break
            about = not charges or beside or _tells_of(statement.content, event.actors, scene)
            if about and _other(speaker, event.actors, scene):
                whose = [speaker]
        if whose:
            event.recipients = whose
            event.why.append("whose words they are, told before")


def provoked(events: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The events without a bare "Togo retaliated" (against tariffs, perhaps) where the story tells
    of no blow."""
    g = scene.grammar
    back = [event for event in events if _hits_back(event, scene)]
    bare = {id(event) for event in back if not g.preps(event.token, "with")}
    struck = any(event.type == "ASSAULT" and id(event) not in bare for event in events)
    other = {event.candidate.verb for event in events if event.type != "ASSAULT"}
    return [e for e in events if (struck or id(e) not in bare) and not _told_how(e, other, scene)]


def _told_how(event: Draft, other: Set[int], scene: Scene) -> bool:
    """ "Retaliated by recalling its ambassador": how is told, and it was no blow. `other` are the
    verbs of acts that are none."""
    p, g = scene.parsed, scene.grammar
    if event.type != "ASSAULT" or g.lemma(event.token) != "retaliate":
        return False
    how = (c for c in p.children[event.token] if g.rel(c) == "advcl" and "by" in g.case(c))
    return any(verb in other for verb in how)


def _hits_back(event: Draft, scene: Scene) -> bool:
    """ "Togo retaliated": against whom it does not say."""
    bare = event.type == "ASSAULT" and not event.recipients
    return bare and scene.grammar.lemma(event.token) == "retaliate"


def _start(statement: Statement) -> int:
    return statement.content[0][0]


def _known_words(event: Draft, scene: Scene) -> int | None:
    """The noun of words already told ("the allegations", "these remarks") that an act of somebody
    is about, where nobody is said to have spoken them."""
    if event.type not in _ANSWERS or event.mode in _OF_OTHERS:
        return None  # "will look into the claims": of those whom they are about
    if event.recipients or not event.actors:
        return None
    p, g = scene.parsed, scene.grammar
    for noun in (*event.words, *g.objects(event.candidate.verb)):
        if event.type == "REJECT" and g.lemma(noun) in _THAT and p.upos[noun] == "PRON":
            return noun  # "Togo denies this"
        if noun == event.token or g.lemma(noun) not in _CHARGES | _REMARKS:
            continue
        verb = event.candidate.verb
        aside = p.heads[verb] == noun and p.deprels[verb] in _CLAUSES  # "a charge denied by Togo"
        owned = any(p.deprels[c] in _OWNED for c in p.children[noun] if not (aside and c == verb))
        return noun if (aside or definite(noun, scene)) and not owned else None
    return None


def _doers(events: Sequence[Draft], number: int, scene: Scene) -> list[str]:
    """ "Kenya shelled Togo. Ghana condemned the attack", "welcomed the decision": those who did the
    last deed told before that the noun may take up; of "Togo retaliated", those who struck it."""
    event, g = events[number], scene.grammar
    if _on_that_move(event, scene):
        here = (d for d in told_before(events, number, 0, scene) if _done(d))
        deed = next(here, None)
        return [a for a in deed.actors if _other(a, event.actors, scene)] if deed else []
    back = _hits_back(event, scene)
    noun = None if back else _known_deed(event, scene)
    if not event.actors or not (back or noun is not None):
        return []
    for deed in told_before(events, number, _BEHIND, scene):
        if back:
            ours = any(not _other(r, event.actors, scene) for r in deed.recipients)
            meant = deed.type == "ASSAULT" and ours
        else:
            meant = noun is not None and _takes_up(g.lemma(noun), deed, scene)
        if meant:
            return [a for a in deed.actors if _other(a, event.actors, scene)]
    if noun is None or g.lemma(noun) in _MOVES:
        return []
    far = told_before(events, number, _FAR, scene)
    doers = {tuple(d.actors) for d in far if _takes_up(g.lemma(noun), d, scene)}
    return [a for a in doers.pop() if _other(a, event.actors, scene)] if len(doers) == 1 else []


def _holders(events: Sequence[Draft], number: int, scene: Scene) -> list[str]:
    """ "Demanded the release of Roe", "the ship's return": those who are told to have taken it, or
    the only ones who have taken anything."""
    event, p, g = events[number], scene.parsed, scene.grammar
    if event.type != "REQUEST" or event.recipients or not event.actors:
        return []
    told = (*event.words, *g.objects(event.candidate.verb))
    nouns = [n for n in told if g.lemma(n) in _RETURNS]
    if not nouns:
        return []
    of = [c for c in p.children[nouns[0]] if p.deprels[c] in ("nmod", "nmod:poss")]
    whom = {a.id for c in of for a in scene.mentioned(c)}
    words = {g.lemma(c) for c in of}
    before = told_before(events, number, _FAR, scene)
    taken = [deed for deed in before if deed.mode in _TAKEN and deed.actors]
    for deed in taken:
        things = {g.lemma(t) for t in g.objects(deed.candidate.verb)}
        if whom & {*deed.recipients} or words & things:
            return [a for a in deed.actors if _other(a, event.actors, scene)]
    takers = {tuple(deed.actors) for deed in taken}
    return [a for a in takers.pop() if _other(a, event.actors, scene)] if len(takers) == 1 else []


def _on_that_move(event: Draft, scene: Scene) -> bool:
    """ "Kenya outlawed the group, a step that Togo welcomed", "a move condemned by Togo"."""
    p, verb = scene.parsed, event.candidate.verb
    aside = p.deprels[verb] in _CLAUSES
    on = event.type in _ON_DEEDS and event.mode not in _OF_OTHERS and not event.recipients
    return aside and on and bool(event.actors) and scene.grammar.lemma(p.heads[verb]) in _MOVES


def _of_that_deed(event: Draft, told: Mapping[int, Draft], scene: Scene) -> list[str]:
    """ "Rebels freed two men. Togo welcomed the release of the men": who did what the noun tells
    again."""
    if event.type not in _ON_DEEDS or event.mode in _OF_OTHERS or event.recipients:
        return []
    nouns = scene.grammar.objects(event.candidate.verb)
    deeds = [told[n] for n in nouns if n in told and told[n] is not event] if event.actors else []
    doers = next((d.actors for d in deeds if d.actors and _done(d)), [])
    return [a for a in doers if _other(a, event.actors, scene)]


def _of_the_clause(event: Draft, told: Mapping[int, Draft], scene: Scene) -> list[str]:
    """ "Refused to work with Ghana, accusing it of theft": whom the clause above befalls."""
    p, g, verb = scene.parsed, scene.grammar, event.candidate.verb
    objects = [p.word(t).lower() for t in g.objects(verb)]
    if event.type not in _ANSWERS or event.recipients or objects not in (["it"], ["them"]):
        return []
    over = told.get(p.heads[verb]) if g.rel(verb) == "advcl" else None
    return [r for r in over.recipients if r not in event.actors] if over is not None else []


def _known_deed(event: Draft, scene: Scene) -> int | None:
    """The one noun that praise or blame of somebody is about, where it is known and nobody's."""
    if event.type not in _ON_DEEDS or event.mode in _OF_OTHERS or event.recipients:
        return None
    p = scene.parsed
    nouns = [
        n
        for n in scene.grammar.objects(event.candidate.verb)
        if definite(n, scene) and not any(p.deprels[c] in _OWNED for c in p.children[n])
    ]
    return nouns[0] if len(nouns) == 1 else None


def _takes_up(lemma: str, deed: Draft, scene: Scene) -> bool:
    """Whether a noun may stand for a deed that is done, or meant ("welcomed the agreement")."""
    told = {*(scene.grammar.lemma(t) for t in deed.known_by), deed.mode, "*"}
    meant = lemma in _MOVES or bool(takes_up().get((lemma, deed.type), frozenset()) & told)
    return meant and _done(deed)


def _done(deed: Draft) -> bool:
    """Whether something is told to be done, or meant, and is more than words on others' deeds."""
    done = deed.type not in _ON_DEEDS or deed.cameo == PACT
    return done and deed.status in ("occurred", "ongoing", "planned")


def _accusers(event: Draft, events: Sequence[Draft], number: int, scene: Scene) -> list[str]:
    """Those who accuse the ones that deny it, in the last accusation before."""
    for before in reversed(events[max(0, number - 2 * _NEAR) : number]):
        if not _near(before.token, event, scene):
            break
        if before.type == "ACCUSE" and before.actors:
            accused = not any(_other(r, event.actors, scene) for r in before.recipients)
            if before.recipients and accused and _other(before.actors[0], event.actors, scene):
                return [*before.actors]
    return []


def _near(token: int | None, event: Draft, scene: Scene) -> bool:
    sentence_of = scene.parsed.sentence_of
    return token is not None and 0 <= sentence_of[event.token] - sentence_of[token] <= _NEAR


def _other(actor: str, side: list[str], scene: Scene) -> bool:
    """Whether an actor is none of a side, nor of their lands; those who only report are nobody."""
    known = scene.found.actor_by_id
    lands = {known[a].land for a in side} - {None}
    who = known[actor]
    return actor not in side and who.kind != "media" and who.land not in lands


def _tells_of(content: Sequence[tuple[int, int]], side: list[str], scene: Scene) -> bool:
    """Whether words name somebody of a side, or his land."""
    return any(
        not _other(actor.id, side, scene)
        for start, end in content
        for _, actor in scene.found.actor_at.over(start, end)
    )
