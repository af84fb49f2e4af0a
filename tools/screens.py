"""Pictures of the desk's pages for docs/desk.md: `python tools/screens.py`.

Reads the stories that ship into a chronicle of its own, opens each page in headless Chromium (of
Playwright, or the system's) at 1280 and 360 pixels, and writes docs/screens/NAME-WIDTH.jpg.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

from dateline.api.chronicle import Chronicle
from dateline.samples import paths

TARGET: Final = Path(__file__).resolve().parents[1] / "docs" / "screens"
PAGES: Final = {
    "overview": "/",
    "story": "/story/1",
    "statements": "/statements",
    "events": "/events",
    "incidents": "/incidents",
    "intensity": "/intensity?between=Armenia&between=Azerbaijan",
    "timeline": "/timeline",
    "map": "/map",
    "actor": "/actor?name=Armenia",
    "formats": "/formats",
    "format": "/format?name=OSCE+Minsk+Group",
    "brief": "/brief?actor=Armenia",
    "review": "/review",
    "missed": "/story/1/missed?family=events&words=agreement",
}
SIZES: Final = ((1280, 900), (360, 780))
QUALITY: Final = 55
"""Of the JPEGs: text stays legible, and all of them under 2 MB."""
PATIENCE: Final = 30.0


def main() -> None:
    """Make all pictures anew."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "samples.db")
        with Chronicle(path, create=True) as chronicle:
            list(chronicle.ingest([str(p) for p in paths()], today=date(2026, 11, 25)))
        port = _free()
        code = "import sys; from dateline.cli import main; sys.exit(main())"
        command = [sys.executable, "-c", code, "desk", str(path), "--port", str(port)]
        desk = subprocess.Popen([*command, "--no-browser"], stderr=subprocess.DEVNULL)  # noqa: S603
        try:
            _wait(port)
            _take(f"http://127.0.0.1:{port}")
        finally:
            desk.terminate()


def _take(home: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for width, height in SIZES:
            page = browser.new_page(viewport={"width": width, "height": height})
            for name, address in PAGES.items():
                page.goto(home + address)
                target = TARGET / f"{name}-{width}.jpg"
                page.screenshot(path=target, type="jpeg", quality=QUALITY)
        browser.close()


def _free() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    """Until the desk answers."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if time.monotonic() > until:
                sys.exit("the desk does not answer")
            time.sleep(0.2)
        else:
            return


if __name__ == "__main__":
    main()
