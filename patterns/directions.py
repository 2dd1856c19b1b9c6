"""Which way a value should move, by the words of its clause: what rises, what falls, of which more or less is better.

Patterns read the text in any case.
"""

from __future__ import annotations

import regex

# Verbs of what rises, and of what falls.
RISING = regex.compile(r"\b(?:tăng|nâng|lên)\b", regex.IGNORECASE)
FALLING = regex.compile(r"\b(?:giảm|hạ|xuống|kéo giảm)\b", regex.IGNORECASE)
# What fewer should suffer, or what has a ceiling; and what more should reach.
LESS_IS_BETTER = regex.compile(
    r"\b(?:giảm|xuống|không quá|(?:dưới|nhỏ hơn) \d[\d.,]*\s?(?:%|‰|/)|hạn chế|khống chế|kiềm chế|"
    r"hộ (?:cận )?nghèo|thiếu hụt|thiếu máu|vi phạm|cân nặng dưới|tử vong|bỏ học|tảo hôn|xâm hại|suy dinh dưỡng|mắc|"
    r"(?<!(?:trang|thiết|chuẩn) )bị (?!\p{L}+ được))\b",
    regex.IGNORECASE,
)
MORE_IS_BETTER = regex.compile(
    r"\b(?:tăng|nâng|đạt|ít nhất|tối thiểu|trên \d|được|có|duy trì|bảo đảm|đảm bảo)\b", regex.IGNORECASE
)
# What is done for those whom ill befell is wanted: `học sinh bỏ học được vận động trở lại lớp`, `trẻ em bị xâm hại được hỗ trợ`.
HELPED = regex.compile(
    r"\b(?:tử vong|bỏ học|tảo hôn|xâm hại|suy dinh dưỡng|mắc|bị)\b[^;.|\d]*?\b(?:được|trở lại)\b", regex.IGNORECASE
)
# What is fought says nothing about what is counted: `xã đạt tiêu chuẩn … phòng, chống tai nạn`.
FOUGHT = regex.compile(r"\b(?:phòng,? (?:chống|ngừa)|giảm thiểu)\b[^;.\d]*", regex.IGNORECASE)
# Counts of events and of what is handed out: a later period may hold fewer.
EVENTS = regex.compile(
    r"\b(?:lượt|lớp|buổi|đợt|cuộc|tin|bài|tờ rơi|hội nghị|hội thảo|tập huấn|mỗi năm|hằng năm|hàng năm|tổ chức|tư vấn|hỗ trợ)\b",
    regex.IGNORECASE,
)
# In what two clauses on one thing may differ: numbers, verbs of aims, words of time and bound.
MAY_DIFFER = regex.compile(
    r"\d[\d.,/]*\s*%?|\b(?:nâng|duy trì|phấn đấu|tăng|giảm|kéo giảm|hạ|bảo đảm|đảm bảo|lên|vẫn)\b|"
    r"\bnăm\b|\bđến\b|\bvào\b|\btừ\b|\b(?:trên|dưới|ít nhất|tối thiểu|xuống|còn|đạt|khoảng)\b",
    regex.IGNORECASE,
)
