"""Findings: what a reviewer should look at in a plan. One rule, one module under `rules`.

Findings are computed after a load for the plans concerned and stored under stable keys, so that what a reviewer decided about
one outlives reloading and upgrading; a decided finding that disappears stays, marked as gone.
"""

from __future__ import annotations

import hashlib
import pkgutil
from collections.abc import Collection, Iterator
from dataclasses import asdict
from functools import lru_cache
from importlib import import_module
from typing import Any

from sqlite_utils import Database

from db.database import insert, rows
from db.findings import rules as package
from db.findings.facts import Facts
from db.findings.rule import Finding, Rule
from patterns.fold import fold

Row = dict[str, Any]

SEVERITIES = ("error", "warning", "notice")


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, the graver ones first, then by code."""
    names = [module.name for module in pkgutil.iter_modules(package.__path__)]
    found = [import_module(f"{package.__name__}.{name}").RULE for name in names]
    return tuple(sorted(found, key=lambda rule: (SEVERITIES.index(rule.severity), rule.code)))


def description(rule: Rule) -> str:
    """What a rule looks for and what it leaves alone: the docstring of its module, its lines joined."""
    return " ".join((import_module(rule.find.__module__).__doc__ or "").split())


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


def find(db: Database, document: str) -> Iterator[tuple[Rule, Finding]]:
    """The findings of one plan, rule by rule."""
    facts = Facts(db, document)
    for rule in all_rules():
        for finding in rule.find(facts):
            yield rule, finding


def concerned(db: Database, documents: Collection[str]) -> set[str]:
    """The documents whose findings may change with these: themselves, and other plans of their localities."""
    found = set(documents)
    for document in sorted(documents):
        found.update(
            row["id"]
            for row in rows(
                db,
                "SELECT other.id FROM documents d JOIN documents other ON other.level = d.level AND other.province = d.province "
                "AND other.district IS d.district AND other.commune IS d.commune WHERE d.id = ?",
                [document],
            )
        )
    return found


def refresh(db: Database, documents: Collection[str]) -> None:
    """Computes the findings of some documents anew; what was decided about stays, gone or not."""
    for document in sorted(documents):
        head = rows(db, "SELECT slug, plain_slug, plan FROM documents WHERE id = ?", [document])[0]
        forget(db, document)
        if head["plan"] in (None, document):
            _store(db, document, head)


def forget(db: Database, document: str) -> None:
    """Takes the findings of a document away; those that were decided about stay as history, without their document."""
    db.conn.execute("DELETE FROM findings WHERE document = ? AND key NOT IN (SELECT finding FROM reviews)", [document])
    db.conn.execute("UPDATE findings SET gone = 1, document = NULL, against = NULL WHERE document = ?", [document])


def _store(db: Database, document: str, head: Row) -> None:
    seen: dict[str, int] = {}
    many = []
    for position, (rule, finding) in enumerate(find(db, document)):
        key = finding_key(rule.code, str(head["plain_slug"] or head["slug"] or document), finding)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            key = f"{key}-{seen[key]}"
        many.append(
            asdict(finding)
            | {
                "id": f"{document}-{key}",
                "key": key,
                "document": document,
                "plan": head["slug"],
                "position": position,
                "rule": rule.code,
                "severity": finding.severity or rule.severity,
                "gone": 0,
            }
        )
    for row in many:
        db.conn.execute("DELETE FROM findings WHERE key = ? AND gone = 1", [row["key"]])
    insert(db, "findings", many)


def finding_key(rule: str, plan: str, finding: Finding) -> str:
    """The stable identity of a finding: rule, plan, subject and the words of the quote, spelling of spaces apart."""
    parts = (rule, plan, finding.subject, fold(finding.quote or ""))
    return hashlib.blake2b("|".join(parts).encode(), digest_size=8).hexdigest()
