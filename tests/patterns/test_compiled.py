"""Patterns kept compiled are those of the source, never older ones; without a place to keep them nothing changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from patterns import compiled as module
from patterns.compiled import compiled


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "_FOLDER", tmp_path / "kept")
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return tmp_path / "kept"


def test_a_kept_pattern_is_the_one_that_was_compiled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled("names", r"Sở\s(?P<what>Y tế)")
    assert [path.name.split(".")[0] for path in folder.iterdir()] == ["names"]
    monkeypatch.setattr("regex.compile", lambda pattern: pytest.fail(f"compiled anew: {pattern}"))
    found = compiled("names", r"Sở\s(?P<what>Y tế)").fullmatch("Sở Y tế")
    assert found is not None
    assert found["what"] == "Y tế"


def test_a_changed_pattern_is_compiled_anew() -> None:
    compiled("names", "Sở Y tế")
    assert compiled("names", "Sở Nội vụ").fullmatch("Sở Nội vụ")


@pytest.mark.parametrize("content", [b"", b"\x80\x04", b"nothing pickled"])
def test_a_damaged_file_is_no_reason_to_stop(folder: Path, content: bytes) -> None:
    compiled("names", "Sở Y tế")
    next(folder.iterdir()).write_bytes(content)
    assert compiled("names", "Sở Y tế").fullmatch("Sở Y tế")


def test_where_byte_code_is_not_wanted_nothing_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert compiled("names", "Sở Y tế").fullmatch("Sở Y tế")
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(folder: Path) -> None:
    folder.write_text("a file where the folder would be")
    assert compiled("names", "Sở Y tế").fullmatch("Sở Y tế")
