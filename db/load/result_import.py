"""Tables of results into the database: what is supplied for a unit and a year is a document, one for each agency that has a workbook of its own.

A row is known by what it measures, its group, locality and year; imported again it changes nothing, with another value it takes the place of the old
one, left blank it leaves it. What a person corrected hangs on the row and wins whatever is imported later.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from corpus import units
from corpus.files import sha256
from corpus.units import Unit
from db.links import results as links
from db.load import result_doubts
from db.load.derive import follow
from db.load.result_sheets import Entry, Problem, SheetError, Sheets, read
from db.load.writer import mark
from db.schema.database import insert, rows, transaction
from db.schema.identity import as_read
from db.schema.record_tables import column, stored_fields
from db.views import search
from extract.records import Result
from extract.version import version
from patterns.fold import fold, slug
from patterns.result_heads import scale_of

Row = dict[str, Any]
# What stands behind the path of a workbook in `files`, before the year: the same workbook may be loaded as a document as well.
MARK = "#ket-qua"


@dataclass(slots=True, kw_only=True)
class Imported:
    """What became of a workbook: how many rows are new, changed, as they were, blank; cells that were not understood; rows that no
    programme's measure and no target fits (`unknown`: their words); the documents (slugs) that hold them.
    """

    path: str
    new: int = 0
    changed: int = 0
    same: int = 0
    blank: int = 0
    problems: list[Problem] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)


def import_file(
    db: Database, path: Path, *, unit: str | None = None, year: int | None = None, agency: str | None = None
) -> Imported:
    """Takes in the results of a workbook; `unit`, `year` and `agency` are used where it does not say them itself.

    Raises:
        SheetError: it has no table of results, or nothing says whose they are.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SheetError(f"{path}: không đọc được ({error.strerror}) / cannot be read") from error
    sheets = read(path, data)
    home = _home(db, path, sheets, unit, year)
    out = Imported(path=str(path), blank=sheets.blank, problems=list(sheets.problems))
    agency = agency or _said(sheets.about.get("agency"))
    by_year: dict[int, dict[str, Row]] = defaultdict(dict)
    for entry in sheets.entries:
        when = _year(entry, sheets, year)
        if when is None:
            message = "không rõ năm; thêm cột hoặc --year / no year; add a column or --year"
            out.problems.append(Problem(cell=entry.cell, message=message))
            continue
        row = _row(db, entry, home, when, entry.agency or agency)
        doubt = result_doubts.of_share(db, entry, row, home)
        if doubt is not None:
            out.problems.append(doubt)
            continue
        first = by_year[when].setdefault(row["key"], row)
        if first is not row and first["value"] != row["value"]:
            message = f"khác với ô {first['cell']}, cùng chỉ tiêu và năm / another value than there"
            out.problems.append(Problem(cell=entry.cell, message=message))
    changed = set()
    with transaction(db):
        for when, found in sorted(by_year.items()):
            document = _document(db, home, when, agency)
            if document["relation"] == "removed":
                out.problems.append(Problem(cell=document["slug"], message=_REMOVED.format(document["slug"])))
                continue
            if _merge(db, document, list(found.values()), out):
                changed.add(document["id"])
            _attach(db, f"{path.as_posix()}{MARK}-{when}", document["id"], data)
            out.documents.append(document["slug"])
            unknown = [row["subject"] for row in _unaligned(db, document["id"]) if row["key"] in found]
            out.unknown = list(dict.fromkeys(out.unknown + unknown))
        mark(db, changed)
    if changed:
        follow(db, changed)
    return out


_REMOVED = "kết quả này đã được rút; khôi phục trước: kehoach reinstate {0} / taken back; bring it back first: kehoach reinstate {0}"


def _said(value: Any) -> str | None:
    return str(value).strip() or None if value is not None else None


def _home(db: Database, path: Path, sheets: Sheets, unit: str | None, year: int | None) -> Unit:
    """The unit whose results they are; of several of a name the one that has a plan."""
    register = units.load()
    code = _said(sheets.about.get("unit"))
    if unit is None and code is not None and (known := register.get(code)) is not None:
        return known
    if unit is None:
        raise SheetError(f"{path}: không rõ của địa phương nào; thêm --unit / whose results are they? add --unit")
    years = [when for entry in sheets.entries if (when := _year(entry, sheets, year)) is not None]
    on = date(max(years, default=datetime.now(UTC).year), 12, 31)
    found = register.find(unit, on=on)
    planned = tuple(one for one in found if _has_plan(db, one))
    chosen = planned if len(planned) == 1 else found
    if len(chosen) != 1:
        there = "; ".join(_full(register, one) for one in found[:6]) or "–"
        said = "nhiều địa phương có tên đó" if found else "không có địa phương đó"
        raise SheetError(f"{unit!r} ({on.year}): {said} / {len(found)} units; có / there are: {there}")
    return chosen[0]


def _has_plan(db: Database, unit: Unit) -> bool:
    """Whether the database has a document of a unit, or of what it was before July 2025."""
    sql = "SELECT 1 FROM documents WHERE unit = :unit OR unit IN (SELECT unit FROM unit_changes WHERE became = :unit) LIMIT 1"
    return bool(rows(db, sql, {"unit": unit.code}))


def _full(register: units.Units, unit: Unit) -> str:
    return ", ".join(one.full_name for one in (unit, *register.ancestors(unit)))


def _number(value: Any) -> int | None:
    return int(value) if value is not None and str(value).strip().isdigit() else None


def _year(entry: Entry, sheets: Sheets, year: int | None) -> int | None:
    """The year of a row: of its head or cell, of the last day of its figures, of the workbook, as given."""
    until = int(entry.until[:4]) if entry.until else None
    return entry.year or until or _number(sheets.about.get("year")) or year


# --- rows ----------------------------------------------------------------------------------------------------------------


def _row(db: Database, entry: Entry, home: Unit, year: int, agency: str | None) -> Row:
    """The columns of `results` of an entry, but for its document and place in it."""
    target = _target(db, entry, home)
    scale = scale_of(entry.unit, percent=entry.percent)
    kind = "percent" if scale == 100 else "per" if scale else "count"
    said: Row = dict.fromkeys(column(name) for name in stored_fields(Result))
    words = str(target["subject"] or target["clause"] or target["quote"]) if target else entry.words
    said |= {
        "value": entry.value,
        "comparator": "=",
        "unit": "times" if fold(entry.unit or "") == "lan" else kind,
        "per": int(scale or 0) if kind == "per" else None,
        "total": (entry.denominator or (target["total"] if target else None)) if kind == "count" else None,
        "numerator": entry.numerator,
        "denominator": entry.denominator,
        "estimated": int(entry.estimated),
        "period_start": int(entry.since[:4]) if entry.since else year,
        "period_end": year,
        "year": year,
        "subgroup": target["subgroup"] if target else entry.group,
        "indicator_no": target["indicator_no"] if target else None,
        "unit_name": entry.place if entry.place and fold(entry.place) != fold(home.name) else None,
        "source": entry.source,
        "agency": agency,
        "cell": entry.cell,
        "note": entry.note,
        "as_of": entry.until,
        "subject": words,
        "clause": target["clause"] or words if target else words,
        "above": target["above"] if target else "[]",
        "confidence": 1.0,
        "ocr": 0,
        "section": "",
        "quote": _quote(entry),
    }
    # What was entered for a target is known by it: a later version may read the target's words otherwise, and two targets may share them.
    said["aim"] = _key_of(entry.code) if target is None else target["key"]
    known = (said["aim"], *(() if said["aim"] else (fold(words), said["subgroup"])), said["unit_name"], year)
    said["key"] = hashlib.blake2b(repr(("results", *known)).encode(), digest_size=6).hexdigest()
    return said


def _target(db: Database, entry: Entry, home: Unit) -> Row | None:
    """The target that a row was written for: of the plan, or of one that has taken its place since."""
    if entry.code is None:
        return None
    sql = (
        "SELECT t.* FROM targets t JOIN documents d ON d.id = t.document WHERE t.id = :id OR (d.unit = :unit AND d.plan = d.id AND t.key = :key) "
        "ORDER BY t.id <> :id, d.issued_on DESC, t.id LIMIT 1"
    )
    found = rows(db, sql, {"id": entry.code, "unit": home.code, "key": _key_of(entry.code)})
    return found[0] if found else None


def _key_of(code: str | None) -> str | None:
    """The key of a target, by its id: that of its document, then its own."""
    return (code or "").partition("-")[2] or None


def _quote(entry: Entry) -> str:
    """The row as one line: what is measured, then each cell with its head."""
    said = [
        ("", entry.words),
        ("nhóm: ", entry.group),
        ("địa phương: ", entry.place),
        ("đơn vị tính: ", entry.unit),
        ("tử số: ", _plain(entry.numerator)),
        ("mẫu số: ", _plain(entry.denominator)),
        ("kết quả: ", _plain(entry.value)),
        ("từ: ", entry.since),
        ("đến: ", entry.until),
        ("", "ước thực hiện" if entry.estimated else None),
        ("nguồn: ", entry.source),
        ("ghi chú: ", entry.note),
    ]
    return " | ".join(f"{head}{words}" for head, words in said if words)


def _plain(value: float | None) -> str | None:
    return None if value is None else f"{value:.10g}".replace(".", ",")


# --- documents -------------------------------------------------------------------------------------------------------------


def _document(db: Database, home: Unit, year: int, agency: str | None) -> Row:
    """The document of a unit, a year and an agency, made where there is none yet."""
    identity = "|".join(("ket-qua", home.code, str(year), fold(agency or "")))
    document = hashlib.blake2b(identity.encode(), digest_size=8).hexdigest()
    found = rows(db, "SELECT * FROM documents WHERE id = ?", [document])
    if found:
        return found[0]
    places = {one.level: one.name for one in (home, *units.load().ancestors(home))}
    address = "-".join(["ket-qua", slug(home.name), str(year), *([slug(agency)] if agency else [])])
    row: Row = {
        "id": document,
        "slug": None,
        "plain_slug": address,
        "number": None,
        "title": f"Kết quả thực hiện năm {year} của {home.full_name}" + (f" ({agency} cung cấp)" if agency else ""),
        "issuer": agency or f"Ủy ban nhân dân {home.full_name}",
        "level": home.level,
        "genre": "report",
        **{level: places.get(level) for level in ("province", "district", "commune")},
        "issued_on": str(year),
        "period_start": year,
        "period_end": year,
        "plan_kind": "annual",
        "status": "issued",
        "recipients": "[]",
        "media_type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "reader": "results",
        "ocr": 0,
        "sha256": document,
        "version": version(),
        "unit": home.code,
        "identity": identity,
    }
    row |= search.keys(row | {"slug": address})
    insert(db, "documents", [row])
    insert(db, "texts", [{"document": document, "text": ""}])
    return row | {"slug": address, "relation": None}


def _merge(db: Database, document: Row, found: Sequence[Row], out: Imported) -> bool:
    """Writes rows over those of the document that are known; says whether that changed anything."""
    stored = {
        row["key"]: row
        for row in rows(db, "SELECT * FROM results WHERE document = ? ORDER BY position", [document["id"]])
    }
    old = {key: as_read(row) for key, row in stored.items()}
    merged: dict[str, Row] = dict(old)
    for row in found:
        known = old.get(row["key"])
        if known is None:
            out.new += 1
        elif _differs(known, row):
            out.changed += 1
        else:
            out.same += 1
            continue
        merged[row["key"]] = row
    if all(merged[key] is old.get(key) for key in merged):
        return False
    _write(db, document, list(merged.values()))
    return True


_PLACE = ("quote_start", "quote_end", "cell", "id", "document", "position", "corrected")


def _differs(old: Row, new: Row) -> bool:
    return any(old[name] != value for name, value in new.items() if name not in _PLACE)


def _write(db: Database, document: Row, merged: list[Row]) -> None:
    """The document's rows and its text, which has a line for each."""
    own = document["id"]
    text, offset = [], 0
    for position, row in enumerate(merged):
        row |= {"id": f"{own}-{row['key']}", "document": own, "position": position, "corrected": None}
        row |= {"quote_start": offset, "quote_end": offset + len(row["quote"])}
        text.append(row["quote"])
        offset = row["quote_end"] + 1
    db.conn.execute(
        "UPDATE progresses SET result = NULL WHERE result IN (SELECT id FROM results WHERE document = ?)", [own]
    )
    for table in ("result_units", "result_alignments", "results"):
        db.conn.execute(f"DELETE FROM {table} WHERE document = ?", [own])
    insert(db, "results", merged)
    words = "\n".join(text)
    db.conn.execute("UPDATE texts SET text = ? WHERE document = ?", [words, own])
    db.conn.execute("UPDATE documents SET characters = ? WHERE id = ?", [len(words), own])
    search.refresh(db, [own])
    links.align(db, [own])


def _unaligned(db: Database, document: str) -> list[Row]:
    """Rows that measure nothing of a programme and that no plan of the unit aims at in the same words."""
    sql = (
        "SELECT r.* FROM results r JOIN documents d ON d.id = r.document WHERE r.document = ? AND NOT EXISTS ("
        "SELECT 1 FROM targets t JOIN documents p ON p.id = t.document AND p.unit = d.unit WHERE t.key = r.aim) "
        "AND NOT EXISTS (SELECT 1 FROM result_alignments a WHERE a.result = r.id) AND NOT EXISTS ("
        "SELECT 1 FROM targets t JOIN documents p ON p.id = t.document AND p.unit = d.unit WHERE t.clause = r.clause)"
    )
    return rows(db, sql, [document])


def _attach(db: Database, name: str, document: str, data: bytes) -> None:
    """Notes the workbook among the files of the document."""
    digest = sha256(data)
    known = rows(db, "SELECT 1 FROM files WHERE path = ? AND document = ? AND sha256 = ?", [name, document, digest])
    if known:
        return
    db.conn.execute("DELETE FROM files WHERE path = ?", [name])
    insert(
        db,
        "files",
        [
            {
                "path": name,
                "sha256": digest,
                "size": len(data),
                "outcome": "loaded",
                "document": document,
                "version": version(),
                "seconds": 0.0,
                "offered_at": datetime.now(UTC).isoformat(timespec="seconds"),
            }
        ],
    )
