"""The file of a programme: its tables and keys, and the values that each may have.

Pydantic checks the shape; what is of the right shape and still cannot be true stands in `contradictions`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, get_args

import regex
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt

from corpus.programme.model import LEVELS, Indicator, Measure, Milestone, Objective, Programme
from patterns.vocabulary import Change, Comparator, Direction, Level, MeasureUnit

# What a file may leave `values` keyed by: a year, a span of years, or `always`.
ALWAYS = "always"
# What stands for all in a table of levels by group.
WHOLE = "chung"
_YEARS = regex.compile(r"(?:(?P<from>(?:19|20)\d\d)-)?(?P<year>(?:19|20)\d\d)")
_NUMBER = r"-?\d+(?:\.\d+)?"
_LEVEL = regex.compile(
    rf"(?:(?P<sign><=|>=|<|>|=)\s*)?(?P<value>{_NUMBER})|(?P<low>{_NUMBER})\s*-\s*(?P<high>{_NUMBER})"
)


def _pattern(value: str) -> str:
    try:
        compiled = regex.compile(value)
    except regex.error as error:
        raise ValueError(
            f"không phải biểu thức chính quy ({error}); hãy sửa lại / no regular expression; mend it"
        ) from error
    if compiled.match("") is not None:
        raise ValueError(
            "khớp cả chuỗi rỗng, tức là mọi chỉ tiêu; hãy viết hẹp hơn / matches nothing at all; narrow it"
        )
    return value


def _words(value: str) -> str:
    if not value.strip() or value != value.lower():
        raise ValueError(
            "phải là chữ thường, không rỗng, vì văn bản được đọc ở dạng chữ thường / write it in lower case"
        )
    return value


def _years(value: Any) -> str:
    said = str(value)
    if said != ALWAYS and _YEARS.fullmatch(said) is None:
        raise ValueError(
            f"khóa phải là năm (2025), khoảng năm (2025-2030) hoặc {ALWAYS} / the key is a year, a span of years or {ALWAYS}"
        )
    return said


def _asked(value: Any) -> tuple[Milestone, ...]:
    """The levels of one year: one for all, or one a group, `chung` for all beside the groups."""
    if isinstance(value, dict):
        if not value:
            raise ValueError("chưa có nhóm nào; viết { nhóm = mức } / no group; write { group = level }")
        return tuple(_level(said, None if group == WHOLE else str(group)) for group, said in value.items())
    return (_level(value, None),)


_SIGNS: dict[str, Comparator] = {sign: sign for sign in get_args(Comparator)}


def _level(value: Any, group: str | None) -> Milestone:
    match = None if isinstance(value, bool) else _LEVEL.fullmatch(str(value).strip())
    if match is None:
        where = f"nhóm / group {group!r}: " if group else ""
        raise ValueError(
            f'{where}{value!r} không phải mức; viết 65, "< 9.5" hoặc "2-3" (dấu chấm thập phân) / no level; write 65, "< 9.5" or "2-3"'
        )
    if match["low"] is not None:
        return Milestone("range", float(match["low"]), value_high=float(match["high"]), group=group)
    return Milestone(_SIGNS[match["sign"] or "="], float(match["value"]), group=group)


Pattern = Annotated[str, AfterValidator(_pattern)]
Words = Annotated[str, AfterValidator(_words)]
Text = Annotated[str, Field(min_length=1)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Years = Annotated[str, BeforeValidator(_years)]
Asked = Annotated[tuple[Milestone, ...], BeforeValidator(_asked)]


class Table(BaseModel):
    """A table of the file: no other keys, no value read as what it is not."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


class Head(Table):
    """`[programme]`."""

    id: Id
    number: Text
    issued_on: date
    issuer: Text
    kind_vi: Text
    kind_en: Text
    title_vi: Text
    title_en: Text
    period: Annotated[list[StrictInt], Field(min_length=2, max_length=2)]
    called: list[Words] = []
    parts: list[Words] = []
    subject_ends: list[Words] = []
    supplements: Id | None = None
    sources: list[Text] = []
    looked_for_successor: date | None = None


class ObjectiveTable(Table):
    """`[objectives.1]`."""

    name_vi: Text
    name_en: Text


class IndicatorTable(Table):
    """`[indicators.1]`."""

    objective: StrictInt
    name_vi: Text
    name_en: Text
    lead: list[Words] = []


class MeasureTable(Table):
    """`[measures.3a]`."""

    indicator: StrictInt
    name_vi: Text
    name_en: Text
    short_vi: Text | None = None
    direction: Direction
    unit: MeasureUnit
    per: Annotated[StrictInt, Field(gt=1)] | None = None
    per_year: StrictBool = False
    change: Change | None = None
    levels: Annotated[list[Level], Field(min_length=1)] = ["province", "district", "commune"]
    of: Level | None = None
    part_of: str | None = None
    below: str | None = None
    surveyed: StrictBool = False
    same_as: list[Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*:\S+$")]] = []
    sources: list[StrictInt] = []
    values: Annotated[dict[Years, Asked], Field(min_length=1)]
    key: Annotated[list[Words], Field(min_length=1)]
    all: list[Pattern] = []
    none: list[Pattern] = []
    near: list[Pattern] = []


Number = Annotated[str, Field(pattern=r"^[1-9]\d*$")]


class ProgrammeFile(Table):
    """The whole file."""

    programme: Head
    objectives: dict[Number, ObjectiveTable]
    indicators: dict[Number, IndicatorTable]
    measures: Annotated[dict[Text, MeasureTable], Field(min_length=1)]

    def programme_of(self, text: str) -> Programme:
        """The programme that the file describes."""
        head = self.programme.model_dump(exclude={"period", "called", "parts", "subject_ends", "sources"})
        return Programme(
            **head,
            period=(self.programme.period[0], self.programme.period[1]),
            objectives=tuple(Objective(int(n), row.name_vi, row.name_en) for n, row in self.objectives.items()),
            indicators=tuple(
                Indicator(int(n), row.objective, row.name_vi, row.name_en, tuple(row.lead))
                for n, row in self.indicators.items()
            ),
            measures=tuple(_measure(code, row) for code, row in self.measures.items()),
            called=tuple(self.programme.called),
            parts=tuple(self.programme.parts),
            subject_ends=tuple(self.programme.subject_ends),
            sources=tuple(self.programme.sources),
            text=text,
        )


def _measure(code: str, row: MeasureTable) -> Measure:
    plain = row.model_dump(exclude={"values", "short_vi", "levels", "same_as", "sources", "key", "all", "none", "near"})
    return Measure(
        code=code,
        short_vi=row.short_vi or row.name_vi,
        levels=tuple(level for level in LEVELS if level in row.levels),
        milestones=tuple(_dated(years, one) for years, found in row.values.items() for one in found),
        same_as=tuple(row.same_as),
        sources=tuple(row.sources),
        key=tuple(row.key),
        all=tuple(row.all),
        none=tuple(row.none),
        near=tuple(row.near),
        **plain,
    )


def _dated(years: str, milestone: Milestone) -> Milestone:
    match = _YEARS.fullmatch(years)
    return Milestone(
        milestone.comparator,
        milestone.value,
        year=int(match["year"]) if match else None,
        year_from=int(match["from"]) if match and match["from"] else None,
        value_high=milestone.value_high,
        group=milestone.group,
    )
