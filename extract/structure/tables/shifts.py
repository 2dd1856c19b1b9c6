"""Rows whose cells stand in other columns than they were drawn in: texts leave out a blank cell, or cut a row in two.

A cell is told by what it is: a label, words, a unit, a figure. Where that does not say in which column a figure stands, the row is doubtful.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.structure.tables.lines import OWN, Line
from patterns.tables import Content

# Shares of the cells of a column of which it is said that it holds figures, or none.
_FIGURES, _NO_FIGURES = 0.6, 0.25


def kinds_of(lines: Sequence[Line], width: int) -> list[Counter[Content]]:
    """How many cells of each column may be of which kind."""
    kinds = [Counter[Content]() for _ in range(width)]
    for line in lines:
        for counter, found in zip(kinds, line.contents, strict=True):
            counter.update(kind for kind in Content if kind & found)
    return kinds


def in_place(lines: Sequence[Line]) -> list[Line]:
    """Of the full rows those that begin with a label, where some do: their cells stand in their own columns."""
    labelled = [
        line for line in lines if line.contents[0] & Content.LABEL and not any(map(_is_figure, line.contents[1:2]))
    ]
    return labelled if len(labelled) >= 2 else list(lines)


def put_right(line: Line, kinds: list[Counter[Content]]) -> Line:
    """A full row with the blank cells before its own that stand behind them; doubtful where its figures stand in no column of figures."""
    found = line.contents
    if line.merged != OWN * len(found) or not any(_is_figure(kind) for kind in found):
        return line
    wrong = _wrong(found, kinds)
    if not wrong:
        return line
    if not found[-1]:
        moved = behind_blank(replace(line, cells=line.cells[:-1]), kinds)
        if moved is not None:
            return moved
    return replace(line, doubtful=True) if wrong > 1 else line


def behind_blank(line: Line, kinds: list[Counter[Content]]) -> Line | None:
    """A row that lacks one cell, laid behind the blank cell of its missing label, where all its cells fit there."""
    if len(line.cells) + 1 != len(kinds) or not _begins_without_label(line.contents, kinds):
        return None
    first = line.cells[0]
    moved = replace(
        line,
        cells=(replace(first, text="", view="", low="", end=first.start), *line.cells),
        merged=OWN * len(kinds),
    )
    return None if _wrong(moved.contents, kinds) else moved


def says_no_value(line: Line, kinds: list[Counter[Content]]) -> bool:
    """Whether a row of a table of figures has none, and no label: its words stand in the column of subjects and behind it."""
    found = line.contents
    figures = sum(_holds_figures(at, kinds) for at in range(len(kinds)))
    return figures > 1 and not any(_is_figure(kind) for kind in found) and _begins_without_label(found, kinds)


def _begins_without_label(found: Sequence[Content], kinds: list[Counter[Content]]) -> bool:
    most = max(kinds[0].values(), default=0)
    return kinds[0][Content.LABEL] >= _FIGURES * most > 0 and bool(found[0]) and not found[0] & Content.LABEL


def is_doubtful(found: Sequence[Content], places: Sequence[int], kinds: list[Counter[Content]]) -> bool:
    """Whether figures of a row with too few cells may stand in other columns: some columns of figures have no cell of it."""
    columns = {at for at in range(len(kinds)) if _holds_figures(at, kinds)}
    figures = [place for kind, place in zip(found, places, strict=True) if _is_figure(kind) and place in columns]
    return bool(figures) and not columns <= set(places)


def _wrong(found: Sequence[Content], kinds: list[Counter[Content]]) -> int:
    """How many cells are no figures in a column of figures, or figures in a column that has none."""
    wrong = 0
    for at, (cell, kind) in enumerate(zip(found, kinds, strict=True)):
        if not cell:
            continue
        most = max(kind.values(), default=0)
        if _holds_figures(at, kinds):
            wrong += not _is_figure(cell) and bool(cell & (Content.WORDS | Content.SHORT))
        elif at == 0 and kind[Content.LABEL] >= _FIGURES * most > 0:
            wrong += bool(cell & Content.WORDS) or not cell & Content.LABEL
        elif kind[Content.FIGURE] <= _NO_FIGURES * most:
            wrong += most > 0 and _is_figure(cell)
    return wrong


def _is_figure(found: Content) -> bool:
    return bool(found & Content.FIGURE)


def _holds_figures(at: int, kinds: list[Counter[Content]]) -> bool:
    """Whether most cells of a column are figures; those of the first are labels."""
    most = max(kinds[at].values(), default=0)
    return at > 0 and most > 0 and kinds[at][Content.FIGURE] >= _FIGURES * most
