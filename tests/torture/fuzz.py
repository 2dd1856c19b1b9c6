"""Texts that hypothesis makes up: through every pattern, from text to records and rows, through every reader that needs no program."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import regex
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import patterns
from db.load import rows
from extract import readers
from extract.errors import ReadError
from extract.pipeline import extract_bytes
from tests.plans import HEAD, TAIL
from tests.torture import mutants
from tests.torture.part import Part, simple

EXAMPLES = 50

_PIECES = (
    "Đến năm 2025", "tỷ lệ trẻ em", "95%", "trên 98,5 %", "từ 10 - 15%", "giảm xuống còn", "12/KH-UBND", "ngày 31/9/2022", "ngày 5 tháng 13 năm 2021",
    "Quyết định số 23/QĐ-TTg ngày 07/01/2021", "Nghị định 80/2017/NĐ-CP", "Điều 3", "khoản 2", "Sở Lao động - Thương binh và Xã hội", "UBND các xã, thị trấn",
    "chủ trì, phối hợp với", "trước ngày 15/12 hằng năm", "quý IV/2023", "I. MỤC TIÊU", "1. Mục tiêu cụ thể", "a)", "- ", "Phần thứ hai", "Nơi nhận:",
    "TM. ỦY BAN NHÂN DÂN", "KẾ HOẠCH", "| 1 | x | 95% |", "| --- | --- |", "**", "###", "04/4.000", "1.234.567", "1,5", "¼", "‰", "≥", "x 10^9", "1" * 30,
    "năm 0000", "99/99/9999", "00/00/0000", "tháng 02/2023", "(", "))", "…", "\t", "\n", "\n\n", "\f", "\u00ad", "\u200b", "\ufeff", "\u0301", "\ufffd", "Ð", "ﬁ", "٣",
    "từ nay đến", "hàng năm", "6 tháng một lần", "và", ",", ";", ":", ".", "%", "/", "-", "–", "số", "của", "VND", "tỷ đồng",
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.sampled_from(_PIECES), st.text(max_size=8), st.integers(0, 10**12).map(str)), min_size=1, max_size=60
).map(lambda parts: " ".join(parts))


@lru_cache(maxsize=1)
def compiled() -> tuple[tuple[str, Any], ...]:
    """Every compiled pattern of `patterns/`."""
    found = {}
    for module in pkgutil.walk_packages(patterns.__path__, "patterns."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, regex.Pattern) and isinstance(value.pattern, str):
                found[value.pattern, value.flags] = (f"{module.name}.{name}", value)
    return tuple(found.values())


def every_pattern(text: str) -> None:
    """Every pattern over a text; a match that is empty would be found without end."""
    for name, pattern in compiled():
        for match in pattern.finditer(text, timeout=20):
            assert match.end() >= match.start(), name


def records(text: str) -> None:
    """From text to records and rows: what is quoted stands where it is said to."""
    try:
        plan = extract_bytes(f"{HEAD}{text}{TAIL}".encode("utf-8", "replace"), path="x.txt")
    except ReadError:
        return
    plan.to_json(with_text=True)
    rows.of_plan(plan)
    for record in (*plan.targets, *plan.deadlines, *plan.legal_refs, *plan.assignments):
        assert plan.text[record.start : record.end] == record.quote, record


def reader(kind: str) -> Callable[[bytes, str], None]:
    def read(noise: bytes, text: str) -> None:
        data = text.encode("utf-8", "replace")
        made = {
            "plain": data + noise, "html": b"<html><body><table><tr><td>" + data.replace(b"|", b"</td><td>") + noise,
            "markdown": b"| a | b |\n| --- | --- |\n| " + data + noise, "delimited": data.replace(b" ", b",") + noise,
            "docx": mutants.mutant("docx", int.from_bytes(noise[:4], "big")), "zip": mutants.mutant("zip", int.from_bytes(noise[:4], "big")),
            "mail": b"From: a\nSubject: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n" + data + noise,
        }[kind]  # fmt: skip
        try:
            readers.read(made, "x")
        except ReadError:
            return

    return read


FAST = ("plain", "html", "markdown", "delimited", "docx")


def examples(number: int, check: Callable[..., None], *strategies: Any, count: int = EXAMPLES) -> list[str]:
    """Runs so many examples of a number's seed; what is wrong, in its smallest form."""

    @seed(number)
    @settings(
        max_examples=count, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck), report_multiple_bugs=False,
    )  # fmt: skip
    @given(st.tuples(*strategies))
    def tried(values: tuple[Any, ...]) -> None:
        try:
            check(*values)
        except ReadError:
            raise
        except Exception as error:
            error.add_note(f"from {values!r}")
            raise

    try:
        tried()
    except Exception as error:
        ours = (note for note in getattr(error, "__notes__", ()) if note.startswith("from "))
        return [f"{type(error).__name__}: {error}; {' '.join(ours)}"[:2000]]
    return []


def _patterns(number: int) -> list[str]:
    return examples(number, every_pattern, TEXTS)


def _records(number: int) -> list[str]:
    return examples(number, records, TEXTS)


def _readers(kind: str) -> Callable[[int], list[str]]:
    check = reader(kind)
    return lambda number: examples(number, check, st.binary(min_size=4, max_size=60), TEXTS)


PARTS = (
    Part(
        "fuzz.patterns",
        "a text through a pattern",
        1_000_000 // (EXAMPLES * len(compiled())) + 1,
        EXAMPLES * len(compiled()),
        simple(_patterns),
    ),
    Part("fuzz.records", "text to records and rows, offsets checked", 100_000 // EXAMPLES, EXAMPLES, simple(_records)),
    *(
        Part(f"fuzz.{kind}", "bytes through a reader", 10_000 // EXAMPLES, EXAMPLES, simple(_readers(kind)))
        for kind in FAST
    ),
)
