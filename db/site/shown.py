"""How values, dates and places are written on pages: as Vietnamese write them, or as English readers expect."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from db.comparison import stances
from db.schema.iso_dates import date_vi
from db.views import words

Row = Mapping[str, Any]

NARROW, FIXED = "\u202f", "\u00a0"
# In a query's words, brackets about a parameter (`:level`) or a code of a column.
_FOR_ADDRESSES = re.compile(r"\s*\((?:[^()]*[:=][^()]*|[a-z_]+)\)")
# White space where a line may break; what holds a number to its sign and unit stays.
_BREAKS = re.compile(rf"[^\S{FIXED}{NARROW}]+")
# The one time of the whole country, without summer time.
_VIET_NAM = timezone(timedelta(hours=7))


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


def difference(amount: float, of: Row, lang: str = "vi") -> str:
    """How far a value is from another, with its sign and the unit of the two: points of a share, else the rate's or nothing.

    >>> difference(-0.5, {"unit": "percent"}), difference(3.0, {"unit": "per", "per": 1000})
    ('−0,5\xa0điểm\xa0%', '+3/1.000')
    """
    sign = "+" if amount > 0 else "−" if amount < 0 else ""
    points = f"{FIXED}điểm{FIXED}%" if lang == "vi" else f"{FIXED}points"
    return f"{sign}{number(abs(amount), lang)}{points if of.get('unit') == 'percent' else unit(of.get('unit'), of.get('per'), lang)}"


def moment(iso: str | None) -> str:
    """A moment (UTC where it names no zone) as the clocks of Việt Nam show it: `dd/mm/yyyy hh:mm`; a day alone stays a day.

    >>> moment("2026-12-01T18:05:00+00:00"), moment("2026-12-01")
    ('02/12/2026 01:05', '01/12/2026')
    """
    if not iso:
        return ""
    if "T" not in str(iso):
        return date_vi(str(iso))
    at = datetime.fromisoformat(str(iso))
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(_VIET_NAM).strftime("%d/%m/%Y %H:%M")


def spelled(label: str | None) -> str:
    """A document by its short type and number, with the type in full.

    >>> spelled("KH 310/KH-UBND"), spelled("Luật Trẻ em")
    ('Kế hoạch số 310/KH-UBND', 'Luật Trẻ em')
    """
    short, _, number_ = (label or "").partition(" ")
    word = words.DOCUMENT_TYPES.get(short)
    return f"{word} số {number_}" if word and number_[:1].isdigit() else label or ""


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


def about(query: str) -> str:
    """What a query answers, without what only those who write addresses need: its parameters, codes, and notes on them.

    >>> about("Mức của một chỉ tiêu (:measure) ở một cấp (:level), bản khác (version); :within là danh sách mã tỉnh.")
    'Mức của một chỉ tiêu ở một cấp, bản khác.'
    """
    return _FOR_ADDRESSES.sub("", query).partition(";")[0].rstrip(".") + "."


def shorten(text: str | None, length: int = 160) -> str:
    """The first words of a text.

    >>> shorten("2025\\n <\\u202f9,5 %") == "2025 <\\u202f9,5 %"
    True
    """
    flat = _BREAKS.sub(" ", text or "").strip()
    return flat if len(flat) <= length else f"{flat[: flat.rfind(' ', 0, length)]}{NARROW}…"
