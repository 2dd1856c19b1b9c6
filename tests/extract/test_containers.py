"""Archives and messages: names in every encoding, archives in archives, names that lead out, what cannot be unpacked."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from corpus.files import Found
from extract import containers, readers
from extract.errors import ReadError
from tests.conftest import PLANS
from tests.plans import HEAD, TAIL

PLAN = f"{HEAD}I. MỤC TIÊU\n1. 95% trẻ em được tiêm chủng.{TAIL}".encode()


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def members(
    tmp_path: Path, data: bytes, name: str = "ho-so.zip", largest: int = containers.MAX_FILE
) -> dict[str, bytes | str]:
    """What is inside: the bytes, or the code of the error."""
    (tmp_path / name).write_bytes(data)
    with containers.unpacked([Found(tmp_path / name, name)], largest=largest) as found:
        return {
            one.shown: one.refused.code if isinstance(one.refused, ReadError) else one.path.read_bytes()
            for one in found
        }


def test_files_in_nested_folders_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    data = zipped(
        ("Xã B/kế hoạch.txt", PLAN), ("Huyện A/2021/kh.txt", b"a"), ("__MACOSX/x", b"y"), ("Xã B/~$kh.docx", b"z"),
    )  # fmt: skip
    assert list(members(tmp_path, data).items()) == [
        ("ho-so.zip/Huyện A/2021/kh.txt", b"a"),
        ("ho-so.zip/Xã B/kế hoạch.txt", PLAN),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258"])
def test_names_without_a_mark_of_their_encoding_are_read_as_vietnamese(tmp_path: Path, encoding: str) -> None:
    """Zip tools of Windows write names in the code page of the machine and say nothing of it."""
    # Windows-1258 has ê and the grave accent, no ề: tones are marks of their own.
    name = "Kê\u0301 hoa\u0323ch trẻ em.txt".replace("ẻ", "e\u0309") if encoding == "cp1258" else "Kế hoạch trẻ em.txt"
    raw = name.encode(encoding)
    data = zipped(("x" * len(raw), PLAN)).replace(b"x" * len(raw), raw)
    assert members(tmp_path, data) == {"ho-so.zip/Kế hoạch trẻ em.txt": PLAN}


def test_names_that_lead_out_stay_inside(tmp_path: Path) -> None:
    data = zipped(("../../etc/kh.txt", b"a"), ("/goc/kh.txt", b"b"), ("C:\\x\\..\\kh.txt", b"c"), ("etc/kh.txt", b"d"))
    found = members(tmp_path, data)
    assert sorted(found) == ["ho-so.zip/etc/kh (2).txt", "ho-so.zip/etc/kh.txt", "ho-so.zip/goc/kh.txt", "ho-so.zip/x/kh.txt"]  # fmt: skip
    assert sorted(map(str, found.values())) == sorted(map(str, [b"a", b"b", b"c", b"d"]))
    assert [path.name for path in tmp_path.iterdir()] == ["ho-so.zip"]


def test_an_archive_in_an_archive_in_an_archive_is_read_and_endless_ones_are_not(tmp_path: Path) -> None:
    data = zipped(("kh.txt", PLAN))
    for name in ("trong.zip", "giua.zip"):
        data = zipped((name, data))
    assert members(tmp_path, data) == {"ho-so.zip/giua.zip/trong.zip/kh.txt": PLAN}
    for _ in range(containers.MAX_DEPTH):
        data = zipped(("sau.zip", data))
    assert list(members(tmp_path, data).values()) == ["too-large"]


def test_what_cannot_be_unpacked_is_named_and_stops_no_other(tmp_path: Path) -> None:
    data = bytearray(zipped(("a-hong.txt", PLAN), ("c.txt", b"c"), ("d-to.txt", b"d" * 9000)))
    at = data.index(b"a-hong.txt") + 20
    data[at : at + 40] = bytes(40)
    found = members(tmp_path, bytes(data), largest=8000)
    assert found == {"ho-so.zip/a-hong.txt": "damaged", "ho-so.zip/c.txt": b"c", "ho-so.zip/d-to.txt": "too-large"}


def test_an_archive_with_a_password_says_so(tmp_path: Path) -> None:
    data = bytearray(zipped(("kh.txt", PLAN)))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert members(tmp_path, bytes(data)) == {"ho-so.zip/kh.txt": "encrypted"}


def test_an_empty_archive_says_so_and_a_word_file_is_none(tmp_path: Path) -> None:
    assert members(tmp_path, zipped()) == {"ho-so.zip": "empty"}
    word = (PLANS.parents[1] / "tests/data/formats/duc-co-kh-2022.docx").read_bytes()
    assert members(tmp_path, word, "kh.docx") == {"kh.docx": word}


def message(*, body: str, attachments: tuple[tuple[str, bytes], ...] = ()) -> EmailMessage:
    out = EmailMessage()
    out["From"], out["To"], out["Subject"] = "van-thu@example.vn", "tong-hop@example.vn", "Gửi kế hoạch 2021/2025"
    out.set_content(body)
    for name, data in attachments:
        out.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return out


def test_attachments_of_a_message_are_files_and_its_words_where_there_is_nothing_else(tmp_path: Path) -> None:
    note = "Kính gửi các anh chị kế hoạch."
    sent = message(body=note, attachments=(("Kế hoạch.txt", PLAN), ("phụ lục.zip", zipped(("a.txt", b"a")))))
    assert members(tmp_path, sent.as_bytes(), "thu.eml") == {
        "thu.eml/Kế hoạch.txt": PLAN,
        "thu.eml/phụ lục.zip/a.txt": b"a",
    }
    bare = members(tmp_path, message(body=note).as_bytes(), "thu.eml")
    assert {name: str(data, "utf-8").strip() for name, data in bare.items() if isinstance(data, bytes)} == {
        "thu.eml/Gửi kế hoạch 2021-2025.txt": note
    }


def test_a_message_that_is_attached_is_opened_and_pictures_among_the_words_are_not_files(tmp_path: Path) -> None:
    inner = message(body="Kèm theo.", attachments=(("kh.txt", PLAN),))
    outer = message(body="Chuyển tiếp.")
    outer.add_attachment(inner, filename="chuyển tiếp.eml")
    outer.add_attachment(b"\x89PNG", maintype="image", subtype="png", cid="<logo>", disposition="inline")
    assert members(tmp_path, outer.as_bytes(), "thu.eml") == {"thu.eml/chuyển tiếp.eml/kh.txt": PLAN}


def test_a_message_with_a_logo_among_its_words_still_gives_its_attachments(tmp_path: Path) -> None:
    sent = message(body="Kèm theo.")
    sent.add_alternative("<p>Kèm theo.</p><img src='cid:logo'>", subtype="html")
    payload = sent.get_payload()
    assert isinstance(payload, list)
    page = payload[1]
    assert isinstance(page, EmailMessage)
    page.add_related(b"\x89PNG", "image", "png", cid="<logo>")
    sent.add_attachment(PLAN, maintype="application", subtype="octet-stream", filename="kh.txt")
    assert members(tmp_path, sent.as_bytes(), "thu.eml") == {"thu.eml/kh.txt": PLAN}


def test_a_page_in_a_message_is_read_as_it_was_decoded(tmp_path: Path) -> None:
    sent = message(body="Kế hoạch")
    sent.set_content("<html><meta charset=windows-1252><p>Kế hoạch phòng, chống đuối nước.</p></html>", subtype="html")
    (data,) = members(tmp_path, sent.as_bytes(), "thu.eml").values()
    assert isinstance(data, bytes)
    assert "Kế hoạch phòng, chống đuối nước." in readers.read(data).raw


def test_a_text_that_begins_as_a_list_of_keys_is_no_message() -> None:
    words = "Update: 2024\nGhi chú: trao đổi date: sau\n" * 2
    assert readers.sniff(words.encode()) == "text"
    assert readers.sniff(b"BM.01-KH\n" + PLAN) == "text"


def test_files_of_an_archive_are_flagged_as_taken_out(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(("kh.txt", PLAN)))
    with containers.unpacked([Found(tmp_path / "a.zip", "a.zip"), Found(tmp_path / "b.txt", "b.txt")]) as found:
        assert [one.unpacked for one in found] == [True, False]


def test_thousands_of_files_of_one_name_are_named_without_trying_all_numbers() -> None:
    class Counting(dict[str, int]):
        asked = 0

        def __contains__(self, key: object) -> bool:
            Counting.asked += 1
            return super().__contains__(key)

    budget = containers._Budget(largest=1, size=1, names=Counting())
    found = Found(Path("a.zip"), "a.zip")
    names = [containers._member(found, "kh.txt", budget).shown for _ in range(2000)]
    assert len(set(names)) == 2000
    assert Counting.asked < 3 * 2000
