"""What the openings of plans say of programmes: title, words before the first section, citations; and what they carry out by it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from corpus.laws import number_key
from corpus.programme import Programme
from corpus.programme.citing import carried_out, is_named
from db.schema.database import in_batches, rows


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation in an opening."""

    id: str
    doc_type: str
    number: str | None
    issued_on: str | None
    issuer: str | None
    role: str


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening of one document."""

    document: str
    title: str | None
    words: str
    references: list[Reference] = field(default_factory=list)

    def carries_out(self, programmes: Sequence[Programme]) -> Iterator[tuple[Programme, Reference | None]]:
        """The programmes that the plan carries out by itself, with the citation of each where it has one."""
        by_id = {reference.id: reference for reference in self.references}
        for programme, cited in carried_out(self.references, programmes, title=self.title, opening=self.words):
            yield programme, by_id[cited.id] if isinstance(cited, Reference) else None


def openings(db: Database, documents: Collection[str]) -> dict[str, Opening]:
    """The openings of some documents by id."""
    found = {row["id"]: Opening(row["id"], row["title"], row["words"]) for row in in_batches(db, _OPENINGS, documents)}
    for row in in_batches(db, _CITED, documents):
        found[row.pop("document")].references.append(Reference(**row))
    return found


_OPENINGS = (
    "SELECT d.id, d.title, coalesce(substr(x.text, 1, (SELECT min(text_start) FROM sections s WHERE s.document = d.id)), x.text, '') AS words "
    "FROM documents d LEFT JOIN texts x ON x.document = d.id WHERE d.id IN ({})"
)
_CITED = (
    "SELECT document, id, doc_type, number, issued_on, issuer, role FROM legal_refs "
    "WHERE role <> 'mention' AND number IS NOT NULL AND document IN ({}) ORDER BY document, position"
)
_BATCH = 1000


def citing(db: Database, programme: Programme) -> set[str]:
    """The documents that may carry a programme out by themselves: those that cite its number, or name it in title or opening."""
    key = number_key(programme.number)
    found = {
        row["document"]
        for row in rows(
            db, "SELECT DISTINCT document FROM legal_refs WHERE number_key = ? AND role <> 'mention'", [key]
        )
    }
    documents = [row["id"] for row in rows(db, "SELECT id FROM documents ORDER BY id")]
    for start in range(0, len(documents), _BATCH):
        for one in openings(db, documents[start : start + _BATCH]).values():
            if is_named(f"{one.title or ''}\n{one.words}", programme):
                found.add(one.document)
    return found
