"""Duties of agencies: headings of all styles, items and sub-items, tables, closing paragraphs, what is no duty."""

from __future__ import annotations

import itertools

import pytest

from extract.duties import assignments, organisation
from extract.pipeline import extract_bytes
from extract.records import Assignment, PlanWarning
from extract.source import Line, LineKind, Source
from extract.structure import outline, text
from tests.conftest import PLANS
from tests.plans import HEAD, plan
from tests.plans import organisation as organised

_HEAD = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH MINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-UBND
KẾ HOẠCH
Thực hiện công tác trẻ em năm 2024
Thực hiện Kế hoạch số 11/KH-UBND ngày 02/01/2024 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân huyện ban hành Kế hoạch như sau:
I. MỤC TIÊU
1. Giảm số trẻ em bị tai nạn.
"""
_TAIL = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An"


def found(body: str, *, head: str = _HEAD) -> tuple[list[Assignment], list[PlanWarning]]:
    return assignments.duties_in(outline.build(text.from_string(head + body.strip("\n") + _TAIL)))


def duties(body: str, *, head: str = _HEAD) -> list[tuple[str, str]]:
    """Agencies (joined by `; `) and quote of each duty."""
    return [("; ".join(record.agencies), record.quote) for record in found(body, head=head)[0]]


# The same two duties, in the styles that offices write headings in.
_STYLES = {
    "numbered": "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\n- Cân đo trẻ em.\n2. Công an huyện\n- Bảo đảm an ninh.",
    "run-on": "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế: Cân đo trẻ em.\n2. Công an huyện: Bảo đảm an ninh.",
    "lettered": "II. PHÂN CÔNG TRÁCH NHIỆM\na) Phòng Y tế:\n- Cân đo trẻ em.\nb) Công an huyện:\n- Bảo đảm an ninh.",
    "bullets": "II. TỔ CHỨC THỰC HIỆN\n- Phòng Y tế: Cân đo trẻ em.\n- Công an huyện: Bảo đảm an ninh.",
    "bullets with sub-items": "II. TỔ CHỨC THỰC HIỆN\n- Phòng Y tế:\n+ Cân đo trẻ em.\n- Công an huyện:\n+ Bảo đảm an ninh.",
    "no label": "II. TỔ CHỨC THỰC HIỆN\nPhòng Y tế\n- Cân đo trẻ em.\nCông an huyện\n- Bảo đảm an ninh.",
    "paragraphs": "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\nCân đo trẻ em.\n2. Công an huyện\nBảo đảm an ninh.",
    "responsible": "II. TRÁCH NHIỆM CỦA CÁC ĐƠN VỊ\n1. Phòng Y tế có trách nhiệm:\n- Cân đo trẻ em.\n2. Trách nhiệm của Công an huyện\n- Bảo đảm an ninh.",
    "ordered": "II. TỔ CHỨC THỰC HIỆN\n1. Giao Phòng Y tế: Cân đo trẻ em.\n2. Giao Công an huyện:\n- Bảo đảm an ninh.",
    "levels": "II. TỔ CHỨC THỰC HIỆN\n1. Các phòng, ban, ngành\n1.1. Phòng Y tế\na) Cân đo trẻ em.\n1.2. Công an huyện: Bảo đảm an ninh.",
    "below the tasks": "II. NHIỆM VỤ\n1. Truyền thông\n- Tuyên truyền.\n2. Tổ chức thực hiện\n2.1. Phòng Y tế: Cân đo trẻ em.\n2.2. Công an huyện: Bảo đảm an ninh.",
    "heading without a label": "TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế: Cân đo trẻ em.\n2. Công an huyện: Bảo đảm an ninh.",
}  # fmt: skip


@pytest.mark.parametrize("style", _STYLES)
def test_headings_of_all_styles_govern_the_same_duties(style: str) -> None:
    assert duties(_STYLES[style]) == [("Phòng Y tế", "Cân đo trẻ em."), ("Công an huyện", "Bảo đảm an ninh.")]


def test_a_duty_may_follow_a_dash() -> None:
    body = "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế - Theo dõi trẻ em.\n2. Trung tâm Văn hóa - Truyền thanh – Tăng cường phát sóng."
    assert duties(body) == [
        ("Phòng Y tế", "Theo dõi trẻ em."),
        ("Trung tâm Văn hóa - Truyền thanh", "Tăng cường phát sóng."),
    ]


def test_the_subject_of_a_numbered_paragraph_is_its_heading_and_the_quote_is_the_whole_duty() -> None:
    body = """II. TỔ CHỨC THỰC HIỆN
1. Các phòng, ban, ngành huyện căn cứ chức năng, nhiệm vụ xây dựng kế hoạch.
2. Giao Phòng Y tế chủ trì, phối hợp với Công an huyện kiểm tra.
3. Căn cứ tình hình thực tế, UBND các xã bố trí kinh phí."""
    assert duties(body) == [
        ("Các phòng, ban, ngành huyện", "Các phòng, ban, ngành huyện căn cứ chức năng, nhiệm vụ xây dựng kế hoạch."),
        ("Phòng Y tế", "Giao Phòng Y tế chủ trì, phối hợp với Công an huyện kiểm tra."),
        ("UBND các xã", "Căn cứ tình hình thực tế, UBND các xã bố trí kinh phí."),
    ]


def test_requests_are_marked_and_a_request_inside_a_section_has_agencies_of_its_own() -> None:
    body = """II. TỔ CHỨC THỰC HIỆN
1. Phòng Y tế: Cân đo trẻ em.
2. Đề nghị Ủy ban MTTQ Việt Nam huyện, Hội Nông dân huyện
- Vận động hội viên.
Đề nghị Huyện đoàn chủ trì mô hình Hội đồng trẻ em.
3. Đề nghị
3.1. Tòa án nhân dân huyện: xét xử kịp thời."""
    records, _ = found(body)
    assert [(record.agencies, record.requested, record.role) for record in records] == [
        (("Phòng Y tế",), False, "implement"),
        (("Ủy ban MTTQ Việt Nam huyện", "Hội Nông dân huyện"), True, "implement"),
        (("Huyện đoàn",), True, "lead"),
        (("Tòa án nhân dân huyện",), True, "implement"),
    ]


def test_an_item_that_names_another_subject_keeps_the_agencies_of_its_heading() -> None:
    body = "II. TỔ CHỨC THỰC HIỆN\n1. UBND các xã\n- Công an xã phối hợp với nhà trường quản lý học sinh.\n- Trạm Y tế: khám sức khỏe."
    assert [agencies for agencies, _ in duties(body)] == ["UBND các xã", "UBND các xã"]


def test_sub_items_belong_to_the_item_above_them() -> None:
    body = """II. TỔ CHỨC THỰC HIỆN
1. Phòng Y tế
- Tham mưu bố trí nhân lực, trong đó:
+ Cấp huyện: 01 người;
+ Cấp xã: 01 người.
- Tổng hợp báo cáo.
2. Phòng Nội vụ
a) Về nhân lực
- Bố trí cộng tác viên."""
    assert [quote for _, quote in duties(body)] == [
        "Tham mưu bố trí nhân lực, trong đó:\n+ Cấp huyện: 01 người;\n+ Cấp xã: 01 người.",
        "Tổng hợp báo cáo.",
        "Bố trí cộng tác viên.",
    ]


def test_a_numbered_item_in_brackets_goes_on_over_what_its_colon_announces() -> None:
    body = "II. TỔ CHỨC THỰC HIỆN\n1. UBND các xã\n(1) Bố trí kinh phí.\n(2) Chỉ đạo các thôn:\n- Rà soát trẻ em;\n- Lập danh sách."
    assert [quote for _, quote in duties(body)] == [
        "Bố trí kinh phí.",
        "Chỉ đạo các thôn:\n- Rà soát trẻ em;\n- Lập danh sách.",
    ]


def test_sections_that_are_headings_of_agencies_are_the_part_where_no_heading_says_so() -> None:
    body = "II. NHIỆM VỤ\n1. Truyền thông.\nIII. TRIỂN KHAI\n1. Phòng Y tế: Cân đo.\n2. Công an huyện: Tuần tra.\n3. UBND các xã\n- Bố trí kinh phí."
    assert [agencies for agencies, _ in duties(body)] == ["Phòng Y tế", "Công an huyện", "UBND các xã"]


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("Trong quá trình thực hiện, nếu có vướng mắc, các phòng, ban phản ánh về Phòng Y tế.", ("các phòng, ban",)),
        (
            "Trên đây là Kế hoạch năm 2024. UBND huyện yêu cầu các đơn vị, UBND các xã nghiêm túc thực hiện./.",
            ("các đơn vị", "UBND các xã"),
        ),
        ("Các phòng, ban và UBND các xã căn cứ Kế hoạch này tổ chức thực hiện.", ("Các phòng, ban", "UBND các xã")),
        (
            "Kế hoạch được sơ kết vào tháng 12 năm 2024. Yêu cầu các phòng, ban triển khai thực hiện./.",
            ("các phòng, ban",),
        ),
        ("Trên đây là Kế hoạch thực hiện công tác trẻ em năm 2024 của huyện./.", None),
    ],
)
def test_the_closing_paragraph_is_a_duty_of_those_whom_it_addresses(
    closing: str, expected: tuple[str, ...] | None
) -> None:
    records, _ = found(f"II. TỔ CHỨC THỰC HIỆN\n1. UBND các xã\n- Bố trí kinh phí.\n{closing}")
    assert [record.agencies for record in records[1:]] == ([expected] if expected else [])
    assert all(record.section == "II" for record in records[1:])


def test_after_a_part_on_reporting_the_closing_paragraph_is_no_duty() -> None:
    body = """II. TỔ CHỨC THỰC HIỆN
1. Phòng Y tế: Cân đo trẻ em.
III. CHẾ ĐỘ BÁO CÁO
1. Các đơn vị báo cáo trước ngày 15/6.
Trên đây là Kế hoạch, yêu cầu các đơn vị thực hiện."""
    assert duties(body) == [("Phòng Y tế", "Cân đo trẻ em.")]


def test_other_parts_and_subsections_on_reporting_lay_no_duties() -> None:
    body = """II. NHIỆM VỤ
1. Truyền thông
- Phòng Y tế: tổ chức 10 buổi truyền thông.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Y tế: Cân đo trẻ em.
2. Chế độ báo cáo
- Các đơn vị báo cáo trước ngày 15/6."""
    assert duties(body) == [("Phòng Y tế", "Cân đo trẻ em.")]


_DECISION = """ỦY BAN NHÂN DÂN
TỈNH BÌNH MINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/QĐ-UBND
QUYẾT ĐỊNH
Ban hành Kế hoạch thực hiện Chương trình hành động vì trẻ em
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện Chương trình.
"""
_ENFORCED = (
    "\nĐiều 4. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này./."
)


@pytest.mark.parametrize(
    "articles",
    [
        "Điều 2. Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh tổ chức thực hiện Kế hoạch.",
        "Điều 2. Tổ chức thực hiện\n1. Sở Y tế: chủ trì, phối hợp với Công an tỉnh thực hiện Kế hoạch.",
    ],
)
def test_articles_of_a_decision_lay_duties_and_the_one_on_its_enforcement_does_not(articles: str) -> None:
    records, _ = found(articles + _ENFORCED, head=_DECISION)
    assert [(record.agencies, record.role, record.partners) for record in records] == [
        (("Sở Y tế",), "lead", ("Công an tỉnh",))
    ]


def test_what_no_agency_governs_is_a_warning() -> None:
    records, warnings = found(
        "II. TỔ CHỨC THỰC HIỆN\n1. Nội dung chung\n- Rà soát các văn bản.\n2. Phòng Y tế: Cân đo trẻ em."
    )
    assert [record.agencies for record in records] == [("Phòng Y tế",)]
    assert [warning.code for warning in warnings] == ["duty-without-agency"]


def test_a_heading_beside_agencies_that_no_list_knows_is_taken_with_a_warning() -> None:
    body = "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế: Cân đo.\n2. Công an xã: Tuần tra.\n3. Thú y và khuyến nông: Kiểm tra chó thả rông."
    records, warnings = found(body)
    assert records[2].agencies == ("Thú y và khuyến nông",)
    assert records[2].confidence < records[0].confidence
    assert [warning.code for warning in warnings] == ["heading-not-understood"]


def table(*rows: str) -> outline.Outline:
    """The outline of a plan whose annex is a table of these rows (cells between `|`)."""
    raw = _HEAD + "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế: Cân đo trẻ em." + _TAIL + "\nPHỤ LỤC\n" + "\n".join(rows)
    lines, at = [], 0
    for words in raw.split("\n"):
        bars = [at + i for i, character in enumerate(words) if character == "|"]
        cells = tuple((a + 1, b) for a, b in itertools.pairwise(bars))
        lines.append(Line(at, at + len(words), kind=LineKind.ROW if cells else LineKind.BODY, cells=cells))
        at += len(words) + 1
    return outline.build(text.build(Source(raw, tuple(lines), "text/plain", "test", markdown=True)))


def test_rows_of_a_table_that_assigns_tasks_are_duties_of_the_leading_agency() -> None:
    records, _ = assignments.duties_in(
        table(
            "| TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian |",
            "| I | Truyền thông | | | |",
            "| 1 | Tháng hành động vì trẻ em | Phòng Nội vụ, Phòng Y tế | Huyện đoàn; UBND các xã, thị trấn | Tháng 6 |",
            "| 2 | Lập dự toán cho chỉ tiêu 5, 6 | | Các đơn vị liên quan | Quý III |",
        )
    )
    rows = [record for record in records if record.section.startswith("Phụ lục")]
    assert [(r.agencies, r.partners, r.role, r.indicators) for r in rows] == [
        (("Phòng Nội vụ", "Phòng Y tế"), ("Huyện đoàn", "UBND các xã, thị trấn"), "lead", ()),
        (("Phòng Nội vụ", "Phòng Y tế"), ("Các đơn vị liên quan",), "lead", (5, 6)),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "| TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Cơ quan chủ trì |",
        "| TT | Tên chỉ tiêu | Kỳ | Ghi chú | Cơ quan chịu trách nhiệm |",
    ],
)
def test_a_table_of_indicators_lays_no_duty(head: str) -> None:
    records, _ = assignments.duties_in(table(head, "| 1 | Tỷ lệ trẻ em béo phì | % | 5 | Sở Y tế |"))
    assert [record.quote for record in records] == ["Cân đo trẻ em."]


def test_headings_over_gives_the_heading_of_every_block_below_it() -> None:
    built = outline.build(
        text.from_string(
            _HEAD
            + "II. TỔ CHỨC THỰC HIỆN\n1. Đề nghị Công an huyện, Huyện đoàn:\n- Tuần tra.\n2. Phòng Y tế: Cân đo."
            + _TAIL
        )
    )
    by_words = {
        built.text.text[built.blocks[index].body : built.blocks[index].end]: heading
        for index, heading in organisation.headings_over(built).items()
    }
    item, run_on = by_words["Tuần tra."], by_words["Phòng Y tế: Cân đo."]
    assert (item.agencies, item.words, item.requested) == (
        ("Công an huyện", "Huyện đoàn"),
        "Công an huyện, Huyện đoàn",
        True,
    )
    assert built.text.text[run_on.body :].startswith("Cân đo.")


def test_quotes_of_the_plans_that_ship_are_where_they_say() -> None:
    for path in sorted(PLANS.glob("*.txt")):
        built = outline.build(text.from_string(path.read_text(encoding="utf-8"), markdown=True))
        records, _ = assignments.duties_in(built)
        assert len(records) >= 15, path.name
        assert all(built.text.text[r.start : r.end] == r.quote for r in records)


def test_a_part_of_another_name_is_known_by_the_agencies_that_stand_in_it() -> None:
    body = """I. MỤC TIÊU
1. Giảm số trẻ em bị tai nạn.
II. CÁC CƠ QUAN VÀO CUỘC
Phòng Y tế
- Hướng dẫn trạm y tế.

Công an huyện
- Điều tra các vụ xâm hại trẻ em.

Phòng Tư pháp
- Hướng dẫn đăng ký khai sinh."""
    assert [record.agencies for record in plan(body).assignments] == [
        ("Phòng Y tế",),
        ("Công an huyện",),
        ("Phòng Tư pháp",),
    ]


def test_a_plan_that_numbers_nothing_has_its_parts_in_capitals_and_bold() -> None:
    body = """**MỤC TIÊU**

**Mục tiêu cụ thể**

- 95% trẻ em được tiêm chủng.

**PHÂN CÔNG NHIỆM VỤ**

**Phòng Y tế**

- Hướng dẫn trạm y tế.

**Công an huyện:** điều tra các vụ xâm hại trẻ em."""
    found = plan(body)
    assert [target.value for target in found.targets] == [95]
    assert [record.agencies for record in found.assignments] == [("Phòng Y tế",), ("Công an huyện",)]


def test_a_duty_that_a_wrap_put_behind_its_heading_is_read_alone() -> None:
    found = organisation_of(
        "1. Sở Thông tin và Truyền thông, Đài Phát thanh và Truyền hình Duy trì chuyên mục về trẻ em."
    )
    assert [(record.agencies, record.quote) for record in found] == [
        (("Sở Thông tin và Truyền thông", "Đài Phát thanh và Truyền hình"), "Duy trì chuyên mục về trẻ em.")
    ]


def organisation_of(body: str) -> tuple[Assignment, ...]:
    return plan(f"I. MỤC TIÊU\n1. Giảm số trẻ em bị tai nạn.\nII. TỔ CHỨC THỰC HIỆN\n{body}").assignments


def test_a_row_that_only_announces_the_rows_below_it_lays_no_duty() -> None:
    records, _ = assignments.duties_in(
        table(
            "| TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Sản phẩm | Thời gian |",
            "| 1 | Lập sổ theo dõi trẻ em | Phòng Y tế | Công an huyện | Sổ | 30/7/2024 |",
            "| 2 | Hoàn thiện dữ liệu | | | Đạt các chỉ tiêu sau: | Theo thời hạn sau đây: |",
            "| a | Dữ liệu khai sinh | Phòng Tư pháp | Phòng Y tế, Thuế huyện | Dữ liệu | 30/8/2024 |",
            "| b | Phân công riêng | Theo phân công tại Quyết định | | Dữ liệu | 30/9/2024 |",
        )
    )
    rows = [record for record in records if record.section.startswith("Phụ lục")]
    assert [(r.agencies, r.partners) for r in rows] == [
        (("Phòng Y tế",), ("Công an huyện",)),
        (("Phòng Tư pháp",), ("Phòng Y tế", "Thuế huyện")),
    ]


def test_places_behind_a_colon_belong_to_the_heading_and_are_no_duty() -> None:
    found = organisation_of(
        "1. Phòng Y tế\n- Cân đo trẻ em.\n2. Ủy ban nhân dân các xã: An Bình, Hòa Lộc\nvà Phú Mỹ\n- Rà soát hộ nghèo.\n"
        "3. Các phòng, ban có liên quan tới việc thực hiện Kế hoạch này có trách nhiệm thường xuyên phối hợp cùng Phòng Y tế."
    )
    assert [(record.agencies, record.role) for record in found] == [
        (("Phòng Y tế",), "implement"),
        (("Ủy ban nhân dân các xã: An Bình, Hòa Lộc và Phú Mỹ",), "implement"),
        (("Các phòng, ban có liên quan tới việc thực hiện Kế hoạch này",), "coordinate"),
    ]


def test_an_item_that_opens_with_one_of_several_bodies_is_that_body_s() -> None:
    found = organisation_of(
        "1. Phòng Y tế\n- Cân đo trẻ em.\n2. Trạm Y tế, Công an xã và các trường học\n- Trạm Y tế: Tiêm chủng.\n- Công an xã: Tuần tra.\n"
        "- Công an xã chủ trì rà soát.\n- Phối hợp với nhà trường, gia đình tuyên truyền.\n- Phối hợp với gia đình."
    )
    every = ("Trạm Y tế", "Công an xã", "các trường học")
    assert [(record.agencies, record.role, record.partners) for record in found[1:]] == [
        (("Trạm Y tế",), "implement", ()),
        (("Công an xã",), "implement", ()),
        (every, "lead", ()),
        (every, "coordinate", ("nhà trường",)),
        (every, "coordinate", ()),
    ]


def test_a_heading_keeps_words_that_can_be_a_verb_and_is_found_again_so() -> None:
    found = organisation_of(
        "1. Phòng Kế hoạch tổng hợp\n- Theo dõi.\n2. Phòng Chỉ đạo tuyến: Tập huấn.\n3. Văn phòng\n- Phối hợp với Phòng Kế hoạch tổng hợp báo cáo.\n"
        "4. Khoa Nhi\n- Khám bệnh."
    )
    assert [(record.agencies, record.partners) for record in found] == [
        (("Phòng Kế hoạch tổng hợp",), ()),
        (("Phòng Chỉ đạo tuyến",), ()),
        (("Văn phòng",), ("Phòng Kế hoạch tổng hợp",)),
        (("Khoa Nhi",), ()),
    ]


def test_bodies_of_the_party_end_before_their_verb() -> None:
    found = organisation_of(
        "1. Đảng đoàn HĐND tỉnh lãnh đạo, chỉ đạo ban hành nghị quyết.\n2. Ban cán sự đảng UBND tỉnh chỉ đạo các sở.\n"
        "3. Các huyện ủy, Thành ủy Bình Minh, đảng ủy trực thuộc Tỉnh ủy tổ chức quán triệt.\nKế hoạch này được phổ biến đến chi bộ."
    )
    assert [record.agencies for record in found] == [
        ("Đảng đoàn HĐND tỉnh",),
        ("Ban cán sự đảng UBND tỉnh",),
        ("Các huyện ủy", "Thành ủy Bình Minh", "đảng ủy trực thuộc Tỉnh ủy"),
    ]


def test_items_with_a_plus_directly_under_the_part_are_headings_one_after_the_other() -> None:
    found = organisation_of(
        "+ Sở Y tế: Cân đo trẻ em.\n+ Sở Nội vụ: Kiểm tra biên chế.\n+ Đề nghị Hội Nông dân tỉnh: Vận động hội viên."
    )
    assert [(record.agencies, record.quote, record.requested) for record in found] == [
        (("Sở Y tế",), "Cân đo trẻ em.", False),
        (("Sở Nội vụ",), "Kiểm tra biên chế.", False),
        (("Hội Nông dân tỉnh",), "Vận động hội viên.", True),
    ]


def test_names_that_no_list_knows_are_parted_behind_a_unit_or_a_number() -> None:
    found = organisation_of(
        "1. Hội Nông dân tỉnh, Tỉnh hội Cựu chiến binh, Tỉnh hội Đông y\n- Tuyên truyền cho hội viên.\n2. Sở Y tế\n- Khám bệnh.\n"
        "3. Sở Nội vụ\n- Kiểm tra.\n4. Trung đoàn 43, Sư đoàn 5\n- Sẵn sàng lực lượng."
    )
    assert [record.agencies for record in found] == [
        ("Hội Nông dân tỉnh", "Tỉnh hội Cựu chiến binh", "Tỉnh hội Đông y"),
        ("Sở Y tế",),
        ("Sở Nội vụ",),
        ("Trung đoàn 43", "Sư đoàn 5"),
    ]


def test_a_paragraph_behind_numbered_sentences_has_its_own_subject() -> None:
    found = organisation_of(
        "1. Sở Y tế theo dõi, đôn đốc.\n2. Chủ tịch UBND các xã tổ chức thực hiện.\nHằng năm, Sở Y tế tham mưu UBND tỉnh tổ chức sơ kết.\n"
        "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh tham gia giám sát."
    )
    assert [record.agencies for record in found] == [
        ("Sở Y tế",),
        ("Chủ tịch UBND các xã",),
        ("Sở Y tế",),
        ("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh",),
    ]


def test_parts_of_a_requested_heading_are_requested() -> None:
    found = organisation_of(
        "1. Đề nghị Tỉnh đoàn, Hội Nông dân tỉnh:\n- Tỉnh đoàn: Mở lớp bơi.\n- Hội Nông dân tỉnh: Vận động hội viên."
    )
    assert [(record.agencies, record.requested) for record in found] == [
        (("Tỉnh đoàn",), True),
        (("Hội Nông dân tỉnh",), True),
    ]


def test_a_remark_is_no_duty() -> None:
    found = organisation_of("1. Sở Y tế\n- Khám bệnh.\n* Lưu ý: Trường hợp khẩn cấp phải báo cáo ngay.")
    assert [record.quote for record in found] == ["Khám bệnh."]


def test_a_closing_list_that_begins_before_a_comma_is_whole() -> None:
    found = organisation_of(
        "1. Sở Y tế\n- Khám bệnh.\nTrong quá trình thực hiện nếu phát sinh việc vượt quá khả năng các ban, ngành, UBND các xã và các đơn vị liên quan báo cáo UBND tỉnh."
    )
    assert found[-1].agencies == ("các ban, ngành", "UBND các xã", "các đơn vị liên quan")


def test_duties_of_a_section_without_an_agency_are_one_warning() -> None:
    _, warnings = found(
        "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\n- Cân đo trẻ em.\n2. Về kinh phí hoạt động\n- Bố trí kinh phí.\n- Rà soát các nguồn.\n- Tổ chức vận động."
    )
    assert [warning.code for warning in warnings].count("duty-without-agency") == 1


def test_names_that_their_place_closes_are_parted_and_lists_of_places_are_not() -> None:
    found = organisation_of(
        "1. Đài Tiếng nói Việt Nam, Thông tấn xã Việt Nam: Mở chuyên mục.\n2. Hạt Kiểm lâm khu vực Hòn Đất, Vườn Quốc gia Hòn Đất: Tuần tra.\n"
        "3. UBND các xã Tân Lập, Phú Hòa, Gò Mây: Rà soát.\n4. Sở Văn hóa, Thể thao và Du lịch: Tổ chức hội thi."
    )
    assert [record.agencies for record in found] == [
        ("Đài Tiếng nói Việt Nam", "Thông tấn xã Việt Nam"),
        ("Hạt Kiểm lâm khu vực Hòn Đất", "Vườn Quốc gia Hòn Đất"),
        ("UBND các xã Tân Lập, Phú Hòa, Gò Mây",),
        ("Sở Văn hóa, Thể thao và Du lịch",),
    ]


def test_a_merged_row_that_groups_tasks_lays_no_duty_and_lends_them_no_partner() -> None:
    head = "<tr><td>TT</td><td>Nhiệm vụ</td><td>Cơ quan chủ trì</td><td>Cơ quan phối hợp</td><td>Thời gian</td></tr>"
    rows = (
        '<tr><td>A</td><td colspan="4">Hoàn thiện cơ chế, chính sách</td></tr>'
        "<tr><td>1</td><td>Ban hành quy chế</td><td>Phòng Y tế</td><td></td><td>Quý IV/2024</td></tr>"
        '<tr><td>B</td><td colspan="4">Phòng Tư pháp và hạ tầng</td></tr>'
        "<tr><td>2</td><td>Xây dựng phần mềm</td><td>Công an huyện</td><td></td><td>Tháng 5/2024</td></tr>"
    )
    page = "".join(f"<p>{line}</p>" for line in f"{HEAD}I. NHIỆM VỤ\n1. Các nhiệm vụ như sau:".splitlines())
    found = extract_bytes(f"<html><body>{page}<table>{head}{rows}</table></body></html>".encode(), path="plan.html")
    assert [(one.agencies, one.partners) for one in found.assignments] == [
        (("Phòng Y tế",), ()),
        (("Công an huyện",), ()),
    ]


@pytest.mark.parametrize(
    ("closing", "agencies", "quote"),
    [
        (
            "Kế hoạch này thay thế Kế hoạch số 71/KH-UBND ngày 04/4/2022. Trong quá trình thực hiện có gì vướng mắc, các đơn vị phản ánh về Phòng Y tế.",
            ("các đơn vị",),
            "Trong quá trình thực hiện có gì vướng mắc",
        ),
        (
            "UBND huyện tổ chức sơ kết vào quý IV/2024. Yêu cầu các cơ quan, đơn vị, UBND các xã, thị trấn nghiêm túc triển khai thực hiện.",
            ("UBND huyện", "các cơ quan, đơn vị", "UBND các xã, thị trấn"),
            "UBND huyện tổ chức sơ kết",
        ),
        (
            "Yêu cầu các sở, ban, ngành, UBND các huyện nghiêm túc triển khai thực hiện. Trong quá trình thực hiện nếu có khó khăn, các đơn vị phản ánh về Sở Y tế.",
            ("các sở, ban, ngành", "UBND các huyện"),
            "Yêu cầu các sở",
        ),
    ],
)  # fmt: skip
def test_whom_the_sentences_of_a_closing_paragraph_address(closing: str, agencies: tuple[str, ...], quote: str) -> None:
    last = organised(f"1. Phòng Y tế\n- Chủ trì.\n2. UBND các xã\n- Lập kế hoạch.\n{closing}").assignments[-1]
    assert (last.agencies, last.quote.startswith(quote)) == (agencies, True)


@pytest.mark.parametrize(
    ("duty", "partners"),
    [
        ("Phối hợp với Sở Y tế, UBND các huyện Trạm Tấu, Mù Cang Chải, Văn Chấn vận động.", ("Sở Y tế", "UBND các huyện Trạm Tấu, Mù Cang Chải, Văn Chấn")),
        ("Phối hợp với Phòng Quản lý Thể dục thể thao biên soạn tài liệu.", ("Phòng Quản lý Thể dục thể thao",)),
        ("Phối hợp Ban Tuyên giáo, Văn phòng Hội tham mưu Ban Thường vụ.", ("Ban Tuyên giáo", "Văn phòng Hội")),
    ],
)  # fmt: skip
def test_where_the_names_of_partners_end(duty: str, partners: tuple[str, ...]) -> None:
    assert organised(f"1. Hội Nông dân huyện\n- {duty}").assignments[0].partners == partners


def test_a_heading_that_filled_its_line_ends_where_the_duty_begins() -> None:
    found = organised("1. Ban Kinh tế\n- Chủ trì.\n2. Văn phòng Hội\nLập dự toán kinh phí.").assignments
    assert [a.agencies for a in found] == [("Ban Kinh tế",), ("Văn phòng Hội",)]
