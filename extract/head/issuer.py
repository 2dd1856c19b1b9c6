"""Who issued a document: the body that the head names last, completed from the opening, the title and the units.

The head decides (Nghị định 30/2020/NĐ-CP, phụ lục I: the issuing body stands at the top left, its superior above it). Where it says
only what kind of body it is, the opening, the title and the place of the date line say whose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.head import place
from extract.head.header import Header
from extract.head.place import Named
from extract.records import PlanWarning
from extract.structure.outline import Outline
from extract.structure.regions import Region
from extract.vocabulary import Level
from patterns import heads, issuers, places, symbols


@dataclass(frozen=True, slots=True)
class Issuer:
    """The issuer with its unit; names are bare, `None` where unknown or below the issuer's level."""

    name: str | None = None
    kind: str | None = None
    level: Level | None = None
    province: str | None = None
    district: str | None = None
    commune: str | None = None
    doubts: tuple[str, ...] = ()
    warnings: tuple[PlanWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class _Body:
    """A body of the head: what kind, the words of its name, the units in them from the first to the last."""

    kind: str
    words: str
    units: tuple[Named, ...]
    organ: str | None = None  # that acts for it, from a line of its own below it (`BAN THƯỜNG VỤ`)


_KINDS = {"committee": "people_committee", "council": "people_council"}
_WRITTEN_OUT = {"committee": "Ủy ban nhân dân", "council": "Hội đồng nhân dân"}


def issuer_of(outline: Outline, header: Header, on: str | None) -> Issuer:
    """The issuer of a document and its unit; `on` (ISO 8601) tells which of two units of one name existed then."""
    bodies = [body for body in map(_body, _without_superior(header.bodies)) if body is not None]
    issuer = _issuing(bodies) or _from_symbol(header.symbol)
    if issuer is not None and issuer.kind in ("ministry", "government"):
        return Issuer(issuers.in_sentence_case(issuer.words) or None, issuer.kind, "central")
    if issuer is not None and issuers.OF_CENTRE.match(issuer.words) is not None:
        words = issuers.in_sentence_case(issuer.words)
        return Issuer(f"{issuer.organ} {words}" if issuer.organ is not None else words, issuer.kind, "central")
    named = [unit for body in bodies for unit in body.units]
    own = _own_unit(issuer, bodies, on)
    unit = _from_the_text(outline, own, header.place, on)
    kind = issuer.kind if issuer is not None else "committee"
    if unit is None and issuer is not None and issuers.OF_PROVINCE.match(issuer.words) is not None:
        unit = _province(f"SỞ {header.place}")
    if unit is None:
        return Issuer(
            _office(issuer, None) if issuer is not None else None,
            _KINDS.get(kind, kind) if issuer is not None else None,
        )
    above = [one for one in named if one != unit and one.level(on) != unit.level(on)]
    filled = place.complete(unit, on, above, place.said(outline.text.view))
    level = unit.level(on)
    name = f"{_WRITTEN_OUT[kind]} {unit.full_name}" if kind in _WRITTEN_OUT else _office(issuer, unit)
    joint = [body for body in bodies if body.kind in ("department", "organisation")]
    if len(joint) > 1 and header.symbol is not None and symbols.JOINT.match(header.symbol) is not None:
        name = ", ".join(dict.fromkeys(office for body in joint if (office := _office(body, unit)) is not None))
    below = {"province": ("district", "commune"), "district": ("commune",)}.get(level, ())
    names = {key: None if key in below else value for key, value in filled.names.items()}
    return Issuer(
        name,
        _KINDS.get(kind, kind),
        level,
        names["province"],
        names["district"],
        names["commune"],
        filled.doubts,
        filled.warnings,
    )


# --- bodies of the head ----------------------------------------------------------------------------------------------

_UNIT_OF = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}


def _without_superior(bodies: Sequence[str]) -> Sequence[str]:
    """The bodies of a head; the union alone, which stands at the right of a head of one of its own, issues nothing there."""
    unions = [issuers.YOUTH_UNION.search(words) is not None for words in bodies]
    if sum(unions) < 2:
        return bodies
    return [words for words in bodies if issuers.YOUTH_UNION.fullmatch(words) is None]


def _body(written: str) -> _Body | None:
    words = issuers.written_out(written)
    kind = issuers.body_kind(words)
    if kind is None and issuers.ORGAN.match(words) is not None:
        kind = "organisation"
    if kind is None:
        return None
    places_in = issuers.YOUTH_UNION.sub("ĐOÀN", words)  # `Hồ Chí Minh` in its name is no place
    found = place.units_in(places_in)
    match = issuers.NAMED_FOR.search(words)
    if match is not None:
        unit_type = _UNIT_OF[match["kind"].lower()]
        name = place.name_at(words[match.end() :], unit_type)
        found = [Named(unit_type, name), *found] if name else found
    if not found and kind in ("department", "organisation") and (province := _province(places_in)) is not None:
        found = [province]
    return _Body(kind, words, tuple(found))


def _province(words: str) -> Named | None:
    """The province that words end with."""
    province = place.provinces_at_end(words)
    if not province:
        return None
    return Named("thành phố" if province.lower() in places.CENTRAL_CITIES else "tỉnh", province)


def _issuing(bodies: Sequence[_Body]) -> _Body | None:
    """The body named last; an organ of the one above it acts for that one."""
    for number in range(len(bodies) - 1, -1, -1):
        body = bodies[number]
        if number and issuers.ORGAN.match(body.words) is not None:
            above = bodies[number - 1]
            organ = issuers.organ_in_full(body.words) if above.kind == "organisation" else None
            return replace(above, units=(*above.units, *body.units), organ=organ)
        return body
    return None


def _from_symbol(symbol: str | None) -> _Body | None:
    """The kind of body that the symbol of a number names."""
    if symbol is None:
        return None
    if symbol.endswith("HĐND"):
        return _Body("council", "", ())
    if "UBND" in symbol:
        return _Body("committee", "", ())
    return _Body("department", "", ()) if symbols.OF_DEPARTMENT.search(symbol) is not None else None


def _own_unit(issuer: _Body | None, bodies: Sequence[_Body], on: str | None) -> Named | None:
    """The unit of the issuer: of its own name, else of the body above it, else the bare type that it names."""
    if issuer is None:
        return None
    if issuer.units:
        return place.lowest(issuer.units, on)
    bare = places.BARE_TYPE.search(issuer.words)
    if bare is not None and issuer.kind in _WRITTEN_OUT:
        return Named(bare["type"].lower())
    if issuer.kind in _WRITTEN_OUT or not bodies:
        return None
    return next((place.lowest(body.units, on) for body in reversed(bodies) if body.units), None)


# --- what the text adds ----------------------------------------------------------------------------------------------


def _from_the_text(outline: Outline, unit: Named | None, place_line: str | None, on: str | None) -> Named | None:
    """The unit with the name that the opening, the title, the date line or the text give it where the head gives none."""
    for guess in (_from_opening(outline), _from_title(outline)):
        if guess is None:
            continue
        if unit is None:
            unit = guess
        elif unit.name is None and guess.name is not None and guess.level(on) == unit.level(on):
            unit = replace(unit, name=guess.name)
    return _named_elsewhere(outline, unit, place_line) if unit is not None and unit.name is None else unit


def _from_opening(outline: Outline) -> Named | None:
    for region in (Region.OPENING, Region.TITLE, Region.BODY):
        for block in reversed(outline.region(region)) if region is Region.OPENING else outline.region(region)[-3:]:
            matches = [*heads.ISSUES.finditer(outline.text.view[block.start : block.end])]
            if matches:
                match = matches[-1]
                return Named(match["type"].lower(), match["name"].strip() if match["name"] else None)
    return None


def _from_title(outline: Outline) -> Named | None:
    title = " ".join(outline.text.view[block.start : block.end] for block in outline.region(Region.TITLE))
    named = place.units_in(title)
    return named[-1] if named else None


def _named_elsewhere(outline: Outline, unit: Named, place_line: str | None) -> Named:
    """The name of a unit of that type that the text uses most for itself, or the place of the date line."""
    counts: dict[str, int] = {}
    wanted = {kind for kind, level in places.LEVELS.items() if level == places.LEVELS.get(unit.type)}
    for match in places.NAMED_UNIT.finditer(outline.text.view):
        if match["type"].lower() in wanted:
            counts[match["name"]] = counts.get(match["name"], 0) + 1
    if place_line is not None and (place_line in counts or not counts):
        return replace(unit, name=place_line)
    return replace(unit, name=max(counts, key=lambda name: counts[name]) if counts else place_line)


# --- the issuer's name -----------------------------------------------------------------------------------------------


def _youth_union(words: str) -> str | None:
    """The name of the youth union in full, with the organ that stands in front of it (`BCH ĐOÀN TNCS HỒ CHÍ MINH`)."""
    organ = issuers.ITS_ORGAN.match(words)
    if issuers.YOUTH_UNION.fullmatch(words, organ.end() if organ is not None else 0) is None:
        return None
    if organ is None:
        return issuers.YOUTH_UNION_IN_FULL
    return f"{'Ban Chấp hành' if organ['committee'] else 'Ban Thường vụ'} {issuers.YOUTH_UNION_IN_FULL}"


def _office(issuer: _Body | None, unit: Named | None) -> str | None:
    """`Sở Y tế tỉnh Lào Cai`: a body with its unit, which it may name itself (`Huyện ủy Bảo Lâm`)."""
    if issuer is None or not issuer.words:
        return None
    if issuer.kind in _WRITTEN_OUT and unit is None:
        return None
    if issuer.organ is not None:
        return f"{issuer.organ} {_office(replace(issuer, organ=None), unit)}"
    first = places.UNIT_TYPE.search(issuer.words)
    bare = places.BARE_TYPE.search(issuer.words)
    if first is None and unit is not None and bare is not None and bare["type"].lower() == unit.type:
        first = bare  # `HỘI LIÊN HIỆP PHỤ NỮ TỈNH`
    own = issuer.words[: first.start()] if first is not None else issuer.words
    if (union := _youth_union(own.strip(" -,"))) is not None:
        return f"{union} {unit.full_name}" if unit is not None else union
    words = (
        issuers.OF_VIETNAM.sub("", issuers.in_sentence_case(own.strip(" -,")))
        if issuer.kind == "organisation" and "MẶT TRẬN" not in own.upper()
        else issuers.in_sentence_case(own.strip(" -,"))
    )
    if unit is None:
        return words
    at = words.lower().find(f" {unit.name.lower()}") if unit.name else -1
    if unit.name and at >= 0:
        return f"{words[:at]} {unit.name}{words[at + 1 + len(unit.name) :]}"
    return f"{words} {unit.full_name}"
