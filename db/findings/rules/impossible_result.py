"""What was reached cannot be: a share above 100 %, a rate above its denominator, a part above its whole, a total that falls away.

A part is above its whole where its numerator is above its denominator, or where one measure counts a part of another and is above it in the same
year. A total falls away where the denominator of a measure is less than half of that of the year before: the two years count different things.
Left alone: changes, and what is summed up from units of which some are missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.comparison.stances import number
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule
from db.findings.wording import value_vi

# How much of the denominator of the year before must be left.
_HALF = 0.5


def findings_in(plan: Facts) -> Iterator[Finding]:
    """Findings of all kinds, in the order of the plan's measures."""
    known = [row for row in plan.reached if row["reason"] != "incomplete"]
    by_measure = {
        (row["programme"], row["measure"], row["subgroup"], row["year"]): row for row in known if row["measure"]
    }
    before: dict[object, Row] = {}
    for row in known:
        series = (row["programme"], row["measure"], row["subject"], row["subgroup"])
        said = _wrong(
            row, by_measure.get((row["programme"], row["part_of"], row["subgroup"], row["year"])), before.get(series)
        )
        if said is not None:
            yield _finding(row, *said)
        if row["denominator"]:
            before[series] = row


def _wrong(row: Row, whole: Row | None, before: Row | None) -> tuple[str, str, str] | None:
    """What is wrong with a value, in Vietnamese and English, and what could be."""
    value = value_vi(row["value"], unit=row["unit"], per=row["per"])
    if row["unit"] == "percent" and row["value"] > 100 and row["change"] is None:
        return f"tỷ lệ {value} vượt quá 100%", "a share above 100 per cent", "at most 100%"
    if row["unit"] == "per" and row["per"] and row["value"] > row["per"]:
        return f"tỷ suất {value} lớn hơn mẫu số", "a rate above its denominator", "at most the denominator"
    if (
        row["denominator"]
        and row["numerator"] is not None
        and row["numerator"] > row["denominator"]
        and row["change"] is None
    ):
        said = f"{number(row['numerator'])}/{number(row['denominator'])}"
        return f"tử số lớn hơn mẫu số: {said}", "a part above its whole", "at most the whole"
    if whole is not None and row["value"] > whole["value"]:
        of = value_vi(whole["value"], unit=whole["unit"], per=whole["per"])
        return (
            f"{value} lớn hơn {of} của {whole['name'].lower()}, trong khi là một phần",
            "above the measure that it is a part of",
            of,
        )
    if before is not None and row["denominator"] and row["denominator"] < _HALF * before["denominator"]:
        said = f"mẫu số giảm từ {number(before['denominator'])} năm {before['year']} xuống {number(row['denominator'])}"
        return said, "the total falls to less than half", "a total like that of the year before"
    return None


def _finding(row: Row, vi: str, en: str, expected: str) -> Finding:
    return Finding(
        subject=" ".join(
            str(part) for part in (row["measure"] or row["subject"], row["subgroup"], row["year"]) if part
        ),
        record=row["result"],
        found=f"{row['value']:g}",
        expected=expected,
        message_vi=f"{row['name']}, kết quả năm {row['year']}: {vi}.",
        message_en=f"Reached in {row['year']}: {en}.",
        suggestion_vi="Kiểm tra lại số liệu với cơ quan cung cấp.",
        programme=row["programme"],
        against=row["result_document"],
        against_quote=row["quote"],
    )


RULE = Rule(
    code="impossible-result",
    severity="warning",
    name_vi="kết quả không thể có",
    name_en="impossible result",
    findings_in=findings_in,
)
