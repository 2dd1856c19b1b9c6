"""What makes a document, and a finding about it, the one it is, whatever file it comes in and whatever else is loaded.

Unit, type, number and year; without a number: unit, type, period and title. What reviewers decide and correct hangs on it. It is
made of what was read, not of what was corrected: a correction must not lose itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from corpus.laws import number_key
from corpus.units import LEVELS
from patterns import issuers
from patterns.fold import fold

# Words of a folded title: fewer are the type alone (`ke hoach`), which says nothing of the subject.
_FEWEST_WORDS = 4


def of_head(head: Mapping[str, Any]) -> str:
    """The identity of a document, from its row of `documents` (`id` and the fields of its head, as they were read).

    One whose unit, or number and title, could not be read is no one's version by its head: its identity is its own.

    >>> head = {"id": "1f", "issuer": "UBND huyện Đức Cơ", "doc_type": "KH", "district": "Đức Cơ", "issued_on": "2022-01-17"}
    >>> of_head(head | {"number": "07/KH-UBND"})
    'uy ban nhan dan huyen duc co|duc co|KH|so 7 kh ubnd|2022'
    >>> of_head(head | {"number": None, "title": "Kế hoạch phòng, chống đuối nước năm 2022", "period_start": 2022, "period_end": 2022})
    'uy ban nhan dan huyen duc co|duc co|KH|ten ke hoach phong chong duoi nuoc nam 2022|2022-2022'
    >>> of_head(head | {"number": None, "title": "Kế hoạch"})
    'tep|1f'
    """
    issuer = issuers.identity(head["issuer"]) if head.get("issuer") else ""
    place = head.get("unit") or " ".join(fold(head[level]) for level in LEVELS if head.get(level))
    year = str(head.get("issued_on") or "")[:4]
    if issuer and head.get("number") and year:
        return _joined(issuer, place, head.get("doc_type"), f"so {number_key(head['number'])}", year)
    title = fold(head.get("title") or "")
    if issuer and not head.get("number") and len(title.split()) >= _FEWEST_WORDS:
        period = f"{head['period_start']}-{head['period_end']}" if head.get("period_start") else year
        return _joined(issuer, place, head.get("doc_type"), f"ten {title}", period)
    return _joined("tep", head["id"])


def _joined(*parts: Any) -> str:
    return "|".join(" ".join(str(part or "").replace("|", " ").split()) for part in parts)


def as_read(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of `documents` with what was read in the place of what was corrected."""
    return {**row, **json.loads(row["corrected"] or "{}")}


def finding_key(rule: str, identity: str, subject: str, quote: str | None, programme: str | None = None) -> str:
    """The stable identity of a finding: rule, identity of the document, subject and the words of the quote, spelling of spaces apart, and
    the programme that it was found by.
    """
    parts = (rule, identity, subject, fold(quote or ""), *([programme] if programme else []))
    return hashlib.blake2b("|".join(parts).encode(), digest_size=8).hexdigest()
