"""Small scenes for the tests: a marked-up text, a tree where a rule asks for one, actors, times.

Markup: `{s the envoy}` source, `{c said}` cue, `{t that ...}` content; one line is one segment.
"""

from __future__ import annotations

import re

from dateline.anatomy.story import Segment, Story
from dateline.extract.found import Found
from dateline.language.parsed import Parsed, Sentence
from dateline.language.tokenize import tokenize
from dateline.record import Actor, DocumentFacts, Mention, Published, Time

_OPEN = re.compile(r"\{([sct]) ")
_STOPS = ".?!"
_CLOSING = "\"”»'’"


def unmark(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """A marked-up text as the text itself and its (role, start, end) spans."""
    text, spans, at, role, start = "", [], 0, "", 0
    while at < len(marked):
        opening = _OPEN.match(marked, at)
        if opening:
            role, start, at = opening[1], len(text), opening.end()
        elif marked[at] == "}" and role:
            spans.append((role, start, len(text)))
            role, at = "", at + 1
        else:
            text, at = text + marked[at], at + 1
    return text, spans


def parsed(marked: str, kinds: tuple[str, ...] = (), tree: str = "") -> Parsed:
    """A Parsed of the text. `tree`: one `word upos head relation lemma?` a line (head from 1)."""
    text, spans = unmark(marked)
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[Sentence] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        kind = kinds[number] if number < len(kinds) else "body"
        segment = Segment(at, at + len(line), kind)
        begin, stopped = len(starts), False
        for start, end in tokenize(text, segment.start, segment.end):
            if stopped and (text[start] not in _CLOSING or text[start - 1] == " "):
                sentences.append(Sentence(begin, len(starts), segment))
                begin, stopped = len(starts), False
            starts.append(start)
            ends.append(end)
            stopped = stopped or text[start] in _STOPS
        if len(starts) > begin:
            sentences.append(Sentence(begin, len(starts), segment))
        at += len(line) + 1
    words = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    count = len(words)
    out = Parsed(
        text,
        starts,
        ends,
        [w.lower() for w in words],
        ["NOUN" if any(c.isalnum() for c in w) else "PUNCT" for w in words],
        [""] * count,
        list(range(count)),
        ["root"] * count,
        sentences,
    )
    for index, line in enumerate(line for line in tree.split("\n") if line.strip()):
        word, upos, head, relation, *lemma = line.split()
        assert word == words[index], f"token {index} is {words[index]!r}, not {word!r}"
        out.upos[index], out.deprels[index] = upos, relation
        out.heads[index] = index if head == "0" else int(head) - 1
        if lemma:
            out.lemmas[index] = lemma[0]
    for role, start, end in spans:
        group = {"s": out.sources, "c": out.cues, "t": out.contents}[role]
        group.append(out.tokens_in(start, end))
    return out


def found(
    marked: str,
    kinds: tuple[str, ...] = (),
    tree: str = "",
    actors: dict[str, tuple[str, str]] | None = None,
    times: dict[str, str] | None = None,
    published: str | None = "2024-05-07",
) -> Found:
    """A Found. `actors`: each wording (all its places) with (kind, id); `times`: wording, EDTF."""
    tokens = parsed(marked, kinds, tree)
    text = tokens.text
    facts = DocumentFacts(published=Published(value=published))
    segments = list(dict.fromkeys(s.segment for s in tokens.sentences))
    out = Found(Story(text, facts, segments), tokens)
    byid: dict[str, Actor] = {}
    for words, (kind, name) in (actors or {}).items():
        actor = byid.setdefault(name, Actor(id=name, name=words, kind=kind, mentions=[]))
        for hit in re.finditer(re.escape(words), text):
            actor.mentions.append(Mention(span=hit.span(), how="name"))
    out.actors = list(byid.values())
    for words, edtf in (times or {}).items():
        at = text.index(words)
        out.times.append(
            Time(
                id="t" + words,
                span=(at, at + len(words)),
                text=words,
                type="DATE",
                value=edtf,
                edtf=edtf,
            )
        )
    return out


def noun_phrase(scene: Found, wording: str) -> tuple[int, int]:
    """Hang the words of a phrase on its last word; its token range."""
    at = scene.parsed.text.index(wording)
    start, end = scene.parsed.tokens_in(at, at + len(wording))
    for token in range(start, end - 1):
        scene.parsed.heads[token], scene.parsed.deprels[token] = end - 1, "det"
    return start, end
