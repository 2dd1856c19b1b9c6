"""A citation whose date differs from the register, or from the year in its own number.

Found: `20-CT/TW ngày 05/12/2012` (the register has 05/11/2012); `80/2017/NĐ-CP ngày 17/7/2018`; `Luật Trẻ em năm 2017`. Left
alone: a number that some entry of the register bears on that date; a number without a year in it whose year and subject both
point to another document than the register's; an older law of the same name, or one so much younger that it must be a new one. What only
one source of the register says is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from corpus.laws import Law
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.rules.replaced_law import SHORTEST_LIFE, older_of_name
from db.findings.wording import document_vi
from db.schema.iso_dates import agree, date_vi
from extract.vocabulary import Severity
from patterns.fold import fold

_YEAR_IN_NUMBER = regex.compile(r"/((?:19|20)\d\d)/")
# The share of the words of the register's subject that must follow a citation, for it to be about the same.
_SAME_SUBJECT = 0.75


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each citation with a wrong date."""
    for row in plan.legal_refs:
        if not row["issued_on"]:
            continue
        if (law := mistaken(plan, row)) is not None:
            said = f"Văn bản này ban hành ngày {date_vi(law.issued_on)}"
            yield _finding(row, law.issued_on, said, "the register has", None if law.verified else "warning")
        elif (year := _year_in_number(row)) is not None and year != row["issued_on"][:4] and not _known(plan, row):
            yield _finding(row, year, f"Số của văn bản ghi năm {year}", "its number says")


def mistaken(plan: Facts, row: Row) -> Law | None:
    """The document of the register that a citation means and dates wrongly; `None` where there is no doubt or no document."""
    known = _known(plan, row)
    if not known or any(agree(row["issued_on"], law.issued_on) for law in known):
        return None
    if older_of_name(plan, row) or _younger_of_name(row, known):
        return None
    same_year = [law for law in known if law.issued_on[:4] == row["issued_on"][:4]]
    if same_year:
        return same_year[0]
    same_day = any(len(row["issued_on"]) == 10 and law.issued_on[4:] == row["issued_on"][4:] for law in known)
    if row["number"] and _year_in_number(row) is None and not same_day and not _same_subject(plan, row, known):
        return None
    return known[-1]


def _known(plan: Facts, row: Row) -> Sequence[Law]:
    return plan.laws.by_number(row["number"]) if row["number"] else plan.laws.by_name(row["name"])


def _younger_of_name(row: Row, known: Sequence[Law]) -> bool:
    """Whether a law cited by name may be a later one that the register does not have."""
    newest = max(law.issued_on for law in known)
    return row["number"] is None and int(row["issued_on"][:4]) - SHORTEST_LIFE >= int(newest[:4])


def _year_in_number(row: Row) -> str | None:
    match = _YEAR_IN_NUMBER.search(row["number"] or "")
    return match.group(1) if match else None


def _same_subject(plan: Facts, row: Row, known: Sequence[Law]) -> bool:
    """Whether the words after the citation are about what the register says of the document."""
    _, after = plan.around(row["quote_start"], row["quote_end"])
    said = set(fold(after).split())
    subjects = [set(fold(law.subject).split()) for law in known]
    return any(len(words & said) >= _SAME_SUBJECT * len(words) for words in subjects if words)


def _in_full(row: Row) -> str:
    """The document as a citation begins: a law by its name and its number."""
    return f"{row['name']} số {row['number']}" if row["name"] and row["number"] else document_vi(row)


def _finding(row: Row, expected: str, why_vi: str, why_en: str, severity: Severity | None = None) -> Finding:
    return Finding(
        **evidence(row),
        subject=row["number"] or row["name"],
        severity=severity,
        found=row["issued_on"],
        expected=expected,
        message_vi=f"{document_vi(row)} ghi ngày {date_vi(row['issued_on'])}. {why_vi}.",
        message_en=f"Dated {row['issued_on']}; {why_en} {expected}.",
        suggestion_vi=f"{_in_full(row)} ngày {date_vi(expected)}"
        if len(expected) == 10
        else "Kiểm tra lại ngày ban hành.",
        basis_vi=f"{document_vi(row)} ({date_vi(expected)})",
    )


RULE = Rule(
    code="citation-date",
    severity="error",
    name_vi="sai ngày của văn bản viện dẫn",
    name_en="wrong date of a cited document",
    findings_in=findings_in,
)
