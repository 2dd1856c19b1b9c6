"""Which plan carries out which: parents by citation, by unit, and the programmes of the nation.

A plan carries out what its opening says it does (`Thực hiện …`), and a yearly plan the longer one of its own unit. A parent
that is cited and not in the database is kept as a node of its own (`parent` null). Laws and official letters are grounds,
not parents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from typing import Any

from sqlite_utils import Database

from db.database import insert, rows
from patterns import issuers

# Types of documents that set aims which others carry out (abbreviations of Nghị định 30/2020/NĐ-CP, phụ lục III).
PARENT_TYPES = ("KH", "CTr", "QĐ", "NQ", "ĐA", "CT", "CL", "DA")


def refresh(db: Database, documents: Collection[str]) -> None:
    """Computes the cascade of some documents anew; only what stands for its plan is linked (`versions`)."""
    programmes = rows(db, "SELECT id, number, issuer, issued_on FROM programmes ORDER BY id")
    for document in sorted(documents):
        db.conn.execute("DELETE FROM cascades WHERE child = ?", [document])
        if rows(db, "SELECT 1 FROM documents WHERE id = ? AND plan = id", [document]):
            insert(db, "cascades", list(_links(db, document, programmes)))


def concerned(db: Database, documents: Collection[str]) -> set[str]:
    """The documents whose parents may change when these are loaded: those that cite their numbers, those of their units."""
    found = set(documents)
    for batch in _batches(sorted(documents)):
        marks = ", ".join("?" * len(batch))
        found.update(
            row["document"]
            for row in rows(
                db,
                "SELECT DISTINCT r.document FROM legal_refs r JOIN documents d ON d.number_key = r.number_key "
                f"WHERE r.role = 'implements' AND d.id IN ({marks})",
                batch,
            )
        )
        found.update(
            row["id"]
            for row in rows(
                db,
                "SELECT other.id FROM documents other JOIN documents d ON d.issuer_key = other.issuer_key "
                f"WHERE d.id IN ({marks})",
                batch,
            )
        )
    return found


def _batches(items: list[str], size: int = 500) -> Iterable[list[str]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _links(db: Database, child: str, programmes: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    seen: set[str] = set()
    references = rows(
        db,
        "SELECT id, doc_type, number, number_key, issued_on, issuer, name, quote FROM legal_refs "
        "WHERE document = ? AND role = 'implements' ORDER BY position",
        [child],
    )
    for reference in references:
        if reference["doc_type"] not in PARENT_TYPES or reference["number_key"] is None:
            continue
        programme = next((p for p in programmes if _is_programme(reference, p)), None)
        parent = None if programme else _parent(db, child, reference)
        label = f"{reference['doc_type']} {reference['number']}"
        name = (programme["id"] if programme else None) or parent or label
        if name in seen:
            continue
        seen.add(name)
        yield _row(
            child,
            name,
            basis="citation",
            parent=parent,
            programme=programme["id"] if programme else None,
            reference=reference["id"],
            parent_label=label,
            parent_issuer=reference["issuer"],
            parent_issued_on=reference["issued_on"],
        )
    for own in _own_programmes(db, child):
        if own["id"] not in seen:
            seen.add(own["id"])
            yield _row(
                child,
                own["id"],
                basis="same-unit",
                parent=own["id"],
                parent_label=own["title"] or own["number"] or own["slug"] or own["id"],
                parent_issuer=own["issuer"],
                parent_issued_on=own["issued_on"],
            )


def _row(child: str, name: str, **fields: Any) -> dict[str, Any]:
    identity = hashlib.blake2b(f"{child}|{name}".encode(), digest_size=8).hexdigest()
    empty = {"parent": None, "programme": None, "reference": None}
    return {"id": identity, "child": child, **empty, **fields}


def _is_programme(reference: dict[str, Any], programme: dict[str, Any]) -> bool:
    """Whether a citation means the programme: its number, and neither issuer nor year speaks against it."""
    if str(reference["number"]).casefold() != str(programme["number"]).casefold():
        return False
    said = str(reference["issued_on"] or "")
    return not said or said[:4] == str(programme["issued_on"])[:4]


def _parent(db: Database, child: str, reference: dict[str, Any]) -> str | None:
    """The document in the database that a citation means: number, date and issuer must not contradict."""
    found = rows(
        db,
        "SELECT id, issued_on, issuer_key, doc_type FROM documents WHERE number_key = ? AND id <> ? AND plan = id ORDER BY id",
        [reference["number_key"], child],
    )
    fitting = [
        row["id"]
        for row in found
        if _same_day(reference["issued_on"], row["issued_on"]) and _same_issuer(reference, row)
    ]
    return fitting[0] if fitting else None


def _same_day(said: str | None, known: str | None) -> bool:
    if not said or not known:
        return True
    length = min(len(said), len(known))
    return said[:length] == known[:length]


def _same_issuer(reference: dict[str, Any], row: dict[str, Any]) -> bool:
    """Whether the issuers agree; a number without issuer and date names too many documents to be a parent."""
    if not reference["issuer"]:
        return bool(reference["issued_on"]) and len(str(reference["issued_on"])) == 10
    said = issuers.identity(reference["issuer"])
    known = str(row["issuer_key"] or "")
    return said == known or (bool(said) and (known.startswith(said) or said.startswith(known)) and bool(known))


def _own_programmes(db: Database, child: str) -> list[dict[str, Any]]:
    """The longer plans of the same unit in whose period a yearly plan falls."""
    return rows(
        db,
        """
        SELECT own.id, own.title, own.number, own.slug, own.issuer, own.issued_on
        FROM documents child JOIN documents own ON own.issuer_key = child.issuer_key
        WHERE child.id = ? AND own.id <> child.id AND own.plan = own.id AND child.plan_kind = 'annual' AND own.plan_kind = 'multi_year'
          AND child.period_start BETWEEN own.period_start AND own.period_end
        ORDER BY own.issued_on DESC, own.id
        """,
        [child],
    )
