"""How a clause names once more what the clauses before it measure (`các tỷ lệ tương ứng là …`, `các chỉ tiêu này cùng đạt …`).

Patterns read the view in lower case, years left out.
"""

from __future__ import annotations

import regex

_LEADS = r"(?:và|phấn đấu|tiếp tục|riêng|thì|sang|đến|vào|trong|cuối|hết)"
_NAMED = (
    r"(?:(?:các|những|cả (?:hai|ba|bốn))\s(?:tỷ lệ|tỷ suất|chỉ tiêu|con số|chỉ số|mức|kết quả)(?:\s(?:này|trên|đó|nêu trên|nói trên|tương ứng))+"
    r"|(?:các\s)?(?:tỷ lệ|con số|mức|chỉ tiêu)\stương ứng|tương ứng)"
)
_LEVEL = r"(?:là|đạt|còn|với|ở mức|lần lượt|tương ứng|phấn đấu|giảm|tăng|xuống|lên|dưới|trên)"
# What stands before the values; `all` where one value is that of all.
NAMES_AGAIN = regex.compile(rf"(?:[\s,:]|\b{_LEADS}\b)*{_NAMED}(?:[\s,:]|\b{_LEVEL}\b|(?P<all>\b(?:cùng|đều)\b))*")
# The same, however it goes on.
OPENS = regex.compile(rf"(?:[\s,:]|\b{_LEADS}\b)*{_NAMED}\b")
