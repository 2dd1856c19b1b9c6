"""Numbering decides nesting: by prefix and by counting on, not by the kind of the label alone."""

from __future__ import annotations

from typing import assert_type

import pytest

from extract.structure import outline, tables, text
from tests.plans import plan


@pytest.mark.parametrize(
    ("lines", "paths"),
    [
        (["I. A", "1. B", "a) C", "1.1. D", "b) E", "2. F"], ["I", "I.1", "I.1.a", "I.1.1", "I.1.1.b", "I.2"]),
        (["I. A", "1. B", "a) C", "1. D", "2. E", "b) F", "2. G"], ["I", "I.1", "I.1.a", "I.1.a.1", "I.1.a.2", "I.1.b", "I.2"]),
        (["II. A", "1. B", "1. C", "2. D"], ["II", "II.1", "II.1", "II.2"]),
        (["III. A", "3.1. B", "3.2. C", "a) D", "3.3. E"], ["III", "III.3.1", "III.3.2", "III.3.2.a", "III.3.3"]),
        (["I. A", "1. B", "1.1. C", "1.1.1. D", "1.2. E", "2. F"], ["I", "I.1", "I.1.1", "I.1.1.1", "I.1.2", "I.2"]),
        (["Phần I. A", "I. B", "1. C", "Phần II. D", "I. E"], ["I", "I.I", "I.I.1", "II", "II.I"]),
        (["I. A", "1. B", "3. C", "5. D"], ["I", "I.1", "I.3", "I.5"]),
        (["6. A", "7. B", "Điều 4. C", "1. D", "2. E"], ["6", "7", "Điều 4", "Điều 4.1", "Điều 4.2"]),
    ],
)  # fmt: skip
def test_paths(lines: list[str], paths: list[str]) -> None:
    built = outline.build(text.from_string("\n".join(["KẾ HOẠCH", "Chăm sóc trẻ em", *lines])))
    assert [node.path for node in built.nodes] == paths


def test_a_section_on_how_things_stand_beside_the_aims_of_a_part_sets_none() -> None:
    read = plan(
        "Phần thứ nhất. MỤC ĐÍCH VÀ CHỈ TIÊU\n1. Đặc điểm tình hình\nXã có 09 thôn, trong đó 52% là hộ nghèo.\n"
        "2. Các chỉ tiêu giao\n- 90% trẻ em được tiêm chủng.\n"
    )
    assert [section.role for section in read.sections][1:] == ["situation", "objectives"]
    assert [target.value for target in read.targets] == [90]


def test_a_stage_is_worked_out_once_for_each_outline_and_keeps_its_type() -> None:
    asked: list[outline.Outline] = []

    @outline.stage
    def count(built: outline.Outline) -> int:
        asked.append(built)
        return len(built.blocks)

    one, other = (outline.build(text.from_string(words)) for words in ("I. A\n1. B", "I. A"))
    assert [count(one), count(one), count(other), count(one)] == [2, 2, 1, 2]
    assert [id(built) for built in asked] == [id(one), id(other)]
    assert_type(count(one), int)
    assert_type(tables.tables_in(one), list[tables.Table])
