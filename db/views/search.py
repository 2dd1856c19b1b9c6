"""Search: a folded copy of every text in an FTS5 index, and the query that a person's words become."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import regex
from sqlite_utils import Database

from db.schema.database import insert_rows, rows
from patterns.fold import fold, fold_same_length, sort_key

Row = dict[str, Any]

_PHRASE = regex.compile(r'"([^"]+)"')

# The order of levels in lists: what is above stands first.
_LEVELS = {"central": "0", "province": "1", "district": "2", "commune": "3"}


COLUMNS = ("document", "title", "words")


def row(document: str, head: Row, text: str) -> tuple[str, str, str]:
    """What is searched in for a document: its row of `searchable`."""
    return document, fold_same_length(_head(head)), fold_same_length(text)


def keys(head: Row) -> Row:
    """What a document is sorted by and its localities are looked for in: columns of `documents`."""
    return {"sort_key": plan_sort_key(head), "folded": fold(_localities(head))}


def refresh(db: Database, documents: Collection[str]) -> None:
    """Writes what is searched in, sorted by and looked for anew for some documents: for heads that changed in the database."""
    for document in sorted(documents):
        head = rows(db, "SELECT * FROM documents WHERE id = ?", [document])[0]
        db.conn.execute(
            "UPDATE documents SET sort_key = :sort_key, folded = :folded WHERE id = :id", keys(head) | {"id": document}
        )
        text = rows(db, "SELECT text FROM texts WHERE document = ?", [document])
        db.conn.execute("DELETE FROM searchable WHERE document = ?", [document])
        insert_rows(db, "searchable", COLUMNS, [row(document, head, text[0]["text"] if text else "")])


def plan_sort_key(head: Row) -> str:
    """Plans by province, then level, then name, then period: as a Vietnamese list of localities has them."""
    own = head["commune"] or head["district"] or ""
    above = head["district"] or "" if head["commune"] else ""
    parts = (
        sort_key(head["province"] or "") if head["province"] else "~",
        sort_key(above) if above else sort_key(own) if own else "",
        _LEVELS.get(head["level"] or "", "9"),
        sort_key(own) if own else "",
        str(head["period_start"] or 9999),
        str(head["issued_on"] or ""),
    )
    return "!".join(parts)


def _localities(head: Row) -> str:
    names = [head[name] for name in ("commune", "district", "province", "number")]
    return " ".join(str(one) for one in (*names, head.get("plain_slug", head["slug"])) if one)


def _head(head: Row) -> str:
    names = ("title", "number", "issuer", "commune", "district", "province", "issued_on", "signer")
    return " · ".join(str(head[name]) for name in names if head[name])


def terms(words: str) -> list[str]:
    """The phrases of a query, folded: what stands in quotes each, the rest as one.

    >>> terms('Đuối nước'), terms('"trẻ em" 23/QĐ-TTg')
    (['duoi nuoc'], ['tre em', '23 qd ttg'])
    """
    quoted = [fold(one) for one in _PHRASE.findall(words)]
    rest = fold(_PHRASE.sub(" ", words))
    return [one for one in (*quoted, rest) if one]


def match_phrases(words: str) -> str:
    """The FTS5 query for texts that hold each phrase of `words` as it stands; empty where nothing can be searched for."""
    return " AND ".join(f'"{one}"' for one in terms(words))


def match_words(words: str) -> str:
    """The FTS5 query for texts that hold every single word."""
    return " AND ".join(f'"{one}"' for phrase in terms(words) for one in phrase.split())


def places(folded: str, words: str) -> list[tuple[int, int]]:
    """Where the phrases of a query stand in a folded text, in order; where no phrase stands, its single words.

    Words are matched whole, whatever stands between them (`23/QĐ-TTg` for `23 qd ttg`), as FTS5 does.
    """
    phrases = terms(words)
    found = [place for phrase in phrases for place in _places_of(folded, phrase)]
    if not found:
        found = [place for phrase in phrases for word in phrase.split() for place in _places_of(folded, word)]
    return sorted(set(found))


def _places_of(folded: str, phrase: str) -> list[tuple[int, int]]:
    pattern = r"[^a-z0-9]+".join(map(regex.escape, phrase.split()))
    return [found.span() for found in regex.finditer(rf"(?<![a-z0-9]){pattern}(?![a-z0-9])", folded)]
