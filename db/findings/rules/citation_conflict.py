"""Two places of a plan cite the same document with different dates.

The same document: same number, issuers that do not contradict, and the same year, or the same day of another year (numbers begin anew
each year). Where the register decides which of both dates is right, `citation-date` says so, and this is only a notice; a local number that
one place gives without its issuer may be another unit's, which is a warning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import document_vi
from db.schema.iso_dates import agree, date_vi
from extract.vocabulary import Severity
from patterns import issuers, symbols


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each later mention that disagrees with the first."""
    mentions: dict[str, list[Row]] = defaultdict(list)
    for row in plan.legal_refs:
        if row["number_key"] and row["issued_on"]:
            mentions[row["number_key"]].append(row)
    for number, found in mentions.items():
        known = plan.laws.by_number(found[0]["number"])
        right = [row for row in found if any(agree(row["issued_on"], law.issued_on) for law in known)]
        first = (right or found)[0]
        for row in found:
            if row is first or not _contradict(row, first) or not _same_issuer(row, first):
                continue
            yield Finding(
                **evidence(row),
                severity="notice" if right else _doubt(row, first),
                subject=number,
                found=row["issued_on"],
                expected=first["issued_on"],
                message_vi=(
                    f"{document_vi(row)} được ghi ngày {date_vi(row['issued_on'])} ở đây và ngày {date_vi(first['issued_on'])} ở chỗ khác."
                ),
                message_en=f"Dated {row['issued_on']} here and {first['issued_on']} elsewhere.",
                suggestion_vi="Thống nhất ngày ban hành của văn bản viện dẫn.",
                against_quote=first["quote"],
            )
            break


def _contradict(one: Row, other: Row) -> bool:
    """Whether two dates of one number cannot both be right: another day of the year, or the same day of another year."""
    said, known = str(one["issued_on"]), str(other["issued_on"])
    if agree(said, known):
        return False
    return said[:4] == known[:4] or (len(said) == 10 and said[4:] == known[4:])


def _doubt(one: Row, other: Row) -> Severity | None:
    """Units number on their own: without both issuers only the symbol of a body that there is once tells that a number is the same."""
    unique = any(pattern.search(one["number"]) for pattern, _ in symbols.ISSUERS)
    return None if unique or (one["issuer"] and other["issuer"]) else "warning"


def _same_issuer(one: Row, other: Row) -> bool:
    if not one["issuer"] or not other["issuer"]:
        return True
    said, known = issuers.identity(one["issuer"]), issuers.identity(other["issuer"])
    return said.startswith(known) or known.startswith(said)


RULE = Rule(
    code="citation-conflict",
    severity="error",
    name_vi="viện dẫn một văn bản với hai ngày khác nhau",
    name_en="one document cited with two dates",
    findings_in=findings_in,
)
