"""What is being worked on, and what came of it."""

from __future__ import annotations

import secrets
import threading
from collections import Counter, OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal

from dateline.desk.limits import JOBS
from dateline.reading.document import Document
from dateline.record import Record

LINES: Final = 20
"""Problems of an ingestion that are shown, the last ones."""

State = Literal["waiting", "working", "done", "failed", "stopped"]


@dataclass
class Job:
    """One piece of work. Its own thread writes it, pages read it."""

    kind: Literal["story", "corpus"]
    label: str
    """What the user gave, in a few words."""
    id: str = field(default_factory=lambda: secrets.token_urlsafe(9))
    state: State = "waiting"
    problem: str = ""
    document: Document | None = None
    record: Record | None = None
    story: int | None = None
    """Its number in the chronicle once it is kept."""
    told: Counter[str] = field(default_factory=Counter)
    """Of a corpus: how many stories were new, revised, same, failed."""
    problems: deque[str] = field(default_factory=lambda: deque(maxlen=LINES))
    stop: Callable[[], None] | None = None
    """Ends the work of a corpus; None before it begins and after it ended."""
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def running(self) -> bool:
        """Whether it is not over."""
        return not self.ended.is_set()


class Jobs:
    """The latest jobs. The oldest that is over gives way when there are more than JOBS."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()

    def add(self, job: Job) -> None:
        """Keep a job."""
        with self._lock:
            self._jobs[job.id] = job
            over = [j.id for j in self._jobs.values() if not j.running]
            for name in over[: max(0, len(self._jobs) - JOBS)]:
                del self._jobs[name]

    def get(self, name: str) -> Job | None:
        """The job of this id, if it is still known."""
        with self._lock:
            return self._jobs.get(name)

    def all(self) -> list[Job]:
        """All jobs, the latest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def waiting(self) -> int:
        """How many are not over."""
        return sum(job.running for job in self.all())
