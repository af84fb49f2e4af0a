"""Under which key an actor is known across stories."""

from __future__ import annotations

from dateline.record import Actor
from dateline.store.identity import actor_key


def population(name: str, *sectors: str) -> Actor:
    return Actor(id="a1", why="", name=name, kind="population", country="AZE", sectors=[*sectors])


def test_a_breakaway_armys_soldiers_are_not_the_states() -> None:
    own = population("Azerbaijani soldiers", "MIL")
    assert actor_key(own) == actor_key(population("soldiers", "MIL"))
    assert actor_key(own) != actor_key(population("soldiers", "PRE", "MIL"))
