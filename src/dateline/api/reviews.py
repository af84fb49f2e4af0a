"""Reviews of single values, for Python: a part of `dateline.Chronicle`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.chronicle import review as kept
from dateline.chronicle.copied import carry, carry_all
from dateline.chronicle.keep import Keeper
from dateline.chronicle.verdicts import Added, add_lines, examples
from dateline.record import Record
from dateline.review import Review
from dateline.store import Store, reviews
from dateline.store.reviews import ReviewQuestion


class Reviewing:
    """What people say of single values of a chronicle's stories.

    Nothing that the machine read is changed: reviews are kept beside it, and laid over it wherever
    the chronicle tells something. They hold for a changed story as long as their words are there.
    """

    _store: Store

    def machine_record(self, story: int) -> Record:
        """The record of a story as it was read; `record` has its reviews laid over it."""
        return self._store.machine_record(story)

    def review(
        self,
        story: int,
        value: str,
        verdict: str,
        fields: dict[str, Any] | None = None,
        *,
        reviewer: str,
        note: str = "",
        copies: bool = False,
    ) -> int:
        """Say of a value (by its id in the record) that it is `accepted`, `corrected`, `rejected`,
        `merged` or `split`; the number of the review. With `added`, of a family (statements,
        events, casualties, actors, places, times, formats) that the machine missed one: `fields`
        has its "words".

        `fields`: what is other, by the names of the record (actors also by their names); of a
        merger {"into": id}; of a split {"words": numbers of an actor's mentions, "name"} or
        {"from": words with which the second statement begins}. `copies`: let it hold for the other
        copies of the wire's story too, where nobody has spoken of the same words yet. Raises
        QueryError.
        """
        keeper = Keeper(self._store)
        with keeper.writing():
            made = kept.review(keeper, story, value, verdict, fields, reviewer=reviewer, note=note)
        if copies:
            carry(keeper, made)
        return made

    def undo_review(self, review: int, reviewer: str) -> None:
        """Take a review back; what was before it counts again. Raises QueryError."""
        keeper = Keeper(self._store)
        with keeper.writing():
            kept.undo(keeper, review, reviewer)

    def reviews(self, which: str = "holding", **question: Any) -> list[Review]:
        """The reviews that hold, or those to be asked again (`again`), the `past` ones, or `all`;
        the latest first. Keywords: story, value, family, verdict, reviewer, limit, offset."""
        return reviews.reviews(self._store.db, ReviewQuestion(which=which, **question))  # type: ignore[arg-type]

    def training_data(self, which: str = "holding", **question: Any) -> Iterator[dict[str, Any]]:
        """The same, however many, as examples to learn from: text, spans, the machine's value, the
        reviewed one, who, when, and the rule that read it."""
        asked = ReviewQuestion(which=which, **question)  # type: ignore[arg-type]
        return examples(Keeper(self._store), asked)

    def add_reviews(
        self, lines: Iterable[str], reviewer: str = "", *, copies: bool = False
    ) -> list[Added]:
        """Keep verdicts given as JSON Lines; what became of each line. `copies`: see `review`."""
        keeper = Keeper(self._store)
        made = list(add_lines(keeper, lines, reviewer))
        if copies:
            carry_all(keeper, made)
        return made
