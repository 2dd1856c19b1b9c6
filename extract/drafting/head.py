"""The head of a drafted programme: what the decision says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from extract.records import Document, Plan
from patterns import drafting, spelling
from patterns.fold import slug


@dataclass(kw_only=True)
class Head:
    """`[programme]`; `doubts` has the reason for each key that a person must look at. `level` is that of the issuer."""

    id: str
    number: str
    issued_on: date
    issuer: str
    kind_vi: str
    kind_en: str
    title_vi: str
    period: tuple[int, int]
    level: str | None
    supplements: str | None = None
    doubts: dict[str, str] = field(default_factory=dict)


def head_of(plan: Plan, years: Sequence[int]) -> Head:
    """The head, `years` being those of the targets: they bound the period where the title names none."""
    document = plan.document
    doubts: dict[str, str] = {}
    issued_on = _day(document, years, doubts)
    number = document.number or document.symbol or "?"
    if document.number is None:
        doubts["number"] = "văn bản chưa có số / the document has no number"
    if document.issuer is None:
        doubts["issuer"] = "không đọc được cơ quan ban hành / the issuer was not read"
    title = _title(document, doubts)
    kind_vi, kind_en = _kind(title, document, doubts)
    for name in document.doubts:
        doubts.setdefault(name, "đọc được theo hai cách / read in two ways")
    return Head(
        id=_identity(document, number, issued_on),
        number=number,
        issued_on=issued_on,
        issuer=document.issuer or "?",
        kind_vi=kind_vi,
        kind_en=kind_en,
        title_vi=title,
        period=_period(document, issued_on, years, doubts),
        level=document.level,
        doubts=doubts,
    )


def _identity(document: Document, number: str, issued_on: date) -> str:
    """In addresses: type, number and year of what the nation issues; the plan's own readable name of what a locality does."""
    if document.level in (None, "central"):
        running, _, symbol = number.partition("/")
        words = slug(f"{symbol.split('-')[0]} {running}") or "van-ban"
    else:
        words = (document.slug or slug(f"{document.issuer} {number}")).removesuffix(f"-{issued_on.year}")
    return f"{words}-{issued_on.year}"


def _day(document: Document, years: Sequence[int], doubts: dict[str, str]) -> date:
    said = document.issued_on or ""
    try:
        return date.fromisoformat(said)
    except ValueError:
        doubts["issued_on"] = "văn bản không ghi đủ ngày, tháng, năm / the document names no full day"
    year, _, month = said.partition("-")
    first = document.period_start or min(years, default=date.min.year)
    return date(int(year) if year.isdigit() else first, int(month[:2]) if month[:2].isdigit() else 1, 1)


def _title(document: Document, doubts: dict[str, str]) -> str:
    if document.title is None:
        doubts["title_vi"] = "không đọc được tên văn bản / the title was not read"
        return document.number or "?"
    words = drafting.ISSUES.sub("", document.title).strip(" .") or document.title
    return words[:1].upper() + words[1:]


def _kind(title: str, document: Document, doubts: dict[str, str]) -> tuple[str, str]:
    low = spelling.lower(spelling.view(title))
    for kind, english in drafting.KINDS.items():
        if low.startswith(kind):
            return kind[:1].upper() + kind[1:], english
    doubts["kind_vi"] = (
        f"tên văn bản không nói đó là gì / the title does not say what it is ({document.doc_type or '?'})"
    )
    return "Chương trình", "programme"


def _period(document: Document, issued_on: date, years: Sequence[int], doubts: dict[str, str]) -> tuple[int, int]:
    start, end = document.period_start, document.period_end
    if start is not None and end is not None:
        return start, end
    doubts["period"] = "tên văn bản không nêu giai đoạn / the title names no period"
    first = start or issued_on.year
    return first, max([first, *([end] if end else []), *years])
