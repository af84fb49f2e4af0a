"""A parse as a spaCy `Doc`, for those whose tools expect one. spaCy is an extra."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


def to_doc(parsed: Parsed, vocab: Vocab | None = None) -> Doc:
    """Tokens, tags, features, lemmas, tree, sentences and entities as spaCy knows them.

    The span groups `sources`, `cues`, `contents` and `triggers` (labelled with the TimeML class)
    hold the rest. `doc.text` has one space wherever the story has white space; the offsets in the
    story stand in `doc.user_data["starts"]`, by token. Raises ImportError without spaCy.
    """
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab as NewVocab

    count = len(parsed)
    labels = ["O"] * count
    for entity in parsed.entities:
        for token in range(entity.start, entity.end):
            labels[token] = f"{'B' if token == entity.start else 'I'}-{entity.label}"
    doc = Doc(
        vocab if vocab is not None else NewVocab(),
        words=[parsed.word(t) for t in range(count)],
        spaces=[e < s for e, s in zip(parsed.ends, parsed.starts[1:], strict=False)]
        + [False] * (count > 0),
        pos=parsed.upos,
        tags=parsed.xpos,
        morphs=["" if f == "_" else f for f in parsed.feats],
        lemmas=parsed.lemmas,
        heads=parsed.heads,
        deps=["ROOT" if r == "root" else r for r in parsed.deprels],
        ents=labels,
        user_data={"starts": list(parsed.starts)},
    )
    for name in ("sources", "cues", "contents"):
        doc.spans[name] = [doc[a:b] for a, b in getattr(parsed, name)]
    doc.spans["triggers"] = [Span(doc, t.token, t.token + 1, label=t.kind) for t in parsed.triggers]
    return doc
