"""The short form of `make torture`: a few of each, in seconds."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import strategies as st

from db.load.workers import WorkerPool
from tests.torture import fuzz, kills, mutants, part
from tests.torture.part import Part


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part, "STATE", tmp_path / "state")
    monkeypatch.setattr(mutants, "STATE", tmp_path / "state")


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    pool = WorkerPool(2, megabytes=mutants.LIMITS.megabytes)
    yield pool
    pool.shutdown()


def test_damaged_files_of_every_format_that_needs_no_program_are_lines_of_their_own(
    tmp_path: Path, pool: WorkerPool
) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    for kind in ("txt", "md", "html", "eml", "docx", "zip", "pdf"):
        for number in range(5):
            (folder / f"{number}.{kind}").write_bytes(mutants.mutant(kind, 7_000_000 + number))
    assert mutants.loaded(folder, pool) == []


def test_a_mutant_is_the_same_whenever_it_is_made() -> None:
    assert [mutants.mutant("txt", 5), mutants.mutant("eml", 5)] != [mutants.mutant("txt", 6), mutants.mutant("eml", 6)]
    assert mutants.damaged(b"Ke hoach" * 99, random.Random(3)) == mutants.damaged(b"Ke hoach" * 99, random.Random(3))


@pytest.mark.parametrize("check", [fuzz.every_pattern, fuzz.records], ids=["patterns", "records"])
def test_texts_that_are_made_up_break_nothing(check: Callable[[str], None]) -> None:
    assert fuzz.examples(1, check, fuzz.TEXTS, count=5) == []


@pytest.mark.parametrize("kind", fuzz.FAST)
def test_bytes_that_are_made_up_are_read_or_refused(kind: str) -> None:
    assert fuzz.examples(1, fuzz.reader(kind), st.binary(min_size=4, max_size=60), fuzz.TEXTS, count=5) == []


def test_what_breaks_is_told_in_its_smallest_form() -> None:
    def breaks(text: str) -> None:
        if "9" in text:
            raise ZeroDivisionError("nine")

    (told,) = fuzz.examples(1, breaks, fuzz.TEXTS, count=200)
    assert told.startswith("ZeroDivisionError: nine; from (")
    assert len(told) < 120


def test_killed_loads_lose_nothing_and_their_reruns_are_identical() -> None:
    with kills.opened(files=4, kills=2) as step:
        assert step(1) == []


def test_a_part_goes_on_where_it_stopped_and_keeps_what_failed() -> None:
    ran: list[int] = []

    def step(number: int) -> list[str]:
        ran.append(number)
        return ["wrong"] if number == 1 else []

    made = Part("made-up", "", 4, 10, part.simple(step))
    assert [state.done for state in part.run(made, share=0.5)] == [1, 2]
    assert [state.done for state in part.run(made)] == [3, 4]
    assert ran == [0, 1, 2, 3]
    assert part.State.of(made).failures == ["step 1: wrong"]
    assert list(part.run(made)) == []
