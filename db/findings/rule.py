"""What a rule is: a code, how grave it is, and a function that looks at one plan.

A rule is a module of `db.findings.rules` with one `RULE`; its docstring says what it looks for and what it leaves alone,
and stands in the documentation. Rules read `Facts` and nothing else, so that one runs on any plan of any database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from db.findings.facts import Facts
from extract.vocabulary import Severity

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a reviewer should look at.

    `subject` is what it is about (a measure code, an indicator number, the number of a document, a date): with rule, plan and
    quote it makes the key. `found` and `expected` are both sides of the comparison as short English text; `severity` is
    given where it is milder or graver than the rule's; `against` is the id of the document it was compared with,
    `programme` that of the programme whose measure it is about, which is part of the key.
    """

    subject: str
    message_vi: str
    message_en: str
    quote: str | None = None
    quote_start: int | None = None
    quote_end: int | None = None
    section: str | None = None
    page: int | None = None
    record: str | None = None
    found: str | None = None
    expected: str | None = None
    suggestion_vi: str | None = None
    basis_vi: str | None = None
    severity: Severity | None = None
    against: str | None = None
    programme: str | None = None
    against_quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: its code, severity, what it says in a few words, and what it finds in a plan."""

    code: str
    severity: Severity
    name_vi: str
    name_en: str
    findings_in: Callable[[Facts], Iterable[Finding]]


def evidence(row: Row) -> dict[str, Any]:
    """The fields of a finding that say where a record stands."""
    return {
        "quote": row["quote"],
        "quote_start": row["quote_start"],
        "quote_end": row["quote_end"],
        "section": row["section"],
        "page": row["page"],
        "record": row["id"],
    }
