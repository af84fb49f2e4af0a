"""Answers that take long and are asked for again, kept until the chronicle changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

Answer = TypeVar("Answer")

MOST: Final = 600
"""Answers kept; the one that was asked for longest ago gives way."""


class Remembered:
    """Answers about one chronicle. Safe to ask from several threads."""

    def __init__(self, path: Path) -> None:
        self._files = (path, path.with_name(f"{path.name}-wal"))
        self._as_of: tuple[object, ...] = ()
        self._answers: OrderedDict[object, object] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: object, find: Callable[[], Answer]) -> Answer:
        """The answer to `key`: what `find` says, or said when the files were as they are now.

        `find` must depend on nothing but the key and the chronicle. What it raises is not kept.
        """
        state = self.state()
        with self._lock:
            if state != self._as_of:
                self._answers.clear()
                self._as_of = state
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]  # type: ignore[return-value]  # what `find` said
        answer = find()
        with self._lock:
            # Only if nothing was written meanwhile: else it may be of either state.
            if self._as_of == state == self.state():
                self._answers[key] = answer
                if len(self._answers) > MOST:
                    self._answers.popitem(last=False)
        return answer

    def state(self) -> tuple[object, ...]:
        """What changes with every commit: size and time of the file and of its log."""
        found: list[object] = []
        for file in self._files:
            try:
                stat = file.stat()
            except OSError:
                found.append(None)
            else:
                # An empty log comes and goes with each reader; what is written is never empty.
                empty = stat.st_size == 0
                found.append(None if empty else (stat.st_ino, stat.st_size, stat.st_mtime_ns))
        return tuple(found)
