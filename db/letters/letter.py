"""The comments on a plan as an official letter (*công văn*) with an annex that holds them, as a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from db.letters import layout
from db.letters.annex import Comment, cells, comments, counted
from db.letters.sender import Sender
from db.letters.terms import DOTS, Terms, day_vi, terms_of
from db.views import word

Row = dict[str, Any]

# Letters in the cells of the annex, in points.
_SIZE = 13
_AGENCY = "…………………"
# How a document is cited the first time.
_DECREE = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is of one letter: to whom it goes (the plan's issuer where nobody is named), its number and day, the letter that it answers."""

    to: tuple[str, ...] = ()
    number: str = ""
    day: str | None = None
    request: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The words of a letter: its subject, paragraphs, to whom it goes, and the rows of its annex."""

    terms: Terms
    subject: str
    to: tuple[str, ...]
    paragraphs: tuple[str, ...]
    rows: tuple[Comment, ...]


def letter_of(plan: Row, reasons: Sequence[Row], sender: Sender, details: Details) -> Letter:
    """The letter about a plan (a row of `documents`) that holds some of what was found in it (rows of the view `reason`)."""
    terms = terms_of(plan)
    to = details.to or ((str(plan["issuer"]),) if plan["issuer"] else ())
    agency = sender.agency or _AGENCY
    asked = to[0] if len(to) == 1 else "quý cơ quan"
    subject = f"ý kiến rà soát {terms.short}" if terms.issued else f"góp ý {terms.short}"
    opening = _opening(terms, agency, details)
    rows = tuple(comments(reasons))
    if not reasons:
        paragraphs = [f"{opening} không có {terms.opinion} đối với {terms.this}./."]
    else:
        paragraphs = [
            f"{opening} có ý kiến như sau:",
            f"1. Qua rà soát, {terms.this} có {_sum(reasons, len(rows), terms)}.",
            f"2. Nội dung cụ thể tại Phụ lục kèm theo Công văn này.{_duty(terms)}",
            _closing(terms, agency, asked),
        ]
    return Letter(terms=terms, subject=subject, to=to, paragraphs=tuple(paragraphs), rows=rows)


def _opening(terms: Terms, agency: str, details: Details) -> str:
    if terms.issued:
        return f"Qua rà soát {terms.named}, {agency}"
    request = details.request or f"Công văn số {DOTS}/{DOTS}-{DOTS} {day_vi(None)} của …………………"
    return f"Phúc đáp {request} về việc góp ý {terms.named}, sau khi nghiên cứu, {agency}"


def _sum(reasons: Sequence[Row], rows: int, terms: Terms) -> str:
    """How much there is: as many contents as the annex has rows, with their opinions where one has several."""
    kinds = counted(reasons, terms)
    what = "nội dung cần xem xét" if terms.issued else "nội dung cần góp ý"
    if rows < len(reasons):
        opinions = "; ".join(kind.replace(" nội dung ", " ý kiến ", 1) for kind in kinds)
        return f"{rows:02d} {what} với {len(reasons):02d} ý kiến, gồm: {opinions}"
    if len(kinds) == 1:
        return kinds[0]
    return f"{len(reasons):02d} {what}, gồm: {'; '.join(kinds)}"


def _duty(terms: Terms) -> str:
    if terms.issued:
        return f" Việc đính chính, sửa đổi, thay thế thực hiện theo khoản 3 Điều 18 {_DECREE}."
    return " Đối với nội dung tại cột “Đề nghị giải trình”, đề nghị điều chỉnh hoặc giải trình cụ thể."


def _closing(terms: Terms, agency: str, asked: str) -> str:
    if terms.issued:
        return f"Trên đây là ý kiến rà soát của {agency}, đề nghị {asked} xem xét, xử lý theo quy định./."
    return f"Trên đây là ý kiến góp ý của {agency}, đề nghị {asked} nghiên cứu, tổng hợp, hoàn thiện dự thảo./."


def write(plan: Row, reasons: Sequence[Row], sender: Sender, details: Details, path: Path | BinaryIO) -> Letter:
    """Writes the letter; gives its words."""
    letter = letter_of(plan, reasons, sender, details)
    document = word.new_document(author=sender.agency, title=f"V/v {letter.subject}")
    day = day_vi(details.day)
    layout.head(document, sender, number=details.number, day=day, subject=letter.subject)
    layout.addressed(document, letter.to)
    for words in letter.paragraphs:
        layout.body(document, words, last=words is letter.paragraphs[-1])
    layout.foot(document, sender)
    if letter.rows:
        _annex(document, letter, sender, details)
    word.save(document, path)
    return letter


def _annex(document: Any, letter: Letter, sender: Sender, details: Details) -> None:
    word.new_section(document, sideways=True)
    symbol = f"{details.number or DOTS}/{sender.symbol or f'{DOTS}-{DOTS}'}"
    goes_with = f"Kèm theo Công văn số {symbol} {day_vi(details.day)} của {sender.agency or _AGENCY}"
    layout.annex_head(document, letter.terms.table, goes_with=goes_with)
    table = word.table(document, [width for _, width in letter.terms.columns])
    for cell, (name, _) in zip(word.add_row(table, head=True), letter.terms.columns, strict=True):
        word.fill(cell, [name], size=_SIZE, bold=True, align=word.CENTRE)
    for number, comment in enumerate(letter.rows, 1):
        for place, (cell, words) in enumerate(
            zip(word.add_row(table, whole=False), cells(number, comment, letter.terms), strict=True)
        ):
            word.fill(cell, words.split("\n"), size=_SIZE, align=word.CENTRE if place < 2 else word.LEFT_SIDE)
