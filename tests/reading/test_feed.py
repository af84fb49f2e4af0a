"""Stories out of feeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import FetchError, FormatError, InputError
from dateline.reading import feed
from dateline.reading.corpus import read_document, read_documents
from dateline.reading.document import Document
from dateline.reading.fetch import Fetched
from dateline.reading.items import BadInput

PARAGRAPH = (
    "<p>Shells fell on the valley road at dawn, and the villages along it lost their power. </p>"
)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Valley Wire</title><link>https://wire.invalid/</link>
<item><title>Shelling &amp; silence</title><link>https://wire.invalid/1</link>
<pubDate>Thu, 05 Mar 2020 23:10:00 GMT</pubDate>
<content:encoded><![CDATA[{PARAGRAPH * 8}<script>alert(1)</script>]]></content:encoded></item>
<item><title>Talks</title><link>https://wire.invalid/2</link>
<pubDate>Fri, 06 Mar 2020 08:00:00 GMT</pubDate><description>They will meet.</description></item>
<item><title>Nothing</title><description>No link here.</description></item>
</channel></rss>
"""
PAGE = b"<html><body><article><h1>Talks</h1>%s</article></body></html>" % (PARAGRAPH * 8).encode()


@pytest.fixture
def rss(tmp_path: Path) -> str:
    path = tmp_path / "wire.rss"
    path.write_text(RSS, encoding="utf-8")
    return str(path)


def test_stories_of_a_feed(rss: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fetch(url: str) -> Fetched:
        asked.append(url)
        return Fetched(PAGE, url, "text/html")

    monkeypatch.setattr(feed, "fetch", fetch)
    first, second, third = read_documents([rss])
    assert isinstance(first, Document)
    assert first.text.startswith("Shelling & silence\n\nShells fell on the valley road")
    assert "alert" not in first.text
    assert (first.url, first.date) == ("https://wire.invalid/1", "2020-03-05")
    assert first.source == "Valley Wire"
    assert isinstance(second, Document)
    assert (second.date, second.title) == ("2020-03-06", "Talks")
    assert asked == ["https://wire.invalid/2"]  # the first entry holds its story
    assert isinstance(third, BadInput)
    assert "no link to one" in third.message


def test_a_page_that_cannot_be_had_stops_nothing(rss: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(url: str) -> Fetched:
        raise FetchError(f"{url}: no answer")

    monkeypatch.setattr(feed, "fetch", fetch)
    kinds = [type(item) for item in read_documents([rss])]
    assert kinds == [Document, BadInput, BadInput]


def test_one_story_is_not_a_feed(rss: str) -> None:
    with pytest.raises(FormatError, match="it is a feed"):
        read_document(rss)


@pytest.mark.parametrize("start", ["<rss", "<?xml version='1.0'?>\n<feed xmlns='x'", "<rdf:RDF"])
def test_feeds_are_told_by_their_beginning(start: str) -> None:
    assert feed.is_feed(start.encode() + b">")
    assert not feed.is_feed(b"The <rss> of the matter")


def test_hostile_feeds_end_soon() -> None:
    assert not feed.is_feed(b"<!-- " * 2000 + b" " * 8000)
    bomb = "<!DOCTYPE b [" + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    data = f'<?xml version="1.0"?>{bomb}]><rss><channel><title>&e29;</title></channel></rss>'
    with pytest.raises(InputError, match="feed"):
        list(feed.read_feed(data.encode(), "bomb"))
