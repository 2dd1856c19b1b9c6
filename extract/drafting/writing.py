"""The draft as TOML: every measure with its sentences as comments, what is doubtful marked `# ?` with the reason."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator

from corpus.programme import Programme
from corpus.programme.file import ALWAYS, WHOLE, ProgrammeFile
from extract.drafting.head import Head
from extract.drafting.measures import Draft, Drafted, Level
from patterns.vocabulary import Level as Tier

_TIERS: tuple[Tier, ...] = ("central", "province", "district", "commune")
_INTRODUCTION = """\
# Bản thảo do máy soạn từ văn bản: người có trách nhiệm phải đối chiếu từng mức với câu gốc ghi ngay trên chỉ tiêu, xem các dòng "# ?",
# thay các tên tiếng Anh (đang chép tiếng Việt), rồi chạy kehoach programme check.
# A draft: compare every level with the sentence above its measure, look at each "# ?", write the English names (they repeat the Vietnamese),
# then run kehoach programme check."""


def toml(head: Head, draft: Draft) -> str:
    """The text of the file."""
    lines = [_INTRODUCTION, "", *_head(head, draft.parts), *_objectives(head, draft), *_indicators(draft)]
    for one in draft.measures:
        lines += _measure(one, head)
    if draft.unused:
        lines += ["", "# Câu không soạn được thành chỉ tiêu / sentences that gave no measure:"]
        lines += [f"# - {_comment(sentence)} ({reason})" for sentence, reason in draft.unused]
    return "\n".join(lines) + "\n"


def unchecked(head: Head, draft: Draft) -> Programme:
    """The programme as drafted, whether or not it contradicts itself."""
    text = toml(head, draft)
    return ProgrammeFile.model_validate(tomllib.loads(text)).programme_of(text)


def _head(head: Head, parts: list[str]) -> Iterator[str]:
    yield "[programme]"
    rows = {
        "id": _quoted(head.id),
        "number": _quoted(head.number),
        "issued_on": head.issued_on.isoformat(),
        "issuer": _quoted(head.issuer),
        "kind_vi": _quoted(head.kind_vi),
        "kind_en": _quoted(head.kind_en),
        "title_vi": _quoted(head.title_vi),
        "title_en": _quoted(head.title_vi),
        "period": f"[{head.period[0]}, {head.period[1]}]",
    }
    if head.supplements is not None:
        rows["supplements"] = _quoted(head.supplements)
    if parts:
        rows["parts"] = rows["subject_ends"] = f"[{', '.join(map(_quoted, parts))}]"
    for key, value in rows.items():
        yield _row(key, value, head.doubts)


def _objectives(head: Head, draft: Draft) -> Iterator[str]:
    for number, name in draft.objectives.items():
        yield from ("", f"[objectives.{number}]", *_names(name or head.title_vi))


def _indicators(draft: Draft) -> Iterator[str]:
    """One table an indicator that a measure of the file has; the first measure names it."""
    seen: set[int] = set()
    for one in draft.measures:
        if one.left_out is None and one.indicator not in seen:
            seen.add(one.indicator)
            yield from ("", f"[indicators.{one.indicator}]", f"objective = {one.objective}", *_names(one.name))


def _names(words: str) -> tuple[str, str]:
    return f"name_vi = {_quoted(words)}", f"name_en = {_quoted(words)}"


def _measure(one: Drafted, head: Head) -> Iterator[str]:
    yield ""
    for sentence in one.sentences:
        yield f"# {_comment(sentence)}"
    lines = list(_table(one, head))
    if one.left_out is None:
        yield from lines
    else:
        yield f"# ? {_comment(one.left_out)}"
        yield from (f"# {line}" for line in lines)


def _table(one: Drafted, head: Head) -> Iterator[str]:
    yield f"[measures.{one.code}]"
    rows: dict[str, str] = {
        "indicator": str(one.indicator),
        "name_vi": _quoted(one.name),
        "name_en": _quoted(one.name),
        "direction": _quoted(one.direction),
        "unit": _quoted(one.unit),
    }
    if one.per is not None:
        rows["per"] = str(one.per)
    if one.per_year:
        rows["per_year"] = "true"
    if one.change is not None:
        rows["change"] = _quoted(one.change)
    if head.level in _TIERS[1:-1]:
        below = _TIERS[_TIERS.index(head.level) + 1 :]
        rows["levels"] = f"[{', '.join(map(_quoted, below))}]"
    if one.of is not None:
        rows["of"] = _quoted(one.of)
    if one.same_as:
        rows["same_as"] = f"[{', '.join(map(_quoted, one.same_as))}]"
    for key, value in rows.items():
        yield _row(key, value, one.doubts)
    yield from _values(one)
    yield _row("key", f"[{', '.join(map(_quoted, one.key))}]", one.doubts)
    for name, patterns in (("all", one.all), ("none", one.none)):
        if patterns:
            yield from (f"{name} = [", *(f"    {_literal(pattern)}," for pattern in patterns), "]")


def _values(one: Drafted) -> Iterator[str]:
    by_years: dict[str, list[Level]] = {}
    for level in one.levels:
        years = (
            ALWAYS if level.year is None else f"{level.year_from}-{level.year}" if level.year_from else str(level.year)
        )
        by_years.setdefault(years, []).append(level)
    reasons = dict(one.doubts)
    for years, levels in by_years.items():
        if len(levels) == 1 and levels[0].group is None:
            value = _level(levels[0].said)
        else:
            value = (
                "{ " + ", ".join(f"{_quoted(level.group or WHOLE)} = {_level(level.said)}" for level in levels) + " }"
            )
        yield _row(f"values.{years}", value, {f"values.{years}": reasons.pop("values")} if "values" in reasons else {})


def _level(said: str) -> str:
    return said if said.replace(".", "", 1).isdigit() else _quoted(said)


def _row(key: str, value: str, doubts: dict[str, str]) -> str:
    row = f"{key} = {value}"
    return f"{row}  # ? {_comment(doubts[key])}" if key in doubts else row


def _comment(words: str) -> str:
    return " ".join(words.split())


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _literal(pattern: str) -> str:
    return _quoted(pattern) if "'" in pattern else f"'{pattern}'"
