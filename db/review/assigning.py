"""Who reviews what: findings and whole plans are given to people, by account or by name. Every step is kept, the last one counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from db.schema.database import in_batches, insert, transaction

Row = dict[str, Any]

# Characters of a name: more is no name.
LONGEST = 80


class AssignmentError(ValueError):
    """Something cannot be given to somebody; the message says why."""


def named(person: str) -> str:
    """The name of a person as it is kept.

    Raises:
        AssignmentError: it is too long.
    """
    name = unicodedata.normalize("NFC", " ".join(person.split()))
    if len(name) > LONGEST:
        raise AssignmentError(f"tên dài quá {LONGEST} ký tự / a name has {LONGEST} characters at most")
    return name


def assign(
    db: Database, person: str, *, findings: Sequence[str] = (), plans: Sequence[str] = (), by: str | None = None
) -> int:
    """Gives findings (keys) and plans (addresses, all their findings) to a person; gives how many of both.

    A finding of its own goes before its plan; without a person it is nobody's own again, and goes with its plan.

    Raises:
        AssignmentError: there is nothing to give, no such finding or plan, or the name will not do.
    """
    name = named(person) or None
    if not findings and not plans:
        raise AssignmentError("chưa chọn điểm hay kế hoạch nào / no finding and no plan was chosen")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with transaction(db):
        given = [{"finding": key, "plan": None} for key in _findings(db, findings)]
        given += [{"finding": None, "plan": identity} for identity in _plans(db, plans)]
        insert(
            db,
            "review_assignments",
            [{**one, "person": name, "assigned_by": by, "assigned_at": now} for one in given],
        )
    return len(given)


def _findings(db: Database, keys: Sequence[str]) -> list[str]:
    """The findings with some keys; the key of a further reason means its finding."""
    sql = "SELECT key, coalesce(under, key) AS finding FROM findings WHERE gone = 0 AND key IN ({})"
    known = {row["key"]: str(row["finding"]) for row in in_batches(db, sql, set(keys))}
    unknown = [key for key in keys if key not in known]
    if unknown:
        raise AssignmentError(f"không có điểm cần rà soát {unknown[0]!r} / no finding {unknown[0]!r}")
    return list(dict.fromkeys(known[key] for key in keys))


def _plans(db: Database, slugs: Sequence[str]) -> list[str]:
    """The identities of plans, of the document that stands for each."""
    sql = (
        "SELECT d.slug, coalesce(standing.identity, d.identity) AS identity FROM documents d "
        "LEFT JOIN documents standing ON standing.id = d.plan WHERE d.slug IN ({})"
    )
    known = {row["slug"]: row["identity"] for row in in_batches(db, sql, set(slugs))}
    unknown = [slug for slug in slugs if not known.get(slug)]
    if unknown:
        raise AssignmentError(f"không có kế hoạch {unknown[0]!r} / no plan {unknown[0]!r}")
    return list(dict.fromkeys(str(known[slug]) for slug in slugs))
