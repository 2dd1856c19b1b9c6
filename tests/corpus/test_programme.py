"""The programme as data agrees with the decision; a wrong file is refused with its table and key, the value and the remedy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus import programme
from corpus.programme import Programme, ProgrammeError
from corpus.programme.citing import carried_out, is_named, meant
from tests.conftest import ROOT

GUEST = ROOT / "tests/data/programmes/qd-23-2022.toml"

# Quyết định 23/QĐ-TTg, phụ lục: code → values of 2025 and 2030 (`None` where none is set), `less` where less is better.
_DECISION = {
    "1": (65, 75), "2": (90, 95), "3a": (9.5, 9), "3b": (12.5, 10), "3c": (18.5, 15), "4a": (9, 6), "4b": (17, 15), "4c": (5, 5),
    "5a": (97, 98), "5b": (None, 98), "6": (None, 2), "7": (100, 100), "8a": (6.5, 6), "8b": (90, 95), "9": (4.5, 4), "10": (4.9, 4.5),
    "11a": (550, 500), "11b": (16, 15), "12": (None, None), "13": (None, 2), "14": (98.5, 100), "15": (99.1, 99.3), "16": (99.1, 99.3),
    "17a": (97, 99), "17b": (0.12, 0.1), "18a": (88, 93), "18b": (0.14, 0.05), "19": (95, None), "20a": (55, 60), "20b": (80, 90),
    "21": (40, 45), "22": (30, 35), "23": (85, 90), "24": (30, 35),
}  # fmt: skip
_LESS = {"3a", "3b", "3c", "4a", "4b", "4c", "6", "8a", "9", "10", "11a", "11b", "17b", "18b"}

SMALL = """
[programme]
id = "p-2021"
number = "1/QĐ-TTg"
issued_on = 2021-01-01
issuer = "Thủ tướng Chính phủ"
kind_vi = "Đề án"
kind_en = "scheme"
title_vi = "Đề án"
title_en = "Scheme"
period = [2021, 2030]
[objectives.1]
name_vi = "Mục tiêu"
name_en = "Objective"
[indicators.1]
objective = 1
name_vi = "Chỉ tiêu"
name_en = "Indicator"
[measures.1]
indicator = 1
name_vi = "Tỷ lệ"
name_en = "Rate"
direction = "more"
unit = "percent"
values.2025 = 65
key = ["tỷ lệ"]
"""


def test_the_shipped_programme_says_what_the_decision_says() -> None:
    shipped = next(one for one in programme.load_all() if one.key == ("23/QĐ-TTg", 2021))
    assert (len(shipped.indicators), len(shipped.measures)) == (24, 34)
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


def _levels(values: str) -> list[tuple[object, ...]]:
    (measure,) = programme.parse(SMALL.replace("values.2025 = 65", values), "p.toml").measures
    return [(one.year_from, one.year, one.comparator, one.value, one.value_high, one.group) for one in measure.milestones]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "levels"),
    [
        ("values.2025 = 65", [(None, 2025, "=", 65.0, None, None)]),
        ('values.2025 = "< 9.5"', [(None, 2025, "<", 9.5, None, None)]),
        ('values.2025 = ">= 9"\nvalues.2030 = 12', [(None, 2025, ">=", 9.0, None, None), (None, 2030, "=", 12.0, None, None)]),
        ('values.always = "<=100"', [(None, None, "<=", 100.0, None, None)]),
        ('values.2025-2030 = "2-3"', [(2025, 2030, "range", 2.0, 3.0, None)]),
        ('values.2025 = { "chung" = "< 5", "miền núi" = "< 20" }', [(None, 2025, "<", 5.0, None, None), (None, 2025, "<", 20.0, None, "miền núi")]),
        ('values.2025 = { "nông thôn" = "> 5", "thành thị" = 10 }', [(None, 2025, ">", 5.0, None, "nông thôn"), (None, 2025, "=", 10.0, None, "thành thị")]),
    ],
)  # fmt: skip
def test_levels_are_read(values: str, levels: list[tuple[object, ...]]) -> None:
    assert _levels(values) == levels


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('direction = "more"', 'direction = "up"', "measures.1.direction = 'up': chỉ nhận 'more', 'less' / allowed: 'more', 'less'"),
        ('unit = "percent"', 'unit = "%"', "measures.1.unit = '%': chỉ nhận 'percent', 'per', 'count' / allowed: 'percent', 'per', 'count'"),
        ("indicator = 1\n", "", "measures.1.indicator: thiếu khóa; hãy thêm / key is missing; add it"),
        ('number = "1/QĐ-TTg"\n', "", "programme.number: thiếu khóa; hãy thêm / key is missing; add it"),
        ('kind_en = "scheme"', 'kinds = "scheme"', "there are those; có phải kind_vi? / did you mean kind_vi?"),
        ("values.2025 = 65", "milestones = [65]", "measures.1.milestones: không có khóa này; có: indicator, name_vi,"),
        ("issued_on = 2021-01-01", 'issued_on = "1/1/2021"', "programme.issued_on = '1/1/2021': phải là ngày, ví dụ 2021-01-07"),
        ("indicator = 1\n", 'indicator = "1"\n', "measures.1.indicator = '1': phải là số nguyên"),
        ("values.2025 = 65", 'values.2025 = "65%"', "measures.1.values.2025 = '65%': '65%' không phải mức; viết 65,"),
        ("values.2025 = 65", 'values.2025 = { "nông thôn" = "x" }', "measures.1.values.2025: nhóm / group 'nông thôn': 'x' không phải mức"),
        ("values.2025 = 65", "values.25 = 65", "measures.1.values.25 = '25': khóa phải là năm (2025)"),
        ("values.2025 = 65", "values.2025 = 165", "measures.1.values.2025: 165 nằm ngoài 0–100; sửa mức hoặc unit / 165 is outside 0 to 100"),
        ("values.2025 = 65", "values.2019 = 65", "measures.1.values.2019: năm 2019 trước khi bắt đầu (2021)"),
        ("values.2025 = 65", "values.2025 = 65\nvalues.2030 = 60", "measures.1.values.2030: 60 kém hơn 65 của năm 2025 trong khi càng cao càng tốt"),
        ("values.2025 = 65", 'values.2025-2030 = "3-2"', "measures.1.values.2025-2030: khoảng 3-2 bị ngược; đổi chỗ hai số"),
        ("values.2025 = 65", "values.2030-2025 = 65", "measures.1.values.2030-2025: khoảng năm bị ngược"),
        ("indicator = 1\n", "indicator = 2\n", "measures.1.indicator: 2 không có trong [indicators] (có: 1)"),
        ("objective = 1\n", "objective = 4\n", "indicators.1.objective: 4 không có trong [objectives] (có: 1)"),
        ('key = ["tỷ lệ"]', 'key = ["tỷ lệ"]\npart_of = "1"', "measures.1.part_of: '1' không có trong [measures]"),
        ('key = ["tỷ lệ"]', 'key = ["tỷ lệ"]\nsame_as = ["1a"]', "measures.1.same_as.0 = '1a': chỉ gồm chữ thường không dấu"),
        ('key = ["tỷ lệ"]', 'key = ["tỷ lệ"]\nsame_as = ["p-2021:2"]', "measures.1.same_as: 'p-2021:2' thuộc chính chương trình này"),
        ('key = ["tỷ lệ"]', 'key = ["tỷ lệ"]\nsources = [1]', "measures.1.sources: 1 không có trong programme.sources (có 0)"),
        ("period = [2021, 2030]", 'period = [2021, 2030]\nsupplements = "p-2021"', "programme.supplements: 'p-2021' là chính nó"),
        ("period = [2021, 2030]", 'period = [2021, 2030]\nlooked_for_successor = "2026"', "programme.looked_for_successor = '2026': phải là ngày"),
        ('key = ["tỷ lệ"]', 'key = ["Tỷ lệ"]', "measures.1.key.0 = 'Tỷ lệ': phải là chữ thường"),
        ('key = ["tỷ lệ"]', "key = []", "measures.1.key: cần thêm giá trị"),
        ('key = ["tỷ lệ"]', 'key = ["tỷ lệ"]\nall = ["("]', "measures.1.all.0 = '(': không phải biểu thức chính quy"),
        ('key = ["tỷ lệ"]', 'key = ["tỷ lệ"]\nall = ["a*"]', "measures.1.all.0 = 'a*': khớp cả chuỗi rỗng"),
        ('unit = "percent"', 'unit = "per"', 'measures.1.per: unit = "per" cần mẫu số; thêm per = 1000'),
        ('unit = "percent"', 'unit = "percent"\nper = 1000', "measures.1.per: chỉ dùng với unit = \"per\", ở đây là 'percent'"),
        ('unit = "percent"', 'unit = "percent"\nper_year = true', "measures.1.per_year: chỉ dùng với change"),
        ('unit = "percent"', 'unit = "count"\nof = "commune"', "measures.1.of: chỉ dùng với unit = \"percent\", ở đây là 'count'"),
        ("period = [2021, 2030]", "period = [2030, 2021]", "programme.period: bắt đầu 2030 sau khi kết thúc 2021; đổi chỗ hai năm"),
        ("period = [2021, 2030]", "period = [2011, 2020]", "programme.issued_on: ban hành năm 2021, sau khi kết thúc 2020"),
        ('id = "p-2021"', 'id = "p-2020"', "programme.id: 'p-2020' không kết thúc bằng năm ban hành; viết …-2021"),
        ('id = "p-2021"', 'id = "P/2021"', "programme.id = 'P/2021': chỉ gồm chữ thường không dấu"),
        ("[programme]", "[programme", "dòng 2: sai cú pháp TOML, sửa '[programme' / line 2: no TOML: Expected ']'"),
        ('key = ["tỷ lệ"]', 'key = ["tỷ lệ"]\n[measures.1]', "dòng 27: sai cú pháp TOML, sửa '[measures.1]' / line 27: no TOML: Cannot declare"),
        ('key = ["tỷ lệ"]', 'key = ["tỷ lệ', "dòng 26: sai cú pháp TOML"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused(right: str, wrong: str, message: str) -> None:
    assert right in SMALL
    with pytest.raises(ProgrammeError) as refused:
        programme.parse(SMALL.replace(right, wrong, 1), "p.toml")
    assert message in str(refused.value)
    assert all(line.startswith("p.toml: ") for line in str(refused.value).splitlines())


def test_everything_that_is_wrong_is_said_at_once() -> None:
    wrong = SMALL.replace('"more"', '"up"').replace('"percent"', '"%"')
    with pytest.raises(ProgrammeError) as refused:
        programme.parse(wrong, "p.toml")
    assert [line.split(" ")[1] for line in str(refused.value).splitlines()] == ["measures.1.direction", "measures.1.unit"]  # fmt: skip


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes("kiểu".encode("utf-16"))
    with pytest.raises(ProgrammeError, match=r"p\.toml: không phải UTF-8; lưu lại dạng UTF-8"):
        programme.load(path)
    with pytest.raises(ProgrammeError, match=r"none\.toml: không đọc được"):
        programme.load(tmp_path / "none.toml")


# --- what citations mean ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Cited:
    number: str | None
    issued_on: str | None = None
    issuer: str | None = None
    role: str = "implements"


_PROVINCE = SMALL.replace("1/QĐ-TTg", "12/NQ-HĐND").replace("Thủ tướng Chính phủ", "Hội đồng nhân dân tỉnh Yên Bái")


@pytest.fixture(scope="module")
def known() -> tuple[Programme, ...]:
    return (*programme.load_all(), programme.load(GUEST), programme.parse(_PROVINCE, "p.toml"))


@pytest.mark.parametrize(
    ("cited", "programme_id"),
    [
        (_Cited("23/QĐ-TTg", "2021-01-07"), "qd-23-2021"),
        (_Cited("23/QĐ-TTg", "2021-07-01"), "qd-23-2021"),  # day and month swapped: the year is right
        (_Cited("23/QĐ-TTg", "2021"), "qd-23-2021"),
        (_Cited("23/qđ-ttg", "2022-03-01", "Chính phủ"), "qd-23-2022"),
        (_Cited("23/QĐ-TTg"), None),  # two programmes have the number
        (_Cited("23/QĐ-TTg", "2019-01-07"), None),
        (_Cited("23/CT-TTg", "2021-01-07"), None),
        (_Cited("12/NQ-HĐND", "2021-01-01", "HĐND tỉnh Yên Bái"), "p-2021"),
        (_Cited("12/NQ-HĐND", "2021-01-01"), "p-2021"),
        (_Cited("12/NQ-HĐND", "2021-01-01", "Hội đồng nhân dân tỉnh Lào Cai"), None),
        (_Cited("12/NQ-HĐND", "2021"), None),  # every province has one
    ],
)
def test_a_citation_means_a_programme_by_number_year_and_issuer(
    known: tuple[Programme, ...], cited: _Cited, programme_id: str | None
) -> None:
    found = meant(cited, known)
    assert (found.id if found else None) == programme_id


_FIRST = "qd-23-2021"


@pytest.mark.parametrize(
    ("cited", "title", "opening", "carried"),
    [
        ([_Cited("23/QĐ-TTg", "2021-01-07")], "", "", [_FIRST]),
        ([_Cited("23/QĐ-TTg", "2021-01-07", role="basis")], "", "", [_FIRST]),
        ([_Cited("23/QĐ-TTg", "2021-01-07", role="mention")], "", "", []),
        ([_Cited("23/QĐ-TTg", "2021-01-07", role="basis"), _Cited("23/QĐ-TTg", "2022")], "", "", ["qd-23-2022"]),
        ([_Cited("23/QĐ-TTg", "2021-01-07"), _Cited("23/QĐ-TTg", "2022")], "", "", [_FIRST, "qd-23-2022"]),
        ([], "Chương trình hành động vì trẻ em huyện Tân Yên giai đoạn 2021 - 2030", "", [_FIRST]),
        ([], "Kế hoạch năm 2026", "Thực hiện Chương trình hành động quốc gia vì trẻ em giai đoạn 2026 - 2030", [_FIRST]),
        ([], "", "tổng kết Chương trình hành động quốc gia vì trẻ em giai đoạn 2012 - 2020", []),
        ([_Cited("23/QĐ-TTg", "2022")], "", "căn cứ Chương trình hành động quốc gia vì trẻ em", ["qd-23-2022"]),
        ([_Cited("11/KH-UBND", "2024-01-02")], "Kế hoạch công tác trẻ em năm 2024", "", []),
    ],
)  # fmt: skip
def test_a_plan_carries_out_what_its_opening_says(
    known: tuple[Programme, ...], cited: list[_Cited], title: str, opening: str, carried: list[str]
) -> None:
    assert [one.id for one, _ in carried_out(cited, known, title=title, opening=opening)] == carried


def test_the_programme_that_supplements_no_other_comes_first() -> None:
    assert (
        [one.id for one in programme.load_all() if one.supplements is None] == [programme.load_all()[0].id] == [_FIRST]
    )


def test_a_programme_without_names_is_called_by_its_title() -> None:
    national = programme.parse(_PROVINCE.replace("Hội đồng nhân dân tỉnh Yên Bái", "Thủ tướng Chính phủ"), "p.toml")
    assert is_named("thực hiện Đề án của tỉnh", national)
    assert not is_named("thực hiện đề ánh sáng", national)


def test_that_of_a_locality_is_called_by_no_title_since_others_have_the_same(known: tuple[Programme, ...]) -> None:
    assert not is_named("thực hiện Đề án của tỉnh", known[-1])
    named = programme.parse(_PROVINCE.replace("[objectives.1]", 'called = ["đề án của tỉnh yên bái"]\n\n[objectives.1]', 1), "p.toml")  # fmt: skip
    assert is_named("thực hiện Đề án của tỉnh Yên Bái", named)
