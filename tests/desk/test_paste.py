"""What is pasted or uploaded: a story, read at once and kept on demand; a corpus, with progress."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from dateline.api.chronicle import Chronicle
from dateline.desk import desk
from dateline.desk.work.jobs import Job, Jobs

OWN = {"origin": "http://127.0.0.1:8321"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty chronicle."""
    found = tmp_path / "own.db"
    Chronicle(found, create=True).close()
    return found


@pytest.fixture
def asking(path: Path) -> Iterator[TestClient]:
    """Asks the desk of the empty chronicle."""
    with TestClient(desk(path), base_url="http://127.0.0.1:8321") as client:
        yield client


def ended(asking: TestClient, answer: Response) -> Response:
    """The page of a job once it is over; waits a minute at most."""
    until = time.monotonic() + 60
    while "http-equiv" in answer.text:
        assert time.monotonic() < until
        time.sleep(0.1)
        answer = asking.get(answer.url.path)
    return answer


def test_a_pasted_story_is_read_and_then_kept(asking: TestClient, path: Path, story: str) -> None:
    sent = {"text": story.replace("\n", "\r\n"), "date": "2020-03-05", "source": "DSS"}
    answer = ended(asking, asking.post("/paste", data=sent, headers=OWN))
    assert answer.status_code == 200
    assert "Orhan Yildiran" in answer.text
    assert "not kept yet" in answer.text
    assert "12 stories" not in asking.get("/").text
    kept = asking.post(f"{answer.url.path}/keep", headers=OWN)
    assert kept.url.path == "/story/1"
    again = asking.post(f"{answer.url.path}/keep", headers=OWN)
    assert again.url.path == "/story/1"
    with Chronicle(path) as chronicle:
        record = chronicle.record(1)
        assert record.text == story
        assert record.document.published.value == "2020-03-05"
        assert len(chronicle.stories()) == 1


def test_a_story_is_kept_only_when_the_desk_itself_asks(asking: TestClient, story: str) -> None:
    answer = ended(asking, asking.post("/paste", data={"text": story}, headers=OWN))
    foreign = {"origin": "http://evil.example"}
    assert asking.post(f"{answer.url.path}/keep", headers=foreign).status_code == 403
    assert asking.get(f"{answer.url.path}/keep").status_code == 405
    assert "no story in this chronicle yet" in asking.get("/").text


def test_a_page_is_read_as_a_page(asking: TestClient) -> None:
    page = (Path(__file__).parents[2] / "src/dateline/samples/minsk-2015-02-12.html").read_bytes()
    sent = {"file": ("minsk.html", page)}
    answer = ended(asking, asking.post("/paste", files=sent, headers=OWN))
    assert "Leaders agree in Minsk" in answer.text
    assert "Petro Poroshenko" in answer.text


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({"text": "  "}, "no text in it"),
        ({"text": ""}, "no text in it"),
        ({"address": "ftp://example.org/x"}, "no web address"),
        ({"address": "http://127.0.0.1:8321/story/1"}, "127.0.0.1"),
        ({"text": "A story.", "date": "yesterday"}, "is no date"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_form(
    asking: TestClient, sent: dict[str, str], problem: str
) -> None:
    answer = ended(asking, asking.post("/paste", data=sent, headers=OWN))
    assert answer.status_code == 400
    assert problem in answer.text
    assert "<textarea" in answer.text


def test_a_corpus_is_ingested_beside_the_pages(asking: TestClient, path: Path, story: str) -> None:
    rows = [{"id": str(n), "text": f"{story}\nNumber {n}.\n"} for n in range(3)]
    lines = "\n".join([*map(json.dumps, rows), "this is no row"])
    sent = {"file": ("own.jsonl.gz", gzip.compress(lines.encode()))}
    answer = asking.post("/paste", files=sent, headers=OWN)
    assert asking.get("/stories").status_code == 200  # while it is read
    answer = ended(asking, answer)
    assert "<dt>new</dt><dd>3</dd>" in answer.text
    assert "<dt>not read</dt><dd>1</dd>" in answer.text
    problems = answer.text[answer.text.index("What was not read") :]
    assert "own.jsonl.gz:4:" in problems
    assert "/tmp" not in problems
    assert "3 stories" in asking.get("/").text
    folder = asking.app.state.room._folder  # type: ignore[attr-defined]
    assert list(folder.iterdir()) == []


def test_an_ingestion_can_be_stopped(asking: TestClient, story: str) -> None:
    rows = [{"id": str(n), "text": f"{story}\nNumber {n}.\n"} for n in range(2000)]
    sent = {"file": ("long.jsonl", "\n".join(map(json.dumps, rows)).encode())}
    answer = asking.post("/paste", files=sent, headers=OWN)
    until = time.monotonic() + 60
    while "Stop</button>" not in answer.text:
        assert time.monotonic() < until
        answer = asking.get(answer.url.path)
    answer = ended(asking, asking.post(f"{answer.url.path}/stop", headers=OWN))
    assert "Stopped." in answer.text


def test_an_unknown_job_is_404(asking: TestClient) -> None:
    assert asking.get("/paste/nothing").status_code == 404
    assert asking.post("/paste/nothing/keep", headers=OWN).status_code == 404


def test_the_oldest_job_that_is_over_gives_way() -> None:
    jobs = Jobs()
    running = Job("story", "running")
    jobs.add(running)
    for number in range(50):
        job = Job("story", str(number))
        job.ended.set()
        jobs.add(job)
    assert len(jobs.all()) == 20
    assert jobs.get(running.id) is running
    assert jobs.all()[0].label == "49"
