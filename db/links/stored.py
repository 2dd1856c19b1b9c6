"""What stored records say, as it takes to find what they measure, and whether that was found with the programmes as they are now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from sqlite_utils import Database

from corpus.programme import Programme
from corpus.programme.alignment import Aligner
from db.schema.database import rows


@dataclass(frozen=True, slots=True)
class Stored:
    """A target or a result as the database keeps it, with what it takes to say what it means."""

    quote: str
    clause: str | None
    above: tuple[str, ...]
    indicator_no: int | None
    unit: str | None
    group: str | None
    kind: str = "quantitative"
    change: str | None = None


_SAID = ("quote", "clause", "indicator_no", "unit")


def stored(row: Mapping[str, Any]) -> Stored:
    """What a row of `targets` or `results` says; results have a value and are no change."""
    more = {name: row[name] for name in ("kind", "change") if name in row}
    above = tuple(json.loads(row["above"])) if row["above"] else ()
    return Stored(**{name: row[name] for name in _SAID}, **more, above=above, group=row["subgroup"])


@lru_cache(maxsize=4)
def aligner(known: tuple[Programme, ...]) -> Aligner:
    """The aligner of some programmes, made once."""
    return Aligner(known)


# --- aligned with which programmes ------------------------------------------------------------------------------------


def stamp(known: Sequence[Programme]) -> str:
    """Digits that change with some programmes, their order, and the code that recognises their measures."""
    digest = hashlib.sha256(_code())
    for programme in known:
        digest.update(programme.text.encode() + b"\0")
    return digest.hexdigest()[:16]


@lru_cache(maxsize=1)
def _code() -> bytes:
    digest = hashlib.sha256()
    folder = resources.files("corpus.programme")
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".py"):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.digest()


def is_aligned(db: Database, what: str, now: str) -> bool:
    """Whether all `targets` or `results` were aligned with the programmes of a stamp."""
    return [row["digest"] for row in rows(db, "SELECT digest FROM linked WHERE name = ?", [what])] == [now]


def note_aligned(db: Database, what: str, now: str) -> None:
    """Notes that they were."""
    db.conn.execute("INSERT OR REPLACE INTO linked (name, digest) VALUES (?, ?)", [what, now])
