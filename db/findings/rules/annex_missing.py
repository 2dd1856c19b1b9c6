"""The plan names an annex of its own that the file does not have.

Found: `(kèm theo Phụ lục)`, `theo 04 Phụ lục kèm theo Kế hoạch này` where no annex follows, or fewer than named (`Phụ lục II` where
there is one). Left alone: annexes
of other documents (`Phụ lục III Nghị định …`).
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from db.findings.facts import Facts
from db.findings.rule import Finding, Rule
from patterns import annexes


def findings_in(plan: Facts) -> Iterator[Finding]:
    """One finding for the first annex that is named and missing."""
    there = None
    for match in _named(plan.text):
        if annexes.OF_ANOTHER.match(plan.text, match.end()):
            continue
        there = _there(plan) if there is None else there
        count = int(match.group("count") or 0)
        no = match.group("no") or match.group("no2") or match.group("no3")
        wanted = count or _number(no) or 1
        if there >= wanted:
            continue
        start, end = plan.sentence(*match.span())
        yield Finding(
            subject="annex",
            quote=plan.text[start:end],
            quote_start=start,
            quote_end=end,
            found=f"{there} in the file",
            expected=f"{wanted} annex" if wanted == 1 else f"{wanted} annexes",
            message_vi=(
                f"Văn bản nhắc đến {_words_vi(count, no)} nhưng tệp "
                + (f"chỉ có {there} phụ lục." if there else "không có phụ lục nào.")
            ),
            message_en=f"Names {wanted} annex(es); the file has {there}.",
            suggestion_vi=f"Bổ sung {_words_vi(0, no)}.",
        )
        return


def _words_vi(count: int, no: str | None) -> str:
    """The annexes that the plan names, by their number or how many: `Phụ lục II`, `2 phụ lục kèm theo`."""
    return f"Phụ lục {no}" if no else f"{f'{count} ' if count else ''}phụ lục kèm theo"


def _there(plan: Facts) -> int:
    """How many annexes the file has."""
    there, last = 0, 0
    for section in plan.sections:
        if section["role"] == "annex" and section["text_start"] >= last:  # not a part of the annex before
            there, last = there + 1, section["text_end"]
    there = there or len(annexes.HEAD_IN_TEXT.findall(plan.text))
    return max(there, len(annexes.NUMBERED_HEAD.findall(plan.text)))


def _may_name(words: str) -> bool:
    low = words.lower()
    return "kèm" in low or "phụ lục" in low


def _named(text: str) -> Iterator[regex.Match[str]]:
    """The places that name an annex, paragraph by paragraph; those without a word that every such place has are passed over."""
    start = 0
    for line in text.splitlines(keepends=True) if _may_name(text) else ():
        if _may_name(line):
            yield from annexes.NAMED.finditer(text, start, start + len(line))
        start += len(line)


def _number(said: str | None) -> int:
    """The number of an annex, `2` or `II`; 0 where it has none."""
    if said is None:
        return 0
    return int(said) if said.isdigit() else {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}.get(said.upper(), 0)


RULE = Rule(
    code="annex-missing",
    severity="warning",
    name_vi="thiếu phụ lục",
    name_en="an annex is missing",
    findings_in=findings_in,
)
