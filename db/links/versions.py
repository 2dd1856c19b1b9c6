"""Which document stands for a plan: the same plan comes in two formats, as draft and as issued, or in a newer version.

Which documents are one plan says `kinship`. What a file held before it was replaced belongs to the plan that the file holds now,
unless another file still stands for the same plan. One of the documents stands for the plan in all counts: one that a file still
holds, issued before draft, the youngest, read from text before OCR, and of copies the one that stood for it when they came. What was
taken back (`removal`), and what is no document of an office until somebody says that it is, stands for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from sqlite_utils import Database

from db.links import kinship
from db.links.kinship import Question, issuer
from db.review import removal
from db.schema.database import in_batches, insert
from db.schema.iso_dates import agree

Row = dict[str, Any]


def refresh(db: Database, documents: Collection[str]) -> set[str]:
    """Says which document stands for each plan of the issuers concerned; gives the documents for which that changed."""
    changed: list[tuple[str | None, str, str]] = []
    for family in _families(db, documents):
        removed = removal.removed(db, family)
        outside = {
            row["id"]: "removed" if row["id"] in removed else "unconfirmed"
            for row in family
            if row["id"] in removed or row["genre"] == "other"
        }
        plans, questions = kinship.plans(db, [row for row in family if row["id"] not in outside])
        _ask(db, family, questions)
        now: dict[str, tuple[str | None, str]] = {document: (None, relation) for document, relation in outside.items()}
        for versions in _with_heirs(plans):
            current = min(versions, key=_rank)
            now |= {row["id"]: (current["id"], _relation(row, current)) for row in versions}
        changed += [(*now[row["id"]], row["id"]) for row in family if (row["plan"], row["relation"]) != now[row["id"]]]
    db.conn.executemany("UPDATE documents SET plan = ?, relation = ? WHERE id = ?", changed)
    return {document for *_, document in changed}


def establish(db: Database) -> None:
    """Once a load is done: what stands for a plan now goes on standing for it when a mere copy arrives."""
    db.conn.execute("UPDATE documents SET established = (plan = id) WHERE established IS NOT (plan = id)")


def _ask(db: Database, family: list[Row], questions: list[Question]) -> None:
    """Replaces the open questions about some documents."""
    db.conn.executemany(
        "DELETE FROM version_questions WHERE one = :id OR other = :id", [{"id": row["id"]} for row in family]
    )
    insert(
        db,
        "version_questions",
        [
            {
                "id": f"{one.one}-{one.other}",
                "one": one.one,
                "other": one.other,
                "alike": one.alike,
                "several": int(one.several),
            }
            for one in questions
        ],
    )


# --- documents that may belong together ------------------------------------------------------------------------------

_HEAD = """
SELECT d.id, d.issuer_key, d.number_key, d.issued_on, d.title, d.doc_type, d.period_start, d.period_end, d.status, d.ocr,
       d.characters, d.plan, d.relation, d.genre, d.identity, d.established, d.level, d.province, d.district, d.commune, l.words, l.sketch,
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
        issuers = {row["issuer_key"] for row in found if issuer(row)}
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
        for kind, bond in (("issuer", issuer(row)), ("words", row["words"])):
            if bond:
                above[root(row["id"])] = root(first.setdefault((kind, bond), row["id"]))
        if row["replaced_by"] in known:
            above[root(row["id"])] = root(row["replaced_by"])
    families: dict[str, list[Row]] = defaultdict(list)
    for row in known.values():
        families[root(row["id"])].append(row)
    yield from families.values()


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


def _with_heirs(plans: list[list[Row]]) -> list[list[Row]]:
    """Plans, where what no file holds any more goes with what replaced it."""
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


def _rank(row: Row) -> tuple[bool, bool, str, bool, bool, str]:
    """The order of versions: held by a file, issued, youngest, read from text, the one of before."""
    age = "".join(chr(0x10FFFF - ord(c)) for c in (row["issued_on"] or ""))
    draft = row["status"] == "draft"
    return not row["held"], draft, age or "\U0010ffff", bool(row["ocr"]), not row["established"], str(row["id"])


def _relation(row: Row, current: Row) -> str:
    """What a document is to the one that stands for the plan."""
    if row["id"] == current["id"]:
        return "current"
    if not row["held"]:
        return "replaced"
    if row["status"] == "draft" and current["status"] != "draft":
        return "draft"
    return "copy" if agree(row["issued_on"], current["issued_on"]) else "older"
