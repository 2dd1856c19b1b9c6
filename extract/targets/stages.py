"""From the words of a clause to what it states, stage by stage: each takes an immutable statement and returns one that knows more.

quantities, years → baselines → years beside their values → measures → years → what was reached → groups → changes, what they are held against → bounds → values in the order of things
"""

from __future__ import annotations

from extract.targets import changes, grouping, holding, pairing, past, splitting
from extract.targets.finding import quantities
from extract.targets.quantities import Clause
from extract.targets.statements import Statement
from extract.targets.years import years

_STAGES = (
    holding.with_baselines,
    holding.with_years_beside,
    grouping.with_measures,
    holding.with_years,
    past.with_past,
    splitting.with_groups,
    changes.with_changes,
    changes.with_bases,
    grouping.with_bounds,
    pairing.with_parts,
)


def read(clause: Clause) -> Statement:
    """What a clause states; without measures where it sets no value."""
    found = quantities(clause)
    statement = Statement(clause, found)
    if not any(quantity.role == "value" for quantity in found):
        return statement
    statement = Statement(clause, found, years(clause.low, clause.start, clause.end, found))
    for stage in _STAGES:
        statement = stage(statement)
    return statement
