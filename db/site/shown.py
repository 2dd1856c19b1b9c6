"""How values, dates and places are written on pages: as Vietnamese write them, or as English readers expect."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db.comparison import stances
from db.schema.iso_dates import date_vi
from db.views import words

Row = Mapping[str, Any]

NARROW, FIXED = "\u202f", "\u00a0"


def number(value: float | None, lang: str = "vi", digits: int = 4) -> str:
    """A number: `99,5` and `100.000` in Vietnamese, `99.5` and `100,000` in English; at most so many digits after the comma."""
    return stances.number(round(value, digits) if isinstance(value, float) else value, lang)


def unit(name: str | None, per: float | None, lang: str = "vi") -> str:
    """What follows a number: ` %` with a space that does not break (`%` in English), `/100.000`, nothing for a count."""
    if name == "percent":
        return f"{FIXED}%" if lang == "vi" else "%"
    return f"/{number(float(per), lang)}" if name == "per" and per else ""


def value(row: Row, prefix: str = "", lang: str = "vi", digits: int = 4) -> str:
    """A value with comparator and unit: `<\u202f9,5/1.000`, `2–3 %`; `prefix` chooses other columns (`programme_`)."""
    low = row.get(f"{prefix}value")
    if low is None:
        return ""
    high = row.get(f"{prefix}value_high")
    span = (
        f"{number(low, lang, digits)}–{number(high, lang, digits)}" if high is not None else number(low, lang, digits)
    )
    sign = words.COMPARATORS.get(row.get(f"{prefix}comparator") or "=", "")
    joined = f"{sign}{NARROW}{span}" if sign else span
    kind = row.get(f"{prefix}unit", row.get("unit"))
    per = row.get(f"{prefix}per", row.get("per"))
    total = row.get(f"{prefix}total")
    whole = f"/{number(total, lang)}" if total and kind == "count" else ""
    return f"{joined}{whole}{unit(kind, per, lang)}"


def moment(iso: str | None) -> str:
    """A moment (UTC) as `dd/mm/yyyy hh:mm`."""
    if not iso:
        return ""
    date, _, time = str(iso).partition("T")
    return f"{date_vi(date)} {time[:5]}".strip()


def period(row: Row) -> str:
    """The years that a plan covers: `2021–2030`, `2023`."""
    start, end = row.get("period_start"), row.get("period_end")
    if start is None:
        return ""
    return str(start) if end in (None, start) else f"{start}–{end}"


def half(message: str | None, lang: str) -> str:
    """The words of one language of a message that has both, `tiếng Việt / English`.

    >>> half("chưa có tệp / no file", "en"), half("chỉ một thứ tiếng", "en")
    ('no file', 'chỉ một thứ tiếng')
    """
    parts = (message or "").split(" / ")
    if len(parts) % 2:
        return message or ""
    middle = len(parts) // 2
    return " / ".join(parts[:middle] if lang == "vi" else parts[middle:])


def shorten(text: str | None, length: int = 160) -> str:
    """The first words of a text."""
    flat = " ".join((text or "").split())
    return flat if len(flat) <= length else f"{flat[: flat.rfind(' ', 0, length)]}{NARROW}…"
