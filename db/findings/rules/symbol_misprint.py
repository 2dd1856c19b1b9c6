"""The symbol of a number that is one letter off a known one: `LĐTĐBXH` for `LĐTBXH`.

Known are the symbols of bodies and their offices as Nghị định 30/2020/NĐ-CP (phụ lục III) has them formed. Left alone: symbols
that are known themselves, and pairs of less than six letters, of which too many are one letter apart (`PTNT` and `PTNMT`, `BCĐTE` and
`BCĐTW`).
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from rapidfuzz.distance import DamerauLevenshtein

from db.findings.facts import Facts
from db.findings.rule import Finding, Rule, evidence
from db.findings.wording import document_vi
from patterns.symbols import PART, SYMBOLS

_LONG = 6  # letters, from which on one that differs is a slip
_SPLIT = regex.compile(r"[/\-.]")


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each symbol that is nearly a known one."""
    for row in plan.legal_refs:
        for part in _SPLIT.split(row["number"] or ""):
            meant = _meant(part)
            if meant is not None:
                right = row["number"].replace(part, meant)
                yield Finding(
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
        if max(len(plain), len(known)) >= _LONG and DamerauLevenshtein.distance(plain, known, score_cutoff=1) == 1
    )
    return near[0] if near else None


RULE = Rule(
    code="symbol-misprint",
    severity="error",
    name_vi="ký hiệu văn bản viết nhầm",
    name_en="misprinted symbol of a document",
    findings_in=findings_in,
)
