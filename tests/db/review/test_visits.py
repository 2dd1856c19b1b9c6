"""When people looked last: a visit ends with a pause, and what a damaged file held is begun anew."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.review.visits import Visits, path_for

MONDAY = datetime(2026, 11, 30, 8, tzinfo=UTC)


def test_a_visit_ends_with_a_pause(tmp_path: Path) -> None:
    visits = Visits(tmp_path / "plans.db")
    assert visits.looked("lan", MONDAY) is None
    assert visits.looked("lan", MONDAY + timedelta(minutes=50)) is None
    back = MONDAY + timedelta(hours=24)
    assert visits.looked("lan", back) == "2026-11-30T08:50:00"
    assert visits.looked("lan", back + timedelta(minutes=30)) == "2026-11-30T08:50:00"
    assert visits.looked("minh", back) is None
    assert Visits(tmp_path / "plans.db").looked("lan", back + timedelta(hours=5)) == "2026-12-01T08:30:00"


def test_only_its_owner_reads_the_file(tmp_path: Path) -> None:
    Visits(tmp_path / "plans.db").looked("lan", MONDAY)
    assert path_for(tmp_path / "plans.db").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damaged", ["", "[]", '{"lan": 1}', '{"lan": {"last": "x", "before": null}}'])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, damaged: str) -> None:
    path_for(tmp_path / "plans.db").write_text(damaged, encoding="utf-8")
    visits = Visits(tmp_path / "plans.db")
    assert visits.looked("lan", MONDAY) is None
    assert visits.looked("lan", MONDAY + timedelta(hours=2)) == "2026-11-30T08:00:00"
