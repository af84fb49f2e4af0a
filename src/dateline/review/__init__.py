"""Reviews: what people say of single values of records. Kept apart from the machine's values, known
by their words, and laid over the record wherever it is used.

    proposal = propose(laid, "e1f0c2", "corrected", {"status": "planned"})
    laid = lay(record, reviews)
"""

from dateline.review.draft import by_id, described
from dateline.review.example import example
from dateline.review.families import Family, Field, Verdict, families
from dateline.review.lay import Laid, lay
from dateline.review.propose import Proposal, held, names_of, propose
from dateline.review.review import Review, Words
from dateline.review.telling import tell

__all__ = [
    "Family",
    "Field",
    "Laid",
    "Proposal",
    "Review",
    "Verdict",
    "Words",
    "by_id",
    "described",
    "example",
    "families",
    "held",
    "lay",
    "names_of",
    "propose",
    "tell",
]
