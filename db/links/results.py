"""Results to the measures of programmes, and to the localities that they hold for.

Measures are found as those of targets are (`alignments`): from the words that a result is stored with, anew when a programme has changed.
A result of a row or column of its own locality holds for that one; any other for the unit of its document.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from corpus import units
from db.links.stored import aligner, is_aligned, note_aligned, stamp, stored
from db.schema import programme_store
from db.schema.database import in_batches, insert_rows, rows, transaction
from extract.records import Plan

COLUMNS = ("id", "document", "result", "programme", "measure", "match", "score")
Row = dict[str, Any]
_Link = tuple[Any, ...]


def of_plan(plan: Plan, document: str) -> list[_Link]:
    """The rows of `result_alignments` of a document that was just read."""
    return [
        _row(document, f"{document}-{result.key}", one.programme, one.measure, one.match, one.score)
        for result in plan.records.get("results", ())
        for one in getattr(result, "alignments", ())
    ]


def _row(document: str, result: str, programme: str, *meaning: Any) -> _Link:
    return (f"{result}-{programme}", document, result, programme, *meaning)


# --- measures ----------------------------------------------------------------------------------------------------------


def measures(db: Database, row: Row) -> list[tuple[str, str]]:
    """The measures (programme, code) that a row of `results` means which is not stored yet."""
    return [(one.programme, one.code) for one in aligner(programme_store.known(db)).align(stored(row))]


_RESULTS = "SELECT id, document, quote, clause, above, indicator_no, unit, subgroup FROM results WHERE clause IS NOT NULL AND document IN ({})"
# What results mean that were entered for a target: what it means in the youngest plan of the unit that has it.
_AIMED = """
SELECT r.id AS result, r.document, a.programme, a.measure, a."match", a.score
FROM results r
JOIN documents d ON d.id = r.document
CROSS JOIN documents p ON p.unit = d.unit AND p.plan = p.id
CROSS JOIN targets t ON t.document = p.id AND t.key = r.aim
LEFT JOIN alignments a ON a.target = t.id
WHERE r.aim IS NOT NULL AND r.document IN ({})
ORDER BY r.id, p.issued_on DESC, p.id
"""


def align(db: Database, documents: Collection[str]) -> set[str]:
    """Aligns the stored results of some documents to the programmes of the database; gives those for which that changes something.

    Results that were entered for a target mean what the target means, what a reviewer corrected of that too.
    """
    found_by = aligner(programme_store.known(db))
    before: dict[str, set[_Link]] = {}
    for row in in_batches(db, "SELECT * FROM result_alignments WHERE document IN ({})", documents):
        before.setdefault(row["document"], set()).add(tuple(row[name] for name in COLUMNS))
    aimed: dict[str, dict[str, _Link]] = {}
    for row in in_batches(db, _AIMED, documents):
        meanings = aimed.setdefault(row["result"], {})
        if row["programme"] is not None:
            link = _row(row["document"], row["result"], row["programme"], row["measure"], row["match"], row["score"])
            meanings.setdefault(row["programme"], link)
    now: dict[str, set[_Link]] = {}
    for row in in_batches(db, _RESULTS, documents):
        identity, document = row["id"], row["document"]
        links = aimed.get(identity)
        if links is None:
            said = found_by.align(stored(row))
            links = {
                one.programme: _row(document, identity, one.programme, one.code, one.match, one.score) for one in said
            }
        now.setdefault(document, set()).update(links.values())
    changed = {one for one in before.keys() | now.keys() if before.get(one, set()) != now.get(one, set())}
    for document in sorted(changed):
        db.conn.execute("DELETE FROM result_alignments WHERE document = ?", [document])
        insert_rows(db, "result_alignments", COLUMNS, sorted(now.get(document, ())))
    return changed


_ENTERED = (
    "SELECT DISTINCT r.document FROM documents p CROSS JOIN documents d ON d.unit = p.unit CROSS JOIN results r ON r.document = d.id "
    "WHERE r.aim IS NOT NULL AND p.id IN ({})"
)


def follow(db: Database, documents: Collection[str]) -> set[str]:
    """Carries what the targets of some plans mean, corrected by a reviewer perhaps, into the results that were entered for them.

    Gives the documents of results for which that changes something.
    """
    entered = {row["document"] for row in in_batches(db, _ENTERED, documents)}
    return align(db, entered) if entered else set()


def refresh(db: Database) -> set[str]:
    """Aligns all stored results anew where the programmes have changed since it was last done; gives the documents that this concerns."""
    now = stamp(programme_store.known(db))
    if is_aligned(db, "results", now):
        return set()
    with transaction(db):
        changed = align(db, [row["document"] for row in rows(db, "SELECT DISTINCT document FROM results")])
        note_aligned(db, "results", now)
    return changed


# --- localities ----------------------------------------------------------------------------------------------------------


def place(db: Database, documents: Collection[str]) -> None:
    """Finds anew the units that the results of some documents hold for; what fits none, or several, has none and is warned of."""
    each = [(one,) for one in sorted(documents)]
    db.conn.executemany("DELETE FROM result_units WHERE document = ?", each)
    db.conn.executemany(f"DELETE FROM warnings WHERE document = ? AND code = '{UNPLACED}'", each)
    placed, open_ones = [], []
    for row in in_batches(db, _PLACES, documents):
        unit = row["unit"] if row["unit_name"] is None else _below(row["unit"], row["unit_name"], row["of_year"])
        if unit is not None:
            placed.append((row["id"], row["document"], unit))
        else:
            open_ones.append(_unplaced(row))
    insert_rows(db, "result_units", ("result", "document", "unit"), placed)
    insert_rows(db, "warnings", _WARNING, open_ones)


UNPLACED = "result-unplaced"
_PLACES = (
    "SELECT r.id, r.document, r.key, r.unit_name, r.quote, r.quote_start, r.quote_end, d.unit, coalesce(r.year, r.period_end) AS of_year, "
    "(SELECT count(*) FROM warnings w WHERE w.document = d.id) AS warned FROM results r JOIN documents d ON d.id = r.document "
    "WHERE d.unit IS NOT NULL AND d.relation IS NOT 'removed' AND r.document IN ({}) ORDER BY r.document, r.position"
)
_WARNING = ("id", "document", "position", "code", "message", "quote", "quote_start", "quote_end")


def _unplaced(row: Row) -> tuple[Any, ...]:
    name = row["unit_name"]
    message = f"không rõ «{name}» là đơn vị nào; kết quả không được tính / which unit this is cannot be told; the result counts for none"
    where = (row["quote"], row["quote_start"], row["quote_end"])
    return (f"{row['id']}-{UNPLACED}", row["document"], row["warned"], UNPLACED, message, *where)


@lru_cache(maxsize=4096)
def _below(unit: str, name: str, year: int | None) -> str | None:
    """The code of the unit of a name within another, or of that one itself; `None` where none or several are called so.

    Of several the one counts that was there at the end of the year, or at its beginning, and of these the one of the upper level: the
    communes of a district bear its name.
    """
    register = units.load()
    home = register.get(unit)
    found = [one for one in register.find(name) if one.code == unit or home in register.ancestors(one)]
    for day in (date(year, 12, 31), date(year, 1, 1)) if year is not None else ():
        if there := [one for one in found if one.valid(day)]:
            found = there
            break
    upper = min((units.LEVELS.index(one.level) for one in found), default=0)
    found = [one for one in found if units.LEVELS.index(one.level) == upper]
    return found[0].code if len(found) == 1 else None


def touched(db: Database, documents: Sequence[str] | Collection[str]) -> set[str]:
    """The plans whose progress may change with some documents: themselves, and those of the units of their results and of the units above."""
    found = {
        row["unit"]
        for row in in_batches(db, "SELECT DISTINCT unit FROM result_units WHERE document IN ({})", documents)
    }
    for sql in (
        "SELECT province AS one, parent AS other FROM units WHERE code IN ({})",
        "SELECT unit AS one, NULL AS other FROM unit_changes WHERE became IN ({})",
        "SELECT became AS one, NULL AS other FROM unit_changes WHERE unit IN ({})",
    ):
        found |= {unit for row in in_batches(db, sql, found) for unit in row.values() if unit}
    return set(documents) | {row["id"] for row in in_batches(db, "SELECT id FROM documents WHERE unit IN ({})", found)}
