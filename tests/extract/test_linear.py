"""Twice the text is at most about twice the work: counted in calls, stage by stage, on texts made to be nasty.

What regular expressions do inside is measured by time in `make bench` (`tests/bench/doubling.py`), on the same texts.
"""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from extract import pipeline
from tests.bench import doubling

_LENGTH = 4000
_MOST = 2.6
# Calls below which a stage has done nothing that could grow.
_FLOOR = 2000
_TEXTS = {
    name: (once, twice)
    for (name, once), (_, twice) in zip(doubling.nasty(_LENGTH), doubling.nasty(2 * _LENGTH), strict=True)
}


class _Calls:
    """A clock that counts calls, of Python and of C."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> float:
        return self.count

    def profile(self, frame: FrameType, event: str, argument: Any) -> None:
        if event.endswith("call"):
            self.count += 1


def _counted(text: str) -> dict[str, float]:
    calls = _Calls()
    nlp = pipeline.Shared.nlp()
    before = sys.getprofile()
    sys.setprofile(calls.profile)
    try:
        return doubling.stages(nlp, text, calls)
    finally:
        sys.setprofile(before)


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    for _ in range(2):  # what is compiled or read once is no growth
        doubling.stages(pipeline.Shared.nlp(), _TEXTS["random officialese"][0])


@pytest.mark.parametrize("name", list(_TEXTS))
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    once, twice = (_counted(text) for text in _TEXTS[name])
    grown = {stage: (once[stage], count) for stage, count in twice.items() if count > max(_FLOOR, _MOST * once[stage])}
    assert grown == {}
