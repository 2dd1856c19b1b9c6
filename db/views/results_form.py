"""The workbook in which offices enter what was reached: a row for each aim of the plans of a unit, heads locked, cells checked by Excel."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl.worksheet.datavalidation import DataValidation
from sqlite_utils import Database

from db.schema.database import PLANS, in_batches, rows
from db.views.selection import SelectionError
from db.views.spreadsheet import Sheet, new_book, saved
from patterns.fold import fold
from patterns.groups import canonical
from patterns.result_heads import FORM_MARK, FORM_MARK_HEAD

Row = dict[str, Any]

SHEET = "Kết quả"
STATUSES = ("chính thức", "ước thực hiện")
# The columns in their order, with their widths; those that people fill in are not locked.
COLUMNS: tuple[tuple[str, int, bool], ...] = (
    ("Mã", 12, False),
    ("STT", 6, False),
    ("Chỉ tiêu", 60, False),
    ("Nhóm", 14, False),
    ("Đơn vị tính", 12, False),
    ("Mức phấn đấu", 24, False),
    ("Tử số", 12, True),
    ("Mẫu số", 12, True),
    ("Kết quả", 12, True),
    ("Kỳ số liệu từ", 14, True),
    ("Kỳ số liệu đến", 14, True),
    ("Chính thức / ước thực hiện", 18, True),
    ("Nguồn", 24, True),
    ("Cơ quan cung cấp", 28, True),
    ("Ghi chú", 30, True),
)


@dataclass(slots=True, kw_only=True)
class Aim:
    """A row to fill in: what a plan aims at, and who supplies it."""

    target: str
    plan: str
    words: str
    group: str | None
    unit: str
    asked: dict[int | None, str] = field(default_factory=dict)
    agencies: tuple[str, ...] = ()


def plans_of(db: Database, unit: str, year: int) -> list[Row]:
    """The plans of a unit (its name folded, or a part of it) that are for a year.

    Raises:
        SelectionError: there are none, or several units are called so.
    """
    heads = rows(
        db,
        f"SELECT * FROM documents WHERE plan = id AND {PLANS} AND unit IS NOT NULL "
        "AND coalesce(period_start, :year) <= :year AND coalesce(period_end, :year) >= :year ORDER BY issued_on, id",
        {"year": year},
    )
    wanted = fold(unit)
    own = [row for row in heads if fold(str(row[row["level"]] or "")) == wanted]
    found = own or [row for row in heads if wanted in fold(str(row[row["level"]] or ""))]
    if len({row["unit"] for row in found}) != 1:
        there = ", ".join(sorted({str(row["slug"]) for row in found or heads})[:8]) or "–"
        vi = "nhiều địa phương có tên đó" if found else "không có kế hoạch nào của địa phương đó trong năm"
        raise SelectionError(
            f"{unit!r}, {year}: {vi} / {'several units' if found else 'no plan'}; có / there are: {there}"
        )
    return found


def aims(db: Database, documents: Sequence[str], words: Any) -> list[Aim]:
    """What plans aim at with a number, each measure and group once; `words` says a value (`value_vi`)."""
    agencies = _agencies(db, documents)
    found: dict[tuple[Any, ...], Aim] = {}
    for row in in_batches(db, _TARGETS, documents):
        said = str(row["subject"] or row["clause"] or row["quote"])
        meaning = (row["programme"], row["measure"]) if row["measure"] else (fold(said),)
        key = (*meaning, canonical(row["subgroup"]))
        if key not in found:
            found[key] = Aim(
                target=row["id"],
                plan=row["slug"],
                words=_named(row, said),
                group=row["subgroup"],
                unit=_unit(row),
                agencies=agencies.get(row["id"], ()),
            )
        value = words(
            row["value"],
            high=row["value_high"],
            comparator=row["comparator"],
            unit=row["unit"],
            per=row["per"],
            total=row["total"],
        )
        found[key].asked.setdefault(row["year"] or row["period_end"], value)
    return list(found.values())


def _named(row: Row, said: str) -> str:
    """What a row is about, so that staff know which aim is meant: its words, all of the clause where these are few, and the measure."""
    clause = str(row["clause"] or row["quote"])
    words = said if len(said.split()) > _FEW or fold(said) not in fold(clause) else clause
    measure = f" [{row['measure']}. {row['short_vi']}]" if row["short_vi"] else ""
    return f"{words[:1].upper()}{words[1:]}{measure}"


# A subject of at most so many words (`Trẻ em`) does not say what is measured of it.
_FEW = 4
_TARGETS = """
SELECT t.*, d.slug, d.period_end, m.short_vi FROM targets t JOIN documents d ON d.id = t.document
LEFT JOIN measures m ON m.programme = t.programme AND m.code = t.measure
WHERE t.kind = 'quantitative' AND t.value IS NOT NULL AND t.document IN ({})
ORDER BY d.issued_on, t.document, t.position
"""


def _unit(row: Row) -> str:
    if row["unit"] == "per" and row["per"]:
        return f"/{row['per']:,}".replace(",", ".")
    return {"percent": "%", "times": "lần"}.get(row["unit"], str(row["counted"] or "số lượng"))


def _agencies(db: Database, documents: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The agencies that each target names, else those that a duty charges with its indicator."""
    of_indicator: dict[tuple[str, int], dict[str, None]] = {}
    sql = "SELECT document, agencies, indicators FROM assignments WHERE document IN ({})"
    for row in in_batches(db, sql, documents):
        for number in json.loads(row["indicators"] or "[]"):
            of_indicator.setdefault((row["document"], number), {}).update(dict.fromkeys(json.loads(row["agencies"])))
    out: dict[str, tuple[str, ...]] = {}
    sql = "SELECT id, document, agencies, indicator_no FROM targets WHERE document IN ({})"
    for row in in_batches(db, sql, documents):
        named = json.loads(row["agencies"] or "[]") or list(
            of_indicator.get((row["document"], row["indicator_no"]), ())
        )
        out[row["id"]] = tuple(named)
    return out


def of_agency(found: Iterable[Aim], agency: str) -> list[Aim]:
    """The aims that an agency supplies (its name folded, or a part of it).

    Raises:
        SelectionError: no aim names such an agency.
    """
    known = list(found)
    chosen = [aim for aim in known if any(fold(agency) in fold(name) for name in aim.agencies)]
    if not chosen:
        there = ", ".join(sorted({name for aim in known for name in aim.agencies})[:12]) or "–"
        raise SelectionError(
            f"{agency!r}: không chỉ tiêu nào giao cho cơ quan đó / no aim names it; có / there are: {there}"
        )
    return chosen


def workbook(head: Row, found: Sequence[Aim], *, year: int, agency: str | None = None) -> bytes:
    """The workbook for a unit (`head`: a row of `documents` of it) and a year."""
    book = new_book()
    sheet = Sheet(book, SHEET, [(name, width) for name, width, _ in COLUMNS], freeze="D2")
    for place, aim in enumerate(found, 1):
        asked = "; ".join(f"{when}: {said}" if when else said for when, said in sorted(aim.asked.items(), key=str))
        values: list[Any] = [aim.target, place, aim.words, aim.group, aim.unit, asked, *[None] * 6]
        values += [None, agency or "; ".join(aim.agencies), None]
        sheet.append(
            sheet.entry(value) if is_open else sheet.cell(str(value)) if isinstance(value, str) else value
            for value, (_, _, is_open) in zip(values, COLUMNS, strict=True)
        )
    sheet.hide(1)
    sheet.landscape()
    sheet.lock()
    last = len(found) + 1
    for column in "GHI":
        sheet.check(f"{column}2:{column}{last}", _number())
    sheet.check(f"L2:L{last}", _choice())
    about = Sheet(book, FORM_MARK, [(FORM_MARK_HEAD, 16), ("giá trị", 60)])
    said = {"unit": head["unit"], "level": head["level"], "province": head["province"], "district": head["district"]}
    said |= {"commune": head["commune"], "year": year, "agency": agency}
    for name, value in said.items():
        about.append([name, value])
    about.lock()
    about.conceal()
    return saved(book)


def _number() -> DataValidation:
    return DataValidation(
        type="decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True, showErrorMessage=True,
        errorTitle="Số liệu", error="Nhập một số không âm, ví dụ 92,5 (không ghi đơn vị). / A number, without its unit.",
    )  # fmt: skip


def _choice() -> DataValidation:
    return DataValidation(
        type="list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True, showErrorMessage=True,
        errorTitle="Loại số liệu", error=f"Chọn {' hoặc '.join(STATUSES)}.",
    )  # fmt: skip
