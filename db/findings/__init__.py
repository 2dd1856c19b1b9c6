"""Findings: what a reviewer should look at in a plan. One rule, one module under `rules`.

Findings are computed after a load for the plans concerned and stored under stable keys, so that what a reviewer decided about
one outlives reloading and upgrading; a decided finding that disappears stays, marked as gone. What several rules say of one sentence
is one finding with its reasons (`db.findings.sentences`).
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import fields
from functools import lru_cache
from importlib import import_module
from typing import Any

from sqlite_utils import Database

from db.findings import rules as package
from db.findings import sentences
from db.findings.facts import Facts, Known
from db.findings.rule import Finding, Rule
from db.schema.database import PLANS, in_batches, insert, rows
from db.schema.identity import finding_key
from db.views import words

Row = dict[str, Any]


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, the graver ones first, then by code."""
    names = [module.name for module in pkgutil.iter_modules(package.__path__)]
    found = [import_module(f"{package.__name__}.{name}").RULE for name in names]
    graver = tuple(words.SEVERITIES)
    return tuple(sorted(found, key=lambda rule: (graver.index(rule.severity), rule.code)))


def description(rule: Rule) -> str:
    """What a rule looks for and what it leaves alone: the docstring of its module, its lines joined."""
    return " ".join((import_module(rule.findings_in.__module__).__doc__ or "").split())


def store_rules(db: Database) -> None:
    """Writes the table of rules."""
    db.conn.execute("DELETE FROM rules")
    insert(
        db,
        "rules",
        [
            {
                "code": rule.code,
                "position": position,
                "severity": rule.severity,
                "name_vi": rule.name_vi,
                "name_en": rule.name_en,
                "says": description(rule),
            }
            for position, rule in enumerate(all_rules())
        ],
    )


def _raise(document: str, rule: str, error: Exception) -> None:
    raise error


def _findings_of(facts: Facts, tell: Callable[[str, str, Exception], None]) -> Iterator[tuple[Rule, Finding]]:
    """What the rules find in one plan, rule by rule; `tell` is told of a rule that raises, which then has found nothing."""
    for rule in all_rules():
        try:
            found = list(rule.findings_in(facts))
        except Exception as error:
            tell(facts.id, rule.code, error)
            continue
        for finding in found:
            yield rule, finding


def concerned(db: Database, documents: Collection[str]) -> set[str]:
    """The documents whose findings may change with these: themselves, and other plans of their localities."""
    same_place = in_batches(
        db,
        "SELECT other.id FROM documents d JOIN documents other ON other.level = d.level AND other.province = d.province "
        "AND other.district IS d.district AND other.commune IS d.commune WHERE d.id IN ({})",
        documents,
    )
    return set(documents) | {row["id"] for row in same_place}


def compute(db: Database, documents: Sequence[str], tell: Callable[[str, str, Exception], None] = _raise) -> list[Row]:
    """The rows of `findings` of some documents; only what stands for its plan has any (`versions`), and no report or letter.

    `tell` is told of each document and rule where something raises; the findings of all other rules are given.
    """
    heads = in_batches(
        db, f"SELECT id, slug, identity, plan, relation FROM documents WHERE {PLANS} AND id IN ({{}})", documents
    )
    known = Known(db)
    standing = (head for head in heads if (head["plan"] or head["relation"] or head["id"]) == head["id"])
    return [row for head in standing for row in _of_document(db, head, known, tell)]


def write(db: Database, documents: Sequence[str], found: Sequence[Row]) -> None:
    """Replaces the findings of some documents by those found now; what was decided about stays, gone or not."""
    for document in documents:
        forget(db, document)
    db.conn.executemany("DELETE FROM findings WHERE key = ? AND gone = 1", [(row["key"],) for row in found])
    insert(db, "findings", found)


def forget(db: Database, document: str) -> None:
    """Takes the findings of a document away; those that were decided about stay as history, without their document."""
    db.conn.execute(
        "DELETE FROM findings WHERE document = ? AND NOT EXISTS (SELECT 1 FROM reviews WHERE finding = findings.key)",
        [document],
    )
    db.conn.execute(
        "UPDATE findings SET gone = 1, document = NULL, against = NULL, under = NULL, reasons = 1 WHERE document = ?",
        [document],
    )


def _of_document(db: Database, head: Row, known: Known, tell: Callable[[str, str, Exception], None]) -> list[Row]:
    """The rows of one document, those on one sentence put under the gravest of them."""
    facts = Facts(db, head["id"], known)
    found = list(_rows(db, head, _findings_of(facts, tell)))
    sentences.gather(found, facts.sentence)
    return found


def _rows(db: Database, head: Row, found: Iterable[tuple[Rule, Finding]]) -> Iterator[Row]:
    document = head["id"]
    identities = _identities(db, head)
    seen: dict[str, int] = {}
    for position, (rule, finding) in enumerate(found):
        keys = [
            finding_key(rule.code, identity, finding.subject, finding.quote, finding.programme)
            for identity in identities
        ]
        seen[keys[0]] = seen.get(keys[0], 0) + 1
        if seen[keys[0]] > 1:
            keys = [f"{key}-{seen[keys[0]]}" for key in keys]
        key = _decided(db, keys)
        yield _fields(finding) | {
            "id": f"{document}-{key}",
            "key": key,
            "document": document,
            "plan": head["slug"],
            "position": position,
            "rule": rule.code,
            "severity": finding.severity or rule.severity,
            "gone": 0,
        }


_FIELDS = tuple(field.name for field in fields(Finding))


def _fields(finding: Finding) -> Row:
    return {name: getattr(finding, name) for name in _FIELDS}


def _identities(db: Database, head: Row) -> list[str]:
    """What decisions about a plan may hang on: the identity of the document that stands for it, then those of its versions."""
    own = str(head["identity"] or head["id"])
    found = rows(db, "SELECT DISTINCT identity FROM documents WHERE plan = ? AND identity IS NOT NULL", [head["id"]])
    return [own, *sorted({row["identity"] for row in found} - {own})]


def _decided(db: Database, keys: Sequence[str]) -> str:
    """Of the keys that a finding has in the versions of a plan the one that was decided about last; else that of its document."""
    if len(keys) == 1:
        return keys[0]
    found = list(in_batches(db, "SELECT id, finding FROM reviews WHERE finding IN ({})", keys))
    return str(max(found, key=lambda row: row["id"])["finding"]) if found else keys[0]
