"""A misreading that may change meaning: `l00%`, `2023- 030`, a number that two readings of a scan disagree about."""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Rule

# Codes of the extraction's warnings that speak of letters and digits misread.
CODES = ("misread-number", "misread-year", "misread-date", "ocr-number", "suspect-reading")


def find(plan: Facts) -> Iterator[Finding]:
    """A finding for each doubtful reading."""
    for row in plan.warnings:
        if row["code"] in CODES:
            yield Finding(
                subject=row["quote"] or row["code"],
                quote=row["quote"],
                quote_start=row["quote_start"],
                quote_end=row["quote_end"],
                found=row["quote"],
                expected="a number",
                message_vi=f"Có thể nhận dạng nhầm chữ hoặc số: «{row['quote']}».",
                message_en="Letters or digits may be misread.",
                suggestion_vi="Đối chiếu với bản gốc.",
            )


RULE = Rule(
    code="suspect-reading",
    severity="notice",
    name_vi="có thể nhận dạng nhầm",
    name_en="may be misread",
    find=find,
)
