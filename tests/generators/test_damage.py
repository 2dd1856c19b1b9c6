"""The plans with annotations, ruined as portals do: what is read of them hardly changes."""

from __future__ import annotations

import json
import random
from typing import Any

from extract import scoring
from extract.pipeline import extract_bytes
from tests.conftest import PLANS, ROOT
from tests.generators.damage import Portal, damaged, drawn

_DATA = ROOT / "tests/data"
_MOST = 0.02


def test_plans_that_a_portal_ruined_score_nearly_as_before() -> None:
    gold = scoring.load_annotations(ROOT / "corpus/gold") | scoring.load_annotations(_DATA / "gold")
    whole: list[dict[str, Any]] = []
    ruined: list[dict[str, Any]] = []
    for path in [*sorted(PLANS.glob("*.txt")), *sorted((_DATA / "written").glob("*.txt"))]:
        if path.stem in gold:
            words = path.read_text(encoding="utf-8")
            for out, text in ((whole, words), (ruined, damaged(words, random.Random(f"a-{path.stem}")))):
                out.append(json.loads(json.dumps(extract_bytes(text.encode(), path=path.name).to_json())))
    before, after = scoring.score(gold, whole), scoring.score(gold, ruined)
    assert len(whole) > 40
    assert after.mean_exact >= before.mean_exact - _MOST, "\n".join(after.differences)
    assert after.document_right >= before.document_right - _MOST, "\n".join(after.differences)


def test_a_ruin_is_one() -> None:
    words = (_DATA / "written/ben-tre-kh-ubnd-2021.txt").read_text(encoding="utf-8")
    ruin = damaged(words, random.Random("ruin"), Portal())
    assert ruin.count("\n|\n") > 3
    assert "Số:\n" in ruin
    assert "Văn bản liên quan" in ruin
    assert damaged(words, random.Random("ruin"), Portal(literal=True)).count("\n") == 0
    assert len({drawn(random.Random(seed)) for seed in range(40)}) > 10
