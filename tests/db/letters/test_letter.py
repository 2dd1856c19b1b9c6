"""The letter read back: its words, letters, margins, widths and numbers of pages; a draft and an issued plan."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from db.findings import all_rules
from db.letters import annex, letter, terms
from db.letters.layout import COUNTRY, MOTTO
from db.letters.sender import Sender
from tests.db.letters import reading

DRAFT = {
    "title": "Kế hoạch thực hiện công tác trẻ em năm 2024", "doc_type": "KH", "number": None, "issued_on": None, "status": "draft",
    "issuer": "Ủy ban nhân dân huyện Yên Lạc",
}  # fmt: skip
ISSUED = DRAFT | {"number": "12/KH-UBND", "issued_on": "2024-02-05", "status": "issued"}
SENDER = Sender(
    agency="Sở Y tế", superior="Ủy ban nhân dân tỉnh Vĩnh Phúc", place="Vĩnh Phúc", symbol="SYT-TE", authority="KT. GIÁM ĐỐC",
    title="Phó Giám đốc", signer="Trần Thị B", copies="Giám đốc Sở (để b/c)",
)  # fmt: skip


def finding(rule: str, severity: str, **more: Any) -> dict[str, Any]:
    words = {
        "message_vi": f"Câu về {rule}.",
        "suggestion_vi": "Kiểm tra lại số liệu.",
        "wording": None,
        "basis_vi": None,
        "rule_vi": "tên quy tắc",
        "note": None,
    }
    place = {"section": "I.2", "page": None, "quote": f"câu của {rule}", "quote_start": 5, "position": 0}
    return {"finding": rule, "rule": rule, "severity": severity, "state": "open"} | words | place | more


DATE = finding(
    "citation-date", "error", suggestion_vi="Chỉ thị số 20-CT/TW ngày 05/11/2012", quote_start=30, section=None, page=3
)
WEAKER = finding("weaker-than-national", "warning", quote_start=10, basis_vi="Quyết định 23/QĐ-TTg")
WHOLE = finding("basis-missing", "notice", quote=None, quote_start=None, section=None)
FOUND = [DATE, WEAKER, WHOLE]


def written(plan: dict[str, Any], found: Sequence[dict[str, Any]], sender: Sender = SENDER, **details: Any) -> Any:
    out = io.BytesIO()
    letter.write(plan, found, sender, letter.Details(**details), out)
    return docx.Document(io.BytesIO(out.getvalue()))


def lines(cell: Any) -> list[str]:
    return [paragraph.text for paragraph in cell.paragraphs]


def rows(document: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[-1].rows]


@pytest.fixture(scope="module")
def draft() -> Any:
    return written(
        DRAFT, FOUND, request="Công văn số 8/UBND-VX ngày 04 tháng 01 năm 2024 của Ủy ban nhân dân huyện Yên Lạc"
    )


def test_the_head_is_laid_out_as_the_decree_says(draft: Any) -> None:
    left, right = draft.tables[0].rows[0].cells
    assert [line for line in lines(left) if line] == [
        "UBND TỈNH VĨNH PHÚC", "SỞ Y TẾ", "Số: ……/SYT-TE", "V/v góp ý dự thảo Kế hoạch thực hiện công tác trẻ em năm 2024",
    ]  # fmt: skip
    assert [line for line in lines(right) if line] == [COUNTRY, MOTTO, "Vĩnh Phúc, ngày …… tháng …… năm ……"]
    superior, agency, number, subject = (one for one in left.paragraphs if one.text)
    country, motto, day = (one for one in right.paragraphs if one.text)
    assert [run.bold for one in (superior, agency, country, motto) for run in one.runs] == [False, True, True, True]
    assert reading.sizes(superior) | reading.sizes(agency) | reading.sizes(country) <= {12, 13}
    assert reading.sizes(motto) | reading.sizes(day) <= {13, 14}
    assert reading.sizes(number) == {13}
    assert reading.sizes(subject) <= {12, 13}
    assert subject.paragraph_format.space_before.pt == 6
    assert [run.italic for run in day.runs] == [True]


def test_lines_are_drawn_below_the_motto_and_the_agency(draft: Any) -> None:
    left, right = draft.tables[0].rows[0].cells
    (below_motto,) = [line for one in right.paragraphs if (line := reading.line_below(one)) is not None]
    (below_agency,) = [line for one in left.paragraphs if (line := reading.line_below(one)) is not None]
    assert right.width.cm - 2 * below_motto == pytest.approx(6.04, abs=0.1)  # the words of the motto in bold 14
    assert 1.74 / 3 <= left.width.cm - 2 * below_agency <= 1.74 / 2  # SỞ Y TẾ is 1.74 cm wide in bold 13


def test_page_and_letters_are_those_of_the_decree(draft: Any) -> None:
    assert reading.fonts(draft) == {"Times New Roman"}
    upright, sideways = draft.sections
    for section in (upright, sideways):
        above, below, left, right = reading.margins(section)
        assert 20 <= above <= 25
        assert 20 <= below <= 25
        assert 30 <= left <= 35
        assert 15 <= right <= 20
        assert section.different_first_page_header_footer
        assert not section.first_page_header.paragraphs[0].text
        (number,) = section.header.paragraphs
        assert number.alignment == 1
        assert [code.text for code in number._p.iter(qn("w:instrText"))] == ["PAGE"]
        assert {run.font.size.pt for run in number.runs} <= {13, 14}
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert (upright.page_width.mm, upright.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    assert (sideways.page_width.mm, sideways.page_height.mm) == pytest.approx((297, 210), abs=0.1)


def test_tables_are_as_wide_in_their_grid_as_in_their_cells(draft: Any) -> None:
    found = list(reading.tables(draft))
    assert len(found) == 3
    assert all(map(reading.is_true, found))
    assert sum(reading.grid(found[-1])) / 1440 * 25.4 <= 297 - 30 - 20 + 0.1
    assert sum(reading.grid(found[0])) / 1440 * 25.4 <= 210 - 30 - 20 + 0.1


def test_a_draft_gets_comments(draft: Any) -> None:
    words = [one for one in draft.paragraphs if one.text]
    said = [one.text for one in words]
    assert said[:5] == [
        "Kính gửi: Ủy ban nhân dân huyện Yên Lạc",
        "Phúc đáp Công văn số 8/UBND-VX ngày 04 tháng 01 năm 2024 của Ủy ban nhân dân huyện Yên Lạc về việc góp ý dự thảo Kế hoạch thực hiện "
        "công tác trẻ em năm 2024, sau khi nghiên cứu, Sở Y tế có ý kiến như sau:",
        "1. Qua rà soát, dự thảo có 03 nội dung cần góp ý, gồm: 01 ý kiến đề nghị sửa sai sót về viện dẫn, số liệu; 01 ý kiến đề nghị giải trình, làm "
        "rõ; 01 ý kiến đề nghị rà soát, hoàn thiện.",
        "2. Nội dung cụ thể tại Phụ lục kèm theo Công văn này. Đối với nội dung tại cột “Đề nghị giải trình”, đề nghị điều chỉnh hoặc giải trình cụ thể.",
        "Trên đây là ý kiến góp ý của Sở Y tế, đề nghị Ủy ban nhân dân huyện Yên Lạc nghiên cứu, tổng hợp, hoàn thiện dự thảo./.",
    ]  # fmt: skip
    assert said[5:] == [
        "Phụ lục", "BẢNG Ý KIẾN GÓP Ý ĐỐI VỚI DỰ THẢO KẾ HOẠCH THỰC HIỆN CÔNG TÁC TRẺ EM NĂM 2024",
        "(Kèm theo Công văn số ……/SYT-TE ngày …… tháng …… năm …… của Sở Y tế)",
    ]  # fmt: skip
    for one in words[1:5]:
        assert one.alignment == 3
        assert one.paragraph_format.first_line_indent.cm in (pytest.approx(1.27), pytest.approx(1.0))
        assert one.paragraph_format.space_after.pt >= 6
        assert 1 <= one.paragraph_format.line_spacing <= 1.5
        assert reading.sizes(one) <= {13, 14}


def test_explanations_stand_in_their_own_column(draft: Any) -> None:
    assert rows(draft) == [
        ["STT", "Mục, trang", "Nội dung dự thảo", "Ý kiến góp ý", "Đề nghị giải trình", "Căn cứ, lý do"],
        ["1", "Toàn văn bản", "", "Câu về basis-missing. Đề nghị kiểm tra lại số liệu.", "", "Tên quy tắc."],
        ["2", "Mục I.2", "“câu của weaker-than-national”", "Đề nghị kiểm tra lại số liệu.", "Câu về weaker-than-national.", "Quyết định 23/QĐ-TTg."],
        ["3", "Trang 3", "“câu của citation-date”", "Câu về citation-date. Đề nghị sửa thành: “Chỉ thị số 20-CT/TW ngày 05/11/2012”.", "", "Tên quy tắc."],
    ]  # fmt: skip
    sizes = {
        size
        for row in draft.tables[-1].rows
        for cell in row.cells
        for one in cell.paragraphs
        for size in reading.sizes(one)
    }
    assert sizes <= {13, 14}


def test_who_signs_and_who_gets_it_stand_side_by_side(draft: Any) -> None:
    left, right = draft.tables[1].rows[0].cells
    assert lines(left) == ["Nơi nhận:", "- Như trên;", "- Giám đốc Sở (để b/c);", "- Lưu: VT, TE."]
    assert [line for line in lines(right) if line] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị B"]
    assert reading.sizes(left.paragraphs[0]) == {12}
    assert {size for one in left.paragraphs[1:] for size in reading.sizes(one)} == {11}
    assert {size for one in right.paragraphs for size in reading.sizes(one)} <= {13, 14}
    assert all(run.bold for one in right.paragraphs for run in one.runs if run.text)


def test_an_issued_plan_gets_no_comments_but_a_review() -> None:
    document = written(ISSUED, FOUND)
    said = "\n".join(one.text for one in document.paragraphs) + document.tables[0].rows[0].cells[0].text
    assert "góp ý" not in said.casefold()
    assert "V/v ý kiến rà soát Kế hoạch số 12/KH-UBND" in said
    assert (
        "Qua rà soát Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2024 của Ủy ban nhân dân huyện Yên Lạc về thực hiện công tác trẻ em năm 2024, "
        "Sở Y tế có ý kiến như sau:" in said
    )
    assert "01 nội dung đề nghị đính chính" in said
    assert "02 nội dung đề nghị sửa đổi, thay thế" in said
    assert "khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP" in said
    head, whole, weaker, date = rows(document)
    assert head[3:6] == ["Ý kiến rà soát", "Đề nghị đính chính", "Đề nghị sửa đổi, thay thế"]
    assert whole[4:6] == ["", "Kiểm tra lại số liệu."]
    assert weaker[4:6] == ["", "Kiểm tra lại số liệu."]
    assert date[4:6] == ["Thành: “Chỉ thị số 20-CT/TW ngày 05/11/2012”.", ""]


def test_what_is_not_known_is_dots_and_no_annex_is_promised_without_comments() -> None:
    document = written(DRAFT | {"issuer": None, "title": None}, [], Sender())
    left, _ = document.tables[0].rows[0].cells
    assert "Số: ……/……-……" in lines(left)
    assert {"…"} == set(next(line for line in lines(left) if line))
    said = "\n".join(one.text for one in document.paragraphs)
    assert "không có ý kiến góp ý đối với dự thảo./." in said
    assert "Phụ lục" not in said
    assert len(document.sections) == 1
    assert len(document.tables) == 2


def test_several_addressees_stand_below_each_other() -> None:
    document = written(DRAFT, FOUND, to=("Sở Tư pháp", "Sở Nội vụ"), number="415", day="2024-01-22")
    said = [one.text for one in document.paragraphs if one.text]
    assert said[:3] == ["Kính gửi:", "- Sở Tư pháp;", "- Sở Nội vụ."]
    assert "đề nghị quý cơ quan nghiên cứu" in said[6]
    assert "(Kèm theo Công văn số 415/SYT-TE ngày 22 tháng 01 năm 2024 của Sở Y tế)" in said
    first, second = (one for one in document.paragraphs if one.text.startswith("- Sở"))
    assert first.paragraph_format.left_indent == second.paragraph_format.left_indent


def test_one_sentence_is_one_row_with_all_that_is_said_of_it() -> None:
    twice = [
        WEAKER,
        WEAKER
        | {"rule": "magnitude-suspect", "severity": "error", "message_vi": "Chênh «quá» lớn.", "quote": "của weaker"},
    ]
    (row,) = annex.comments(twice)
    cells = annex.cells(1, row, terms.terms_of(DRAFT))
    assert cells[3] == "- Đề nghị kiểm tra lại số liệu.\n- Chênh “quá” lớn. Đề nghị kiểm tra lại số liệu."
    assert cells[4] == "Câu về weaker-than-national."
    assert cells[2] == "“câu của weaker-than-national”"


@pytest.mark.parametrize(
    ("row", "wording", "asked"),
    [
        (DATE, "Chỉ thị 20-CT/TW năm 2012.", "Đề nghị sửa thành: “Chỉ thị 20-CT/TW năm 2012”."),
        (WEAKER, "Nêu «lộ trình» từng năm", "Đề nghị nêu “lộ trình” từng năm."),
        (WEAKER | {"suggestion_vi": None}, "Bổ sung nguồn lực", "Đề nghị bổ sung nguồn lực."),
    ],
)
def test_what_a_reviewer_asks_goes_before_what_the_rule_suggests(row: dict[str, Any], wording: str, asked: str) -> None:
    (comment,) = annex.comments([row | {"wording": wording}])
    assert annex.cells(1, comment, terms.terms_of(DRAFT))[3].endswith(asked)


def test_what_is_about_the_data_is_sent_only_where_it_was_accepted() -> None:
    parent = finding("parent-missing", "notice")
    assert annex.sent([DATE, parent, WEAKER | {"state": "dismissed"}]) == [DATE]
    assert annex.sent([DATE, parent | {"state": "accepted"}]) == [parent | {"state": "accepted"}]


def test_slips_are_rules_that_there_are() -> None:
    codes = {rule.code for rule in all_rules()}
    assert codes >= terms.SLIPS | terms.OF_THE_DATA
    assert not terms.SLIPS & {"weaker-than-national", "weaker-than-parent", "missing-measures", "impossible-value"}


def test_long_names_of_agencies_break_evenly() -> None:
    long = Sender(agency="Sở Lao động - Thương binh và Xã hội", superior="Ủy ban nhân dân thành phố Hồ Chí Minh")
    left, _ = written(DRAFT, FOUND, long).tables[0].rows[0].cells
    assert [line for line in lines(left) if line][:4] == [
        "UBND THÀNH PHỐ", "HỒ CHÍ MINH", "SỞ LAO ĐỘNG -", "THƯƠNG BINH VÀ XÃ HỘI",
    ]  # fmt: skip
    committee, _ = written(DRAFT, FOUND, Sender(agency="Ủy ban nhân dân tỉnh Quảng Ninh")).tables[0].rows[0].cells
    assert [line for line in lines(committee) if line][:2] == ["ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NINH"]
