"""What must hold over every text at hand, and over texts changed in ways that change no word.

Page breaks inside paragraphs, prose wrapped at 70 columns, decomposed letters, doubled spaces and blank lines leave the records
as they are; shuffled paragraphs may change them, and never the truth of their offsets.
"""

from __future__ import annotations

import random
import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract import readers
from extract.pipeline import extract_bytes
from extract.records import Plan
from extract.structure import text as texts
from tests.conftest import PLANS, ROOT
from tests.plans import read

_FILES = [*sorted(PLANS.glob("*.txt")), *sorted((ROOT / "tests/data/written").glob("*.txt"))]


def facts(plan: Plan) -> dict[str, list[tuple[Any, ...]]]:
    """What a plan says, without places: identities and quotes with their spaces made one."""
    out: dict[str, list[tuple[Any, ...]]] = {"document": [(plan.document,)]}
    for kind, found in plan.records.items():
        out[kind] = [(" ".join(record.quote.split()), *record.identity()) for record in found]
    return out


def check_offsets(plan: Plan) -> None:
    for found in plan.records.values():
        keys = [record.key for record in found]
        assert len(set(keys)) == len(keys)
        for record in found:
            assert plan.text[record.start : record.end] == record.quote
            assert 0 < record.confidence <= 1
    for warning in plan.warnings:
        if warning.start is not None and warning.end is not None:
            assert 0 <= warning.start < warning.end <= len(plan.text)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_quotes_stand_where_their_offsets_say(path: Path) -> None:
    check_offsets(extract_bytes(path.read_bytes(), path=path.name))


# What a quote leaves out of its source: spaces, marks of Markdown.
_LEFT_OUT = regex.compile(r"[\s*#_\\]|\[\^\w+\]")


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_the_map_leads_from_every_quote_to_its_words_in_the_file(path: Path) -> None:
    built = texts.build(readers.read(path.read_bytes(), path.name))
    plan = extract_bytes(path.read_bytes(), path=path.name)
    for found in plan.records.values():
        for record in found:
            raw = "".join(built.source.raw[a:b] for a, b in built.raw_ranges(record.start, record.end))
            said = unicodedata.normalize("NFC", _LEFT_OUT.sub("", raw)).replace("|", "")
            assert said == _LEFT_OUT.sub("", record.quote).replace("|", "")


def _is_unwrapped(path: Path) -> bool:
    """Whether the paragraphs of a file stand on one line each, so that they can be wrapped as a whole."""
    return max(len(line) for line in path.read_text(encoding="utf-8").split("\n") if "|" not in line) > 200


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def doubled_spaces(text: str) -> str:
    """The text with two spaces between words; what a line is set in by stays, for a wrap at a fixed width counts it."""
    return "\n".join(
        line
        if "    " in line or "|" in line
        else line[: len(line) - len(line.lstrip())] + line.lstrip().replace(" ", "  ")
        for line in text.split("\n")
    )


def more_blank_lines(text: str) -> str:
    return text.replace("\n\n", "\n\n\n")


def wrapped(text: str) -> str:
    """Prose wrapped at 70 columns; lines of tables and of side-by-side columns as they are."""

    def keep(line: str) -> bool:
        return len(line) <= 70 or "|" in line or "    " in line

    lines = (
        line if keep(line) else textwrap.fill(line, 70, break_on_hyphens=False, break_long_words=False)
        for line in text.split("\n")
    )
    return "\n".join(lines)


@pytest.mark.parametrize(
    "change", [decomposed, doubled_spaces, more_blank_lines], ids=["decomposed", "doubled-spaces", "blank-lines"]
)
@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_changes_of_no_word_change_no_record(path: Path, change: Callable[[str], str]) -> None:
    text = path.read_text(encoding="utf-8")
    assert facts(read(change(text))) == facts(read(text))


def broken(text: str) -> str:
    """A page break with its number in the middle of every tenth long paragraph, between two words that no mark ends."""
    lines = text.split("\n")
    long = [number for number, line in enumerate(lines) if len(line) > 160 and "|" not in line]
    for page, number in enumerate(long[::10], 2):
        words = lines[number].split(" ")
        cut = next(
            (
                at
                for at in range(len(words) // 2, len(words) - 3)
                if words[at - 1].isalpha() and words[at].islower() and words[at].isalpha()
            ),
            None,
        )
        if cut is not None:
            lines[number] = f"{' '.join(words[:cut])}\n\n{page}\n\f\n{' '.join(words[cut:])}"
    return "\n".join(lines)


@pytest.mark.parametrize("path", [path for path in _FILES if _is_unwrapped(path)], ids=lambda path: path.stem)
def test_page_breaks_inside_paragraphs_change_no_record(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "\f" in broken(text)
    assert facts(read(broken(text))) == facts(read(text))


@pytest.mark.parametrize("path", [path for path in _FILES if _is_unwrapped(path)], ids=lambda path: path.stem)
def test_wrapped_prose_gives_the_same_records(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert facts(read(wrapped(text))) == facts(read(text))


@given(seed=st.integers(0, 10_000), path=st.sampled_from(_FILES))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None, derandomize=True)
def test_shuffled_paragraphs_break_nothing(seed: int, path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    random.Random(seed).shuffle(lines)
    check_offsets(read("\n".join(lines)))


@given(
    text=st.text(alphabet="abcđ ấệ0123456789%/-.,;:()[]|*#_\n\t\u0301“”–IVX", min_size=1).filter(
        lambda text: any(c.isalnum() for c in text)
    )
)
@settings(max_examples=150, deadline=None, database=None, derandomize=True)
def test_any_text_gives_records_whose_offsets_hold(text: str) -> None:
    check_offsets(read("Kế hoạch\n" + text))
