"""Which comments that reviewers accepted on a plan its new version has taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from sqlite_utils import Database

from db.comparison.diff import Diff, Side, pair_findings
from db.comparison.matching import words_of
from db.schema.database import rows
from db.schema.identity import finding_key

Row = dict[str, Any]
# `taken`: the finding is gone, and so is the sentence that it was about; `standing`: the finding is there still; `unclear`: it is gone, but
# its sentence is not.
Outcome = Literal["taken", "standing", "unclear"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """An accepted finding on the old plan, what became of it, and the finding of the new one that it lives on in."""

    finding: Row
    outcome: Outcome
    still: Row | None = None


def comments(db: Database, diff: Diff) -> list[Comment]:
    """What became of the comments that were accepted on the old plan."""
    accepted = _accepted(db, diff)
    if not accepted:
        return []
    # What the database says of the new plan beside other plans counts as well: a comment may be about that.
    known = {row["key"] for row in diff.new.findings}
    stored = rows(db, f"{_FINDINGS} WHERE f.document = ? AND f.gone = 0", [diff.new.head["id"]])
    new = replace(diff.new, findings=[*diff.new.findings, *(row for row in stored if row["key"] not in known)])
    return outcomes(accepted, new)


def outcomes(accepted: Sequence[Row], new: Side) -> list[Comment]:
    """What became of each accepted comment, in their order."""
    still = {id(old): found for old, found in pair_findings(accepted, new.findings) if old is not None}
    text = f" {' '.join(words_of(new.text))} "
    return [Comment(finding=row, outcome=_outcome(row, still[id(row)], text), still=still[id(row)]) for row in accepted]


def _outcome(row: Row, still: Row | None, text: str) -> Outcome:
    if still is not None:
        return "standing"
    words = " ".join(words_of(row["quote"]))
    return "unclear" if words and f" {words} " in text else "taken"


_FINDINGS = (
    "SELECT f.*, r.name_vi AS rule_vi, r.name_en AS rule_en, v.state, v.note, v.reviewer, v.decided_at FROM findings f "
    "JOIN rules r ON r.code = f.rule LEFT JOIN reviews v ON v.id = (SELECT max(id) FROM reviews WHERE finding = f.key)"
)


def _accepted(db: Database, diff: Diff) -> list[Row]:
    """The findings on the old plan that were accepted.

    Once another version stands for its plan they are gone from it, or live on as findings of that version: under the key that the identity
    of the old one gave them.
    """
    head, new = diff.old.head, diff.new.head
    found = rows(
        db,
        f"{_FINDINGS} WHERE v.state = 'accepted' AND (f.document IN (:old, :new) OR (f.gone = 1 AND f.plan IN (:slug, :plain, :new_slug))) "
        "ORDER BY f.position",
        {
            "old": head["id"],
            "new": new["id"],
            "slug": head["slug"],
            "plain": head["plain_slug"],
            "new_slug": new["slug"],
        },
    )
    own = {row["key"] for row in diff.old.findings}
    versions = head["identity"] != new["identity"]
    return [
        row
        for row in found
        if row["document"] == head["id"] or row["key"] in own or ((versions or row["gone"]) and _is_of(row, head))
    ]


def _is_of(row: Row, head: Row) -> bool:
    """Whether the key of a finding is one that the identity of a document gave."""
    identity = str(head["identity"] or head["id"])
    key = finding_key(row["rule"], identity, row["subject"], row["quote"], row["programme"])
    return str(row["key"]).split("-")[0] == key
