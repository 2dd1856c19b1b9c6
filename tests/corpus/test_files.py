"""Incoming files: folders in a stable order, each file once, leftovers of word processors passed over."""

from __future__ import annotations

from pathlib import Path

from corpus.files import files_in


def test_folders_are_walked_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.docx", "~$a.docx", ".hidden", "Thumbs.db", "c d/kế hoạch.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    shown = [found.shown for found in files_in([tmp_path])]
    assert shown == [f"{tmp_path.as_posix()}/{name}" for name in ("a.docx", "b/1.txt", "b/2.txt", "c d/kế hoạch.pdf")]


def test_a_file_given_twice_is_found_once_and_a_missing_one_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    found = files_in([file, tmp_path, tmp_path / "nope.txt"])
    assert [entry.path.name for entry in found] == ["a.txt", "nope.txt"]
