"""What one plan says: frozen records that mirror the record format field by field.

Every record of a list carries its evidence (`quote`, `start`, `end`, `page`, `section`),
how sure it is (`confidence`, `ocr`) and a `key` that stays the same over reloading,
re-extraction and small changes elsewhere in the plan. `Plan.to_json()` gives the object
that `kehoach extract` prints.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Annotated, Any, TypeVar

from extract.vocabulary import (
    Change,
    CitationRole,
    Comparator,
    DeadlineKind,
    DutyRole,
    Genre,
    Level,
    Match,
    PlanKind,
    Relation,
    SectionRole,
    Status,
    TargetKind,
    Unit,
)

# What a text field holds, where that is more than words: a day (ISO 8601, reduced where the text is), a rule of recurrence (RFC 5545), the code
# of a measure.
Day = Annotated[str, "date"]
Rule = Annotated[str, "rule"]
MeasureCode = Annotated[str, "measure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a record stands in the plan; offsets are characters of `Plan.text`.

    `doubt` says which words below the record two readings of a scan disagree about: `550 / 560`, several joined by `; `.
    """

    quote: str
    start: int
    end: int
    page: int | None = None
    section: str = ""
    confidence: float = 1.0
    ocr: bool = False
    doubt: str | None = None
    key: str = ""

    def identity(self) -> tuple[object, ...]:
        """What makes the record itself, beside its quote."""
        return ()


AnyRecord = TypeVar("AnyRecord", bound=Evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetAlignment:
    """A measure of a programme that a target corresponds to: `score` 0 to 1, `match` `exact` or `near`."""

    programme: str
    measure: str
    match: Match
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Evidence):
    """One measure, group and year that the plan sets itself.

    `measure`, `match` are those of `programme`: the first of those known that the plan carries out; `alignments` has all of them.
    `clause` has the words of the target's own clause from its subject on, `above` those that stand above it, the nearest first (a lead-in
    line, the parent row of a table, headings): what it takes to say what it means in a programme, without reading the plan again.
    """

    kind: TargetKind
    indicator_no: int | None = None
    objective_no: int | None = None
    comparator: Comparator | None = None
    value: float | None = None
    value_high: float | None = None
    unit: Unit | None = None
    per: int | None = None
    total: float | None = None
    per_year: bool = False
    change: Change | None = None
    year: int | None = None
    year_from: int | None = None
    group: str | None = None
    baseline_value: float | None = None
    baseline_year: int | None = None
    measure: MeasureCode | None = None
    match: Match | None = None
    measure_score: float | None = None
    subject: str | None = None
    counted: str | None = None
    agencies: tuple[str, ...] = ()
    clause: str | None = None
    above: tuple[str, ...] = ()
    programme: str | None = None
    alignments: tuple[TargetAlignment, ...] = ()
    unit_name: str | None = None

    def identity(self) -> tuple[object, ...]:
        place = (self.unit_name,) if self.unit_name is not None else ()
        return (self.kind, self.value, self.value_high, self.year, self.group, *place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Evidence):
    """What was reached of one measure, in a year or from `period_start` to `period_end`.

    `numerator` of `denominator` are what the value was made of, where the words say so (`54/60 xã`, `90% (54/60 xã)`); `estimated` tells that it is
    an estimate (`ước thực hiện`). `source`, `agency` and `note`, `cell` (`Kết quả!F7`) and `as_of`, the last day of the
    figures, are those of a workbook of results.
    """

    comparator: Comparator | None = None
    value: float | None = None
    value_high: float | None = None
    unit: Unit | None = None
    per: int | None = None
    total: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    estimated: bool = False
    year: int | None = None
    period_start: int | None = None
    period_end: int | None = None
    group: str | None = None
    indicator_no: int | None = None
    planned_value: float | None = None
    unit_name: str | None = None
    source: str | None = None
    agency: str | None = None
    cell: str | None = None
    note: str | None = None
    as_of: Day | None = None
    subject: str | None = None
    clause: str | None = None
    above: tuple[str, ...] = ()
    alignments: tuple[TargetAlignment, ...] = ()

    @property
    def kind(self) -> TargetKind:
        """As a target has it: a result has a value."""
        return "quantitative"

    @property
    def change(self) -> None:
        """As a target has it: a result is a level."""
        return None

    def identity(self) -> tuple[object, ...]:
        return (self.value, self.value_high, self.year, self.group, self.unit_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Evidence):
    """A time by which someone must do something; `due` and `start` are ISO 8601, reduced where the text is."""

    kind: DeadlineKind
    due: Day | None = None
    start_date: Day | None = None
    relation: Relation = "by"
    recurrence: Rule | None = None
    actor: str | None = None
    recipient: str | None = None

    def identity(self) -> tuple[object, ...]:
        return (self.due, self.recurrence)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalRef(Evidence):
    """One mention of another document."""

    doc_type: str
    number: str | None = None
    name: str | None = None
    issued_on: Day | None = None
    issuer: str | None = None
    provision: str | None = None
    role: CitationRole = "mention"

    def identity(self) -> tuple[object, ...]:
        return (self.number or self.name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Evidence):
    """One duty laid on the agencies that a heading, or the row of a table, names."""

    agencies: tuple[str, ...]
    role: DutyRole = "implement"
    partners: tuple[str, ...] = ()
    indicators: tuple[int, ...] = ()
    requested: bool = False

    def identity(self) -> tuple[object, ...]:
        return self.agencies


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The head, the signature and the recipients of the plan; `doubts` names fields in doubt."""

    genre: Genre = "plan"
    doc_type: str | None = None
    number: str | None = None
    symbol: str | None = None
    issuer: str | None = None
    level: Level | None = None
    province: str | None = None
    district: str | None = None
    commune: str | None = None
    issued_on: Day | None = None
    title: str | None = None
    period_start: int | None = None
    period_end: int | None = None
    signer: str | None = None
    signer_title: str | None = None
    recipients: tuple[str, ...] = ()
    status: Status = "draft"
    plan_kind: PlanKind | None = None
    issuer_kind: str | None = None
    slug: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceInfo:
    """The file that the plan came from."""

    path: str
    sha256: str
    media_type: str
    pages: int | None
    characters: int
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A node of the outline; `path` is `"I.2.a"`, `role` what it is for."""

    path: str
    label: str
    title: str
    role: SectionRole
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWarning:
    """What looked like a record and was not understood."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that was read from one plan; `records` has those of each type, in reading order, by the type's name."""

    source: SourceInfo
    document: Document
    text: str = ""
    sections: tuple[Section, ...] = ()
    records: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    warnings: tuple[PlanWarning, ...] = ()
    version: str = ""

    @property
    def targets(self) -> tuple[Target, ...]:
        return self._of("targets", Target)

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        return self._of("deadlines", Deadline)

    @property
    def legal_refs(self) -> tuple[LegalRef, ...]:
        return self._of("legal_refs", LegalRef)

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        return self._of("assignments", Assignment)

    @property
    def results(self) -> tuple[Result, ...]:
        return self._of("results", Result)

    def _of(self, name: str, kind: type[AnyRecord]) -> tuple[AnyRecord, ...]:
        return tuple(one for one in self.records.get(name, ()) if isinstance(one, kind))

    def to_json(self, *, with_text: bool = False) -> dict[str, Any]:
        """The plan as the record format prints it; `text` only where it is asked for."""
        out: dict[str, Any] = {"source": asdict(self.source), "document": asdict(self.document)}
        if with_text:
            out["text"] = self.text
        out["sections"] = [asdict(section) for section in self.sections]
        out |= {name: [record_to_json(record) for record in found] for name, found in self.records.items()}
        out["warnings"] = [asdict(warning) for warning in self.warnings]
        out["version"] = self.version
        return out


# A deadline has two starts: where its quote begins, and the first date of its span. The format
# calls the date `start`, so the offset of a deadline's quote is printed as `quote_start`.


def record_to_json(record: Evidence) -> dict[str, Any]:
    """One record as the format names its fields."""
    out = asdict(record)
    if isinstance(record, Deadline):
        out["quote_start"], out["quote_end"] = out.pop("start"), out.pop("end")
        out["start"] = out.pop("start_date")
    return out


def with_keys(records: list[AnyRecord], kind: str) -> tuple[AnyRecord, ...]:
    """The records with their keys: a digest of type, words and identity, numbered where it repeats."""
    seen: dict[str, int] = {}
    out = []
    for record in records:
        words = re.sub(r"\W+", " ", record.quote.casefold()).strip()
        digest = hashlib.blake2b(repr((kind, words, record.identity())).encode(), digest_size=6).hexdigest()
        seen[digest] = seen.get(digest, 0) + 1
        out.append(replace(record, key=digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"))
    return tuple(out)


__all__ = [
    "AnyRecord",
    "Assignment",
    "Deadline",
    "Document",
    "Evidence",
    "LegalRef",
    "Plan",
    "PlanWarning",
    "Result",
    "Section",
    "SourceInfo",
    "Target",
    "TargetAlignment",
    "record_to_json",
    "with_keys",
]
