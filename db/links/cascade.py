"""Which plan carries out which: parents by citation, by unit, and programmes.

A plan carries out what its opening says it does (`Thực hiện …`), and a yearly plan the longer one of its own unit. A parent
that is cited and not in the database is kept as a node of its own (`parent` null). Laws and official letters are grounds,
not parents.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from corpus.programme import Programme
from corpus.programme.citing import meant
from corpus.units import LEVELS
from db.links.openings import Reference, openings
from db.schema import programme_store
from db.schema.database import in_batches, insert, rows
from db.schema.loading import CARRIED
from patterns import issuers

Row = dict[str, Any]

# Types of documents that set aims which others carry out (abbreviations of Nghị định 30/2020/NĐ-CP, phụ lục III).
PARENT_TYPES = ("KH", "CTr", "QĐ", "NQ", "ĐA", "CT", "CL", "DA")


def refresh(db: Database, documents: Collection[str]) -> None:
    """Computes the cascade of some documents anew; only what stands for its plan is linked (`versions`)."""
    known = programme_store.known(db)
    ordered = sorted(documents)
    for start in range(0, len(ordered), _BATCH):
        some = ordered[start : start + _BATCH]
        db.conn.executemany("DELETE FROM cascades WHERE child = ?", [(document,) for document in some])
        around = _Around(db, some)
        insert(db, "cascades", [row for child in around.heads.values() for row in _links(child, around, known)])


_BATCH = 500


def follow(db: Database) -> set[str]:
    """Writes anew which programmes each plan carries out, by itself or through its parents; gives the documents for which that changed."""
    before = _carried(db)
    db.conn.execute("DELETE FROM carried")
    db.conn.execute(CARRIED)
    return {document for document, _ in before ^ _carried(db)}


def _carried(db: Database) -> set[tuple[str, str]]:
    return {(row["document"], row["programme"]) for row in rows(db, "SELECT document, programme FROM carried")}


def concerned(db: Database, documents: Collection[str]) -> set[str]:
    """The documents whose parents may change when these are loaded: those that may cite them, those of their units."""
    found = set(documents)
    for dates in _AGREE:
        found |= {row["id"] for row in in_batches(db, _CITING.format(dates=dates), documents)}
    same_issuer = in_batches(
        db,
        "SELECT other.id FROM documents other JOIN documents d ON d.issuer_key = other.issuer_key "
        "AND d.province IS other.province AND d.district IS other.district WHERE d.id IN ({})",
        documents,
    )
    return found | {row["id"] for row in same_issuer}


# A citation `r` may mean the document `d`: numbers are equal, dates agree as far as both go (as `dates.agree`, written so that
# SQLite can look them up: numbers begin anew in every unit and year, so that a number alone fits thousands), places do not
# contradict those of the citing document `c`. The plus keeps SQLite off indexes of columns with few values.
_AGREE = (
    "r.issued_on >= d.issued_on AND r.issued_on < d.issued_on || ':'",
    "r.issued_on IN (substr(d.issued_on, 1, 7), substr(d.issued_on, 1, 4))",
    "r.issued_on IS NULL",
    "d.issued_on IS NULL",
)
_MEANT_AGREE = (
    "d.issued_on >= r.issued_on AND d.issued_on < r.issued_on || ':'",
    "d.issued_on IN (substr(r.issued_on, 1, 7), substr(r.issued_on, 1, 4))",
    "d.issued_on IS NULL",
    "r.issued_on IS NULL",
)
_PLACED = " AND ".join(
    f"(c.{level} IS NULL OR d.{level} IS NULL OR c.{level} = d.{level})"
    for level in ("province", "district", "commune")
)
_CITING = (
    "SELECT DISTINCT r.document AS id FROM documents d CROSS JOIN legal_refs r ON r.number_key = d.number_key AND {dates} "
    f"CROSS JOIN documents c ON c.id = r.document WHERE d.id IN ({{{{}}}}) AND +r.role = 'implements' AND {_PLACED}"
)
_MEANT = (
    "SELECT r.id AS reference, d.id, d.issued_on, d.issuer_key, d.province, d.district, d.commune FROM documents c "
    "CROSS JOIN legal_refs r ON r.document = c.id CROSS JOIN documents d ON d.number_key = r.number_key AND {dates} "
    f"WHERE c.id IN ({{{{}}}}) AND +r.role = 'implements' AND d.plan = d.id AND d.id <> c.id AND {_PLACED}"
)


class _Around:
    """What decides the parents of some documents, read at once: heads, citations, the plans that bear the numbers cited."""

    def __init__(self, db: Database, documents: list[str]) -> None:
        self.heads: dict[str, Row] = {
            row["id"]: row for row in in_batches(db, f"{_HEAD} WHERE plan = id AND id IN ({{}})", documents)
        }
        self.openings = openings(db, self.heads)
        self.meant: dict[str, dict[str, Row]] = defaultdict(dict)
        for dates in _MEANT_AGREE:
            for row in in_batches(db, _MEANT.format(dates=dates), self.heads):
                self.meant[row["reference"]][row["id"]] = row
        self.own: dict[str, list[Row]] = defaultdict(list)
        for row in in_batches(db, _OWN, self.heads):
            self.own[row["child"]].append(row)


_HEAD = "SELECT id, province, district, commune FROM documents"
# The longer plans of the same unit in whose period a yearly plan falls.
_OWN = """
SELECT child.id AS child, own.id, own.title, own.number, own.slug, own.issuer, own.issued_on
FROM documents child JOIN documents own ON own.issuer_key = child.issuer_key
WHERE child.id IN ({}) AND own.id <> child.id AND own.plan = own.id AND child.plan_kind = 'annual' AND own.plan_kind = 'multi_year'
  AND child.genre = 'plan' AND own.genre = 'plan'
  AND own.province IS child.province AND own.district IS child.district AND own.commune IS child.commune
  AND child.period_start BETWEEN own.period_start AND own.period_end
ORDER BY child.id, own.issued_on DESC, own.id
"""


def _links(child: Row, around: _Around, known: Sequence[Programme]) -> Iterator[Row]:
    seen: set[str] = set()
    opening = around.openings[child["id"]]
    carried = {programme.id: (programme, reference) for programme, reference in opening.carries_out(known)}
    for programme, reference in carried.values():
        seen.add(programme.id)
        yield _of_programme(child, programme, reference, around)
    for reference in opening.references:
        if reference.role != "implements" or reference.doc_type not in PARENT_TYPES or meant(reference, known):
            continue
        parent = _parent(child, reference, around.meant[reference.id].values())
        label = f"{reference.doc_type} {reference.number}"
        name = parent or label
        if name in seen:
            continue
        seen.add(name)
        yield _row(
            child["id"],
            name,
            basis="citation",
            parent=parent,
            reference=reference.id,
            parent_label=label,
            parent_issuer=reference.issuer,
            parent_issued_on=reference.issued_on,
        )
    for own in around.own[child["id"]]:
        if own["id"] not in seen:
            seen.add(own["id"])
            yield _row(
                child["id"],
                own["id"],
                basis="same-unit",
                parent=own["id"],
                parent_label=own["title"] or own["number"] or own["slug"] or own["id"],
                parent_issuer=own["issuer"],
                parent_issued_on=own["issued_on"],
            )


def _row(child: str, name: str, **fields: Any) -> Row:
    identity = hashlib.blake2b(f"{child}|{name}".encode(), digest_size=8).hexdigest()
    empty = {"parent": None, "programme": None, "reference": None}
    return {"id": identity, "child": child, **empty, **fields}


def _of_programme(child: Row, programme: Programme, reference: Reference | None, around: _Around) -> Row:
    """The link to a programme; a programme that is a plan in the database as well is the parent too, so that what it carries out counts."""
    if reference is None:
        return _row(
            child["id"],
            programme.id,
            basis="named",
            programme=programme.id,
            parent_label=programme.number,
            parent_issuer=programme.issuer,
            parent_issued_on=programme.issued_on.isoformat(),
        )
    return _row(
        child["id"],
        programme.id,
        basis="citation",
        parent=_parent(child, reference, around.meant[reference.id].values()),
        programme=programme.id,
        reference=reference.id,
        parent_label=f"{reference.doc_type} {reference.number}",
        parent_issuer=reference.issuer,
        parent_issued_on=reference.issued_on,
    )


def _parent(child: Row, reference: Reference, candidates: Iterable[Row]) -> str | None:
    """The document in the database that a citation means, of those whose number, date and places fit: the issuer must not contradict.

    Districts of many provinces issue a plan of one number on one day: of several that fit, the one that shares most places with the
    citing plan is meant, and none where two share as many.
    """
    fitting = [
        (sum(bool(row[level]) and row[level] == child[level] for level in LEVELS), row["id"])
        for row in candidates
        if _same_issuer(reference, row)
    ]
    nearest = [document for shared, document in fitting if shared == max(fitting)[0]]
    return nearest[0] if len(nearest) == 1 else None


def _same_issuer(reference: Reference, row: Row) -> bool:
    """Whether the issuers agree; a number without issuer and date names too many documents to be a parent."""
    if not reference.issuer:
        return bool(reference.issued_on) and len(str(reference.issued_on)) == 10
    said = issuers.identity(reference.issuer)
    known = str(row["issuer_key"] or "")
    return said == known or (bool(said) and (known.startswith(said) or said.startswith(known)) and bool(known))
