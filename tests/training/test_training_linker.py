from training.linker import attributions

from dateline.language import parse

TEXT = "Ms. Roe spoke of peace. She named no day.\n\nThe war goes on, said Mr. Poe."


def linked(sources: list[str], cues: list[str], contents: list[str]) -> list[dict[str, list[str]]]:
    """The attributions of TEXT for spans given by their words."""
    parsed = parse(TEXT)

    def spans(words: list[str]) -> list[tuple[int, int]]:
        at = [TEXT.index(w) for w in words]
        return [parsed.tokens_in(a, a + len(w)) for a, w in zip(at, words, strict=True)]

    parsed.sources, parsed.cues, parsed.contents = spans(sources), spans(cues), spans(contents)
    return [
        {role: [TEXT[a:b] for a, b in found] for role, found in one.items()}
        for one in attributions(parsed)
    ]


def test_a_content_takes_the_nearest_cue_and_source_of_its_sentence() -> None:
    assert linked(["Ms. Roe", "She"], ["spoke of", "named"], ["no day"]) == [
        {"source": ["She"], "cue": ["named"], "content": ["no day"]}
    ]


def test_what_stands_in_another_paragraph_is_no_neighbour() -> None:
    assert linked(["Ms. Roe"], ["named"], ["The war goes on", "no day"]) == [
        {"source": [], "cue": [], "content": ["The war goes on"]},
        {"source": ["Ms. Roe"], "cue": ["named"], "content": ["no day"]},
    ]


def test_contents_of_one_cue_are_one_attribution() -> None:
    assert linked(["Mr. Poe"], ["said"], ["The war", "goes on"]) == [
        {"source": ["Mr. Poe"], "cue": ["said"], "content": ["The war", "goes on"]}
    ]
