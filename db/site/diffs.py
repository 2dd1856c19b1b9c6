"""What two plans say differently, for pages and files: each is derived in databases of its own, so one at a time, in bounds, and kept."""

from __future__ import annotations

import asyncio
import sqlite3

from datasette.app import Datasette
from sqlite_utils import Database

from db.comparison.comments import Comment, comments
from db.comparison.diff import Diff
from db.load import aside
from db.load.aside import Source
from db.site import queries
from db.site.cache import Stamp
from db.site.guard.forms import Refused

Compared = tuple[Diff, list[Comment]]

# So many are kept, until plans, decisions or corrections change: a page and its files are one. And so many may be asked for at once.
KEPT, WAITING = 16, 8
# Seconds that one may take.
SECONDS = 20.0

LONG = (
    "So sánh hai kế hoạch này lâu hơn trang cho phép; hãy dùng lệnh kehoach diff. / "
    "These two take longer than the site allows; use the command kehoach diff."
)
BUSY = "Nhiều người đang so sánh kế hoạch; hãy thử lại sau vài giây. / Many people compare plans; try again in some seconds."


class Diffs:
    """The diffs of a site."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._stamp: Stamp | None = None
        self._kept: dict[tuple[str, str], Compared] = {}

    async def of(self, datasette: Datasette, old: str, new: str) -> Compared:
        """What two plans (ids) say differently, and what became of the comments on the first.

        Raises:
            Refused: too many wait, or it took longer than `SECONDS`.
        """
        found = await self._known(datasette, old, new)
        if found is not None:
            return found
        if self._waiting >= WAITING:
            raise Refused(429, BUSY)
        self._waiting += 1
        try:
            async with self._turn:
                found = await self._known(datasette, old, new)
                if found is None:
                    stamp = self._stamp
                    found = await queries.read(datasette, lambda connection: _compared(connection, old, new))
                    if stamp == self._stamp:  # else one who waits has seen a change
                        self._kept[old, new] = found
                    while len(self._kept) > KEPT:
                        del self._kept[next(iter(self._kept))]
                return found
        finally:
            self._waiting -= 1

    async def _known(self, datasette: Datasette, old: str, new: str) -> Compared | None:
        stamp = await queries.read(datasette, queries.stamp)
        if stamp != self._stamp:
            self._stamp = stamp
            self._kept.clear()
        return self._kept.get((old, new))


def _compared(connection: sqlite3.Connection, old: str, new: str) -> Compared:
    db = Database(connection, recursive_triggers=False)
    try:
        found = aside.compare(db, Source(document=old), Source(document=new), seconds=SECONDS)
    except sqlite3.OperationalError as error:
        if "interrupted" not in str(error):
            raise
        raise Refused(503, LONG) from error
    return found, comments(db, found)
