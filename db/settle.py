"""What is computed once after a load, for the plans concerned: addresses, versions, cascade, comparison, findings; in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlite_utils import Database

from db import cascade, comparison, findings, reference, versions
from db.database import rows, transaction


def settle(db: Database, changed: Collection[str]) -> None:
    """Brings everything computed up to date after documents came, changed or went (ids of those that are there now)."""
    with transaction(db):
        reference.store(db)
        findings.store_rules(db)
        _slugs(db)
        there = {row["id"] for row in rows(db, "SELECT id FROM documents")} & set(changed)
        there |= {row["id"] for row in rows(db, "SELECT id FROM documents WHERE plan IS NULL")}
        reference.link_units(db, there)
        reference.link_agencies(db, there)
        there |= versions.refresh(db, there)
        linked = cascade.concerned(db, there)
        cascade.refresh(db, linked)
        compared = comparison.concerned(db, linked)
        comparison.refresh(db, compared)
        findings.refresh(db, findings.concerned(db, compared))


def _slugs(db: Database) -> None:
    """Makes addresses unique: of documents with one slug the first by id keeps it, the others get digits of theirs."""
    by_slug: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows(db, "SELECT id, slug, coalesce(plain_slug, 'van-ban') AS plain FROM documents ORDER BY id"):
        by_slug[row["plain"]].append((row["id"], row["slug"]))
    for plain, found in by_slug.items():
        for position, (document, slug) in enumerate(found):
            wanted = plain if position == 0 else f"{plain}-{document[:6]}"
            if slug != wanted:
                db.conn.execute("UPDATE documents SET slug = ? WHERE id = ?", [wanted, document])
