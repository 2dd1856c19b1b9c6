"""Silence is a fault: what yields no record is a warning with its place, what is understood yields none; every code is documented."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

import pytest

from extract import silence
from extract.component import outline_of
from extract.pipeline import Shared, make_doc
from extract.records import PlanWarning
from extract.structure import text as texts
from tests.conftest import ROOT
from tests.plans import HEAD, TAIL, plan

CODES = {
    "citation-not-understood", "date-does-not-exist", "figure-without-target", "time-without-deadline", "subject-without-letters",
    "heading-as-duty", "name-cut", "measures-not-recognised",
}  # fmt: skip


def said(body: str) -> silence.Said:
    """A plan as the invariants see it, every component but theirs having run."""
    nlp = Shared.nlp()
    doc = make_doc(nlp, texts.from_string(HEAD + body + TAIL))
    for name, component in nlp.pipeline:
        doc = component(doc) if name != "kehoach_silence" else doc
    assert outline_of(doc) is not None
    return silence.Said.of(doc)


def warned(found: silence.Said) -> list[tuple[str, str]]:
    text = found.outline.text.text
    return [(one.code, text[one.start : one.end]) for one in silence.warnings_on(found)]


_AIMS = (
    "I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- 90% trẻ em được khai sinh vào năm 2025.\n- Giữ vững phong trào, 80% thôn bản.\n"
)
_DUTIES = (
    "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\n- Phối hợp với Phòng Tư pháp khám bệnh; báo cáo trước ngày 15/11/2024.\n"
)


def test_what_is_understood_is_not_warned_of() -> None:
    found = plan(
        _AIMS
        + _DUTIES
        + "2. Phòng Tư pháp\n- Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ."
    )
    assert [one for one in found.warnings if one.code in CODES] == []


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Theo Kế hoạch số 11/khubnd của tỉnh.", "Kế hoạch số 11/khubnd"),
        ("Theo Nghị quyết 15/nq-hđnd ngày 02/3/2021.", "Nghị quyết 15/nq-hđnd"),
    ],
)
def test_what_looks_like_a_citation_and_is_none(sentence: str, place: str) -> None:
    found = plan(f"I. NHIỆM VỤ\n1. Truyền thông\n- {sentence}")
    assert [found.text[one.start : one.end] for one in found.warnings if one.code == "citation-not-understood"] == [
        place
    ]


def test_a_date_that_does_not_exist_is_said_wherever_it_stands() -> None:
    found = plan("I. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\n- Báo cáo chậm nhất ngày 31/9/2024.\n- Tập huấn ngày 30/9/2024.")
    places = [found.text[one.start : one.end] for one in found.warnings if one.code == "date-does-not-exist"]
    assert places == ["31/9/2024"]
    assert all(one.due is None for one in found.deadlines if "31/9" in one.quote)


def test_records_that_are_taken_away_are_missed() -> None:
    found = said(_AIMS + _DUTIES)
    assert [one.code for one in silence.warnings_on(found)] == []
    assert ("figure-without-target", "90% trẻ em được khai sinh vào năm 2025") in warned(replace(found, targets=()))
    assert [code for code, _ in warned(replace(found, deadlines=()))] == ["time-without-deadline"]


def test_what_is_warned_of_already_is_not_said_twice() -> None:
    found = said(_AIMS + _DUTIES)
    whole = PlanWarning(code="target-not-understood", message="", start=0, end=len(found.outline.text.text))
    assert silence.warnings_on(replace(found, targets=(), deadlines=(), warned=(whole,))) == []


def test_a_subject_without_letters() -> None:
    found = said(_AIMS)
    wrong = replace(found.targets[0], subject="90 /")
    assert [code for code, _ in warned(replace(found, targets=(wrong, *found.targets[1:])))] == [
        "subject-without-letters"
    ]


def test_a_name_that_goes_on() -> None:
    found = said(_AIMS + _DUTIES)
    text = found.outline.text.text
    at = text.index("Phòng Tư pháp khám")
    cut = replace(found.assignments[0], partners=("Phòng",))
    assert text.startswith("Phòng Tư pháp", at)
    assert [code for code, _ in warned(replace(found, assignments=(cut,)))] == []  # no comma behind it
    longer = said(_AIMS + _DUTIES.replace("Phòng Tư pháp", "Trung tâm Bảo trợ, Nhân ái và Sẻ chia"))
    cut = replace(longer.assignments[0], partners=("Trung tâm Bảo trợ",))
    assert [code for code, _ in warned(replace(longer, assignments=(cut,)))] == ["name-cut"]


def test_a_duty_that_is_a_heading() -> None:
    found = said("I. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\na) Khám bệnh cho trẻ em.\nb) Báo cáo kết quả.\n")
    node = next(node for node in found.outline.nodes if node.title == "Phòng Y tế")
    wrong = replace(found.assignments[0], quote="Phòng Y tế", start=node.start, end=node.start + len("1. Phòng Y tế"))
    assert [code for code, _ in warned(replace(found, assignments=(wrong,)))] == ["heading-as-duty"]


def test_indicators_without_measures() -> None:
    lines = "".join(
        f"- Chỉ tiêu {number}: Tỷ lệ trẻ em loại {number} đạt {number + 60}% vào năm 2025.\n" for number in range(1, 11)
    )
    programme = "Theo Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ."
    found = said(f"I. MỤC TIÊU\n1. Mục tiêu cụ thể\n{lines}II. NHIỆM VỤ\n1. {programme}\n")
    cited = tuple(replace(one, role="implements") for one in found.legal_refs)
    some = tuple(replace(one, measure="1" if one.indicator_no == 1 else None) for one in found.targets)
    assert [code for code, _ in warned(replace(found, targets=some, legal_refs=cited))] == ["measures-not-recognised"]
    assert [code for code, _ in warned(replace(found, targets=some))] == []  # the plan carries no programme out
    every = tuple(replace(one, measure="1") for one in found.targets)
    assert [code for code, _ in warned(replace(found, targets=every, legal_refs=cited))] == []


_CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")
_MAKERS = frozenset({"PlanWarning", "Note", "note", "_warn", "_warning"})


def _codes() -> set[str]:
    """The codes of warnings that the extraction gives, as its source has them."""
    found: set[str] = set()
    for path in (ROOT / "extract").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in _MAKERS:
                given = [*node.args, *(keyword.value for keyword in node.keywords)]
                constants = [one for value in given for one in ast.walk(value) if isinstance(one, ast.Constant)]
                found |= {str(one.value) for one in constants if _CODE.fullmatch(str(one.value))}
    return found


def test_every_code_is_documented() -> None:
    documented = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", (ROOT / "docs/warnings.md").read_text(encoding="utf-8")))
    codes = _codes()
    assert codes > CODES
    assert codes - documented == set()


def test_no_code_is_documented_that_is_gone() -> None:
    rows = re.findall(r"^\| (`[^|]+) \|", (ROOT / "docs/warnings.md").read_text(encoding="utf-8"), re.MULTILINE)
    places = (ROOT / "extract", ROOT / "db" / "links")
    source = "".join(path.read_text(encoding="utf-8") for place in places for path in place.rglob("*.py"))
    assert [code for row in rows for code in re.findall(r"`([a-z-]+)`", row) if f'"{code}"' not in source] == []
