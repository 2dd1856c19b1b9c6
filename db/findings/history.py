"""Whether a citation speaks of the past: what was summed up, assessed, replaced or amended."""

from __future__ import annotations

import regex

from db.findings.facts import Facts, Row

_PAST = regex.compile(
    r"(?:tổng kết|sơ kết|kết quả thực hiện|đánh giá (?:kết quả|việc)|kế thừa|trước đây|đã (?:thực hiện|triển khai|kết thúc|ban hành)|"
    r"sau \d+ năm|qua \d+ năm|\d+ năm thực hiện|thay thế|bãi bỏ|hết hiệu lực|sửa đổi, bổ sung)",
    regex.IGNORECASE,
)


def is_history(plan: Facts, row: Row) -> bool:
    """Whether the mention stands in a description of the situation or beside words of the past."""
    if row["role"] != "mention":
        return False
    if plan.role_at(row["quote_start"]) == "situation":
        return True
    before, after = plan.around(row["quote_start"], row["quote_end"], before=120, after=80)
    return _PAST.search(before) is not None or _PAST.search(after) is not None
