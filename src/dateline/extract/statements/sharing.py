"""Contents that the linker left with the wrong verb of a sentence that has two."""

from __future__ import annotations

from itertools import pairwise

from dateline.extract.statements import lexicon
from dateline.extract.statements.edges import trim
from dateline.extract.statements.grammar import (
    QUOTING,
    SUBJECTS,
    head_of,
    is_long,
    is_passive,
    phrase,
    verb_group,
)
from dateline.extract.statements.marks import Link, Mark, is_quoted
from dateline.language.parsed import Parsed

_SAYING = ("saying", "telling")


def hand_back(parsed: Parsed, runs: list[Link]) -> None:
    """Give a quotation to whom its first half is from, where an aside stands between:
    `"We go," the envoy said, speaking of the talks. "We must."`."""
    sentence = parsed.sentence_of
    for before, run in pairwise(runs):
        if not (before.cue and before.content and run.cue and len(run.content) > 1):
            continue
        at = sentence[run.cue[0].start]
        rest = [m for m in run.content if sentence[m.start] > at and is_quoted(parsed, m)]
        opened = [m for m in before.content if m.start < before.cue[0].start]
        if (
            rest
            and len(rest) < len(run.content)
            and sentence[before.cue[0].start] == at
            and any(is_quoted(parsed, m) for m in opened)
        ):
            run.content = [m for m in run.content if m not in rest]
            before.content += rest


def cited(parsed: Parsed, run: Link) -> None:
    """Make who is quoted the source of what an outlet quotes: `the agency cited Kern as saying`,
    `Kern was quoted by the agency as saying`."""
    if not run.cue:
        return
    verb = head_of(parsed, run.cue[0].start, run.cue[0].end)
    if parsed.word(verb).lower() in _SAYING:
        verb = parsed.heads[verb]
    passive = is_passive(parsed, verb)
    quoted = parsed.child(verb, "nsubj:pass") if passive else parsed.child(verb, "obj")
    if parsed.lemmas[verb].lower() not in QUOTING or quoted is None or is_long(parsed, verb):
        return
    for token in parsed.subtree(verb):
        if parsed.word(token).lower() in _SAYING and token > max(quoted, verb):
            span = phrase(parsed, quoted)
            if parsed.word(token - 1).lower() == "as" and span and span[1] <= token - 1:
                run.source = [Mark(*span, "s")]
                first = verb_group(parsed, verb) if passive else (verb, verb + 1)
                run.cue = [Mark(*first, "c"), Mark(token - 1, token + 1, "c")]
                run.content = [
                    m for m in run.content
                    if (m.end <= verb or m.start > token)
                    and (m.end <= span[0] or m.start >= span[1])
                ]  # fmt: skip
                run.rule = "encoder spans; who is quoted by the tree"
            return


def split(parsed: Parsed, run: Link) -> list[Link]:
    """The run, or two of it where a second verb of saying hangs on its cue:
    `he said it would hold and warned of more`."""
    if not (run.cue and run.source and run.content):
        return [run]
    verb = head_of(parsed, run.cue[0].start, run.cue[0].end)
    last = max(run.content)
    for token in parsed.children[verb]:
        if (
            last.start < token < last.end
            and parsed.deprels[token] == "conj"
            and verb < last.start
            and parsed.child(token, *SUBJECTS) is None
            and lexicon.verb(parsed, token) is not None
        ):
            cue = verb_group(parsed, token)
            # A name before it is a subject that the tree has missed: "but Orpress reported".
            if parsed.upos[cue[0] - 1] in ("CCONJ", "ADV", "PUNCT"):
                return _cut(parsed, run, last, cue)
    return [run]


def _cut(parsed: Parsed, run: Link, last: Mark, cue: tuple[int, int]) -> list[Link]:
    said = trim(parsed, last.start, cue[0])
    while said and parsed.deprels[said[1] - 1] in ("cc", "punct"):
        said = trim(parsed, said[0], said[1] - 1)
    rest = trim(parsed, cue[1], last.end)
    if said is None or rest is None:
        return [run]
    run.content[run.content.index(last)] = Mark(*said, "t")
    rule = "encoder spans; second verb by the tree"
    return [run, Link(run.source, [Mark(*cue, "c")], [Mark(*rest, "t")], rule)]
