"""A second programme, whose codes and number are those of the first: who is held against which, and what is left when it goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from corpus import programme as programmes
from corpus.files import files_in
from corpus.programme import ProgrammeError
from corpus.programme.alignment import Aligner
from db.load import programme_changes
from db.load.dispatch import load
from db.review import decisions
from db.schema import programme_store
from db.schema.database import open_database, rows
from db.views.selection import FindingSelection, findings
from extract.pipeline import extract_file
from tests.conftest import PLANS
from tests.corpus.test_programme import GUEST

FIRST, SECOND = "qd-23-2021", "qd-23-2022"
# What answers the second programme, by itself, through the province's plan, and both programmes; and a plan of the first.
FILES = (*sorted(GUEST.parent.glob("*.txt")), PLANS / "quang-ninh-52-kh-ubnd-2021.txt")
PROVINCE, DISTRICT, BOTH = "yen-bai-71-kh-ubnd-2022", "van-chan-118-kh-ubnd-2022", "tram-tau-09-kh-ubnd-2023"

guest = programmes.load(GUEST)


def _loaded(files: tuple[Path, ...] = FILES, *, first: bool = False) -> Database:
    """A database of the plans; the guest is added before they are loaded (`first`), or not at all."""
    db = open_database(None)
    if first:
        programme_changes.add(db, guest)
    for _ in load(db, files_in(files)):
        pass
    return db


@pytest.fixture
def db() -> Iterator[Database]:
    """The plans, and the second programme, which came after them."""
    database = _loaded()
    programme_changes.add(database, guest)
    yield database
    database.close()


def judged(db: Database, plan: str) -> set[tuple[Any, ...]]:
    """Programme, measure, year, value and stance of what a plan sets."""
    sql = "SELECT programme, measure, year, value, stance FROM comparison WHERE plan = ? AND stance <> 'absent'"
    return {tuple(row.values()) for row in rows(db, sql, [plan])}


def absent(db: Database, plan: str) -> dict[str, int]:
    """How many measures of each programme a plan leaves out."""
    sql = "SELECT programme, count(*) AS n FROM comparison WHERE plan = ? AND stance = 'absent' GROUP BY programme"
    return {row["programme"]: row["n"] for row in rows(db, sql, [plan])}


_TABLES = ("alignments", "cascades", "carried", "comparisons", "findings", "measures", "milestones")


def everything(db: Database) -> dict[str, list[dict[str, Any]]]:
    """All that is computed, but for the order in which it was written."""
    out = {table: rows(db, f"SELECT * FROM {table}") for table in _TABLES}
    out["targets"] = rows(db, "SELECT id, programme, measure, match, measure_score FROM targets")
    return {name: sorted(found, key=repr) for name, found in out.items()}


def test_a_plan_is_judged_by_the_programme_that_it_carries_out_alone(db: Database) -> None:
    assert judged(db, PROVINCE) == {
        (SECOND, "1", 2025, 35, "stricter"), (SECOND, "1", 2030, 50, "weaker"), (SECOND, "3a", 2025, 50, "equal"),
    }  # fmt: skip
    assert absent(db, PROVINCE) == {SECOND: 1}
    # The share of births registered is one of the first programme, which the plan does not carry out.
    known = (
        "SELECT a.programme, a.measure FROM alignments a JOIN targets t ON t.id = a.target JOIN documents d ON d.id = t.document "
        "WHERE t.value = 80 AND d.slug = ?"
    )
    assert rows(db, known, [PROVINCE]) == [{"programme": FIRST, "measure": "14"}]


def test_a_plan_carries_out_what_its_parent_carries_out(db: Database) -> None:
    assert judged(db, DISTRICT) == {(SECOND, "1", 2025, 20, "weaker"), (SECOND, "14", 2025, 4, "stricter")}
    (row,) = rows(db, "SELECT parent, parent_value, parent_stance FROM comparison WHERE plan = ? AND measure = '1'", [DISTRICT])  # fmt: skip
    assert row == {"parent": PROVINCE, "parent_value": 35, "parent_stance": "weaker"}


def test_a_plan_of_both_is_judged_by_each(db: Database) -> None:
    assert judged(db, BOTH) == {(FIRST, "14", 2025, 97, "weaker"), (SECOND, "1", 2025, 30, "equal")}
    assert absent(db, BOTH) == {FIRST: 33, SECOND: 2}


def test_the_plans_of_the_first_have_no_row_of_the_second(db: Database) -> None:
    found = rows(db, "SELECT DISTINCT programme FROM comparison WHERE plan LIKE 'quang-ninh%'")
    assert found == [{"programme": FIRST}]
    assert {row["plan"] for row in rows(db, "SELECT plan FROM carried_out WHERE programme = ?", [SECOND])} == {PROVINCE, DISTRICT, BOTH}  # fmt: skip


def test_findings_name_the_programme_that_they_rest_on(db: Database) -> None:
    found = rows(db, "SELECT plan, programme, subject, basis_vi FROM reason WHERE rule = 'weaker-than-national' ORDER BY plan")  # fmt: skip
    assert [tuple(row.values()) for row in found] == [
        (BOTH, FIRST, "14 2025", "Quyết định 23/QĐ-TTg (2021), chỉ tiêu 14"),
        (DISTRICT, SECOND, "1 2025", "Quyết định 23/QĐ-TTg (2022), chỉ tiêu 1"),
        (PROVINCE, SECOND, "1 2030", "Quyết định 23/QĐ-TTg (2022), chỉ tiêu 1"),
    ]


def test_findings_are_asked_for_by_programme(db: Database) -> None:
    found = findings(db, FindingSelection(programme=FIRST))
    assert {row["plan"] for row in found} <= {BOTH, "quang-ninh-52-kh-ubnd-2021"}
    assert {row["programme"] for row in found} == {FIRST}
    assert len(found) < len(findings(db, FindingSelection()))


def test_it_makes_no_difference_whether_plans_or_programme_come_first(db: Database) -> None:
    other = _loaded(first=True)
    assert everything(other) == everything(db)
    other.close()


def test_what_goes_leaves_nothing_behind(db: Database) -> None:
    programme_changes.remove(db, SECOND)
    without = _loaded()
    assert everything(db) == everything(without)
    assert judged(db, PROVINCE) == judged(db, DISTRICT) == set()
    without.close()


def test_no_file_is_read(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.pipeline.extract_bytes", lambda *_, **__: pytest.fail("read"))
    programme_changes.remove(db, SECOND)
    programme_changes.add(db, guest)
    assert judged(db, DISTRICT)


def test_what_a_reviewer_decided_is_there_again_when_the_programme_is(db: Database) -> None:
    key = "SELECT key, state FROM reason WHERE plan = ? AND rule = 'weaker-than-national'"
    (before,) = rows(db, key, [DISTRICT])
    decisions.decide(db, [before["key"]], decisions.Decision(state="accepted"), reviewer="lan")
    programme_changes.remove(db, SECOND)
    assert rows(db, key, [DISTRICT]) == []
    programme_changes.add(db, guest)
    assert rows(db, key, [DISTRICT]) == [{"key": before["key"], "state": "accepted"}]


def test_a_mended_programme_takes_the_place_of_the_old_one(db: Database) -> None:
    mended = programmes.parse(guest.text.replace("values.2025 = 30", "values.2025 = 20"), "mended.toml")
    assert programme_changes.add(db, mended)
    assert (SECOND, "1", 2025, 20, "equal") in judged(db, DISTRICT)
    fewer = programmes.parse(guest.text.replace("values.2025 = 30\n", ""), "fewer.toml")
    assert programme_changes.add(db, fewer)
    assert (SECOND, "1", 2025, 20, "pending") in judged(db, DISTRICT)
    assert not programme_changes.add(db, fewer)


def test_number_year_and_issuer_are_used_once(db: Database) -> None:
    twin = programmes.parse(guest.text.replace('id = "qd-23-2022"', 'id = "thu-vien-2022"'), "twin.toml")
    with pytest.raises(ProgrammeError, match="23/QĐ-TTg năm 2022 đã có với mã qd-23-2022; dùng mã đó, hoặc bỏ"):
        programme_changes.add(db, twin)


def test_the_only_programme_stays(db: Database) -> None:
    for one in programmes.load_all():
        programme_changes.remove(db, one.id)
    assert programme_changes.default(db) == SECOND
    with pytest.raises(ProgrammeError, match="duy nhất"):
        programme_changes.remove(db, SECOND)
    with pytest.raises(ProgrammeError, match=r"no programme 'qd-23-2021'; có / there are: qd-23-2022"):
        programme_changes.remove(db, FIRST)


def test_a_programme_that_ships_stays_out_until_it_is_added_again(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    db = open_database(path)
    programme_changes.add(db, guest)
    programme_changes.remove(db, FIRST)
    db.conn.execute("PRAGMA application_id = 0")  # as a newer version of the program finds it
    db.conn.commit()
    db.close()
    again = open_database(path)
    assert {one.id for one in programme_store.known(again)} == {one.id for one in (*programmes.load_all()[1:], guest)}
    for _ in load(again, files_in(FILES)):
        pass
    assert judged(again, BOTH) == {(SECOND, "1", 2025, 30, "equal")}
    assert rows(again, "SELECT 1 FROM comparison WHERE plan LIKE 'quang-ninh%'") == []
    programme_changes.add(again, programmes.load_all()[0])
    assert rows(again, "SELECT origin FROM programmes WHERE id = ?", [FIRST]) == [{"origin": "shipped"}]
    assert (FIRST, "14", 2025, 97, "weaker") in judged(again, BOTH)
    again.close()


def test_the_default_comes_first_where_a_plan_carries_out_several(db: Database) -> None:
    main = "SELECT DISTINCT t.programme FROM targets t JOIN documents d ON d.id = t.document WHERE d.slug = ?"
    assert rows(db, main, [BOTH]) == [{"programme": FIRST}]
    programme_changes.set_default(db, SECOND)
    assert programme_store.known(db)[0].id == SECOND
    assert rows(db, main, [BOTH]) == [{"programme": SECOND}]
    assert judged(db, BOTH) == {(FIRST, "14", 2025, 97, "weaker"), (SECOND, "1", 2025, 30, "equal")}


@pytest.mark.parametrize(
    ("said", "now", "plan", "compared"),
    [
        ("issued_on = 2022-03-01", "issued_on = 2022-04-21", PROVINCE, False),  # a day behind the plan
        ("issued_on = 2022-03-01", "issued_on = 2022-04-20", PROVINCE, True),
        ("period = [2022, 2030]", "period = [2022, 2022]", BOTH, False),  # over the year before
        ("period = [2022, 2030]", "period = [2022, 2022]", PROVINCE, True),
    ],
)
def test_only_a_programme_in_force_on_its_day_counts(said: str, now: str, plan: str, compared: bool) -> None:
    db = _loaded(FILES[:-1])
    programme_changes.add(db, programmes.parse(guest.text.replace(said, now), "p.toml"))
    assert (SECOND in {row[0] for row in judged(db, plan)}) == (SECOND in absent(db, plan)) == compared
    db.close()


def test_a_second_programme_moves_nothing_in_the_first() -> None:
    shipped = programmes.load_all()
    alone, beside = Aligner(shipped), Aligner((*shipped, guest))
    for path in sorted(PLANS.glob("*.txt")):
        for target in extract_file(path).targets:
            assert beside.align(target) == alone.align(target), target.quote
