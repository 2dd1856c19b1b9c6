"""What people read on the terminal of comparisons and findings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from rich import box
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from corpus.programme import Measure, Milestone
from db.findings.wording import value_vi
from db.views import words

Row = dict[str, Any]


def shorten(text: str, length: int) -> str:
    """A text cut behind a word where it is longer than that many characters."""
    return text if len(text) <= length else text[: text.rfind(" ", 0, length)] + " …"


# --- comparison ------------------------------------------------------------------------------------------------------


def value_words(row: Row, prefix: str = "") -> str:
    """A value as people write it: `<9,5/1.000`, `2–3%`; `prefix` chooses the programme's columns."""
    value, high, comparator = (row.get(f"{prefix}{name}") for name in ("value", "value_high", "comparator"))
    if value is None:
        return ""
    return value_vi(value, high=high, comparator=comparator, unit=row["unit"], per=row["per"])


def level_words(measure: Measure, level: Milestone) -> str:
    """What a programme asks by a year: `2025 <9,5/1.000`, `2030 (nông thôn) 5%`."""
    years = f"{level.year_from}–{level.year}" if level.year_from else str(level.year or "")
    group = f"({level.group})" if level.group else ""
    row = {name: getattr(level, name) for name in ("value", "value_high", "comparator")}
    row |= {"unit": measure.unit, "per": measure.per}
    return " ".join(part for part in (years, group, value_words(row)) if part)


def comparison_tables(
    found: Sequence[Row], milestones: Sequence[Row], width: int, *, programme: Row, against: str = "programme"
) -> list[Table]:
    """The matrix measures × plans, a line a year and group, split into as many tables as the width asks for.

    Args:
        found: rows of the view `comparison`.
        width: characters of a line.
        milestones: what the programmes ask: rows of `milestones` with `unit` and `per` of their measures.
        programme: the row of the programme that plans are held against.
        against: `programme` or `parent`: whose stance is shown.
    """
    plans = {row["plan"]: _plan_head(row) for row in sorted(found, key=lambda row: str(row["plan"]))}
    names = {row["measure"]: row["measure_vi"] for row in found}
    lines = _lines(found, [row for row in milestones if row["measure"] in names])
    cells: dict[tuple[str, Line, str], list[str]] = defaultdict(list)
    for row in found:
        if row["stance"] == "absent":
            for line in lines[row["measure"]]:
                cells[row["measure"], line, row["plan"]] = [_mark("absent", "")]
        else:
            cells[row["measure"], _line(row), row["plan"]].append(_cell(row, against))
    asked = {(row["measure"], (row["year"], row["subgroup"])): value_words(row) for row in milestones}
    each = max(1, (width - _FIXED_WIDTH) // _PLAN_WIDTH)
    slugs = list(plans)
    return [
        _comparison_table(
            {slug: plans[slug] for slug in slugs[start : start + each]}, names, lines, cells, asked, programme
        )
        for start in range(0, len(slugs), each)
    ]


# A line of the matrix within a measure: a year and a group.
Line = tuple[int | None, str | None]
_FIXED_WIDTH, _PLAN_WIDTH = 48, 15


def _lines(found: Sequence[Row], milestones: Sequence[Row]) -> dict[str, list[Line]]:
    by_measure: dict[str, set[Line]] = defaultdict(set)
    for row in (*found, *milestones):
        if row.get("stance") != "absent":
            by_measure[row["measure"]].add(_line(row))
    return {
        measure: sorted(lines, key=lambda line: (line[0] or 0, line[1] or "")) for measure, lines in by_measure.items()
    }


def _line(row: Row) -> Line:
    """Where a value stands: a year that only the plan's period gives is left out where the programme names none either."""
    timeless = (
        row.get("year_basis") == "period" and row["programme_value"] is not None and row["programme_year"] is None
    )
    return (None if timeless else row["year"], row["subgroup"])


def _comparison_table(
    plans: dict[str, str],
    names: dict[str, str],
    lines: dict[str, list[Line]],
    cells: dict[tuple[str, Line, str], list[str]],
    asked: dict[tuple[str, Line], str],
    programme: Row,
) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("", no_wrap=True)
    table.add_column("Chỉ tiêu\nMeasure", width=22)
    table.add_column("Năm\nYear", no_wrap=True)
    table.add_column(f"{programme['kind_vi']}\n{programme['kind_en'].capitalize()}", no_wrap=True)
    for head in plans.values():
        table.add_column(head, max_width=_PLAN_WIDTH - 1)
    for code, name in names.items():
        for position, line in enumerate(lines[code]):
            first = position == 0
            label = escape(name) if first else ""
            label += (" " if first else "") + f"[dim]{escape(line[1])}[/]" if line[1] else ""
            table.add_row(
                code if first else "",
                label,
                str(line[0] or ""),
                asked.get((code, line), ""),
                *("\n".join(cells.get((code, line, plan), [])) for plan in plans),
            )
    return table


def _plan_head(row: Row) -> str:
    place = row["commune"] or row["district"] or row["province"] or row["plan"]
    start, end = row["period_start"], row["period_end"]
    period = "" if start is None else str(start) if start == end else f"{start}–{end}"
    return f"{escape(place)}\n{period}"


def _cell(row: Row, against: str) -> str:
    stance = row["stance"] if against == "programme" else row["parent_stance"]
    value = escape(value_words(row))
    return _mark(stance, value) if stance else f"  {value}"


def _mark(stance: str, value: str) -> str:
    word = words.STANCES[stance]
    return f"[{word.colour}]{word.sign} {value}[/]"


def legend() -> str:
    """One line that says what the signs mean."""
    return "  ".join(f"[{word.colour}]{word.sign}[/] {word.short_vi} ({word.en})" for word in words.STANCES.values())


def comparison_summary(found: Sequence[Row], programme: Row) -> list[str]:
    """A line a plan: how many values are stricter, equal, weaker; and each that is weaker, with what is asked.

    Signs stand for the words of `legend`.
    """
    by_plan: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        by_plan[row["plan"]].append(row)
    lines = []
    for plan, mine in sorted(by_plan.items()):
        counted = Counter(row["stance"] for row in mine)
        parts = [
            f"[{word.colour}]{word.sign} {counted[name]}[/]" for name, word in words.STANCES.items() if counted[name]
        ]
        lines.append(f"[bold]{escape(plan)}[/]: " + "  ".join(parts))
        lines += [_weaker(row, programme) for row in mine if row["stance"] == "weaker"]
    return lines


def _weaker(row: Row, programme: Row) -> str:
    asked = value_words(row, "programme_")
    converted = f" ({row['conversion']})" if row["conversion"] else ""
    year = f" năm {row['year']}" if row["year"] else ""
    return (
        f"  [yellow]▼[/] {row['measure']} {escape(row['measure_vi'])}{year}: {escape(value_words(row) + converted)}, "
        f"{programme['kind_vi']} / {programme['kind_en']} {escape(asked)}"
    )


# --- findings --------------------------------------------------------------------------------------------------------


def finding_lines(found: Sequence[Row]) -> Iterator[Padding | str]:
    """Findings grouped by plan: sign, rule and place; what is wrong; the evidence; what to ask for; the same of further reasons."""
    plan = None
    for row in found:
        if row["plan"] != plan:
            if plan is not None:
                yield ""
            plan = row["plan"]
            yield f"[bold]{escape(row['plan'])}[/]  [dim]{escape(shorten(row['plan_title'] or '', 100))}[/]"
        word = words.SEVERITIES[row["severity"]]
        state = words.REVIEW_STATES[row["state"]]
        place = f"  [dim]{escape(row['section'])}[/]" if row["section"] else ""
        decided = f"  [{state.colour}]{state.sign} {state.short_vi}[/]" if row["state"] != "open" else ""
        yield Padding(f"[{word.colour}]{word.sign} {row['rule']}[/]{place}{decided}", (0, 0, 0, 2))
        yield Padding(escape(row["message_vi"]), (0, 0, 0, 4))
        if row["quote"]:
            yield Padding(f"[dim]«{escape(shorten(' '.join(row['quote'].split()), 160))}»[/]", (0, 0, 0, 4))
        for one in (row, *row["others"]):
            if one is not row:
                yield Padding(f"+ {one['rule']}: {escape(one['message_vi'])}", (0, 0, 0, 4))
            if one["suggestion_vi"]:
                yield Padding(f"→ {escape(one['suggestion_vi'])}", (0, 0, 0, 4))


def finding_summary(found: Sequence[Row], checked: int) -> str:
    """One line that counts findings by severity."""
    counted: Counter[str] = Counter(row["severity"] for row in found)
    parts = [
        f"[{word.colour}]{word.sign}[/] {counted[name]} {word.short_vi} ({word.en})"
        for name, word in words.SEVERITIES.items()
    ]
    return f"{checked} kế hoạch / plans: " + ", ".join(parts)
