"""What is known beside the plans, written into the database: units and laws."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

from sqlite_utils import Database

from corpus import laws, units
from db.schema.database import insert, rows
from patterns.fold import fold, sort_key

Row = dict[str, Any]


@lru_cache(maxsize=1)
def _stamp() -> int:
    """A number that changes with the data that ships."""
    digest = hashlib.blake2b(digest_size=4)
    for folder, name in (("corpus.units", "units.tsv"), ("corpus", "laws.tsv")):
        digest.update(resources.files(folder).joinpath(name).read_bytes())
    return int.from_bytes(digest.digest()) >> 1


def store(db: Database) -> None:
    """Writes units and laws where the database has none, or older ones."""
    if rows(db, "PRAGMA user_version")[0]["user_version"] == _stamp():
        return
    for table in ("unit_changes", "units", "laws"):
        db.conn.execute(f"DELETE FROM {table}")
    insert(db, "units", _units())
    insert(
        db,
        "unit_changes",
        [{"unit": unit.code, "became": code} for unit in units.load() for code in unit.successors],
    )
    insert(db, "laws", [_law(law) for law in laws.register().laws])
    db.conn.execute(f"PRAGMA user_version = {_stamp()}")


@lru_cache(maxsize=1)
def _units() -> list[Row]:
    register = units.load()
    out = []
    for unit in register:
        above = register.ancestors(unit)
        province = above[-1].code if above else unit.code
        out.append(
            {
                "code": unit.code,
                "level": unit.level,
                "type": unit.type,
                "name": unit.name,
                "full_name": unit.full_name,
                "parent": unit.parent or None,
                "province": province,
                "valid_from": unit.valid_from,
                "valid_to": unit.valid_to or None,
                "lat": unit.lat,
                "lon": unit.lon,
                "folded": fold(unit.name),
                "sort_key": sort_key(unit.name),
            }
        )
    return out


def _law(law: laws.Law) -> Row:
    return {
        "key": law.key,
        "doc_type": law.doc_type,
        "number": law.number,
        "name": law.name,
        "issued_on": law.issued_on,
        "issuer": law.issuer,
        "subject": law.subject,
        "replaced_by": law.replaced_by,
        "number_key": laws.number_key(law.number) if law.number else None,
        "source": "\n".join(law.sources),
        "in_force_from": _iso(law.first_day),
        "in_force_to": _iso(laws.register().last_day(law)),
        "amended_by": json.dumps(law.amended_by) if law.amended_by else None,
        "verified": int(law.verified),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
