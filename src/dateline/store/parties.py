"""The actors and places of stories, each kept once in the chronicle."""

from __future__ import annotations

import sqlite3

from dateline.record import Actor, Place, Record
from dateline.store.identity import actor_key, actor_name, place_key, stands_for


class Register:
    """Row numbers of actors and places; new ones are added as they come.

    Rows that a rolled back transaction would have added must be forgotten with `forget`.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._actors: dict[str, int] = {}
        self._places: dict[str, int] = {}
        self.actor_country: dict[int, str | None] = {}
        """Of each actor's row that was given out, the country that it stands for."""
        self.place_country: dict[int, str | None] = {}
        """Of each place's row that was given out, the country that it is in."""
        self._spelt: set[tuple[int, str]] = set()

    def forget(self) -> None:
        """Look everything up again."""
        self._actors.clear()
        self._places.clear()
        self.actor_country.clear()
        self.place_country.clear()
        self._spelt.clear()

    def actors(self, record: Record) -> dict[str, int]:
        """Ids of a record's actors to row numbers."""
        rows = {actor.id: self._actor(actor) for actor in record.actors}
        for actor in record.actors:
            names = [actor.name]
            names += [record.text[slice(*m.span)] for m in actor.mentions if m.how == "name"]
            for name in dict.fromkeys(" ".join(name.split()) for name in names):
                self._spell(rows[actor.id], name)
        return rows

    def places(self, record: Record) -> dict[str, int]:
        """Ids of a record's places to row numbers."""
        return {place.id: self._place(place) for place in record.places}

    def _actor(self, actor: Actor) -> int:
        key = actor_key(actor)
        row = self._actors.get(key)
        if row is None:
            values = (key, actor_name(actor), actor.kind, stands_for(actor), actor.country)
            row, country, _ = self._keep("actor", "(key, name, kind, country, home)", values)
            self._actors[key] = row
            self.actor_country[row] = country
        return row

    def _place(self, place: Place) -> int:
        key = place_key(place)
        row = self._places.get(key)
        if row is None:
            columns = "(key, name, kind, country, lat, lon, geonames_id)"
            where = (place.country, place.lat, place.lon, place.geonames_id)
            values = (key, place.name, place.kind, *where)
            row, country, new = self._keep("place", columns, values)
            if new:
                insert = "INSERT INTO place_name (rowid, name) VALUES (?, ?)"
                self._db.execute(insert, (row, place.name))
            self._places[key] = row
            self.place_country[row] = country
        return row

    def _keep(
        self, table: str, columns: str, values: tuple[object, ...]
    ) -> tuple[int, str | None, bool]:
        """The row with the key `values[0]`, its country, and whether it is new."""
        find = f"SELECT id, country FROM {table} WHERE key = ?"
        if row := self._db.execute(find, values[:1]).fetchone():
            return row["id"], row["country"], False
        marks = ", ".join("?" * len(values))
        insert = f"INSERT INTO {table} {columns} VALUES ({marks}) RETURNING id, country"
        row = self._db.execute(insert, values).fetchone()
        return row["id"], row["country"], True

    def _spell(self, actor: int, name: str) -> None:
        """Keep one more spelling of an actor's name."""
        if (actor, name) in self._spelt:
            return
        self._spelt.add((actor, name))
        added = self._db.execute(
            "INSERT INTO spelling (actor, name) VALUES (?, ?) ON CONFLICT DO NOTHING", (actor, name)
        )
        if added.rowcount:
            insert = "INSERT INTO actor_name (rowid, name) VALUES (?, ?)"
            self._db.execute(insert, (added.lastrowid, name))
