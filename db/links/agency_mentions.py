"""Which agency each name in the records of a plan means."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from corpus import successions
from db.schema.database import insert_rows, rows
from extract.records import Plan
from patterns import agency_names, places
from patterns.fold import slug, sort_key

COLUMNS = ("id", "name", "general", "valid_to", "successors", "basis", "sort_key")
# Names that differ in their marks alone are one agency; which of them it bears must not depend on the order of loading.
CONFLICT = f"ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in COLUMNS[1:])} WHERE excluded.name < name"
MENTION_COLUMNS = ("id", "document", "agency", "kind", "record", "holds", "as_written")


# Kind of record, its id, what the agency is in it, and its name as written.
Mention = tuple[str, str, str, str]


def of_plan(plan: Plan, document: str) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """The rows of `agencies` and of `agency_mentions` of a plan."""
    return _rows(document, plan.document.level, _in_plan(plan, document))


def link(db: Database, documents: Collection[str]) -> None:
    """Says anew which agencies the records of some documents mean: for records that changed in the database."""
    for document in sorted(documents):
        db.conn.execute("DELETE FROM agency_mentions WHERE document = ?", [document])
        head = rows(db, "SELECT level FROM documents WHERE id = ?", [document])[0]
        named, mentions = _rows(document, head["level"], _in_database(db, document))
        insert_rows(db, "agencies", COLUMNS, named, conflict=CONFLICT)
        insert_rows(db, "agency_mentions", MENTION_COLUMNS, mentions)


def _rows(
    document: str, level: str | None, mentions: Iterable[Mention]
) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    known: dict[str, tuple[Any, ...]] = {}
    found = []
    for position, (kind, record, holds, said) in enumerate(mentions):
        agency = _agency(said, level)
        if agency is not None:
            known[agency[0]] = min(agency, known.get(agency[0], agency), key=lambda row: row[1])
        row = (f"{record}-{holds}{position}", document, agency[0] if agency else None, kind, record, holds, said)
        found.append(row)
    return list(known.values()), found


def _in_plan(plan: Plan, document: str) -> Iterator[Mention]:
    for assignment in plan.assignments:
        for holds, names in (("agency", assignment.agencies), ("partner", assignment.partners)):
            for said in names:
                yield "assignment", f"{document}-{assignment.key}", holds, said
    for target in plan.targets:
        for said in target.agencies:
            yield "target", f"{document}-{target.key}", "agency", said
    for deadline in plan.deadlines:
        for holds, name in (("actor", deadline.actor), ("recipient", deadline.recipient)):
            if name:
                yield "deadline", f"{document}-{deadline.key}", holds, name


def _in_database(db: Database, document: str) -> Iterator[Mention]:
    for row in rows(
        db, "SELECT id, agencies, partners FROM assignments WHERE document = ? ORDER BY position", [document]
    ):
        for holds, column in (("agency", "agencies"), ("partner", "partners")):
            for said in json.loads(row[column] or "[]"):
                yield "assignment", row["id"], holds, said
    for row in rows(db, "SELECT id, agencies FROM targets WHERE document = ? ORDER BY position", [document]):
        for said in json.loads(row["agencies"] or "[]"):
            yield "target", row["id"], "agency", said
    for row in rows(db, "SELECT id, actor, recipient FROM deadlines WHERE document = ? ORDER BY position", [document]):
        for holds in ("actor", "recipient"):
            if row[holds]:
                yield "deadline", row["id"], holds, row[holds]


@lru_cache(maxsize=16384)
def _agency(said: str, level: str | None) -> tuple[Any, ...] | None:
    """The row of an agency; `None` where nothing of the name is left.

    It depends on the one name alone, not on the plan that first said it, so that any order of loading gives the same row.
    """
    name = agency_name(said, level)
    identity = slug(name)
    if not identity:
        return None
    ended = successions.succession(name)
    successors = [f"{heir.name} ({heir.of})" if heir.of else heir.name for heir in ended.heirs] if ended else None
    return (
        identity,
        name,
        int(name[:1].islower()),
        ended.until.isoformat() if ended else None,
        json.dumps(successors, ensure_ascii=False) if successors is not None else None,
        ended.basis if ended else None,
        sort_key(name),
    )


def agency_name(said: str, level: str | None) -> str:
    """The one name of an agency; offices bear the level that they are of, since districts and communes have the same ones."""
    name = agency_names.canonical(said, level)
    if not name.startswith(("Phòng ", "Trung tâm ")) or " cấp " in name:
        return name
    of = _office_of(said, level)
    return f"{name} cấp {of}" if of in ("huyện", "xã") else name


_SEVERAL = (", thành phố", " và thành phố", " các thành phố")


def _office_of(said: str, level: str | None) -> str | None:
    """The level of an office: that of the unit which it names, else the one that it says (`Phòng Y tế huyện`), else the plan's own."""
    named = places.NAMED_UNIT.search(said)  # `Phòng Y tế thành phố Huế` in a commune's plan is no office of the commune
    own = places.level(named["type"], named["name"]) if named else level
    low = said.lower()
    # the city that is the province, not the last of several units (`các huyện, thị xã, thành phố`)
    of_the_city = level == "province" and low.endswith(" thành phố") and not low.endswith(_SEVERAL)
    said_last = None if named or of_the_city else agency_names.level_at_end(said)
    return said_last or {"district": "huyện", "commune": "xã"}.get(own or "")
