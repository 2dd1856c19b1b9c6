"""Outlines of the provinces of both orders and of the đặc khu, for maps that show where things are, never where borders run.

Made once by `build_outlines.py`; sources and licences: `README.md` in this folder.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import accumulate

# A place: longitude and latitude in degrees. A ring goes round an area, its last corner joined to the first.
Place = tuple[float, float]
Ring = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """By code of unit: `provinces` of both orders (`2021/22`, `2025/22`) as rings, the largest first; `zones`, the đặc khu, as the rings of
    their islands, empty where they are too small to be drawn; `archipelagos`, places of the islands of Hoàng Sa and Trường Sa.
    """

    provinces: Mapping[str, tuple[Ring, ...]]
    zones: Mapping[str, tuple[Ring, ...]]
    archipelagos: Mapping[str, tuple[Place, ...]]


@lru_cache(maxsize=1)
def load() -> Outlines:
    """The outlines that ship, read once."""
    read = json.loads(resources.files(__package__).joinpath("outlines.json").read_text(encoding="utf-8"))
    step: float = read["step"]

    def place(x: int, y: int) -> Place:
        return round(x * step, 3), round(y * step, 3)

    def rings(flat: list[list[int]]) -> tuple[Ring, ...]:
        return tuple(
            tuple(map(place, accumulate(steps[::2]), accumulate(steps[1::2])))  # each corner counts from the one before
            for steps in flat
        )

    return Outlines(
        provinces={code: rings(flat) for code, flat in read["provinces"].items()},
        zones={code: rings(flat) for code, flat in read["zones"].items()},
        archipelagos={code: tuple(place(x, y) for x, y in places) for code, places in read["archipelagos"].items()},
    )
