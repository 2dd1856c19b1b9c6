"""Findings: what a reviewer should look at in a plan. One rule, one module under `rules`.

Findings are computed after a load for the plans concerned and stored under stable keys, so that what a reviewer decided about
one outlives reloading and upgrading; a decided finding that disappears stays, marked as gone. What several rules say of one sentence
is one finding with its reasons (`db.findings.sentences`).
"""

from __future__ import annotations

import pkgutil
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from functools import lru_cache
from importlib import import_module
from typing import Any

from sqlite_utils import Database

from db.findings import rules as package
from db.findings import sentences
from db.findings.facts import Facts, Known, Together
from db.findings.rule import Finding, Rule
from db.schema.database import PLANS, in_batches, insert, insert_rows
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


Tell = Callable[[str, str, Exception], None]


def _raise(document: str, rule: str, error: Exception) -> None:
    raise error


def _findings_of(plan: Facts, tell: Tell) -> Iterator[tuple[Rule, Finding]]:
    """What the rules find in one plan, rule by rule; `tell` is told of a rule that raises, which then has found nothing."""
    for rule in all_rules():
        try:
            found = list(rule.findings_in(plan))
        except Exception as error:
            tell(plan.id, rule.code, error)
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


def compute(db: Database, documents: Sequence[str], tell: Tell = _raise) -> list[Row]:
    """The rows of `findings` of some documents; only what stands for its plan has any (`versions`), and no report or letter.

    `tell` is told of each document and rule where something raises; the findings of all other rules are given.
    """
    heads = in_batches(
        db, f"SELECT id, slug, identity, plan, relation FROM documents WHERE {PLANS} AND id IN ({{}})", documents
    )
    standing = [head for head in heads if (head["plan"] or head["relation"] or head["id"]) == head["id"]]
    known, together = Known(db), Together(db, [head["id"] for head in standing])
    identities = _identities(db, standing)
    out: list[Row] = []
    for head in standing:
        out += _of_document(db, head, identities[head["id"]], Facts(db, head["id"], known, together), tell)
    return out


def write(db: Database, documents: Sequence[str], found: Sequence[Row]) -> None:
    """Replaces the findings of some documents by those found now; what was decided about stays, gone or not."""
    forget(db, documents)
    db.conn.executemany("DELETE FROM findings WHERE key = ? AND gone = 1", [(row["key"],) for row in found])
    insert(db, "findings", found)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    arrived = list(dict.fromkeys((row["key"], now) for row in found))
    insert_rows(db, "arrivals", ("finding", "found_at"), arrived, conflict="ON CONFLICT DO NOTHING")


def forget(db: Database, documents: Sequence[str]) -> None:
    """Takes the findings of documents away; those that were decided about stay as history, without their document."""
    each = [(document,) for document in documents]
    db.conn.executemany(
        "DELETE FROM findings WHERE document = ? AND NOT EXISTS (SELECT 1 FROM reviews WHERE finding = findings.key)",
        each,
    )
    db.conn.executemany(
        "UPDATE findings SET gone = 1, document = NULL, against = NULL, under = NULL, reasons = 1 WHERE document = ?",
        each,
    )


def _of_document(db: Database, head: Row, identities: list[str], plan: Facts, tell: Tell) -> list[Row]:
    """The rows of one document, those on one sentence put under the gravest of them."""
    found = list(_rows(db, head, identities, _findings_of(plan, tell)))
    sentences.gather(found, plan.sentence)
    return found


def _rows(db: Database, head: Row, identities: list[str], found: Iterable[tuple[Rule, Finding]]) -> Iterator[Row]:
    document = head["id"]
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


def _identities(db: Database, heads: Sequence[Row]) -> dict[str, list[str]]:
    """What decisions about plans may hang on: the identity of the document that stands for each, then those of its versions."""
    found: dict[str, set[str]] = defaultdict(set)
    sql = "SELECT DISTINCT plan, identity FROM documents WHERE plan IN ({}) AND identity IS NOT NULL"
    for row in in_batches(db, sql, [head["id"] for head in heads]):
        found[row["plan"]].add(row["identity"])
    own = {head["id"]: str(head["identity"] or head["id"]) for head in heads}
    return {document: [one, *sorted(found[document] - {one})] for document, one in own.items()}


def _decided(db: Database, keys: Sequence[str]) -> str:
    """Of the keys that a finding has in the versions of a plan the one that was decided about last, else that was assigned last; else that of
    its document.
    """
    if len(keys) == 1:
        return keys[0]
    for table in ("reviews", "review_assignments"):
        found = list(in_batches(db, f"SELECT id, finding FROM {table} WHERE finding IN ({{}})", keys))
        if found:
            return str(max(found, key=lambda row: row["id"])["finding"])
    return keys[0]
