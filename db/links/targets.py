"""Targets to the measures of programmes: many to many, from the words that each target is stored with."""

from __future__ import annotations

from typing import Any

from extract.records import Plan

COLUMNS = ("id", "document", "target", "programme", "measure", "match", "score")


def of_plan(plan: Plan, document: str) -> list[tuple[Any, ...]]:
    """The rows of `alignments` of a plan that was just read."""
    return [
        (
            f"{document}-{target.key}-{one.programme}",
            document,
            f"{document}-{target.key}",
            one.programme,
            one.measure,
            one.match,
            one.score,
        )
        for target in plan.targets
        for one in target.alignments
    ]
