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
    annotated = scoring.load_annotations(gold) if gold.is_dir() else {}
    if not annotated:
        raise EvaluationError(f"{gold}: không có chú giải (*.json) / no annotations (*.json) there")
    files = [path for path in _files(plans) if path.stem.removesuffix("-scan") in annotated]
    if not files:
        where = ", ".join(map(str, plans))
        raise EvaluationError(f"không có kế hoạch nào của {gold} trong {where} / no plan of these annotations there")
    return scoring.score(annotated, [read(path) for path in files])


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
