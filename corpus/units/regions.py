"""Socio-economic regions (vùng kinh tế - xã hội) of the provinces of both orders, each with the resolution that made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Region:
    """A region: its place in the order of the resolution, names, the resolution, codes of its provinces."""

    position: int
    vi: str
    en: str
    source: str
    provinces: tuple[str, ...]


@lru_cache(maxsize=1)
def load() -> tuple[Region, ...]:
    """The regions before and since July 2025, from north to south."""
    text = resources.files(__package__).joinpath("regions.tsv").read_text(encoding="utf-8")
    found = []
    for position, line in enumerate(text.splitlines()[1:]):
        order, vi, en, source, codes = line.split("\t")
        found.append(Region(position, vi, en, source, tuple(f"{order}/{code}" for code in codes.split())))
    return tuple(found)


@lru_cache(maxsize=1)
def by_province() -> Mapping[str, Region]:
    """The region of each province, by its code."""
    return {code: region for region in load() for code in region.provinces}
