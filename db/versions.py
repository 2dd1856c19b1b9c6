"""Which document stands for a plan: the same plan comes in two formats, as draft and as issued, or in a newer version.

Documents of one issuer are one plan where number and date agree, or, where a number is blank as in most drafts, where their words
nearly do. One of them stands for the plan in all counts: issued before draft, the youngest, read from text before OCR.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from rapidfuzz import fuzz
from sqlite_utils import Database

from db.database import rows
from db.findings.dates import agree
from patterns.fold import fold

Row = dict[str, Any]

# How alike two texts must be to be versions of one plan (0 to 100), and how much of them is held side by side.
_ALIKE = 85
_COMPARED = 20_000


def refresh(db: Database, documents: Collection[str]) -> set[str]:
    """Settles which document stands for each plan of the issuers concerned; gives the documents for which that changed."""
    changed = set()
    for group in _issuers(db, documents):
        plans = _together(db, group)
        for versions in plans:
            current = min(versions, key=_rank)
            for row in versions:
                relation = _relation(row, current)
                if (row["plan"], row["relation"]) != (current["id"], relation):
                    db.conn.execute(
                        "UPDATE documents SET plan = ?, relation = ? WHERE id = ?", [current["id"], relation, row["id"]]
                    )
                    changed.add(str(row["id"]))
    return changed


def _issuers(db: Database, documents: Collection[str]) -> Iterable[list[Row]]:
    """The documents of each issuer that issued one of these; a document without issuer stands alone."""
    seen: set[str] = set()
    for document in sorted(documents):
        head = rows(db, "SELECT id, issuer_key FROM documents WHERE id = ?", [document])
        if not head or document in seen:
            continue
        found = rows(
            db,
            "SELECT id, issuer_key, number_key, issued_on, title, doc_type, period_start, period_end, status, ocr, characters, "
            "plan, relation FROM documents WHERE id = ? OR (issuer_key = ? AND issuer_key IS NOT NULL) ORDER BY id",
            [document, head[0]["issuer_key"]],
        )
        seen.update(str(row["id"]) for row in found)
        yield found


def _together(db: Database, found: list[Row]) -> list[list[Row]]:
    plans: list[list[Row]] = []
    for row in sorted(found, key=lambda row: (row["number_key"] is None, row["id"])):
        home = next((plan for plan in plans if any(_same(db, row, other) for other in plan)), None)
        if home is None:
            plans.append([row])
        else:
            home.append(row)
    return plans


def _same(db: Database, one: Row, other: Row) -> bool:
    """Whether two documents of one issuer are the same plan."""
    if one["doc_type"] != other["doc_type"]:
        return False
    if one["number_key"] and other["number_key"]:
        if one["number_key"] != other["number_key"]:
            return False
        dated = bool(one["issued_on"] and other["issued_on"])
        return agree(one["issued_on"], other["issued_on"]) if dated else _near(db, one, other)
    if (one["period_start"], one["period_end"]) != (other["period_start"], other["period_end"]):
        return False
    return _near(db, one, other)


def _near(db: Database, one: Row, other: Row) -> bool:
    if fuzz.ratio(fold(one["title"] or ""), fold(other["title"] or "")) < _ALIKE:
        return False
    short, long = sorted((one["characters"] or 0, other["characters"] or 0))
    if long and short / long < 0.5:
        return False
    texts = [
        str(row["text"])[:_COMPARED]
        for row in rows(db, "SELECT text FROM texts WHERE document IN (?, ?)", [one["id"], other["id"]])
    ]
    return len(texts) == 2 and fuzz.ratio(texts[0], texts[1]) >= _ALIKE


def _rank(row: Row) -> tuple[bool, str, bool, str]:
    """The order of versions: issued, youngest, read from text."""
    age = "".join(chr(0x10FFFF - ord(c)) for c in (row["issued_on"] or ""))
    return row["status"] == "draft", age or "\U0010ffff", bool(row["ocr"]), str(row["id"])


def _relation(row: Row, current: Row) -> str:
    """What a document is to the one that stands for the plan."""
    if row["id"] == current["id"]:
        return "current"
    if row["status"] == "draft" and current["status"] != "draft":
        return "draft"
    return "copy" if agree(row["issued_on"], current["issued_on"]) else "older"
