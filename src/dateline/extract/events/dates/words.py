"""Which words of a sentence a time belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.extract.events.dates.periods import SINCE, listed, width, window
from dateline.extract.events.draft import Draft
from dateline.extract.events.lexicon import classes
from dateline.extract.events.ontology import VERBAL, ontology
from dateline.extract.events.scene import Scene
from dateline.extract.grammar_words import of_role
from dateline.record import Time

BREAKS = frozenset(["acl:relcl", "parataxis"])
_DESCRIBES = frozenset(["compound", "nmod:poss", "amod", "nummod"])
_WITHIN = frozenset(["during", "in", "at", "amid", "throughout"])
_COURSE = frozenset(["result", "course", "midst", "height"])
_NOT_WHEN = frozenset(["with", "than", "like", "as"])
"""Before a time that is only spoken of ("with May as the deadline")."""
_BY = frozenset(["by", "until", "till", "before"])
_AFTER = frozenset(["after", "following"])
_MAKING = frozenset(
    [
        *("sign", "broker", "reach", "negotiate", "mediate", "conclude", "agree", "strike"),
        *("impose", "declare", "hold", "stage", "launch", "adopt", "announce"),
    ]
)
"""Participles that say how a thing came about, so that its year is theirs, too."""
_HAPPEN = frozenset(["die", "happen", "occur", "begin", "start", "erupt", "break", "go", "take"])
"""Verbs of clauses that date what they describe ("the men who died on Monday")."""
_BESIDE = frozenset(["although", "though", "while", "whereas", "because", "if", "unless", "where"])
_LATER = frozenset(["later", "subsequently", "eventually", "afterwards"])
_VAGUE = frozenset(["PRESENT_REF", "FUTURE_REF"])
"""What "now" and "a better future" say of a day is nothing."""
_UNREAL = ("hypothetical", "called_for", "threatened")


class Anchor(NamedTuple):
    """A time, and the word by which it hangs on the rest of the sentence."""

    time: Time
    token: int
    bare: bool = False
    """It dates by itself, whatever preposition stands before ("since May, when he fled")."""
    scope: int | None = None
    """The verb of the side clause in which it stands, if any."""


class TimeWords:
    """The times of a story beside the words of its events."""

    def __init__(
        self, anchors: Sequence[Anchor], owners: Mapping[int, list[Draft]], scene: Scene
    ) -> None:
        self.scene = scene
        self.anchors = anchors
        self.owners = owners
        self.cues = {t for start, end in scene.parsed.cues for t in range(start, end)}

    def given(self) -> Iterator[tuple[Anchor, list[Draft] | None]]:
        """Each dating expression with the drafts that it dates; None where it stands free."""
        chained: dict[int, int] = {}
        previous: Anchor | None = None
        for anchor in self.anchors:
            clause = _when(anchor.time, self.scene)
            if clause is not None and clause in self.owners:
                yield anchor._replace(bare=True), self.owners[clause]
            if compares(anchor, self.owners, self.scene):
                continue
            # "in 2014, in April 2016 and this July": the first of the list says what it dates.
            if previous is not None and listed(previous.time, anchor.time, self.scene):
                chained[anchor.token] = chained.get(previous.token, previous.token)
            previous = anchor
            token = chained.get(anchor.token, anchor.token)
            day = width(anchor.time) == 0
            yield anchor._replace(scope=self._scope(token)), self._owner(token, day=day)

    def _owner(self, token: int, *, day: bool) -> list[Draft] | None:
        """The drafts that a time belongs to: the first event word above it. None where it stands
        free in the sentence; nobody where it dates something else: what is said ("said on
        Monday"), a noun that is no event ("violated the 2014 treaty"), what happens in a clause
        that is only told of ("alleged that the May polls were rigged")."""
        p, g, owners = self.scene.parsed, self.scene.grammar, self.owners
        if p.heads[token] == token and token in owners:
            return owners[token]
        start = token
        noun = p.heads[token]
        ahead_of = p.deprels[token] == "nmod:unmarked" and token < noun
        if (ahead_of or p.deprels[token] in _DESCRIBES) and p.upos[noun] in ("NOUN", "PROPN"):
            if noun in owners or not self._happens_at(noun):
                return [*self._making(noun), *(d for d in owners.get(noun, ()) if d.token == noun)]
            start = noun
        if _NOT_WHEN & set(g.case(token)):
            return []
        deadline = bool(_BY & set(g.case(token)))
        for low, high in g.up(start):
            if p.deprels[low] == "ccomp":
                return []
            if low not in owners and self._goes_its_own_way(low, token):
                return None
            if not day and low not in (token, start) and _AFTER & set(g.case(low)):
                return []  # "imposed a curfew following the transfer of power in January"
            if deadline and p.xpos[low] == "VB" and "to" in g.case(low):
                return []  # "an ultimatum to leave by Sunday"
            if g.lemma(high) == "follow" and (before := self._followed(high)):
                return before
            if low != token and p.deprels[low] in BREAKS:
                told = [d for d in owners.get(high, ()) if d.token == high]
                return told or None  # "talks, which began in May"
            if self._beside(low):
                return None
            if high in owners and p.deprels[low] == "acl" and p.upos[low] == "VERB":
                # "Welcomed the agreement signed on Monday": the day of the thing, not of the act.
                return [d for d in owners[high] if high in (d.token, d.candidate.verb)]
            if high in owners:
                return owners[high]
            if p.upos[high] == "VERB" and (held := self._held_at(high)):
                return held
            issued = p.deprels[high] == "acl" and self._happens_at(p.heads[high])
            if high in self.cues and p.upos[high] == "VERB" and not issued:
                return self._expected(high, token)
            if p.deprels[low] == "acl" and p.upos[low] == "VERB" and not self._happens_at(high):
                return []  # "a government backed by a majority elected in 2005"
        return None

    def _beside(self, verb: int) -> bool:
        """ "Backed Togo, though ties were frayed in May": a clause with a matter of its own."""
        p, g = self.scene.parsed, self.scene.grammar
        marks = {g.lemma(c) for c in p.children[verb] if g.rel(c) in ("mark", "advmod")}
        return g.rel(verb) == "advcl" and bool(marks & _BESIDE)

    def _scope(self, token: int) -> int | None:
        """The side clause that a time belongs to, which does not date the rest of the sentence."""
        p, g = self.scene.parsed, self.scene.grammar
        for low, _ in g.up(token):
            if self._beside(low):
                return low
            if p.deprels[low] == "acl:relcl" and g.lemma(low) not in _HAPPEN:
                return low  # "the party, which he founded in 1968"
            if self._goes_its_own_way(low, token):
                return low
        return None

    def _goes_its_own_way(self, verb: int, time: int) -> bool:
        """ "Troops came, and last week a ship arrived", "quit in May and went home in June": a
        verb that follows another with a time of its own."""
        p, g = self.scene.parsed, self.scene.grammar
        if p.deprels[verb] != "conj" or p.upos[verb] != "VERB":
            return False
        if any(time < c for c in p.children[verb] if g.rel(c) == "nsubj"):
            return True
        beside = (c for c in p.children[p.heads[verb]] if g.rel(c) in ("obl", "advmod", "nmod"))
        return any(self.scene.found.time_at.over(p.starts[c], p.ends[c]) for c in beside)

    def _happens_at(self, noun: int) -> bool:
        """ "During the April 2016 war", "in a speech held on Monday": a noun that says when."""
        case = set(self.scene.grammar.case(noun))
        if "during" in case:
            return True
        if self.scene.grammar.lemma(self.scene.parsed.heads[noun]) in _COURSE:
            return True  # "as a result of Monday's unrest"
        named = [classes()[name] for name in ("attack", "warfare", "demo", "meeting")]
        named.append(of_role("document"))  # "in a statement issued on Monday"
        return bool(case & _WITHIN) and any(self.scene.has(noun, words) for words in named)

    def _followed(self, verb: int) -> list[Draft]:
        """ "The sit-in followed a march on Saturday": the day of what was before."""
        nouns = self.scene.grammar.objects(verb)
        return [d for c in nouns for d in self.owners.get(c, ()) if d.token == c]

    def _held_at(self, verb: int) -> list[Draft]:
        """ "Accords were reached at talks in Lagos on Monday": the occasion of what is no event."""
        p, g = self.scene.parsed, self.scene.grammar
        nouns = [
            c
            for c in p.children[verb]
            if g.rel(c) == "obl" and p.upos[c] == "NOUN" and _WITHIN & set(g.case(c))
        ]
        return [d for c in nouns for d in self.owners.get(c, ()) if d.token == c]

    def _making(self, noun: int) -> list[Draft]:
        """ "The 2002 truce brokered by Norway": the year of a thing is that of its making."""
        p, g = self.scene.parsed, self.scene.grammar
        made = [c for c in p.children[noun] if p.deprels[c] == "acl" and g.lemma(c) in _MAKING]
        return [d for c in made if p.xpos[c] == "VBN" for d in self.owners.get(c, ())]

    def _expected(self, cue: int, time: int) -> list[Draft]:
        """ "Was expected on Monday to meet him": what is expected then, and not the expecting."""
        g, p = self.scene.grammar, self.scene.parsed
        below = p.children[cue]
        # "Reacted on Monday by blaming Kenya", "said after meeting him": words, and what they do.
        doing = (c for c in below if g.rel(c) == "advcl" and p.xpos[c] == "VBG")
        words = [d for c in doing for d in self.owners.get(c, ()) if _with_words(d)]
        if time < cue:  # "on Monday Kenya spoke of theft and arrested ten men"
            more = (c for c in below if g.rel(c) == "conj" and not g.own_subject(c))
            words += [d for c in more if p.upos[c] == "VERB" for d in self.owners.get(c, ())]
        if words or not g.passive(cue):
            return words
        taken = [c for c in below if g.rel(c) == "xcomp"]
        return [d for c in taken for d in self.owners.get(c, ())]


def _with_words(draft: Draft) -> bool:
    """Whether an act is one of words, or talks, after which somebody speaks."""
    return draft.type == "CONSULT" or not ontology()[draft.type].happens_somewhere


def anchored(scene: Scene) -> list[Anchor]:
    """Each dating expression with the word of it that hangs on the rest of the sentence."""
    out = []
    for time in scene.found.times:
        span = window(time, scene) if time.type == "DURATION" else time
        if span is None or time.type == "SET" or time.value in _VAGUE or _in_name(time, scene):
            continue
        token = anchor_of(time, scene)
        if token is not None:
            out.append(Anchor(span, token))
    return out


def _in_name(time: Time, scene: Scene) -> bool:
    """ "Mar del Plata", "May Pen": a part of a longer name is no time."""
    start, end = time.span
    around = scene.found.place_at.over(start, end)
    return any(s <= start and end <= e and (s, e) != (start, end) for (s, e), _ in around)


def anchor_of(time: Time, scene: Scene) -> int | None:
    """The word of a time that hangs on the rest; None where it is in no single sentence."""
    p = scene.parsed
    first, last = p.tokens_in(*time.span)
    if first == last or p.sentence_of[first] != p.sentence_of[last - 1]:
        return None
    outer = [t for t in range(first, last) if not first <= p.heads[t] < last or p.heads[t] == t]
    named = (t for t in outer if p.deprels[t] != "det")  # "the 9 May bombings"
    return next(named, next(iter(outer), first))


def _when(time: Time, scene: Scene) -> int | None:
    """ "Since May, when rebels took the town": the verb of the clause that tells of that day."""
    p = scene.parsed
    _, after = p.tokens_in(*time.span)
    if after < len(p) and p.word(after) == ",":
        after += 1
    if after >= len(p) or p.word(after).lower() != "when" or p.deprels[after] != "advmod":
        return None
    return p.heads[after]


def compares(anchor: Anchor, owners: Mapping[int, list[Draft]], scene: Scene) -> bool:
    """ "The first visit since 1994", "the worst attack since May": the day to which something is
    compared dates nothing that is told."""
    g, p = scene.grammar, scene.parsed
    first, _ = p.tokens_in(*anchor.time.span)
    head = anchor.token
    cases = {*g.case(head), g.lemma(first - 1)} if first else set(g.case(head))
    for low, high in g.up(head):
        if g.rel(high) in ("advcl", "acl") and SINCE & set(g.case(high)):
            if any(d.token == high for d in owners.get(high, ())):
                return False  # "the first since rebels took the town in 1991": when they did
            head, cases = high, set(SINCE)  # "the first visit since taking office last May"
            break
        # "Since the founding of the state in 1949".
        if cases & SINCE or g.rel(low) != "nmod" or p.upos[high] not in ("NOUN", "PROPN"):
            break
        head, cases = high, set(g.case(high))
    if not cases & SINCE:
        return False
    for _, high in g.up(head):
        amods = [c for c in p.children[high] if g.rel(c) == "amod"]
        near = [high, *p.children[high], *(d for c in amods for d in p.children[c])]
        if p.upos[high] in ("VERB", "AUX"):  # "for the first time since May" hangs on the verb
            beside = [c for c in p.children[high] if g.rel(c) in ("obl", "obj")]
            below = [d for c in beside for d in p.children[c] if d < first]
            # Not "has shelled the biggest city since May".
            having = any(g.lemma(c) == "have" for c in p.children[high])
            most = [] if having else [d for d in below if _superlative(d, scene)]
            return bool(most) or any(scene.ranked(d) for d in below)
        if any(t < first and (_superlative(t, scene) or scene.ranked(t)) for t in near):
            return True
    return False


def _superlative(token: int, scene: Scene) -> bool:
    """ "The deadliest", "the most violent", whatever its tag."""
    p = scene.parsed
    word = p.word(token).lower()
    form = p.upos[token] == "ADJ" and word.endswith("est") and word != p.lemmas[token]
    return form or p.xpos[token] in ("JJS", "RBS")


def too_late(draft: Draft, begin: str | None, scene: Scene) -> bool:
    """Whether a time is still to come that would date what has happened ("agreed to meet again
    next month"): it dates what is planned."""
    published = scene.found.story.published
    ahead = published is not None and (begin or "")[:10] > published.isoformat()
    return draft.status in ("occurred", "ongoing") and ahead


def said_now(draft: Draft, time: Anchor, scene: Scene) -> bool:
    """ "I welcome the pact reached on 9 May", "deplores the clash yesterday": what somebody's own
    words do in the present is not of a day that is past."""
    p, verb = scene.parsed, draft.candidate.verb
    if draft.type not in VERBAL or p.xpos[verb] not in ("VBP", "VBZ") or time.token < verb:
        return False
    below = [c for c in p.children[verb] if c < verb]
    ours = any(p.word(c).lower() in ("i", "we") for c in below)
    published = scene.found.story.published
    before = published is None or (time.time.end or "9")[:10] < published.isoformat()
    aux = any(scene.grammar.rel(c) == "aux" for c in below)
    return before and not aux and (ours or scene.statement_of[verb] is not None)


def fits_loosely(draft: Draft, times: Sequence[Anchor], scene: Scene) -> bool:
    """Whether times that stand free in the sentence agree on a day for a draft: "hopes of talks
    rose on Sunday" tells no day of talks."""
    if len({((a.time.begin or "")[:10], (a.time.end or "")[:10]) for a in times}) != 1:
        return False
    real = draft.status not in _UNREAL and draft.standing.own != "future"
    return real or scene.ahead(times[0].time)


def moved_on(verb: int, scene: Scene, *, day: bool) -> bool:
    """ "Joined them in 2003 but later left", "was sent there in 1998 and has been accused": a verb
    that is told of another time than the one it is coordinated with; what happened later may be
    of the same `day`."""
    p, g = scene.parsed, scene.grammar
    if g.rel(verb) != "conj":
        return False
    below, before = p.children[verb], p.children[p.heads[verb]]
    has = {"has", "have"}
    if any(p.word(c).lower() in has for c in below):
        return not any(p.word(c).lower() in has for c in before)
    return not day and any(p.word(c).lower() in _LATER for c in below if g.rel(c) == "advmod")


def _on_leaving(verb: int, anchor: Anchor, scene: Scene) -> bool:
    """ "Left on Monday to attend a summit": the day of leaving."""
    aim = "to" in scene.grammar.case(verb) and scene.parsed.heads[verb] != verb
    above = scene.parsed.heads[anchor.token] == scene.parsed.heads[verb]
    return aim and above and not scene.ahead(anchor.time)


def in_scope(draft: Draft, anchor: Anchor, scene: Scene) -> bool:
    """Whether a time that stands free may date a draft at all."""
    if too_late(draft, anchor.time.begin, scene) or draft.standing.perfect:
        return False
    chain = (draft.token, *(high for _, high in scene.grammar.up(draft.token)))
    day = width(anchor.time) == 0
    if any(moved_on(t, scene, day=day) and anchor.token < t for t in chain):
        return False
    if draft.status == "planned" and _on_leaving(draft.candidate.verb, anchor, scene):
        return False
    above = set(chain)
    if not ontology()[draft.type].happens_somewhere:
        # "The raid, which happened on Monday, was condemned": no day of the words.
        for low, high in scene.grammar.up(anchor.token):
            own = low in above or high in draft.words
            if scene.parsed.deprels[low] == "acl:relcl" and not own:
                return False
    return anchor.scope is None or anchor.scope in above
