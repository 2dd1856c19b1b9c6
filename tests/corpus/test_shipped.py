"""The programmes that ship beside the national one: their facts, where they were checked, and the words that mean their measures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from corpus import programme
from corpus.programme import Milestone
from corpus.programme.citing import carried_out, meant
from extract.alignment import first_carried
from tests.plans import HEAD, objectives, plan

_BY_ID = {one.id: one for one in programme.load_all()}
_SUPPLEMENTS = [one for one in programme.load_all() if one.supplements]

# id → number, day, kind, period.
_HEADS = {
    "qd-02-2022": ("02/QĐ-TTg", date(2022, 1, 5), "Chiến lược", (2021, 2030)),
    "qd-1248-2021": ("1248/QĐ-TTg", date(2021, 7, 19), "Chương trình", (2021, 2030)),
    "qd-1437-2018": ("1437/QĐ-TTg", date(2018, 10, 29), "Đề án", (2018, 2025)),
    "qd-1591-2023": ("1591/QĐ-TTg", date(2023, 12, 8), "Chương trình", (2023, 2030)),
    "qd-1863-2019": ("1863/QĐ-TTg", date(2019, 12, 23), "Kế hoạch hành động quốc gia", (2020, 2025)),
    "qd-782-2021": ("782/QĐ-TTg", date(2021, 5, 27), "Chương trình", (2021, 2025)),
    "qd-830-2021": ("830/QĐ-TTg", date(2021, 6, 1), "Chương trình", (2021, 2025)),
}  # fmt: skip

# id and code → levels by year (`None`: every year) and group.
_LEVELS = {
    "qd-1248-2021:1a": {2025: "= 550", 2030: "= 500"},
    "qd-1248-2021:1b": {2025: "= 16", 2030: "= 15"},
    "qd-1248-2021:1c": {None: "range 5-10"},
    "qd-1248-2021:1d": {2025: "= 10", 2030: "= 20"},
    "qd-1248-2021:2a": {2025: "= 90", 2030: "= 95"},
    "qd-1248-2021:2b": {2025: "= 90", 2030: "= 95"},
    "qd-1248-2021:2c": {2025: "= 60", 2030: "= 70"},
    "qd-1248-2021:2d": {2025: "= 50", 2030: "= 60"},
    "qd-1248-2021:3a": {2030: "= 100"},
    "qd-782-2021:1a": {2025: "= 4.9", 2030: "= 4.5"},
    "qd-782-2021:1b": {2025: "= 100"},
    "qd-782-2021:1c": {2025: "> 90"},
    "qd-782-2021:2a": {2025: "= 90"},
    "qd-782-2021:2b": {2025: "= 70"},
    "qd-782-2021:2c": {2025: "= 70"},
    "qd-782-2021:2d": {2025: "= 90"},
    "qd-830-2021:1": {2025: "= 100"},
    "qd-830-2021:2": {2025: "= 100"},
    "qd-1591-2023:1": {2030: "= 80"},
    "qd-1591-2023:2": {2030: "= 100"},
    "qd-1863-2019:1a": {2025: "= 100"},
    "qd-1863-2019:1b": {2025: "= 100"},
    "qd-1863-2019:2": {2025: "= 100"},
    "qd-1863-2019:3": {2025: "= 100"},
    "qd-1437-2018:1": {2020: "= 70", 2025: "= 90"},
    "qd-02-2022:1a": {2030: "= 80"},
    "qd-02-2022:1b": {2030: "< 5", (2030, "miền núi"): "< 20"},
    "qd-02-2022:1c": {(2030, "thành thị"): "= 90", (2030, "nông thôn"): "= 80"},
}  # fmt: skip


def _said(level: Milestone) -> str:
    high = "" if level.value_high is None else f"-{level.value_high:g}"
    return f"{level.comparator} {level.value:g}{high}"


def test_what_ships_says_what_the_documents_say() -> None:
    assert {one.id: (one.number, one.issued_on, one.kind_vi, one.period) for one in _SUPPLEMENTS} == _HEADS
    assert {
        f"{one.id}:{measure.code}": {
            (level.year, level.group) if level.group else level.year: _said(level) for level in measure.milestones
        }
        for one in _SUPPLEMENTS
        for measure in one.measures
    } == _LEVELS


def test_every_level_was_checked_in_two_places() -> None:
    assert [
        f"{one.id}:{measure.code}"
        for one in _SUPPLEMENTS
        for measure in one.measures
        if len({one.sources[number - 1].split("/")[2] for number in measure.sources}) < 2
    ] == []


def test_the_same_measure_of_another_programme_is_there_and_measured_alike() -> None:
    linked = [(one, measure, other) for one in _SUPPLEMENTS for measure in one.measures for other in measure.same_as]
    assert len(linked) == 4
    for one, measure, other in linked:
        programme_id, code = other.split(":")
        found = _BY_ID[programme_id].measure(code)
        assert programme_id == one.supplements
        assert found is not None
        assert (found.unit, found.per, found.direction) == (measure.unit, measure.per, measure.direction)


def test_those_that_ended_say_when_a_successor_was_looked_for() -> None:
    assert {one.id for one in _SUPPLEMENTS if one.looked_for_successor} == {
        one.id for one in _SUPPLEMENTS if one.period[1] <= 2025
    }


def meanings(line: str) -> dict[str, tuple[str, str]]:
    """What the first target of a line means in each programme: code and match."""
    found = objectives(f"- {line}.").targets
    assert found
    return {one.programme: (one.measure, one.match) for one in found[0].alignments}


@pytest.mark.parametrize(
    ("line", "measure", "match"),
    [
        ("Giảm tỷ suất trẻ em bị tai nạn, thương tích xuống còn 520/100.000 trẻ em vào năm 2025", "qd-1248-2021:1a", "exact"),
        ("Tỷ suất trẻ em tử vong do tai nạn thương tích còn 14/100.000 vào năm 2030", "qd-1248-2021:1b", "exact"),
        ("Hằng năm giảm từ 5-10% số trẻ em bị tử vong và bị thương do tai nạn giao thông", "qd-1248-2021:1c", "exact"),
        ("Mỗi năm giảm 5% số học sinh tử vong do tai nạn giao thông", "qd-1248-2021:1c", "near"),
        ("Giảm 12% số trẻ em chết do đuối nước vào năm 2025 so với năm 2020", "qd-1248-2021:1d", "exact"),
        ("Giảm 10% số trẻ em bị đuối nước vào năm 2025", "qd-1248-2021:1d", "near"),
        ("Giảm 5% số trẻ em tử vong do đuối nước so với năm 2024", "qd-1248-2021:1d", "near"),
        ("Giảm 5% số trẻ em tử vong do đuối nước năm 2025 so với cùng kỳ", "qd-1248-2021:1d", "near"),
        ("Giảm 5% số trẻ em tử vong do đuối nước", "qd-1248-2021:1d", "near"),
        ("92% trẻ em, cha mẹ, người chăm sóc trẻ được trang bị kiến thức, kỹ năng phòng chống tai nạn thương tích", "qd-1248-2021:2a", "exact"),
        ("90% trẻ em từ 6 đến dưới 16 tuổi được phổ biến quy định về an toàn giao thông đường bộ", "qd-1248-2021:2b", "near"),
        ("95% trẻ em từ 6 đến dưới 16 tuổi biết các quy định về an toàn giao thông vào năm 2030", "qd-1248-2021:2b", "exact"),
        ("Tỷ lệ trẻ em từ 6 đến dưới 16 tuổi biết kỹ năng an toàn trong môi trường nước đạt 65%", "qd-1248-2021:2c", "exact"),
        ("60% học sinh có kỹ năng phòng tránh đuối nước", "qd-1248-2021:2c", "near"),
        ("Phấn đấu 45% trẻ em từ 6 đến dưới 16 tuổi biết bơi", "qd-1248-2021:2d", "exact"),
        ("100% nhân viên y tế thôn, nhân viên y tế trường học biết sơ cấp cứu ban đầu cho trẻ em", "qd-1248-2021:3a", "exact"),
        ("Giảm tỷ lệ trẻ em và người chưa thành niên từ 5 đến 17 tuổi tham gia lao động xuống 3%", "qd-782-2021:1a", "exact"),
        ("100% trẻ em lao động trái quy định của pháp luật được hỗ trợ, can thiệp kịp thời khi có thông báo", "qd-782-2021:1b", "exact"),
        ("90% trẻ em lao động trái quy định được lập hồ sơ quản lý, theo dõi", "qd-782-2021:1b", "near"),
        ("Trên 90% lao động trẻ em, trẻ em có nguy cơ được tiếp cận giáo dục phổ thông, đào tạo nghề", "qd-782-2021:1c", "exact"),
        ("90% cán bộ, giáo viên trong các trường học được cung cấp kiến thức về phòng ngừa lao động trẻ em", "qd-782-2021:2a", "exact"),
        ("75% cha mẹ, người chăm sóc trẻ được cung cấp thông tin về giảm thiểu lao động trẻ em", "qd-782-2021:2b", "exact"),
        ("80% trẻ em được cung cấp thông tin, kiến thức về phòng ngừa lao động trẻ em", "qd-782-2021:2c", "exact"),
        ("90% doanh nghiệp, hộ gia đình trong làng nghề được cung cấp kiến thức về phòng ngừa lao động trẻ em", "qd-782-2021:2d", "exact"),
        ("100% trường tiểu học, trung học cơ sở tổ chức tuyên truyền kỹ năng tham gia môi trường mạng an toàn cho học sinh", "qd-830-2021:1", "exact"),
        ("100% trẻ em bị xâm hại trên không gian mạng được hỗ trợ, can thiệp", "qd-830-2021:2", "exact"),
        ("80% trẻ em có vấn đề về sức khỏe tâm thần được tiếp cận dịch vụ tư vấn tại trường học, cơ sở khám bệnh", "qd-1591-2023:1", "exact"),
        ("100% trẻ em mồ côi được chăm sóc thay thế tiếp cận dịch vụ trợ giúp", "qd-1591-2023:2", "exact"),
        ("100% trẻ em mồ côi được trợ giúp pháp lý", "qd-1591-2023:2", "near"),
        ("Tỷ lệ trẻ em mồ côi được chăm sóc thay thế tại gia đình đạt 75%", "qd-1591-2023:2", "near"),
        ("100% gia đình có trẻ em được cung cấp kiến thức, kỹ năng bảo vệ trẻ em", "qd-1863-2019:1a", "exact"),
        ("100% học sinh được giáo dục kỹ năng tự bảo vệ trước hành vi bạo lực, xâm hại tình dục", "qd-1863-2019:1b", "exact"),
        ("95% cán bộ làm công tác bảo vệ trẻ em cấp xã, cộng tác viên được tập huấn", "qd-1863-2019:2", "exact"),
        ("100% trạm y tế xã được nâng cao năng lực chăm sóc trẻ em bị xâm hại", "qd-1863-2019:3", "exact"),
        ("85% trẻ em đến 8 tuổi được tiếp cận dịch vụ hỗ trợ chăm sóc phát triển toàn diện", "qd-1437-2018:1", "exact"),
        ("Tỷ lệ trẻ 6-23 tháng tuổi có chế độ ăn đúng, đủ đạt 70%", "qd-02-2022:1a", "exact"),
        ("Tỷ lệ hộ gia đình thiếu an ninh thực phẩm mức độ vừa và nặng giảm xuống dưới 6%", "qd-02-2022:1b", "exact"),
        ("75% trường học có tổ chức bữa ăn học đường xây dựng thực đơn theo khuyến nghị của Bộ Y tế", "qd-02-2022:1c", "exact"),
    ],
)  # fmt: skip
def test_a_sentence_means_its_measure(line: str, measure: str, match: str) -> None:
    programme_id, code = measure.split(":")
    assert meanings(line).get(programme_id) == (code, match)


def test_every_measure_has_a_sentence() -> None:
    marks = test_a_sentence_means_its_measure.pytestmark  # type: ignore[attr-defined]
    assert {measure for _, measure, _ in marks[0].args[1]} == _LEVELS.keys()


@pytest.mark.parametrize(
    ("line", "programme_id"),
    [
        ("90% cán bộ, cộng tác viên được tập huấn kiến thức phòng, chống tai nạn thương tích trẻ em", "qd-1248-2021"),
        ("Xây dựng 12 ngôi nhà an toàn phòng, chống tai nạn thương tích trẻ em", "qd-1248-2021"),
        ("100% học sinh đội mũ bảo hiểm khi tham gia giao thông", "qd-1248-2021"),
        ("80% xã tổ chức lớp dạy bơi an toàn cho trẻ em", "qd-1248-2021"),
        ("100% huyện triển khai chương trình bơi an toàn cho trẻ em", "qd-1248-2021"),
        ("70% trẻ em có sử dụng mạng được trang bị kỹ năng tự bảo vệ", "qd-1863-2019"),
        ("100% cơ sở sản xuất cam kết không sử dụng lao động trẻ em", "qd-782-2021"),
        ("100% người lao động được tập huấn kỹ năng nghề", "qd-782-2021"),
        ("100% trường học có kết nối internet", "qd-830-2021"),
        ("100% vụ việc xâm hại trẻ em trên môi trường mạng được xử lý", "qd-830-2021"),
        ("90% giáo viên được tập huấn về sức khỏe tâm thần học sinh", "qd-1591-2023"),
        ("Tặng 200 suất học bổng cho trẻ em mồ côi", "qd-1591-2023"),
        ("100% trẻ em bị xâm hại được hỗ trợ, can thiệp kịp thời", "qd-1863-2019"),
        ("100% trạm y tế xã có bác sĩ", "qd-1863-2019"),
        ("90% cán bộ được tập huấn về phát triển toàn diện trẻ em", "qd-1437-2018"),
        ("95% trẻ từ 6 đến 36 tháng được uống vitamin A", "qd-02-2022"),
        ("100% trường học bảo đảm an toàn thực phẩm trong bữa ăn bán trú", "qd-02-2022"),
        ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thấp còi dưới 15%", "qd-02-2022"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_measure_means_none(line: str, programme_id: str) -> None:
    assert programme_id not in meanings(line)


_INJURIES = "Giảm tỷ suất trẻ em bị tai nạn, thương tích xuống còn 520/100.000 trẻ em vào năm 2025"
_OPENING = "Thực hiện Quyết định số {} của Thủ tướng Chính phủ, Ủy ban nhân dân huyện ban hành Kế hoạch như sau:"


@pytest.mark.parametrize("cited", ["23/QĐ-TTg ngày 07/01/2021", "1248/QĐ-TTg ngày 19/7/2021"])
def test_a_record_keeps_the_code_of_the_programme_that_is_supplemented(cited: str) -> None:
    head = HEAD.rsplit("\n", 2)[0] + "\n" + _OPENING.format(cited) + "\n"
    (target,) = plan(f"I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- {_INJURIES}.", head=head).targets
    assert (target.programme, target.measure) == ("qd-23-2021", "11a")
    assert {(one.programme, one.measure) for one in target.alignments} == {("qd-23-2021", "11a"), ("qd-1248-2021", "1a")}  # fmt: skip


def test_a_programme_that_supplements_none_of_the_list_stands_for_itself() -> None:
    alone = [_BY_ID["qd-1248-2021"], _BY_ID["qd-830-2021"]]
    assert first_carried(alone, [], title=None, opening="") == "qd-1248-2021"
    title = "Kế hoạch bảo vệ và hỗ trợ trẻ em tương tác lành mạnh, sáng tạo trên môi trường mạng giai đoạn 2021-2025"
    assert first_carried(alone, [], title=title, opening="") == "qd-830-2021"


@pytest.mark.parametrize(
    ("opening", "programme_id"),
    [
        ("Thực hiện Chương trình phòng, chống tai nạn, thương tích trẻ em giai đoạn 2021 - 2030", "qd-1248-2021"),
        ("Thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn 2021-2025", "qd-782-2021"),
        ("Thực hiện Chương trình “Bảo vệ và hỗ trợ trẻ em tương tác lành mạnh, sáng tạo trên môi trường mạng”", "qd-830-2021"),
        ("Thực hiện Chương trình chăm sóc sức khoẻ tâm thần trẻ em, chăm sóc trẻ em mồ côi giai đoạn 2024 - 2030", "qd-1591-2023"),
        ("Thực hiện Kế hoạch hành động quốc gia phòng, chống bạo lực, xâm hại trẻ em giai đoạn 2020 - 2025", "qd-1863-2019"),
        ("Thực hiện Đề án chăm sóc vì sự phát triển toàn diện trẻ em trong những năm đầu đời tại gia đình và cộng đồng", "qd-1437-2018"),
        ("Thực hiện Chiến lược Quốc gia về dinh dưỡng giai đoạn 2021-2030", "qd-02-2022"),
        ("Thực hiện Chiến lược Quốc gia về dinh dưỡng giai đoạn 2011-2020 và tầm nhìn đến năm 2030", None),
        ("Thực hiện Chương trình phòng, chống tai nạn, thương tích trẻ em giai đoạn 2016 - 2020", None),
    ],
)  # fmt: skip
def test_an_opening_names_what_it_carries_out(opening: str, programme_id: str | None) -> None:
    found = [one.id for one, _ in carried_out([], programme.load_all(), title=None, opening=opening)]
    assert found == ([programme_id] if programme_id else [])


def test_a_number_that_comes_back_means_the_programme_of_its_year() -> None:
    digital_economy = Cited(number="1437/QĐ-TTg", issued_on="2024-11-20")
    early_years = Cited(number="1437/QĐ-TTg", issued_on="2018-10-29")
    assert meant(digital_economy, programme.load_all()) is None
    assert meant(early_years, programme.load_all()) is _BY_ID["qd-1437-2018"]


@dataclass(frozen=True)
class Cited:
    number: str | None
    issued_on: str | None
    issuer: str | None = None
    role: str = "implements"
