"""What was reached of plans, as offices write it: a line a measure with its aims and its results year by year; the table of a `báo cáo sơ kết`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from db.comparison.stances import number, unit_words
from db.findings.wording import value_vi
from db.schema.iso_dates import date_vi
from db.views import words
from db.views.spreadsheet import Sheet, new_book, saved
from db.views.word_table import WIDTH, WordTable

Row = dict[str, Any]

# Years of aims that have a column of their own, at most.
_AIMS = 3
# Digits behind the comma that are shown of a value; it is judged by all that it has.
_SHOWN = 2
# How wide the names of measures are in the table of a report at least, in centimetres.
_LEAST_NAME = 5.0
_FILLS = {"exceeded": "D6EEF0", "met": "DDF0DD", "missed": "FBE5D0"}


@dataclass(slots=True, kw_only=True)
class Line:
    """A measure and group of a plan: what is asked by year, and the row of each year (rows of the view `progress`)."""

    plan: str
    programme: str | None
    measure: str | None
    name: str
    full: str
    name_en: str | None
    group: str | None
    unit: str
    asked: dict[int, str] = field(default_factory=dict)
    years: dict[int, Row] = field(default_factory=dict)

    @property
    def reached(self) -> dict[int, Row]:
        """The rows of the years that have a value."""
        return {year: row for year, row in self.years.items() if row["value"] is not None}

    @property
    def latest(self) -> Row | None:
        """The row of the last year that has a value."""
        found = self.reached
        return found[max(found)] if found else None


def lines(found: Sequence[Row]) -> list[Line]:
    """Rows of the view `progress` as lines, in their order."""
    out: dict[tuple[Any, ...], Line] = {}
    for row in found:
        key = (row["plan"], row["programme"], row["measure"], row["measure_vi"], row["subgroup"])
        if key not in out:
            out[key] = Line(
                plan=row["plan"],
                programme=row["programme"],
                measure=row["measure"],
                name=str(row["measure_vi"]),
                full=str(row["measure_name"]),
                name_en=row["measure_en"],
                group=row["subgroup"],
                unit=unit_words(row["unit"], row["per"]) or "số lượng",
            )
        out[key].years[row["year"]] = row
        if row["asked_value"] is not None and row["asked_year"] is not None:
            of_programme = " (chương trình)" if row["basis"] == "programme" else ""
            out[key].asked.setdefault(row["asked_year"], asked_vi(row) + of_programme)
    return list(out.values())


def asked_vi(row: Row) -> str:
    """What was to be reached, in a row of `progress`."""
    return value_vi(
        row["asked_value"],
        high=row["asked_high"],
        comparator=row["asked_comparator"],
        unit=row["unit"],
        per=row["per"],
        total=row["asked_total"],
    )


def reached_vi(row: Row) -> str:
    """What was reached, estimates marked: `92,5% (ước)`."""
    if row["value"] is None:
        return ""
    said = value_vi(
        round(row["value"], _SHOWN), high=row["value_high"], unit=row["unit"], per=row["per"], total=row["total"]
    )
    parts = ["ước"] if row["estimated"] else []
    if row["units_expected"] is not None:
        parts.append(f"{row['units_counted']}/{row['units_expected']} đơn vị")
    return f"{said} ({', '.join(parts)})" if parts else said


def verdict_vi(row: Row) -> str:
    """The verdict of a year, with the reason where it is not judged."""
    said = words.VERDICTS[row["verdict"]].short_vi
    why = words.UNJUDGED.get(row["reason"] or "")
    return f"{said}: {why[0]}" if why else said


def aims_of(found: Sequence[Line]) -> list[int]:
    """The years that most lines have an aim for."""
    counted = Counter(year for line in found for year in line.asked)
    return sorted(year for year, _ in counted.most_common(_AIMS))


def years_of(found: Sequence[Line]) -> list[int]:
    """The years of which something is known."""
    return sorted({year for line in found for year in line.reached})


def write_report(plan: Row, found: Sequence[Row], path: Path | BinaryIO) -> None:
    """Writes the table of a `báo cáo sơ kết` of a plan (a row of `documents`) as a Word file."""
    known = lines(found)
    aims, years = aims_of(known), years_of(known)
    columns = [("STT", 1.2), ("Chỉ tiêu", 0.0), ("ĐVT", 1.6)]
    columns += [(f"Mục tiêu {year}", 1.9) for year in aims]
    columns += [(f"Kết quả {year}", 2.1) for year in years] or [("Kết quả", 2.1)]
    columns += [("Đánh giá", 3.0), ("Nguyên nhân", 3.0)]
    rest = max(_LEAST_NAME, WIDTH - sum(width for _, width in columns))
    columns[1] = ("Chỉ tiêu", rest)
    table = WordTable("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", _name(plan), columns)
    for place, line in enumerate(known, 1):
        named = f"{line.full} ({line.group})" if line.group else line.full
        results = [reached_vi(line.reached[year]) if year in line.reached else "" for year in years] or [""]
        table.row(
            [
                str(place),
                named,
                line.unit,
                *(line.asked.get(year, "") for year in aims),
                *results,
                _judged(line),
                _why(line),
            ]
        )
    table.paragraph("Ghi chú: (ước) là số ước thực hiện; năm chưa có kết quả để trống. " + _summary(known), size=11)
    table.save(path)


def _name(plan: Row) -> str:
    number_ = f" số {plan['number']}" if plan["number"] else ""
    day = f" ngày {date_vi(plan['issued_on'])}" if plan["issued_on"] else ""
    return f"Văn bản{number_}{day}: {plan['title'] or plan['slug']}"


def _judged(line: Line) -> str:
    row = line.latest
    if row is None:
        return "chưa có số liệu"
    against = f" so với {asked_vi(row)}" if row["asked_value"] is not None else ""
    year = f" ({row['asked_year']})" if row["asked_year"] not in (None, row["year"]) else ""
    return f"{row['year']}: {verdict_vi(row)}{against}{year}"


def _why(line: Line) -> str:
    """What offices noted beside the last result."""
    return str((line.latest or {}).get("note") or "")


def _summary(known: Sequence[Line]) -> str:
    counted = Counter(line.latest["verdict"] if line.latest else "no-data" for line in known)
    said = [f"{word.short_vi} {counted[code]}" for code, word in words.VERDICTS.items() if counted[code]]
    return f"Tổng số {len(known)} chỉ tiêu: {', '.join(said)}."


_SHEET = (
    ("Kế hoạch", 28), ("Mã", 8), ("Chỉ tiêu", 50), ("Nhóm", 14), ("Năm", 8), ("ĐVT", 10), ("Phải đạt", 14), ("của năm", 8), ("theo", 14),
    ("Kết quả", 16), ("Chênh lệch", 12), ("Đánh giá", 30), ("Xu hướng", 12), ("Nguồn", 30), ("Cơ quan cung cấp", 30), ("Văn bản", 28),
    ("Ô", 16), ("Trích nguyên văn", 60),
)  # fmt: skip


def workbook(found: Sequence[Row]) -> bytes:
    """Rows of the view `progress` as a workbook."""
    book = new_book()
    sheet = Sheet(book, "Kết quả thực hiện", _SHEET, freeze="D2")
    for row in found:
        trend = words.TRENDS.get(row["trend"] or "")
        basis = {"plan": "kế hoạch", "programme": "chương trình"}.get(row["basis"] or "", "")
        sheet.append(
            [
                row["plan"],
                row["measure"],
                row["measure_vi"],
                row["subgroup"],
                row["year"],
                unit_words(row["unit"], row["per"]),
                asked_vi(row) if row["asked_value"] is not None else None,
                row["asked_year"],
                basis,
                reached_vi(row) or None,
                number(row["difference"]) if row["difference"] is not None else None,
                sheet.cell(verdict_vi(row), fill=_FILLS.get(row["verdict"], "")),
                trend.short_vi if trend else None,
                row["source"],
                row["agency"],
                row["result_document"],
                row["cell"],
                row["quote"],
            ]
        )
    return saved(book)
