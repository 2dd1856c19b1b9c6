"""Synthetic plans are what they say: seeded, plausible, and extraction finds in every format what was put into them."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from extract.pipeline import extract_bytes
from tests.bench import render
from tests.bench.synthetic import LAYOUTS, Synthetic, chosen, plans


@pytest.fixture(scope="module")
def some() -> list[Synthetic]:
    """One plan of each layout, of provinces and others."""
    found: dict[tuple[str, bool], Synthetic] = {}
    for made in plans(200):
        found.setdefault((made.layout, made.unit.level == "province"), made)
    assert {layout for layout, _ in found} == set(LAYOUTS)
    return list(found.values())


def test_the_same_seed_gives_the_same_plans_and_another_gives_others() -> None:
    first, again, other = ([render.as_text(made) for made in plans(70, seed)] for seed in (0, 0, 1))
    assert first == again
    assert len(set(first)) == 70
    assert not set(first) & set(other)


def test_there_are_more_plans_than_one_seed_has() -> None:
    some = list(islice(chosen(), 68_000, 68_500))
    assert len(set(some)) == 500
    assert len({seed for *_, seed in some}) > 1


@pytest.mark.parametrize("form", sorted(render.FORMATS))
def test_extraction_finds_the_head_and_the_values_in_every_format(form: str, some: list[Synthetic]) -> None:
    wanted = found = 0
    for made in some if form == "txt" else some[:4]:
        try:
            data = render.FORMATS[form](made)
        except render.NoFont as error:
            pytest.skip(str(error))
        plan = extract_bytes(data, path=f"{made.name}.{form}")
        assert plan.document.number == made.number
        assert plan.document.status == ("issued" if made.number else "draft")
        values = {(one.measure, one.year or plan.document.period_end): one.value for one in plan.targets}
        wanted += len(made.values)
        found += sum(values.get(place) == value for place, value in made.values.items())
        assert len(plan.assignments) > 5
        assert plan.deadlines
    assert found / wanted > 0.9


def test_files_are_written_below_their_province(tmp_path: Path, some: list[Synthetic]) -> None:
    path = render.write(some[0], tmp_path, "txt")
    assert path.read_bytes() == render.as_text(some[0])
    assert path.parent.parent == tmp_path
