"""A value that cannot be: a share above 100 % (`trên 100%`), a part above its whole, a range upside down.

A part is above its whole where both count one thing (`120 lượt, trong đó 150 lượt`). Found also: deaths of newborns above those under one year,
those above under five, of the same year. Left alone: changes (`tăng 120%`), and a share of a part (`trong đó 60% là nữ`), which may be above the
share of the whole; growth, indexes, gross rates of going to school and what is held against a plan, a norm or another year (`107,2%`); ratios of
one kind to a hundred of another (`111 bé trai/100 bé gái`).
"""

from __future__ import annotations

from collections.abc import Iterator

from db.comparison.stances import number
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import value_en, value_in_words, value_vi, year_vi
from patterns import plausible, subjects


def findings_in(plan: Facts) -> Iterator[Finding]:
    """Findings of all kinds."""
    for row in plan.targets:
        if row["value"] is not None:
            yield from _alone(row)
    yield from _parts(plan)
    yield from _counted_parts(plan)


def _counted_parts(plan: Facts) -> Iterator[Finding]:
    """Counts behind `trong đó` above the count before it, of which they are a part."""
    counts = [
        row for row in plan.targets if row["unit"] == "count" and row["value"] is not None and row["total"] is None
    ]
    for part in counts:
        for whole in counts:
            if part["value"] > whole["value"] and _tells_part(plan, whole, part):
                said = f"{number(part['value'])} > {number(whole['value'])}"
                yield _finding(
                    part, f"{part['value']:g}", f"at most {whole['value']:g}",
                    f"Số của một phần lớn hơn số chung: {said}.", "A part above its whole.",
                )  # fmt: skip


def _tells_part(plan: Facts, whole: Row, part: Row) -> bool:
    """Whether `trong đó` right behind a whole begins the words of a part."""
    end = whole["quote_start"] + len(whole["quote"])
    between = subjects.OF_THESE.match(plan.text, end)
    if between is None or part["quote_end"] <= end:
        return False
    return not plan.text[between.end() : part["quote_start"]].strip()


def _alone(row: Row) -> Iterator[Finding]:
    top = row["value_high"] if row["value_high"] is not None else row["value"]
    if plausible.PER_HUNDRED_OTHERS.search(row["quote"]):
        return
    grows = plausible.MAY_EXCEED.search(row["quote"]) is not None
    above_all = top > 100 or (top == 100 and row["comparator"] == ">")
    if row["unit"] == "percent" and row["change"] is None and above_all and not grows:
        said = value_in_words(top, comparator=">" if top == 100 else None, unit="percent")
        yield _finding(row, f"{top:g}%", "at most 100%", f"Tỷ lệ {said} vượt quá 100%.", "A share above 100 per cent.")
    if row["total"] is not None and row["value"] > row["total"]:
        said = f"{number(row['value'])}/{number(row['total'])}"
        yield _finding(
            row, f"{row['value']:g}/{row['total']:g}", "at most the total",
            f"Số đạt được lớn hơn tổng số: {said}.", "More than the total.",
        )  # fmt: skip
    if row["unit"] == "per" and row["per"] and top > row["per"]:
        said = value_vi(top, unit="per", per=row["per"])
        yield _finding(
            row, value_en(top, unit="per", per=row["per"]), "at most the denominator",
            f"Tỷ suất lớn hơn mẫu số: {said}.", "A rate above its denominator.",
        )  # fmt: skip
    if row["value_high"] is not None and row["value_high"] < row["value"]:
        span = f"{number(row['value'])}–{number(row['value_high'])}"
        yield _finding(
            row, f"{row['value']:g} to {row['value_high']:g}", "a range from low to high",
            f"Khoảng giá trị bị ngược: {span}.", "A range upside down.",
        )  # fmt: skip


def _finding(row: Row, found: str, expected: str, vi: str, en: str) -> Finding:
    return Finding(
        **evidence(row),
        subject=f"{row['measure'] or row['key']} {row['year'] or ''}".strip(),
        found=found,
        expected=expected,
        message_vi=vi,
        message_en=en,
        suggestion_vi="Kiểm tra lại số liệu.",
    )


def _parts(plan: Facts) -> Iterator[Finding]:
    values = {
        (row["programme"], row["measure"], row["year"]): row
        for row in reversed(plan.comparisons)
        if row["value"] is not None
        and row["match"] != "near"
        and row["said_change"] is None
        and row["subgroup"] is None
    }
    for (programme, measure, year), part in values.items():
        whole = values.get((programme, part["part_of"] or "", year))
        if whole is not None and part["value"] > whole["value"]:
            yield Finding(
                **evidence(part | {"id": part["target"]}),
                subject=f"{measure} above {part['part_of']} {year or ''}".strip(),
                found=value_en(part["value"], unit=part["unit"], per=part["per"], year=year),
                expected=f"at most {value_en(whole['value'], unit=whole['unit'], per=whole['per'], year=year)}",
                message_vi=f"{part['short_vi']} lớn hơn {whole['short_vi'].lower()}{year_vi(year)}, trong khi là một phần của chỉ số đó.",
                message_en=f"{part['name_en']} above {whole['name_en']}, of which it is a part.",
                suggestion_vi="Kiểm tra lại số liệu.",
                against_quote=whole["quote"],
                programme=programme,
            )


RULE = Rule(
    code="impossible-value",
    severity="error",
    name_vi="giá trị không thể có",
    name_en="impossible value",
    findings_in=findings_in,
)
