"""What became of comments that were accepted: findings and a text in, outcomes out."""

from __future__ import annotations

from typing import Any

import pytest

from db.comparison.comments import outcomes
from db.comparison.diff import Side

Row = dict[str, Any]
SENTENCE = "Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ đạt 101% vào năm 2025"


def finding(quote: str | None = SENTENCE, **more: object) -> Row:
    return {"rule": "impossible-value", "subject": "5a 2025", "programme": None, "quote": quote} | more


@pytest.mark.parametrize(
    ("still", "text", "expected"),
    [
        ([], "- Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ đạt 98% vào năm 2025.", "taken"),
        ([], f"a) Chỉ tiêu\n- {SENTENCE};", "unclear"),
        ([finding()], f"- {SENTENCE}.", "standing"),
        ([finding("… đạt 102% vào năm 2025")], "- … đạt 102% vào năm 2025.", "standing"),
        ([finding(subject="5b 2025")], "- Nội dung khác.", "taken"),
    ],
    ids=["mended", "sentence-unchanged", "found-still", "mended-and-wrong-still", "another-subject"],
)
def test_what_became_of_a_comment(still: list[Row], text: str, expected: str) -> None:
    (comment,) = outcomes([finding()], Side(head={}, records={}, findings=still, text=text))
    assert comment.outcome == expected
    assert comment.still is (still[0] if expected == "standing" else None)


def test_what_was_missing_is_taken_over_once_it_is_there() -> None:
    (comment,) = outcomes([finding(None)], Side(head={}, records={}, findings=[], text="Kế hoạch"))
    assert comment.outcome == "taken"


def test_of_several_comments_on_one_thing_each_is_counted() -> None:
    new = Side(head={}, records={}, findings=[finding()], text=SENTENCE)
    found = outcomes([finding("Nghị định khác"), finding()], new)
    assert [one.outcome for one in found] == ["taken", "standing"]
