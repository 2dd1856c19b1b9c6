"""The programme as data agrees with the decision; a wrong file is refused with its name, key and what is allowed."""

from __future__ import annotations

import pytest

from corpus import programme
from corpus.programme import ProgrammeError

# Quyết định 23/QĐ-TTg, phụ lục: code → values of 2025 and 2030 (`None` where none is set), `less` where less is better.
_DECISION = {
    "1": (65, 75), "2": (90, 95), "3a": (9.5, 9), "3b": (12.5, 10), "3c": (18.5, 15), "4a": (9, 6), "4b": (17, 15), "4c": (5, 5),
    "5a": (97, 98), "5b": (None, 98), "6": (None, 2), "7": (100, 100), "8a": (6.5, 6), "8b": (90, 95), "9": (4.5, 4), "10": (4.9, 4.5),
    "11a": (550, 500), "11b": (16, 15), "12": (None, None), "13": (None, 2), "14": (98.5, 100), "15": (99.1, 99.3), "16": (99.1, 99.3),
    "17a": (97, 99), "17b": (0.12, 0.1), "18a": (88, 93), "18b": (0.14, 0.05), "19": (95, None), "20a": (55, 60), "20b": (80, 90),
    "21": (40, 45), "22": (30, 35), "23": (85, 90), "24": (30, 35),
}  # fmt: skip
_LESS = {"3a", "3b", "3c", "4a", "4b", "4c", "6", "8a", "9", "10", "11a", "11b", "17b", "18b"}

_SMALL = """
[programme]
id = "p"
number = "1/QĐ-TTg"
issued_on = 2021-01-01
issuer = "Thủ tướng Chính phủ"
title_vi = "Chương trình"
title_en = "Programme"
period = [2021, 2030]
[[objective]]
number = 1
name_vi = "Mục tiêu"
name_en = "Objective"
[[indicator]]
number = 1
objective = 1
name_vi = "Chỉ tiêu"
name_en = "Indicator"
[[measure]]
code = "1"
indicator = 1
name_vi = "Tỷ lệ"
name_en = "Rate"
direction = "more"
unit = "percent"
milestones = [{ year = 2025, comparator = "=", value = 65 }]
"""


def test_the_shipped_programme_says_what_the_decision_says() -> None:
    shipped = programme.load_all()[0]
    assert (shipped.number, len(shipped.indicators), len(shipped.measures)) == ("23/QĐ-TTg", 24, 34)
    said = {}
    for measure in shipped.measures:
        values = {
            milestone.year: milestone.value
            for milestone in measure.milestones
            if milestone.group in (None, "nông thôn")
        }
        said[measure.code] = (values.get(2025), values.get(2030))
    assert said == _DECISION
    assert {measure.code for measure in shipped.measures if measure.direction == "less"} == _LESS


def test_a_small_programme_is_read() -> None:
    assert programme.parse(_SMALL, "p.toml").measures[0].milestones[0].value == 65


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('direction = "more"', 'direction = "up"', r"p\.toml: measure 1: direction = 'up'; allowed: more, less"),
        ('unit = "percent"', 'unit = "%"', r"p\.toml: measure 1: unit = '%'; allowed: percent, per, count"),
        ('code = "1"\n', "", r"p\.toml: measure no\. 1: key 'code' is missing"),
        ('number = "1/QĐ-TTg"\n', "", r"p\.toml: programme: key 'number' is missing"),
        ("value = 65 }", 'value = 65 }, { year = 2025, comparator = "=", value = 70 }', r"p\.toml: measure 1: milestones: two values for 2025"),
        ("indicator = 1", "indicator = 2", r"p\.toml: measure 1: indicator 2 is none of the indicators"),
        ("[programme]", "[programme", r"p\.toml: no TOML"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused(right: str, wrong: str, message: str) -> None:
    assert right in _SMALL
    with pytest.raises(ProgrammeError, match=message):
        programme.parse(_SMALL.replace(right, wrong, 1), "p.toml")
