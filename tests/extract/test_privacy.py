"""Documents that are state secrets are refused; children whom a report names are pointed out."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
import regex
from PIL import Image, ImageDraw, ImageFont
from sqlite_utils import Database

from corpus.files import files_in
from db.load.dispatch import load
from db.schema.database import rows
from db.site.upload_process import Notes
from db.site.uploads import Upload
from extract.errors import ClassifiedFile
from extract.pipeline import extract_bytes
from patterns import heads
from tests.plans import HEAD, plan, read
from tests.test_cli import run

_BODY = "I. MỤC TIÊU\n- 90% trẻ em được an toàn."


@pytest.mark.parametrize(
    "stamp", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "(Mật)".upper(), "Độ mật: Tối mật", "| MẬT | Bản số 3 |"]
)
def test_a_document_with_a_stamp_of_secrecy_is_refused(stamp: str) -> None:
    with pytest.raises(ClassifiedFile):
        plan(_BODY, head=f"{stamp}\n{HEAD}")
    with pytest.raises(ClassifiedFile):
        plan(_BODY, head=HEAD.replace("Số: 12/KH-UBND", f"Số: 12/KH-UBND\n{stamp}"))


@pytest.mark.parametrize(
    "words", ["Bảo đảm bí mật thông tin", "Tài liệu MẬT được bảo quản riêng", "Độ mật: Không", "MẬT ĐỘ DÂN SỐ"]
)
def test_the_word_in_a_sentence_is_no_stamp(words: str) -> None:
    assert len(plan(f"{_BODY}\n- {words}.", head=f"{words}\n{HEAD}").targets) >= 1


def test_a_stamp_in_the_running_head_of_a_word_file() -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Bảo vệ trẻ em năm 2026")
    document.sections[0].header.paragraphs[0].text = "Trang nội bộ"
    out = io.BytesIO()
    document.save(out)
    assert "nội bộ" not in extract_bytes(out.getvalue(), path="a.docx").text
    document.sections[0].header.add_paragraph("TỐI MẬT")
    document.save(out := io.BytesIO())
    with pytest.raises(ClassifiedFile):
        extract_bytes(out.getvalue(), path="a.docx")


@pytest.mark.needs("tesseract")
@pytest.mark.parametrize(("stamp", "colour", "secret"), [("MẬT", "#d02030", True), ("ĐÃ GỬI", "#d02030", False)])
def test_a_red_stamp_on_a_scan(stamp: str, colour: str, secret: bool, serif: str) -> None:
    page = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(page)
    draw.text((160, 200), stamp, fill=colour, font=ImageFont.truetype(serif, 54))
    for number, line in enumerate(
        ("ỦY BAN NHÂN DÂN XÃ YÊN LẬP", "KẾ HOẠCH", "Bảo vệ, chăm sóc trẻ em năm 2026 trên địa bàn xã")
    ):
        draw.text((160, 400 + 80 * number), line, fill="black", font=ImageFont.truetype(serif, 32))
    page.save(out := io.BytesIO(), "PNG")
    if secret:
        with pytest.raises(ClassifiedFile):
            extract_bytes(out.getvalue(), path="a.png")
    else:
        assert "KẾ HOẠCH" in extract_bytes(out.getvalue(), path="a.png").text


def test_nothing_of_a_secret_document_is_kept(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(f"TỐI MẬT\n{HEAD}{_BODY}\nKho thuốc ở thôn Bãi Dài.", encoding="utf-8")
    (outcome,) = load(db, files_in([path]))
    assert (outcome.result, outcome.error) == ("failed", "classified")
    assert rows(db, "SELECT count(*) AS n FROM documents") == [{"n": 0}]
    assert "Bãi Dài" not in "\n".join(db.conn.iterdump())
    shown = run("read", path)
    assert (shown.exit_code, "Bãi Dài" in shown.output) == (1, False)


def test_what_an_earlier_version_kept_of_a_secret_document_goes(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(f"TỐI MẬT\n{HEAD}{_BODY}\nKho thuốc ở thôn Bãi Dài.", encoding="utf-8")
    with monkeypatch.context() as earlier:
        earlier.setattr(heads, "SECRET", regex.compile("(?!)"))
        assert [one.result for one in load(db, files_in([path]))] == ["loaded"]
    assert "Bãi Dài" in "\n".join(db.conn.iterdump())
    db.conn.execute("UPDATE documents SET version = 'older'")
    db.conn.execute("UPDATE files SET version = 'older'")
    assert [one.error for one in load(db, files_in([path]))] == ["classified"]
    assert "Bãi Dài" not in "\n".join(db.conn.iterdump())


def test_an_upload_of_a_secret_document_leaves_no_copy(db: Database, tmp_path: Path) -> None:
    upload = Upload.new(tmp_path / "plans.db", "minh")
    path = upload.folder / "secret.txt"
    path.write_text(f"MẬT\n{HEAD}{_BODY}", encoding="utf-8")
    (outcome,) = load(db, files_in([path]))
    Notes(upload).outcome(outcome, None)  # type: ignore[arg-type]
    assert not path.exists()
    assert [one["error"] for one in upload.progress()["files"]] == ["classified"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Vụ xâm hại cháu Nguyễn Thị Hoa (sinh năm 2012) tại xã An Lạc.", "Nguyễn Thị Hoa"),
        ("Cháu bé tên Lò Văn Páo bị đuối nước; bé Trần An được cứu.", "Trần An"),
        ("Nạn nhân Giàng A Sử, 9 tuổi, trú tại bản Nậm Cắt.", "Giàng A Sử"),
    ],
)
def test_a_child_who_is_named_is_pointed_out(sentence: str, name: str) -> None:
    result = read(f"BÁO CÁO\nKết quả công tác trẻ em\nI. KẾT QUẢ\n1. {sentence}")
    places = [one for one in result.warnings if one.code == "child-named"]
    assert name in [result.text[one.start : one.end] for one in places]
    assert all(name not in one.message for one in places)


@pytest.mark.parametrize(
    "sentence",
    [
        "Phong trào cháu ngoan Bác Hồ; các cháu mồ côi được nhận quà.",
        "Cháu N.T.A (sinh năm 2012) được trợ giúp.",
        "Quỹ Bảo trợ trẻ em Việt Nam trao học bổng cho trẻ em Hà Giang.",
        "Học sinh Trường Tiểu học Nguyễn Du tham gia; đồng chí Nguyễn Văn Em chủ trì.",
    ],
)
def test_who_is_no_named_child(sentence: str) -> None:
    assert "child-named" not in [one.code for one in read(f"BÁO CÁO\nKết quả\nI. KẾT QUẢ\n1. {sentence}").warnings]
