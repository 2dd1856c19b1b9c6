"""Tables of comments on a draft, as agencies send them: what their columns are called, and which place of the draft a row is about."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import regex

from patterns.tables import ORDER


class Column(StrEnum):
    """What a column of such a table holds."""

    ORDER = "order"
    PLACE = "place"
    TEXT = "text"
    AGENCY = "agency"
    OPINION = "opinion"
    EXPLAIN = "explain"
    GROUNDS = "grounds"
    REPLY = "reply"
    NOTE = "note"


# The first that fits counts: what is asked to be explained before what is explained, whose opinion it is before the opinion.
_COLUMNS: tuple[tuple[Column, str], ...] = (
    (Column.ORDER, rf"^{ORDER}$"),
    (Column.EXPLAIN, r"^(?:nội dung )?(?:đề nghị|yêu cầu|cần) (?:giải trình|làm rõ)"),
    (Column.REPLY, r"tiếp thu|^(?:ý kiến )?giải trình|^(?:ý kiến|kết quả)(?: xử lý)? của (?:cơ quan|đơn vị|ban) (?:chủ trì )?soạn thảo|^kết quả xử lý|^trả lời"),
    (Column.AGENCY, r"^(?:tên )?(?:các )?(?:cơ quan|chủ thể|đơn vị|tổ chức|sở|địa phương)(?!.*(?:soạn thảo|chủ trì))|^nơi (?:góp ý|có ý kiến)"),
    (Column.GROUNDS, r"^(?:căn cứ|lý do|cơ sở|thuyết minh)"),
    (Column.TEXT, r"^(?:nội dung|quy định|câu|đoạn|nguyên văn)(?: \w+){0,3} (?:dự thảo|văn bản|kế hoạch|chương trình|hiện tại|ban đầu)|^(?:trong )?dự thảo|^trích|^nguyên văn"),
    (Column.OPINION, r"ý kiến|góp ý|kiến nghị|^(?:nội dung )?(?:đề nghị|đề xuất|tham gia|sửa|chỉnh sửa|bổ sung)|^phương án"),
    (Column.PLACE, r"^(?:mục|trang|điều|khoản|điểm|phần|chương|vị trí|nhóm vấn đề)(?!\w)"),
    (Column.TEXT, r"^nội dung$"),
    (Column.NOTE, r"^ghi chú"),
)  # fmt: skip
_COMPILED = tuple((column, regex.compile(pattern)) for column, pattern in _COLUMNS)


def column(head: str) -> Column | None:
    """What the column under a head holds; `None` where the head says nothing that is known.

    >>> [str(column(one)) for one in ("TT", "Nội dung dự thảo", "Cơ quan góp ý", "Nội dung góp ý", "Đề nghị giải trình", "Tiếp thu, giải trình")]
    ['order', 'text', 'agency', 'opinion', 'explain', 'reply']
    """
    low = " ".join(head.lower().split()).strip(" :.*")
    return next((found for found, pattern in _COMPILED if pattern.search(low)), None)


class Place(NamedTuple):
    """Where in a draft something stands: the numbers that lead there from the outermost part inwards, and the page; both may be unknown."""

    path: tuple[int, ...] = ()
    page: int | None = None


_ROMAN = {"i": 1, "v": 5, "x": 10}
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_NUMBER = r"(?:\d{1,3}|[IVX]{1,6}|[a-zđ])(?!\w)"
# From the outermost part inwards.
_PARTS = ("phần", "chương", "mục", "điều", "khoản", "điểm")
_LABELLED = regex.compile(rf"(?<!\w)(?P<part>(?i:{'|'.join(_PARTS)}))\s+(?P<path>{_NUMBER}(?:\.{_NUMBER})*)")
_BARE = regex.compile(rf"^\W*(?P<path>{_NUMBER}(?:\.{_NUMBER})*)\W*$")
_PAGE = regex.compile(r"(?<!\w)(?i:trang|tr\.)\s*(?P<page>\d{1,4})(?!\d)")


def place(words: str) -> Place:
    """The place that words name: outermost first, whatever their order.

    >>> place("Điểm b khoản 2 Mục I, trang 3"), place("Mục I.2.b"), place("Toàn văn bản")
    (Place(path=(1, 2, 2), page=3), Place(path=(1, 2, 2), page=None), Place(path=(), page=None))
    """
    found = {match["part"].lower(): match["path"] for match in reversed(list(_LABELLED.finditer(words)))}
    said = [path for part in _PARTS if (path := found.get(part))]
    if not said and (bare := _BARE.match(words)):
        said = [bare["path"]]
    path = tuple(_number(one) for one in ".".join(said).split(".") if one)
    page = _PAGE.search(words)
    return Place(path, int(page["page"]) if page else None)


_LEADING = regex.compile(
    rf"^\W*(?:(?i:tại|ở)\s+)?(?P<place>(?:{_LABELLED.pattern.replace('part', 'p').replace('path', 'n')}[\s,]*)+)(?=[:;,.–-]|\s)"
)


def leading_place(words: str) -> str:
    """The place that a remark begins with, where it does.

    >>> leading_place("Điểm a khoản 2 Mục I: đề nghị bổ sung"), leading_place("Đề nghị bổ sung Mục I")
    ('Điểm a khoản 2 Mục I', '')
    """
    found = _LEADING.match(words)
    return found["place"].strip(" ,") if found else ""


def _number(words: str) -> int:
    """A number, a Roman one or a letter of a list as a number.

    >>> _number("12"), _number("IV"), _number("đ")
    (12, 4, 5)
    """
    if words.isdigit():
        return int(words)
    if words[0].isupper():
        values = [_ROMAN[char] for char in words.lower()]
        return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    return _LETTERS.find(words) + 1


_WHOLE = regex.compile(
    r"^\W*(?i:toàn(?: bộ)? (?:văn bản|dự thảo)|ý kiến chung|góp ý chung|chung(?!\w)|về (?:bố cục|thể thức)|nhất trí)"
)
_GOES_WITH = regex.compile(r"\((?i:kèm theo) .{0,160}?(?<!\w)của (?P<agency>[^()…]{2,120}?)\s*\)")
_ABOUT = regex.compile(
    r"(?i:góp ý|ý kiến (?:đối với|về|rà soát))(?: (?i:đối với|vào|cho|về))? (?P<name>(?i:dự thảo) \p{Lu}[^,;.()\n]{3,200})"
)


def is_whole(words: str) -> bool:
    """Whether words say that a remark is about the draft as a whole.

    >>> is_whole("Toàn văn bản"), is_whole("Ý kiến chung"), is_whole("Mục I"), is_whole("Nhất trí với dự thảo")
    (True, True, False, True)
    """
    return _WHOLE.match(words) is not None


def goes_with(text: str) -> str | None:
    """The agency whose letter an annex goes with.

    >>> goes_with("(Kèm theo Công văn số 415/SYT-BVCSTE ngày 22 tháng 3 năm 2021 của Sở Y tế)")
    'Sở Y tế'
    """
    found = _GOES_WITH.search(text)
    return found["agency"] if found else None


def about(text: str) -> str | None:
    """The draft that comments are about, as a letter names it.

    >>> about("V/v góp ý dự thảo Kế hoạch thực hiện công tác trẻ em năm 2024")
    'dự thảo Kế hoạch thực hiện công tác trẻ em năm 2024'
    """
    found = _ABOUT.search(text)
    return found["name"].strip() if found else None
