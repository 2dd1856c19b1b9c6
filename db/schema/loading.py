"""Tables of loading: what is still to be computed, how alike texts are, what a file held before."""

from __future__ import annotations

from sqlite_utils import Database

from db.schema import migrations

# By itself (distance 0), or through the plans that it carries out.
CARRIED = """
INSERT INTO carried (document, programme, distance)
WITH RECURSIVE chain (document, programme, distance) AS (
    SELECT child, programme, 0 FROM cascades WHERE programme IS NOT NULL
    UNION
    SELECT c.child, chain.programme, chain.distance + 1
    FROM cascades c
    JOIN chain ON chain.document = c.parent
    WHERE chain.distance < 5
)
SELECT document, programme, min(distance) FROM chain GROUP BY document, programme
"""


@migrations()
def loading(db: Database) -> None:
    """Likenesses of texts, history of files, documents whose computed rows wait to be brought up to date."""
    likenesses = db.table("likenesses")
    likenesses.create(
        {"document": str, "words": str, "sketch": bytes},
        pk="document",
        foreign_keys=[("document", "documents", "id")],
        not_null={"words"},
    )
    likenesses.create_index(("words",))
    replacements = db.table("replacements")
    replacements.create(
        {"id": int, "path": str, "document": str, "sha256": str, "replaced_by": str, "replaced_at": str},
        pk="id",
        foreign_keys=[("document", "documents", "id"), ("replaced_by", "documents", "id")],
        not_null={"path", "sha256", "replaced_at"},
    )
    for column in ("document", "replaced_by", "path"):
        replacements.create_index((column,))
    db.table("unsettled").create({"document": str, "stage": int}, pk="document", not_null={"stage"})
    db.table("unsettled").create_index(("stage",))
    db.table("documents").create_index(("plain_slug",))
    # A citation's number and date lead to the document that it means, and back.
    db.table("documents").create_index(("number_key", "issued_on"))
    db.table("legal_refs").create_index(("number_key", "issued_on"))


@migrations()
def adoption(db: Database) -> None:
    """The level of a plan beside its comparisons: how a measure was adopted at each level is counted from one index."""
    comparisons = db.table("comparisons")
    comparisons.add_column("level", str)
    db.conn.execute("UPDATE comparisons SET level = (SELECT level FROM documents WHERE id = comparisons.document)")
    comparisons.create_index(("measure", "programme", "level", "document", "stance"))


@migrations()
def carried(db: Database) -> None:
    """Which programmes each plan carries out through its parents, followed once a load and not at every look at coverage."""
    db.table("carried").create(
        {"document": str, "programme": str, "distance": int},
        pk=("document", "programme"),
        foreign_keys=[("document", "documents", "id"), ("programme", "programmes", "id")],
        not_null={"distance"},
    )
    db.conn.execute(CARRIED)


@migrations()
def faults(db: Database) -> None:
    """What went wrong with a document after it was read, by stage and by rule of findings."""
    db.table("faults").create(
        {"document": str, "stage": str, "rule": str, "message": str, "reference": str},
        pk=("document", "stage", "rule"),
        foreign_keys=[("document", "documents", "id")],
        not_null={"message"},
    )
