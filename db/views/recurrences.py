"""Recurrence rules (RFC 5545) in words: `FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20` is `20/11 hằng năm`."""

from __future__ import annotations

_EVERY = {
    ("YEARLY", 1): ("hằng năm", "every year"),
    ("MONTHLY", 1): ("hằng tháng", "every month"),
    ("MONTHLY", 3): ("hằng quý", "every quarter"),
    ("MONTHLY", 6): ("6 tháng một lần", "every 6 months"),
    ("WEEKLY", 1): ("hằng tuần", "every week"),
}
# A time of any other length: `2 năm một lần`.
_UNITS = {
    "YEARLY": ("năm một lần", "years"),
    "MONTHLY": ("tháng một lần", "months"),
    "WEEKLY": ("tuần một lần", "weeks"),
}


def recurrence_words(rule: str, lang: str = "vi") -> str:
    """A rule in words of a language; the rule itself where there are none.

    >>> recurrence_words("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20")
    '20/11 hằng năm'
    >>> recurrence_words("FREQ=MONTHLY;INTERVAL=3", "en")
    'every quarter'
    >>> recurrence_words("FREQ=YEARLY;INTERVAL=2"), recurrence_words("FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=-1")
    ('2 năm một lần', 'ngày cuối tháng 3, 6 hằng năm')
    """
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    frequency, interval = parts.get("FREQ", ""), int(parts.get("INTERVAL", "1"))
    every = _EVERY.get((frequency, interval))
    if every is None and frequency in _UNITS:
        unit_vi, unit_en = _UNITS[frequency]
        every = (f"{interval} {unit_vi}", f"every {interval} {unit_en}")
    if every is None:
        return rule
    words = every[0] if lang == "vi" else every[1]
    day, months = parts.get("BYMONTHDAY"), parts.get("BYMONTH", "").replace(",", ", ")
    if day == "-1":
        day = "cuối" if lang == "vi" else "the last"
    elif day and months.isdigit():
        return f"{int(day):02}/{int(months):02} {words}"
    said = [f"{'ngày' if lang == 'vi' else 'day'} {day}"] if day else []
    said += [f"{'tháng' if lang == 'vi' else 'month'} {months}"] if months else []
    return " ".join([*said, words])
