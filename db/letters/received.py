"""Reading tables of comments that agencies sent: ours (`db.letters.letter`) and others with heads of the same meaning.

Nothing is lost in silence: a file without such a table, a table that is none and a row without a comment are told of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract import readers
from extract.errors import ReadError
from extract.pipeline import extract_bytes
from extract.source import Line, Source
from patterns import agencies
from patterns.comment_tables import Column, about, column, goes_with, leading_place

# How many rows the heads of a table are looked for in.
_TOP = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A comment that an agency sent: on which place and words of the draft, what it says, what was replied; and where it stood."""

    file: str
    row: int
    agency: str
    place: str
    text: str
    opinion: str
    reply: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What was not understood: in which file, which row (none for the whole file), its words, and why in both languages."""

    file: str
    why_vi: str
    why_en: str
    row: int | None = None
    words: str = ""


class Heard(NamedTuple):
    """What one file says: its comments, what of it was not understood, the draft that it names."""

    comments: list[Received]
    problems: list[Problem]
    about: str | None


class _Row(NamedTuple):
    """A row of a table: its number in the file, its cells, the marks of what is merged."""

    number: int
    cells: tuple[str, ...]
    merged: str


def read(name: str, data: bytes) -> Heard:
    """The comments of a file."""
    try:
        source = readers.read(data, name)
    except ReadError as error:
        return unreadable(name, error)
    words = "\n".join(source.raw[line.start : line.end] for line in source.lines if not line.cells)
    agency = _agency(name, data, words)
    comments: list[Received] = []
    problems: list[Problem] = []
    for rows in _tables(source):
        found, trouble = _Table(name, agency, rows).read()
        comments += found
        problems += trouble
    if any(one.agency == _stem(name) for one in comments):
        why = ("không rõ cơ quan góp ý; lấy tên tệp", "who sent it is not said; the file's name stands for it")
        problems = [Problem(file=name, why_vi=why[0], why_en=why[1]), *problems]
    if not comments:
        why = (
            "không thấy bảng có cột ý kiến góp ý; góp ý viết thành lời phải tổng hợp tay",
            "no table with a column of comments; what is written as prose must be entered by hand",
        )
        problems = [Problem(file=name, why_vi=why[0], why_en=why[1]), *problems]
    return Heard(comments, problems, about(words))


def unreadable(name: str, error: ReadError) -> Heard:
    """Of a file that cannot be read nothing but why."""
    vi, _, en = str(error).partition(" / ")
    return Heard([], [Problem(file=name, why_vi=vi, why_en=en or vi)], None)


def _agency(name: str, data: bytes, words: str) -> str:
    """Who sent a file: as its annex says, as its head says; else its name stands for it."""
    said = goes_with(" ".join(words.split()))
    if said:
        return said
    try:
        return extract_bytes(data, path=name).document.issuer or _stem(name)
    except ReadError:
        return _stem(name)


def _stem(name: str) -> str:
    return name.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _tables(source: Source) -> Iterator[list[_Row]]:
    tables: dict[int | None, list[_Row]] = {}
    for number, line in enumerate((line for line in source.lines if line.cells), 1):
        tables.setdefault(line.table, []).append(_row(source, number, line))
    yield from tables.values()


def _row(source: Source, number: int, line: Line) -> _Row:
    cells = tuple(" ".join(source.raw[start:end].split()) for start, end in line.cells)
    return _Row(number, cells, line.merged or "." * len(cells))


class _Table:
    """One table of a file, while its rows are read."""

    def __init__(self, file: str, agency: str, rows: Sequence[_Row]) -> None:
        self._file, self._agency, self._rows = file, agency, rows
        self._comments: list[Received] = []
        self._problems: list[Problem] = []
        self._place = self._text = self._part = ""

    def read(self) -> tuple[list[Received], list[Problem]]:
        """Its comments and what was not understood; nothing of a table that has no column of comments but rows that are told of."""
        at, heads = self._heads()
        if not heads:
            words = " | ".join(cell for cell in self._rows[0].cells if cell)
            why = ("bảng không có cột ý kiến góp ý; không tổng hợp", "a table without a column of comments; left out")
            return [], [
                Problem(file=self._file, row=self._rows[0].number, words=words, why_vi=why[0], why_en=why[1])
            ] if words else []
        for row in self._rows[at + 1 :]:
            self._take(row, heads)
        return self._comments, self._problems

    def _heads(self) -> tuple[int, list[tuple[Column | None, str]]]:
        """The row of heads and what each column holds, with its words."""
        for at, row in enumerate(self._rows[:_TOP]):
            found = [(column(cell), cell) for cell in row.cells]
            kinds = {kind for kind, _ in found if kind}
            if kinds & {Column.OPINION, Column.EXPLAIN} and len(kinds) > 1:
                return at, found
        return 0, []

    def _take(self, row: _Row, heads: Sequence[tuple[Column | None, str]]) -> None:
        filled = [cell for place, cell in enumerate(row.cells) if cell and row.merged[place : place + 1] != "<"]
        if not filled or _numbers_columns(filled):
            return
        if len(filled) == 1 and len(row.cells) > 1 and self._is_group(row, filled[0], heads):
            return
        if len(row.cells) > len(heads):
            self._tell(row, "số ô khác với đầu bảng", "more cells than the table has heads")
            return
        said = self._said(row, heads)
        opinion = _joined(said)
        if not opinion:
            self._tell(row, "không có nội dung góp ý", "without a comment")
            return
        place, text = " ".join(said.get(Column.PLACE, ())), " ".join(said.get(Column.TEXT, ()))
        if not place and not text and not "".join(said.get(Column.ORDER, ())):
            place, text = self._place, self._text  # the row goes on with the one above
        elif not place and _is_above(row, heads, Column.PLACE):
            place = self._place
        place = place or self._part
        if not place and not text:
            place = leading_place(opinion)
        self._place, self._text = place, text
        self._comments.append(
            Received(
                file=self._file,
                row=row.number,
                agency=" ".join(said.get(Column.AGENCY, ())) or self._agency,
                place=place,
                text=text.strip('“”" '),
                opinion=opinion,
                reply="\n".join(said.get(Column.REPLY, ())),
            )
        )

    def _is_group(self, row: _Row, words: str, heads: Sequence[tuple[Column | None, str]]) -> bool:
        """Whether a row is a heading of those below it: an agency that they are of, or a part of the draft that they are about."""
        at = next(place for place, cell in enumerate(row.cells) if cell)
        if "<" not in row.merged and heads[min(at, len(heads) - 1)][0] in (Column.OPINION, Column.EXPLAIN):
            return False
        bare = words.split(". ", 1)[-1] if words[:1] in "IVX1234567890" else words
        names = agencies.parse(bare, 0, len(bare))
        if names and names[0].start == 0:
            self._agency, self._part = bare.strip(" :."), ""
        else:
            self._part = words
        self._place = self._text = ""
        return True

    def _said(self, row: _Row, heads: Sequence[tuple[Column | None, str]]) -> dict[Column | str, list[str]]:
        """The words of a row by what its columns hold; those of a column whose head says nothing known under its words."""
        said: dict[Column | str, list[str]] = {}
        for place, ((kind, head), cell) in enumerate(zip(heads, row.cells, strict=False)):
            if cell and row.merged[place : place + 1] != "<":
                said.setdefault(kind or head, []).append(cell)
        return said

    def _tell(self, row: _Row, why_vi: str, why_en: str) -> None:
        words = " | ".join(cell for cell in row.cells if cell)
        self._problems.append(Problem(file=self._file, row=row.number, words=words, why_vi=why_vi, why_en=why_en))


# What stands before the words of a column that are taken along with the comment.
_BEFORE = {Column.EXPLAIN: "Đề nghị giải trình: ", Column.GROUNDS: "Căn cứ, lý do: ", Column.NOTE: "Ghi chú: "}


def _joined(said: dict[Column | str, list[str]]) -> str:
    """A comment with its reasons and whatever else its row says; nothing where it says only these."""
    if not said.get(Column.OPINION) and not said.get(Column.EXPLAIN):
        return ""
    lines = list(said.get(Column.OPINION, ()))
    for kind, before in _BEFORE.items():
        lines += [f"{before}{words}" for words in said.get(kind, ())]
    lines += [f"{kind}: {words}" for kind, found in said.items() if not isinstance(kind, Column) for words in found]
    return "\n".join(map(_listed, lines))


def _listed(words: str) -> str:
    """Items of a list that stood below each other in their cell, on lines of their own again."""
    for end in (".", ";"):
        words = words.replace(f"{end} - ", f"{end}\n- ")
    return words


def _is_above(row: _Row, heads: Sequence[tuple[Column | None, str]], kind: Column) -> bool:
    """Whether the cell of a column goes on from the row above."""
    return any(one == kind and row.merged[place : place + 1] == "^" for place, (one, _) in enumerate(heads))


def _numbers_columns(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and all(cell.strip("()").isdigit() for cell in cells)
