"""How an office speaks of a draft and of a plan that is issued: the former gets comments (*góp ý*), the latter a review (*ý kiến rà soát*).

What is wrong with an issued document in its form, its technique or its procedure is put right by a letter of its issuer (*đính chính*); what
is wrong with its contents by a document of the same form (*sửa đổi, thay thế*): Nghị định 30/2020/NĐ-CP, Điều 18, khoản 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db.findings.wording import type_vi

Row = dict[str, Any]

# Rules whose findings are slips of form: how documents are cited, words left over, a part of the file that is missing.
SLIPS = frozenset(
    {
        "annex-missing",
        "citation-after-issue",
        "citation-conflict",
        "citation-date",
        "citation-issuer",
        "copied-text",
        "impossible-date",
        "number-differs",
        "suspect-reading",
        "symbol-misprint",
    }
)
# Rules whose findings are about the data or their reading, and not about what the office wrote: sent only where a reviewer accepted them.
OF_THE_DATA = frozenset({"parent-missing", "suspect-reading"})

DOTS = "……"
_UNKNOWN = "…………"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The words of a letter about a plan; `named` is the plan as a sentence names it, `short` as the subject does."""

    issued: bool
    named: str
    short: str
    this: str
    opinion: str
    table: str
    columns: tuple[tuple[str, float], ...]


_DRAFT = (
    ("STT", 1.2), ("Mục, trang", 2.3), ("Nội dung dự thảo", 6.3), ("Ý kiến góp ý", 5.8), ("Đề nghị giải trình", 5.3),
    ("Căn cứ, lý do", 3.8),
)  # fmt: skip
_ISSUED = (
    ("STT", 1.2), ("Mục, trang", 2.3), ("Nội dung văn bản", 6.0), ("Ý kiến rà soát", 5.2), ("Đề nghị đính chính", 3.4),
    ("Đề nghị sửa đổi, thay thế", 3.5), ("Căn cứ, lý do", 3.1),
)  # fmt: skip


def terms_of(plan: Row) -> Terms:
    """The words for a plan (a row of `documents`)."""
    title = str(plan["title"] or "") or f"{type_vi(plan['doc_type']).capitalize()} {_UNKNOWN}"
    if plan["status"] != "issued":
        draft = f"dự thảo {title}"
        return Terms(
            issued=False,
            named=draft,
            short=draft,
            this="dự thảo",
            opinion="ý kiến góp ý",
            table=f"Bảng ý kiến góp ý đối với {draft}",
            columns=_DRAFT,
        )
    kind = type_vi(plan["doc_type"]).capitalize() if plan["doc_type"] else "Văn bản"
    short = f"{kind} số {plan['number'] or DOTS}"
    return Terms(
        issued=True,
        named=f"{short} {day_vi(plan['issued_on'])} của {plan['issuer'] or _UNKNOWN} {_after_type(title, kind)}".strip(),
        short=short,
        this=f"{kind} số {plan['number'] or DOTS}",
        opinion="ý kiến rà soát",
        table=f"Bảng ý kiến rà soát đối với {short}",
        columns=_ISSUED,
    )


def _after_type(title: str, kind: str) -> str:
    """A title behind its number: the word for its type is said already, what it is about follows `về`.

    >>> _after_type("Kế hoạch hành động vì trẻ em năm 2023", "Kế hoạch"), _after_type("Kế hoạch", "Kế hoạch")
    ('về hành động vì trẻ em năm 2023', '')
    >>> _after_type("Kế hoạch về việc tổ chức Tháng hành động", "Kế hoạch"), _after_type("Bảo vệ trẻ em", "Kế hoạch")
    ('về việc tổ chức Tháng hành động', '(Bảo vệ trẻ em)')
    """
    if not title.casefold().startswith(kind.casefold()):
        return f"({title})"
    about = title[len(kind) :].strip(" :")
    return about if not about or about.casefold().startswith("về ") else f"về {about}"


def day_vi(iso: str | None) -> str:
    """A day as a document writes it: days below 10 and the months 1 and 2 have a zero before them; dots for what is not known.

    >>> day_vi("2021-03-08"), day_vi("2021-02"), day_vi(None)
    ('ngày 08 tháng 3 năm 2021', 'ngày …… tháng 02 năm 2021', 'ngày …… tháng …… năm ……')
    """
    year, month, day = [*(iso or "").split("-"), "", ""][:3]
    said = f"{int(month):02d}" if month and int(month) < 3 else str(int(month)) if month else DOTS
    return f"ngày {day or DOTS} tháng {said} năm {year or DOTS}"
