"""Small records made by hand, so that the store's tests need no model."""

from __future__ import annotations

from typing import Any

from dateline.reading.document import Document
from dateline.record import Record, document_id

Fields = dict[str, Any]


class Draft:
    """A record that grows value by value; every span is where its words stand in the text."""

    def __init__(self, text: str, day: str | None = "2020-03-05", outlet: str = "DSS") -> None:
        self.text = text
        title = text.split("\n", 1)[0]
        self.fields: Fields = {
            "text": text,
            "document": {
                "title": {"text": title, "span": [0, len(title)]},
                "published": {"value": day, "basis": "metadata" if day else "unknown"},
                "source": outlet,
                "sentences": self._sentences(),
            },
            "actors": [],
            "places": [],
            "statements": [],
            "events": [],
            "casualties": [],
            "formats": [],
            "times": [],
        }

    def _sentences(self) -> list[list[int]]:
        found, start = [], 0
        for line in self.text.splitlines(keepends=True):
            found.append([start, start + len(line.rstrip())])
            start += len(line)
        return [span for span in found if span[0] < span[1]]

    def at(self, words: str) -> list[int]:
        """The span of the first place where `words` stand."""
        start = self.text.index(words)
        return [start, start + len(words)]

    def actor(
        self, words: str, kind: str = "state", country: str | None = None, **more: Any
    ) -> str:
        """An actor named by `words`; its id."""
        name = f"a{len(self.fields['actors'])}"
        mention = {"span": self.at(words), "how": "name"}
        self.fields["actors"].append(
            {"id": name, "name": words, "kind": kind, "country": country, "mentions": [mention]}
            | more
        )
        return name

    def place(self, words: str, country: str | None = None, geonames: int | None = None) -> str:
        """A place named by `words`; its id."""
        name = f"p{len(self.fields['places'])}"
        fields = {"id": name, "span": self.at(words), "text": words, "name": words, "kind": "city"}
        self.fields["places"].append(fields | {"country": country, "geonames_id": geonames})
        return name

    def statement(self, speaker: str | None, cue: str, content: str, **more: Any) -> str:
        """A statement; its id."""
        name = f"s{len(self.fields['statements'])}"
        fields = {"id": name, "speaker": speaker, "cue": [self.at(cue)], "mode": "indirect"}
        self.fields["statements"].append(fields | {"content": [self.at(content)]} | more)
        return name

    def event(self, kind: str, trigger: str, day: str | None, **more: Any) -> str:
        """An event on one day; its id."""
        name = f"e{len(self.fields['events'])}"
        date = {"edtf": day, "begin": day, "end": day, "time": None} if day else None
        fields = {"id": name, "type": kind, "trigger": [self.at(trigger)], "date": date}
        self.fields["events"].append(fields | more)
        return name

    def format(self, name: str, words: str, *members: tuple[str, str | None], **more: Any) -> str:
        """A mediation format named by `words`, with actors as members in roles; its id."""
        number = f"f{len(self.fields['formats'])}"
        fields = {"id": number, "name": name, "spans": [self.at(words)]}
        fields["members"] = [{"actor": actor, "role": role} for actor, role in members]
        self.fields["formats"].append(fields | more)
        return number

    def record(self, name: str | None = None) -> Record:
        """What has been put together."""
        return Record.model_validate({"id": name or document_id(self.text), **self.fields})

    def document(self, **known: Any) -> Document:
        """The document that the record is of."""
        return Document(text=self.text, **({"id": document_id(self.text)} | known))


def valley(day: str = "2020-03-05", outlet: str = "DSS", more: str = "") -> Draft:
    """A story about Armenia and Azerbaijan in which invented people speak."""
    draft = Draft(
        "Shelling in Martuni, says minister\n"
        "Armenia said that Azerbaijan shelled Martuni on Tuesday.\n"
        "Foreign Minister Aram Testian told Orla Venn that “the cease-fire” of the U.S. "
        "must hold.\n"
        "Northland's envoy Orla Venn met Davit Orbelin.\n" + more,
        day,
        outlet,
    )
    armenia = draft.actor("Armenia", country="ARM")
    azerbaijan = draft.actor("Azerbaijan", country="AZE")
    role = {"title": "Foreign Minister", "country": "ARM"}
    minister = draft.actor("Aram Testian", "person", "ARM", roles=[role])
    venn = draft.actor("Orla Venn", "person")
    prime = draft.actor("Davit Orbelin", "person", "ARM")
    martuni = draft.place("Martuni", "AZE", 585187)
    told = draft.statement(armenia, "said", "that Azerbaijan shelled Martuni on Tuesday")
    content = "that “the cease-fire” of the U.S. must hold"
    draft.statement(minister, "told", content, addressee=venn, date=day)
    draft.event(
        "ASSAULT",
        "shelled",
        day,
        actors=[azerbaijan],
        recipients=[armenia],
        places=[martuni],
        attributed_to=told,
        mode="artillery",
    )
    draft.event("CONSULT", "met", day, actors=[venn, prime])
    return draft
