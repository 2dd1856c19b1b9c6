"""The table in which who drafts a plan answers all comments on it: *Bảng tổng hợp, tiếp thu, giải trình ý kiến góp ý*, as a Word file."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from db.letters.collected import Collected, Spot
from db.letters.terms import DOTS, day_vi
from db.views import word

_COLUMNS = (
    ("STT", 1.2), ("Nội dung dự thảo", 6.6), ("Cơ quan góp ý", 3.4), ("Nội dung góp ý", 8.0), ("Tiếp thu, giải trình", 5.5),
)  # fmt: skip
_SIZE = 13
_UNNAMED = "dự thảo …………………"


def title_of(named: str) -> str:
    """The name of the table on a draft."""
    return f"Bảng tổng hợp, tiếp thu, giải trình ý kiến góp ý đối với {named}"


def summary(collected: Collected) -> list[str]:
    """How many comments came from whom, a line each."""
    agencies = collected.agencies
    lines = [
        f"1. Tổng số cơ quan, đơn vị có ý kiến: {len(agencies):02d}; tổng số ý kiến: {sum(agencies.values()):02d}, gồm: "
        + "; ".join(f"{name} ({count:02d} ý kiến)" for name, count in agencies.items())
        + ".",
        "2. Nội dung tổng hợp, tiếp thu, giải trình cụ thể như sau:",
    ]
    return lines if agencies else []


def write(collected: Collected, named: str, path: Path | BinaryIO) -> None:
    """Writes the table; `named` is the draft as a sentence names it, dots where it is empty."""
    title = title_of(named or collected.about or _UNNAMED)
    document = word.new_document(sideways=True, title=title)
    word.paragraph(document, title.upper(), bold=True, align=word.CENTRE)
    goes_with = f"(Kèm theo Tờ trình số {DOTS}/TTr-{DOTS} {day_vi(None)} của …………………)"
    word.paragraph(document, goes_with, italic=True, align=word.CENTRE)
    word.rule(document, 5.0, word.SIDEWAYS, after=8)
    for line in summary(collected):
        word.paragraph(document, line, align=word.BOTH, indent=1.27, after=6)
    table = word.table(document, [width for _, width in _COLUMNS])
    for cell, (name, _) in zip(word.add_row(table, head=True), _COLUMNS, strict=True):
        word.fill(cell, [name], size=_SIZE, bold=True, align=word.CENTRE)
    for number, spot in enumerate(collected.spots, 1):
        _spot(table, number, spot)
    word.save(document, path)


def _spot(table: object, number: int, spot: Spot) -> None:
    """The rows of a place: its number and words once, beside all that was said of it."""
    rows = [word.add_row(table, whole=False) for _ in spot.comments]
    for at, (cells, comment) in enumerate(zip(rows, spot.comments, strict=True)):
        word.fill(cells[0], [str(number)] if not at else [], size=_SIZE, align=word.CENTRE)
        if not at:
            word.start(cells[1])
            word.paragraph(cells[1], spot.place, size=_SIZE, bold=True, after=2)
            if spot.text:
                word.paragraph(cells[1], f"“{spot.text}”", size=_SIZE, after=2)
        else:
            word.fill(cells[1], [], size=_SIZE)
        word.fill(cells[2], [comment.agency], size=_SIZE)
        word.fill(cells[3], comment.opinion.split("\n"), size=_SIZE)
        word.fill(cells[4], comment.reply.split("\n"), size=_SIZE)
    if len(rows) > 1:
        for column in (0, 1):
            word.span_down([cells[column] for cells in rows])
