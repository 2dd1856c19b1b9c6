"""Ruled tables of a scanned page: their lines found in the picture, their cells by pdfplumber's geometry.

Recognition reads a table badly as a page: lines are taken for letters, and cells of one row for one line. Here the lines are
found and wiped, and the cells are cut out so that they can be read one below the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pdfplumber import table as geometry
from PIL import Image, ImageFilter

from extract.readers.scan.scans import Grey

Mask = NDArray[np.bool_]
PixelBox = tuple[int, int, int, int]

# Inches that the upright and the level lines of a table are long, at least: more than the stem of a letter, and than a dash.
UPRIGHT = 0.18
LEVEL = 0.4
# The share of a line that is drawn, holes of a bad print left out.
_DRAWN = 0.93
_INK = 180
# Lines are thin, and grey where a scan made them so; they are looked at as means of some pixels along them.
_LINE = 165
_ALONG = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its box in pixels of the page, and its place in the grid."""

    box: PixelBox
    row: int
    column: int


@dataclass(slots=True)
class Grid:
    """A ruled table on a page: its box, its cells, and how many rows and columns they make."""

    box: PixelBox
    cells: list[Cell]
    rows: int
    columns: int


def grids_on(grey: Grey, dpi: float) -> list[Grid]:
    """The ruled tables of a page with at least two columns, from the top down."""
    upright = _lines(grey, int(UPRIGHT * dpi))
    if not upright.any():
        return []
    level = _lines(grey.T, int(LEVEL * dpi)).T
    edges = [_edge(run, "v") for run in _segments(upright.T)] + [_edge(run, "h") for run in _segments(level)]
    near = dpi * 0.03
    merged = geometry.merge_edges(edges, near, near, near * 2, near * 2)
    cells = geometry.intersections_to_cells(geometry.edges_to_intersections(merged, near, near))
    found = [_grid(boxes) for boxes in geometry.cells_to_tables(cells) if len(boxes) > 2]
    return sorted((grid for grid in found if grid.columns > 1), key=lambda grid: grid.box[1])


def _lines(grey: Grey, length: int) -> Mask:
    """Where upright lines of at least `length` pixels are, from the means of some pixels along them."""
    height = grey.shape[0] // _ALONG * _ALONG
    sums = grey[:height].reshape(height // _ALONG, _ALONG, grey.shape[1]).sum(axis=1, dtype=np.uint16)
    out = np.zeros(grey.shape, dtype=np.bool_)
    out[:height] = np.repeat(_runs(sums < _LINE * _ALONG, length // _ALONG), _ALONG, axis=0)
    return out


def wiped(grey: Grey, grids: Sequence[Grid], dpi: float) -> Grey:
    """The page with its tables made paper."""
    out = grey.copy()
    room = int(dpi * 0.03)
    for grid in grids:
        left, top, right, bottom = grid.box
        out[max(0, top - room) : bottom + room, max(0, left - room) : right + room] = 255
    return out


def cut(grey: Grey, cell: Cell, dpi: float) -> Grey | None:
    """The inside of a cell without its lines; `None` where nothing is written."""
    room = max(2, round(dpi * 0.015))
    left, top, right, bottom = cell.box
    inside = _without_edges(grey[top + room : bottom - room, left + room : right - room])
    if inside.size == 0:
        return None
    # Specks of a noisy scan are no ink: the mean of a point and those around it is dark.
    ink = np.asarray(Image.fromarray(inside).filter(ImageFilter.BoxBlur(1))) < _INK
    if ink.sum() < (dpi / 50) ** 2:
        return None
    rows, columns = np.nonzero(ink.any(axis=1))[0], np.nonzero(ink.any(axis=0))[0]
    edge = 3
    return inside[max(0, rows[0] - edge) : rows[-1] + edge + 1, max(0, columns[0] - edge) : columns[-1] + edge + 1]


def _without_edges(inside: Grey) -> Grey:
    """The inside of a cell without what is left of its lines at its edges."""
    for _ in range(4):
        if min(inside.shape) < 8:
            break
        dark = inside < 190
        top, bottom = int(dark[0].mean() > 0.5), int(dark[-1].mean() > 0.5)
        left, right = int(dark[:, 0].mean() > 0.5), int(dark[:, -1].mean() > 0.5)
        if not (top or bottom or left or right):
            break
        inside = inside[top : inside.shape[0] - bottom, left : inside.shape[1] - right]
    return inside


def _runs(dark: Mask, length: int) -> Mask:
    """Where ink runs down for at least `length` pixels, hardly broken."""
    height = dark.shape[0]
    if height <= length:
        return np.zeros_like(dark)
    total = np.zeros((height + 1, dark.shape[1]), dtype=np.int32)
    np.cumsum(dark, axis=0, out=total[1:])
    whole = total[length:] - total[:-length] >= _DRAWN * length
    marks = np.zeros((height + 2, dark.shape[1]), dtype=np.int32)
    marks[: height - length + 1] += whole
    marks[length : height + 1] -= whole
    out: Mask = np.cumsum(marks[:height], axis=0) > 0
    return out


def _segments(mask: Mask) -> list[PixelBox]:
    """Boxes of the connected runs of a mask of rows: (first row, start, last row, end)."""
    open_runs: list[list[int]] = []
    done: list[list[int]] = []
    for row in np.nonzero(mask.any(axis=1))[0]:
        line = np.flatnonzero(np.diff(np.concatenate(([0], mask[row].astype(np.int8), [0]))))
        going: list[list[int]] = []
        for start, end in zip(line[::2].tolist(), line[1::2].tolist(), strict=True):
            known = next((run for run in open_runs if run[2] >= row - 2 and run[1] < end and run[3] > start), None)
            if known is None:
                known = [int(row), start, int(row), end]
            else:
                open_runs.remove(known)
                known = [known[0], min(known[1], start), int(row), max(known[3], end)]
            going.append(known)
        done += [run for run in open_runs if run[2] < row - 2]
        open_runs = going + [run for run in open_runs if run[2] >= row - 2]
    return [(a, b, c, d) for a, b, c, d in (*done, *open_runs)]


def _edge(run: PixelBox, orientation: str) -> dict[str, Any]:
    """A run as pdfplumber's edge: thin, in the middle of its ink."""
    first, start, last, end = run
    middle = (first + last) / 2
    if orientation == "v":
        return {"x0": middle, "x1": middle, "top": start, "bottom": end, "width": 0, "height": end - start, "orientation": "v"}  # fmt: skip
    return {"x0": start, "x1": end, "top": middle, "bottom": middle, "width": end - start, "height": 0, "orientation": "h"}  # fmt: skip


def _grid(boxes: Sequence[tuple[float, float, float, float]]) -> Grid:
    tops = _places([box[1] for box in boxes])
    lefts = _places([box[0] for box in boxes])
    cells = [
        Cell((int(left), int(top), int(right), int(bottom)), _nearest(tops, top), _nearest(lefts, left))
        for left, top, right, bottom in boxes
    ]
    around = (
        min(cell.box[0] for cell in cells),
        min(cell.box[1] for cell in cells),
        max(cell.box[2] for cell in cells),
        max(cell.box[3] for cell in cells),
    )
    return Grid(around, sorted(cells, key=lambda cell: (cell.row, cell.column)), len(tops), len(lefts))


def _places(values: Sequence[float], near: float = 6) -> list[float]:
    """Distinct places, those within a few pixels made one."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > near:
            out.append(value)
    return out


def _nearest(places: Sequence[float], value: float) -> int:
    return min(range(len(places)), key=lambda at: abs(places[at] - value))
