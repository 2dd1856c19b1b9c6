"""The comments on a plan as a letter on the site: its words, who sends it, the Word file."""

from __future__ import annotations

import io
from urllib.parse import quote

import docx

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
    assert "chưa bảo đảm mức <9% của Quyết định 23/QĐ-TTg" in text
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
