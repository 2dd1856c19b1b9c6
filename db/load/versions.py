"""Which document stands for a plan: the same plan comes in two formats, as draft and as issued, or in a newer version.

Documents of one issuer are one plan where number and date agree, or, where a number is blank as in most drafts, where their words
nearly do; documents of the very same words are one plan whatever was read of their heads. What a file held before it was replaced
belongs to the plan that the file holds now, unless another file still stands for the same plan. One of the documents stands for
the plan in all counts: one that a file still holds, issued before draft, the youngest, read from text before OCR.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from rapidfuzz import fuzz
from sqlite_utils import Database

from db.database import in_batches, rows
from db.findings.dates import agree
from db.load.likeness import alike
from patterns.fold import fold

Row = dict[str, Any]

# How alike two texts must be to be versions of one plan (0 to 100), how much of them is held side by side, and what share of
# runs of words those have in common that are held side by side at all.
_ALIKE = 85
_COMPARED = 20_000
_SHARED = 0.5


def refresh(db: Database, documents: Collection[str]) -> set[str]:
    """Settles which document stands for each plan of the issuers concerned; gives the documents for which that changed."""
    changes = []
    for family in _families(db, documents):
        for versions in _plans(db, family):
            current = min(versions, key=_rank)
            for row in versions:
                relation = _relation(row, current)
                if (row["plan"], row["relation"]) != (current["id"], relation):
                    changes.append((current["id"], relation, row["id"]))
    db.conn.executemany("UPDATE documents SET plan = ?, relation = ? WHERE id = ?", changes)
    return {document for *_, document in changes}


# --- documents that may belong together ------------------------------------------------------------------------------

_HEAD = """
SELECT d.id, d.issuer_key, d.number_key, d.issued_on, d.title, d.doc_type, d.period_start, d.period_end, d.status, d.ocr,
       d.characters, d.plan, d.relation, d.level, d.province, d.district, d.commune, l.words, l.sketch,
       EXISTS (SELECT 1 FROM files f WHERE f.document = d.id) AS held,
       (SELECT replaced_by FROM replacements r WHERE r.document = d.id ORDER BY r.id DESC LIMIT 1) AS replaced_by
FROM documents d LEFT JOIN likenesses l ON l.document = d.id
WHERE d.{column} IN ({{}})
"""
_BY_ISSUER = _HEAD.format(column="issuer_key")
_BY_ID = _HEAD.format(column="id")


def _families(db: Database, documents: Collection[str]) -> Iterator[list[Row]]:
    """Documents that may be versions of one plan with one of these: of one issuer, of the same words, replaced one by another."""
    known: dict[str, Row] = {}
    wanted = set(documents)
    while wanted:
        found = list(in_batches(db, _BY_ID, wanted))
        issuers = {row["issuer_key"] for row in found if _issuer(row)}
        found += in_batches(db, _BY_ISSUER, issuers)
        known |= {row["id"]: row for row in found}
        wanted = _neighbours(db, [row["id"] for row in found]) - known.keys()
    above = {document: document for document in known}

    def root(document: str) -> str:
        while above[document] != document:
            document = above[document] = above[above[document]]
        return document

    first: dict[tuple[str, str], str] = {}
    for row in known.values():
        for kind, bond in (("issuer", _issuer(row)), ("words", row["words"])):
            if bond:
                above[root(row["id"])] = root(first.setdefault((kind, bond), row["id"]))
        if row["replaced_by"] in known:
            above[root(row["id"])] = root(row["replaced_by"])
    families: dict[str, list[Row]] = defaultdict(list)
    for row in known.values():
        families[root(row["id"])].append(row)
    yield from families.values()


def _issuer(row: Row) -> str | None:
    """The issuer of a document; `None` where its name says nothing of the place (`UBND xã`): there are thousands of those."""
    placed = row["level"] == "central" or any(row[level] for level in _PLACES)
    return row["issuer_key"] if placed else None


_PLACES = ("province", "district", "commune")


def _neighbours(db: Database, documents: list[str]) -> set[str]:
    """Documents of the same words as these, and those that replaced them or that they replaced."""
    found = set()
    for sql in (
        "SELECT other.document AS id FROM likenesses mine JOIN likenesses other ON other.words = mine.words WHERE mine.document IN ({})",
        "SELECT replaced_by AS id FROM replacements WHERE replaced_by IS NOT NULL AND document IN ({})",
        "SELECT document AS id FROM replacements WHERE replaced_by IN ({})",
    ):
        found |= {row["id"] for row in in_batches(db, sql, documents)}
    return found


# --- plans -----------------------------------------------------------------------------------------------------------


def _plans(db: Database, family: list[Row]) -> list[list[Row]]:
    """A family split into plans; what no file holds any more goes with what replaced it."""
    plans: list[list[Row]] = []
    for row in sorted(family, key=lambda row: (row["number_key"] is None, row["id"])):
        home = next((plan for plan in plans if any(_same(db, row, other) for other in plan)), None)
        if home is None:
            plans.append([row])
        else:
            home.append(row)
    home_of = {row["id"]: plan for plan in plans for row in plan}
    for plan in list(plans):
        if any(row["held"] for row in plan):
            continue
        heirs = [home_of[row["replaced_by"]] for row in plan if row["replaced_by"] in home_of]
        heir = next((other for other in heirs if other is not plan), None)
        if heir is not None:
            heir += plan
            home_of |= {row["id"]: heir for row in plan}
            plans = [other for other in plans if other is not plan]
    return plans


def _same(db: Database, one: Row, other: Row) -> bool:
    """Whether two documents are the same plan."""
    if one["words"] and one["words"] == other["words"]:
        return True
    issuer = _issuer(one)
    if one["doc_type"] != other["doc_type"] or issuer is None or issuer != _issuer(other):
        return False
    if any(one[level] and other[level] and one[level] != other[level] for level in _PLACES):
        return False  # communes of one name in two provinces
    if one["number_key"] and other["number_key"]:
        if one["number_key"] != other["number_key"]:
            return False
        dated = bool(one["issued_on"] and other["issued_on"])
        return agree(one["issued_on"], other["issued_on"]) if dated else _near(db, one, other)
    if (one["period_start"], one["period_end"]) != (other["period_start"], other["period_end"]):
        return False
    return _near(db, one, other)


def _near(db: Database, one: Row, other: Row) -> bool:
    if alike(one["sketch"] or b"", other["sketch"] or b"") < _SHARED:
        return False
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


def _rank(row: Row) -> tuple[bool, bool, str, bool, str]:
    """The order of versions: held by a file, issued, youngest, read from text."""
    age = "".join(chr(0x10FFFF - ord(c)) for c in (row["issued_on"] or ""))
    return not row["held"], row["status"] == "draft", age or "\U0010ffff", bool(row["ocr"]), str(row["id"])


def _relation(row: Row, current: Row) -> str:
    """What a document is to the one that stands for the plan."""
    if row["id"] == current["id"]:
        return "current"
    if not row["held"]:
        return "replaced"
    if row["status"] == "draft" and current["status"] != "draft":
        return "draft"
    return "copy" if agree(row["issued_on"], current["issued_on"]) else "older"
