"""What the tests share: a story of our own, in the wire's manner, and where the kit lies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

TODAY = date(2026, 11, 23)

STORY = """Menu

Ostland, Westland seek to end fighting in the Green Valley, says minister

LONDON, March 5. /DSS/. Turkey expects that talks with Russia on the conflict will help to end the \
crisis, Turkish Deputy Foreign Minister Orhan Yildiran told DSS on Thursday.

According to him, Turkey and Russia are in close contact. "We hope that this work will bear \
fruit," he said. The two sides clashed on March 2, 2020, when government forces shelled the town \
of Kobani. At least 12 soldiers were killed and 30 civilians were wounded, officials said.
"""


@pytest.fixture
def today() -> date:
    """The reading date of the tests."""
    return TODAY


@pytest.fixture
def story() -> str:
    """A short story with furniture, headline, dateline, statements and an event."""
    return STORY


@pytest.fixture
def story_file(tmp_path: Path) -> Path:
    """The story as a file."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def kit() -> Path:
    """The evaluation kit beside the checkout; tests that need it are skipped without it."""
    path = Path(__file__).parents[2] / "shared"
    if not path.is_dir():
        pytest.skip("the evaluation kit is not beside this checkout")
    return path
