"""What stands around the code agrees with it: generated documentation, SQL examples, pins, the wheel."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from sqlite_utils import Database

from db.schema.database import rows
from db.site.routes import ROUTES
from kehoach import main
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
README_VI = (ROOT / "README.vi.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs/build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_documentation_is_what_the_program_says(build: ModuleType) -> None:
    for path, text in build.contents().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.relative_to(ROOT)} has drifted: run `make docs`"


def test_the_sql_examples_run_and_find_something(loaded: Database) -> None:
    queries = re.findall(r"```sql\n(.*?)```", README, re.S)
    assert len(queries) >= 3
    for query in queries:
        assert rows(loaded, query.rstrip().rstrip(";")), query


@pytest.mark.parametrize("readme", [README, README_VI], ids=["en", "vi"])
def test_every_command_is_in_the_readme(readme: str) -> None:
    for name in main.commands:
        assert f"`kehoach {name}" in readme, name


def test_every_make_target_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.M)
    assert phony is not None
    for target in phony[1].split():
        assert re.search(rf"^{target}:.*## \S", makefile, re.M), target
        assert f"make {target}" in README or f"`{target}`" in README, target


def test_make_keeps_byte_code_whatever_the_environment_says() -> None:
    rule = 'include Makefile\nasked:\n\t@echo "[$$PYTHONDONTWRITEBYTECODE]"\n'
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        ["make", "--no-print-directory", "-f", "-", "asked"],
        cwd=ROOT, input=rule, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "[]\n"


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {_name(line) for line in lines if "==" in line}
    assert all("==" in line for line in lines if line and not line.startswith("#"))
    wanted = [
        *project["dependencies"],
        *(name for group in project["optional-dependencies"].values() for name in group),
    ]
    assert {_name(line) for line in wanted} <= pinned


def _name(requirement: str) -> str:
    return re.split(r"[<>=\[ ;]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def test_the_wheel_carries_its_data(tmp_path: Path) -> None:
    source = tmp_path / "source"
    done = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for line in done.stdout.splitlines():
        if (ROOT / line).is_file() and not line.startswith("tests/"):
            target = source / line
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((ROOT / line).read_bytes())
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    shipped = {
        path.relative_to(ROOT).as_posix()
        for folder in ("corpus", "db", "extract", "patterns")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped <= names, sorted(shipped - names)
    assert "kehoach.py" in names
    assert not any(name.startswith("tests/") for name in names)
    outside = subprocess.run(
        [sys.executable, "-c", _OUTSIDE, str(wheel)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert outside.stdout.strip() == "34 ok", outside.stderr


# Runs from the wheel itself, outside the checkout: `zipimport` finds no file that was left out.
_OUTSIDE = """
import sys, tempfile, zipfile
folder = tempfile.mkdtemp()
zipfile.ZipFile(sys.argv[1]).extractall(folder)
sys.path.insert(0, folder)
import extract
assert extract.__file__.startswith(folder), extract.__file__
from corpus import programme, units
from db.schema.database import open_database
from extract.version import version
open_database(None)
units.load()
version()
print(len(programme.load_all()[0].measures), "ok")
"""


def test_ci_runs_the_tests_and_nothing_else() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert script.rstrip().endswith("exec make test")
    assert (ROOT / ".ci/run").stat().st_mode & 0o111


def test_every_page_of_the_site_is_documented() -> None:
    text = (ROOT / "docs/site.md").read_text(encoding="utf-8")
    for pattern, _ in ROUTES:
        first = re.split(r"[/$\\(.]", pattern.removeprefix("^/"))[0]
        assert f"`/{first}" in text, pattern


def test_bundled_files_are_unchanged_and_have_their_licences() -> None:
    folder = ROOT / "db/site/static/vendor"
    sums = dict(line.split("  ")[::-1] for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    there = {path.relative_to(folder).as_posix(): path for path in folder.glob("*/*")}
    assert set(sums) == set(there)
    for name, path in there.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == sums[name], name
    for name in {name.split("/")[0] for name in sums}:
        assert f"{name}/LICENSE" in sums
        assert f"`{name}`" in (folder / "README.md").read_text(encoding="utf-8")
