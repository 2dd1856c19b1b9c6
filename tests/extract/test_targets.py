"""Targets: values, comparators, units, years, groups, baselines, measures; numbers that are no target."""

from __future__ import annotations

from typing import Any

import pytest

from extract.records import Target
from tests.plans import objectives, plan

# What a value has unless a case says otherwise.
_PLAIN: dict[str, Any] = {
    "comparator": "=", "unit": "percent", "per": None, "total": None, "year": None, "year_from": None, "value_high": None, "group": None,
    "change": None, "per_year": False, "baseline_value": None, "baseline_year": None,
}  # fmt: skip


def check(found: tuple[Target, ...], *expected: dict[str, Any]) -> None:
    assert [target.value for target in found] == [case["value"] for case in expected]
    for target, case in zip(found, expected, strict=True):
        for name, value in (_PLAIN | case).items():
            assert getattr(target, name) == value, (name, target.quote)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Tỷ lệ trẻ em đi học đạt 99,99%.", [{"value": 99.99}]),
        ("- Trên 95% trẻ em được khám sức khỏe.", [{"value": 95, "comparator": ">"}]),
        ("- Ít nhất 90% xã có điểm vui chơi cho trẻ em.", [{"value": 90, "comparator": ">="}]),
        ("- 90% trở lên trẻ em được tiêm chủng.", [{"value": 90, "comparator": ">="}]),
        ("- Tỷ lệ trẻ em bỏ học không quá 0,1%.", [{"value": 0.1, "comparator": "<="}]),
        ("- Giảm tỷ lệ trẻ em suy dinh dưỡng xuống dưới 9% vào năm 2025.", [{"value": 9, "comparator": "<", "year": 2025}]),
        ("- Giảm tỷ lệ trẻ em suy dinh dưỡng xuống còn 9% vào năm 2025.", [{"value": 9, "year": 2025}]),
        ("- Tỷ lệ khai sinh đạt 98,5% vào năm 2025 và 100% vào năm 2030.", [{"value": 98.5, "year": 2025}, {"value": 100, "year": 2030}]),
        ("- Đến năm 2025, 65% xã đạt tiêu chuẩn xã phù hợp với trẻ em; đến năm 2030 là 75%.", [{"value": 65, "year": 2025}, {"value": 75, "year": 2030}]),
        ("- Tỷ suất tử vong trẻ em dưới 1 tuổi là 12,5/1.000 trẻ đẻ sống năm 2025.", [{"value": 12.5, "unit": "per", "per": 1000, "year": 2025}]),
        ("- Giảm tỷ suất trẻ em bị tai nạn thương tích xuống 550/100.000 trẻ em.", [{"value": 550, "unit": "per", "per": 100000}]),
        ("- Tỷ suất tử vong sơ sinh dưới 9‰.", [{"value": 9, "comparator": "<", "unit": "per", "per": 1000}]),
        ("- 10/10 xã, thị trấn có Ban bảo vệ trẻ em.", [{"value": 10, "unit": "count", "total": 10}]),
        ("- Mỗi xã có ít nhất 01 điểm vui chơi cho trẻ em.", [{"value": 1, "comparator": ">=", "unit": "count"}]),
        ("- Giảm 10% số vụ trẻ em bị xâm hại so với năm 2020.", [{"value": 10, "change": "decrease", "baseline_year": 2020}]),
        ("- Giảm số cuộc tảo hôn bình quân 3% mỗi năm.", [{"value": 3, "change": "decrease", "per_year": True}]),
        ("- Giảm từ 2% đến 3% số cuộc tảo hôn hằng năm.", [{"value": 2, "value_high": 3, "comparator": "range", "change": "decrease", "per_year": True}]),
        ("- Tỷ lệ thấp còi giảm từ 13,2% năm 2022 xuống dưới 12,5% năm 2023.", [{"value": 12.5, "comparator": "<", "year": 2023, "baseline_value": 13.2, "baseline_year": 2022}]),
        ("- Tăng số xã phù hợp với trẻ em từ 142 xã năm 2022 lên 144 xã năm 2023.", [{"value": 144, "unit": "count", "year": 2023, "baseline_value": 142, "baseline_year": 2022}]),
        ("- 14/19 xã đạt tiêu chuẩn phù hợp với trẻ em vào năm 2025 và 17/19 xã vào năm 2030.", [{"value": 14, "unit": "count", "total": 19, "year": 2025}, {"value": 17, "unit": "count", "total": 19, "year": 2030}]),
        ("- Phấn đấu đạt 65% vào năm 2025 và duy trì đến năm 2030 tỷ lệ xã phù hợp với trẻ em.", [{"value": 65, "year": 2025}, {"value": 65, "year": 2030}]),
        ("- Tỷ lệ béo phì ở nông thôn dưới 5% và ở thành thị dưới 10%.", [{"value": 5, "comparator": "<", "group": "nông thôn"}, {"value": 10, "comparator": "<", "group": "thành thị"}]),
        ("- Tỷ suất tử vong trẻ em dưới 1 tuổi: ≤ 12‰ vào năm 2025; ≤ 10‰ vào năm 2030.", [{"value": 12, "comparator": "<=", "unit": "per", "per": 1000, "year": 2025}, {"value": 10, "comparator": "<=", "unit": "per", "per": 1000, "year": 2030}]),
        ("- Tỷ lệ béo phì: khu vực thành thị không quá 10%, khu vực nông thôn không quá 5%.", [{"value": 10, "comparator": "<=", "group": "thành thị"}, {"value": 5, "comparator": "<=", "group": "nông thôn"}]),
        ("- 99% trẻ em được khai sinh, trong đó vùng dân tộc thiểu số đạt 95%.", [{"value": 99}, {"value": 95, "group": "dân tộc thiểu số"}]),
        ("- Tỷ lệ xã phù hợp với trẻ em: 70% (2025), 80% (2030).", [{"value": 70, "year": 2025}, {"value": 80, "year": 2030}]),
        ("- Tỷ lệ trẻ em tham gia bảo hiểm y tế: 2025: 99%; 2030: 100%.", [{"value": 99, "year": 2025}, {"value": 100, "year": 2030}]),
        ("- Tỷ lệ trẻ em được trợ giúp qua các năm: 2024 là 85%, 2025 là 88%.", [{"value": 85, "year": 2024}, {"value": 88, "year": 2025}]),
        ("- Ít nhất 60% xã có điểm vui chơi vào năm 2025, đến năm 2030 là 70%.", [{"value": 60, "comparator": ">=", "year": 2025}, {"value": 70, "year": 2030}]),
        ("- Tỷ lệ trẻ em đi học vào năm 2025 và năm 2030 lần lượt đạt 98% và 99%.", [{"value": 98, "year": 2025}, {"value": 99, "year": 2030}]),
        ("- Đến năm 2025, 60% trẻ em có kỹ năng an toàn, trong đó 50% biết bơi.", [{"value": 60, "year": 2025}, {"value": 50, "year": 2025}]),
        ("- Đến năm 2025, 60% trẻ em biết bơi; 80% trường học có hàng rào.", [{"value": 60, "year": 2025}, {"value": 80, "year": 2025}]),
        ("- 70% học sinh được khám, trong đó học sinh tiểu học đạt 80%.", [{"value": 70}, {"value": 80, "group": "học sinh tiểu học"}]),
        ("- Tỷ lệ được khám đạt 95% ở cấp tiểu học và 90% ở cấp trung học cơ sở.", [{"value": 95, "group": "cấp tiểu học"}, {"value": 90, "group": "cấp trung học cơ sở"}]),
        ("- Không để quá 02 trẻ em tử vong do đuối nước.", [{"value": 2, "comparator": "<=", "unit": "count"}]),
        ("- Số xã đạt chuẩn tăng từ 6/10 năm 2021 lên 8/10 vào năm 2025.", [{"value": 8, "unit": "count", "total": 10, "year": 2025, "baseline_value": 6, "baseline_year": 2021}]),
        ("- Phát hành 500 tờ gấp tuyên truyền Luật Phòng, chống bạo lực gia đình năm 2007.", [{"value": 500, "unit": "count"}]),
        ("- Dạy bơi cho 4.000 trẻ em.", [{"value": 4000, "unit": "count"}]),
        ("- Đến năm 2025 có 90%, đến năm 2030 có 95% trẻ em được chăm sóc.", [{"value": 90, "year": 2025}, {"value": 95, "year": 2030}]),
        ("- Tỷ lệ trẻ em được khai sinh từ 98,5% trở lên vào năm 2025 và đạt 99,9% vào năm 2030.", [{"value": 98.5, "comparator": ">=", "year": 2025}, {"value": 99.9, "year": 2030}]),
        ("- Năm 2025, tỷ lệ học sinh đi học đạt 92%; năm 2030, tỷ lệ này đạt 95%.", [{"value": 92, "year": 2025}, {"value": 95, "year": 2030}]),
        ("- Có 7/15 xã vào năm 2025 và 8/15 xã vào năm 2030 có điểm vui chơi.", [{"value": 7, "unit": "count", "total": 15, "year": 2025}, {"value": 8, "unit": "count", "total": 15, "year": 2030}]),
        ("- Bố trí mỗi ấp, khu phố 01 cộng tác viên vào năm 2023.", [{"value": 1, "unit": "count", "year": 2023}]),
        ("- Trong quý I/2024, bồi dưỡng cho 160 giáo viên.", [{"value": 160, "unit": "count", "year": 2024}]),
        ("- Đến năm 2028 đạt 90% và duy trì đến năm 2030 tỷ lệ trẻ em đi học.", [{"value": 90, "year": 2028}, {"value": 90, "year": 2030}]),
        ("- 85% giáo viên được bồi dưỡng.", [{"value": 85}]),
        ("- Tỷ lệ giáo viên được bồi dưỡng đạt 85% đối với vùng thuận lợi và 70% đối với vùng khó khăn.", [{"value": 85, "group": "vùng thuận lợi"}, {"value": 70, "group": "vùng khó khăn"}]),
        ("- Biên soạn, cấp phát 500 tờ gấp, 20 video trong giai đoạn 2021 - 2025.", [{"value": 500, "unit": "count", "year": 2025, "year_from": 2021}, {"value": 20, "unit": "count", "year": 2025, "year_from": 2021}]),
        ("- Đến năm 2025 phấn đấu 65% và đến năm 2030 là 75% số xã phù hợp với trẻ em.", [{"value": 65, "year": 2025}, {"value": 75, "year": 2030}]),
        ("- Năm 2025: 60%; năm 2030: 80% trẻ em được học bơi.", [{"value": 60, "year": 2025}, {"value": 80, "year": 2030}]),
        ("- Tỷ số giới tính khi sinh dưới 112 bé trai/100 bé gái.", [{"value": 112, "comparator": "<", "unit": "per", "per": 100}]),
        ("- Tăng tối thiểu 5 điểm phần trăm tỷ lệ trẻ em biết bơi.", [{"value": 5, "comparator": ">=", "change": "increase"}]),
        ("- Đạt tỷ lệ 83,3% (25/30) xã, phường phù hợp với trẻ em.", [{"value": 83.3}]),
        ("- Số vụ vi phạm giảm 10% so với năm 2022 (năm 2022 là 12 em).", [{"value": 10, "change": "decrease", "baseline_year": 2022}]),
        ("- Phấn đấu trong năm 2024, giảm 5% số vụ đuối nước so với năm 2023.", [{"value": 5, "year": 2024, "change": "decrease", "baseline_year": 2023}]),
        ("- Số cặp tảo hôn giảm trên 30% so với năm 2022.", [{"value": 30, "comparator": ">", "change": "decrease", "baseline_year": 2022}]),
        ("- Tỷ lệ béo phì dưới 3% ở khu vực nông thôn và dưới 7% ở khu vực thành thị vào các năm 2023, 2024 và 2025.",
         [{"value": value, "comparator": "<", "group": group, "year": year} for value, group in ((3, "nông thôn"), (7, "thành thị")) for year in (2023, 2024, 2025)]),
        ("- Cấp phát 15.000 gói đa vi chất trong năm 2023 và 18.000 gói trong năm 2024.", [{"value": 15000, "unit": "count", "year": 2023}, {"value": 18000, "unit": "count", "year": 2024}]),
        ("- Đào tạo mới 45 cô đỡ thôn bản.", [{"value": 45, "unit": "count"}]),
        ("- Tỷ lệ khai sinh: đến năm 2023 đạt 96%; đến năm 2024 đạt 97%; đến năm 2025 đạt 98,5%.", [{"value": 96, "year": 2023}, {"value": 97, "year": 2024}, {"value": 98.5, "year": 2025}]),
        ("- Tỷ lệ khai sinh năm 2023, 2024, 2025 lần lượt đạt 97%; 98%; 98,5%.", [{"value": 97, "year": 2023}, {"value": 98, "year": 2024}, {"value": 98.5, "year": 2025}]),
        ("- Tỷ lệ khai sinh đạt 95÷98% vào năm 2025.", [{"value": 95, "value_high": 98, "comparator": "range", "year": 2025}]),
        ("- Tỷ lệ khai sinh đạt 98,125% vào năm 2025.", [{"value": 98.125, "year": 2025}]),
        ("- Tỷ suất tử vong xuống 12,5%o vào năm 2025 và 10%0 vào năm 2030.", [{"value": 12.5, "unit": "per", "per": 1000, "year": 2025}, {"value": 10, "unit": "per", "per": 1000, "year": 2030}]),
        ("- Tỷ lệ khai sinh đạt ⩾ 98%, tỷ lệ bỏ học dưới hoặc bằng 1%.", [{"value": 98, "comparator": ">="}, {"value": 1, "comparator": "<="}]),
        ("- Tỷ lệ khai sinh => 98%.", [{"value": 98, "comparator": ">="}]),
        ("- ½ số xã có điểm vui chơi vào năm 2025.", [{"value": 1, "unit": "count", "total": 2, "year": 2025}]),
        ("- Tỷ lệ bỏ học còn18%, tỷ lệ đi học đạt95%.", [{"value": 18}, {"value": 95}]),
        ("- Tỷ số giới tính khi sinh ở mức 107 trẻ trai/100 trẻ gái.", [{"value": 107, "unit": "per", "per": 100}]),
        ("- Tỷ suất sinh giảm từ 23 ca sinh/1.000 phụ nữ xuống 18 ca sinh/1.000 phụ nữ.", [{"value": 18, "unit": "per", "per": 1000, "baseline_value": 23}]),
        ("- Giảm số giờ làm việc nhà của phụ nữ còn 1,7 lần vào năm 2025.", [{"value": 1.7, "unit": "times", "year": 2025}]),
        ("- Hằng năm, số vụ xâm hại trẻ em được phát hiện tăng trên 03%.", [{"value": 3, "comparator": ">", "change": "increase", "per_year": True}]),
        ("- Phấn đấu đến năm 2030 đạt ít nhất 50% số xã, phường có điểm vui chơi, riêng năm 2026 phấn đấu xây dựng được ít nhất 20% xã, phường.", [{"value": 50, "comparator": ">=", "year": 2030}, {"value": 20, "comparator": ">=", "year": 2026}]),
        ("- Phấn đấu đạt 25% xã, phường phù hợp với trẻ em năm 2026, bảo đảm đến hết năm 2030 đạt 60% địa bàn cấp xã.", [{"value": 25, "year": 2026}, {"value": 60, "year": 2030}]),
        ("- Đến năm 2030 đạt 45% xã có thư viện, năm 2026 có 40% xã có thư viện.", [{"value": 45, "year": 2030}, {"value": 40, "year": 2026}]),
        ("- Từ năm 2025 trở đi, 100% nạn nhân được hỗ trợ.", [{"value": 100, "year": 2025, "year_from": 2025}]),
        ("- Tỷ lệ nữ lãnh đạo ít nhất vào năm 2025 đạt 40%.", [{"value": 40, "comparator": ">=", "year": 2025}]),
        ("- Có ít nhất một cơ sở y tế cung cấp dịch vụ vào năm 2025.", [{"value": 1, "comparator": ">=", "unit": "count", "year": 2025}]),
        ("- Trên 55% học sinh biết bơi, trong đó vùng ven sông đạt 70%.", [{"value": 55, "comparator": ">"}, {"value": 70, "group": "vùng ven sông"}]),
        ("- 96% cơ sở có bộ phận tư vấn, trong đó thành thị đạt 100%, nông thôn đạt từ 95% trở lên.", [{"value": 96}, {"value": 100, "group": "thành thị"}, {"value": 95, "comparator": ">=", "group": "nông thôn"}]),
        ("- 95% trường học an toàn; riêng trường mầm non đạt 100%.", [{"value": 95}, {"value": 100, "group": "trường mầm non"}]),
        ("- Tỷ lệ béo phì dưới 5% (nông thôn) và dưới 10% (thành thị).", [{"value": 5, "comparator": "<", "group": "nông thôn"}, {"value": 10, "comparator": "<", "group": "thành thị"}]),
        ("- Tỷ lệ béo phì: nông thôn dưới 5%, thành thị dưới 10%.", [{"value": 5, "comparator": "<", "group": "nông thôn"}, {"value": 10, "comparator": "<", "group": "thành thị"}]),
        ("- Tỷ lệ trẻ em đi học đạt 99,1% (2025) → 99,3% (2030).", [{"value": 99.1, "year": 2025}, {"value": 99.3, "year": 2030}]),
        ("- Tỷ lệ trẻ em đi học (2025: 99,1%; 2030: 99,3%).", [{"value": 99.1, "year": 2025}, {"value": 99.3, "year": 2030}]),
        ("- Toàn bộ số xã (100%) có cộng tác viên.", [{"value": 100}]),
        ("- Năm 2021 đã có 90% trẻ em được tiêm chủng; phấn đấu năm 2022 đạt 95%.", [{"value": 95, "year": 2022, "baseline_value": 90, "baseline_year": 2021}]),
        ("- Số vụ xâm hại giảm bình quân 5% mỗi năm; năm 2025 giảm 30% so với năm 2019.", [{"value": 5, "change": "decrease", "per_year": True}, {"value": 30, "change": "decrease", "year": 2025, "baseline_year": 2019}]),
        ("- Xây dựng ít nhất 40% xã phù hợp với trẻ em trong năm 2026 và xây dựng lộ trình thực hiện, đảm bảo đến năm 2030 toàn tỉnh đạt chuẩn.", [{"value": 40, "comparator": ">=", "year": 2026}]),
        ("- 95% trẻ em được trợ giúp vào năm 2025 và giữ vững kết quả này đến năm 2030.", [{"value": 95, "year": 2025}, {"value": 95, "year": 2030}]),
        ("- Xây dựng 10 km đường giao thông, trồng mới 500 ha rừng.", [{"value": 10, "unit": "count"}, {"value": 500, "unit": "count"}]),
        ("- Phấn đấu có 80% số xã đạt chuẩn (trong đó 30% số xã đạt chuẩn nâng cao).", [{"value": 80}, {"value": 30}]),
        ("- Số bác sĩ/1 vạn dân đạt 12 bác sĩ.", [{"value": 12, "unit": "per", "per": 10000}]),
        ("- Tuổi thọ trung bình đạt 75 tuổi, số năm sống khỏe đạt tối thiểu 68 năm.", [{"value": 75, "unit": "count"}, {"value": 68, "comparator": ">=", "unit": "count"}]),
        ("- Năm 2024 phấn đấu kết nạp 120 đoàn viên mới, năm 2025 là 150 đoàn viên.", [{"value": 120, "unit": "count", "year": 2024}, {"value": 150, "unit": "count", "year": 2025}]),
        ("- Có 15 sản phẩm đạt 3 sao trở lên, trong đó có 02 sản phẩm 5 sao.", [{"value": 15, "unit": "count"}, {"value": 2, "unit": "count"}]),
        ("- Tỉ lệ thất nghiệp khu vực thành thị dưới 3,5%; khu vực nông thôn dưới 2%.", [{"value": 3.5, "comparator": "<", "group": "thành thị"}, {"value": 2, "comparator": "<", "group": "nông thôn"}]),
        ("- Phấn đấu đến 2025, 70% người dân sử dụng dịch vụ.", [{"value": 70, "year": 2025}]),
        ("- Giảm trên 20% số ca mắc so với trung bình giai đoạn 2019-2023.", [{"value": 20, "comparator": ">", "change": "decrease", "baseline_year": 2023}]),
        ("- Mỗi năm phát triển từ 05 bộ dữ liệu mở.", [{"value": 5, "comparator": ">=", "unit": "count"}]),
        ("- 100% cán bộ, công chức; người lao động khi tham gia bồi dưỡng thuộc đối tượng 4 được phổ biến kiến thức.", [{"value": 100}]),
        ("- Trên 80% hộ gia đình, 100% trường học có nước sạch.", [{"value": 80, "comparator": ">"}, {"value": 100}]),
    ],
)  # fmt: skip
def test_values(line: str, expected: list[dict[str, Any]]) -> None:
    check(objectives(line).targets, *expected)


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("- Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân dưới 9%.", "4a"),
        ("- Tỷ lệ suy dinh dưỡng thấp còi ở trẻ dưới 5 tuổi còn 17%.", "4b"),
        ("- Tỷ suất tử vong sơ sinh dưới 9,5/1.000 trẻ đẻ sống.", "3a"),
        ("- 100% trẻ em sinh ra được đăng ký khai sinh đúng hạn.", "14"),
        ("- 40% xã, phường có điểm văn hóa, vui chơi cho trẻ em.", "21"),
        ("- Tỷ lệ học sinh hoàn thành chương trình tiểu học đạt 97%.", "17a"),
        ("- Tỷ lệ học sinh tiểu học bỏ học dưới 0,12%.", "17b"),
        ("- 100% học sinh được hướng dẫn kỹ năng sống.", None),
        ("- 90% cán bộ được tập huấn về bảo vệ trẻ em.", None),
        ("- Phường có thêm 02 điểm vui chơi cho trẻ em.", None),
        ("- Mỗi chi bộ giúp đỡ ít nhất 01 trẻ em có hoàn cảnh đặc biệt.", None),
        ("- Giảm 0,8% tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi so với năm 2022.", "4b"),
        ("- Giảm 10% số trẻ em tử vong do tai nạn, thương tích so với năm 2020.", None),
        ("- 80% hộ gia đình có nhà tiêu hợp vệ sinh.", None),
        ("- Tỷ lệ trẻ em bị xâm hại được tiếp cận dịch vụ hỗ trợ đạt 95%.", None),
        ("- 60% trẻ em khuyết tật được học nghề.", None),
        ("- Lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi: còn 4,9%.", "10"),
    ],
)
def test_alignment_goes_by_what_is_measured(line: str, measure: str | None) -> None:
    (target,) = objectives(line).targets
    assert target.measure == measure
    assert (target.measure_score is None) == (measure is None)


@pytest.mark.parametrize(
    ("line", "measures"),
    [
        ("- Tỷ suất tử vong trẻ em dưới 1 tuổi không quá 12,4‰, dưới 5 tuổi dưới 18,5‰.", ["3b", "3c"]),
        ("- Tỷ suất tử vong sơ sinh xuống 9,5‰; trẻ dưới 1 tuổi 12,5‰; trẻ dưới 5 tuổi 18,5‰.", ["3a", "3b", "3c"]),
        ("- Tỷ lệ trẻ em hoàn thành cấp tiểu học đạt 98,5%, tỷ lệ bỏ học không quá 0,2%.", ["17a", "17b"]),
    ],
)
def test_a_fragment_is_read_and_quoted_with_what_stands_before_it(line: str, measures: list[str]) -> None:
    found = objectives(line).targets
    assert [target.measure for target in found] == measures
    assert all(target.quote.startswith(found[0].quote[:20]) for target in found)


@pytest.mark.parametrize(
    ("line", "match"),
    [
        ("- Tỷ lệ trẻ em hoàn thành cấp tiểu học đạt 98%.", "exact"),
        ("- Tỷ lệ trẻ em dân tộc thiểu số hoàn thành cấp tiểu học đạt 90%.", "near"),
    ],
)
def test_a_narrower_population_is_a_near_match(line: str, match: str) -> None:
    (target,) = objectives(line).targets
    assert (target.measure, target.match) == ("17a", match)
    assert [(one.programme, one.measure, one.match) for one in target.alignments] == [("qd-23-2021", "17a", match)]


@pytest.mark.parametrize(
    ("whom", "match"),
    [
        ("trẻ em dưới 5 tuổi", "exact"),
        ("trẻ em từ 0 đến dưới 5 tuổi", "exact"),
        ("trẻ em từ trên 5-16 tuổi", "near"),
        ("trẻ em từ 5 tuổi trở lên", "near"),
        ("trẻ em dưới 5 tuổi trên địa bàn các huyện nghèo", "near"),
    ],
)
def test_others_than_those_of_the_measure_are_near(whom: str, match: str) -> None:
    (target,) = objectives(f"- Tỷ lệ suy dinh dưỡng thể thấp còi ở {whom} còn 12%.").targets
    assert (target.measure, target.match) == ("4b", match)


def test_headings_say_what_stands_below_them() -> None:
    body = """I. NỘI DUNG TRỌNG TÂM
1. Chỉ tiêu chủ yếu đến năm 2030
1.1. Trên 80% trạm y tế có phòng tư vấn.
2. Thông điệp truyền thông
- Dành 100% yêu thương cho trẻ em."""
    assert [(t.value, t.year) for t in plan(body).targets] == [(80, 2030)]


def test_an_aim_without_a_number_has_its_own_year_and_no_remark() -> None:
    dated, plain = objectives(
        "- Nội dung về giới được đưa vào chương trình giảng dạy từ năm 2025 trở đi.",
        "- Hoàn thiện hạ tầng mạng tại các trường học đã đi vào hoạt động (cho phép truyền dữ liệu nhanh).",
    ).targets
    assert (dated.kind, dated.year, dated.year_from) == ("qualitative", 2025, 2025)
    assert plain.quote.endswith("hoạt động")


def test_the_number_of_an_indicator_alone_aligns_nothing() -> None:
    (target,) = objectives("- Chỉ tiêu 4: 90% hộ gia đình được cấp nước sạch.").targets
    assert (target.indicator_no, target.measure) == (4, None)


def test_a_lead_in_line_gives_its_year_to_the_items_below() -> None:
    found = objectives("Đến năm 2025:", "- 65% xã phù hợp với trẻ em.", "- 98,5% trẻ em được khai sinh.").targets
    assert [(target.value, target.year) for target in found] == [(65, 2025), (98.5, 2025)]


def test_a_lead_in_line_governs_numbered_items_too() -> None:
    lines = ("Đến hết năm 2025, phấn đấu:", "(1) 65% xã phù hợp với trẻ em.", "(2) 98,5% trẻ em được khai sinh.")
    assert [(target.value, target.year) for target in objectives(*lines).targets] == [(65, 2025), (98.5, 2025)]


def test_an_item_that_names_what_its_sub_items_say_is_no_aim() -> None:
    lines = (
        "- Chỉ tiêu 3: Về tử vong trẻ em dưới 5 tuổi",
        "+ Tỷ suất tử vong trẻ em dưới 1 tuổi xuống 12‰.",
        "+ Tỷ suất tử vong sơ sinh xuống 9‰.",
    )
    found = objectives(*lines).targets
    assert [(target.kind, target.value, target.indicator_no) for target in found] == [
        ("quantitative", 12, 3),
        ("quantitative", 9, 3),
    ]


def test_the_year_of_the_title_governs_nothing() -> None:
    (target,) = objectives("- 95% trẻ em được tiêm chủng.").targets
    assert target.year is None


def test_an_aim_without_a_number_is_qualitative() -> None:
    (target,) = objectives("- Giảm số trẻ em bị tai nạn, thương tích.").targets
    assert (target.kind, target.value, target.comparator) == ("qualitative", None, None)


def test_a_table_of_targets() -> None:
    table = """I. MỤC TIÊU
| TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2030 | Cơ quan theo dõi |
| --- | --- | --- | --- | --- | --- |
| I | Mục tiêu 1 | | | | |
| 4.1 | Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân | % | < 9 | < 6 | Sở Y tế |
| 11 | Tỷ suất trẻ em bị tai nạn, thương tích | /100.000 | 550 | 500 | Sở Lao động |"""
    found = plan(table).targets
    assert [(t.value, t.comparator, t.unit, t.per, t.year, t.measure, t.indicator_no) for t in found] == [
        (9, "<", "percent", None, 2025, "4a", 4), (6, "<", "percent", None, 2030, "4a", 4),
        (550, "=", "per", 100000, 2025, "11a", 11), (500, "=", "per", 100000, 2030, "11a", 11),
    ]  # fmt: skip
    assert found[0].agencies == ("Sở Y tế",)
    assert "Sở Y tế" in found[0].quote


def test_parts_of_a_row_have_its_number_its_agency_and_its_words() -> None:
    table = """I. MỤC TIÊU
| TT | Chỉ tiêu | ĐVT | Hiện trạng 2020 | Năm 2025 | Cơ quan chủ trì |
| --- | --- | --- | --- | --- | --- |
| 2 | Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng | | | | Sở Y tế |
| a | Thể nhẹ cân | % | 12,5 | < 9 | |
| b | Thể thấp còi | % | - | 17 | |
| 3 | Tỷ lệ trẻ em được khai sinh | % | 97 | 98,5 | Sở Tư pháp |"""
    found = plan(table).targets
    assert [(t.value, t.indicator_no, t.measure, t.agencies, t.baseline_value, t.baseline_year) for t in found] == [
        (9, 2, "4a", ("Sở Y tế",), 12.5, 2020),
        (17, 2, "4b", ("Sở Y tế",), None, None),
        (98.5, 3, "14", ("Sở Tư pháp",), 97, 2020),
    ]


def test_a_yearly_fall_in_a_table_is_a_change() -> None:
    table = "I. MỤC TIÊU\n| TT | Chỉ tiêu | ĐVT | Năm 2030 |\n| --- | --- | --- | --- |\n| 13 | Mức giảm số cuộc tảo hôn hằng năm | % | 3 - 5 |"
    (target,) = plan(table).targets
    assert (target.value, target.value_high, target.change, target.per_year, target.measure) == (
        3,
        5,
        "decrease",
        True,
        "13",
    )


def test_a_row_in_per_cent_is_a_share_and_names_the_year_that_it_is_held_against() -> None:
    rows = "| 1 | Lao động trẻ em từ 5 đến 17 tuổi | % | 4,9 |\n| 2 | Mức giảm số trẻ em tử vong do đuối nước so với năm 2020 | % | 15 |"
    share, fall = plan(f"I. MỤC TIÊU\n| TT | Chỉ tiêu | ĐVT | Năm 2025 |\n| --- | --- | --- | --- |\n{rows}").targets
    assert (share.measure, share.baseline_year) == ("10", None)
    assert (fall.change, fall.baseline_year) == ("decrease", 2020)


def test_a_part_is_quoted_with_its_whole() -> None:
    of_cause = objectives(
        "- Tỷ suất tử vong do tai nạn còn 24/100.000 trẻ em, trong đó do đuối nước không quá 9/100.000 trẻ em."
    )
    behind_semicolon = objectives(
        "- 90% trẻ em khuyết tật được trợ giúp; trong đó 100% trẻ em khuyết tật nặng được trợ cấp."
    )
    for found in (of_cause, behind_semicolon):
        whole, part = found.targets
        assert part.quote.startswith(whole.quote[:20])


def test_a_verb_that_two_clauses_share_makes_them_no_one_commitment() -> None:
    found = plan(
        "I. NHIỆM VỤ\n- Thành lập đoàn kiểm tra cơ sở trợ giúp; kiểm tra ít nhất 02 đợt trong năm 2024."
    ).targets
    assert [target.quote for target in found] == ["kiểm tra ít nhất 02 đợt trong năm 2024"]


@pytest.mark.parametrize(
    "line",
    [
        "- Trẻ em từ 07 tuổi trở lên được bày tỏ ý kiến.",
        "- Tuyên truyền Tổng đài quốc gia bảo vệ trẻ em số 111.",
        "- Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021.",
        "- Tổ chức Tháng hành động vì trẻ em năm 2024 từ ngày 01 đến ngày 30 tháng 6.",
        "- Ưu tiên can thiệp tại các xã có tỷ lệ trẻ em thấp còi trên 25%.",
        "- Đối với ngành có tỷ lệ nữ thấp dưới 30% có thể điều chỉnh mục tiêu.",
        "- Thông điệp truyền thông: “Dành 100% yêu thương cho trẻ em”.",
        "- Hoàn thiện hạ tầng mạng 5G tại các trường học của Xã Đam Rông 2.",
        "- Cung cấp dịch vụ công trực tuyến mức độ 4 cho người dân thuộc đối tượng 2.",
        "- Chỉ số cải cách hành chính nằm trong nhóm 10 tỉnh dẫn đầu cả nước.",
        "- Triển khai Nghị quyết 27 tại các xã, phường và các trường học.",
        "- Hồ sơ đề nghị tặng Bằng khen gồm 02 bộ cho mỗi cá nhân.",
        "- Khen thưởng 05 tập thể, 10 cá nhân có thành tích trong công tác trẻ em.",
        "[1] Toàn tỉnh có 756 khu dân cư, mỗi khu bố trí 01 cộng tác viên.",
    ],
)
def test_numbers_that_are_no_value(line: str) -> None:
    assert [target for target in objectives(line).targets if target.kind == "quantitative"] == []


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("- 100% các khu công nghiệp, cụm công nghiệp có tối thiểu 1 trạm phát sóng 5G.", 100),
        ("- 100% xã, phường, thị trấn mỗi quý có ít nhất 04 tin, bài về bình đẳng giới.", 100),
        ("- 70% hộ gia đình có ít nhất một thành viên biết bơi.", 70),
        ("- Tỷ lệ trẻ em được khám định kỳ tối thiểu 2 lần/năm đạt 90%.", 90),
        ("- 100% cơ sở được kiểm tra ít nhất 01 lần trong năm.", 100),
        ("- 85% trẻ em được tẩy giun từ 2 lần trở lên.", 85),
        ("- 90%[3] cộng tác viên được tập huấn vào năm 2025[1].", 90),
        ("- Tỷ lệ trường học truy cập mạng với tốc độ 01 Gb/s đạt 100%.", 100),
    ],
)
def test_a_number_inside_the_predicate_or_a_note_is_no_value_of_its_own(line: str, value: float) -> None:
    (target,) = objectives(line).targets
    assert target.value == value
    assert not target.quote.endswith("[")


def test_a_rate_that_the_line_above_names_is_that_of_the_items_below() -> None:
    lines = (
        "Chỉ tiêu 3. Tử vong trẻ em trên 1.000 trẻ đẻ sống:",
        "- Trẻ sơ sinh: dưới 9,5.",
        "- Trẻ dưới 1 tuổi: 12,5.",
    )
    found = objectives(*lines).targets
    assert [(t.value, t.unit, t.per, t.measure, t.indicator_no) for t in found] == [
        (9.5, "per", 1000, "3a", 3), (12.5, "per", 1000, "3b", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("- 100% cán bộ được tập huấn và cung cấp tài liệu để nâng cao kỹ năng.", "100% cán bộ được tập huấn và cung cấp tài liệu"),
        ("- Thí điểm cho tối thiểu 2 dự án trong các khu công nghiệp: tự động hóa, giám sát.", "Thí điểm cho tối thiểu 2 dự án trong các khu công nghiệp"),
        ("- Số năm sống khỏe đạt 68 năm.", "Số năm sống khỏe đạt 68 năm"),
    ],
)  # fmt: skip
def test_a_quote_ends_before_purpose_and_details_and_holds_what_is_counted(line: str, quote: str) -> None:
    (target,) = objectives(line).targets
    assert target.quote == quote


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("Tỷ lệ trẻ em biết bơi (đạt 90% vào năm 2025), 40% xã có sân chơi", ["Tỷ lệ trẻ em biết bơi (đạt 90% vào năm 2025)", "40% xã có sân chơi"]),
        ("Giảm tỷ suất tử vong trẻ em (dưới 5 tuổi còn 18,5‰ vào năm 2025)", ["Giảm tỷ suất tử vong trẻ em (dưới 5 tuổi còn 18,5‰ vào năm 2025)"]),
        ("Thành lập 30 câu lạc bộ (gồm: 20 câu lạc bộ ở xã và 10 câu lạc bộ ở trường) vào năm 2025", ["Thành lập 30 câu lạc bộ", "20 câu lạc bộ ở xã", "10 câu lạc bộ ở trường"]),
    ],
)  # fmt: skip
def test_brackets_that_a_quote_opens_it_closes(line: str, quotes: list[str]) -> None:
    assert [one.quote for one in objectives(f"- {line}.").targets] == quotes


def test_an_amount_of_money_is_no_target_and_is_said() -> None:
    found = objectives("- Mức hỗ trợ mỗi hộ tăng lên 85 triệu đồng vào năm 2025.")
    assert found.targets == ()
    assert "target-not-understood" in {warning.code for warning in found.warnings}


def test_what_is_there_already_is_no_target() -> None:
    body = """I. MỤC TIÊU
1. Giảm số trẻ em bị tai nạn.
II. NHIỆM VỤ
- Bảo đảm cứu trợ đúng đối tượng, ưu tiên 40 xã, phường đã được công bố tình huống khẩn cấp."""
    assert [target for target in plan(body).targets if target.kind == "quantitative"] == []


def test_the_number_of_an_indicator_in_brackets_is_its_number() -> None:
    (target,) = objectives("- (Chỉ tiêu 8) 90% trẻ em có hoàn cảnh đặc biệt được chăm sóc.").targets
    assert (target.indicator_no, target.quote[:3]) == (8, "90%")


def test_the_present_and_the_past_are_no_targets() -> None:
    body = """I. ĐẶC ĐIỂM TÌNH HÌNH
- Toàn huyện có 12.500 trẻ em, 95% được tiêm chủng.
II. MỤC TIÊU
1. Mục tiêu chung
- Bảo đảm 100% trẻ em được sống an toàn.
2. Mục tiêu cụ thể
- 96% trẻ em được tiêm chủng (năm 2023 đạt 95,2%)."""
    assert [target.value for target in plan(body).targets] == [96]


def test_a_clause_without_values_of_its_own_words_is_quoted_and_aligned_with_its_subject() -> None:
    _, second = objectives("- Tỷ suất tử vong trẻ em dưới 1 tuổi: 12‰ vào năm 2025; 10‰ vào năm 2030.").targets
    assert second.measure == "3b"
    assert second.quote.startswith("Tỷ suất tử vong")


def test_a_group_named_after_trong_do_has_the_measure_of_the_whole() -> None:
    _, part = objectives("- 99% trẻ em được đăng ký khai sinh, trong đó vùng dân tộc thiểu số đạt 95%.").targets
    assert part.measure == "14"


def test_a_clause_that_begins_inside_the_subject_before_it_is_quoted_with_it() -> None:
    _, second = objectives("- Tỷ lệ hộ thiếu hụt về nhà ở còn 14%; thiếu hụt về thông tin còn 9%.").targets
    assert second.quote.startswith("Tỷ lệ hộ thiếu hụt về nhà ở")


def test_an_aim_without_a_number_beside_quantified_ones_is_a_record_of_its_own() -> None:
    quantified, aim = objectives("- 100% trẻ em được khám sức khỏe; không để trẻ em nào bị bỏ lại phía sau.").targets
    assert (quantified.kind, aim.kind) == ("quantitative", "qualitative")
    assert aim.quote == "không để trẻ em nào bị bỏ lại phía sau"


def test_a_repeated_noun_keeps_the_measure_of_the_first() -> None:
    body = "- 14/19 xã đạt tiêu chuẩn phù hợp với trẻ em vào năm 2025 và 17/19 xã vào năm 2030."
    assert [target.measure for target in objectives(body).targets] == ["1", "1"]


def test_a_heading_that_states_a_value_is_a_target() -> None:
    body = "1. Mục tiêu cụ thể\n1.1. 14/19 xã đạt tiêu chuẩn phù hợp với trẻ em.\n- Rà soát các xã."
    assert [target.value for target in plan("I. MỤC TIÊU\n" + body).targets][:1] == [14]


def test_a_part_is_an_umbrella_over_objectives_and_tasks() -> None:
    body = """Phần thứ hai
NỘI DUNG, NHIỆM VỤ CỦA KẾ HOẠCH
I. MỤC TIÊU
- 96% trẻ em được tiêm chủng.
II. NHIỆM VỤ
- Tổ chức 03 lớp tập huấn cho cộng tác viên."""
    assert [section.role for section in plan(body).sections][1:] == ["objectives", "tasks"]


def test_years_and_values_that_do_not_pair_are_not_crossed() -> None:
    read = plan("II. MỤC TIÊU\n- Tỷ lệ trẻ em được khai sinh năm 2023, 2024, 2025, 2026 lần lượt đạt 94%; 95%; 96%.\n")
    assert [(target.value, target.year) for target in read.targets] == [(94, None), (95, None), (96, None)]
    assert all(target.confidence < 0.8 for target in read.targets)


def test_a_group_is_more_than_its_number() -> None:
    read = plan("II. MỤC TIÊU\n- 55% học sinh lớp 5 và 70% học sinh lớp 9 biết bơi an toàn.\n")
    assert [(target.value, target.group) for target in read.targets] == [(55, "lớp 5"), (70, "lớp 9")]


def test_a_weight_that_says_who_is_meant_is_no_value() -> None:
    found = objectives("- Tỷ lệ trẻ sơ sinh có cân nặng dưới 2.500 gam: 4,8%.").targets
    assert [(one.value, one.unit) for one in found] == [(4.8, "percent")]


@pytest.mark.parametrize(
    "item",
    [
        "1. Mục tiêu chung: Cải thiện tình trạng dinh dưỡng, giảm tỷ lệ thấp còi, góp phần nâng cao tầm vóc và thể lực của trẻ em dưới 5 tuổi vùng đồng bào dân tộc thiểu số và miền núi của huyện.",
        "- Mục tiêu chung: Giảm tỷ lệ thấp còi của trẻ em dưới 5 tuổi trên địa bàn huyện.",
        "Mục tiêu tổng quát: Giảm tỷ lệ thấp còi của trẻ em dưới 5 tuổi xuống còn 20%.",
    ],
)
def test_the_general_objective_on_one_line_sets_no_target(item: str) -> None:
    found = plan(f"I. MỤC TIÊU\n{item}\n2. Mục tiêu cụ thể\n- Tỷ lệ thấp còi còn 17%.\nII. NHIỆM VỤ\n1. Tuyên truyền.")
    assert [(target.kind, target.value) for target in found.targets] == [("quantitative", 17)]


@pytest.mark.parametrize(
    ("title", "values"),
    [("Dự báo đến năm 2030", [98]), ("Một số dự báo", [98]), ("Dự báo và mục tiêu đến năm 2030", [98, 12])],
)
def test_what_a_heading_calls_foreseen_is_no_aim(title: str, values: list[float]) -> None:
    found = plan(
        "I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- Tỷ lệ khai sinh đạt 98%.\n"
        f"2. {title}\n- Tỷ lệ trẻ em di cư đạt 12%.\nII. NHIỆM VỤ\n1. Tuyên truyền."
    )
    assert [target.value for target in found.targets] == values


def test_a_list_of_what_the_line_above_names_measures_it() -> None:
    found = plan(
        "I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- Cơ sở giáo dục phấn đấu đến năm 2025:\n+ 100% có nước sạch;\n"
        "+ 100% có công trình vệ sinh bảo đảm theo quy định.\nII. NHIỆM VỤ\n1. Tuyên truyền."
    )
    assert [(target.measure, target.year) for target in found.targets] == [(None, 2025), ("7", 2025)]


@pytest.mark.parametrize(
    ("line", "measures"),
    [
        ("Giảm tỷ lệ suy dinh dưỡng trẻ em thể thấp còi xuống 29,5%, thể gầy còm xuống dưới 5,2%", ["4b", None]),
        ("Giảm tỷ lệ suy dinh dưỡng trẻ em thể thấp còi xuống 29,5%, thể nhẹ cân xuống dưới 9%", ["4b", "4a"]),
        ("Giảm tỷ lệ gia tăng số trẻ em bị xâm hại", [None]),
    ],
)
def test_a_part_is_not_measured_by_the_name_of_its_sister(line: str, measures: list[str | None]) -> None:
    assert [target.measure for target in objectives(f"- {line}.").targets] == measures
