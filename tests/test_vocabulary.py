"""A code stands in one place: a type checker sees a wrong one, and every code that people choose or read has its words."""

from __future__ import annotations

from typing import get_args

import pytest
from mypy import api

from corpus.programme.model import LEVELS
from db.comparison.stances import STANCES
from db.review.correctable import correctable
from db.site import filters
from db.site.pages import deadlines
from db.views import words
from extract import vocabulary
from tests.conftest import ROOT

_SNIPPET = """
from extract.records import Deadline, Section, Target

Target(kind="quantitative", quote="", start=0, end=0, unit="percent", comparator=">=", change=None)
Target(kind="quantitative", quote="", start=0, end=0, unit="percents")
Target(kind="quantitative", quote="", start=0, end=0, comparator="=>")
Deadline(kind="reports", quote="", start=0, end=0)
Section(path="", label="", title="", role="objective", start=0, end=0)
"""


def test_a_type_checker_sees_a_wrong_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    said, _, _ = api.run(["--config-file=", "--no-incremental", "--follow-imports=silent", "-c", _SNIPPET])
    found = [(line.split(":")[1], line.split('"')[1]) for line in said.splitlines() if ": error: " in line]
    assert found == [("5", "unit"), ("6", "comparator"), ("7", "kind"), ("8", "role")], said


@pytest.mark.parametrize("name", [name for name in vocabulary.__all__ if name != "values"])
def test_the_codes_of_a_vocabulary_differ(name: str) -> None:
    codes = vocabulary.values(getattr(vocabulary, name))
    assert len(codes) == len(set(codes)) > 1


@pytest.mark.parametrize(
    ("labels", "codes"),
    [
        (words.STANCES, vocabulary.Stance),
        (words.VERDICTS, vocabulary.Verdict),
        (words.TRENDS, vocabulary.Trend),
        (words.SEVERITIES, vocabulary.Severity),
        (words.LEVELS, vocabulary.Level),
        (words.COMPARATORS, vocabulary.Comparator),
        (filters.KINDS, vocabulary.PlanKind),
        (deadlines.KINDS, vocabulary.DeadlineKind),
    ],
)
def test_every_code_has_its_words(labels: dict[str, object], codes: object) -> None:
    assert tuple(labels) == vocabulary.values(codes)


def test_every_choice_of_a_correction_has_its_words() -> None:
    choices = {code for kind in correctable().values() for field in kind.values() for code in field.choices}
    assert choices - set(words.VALUES) == set()
    assert correctable()["targets"]["unit"].choices == get_args(vocabulary.Unit)


def test_what_is_computed_has_the_codes_of_the_vocabulary() -> None:
    assert get_args(vocabulary.Stance) == STANCES
    assert get_args(vocabulary.Level) == LEVELS
