"""The map: provinces coloured by what their plans set, quần đảo Hoàng Sa and quần đảo Trường Sa where they are, the sea named.

A province of today without a plan of its own is drawn as those that it came from, each in the colour of its own plan.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from corpus import units
from corpus.units import Unit, outlines
from corpus.units.outlines import Place, Ring
from db.site.charts import svg
from db.site.charts.framed import Subject, frame, label
from db.site.unit_values import Locality, Row, of_level, predecessors, short_name

WIDTH = 720
_WEST, _NORTH, _SOUTH, _TOP, _SCALE, _FLAT = 101.85, 23.55, 6.7, 58, 46.0, 0.958
_HEIGHT = _TOP + (_NORTH - _SOUTH) * _SCALE + 44
NOTE = ("Sơ đồ minh họa, không dùng để xác định địa giới", "A sketch, no evidence of where borders run")
_SEA: tuple[Place, str] = ((112.6, 13.55), "Biển Đông")
# Where the names of the archipelagos stand, and the code of their province before July 2025.
_ARCHIPELAGOS: dict[str, tuple[Place, str, str]] = {
    "2025/20333": ((112.0, 15.1), "2021/498", "2021/48"),
    "2025/22736": ((113.9, 12.0), "2021/576", "2021/56"),
}


@dataclass(frozen=True, slots=True)
class Colours:
    """What areas are coloured by: `of` gives the class and the mark (a stance or words) of a unit with its values; `key` explains them."""

    title: str
    of: Callable[[str, list[Row]], tuple[str, str]]
    key: tuple[tuple[str, str, str], ...]


def project(place: Place) -> tuple[float, float]:
    """Where a place lies on the drawing."""
    return (place[0] - _WEST) * _FLAT * _SCALE + 8, (_NORTH - place[1]) * _SCALE + _TOP


@lru_cache(maxsize=256)
def outline(code: str) -> str:
    """The path of a province."""
    return "".join(_path(ring) for ring in outlines.load().provinces[code])


def _path(ring: Ring) -> str:
    (x, y), *rest = (tuple(round(10 * one) for one in project(place)) for place in ring)
    steps = [f"M{x / 10:g} {y / 10:g}"]
    for to_x, to_y in rest:
        if (to_x, to_y) != (x, y):
            steps.append(f"l{(to_x - x) / 10:g} {(to_y - y) / 10:g}")
            x, y = to_x, to_y
    return "".join(steps) + "z"


@lru_cache(maxsize=256)
def middle(code: str) -> tuple[float, float]:
    """A place within a province for its sign: in the middle of its longest line across near its centre of gravity."""
    ring = [project(place) for place in max(outlines.load().provinces[code], key=len)]
    sides = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    double = sum(ax * by - bx * ay for (ax, ay), (bx, by) in sides)
    y = sum((ay + by) * (ax * by - bx * ay) for (ax, ay), (bx, by) in sides) / (3 * double)
    crossings = sorted(ax + (y - ay) * (bx - ax) / (by - ay) for (ax, ay), (bx, by) in sides if (ay > y) != (by > y))
    left, right = max(zip(crossings[::2], crossings[1::2], strict=False), key=lambda pair: pair[1] - pair[0])
    return (left + right) / 2, y


def draw(subject: Subject, found: list[Locality], colours: Colours, *, order: str = "new", chosen: str = "") -> Markup:
    """The map of the provinces of an order; those that the filters leave out are there without colour and link."""
    today = order == "new"
    shown = {one.unit.code for one in found}
    left_out = [
        Locality(unit, None, (), before=False) for unit in of_level(order, "province") if unit.code not in shown
    ]
    blank = Colours("", lambda _code, _rows: ("f-none", ""), ())
    areas: list[Markup] = []
    marks: list[Markup] = []
    dots: list[Markup] = []
    for one in found:
        parts = _parts(one)
        its = [_area(code, rows, colours) for code, rows in parts]
        areas.append(svg.link(subject.address(one), label(subject, one), *its, *_islands(one, parts, colours)))
        marks += [_mark(code, rows, colours) for code, rows in parts]
    for one in left_out:
        areas += [_area(one.unit.code, [], blank), *_islands(one, _parts(one), blank)]
    if today:
        named = [(*middle(one.unit.code), one.name.removeprefix("TP. ")) for one in [*found, *left_out]]
        marks += [svg.text(x, y + 13, words, class_="place") for x, y, words in svg.apart(named)]
        dots = [_zone(code) for code in outlines.load().zones if code not in _ARCHIPELAGOS]
    borders = (
        svg.tag("path", d="".join(outline(one.unit.code) for one in [*found, *left_out]), class_="border")
        if today
        else ""
    )
    outlined = svg.tag("path", d=outline(chosen), class_="chosen") if chosen in outlines.load().provinces else ""
    return frame(
        subject,
        WIDTH,
        _HEIGHT,
        svg.tag("rect", x=8, y=_TOP - 4, width=WIDTH - 16, height=_HEIGHT - _TOP - 34, class_="sea"),
        svg.tag(
            "defs",
            svg.tag(
                "pattern",
                svg.tag("path", d="M0 6 6 0", class_="hatch"),
                id="absent",
                width=6,
                height=6,
                patternUnits="userSpaceOnUse",
            ),
        ),
        *areas,
        borders,
        outlined,
        *marks,
        *dots,
        *_names(today=today),
        _legend(subject, colours),
        kind="map",
        note=subject.say(*NOTE),
    )


def _parts(one: Locality) -> list[tuple[str, list[Row]]]:
    """The areas that a province is drawn as, with the values of each."""
    if not one.before or len(predecessors(one.unit)) < 2:
        return [(one.unit.code, list(one.values))]
    return [
        (before.code, [row for row in one.values if row["unit"] == before.code]) for before in predecessors(one.unit)
    ]


def _area(code: str, rows: list[Row], colours: Colours) -> Markup:
    return svg.tag("path", d=outline(code), class_=f"area {colours.of(code, rows)[0]}")


def _mark(code: str, rows: list[Row], colours: Colours) -> Markup:
    x, y = middle(code)
    return svg.mark(colours.of(code, rows)[1], x, y - 3)


def _islands(one: Locality, parts: list[tuple[str, list[Row]]], colours: Colours) -> list[Markup]:
    """The islands of Hoàng Sa and Trường Sa in the colour of their province."""
    drawn = []
    for zone, (_, _, before) in _ARCHIPELAGOS.items():
        new = units.load().get(zone)
        if new is None or one.unit.code not in (new.parent, before):
            continue
        rows = next((rows for code, rows in parts if code == before), one.values if len(parts) == 1 else [])
        kind = colours.of(before if len(parts) > 1 else one.unit.code, list(rows))[0]
        for place in outlines.load().archipelagos[zone]:
            x, y = project(place)
            drawn.append(svg.tag("circle", cx=x, cy=y, r=3, class_=f"area {kind}"))
    return drawn


def _zone(code: str) -> Markup:
    """The mark of a đặc khu."""
    unit = units.load().get(code)
    above = units.load().get(unit.parent) if unit else None
    if unit is None or above is None or unit.lat is None or unit.lon is None:
        return Markup("")
    x, y = project((unit.lon, unit.lat))
    said = f"{unit.full_name}, {short_name(above)}"
    return svg.group(svg.tag("title", said), svg.tag("circle", cx=x, cy=y, r=2.6, class_="zone"))


def _names(*, today: bool) -> list[Markup]:
    (x, y), (place, words) = project(_SEA[0]), _SEA
    drawn = [svg.text(x, y, words, class_="seaname mid")]
    for zone, (place, district, before) in _ARCHIPELAGOS.items():
        own = units.load().get(zone if today else district)
        above = units.load().get(own.parent if own and today else before)
        if own is None or above is None:
            continue
        x, y = project(place)
        drawn.append(svg.text(x, y, f"Quần đảo {own.name}", class_="isle mid"))
        drawn.append(svg.text(x, y + 14, f"({_called(own)}, {short_name(above)})", class_="faint mid"))
    return drawn


def _called(unit: Unit) -> str:
    return "huyện đảo" if unit.level == "district" else f"{unit.type} {unit.name}"


def _legend(subject: Subject, colours: Colours) -> Markup:
    x, y = 20.0, 445.0
    parts = [svg.text(x, y, colours.title, class_="strong")]
    for kind, mark, words in colours.key:
        y += 21
        parts.append(svg.tag("rect", x=x, y=y - 11, width=22, height=14, class_=f"area {kind}"))
        parts.append(svg.mark(mark, x + 11, y - 4))
        parts.append(svg.text(x + 29, y, words, class_="faint"))
    if subject.line is not None:
        parts.append(svg.text(x, y + 24, f"{subject.asked_name}: {subject.asked_value}", class_="faint"))
    return svg.group(*parts)
