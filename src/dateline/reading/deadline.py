"""A cap on the time that a piece of work may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from dateline.errors import TooLargeError


class _TimeUp(BaseException):
    """Not an Exception, so that no library on the way can swallow it."""


@contextmanager
def deadline(seconds: float, what: str) -> Iterator[None]:
    """Stop the block after `seconds` with a TooLargeError that names `what`.

    Works in the main thread of a process on systems with an alarm signal (all but Windows), so
    also in each worker of a process pool. Elsewhere, and where somebody else's alarm is running,
    the block runs without this cap: those on size, depth and number of elements still bound it.
    """
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
        or signal.getitimer(signal.ITIMER_REAL)[0] > 0
    ):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise _TimeUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except _TimeUp:
        raise TooLargeError(f"{what} took more than {seconds:g} seconds") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
