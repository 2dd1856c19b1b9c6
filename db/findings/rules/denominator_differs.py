"""A rate in every 4.000 or 10.000 where the programme counts in every 100.000: numbers that cannot be read side by side."""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Rule, evidence
from db.findings.wording import said_vi, value_en, value_vi, year_vi
from db.stances import number, unit_words


def find(plan: Facts) -> Iterator[Finding]:
    """A finding for each rate whose denominator is not the programme's; the converted value stands beside it."""
    for row in plan.comparisons:
        if row["said_unit"] != "per" or row["unit"] != "per" or row["conversion"] is None:
            continue
        converted = value_vi(row["value"], comparator=row["comparator"], unit=row["unit"], per=row["per"])
        yield Finding(
            **evidence(row | {"id": row["target"]}),
            subject=f"{row['measure']} {row['year'] or ''}".strip(),
            found=value_en(row["said_value"], unit="per", per=row["said_per"], year=row["year"]),
            expected=f"a rate per {row['per']} ({value_en(row['value'], unit='per', per=row['per'])})",
            message_vi=(
                f"{row['short_vi']}{year_vi(row['year'])}: tính trên {number(float(row['said_per']))} trong khi Quyết định "
                f"{row['programme_number']} tính trên {number(float(row['per']))}; {said_vi(row)} tương đương {converted}."
            ),
            message_en=f"{row['name_en']}: counted per {row['said_per']}, the programme counts per {row['per']}.",
            suggestion_vi=f"Quy đổi thống nhất theo mẫu số{unit_words('per', row['per'])}: {converted}.",
            basis_vi=f"Quyết định số {row['programme_number']}, chỉ tiêu {row['measure']}",
        )


RULE = Rule(
    code="denominator-differs",
    severity="warning",
    name_vi="mẫu số khác với Chương trình",
    name_en="denominator differs from the programme's",
    find=find,
)
