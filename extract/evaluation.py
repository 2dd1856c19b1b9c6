"""Evaluating the extraction: over annotated plans, and against another version's records."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract import scoring
from extract.pipeline import extract_file
from extract.scoring import Record, Score

_ENDINGS = (".txt", ".md", ".docx", ".pdf")


class EvaluationError(ValueError):
    """There is nothing to evaluate; the message says what was looked for and where."""


def evaluate(gold: Path, plans: Sequence[Path]) -> Score:
    """The score of the plans (files, or folders of them) that have an annotation in the folder `gold`.

    Raises:
        EvaluationError: no annotation, or no plan for any of them.
    """
    annotated, files = _annotated(gold, plans)
    return scoring.score(annotated, [read(path) for path in files])


def _annotated(gold: Path, plans: Sequence[Path]) -> tuple[dict[str, Record], list[Path]]:
    """The annotations of a folder by the stem of their plan, and the files among the plans that have one."""
    annotated = scoring.load_annotations(gold) if gold.is_dir() else {}
    if not annotated:
        raise EvaluationError(f"{gold}: không có chú giải (*.json) / no annotations (*.json) there")
    files = [path for path in _files(plans) if _stem(path) in annotated]
    if not files:
        where = ", ".join(map(str, plans))
        raise EvaluationError(f"không có kế hoạch nào của {gold} trong {where} / no plan of these annotations there")
    return annotated, files


def _stem(path: Path) -> str:
    return path.stem.removesuffix("-scan")


# Where bands of confidence begin, and what they are called.
_BANDS = ((0.9, "0.9 to 1"), (0.8, "0.8 to 0.9"), (0.7, "0.7 to 0.8"), (0.0, "below 0.7"))


def confidence(gold: Path, plans: Sequence[Path]) -> Iterator[str]:
    """How many targets of each band of confidence are right in every scored field, as rows of a Markdown table.

    Raises:
        EvaluationError: as `evaluate`.
    """
    annotated, files = _annotated(gold, plans)
    found = {name: [0, 0] for _, name in _BANDS}
    for path in files:
        targets = read(path)["targets"]
        right = scoring.right("targets", annotated[_stem(path)]["targets"], targets)
        for target, is_right in zip(targets, right, strict=True):
            name = next(name for since, name in _BANDS if target["confidence"] >= since)
            found[name][0] += 1
            found[name][1] += is_right
    yield from ("| confidence | targets | right in every field |", "| --- | --- | --- |")
    yield from (f"| {name} | {many} | {right} |" for name, (many, right) in found.items())


def against(other: Path) -> Iterator[str]:
    """What this version gains and loses over the records in a JSON Lines file that `kehoach extract` wrote.

    The plans are read from their `source.path`; the last line counts.
    """
    gained = lost = 0
    for line in other.read_text(encoding="utf-8").splitlines():
        before: Record = json.loads(line)
        path = before["source"]["path"]
        for difference in scoring.gained_and_lost(before, read(Path(path))):
            gained += difference.startswith("+")
            lost += difference.startswith("-")
            yield f"{path} {difference}"
    yield f"{gained} thêm / gained, {lost} mất / lost"


def read(path: Path) -> Record:
    """The records of a file as JSON prints them."""
    plan: Record = json.loads(json.dumps(extract_file(path, shown_path=str(path)).to_json()))
    return plan


def _files(plans: Sequence[Path]) -> Iterator[Path]:
    for path in plans:
        yield from sorted(p for p in path.iterdir() if p.suffix in _ENDINGS) if path.is_dir() else [path]
