"""Numbers in words and digits: `twenty-four`, `a hundred thirty`, `two and a half`, `2,500`."""

from __future__ import annotations

from collections.abc import Sequence

_MULTIPLIERS = {"hundred": 100, "thousand": 1000, "dozen": 12, "million": 1_000_000}


def amount(words: Sequence[str], known: dict[str, int]) -> float | None:
    """What a run of number words amounts to, or None where no number can be made of it.

    `known` maps small number words to their value. `half` counts 0.5, `quarter` 0.25; `a` stands
    for one before a multiplier or a fraction.
    """
    if len(words) in (3, 4) and words[-2] == "/":
        ints = [int(w) for w in words if w.isdigit() and len(w) < 4]
        if len(ints) != len(words) - 1:
            return None
        return sum(ints[:-2]) + ints[-2] / max(1, ints[-1])  # 2 1/2
    total, part, seen = 0.0, 0.0, False
    for word in words:
        if word[0].isdigit():
            digits = word.replace(",", "")
            if len(digits) > 12:
                return None
            part, seen = part + float(digits), True
        elif word in _MULTIPLIERS:
            part = (part or 1) * _MULTIPLIERS[word]
            seen = True
            if word in ("thousand", "million"):
                total, part = total + part, 0.0
        elif word == "half":
            part, seen = part + 0.5, True
        elif word == "quarter":
            part, seen = part + 0.25, True
        elif word in known:
            part, seen = part + known[word], True
        elif word not in ("a", "an", "and", "-", "one-", "of"):
            return None
    return total + part if seen else None
