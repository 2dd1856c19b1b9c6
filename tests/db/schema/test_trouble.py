"""Files that cannot be written, in one line that names the file and says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.schema.trouble import Trouble, writing


def test_what_cannot_be_written_is_named_with_its_reason_and_advice(tmp_path: Path) -> None:
    path = tmp_path / "no/such.log"
    with (
        pytest.raises(Trouble) as told,
        writing(path, Trouble, "chọn thư mục khác / choose another folder"),
    ):
        path.write_text("x", encoding="utf-8")
    assert str(told.value) == (
        f"{path}: không ghi được (No such file or directory); chọn thư mục khác / cannot be written; choose another folder"
    )


def test_without_advice_the_reason_stands_alone(tmp_path: Path) -> None:
    with (
        pytest.raises(Trouble, match=r"^a\.docx: không ghi được \(Is a directory\) / cannot be written$"),
        writing("a.docx", Trouble),
    ):
        tmp_path.write_text("x", encoding="utf-8")


def test_other_errors_pass() -> None:
    with pytest.raises(ValueError, match="mine"), writing("a", Trouble):
        raise ValueError("mine")
