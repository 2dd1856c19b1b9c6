"""A count called a share, or two totals for one kind of unit.

Found: `tỷ lệ xã … đạt 12 xã` (a share without per cent or total); `14/16 xã` in one place and `12/15 xã` in another. Left
alone: totals of things that differ by year or group, counts with their total.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import regex

from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.stances import number

_SHARE = regex.compile(r"^[^\w]*(?:(?:giảm|tăng|nâng|phấn đấu|duy trì|đạt)\s+)?t[ỷỉ] (?:lệ|suất)", regex.IGNORECASE)
# Units of administration and facilities: what a locality has one number of.
_KINDS = regex.compile(
    r"\b(?:xã, phường, thị trấn|xã, phường|xã, thị trấn|phường, xã|xã|phường|thị trấn|huyện, thị xã, thành phố|huyện|quận|thôn, bản|"
    r"thôn|bản|ấp|tổ dân phố|trạm y tế)\b",
    regex.IGNORECASE,
)


def find(plan: Facts) -> Iterator[Finding]:
    """Findings of both kinds."""
    for row in plan.targets:
        if row["unit"] == "count" and row["total"] is None and row["value"] is not None and _SHARE.match(row["quote"]):
            yield Finding(
                **evidence(row),
                subject=f"share {row['key']}",
                found=f"{row['value']:g} {row['counted'] or ''}".strip(),
                expected="a percentage, or a count with its total",
                message_vi=f"Gọi là tỷ lệ nhưng ghi số lượng ({number(row['value'])}), không có đơn vị % hoặc tổng số.",
                message_en="Called a rate, and given as a count without percentage or total.",
                suggestion_vi="Ghi rõ đơn vị % hoặc bổ sung tổng số.",
            )
    yield from _totals(plan)


def _totals(plan: Facts) -> Iterator[Finding]:
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in plan.targets:
        kind = _kind(row)
        if row["total"] and row["unit"] == "count" and kind:
            by_kind[kind].append(row)
    for kind, found in by_kind.items():
        first = found[0]
        for row in found[1:]:
            if row["total"] != first["total"] and row["subgroup"] == first["subgroup"]:
                yield Finding(
                    **evidence(row),
                    subject=f"total {kind}",
                    found=f"{row['total']:g} {kind}",
                    expected=f"{first['total']:g} {kind}",
                    message_vi=f"Tổng số {kind} không thống nhất: {number(row['total'])} ở đây, {number(first['total'])} ở chỗ khác.",
                    message_en=f"Two totals for one kind of unit: {row['total']:g} here, {first['total']:g} elsewhere.",
                    suggestion_vi=f"Thống nhất tổng số {kind}.",
                    against_quote=first["quote"],
                )


def _kind(row: Row) -> str | None:
    """What kind of unit the total counts, as far as one word says it."""
    match = _KINDS.search(str(row["counted"] or ""))
    return match.group().lower() if match else None


RULE = Rule(
    code="unit-mismatch",
    severity="warning",
    name_vi="đơn vị tính hoặc tổng số không thống nhất",
    name_en="unit or total does not fit",
    find=find,
)
