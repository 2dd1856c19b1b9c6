"""The symbol of a number that is one letter off a known one: `LĐTĐBXH` for `LĐTBXH`.

Known are the symbols of bodies and their offices as Nghị định 30/2020/NĐ-CP (phụ lục III) has them formed. Found also: any other end of a number
that the register has with that figure, day and type (`1863/QĐ-TTCP ngày 23/12/2019`). Left alone: symbols that are known themselves, pairs of
less than six letters, of which too many are one letter apart (`PTNT` and `PTNMT`, `BCĐTE` and `BCĐTW`), but for five with two of them exchanged
(`BGĐDT`), and documents of other issuers than the register's.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from rapidfuzz.distance import DamerauLevenshtein

from corpus.laws import Law
from db.findings.facts import Facts
from db.findings.rule import Finding, Row, Rule, evidence
from db.findings.wording import document_vi
from patterns.fold import fold
from patterns.symbols import PART, SYMBOLS

_LONG = 6  # letters, from which on one that differs is a slip
_SPLIT = regex.compile(r"[/\-.]")


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each symbol that is nearly a known one."""
    for row in plan.legal_refs:
        number = row["number"] or ""
        law = _of_register(plan, row)
        if law is not None and law.number is not None:
            yield _finding(row, number.rpartition("/")[2], law.number.rpartition("/")[2], law.number)
            continue
        for part in _SPLIT.split(number):
            meant = _meant(part)
            if meant is not None:
                yield _finding(row, part, meant, number.replace(part, meant))


def _of_register(plan: Facts, row: Row) -> Law | None:
    """The document of the register that has the figure, day and type of a citation, where none has its number."""
    figure, slash, _ = (row["number"] or "").rpartition("/")
    if not slash or plan.laws.by_number(row["number"]):
        return None
    for law in plan.laws.laws:
        same = (law.issued_on, law.doc_type) == (row["issued_on"], row["doc_type"])
        if (
            same
            and (law.number or "").rpartition("/")[0] == figure
            and fold(row["issuer"] or law.issuer) == fold(law.issuer)
        ):
            return law
    return None


def _finding(row: Row, part: str, meant: str, right: str) -> Finding:
    return Finding(
        **evidence(row),
        subject=row["number"],
        found=part,
        expected=meant,
        message_vi=f"{document_vi(row)}: ký hiệu {part} có thể viết nhầm của {meant}.",
        message_en=f"Symbol {part} is probably a misprint of {meant}.",
        suggestion_vi=document_vi(dict(row) | {"number": right}),
    )


def _meant(part: str) -> str | None:
    """The known symbol that is one letter off, `None` where the part is known or nothing is near."""
    plain = part.replace("&", "")
    if not PART.fullmatch(part) or plain in SYMBOLS:
        return None
    near = sorted(
        known
        for known in SYMBOLS
        if (max(len(plain), len(known)) >= _LONG or _is_swapped(plain, known))
        and DamerauLevenshtein.distance(plain, known, score_cutoff=1) == 1
    )
    return near[0] if near else None


def _is_swapped(part: str, known: str) -> bool:
    """Whether the letters of two symbols are the same in another order (`BGĐDT` for `BGDĐT`)."""
    return len(known) == _LONG - 1 and sorted(part) == sorted(known)


RULE = Rule(
    code="symbol-misprint",
    severity="error",
    name_vi="ký hiệu văn bản viết nhầm",
    name_en="misprinted symbol of a document",
    findings_in=findings_in,
)
