"""What a user types, as a query of the full-text index.

Words are looked for as the index keeps them: without case, diacritics and punctuation, so that
`Nagorno-Karabakh`, `U.S.` and curly quotation marks need no care. "..." asks for words in a row,
`-word` for their absence, `word*` for a beginning, `OR` between two terms for either.
"""

from __future__ import annotations

import re

from dateline.errors import QueryError

LONGEST = 1000
"""Characters of a query."""
_TERM = re.compile(r'(-?)"([^"]{0,1000})"?|(-?)([^\s"]{1,1000})')
_QUOTES = str.maketrans("“”„«»", '"' * 5)


def match_of(query: str) -> str:
    """The FTS5 expression for `query`. Raises QueryError where there is no word in it."""
    if len(query) > LONGEST:
        raise QueryError(f"the query is longer than {LONGEST} characters")
    wanted: list[str] = []
    unwanted: list[str] = []
    either = False
    for minus, phrase, other_minus, word in _TERM.findall(query.translate(_QUOTES)):
        if word == "OR" and wanted:
            either = True
            continue
        term = _term(phrase, word)
        if term is None:
            continue
        if minus or other_minus:
            unwanted.append(term)
        elif either:
            wanted[-1] = f"{wanted[-1]} OR {term}"
        else:
            wanted.append(term)
        either = False
    if not wanted:
        raise QueryError(f"there is no word to look for in {query!r}")
    expression = " AND ".join(f"({term})" for term in wanted)
    return f"({expression})" + "".join(f" NOT {term}" for term in unwanted)


def _term(phrase: str, word: str) -> str | None:
    """A phrase or a word in FTS5's quotation marks; None where nothing of it is indexed."""
    text = phrase or word
    if not any(c.isalnum() for c in text):
        return None
    beginning = not phrase and word.endswith("*")
    return '"' + text.rstrip("*").replace('"', " ") + '"' + ("*" if beginning else "")


def sought(query: str) -> re.Pattern[str]:
    """A pattern that finds the first of a query's words in a text as it was written."""
    terms = []
    for minus, phrase, other_minus, word in _TERM.findall(query.translate(_QUOTES)):
        parts = re.findall(r"\w+", phrase or word)
        if parts and not (minus or other_minus) and word != "OR":
            terms.append(r"\W{1,3}".join(map(re.escape, parts)))
    return re.compile(rf"\b(?:{'|'.join(terms)})", re.IGNORECASE)
