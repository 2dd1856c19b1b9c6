"""What the doctor finds: what is wrong, where, what to do, and how it is mended where that can be done without a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from db.load import lock

_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """One thing that is wrong.

    Attributes:
        check: the code of the check that found it.
        where: the file, table or documents.
        says: what is wrong, Vietnamese and English between ` / `.
        remedy: what a person does, likewise.
        grave: whether the database is worse off for it; else it is only to be known.
        mend: mends it, where that can be done.
    """

    check: str
    where: str
    says: str
    remedy: str
    grave: bool = True
    mend: Callable[[], Any] | None = None

    def to_json(self) -> dict[str, Any]:
        """For scripts."""
        (what_vi, what_en), (remedy_vi, remedy_en) = halves(self.says), halves(self.remedy)
        return {
            "check": self.check,
            "where": self.where,
            "what_vi": what_vi,
            "what_en": what_en,
            "remedy_vi": remedy_vi,
            "remedy_en": remedy_en,
            "grave": self.grave,
            "mendable": self.mend is not None,
        }


@dataclass(frozen=True, slots=True)
class Patient:
    """A database that is looked at; open, and of this program's schema.

    Attributes:
        path: its file.
        db: the connection.
        ours: whether the lock of loads is held by who looks.
    """

    path: Path
    db: Database
    ours: bool = False

    def is_loaded_into(self) -> bool:
        """Whether a load is at work, which does by itself what is not done yet."""
        return not self.ours and lock.is_held(self.path)


def halves(said: str) -> tuple[str, str]:
    """The Vietnamese and the English of a line."""
    vi, _, en = said.partition(" / ")
    return vi, en


def some(names: Sequence[str]) -> str:
    """The first of many names.

    >>> some(["a", "b"]), some(["a", "b", "c", "d", "e"])
    ('a, b', 'a, b, c … (+2)')
    """
    more = f" … (+{len(names) - _SHOWN})" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


FIX = "kehoach doctor --fix / kehoach doctor --fix"
RESTORE = "phục hồi bản sao lưu gần nhất: kehoach restore / put the last backup back: kehoach restore"
