"""Characters a second of the pipeline beside the bare tokenizer's, growth with the length of a text, start-up of the command."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from extract import pipeline, readers
from extract.structure import text
from extract.structure.text import Text
from extract.tokenizer import PlanTokenizer
from tests.bench.table import Line, number

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 7


def lines() -> Iterator[Line]:
    """The lines of the table."""
    real, written = _plans("corpus/plans"), _plans("tests/data/written")
    yield from _rates("real plans", real)
    yield from _rates("plans written for tests", written)
    once, twice, four = _seconds_by_length(max((data for data, _ in real), key=len))
    yield Line(
        "a text twice as long",
        f"{twice / once:.2f} times the time",
        f"{once * 1000:.0f} → {twice * 1000:.0f} ms",
        "below 2.2 is wanted",
    )
    yield Line(
        "and again twice as long",
        f"{four / twice:.2f} times the time",
        f"{four * 1000:.0f} ms",
        "the longest real plan, its body repeated",
    )
    yield _start()


def _plans(folder: str) -> list[tuple[bytes, str]]:
    return [(path.read_bytes(), path.name) for path in sorted((ROOT / folder).glob("*.txt"))]


def _rates(kind: str, plans: list[tuple[bytes, str]]) -> Iterator[Line]:
    """Characters a second over some plans: all of the way, its first part, and the tokenizer that it is held against."""
    texts = [_text(*plan) for plan in plans]
    count = sum(len(one.text) for one in texts)
    tokenizer = PlanTokenizer(pipeline.build().vocab)
    bare = count / best(lambda: [tokenizer(one.text) for one in texts])
    reading = count / best(lambda: [_text(*plan) for plan in plans])
    whole = count / best(lambda: [pipeline.extract_bytes(data, path=name) for data, name in plans])
    found = [pipeline.extract_bytes(data, path=name) for data, name in plans]
    records = sum(map(len, (records for plan in found for records in plan.records.values())))
    what = f"{len(plans)} {kind}, {number(count)} characters, a record every {count / records:.0f} of them; best of {ROUNDS} rounds"
    for name, rate in (("text to records", whole), ("reading and text alone", reading), ("bare tokenizer", bare)):
        yield Line(name, f"{rate / bare:.3f} of the bare tokenizer", f"{number(rate)} characters/s of processor", what)


def _text(data: bytes, name: str) -> Text:
    return text.build(readers.read(data, name))


def _seconds_by_length(plan: bytes) -> tuple[float, float, float]:
    """Seconds for a plan with its body once, twice and four times."""
    head, _, body = plan.decode("utf-8").partition("\nI. ")

    def seconds(times: int) -> float:
        longer = f"{head}\nI. {body * times}".encode()
        return best(lambda: pipeline.extract_bytes(longer, path="plan.txt"))

    return seconds(1), seconds(2), seconds(4)


def _start() -> Line:
    plan = ROOT / "corpus/plans/ha-trung-kh-ubnd-2023.txt"
    spacy = best(lambda: _run("-c", "import spacy"), rounds=3)
    command = best(lambda: _run("-m", "kehoach", "extract", str(plan)), rounds=3)
    return Line(
        "start of `kehoach extract` with one plan",
        f"{command / spacy:.2f} times `import spacy`",
        f"{command:.2f} s beside {spacy:.2f} s",
        "below 2 is wanted",
    )


def _run(*arguments: str) -> None:
    keeping = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=keeping, check=True, stdout=subprocess.DEVNULL)


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of processor, its children's included, of the best of some rounds; the first does not count."""
    seconds = []
    for _ in range(rounds + 1):
        began = _processor()
        work()
        seconds.append(_processor() - began)
    return min(seconds[1:])


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
