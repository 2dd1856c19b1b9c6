"""Things named in a list before as many values, each of which has one of them: `thể nhẹ cân, thấp còi còn 9% và 17%`.

Patterns read the view in lower case.
"""

from __future__ import annotations

import regex

from patterns import groups

_AND = regex.compile(r"\s*(?:,\s*và|,|\bvà)\s+")
# Words that a comma parts and that are one thing.
_ONE_THING = regex.compile(
    r"tai nạn,? thương tích|phòng,? (?:chống|ngừa)|thừa cân,? béo phì|bạo lực,? xâm hại|chăm sóc,? (?:bảo vệ|giáo dục)|bảo vệ,? chăm sóc|trang thiết bị"
)
# Where the words that are of all go on behind the last: who and where they are of, the verb of the aim, what it comes to.
_OF_ALL = regex.compile(
    r"\s(?:ở|của|trong|tại|cho|trên|thuộc|đối với|dưới|được|có|bị|giảm|tăng|nâng|hạ|còn|xuống|lên|đạt|là|lần lượt|tương ứng|vào|đến|năm|duy trì|không|ít nhất|tối thiểu)(?!\p{L})"
)
# What a thing may begin with, said of each or of the first alone.
_HEAD = regex.compile(r"\b(?:thể|cấp|bậc|nhóm|khối|hộ|dưới|loại|vòng|mũi|lớp)\s")
_FEWEST_SHARED = 2


def things(low: str, start: int, end: int, count: int) -> list[tuple[int, int]] | None:
    """The ranges of so many things that the words before values end with; `None` where they do not name as many.

    >>> words = "giảm tỷ lệ trẻ em thể nhẹ cân và thấp còi ở nông thôn còn "
    >>> [words[a:b] for a, b in things(words, 0, len(words), 2)]
    ['nhẹ cân', 'thấp còi']
    """
    marks = list(_AND.finditer(low, start, end))
    if len(marks) < count - 1 or _ONE_THING.search(low, start, end) is not None:
        return None
    marks = marks[len(marks) - count + 1 :]
    edges = [*zip((match.end() for match in marks), [*(match.start() for match in marks[1:]), end], strict=True)]
    tail = _OF_ALL.search(low, *edges[-1])
    edges[-1] = (edges[-1][0], tail.start() if tail is not None else len(low[:end].rstrip()))
    if any(a >= b or _OF_ALL.search(low, a, b) is not None for a, b in edges):
        return None
    first = _first(low, start, marks[0].start(), low[slice(*edges[0])])
    return None if first is None else [(first, marks[0].start()), *edges]


def _first(low: str, start: int, end: int, second: str) -> int | None:
    """Where the first thing begins: with the word that the second one begins with, with its kind, else as many words before the mark."""
    words = low[start:end].split()
    length = len(second.split()) if _HEAD.match(second) is None else _FEWEST_SHARED
    level = [match for match in groups.LEVEL_OR_AREA.finditer(low, start, end) if match.end() == end]
    head = _HEAD.match(second)
    if level and groups.LEVEL_OR_AREA.fullmatch(second) is not None:
        at = level[0].start()
    elif head is not None and (found := low.rfind(f" {head.group()}", start, end)) >= 0:
        at = found + 1
    elif len(words) - length < _FEWEST_SHARED:
        return None
    else:
        at = end
        for word in reversed(words[-length:]):
            at = low.rindex(word, start, at)
    return at if len(low[start:at].split()) >= _FEWEST_SHARED else None
