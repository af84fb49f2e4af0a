"""A corpus into the chronicle: `dateline ingest` in a process of its own, with its progress read.

A process, because a corpus may be long: it shares no lock with the pages, it can be stopped at any
moment, and what it has told of is on the disk.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from dateline.desk.work.jobs import Job


def ingest(job: Job, file: Path, chronicle: Path) -> None:
    """Ingest `file` into `chronicle`. What comes of it, and what goes wrong, is told in `job`."""
    command = [sys.executable, "-m", "dateline", "ingest", str(file), "--into", str(chronicle)]
    try:
        with subprocess.Popen(  # noqa: S603 - this program itself, with a file of the desk's own
            [*command, "--report"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process:
            job.stop, job.state = process.terminate, "working"
            named = (job, file, process.stderr)
            complaints = threading.Thread(target=_complaints, args=named)
            complaints.start()
            for line in process.stdout or ():
                job.told[json.loads(line)["change"]] += 1
            status = process.wait()
            complaints.join()
        _end(job, status)
    except Exception as error:
        job.state, job.problem = "failed", f"{type(error).__name__}: {error}"
    finally:
        job.stop = None
        file.unlink(missing_ok=True)
        job.ended.set()


def _complaints(job: Job, file: Path, stream: IO[str] | None) -> None:
    """Keep what the process says went wrong; its summary and its progress are not."""
    for line in stream or ():
        if line.startswith("dateline: "):
            said = line.removeprefix("dateline: ").strip()
            job.problems.append(said.replace(str(file), job.label))


def _end(job: Job, status: int) -> None:
    """How it ended: 0 all read, 1 something was not, below 0 it was stopped."""
    if status < 0:
        job.state = "stopped"
    elif status > 1 or not job.told:
        job.state = "failed"
        job.problem = job.problems[-1] if job.problems else f"it ended with status {status}"
    else:
        job.state = "done"
