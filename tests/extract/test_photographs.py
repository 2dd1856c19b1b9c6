"""Pages photographed one by one: bound into one document where their names count on, and read as its pages."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from corpus.files import Found, files_in
from extract import readers
from extract.containers import unpacked
from extract.pipeline import extract_found
from extract.readers.scan import album
from extract.structure import text


def shown(folder: Path, *names: str) -> list[str]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
    with unpacked(files_in([folder])) as members:
        return [found.shown.removeprefix(f"{folder}/") for found in members]


@pytest.mark.parametrize(
    ("names", "read"),
    [
        (["trang 1.jpg", "trang 2.jpg", "trang 10.jpg"], ["trang 1.jpg – trang 2.jpg", "trang 10.jpg"]),
        ([f"p{n}.png" for n in range(8, 12)], ["p8.png – p11.png"]),  # in the order of numbers, not of names
        (["a1.jpg", "b2.jpg"], ["a1.jpg", "b2.jpg"]),
        (["IMG_0041.JPG", "IMG_0042.JPG", "IMG_0050.JPG"], ["IMG_0041.JPG – IMG_0042.JPG", "IMG_0050.JPG"]),
        (["scan (1).tif", "scan (2).tif"], ["scan (1).tif – scan (2).tif"]),
        (["a/1.jpg", "b/2.jpg"], ["a/1.jpg", "b/2.jpg"]),
        (["ke-hoach-1.docx", "ke-hoach-2.docx"], ["ke-hoach-1.docx", "ke-hoach-2.docx"]),
    ],
)
def test_names_that_count_on(names: list[str], read: list[str], tmp_path: Path) -> None:
    assert shown(tmp_path, *names) == read


def test_nothing_else_is_lost_and_the_order_of_the_files_stays(tmp_path: Path) -> None:
    assert shown(tmp_path, "0.txt", "1.jpg", "2.jpg", "3.txt", "x.jpg") == ["0.txt", "1.jpg – 2.jpg", "3.txt", "x.jpg"]


def test_the_same_pictures_make_the_same_file(tmp_path: Path) -> None:
    for name in ("1.jpg", "2.jpg"):
        (tmp_path / name).write_bytes(name.encode())
    pictures = [tmp_path / "1.jpg", tmp_path / "2.jpg"]
    assert album.bind(pictures) == album.bind(pictures)
    assert readers.sniff(album.bind(pictures)) == "album"


def _page(folder: Path, name: str, font: str, *lines: str) -> None:
    image = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        draw.text((120, 150 + 60 * number), line, fill=0, font=ImageFont.truetype(font, 30))
    out = io.BytesIO()
    image.save(out, "PNG")
    (folder / name).write_bytes(out.getvalue())


@pytest.mark.needs("tesseract")
def test_photographed_pages_are_pages_of_one_document(tmp_path: Path, serif: str) -> None:
    _page(tmp_path, "p1.png", serif, "II. MỤC TIÊU", "Tỷ lệ trẻ em được tiêm chủng đầy đủ đạt 95% và tỷ lệ trẻ")
    _page(tmp_path, "p2.png", serif, "em được đăng ký khai sinh đúng hạn đạt 98% vào năm 2025.")
    with unpacked(files_in([tmp_path])) as members:
        (found,) = members
        assert isinstance(found, Found)
        plan = extract_found(found)
        read = text.build(readers.read(found.path.read_bytes()))
    assert plan.source.pages == 2
    assert "tỷ lệ trẻ em được đăng ký khai sinh" in read.text
