"""The components work in any pipeline of spaCy: by entry point, alone, on tokens of others, to disk and back, in other processes."""

from __future__ import annotations

import contextlib
import io
import pickle
import re
import subprocess
import sys
import tomllib
import unicodedata
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from corpus.programme import ProgrammeError
from extract.component import ComponentMissing
from extract.pipeline import Shared, build, components
from extract.tokenizer import TOKENIZER
from tests.conftest import ROOT

PLAN = """KẾ HOẠCH
Chăm sóc trẻ em giai đoạn 2024-2025
Căn cứ Luật Trẻ em năm 2016;

I. MỤC TIÊU
1. Mục tiêu cụ thể

- Đến năm 2025, 90%trẻ em được khai sinh.
- 85% trẻ em biết bơi.
II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Báo cáo kết quả trước ngày 15/11/2025."""
ALONE = [one for one in components() if one not in ("kehoach_alignment", "kehoach_silence")]


def vietnamese() -> Language:
    return spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})


@pytest.fixture(params=["xx", "vi", "ours"])
def nlp(request: pytest.FixtureRequest) -> Language:
    if request.param == "vi":
        return vietnamese()
    ours = {"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}} if request.param == "ours" else {}
    return spacy.blank("xx", config=ours)


@pytest.fixture(scope="module")
def whole() -> Language:
    return Shared.nlp()


def test_entry_points_are_the_components_of_our_own_pipeline() -> None:
    points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    assert list(points["spacy_factories"]) == list(components())
    assert list(points["spacy_tokenizers"]) == [TOKENIZER]


def test_a_pipeline_takes_a_component_without_importing_us() -> None:
    code = 'import spacy, sys; assert "extract" not in sys.modules; print(spacy.blank("xx").add_pipe("kehoach_targets") is not None)'
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(sys.prefix))
    assert done.stdout == "True\n", f"{done.stderr}\nafter a change of entry points: pip install --no-deps -e ."


@pytest.mark.parametrize("component", ALONE)
def test_every_component_stands_alone(component: str, whole: Language) -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe(component)
    kind = component.removeprefix("kehoach_")
    found = getattr(nlp(PLAN)._, kind)
    assert found == _unaligned(whole(PLAN), kind)
    assert kind == "results" or found


def _unaligned(doc: Doc, kind: str) -> object:
    return _before(doc.text, kind) if kind in ("targets", "results") else getattr(doc._, kind)


def _before(text: str, kind: str) -> object:
    return getattr(build(only=ALONE)(text)._, kind)


def test_a_component_that_reads_others_says_what_is_missing_and_how_to_add_it() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("kehoach_alignment", name="meanings")
    nlp.add_pipe("kehoach_targets", before="meanings")
    with pytest.raises(ComponentMissing, match=re.escape('nlp.add_pipe("kehoach_legal_refs", before="meanings")')):
        nlp(PLAN)
    assert (nlp.analyze_pipes() or {})["problems"]["meanings"] == ["doc._.legal_refs"]
    nlp.add_pipe("kehoach_legal_refs", before="meanings")
    assert [one.measure for one in nlp(PLAN)._.targets] == ["14", None]
    nlp.add_pipe("kehoach_silence")
    with pytest.raises(ComponentMissing, match=r"kehoach_deadlines.*kehoach_assignments"):
        nlp(PLAN)


def test_settings(nlp: Language) -> None:
    nlp.add_pipe("kehoach_targets", config={"spans_key": "aims"})
    doc = nlp(PLAN)
    assert [span.label_ for span in doc.spans["aims"]] == ["targets", "targets"]
    assert "targets" not in doc.spans
    with pytest.raises(ProgrammeError, match="no such programme: other"):
        nlp.add_pipe("kehoach_alignment", config={"programmes": ["other"]})


def test_a_span_has_the_whole_tokens_of_a_record_that_keeps_its_offsets(nlp: Language) -> None:
    nlp.add_pipe("kehoach_targets")
    nlp.add_pipe("kehoach_legal_refs")
    for doc in nlp.pipe([PLAN, unicodedata.normalize("NFD", PLAN)]):
        text = doc._.outline.text.text
        for kind, number in (("targets", 2), ("legal_refs", 1)):
            records, spans = getattr(doc._, kind), doc.spans[kind]
            assert len(records) == len(spans) == number
            for record, span in zip(records, spans, strict=True):
                assert text[record.start : record.end] == record.quote
                before, found, after = unicodedata.normalize("NFC", span.text).partition(record.quote)
                assert found
                assert not re.search(r"\s", before + after)


def test_a_record_inside_a_token() -> None:
    nlp = vietnamese()
    nlp.add_pipe("kehoach_targets")
    doc = nlp("KẾ HOẠCH\nI. MỤC TIÊU\n1. Mục tiêu cụ thể\n- Tỷ lệ trẻ em được khai sinh đạt 90%(tối thiểu).")
    (record,), (span,) = doc._.targets, doc.spans["targets"]
    assert record.quote.endswith("90%")
    assert span.text == record.quote + "(tối"


def test_to_disk_and_back(tmp_path: Path) -> None:
    nlp = build()
    nlp.to_disk(tmp_path / "pipeline")
    loaded = spacy.load(tmp_path / "pipeline")
    assert loaded.pipe_names == list(components())
    assert loaded.config == nlp.config
    assert type(loaded.tokenizer) is type(nlp.tokenizer)
    one, other = nlp(PLAN), loaded(PLAN)
    assert [token.text for token in one] == [token.text for token in other]
    for kind in ("document", "targets", "deadlines", "legal_refs", "assignments", "warnings"):
        assert getattr(other._, kind) == getattr(one._, kind)


def test_settings_and_another_tokenizer_go_to_disk_and_back(tmp_path: Path) -> None:
    nlp = vietnamese()
    nlp.add_pipe("kehoach_targets", config={"spans_key": "aims"})
    nlp.to_disk(tmp_path / "pipeline")
    doc, before = spacy.load(tmp_path / "pipeline")(PLAN), nlp(PLAN)
    assert [span.text for span in doc.spans["aims"]] == [span.text for span in before.spans["aims"]]
    assert len(doc._.targets) == 2


def test_records_go_through_bytes(whole: Language) -> None:
    doc = whole(PLAN)
    (other,) = DocBin(docs=[doc], store_user_data=True).get_docs(whole.vocab)
    for back in (Doc(whole.vocab).from_bytes(doc.to_bytes()), other):
        assert back._.document == doc._.document
        for kind in ("targets", "deadlines", "legal_refs", "assignments", "warnings"):
            assert list(getattr(back._, kind)) == list(getattr(doc._, kind))
        assert doc._.targets[0].alignments
        assert [span.text for span in back.spans["targets"]] == [span.text for span in doc.spans["targets"]]


def test_components_go_to_other_processes(whole: Language) -> None:
    names, parts = zip(*whole.pipeline, strict=True)
    doc = whole.make_doc(PLAN)
    for component in pickle.loads(pickle.dumps(parts)):
        doc = component(doc)
    assert names == components()
    assert doc._.targets == whole(PLAN)._.targets


def test_the_example_of_the_documentation_runs() -> None:
    words = (ROOT / "docs/spacy.md").read_text(encoding="utf-8")
    example, printed = re.findall(r"```(?:python)?\n(.*?)```", words, re.DOTALL)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(example, {})
    assert out.getvalue() == printed


def test_every_component_is_documented() -> None:
    words = (ROOT / "docs/spacy.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(kehoach_\w+)` \|", words, re.MULTILINE) != []
    assert set(re.findall(r"^\| `(kehoach_\w+)` \|", words, re.MULTILINE)) == set(components())
