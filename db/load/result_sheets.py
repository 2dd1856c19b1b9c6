"""Reading tables of results out of workbooks: those that the program wrote (`results_form`) and others of the same meaning.

The row with the heads is looked for; what a column holds its head says (`patterns.result_heads`). Nothing is guessed: a cell that is not
understood is told with its address, and its row is left out.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import regex
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from patterns import result_heads
from patterns.numbers import DIGITS, parse
from patterns.reached import rounds
from patterns.result_heads import FORM_MARK, Head, scale_of


class SheetError(Exception):
    """A file holds no table of results; the message says what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A cell that was not understood, by its address (`Kết quả!F7`), and what is wrong with it."""

    cell: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row with a value: what is measured, in the words of the row, or of which target (`code`); the cell of its value.

    `percent`: the cell itself says that it is a share, by its format or a sign. `asked`: the shares that the row says were asked, in per cent.
    """

    cell: str
    words: str
    code: str | None = None
    group: str | None = None
    place: str | None = None
    unit: str | None = None
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    percent: bool = False
    asked: tuple[float, ...] = ()
    year: int | None = None
    since: str | None = None
    until: str | None = None
    estimated: bool = False
    source: str | None = None
    agency: str | None = None
    note: str | None = None


@dataclass(slots=True)
class Sheets:
    """What a workbook says: its rows, the cells that were not understood, and whose it is (`about`: unit, year, agency …)."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    about: dict[str, Any] = field(default_factory=dict)
    blank: int = 0


# How many rows the heads of a table are looked for in.
_TOP = 20
_NOT_A_NUMBER = "không phải là số, ví dụ 92,5 / no number"
_NOT_A_DAY = "không phải là ngày, ví dụ 31/12/2024 / no date"


@dataclass(frozen=True, slots=True)
class _Cell:
    address: str
    value: Any
    percent: bool = False

    @property
    def words(self) -> str:
        value = self.value
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return " ".join(str(value if value is not None else "").split())


def read(path: Path, data: bytes) -> Sheets:
    """The rows of a workbook (`.xlsx`) or of comma-separated text.

    Raises:
        SheetError: the file is neither, or has no table with heads for a measure and a result.
    """
    out = Sheets()
    found = False
    for title, cells in _tables(path, data):
        if title == FORM_MARK:
            out.about |= {row[0].words: row[1].value for row in cells[1:] if len(row) > 1}
            continue
        at, columns = _heads(cells)
        if at is not None:
            found = True
            _Reader(out, cells, at, columns).read()
    if not found:
        raise SheetError(
            f"{path}: không thấy bảng có cột chỉ tiêu và cột kết quả (hoặc tử số, mẫu số) / no table with columns for measure and result"
        )
    return out


def _tables(path: Path, data: bytes) -> Iterator[tuple[str, list[list[_Cell]]]]:
    if not data.startswith(b"PK"):
        text = _decoded(path, data)
        try:
            dialect = csv.Sniffer().sniff(text[:4000], ",;\t") if text.strip() else csv.excel
            rows = list(csv.reader(io.StringIO(text), dialect))
        except csv.Error as error:
            raise SheetError(
                f"{path}: không tách được các cột; lưu lại dạng CSV hoặc Excel / its columns cannot be told apart ({error})"
            ) from error
        yield (
            path.stem,
            [
                [_Cell(f"{get_column_letter(x)}{y}", value or None) for x, value in enumerate(row, 1)]
                for y, row in enumerate(rows, 1)
            ],
        )
        return
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError) as error:
        said = "không mở được tệp Excel; báo cáo thì dùng kehoach load / no workbook; load reports with kehoach load"
        raise SheetError(f"{path}: {said}") from error
    for sheet in book.worksheets:
        yield (
            sheet.title,
            [
                [_Cell(f"{sheet.title}!{one.coordinate}", one.value, "%" in str(one.number_format)) for one in row]
                for row in sheet.iter_rows()
            ],
        )


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetError(
            f"{path}: không phải tệp Excel, cũng không phải CSV UTF-8; báo cáo thì dùng kehoach load / no workbook, no CSV in UTF-8; load reports"
        ) from error


def _heads(cells: list[list[_Cell]]) -> tuple[int | None, dict[int, Head]]:
    """The row of the heads and what the columns hold; two rows where the second says more of columns that the first leaves open."""
    for at, row in enumerate(cells[:_TOP]):
        columns = _named(row)
        if Head.MEASURE not in columns.values():
            continue
        below = _named(cells[at + 1]) if at + 1 < len(cells) else {}
        more = {place: head for place, head in below.items() if place not in columns}
        if more and Head.MEASURE not in below.values():
            columns |= more
            at += 1
        if Head.VALUE in columns.values() or {Head.NUMERATOR, Head.DENOMINATOR} <= set(columns.values()):
            return at, columns
    return None, {}


def _named(row: Sequence[_Cell]) -> dict[int, Head]:
    found: dict[int, Head] = {}
    for place, cell in enumerate(row):
        head = result_heads.head(cell.words) if isinstance(cell.value, str) else None
        if head is not None and (head is Head.VALUE or head not in found.values()):
            found[place] = head
    return found


class _Reader:
    """One table: its rows below the heads, as entries and problems."""

    def __init__(self, out: Sheets, cells: list[list[_Cell]], at: int, columns: dict[int, Head]) -> None:
        self._out = out
        self._cells = cells
        self._at = at
        self._columns = columns
        titles = " ".join(cell.words for row in cells[:at] for cell in row)
        self._year = result_heads.year(titles)

    def read(self) -> None:
        """Adds what the table says to what was read."""
        values = [place for place, head in self._columns.items() if head is Head.VALUE]
        for row in self._cells[self._at + 1 :]:
            if not self._text(row, Head.MEASURE) or all(cell.value is None for cell in row[1:]):
                continue
            for place in values or [self._place(Head.NUMERATOR)]:
                entry = self._entry(row, place)
                if entry is not None:
                    self._out.entries.append(entry)

    def _place(self, head: Head) -> int:
        return next(place for place, one in self._columns.items() if one is head)

    def _cell(self, row: Sequence[_Cell], head: Head) -> _Cell | None:
        found = next((row[at] for at, one in self._columns.items() if one is head and at < len(row)), None)
        return found if found is not None and found.words else None

    def _text(self, row: Sequence[_Cell], head: Head) -> str | None:
        cell = self._cell(row, head)
        return cell.words if cell is not None else None

    def _entry(self, row: Sequence[_Cell], place: int) -> Entry | None:
        head = self._cells[self._at][place].words
        is_value = self._columns[place] is Head.VALUE
        words = str(self._text(row, Head.MEASURE))
        before = len(self._out.problems)
        said = row[place] if place < len(row) else None
        value = self._number(said if is_value and said is not None and said.words else None)
        parts = [self._number(self._cell(row, one)) for one in (Head.NUMERATOR, Head.DENOMINATOR)]
        several = sum(one is Head.VALUE for one in self._columns.values()) > 1
        entry = Entry(
            cell=said.address if said is not None else "",
            words=words,
            code=self._text(row, Head.CODE),
            group=self._text(row, Head.GROUP),
            place=self._text(row, Head.PLACE),
            unit=self._text(row, Head.UNIT) or ("%" if words.lower().startswith("tỷ lệ") else None),
            value=value,
            numerator=None if several else parts[0],
            denominator=None if several else parts[1],
            percent=said is not None and (said.percent or said.words.endswith("%")),
            asked=_asked(self._cell(row, Head.ASKED)),
            year=result_heads.year(head) or self._row_year(row) or self._year,
            since=self._day(self._cell(row, Head.SINCE)),
            until=self._day(self._cell(row, Head.UNTIL)),
            estimated=self._estimated(self._cell(row, Head.STATUS), head),
            source=self._text(row, Head.SOURCE),
            agency=self._text(row, Head.AGENCY),
            note=self._text(row, Head.NOTE),
        )
        if len(self._out.problems) > before:
            return None
        return self._whole(entry)

    def _whole(self, entry: Entry) -> Entry | None:
        """The entry with its value, where it can be worked out; a value that its parts contradict is a problem."""
        if entry.value is None and (entry.numerator is None or entry.denominator is None):
            if entry.numerator is not None and not _is_ratio(entry.unit):
                return replace(entry, value=entry.numerator)
            self._out.blank += entry.numerator is None and entry.denominator is None
            if entry.numerator is not None or entry.denominator is not None:
                self._tell(entry.cell, "cần cả tử số và mẫu số, hoặc kết quả / both parts, or a result")
            return None
        scale = scale_of(entry.unit, percent=entry.percent)
        if scale is None or entry.numerator is None or entry.denominator is None:
            return entry if entry.value is not None else replace(entry, value=entry.numerator)
        if entry.denominator == 0:
            self._tell(entry.cell, "mẫu số bằng 0 / a denominator of 0")
            return None
        exact = scale * entry.numerator / entry.denominator
        if entry.value is None:
            return replace(entry, value=round(exact, 4))
        if not rounds(exact, entry.value):
            self._tell(entry.cell, f"không khớp với tử số và mẫu số ({exact:.2f}) / contradicts its parts")
            return None
        return entry

    def _row_year(self, row: Sequence[_Cell]) -> int | None:
        cell = self._cell(row, Head.YEAR)
        if cell is None:
            return None
        found = result_heads.year(cell.words)
        if found is None:
            self._tell(cell.address, f"{cell.words!r} không phải là năm / no year")
        return found

    def _number(self, cell: _Cell | None) -> float | None:
        if cell is None or cell.value is None:
            return None
        if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
            return round(cell.value * 100, 6) if cell.percent else float(cell.value)
        match = _NUMBER.fullmatch(cell.words)
        if match is None:
            self._tell(cell.address, f"{cell.words!r} {_NOT_A_NUMBER}")
            return None
        return parse(match["value"])

    def _day(self, cell: _Cell | None) -> str | None:
        if cell is None:
            return None
        if isinstance(cell.value, datetime | date):
            return cell.value.strftime("%Y-%m-%d")
        match = _DAY.fullmatch(cell.words)
        try:
            if match is None:
                raise ValueError(cell.words)
            day, month, year = (match[name] for name in ("day", "month", "year"))
            date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            self._tell(cell.address, f"{cell.words!r} {_NOT_A_DAY}")
            return None
        return "-".join(part.zfill(2) for part in (year, month, day) if part)

    def _estimated(self, cell: _Cell | None, head: str) -> bool:
        if cell is None:
            return result_heads.says_estimate(head)
        low = cell.words.lower()
        if result_heads.says_estimate(low):
            return True
        if not low.startswith("chính thức"):
            self._tell(cell.address, f"{cell.words!r}: chọn chính thức hoặc ước thực hiện / final or estimated")
        return False

    def _tell(self, cell: str, message: str) -> None:
        self._out.problems.append(Problem(cell=cell, message=message))


_NUMBER = regex.compile(rf"(?P<value>{DIGITS})\s?(?:%|‰)?")
_SHARE = regex.compile(rf"(?P<value>{DIGITS})\s?%")
_DAY = regex.compile(r"(?:(?:(?P<day>\d{1,2})[/.-])?(?P<month>\d{1,2})[/.-])?(?P<year>(?:19|20)\d\d)")


def _is_ratio(unit: str | None) -> bool:
    return scale_of(unit) is not None


def _asked(cell: _Cell | None) -> tuple[float, ...]:
    """The shares that a cell asks: `2025: 98%; 2030: 99%`, or one number."""
    if cell is None:
        return ()
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return (cell.value * 100 if cell.percent else float(cell.value),)
    match = _NUMBER.fullmatch(cell.words)
    found = [match] if match else _SHARE.finditer(cell.words)
    return tuple(parse(one["value"]) for one in found)
