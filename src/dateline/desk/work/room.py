"""Where the desk's work is done: one story at a time, one corpus at a time, beside the pages."""

from __future__ import annotations

import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from typing import Final

from dateline.chronicle.keep import Keeper
from dateline.desk.work.corpus import ingest
from dateline.desk.work.given import Given, document
from dateline.desk.work.jobs import Job, Jobs
from dateline.errors import DatelineError, StoreError
from dateline.pipeline import annotate_document
from dateline.reading.sources import kind_of
from dateline.store import Store

QUEUE: Final = 10
"""Jobs that may wait; more are refused."""


class FullError(Exception):
    """Too much is being worked on already."""


class Room:
    """Reads stories in a thread, and corpora in a process, so that the pages stay quick."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stories = ThreadPoolExecutor(1, "story")
        self._corpora = ThreadPoolExecutor(1, "corpus")
        self._folder: Path | None = None  # made for the first file: many desks never get one
        self._making = Lock()
        self.jobs = Jobs()

    def close(self) -> None:
        """Stop what runs, and take away the copies of files."""
        for job in self.jobs.all():
            if job.stop:
                job.stop()
        self._stories.shutdown(wait=False, cancel_futures=True)
        self._corpora.shutdown(wait=True, cancel_futures=True)
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def copy(self, name: str) -> Path:
        """An empty place for a copy of a user's file; only the ending of its name is kept."""
        with self._making:
            self._folder = self._folder or Path(tempfile.mkdtemp(prefix="dateline-desk-"))
        endings = [s for s in Path(name).suffixes[-2:] if s[1:].isalnum() and len(s) < 10]
        handle, place = tempfile.mkstemp("".join(endings), dir=self._folder)
        os.close(handle)
        return Path(place)

    def take(self, given: Given) -> Job:
        """Begin to read what was given. Raises FullError where too much waits already."""
        if self.jobs.waiting() >= QUEUE:
            raise FullError
        if given.file and kind_of(str(given.file)) != "document":
            job = Job("corpus", given.label)
            self.jobs.add(job)
            self._corpora.submit(ingest, job, given.file, self._path)
        else:
            job = Job("story", given.label)
            self.jobs.add(job)
            self._stories.submit(_read, job, given)
        return job

    def keep(self, job: Job) -> int:
        """Put a story that was read into the chronicle; its number there. Raises StoreError."""
        if job.story is None:
            if job.document is None or job.record is None:
                raise StoreError("there is nothing to keep: the story was not read")
            now = datetime.now(UTC).isoformat(timespec="seconds")
            with Store(self._path) as store:
                keeper = Keeper(store)
                with keeper.writing():
                    job.story = keeper.keep(job.document, job.record, now).story
        return job.story


def _read(job: Job, given: Given) -> None:
    """Read one story. Whatever goes wrong is told in the job."""
    job.state = "working"
    try:
        job.document = document(given)
        job.record = annotate_document(job.document, date.today())
        job.state = "done"
    except DatelineError as error:
        job.state, job.problem = "failed", str(error)
    except Exception as error:
        job.state, job.problem = (
            "failed",
            f"Dateline has a defect ({type(error).__name__}: {error})",
        )
    finally:
        if given.file:
            given.file.unlink(missing_ok=True)
        job.ended.set()
