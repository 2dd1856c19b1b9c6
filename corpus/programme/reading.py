"""Reading the file of a programme: what is wrong with it is said with table and key, value and remedy, in Vietnamese and English."""

from __future__ import annotations

import difflib
import tomllib
import typing
from pathlib import Path
from typing import Any

import regex
from pydantic import BaseModel, ValidationError

from corpus.programme.contradictions import contradictions
from corpus.programme.file import ProgrammeFile
from corpus.programme.model import Programme


class ProgrammeError(ValueError):
    """A programme cannot be taken; the message names the file, table and key, the value, and what is allowed, a line each."""


def load(path: Path) -> Programme:
    """The programme of a file.

    Raises:
        ProgrammeError: the file cannot be read, is no TOML, or has a key or a value that is not allowed.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ProgrammeError(
            f"{path.name}: không phải UTF-8; lưu lại dạng UTF-8 / no UTF-8; save it as UTF-8"
        ) from error
    except OSError as error:
        raise ProgrammeError(f"{path}: không đọc được / cannot be read: {error.strerror}") from error
    return parse(text, path.name)


def parse(text: str, name: str) -> Programme:
    """The programme of a TOML text; `name` is what errors call it."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProgrammeError(_syntax(text, name, str(error))) from error
    try:
        found = ProgrammeFile.model_validate(data).programme_of(text)
    except ValidationError as error:
        lines = [f"{name}: {_said(one)}" for one in error.errors()]
        raise ProgrammeError("\n".join(dict.fromkeys(lines))) from error
    wrong = [f"{name}: {where}: {vi} / {en}" for where, vi, en in contradictions(found)]
    if wrong:
        raise ProgrammeError("\n".join(wrong))
    return found


_PLACE = regex.compile(r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")


def _syntax(text: str, name: str, said: str) -> str:
    """A syntax error with its line; TOML's own words stay, since people look them up."""
    match = _PLACE.search(said)
    lines = text.splitlines() or [""]
    number = int(match["line"]) if match and match["line"] else len(lines)
    words = said[: match.start()] if match else said
    shown = lines[min(number, len(lines)) - 1].strip()[:80]
    return f"{name}: dòng {number}: sai cú pháp TOML, sửa {shown!r} / line {number}: no TOML: {words}"


_TYPES = {
    "string_type": ("phải là chữ trong ngoặc kép", "a string in quotes"),
    "int_type": ("phải là số nguyên, không ngoặc kép", "a whole number without quotes"),
    "bool_type": ("phải là true hoặc false", "true or false"),
    "date_type": ("phải là ngày, ví dụ 2021-01-07, không ngoặc kép", "a day such as 2021-01-07 without quotes"),
    "list_type": ("phải là danh sách, ví dụ [2021, 2030]", "a list such as [2021, 2030]"),
    "dict_type": ("phải là một bảng", "a table"),
    "model_type": ("phải là một bảng", "a table"),
    "string_too_short": ("không được để trống", "something: it is empty"),
    "too_short": ("cần thêm giá trị", "more: some value is missing"),
    "too_long": ("có quá nhiều giá trị", "fewer values"),
    "greater_than": ("quá nhỏ", "more"),
    "string_pattern_mismatch": (
        "chỉ gồm chữ thường không dấu, chữ số, gạch nối (số thứ tự: chữ số; same_as: mã chương trình:mã chỉ tiêu)",
        "lower-case letters, digits, hyphens (of numbers: digits; of same_as: programme:measure)",
    ),
}


def _said(error: Any) -> str:
    """One error of the shape: where, the value, what is wrong, the remedy."""
    loc = [str(part) for part in error["loc"] if part != "[key]"]
    where, kind = ".".join(loc), error["type"]
    if kind == "missing":
        return f"{where}: thiếu khóa; hãy thêm / key is missing; add it"
    if kind == "extra_forbidden":
        there = _keys_of(loc[:-1])
        near = difflib.get_close_matches(loc[-1], there, n=1)
        meant = f"; có phải {near[0]}? / did you mean {near[0]}?" if near else ""
        return f"{where}: không có khóa này; có: {', '.join(there)} / no such key; there are those{meant}"
    value = error["input"]
    shown = f" = {value!r}" if isinstance(value, str | int | float) else ""
    if kind == "literal_error":
        allowed = error["ctx"]["expected"].replace(" or ", ", ")
        return f"{where}{shown}: chỉ nhận {allowed} / allowed: {allowed}"
    if kind == "value_error":
        return f"{where}{shown}: {error['ctx']['error']}"
    vi, en = _TYPES.get(kind, (error["msg"], error["msg"]))
    return f"{where}{shown}: {vi} / must be {en}"


def _keys_of(loc: list[str]) -> list[str]:
    """The keys that a table may have."""
    table: type[BaseModel] = ProgrammeFile
    for part in loc:
        field = table.model_fields.get(part)
        if field is not None:
            kinds = typing.get_args(field.annotation) or (field.annotation,)
            table = next(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel))
    return list(table.model_fields)
