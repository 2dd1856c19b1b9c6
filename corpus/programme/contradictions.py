"""What a programme's file says in the right form and cannot be true: each with the key that it stands under, and the remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from corpus.programme.model import Measure, Milestone, Programme

# Where it stands (`measures.3a.values.2025`), what is wrong and the remedy in Vietnamese, then in English.
Contradiction = tuple[str, str, str]


def contradictions(programme: Programme) -> Iterator[Contradiction]:
    """Everything that contradicts itself, in the order of the file."""
    for check in _CHECKS:
        yield from check(programme)
    for measure in programme.measures:
        yield from _unit(measure)
        yield from _values(programme, measure)


def _head(programme: Programme) -> Iterator[Contradiction]:
    start, end = programme.period
    year = programme.issued_on.year
    if start > end:
        yield (
            "programme.period",
            f"bắt đầu {start} sau khi kết thúc {end}; đổi chỗ hai năm",
            f"begins in {start}, after its end in {end}; swap the years",
        )
    if year > end:
        yield (
            "programme.issued_on",
            f"ban hành năm {year}, sau khi kết thúc {end}; sửa ngày hoặc period",
            f"issued in {year}, after the end in {end}; mend the day or period",
        )
    if not programme.id.endswith(f"-{year}"):
        yield (
            "programme.id",
            f"{programme.id!r} không kết thúc bằng năm ban hành; viết …-{year}, vì số văn bản lặp lại qua các năm",
            f"{programme.id!r} does not end with the year of issue; write …-{year}, since numbers come back in other years",
        )


def _references(programme: Programme) -> Iterator[Contradiction]:
    objectives = {one.number for one in programme.objectives}
    indicators = {one.number for one in programme.indicators}
    codes = {one.code for one in programme.measures}
    for indicator in programme.indicators:
        if indicator.objective not in objectives:
            yield _unknown(f"indicators.{indicator.number}.objective", indicator.objective, "objectives", objectives)
    for measure in programme.measures:
        if measure.indicator not in indicators:
            yield _unknown(f"measures.{measure.code}.indicator", measure.indicator, "indicators", indicators)
        for key, other in (("part_of", measure.part_of), ("below", measure.below)):
            if other is not None and other not in codes - {measure.code}:
                yield _unknown(f"measures.{measure.code}.{key}", other, "measures", codes - {measure.code})


def _elsewhere(programme: Programme) -> Iterator[Contradiction]:
    """Other programmes that it names, and places where its facts were checked."""
    if programme.supplements == programme.id:
        yield (
            "programme.supplements",
            f"{programme.id!r} là chính nó; ghi mã chương trình khác hoặc bỏ khóa",
            f"{programme.id!r} is itself; write the id of another programme or drop the key",
        )
    count = len(programme.sources)
    for measure in programme.measures:
        for other in measure.same_as:
            if other.split(":", 1)[0] == programme.id:
                yield (
                    f"measures.{measure.code}.same_as",
                    f"{other!r} thuộc chính chương trình này; ghi mã chương trình khác",
                    f"{other!r} is of this programme; name the measure of another",
                )
        for number in measure.sources:
            if not 1 <= number <= count:
                yield (
                    f"measures.{measure.code}.sources",
                    f"{number} không có trong programme.sources (có {count}); thêm nguồn hoặc sửa số",
                    f"{number} is not in programme.sources (there are {count}); add the source or mend the number",
                )


def _unknown(where: str, value: object, table: str, there: set[int] | set[str]) -> Contradiction:
    known = ", ".join(map(str, sorted(there))) or "–"
    return (
        where,
        f"{value!r} không có trong [{table}] (có: {known}); thêm bảng đó hoặc sửa giá trị",
        f"{value!r} is not in [{table}] (there are: {known}); add it or mend the value",
    )


_CHECKS: tuple[Callable[[Programme], Iterator[Contradiction]], ...] = (_head, _references, _elsewhere)


def _unit(measure: Measure) -> Iterator[Contradiction]:
    where = f"measures.{measure.code}"
    if measure.unit == "per" and measure.per is None:
        yield (
            f"{where}.per",
            'unit = "per" cần mẫu số; thêm per = 1000 chẳng hạn',
            'unit = "per" needs a denominator; add per = 1000, say',
        )
    if measure.unit != "per" and measure.per is not None:
        yield (
            f"{where}.per",
            f'chỉ dùng với unit = "per", ở đây là {measure.unit!r}; bỏ per hoặc sửa unit',
            f'only with unit = "per", here it is {measure.unit!r}; drop per or mend unit',
        )
    if measure.per_year and measure.change is None:
        yield (
            f"{where}.per_year",
            'chỉ dùng với change ("decrease", "increase"); thêm change hoặc bỏ per_year',
            'only with change ("decrease", "increase"); add change or drop per_year',
        )
    if measure.of is not None and measure.unit != "percent":
        yield (
            f"{where}.of",
            f'chỉ dùng với unit = "percent", ở đây là {measure.unit!r}; bỏ of hoặc sửa unit',
            f'only with unit = "percent", here it is {measure.unit!r}; drop of or mend unit',
        )


def _values(programme: Programme, measure: Measure) -> Iterator[Contradiction]:
    for milestone in measure.milestones:
        yield from _value(programme, measure, milestone)
    for group in dict.fromkeys(milestone.group for milestone in measure.milestones):
        dated = [one for one in measure.milestones if one.group == group and one.year is not None]
        ordered = sorted(dated, key=lambda one: one.year or 0)
        for earlier, later in pairwise(ordered):
            if later.value < earlier.value if measure.direction == "more" else later.value > earlier.value:
                better = "càng cao càng tốt" if measure.direction == "more" else "càng thấp càng tốt"
                yield (
                    _where(measure, later),
                    f"{later.value:g} kém hơn {earlier.value:g} của năm {earlier.year} trong khi {better}; sửa mức hoặc direction",
                    f'{later.value:g} is weaker than {earlier.value:g} of {earlier.year}, with direction = "{measure.direction}"; mend either',
                )


def _value(programme: Programme, measure: Measure, milestone: Milestone) -> Iterator[Contradiction]:
    where = _where(measure, milestone)
    high = milestone.value if milestone.value_high is None else milestone.value_high
    if milestone.value < 0 or (measure.unit == "percent" and high > 100 and measure.change != "increase"):
        yield (
            where,
            f"{high if high > 100 else milestone.value:g} nằm ngoài 0–100; sửa mức hoặc unit",
            f"{high if high > 100 else milestone.value:g} is outside 0 to 100; mend the level or unit",
        )
    if high < milestone.value:
        yield (
            where,
            f"khoảng {milestone.value:g}-{high:g} bị ngược; đổi chỗ hai số",
            f"the range {milestone.value:g}-{high:g} is upside down; swap the numbers",
        )
    if milestone.year is not None and milestone.year < programme.period[0]:
        yield (
            where,
            f"năm {milestone.year} trước khi bắt đầu ({programme.period[0]}); sửa năm hoặc programme.period",
            f"{milestone.year} is before the beginning ({programme.period[0]}); mend the year or programme.period",
        )
    if milestone.year_from is not None and milestone.year is not None and milestone.year_from >= milestone.year:
        yield (
            where,
            "khoảng năm bị ngược; viết năm đầu trước",
            "the span of years is upside down; write the first year first",
        )


def _where(measure: Measure, milestone: Milestone) -> str:
    years = str(milestone.year) if milestone.year is not None else "always"
    span = f"{milestone.year_from}-{years}" if milestone.year_from is not None else years
    return f"measures.{measure.code}.values.{span}" + (f".{milestone.group}" if milestone.group else "")
