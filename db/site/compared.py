"""What one asks of the comparison: its page and its files read the same address."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from db.comparison.stances import STANCES
from db.site import filters
from db.site.filters import Filters
from db.site.page import Page

Row = dict[str, Any]

# Columns on one page: more would be slow to draw and no one reads them side by side. Rows of the turned matrix: all 34 provinces of
# today stand on one page; more where few measures are chosen.
COLUMNS, ROWS, ROWS_OF_FEW = 40, 40, 100

# So many measures at most show the sentences of their values.
FEW = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for, checked; `kind` as addresses have it, `number` the page of plans."""

    filters: Filters
    kind: str
    only: str
    turned: bool
    measures: list[str]
    sort: str
    down: str
    number: int

    @property
    def size(self) -> int:
        """How many plans stand on a page."""
        if not self.turned:
            return COLUMNS
        return ROWS_OF_FEW if 0 < len(self.measures) <= FEW else ROWS

    def of(self, programme: list[Row]) -> list[Row]:
        """What the programme asks of the measures that were chosen, of all where none was."""
        return [row for row in programme if not self.measures or row["measure"] in self.measures]

    def address(self, programme: str) -> Row:
        """As the addresses of the files take it."""
        return {
            "programme": programme,
            **self.filters.parameters,
            "kind": self.kind,
            "only": self.only,
            "measure": self.measures,
            "sort": self.sort,
            "down": self.down,
        }

    def parameters(self, programme: str) -> Row:
        """As the named queries take them."""
        return {
            "programme": programme,
            **self.filters.parameters,
            "only": self.only,
            "measures": json.dumps(self.measures) if self.measures else "",
            "sort": self.sort,
            "down": self.down,
        }


def read(page: Page, there: dict[str, list[Row]], programme: list[Row]) -> Asked:
    """What the address asks for; a measure that the programme does not have is ignored with a note."""
    codes = list(dict.fromkeys(row["measure"] for row in programme))
    chosen, kind = filters.read_compared(page, there)
    measures = page.texts("measure")
    for code in measures:
        if code not in codes:
            page.notes.append(
                page.say(f"Bỏ qua measure={code}: không có.", f"measure={code} was ignored: there is none.")
            )
    return Asked(
        filters=chosen,
        kind=kind,
        only=page.choice("only", list(STANCES)),
        turned=page.choice("by", ("plan",)) == "plan",
        measures=[code for code in codes if code in measures],
        sort=page.choice("sort", codes),
        down=page.choice("down", ("1",)),
        number=page.integer("page", 1, 100_000) or 1,
    )
