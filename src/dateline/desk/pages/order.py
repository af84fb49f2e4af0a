"""The order in which events are told."""

from __future__ import annotations

from dateline.store import EventFound


def in_order(found: list[EventFound]) -> list[EventFound]:
    """Events by their first day; those of that day alone come before the longer ones."""

    def key(event: EventFound) -> tuple[bool, str, bool, str]:
        alone = event.begin == event.until
        return event.begin is None, event.begin or "", not alone, event.until or "9999"

    return sorted(found, key=key)
