"""Intensity: conflict and cooperation by day and pair of actors, and when they rose or fell.

    daily(acts) -> [Day]                  by pair, measure and day; incidents and the naive count
    changes(counts) -> [Change]           change points of one series of daily counts
    shifts(days, first, last) -> [Shift]  the changes of all pairs
    sentence(shift) -> str                one of them in plain words

All are pure functions of flat values. What is counted together is in `measures.yaml`.
"""

from __future__ import annotations

from dateline.link.intensity.acts import Act, Measure, measures
from dateline.link.intensity.changes import Change, changes
from dateline.link.intensity.say import Shift, of_series, sentence, shifts
from dateline.link.intensity.series import Day, Pair, daily, dense

__all__ = [
    "Act", "Change", "Day", "Measure", "Pair", "Shift", "changes", "daily", "dense", "measures",
    "of_series", "sentence", "shifts",
]  # fmt: skip
