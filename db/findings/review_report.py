"""The table that reviewers send back to the authors of a plan (`bảng tổng hợp góp ý`), as a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from db.findings.wording import date_vi
from db.views.word_table import WordTable

Row = dict[str, Any]

# Heads and widths in centimetres.
_COLUMNS = (
    ("STT", 1.0),
    ("Mục/trang", 2.2),
    ("Nội dung trong văn bản", 7.0),
    ("Đề nghị sửa thành", 6.3),
    ("Căn cứ", 4.6),
    ("Tiếp thu/giải trình", 3.6),
)
_SEVERITIES = {"error": "Sai sót", "warning": "Đề nghị giải trình", "notice": "Lưu ý"}


def write(plan: Row, findings: Sequence[Row], path: Path | BinaryIO) -> None:
    """Writes the table of a plan's findings (rows of the view `finding`)."""
    table = WordTable("BẢNG TỔNG HỢP GÓP Ý", _name(plan), _COLUMNS)
    for number, finding in enumerate(findings, 1):
        table.row(_cells(number, finding))
    if not findings:
        table.paragraph("Không có nội dung góp ý.")
    table.save(path)


def _name(plan: Row) -> str:
    number = f" số {plan['number']}" if plan["number"] else ""
    day = f" ngày {date_vi(plan['issued_on'])}" if plan["issued_on"] else ""
    issuer = f" của {plan['issuer']}" if plan["issuer"] else ""
    return f"Văn bản{number}{day}{issuer}: {plan['title'] or plan['slug']}"


def _cells(number: int, finding: Row) -> list[str]:
    place = " / ".join(
        part
        for part in (
            f"Mục {finding['section']}" if finding["section"] else "",
            f"tr. {finding['page']}" if finding["page"] else "",
        )
        if part
    )
    quote = f"«{' '.join(finding['quote'].split())}»\n" if finding["quote"] else ""
    also = f"\n{finding['also_vi']}" if finding["also_vi"] else ""
    said = f"{quote}{_SEVERITIES[finding['severity']]}: {finding['message_vi']}{also}"
    grounds = finding["basis_vi"] or finding["rule_vi"]
    note = f"\nÝ kiến: {finding['note']}" if finding["note"] else ""
    return [
        str(number),
        place or "Toàn văn bản",
        said,
        (finding["suggestion_vi"] or "Rà soát lại.") + note,
        grounds,
        "",
    ]
