"""Names of localities with their kind, as every page and file writes them: `phường 02`, `Quận 8, Thành phố Hồ Chí Minh`, `thị xã Ba Đồn`.

A row has the bare names of its levels (`province`, `district`, `commune`), the code of the unit where it is known (`unit_code`), and who issued
the document (`issuer`, or `plan_issuer` where another issuer stands in the row; `issuer_kind`). A department, an office or a Party
committee is named by its own name and never by that of its locality.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from corpus import units
from corpus.units import Unit
from patterns.fold import fold
from patterns.places import NAMED_UNIT

Row = Mapping[str, Any]

# The day from which districts are gone and provinces and communes are others (Nghị quyết 202/2025/QH15, Luật 72/2025/QH15).
REFORM = "2025-07-01"

# Bodies whose plan is that of the locality itself.
_OF_THE_LOCALITY = ("people_committee", "people_council")

_LEVELS = ("commune", "district", "province")

# Names that are written with the capital of their kind (Nghị định 30/2020/NĐ-CP, phụ lục II).
_WITH_CAPITAL = {"thành phố Hồ Chí Minh"}


def named(unit: Unit) -> str:
    """The name of a unit with its kind; a district that bears a number has the capital of its kind.

    >>> [named(units.load().get(code)) for code in ("2021/27391", "2021/776", "2021/79", "2021/458")]
    ['phường 02', 'Quận 8', 'Thành phố Hồ Chí Minh', 'thị xã Ba Đồn']
    """
    full = unit.full_name
    return (
        full[:1].upper() + full[1:]
        if full in _WITH_CAPITAL or (unit.level == "district" and unit.name.isdigit())
        else full
    )


def name_of(code: str | None) -> str:
    """The name of the unit with a code, `""` where there is none."""
    unit = units.load().get(code or "")
    return named(unit) if unit is not None else ""


def is_locality(row: Row) -> bool:
    """Whether a document is its locality's own (of its People's Committee or Council), not that of a department, an office, a Party committee."""
    return (row.get("issuer_kind") or _OF_THE_LOCALITY[0]) in _OF_THE_LOCALITY


def place(row: Row) -> str:
    """Whose plan it is: the locality with its kind, or the body that is none.

    >>> place({"level": "commune", "commune": "02", "district": "8", "province": "Hồ Chí Minh", "unit_code": "2021/27391"})
    'phường 02'
    >>> place({"level": "province", "province": "Lào Cai", "issuer": "Sở Y tế tỉnh Lào Cai", "issuer_kind": "department"})
    'Sở Y tế tỉnh Lào Cai'
    >>> place({"province": "Huế"}), place({"province": "Thừa Thiên Huế"})
    ('thành phố Huế', 'tỉnh Thừa Thiên Huế')
    """
    issuer = _issuer(row)
    if issuer and not is_locality(row):
        return issuer
    level = next((one for one in _LEVELS if row.get(one)), None)
    if level is None:
        return issuer or str(row.get("plan") or row.get("slug") or "")
    unit = _unit(row)
    return named(unit) if unit is not None and unit.level == level else _with_kind(row, level)


def above(row: Row) -> str:
    """The localities above the plan's own, with their kinds, nearest first.

    >>> above({"level": "commune", "commune": "02", "district": "8", "province": "Hồ Chí Minh", "unit_code": "2021/27391"})
    'Quận 8, Thành phố Hồ Chí Minh'
    """
    levels = [level for level in _LEVELS if row.get(level)][1:]
    unit = _unit(row)
    if unit is not None:
        known: dict[str, str] = {one.level: named(one) for one in units.load().ancestors(unit)}
        return ", ".join(known.get(level) or _with_kind(row, level) for level in levels)
    return ", ".join(_with_kind(row, level) for level in levels)


def since(row: Row) -> str:
    """What is to be known of a unit of before July 2025, in Vietnamese: `trước 01/7/2025; nay: phường Chánh Hưng`; `""` of others.

    A unit that is the same today has none.

    >>> since({"unit_code": "2021/458"}).startswith("trước 01/7/2025; nay: ")
    True
    >>> since({"unit_code": "2025/44"}), since({"unit_code": "2021/04"})
    ('', '')
    """
    unit = _unit(row)
    if unit is None or not unit.valid_to or unit.valid_to >= REFORM:
        return ""
    return _since(unit.code)


@lru_cache(maxsize=16384)
def _since(code: str) -> str:
    register = units.load()
    unit = register.get(code)
    if unit is None:
        return ""
    today = register.successors(unit)
    if [one.full_name for one in today] == [unit.full_name] and _came_from()[today[0].code] == 1:
        return ""
    if not today:
        return "trước 01/7/2025"
    if unit.level == "district":
        kinds = Counter(one.type for one in today)
        return f"trước 01/7/2025; nay: {', '.join(f'{many} {kind}' for kind, many in kinds.most_common())}"
    return f"trước 01/7/2025; nay: {', '.join(named(one) for one in today)}"


@lru_cache(maxsize=1)
def _came_from() -> Counter[str]:
    """How many units each unit of today came from."""
    return Counter(code for unit in units.load() for code in unit.successors)


def full(row: Row) -> str:
    """The whole name: whose plan it is, the localities above, what became of it.

    >>> full({"level": "district", "district": "Ba Đồn", "province": "Quảng Bình", "unit_code": "2021/458"}).split(" (")[0]
    'thị xã Ba Đồn, tỉnh Quảng Bình'
    """
    whole = ", ".join(part for part in (place(row), above(row)) if part)
    later = since(row) if is_locality(row) else ""
    return f"{whole} ({later})" if later else whole


def _issuer(row: Row) -> str:
    return str((row["plan_issuer"] if "plan_issuer" in row else row.get("issuer")) or "")


def _unit(row: Row) -> Unit | None:
    return units.load().get(str(row.get("unit_code") or ""))


def _with_kind(row: Row, level: str) -> str:
    """A bare name with its kind: as the issuer writes it, else where all units of that name and level are of one kind."""
    name = str(row[level])
    for found in NAMED_UNIT.finditer(_issuer(row)):
        if fold(found["name"]) == fold(name):
            return f"{found['type'].lower()} {name}"
    return _only_kind(level, name, str(row.get("province") or "") if level != "province" else "")


@lru_cache(maxsize=16384)
def _only_kind(level: str, name: str, province: str) -> str:
    found = units.load().find(name, level=level, within=province or None)
    # `Huế` is found as a short name of `Thừa Thiên Huế` too; who bears the very name comes first
    found = tuple(unit for unit in found if fold(unit.name) == fold(name)) or found
    kinds = {unit.type for unit in found}
    return named(found[0]) if len(kinds) == 1 else name
