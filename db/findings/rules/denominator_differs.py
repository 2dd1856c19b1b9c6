"""Denominators that differ: a rate in every 4.000 or 10.000 where the programme counts in every 100.000, or two totals for one kind of unit.

Found: `3/4.000`, whose converted value is shown; `14/16 xã` in one place and `12/15 xã` in another; `8/11 thôn` where the plan says that its
commune has ten (`Xã có 10 thôn.`), and `tại cả 9 thôn`, `12 thôn` there. Left alone: totals of groups that differ, of a part of the units (`10 thôn
đặc biệt khó khăn`), and of units that were.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

import regex

from db.comparison.stances import number
from db.findings import wholes
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import said_vi, value_en, value_in_words, year_vi
from patterns import places


def findings_in(plan: Facts) -> Iterator[Finding]:
    """Findings of both kinds."""
    yield from _rates(plan)
    yield from _totals(plan)


def _rates(plan: Facts) -> Iterator[Finding]:
    """A finding for each rate whose denominator is not the programme's; the converted value stands beside it."""
    for row in plan.comparisons:
        if row["said_unit"] != "per" or row["unit"] != "per" or row["conversion"] is None:
            continue
        converted = value_in_words(row["value"], comparator=row["comparator"], unit=row["unit"], per=row["per"])
        yield Finding(
            **evidence(row | {"id": row["target"]}),
            subject=f"{row['measure']} {row['year'] or ''}".strip(),
            found=value_en(row["said_value"], unit="per", per=row["said_per"], year=row["year"]),
            expected=f"a rate per {row['per']} ({value_en(row['value'], unit='per', per=row['per'])})",
            message_vi=(
                f"{row['short_vi']}{year_vi(row['year'])}: tính trên {number(float(row['said_per']))} trong khi "
                f"{row['decision_vi']} tính trên {number(float(row['per']))}; {said_vi(row)} tương đương {converted}."
            ),
            message_en=f"{row['name_en']}: counted per {row['said_per']}, {row['decision_en']} counts per {row['per']}.",
            suggestion_vi=f"{_misprint_vi(row)}Tính thống nhất trên {number(float(row['per']))}: {converted}.",
            basis_vi=f"{row['decision_vi']}, chỉ tiêu {row['measure']}",
            programme=row["programme"],
        )


def _misprint_vi(row: Row) -> str:
    """What to write where only the denominator seems to be wrong: the figure itself is near what the programme asks."""
    asked, said = row["asked_value"], row["said_value"]
    if not asked or not said or not 0.5 <= said / asked <= 2:
        return ""
    meant = value_in_words(said, comparator=row["comparator"], unit="per", per=row["per"])
    return f"Kiểm tra mẫu số: có thể là {meant}. "


def _totals(plan: Facts) -> Iterator[Finding]:
    """A finding for each kind of unit that the plan has two numbers of; what it says of the whole counts before what it says most often."""
    of_units = [row for row in plan.targets if row["total"] and row["unit"] == "count"]
    whole = wholes.stated(plan)
    beside: dict[tuple[str, float], Row] = {}
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in of_units:
        of = wholes.said_of(whole, _words_counted(row))
        if of is not None:
            beside.setdefault((of, row["total"]), row)
        elif (kind := _kind(row)) is not None:
            by_kind[kind].append(row)
    for (of, total), row in beside.items():
        said = whole[of]
        if total not in {one.number for one in said}:
            yield _differs(row, said[0].number, said[0].quote)
    if whole:  # else there is nothing that a number could differ from
        yield from _in_prose(plan, whole)
    for kind, found in by_kind.items():
        for group in {row["subgroup"] for row in found}:
            yield from _odd_totals(plan, kind, [row for row in found if row["subgroup"] == group])


def _in_prose(plan: Facts, whole: Mapping[str, list[wholes.Whole]]) -> Iterator[Finding]:
    """A finding for each number of a kind that is called all of them and is not, or is more than there are."""
    seen = set()
    for match in places.NUMBER_OF_KIND.finditer(plan.text):
        of = wholes.name(match["kind"])
        if match["all"] is not None:
            of = wholes.said_of(whole, plan.text[match.start("kind") : match.end() + 60]) or ""
        said = [one.number for one in whole.get(of, ())]
        number_said = wholes.figure(match["number"])
        if not said or number_said in said or (match["all"] is None and number_said < max(said)):
            continue
        start, end = plan.sentence(*match.span())
        quote = plan.text[start:end]
        if (of, number_said) in seen or plan.role_at(start) == "situation" or places.OF_OTHER_UNITS.search(quote):
            continue
        seen.add((of, number_said))
        place: Row = {"quote": quote, "quote_start": start, "quote_end": end, "section": None, "page": None, "id": None}
        yield _differs(place | {"total": number_said, "counted": match["kind"]}, said[0], whole[of][0].quote)


def _odd_totals(plan: Facts, kind: str, found: list[Row]) -> Iterator[Finding]:
    """A finding for each total that is not the one said most often, at its first place; the plan's prose counts too (`có 17 huyện`)."""
    said = Counter(row["total"] for row in found)
    for total in said:
        said[total] += len(regex.findall(rf"(?<![\d/]){total:g}\s{kind}\b", plan.text, regex.IGNORECASE))
    usual = said.most_common(1)[0][0]
    first = next(row for row in found if row["total"] == usual)
    seen = {usual}
    for row in found:
        if row["total"] not in seen:
            seen.add(row["total"])
            yield _differs(row, usual, first["quote"])


def _differs(row: Row, usual: float, against: str) -> Finding:
    kind = _kind(row) or "đơn vị"
    match = places.KIND_OF_UNIT.match(_words_counted(row)) or places.KIND_OF_UNIT.fullmatch(str(row["counted"] or ""))
    written = match.group() if match is not None else kind
    return Finding(
        **evidence(row),
        subject=f"total {kind}",
        found=f"{row['total']:g} {kind}",
        expected=f"{usual:g} {kind}",
        message_vi=f"Tổng số {written} không thống nhất: {number(row['total'])} ở đây, {number(usual)} ở chỗ khác.",
        message_en=f"Two totals for one kind of unit: {row['total']:g} here, {usual:g} elsewhere.",
        suggestion_vi=f"Thống nhất tổng số {written}.",
        against_quote=against,
    )


def _words_counted(row: Row) -> str:
    """The words behind the total (`08/11 thôn có …`), else none."""
    match = regex.search(rf"/\s*0*{row['total']:g}\s+(?=\p{{L}})", row["quote"])
    return str(row["quote"][match.end() :]) if match is not None else ""


def _kind(row: Row) -> str | None:
    """What kind of unit the total counts."""
    match = places.KIND_OF_UNIT.search(str(row["counted"] or "")) or places.KIND_OF_UNIT.match(_words_counted(row))
    return match.group().lower() if match else None


RULE = Rule(
    code="denominator-differs",
    severity="warning",
    name_vi="mẫu số hoặc tổng số không thống nhất",
    name_en="denominators or totals differ",
    findings_in=findings_in,
)
