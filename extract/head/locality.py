"""Who issued a plan, and where: the issuer's name, its level, and the units above it.

Read from the head (Nghị định 30/2020/NĐ-CP, phụ lục I: the issuing body stands at the top left), else from the opening, the title and
the place of the date line; completed from the administrative units where a name says which unit it is. What stays
ambiguous is left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import regex

from extract.records import PlanWarning
from extract.structure.outline import Outline
from extract.structure.regions import Region
from patterns import places
from patterns.issuers import FUNCTION, PLACE, in_sentence_case

if TYPE_CHECKING:
    from corpus.units import Unit


@dataclass(frozen=True, slots=True)
class Place:
    """The issuer with its unit; names are bare, `None` where unknown or below the issuer's level."""

    issuer: str | None = None
    issuer_kind: str | None = None
    level: str | None = None
    province: str | None = None
    district: str | None = None
    commune: str | None = None
    warnings: tuple[PlanWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class _Unit:
    type: str
    name: str | None

    @property
    def level(self) -> str:
        return places.level(self.type, self.name or "")


_COMMITTEE = regex.compile(r"(?:ủy ban nhân dân|ubnd|ủy ban hành chính)", regex.IGNORECASE)
_COUNCIL = regex.compile(r"(?:hội đồng nhân dân|hđnd)", regex.IGNORECASE)
_PARTY = regex.compile(r"(?:đảng bộ|(?:tỉnh|thành|huyện|quận|thị|đảng) ủy)", regex.IGNORECASE)
_OFFICE = regex.compile(
    rf"(?:SỞ|PHÒNG|BAN|Sở|Phòng|Ban)\s+(?:{FUNCTION}|(?i:{FUNCTION}))|(?i:sở|phòng)\s(?i:{FUNCTION})|"
    r"(?:TRUNG TÂM|CHI CỤC|BỆNH VIỆN|TRƯỜNG|Trung tâm|Chi cục|Bệnh viện)\s\p{Lu}[\p{L} ]*?(?=\s(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|tỉnh|thành phố|huyện)\s|$)"
)
_MINISTRY = regex.compile(rf"BỘ\s+(?i:{FUNCTION})|Bộ\s+{FUNCTION}")
_UNION = regex.compile(
    r"^(?:BAN THƯỜNG VỤ |BAN CHẤP HÀNH )?(?:HỘI (?:LIÊN HIỆP PHỤ NỮ|LHPN|NÔNG DÂN|CỰU CHIẾN BINH|CHỮ THẬP ĐỎ|KHUYẾN HỌC|BẢO VỆ QUYỀN TRẺ EM)|"
    r"ĐOÀN (?:TNCS|THANH NIÊN)|(?:ỦY BAN |UB)?(?:MẶT TRẬN TỔ QUỐC|MTTQ)|LIÊN ĐOÀN LAO ĐỘNG)",
    regex.IGNORECASE,
)
# Committees of the Party are named for their unit: `HUYỆN ỦY BẢO LÂM` is that of `huyện Bảo Lâm`.
_PARTY_UNIT = regex.compile(r"\b(?P<kind>TỈNH|THÀNH|HUYỆN|QUẬN|THỊ)\s?ỦY\b", regex.IGNORECASE)
_PARTY_TYPES = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}
_GOVERNMENT = regex.compile(r"^(?:CHÍNH PHỦ|THỦ TƯỚNG CHÍNH PHỦ)$")
# The opening's own sentence: who issues, who draws up.
_ISSUES = regex.compile(
    rf"(?:(?:chủ tịch|thường trực)\s+)?(?P<body>ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)(?:\s*\([^)]*\))?\s+(?P<type>{places.TYPE})"
    rf"(?P<name>\s+(?-i:{PLACE}))?(?=[^;.]{{0,60}}?\b(?:ban hành|xây dựng|đề ra|phê duyệt|triển khai|yêu cầu|quyết định|lập|tổ chức)\b)",
    regex.IGNORECASE,
)


def find(outline: Outline, head: Sequence[str], symbol: str | None, issued_on: str | None = None) -> Place:
    """The issuer of a plan and its unit; `issued_on` (ISO 8601) tells which of two units of one name existed then."""
    lines = _issuer_lines(head)
    found = _from_head(lines) or _from_symbol(symbol) or _Found("committee")
    if found.kind in ("ministry", "government"):
        office = in_sentence_case(found.office) if found.office else None
        return Place(issuer=office, issuer_kind=found.kind, level="central")
    unit = found.unit
    for guess in (_from_opening(outline), _from_title(outline)):
        if guess is None:
            continue
        if unit is None:
            unit = guess
        elif unit.name is None and guess.name is not None and guess.level == unit.level:
            unit = replace(unit, name=guess.name)
        elif unit.type == "" and guess.type:
            unit = guess
    place_line = _place_of_date(head)
    if unit is not None and unit.name is None:
        unit = _named_elsewhere(outline, unit, place_line)
    if unit is None:
        return Place(issuer_kind=_kind_name(found.kind))
    return _complete(outline, found, unit, issued_on)


@dataclass(frozen=True, slots=True)
class _Found:
    kind: str
    unit: _Unit | None = None
    office: str | None = None


def _kind_name(kind: str) -> str:
    return {"committee": "people_committee", "council": "people_council"}.get(kind, kind)


_MOTTO = regex.compile(
    r"c[ộô]ng h[oòóa][aàá]?\s+x[ãa] h[ộô]i|đ[ộô]c l[ậâ]p|^\W*s[ốô]\s*:|ngày.*tháng.*năm", regex.IGNORECASE
)


# Where a cell runs the body above and the issuer into one line: `UBND TỈNH … SỞ Y TẾ`.
_BODIES_IN_ONE_LINE = regex.compile(r"\s+\W*(?=(?:SỞ|PHÒNG|CHI CỤC|TRUNG TÂM)\s\p{Lu}{2})")


_MOTTO_BEHIND = regex.compile(r"\s*(?:C[ỘO]NG H[OÒÓ][AÀÁ]\b|(?<=\S\s)Độc lập\b)")
_NUMBER_LINE = regex.compile(r"\s*[Ss]ố\s*:")


def _issuer_lines(head: Sequence[str]) -> list[str]:
    """The lines that name the issuing body and the one above it."""
    lines = []
    for line in head:
        line = _NUMBER_LINE.split(line)[0]
        line = _MOTTO_BEHIND.split(line)[0].strip(" -*|")
        if line and _MOTTO.search(line) is None:
            lines += [part.strip(" -*|") for part in _BODIES_IN_ONE_LINE.split(line)]
    return lines


def _from_head(lines: Sequence[str]) -> _Found | None:
    """What the issuer's lines say; the last body named is the issuer, the one above it its superior."""
    kind: str | None = None
    office = None
    unit: _Unit | None = None
    for line in lines:
        named = _unit_in(line)
        if _GOVERNMENT.match(line):
            return _Found("government", None, places.titled(line))
        if _MINISTRY.search(line):
            kind, office = "ministry", line
        elif _OFFICE.search(line):
            kind, office = "department", line
        elif _UNION.search(line):
            kind, office = "organisation", line
        elif _PARTY.search(line):
            kind = "party"
            party = _PARTY_UNIT.search(line)
            office = (
                f"{party.group().capitalize()} {places.titled(line[party.end() :].strip(' -*'))}" if party else line
            )
        elif _COUNCIL.search(line):
            kind = kind or "council"
        elif _COMMITTEE.search(line):
            kind = kind or "committee"
        lowest = kind in (None, "committee", "council", "department", "organisation") or _PARTY_UNIT.search(line)
        if named is not None and (unit is None or lowest):
            unit = named
    return _Found(kind, unit, office) if kind is not None else None


_DEPARTMENT_SYMBOL = regex.compile(r"-S[A-ZĐ]{2,}")


def _from_symbol(symbol: str | None) -> _Found | None:
    if symbol is None:
        return None
    if symbol.endswith(("UBND",)):
        return _Found("committee")
    if symbol.endswith("HĐND"):
        return _Found("council")
    return _Found("department") if _DEPARTMENT_SYMBOL.search(symbol) else None


def _unit_in(line: str) -> _Unit | None:
    """The lowest unit that a line names, with its name in the case of a sentence."""
    party = _PARTY_UNIT.search(line)
    if party is not None:
        name = places.titled(line[party.end() :].strip(" -*"))
        return _Unit(_PARTY_TYPES[party["kind"].lower()], name) if name else None
    line = _OFFICE.sub(" ", line)  # `PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI` is no commune of that name
    matches = [*places.CAPITALS_UNIT.finditer(line)] if line.upper() == line else [*places.NAMED_UNIT.finditer(line)]
    if matches:
        order = ("commune", "district", "province")
        match = min(matches, key=lambda one: order.index(places.level(one["type"], one["name"])))
        return _Unit(match["type"].lower(), places.titled(match["name"].strip(" -")))
    return None


def _from_opening(outline: Outline) -> _Unit | None:
    for region in (Region.OPENING, Region.TITLE, Region.BODY):
        for block in reversed(outline.region(region)) if region is Region.OPENING else outline.region(region)[-3:]:
            matches = [*_ISSUES.finditer(outline.text.view[block.start : block.end])]
            if matches:
                match = matches[-1]
                name = match["name"].strip() if match["name"] else None
                return _Unit(match["type"].lower(), name)
    return None


def _from_title(outline: Outline) -> _Unit | None:
    title = " ".join(outline.text.view[block.start : block.end] for block in outline.region(Region.TITLE))
    capitals = [*places.CAPITALS_UNIT.finditer(title)]
    if capitals:
        name = _cut_capitals(capitals[-1]["name"])
        return _Unit(capitals[-1]["type"].lower(), places.titled(name)) if name else None
    named = [*places.NAMED_UNIT.finditer(title)]
    return _Unit(named[-1]["type"].lower(), named[-1]["name"]) if named else None


_AFTER_NAME = regex.compile(r"\s+(?:GIAI ĐOẠN|NĂM|ĐẾN|TRONG|THEO|VỀ|VÀ|TRÊN|HUYỆN|TỈNH)\b.*")


def _cut_capitals(name: str) -> str:
    """A name in capitals without the words of the title that follow it."""
    return " ".join(_AFTER_NAME.sub("", " " + name).split()[:4])


def names_in_capitals(words: str) -> list[str]:
    """The names of units in words set in capitals, in the case of a sentence."""
    return [
        places.titled(_cut_capitals(match["name"]))
        for match in places.CAPITALS_UNIT.finditer(words)
        if _cut_capitals(match["name"])
    ]


_PLACE_LINE = regex.compile(r"^[^\p{L}]*(?P<place>\p{Lu}[^,;:|\d]{1,40}),\s*(?:ngày|tháng)", regex.IGNORECASE)


_TYPE_BEFORE = regex.compile(rf"^{places.TYPE}\s+", regex.IGNORECASE)


def _place_of_date(head: Sequence[str]) -> str | None:
    for line in head:
        match = _PLACE_LINE.match(line)
        if match is not None:
            name = _TYPE_BEFORE.sub("", match["place"].strip())
            return name if name and name.lower() not in places.LEVELS else None
    return None


def _named_elsewhere(outline: Outline, unit: _Unit, place_line: str | None) -> _Unit:
    """The name of a unit of that type that the text uses most for itself, or the place of the date line."""
    counts: dict[str, int] = {}
    wanted = {kind for kind, level in places.LEVELS.items() if level == places.LEVELS.get(unit.type)}
    for match in places.NAMED_UNIT.finditer(outline.text.view):
        if match["type"].lower() in wanted:
            counts[match["name"]] = counts.get(match["name"], 0) + 1
    if place_line is not None and (place_line in counts or not counts):
        return replace(unit, name=place_line)
    if counts:
        return replace(unit, name=max(counts, key=lambda name: counts[name]))
    return replace(unit, name=place_line)


_BODIES = {"committee": "Ủy ban nhân dân", "council": "Hội đồng nhân dân"}


def _complete(outline: Outline, found: _Found, unit: _Unit, issued_on: str | None) -> Place:
    """The issuer's full name and the units above it, as far as the text and the administrative units tell."""
    level = unit.level
    kind = {"tp": "thành phố", "tp.": "thành phố"}.get(unit.type, unit.type)
    where = f"{kind} {unit.name}" if unit.name else kind
    if found.kind in _BODIES:
        issuer: str | None = f"{_BODIES[found.kind]} {where}"
    elif found.office is not None:
        issuer = _office_name(found.office, where, unit.name)
    else:
        issuer = None
    names: dict[str, str | None] = {"province": None, "district": None, "commune": None}
    names[level] = unit.name
    warnings: list[PlanWarning] = []
    if level != "province" and unit.name is not None:
        _fill_above(outline, unit, names, warnings, issued_on)
    return Place(
        issuer, _kind_name(found.kind), level, names["province"], names["district"], names["commune"], tuple(warnings)
    )


_VIETNAM = regex.compile(r"\s+Việt Nam$", regex.IGNORECASE)


def _office_name(office: str, where: str, name: str | None) -> str:
    """`Sở Y tế tỉnh Lào Cai`: a body with its unit, which it may name itself (`Huyện ủy Bảo Lâm`)."""
    words = _VIETNAM.sub("", in_sentence_case(office.strip()))
    for said in (where, name):
        at = words.lower().find(said.lower()) if said else -1
        if said and at >= 0:
            return words[:at] + said + words[at + len(said) :]
    return f"{words} {where}"


def _fill_above(
    outline: Outline, unit: _Unit, names: dict[str, str | None], warnings: list[PlanWarning], issued_on: str | None
) -> None:
    """Province and district above a unit: from the register of units, made sure by the names that the text uses."""
    from corpus import units

    level = unit.level
    register = units.load()
    said = _said_units(outline)
    candidates = register.find(unit.name or "", level=level)

    def named(candidate: Unit, level: str) -> bool:
        return any(one.level == level and one.name.lower() in said for one in register.ancestors(candidate))

    chosen = list(candidates)
    for fits in (
        lambda one: named(one, "province"),
        lambda one: named(one, "district"),
        lambda one: one.type.lower() == unit.type,
        lambda one: _existed(one, issued_on),
    ):
        if len(chosen) > 1:
            chosen = [candidate for candidate in chosen if fits(candidate)] or chosen
    above = {tuple((a.level, a.name) for a in register.ancestors(candidate)) for candidate in chosen}
    if len(above) > 1:
        warnings.append(
            PlanWarning(
                code="unit-ambiguous",
                message=f"có {len(above)} đơn vị cùng tên {unit.name}, chưa xác định được đơn vị cấp trên / "
                f"{len(above)} units are named {unit.name}; the unit above it stays open",
            )
        )
    for above_level in ("province", "district"):
        if above_level == level or names[above_level] is not None:
            continue
        known = {dict(units_above).get(above_level) for units_above in above}
        names[above_level] = known.pop() if len(known) == 1 else _single(said, above_level) if not above else None


def _existed(unit: Unit, issued_on: str | None) -> bool:
    """Whether a unit existed when the plan was issued, as far as its date tells."""
    if not issued_on:
        return True
    parts = [int(part) for part in issued_on.split("-")]
    day = date(parts[0], parts[1] if len(parts) > 1 else 12, parts[2] if len(parts) > 2 else 28)
    return unit.valid(day)


_PROVINCE = regex.compile(r"(?i:tỉnh)\s(?P<name>\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)*)")


def _said_units(outline: Outline) -> dict[str, str]:
    """Names of units that the plan itself says with their type, in lower case → level."""
    return {
        match["name"].lower(): places.level(match["type"], match["name"])
        for match in places.NAMED_UNIT.finditer(outline.text.view)
    } | {match["name"].lower(): "province" for match in _PROVINCE.finditer(outline.text.view)}


def _single(said: dict[str, str], level: str) -> str | None:
    names = [name for name, found in said.items() if found == level]
    return " ".join(word.capitalize() for word in names[0].split()) if len(names) == 1 else None
