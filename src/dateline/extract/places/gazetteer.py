"""The gazetteer: places by name, read lazily from one compact file.

The file (see `tools/build_gazetteer.py`) stays one block of bytes; a look-up halves its way to
the key, so that 190,000 places cost no Python objects until they are asked for.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from dateline.errors import DataError
from dateline.knowledge.countries import by_alpha2
from dateline.knowledge.lexicon import key_of

MOST = 40
"""Namesakes looked at; the file lists the largest first."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a name may mean."""

    name: str
    kind: str
    lat: float
    lon: float
    country: str | None
    """ISO alpha-3."""
    region: str = ""
    """First-level code of GeoNames (US: the state's postal code)."""
    population: int = 0
    geonames_id: int | None = None
    source: str = "gazetteer"
    """The table that it comes from: gazetteer, curated, countries, disputed."""


class Gazetteer:
    """Look-ups in the gazetteer file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        ends = np.flatnonzero(np.frombuffer(data, np.uint8) == 10)
        parting = data.find(b"\n\n")
        if parting < 0:
            raise DataError("the gazetteer has no index")
        self._ends: npt.NDArray[np.int64] = ends
        self._places = int(np.searchsorted(ends, parting)) + 1

    def _line(self, number: int) -> bytes:
        start = int(self._ends[number - 1]) + 1 if number else 0
        return self._data[start : int(self._ends[number])]

    def _find(self, key: bytes) -> bytes | None:
        low, high = self._places + 1, len(self._ends)
        while low < high:
            middle = (low + high) // 2
            line = self._line(middle)
            name = line[: line.index(b"\t")]
            if name == key:
                return line[len(name) + 1 :]
            if name < key:
                low = middle + 1
            else:
                high = middle
        return None

    def named(self, key: str) -> tuple[Spot, ...]:
        """The places of a folded name, the largest first, at most MOST."""
        hit = self._find(key.encode())
        if hit is None:
            return ()
        return tuple(_spot(self._line(int(n, 36))) for n in hit.split()[:MOST])


def _spot(line: bytes) -> Spot:
    name, kind, lat, lon, alpha2, region, population, number = line.decode().split("\t")
    return Spot(
        name,
        kind,
        float(lat),
        float(lon),
        by_alpha2().get(alpha2),
        region,
        int(population),
        int(number) if number else None,
    )


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with Dateline. Raises DataError where it is damaged."""
    try:
        data = (files("dateline.extract.places") / "data" / "gazetteer.txt.gz").read_bytes()
        return Gazetteer(gzip.decompress(data))
    except (OSError, EOFError) as error:
        raise DataError(f"the gazetteer cannot be read: {error}") from error


@lru_cache(maxsize=4096)
def cities_named(name: str) -> tuple[Spot, ...]:
    """The gazetteer's places of a name as written."""
    key = key_of(name)
    return gazetteer().named(key) if key else ()
