"""What decisions and corrections hang on, questions and answers about versions, plans that were taken back."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from sqlite_utils import Database

from db.schema import migrations

Row = dict[str, Any]


@migrations()
def identities(db: Database) -> None:
    """Decisions and corrections hang on the identity of a document, no longer on an address that several drafts shared."""
    from db.schema.identity import as_read, of_head

    for column, kind in (("identity", str), ("established", int)):
        db.table("documents").add_column(column, kind)
    db.table("documents").create_index(("identity",))
    heads = [as_read(row) for row in db.query("SELECT * FROM documents")]
    known = {row["id"]: of_head(row) for row in heads}
    db.conn.executemany(
        "UPDATE documents SET identity = ?, established = (plan = id) WHERE id = ?",
        [(identity, document) for document, identity in known.items()],
    )
    _carry_corrections(db, heads, known)
    _carry_reviews(db, known)
    # Versions are found anew, and what a correction of one plan has done to another is undone.
    db.conn.execute("INSERT OR REPLACE INTO unsettled (document, stage) SELECT id, 0 FROM documents")


def _carry_corrections(db: Database, heads: list[Row], known: dict[str, str]) -> None:
    """A correction goes to the document that has what it corrects; to each, where several do: nobody's work is lost."""
    by_address: dict[str, list[Row]] = defaultdict(list)
    for head in heads:
        by_address[head["plain_slug"] or head["slug"] or head["id"]].append(head)
    for row in list(db.query("SELECT * FROM corrections ORDER BY id")):
        there = by_address.get(row["plan"], [])
        meant = [head for head in there if _has(db, head, row)] or there
        identities = sorted({known[head["id"]] for head in meant})
        for place, identity in enumerate(identities):
            if place == 0:
                db.conn.execute("UPDATE corrections SET plan = ? WHERE id = ?", [identity, row["id"]])
            else:
                copy = {name: value for name, value in row.items() if name != "id"} | {"plan": identity}
                names = ", ".join(f'"{name}"' for name in copy)
                marks = ", ".join(f":{name}" for name in copy)
                db.conn.execute(f"INSERT INTO corrections ({names}) VALUES ({marks})", copy)


def _has(db: Database, head: Row, correction: Row) -> bool:
    if correction["kind"] == "documents":
        return bool(head.get(correction["field"]) == json.loads(correction["extracted"] or "null"))
    sql = f"SELECT 1 FROM {correction['kind']} WHERE document = ? AND key = ?"
    return db.conn.execute(sql, [head["id"], correction["record_key"]]).fetchone() is not None


def _carry_reviews(db: Database, known: dict[str, str]) -> None:
    """Findings get the keys that they have from now on, and decisions go with them; to each, where one key stood for several."""
    from db.schema.identity import finding_key

    slugs = {row["slug"]: row["id"] for row in db.query("SELECT slug, id FROM documents")}
    keys: dict[str, list[str]] = defaultdict(list)
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for row in list(db.query("SELECT * FROM findings ORDER BY gone, document, position")):
        document = row["document"] or slugs.get(row["plan"])
        if document is None:
            continue
        key = finding_key(row["rule"], known[document], row["subject"], row["quote"])
        seen[document, key] += 1
        if seen[document, key] > 1:
            key = f"{key}-{seen[document, key]}"
        keys[row["key"]].append(key)
        identity = f"{row['document']}-{key}" if row["document"] else f"{row['id'].rsplit('-', 1)[0]}-{key}"
        db.conn.execute("UPDATE OR REPLACE findings SET id = ?, key = ? WHERE id = ?", [identity, key, row["id"]])
    for row in list(db.query("SELECT * FROM reviews ORDER BY id")):
        for place, key in enumerate(dict.fromkeys(keys[row["finding"]])):
            if place == 0:
                db.conn.execute("UPDATE reviews SET finding = ? WHERE id = ?", [key, row["id"]])
            else:
                db.conn.execute(
                    "INSERT INTO reviews (finding, state, note, reviewer, decided_at) VALUES (?, ?, ?, ?, ?)",
                    [key, row["state"], row["note"], row["reviewer"], row["decided_at"]],
                )


@migrations()
def kinships(db: Database) -> None:
    """Where the program cannot say whether two documents are one plan: what it asks, and what people answered."""
    questions = db.table("version_questions")
    questions.create(
        {"id": str, "one": str, "other": str, "alike": float, "several": int},
        pk="id",
        foreign_keys=[("one", "documents", "id"), ("other", "documents", "id")],
        not_null={"one", "other", "alike", "several"},
    )
    for column in ("one", "other"):
        questions.create_index((column,))
    answers = db.table("version_answers")
    answers.create(
        {
            "id": int,
            "one": str,
            "other": str,
            "one_identity": str,
            "other_identity": str,
            "answer": str,
            "note": str,
            "reviewer": str,
            "answered_at": str,
        },
        pk="id",
        not_null={"one", "other", "one_identity", "other_identity", "answer", "answered_at"},
    )
    for column in ("one", "one_identity"):
        answers.create_index((column,))


@migrations()
def removals(db: Database) -> None:
    """The log of plans that were taken back and brought back."""
    table = db.table("removals")
    table.create(
        {
            "id": int,
            "act": int,
            "document": str,
            "words": str,
            "plan": str,
            "state": str,
            "reason": str,
            "replaced_by": str,
            "reviewer": str,
            "removed_at": str,
        },
        pk="id",
        not_null={"act", "document", "plan", "state", "removed_at"},
    )
    for column in ("document", "words", "act"):
        table.create_index((column,))
