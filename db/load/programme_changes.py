"""A programme comes or goes: links, comparisons and findings follow from what is stored, and no file is read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from corpus.programme import Programme, ProgrammeError
from db.links.openings import citing
from db.load import lock
from db.load.bulk import cores
from db.load.derive import Deriving, derive
from db.load.workers import WorkerPool
from db.schema import programme_store
from db.schema.database import file_of, for_much_writing, in_batches, rows, transaction

# So many documents are worth processes of their own.
_MANY = 200


def add(db: Database, programme: Programme, *, deriving: Deriving | None = None) -> bool:
    """Takes a programme in, or its new version, and brings everything up to date; gives whether that changed anything.

    Raises:
        ProgrammeError: another programme of the database has its number, year and issuer.
        LoadRuns: a load of the database is at work.
    """

    def act() -> bool:
        return programme_store.add(db, programme)

    return _change(db, act, programme.id, deriving)


def remove(db: Database, programme_id: str, *, deriving: Deriving | None = None) -> None:
    """Takes a programme out with all that hangs on it; plans that carried it out are shown without its verdicts.

    Raises:
        ProgrammeError: there is no such programme, or no other.
        LoadRuns: a load of the database is at work.
    """
    found = known(db, programme_id)
    if len(programme_store.known(db)) == 1:
        raise ProgrammeError(
            f"{found}: là chương trình duy nhất; thêm chương trình khác trước: kehoach programme add / the only one; add another first"
        )

    def act() -> bool:
        programme_store.remove(db, programme_id)
        return True

    _change(db, act, programme_id, deriving)


def set_default(db: Database, programme_id: str, *, deriving: Deriving | None = None) -> None:
    """Makes a programme the default; targets of plans that carry out none are named after its measures.

    Raises:
        ProgrammeError: there is no such programme.
        LoadRuns: a load of the database is at work.
    """
    known(db, programme_id)

    def act() -> bool:
        programme_store.set_default(db, programme_id)
        return True

    _change(db, act, programme_id, deriving)


def default(db: Database) -> str:
    """The id of the default programme."""
    return programme_store.known(db)[0].id


def known(db: Database, programme_id: str) -> str:
    """The id, where the database has the programme.

    Raises:
        ProgrammeError: it has not; the message says which it has.
    """
    there = [one.id for one in programme_store.known(db)]
    if programme_id not in there:
        raise ProgrammeError(
            f"không có chương trình {programme_id!r} / no programme {programme_id!r}; có / there are: {', '.join(there)}"
        )
    return programme_id


def _change(db: Database, act: Callable[[], bool], programme_id: str, deriving: Deriving | None) -> bool:
    with lock.held(file_of(db), wait=False):
        with transaction(db):
            before, called = _hangs_on(db, programme_id), _called(db)
            if not act():
                return False
            for other, name in _called(db).items():
                if called.get(other, name) != name:  # two have one number now, or no longer
                    before |= _hangs_on(db, other)
            after = {one.id: one for one in programme_store.known(db)}.get(programme_id)
            concerned = before | (citing(db, after) if after is not None else set())
        with _workers(db) as pool:
            derive(db, concerned, executor=pool, deriving=deriving)
    return True


def _hangs_on(db: Database, programme_id: str) -> set[str]:
    """The documents of which something was said by a programme."""
    sql = " UNION ".join(
        f"SELECT document FROM {table} WHERE programme = :programme AND document IS NOT NULL"
        for table in ("alignments", "carried", "comparisons", "findings")
    )
    return {row["document"] for row in rows(db, sql, {"programme": programme_id})}


def _called(db: Database) -> dict[str, str]:
    """What findings call each programme."""
    return {row["id"]: row["decision_vi"] for row in rows(db, "SELECT id, decision_vi FROM programmes")}


@contextmanager
def _workers(db: Database) -> Iterator[WorkerPool | None]:
    """Processes that compute where there is much to do; they are not started before there is."""
    if file_of(db) is None or rows(db, "SELECT count(*) AS n FROM documents")[0]["n"] < _MANY:
        yield None
        return
    for_much_writing(db)
    pool = WorkerPool(cores())
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def carried_by(db: Database, programme_ids: Collection[str]) -> dict[str, int]:
    """How many plans carry out each programme."""
    found = in_batches(
        db,
        "SELECT c.programme, count(*) AS plans FROM carried c JOIN documents d ON d.id = c.document AND d.plan = d.id "
        "WHERE c.programme IN ({}) GROUP BY c.programme",
        programme_ids,
    )
    return {row["programme"]: row["plans"] for row in found}
