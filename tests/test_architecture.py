"""The picture of the folders stays true: imports go one way, modules stay small, nothing prints, text is NFC."""

from __future__ import annotations

import ast
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

_OURS = ("patterns", "corpus", "extract", "db", "kehoach")
_MAY_IMPORT = {
    "patterns": {"patterns"},
    "corpus": {"corpus", "patterns"},
    "extract": {"extract", "corpus", "patterns"},
    "db": {"db", "extract", "corpus", "patterns"},
}
# The rooms of `extract/`, and which others each may import.
_ROOMS: dict[str, set[str]] = {
    "structure": set(),
    "readers": {"structure"},
    "head": {"structure"},
    "duties": {"structure", "head"},
    "targets": {"structure", "head"},
    "drafting": set(),
}
# The rooms of `db/`, the lowest first: each may import those before it. Views are SQL; what is beside them is how people look at what is
# stored, so that it lies low and every room may name things in its words.
_STOREYS = (
    "schema",
    "views",
    "review",
    "links",
    "comparison",
    "findings",
    "letters",
    "load",
    "site",
    "upkeep",
    "terminal",
)
_LONGEST = 450


def modules() -> list[Path]:
    return [path for name in _MAY_IMPORT for path in sorted((ROOT / name).rglob("*.py"))] + [ROOT / "kehoach.py"]


def tracked() -> list[Path]:
    done = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [path for line in done.stdout.splitlines() if (path := ROOT / line).is_file()]


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module", autouse=True)
def _forgotten() -> Iterator[None]:
    """What was parsed does not weigh on the tests that come after these."""
    yield
    _tree.cache_clear()


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.split(".")[0])
    return names


def test_imports_go_one_way() -> None:
    for path in modules():
        folder = path.relative_to(ROOT).parts[0]
        allowed = _MAY_IMPORT.get(folder, set(_OURS))
        wrong = (_imports(path) & {*_OURS, "tests"}) - allowed
        assert not wrong, f"{path.relative_to(ROOT)} imports {sorted(wrong)}"


def test_imports_between_rooms_of_the_extraction_go_one_way() -> None:
    assert {path.parent.name for path in (ROOT / "extract").glob("*/__init__.py")} == set(_ROOMS)
    for path in (ROOT / "extract").glob("*/**/*.py"):
        room = path.relative_to(ROOT).parts[1]
        wrong = (_rooms_imported(path, "extract") & set(_ROOMS)) - _ROOMS[room] - {room}
        assert not wrong, f"{path.relative_to(ROOT)} imports {sorted(wrong)}"


def _rooms_imported(path: Path, folder: str) -> set[str]:
    """The names next below a folder that a module imports from: `from db.load import rows` gives `load`."""
    names: set[str] = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module is not None and node.level == 0:
            found = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        names |= {parts[1] for name in found if (parts := name.split("."))[0] == folder and len(parts) > 1}
    return names


def test_rooms_of_the_database_import_downwards() -> None:
    assert {path.parent.name for path in (ROOT / "db").glob("*/__init__.py")} == set(_STOREYS)
    assert [path.name for path in (ROOT / "db").iterdir() if path.suffix == ".py"] == ["__init__.py"]
    for path in (ROOT / "db").glob("*/**/*.py"):
        room = path.relative_to(ROOT).parts[1]
        wrong = _rooms_imported(path, "db") - set(_STOREYS[: _STOREYS.index(room) + 1])
        assert not wrong, f"{path.relative_to(ROOT)} imports {sorted(wrong)}"


def test_rooms_of_the_database_read_no_files_of_rooms_above() -> None:
    # The schema makes the views, whose SQL is no code.
    for path in (ROOT / "db").glob("*/**/*.py"):
        room = path.relative_to(ROOT).parts[1]
        above = "|".join(name for name in _STOREYS[_STOREYS.index(room) + 1 :] if (room, name) != ("schema", "views"))
        for node in ast.walk(_tree(path)):
            if above and isinstance(node, ast.Constant) and isinstance(node.value, str):
                found = re.fullmatch(rf"(?:db[/.])?(?:{above})/\S+|db[/.](?:{above})(?:[/.]\S+)?", node.value)
                assert found is None, f"{path.relative_to(ROOT)}:{node.lineno} reads {node.value}"


# Letters that Vietnamese has and English has not: what a mark changes (`ắ`), and đ, which no decomposition gives.
_MARKS = set("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
_CALLS = {f"{name}.{call}" for name in ("regex", "re") for call in ("compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "template")}  # fmt: skip


def _is_vietnamese(words: str) -> bool:
    return any(char in "đĐ" or _MARKS & set(unicodedata.normalize("NFD", char)[1:]) for char in words)


def _regexes_of(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The literals that regexes are made of, each with its line: arguments of calls that compile or use one, and constants of the
    module that these or the statement around the call name, however deep."""
    constants = {
        target.id: statement.value
        for statement in tree.body
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None
        for target in (statement.targets if isinstance(statement, ast.Assign) else [statement.target])
        if isinstance(target, ast.Name)
    }
    roots: list[ast.AST] = []
    for statement in tree.body:
        calls = [
            node
            for node in ast.walk(statement)
            if isinstance(node, ast.Call)
            and (ast.unparse(node.func) in _CALLS or ast.unparse(node.func).split(".")[-1] == "compiled")
        ]
        if isinstance(statement, ast.Assign | ast.AnnAssign) and calls:
            roots.append(statement)  # `tuple(regex.compile(words) for words, name in _TABLE)`
        else:
            roots += [argument for call in calls for argument in call.args]
    seen: set[str] = set()
    while roots:
        for node in ast.walk(roots.pop()):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.lineno, node.value
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in constants.keys() - seen:
                seen.add(node.id)
                roots.append(constants[node.id])


def test_regexes_that_read_vietnamese_live_in_patterns() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {words[:60]}"
        for path in modules()
        if path.relative_to(ROOT).parts[0] != "patterns"
        for line, words in _regexes_of(_tree(path))
        if _is_vietnamese(words)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "reads"),
    [
        ('A = regex.compile(r"năm \\d+")', True),
        ('A = compiled("names", rf"{B}|bộ")', True),
        ('_W = r"quý"\nA = regex.compile(rf"{_W} \\d")', True),
        ('_W = r"quý"\n_V = rf"{_W}|x"\ndef f(a):\n    return re.sub(_V, "", a)', True),
        ('_T = (("ngày", 1),)\nA = tuple(regex.compile(words) for words, _ in _T)', True),
        ('A = {"x": regex.compile("[A-ZĐ]")}', True),
        ('A = regex.compile(r"\\d+|ha|ç")\nB = "năm"', False),
        ('def f(a):\n    "năm"\n    return A.sub("năm", a)', False),
    ],
)
def test_a_regex_that_reads_vietnamese_is_seen(code: str, reads: bool) -> None:
    assert any(_is_vietnamese(words) for _, words in _regexes_of(ast.parse(code))) is reads


def test_no_two_rooms_of_the_database_have_modules_of_one_name() -> None:
    """Tables in `schema/` and pages are named for what they hold or show; all else would hide one behind the other."""
    rooms = [f"db/{room}" for room in _STOREYS[1:]]
    names = [path.stem for room in rooms for path in (ROOT / room).glob("*.py") if path.stem != "__init__"]
    assert sorted(name for name, times in Counter(names).items() if times > 1) == []


def test_modules_fit_in_the_head() -> None:
    for path in modules():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= _LONGEST, f"{path.relative_to(ROOT)} has {lines} lines"


def test_every_module_says_what_it_is() -> None:
    for path in modules():
        assert ast.get_docstring(_tree(path)), path.relative_to(ROOT)


def test_nothing_prints() -> None:
    for path in modules():
        for node in ast.walk(_tree(path)):
            assert not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"), (
                path
            )


def _texts() -> list[tuple[Path, str]]:
    out = []
    for path in tracked():
        if path.relative_to(ROOT).parts[:2] in {("corpus", "plans"), ("tests", "data")}:
            continue
        try:
            out.append((path, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return out


def test_texts_are_nfc() -> None:
    for path, text in _texts():
        assert unicodedata.is_normalized("NFC", text), path.relative_to(ROOT)


# Spelt in pieces, so that this file does not find itself.
_FOREIGN = re.compile("/" + r"(?:home|work|root|Users|tmp)/[\w.-]|" + "pypi" + r"\.|" + "simple" + "/index")


def test_no_path_of_a_machine_and_no_address_of_an_index() -> None:
    for path, text in _texts():
        found = _FOREIGN.search(text)
        assert found is None, f"{path.relative_to(ROOT)}: {text[max(0, found.start() - 30) : found.end() + 30]!r}"


# The commands of `db/terminal/` are run by `tests/test_cli.py`.
@pytest.mark.parametrize(
    "folder", ["patterns", "corpus", "extract", *(f"db/{room}" for room in _STOREYS if room != "terminal")]
)
def test_the_test_folders_mirror_the_code(folder: str) -> None:
    assert list((ROOT / "tests" / folder).glob("test_*.py"))


def _rooms_in_the_picture() -> list[str]:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `([a-z_/]+)/` \| .{10}", text, re.MULTILINE)


def test_the_picture_has_each_room_once_and_no_other() -> None:
    folders = {path.parent.relative_to(ROOT) for path in tracked()}
    folders |= {above for folder in folders for above in folder.parents}
    inside = {"data", "static", "templates", "queries"}  # what lies below them belongs to them
    rooms = {
        folder.as_posix()
        for folder in folders
        if folder.parts and folder.parts[0] in {*_MAY_IMPORT, "tests"} and not inside & set(folder.parent.parts)
    }
    assert sorted(_rooms_in_the_picture()) == sorted(rooms)


def test_the_picture_has_the_rooms_of_the_database_in_their_order() -> None:
    assert [room for room in _rooms_in_the_picture() if re.fullmatch("db/[a-z]+", room)] == [
        f"db/{room}" for room in _STOREYS
    ]


def test_every_refusal_is_documented() -> None:
    documented = set(re.findall(r"`([a-z-]+)`", (ROOT / "docs/formats.md").read_text(encoding="utf-8")))
    codes = {
        str(line.value.value)
        for path in modules()
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.ClassDef) and node.name != "ReadError"
        for line in node.body
        if isinstance(line, ast.Assign)
        and ast.unparse(line.targets[0]) == "code"
        and isinstance(line.value, ast.Constant)
    }
    assert len(codes) > 12
    assert codes - documented == set()


# A path or a module of ours in backquotes: `extract/head/`, `db/load/writer.py`, `extract.silence`.
_NAMED = re.compile(r"`((?:extract|patterns|corpus|db|tests|docs)[./][\w./-]*\w)/?`")


def test_paths_that_texts_name_are_there() -> None:
    there = {path.relative_to(ROOT) for path in tracked()}
    there |= {folder for path in there for folder in path.parents}
    there |= {path.with_suffix("") for path in there if path.suffix == ".py"}
    for path, text in _texts():
        if path.suffix not in {".md", ".py", ".toml"} or path.name == "CHANGELOG.md":
            continue
        for name in _NAMED.findall(text):
            parts = name.split("/") if "/" in name else name.split(".")
            # Behind a module may stand a name in it: `extract.head.genre.GENRES`.
            found = Path(*parts) in there or ("/" not in name and Path(*parts[:-1]) in there and len(parts) > 2)
            assert found, f"{path.relative_to(ROOT)} names {name}"
