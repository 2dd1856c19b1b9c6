"""Two places of a plan cite the same document with different dates.

The same document: same number, issuers that do not contradict, and the same year (numbers begin anew each year). Left alone:
what the register decides, which `citation-date` says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from db.findings.dates import agree
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import date_vi, document_vi
from patterns import issuers


def find(plan: Facts) -> Iterator[Finding]:
    """A finding for each later mention that disagrees with the first."""
    mentions: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in plan.legal_refs:
        if row["number_key"] and row["issued_on"] and not plan.laws.by_number(row["number"]):
            mentions[row["number_key"], row["issued_on"][:4]].append(row)
    for (number, _), found in mentions.items():
        first = found[0]
        for row in found[1:]:
            if agree(row["issued_on"], first["issued_on"]) or not _same_issuer(row, first):
                continue
            yield Finding(
                **evidence(row),
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
    find=find,
)
