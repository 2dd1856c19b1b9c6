"""Synthetic plans for measuring: seeded, of real units, with values drawn around the national programme, in all layouts.

A plan is the same for the same unit, kind and seed, so that a district's plan can cite its province's by the number and the day that
the province's own plan bears. `values` says which value was set for which measure and year: what extraction should find.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import count, islice

from corpus import units
from corpus.programme import Measure, Milestone, load_all
from corpus.units import Unit
from patterns.fold import slug
from tests.bench import words

LEVELS = ("province", "district", "commune")
# What a plan is: `ten` and `five` years under the programme, or one year's.
KINDS = ("ten", "five", "2022", "2023", "2024", "2025")
# The same of the units that there are since July 2025: the years that are left (`next`), or one year.
KINDS_OF_TODAY = ("next", "2026")
_PERIODS = {"ten": (2021, 2030), "five": (2021, 2025), "next": (2026, 2030)}
# Every so many plans one is of a unit of today.
_OF_TODAY = 4
# How a text file is laid out; `annex` puts the values into a table behind the signature.
LAYOUTS = ("plain", "wrapped", "markdown", "paged", "annex", "windows")
_DAY, _TODAY = date(2024, 1, 1), date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a plan: a heading (`level` 1 to 3), a paragraph, a list item, or a table's rows."""

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(slots=True)
class Synthetic:
    """A plan with its head, its body and what it sets."""

    name: str
    unit: Unit
    kind: str
    issuer: tuple[str, str]
    number: str | None
    issued: date
    dateline: str
    doc_type: str
    title: str
    layout: str
    blocks: list[Block] = field(default_factory=list)
    recipients: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    annex: list[Block] = field(default_factory=list)
    values: dict[tuple[str, int], float] = field(default_factory=dict)
    # Number, day, issuer and type of each document that the opening carries out.
    grounds: list[tuple[str, str, str, str]] = field(default_factory=list)

    @property
    def period(self) -> tuple[int, int]:
        """Its first and its last year."""
        return _PERIODS.get(self.kind) or (int(self.kind), int(self.kind))

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies that have duties."""
        return words.AGENCIES[self.unit.level]


def plans(many: int, seed: int = 0) -> Iterator[Synthetic]:
    """So many plans of `chosen` units."""
    for unit, kind, number in islice(chosen(seed), many):
        yield plan(unit, kind, number)


def chosen(seed: int = 0) -> Iterator[tuple[Unit, str, int]]:
    """Units with the kind and the seed of a plan, without end: provinces for all years first, which the others carry out, then any.

    There are six kinds for 11,367 units of before and two for 3,355 of today: when either are used up, those of the next seed come.
    """
    before = [unit for unit in units.load() if unit.level in LEVELS and unit.valid(_DAY)]
    today = [unit for unit in units.load() if unit.level in LEVELS and unit.valid(_TODAY) and not unit.valid(_DAY)]
    old, new = _drawn(before, KINDS, seed), _drawn(today, KINDS_OF_TODAY, seed)
    for group, drawn in ((before, old), (today, new)):
        yield from islice(drawn, sum(unit.level == "province" for unit in group))
    for place in count(1):
        yield next(new if place % _OF_TODAY == 0 else old)


def _drawn(register: list[Unit], kinds: tuple[str, ...], seed: int) -> Iterator[tuple[Unit, str, int]]:
    first = [(unit, kinds[0]) for unit in register if unit.level == "province"]
    others = [(unit, kind) for unit in register for kind in kinds if (unit.level, kind) != ("province", kinds[0])]
    for number in count(seed):
        shuffled = others.copy()
        random.Random(number).shuffle(shuffled)
        yield from ((unit, kind, number) for unit, kind in (*first, *shuffled))


def plan(unit: Unit, kind: str, seed: int = 0) -> Synthetic:
    """The plan of a unit for a span of years."""
    rng = random.Random(f"{unit.code} {kind} {seed}")
    number, day = _number(unit, kind, seed)
    programme_like = not kind.isdigit() and rng.random() < 0.3
    doc_type, symbol = ("CHƯƠNG TRÌNH", "CTr") if programme_like else ("KẾ HOẠCH", "KH")
    draft = rng.random() < 0.1
    span = "giai đoạn {} - {}".format(*_PERIODS[kind]) if kind in _PERIODS else f"năm {kind}"
    what = "Hành động vì trẻ em" if programme_like else "Thực hiện công tác trẻ em"
    if kind in ("ten", "next") and not programme_like:
        what = "Thực hiện Chương trình hành động quốc gia vì trẻ em"
    place = unit.full_name
    dated = f"tháng {day.month} năm {day.year}" if draft else f"{day.day:02} tháng {day.month:02} năm {day.year}"
    made = Synthetic(
        name=f"{slug(place)}-{kind}-{seed}-{slug(unit.code)}",
        unit=unit,
        kind=kind,
        issuer=("ỦY BAN NHÂN DÂN", place.upper()),
        number=None if draft else f"{number}/{symbol}-UBND",
        issued=day,
        dateline=f"{unit.name}, ngày {'   ' if draft else ''}{dated}",
        doc_type=doc_type,
        title=f"{what} {span} trên địa bàn {place}",
        layout=rng.choice(LAYOUTS),
        recipients=("Như trên;", "Thường trực HĐND;", f"Các cơ quan, đơn vị thuộc {place};", "Lưu: VT."),
    )
    _body(made, rng, seed)
    chief = "CHỦ TỊCH" if rng.random() < 0.5 else "PHÓ CHỦ TỊCH"
    person = f"{rng.choice(words.FAMILY)} {rng.choice(words.MIDDLE)} {rng.choice(words.GIVEN)}"
    made.signature = ("TM. ỦY BAN NHÂN DÂN", *(("KT. CHỦ TỊCH",) if chief != "CHỦ TỊCH" else ()), chief, person)
    return made


def _number(unit: Unit, kind: str, seed: int) -> tuple[int, date]:
    """The running number and the day of a plan: what others cite it by."""
    digest = hashlib.blake2b(f"{unit.code} {kind} {seed}".encode(), digest_size=8).digest()
    year = int(kind) if kind.isdigit() else _PERIODS[kind][0]
    start = date(year, 1 if kind.isdigit() else 3, 5)
    return 10 + int.from_bytes(digest[:2]) % 380, start + timedelta(days=int.from_bytes(digest[2:4]) % 90)


# --- the body --------------------------------------------------------------------------------------------------------


def _body(made: Synthetic, rng: random.Random, seed: int) -> None:
    add = made.blocks.append
    issuer = f"Ủy ban nhân dân {made.unit.full_name}"
    add(
        Block(
            "paragraph",
            f"{_grounds(made, seed)}, {issuer} ban hành {made.doc_type.capitalize()} như sau:",
        )
    )
    add(Block("heading", "MỤC TIÊU", 1))
    add(Block("heading", "Mục tiêu chung", 2))
    add(Block("paragraph", words.GENERAL_AIM))
    add(Block("heading", "Mục tiêu cụ thể", 2))
    _aims(made, rng)
    add(Block("heading", "NHIỆM VỤ, GIẢI PHÁP", 1))
    for task in rng.sample(words.TASKS, rng.randint(7, len(words.TASKS))):
        add(Block("heading", task, 2))
        for _ in range(rng.randint(2, 5)):
            add(Block("item", f"{_sentence(rng)}; {_sentence(rng).lower()}."))
    add(Block("heading", "KINH PHÍ THỰC HIỆN", 1))
    add(
        Block(
            "paragraph",
            "Kinh phí thực hiện được bố trí trong dự toán ngân sách nhà nước hằng năm theo phân cấp và huy động từ các nguồn hợp pháp khác.",
        )
    )
    add(Block("heading", "TỔ CHỨC THỰC HIỆN", 1))
    level = made.unit.level
    for agency in words.AGENCIES[level]:
        add(Block("heading", agency, 2))
        for _ in range(rng.randint(1, 4)):
            add(Block("item", _duty(level, made.unit, rng)))
    add(Block("heading", "CHẾ ĐỘ BÁO CÁO", 1))
    months = rng.choice(((5, 20, 11, 15), (6, 15, 12, 1), (5, 25, 11, 20)))
    above = {
        "province": "Bộ Lao động - Thương binh và Xã hội",
        "district": "Ủy ban nhân dân tỉnh",
        "commune": "Ủy ban nhân dân huyện",
    }[level]
    add(
        Block(
            "paragraph",
            f"Các cơ quan, đơn vị báo cáo kết quả thực hiện 06 tháng trước ngày {months[1]}/{months[0]} và báo cáo năm trước ngày "
            f"{months[3]}/{months[2]} hằng năm gửi {words.AGENCIES[level][0]} tổng hợp, báo cáo {above}./.",
        )
    )


def _grounds(made: Synthetic, seed: int) -> str:
    """The opening: the programme, and the plan of the unit above by its number and day."""
    above = units.load().parent(made.unit)
    parts = []
    if made.kind in ("ten", "next") or above is None:
        made.grounds.append(("23/QĐ-TTg", "2021-01-07", "Thủ tướng Chính phủ", "QĐ"))
        parts.append(
            "Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ phê duyệt Chương trình hành động quốc gia vì trẻ em giai đoạn 2021 - 2030"
        )
    if above is not None:
        number, day = _number(above, made.kind, seed)
        issuer = f"Ủy ban nhân dân {above.full_name}"
        made.grounds.append((f"{number}/KH-UBND", day.isoformat(), issuer, "KH"))
        parts.append(f"Kế hoạch số {number}/KH-UBND ngày {day:%d/%m/%Y} của {issuer}")
    parts.append("Luật Trẻ em ngày 05/4/2016")
    return "Thực hiện " + "; ".join(parts)


def _sentence(rng: random.Random) -> str:
    return f"{rng.choice(words.VERBS)} {rng.choice(words.OBJECTS)} {rng.choice(words.FOR_WHOM)}, {rng.choice(words.PURPOSES)}"


def _duty(level: str, unit: Unit, rng: random.Random) -> str:
    what = _sentence(rng)
    what = what[:1].lower() + what[1:]
    roll = rng.random()
    if roll < 0.4:
        return f"Chủ trì, phối hợp với {rng.choice(words.PARTNERS[level])} {what}."
    if roll < 0.6:
        return f"Phối hợp với {rng.choice(words.PARTNERS[level])} {what}."
    if roll < 0.7:
        return f"Tham mưu Ủy ban nhân dân {unit.type} {what}, hoàn thành trước ngày {rng.randint(1, 28)}/{rng.randint(3, 12)}/2025."
    return f"{what[:1].upper()}{what[1:]}."


# --- values ----------------------------------------------------------------------------------------------------------


def _aims(made: Synthetic, rng: random.Random) -> None:
    programme = load_all()[0]
    years = {"ten": (2025, 2030), "five": (2025,), "next": (2030,)}.get(made.kind) or (int(made.kind),)
    wanted = [measure for measure in programme.measures if made.unit.level in measure.levels and _is_plain(measure)]
    kept = sorted(rng.sample(range(len(wanted)), max(4, round(len(wanted) * rng.uniform(0.4, 1.0)))))
    rows, items = [], []
    for at in kept:
        measure = wanted[at]
        values = {year: _value(measure, year, rng) for year in years}
        made.values |= {(measure.code, year): value for year, (_, value) in values.items()}
        items.append(f"{_clause(measure, values)};")
        shown = tuple(f"{'<' if sign == '<' else ''}{_number_vi(value)}" for sign, value in values.values())
        rows.append(
            (
                str(measure.indicator),
                measure.name_vi,
                "%" if measure.unit == "percent" else f"trên {_number_vi(measure.per or 1)}",
                *shown,
            )
        )
    if made.layout == "annex":
        made.blocks.append(Block("paragraph", "Các chỉ tiêu cụ thể nêu tại Phụ lục kèm theo."))
        made.annex.append(Block("heading", "PHỤ LỤC", 0))
        made.annex.append(Block("paragraph", "CÁC CHỈ TIÊU VỀ TRẺ EM"))
        head = ("TT", "Chỉ tiêu", "Đơn vị tính", *(f"Năm {year}" for year in years))
        made.annex.append(Block("table", rows=(head, *rows)))
    else:
        made.blocks += [Block("item", item) for item in items]


def _is_plain(measure: Measure) -> bool:
    """Measures with one value a year: changes, spans and groups need sentences of their own, which these plans do without."""
    return not measure.per_year and all(
        m.group is None and m.year_from is None and m.year is not None for m in measure.milestones
    )


def _value(measure: Measure, year: int, rng: random.Random) -> tuple[str, float]:
    """Sign and value of a measure for a year: the programme's more often than not, else a little better or worse."""
    due: Milestone = min(measure.milestones, key=lambda milestone: abs((milestone.year or 0) - year))
    value = due.value
    roll = rng.random()
    if roll > 0.6:
        better = (1 if measure.direction == "more" else -1) * (1 if roll > 0.75 else -1)
        value *= 1 + better * rng.uniform(0.01, 0.12)
    if measure.unit == "percent":
        value = min(value, 100.0)
    digits = 0 if due.value >= 100 or (due.value.is_integer() and rng.random() < 0.5) else 1 if due.value >= 1 else 2
    return due.comparator, round(value, digits) or due.value


def _clause(measure: Measure, values: dict[int, tuple[str, float]]) -> str:
    name = measure.name_vi
    unit = "%" if measure.unit == "percent" else ""
    below = {"<": "dưới ", "=": ""}
    said = [f"{below[sign]}{_number_vi(value)}{unit} vào năm {year}" for year, (sign, value) in values.items()]
    if measure.direction == "less":
        return f"Giảm {name[:1].lower()}{name[1:]} xuống {' và '.join(said)}"
    return f"{name} đạt {' và '.join(said)}"


@lru_cache(maxsize=4096)
def _number_vi(value: float) -> str:
    return f"{value:,.4f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,"))
