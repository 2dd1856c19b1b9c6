"""A pattern that is tried on the lines that have what it needs alone finds what it finds on all lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
import regex

import patterns
from patterns.sifting import Sifted
from tests.conftest import PLANS, ROOT

# Each of the patterns finds something in the plans or in these words.
WORDS = """Các sở, ngành tỉnh triển khai kế hoạch
Các phòng, ban, ngành huyện chủ động xây dựng kế hoạch; các sở, ban, ngành của tỉnh đưa chỉ tiêu vào kế hoạch
Giao Sở Y tế chủ trì. Chỉ đạo các xã, các phòng, ban thuộc UBND huyện và UBND các quận, huyện; Luật này, Kế hoạch này
Truyền thông trên địa bàn tỉnh cho các xã trên địa bàn huyện, toàn xã Tam Nông và nhân dân tỉnh An Giang
Huyện có tất cả 15 xã; xã gồm 7 thôn. Từ ngày 31/11 hằng năm đến tháng 13/2022"""


def sifted() -> Iterator[tuple[str, Sifted]]:
    """All such patterns, by the names that they have in their modules."""

    def within(name: str, value: object) -> Iterator[tuple[str, Sifted]]:
        if isinstance(value, Sifted):
            yield name, value
        elif isinstance(value, dict):
            for key, one in value.items():
                yield from within(f"{name}[{key}]", one)
        elif isinstance(value, tuple):
            for one in value:
                yield from within(name, one)

    for module in iter_modules(patterns.__path__):
        for name, value in vars(import_module(f"patterns.{module.name}")).items():
            yield from within(f"{module.name}.{name}", value)


ALL = dict(sifted())


def texts() -> list[str]:
    files = [*sorted(PLANS.glob("*.txt")), *sorted((ROOT / "tests/data/written").glob("*.txt"))]
    return [WORDS, *(Path(file).read_text(encoding="utf-8") for file in files)]


def lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def spans(found: Iterator[regex.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in found]


@pytest.mark.parametrize("name", ALL)
def test_it_finds_what_the_pattern_finds_on_all_lines(name: str) -> None:
    one, found = ALL[name], 0
    for text in texts():
        whole = [span for start, end in lines(text) for span in spans(one.pattern.finditer(text, start, end))]
        assert spans(one.finditer(text)) == whole
        found += len(whole)
    assert found


def test_there_are_such_patterns() -> None:
    assert {"dates.NAMED", "places.SAYS_WHOLE", "copied.PLACE", "copied.CHARGES_DEPARTMENT"} <= set(ALL)


def test_a_line_with_several_of_the_words_is_read_once() -> None:
    one = Sifted(regex.compile("[ab]+"), (re.compile("a"), re.compile("b")))
    assert spans(one.finditer("ab ba\ncc\nb")) == [(0, 2), (3, 5), (9, 10)]
