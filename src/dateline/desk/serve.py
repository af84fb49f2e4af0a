"""The desk on a port of this machine."""

from __future__ import annotations

import gc
import socket
import threading
import webbrowser
from pathlib import Path
from typing import Final

import uvicorn

from dateline.desk.app import desk
from dateline.errors import DatelineError

ADDRESS: Final = "127.0.0.1"
"""The desk has no login, so it listens where only this machine can reach it."""
TRIES: Final = 20
"""Ports that are tried from the first one on, where none is asked for."""


def listen(port: int | None, first: int) -> socket.socket:
    """A socket on `port`; without one, on the first free port from `first` on.

    Raises DatelineError where it is taken.
    """
    for candidate in [port] if port is not None else range(first, first + TRIES):
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((ADDRESS, candidate))
        except OSError:
            found.close()
            continue
        return found
    wanted = f"port {port} is" if port is not None else f"ports {first} to {first + TRIES - 1} are"
    raise DatelineError(f"{wanted} taken: choose another with --port")


def serve(path: Path, listening: socket.socket, *, browser: bool) -> None:
    """Run the desk of the chronicle at `path` until it is interrupted.

    `browser`: open the user's browser once it answers.
    """
    config = uvicorn.Config(
        desk(path),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=5,
        limit_concurrency=200,
        h11_max_incomplete_event_size=64_000,
        timeout_graceful_shutdown=5,
        ws="none",
    )
    if browser:
        address = f"http://{ADDRESS}:{listening.getsockname()[1]}/"
        listening.listen()  # a browser that is quicker than the server waits in the queue
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    # The records that are held open (`store/bodies.py`) are some 400,000 things without a cycle:
    # with Python's own thresholds they are gone through again and again while a page is made.
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
    uvicorn.Server(config).run(sockets=[listening])
