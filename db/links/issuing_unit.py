"""The unit that issued a plan: by level, names and date; what fits none or several stays open."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlite_utils import Database

from corpus import units
from db.schema.database import in_batches
from extract.records import Document
from patterns.fold import fold


def link(db: Database, documents: Collection[str]) -> None:
    """Finds anew the units of some documents: for heads that changed in the database."""
    for row in in_batches(
        db,
        "SELECT id, level, province, district, commune, issued_on, period_start FROM documents WHERE id IN ({})",
        documents,
    ):
        document = row.pop("id")
        db.conn.execute("UPDATE documents SET unit = ? WHERE id = ?", [unit_of(Document(**row)), document])


def unit_of(document: Document) -> str | None:
    """The code of the unit of a document's head, `None` where no unit fits, or several do."""
    level = document.level
    if level not in ("province", "district", "commune"):
        return None
    name = getattr(document, level)
    if not name:
        return None
    register = units.load()
    found = [unit for unit in register.find(name, level=level) if _fits(register, unit, document)]
    dated = document.issued_on or (str(document.period_start) if document.period_start is not None else None)
    if len(found) > 1 and dated:
        found = [unit for unit in found if unit.valid(_day(dated))]
    return found[0].code if len(found) == 1 else None


def _fits(register: units.Units, unit: units.Unit, document: Document) -> bool:
    above = {one.level: fold(one.name) for one in register.ancestors(unit)}
    return all(
        not (name := getattr(document, level)) or level not in above or above[level] == fold(name)
        for level in ("province", "district")
        if level != document.level
    )


def _day(iso: str) -> date:
    parts = [int(part) for part in iso.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
