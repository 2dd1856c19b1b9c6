"""Characters a second of the pipeline beside the bare tokenizer's, on the texts at hand, and growth with the length of a text."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from extract import pipeline, readers, text
from extract.tokenizer import PlanTokenizer

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5


def main() -> None:
    """Prints the table."""
    nlp = pipeline.build()
    files = [*sorted((ROOT / "corpus/plans").glob("*.txt")), *sorted((ROOT / "tests/data/written").glob("*.txt"))]
    data = [path.read_bytes() for path in files]
    texts = [text.build(readers.read(one, path.name)) for one, path in zip(data, files, strict=True)]
    count = sum(len(one.text) for one in texts)
    tokenizer = PlanTokenizer(nlp.vocab)
    bare = rate(count, lambda: [tokenizer(one.text) for one in texts])
    reading = rate(count, lambda: [text.build(readers.read(one, path.name)) for one, path in zip(data, files, strict=True)])
    whole = rate(count, lambda: [pipeline.extract_bytes(one, path=path.name) for one, path in zip(data, files, strict=True)])
    print(f"{len(files)} plans, {count:,} characters, best of {ROUNDS} rounds, one core")
    print(f"{'':34}{'characters/s':>14}{'of the tokenizer':>18}")
    for name, found in (("bare tokenizer", bare), ("reading and text", reading), ("file to records", whole)):
        print(f"{name:34}{found:>14,.0f}{found / bare:>17.2f}x")
    for name, factor in growth(max(data, key=len)):
        print(f"{name:34}{factor:>14.2f}x the time")


def rate(count: int, work: Callable[[], object]) -> float:
    """Characters a second: the best of some rounds."""
    work()
    best = min(_seconds(work) for _ in range(ROUNDS))
    return count / best


def growth(plan: bytes) -> list[tuple[str, float]]:
    """How the time grows when a plan's body is doubled, and doubled again."""
    head, _, body = plan.decode("utf-8").partition("\nI. ")
    once, twice, four = (f"{head}\nI. {body * times}".encode() for times in (1, 2, 4))
    seconds = [min(_seconds(lambda one=one: pipeline.extract_bytes(one, path="x.txt")) for _ in range(ROUNDS)) for one in (once, twice, four)]  # type: ignore[misc]
    return [("text twice as long", seconds[1] / seconds[0]), ("and again twice as long", seconds[2] / seconds[1])]


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
