"""A citation that names another issuer than the register or the symbol of its number.

Found: `Quyết định số 06/QĐ-TTg … của Chính phủ` (TTg is the Prime Minister), `20-CT/TW … của Thủ tướng` (TW is the Party). Left
alone: the head of a body named for the body (`Bộ trưởng Bộ Y tế`), numbers whose symbol says nothing, several issuers of which one fits. What
only one source of the register says is a warning, the bodies of the Party, which sign for one another, a notice.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from corpus.laws import Law
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import document_vi
from db.schema.iso_dates import agree
from extract.vocabulary import Severity
from patterns import agency_names, issuers, symbols
from patterns.fold import fold

# How unlike a name must be to the register's to be another body's: abbreviations and short forms are no mistakes (0 to 100).
_UNLIKE = 60


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each citation with a wrong issuer."""
    for row in plan.legal_refs:
        if not row["issuer"] or not row["number"]:
            continue
        wanted = _wanted(plan, row)
        if wanted is not None:
            yield _finding(row, *wanted)


def _wanted(plan: Facts, row: Row) -> tuple[str, Severity | None] | None:
    """Who really issued it, where that is not who the citation names, and how grave that is where it is milder than the rule."""
    name = _plain(row["issuer"])
    body = next((body for pattern, body in symbols.ISSUERS if pattern.search(row["number"])), None)
    if body is not None:
        return None if _is(name, _plain(body)) else (body, None)
    if symbols.OF_PARTY.search(row["number"]) and issuers.OF_STATE.match(name):
        known = [law.issuer for law in plan.laws.by_number(row["number"]) if agree(row["issued_on"], law.issued_on)]
        return known[0] if len(known) == 1 else "cơ quan Trung ương của Đảng", None
    law = _by_register(plan, row)
    if law is None or any(
        fuzz.token_set_ratio(said, _plain(part)) >= _UNLIKE
        for part in law.issuer.split(";")
        for said in (name, _in_full(row["issuer"]))
    ):
        return None
    of_party = "/TW" in row["number"].upper()  # the Party's bodies sign for one another
    return law.issuer, "notice" if of_party else None if law.verified else "warning"


def _by_register(plan: Facts, row: Row) -> Law | None:
    """The one document that the register has under the number; the Party's centre stands for all of its bodies."""
    known = [law for law in plan.laws.by_number(row["number"]) if agree(row["issued_on"], law.issued_on)]
    if len(known) != 1:
        return None
    of_party = "/TW" in row["number"].upper()
    return known[0] if not of_party or _plain(row["issuer"]).startswith(("ban bi thu", "bo chinh tri")) else None


def _is(said: str, wanted: str) -> bool:
    """Whether a name as written stands for the body of a symbol; the Prime Minister is no form of the Government."""
    if said == "thu tuong":
        return wanted == "thu tuong chinh phu"
    if wanted in ("chinh phu", "thu tuong chinh phu"):
        return said.removesuffix(" nuoc cong hoa xa hoi chu nghia viet nam") == wanted
    return said.startswith(wanted) or (wanted.startswith(said) and len(said) > 4)


def _plain(name: str) -> str:
    return issuers.HEAD_OF_BODY.sub("", fold(issuers.identity(name))).strip()


def _in_full(name: str) -> str:
    """`Bộ trưởng Bộ LĐTBXH` as `Bộ Lao động - Thương binh và Xã hội` is compared."""
    head = issuers.HEAD_OF_BODY.match(fold(name))
    words = name.split()[len(head[0].split()) :] if head else name.split()
    return _plain(agency_names.canonical(" ".join(words), "central"))


def _finding(row: Row, wanted: str, severity: Severity | None) -> Finding:
    return Finding(
        **evidence(row),
        subject=row["number"],
        severity=severity,
        found=row["issuer"],
        expected=wanted,
        message_vi=f"{document_vi(row)} ghi cơ quan ban hành là {row['issuer']}; văn bản này do {wanted} ban hành.",
        message_en=f"Issuer given as {row['issuer']}; it is {wanted}.",
        suggestion_vi=f"{document_vi(row)} … của {wanted}",
        basis_vi=document_vi(row),
    )


RULE = Rule(
    code="citation-issuer",
    severity="error",
    name_vi="sai cơ quan ban hành văn bản viện dẫn",
    name_en="wrong issuer of a cited document",
    findings_in=findings_in,
)
