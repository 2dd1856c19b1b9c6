"""The doctor: looks for what may be wrong with a database and beside it, and mends what needs no person."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db.load import lock
from db.review import audit
from db.schema.database import PATIENCE_MS, must_exist, open_database
from db.upkeep import beside, inside
from db.upkeep.defect import Defect, Patient

Check = Callable[[Patient], list[Defect]]

# Looked for in this order: what is mended first may be what the next ones rest on. The first two need no schema.
INTEGRITY, SCHEMA = "integrity", "schema"
CHECKS: dict[str, Check] = {
    "keys": inside.keys,
    "search": inside.search_index,
    "computed": inside.computed,
    "versions": inside.versions,
    "sources": beside.sources,
    "uploads": beside.uploaded,
    "people": beside.people,
    "modes": beside.modes,
    "leftovers": beside.leftovers,
}
# Mending one thing may bring another to light.
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Examined:
    """What was looked for: which checks ran, what is wrong, and what was and is mended."""

    ran: tuple[str, ...]
    defects: tuple[Defect, ...]
    mended: tuple[Defect, ...] = ()

    def is_well(self) -> bool:
        """Whether nothing grave is left."""
        return not any(defect.grave for defect in self.defects)


def examine(database: Path, *, fix: bool = False) -> Examined:
    """Looks at a database; with `fix` mends what it can, while no load is at work.

    Raises:
        DatabaseError: there is no database, or it cannot be opened.
        LoadRuns: it is to be mended, and a load is at work.
    """
    must_exist(database)
    with closing(_Looking(database)) as looking:
        before = looking.all()
    if not fix or not before.defects:
        return before
    with lock.held(database, wait=False):
        found = _mended(database, before)
    if found.mended:
        said = ", ".join(sorted({defect.check for defect in found.mended}))
        audit.by_command(database, "mended", said, str(len(found.mended)))
    return found


def _mended(database: Path, before: Examined) -> Examined:
    """What is left after mending, and what was wrong `before` or came to light and is so no more."""
    seen = {(defect.check, defect.where): defect for defect in before.defects if defect.mend is not None}
    for _ in range(_ROUNDS):
        with closing(_Looking(database, ours=True)) as looking:
            found = looking.all()
            mendable = [(defect, defect.mend) for defect in found.defects if defect.mend is not None]
            for defect, mend in mendable:
                mend()
                seen[defect.check, defect.where] = defect
        if not mendable:
            break
    left = {(defect.check, defect.where) for defect in found.defects}
    return Examined(found.ran, found.defects, tuple(one for key, one in seen.items() if key not in left))


class _Looking:
    """One look at a database; what it opens stays open for mending."""

    def __init__(self, database: Path, *, ours: bool = False) -> None:
        self._path = database
        self._ours = ours
        self._opened: list[sqlite3.Connection] = []

    def all(self) -> Examined:
        """Every check, or those that can be made."""
        raw, name, ran = self._raw(), self._path.name, [INTEGRITY]
        defects = inside.integrity(raw, name)
        if not defects:  # nothing is read through what is damaged
            ran.append(SCHEMA)
            defects += inside.schema(raw, name)
        if not defects:
            for check, found in self._others():
                ran.append(check)
                defects += found
        return Examined(tuple(ran), tuple(defects))

    def _raw(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path)
        self._opened.append(connection)
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
        return connection

    def _others(self) -> Iterator[tuple[str, list[Defect]]]:
        db = open_database(self._path)
        self._opened.append(db.conn)
        for name, check in CHECKS.items():
            yield name, check(Patient(self._path, db, self._ours))

    def close(self) -> None:
        """Closes what was opened."""
        for connection in self._opened:
            connection.commit()
            connection.close()
