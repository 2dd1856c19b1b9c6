"""The examples in docstrings: each module's are run, so that none says what the program does not."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

from tests.conftest import ROOT

_PACKAGES = ("patterns", "corpus", "extract", "db")


def _with_examples() -> list[str]:
    paths = [path for name in _PACKAGES for path in sorted((ROOT / name).rglob("*.py"))]
    return [_module(path) for path in paths if ">>> " in path.read_text(encoding="utf-8")]


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_there_are_examples() -> None:
    assert len(_with_examples()) > 20


@pytest.mark.parametrize("name", _with_examples())
def test_examples_are_what_comes_out(name: str) -> None:
    found = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert found.attempted > 0
    assert found.failed == 0
