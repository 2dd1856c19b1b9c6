"""A misreading that may change meaning: `l00%`, `2023- 030`, a number that two readings of a scan disagree about.

Found wherever the figures stand, in the head as in a target; one finding for each sentence. Left alone: letters whose misreading
changes no meaning (`phần đầu` for `phấn đấu`).
"""

from __future__ import annotations

from collections.abc import Iterator

from db.findings.facts import Facts
from db.findings.rule import Finding, Rule
from patterns import spelling

# The extraction's warning that two readings of a number disagree.
CODE = "suspect-reading"


def findings_in(plan: Facts) -> Iterator[Finding]:
    """A finding for each doubtful reading."""
    places = {(start, end): plan.text[start:end] for start, end in spelling.misread_figures(plan.text)}
    for row in plan.warnings:
        inside = row["quote_start"] is not None and any(
            start < row["quote_end"] and row["quote_start"] < end for start, end in places
        )
        if row["code"] == CODE and row["quote_start"] is not None and not inside:
            places[row["quote_start"], row["quote_end"]] = row["quote"]
    for (start, end), words in sorted(places.items()):
        begin, stop = plan.sentence(start, end)
        yield Finding(
            subject=words,
            quote=plan.text[begin:stop],
            quote_start=begin,
            quote_end=stop,
            found=words,
            expected=spelling.repaired(words),
            message_vi=f"Có thể nhận dạng nhầm chữ hoặc số: «{words}».",
            message_en="Letters or digits may be misread.",
            suggestion_vi="Đối chiếu với bản gốc.",
        )


RULE = Rule(
    code="suspect-reading",
    severity="notice",
    name_vi="có thể nhận dạng nhầm",
    name_en="may be misread",
    findings_in=findings_in,
)
