"""Small plans for tests: a head, a body of one's own, a close, and the records that come out."""

from __future__ import annotations

import io
from typing import Any

from extract import readers
from extract.pipeline import extract_bytes
from extract.records import Plan
from extract.structure import text

HEAD = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH MINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Bình Minh, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Thực hiện công tác trẻ em năm 2024
Thực hiện Kế hoạch số 11/KH-UBND ngày 02/01/2024 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân huyện ban hành Kế hoạch như sau:
"""
# The head of a plan that carries out a programme that ships.
CARRYING = HEAD.replace(
    "Kế hoạch số 11/KH-UBND ngày 02/01/2024 của Ủy ban nhân dân tỉnh",
    "Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ",
)
TAIL = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An"


def read(words: str) -> Plan:
    """The plan of a text file with these words."""
    return extract_bytes(words.encode(), path="plan.txt")


def plan(body: str, *, head: str = HEAD, tail: str = TAIL) -> Plan:
    """The plan of a body between a head and a close."""
    return read(head + body.strip("\n") + tail)


def objectives(*lines: str) -> Plan:
    """A plan whose specific objectives are the lines."""
    return plan("I. MỤC TIÊU\n1. Mục tiêu cụ thể\n" + "\n".join(lines))


def organisation(body: str) -> Plan:
    """A plan whose organisation is the body."""
    return plan(
        f"I. MỤC TIÊU\n1. Giảm số trẻ em bị tai nạn.\nII. NHIỆM VỤ\n1. Tuyên truyền.\nIII. TỔ CHỨC THỰC HIỆN\n{body.strip()}"
    )


def saved(document: Any) -> bytes:
    """The bytes of a Word file or workbook that a library has open."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def words(data: bytes) -> list[str]:
    """The lines of a file as the extractors see them."""
    return text.build(readers.read(data)).text.split("\n")
