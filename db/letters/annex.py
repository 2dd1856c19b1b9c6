"""The annex of a letter: what is said of one sentence of a plan stands in one row, in the order of the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from db.letters.terms import OF_THE_DATA, SLIPS, Terms

Row = dict[str, Any]

WHOLE = "Toàn văn bản"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What is said of one sentence of a plan, or of the whole of it: where it stands, its words, and the reasons."""

    place: str
    quotes: tuple[str, ...]
    reasons: tuple[Row, ...]


def sent(reasons: Sequence[Row]) -> list[Row]:
    """Of what was found in a plan (rows of the view `reason`) what a letter holds: what was accepted; where nothing was, all that was not dismissed.

    What is about the data and not about the plan is sent only where somebody accepted it.
    """
    accepted = [row for row in reasons if row["state"] == "accepted"]
    return accepted or [row for row in reasons if row["state"] != "dismissed" and row["rule"] not in OF_THE_DATA]


def comments(reasons: Sequence[Row]) -> list[Comment]:
    """Rows of the view `reason` by the finding that they are reasons of: those on the whole plan first, then as they stand in it."""
    by_finding: dict[str, list[Row]] = {}
    for row in sorted(reasons, key=_where):
        by_finding.setdefault(row["finding"], []).append(row)
    return [
        Comment(place=_place(found[0]), quotes=_quotes(found), reasons=tuple(found)) for found in by_finding.values()
    ]


def _quotes(found: Sequence[Row]) -> tuple[str, ...]:
    """The words that the reasons of one finding are about, those left out that stand in others."""
    said = list(dict.fromkeys(" ".join((row["quote"] or "").split()) for row in found))
    return tuple(one for one in said if one and not any(one != other and one in other for other in said))


def _where(row: Row) -> tuple[Any, ...]:
    start = row["quote_start"]
    return (start is not None, start or 0, row["page"] or 0, row["position"])


def _place(row: Row) -> str:
    parts = [f"Mục {row['section']}" if row["section"] else "", f"trang {row['page']}" if row["page"] else ""]
    said = ", ".join(part for part in parts if part)
    return said[:1].upper() + said[1:] if said else WHOLE if not row["quote"] else ""


def cells(number: int, comment: Comment, terms: Terms) -> list[str]:
    """The cells of a comment's row, a line a reason where there are several."""
    found = comment.reasons
    first = [str(number), comment.place, "\n".join(f"“{quote}”" for quote in comment.quotes)]
    grounds = _lines([_grounds(row) for row in found])
    if terms.issued:
        said = _lines([_said(row) for row in found])
        slips = _lines([_asked(row, terms) for row in found if row["rule"] in SLIPS])
        contents = _lines([_asked(row, terms) for row in found if row["rule"] not in SLIPS])
        return [*first, said, slips, contents, grounds]
    opinions = [_asked(row, terms) if explains(row) else f"{_said(row)} {_asked(row, terms)}" for row in found]
    return [*first, _lines(opinions), _lines([_said(row) for row in found if explains(row)]), grounds]


def explains(row: Row) -> bool:
    """Whether the authors are asked to explain what they wrote, beside what they might change."""
    return bool(row["severity"] == "warning")


def _lines(parts: Sequence[str]) -> str:
    told = list(dict.fromkeys(part.strip() for part in parts if part.strip()))
    return "\n".join(f"- {part}" for part in told) if len(told) > 1 else "".join(told)


def _said(row: Row) -> str:
    """What is wrong, and what the reviewer added."""
    note = f" {_sentence(row['note'])}" if row["note"] else ""
    return _quoted(_sentence(row["message_vi"]) + note)


def _asked(row: Row, terms: Terms) -> str:
    """What the authors are asked to do: wording in the place of theirs, or a sentence; of an issued plan the column says what is asked."""
    suggestion = _quoted(_wording(row))
    if suggestion.endswith("."):
        return suggestion if terms.issued else f"Đề nghị {suggestion[:1].lower()}{suggestion[1:]}"
    return f"{'Thành' if terms.issued else 'Đề nghị sửa thành'}: “{suggestion}”."


def _wording(row: Row) -> str:
    """What is asked, in the reviewer's words where there are any: they replace wording by wording, and a sentence by a sentence."""
    own, suggested = row["wording"], row["suggestion_vi"] or "Rà soát lại."
    if not own:
        return str(suggested)
    return _sentence(own) if suggested.endswith(".") else own.rstrip(".")


def _grounds(row: Row) -> str:
    said = str(row["basis_vi"] or row["rule_vi"])
    return _sentence(said[:1].upper() + said[1:])


def _sentence(words: str) -> str:
    said = " ".join(words.split())
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."


def _quoted(words: str) -> str:
    return words.replace("«", "“").replace("»", "”")


def counted(reasons: Sequence[Row], terms: Terms) -> list[str]:
    """How many comments of each kind there are, in words of the letter: `03 nội dung đề nghị đính chính …`."""
    kinds: tuple[tuple[int, str], ...]
    if terms.issued:
        slips = sum(row["rule"] in SLIPS for row in reasons)
        kinds = (
            (slips, "nội dung đề nghị đính chính do sai sót về thể thức, kỹ thuật trình bày, viện dẫn"),
            (len(reasons) - slips, "nội dung đề nghị sửa đổi, thay thế"),
        )
    else:
        by_severity = Counter(row["severity"] for row in reasons)
        kinds = (
            (by_severity["error"], "ý kiến đề nghị sửa sai sót về viện dẫn, số liệu"),
            (by_severity["warning"], "ý kiến đề nghị giải trình, làm rõ"),
            (by_severity["notice"], "ý kiến đề nghị rà soát, hoàn thiện"),
        )
    return [f"{count:02d} {said}" for count, said in kinds if count]
