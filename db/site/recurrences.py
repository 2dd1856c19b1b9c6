"""Recurrence rules (RFC 5545) in words: `FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20` is `20/11 hằng năm`."""

from __future__ import annotations

_EVERY = {
    ("YEARLY", 1): ("hằng năm", "every year"),
    ("MONTHLY", 1): ("hằng tháng", "every month"),
    ("MONTHLY", 3): ("hằng quý", "every quarter"),
    ("MONTHLY", 6): ("6 tháng một lần", "every 6 months"),
    ("WEEKLY", 1): ("hằng tuần", "every week"),
}


def recurrence_words(rule: str, lang: str = "vi") -> str:
    """A rule in words of a language; the rule itself where there are none.

    >>> recurrence_words("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20")
    '20/11 hằng năm'
    >>> recurrence_words("FREQ=MONTHLY;INTERVAL=3", "en")
    'every quarter'
    """
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    every = _EVERY.get((parts.get("FREQ", ""), int(parts.get("INTERVAL", "1"))))
    if every is None:
        return rule
    words = every[0] if lang == "vi" else every[1]
    day, month = parts.get("BYMONTHDAY"), parts.get("BYMONTH")
    if day and month:
        return f"{int(day):02}/{int(month):02} {words}"
    if month:
        return f"{'tháng' if lang == 'vi' else 'month'} {month} {words}"
    if day:
        return f"{'ngày' if lang == 'vi' else 'day'} {day} {words}"
    return words
