"""Articles that a page cuts into several containers, with advertisements in between.

trafilatura reads the first container that looks like an article's body; where one article has
several of the same make, the story would end at the first advertisement, without a word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

_BODY = re.compile(r"(?:^|[\s_-])(?:body|content|text)(?:$|[\s_-])", re.IGNORECASE)
_LONG = 80
"""Characters of a paragraph that is running text."""


def join_chunks(tree: Any) -> None:
    """Move the content of such containers into the first of them, in the page's order.

    Joined are `div`s and `section`s that lie in the same `article` (or `main`) element, have the
    very same class, which says that it is body, content or text, and hold running text.
    """
    groups: dict[tuple[Any, str, str], list[Any]] = defaultdict(list)
    for element in tree.iter("div", "section"):
        kind = element.get("class") or ""
        if not _BODY.search(kind):
            continue
        home = next(element.iterancestors("article", "main"), None)
        group = groups[home, element.tag, kind]
        if home is not None and not _inside(element, group) and _holds_text(element):
            group.append(element)
    for group in groups.values():
        for other in group[1:]:
            for child in list(other):
                group[0].append(child)


def _inside(element: Any, group: list[Any]) -> bool:
    return bool(group) and any(parent is group[-1] for parent in element.iterancestors())


def _holds_text(element: Any) -> bool:
    return any(len(p.text_content()) >= _LONG for p in element.iter("p"))
