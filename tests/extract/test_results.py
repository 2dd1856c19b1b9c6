"""What was reached: columns of tables, sentences of reports; values that a table gives to localities."""

from __future__ import annotations

import pytest

from tests.plans import HEAD, plan, read

_REPORT = """ỦY BAN NHÂN DÂN
TỈNH AN GIANG
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 15/BC-UBND

An Giang, ngày 14 tháng 12 năm 2023

BÁO CÁO

Kết quả thực hiện công tác trẻ em năm 2023

I. KẾT QUẢ THỰC HIỆN

{body}

II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024

- Phấn đấu 95% trẻ em được khai sinh.

Nơi nhận:
- Lưu: VT.
"""


def test_columns_of_what_was_reached_are_results_and_baselines() -> None:
    found = plan(
        "I. MỤC TIÊU\n\n| TT | Chỉ tiêu | ĐVT | Kế hoạch 2021 | Thực hiện 2021 | Kế hoạch 2022 |\n"
        "| 1 | Tỷ lệ xã, phường, thị trấn phù hợp với trẻ em | % | 60 | 62 | 65 |",
        head=HEAD.replace("2024", "2022"),
    )
    (result,) = found.results
    assert (
        result.value,
        result.year,
        result.planned_value,
        result.unit,
        [one.measure for one in result.alignments],
        result.indicator_no,
    ) == (
        62,
        2021,
        60,
        "percent",
        ["1"],
        1,
    )
    assert (65, 2022, 62, 2021) in [(t.value, t.year, t.baseline_value, t.baseline_year) for t in found.targets]


def test_a_report_has_results_and_no_targets() -> None:
    body = "- Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98,5%, vượt 1,5% so với chỉ tiêu.\n\n- Tỷ lệ trẻ em được trợ giúp đạt 92/90 %, vượt kế hoạch."
    found = read(_REPORT.format(body=body))
    assert not found.targets
    assert [(r.value, r.planned_value, r.unit, [one.measure for one in r.alignments]) for r in found.results] == [
        (98.5, None, "percent", ["14"]),
        (92, 90, "percent", []),
    ]
    assert (found.results[0].period_start, found.results[0].period_end) == (2023, 2023)


def test_a_table_of_a_report_tells_what_was_reached_of_what_was_planned() -> None:
    body = "| TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2023 | Kết quả năm 2023 | So với kế hoạch (%) |\n| 1 | Trẻ em dưới 5 tuổi được khai sinh | % | 98 | 99 | 101 |"
    found = read(_REPORT.format(body=body))
    assert not found.targets
    assert [(r.value, r.year, r.planned_value) for r in found.results] == [(99, 2023, 98)]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "| TT | Xã, phường | Trẻ em được khai sinh (%) | Trẻ em được tiêm chủng (%) |",
            "| 1 | Xã Hà Long | 97 | 95 |",
            "| 2 | Hà Bắc | 98 | 96 |",
            "| | Tổng cộng | 97,5 | 95,5 |",
        ),
        (
            "| TT | Chỉ tiêu | ĐVT | Xã Hà Long | Xã Hà Bắc | Toàn huyện |",
            "| 1 | Trẻ em được khai sinh | % | 97 | 98 | 97,5 |",
            "| 2 | Trẻ em được tiêm chủng | % | 95 | 96 | 95,5 |",
        ),
    ],
)
def test_values_given_to_localities_name_them(rows: tuple[str, ...]) -> None:
    found = plan("I. MỤC TIÊU\n\n" + "\n".join(rows)).targets
    got = {
        ((t.subject or "").replace(" (%)", ""), t.value, (t.unit_name or "").removeprefix("Xã "), t.unit) for t in found
    }
    assert got == {
        ("Trẻ em được khai sinh", 97, "Hà Long", "percent"), ("Trẻ em được khai sinh", 98, "Hà Bắc", "percent"), ("Trẻ em được khai sinh", 97.5, "", "percent"),
        ("Trẻ em được tiêm chủng", 95, "Hà Long", "percent"), ("Trẻ em được tiêm chủng", 96, "Hà Bắc", "percent"), ("Trẻ em được tiêm chủng", 95.5, "", "percent"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tỷ lệ xã phù hợp với trẻ em đạt 92,5% (37/40 xã).", (92.5, 37, 40, False)),
        ("Tỷ lệ xã phù hợp với trẻ em đạt 92,5% (37/45 xã).", (92.5, None, None, False)),  # one does not give the other
        ("Có 37/40 xã phù hợp với trẻ em.", (37, 37, 40, False)),
        ("Tỷ lệ xã phù hợp với trẻ em ước đạt 93%.", (93, None, None, True)),
        ("Công ước được truyền thông; tỷ lệ xã phù hợp với trẻ em đạt 93%.", (93, None, None, False)),
    ],
)
def test_what_a_share_is_made_of_and_whether_it_is_an_estimate(line: str, expected: tuple[object, ...]) -> None:
    found = read(_REPORT.format(body=f"- {line}")).results
    assert [(r.value, r.numerator, r.denominator, r.estimated) for r in found] == [expected]


def test_a_column_of_estimates_says_so() -> None:
    body = "| TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2023 | Ước thực hiện năm 2023 |\n| 1 | Trẻ em dưới 5 tuổi được khai sinh | % | 98 | 99 |"
    assert [(r.value, r.estimated) for r in read(_REPORT.format(body=body)).results] == [(99, True)]
