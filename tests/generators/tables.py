"""Tables of targets and of tasks: records → a table in one of the layouts of offices → a text, a web page or a Word file.

A sheet is rows of cells that may span others; how a format says that they do is the format's business.
"""

from __future__ import annotations

import html
import io
import random
from dataclasses import dataclass, field
from typing import Any

import docx

from tests.generators.case import Case

_HEAD = """ỦY BAN NHÂN DÂN
TỈNH NAM ĐỊNH
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 45/KH-UBND

Nam Định, ngày 15 tháng 02 năm 2022

KẾ HOẠCH
Phát triển nông thôn ven biển giai đoạn 2022-2030

Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:

I. MỤC TIÊU

Các chỉ tiêu nêu tại bảng dưới đây.

II. TỔ CHỨC THỰC HIỆN

1. Sở Y tế

- Chủ trì thực hiện Kế hoạch này.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Bình

PHỤ LỤC
HỆ THỐNG CHỈ TIÊU, NHIỆM VỤ"""


@dataclass(frozen=True)
class Span:
    """A cell that goes on over `wide` columns and `tall` rows."""

    words: str
    wide: int = 1
    tall: int = 1


@dataclass
class Sheet:
    """Rows of cells as a person draws them: a merged cell stands where it begins."""

    rows: list[list[Span]] = field(default_factory=list)

    def add(self, *cells: str | Span) -> None:
        """Adds a row."""
        self.rows.append([cell if isinstance(cell, Span) else Span(cell) for cell in cells])

    def grid(self) -> list[list[tuple[str, str]]]:
        """Each row as the words and the mark of each column: `.` its own, `<` and `^` where a merged cell goes on."""
        out: list[list[tuple[str, str]]] = []
        hanging: dict[int, tuple[int, str]] = {}
        for row in self.rows:
            line: list[tuple[str, str]] = []
            cells = list(row)
            while cells or hanging.get(len(line), (0, ""))[0] > 0:
                left, words = hanging.get(len(line), (0, ""))
                if left > 0:
                    hanging[len(line)] = (left - 1, words)
                    line.append((words, "^"))
                    continue
                cell = cells.pop(0)
                for offset in range(cell.wide):
                    hanging[len(line)] = (cell.tall - 1, cell.words)
                    line.append((cell.words, "." if offset == 0 else "<"))
            out.append(line)
        return out


# --- what stands in it ---------------------------------------------------------------------------------------------

_SHARES = [
    "hộ dân được dùng nước hợp vệ sinh", "tuyến đường thôn được chiếu sáng", "hợp tác xã ứng dụng nhật ký điện tử", "lao động qua đào tạo có chứng chỉ",
    "chất thải rắn sinh hoạt được thu gom", "hộ nuôi trồng thủy sản đăng ký mã số", "thôn có nhà văn hóa đạt chuẩn", "diện tích lúa gieo cấy bằng máy",
]  # fmt: skip
_COUNTS = [
    ("mô hình trồng rừng ngập mặn", "Mô hình"),
    ("xã đạt chuẩn nông thôn mới nâng cao", "Xã"),
    ("chợ dân sinh được nâng cấp", "Chợ"),
    ("sản phẩm OCOP đạt 4 sao", "Sản phẩm"),
]
_RATES = [("ca mắc sốt xuất huyết", 100000, "ca/100.000 dân"), ("vụ tai nạn lao động", 1000, "vụ/1.000 lao động")]
_SIGNS = {"=": ["", "", "", "Đạt ", "Còn ", "Duy trì ", "Phấn đấu đạt "], ">=": ["≥ ", ">= ", "Tối thiểu ", "Từ {} trở lên"], "<=": ["≤ ", "Không quá ", "Tối đa "], "<": ["< ", "<", "Dưới ", "Giảm xuống dưới "], ">": ["> ", "Trên "]}  # fmt: skip
_DITTOS = ['"', "-nt-", "nt", "như trên"]


@dataclass
class _Measure:
    subject: str
    unit: str  # as a column of units has it
    kind: str
    per: int | None
    number: int
    values: list[tuple[str, float]] = field(default_factory=list)  # one for each column of values
    reached: float | None = None
    group: str | None = None


def _figure(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _written(rng: random.Random, sign: str, value: float, after: str) -> str:
    form = rng.choice(_SIGNS[sign])
    figure = _figure(value) + after
    return form.format(figure) if "{}" in form else form + figure


def _measure(rng: random.Random, number: int) -> _Measure:
    kind = rng.choice(["share", "share", "share", "count", "rate"])
    if kind == "share":
        return _Measure(f"Tỷ lệ {rng.choice(_SHARES)}", "%", "percent", None, number)
    if kind == "count":
        words, unit = rng.choice(_COUNTS)
        return _Measure(f"Số {words}", unit, "count", None, number)
    words, per, unit = rng.choice(_RATES)
    return _Measure(f"Tỷ suất {words}", unit, "per", per, number)


def _value(rng: random.Random, kind: str) -> float:
    return float(rng.randint(2, 60)) if kind == "count" else round(rng.uniform(3, 99), rng.choice([0, 0, 1]))


# --- targets -------------------------------------------------------------------------------------------------------


def _targets(rng: random.Random) -> tuple[Sheet, list[dict[str, Any]], str]:
    """A table of targets, what it says, and the line above it."""
    years = sorted(rng.sample([2023, 2024, 2025, 2026, 2028, 2030], rng.randint(1, 3)))
    reached = rng.choice([None, None, 2020, 2021])
    unit_at = rng.choice(["column", "column", "column", "subject", "value"])
    agencies, notes, numbered = rng.random() < 0.4, rng.random() < 0.3, rng.random() < 0.85
    two_lines = rng.random() < 0.4 and len(years) > 1
    number_head = rng.choice(["TT", "STT", "Số TT", "Chỉ tiêu số", "Mã số"])
    subject_head = rng.choice(["Chỉ tiêu", "Nội dung chỉ tiêu", "Tên chỉ tiêu", "Các chỉ tiêu chủ yếu"])
    year_form = rng.choice(
        ["Năm {}", "{}", "Mục tiêu đến năm {}", "KH {}", "Kế hoạch năm {}", "Lộ trình đến năm {}", "Phấn đấu năm {}"]
    )
    reached_form = rng.choice(
        ["Hiện trạng {}", "TH {}", "Thực hiện năm {}", "Năm {} (thực hiện)", "Ước TH {}", "Kết quả năm {}"]
    )
    sheet = Sheet()
    tall = 2 if two_lines else 1
    head: list[Span] = [Span(number_head, tall=tall)] if numbered else []
    head.append(Span(subject_head, tall=tall))
    if unit_at == "column":
        head.append(Span(rng.choice(["ĐVT", "Đơn vị tính", "Đơn vị"]), tall=tall))
    if reached is not None:
        head.append(Span(reached_form.format(reached), tall=tall))
    if two_lines:
        head.append(Span(rng.choice(["Mục tiêu", "Lộ trình thực hiện", "Kế hoạch"]), wide=len(years)))
    else:
        head += [Span(year_form.format(year)) for year in years]
    if agencies:
        head.append(Span(rng.choice(["Cơ quan theo dõi", "Đơn vị chủ trì", "Cơ quan chịu trách nhiệm"]), tall=tall))
    if notes:
        head.append(Span("Ghi chú", tall=tall))
    width = sum(cell.wide for cell in head)
    if rng.random() < 0.15:
        sheet.add(Span("BIỂU CHỈ TIÊU CHỦ YẾU", wide=width))
    heads = [head] + ([[Span(rng.choice(["Năm {}", "{}"]).format(year)) for year in years]] if two_lines else [])
    sheet.rows += heads
    if rng.random() < 0.2:
        sheet.rows.append([Span(f"({at})") for at in range(1, width + 1)])
    expect: list[dict[str, Any]] = []

    def put(
        one: _Measure, label: str, words: str, *, unit: str | None = None, values: bool = True, merged: int = 0
    ) -> None:
        after = one.unit if unit_at == "value" and one.unit == "%" else ""
        row: list[Span] = []
        if numbered and merged >= 0:
            row.append(Span(label, tall=merged or 1))
        if merged >= 0:
            row.append(
                Span(
                    words
                    + (
                        f" ({one.unit})"
                        if values and (unit_at == "subject" or (unit_at == "value" and one.unit != "%"))
                        else ""
                    ),
                    tall=merged or 1,
                )
            )
        if unit_at == "column":
            row.append(Span(unit if unit is not None else one.unit if values else ""))
        if reached is not None:
            row.append(
                Span(
                    _figure(one.reached) + after
                    if values and one.reached is not None
                    else rng.choice(["", "-"])
                    if values
                    else ""
                )
            )
        row += [
            Span(_written(rng, sign, value, after) if values else "")
            for sign, value in (one.values or [("", 0)] * len(years))
        ]
        row += [Span(rng.choice(["Sở Y tế", "Sở Nông nghiệp và Môi trường"]) if values else "")] if agencies else []
        row += [Span("")] if notes else []
        sheet.rows.append(row)
        if values:
            for year, (sign, value) in zip(years, one.values, strict=True):
                expect.append(
                    {
                        "comparator": sign, "value": value, "unit": one.kind, "per": one.per, "year": year, "group": one.group,
                        "indicator_no": one.number if numbered else None, "baseline_value": one.reached, "baseline_year": reached if one.reached is not None else None,
                    }
                )  # fmt: skip

    def valued(one: _Measure) -> _Measure:
        one.values = [(rng.choice(["=", "=", "=", *_SIGNS]), _value(rng, one.kind)) for _ in years]
        one.reached = _value(rng, one.kind) if reached is not None and rng.random() < 0.8 else None
        return one

    grouped = rng.random() < 0.5
    before_unit = ""
    for number in range(1, rng.randint(3, 7)):
        if grouped and number in (1, 3):
            title = rng.choice([f"Mục tiêu {number}: Hạ tầng", "Phát triển sản xuất", "Đời sống và môi trường"])
            label = "I" * ((number + 1) // 2)
            form = rng.choice(["label", "merged", "blank"])
            if form == "merged" or not numbered:
                sheet.add(Span(f"{label}. {title}", wide=width))
            else:
                sheet.add(label if form == "label" else "", title, *[""] * (width - 2))
        one = _measure(rng, number)
        shape = rng.choice(["plain", "plain", "plain", "parts"]) if numbered and one.kind != "count" else "plain"
        if shape == "plain":
            valued(one)
            ditto = unit_at == "column" and before_unit == one.unit and rng.random() < 0.4
            put(one, f"{number}", one.subject, unit=rng.choice(_DITTOS) if ditto else None)
            before_unit = one.unit if unit_at == "column" else ""
            continue
        put(one, f"{number}", one.subject, values=False)
        label = rng.choice(["dash", "letter", "decimal"])
        for at, group in enumerate(("nông thôn", "thành thị")):
            part = valued(_Measure(one.subject, one.unit, one.kind, one.per, number, group=group))
            words = group.capitalize()
            mark = {"dash": "", "letter": "ab"[at], "decimal": f"{number}.{at + 1}"}[label]
            put(part, mark, f"- {words}" if label == "dash" else words)
        before_unit = ""
    if rng.random() < 0.25:  # the head again, on the next page
        cut = rng.randint(len(heads) + 2, len(sheet.rows))
        if not any(cell.tall > 1 for row in sheet.rows[len(heads) : cut] for cell in row):
            sheet.rows[cut:cut] = heads
    return sheet, expect, ""


# --- tasks ---------------------------------------------------------------------------------------------------------

_TASKS = ["Rà soát quy hoạch bãi tắm công cộng", "Khảo sát nhu cầu học nghề của ngư dân", "Nâng cấp đê bao khu nuôi trồng", "Lắp đặt biển báo nguy hiểm ven sông", "Số hóa hồ sơ tàu cá", "Vận động ngư dân tham gia bảo hiểm"]  # fmt: skip
_LEADS = [
    ["Sở Nông nghiệp và Môi trường"],
    ["Sở Y tế"],
    ["Công an tỉnh"],
    ["UBND huyện Hải Hậu"],
    ["Sở Tài chính", "Sở Xây dựng"],
    ["Sở Văn hóa, Thể thao và Du lịch"],
    ["Tỉnh đoàn"],
]
_TIMES: list[tuple[str, dict[str, Any] | None]] = [
    ("Quý II/2023", {"due": "2023-06", "start": "2023-04", "relation": "within"}), ("Trước ngày 30/9/2023", {"due": "2023-09-30", "start": None, "relation": "before"}),
    ("Năm 2024", {"due": "2024", "start": None, "relation": "by"}), ("2024", {"due": "2024", "start": None, "relation": "by"}), ("2023 - 2025", {"due": "2025", "start": "2023", "relation": "within"}),
    ("Tháng 8/2023", {"due": "2023-08", "start": "2023-08", "relation": "within"}), ("Hằng năm", {"due": None, "start": None, "relation": "every", "recurrence": "FREQ=YEARLY"}), ("Thường xuyên", None),
]  # fmt: skip


def _tasks(rng: random.Random) -> tuple[Sheet, list[dict[str, Any]], list[dict[str, Any]]]:
    """A table of tasks with its duties and deadlines."""
    columns = ["number", "task", "lead", "partners", "time"]
    if rng.random() < 0.3:
        columns.insert(rng.choice([2, 5]), "product")
    if rng.random() < 0.3:
        columns[3], columns[4] = columns[4], columns[3]
    leads = rng.random() < 0.6
    heads = {
        "number": rng.choice(["TT", "STT"]),
        "task": rng.choice(["Nhiệm vụ", "Nội dung công việc", "Tên nhiệm vụ", "Hoạt động", "Nội dung thực hiện"]),
        "lead": rng.choice(["Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì"])
        if leads
        else rng.choice(["Đơn vị thực hiện", "Cơ quan thực hiện"]),
        "partners": rng.choice(["Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp"]),
        "time": rng.choice(["Thời gian", "Thời gian hoàn thành", "Thời hạn", "Tiến độ thực hiện"]),
        "product": rng.choice(["Sản phẩm", "Kết quả dự kiến"]),
    }
    sheet = Sheet()
    sheet.add(*(heads[name] for name in columns))
    duties: list[dict[str, Any]] = []
    deadlines: list[dict[str, Any]] = []
    grouped = rng.random() < 0.5
    merged = 0  # rows that the lead above still covers
    lead: list[str] = []
    count = rng.randint(3, 6)
    for number in range(1, count + 1):
        if grouped and number in (1, 3) and merged == 0:
            title = rng.choice(["Thể chế", "Hạ tầng ven biển", "Truyền thông"])
            label = "I" * ((number + 1) // 2)
            if rng.random() < 0.5:
                sheet.add(label, title, *[""] * (len(columns) - 2))
            else:
                sheet.add(Span(f"{label}. {title}", wide=len(columns)))
        task = rng.choice(_TASKS)
        starts = merged == 0
        if starts:
            lead = rng.choice(_LEADS)
            merged = rng.choice([1, 1, 1, 2]) if number < count and not grouped else 1
        partners = rng.choice([[], *_LEADS])
        partners = [one for one in partners if one not in lead]
        time, due = rng.choice(_TIMES)
        cells = {
            "number": f"{number}",
            "task": task,
            "partners": rng.choice(["; ", ", "]).join(partners),
            "time": time,
            "product": "Báo cáo",
        }
        row: list[Span] = []
        for name in columns:
            if name == "lead":
                if starts:
                    row.append(Span("; ".join(lead), tall=merged))
            else:
                row.append(Span(cells[name]))
        sheet.rows.append(row)
        merged -= 1
        duties.append(
            {"agencies": list(lead), "role": "lead" if leads else "implement", "partners": partners, "said": task}
        )
        if due is not None:
            deadlines.append({**due, "actor": "; ".join(lead), "said": task})
    return sheet, duties, deadlines


# --- allocations ---------------------------------------------------------------------------------------------------

_PLACES = ["Hải Anh", "Hải Châu", "Giao Phong", "Nghĩa Hùng", "Xuân Trường", "Trực Thái"]


def _allocation(rng: random.Random) -> tuple[Sheet, list[dict[str, Any]], str]:
    """A table that gives each commune its value: a row a commune and a column an indicator, or the reverse."""
    places = [rng.choice(["Xã ", "xã ", ""]) + name for name in rng.sample(_PLACES, rng.randint(3, 5))]
    if not places[0].startswith(("Xã", "xã")):
        places = [name.removeprefix("Xã ").removeprefix("xã ") for name in places]
    measures = [f"Tỷ lệ {words}" for words in rng.sample(_SHARES, rng.randint(2, 3))]
    year = rng.choice([None, 2023, 2025])
    total = rng.choice([None, "Toàn tỉnh", "Tổng cộng"])
    sheet = Sheet()
    expect: list[dict[str, Any]] = []
    values = {(place, one): _value(rng, "share") for place in [*places, total] for one in measures}
    for (place, _), value in values.items():
        if place is not None:
            expect.append(
                {"value": value, "unit": "percent", "unit_name": place if place != total else None, "year": year}
            )
    above = f"Chỉ tiêu giao cho các xã năm {year}:" if year is not None else ""
    if rng.random() < 0.5:
        sheet.add(
            rng.choice(["TT", "STT"]),
            rng.choice(["Xã", "Xã, phường", "Tên xã", "Địa phương", "Đơn vị"]),
            *(f"{one} (%)" for one in measures),
        )
        for number, place in enumerate(places, 1):
            sheet.add(f"{number}", place, *(_figure(values[place, one]) for one in measures))
        if total is not None:
            sheet.add("", total, *(_figure(values[total, one]) for one in measures))
    else:
        columns = [*places, *([total] if total is not None else [])]
        two_lines = rng.random() < 0.5
        tall = 2 if two_lines else 1
        head = [Span("TT", tall=tall), Span("Chỉ tiêu", tall=tall), Span("ĐVT", tall=tall)]
        if two_lines:
            sheet.rows.append(
                [*head, Span(rng.choice(["Chia theo xã", "Các xã", "Giao cho các xã"]), wide=len(columns))]
            )
            sheet.add(*columns)
        else:
            sheet.rows.append([*head, *(Span(name) for name in columns)])
        for number, one in enumerate(measures, 1):
            sheet.add(f"{number}", one, "%", *(_figure(values[name, one]) for name in columns))
    return sheet, expect, above


# --- formats -------------------------------------------------------------------------------------------------------


def _as_text(rng: random.Random, sheet: Sheet, above: str) -> tuple[bytes, str]:
    """Pipes: a merged cell is said once, or in all that it covers (across only)."""
    repeats = rng.random() < 0.3
    lines = []
    for row in sheet.grid():
        cells = [words if mark == "." or (mark == "<" and repeats) else "" for words, mark in row]
        lines.append(f"| {' | '.join(cells)} |")
    if rng.random() < 0.7:
        lines.insert(1, f"|{' --- |' * len(sheet.grid()[0])}")
    return "\n".join([_HEAD, above, "", *lines, ""]).encode(), "plan.txt"


def _as_dump(sheet: Sheet, above: str) -> tuple[bytes, str]:
    """One cell a line between bars, as portals dump tables: what a merged cell goes on over is left out."""
    rows = ["|\n" + "".join(f"{cell.words}\n|\n" if cell.words else "|\n" for cell in row) for row in sheet.rows]
    return "\n".join([_HEAD, above, "", "".join(rows), ""]).encode(), "plan.md"


def _as_page(sheet: Sheet, above: str) -> tuple[bytes, str]:
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td colspan="{cell.wide}" rowspan="{cell.tall}"><p>{html.escape(cell.words)}</p></td>' for cell in row
        )
        + "</tr>"
        for row in sheet.rows
    )
    body = "".join(f"<p>{html.escape(line)}</p>" for line in [*_HEAD.split("\n"), above] if line)
    return (
        f"<html><head><meta charset=utf-8></head><body>{body}<table>{rows}</table></body></html>".encode(),
        "plan.html",
    )


def _as_word(sheet: Sheet, above: str, *, framed: bool) -> tuple[bytes, str]:
    document = docx.Document()
    for line in [*_HEAD.split("\n"), above]:
        if line:
            document.add_paragraph(line)
    grid = sheet.grid()
    holder: Any = document.add_table(1, 1).cell(0, 0) if framed else document
    table = holder.add_table(len(grid), len(grid[0]))
    for down, row in enumerate(grid):
        for across, (words, mark) in enumerate(row):
            cell = table.cell(down, across)
            if mark == "<":
                cell.merge(table.cell(down, across - 1))
            elif mark == "^":
                cell.merge(table.cell(down - 1, across))
            else:
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), "plan.docx"


def case(rng: random.Random) -> Case:
    """A plan with an annex that is one table."""
    expect: dict[str, list[dict[str, Any]]]
    kind = rng.choice(["targets", "targets", "targets", "tasks", "tasks", "allocation"])
    if kind == "allocation":
        sheet, targets, above = _allocation(rng)
        expect = {"targets": targets}
    elif kind == "targets":
        sheet, targets, above = _targets(rng)
        expect = {"targets": targets, "assignments": [{"said": "Chủ trì thực hiện Kế hoạch này"}]}
    else:
        sheet, duties, deadlines = _tasks(rng)
        above = ""
        expect = {"assignments": [{"said": "Chủ trì thực hiện Kế hoạch này"}, *duties], "deadlines": deadlines}
        expect["assignments"].sort(key=lambda one: -len(one))
    form = rng.choice(["text", "text", "page", "word", "dump"])
    if form == "dump" and any(cell.tall > 1 for row in sheet.rows for cell in row):
        form = "page"  # a dump does not say which rows a merged cell covers, and may be read in several ways
    if form == "text":
        data, path = _as_text(rng, sheet, above)
    elif form == "dump":
        data, path = _as_dump(sheet, above)
    elif form == "page":
        data, path = _as_page(sheet, above)
    else:
        data, path = _as_word(sheet, above, framed=rng.random() < 0.3)
    return Case(data=data, path=path, expect=expect)
