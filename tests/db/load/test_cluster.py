"""Reading on a Dask cluster of separate processes: a worker is killed in the middle, nothing is lost, nothing comes twice."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster
from sqlite_utils import Database

from corpus.files import files_in
from db.load import cluster
from db.load.cluster import ClusterError
from db.load.dispatch import load
from db.load.reading import Job, Reading
from db.schema.database import open_database, rows
from tests.db.load.test_bulk import finished, many
from tests.db.load.test_dispatch import content


@pytest.fixture(scope="module")
def local() -> Iterator[Any]:
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as local:
        yield local


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(local: Any, tmp_path: Path) -> None:
    folder = many(tmp_path / "plans", 60)
    alone, path = open_database(tmp_path / "alone.db"), tmp_path / "cluster.db"
    list(load(alone, files_in([folder])))
    db = open_database(path)
    outcomes = []
    with cluster.cluster(local.scheduler_address) as (executor, at_once):
        assert at_once == 2
        victim = next(iter(local.workers.values())).process.pid
        for outcome in load(db, files_in([folder]), executor=executor, at_once=at_once):
            outcomes.append(outcome)
            if len(outcomes) == 10:
                os.kill(victim, signal.SIGKILL)
    assert [outcome.result for outcome in outcomes] == ["loaded"] * 60
    assert len({outcome.path for outcome in outcomes}) == 60
    found, wanted = content(db), content(alone)
    for table, many_rows in wanted.items():
        assert found[table] == many_rows, table
    alone.close()
    db.close()


def test_the_command_reads_on_a_cluster(local: Any, tmp_path: Path) -> None:
    folder = many(tmp_path / "plans", 3)
    (folder / "empty.txt").touch()
    code, out, _ = finished("load", folder, "--db", tmp_path / "a.db", "--dask", local.scheduler_address)
    assert code == 1
    assert "4 tệp / files: 3 đã nạp (loaded), 1 lỗi (failed)" in out


def _blind(job: Job, allowed: Any) -> Reading:
    """A worker of a machine that does not have the files."""
    from dataclasses import replace

    from db.load.reading import read

    return read(replace(job, path=f"/nowhere{job.path}") if job.data is None else job, allowed)


def test_files_are_sent_along_where_the_workers_do_not_see_them(
    local: Any, db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db.load import reading

    monkeypatch.setattr(reading, "read", _blind)
    folder = many(tmp_path / "plans", 8)
    with cluster.cluster(local.scheduler_address) as (executor, at_once):
        outcomes = list(load(db, files_in([folder]), executor=executor, at_once=at_once))
    assert [outcome.result for outcome in outcomes] == ["loaded"] * 8
    assert rows(db, "SELECT count(*) AS n FROM documents WHERE plan = id OR relation = 'copy'")[0]["n"] == 8


def test_no_scheduler_at_the_address_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_CONNECT", 1)
    code, _, err = finished("load", tmp_path, "--db", tmp_path / "a.db", "--dask", "tcp://127.0.0.1:9")
    assert code == 2
    assert "no scheduler answers there" in err


def test_a_cluster_with_another_version_of_the_program_is_refused() -> None:
    class Other:
        def wait_for_workers(self, *_: Any, **__: Any) -> None:
            pass

        def run(self, _: Any) -> dict[str, str]:
            return {"tcp://a:1": "000000000000"}

    with pytest.raises(ClusterError, match="tcp://a:1"):
        cluster.check(Other(), "tcp://x")
