"""Windows: every word once, none over the limit, cuts where sentences or segments end."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.language.windows import likely_starts, windows

WORDS = st.lists(
    st.tuples(st.integers(1, 12), st.booleans(), st.booleans()), min_size=1, max_size=300
)


@given(WORDS, st.integers(12, 60))
def test_every_word_is_in_one_window_within_the_limit(
    words: list[tuple[int, bool, bool]], limit: int
) -> None:
    lengths = [w[0] for w in words]
    found = windows(lengths, [w[1] or w[2] for w in words], [w[2] for w in words], limit)
    assert found[0][0] == 0
    assert found[-1][1] == len(words)
    assert all(a[1] == b[0] for a, b in pairwise(found))
    assert all(sum(lengths[a:b]) <= limit for a, b in found)


def test_cut_at_a_segment_then_at_a_sentence_then_anywhere() -> None:
    one = [1] * 20
    none = [False] * 20
    at7 = [i == 7 for i in range(20)]
    at6 = [i == 6 for i in range(20)]
    assert windows(one, at7, none, 10)[0] == (0, 7)
    assert windows(one, at7, at6, 10)[0] == (0, 6)
    assert windows(one, none, none, 10)[0] == (0, 10)


def test_likely_starts() -> None:
    words = ["He", "met", "Gen.", "Lee", ".", '"', "Go", ".", '"', "She", "left", "."]
    gaps = [2, 1, 1, 1, 0, 1, 0, 0, 0, 1, 1, 0]
    starts = [i for i, yes in enumerate(likely_starts(words, gaps)) if yes]
    assert starts == [0, 5, 9]
