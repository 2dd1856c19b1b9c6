"""The programmes of a database: those that ship, and guests that people added from files of their own; one is the default.

A database keeps the file of each, so that what it says is there without the file. Programmes that ship follow the version of the
program; one that was taken out stays out, and a guest of the same id stays in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

from sqlite_utils import Database

from corpus import programme as shipped
from corpus.programme import Measure, Milestone, Programme, ProgrammeError
from patterns.document_numbers import type_of_symbol
from patterns.documents import TYPES

Row = dict[str, Any]
Origin = Literal["shipped", "added"]

_TYPE_EN = {"QĐ": "Decision", "NQ": "Resolution", "CT": "Directive", "KH": "Plan", "CTr": "Programme", "ĐA": "Scheme"}


def known(db: Database) -> tuple[Programme, ...]:
    """The programmes of a database: the default first, then those that supplement no other, by id."""
    found = list(db.query("SELECT id, text, is_default FROM programmes WHERE text IS NOT NULL"))
    default = {row["id"] for row in found if row["is_default"]}
    programmes = [_parsed(row["id"], row["text"]) for row in found]
    return tuple(sorted(programmes, key=lambda one: (one.id not in default, one.supplements is not None, one.id)))


@lru_cache(maxsize=64)
def _parsed(name: str, text: str) -> Programme:
    return shipped.parse(text, name)


def store_shipped(db: Database, programmes: Sequence[Programme]) -> None:
    """Writes the programmes that ship, but for those that were taken out or whose place a guest has."""
    left_out = {row["id"] for row in db.query("SELECT id FROM programmes_left_out")}
    left_out |= {row["id"] for row in db.query("SELECT id FROM programmes WHERE origin = 'added'")}
    for programme in programmes:
        if programme.id not in left_out:
            store(db, programme, "shipped")


def add(db: Database, programme: Programme) -> bool:
    """Takes a programme in, or its new version in the place of the old one; gives whether that changes anything.

    Raises:
        ProgrammeError: another programme of the database has its number, year and issuer.
    """
    for other in known(db):
        if other.id != programme.id and (other.key, other.issuer) == (programme.key, programme.issuer):
            raise ProgrammeError(
                f"programme.number: {programme.number} năm {programme.key[1]} đã có với mã {other.id}; dùng mã đó, hoặc bỏ chương trình kia trước: "
                f"kehoach programme remove {other.id} / is there as {other.id}; use that id, or remove the other first"
            )
    if any(other == programme for other in known(db)):
        return False
    db.conn.execute("DELETE FROM programmes_left_out WHERE id = ?", [programme.id])
    store(db, programme, "shipped" if programme in shipped.load_all() else "added")
    return True


def remove(db: Database, programme_id: str) -> None:
    """Takes a programme out with all that hangs on it; where it was the default, the first of the others is."""
    execute = db.conn.execute
    execute(
        "UPDATE targets SET programme = NULL, measure = NULL, match = NULL, measure_score = NULL WHERE programme = ?",
        [programme_id],
    )
    for table in (
        "progresses",
        "comparisons",
        "result_alignments",
        "alignments",
        "carried",
        "cascades",
        "milestones",
        "measures",
    ):
        execute(f'DELETE FROM "{table}" WHERE programme = ?', [programme_id])
    execute("DELETE FROM programmes WHERE id = ?", [programme_id])
    if any(programme_id == one.id for one in shipped.load_all()):
        execute("INSERT OR IGNORE INTO programmes_left_out (id) VALUES (?)", [programme_id])
    _settle(db)


def set_default(db: Database, programme_id: str) -> None:
    """Makes a programme the one that is shown where none is named."""
    db.conn.execute("UPDATE programmes SET is_default = (id = ?)", [programme_id])


def store(db: Database, programme: Programme, origin: Origin) -> None:
    """Writes a programme with its measures and milestones in the place of what it said before."""
    _upsert(db, "programmes", ("id",), _head(programme) | {"origin": origin})
    for position, measure in enumerate(programme.measures):
        _upsert(db, "measures", ("programme", "code"), _measure(programme, measure, position))
        for milestone in measure.milestones:
            _upsert(db, "milestones", ("id",), _milestone(programme.id, measure.code, milestone))
    _drop_stale(db, programme)
    _settle(db)


def _drop_stale(db: Database, programme: Programme) -> None:
    """What an earlier version of the programme set and this one does not."""
    there = {milestone_id(programme.id, one.code, level) for one in programme.measures for level in one.milestones}
    for row in list(db.query("SELECT id FROM milestones WHERE programme = ?", [programme.id])):
        if row["id"] not in there:
            for table in ("comparisons", "progresses"):
                db.conn.execute(f"UPDATE {table} SET milestone = NULL WHERE milestone = ?", [row["id"]])
            db.conn.execute("DELETE FROM milestones WHERE id = ?", [row["id"]])
    codes = {one.code for one in programme.measures}
    for row in list(db.query("SELECT code FROM measures WHERE programme = ?", [programme.id])):
        if row["code"] not in codes:
            db.conn.execute("DELETE FROM measures WHERE programme = ? AND code = ?", [programme.id, row["code"]])


def _settle(db: Database) -> None:
    """One default where there is a programme at all; the year behind a number that two programmes have."""
    if not next(db.query("SELECT count(*) AS n FROM programmes WHERE is_default = 1"))["n"]:
        set_default(db, next((one.id for one in known(db)), ""))
    found = list(db.query("SELECT id, number, issued_on FROM programmes"))
    numbers = [row["number"] for row in found]
    for row in found:
        year = row["issued_on"][:4] if numbers.count(row["number"]) > 1 else None
        vi, en = decision(row["number"], year)
        db.conn.execute("UPDATE programmes SET decision_vi = ?, decision_en = ? WHERE id = ?", [vi, en, row["id"]])


def decision(number: str, year: str | None = None) -> tuple[str, str]:
    """What the document of a programme is called, in Vietnamese and English; `year` where the number alone does not name it.

    >>> decision("23/QĐ-TTg"), decision("12/NQ-HĐND", "2021")
    (('Quyết định 23/QĐ-TTg', 'Decision 23/QĐ-TTg'), ('Nghị quyết 12/NQ-HĐND (2021)', 'Resolution 12/NQ-HĐND (2021)'))
    """
    short = type_of_symbol(number)
    name = next((name for name, abbreviation in TYPES.items() if abbreviation == short), "văn bản")
    said = f"{number} ({year})" if year else number
    return f"{name[:1].upper()}{name[1:]} {said}", f"{_TYPE_EN.get(short, 'Document')} {said}"


def _head(programme: Programme) -> Row:
    return {
        "id": programme.id,
        "number": programme.number,
        "issued_on": programme.issued_on.isoformat(),
        "issuer": programme.issuer,
        "kind_vi": programme.kind_vi,
        "kind_en": programme.kind_en,
        "title_vi": programme.title_vi,
        "title_en": programme.title_en,
        "period_start": programme.period[0],
        "period_end": programme.period[1],
        "text": programme.text,
    }


def milestone_id(programme: str, measure: str, milestone: Milestone) -> str:
    """The id of a milestone: programme, measure, year and group."""
    return "-".join(str(part) for part in (programme, measure, milestone.year, milestone.group) if part is not None)


def _milestone(programme: str, measure: str, milestone: Milestone) -> Row:
    return {
        "id": milestone_id(programme, measure, milestone),
        "programme": programme,
        "measure": measure,
        "year": milestone.year,
        "year_from": milestone.year_from,
        "subgroup": milestone.group,
        "comparator": milestone.comparator,
        "value": milestone.value,
        "value_high": milestone.value_high,
    }


def _measure(programme: Programme, measure: Measure, position: int) -> Row:
    indicator = programme.indicator(measure.indicator)
    objective = next(
        (o for o in programme.objectives if indicator is not None and o.number == indicator.objective), None
    )
    return {
        "programme": programme.id,
        "code": measure.code,
        "position": position,
        "indicator": measure.indicator,
        "objective": objective.number if objective else None,
        "objective_vi": objective.name_vi if objective else None,
        "objective_en": objective.name_en if objective else None,
        "short_vi": measure.short_vi,
        "name_vi": measure.name_vi,
        "name_en": measure.name_en,
        "direction": measure.direction,
        "unit": measure.unit,
        "per": measure.per,
        "per_year": int(measure.per_year),
        "change": measure.change,
        "levels": " ".join(measure.levels),
        "of": measure.of,
        "part_of": measure.part_of,
        "below": measure.below,
        "surveyed": int(measure.surveyed),
    }


def _upsert(db: Database, table: str, key: tuple[str, ...], row: Row) -> None:
    names = ", ".join(f'"{column}"' for column in row)
    values = ", ".join(f":{column}" for column in row)
    changes = ", ".join(f'"{column}" = excluded."{column}"' for column in row if column not in key)
    db.conn.execute(
        f'INSERT INTO "{table}" ({names}) VALUES ({values}) ON CONFLICT ({", ".join(key)}) DO UPDATE SET {changes}', row
    )
