"""The comments on a plan as a letter on the site: its words, who sends it, the Word file."""

from __future__ import annotations

import io
import re
from typing import Any
from urllib.parse import quote

import docx
from lxml import html
from openpyxl import load_workbook

from tests.db.letters.test_collection import JUSTICE
from tests.db.site.client import Person

TAN_YEN = "tan-yen-ctr-ubnd-2021"
PAGE = f"/plans/{TAN_YEN}/gop-y"


def head(person: Person, address: str) -> str:
    answer = person.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="gop-y-{TAN_YEN}.docx"'
    document = docx.Document(io.BytesIO(answer.content))
    return "\n".join(
        [*(cell.text for cell in document.tables[0].rows[0].cells), *(one.text for one in document.paragraphs)]
    )


def test_the_letter_is_shown_before_it_is_taken_home(visitor: Person) -> None:
    text = visitor.text(PAGE)
    assert "Kính gửi: Ủy ban nhân dân huyện Tân Yên" in text
    assert "có ý kiến như sau:" in text
    assert "chưa bảo đảm mức dưới 9% của Quyết định 23/QĐ-TTg" in text
    assert not visitor.page(PAGE).xpath("//form[@method='post'][contains(@action, 'gop-y')]")
    assert visitor.page(f"/plans/{TAN_YEN}").xpath(f"//a[@href='{PAGE}']")
    assert visitor.get("/plans/none/gop-y").status_code == 404
    assert visitor.get("/plans/none/gop-y.docx").status_code == 404


def test_what_is_of_one_letter_stands_in_its_address(visitor: Person) -> None:
    asked = f"?to={quote('Sở Tư pháp; Sở Nội vụ')}&number=415&day=2024-01-22"
    page = visitor.page(PAGE + asked)
    (link,) = page.xpath("//a[@class='go']/@href")
    said = head(visitor, link)
    assert "Số: 415/" in said
    assert "ngày 22 tháng 01 năm 2024" in said
    assert "- Sở Tư pháp;\n- Sở Nội vụ." in said
    assert "Ngày ký không đúng dạng" in visitor.text(f"{PAGE}?day=mai")


def test_a_reviewer_says_once_who_sends(reviewer: Person) -> None:
    answer = reviewer.post(f"{PAGE}/sender", {"agency": "Sở  Y tế", "symbol": "SYT-TE", "signer": "", "other": "x"})
    assert answer.status_code == 303
    assert answer.headers["location"] == PAGE
    said = head(reviewer, f"{PAGE}.docx")
    assert "SỞ Y TẾ" in said
    assert "/SYT-TE" in said
    kept = reviewer.get("/export/letter_sender.json").json()
    assert {row["field"]: (row["value"], row["changed_by"]) for row in kept} == {
        "agency": ("Sở Y tế", "lan"), "signer": ("", "lan"), "symbol": ("SYT-TE", "lan"),
    }  # fmt: skip


def test_without_the_role_nothing_is_remembered(own_database: object) -> None:
    person = Person(own_database, {"id": "minh", "name": "minh", "roles": ["staff"]})  # type: ignore[arg-type]
    assert person.post(f"{PAGE}/sender", {"agency": "Sở Y tế"}).status_code == 403
    assert person.get("/export/letter_sender.json").json() == []


# --- comments of several agencies ------------------------------------------------------------------------------------


def form(*files: tuple[str, bytes], **fields: str) -> tuple[bytes, dict[str, str]]:
    """A form with files as a browser sends it."""
    parts = [
        f'--X\r\ncontent-disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for name, data in files:
        head = f'--X\r\ncontent-disposition: form-data; name="files"; filename="{name}"\r\ncontent-type: application/octet-stream\r\n\r\n'
        parts.append(head.encode() + data + b"\r\n")
    return b"".join(parts) + b"--X--\r\n", {"content-type": "multipart/form-data; boundary=X"}


def test_files_become_a_table_and_what_is_not_understood_is_shown(visitor: Person) -> None:
    own = visitor.get(f"{PAGE}.docx").content
    body, head = form(("so-y-te.docx", own), ("stp.docx", JUSTICE), ("anh.png", b"\x89PNG"), plan=TAN_YEN)
    answer = visitor.post("/comments", body, headers=head)
    assert answer.status_code == 200
    page: Any = html.fromstring(answer.text)
    text = " ".join(page.text_content().split())
    assert "stp.docx, dòng 4: không có nội dung góp ý" in text
    assert "anh.png: trên trang này chỉ nhận tệp Word .docx" in text
    assert "Sở Tư pháp (02 ý kiến)" in text
    kept = {
        one.get("name"): one.get("value") for one in page.xpath("//form[contains(@action, 'comments.docx')]//input")
    }
    body, head = form(**{name: kept[name] for name in ("kept", "plan", "named")})
    made = visitor.post("/comments.docx", body, headers=head)
    assert made.headers["content-disposition"] == 'attachment; filename="tong-hop-y-kien.docx"'
    document = docx.Document(io.BytesIO(made.content))
    assert document.paragraphs[0].text.endswith("CHƯƠNG TRÌNH HÀNH ĐỘNG VÌ TRẺ EM HUYỆN TÂN YÊN GIAI ĐOẠN 2021 - 2030")
    assert {row.cells[2].text for row in document.tables[0].rows} >= {"Sở Tư pháp"}


def test_a_draft_that_there_is_not_leads_to_what_comes_near(visitor: Person) -> None:
    body, head = form(("stp.docx", JUSTICE), plan="Tân Yên")
    said = visitor.post("/comments", body, headers=head).text
    assert "Không có kế hoạch Tân Yên; bỏ qua. Gần nhất: " in said
    assert TAN_YEN in said.partition("Gần nhất: ")[2].partition("<")[0]


def test_what_is_no_form_of_files_is_refused_in_words(visitor: Person) -> None:
    assert "Không nhận được" in visitor.post("/comments", b"x", headers={"content-type": "text/plain"}).text
    many = form(*((f"{number}.docx", b"x") for number in range(61)))
    assert "60 tệp mỗi lần" in visitor.post("/comments", many[0], headers=many[1]).text
    for kept in ("{}[]", '[{"about": null, "comments": [{"x": 1}]}]', '{"x": 1}'):
        body, head = form(kept=kept)
        assert visitor.post("/comments.docx", body, headers=head).status_code == 303
    assert visitor.get("/comments.docx").status_code == 303


def test_the_token_may_stand_in_the_form_and_must_be_the_sites(visitor: Person) -> None:
    page = visitor.get("/comments")
    token = visitor.cookies["ds_csrftoken"] = page.cookies.get("ds_csrftoken") or visitor.cookies["ds_csrftoken"]
    for given, status in ((token, 200), ("x" * 40, 403)):
        body, head = form(("stp.docx", JUSTICE), csrftoken=given)
        assert visitor.post("/comments", body, token=False, headers=head).status_code == status
    body, head = form(("stp.docx", JUSTICE))
    assert visitor.post("/comments", body, token=False, headers=head).status_code == 403


def test_the_form_for_printing_is_one_click_away(visitor: Person) -> None:
    page = visitor.page("/compare")
    links = {link.text: link.get("href") for link in page.xpath("//a[contains(@href, 'bieu.xlsx')]")}
    assert set(links) == {"các tỉnh, thành phố", "các huyện", "các xã"}
    answer = visitor.get(links["các huyện"])
    assert answer.headers["content-disposition"] == 'attachment; filename="bieu-so-sanh-district.xlsx"'
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert sheet["A1"].value.startswith("BIỂU SO SÁNH CHỈ TIÊU KẾ HOẠCH CỦA CÁC HUYỆN VỚI QUYẾT ĐỊNH 23/QĐ-TTG")
    assert any("Tân Yên" in str(cell.value) for cell in sheet[4])
    assert any("▼ chưa bảo đảm" in str(cell.value) for row in sheet.iter_rows() for cell in row)


def test_the_letter_counts_as_many_contents_as_its_annex_numbers(visitor: Person) -> None:
    page = visitor.page(PAGE)
    said = re.search(r"có (\d+) nội dung cần góp ý với (\d+) ý kiến", page.text_content())
    assert said is not None
    rows = page.xpath("//h2[@lang='vi']/following::table[1]/tbody/tr")
    assert int(said[1]) == len(rows)
    assert int(said[2]) > len(rows)
