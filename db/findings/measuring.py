"""How good the rules are: what was planted in plans and found, and what was found and judged true.

Planted faults stand in `*.findings.json` beside the annotations of a plan (`rule`, `where`, `quote`; `beyond` says why the rules are not meant to
find one). What a person judged stands in a table of tabs: the `key` of a finding or reason, its `rule`, its `plan`, `true` or `false`, and why.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extract.scoring import normal

Row = dict[str, Any]

# The rule that says the same of what was planted for another: before a milestone, of a programme that has ended, of a date that the plan itself
# writes otherwise elsewhere.
ALSO_SAID_BY = {
    "weaker-than-national": "below-milestone",
    "replaced-law": "expired-programme",
    "citation-date": "citation-conflict",
}


class MeasuringError(ValueError):
    """Nothing can be measured; the message says what was looked for and where."""


@dataclass(slots=True)
class Tally:
    """Of one rule: faults planted and found of them, findings judged and true of these, findings that no one has judged."""

    planted: int = 0
    found: int = 0
    judged: int = 0
    true: int = 0
    unjudged: int = 0

    @property
    def precision(self) -> float | None:
        """The share of judged findings that are true."""
        return self.true / self.judged if self.judged else None

    @property
    def recall(self) -> float | None:
        """The share of planted faults that were found."""
        return self.found / self.planted if self.planted else None


@dataclass(slots=True)
class Measured:
    """The tallies by rule, what was planted and missed, and what no one has judged (with its plan)."""

    rules: dict[str, Tally] = field(default_factory=dict)
    missed: list[Row] = field(default_factory=list)
    unjudged: list[Row] = field(default_factory=list)

    @property
    def total(self) -> Tally:
        """All rules together."""
        sums = (sum(getattr(one, name) for one in self.rules.values()) for name in Tally.__dataclass_fields__)
        return Tally(*sums)


def planted(folder: Path) -> dict[str, list[Row]]:
    """Planted faults by the stem of their plan.

    Raises:
        MeasuringError: the folder has none.
    """
    found = {
        path.name.removesuffix(".findings.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.findings.json"))
    }
    if not found:
        raise MeasuringError(f"{folder}: không có *.findings.json / no *.findings.json there")
    return found


def judged(path: Path) -> dict[str, bool]:
    """What a person said of findings: key → whether it is true."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["key"]: row["verdict"] == "true" for row in csv.DictReader(file, delimiter="\t")}


def is_said(fault: Row, reason: Row) -> bool:
    """Whether a reason of a finding says what was planted: by the same rule (or one that says the same), of the same words."""
    if reason["rule"] not in (fault["rule"], ALSO_SAID_BY.get(fault["rule"])):
        return False
    return fault["quote"] is None or reason["quote"] is None or overlap(str(reason["quote"]), str(fault["quote"]))


def overlap(one: str, other: str) -> bool:
    """Whether two quotes share half of the words of the longer one, or one holds the other."""
    mine, theirs = normal(one), normal(other)
    if mine in theirs or theirs in mine:
        return True
    words, others = set(mine.split()), set(theirs.split())
    return len(words & others) >= 0.5 * max(len(words), len(others))


def measure(
    reasons: Mapping[str, Sequence[Row]],
    faults: Mapping[str, Sequence[Row]],
    verdicts: Mapping[str, bool],
    rules: Collection[str],
) -> Measured:
    """The tallies of rules.

    Args:
        reasons: what was found, by the stem of the plan: rows of the view `reason`.
        faults: what was planted, by the stem of the plan; plans that were not loaded are left out.
        verdicts: what was judged, by key; what says a planted fault is true without it.
        rules: the codes of all rules, in the order of the table.
    """
    out = Measured({code: Tally() for code in rules})
    for stem, found in reasons.items():
        meant = [fault for fault in faults.get(stem, ()) if not fault.get("beyond")]
        for fault in meant:
            tally = out.rules[fault["rule"]]
            tally.planted += 1
            if any(is_said(fault, reason) for reason in found):
                tally.found += 1
            else:
                out.missed.append(fault | {"plan": stem})
        for reason in found:
            _judge(out, reason | {"plan": stem}, verdicts, faults.get(stem, ()))
    return out


def _judge(out: Measured, reason: Row, verdicts: Mapping[str, bool], faults: Sequence[Row]) -> None:
    tally = out.rules[reason["rule"]]
    verdict = verdicts.get(reason["key"])
    if verdict is None and any(is_said(fault, reason) for fault in faults):
        verdict = True
    if verdict is None:
        tally.unjudged += 1
        out.unjudged.append(reason)
        return
    tally.judged += 1
    tally.true += verdict


def as_json(measured: Measured) -> Row:
    """The tallies as JSON has them, `total` beside the rules."""

    def one(tally: Tally) -> Row:
        return {
            "planted": tally.planted, "found": tally.found, "recall": tally.recall, "judged": tally.judged, "true": tally.true,
            "precision": tally.precision, "unjudged": tally.unjudged,
        }  # fmt: skip

    return {"rules": {code: one(tally) for code, tally in measured.rules.items()}, "total": one(measured.total)}


def table(measured: Measured) -> Iterator[str]:
    """The tallies as rows of a Markdown table."""
    yield "| rule | planted | found | recall | judged | true | precision | unjudged |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for code, tally in (*measured.rules.items(), ("total", measured.total)):
        cells = (
            tally.planted,
            tally.found,
            _share(tally.recall),
            tally.judged,
            tally.true,
            _share(tally.precision),
            tally.unjudged,
        )
        yield f"| {code} | {' | '.join(map(str, cells))} |"


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.2f}"
