"""A desk to ask: over the sample stories, read once for all tests, and over hand-made records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.api.chronicle import Chronicle
from dateline.desk import desk
from dateline.samples import paths

TODAY = date(2026, 11, 23)
HOME = "http://127.0.0.1:8321"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronicle of the sample stories. Tests only read it."""
    path = tmp_path_factory.mktemp("desk") / "samples.db"
    with Chronicle(path, create=True) as chronicle:
        told = chronicle.ingest([str(p) for p in paths()], today=TODAY)
    assert {one.change for one in told} == {"new"}
    return path


@pytest.fixture(scope="session")
def client(samples: Path) -> Iterator[TestClient]:
    """Asks the desk of the sample stories, as a program on this machine does."""
    with TestClient(desk(samples), base_url=HOME) as asking:
        yield asking
