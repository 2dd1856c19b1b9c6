"""Rows below a head → a tree: groups over wholes over parts, each row with what it inherits.

The label of a row decides where it stands: `II` over `4` over `4.1` over `a` over `-`. A row without a label is a part of a
numbered row that has no values, else it shares the number of the row above it and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from extract.structure.outline import Block
from extract.structure.tables.lines import DITTO, FROM_ABOVE, FROM_LEFT, Cell, Line
from patterns.tables import (
    DASHED,
    FIGURES,
    GRAND_TOTAL,
    GROUP_IN_SUBJECT,
    GROUP_LABEL,
    IS_DITTO,
    LABEL,
    LABEL_IN_SUBJECT,
    SAYS_GROUP,
    Column,
    Content,
    content,
    is_blank,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the head.

    `groups` are the titles of the rows above it that title a group, outermost first; `parent` is the whole that it is a part of
    (`2 | Suy dinh dưỡng` above `a | Thể nhẹ cân`); `number` the label it has or inherits, in lower case.
    `heads` says that rows stand below it as its parts.
    """

    blocks: tuple[Block, ...]
    cells: tuple[Cell, ...]
    groups: tuple[str, ...] = ()
    parent: Row | None = None
    number: str = ""
    heads: bool = False
    doubtful: bool = False  # it is not sure in which columns its figures stand

    @property
    def start(self) -> int:
        return self.blocks[0].start

    @property
    def end(self) -> int:
        return self.blocks[-1].end

    @property
    def group(self) -> str:
        """The title of the innermost group, `""` where there is none."""
        return self.groups[-1] if self.groups else ""


# Depths of labels; decimals stand between groups and letters, one deeper for each point.
_GROUP, _ITEM, _LETTER, _DASH, _PLUS = 1, 2, 20, 21, 22
_PLUSSED = regex.compile(r"\+\s*")


@dataclass(slots=True)
class _Open:
    """A row that others may stand below."""

    depth: int
    row: Row
    group: bool
    values: bool
    used: bool = False


@dataclass(slots=True)
class Builder:
    """Walks the rows of a table once and keeps the open ones on a stack."""

    columns: Sequence[Column]
    stack: list[_Open] = field(default_factory=list)
    number: str = ""

    def rows(self, lines: Sequence[Line]) -> Iterator[Row]:
        """The rows that say something of their own, groups left out."""
        subject_at = next((i for i, kind in enumerate(self.columns) if kind in (Column.SUBJECT, Column.PLACE)), None)
        before: Line | None = None
        pending: list[Row] = []
        for line in _uncut(lines, self.columns):
            line = _without_dittos(line, before, self.columns)
            line = _with_subject(_with_total(line, subject_at), before, subject_at, self.columns)
            row = self._row(line, subject_at)
            if row is not None:
                pending.append(row)
            before = line if row is not None else before
        used = {id(row.parent) for row in pending if row.parent is not None}
        yield from (replace(row, heads=True) if id(row) in used else row for row in pending)

    def _row(self, line: Line, subject_at: int | None) -> Row | None:
        if line.doubtful:  # says nothing of the rows below it
            return Row(line.blocks, line.cells, doubtful=True)
        depth, number = self._depth(line, subject_at)
        values = self._has_values(line)
        group = self._is_group(line, depth)
        if group and not self._label(line):
            depth, number = _GROUP, ""
        if depth is None:  # no label: a part of a whole without values, else beside the row above
            open_whole = next((one for one in reversed(self.stack) if not one.group), None)
            depth = _DASH if open_whole is not None and not open_whole.values and not group else _ITEM
            if group:
                depth = _GROUP
            total = subject_at is not None and GRAND_TOTAL.fullmatch(line.cells[subject_at].low) is not None
            number = self.number if not group and not total else ""
        while self.stack and self.stack[-1].depth >= depth:
            self.stack.pop()
        parent = next((one.row for one in reversed(self.stack) if not one.group and one.depth < depth), None)
        if not group:
            inherited = number or (parent.number if parent is not None else "")
            self.number = inherited or self.number if depth < _LETTER else self.number
            number = inherited
        groups = tuple(one.row.cells[0].text for one in self.stack if one.group)
        row = Row(line.blocks, line.cells, groups, parent, number)
        if group:
            words = [cell for cell in line.cells if not cell.blank and not cell.filled]
            title = words[-1] if words else line.cells[0]
            self.stack.append(_Open(depth, Row(line.blocks, (title,)), True, False))
            self.number = ""
            return None
        self.stack.append(_Open(depth, row, False, values))
        return row

    def _depth(self, line: Line, subject_at: int | None) -> tuple[int | None, str]:
        """How deep the label of a row stands, and the label; no depth where it has none."""
        at = next((i for i, kind in enumerate(self.columns) if kind is Column.NUMBER), None)
        cell = line.cells[at] if at is not None else line.cells[0]
        filled = at is not None and line.merged[at : at + 1] == FROM_ABOVE
        if cell.low and not filled:
            label = LABEL.fullmatch(cell.low)
            if label is not None and (at is not None or subject_at != 0):
                words = (label["label"] or cell.low.strip("()")).rstrip(".")
                return self._depth_of(words, cell.view.strip(" .)("), cell.low), words
            if cell.low.strip() in ("-", "–", "—", "*", "•"):
                return _DASH, ""
            if cell.low.strip() == "+":
                return _PLUS, ""
        subject = line.cells[subject_at] if subject_at is not None else cell
        if subject.filled and at is None:
            return None, ""
        if DASHED.match(subject.low):
            return _DASH, ""
        if _PLUSSED.match(subject.low):
            return _PLUS, ""
        named = LABEL_IN_SUBJECT.match(subject.low) if not (at is not None and cell.low) else None
        if named is not None:
            words = (named["named"] or named["label"] or named["bare"]).rstrip(".")
            return self._depth_of(words, words, words), words
        roman = GROUP_IN_SUBJECT.match(subject.view)
        return (_GROUP, "") if roman is not None else (None, "")

    def _label(self, line: Line) -> bool:
        """Whether the first cell is the label of a row and nothing more."""
        return LABEL.fullmatch(line.cells[0].low) is not None

    def _depth_of(self, label: str, view: str, low: str) -> int:
        if GROUP_LABEL.fullmatch(view) is not None:
            return _GROUP
        if label[:1].isdigit():
            letter = label[-1:].isalpha()
            return _ITEM + label.count(".") + (1 if letter else 0)
        return _LETTER if not low.startswith("(") else _PLUS

    def _has_values(self, line: Line) -> bool:
        return any(
            kind in FIGURES
            and not cell.blank
            and not cell.filled
            and bool(content(cell.low, cell.view) & Content.FIGURE)
            for cell, kind in zip(line.cells, self.columns, strict=False)
        )

    def _is_group(self, line: Line, depth: int | None) -> bool:
        """Whether a row titles those below it: its words stand in one cell, beside its label at most, or each ends in a colon."""
        if len(self.columns) < 3:
            return (
                len(line.words) == 1
                and len(line.cells) == 2
                and line.cells[1].blank
                and SAYS_GROUP.match(line.cells[0].view) is not None
            )
        words = [cell for cell in line.cells if not cell.blank and not cell.filled]
        if not words or (any(cell.filled and cell.filled != FROM_LEFT for cell in line.cells) and not _all_one(line)):
            return False  # a title may be merged over all the columns behind it, its label beside it
        if len(words) == 1:
            return LABEL.fullmatch(words[0].low) is None and depth not in (_DASH, _PLUS, _LETTER)
        if (
            len(words) == 2
            and words[0] == line.cells[0]
            and LABEL.fullmatch(words[0].low) is not None
            and words[1] == line.cells[1]
        ):
            return depth == _GROUP or not any(kind in FIGURES for kind in self.columns)
        return (
            len(words) >= 2
            and LABEL.fullmatch(words[0].low) is None
            and all(cell.low.rstrip().endswith(":") for cell in words)
        )


def _all_one(line: Line) -> bool:
    return len(line.words) == 1


def _uncut(lines: Sequence[Line], columns: Sequence[Column]) -> Iterator[Line]:
    """The rows, the rest of one that a page cut put behind its beginning."""
    held: Line | None = None
    for line in lines:
        if held is not None and _is_rest(held, line, columns):
            held = _joined(held, line)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _is_rest(above: Line, line: Line, columns: Sequence[Column]) -> bool:
    """Whether a row is the rest of the one above it: on the next page, without number and values, its words going on."""
    if above.blocks[-1].paragraph.page == line.blocks[0].paragraph.page or Column.NUMBER not in columns:
        return False
    for cell, kind in zip(line.cells, columns, strict=False):
        if cell.blank or cell.filled:
            continue
        if kind is Column.NUMBER or kind in FIGURES:
            return False
        if kind is Column.SUBJECT and not cell.text[:1].islower():
            return False
    return any(not cell.blank and cell.text[:1].islower() for cell in line.cells)


def _joined(above: Line, rest: Line) -> Line:
    cells = tuple(
        a
        if b.blank
        else Cell(
            f"{a.text} {b.text}".strip(), f"{a.view} {b.view}".strip(), f"{a.low} {b.low}".strip(), a.start, a.end
        )
        for a, b in zip(above.cells, rest.cells, strict=False)
    )
    return replace(above, blocks=(*above.blocks, *rest.blocks), cells=cells)


def _without_dittos(line: Line, above: Line | None, columns: Sequence[Column]) -> Line:
    """The row with what its dittos point to; a dash points to nothing."""
    if above is None or not any(_is_ditto(cell) for cell in line.cells):
        return line
    cells = tuple(
        replace(over, filled=DITTO) if _is_ditto(cell) else cell
        for cell, over in zip(line.cells, above.cells, strict=False)
    )
    return replace(line, cells=cells)


def _is_ditto(cell: Cell) -> bool:
    return bool(cell.low) and not is_blank(cell.low) and IS_DITTO.fullmatch(cell.low) is not None


def _with_total(line: Line, subject_at: int | None) -> Line:
    """The row with the words of a grand total, which stand left of the subjects, as its subject."""
    if subject_at is None or not line.cells[subject_at].blank:
        return line
    total = next((cell for cell in line.cells[:subject_at] if GRAND_TOTAL.fullmatch(cell.low) is not None), None)
    if total is None:
        return line
    cells = list(line.cells)
    cells[subject_at] = total
    return replace(line, cells=tuple(cells))


def _with_subject(line: Line, above: Line | None, subject_at: int | None, columns: Sequence[Column]) -> Line:
    """The row with the subject of the one above it where it has values and none of its own (a merged cell)."""
    if above is None or subject_at is None or subject_at >= len(line.cells) or line.cells[subject_at].low:
        return line
    at = next((i for i, kind in enumerate(columns) if kind is Column.NUMBER), None)
    if at is not None and line.cells[at].low and not line.cells[at].filled:
        return line
    if not any(kind in FIGURES and not cell.blank for cell, kind in zip(line.cells, columns, strict=False)):
        return line
    cells = list(line.cells)
    cells[subject_at] = replace(above.cells[subject_at], filled=FROM_ABOVE)
    return replace(line, cells=tuple(cells))
