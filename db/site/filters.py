"""The filters that several pages share: level, province, kind of plan, year, name of a locality, old or new units."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from db.site.page import Page
from db.views import words
from patterns.fold import fold

Row = dict[str, Any]

KINDS = {
    "multi_year": words.Word("", "nhiều năm", "nhiều năm", "several years"),
    "annual": words.Word("", "hằng năm", "hằng năm", "yearly"),
    "thematic": words.Word("", "chuyên đề", "chuyên đề", "thematic"),
}
UNITS = {
    "old": words.Word("", "đơn vị trước 01/7/2025", "trước 01/7/2025", "units before July 2025"),
    "new": words.Word("", "đơn vị từ 01/7/2025", "từ 01/7/2025", "units since July 2025"),
}

# The comparison shows plans for several years by default: a yearly or thematic plan that says nothing of a measure is no gap.
COMPARED = "multi_year"
ALL_KINDS = "all"

# Years that a value or a plan may sensibly be of.
YEARS = (1990, 2100)


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for, checked; empty where nothing was."""

    level: str
    province: str
    kind: str
    year: int | None
    place: str
    units: str

    @property
    def parameters(self) -> dict[str, Any]:
        """As the named queries take them."""
        return {
            "level": self.level,
            "province": self.province,
            "kind": self.kind,
            "year": "" if self.year is None else self.year,
            "place": fold(self.place),
            "units": self.units,
        }

    @property
    def any(self) -> bool:
        """Whether anything was asked for."""
        return any(value != "" for value in self.parameters.values())


async def options(page: Page) -> dict[str, list[Row]]:
    """What there is to filter by, each with `value` and `plans`, in the order of the forms."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in await page.kept("filters", show=False):
        found[row["filter"]].append(row)
    return found


def read(page: Page, there: dict[str, list[Row]]) -> Filters:
    """The filters of a request; what is not in the data is ignored with a note."""
    return _read(page, there, page.choice("kind", list(KINDS)))


def read_compared(page: Page, there: dict[str, list[Row]]) -> tuple[Filters, str]:
    """The filters of the comparison, and the kind of plans as its addresses say it: `COMPARED` unless another one, or all, is asked for."""
    kind = page.choice("kind", [*KINDS, ALL_KINDS], COMPARED)
    return _read(page, there, "" if kind == ALL_KINDS else kind), kind


def _read(page: Page, there: dict[str, list[Row]], kind: str) -> Filters:
    return Filters(
        level=page.choice("level", [row["value"] for row in there["level"]]),
        province=page.choice("province", [row["value"] for row in there["province"]]),
        kind=kind,
        year=page.integer("year", *YEARS),
        place=page.text("place"),
        units=page.choice("units", list(UNITS)),
    )
