"""A diff in words, a line a row: what terminal, page and files show of it, in Vietnamese or English."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from db.comparison.comments import Comment
from db.comparison.diff import FIELDS, Change, Diff
from db.comparison.stances import number, unit_words
from db.schema.iso_dates import date_vi
from db.views import words
from db.views.recurrences import recurrence_words

Row = dict[str, Any]

# The columns of files, in order: what a line is about, both sides, both sentences.
COLUMNS = (
    "part", "state", "about", "measure", "year", "old", "new", "stance", "fields", "old_quote", "old_section", "old_page", "new_quote",
    "new_section", "new_page",
)  # fmt: skip
_LABELS = {
    "number": ("số", "number"), "issued_on": ("ngày", "date"), "issuer": ("cơ quan ban hành", "issuer"), "title": ("trích yếu", "title"),
    "period_start": ("từ năm", "from year"), "period_end": ("đến năm", "to year"), "signer": ("người ký", "signer"),
    "signer_title": ("chức vụ", "signer's office"), "agencies": ("cơ quan", "agencies"), "partners": ("phối hợp với", "together with"),
    "role": ("vai trò", "role"), "requested": ("là đề nghị", "asked, not ordered"), "kind": ("loại", "kind"), "actor": ("ai làm", "who acts"),
    "recipient": ("gửi ai", "to whom"), "baseline_value": ("mức đầu kỳ", "baseline"), "baseline_year": ("năm đầu kỳ", "year of the baseline"),
    "year": ("năm", "year"), "year_from": ("từ năm", "from year"),
}  # fmt: skip
_SAID_TOGETHER = {
    "targets": {"comparator", "value", "value_high", "unit", "per", "total", "per_year", "change", "year", "year_from"},
    "deadlines": {"relation", "due", "start_date", "recurrence"},
    "legal_refs": {"issued_on"},
}


def lines(diff: Diff, comments: Sequence[Comment] = (), lang: str = "vi") -> list[Row]:
    """The rows of a diff, each with its codes, what it is about and both sides in words, and both records; comments last.

    A changed head is a line for each field.
    """
    out: list[Row] = []
    for change in diff.changes:
        out += _head(change, lang) if change.kind == "documents" else [_line(change, lang)]
    return [*out, *(_comment(one, lang) for one in comments)]


def for_files(found: Sequence[Row]) -> list[Row]:
    """Lines as rows of a file: codes and words, no records; what is the same is left out."""
    return [
        {name: row[name] for name in COLUMNS} for row in found if row["state"] != "same" or row["part"] == "comments"
    ]


def counts(found: Sequence[Row]) -> dict[str, dict[str, int]]:
    """How many lines of each part are in each state."""
    out: dict[str, dict[str, int]] = {}
    for row in found:
        states = out.setdefault(row["part"], {})
        states[row["state"]] = states.get(row["state"], 0) + 1
    return out


def state_word(row: Row) -> words.Word:
    """The words of a line's state: findings are solved, comments taken over."""
    known = {"findings": words.FINDING_STATES, "comments": words.COMMENT_OUTCOMES}.get(row["part"], words.DIFF_STATES)
    return known[row["state"]]


def _row(part: str, state: str, records: tuple[Row | None, Row | None], **more: Any) -> Row:
    row: Row = {
        "part": part,
        "state": state,
        "measure": None,
        "year": None,
        "stance": None,
        "fields": None,
        "old": "",
        "new": "",
    }
    for side, record in zip(("old", "new"), records, strict=True):
        row[f"{side}_record"] = record
        for name in ("quote", "section", "page"):
            row[f"{side}_{name}"] = record.get(name) if record else None
    return row | more


def _head(change: Change, lang: str) -> Iterator[Row]:
    old, new = change.old or {}, change.new or {}
    for name in change.fields:
        yield _row(
            "documents",
            "changed",
            (None, None),
            about=_label(name, lang),
            old=_said(name, old.get(name), lang),
            new=_said(name, new.get(name), lang),
            fields=name,
        )


def _line(change: Change, lang: str) -> Row:
    record = change.record
    return _row(
        change.kind,
        change.state,
        (change.old, change.new),
        about=_ABOUT[change.kind](record, lang),
        old=_side(change, change.old, lang),
        new=_side(change, change.new, lang),
        stance=change.stance,
        fields=", ".join(change.fields) or None,
        measure=record.get("measure"),
        year=record.get("year"),
    )


def _comment(one: Comment, lang: str) -> Row:
    return _row(
        "comments",
        one.outcome,
        (one.finding, one.still),
        about=_finding(one.finding, lang),
        old=one.finding["suggestion_vi"] or one.finding[f"message_{lang}"],
        new=one.still[f"message_{lang}"] if one.still else "",
    )


# --- what a line is about ------------------------------------------------------------------------------------------------


def _target(row: Row, lang: str) -> str:
    named = row["short_vi"] if lang == "vi" else row["name_en"]
    name = (
        f"{row['measure']} {named}"
        if row["measure"] and named
        else str(row["subject"] or row["clause"] or row["quote"])
    )
    if not (row["measure"] and named) and len(name.split()) < _FEW:
        name = str(row["clause"] or row["quote"])
    return f"{name} ({row['subgroup']})" if row["subgroup"] else name


# A subject of fewer words (`trẻ em`) does not say what is measured.
_FEW = 5


def _finding(row: Row, lang: str) -> str:
    return str(row[f"rule_{lang}"])


def _cited(row: Row, lang: str) -> str:
    return " ".join(
        part for part in (row["doc_type"] if row["number"] else None, row["number"] or row["name"]) if part
    ) or str(row["quote"])


_ABOUT = {
    "targets": _target,
    "assignments": lambda row, lang: _said("agencies", row["agencies"], lang),
    "deadlines": lambda row, lang: str(row["actor"] or _said("kind", row["kind"], lang)),
    "legal_refs": _cited,
    "findings": _finding,
}


# --- both sides ----------------------------------------------------------------------------------------------------------


def _side(change: Change, row: Row | None, lang: str) -> str:
    """What one side says: its value or time, and the other fields that differ."""
    if row is None:
        return ""
    if change.kind == "findings":
        return str(row[f"message_{lang}"])
    first = {"targets": value_words, "deadlines": when, "legal_refs": _day_of}.get(change.kind)
    parts = [first(row, lang)] if first else []
    together = _SAID_TOGETHER.get(change.kind, set())
    names = [name for name in FIELDS[change.kind] if name in change.fields and name not in together]
    parts += [f"{_label(name, lang)}: {_said(name, row.get(name), lang)}{_unit_of(name, row, lang)}" for name in names]
    return "; ".join(part for part in parts if part)


def value_words(row: Row, lang: str = "vi") -> str:
    """A target's value with what it takes to read it: `giảm 10%, 2025`, `16/24, 2023`, `không nêu số`."""
    if row["value"] is None:
        return ("không nêu số", "no number")[lang != "vi"]
    span = number(row["value"], lang) + (f"–{number(row['value_high'], lang)}" if row["value_high"] is not None else "")
    total = f"/{number(row['total'], lang)}" if row["total"] and row["unit"] == "count" else ""
    unit = _unit(row, lang)
    times = (" lần", " times")[lang != "vi"] if row["unit"] == "times" else ""
    counted = f" {row['counted']}" if row["counted"] and row["unit"] == "count" else ""
    change = words.VALUES[row["change"]][lang != "vi"] + " " if row["change"] else ""
    yearly = (" mỗi năm", " a year")[lang != "vi"] if row["per_year"] else ""
    years = f"{row['year_from']}–{row['year']}" if row["year_from"] and row["year"] else str(row["year"] or "")
    said = f"{change}{words.COMPARATORS.get(row['comparator'] or '=', '')}{span}{total}{unit}{times}{counted}{yearly}"
    return f"{said} ({years})" if years else said


def _unit(row: Row, lang: str) -> str:
    return (
        f"/{number(float(row['per']), lang)}" if row["unit"] == "per" and row["per"] else unit_words(row["unit"], None)
    )


def _unit_of(name: str, row: Row, lang: str) -> str:
    """The unit behind a field that is a value as the target's own: its baseline."""
    return _unit(row, lang) if name == "baseline_value" and row[name] is not None else ""


def when(row: Row, lang: str = "vi") -> str:
    """When a deadline is due: `trước 20/11 hằng năm`, `10/2023–12/2023`."""
    before = ("trước ", "before ")[lang != "vi"] if row["relation"] == "before" else ""
    if row["due"] is None:
        said = (
            recurrence_words(row["recurrence"], lang)
            if row["recurrence"]
            else ("không rõ ngày", "no day")[lang != "vi"]
        )
        return f"{before}{said}" if row["recurrence"] else said
    start = f"{date_vi(row['start_date'])}–" if row["start_date"] and row["start_date"] != row["due"] else ""
    return f"{before}{start}{date_vi(row['due'])}"


def _day_of(row: Row, lang: str) -> str:
    return date_vi(row["issued_on"])


def _label(name: str, lang: str) -> str:
    return _LABELS[name][lang != "vi"]


def _said(name: str, value: Any, lang: str) -> str:
    if value in (None, "", "[]"):
        return "–"
    if name == "issued_on":
        return date_vi(value)
    if name in ("agencies", "partners"):
        return "; ".join(json.loads(value))
    if name == "requested":
        return (("không", "có"), ("no", "yes"))[lang != "vi"][bool(value)]
    if name in ("role", "kind"):
        return words.VALUES[value][lang != "vi"]
    return number(value, lang) if name == "baseline_value" else str(value)
