"""Ranked dot plot: one row a locality, its values as signs on a common scale, the programme's line across."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from db.site import shown
from db.site.charts import svg
from db.site.charts.framed import Subject, frame, label, legend
from db.site.unit_values import Locality, Row, pace
from db.views import words

WIDTH, _LEFT, _RIGHT, _TOP = 900, 240, 300, 84
# Up to so many rows stand wide apart; the axis is repeated after so many.
_FEW, _AXIS_EVERY = 70, 40


def draw(subject: Subject, rows: list[Locality], *, by_region: bool = False) -> Markup:
    """The plot; a locality without a number says why in its row."""
    height, tracks = 19 if len(rows) <= _FEW else 16, []
    numbers = [value for one in rows for value in one.numbers] + ([] if subject.line is None else [subject.line])
    marks = svg.ticks(min(numbers, default=0), max(numbers, default=1))
    x = svg.Scale(marks[0], marks[-1], _LEFT + 10, WIDTH - _RIGHT - 10)
    drawn: list[Markup] = []
    y, since_axis = float(_TOP), 0
    drawn.append(_axis(subject, marks, x, y))
    parts = groupby(rows, key=lambda one: one.region) if by_region else [(None, iter(rows))]
    for region, its in parts:
        if region is not None:
            y += 26
            drawn.append(svg.text(12, y - 6, subject.say(region.vi, region.en), class_="strong"))
        for one in its:
            if since_axis >= _AXIS_EVERY:
                y, since_axis = y + 24, 0
                drawn.append(_axis(subject, marks, x, y))
            y, since_axis = y + height, since_axis + 1
            drawn.append(_row(subject, one, x, y - height / 2))
            tracks.append(f"M{_LEFT + 10} {svg.number(y - height / 2)}H{WIDTH - _RIGHT - 10}")
    across = ""
    if subject.line is not None:
        across = svg.tag("path", d=f"M{svg.number(x(subject.line))} {_TOP}V{svg.number(y + 4)}", class_="asked")
    shown_stances = [
        one
        for one in ("stricter", "equal", "weaker", "pending", "near")
        if any(row["stance"] == one for loc in rows for row in loc.values)
    ]
    return frame(
        subject,
        WIDTH,
        y + 52,
        legend(subject, shown_stances, 12, 62),
        svg.tag("path", d="".join(tracks), class_="grid"),
        across,
        *drawn,
        kind="chart" if len(rows) <= _FEW else "chart long",
    )


def _axis(subject: Subject, marks: list[float], x: svg.Scale, y: float) -> Markup:
    line = svg.tag("path", d=f"M{svg.number(x(marks[0]))} {svg.number(y)}H{svg.number(x(marks[-1]))}", class_="axis")
    said = (svg.text(x(mark), y - 5, subject.value(mark), class_="faint mid") for mark in marks)
    return svg.group(line, *said)


def _row(subject: Subject, one: Locality, x: svg.Scale, y: float) -> Markup:
    base = y + 4.5
    name = svg.text(_LEFT - 6, base, _short(one.name, 36), class_="right")
    plotted = [row for row in one.values if row["value"] is not None]
    ends = [x(row["value"]) for row in plotted]
    joined = (
        svg.tag("path", d=f"M{svg.number(min(ends))} {svg.number(y)}H{svg.number(max(ends))}", class_="span")
        if len(ends) > 1
        else ""
    )
    signs = [
        svg.sign(row["stance"], at, y) or svg.tag("circle", cx=at, cy=y, r=4, class_="mark m-pending")
        for row, at in zip(plotted, ends, strict=True)
    ]
    start = [
        svg.tag("path", d=f"M{svg.number(x(row['baseline_value']))} {svg.number(y - 4)}v8", class_="axis")
        for row in plotted
        if row["baseline_value"] is not None
        and x(row["baseline_value"]) <= WIDTH - _RIGHT
        and x(row["baseline_value"]) >= _LEFT
    ]
    return svg.link(
        subject.address(one),
        label(subject, one),
        name,
        joined,
        *start,
        *signs,
        _said(subject, one, plotted, base),
    )


def _said(subject: Subject, one: Locality, plotted: list[Row], y: float) -> Markup:
    """What stands right of a row: its value, where it started, or why there is none."""
    at = WIDTH - _RIGHT + 4
    if not plotted:
        return svg.text(at, y, subject.stance(one.stance), class_="faint")
    if len(plotted) > 1 or one.merged:
        who = "; ".join(f"{_what(subject, row)} {_place(row)}" for row in one.values)
        return svg.text(at, y, _short(who, 40), class_="faint")
    row = plotted[0]
    value = svg.text(at, y, subject.own_value(row), class_=f"t-{row['stance']}")
    start = started(subject, row)
    return svg.group(value, svg.text(at + 74, y, start, class_="faint")) if start else value


def _what(subject: Subject, row: Row) -> str:
    """A value, or the sign of what is said without one."""
    return words.STANCES[row["stance"]].sign if row["value"] is None else subject.own_value(row)


def _place(row: Row) -> str:
    return f"({row['unit_name'].removeprefix('tỉnh ').removeprefix('thành phố ')})"


def started(subject: Subject, row: Row) -> str:
    """The baseline and the change a year from it: `từ 12 % (2020), −0,3 điểm % mỗi năm`; empty where it is not known."""
    if row["baseline_value"] is None:
        return ""
    year = f" ({row['baseline_year']})" if row["baseline_year"] else ""
    by = pace(row)
    off = "" if by is None else shown.difference(round(by, 2), {"unit": subject.unit, "per": subject.per}, subject.lang)
    a_year = f", {off} {subject.say('mỗi năm', 'a year')}" if off else ""
    return f"{subject.say('từ', 'from')} {subject.value(row['baseline_value'])}{year}{a_year}"


def _short(said: str, most: int) -> str:
    return said if len(said) <= most else said[: most - 1] + "…"
