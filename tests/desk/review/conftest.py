"""A desk over one story of doubtful values, to review them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.chronicle.test_chronicle import keep_at
from tests.desk.reviewing import doubtful

from dateline.chronicle.keep import Keeper
from dateline.desk.app import desk
from dateline.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A chronicle of one story."""
    path = tmp_path / "c.db"
    with Store(path) as store:
        keep_at(Keeper(store), 1, doubtful())
    return path


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    """Its desk."""
    with TestClient(desk(path), base_url="http://127.0.0.1:8321") as client:
        yield client
