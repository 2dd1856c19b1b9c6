"""Queries of the site over a database of all programmes: codes and numbers come back in each, names are those of the default."""

from __future__ import annotations

import asyncio
from contextlib import closing
from typing import Any

import pytest

from corpus.programme import load_all
from db.schema.database import open_database, rows, transaction
from db.site import queries
from db.site.queries import stamp
from tests.conftest import ROOT
from tests.db.site.client import Person


def test_names_of_measures_are_those_of_the_default_programme() -> None:
    sql = (ROOT / "db/site/queries/measure_names.sql").read_text(encoding="utf-8")
    with closing(open_database(None)) as db:
        found = [(row["code"], row["short_vi"]) for row in rows(db, sql, {"programme": ""})]
    assert found == [(one.code, one.short_vi) for one in load_all()[0].measures]


@pytest.mark.parametrize(
    ("query", "given", "index"),
    [
        ("home_latest", {}, "idx_files_offered_at_path"),
        ("programme_list", {}, "idx_carried_programme_document"),
        ("cascade_plans", {"provinces": '["Bắc Giang"]'}, "idx_documents_province_sort_key"),
        ("measure_beside", {"measure": "4a"}, "idx_alignments_programme_measure_target_document"),
        ("progress_rows", {"measure": "4a", "known": "1"}, "idx_progresses_reached"),
        ("progress_rows", {"limit": 100}, "COVERING INDEX idx_progresses_listed"),
        ("review_queue", {"limit": 50}, "idx_findings_gravity"),
        ("review_reasons", {"finding": "x"}, "idx_findings_under"),
        ("progress_counts", {}, "COVERING INDEX idx_progresses_listed"),
        (
            "compare_plans",
            {"sort": "4a"},
            "idx_comparisons_measure_programme_level_document_stance_year_value_subgroup",
        ),
    ],
)
def test_pages_of_many_plans_are_read_from_an_index(query: str, given: dict[str, Any], index: str) -> None:
    asked = queries.all_queries()[query]
    with closing(open_database(None)) as db:
        plan = rows(db, f"EXPLAIN QUERY PLAN {asked.sql}", asked.bound(given))
    assert [row["detail"] for row in plan if index in row["detail"]]


def test_progress_is_counted_and_paged_as_the_view_has_it(visitor: Person) -> None:
    everything = "SELECT verdict, count(*) FROM progress WHERE programme = 'qd-23-2021' GROUP BY verdict"
    counted = dict(asyncio.run(queries.read(visitor.site, lambda db: [tuple(row) for row in db.execute(everything)])))
    given = {"programme": "qd-23-2021"}
    counts = asyncio.run(queries.run(visitor.site, "progress_counts", given))
    assert {row["verdict"]: row["n"] for row in counts} == counted
    assert len(counted) > 1
    whole = asyncio.run(queries.run(visitor.site, "progress_rows", given))
    assert len(whole) == sum(counted.values())
    part = asyncio.run(queries.run(visitor.site, "progress_rows", {**given, "limit": 20, "offset": 30}))
    assert part == whole[30:50]
    (verdict, many), *_ = counted.items()
    of_one = asyncio.run(queries.run(visitor.site, "progress_rows", {**given, "verdict": verdict}))
    assert of_one == [row for row in whole if row["verdict"] == verdict]
    assert len(of_one) == many


def test_the_stamp_of_pages_stays_while_nothing_changes(visitor: Person) -> None:
    site = visitor.site
    first, second = (asyncio.run(queries.read(site, stamp)) for _ in range(2))
    assert first == second


def test_the_stamp_of_pages_changes_with_what_a_programme_says() -> None:
    with closing(open_database(None)) as db:
        before = stamp(db.conn)
        with transaction(db):
            db.conn.execute("UPDATE programmes SET text = replace(text, 'a', 'e')")
        assert stamp(db.conn) != before
