"""The matrix of the comparison: rows of measures, their groups by objective, cells as HTML, what a folded objective shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from db.site import shown
from db.site.page import Page
from db.views import words

Row = dict[str, Any]

# Digits after the comma in a cell, so that 13 communes of 17 are `76,47 %`; the evidence has the value as it was read.
_DIGITS = 2

# What is counted of an objective that is folded.
_COUNTED = ("stricter", "equal", "weaker")


def measure_rows(programme: list[Row], values: list[Row], *, only: str = "", year: int | None = None) -> list[Row]:
    """A row a measure, with what the programme asks; of one stance alone where `only` says so."""
    by_measure: dict[str, list[Row]] = defaultdict(list)
    for row in programme:
        by_measure[row["measure"]].append(row)
    wanted = {row["measure"] for row in values if row["stance"] == only} if only else set(by_measure)
    return [
        {**asked[0], "asked": [one for one in asked if year is None or one["year"] in (None, year)] or asked}
        for code, asked in by_measure.items()
        if code in wanted
    ]


def by_objective(rows: list[Row]) -> list[tuple[Row, list[Row]]]:
    """The rows in groups of one objective, each with its first row (for the names)."""
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["objective"]].append(row)
    return [(group[0], group) for group in groups.values()]


def timeless(row: Row) -> bool:
    """Whether the year is only the plan's last and the programme names none either."""
    return row["year_basis"] == "period" and bool(row["due"]) and row["programme_year"] is None


@dataclass(frozen=True, slots=True)
class Matrix:
    """The cells of some plans: the values of each measure and plan as HTML, and how many there are of a stance by objective.

    Built here and not in the template: forty columns hold some three thousand values.
    """

    cells: dict[tuple[str, str], Markup]
    counts: dict[tuple[Any, str], Counter[str]]

    def row(self, measure: str, plans: Collection[Row]) -> Markup:
        """The cells of a measure, plan by plan."""
        return Markup("").join(self.cell(measure, plan) for plan in plans)

    def cell(self, measure: str, plan: Row) -> Markup:
        """One cell."""
        return Markup("<td>{}</td>").format(self.cells.get((measure, plan["plan"]), ""))

    def counted(self, objective: Any, plan: Row) -> dict[str, int]:
        """What a folded objective shows of a plan."""
        found = self.counts.get((objective, plan["plan"]), Counter())
        return {stance: found[stance] for stance in _COUNTED}


def matrix(page: Page, plans: list[Row], values: list[Row], measures: list[Row], selected: str) -> Matrix:
    """The cells of some plans (rows of `compare_plans`) with their values (`compare_cells`)."""
    thematic = {plan["plan"] for plan in plans if plan["plan_kind"] == "thematic"}
    objective = {row["measure"]: row["objective"] for row in measures}
    grouped: dict[tuple[str, str], list[Row]] = defaultdict(list)
    counts: dict[tuple[Any, str], Counter[str]] = defaultdict(Counter)
    for row in values:
        if row["measure"] in objective:
            grouped[row["measure"], row["plan"]].append(row)
            counts[objective[row["measure"]], row["plan"]][row["stance"]] += 1
    signs = {code: (word.sign, escape(page.say(word.short_vi, word.en))) for code, word in words.STANCES.items()}
    silent = words.SILENCES["thematic"]
    unsaid = Markup('<span class="v s-thematic" title="{0}">{1}<b class="vh">{0}</b></span>').format(
        page.say(silent.vi, silent.en), silent.sign
    )
    cells = {
        key: unsaid
        if key[1] in thematic and rows[0]["stance"] == "absent"
        else Markup(_cell(page, rows, signs, selected))  # noqa: S704 (every part is escaped)
        for key, rows in grouped.items()
    }
    return Matrix(cells, counts)


def _cell(page: Page, rows: list[Row], signs: dict[str, tuple[str, Markup]], selected: str) -> str:
    parts = []
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        sign, said = signs[row["stance"]]
        if row["stance"] == "absent":
            parts.append(f'<span class="v s-absent" title="{said}"><i>{sign}</i><b class="vh">{said}</b></span>')
            continue
        value = escape(shown.value(row, lang=page.lang, digits=_DIGITS)) or f"<small>{said}</small>"
        group = f" <small>{escape(row['subgroup'])}</small>" if row["subgroup"] else ""
        year = f"<u>{row['year']}</u> " if row["year"] and not timeless(row) else ""
        mark = ' <small class="corrected">✎</small>' if row["corrected"] else ""
        current = ' aria-current="true"' if row["id"] == selected else ""
        parts.append(
            f'<button class="v s-{row["stance"]}" name="cell" value="{row["id"]}"{current}>{year}<i title="{said}">{sign}</i>'
            f'<b class="vh">{said}</b> {value}{group}{mark}</button>{_sentence(page, row) if after is None or after["quote"] != row["quote"] else ""}'
        )
    return "".join(parts)


def _sentence(page: Page, row: Row) -> str:
    """The sentence of values, once below them, where the page shows so few measures that there is room for it."""
    if not row["quote"]:
        return ""
    address = page.url(f"/plans/{row['plan']}") + f"#r-{row['key']}"
    where = f" <small>{escape(row['section'] or '')}</small>" if row["section"] else ""
    return f'<a class="sentence" href="{escape(address)}">{escape(shown.shorten(row["quote"], 220))}</a>{where}'
