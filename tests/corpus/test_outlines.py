"""Outlines and regions: every province of both orders once, where its communes lie; all đặc khu, Hoàng Sa and Trường Sa among them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

import pytest

from corpus import units
from corpus.units import outlines, regions
from corpus.units.outlines import Place, Ring

# How far, in degrees, a commune's coordinates may lie outside its generalised province.
_NEAR = 0.08


def provinces(order: str) -> dict[str, units.Unit]:
    return {unit.code: unit for unit in units.load() if unit.level == "province" and unit.code.startswith(order)}


def inside(place: Place, ring: Ring) -> bool:
    x, y = place
    crossed = False
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossed = not crossed
    return crossed


def near(place: Place, ring: Ring) -> bool:
    return inside(place, ring) or min(math.dist(place, corner) for corner in ring) < _NEAR


def area(ring: Ring) -> float:
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True))) / 2


@pytest.mark.parametrize(("order", "count"), [("2021", 63), ("2025", 34)])
def test_every_province_of_an_order_has_its_outline(order: str, count: int) -> None:
    drawn = {code for code in outlines.load().provinces if code.startswith(order)}
    assert drawn == set(provinces(order))
    assert len(drawn) == count
    assert all(area(rings[0]) > 0.03 for rings in outlines.load().provinces.values())


@pytest.mark.parametrize("order", ["2021", "2025"])
def test_communes_lie_in_the_outline_of_their_province(order: str) -> None:
    """The sources name several shapes wrongly: that each was joined to the right province is seen by what lies in it."""
    table = units.load()
    lies: dict[str, Counter[bool]] = defaultdict(Counter)
    for unit in table:
        if unit.level == "commune" and unit.code.startswith(order) and unit.lat and unit.lon:
            top = table.ancestors(unit)[-1]
            if unit.type == "đặc khu":
                continue
            place = (unit.lon, unit.lat)
            lies[top.code][any(near(place, ring) for ring in outlines.load().provinces[top.code])] += 1
    shares = {code: counts[True] / counts.total() for code, counts in lies.items()}
    assert set(shares) == set(provinces(order))
    assert min(shares.values()) > 0.93, sorted(shares.items(), key=lambda item: item[1])[:5]


def test_provinces_of_today_are_those_before_joined() -> None:
    drawn = outlines.load().provinces
    table = units.load()
    joined: Counter[str] = Counter()
    for code, unit in provinces("2021").items():
        (successor,) = table.successors(unit)
        joined[successor.code] += round(1e6 * sum(map(area, drawn[code])))
    for code, size in joined.items():
        assert sum(map(area, drawn[code])) * 1e6 == pytest.approx(size, rel=0.002), code


def test_all_special_zones_are_there() -> None:
    zones = {unit.code: unit for unit in units.load() if unit.type == "đặc khu"}
    drawn = outlines.load()
    assert len(zones) == 13
    assert set(drawn.zones) == set(zones)
    for code, unit in zones.items():
        assert unit.lat is not None
        assert unit.lon is not None
        places = [corner for ring in drawn.zones[code] for corner in ring] + list(drawn.archipelagos.get(code, ()))
        assert not places or min(math.dist(place, (unit.lon, unit.lat)) for place in places) < 0.5, unit.name
    assert {zones[code].name for code, rings in drawn.zones.items() if not rings} == {"Cồn Cỏ", "Hoàng Sa", "Trường Sa"}


@pytest.mark.parametrize(
    ("island", "place", "province"),
    [
        ("Côn Đảo", (106.616, 8.719), "77"),
        ("Hòn Khoai", (104.838, 8.438), "96"),
        ("Thổ Châu", (103.47, 9.296), "91"),
        ("Lý Sơn", (109.12, 15.381), "51"),
        ("Cù Lao Chàm", (108.519, 15.952), "49"),
        ("Cù lao Xanh", (109.35, 13.624), "52"),
        ("Hòn Mê", (105.932, 19.366), "38"),
        ("Bạch Long Vĩ", (107.738, 20.131), "31"),
        ("đảo Trần", (107.969, 21.236), "22"),
        ("Cát Bà", (107.0, 20.8), "31"),
        ("Cát Hải", (106.87, 20.805), "31"),
        ("Hà Nam", (106.8, 20.88), "22"),
        ("Long Hòa", (106.488, 9.885), "84"),
        ("Phú Quốc", (104.0, 10.27), "91"),
        ("Phú Quý", (108.946, 10.525), "60"),
    ],
)
def test_islands_are_drawn_in_their_own_province(island: str, place: Place, province: str) -> None:
    """The source leaves them nameless or draws them in another province, as Côn Đảo in Sóc Trăng."""
    drawn = outlines.load().provinces
    there = {code for code, rings in drawn.items() if any(inside(place, ring) for ring in rings)}
    before = units.load().get(f"2021/{province}")
    assert before is not None
    assert there == {before.code, *before.successors}, island


def test_islands_of_special_zones_are_drawn_in_the_province_of_today() -> None:
    drawn = outlines.load()
    for code, rings in drawn.zones.items():
        zone = units.load().get(code)
        assert zone is not None
        its = {corner for ring in drawn.provinces[zone.parent] for corner in ring}
        assert {corner for ring in rings for corner in ring} <= its, zone.name


def test_the_archipelagos_lie_where_they_are() -> None:
    drawn = outlines.load().archipelagos
    assert {unit.name for unit in units.load() if unit.code in drawn} == {"Hoàng Sa", "Trường Sa"}
    assert all(111 < lon < 113 and 15.7 < lat < 17.2 for lon, lat in drawn["2025/20333"])
    assert all(111.5 < lon < 117.5 and 6.5 < lat < 12 for lon, lat in drawn["2025/22736"])


@pytest.mark.parametrize("order", ["2021", "2025"])
def test_every_province_is_of_one_region(order: str) -> None:
    its = [code for region in regions.load() for code in region.provinces if code.startswith(order)]
    assert sorted(its) == sorted(provinces(order))
    assert len({region.vi for region in regions.load() if region.provinces[0].startswith(order)}) == 6
