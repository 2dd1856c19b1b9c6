"""Small plans and reports of one province and its districts, for tests of what was reached."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sqlite_utils import Database

from corpus.files import files_in
from db.load.dispatch import load
from db.schema.database import rows

PLAN = """ỦY BAN NHÂN DÂN
{unit}
Số: {number}/KH-UBND
{place}, ngày 05 tháng 7 năm 2021
KẾ HOẠCH
Thực hiện Chương trình hành động quốc gia vì trẻ em giai đoạn 2021 - 2030
Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân ban hành Kế hoạch như sau:
I. MỤC TIÊU
1. Mục tiêu cụ thể
{body}
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An"""
REPORT = """ỦY BAN NHÂN DÂN
{unit}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}/BC-UBND
{place}, ngày 10 tháng 12 năm {year}
BÁO CÁO
Kết quả thực hiện công tác trẻ em năm {year}
I. KẾT QUẢ THỰC HIỆN
{body}
Nơi nhận:
- Lưu: VT."""

PROVINCE = {"unit": "TỈNH BẮC GIANG", "place": "Bắc Giang"}
BIRTHS = "- Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98% vào năm 2025 và 99% vào năm 2030."


def plan(*lines: str, number: int = 310, unit: Mapping[str, str] = PROVINCE) -> str:
    """The text of a plan with these specific objectives."""
    return PLAN.format(**unit, number=number, body="\n".join(lines))


def report(year: int, *lines: str, number: int = 15, unit: Mapping[str, str] = PROVINCE) -> str:
    """The text of a report for a year with these lines."""
    return REPORT.format(**unit, number=number, year=year, body="\n".join(lines))


def loaded(db: Database, folder: Path, **texts: str) -> None:
    """Loads texts as files of a folder, named by their keywords."""
    for name, words in texts.items():
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    outcomes = load(db, files_in([folder]))
    assert {one.error for one in outcomes} == {None}


def judged(db: Database, *columns: str, measure: str | None = None) -> list[tuple[object, ...]]:
    """Columns of the view `progress`, by year."""
    where = "" if measure is None else "WHERE measure = :measure"
    sql = f"SELECT {', '.join(columns)} FROM progress {where} ORDER BY position, year"
    return [tuple(row.values()) for row in rows(db, sql, {"measure": measure})]
