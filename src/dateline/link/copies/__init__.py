"""Copies and rewrites of one wire story, found among any number of stories in linear time.

    text = body(record)              # the words of the article, without dateline and furniture
    sketch = signature(text)         # bytes of a fixed length, to be kept with the story
    keys = bands(sketch)             # whole numbers for an indexed table: stories that share one
                                     # are candidates
    verdict = judge(sketch, other)   # copy, rewrite or none, and why

Source of the method: A. Broder, "On the resemblance and containment of documents" (1997), and the
banding of J. Leskovec et al., "Mining of Massive Datasets", ch. 3. The settings are in
`settings.yaml`, with how they were set.
"""

from dateline.link.copies.body import body
from dateline.link.copies.judge import Judgement, judge, similarity
from dateline.link.copies.sketch import bands, signature

__all__ = ["Judgement", "bands", "body", "judge", "signature", "similarity"]
