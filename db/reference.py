"""What is known beside the plans, written into the database: units, laws; which unit issued a plan; which agency a name means."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

from sqlite_utils import Database

from corpus import agencies as successions
from corpus import laws, units
from db.database import insert, rows
from patterns import agency_names, places
from patterns.fold import fold, slug, sort_key

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
        "source": law.source,
    }


# --- the unit of a plan ----------------------------------------------------------------------------------------------


def link_units(db: Database, documents: Collection[str]) -> None:
    """Finds the unit that issued each plan: by level, names and date; what fits none or several stays open."""
    for document in sorted(documents):
        head = rows(
            db,
            "SELECT level, province, district, commune, coalesce(issued_on, CAST(period_start AS TEXT)) AS dated "
            "FROM documents WHERE id = ?",
            [document],
        )[0]
        unit = _unit_of(head)
        db.conn.execute("UPDATE documents SET unit = ? WHERE id = ?", [unit.code if unit else None, document])


def _unit_of(head: Row) -> units.Unit | None:
    level = head["level"]
    name = head.get(level) if level in ("province", "district", "commune") else None
    if not name:
        return None
    register = units.load()
    found = [unit for unit in register.find(name, level=level) if _fits(register, unit, head)]
    if len(found) > 1 and head["dated"]:
        found = [unit for unit in found if unit.valid(_day(head["dated"]))]
    return found[0] if len(found) == 1 else None


def _fits(register: units.Units, unit: units.Unit, head: Row) -> bool:
    above = {one.level: fold(one.name) for one in register.ancestors(unit)}
    return all(
        not head[level] or level not in above or above[level] == fold(head[level])
        for level in ("province", "district")
        if level != head["level"]
    )


def _day(iso: str) -> date:
    parts = [int(part) for part in iso.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


# --- agencies --------------------------------------------------------------------------------------------------------


def link_agencies(db: Database, documents: Collection[str]) -> None:
    """Says which agency each name in the records of some plans means."""
    for document in sorted(documents):
        db.conn.execute("DELETE FROM agency_mentions WHERE document = ?", [document])
        head = rows(db, "SELECT level FROM documents WHERE id = ?", [document])[0]
        mentions = list(_mentions(db, document))
        names = {said: agency_name(said, head["level"]) for *_, said in mentions}
        for name in sorted(set(names.values())):
            _store_agency(db, name, head["level"])
        insert(
            db,
            "agency_mentions",
            [
                {
                    "id": f"{record}-{holds}{position}",
                    "document": document,
                    "agency": slug(names[said]) or None,
                    "kind": kind,
                    "record": record,
                    "holds": holds,
                    "as_written": said,
                }
                for position, (kind, record, holds, said) in enumerate(mentions)
            ],
        )


def _mentions(db: Database, document: str) -> Iterator[tuple[str, str, str, str]]:
    """Kind of record, its id, what the agency is in it, and its name as written."""
    for row in rows(
        db, "SELECT id, agencies, partners FROM assignments WHERE document = ? ORDER BY position", [document]
    ):
        for holds, column in (("agency", "agencies"), ("partner", "partners")):
            for said in json.loads(row[column] or "[]"):
                yield "assignment", row["id"], holds, said
    for row in rows(db, "SELECT id, agencies FROM targets WHERE document = ? ORDER BY position", [document]):
        for said in json.loads(row["agencies"] or "[]"):
            yield "target", row["id"], "agency", said
    for row in rows(db, "SELECT id, actor, recipient FROM deadlines WHERE document = ? ORDER BY position", [document]):
        for holds in ("actor", "recipient"):
            if row[holds]:
                yield "deadline", row["id"], holds, row[holds]


def agency_name(said: str, level: str | None) -> str:
    """The one name of an agency; offices bear the level that they are of, since districts and communes have the same ones."""
    name = agency_names.canonical(said, level)
    named = places.NAMED_UNIT.search(said)  # `Phòng Y tế thành phố Huế` in a commune's plan is no office of the commune
    of = {"district": "huyện", "commune": "xã"}.get(
        (places.level(named["type"], named["name"]) if named else level) or ""
    )
    return f"{name} cấp {of}" if of and name.startswith(("Phòng ", "Trung tâm ")) and " cấp " not in name else name


def _store_agency(db: Database, name: str, level: str | None) -> None:
    if not slug(name):
        return
    ended = successions.succession(name, level=level)
    row = {
        "id": slug(name),
        "name": name,
        "general": int(name[:1].islower()),
        "valid_to": ended.until.isoformat() if ended else None,
        "successors": json.dumps([f"{to} ({of})" if of else to for of, to in ended.successors], ensure_ascii=False)
        if ended
        else None,
        "basis": ended.basis if ended else None,
        "sort_key": sort_key(name),
    }
    names = ", ".join(row)
    db.conn.execute(f"INSERT OR IGNORE INTO agencies ({names}) VALUES ({', '.join(':' + one for one in row)})", row)
