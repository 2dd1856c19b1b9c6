"""Queries of the site over a database of all programmes: codes and numbers come back in each, names are those of the default."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from corpus.programme import load_all
from db.schema.database import open_database, open_existing, rows, transaction
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
        ("review_queue", {"limit": 50}, "COVERING INDEX idx_findings_queue"),
        ("review_queue_by", {"order": "province"}, "INDEX idx_documents_by_province"),
        ("review_queue_by", {"order": "issued"}, "COVERING INDEX idx_documents_by_day"),
        ("review_queue_by", {"order": "found"}, "COVERING INDEX idx_arrivals_found_at_finding"),
        ("review_counts", {}, "COVERING INDEX idx_findings_queue"),
        (
            "deadlines_due",
            {"from": "2025-01-01"},
            "COVERING INDEX idx_occurrences_due_on_document_deadline_id (due_on>",
        ),
        (
            "measure_stands",
            {"measure": "4a", "level": "commune"},
            "COVERING INDEX idx_comparisons_measure_programme_level",
        ),
        ("plan_list", {"limit": 100}, "COVERING INDEX idx_documents_listed"),
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


def test_the_queue_in_every_order_and_its_figures_are_what_the_view_has(own_database: Path) -> None:
    with closing(open_existing(own_database)) as db:
        found = [row["key"] for row in rows(db, "SELECT key FROM findings WHERE gone = 0 ORDER BY key")]
        now, given = "2030-01-01T00:00:00+00:00", "INSERT INTO review_assignments (finding, plan, person, assigned_at)"
        for state, keys in (("accepted", found[::4]), ("dismissed", found[1::4]), ("open", found[2::8])):
            decided = [(key, state, now) for key in keys]
            db.conn.executemany("INSERT INTO reviews (finding, state, decided_at) VALUES (?, ?, ?)", decided)
        for person, keys in (("lan", found[::3]), (None, found[::6]), ("mai", found[::7])):
            db.conn.executemany(f"{given} VALUES (?, NULL, ?, ?)", [(key, person, now) for key in keys])
        plans = [row["identity"] for row in rows(db, "SELECT DISTINCT identity FROM documents ORDER BY 1")]
        db.conn.executemany(f"{given} VALUES (NULL, ?, 'lan', ?)", [(plan, now) for plan in plans[::2]])
        db.conn.execute("UPDATE arrivals SET found_at = '2029-01-01' WHERE rowid % 3 = 0")
        db.conn.execute("UPDATE documents SET issued_on = NULL WHERE rowid % 4 = 0")
        view = rows(
            db,
            "SELECT f.*, d.issued_on, d.sort_key FROM finding f JOIN documents d ON d.slug = f.plan "
            "ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.plan, f.position",
        )
        orders: dict[str, Callable[[dict[str, Any]], Any]] = {
            "province": lambda row: (row["province"] is None, row["sort_key"]),
            "issued": lambda row: (row["issued_on"] is None, _falling(row["issued_on"] or "")),
            "found": lambda row: _falling(row["found_at"]),
        }
        filters: list[tuple[dict[str, Any], Callable[[dict[str, Any]], bool]]] = [
            ({}, lambda row: True),
            ({"state": "open"}, lambda row: row["state"] == "open"),
            (
                {"state": "accepted", "severity": "warning"},
                lambda row: (row["state"], row["severity"]) == ("accepted", "warning"),
            ),
            ({"who": "lan"}, lambda row: row["person"] == "lan"),
            ({"who": "-", "state": "dismissed"}, lambda row: row["person"] is None and row["state"] == "dismissed"),
            ({"since": "2028-01-01"}, lambda row: row["found_at"] > "2028-01-01"),
        ]
        for given_here, holds in filters:
            there = [row for row in view if holds(row)]
            assert there
            assert len(there) < len(view) or not given_here
            for order, by in orders.items():
                listed = _asked(db, "review_queue_by", {**given_here, "order": order})
                assert [row["key"] for row in listed] == [row["key"] for row in sorted(there, key=by)], (
                    order,
                    given_here,
                )
                paged = _asked(db, "review_queue_by", {**given_here, "order": order, "limit": 3, "offset": 2})
                assert paged == listed[2:5]
            queue = _asked(db, "review_queue", given_here)
            same = ("key", "state", "person", "found_at")
            assert [[row[name] for name in same] for row in queue] == [[row[name] for name in same] for row in there]
            counts = _asked(db, "review_counts", {**given_here, "state": "", "severity": ""})
            if not {"state", "severity"} & set(given_here):
                assert {(row["severity"], row["state"]): row["findings"] for row in counts} == Counter(
                    (row["severity"], row["state"]) for row in there
                )
        people = {row["person"]: row["findings"] for row in _asked(db, "review_people", {})}
        assert people == Counter(row["person"] or "" for row in view)
        held = {row["plan"] for row in _asked(db, "review_plans", {"who": "lan"})}
        assert held == {row["plan"] for row in view if row["person"] == "lan"}


def _falling(text: str) -> tuple[int, ...]:
    return (*(-ord(letter) for letter in text), 0)


def _asked(db: Database, query: str, given: dict[str, Any]) -> list[dict[str, Any]]:
    asked = queries.all_queries()[query]
    return rows(db, asked.sql, asked.bound(given))


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        ({}, lambda row: True),
        ({"from": "2024-01-01"}, lambda row: row["due_on"] >= "2024-01-01"),
        ({"from": "2023-01-01", "to": "2024-12-31"}, lambda row: "2023-01-01" <= row["due_on"] <= "2024-12-31"),
        ({"kind": "report", "level": "province"}, lambda row: (row["kind"], row["level"]) == ("report", "province")),
        ({"from": "2099-01-01"}, lambda row: False),
    ],
)
def test_what_is_due_is_chosen_by_day_kind_and_level(
    site_database: Path, given: dict[str, Any], holds: Callable[[dict[str, Any]], bool]
) -> None:
    with closing(open_existing(site_database)) as db:
        every = rows(
            db,
            "SELECT o.id, o.due_on, t.kind, d.level FROM occurrences o JOIN deadlines t ON t.id = o.deadline JOIN documents d ON d.id = o.document "
            "ORDER BY o.due_on, d.sort_key, t.position, o.id",
        )
        due = [row["id"] for row in every if holds(row)]
        assert [row["id"] for row in _asked(db, "deadlines_due", given)] == due
        assert [row["id"] for row in _asked(db, "deadlines_due", {**given, "limit": 5})] == due[:5]
        last = [row["due_on"] for row in _asked(db, "deadlines_last", given)]
        assert last == [row["due_on"] for row in every if holds(row)][-1:]


def test_pages_read_the_file_in_place(visitor: Person) -> None:
    """Where it is copied page by page, figures of many plans take half as long again."""
    assert asyncio.run(queries.read(visitor.site, lambda db: db.execute("PRAGMA mmap_size").fetchone()[0])) > 1 << 30
