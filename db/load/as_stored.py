"""Computed rows that stand in the database already: what is computed anew is mostly what it was, and is then not written again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from db.load.faults import Computed

Row = dict[str, Any]


def without(db: Database, table: str, documents: Sequence[str], found: Computed) -> Computed:
    """What was computed for documents, without those whose rows in a table are as they were computed; `others` names the rest."""
    wanted: dict[str, dict[str, Row]] = {document: {} for document in documents}
    for row in found.rows:
        wanted[row["document"]][row["id"]] = row
    columns = list(found.rows[0]) if found.rows else ["id", "document"]
    stored = _stored(db, table, documents, columns)
    found.others = [one for one in documents if not _same(wanted[one], stored.get(one, {}), columns)]
    others = frozenset(found.others)
    found.rows = [row for row in found.rows if row["document"] in others]
    return found


def _stored(
    db: Database, table: str, documents: Sequence[str], columns: Sequence[str]
) -> dict[str, dict[str, tuple[Any, ...]]]:
    """The rows of documents by their ids, as values in the order of the columns."""
    names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(documents))
    sql = f'SELECT document, id, {names} FROM "{table}" WHERE document IN ({marks})'
    out: dict[str, dict[str, tuple[Any, ...]]] = {}
    for document, identity, *values in db.conn.execute(sql, documents):
        out.setdefault(document, {})[identity] = tuple(values)
    return out


def _same(wanted: dict[str, Row], stored: dict[str, tuple[Any, ...]], columns: Sequence[str]) -> bool:
    return wanted.keys() == stored.keys() and all(
        tuple(row[column] for column in columns) == stored[identity] for identity, row in wanted.items()
    )
