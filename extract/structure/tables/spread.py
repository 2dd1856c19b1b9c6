"""Heads of two rows that leave out the cells that a merged one goes on over: which heads of the first row stand over which of the second."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import regex

from extract.structure.tables.lines import FROM_ABOVE, FROM_LEFT, OWN, Cell, Line
from patterns.tables import LABEL, SPAN_OF_YEARS, STANCE, YEAR, Column, Content, column, is_comparison


def over(lines: list[Line], kinds: list[Counter[Content]]) -> list[Line]:
    """The rows with a head of two rows laid out that left the cells of merged ones out: `TT | Chỉ tiêu | Lộ trình` over `2025 | 2030`.

    As many heads span as the widths say: those that the heads below go with best.
    """
    width = len(kinds)
    at = next((i for i, line in enumerate(lines) if len(line.cells) > 1), len(lines))
    if at + 1 >= len(lines):
        return lines
    over, below = lines[at], lines[at + 1]
    above, count = len(over.cells), len(below.cells)
    spanning = above + count - width
    short = above < width and count < width and 0 < spanning <= count // 2
    if not short or any(LABEL.fullmatch(line.cells[0].low) is not None for line in (over, below)):
        return lines
    if any(found & Content.FIGURE for found in below.contents):
        return lines
    spans = _spans(over, below, kinds, spanning)
    if spans is None:
        return lines
    blank = replace(over.cells[-1], text="", view="", low="")
    cells: list[Cell] = []
    lower: list[Cell] = []
    merged = marks = ""
    left = list(below.cells)
    for cell, span in zip(over.cells, spans, strict=True):
        cells += [cell, *(blank for _ in range(max(span, 1) - 1))]
        merged += OWN + FROM_LEFT * (max(span, 1) - 1)
        lower += left[:span] or [blank]
        marks += OWN * span or FROM_ABOVE
        left = left[span:]
    return [
        *lines[:at],
        Line(over.blocks, tuple(cells), merged),
        Line(below.blocks, tuple(lower), marks),
        *lines[at + 2 :],
    ]


def _spans(over: Line, below: Line, kinds: list[Counter[Content]], spanning: int) -> list[int] | None:
    """Over how many heads of the row below each head stands (0: over none); the way in which they go together best."""
    best: dict[tuple[int, int], tuple[float, list[int]]] = {(0, 0): (0.0, [])}
    children = [cell.low for cell in below.cells]
    first = min((year for cell in over.cells for year in YEAR.findall(cell.low)), default="")
    for place, cell in enumerate(over.cells):
        following: dict[tuple[int, int], tuple[float, list[int]]] = {}
        for (used, spans), (score, found) in best.items():
            options = [0, *range(2, len(children) - used + 1)] if spans < spanning else [0]
            for span in options:
                state = (used + span, spans + (span > 0))
                at = place + used - spans
                if at + span > len(kinds):
                    break
                here = children[used : used + span]
                more = _goes_with(cell.low, here, kinds[at : at + span], first) if span else 0.0
                # of equal ways the one whose heads span alike and furthest to the right
                more -= 0.01 * span * span
                if state not in following or score + more >= following[state][0]:
                    following[state] = (score + more, [*found, span])
        best = following
    found_best = best.get((len(children), spanning))
    return found_best[1] if found_best is not None else None


def _goes_with(head: str, below: list[str], kinds: list[Counter[Content]], first: str) -> float:
    """How well heads go below another: a year over what is planned and reached in it, a plan over its years, never a year over others.

    What was reached was reached in the first of the years.
    """
    years = set(YEAR.findall(head))
    score = 0.0
    for words, kind in zip(below, kinds, strict=True):
        own = set(YEAR.findall(words))
        if years and own:
            score += 0.5 if own & years else -1.0 if _holds_span(head) is None else 0.5
        elif own:
            score += 0.5
        elif years and (stance := STANCE.search(words)) is not None:
            planned = STANCE.search(head) is not None
            score += 0.2 if planned else 1.5 if first in years and stance["reached"] is not None else 1.0
        score += kind[Content.FIGURE] / max(sum(kind.values()), 1)
    if column(head) in (Column.NUMBER, Column.SUBJECT, Column.UNIT) or is_comparison(head):
        score -= 2.0 * len(below)
    return score


def _holds_span(head: str) -> regex.Match[str] | None:
    """The span of years that a head names: other years may stand below it."""
    return SPAN_OF_YEARS.search(head)
