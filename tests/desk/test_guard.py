"""Who is answered, and what a browser may do with the answer."""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from dateline.desk.guard import refusal
from dateline.desk.limits import BODY

OWN = "http://127.0.0.1:8321"


def test_foreign_hosts_are_refused(client: TestClient) -> None:
    for host in ("evil.example", "evil.example:8321", "127.0.0.1.evil.example", "", "[::1", "0"):
        answer = client.get("/", headers={"host": host})
        assert answer.status_code == 403, host
        assert "Sergey" not in answer.text
    for host in ("127.0.0.1", "localhost:8321", "LOCALHOST", "[::1]:8321"):
        assert client.get("/", headers={"host": host}).status_code == 200, host


@pytest.mark.parametrize(
    ("headers", "answered"),
    [
        ({}, True),  # a program
        ({"sec-fetch-site": "none", "sec-fetch-mode": "navigate"}, True),  # typed
        ({"sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"}, True),
        # A link on another site, which opens the desk as a page of its own.
        (
            {
                "sec-fetch-site": "cross-site",
                "sec-fetch-mode": "navigate",
                "sec-fetch-dest": "document",
            },
            True,
        ),
        # Another site's frame, script, picture or fetch; another port of this machine.
        (
            {
                "sec-fetch-site": "cross-site",
                "sec-fetch-mode": "navigate",
                "sec-fetch-dest": "iframe",
            },
            False,
        ),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}, False),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"}, False),
        ({"sec-fetch-site": "same-site", "sec-fetch-mode": "cors"}, False),
    ],
)
def test_other_sites_may_link_but_not_read(
    client: TestClient, headers: dict[str, str], answered: bool
) -> None:
    for page in ("/", "/api/stories"):
        assert client.get(page, headers=headers).status_code == (200 if answered else 403)


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({"origin": OWN}, True),
        ({"origin": OWN, "sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "same-origin"}, True),
        ({}, False),
        ({"origin": "null"}, False),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "http://127.0.0.1:9999"}, False),
        ({"origin": "https://127.0.0.1:8321"}, False),
        ({"origin": OWN, "sec-fetch-site": "cross-site"}, False),
        ({"origin": OWN, "sec-fetch-site": "same-site"}, False),
        ({"origin": "http://evil.example", "sec-fetch-site": "same-origin"}, False),
    ],
)
def test_only_the_desk_itself_may_send(headers: dict[str, str], taken: bool) -> None:
    found = refusal("POST", Headers({"host": "127.0.0.1:8321", **headers}))
    assert (found is None) is taken


def test_a_refused_form_does_nothing(client: TestClient) -> None:
    before = client.get("/paste").text
    sent = {"text": "A story from elsewhere."}
    headers = {"origin": "http://evil.example"}
    assert client.post("/paste", data=sent, headers=headers).status_code == 403
    assert client.get("/paste").text == before


def test_answers_forbid_all_that_is_not_the_desks_own(client: TestClient) -> None:
    for page in ("/", "/api/stories", "/static/desk.css", "/nowhere"):
        headers = client.get(page).headers
        policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
        assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers


def test_a_form_that_is_too_large_is_refused(client: TestClient) -> None:
    headers = {"origin": OWN}
    files = {"file": ("big.txt", b"x" * (BODY + 1))}
    assert client.post("/paste", files=files, headers=headers).status_code == 413


def test_what_is_unchanged_is_not_sent_again(client: TestClient) -> None:
    for page in ("/", "/story/1", "/api/stories", "/api/openapi.json"):
        first = client.get(page)
        again = client.get(page, headers={"if-none-match": f'"other", W/{first.headers["etag"]}'})
        assert again.status_code == 304, page
        assert not again.content
        assert client.get(page, headers={"if-none-match": '"other"'}).status_code == 200
