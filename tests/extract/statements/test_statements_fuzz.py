"""Whatever the encoder tags, extraction ends without an exception and with spans in the text."""

from hypothesis import given, settings
from hypothesis import strategies as st
from statements_scene import found

from dateline.extract.statements import extract

WORDS = st.sampled_from(
    ["Kern", "said", "that", "the", "road", "who", "According", "to", "he", "us", "told"]
) | st.sampled_from(list("\"“”',:().-«»"))
TAGS = st.sampled_from(["NOUN", "PROPN", "VERB", "PRON", "PUNCT", "DET", "ADP", "AUX"])
RELATIONS = st.sampled_from(
    ["nsubj", "obj", "ccomp", "parataxis", "acl:relcl", "conj", "det", "case", "nmod:poss", "xcomp"]
)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_any_tags_on_any_text(data: st.DataObject) -> None:
    lines = data.draw(st.lists(st.lists(WORDS, min_size=1, max_size=14), min_size=1, max_size=4))
    text = "\n".join(" ".join(line) for line in lines)
    kinds = tuple(data.draw(st.lists(st.sampled_from(["title", "standfirst", "body"]), max_size=4)))
    scene = found(text, kinds=kinds, actors={"Kern": ("person", "kern")})
    parsed = scene.parsed
    count = len(parsed)
    if not count:
        return
    parsed.upos[:] = data.draw(st.lists(TAGS, min_size=count, max_size=count))
    parsed.deprels[:] = data.draw(st.lists(RELATIONS, min_size=count, max_size=count))
    for sentence in parsed.sentences:  # a tree: each word hangs on an earlier one
        for token in range(sentence.start + 1, sentence.end):
            parsed.heads[token] = data.draw(st.integers(sentence.start, token - 1))
    spans = st.tuples(st.integers(0, count - 1), st.integers(1, 9))
    for track in (parsed.sources, parsed.cues, parsed.contents):
        taken = 0
        for start, length in sorted(data.draw(st.lists(spans, max_size=5))):
            if start >= taken:
                taken = min(count, start + length)
                track.append((start, taken))
    statements = extract(scene)
    assert len({s.id for s in statements}) == len(statements)
    ids = {s.id for s in statements}
    for statement in statements:
        assert statement.content
        assert statement.within is None or statement.within in ids
        for start, end in statement.source + statement.cue + statement.content:
            assert 0 <= start < end <= len(parsed.text)
