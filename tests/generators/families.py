"""The families of generated documents by name: a module of this folder with a function `case`, and its line here."""

from __future__ import annotations

from tests.generators import citations, deadlines, duties, heads, quantities, tables, targets
from tests.generators.case import Family

FAMILIES: dict[str, Family] = {
    "citations": citations.case,
    "deadlines": deadlines.case,
    "duties": duties.case,
    "heads": heads.case,
    "quantities": quantities.case,
    "tables": tables.case,
    "targets": targets.case,
}
