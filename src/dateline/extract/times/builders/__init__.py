"""What the rules make of what they match. Importing this package registers every builder."""

from dateline.extract.times.builders import clock, dates, phrases, refs, units, years

__all__ = ["clock", "dates", "phrases", "refs", "units", "years"]
