"""Groups of actors named as one: "both parties to the conflict", "the two countries"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from dateline.extract.actors.drafts import Draft, Register
from dateline.extract.actors.tables import cues
from dateline.extract.found import Found
from dateline.record import Actor

_SIDES = re.compile(
    r"\b(?:(?:[Bb]oth|[Tt]he two|[Tt]wo|[Tt]heir two|[Tt]hese two|[Ee]ach|[Ee]ither|[Nn]either)"
    r"(?: of the)?(?: [\w\-]{2,20}){0,3}?|"
    r"(?P<old>[Tt]he(?: (?!political|party|main|domestic|presidential|electoral|business)"
    r"[\w\-]{2,20}){1,3}(?= (?:rivals|foes|enemies|adversaries)\b))|"
    r"[Tt]he(?: warring| opposing| rival| conflicting| belligerent| former)?) "
    r"(?P<noun>sides?|part(?:y|ies)|countr(?:y|ies)|nations|states|neighbours|neighbors|foes|rivals|"
    r"capitals|governments|belligerents|combatants|adversaries|enemies|republics|armies|militias|"
    r"militaries|factions|camps|allies)\b"
    r"(?P<of> (?:to|in|of) (?:the|this) (?:[\w\-]{1,24} ){0,2}"
    r"(?:conflict|war|dispute|talks|fighting|agreement|negotiations|confrontation|truce|ceasefire))?"
    r"|\b[Ee]ach(?= (?:\w+ )?(?:accus|blam)\w+ the other)"
    r"|\b[Bb]oth\b"
)
WINDOW = 1500
"""Characters looked back for the two that a phrase may mean."""
_TWO = re.compile(r"both|each|the(?:ir|se)? two", re.IGNORECASE)
_ACTING = frozenset(["nsubj", "obj", "iobj", "obl", "obl:agent", "nmod"])
_COUNTED = frozenset(["two", "pair", "couple", "brother", "sister", "parent", "son", "daughter"])
"""Words for two people whom "both" may mean."""
_BACK = 2
"""Sentences before that of a phrase in which the two may be named."""
_LISTED = re.compile(r"[\w’'], (?:the )?$")
_WHICH = re.compile(r" (?:of|in|that|which|where|who|whose|with|from|around|involved|such|like)\b")
"""What follows "the countries" that are others than the two who fight."""
LANDS = frozenset(["countries", "nations", "states", "neighbours", "neighbors", "capitals",
                    "republics"])  # fmt: skip
"""Nouns for lands alone."""
_JOINT = re.compile(
    r"(?:(?:['’]s)? (?:[a-z\-]+ ){0,2}(?:government|army|military|forces|troops|soldiers))?"
    r" (?:and|or|with|against|versus|vs\.?) (?:the )?(?:rebel |paramilitary |opposition |"
    r"separatist |Islamist |breakaway |rival )?|-|/|–| & "
)
_FOUGHT = re.compile(
    r"\b(?:fighting|fought|clash\w*|battles?|battled|skirmish\w*|hostilities|truce|ceasefire|"
    r"offensive|(?:shell|bomb|attack|raid|ambush)\w*)\b"
)
_PROPOSED = re.compile(r" (?:\w+ )?(?:plan|proposal|initiative|mediat|team|mission|sponsor|broker)")
_OPPOSED = frozenset(["MIL", "PTY"])
_NAMED = ("name", "metonym", "demonym")
_Party = TypeVar("_Party")
_Joined = tuple[int, bool, _Party, _Party]
_Pair = _Joined[Draft]


def group_phrases(found: Found, register: Register) -> list[re.Match[str]]:
    """The phrases that name several parties as one, in text order. Reads the drafts of names."""
    text = found.story.text
    bare = any(fights or _opposed(a, b) for _, fights, a, b in _pairs(found, register))
    states = states_told(register)

    def plain(match: re.Match[str]) -> bool:
        """Of "the longstanding rivals": whether there are two that they may be."""
        return not match["old"] or bare or two_states(found, states, match.start()) is not None

    return [
        match
        for segment in found.story.segments
        for match in _SIDES.finditer(text, segment.start, segment.end)
        if (_is_group(match, found) and plain(match)) or (bare and _is_bare(match, text))
    ]


def read_sides(found: Found, register: Register, phrases: Sequence[re.Match[str]]) -> None:
    """Enter group actors, with their members where the story makes them plain."""
    pairs = _pairs(found, register)
    lands = [pair for pair in pairs if all(_is_land(d) for d in pair[2:])]
    states = states_told(register)
    named = dict(states)
    for match in phrases:
        parties = _noun(match).lower() in cues("foes")
        fighting = bool(match.group("of")) or "warring" in match.group(0) or parties
        meant = lands if _noun(match) in LANDS else pairs
        pair = _pick(meant, match.start(), fighting)
        if parties and pair is not None:
            pair = _weightier(register, pair, [p for p in pairs if p[1]])
        two = match["old"] or _TWO.match(match.group(0))
        if pair is None and two and match.group(0).lower() != "both":
            pair = two_states(found, states, match.start())
            pair = None if pair and _agent(found, match, named) in pair else pair
            if pair is not None and _noun(match) not in LANDS and _civil(register, pair):
                pair = None
        if pair is not None:
            _enter(register, match, pair)
        elif not any(w.code == "group_open" for w in found.notes.warnings):
            message = f"no two parties before '{match.group(0)}' are plainly meant"
            found.notes.warn("group_open", message, match.span())


def _agent(found: Found, match: re.Match[str], named: Mapping[int, Draft]) -> Draft | None:
    """ "Oslo urged both to stop": who does something to two, and is neither of them. `named` has
    the states by the first character of their names."""
    p = found.parsed
    first, last = p.tokens_in(*match.span())
    verbs = {p.heads[t] for t in range(first, last) if p.deprels[t] in ("obj", "iobj", "obl")}
    subjects = (c for v in verbs for c in p.children[v] if p.deprels[c] == "nsubj")
    return next((named[p.starts[c]] for c in subjects if p.starts[c] in named), None)


def _civil(register: Register, pair: Sequence[Draft]) -> bool:
    """Whether one of two states fights rebels of its own, who may be the other side."""
    lands = {draft.country for draft in pair}
    rebels = (d for d in register.drafts if "REB" in d.sectors)
    return any(d.country is None or d.country in lands for d in rebels)


def states_told(register: Register) -> list[tuple[int, Draft]]:
    """Where states are named, and people of theirs, in text order."""
    states = {d.country: d for d in reversed(register.drafts) if d.kind == "state"}
    spots = [
        (start, d if d.kind == "state" else states[d.country])
        for d in register.drafts
        if d.kind == "state" or (d.kind == "person" and d.country in states)
        for (start, _), how in d.mentions.items()
        if how in _NAMED
    ]
    return sorted(spots, key=lambda spot: spot[0])


def two_states(
    found: Found, states: Sequence[tuple[int, Draft]], at: int
) -> tuple[Draft, Draft] | None:
    """Which two a phrase that begins at a character means, of the states that `states_told` gives.

    "Kenya's president met his Togolese counterpart. The two countries ...": the only two states
    of the sentence, or of those right before it as far as two are named (none where there are
    more there), else the two that the story speaks of."""
    parsed = found.parsed
    index = parsed.sentence_of[parsed.tokens_in(at, at + 1)[0]]
    last = bisect_left(states, at, key=lambda spot: spot[0])
    for near in range(index, max(-1, index - _BACK - 1), -1):
        begin = parsed.starts[parsed.sentences[near].start]
        first = bisect_left(states, begin, key=lambda spot: spot[0])
        told = states[first:last]
        named = list(dict.fromkeys(d for _, d in told))
        if len(named) > 2 and near == index:
            named = [d for d in named if d is not _leading(found, told, index, at)]
        if len(named) > 1:
            return (named[0], named[1]) if len(named) == 2 else None
    return _spoken_of(d for _, d in states[:last])


def _leading(
    found: Found, states: Sequence[tuple[int, Draft]], index: int, at: int
) -> Draft | None:
    """ "Oslo has ties with Lome and Accra, and sells arms to both countries": the state that heads
    the sentence, where the phrase at a character is no subject itself."""
    p = found.parsed
    phrase = p.tokens_in(at, at + 1)[0]
    while p.heads[phrase] != phrase and p.upos[p.heads[phrase]] in ("NOUN", "PROPN"):
        phrase = p.heads[phrase]
    if p.deprels[phrase] in ("nsubj", "nsubj:pass"):
        return None
    begin, end = p.sentences[index].start, p.sentences[index].end
    root = next((t for t in range(begin, end) if p.heads[t] == t), begin)
    subjects = {p.starts[c] for c in p.children[root] if p.deprels[c] == "nsubj"}
    return next((d for start, d in states if start in subjects), None)


def _spoken_of(states: Iterable[Draft]) -> tuple[Draft, Draft] | None:
    """The two states that a story speaks of, each more often than all others together."""
    often = Counter(states).most_common()
    others = sum(n for _, n in often[2:])
    plain = len(often) > 1 and often[1][1] > others
    return (often[0][0], often[1][0]) if plain else None


def _noun(match: re.Match[str]) -> str:
    """What a phrase calls the parties; "each" alone stands for "each of the sides"."""
    return match["noun"] or "sides"


def _is_bare(match: re.Match[str], text: str) -> bool:
    """ "The parties", "the rivals", "the countries": those who fight, where the story has any."""
    noun = _noun(match)
    return noun in ("parties", "rivals") or (
        noun == "countries" and not _WHICH.match(text, match.end())
    )


def _is_group(match: re.Match[str], found: Found) -> bool:
    """Leave out "the side", "the parties" and "the countries", which need not be parties to a
    conflict (where the story has one, they are), and "both" that stands with others."""
    noun, words = _noun(match), match.group(0)
    if words.lower() == "both":
        return _alone(match, found)
    opener = words.split(" ", 1)[0].lower()
    if noun == "allies":
        return words.lower() in ("the former allies", "the two allies", "the two former allies")
    if noun in ("side", "party", "country", "neighbour", "neighbor"):
        return opener in ("each", "either", "neither")
    if noun in ("sides", "foes", "belligerents", "adversaries"):
        return True
    plain = opener == "the" and " two " not in words and len(words.split()) == 2
    return bool(match.group("of")) or not plain


def _alone(match: re.Match[str], found: Found) -> bool:
    """Whether "both" is who acts or is acted on ("urged both to stop", "accepted by both"), and no
    two who need not be parties stand right before ("two men were held; both fled")."""
    parsed, token = found.parsed, found.parsed.tokens_in(*match.span())[0]
    if parsed.deprels[token] not in _ACTING or parsed.children[token] not in ([], [token - 1]):
        return False
    begin = parsed.sentences[max(0, parsed.sentence_of[token] - 1)].start
    return not any(parsed.lemmas[t].lower() in _COUNTED for t in range(begin, token))


def _enter(register: Register, match: re.Match[str], pair: tuple[Draft, Draft]) -> None:
    wording = " ".join(match.group(0).split())
    name = f"{wording[:1].upper()}{wording[1:]} ({pair[0].name}, {pair[1].name})"
    why = f"group: '{match.group(0)}', the last two parties named together"
    group(register, pair, name, why).mention(match.start(), match.end(), "title")


def group(register: Register, members: Sequence[Draft], name: str, why: str) -> Draft:
    """The actor that stands for several others, made at the first call for these."""
    draft = register.get(
        ("group", *sorted(d.name for d in members)),
        lambda: Draft(name, "population", None, [], why=why, plural=True),
    )
    draft.members = list(members)
    draft.sectors = list(dict.fromkeys(s for d in members for s in d.sectors))
    return draft


def _weightier(
    register: Register, pair: tuple[Draft, Draft], fights: list[_Pair]
) -> tuple[Draft, Draft]:
    """The two states that a story is about, where the pair named last is neither of them and
    fights nobody ("talks with envoys from Ruritania and Elbonia. Both sides ...")."""
    if any({a, b} == set(pair) for _, _, a, b in fights):
        return pair
    states = [d for d in register.drafts if d.kind == "state" or "PRE" in d.sectors]
    top = sorted(states, key=lambda d: -len(d.mentions))[:2]
    if len(top) < 2 or set(top) & set(pair) or len(top[1].mentions) < 3:
        return pair
    return top[0], top[1]


def _pairs(found: Found, register: Register) -> list[_Pair]:
    """Pairs of parties named together, with whether they are said to fight."""
    spots = [
        (span, d)
        for d in register.drafts
        if _is_party(d)
        for span, how in d.mentions.items()
        if how in _NAMED
    ]
    outer: list[tuple[tuple[int, int], Draft]] = []
    for span, d in sorted(spots, key=lambda spot: (spot[0][0], -spot[0][1])):
        if not outer or span[1] > outer[-1][0][1]:  # "FARC" inside "FARC rebels" is no other party
            outer.append((span, d))
    pairs = _joined(found.story.text, outer)
    if not any(fight for _, fight, _, _ in pairs):
        pairs = sorted([*pairs, *_against(found, outer)], key=lambda pair: pair[0])
    return pairs


def _against(found: Found, spots: Sequence[tuple[tuple[int, int], Draft]]) -> Iterator[_Pair]:
    """A group and the one state of each sentence that tells of fighting and names no third ("Front
    rebels took the town after fighting with the Kenyan army")."""
    parsed, last = found.parsed, 0
    for sentence in parsed.sentences:
        begin, end = parsed.span(sentence.start, sentence.end)
        sides: dict[str, tuple[int, Draft]] = {}
        groups = 0
        while last < len(spots) and spots[last][0][0] < end:
            (start, stop), draft = spots[last]
            own = _is_group_by_name(draft)
            side = draft.name if own else draft.country or draft.name
            if start >= begin and side not in sides:
                sides[side] = stop, draft
                groups += own
            last += 1
        if len(sides) == 2 and groups == 1 and _FOUGHT.search(found.story.text, begin, end):
            (_, one), (stop, other) = sides.values()
            yield stop, True, one, other


def _opposed(one: Draft, other: Draft) -> bool:
    """A group and a government, army or land: they are at war with each other, if with anybody."""
    return _is_group_by_name(one) != _is_group_by_name(other)


def _is_group_by_name(draft: Draft) -> bool:
    """ "The Liberation Front", "Front rebels", not "rebels"."""
    armed = draft.kind == "armed_group" or "REB" in draft.sectors
    return armed and (not draft.head or any(c.isupper() or c.isdigit() for c in draft.name[1:]))


def _is_land(draft: Draft) -> bool:
    return draft.kind == "state" or "PRE" in draft.sectors


def _is_party(draft: Draft) -> bool:
    """A state, a breakaway land, rebels, an army or a party, a government that is named as such, or
    a front that only the text knows."""
    if _is_land(draft) or draft.kind == "armed_group" or "REB" in draft.sectors:
        return True
    if draft.kind != "organisation" or draft.plural:
        return False
    last = draft.name.lower().rpartition(" ")[2]
    unknown = not draft.sectors and last in cues("front")
    army = bool(_OPPOSED & set(draft.sectors))
    return unknown or army or (draft.sectors == ["GOV"] and last == "government")


def rivals(found: Found, land: str) -> list[Actor]:
    """The states of a story that are said to fight the state of a land (ISO alpha-3), the one that
    is named with it most often first. Reads `found.actors`."""
    spots = [
        (m.span, a) for a in found.actors if a.kind == "state"
        for m in a.mentions if m.how in _NAMED
    ]  # fmt: skip
    fights = [(a, b) for _, fight, a, b in _joined(found.story.text, spots) if fight]
    other = [b if a.land == land else a for a, b in fights if land in (a.land, b.land)]
    known = {a.id: a for a in other}
    return [known[i] for i, _ in Counter(a.id for a in other).most_common()]


def _joined(text: str, spots: list[tuple[tuple[int, int], _Party]]) -> list[_Joined[_Party]]:
    """The pairs whose mentions a word like "and" joins: where the second ends, whether words of
    fighting stand beside, and the two."""
    out: list[_Joined[_Party]] = []
    for (left, a), (right, b) in pairwise(sorted(spots, key=lambda spot: spot[0])):
        if a is b or right[0] - left[1] > 30:
            continue
        if _LISTED.search(text, max(0, left[0] - 6), left[0]):
            continue  # the end of a list of three
        between = text[left[1] : right[0]]
        before = text[max(0, left[0] - 60) : left[0]].lower()
        joined = _JOINT.fullmatch(between)
        if joined is None:
            continue
        after = text[right[1] : right[1] + 50].lower()
        if between == "-" and _PROPOSED.match(after):
            continue  # "a U.S.-Rwandan plan": theirs, who are no parties to it
        if cues("bystander").intersection(after.split(" ")[:3]):
            continue  # "Ghana and Chad urged both sides ..."
        fight = any(w in cues("fight") for w in re.findall(r"[a-z]+", before + " " + after))
        out.append((right[1], fight, a, b))
    return out


def _pick(pairs: list[_Pair], at: int, fighting: bool) -> tuple[Draft, Draft] | None:
    """The last pair before (where a conflict is meant, one that fights), else the next after."""
    near = [p for p in pairs if p[0] <= at and at - p[0] <= WINDOW]
    if fighting:
        fights = [p for p in near if p[1]] or [p for p in pairs if p[1]]
        # Those that are named together most often are the two that the story is about.
        often = Counter(frozenset(map(id, p[2:])) for p in pairs)
        most = max((often[frozenset(map(id, p[2:]))] for p in fights), default=0)
        near = [p for p in fights if often[frozenset(map(id, p[2:]))] == most] or near
    if not near:
        later = [p for p in pairs if p[0] > at and p[1]]
        return (later[0][2], later[0][3]) if later else None
    _, _, a, b = near[-1]
    return a, b
