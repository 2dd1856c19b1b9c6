"""Programmes as data: what they measure, by when, and the words that identify each measure.

A programme is one TOML file; another programme is another file and no code. `load_all` gives those that ship in this folder,
`load` one file, checked before anything is done with it.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from corpus.programme.model import LEVELS, Indicator, Measure, Milestone, Objective, Programme
from corpus.programme.reading import ProgrammeError, load, parse

__all__ = (
    "LEVELS",
    "Indicator",
    "Measure",
    "Milestone",
    "Objective",
    "Programme",
    "ProgrammeError",
    "load",
    "load_all",
    "parse",
)


@lru_cache(maxsize=1)
def load_all() -> tuple[Programme, ...]:
    """The programmes that ship: those that supplement no other first, then by id."""
    folder = resources.files(__name__)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    found = [parse(folder.joinpath(name).read_text(encoding="utf-8"), name) for name in names]
    return tuple(sorted(found, key=lambda one: (one.supplements is not None, one.id)))
