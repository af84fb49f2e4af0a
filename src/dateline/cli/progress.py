"""Progress on standard error: a bar where somebody watches, nothing where nobody does."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import TaskID

T = TypeVar("T")


class Progress:
    """Counts what was read and what is done. Use as a context manager."""

    def __init__(self, *, quiet: bool) -> None:
        """`quiet`: no bar; messages still come."""
        from rich.console import Console
        from rich.progress import MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            disable=quiet or not sys.stderr.isatty(),
            transient=True,
        )
        self._task: TaskID = self._bar.add_task("stories", total=0, rate="")
        self._seen = self._done = 0

    def __enter__(self) -> Progress:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def count(self, items: Iterable[T]) -> Iterator[T]:
        """The items, counted as they are taken; the total is what is known so far."""
        for item in items:
            self._seen += 1
            self._bar.update(self._task, total=self._seen)
            yield item

    def advance(self) -> None:
        """One more is done."""
        self._done += 1
        elapsed = self._bar.tasks[0].elapsed or 0
        rate = f"{self._done / elapsed:.1f}/s" if elapsed > 1 else ""
        self._bar.update(self._task, advance=1, rate=rate)

    def say(self, message: str) -> None:
        """A line on standard error, above the bar. Article text in it is taken literally."""
        if self._bar.disable:
            sys.stderr.write(message + "\n")
        else:
            self._bar.console.print(message, markup=False, highlight=False, soft_wrap=True)
