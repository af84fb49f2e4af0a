"""What the tests of reviews on the desk share: a story to look at, and its forms."""

from __future__ import annotations

import re
from typing import Any

from starlette.testclient import TestClient
from tests.store.records import Draft, valley

HERE = {"Origin": "http://127.0.0.1:8321"}


def doubtful() -> Draft:
    """A story with an event and two warnings that somebody should look at."""
    draft = valley()
    draft.fields["events"][0]["confidence"] = 0.4
    draft.fields["events"][1]["confidence"] = 0.9
    draft.fields["warnings"] = [
        {"code": "group_open", "message": "whose envoy is not clear", "span": draft.at("envoy")},
        {"code": "place_unknown", "message": "no table has Martuni", "span": None},
    ]
    return draft


def say(client: TestClient, value: str, verdict: str, **sent: Any) -> Any:
    """Send a verdict of a value, as its form does."""
    data = {"verdict": verdict, "reviewer": "Ida Holm"} | sent
    address = f"/story/1/review/{value}"
    return client.post(address, data=data, headers=HERE, follow_redirects=False)


def form_of(page: str) -> dict[str, Any]:
    """The fields of the form of a value, as a browser would send them back."""
    form = page[page.index('class="review"') : page.index("</form>", page.index('class="review"'))]
    sent: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name and ('type="checkbox"' not in tag or " checked" in tag):
            sent.setdefault(name[1], []).append(value[1] if value else "")
    for name, body in re.findall(r'<select[^>]*name="([^"]*)">(.*?)</select>', form, re.S):
        chosen = re.findall(r'value="([^"]*)" selected', body)
        sent[name] = chosen or [""]
    for name, text in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', form, re.S):
        sent[name] = [text]
    del sent["reviewer"]
    return sent
