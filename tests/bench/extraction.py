"""Characters a second of the pipeline beside the bare tokenizer's, on the texts at hand, and growth with the length of a text."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from extract import pipeline, readers, text
from extract.text import Text
from extract.tokenizer import PlanTokenizer

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5


def main() -> None:
    """Prints the table."""
    nlp = pipeline.build()
    files = [*sorted((ROOT / "corpus/plans").glob("*.txt")), *sorted((ROOT / "tests/data/written").glob("*.txt"))]
    plans = [(path.read_bytes(), path.name) for path in files]
    texts = [_text(*plan) for plan in plans]
    count = sum(len(one.text) for one in texts)
    tokenizer = PlanTokenizer(nlp.vocab)
    bare = count / _best(lambda: [tokenizer(one.text) for one in texts])
    reading = count / _best(lambda: [_text(*plan) for plan in plans])
    whole = count / _best(lambda: [pipeline.extract_bytes(data, path=name) for data, name in plans])
    print(f"{len(plans)} plans, {count:,} characters, best of {ROUNDS} rounds, one core")
    print(f"{'':34}{'characters/s':>14}{'of the tokenizer':>18}")
    for name, found in (("bare tokenizer", bare), ("reading and text", reading), ("file to records", whole)):
        print(f"{name:34}{found:>14,.0f}{found / bare:>17.2f}x")
    once, twice, four = _seconds_by_length(max((data for data, _ in plans), key=len))
    print(f"{'text twice as long':34}{twice / once:>14.2f}x the time")
    print(f"{'and again twice as long':34}{four / twice:>14.2f}x the time")


def _text(data: bytes, name: str) -> Text:
    return text.build(readers.read(data, name))


def _seconds_by_length(plan: bytes) -> tuple[float, float, float]:
    """Seconds for a plan with its body once, twice and four times."""
    head, _, body = plan.decode("utf-8").partition("\nI. ")

    def seconds(times: int) -> float:
        longer = f"{head}\nI. {body * times}".encode()
        return _best(lambda: pipeline.extract_bytes(longer, path="plan.txt"))

    return seconds(1), seconds(2), seconds(4)


def _best(work: Callable[[], object]) -> float:
    """Seconds of the best of some rounds."""
    seconds = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


if __name__ == "__main__":
    main()
