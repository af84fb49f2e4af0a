"""What the encoder's runs lack, put right: sources, cues, pieces of contents.

The subject of a cue's verb is its source, the verb of a lone source its cue; a source is the whole
of its noun phrase; an interrupted quotation is one content.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from dateline.extract.statements import lexicon
from dateline.extract.statements.contents import from_the_clause, round_off, widen, without_strays
from dateline.extract.statements.grammar import (
    SUBJECTS,
    head_of,
    is_passive,
    phrase,
    subject_of,
    verb_group,
)
from dateline.extract.statements.marks import Link, Mark, is_quoted
from dateline.extract.statements.sharing import cited, hand_back, split
from dateline.language.parsed import Parsed

NEAR: Final = 8
"""So many sources on either side of a cue are looked at."""
# A source that is only such a part of a noun phrase is a crumb of it.
_INSIDE_NOUN: Final = frozenset(["det", "amod", "nummod", "compound", "flat"])


def settle(parsed: Parsed, runs: list[Link]) -> list[Link]:
    """Sources for runs that lack one, homes for contents that lack a cue; a source or cue that
    nothing joins falls away."""
    sources = sorted(mark for run in runs for mark in run.source)
    for run in runs:
        if run.cue and run.content and not run.source:
            cue = run.cue[0]
            at = bisect_left(sources, cue)
            near = sources[max(0, at - NEAR) : at + NEAR]
            shared = _by_tree(parsed, cue, near)
            if shared is None and not (_names_its_own(parsed, cue) or _is_done_to(parsed, cue)):
                shared = _by_order(parsed, cue, sources[max(0, at - NEAR) : at])
            if shared:
                run.source = [shared]
                run.rule = "encoder spans; source shared with its neighbour"
            else:
                _take_subject(parsed, run)
    for run in runs:
        cited(parsed, run)
        if run.source and run.content and not run.cue:
            _take_verb(parsed, run)
        if run.cue and len(run.content) > 1:
            run.content = without_strays(parsed, run)
        if run.cue and run.source:
            _whole_subject(parsed, run)
        run.source = [_whole_phrase(parsed, mark, run) for mark in run.source]
    hand_back(parsed, runs)
    runs = [part for run in runs for part in split(parsed, run)]
    from_the_clause(parsed, runs)
    widen(parsed, runs)
    round_off(parsed, runs)
    out: list[Link] = []
    for run in runs:
        if not run.content:
            if run.cue and run.source:
                out.append(run)
            continue
        lone = not run.cue and (not run.source or _was_told(parsed, out, run))
        if lone and out and out[-1].cue and _goes_on(parsed, out[-1], run.content[0]):
            out[-1].content.extend(run.content)
        else:
            out.append(run)
    return out


def _is_done_to(parsed: Parsed, cue: Mark) -> bool:
    """Whether a cue's verb is passive: whoever is named before it does not say it ("the minister,
    who is pressed to resign")."""
    verb = head_of(parsed, cue.start, cue.end)
    return parsed.upos[verb] == "VERB" and is_passive(parsed, verb)


def _whole_phrase(parsed: Parsed, source: Mark, run: Link) -> Mark:
    """The source as the whole noun phrase of its head, where the rest of it is free."""
    head = head_of(parsed, source.start, source.end)
    inside = _INSIDE_NOUN | {"nmod"} if parsed.upos[source.start] == "ADP" else _INSIDE_NOUN
    for _ in range(3):
        if parsed.deprels[head] in inside:
            head = parsed.heads[head]
    if parsed.upos[head] not in ("NOUN", "PROPN", "NUM"):
        return source
    span = phrase(parsed, head)
    if span is None or span[0] > source.start or span[1] < source.end:
        return source
    if any(m.start < span[1] and span[0] < m.end for m in (*run.cue, *run.content)):
        return source
    return Mark(*span, "s")


def _was_told(parsed: Parsed, before: list[Link], run: Link) -> bool:
    """Whether the source of a run without a cue is whom the attribution before was told:
    `"...," he told the Daily. "..."`."""
    if not before or not before[-1].cue:
        return False
    cue, source = before[-1].cue[0], run.source[0]
    return (
        0 <= source.start - cue.end <= 1
        and parsed.sentence_of[cue.start] == parsed.sentence_of[source.start]
        and parsed.sentence_of[source.start] != parsed.sentence_of[run.content[0].start]
    )


def _goes_on(parsed: Parsed, before: Link, content: Mark) -> bool:
    """Whether a content without a cue is the rest of what the attribution before it says:
    the other part of a quotation that the cue interrupts, or a part of the same sentence."""
    if parsed.sentence_of[before.cue[0].start] == parsed.sentence_of[content.start]:
        return True
    if not before.content:
        return False
    last = before.content[-1]
    quoted = is_quoted(parsed, last) and is_quoted(parsed, content)
    return quoted and last.start < before.cue[0].start < content.start


def _take_subject(parsed: Parsed, run: Link) -> None:
    """Give a run the subject of its cue's verb as source, where the verb is active."""
    verb = head_of(parsed, run.cue[0].start, run.cue[0].end)
    if parsed.upos[verb] != "VERB" or is_passive(parsed, verb):
        return
    subject = subject_of(parsed, verb)
    if subject is None or parsed.upos[subject] not in ("NOUN", "PROPN", "PRON"):
        return
    span = phrase(parsed, subject)
    if parsed.word(subject).lower() == "it" or span is None:
        return
    taken = [*run.cue, *run.content]
    if all(span[1] <= m.start or m.end <= span[0] for m in taken):
        run.source = [Mark(*span, "s")]
        run.rule = "encoder spans; source by the tree"


def _whole_subject(parsed: Parsed, run: Link) -> None:
    """Give a run all of its cue's subject as source, where it has a piece of it only: of "the
    treaty, which most states signed, obliges" not "most states"."""
    verb = head_of(parsed, run.cue[0].start, run.cue[0].end)
    subject = None if is_passive(parsed, verb) else subject_of(parsed, verb)
    if subject is None or any(m.start <= subject < m.end for m in run.source):
        return
    span = phrase(parsed, subject)  # None in a sentence too long for its tree to be walked
    if span is None:
        return
    below = set(parsed.subtree(subject))
    if any(t not in below for m in run.source for t in range(m.start, m.end)):
        return
    if all(span[1] <= m.start or m.end <= span[0] for m in (*run.cue, *run.content)):
        run.source = [Mark(*span, "s")]


def _take_verb(parsed: Parsed, run: Link) -> None:
    """Give a run the verb that its source is the subject of as cue, where the lexicon has it."""
    subject = head_of(parsed, run.source[0].start, run.source[0].end)
    verb = parsed.heads[subject]
    if parsed.deprels[subject] not in SUBJECTS or lexicon.verb(parsed, verb) is None:
        return
    cue = verb_group(parsed, verb)
    taken = [*run.source, *run.content]
    if all(cue[1] <= m.start or m.end <= cue[0] for m in taken):
        run.cue = [Mark(*cue, "c")]
        run.rule = "encoder spans; cue by the tree"


def _by_tree(parsed: Parsed, cue: Mark, sources: list[Mark]) -> Mark | None:
    """The source that is the subject of the cue's verb, or of the verb it hangs on."""
    token = head_of(parsed, cue.start, cue.end)
    for _ in range(4):
        subject = parsed.child(token, *SUBJECTS)
        if subject is not None:
            for mark in sources:
                if mark.start <= subject < mark.end:
                    return mark
            return None
        if parsed.deprels[token].split(":")[0] not in ("conj", "advcl", "xcomp", "acl", "ccomp"):
            return None
        if parsed.deprels[token] == "acl":
            noun = parsed.heads[token]
            return next((m for m in sources if m.start <= noun < m.end), None)
        token = parsed.heads[token]
    return None


def _names_its_own(parsed: Parsed, cue: Mark) -> bool:
    """Whether the cue's verb has a name of its own as subject: "...; Kenya denies attack"."""
    subject = parsed.child(head_of(parsed, cue.start, cue.end), "nsubj")
    return subject is not None and parsed.upos[subject] == "PROPN"


def _by_order(parsed: Parsed, cue: Mark, before: list[Mark]) -> Mark | None:
    """The last source before the cue in its sentence, not one of a relative clause."""
    sentence = parsed.sentence_of
    for mark in reversed(before):
        if sentence[mark.start] != sentence[cue.start]:
            return None
        if parsed.word(mark.start).lower() not in lexicon.words("relative"):
            return mark
    return None
