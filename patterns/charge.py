"""Who is charged with a task, where a line or a bracket says so: `Cơ quan chủ trì: …`, `(Sở X chủ trì, phối hợp với Sở Y)`.

Such a line is a list of keys with their values (`Đơn vị chủ trì: …; đơn vị phối hợp: …; thời gian: …`). Patterns read the view in
lower case; names of agencies are read in the view itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import regex

from patterns import agencies, agency_lists
from patterns.agencies import Name


class Key(Enum):
    """What a key asks for."""

    LEAD = "lead"
    ACT = "act"
    TOGETHER = "together"
    TIME = "time"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """A key and the range of its value; `at` is where the key begins."""

    key: Key
    at: int
    start: int
    end: int


_BODY = r"(?:các\s)?(?:cơ quan|đơn vị|bộ phận|cá nhân|(?<=các\s)tổ chức|địa phương|lực lượng|đầu mối|(?:sở|phòng|ban)(?:,?\s(?:ban|ngành))*)"
_ACT = (
    r"(?:chủ trì|thực hiện|tổ chức|triển khai|tham mưu|phối (?:kết )?hợp|phụ trách|chịu trách nhiệm|trách nhiệm|đầu mối|tham gia|"
    r"đảm nhiệm|được giao|phân công|theo dõi|chính|cùng|liên quan|xây dựng)"
)
_ACTS = rf"{_ACT}(?:(?:,|/|\svà|\s-)?\s{_ACT})*"
# Without a body only what no heading of a part is called: `Tổ chức thực hiện:` says nothing of who.
_ALONE = r"(?:chủ trì|phối hợp|phân công|trách nhiệm|đầu mối|phụ trách)"
# Offices that are called by a verb (`Sở Xây dựng:`, `Ban Tổ chức:`) are headings and no keys.
_NO_OFFICE = r"(?!(?:sở|phòng|ban)\s(?:xây dựng|tổ chức|tham mưu|theo dõi|đầu mối)(?!\w))"
# So are all those that have to do with it (`Các cơ quan, đơn vị liên quan:`).
_NO_GROUP = r"(?!(?:các\s[^:]{2,60}|[^:]{2,40},\s[^:]{2,40})\s(?:có\s)?liên quan\s?:)"
_WHO = rf"(?:{_NO_OFFICE}{_NO_GROUP}{_BODY}(?:[,/]\s?{_BODY})*\s{_ACTS}|{_ALONE}(?:(?:,|/|\svà)?\s{_ACT})*)"
# `Hoàn thành: tháng 10/2024`: a key only where a time follows it.
_SAYS_WHEN = r"(?=\s?:\s+(?:chậm|muộn|trong|trước|vào|cuối|đầu|hết|đến|dự kiến|ngày|tháng|quý|năm|\d))"
_TIME = (
    r"(?:(?:thời (?:gian|hạn|điểm)|tiến độ|lộ trình|hạn)(?:\s(?:và\s)?(?:tổ chức|triển khai|thực hiện|hoàn thành|dự kiến|xong|cuối))*|"
    rf"(?:dự kiến\s)?(?:hoàn thành|hoàn tất|xong){_SAYS_WHEN})"
)
_OTHER = r"(?:(?:nguồn\s)?kinh phí|sản phẩm|kết quả|địa điểm|hình thức|phương thức|đối tượng|số lượng|thành phần|quy mô|ghi chú)(?:\s\p{L}+){0,3}"
_KEY = regex.compile(rf"(?:(?P<who>{_WHO})|(?P<time>{_TIME})|(?P<other>{_OTHER}))(?:\s\([^()]{{1,40}}\))?\s?:(?=\s|$)")
_KEY_ALONE = regex.compile(
    r"(?P<who>(?:các\s)?(?:cơ quan|đơn vị)\s(?:chủ trì|phối hợp|thực hiện)(?:(?:,|\s?-|\svà)\s(?:cơ quan\s|đơn vị\s)?(?:chủ trì|phối hợp|thực hiện))*)(?P<time>(?!))?\s*"
)
# Before a key inside a paragraph.
_BEFORE = regex.compile(r"(?<=[.;,(–-]\s?)(?=\p{L})")
_SAYS = (
    "chủ trì",
    "thực hiện",
    "phối hợp",
    "phối kết hợp",
    "phụ trách",
    "trách nhiệm",
    "phân công",
    "đầu mối",
    "tham gia",
)
_EDGE = " \n,;.:-–/()"


def parts(low: str, start: int, end: int) -> list[Part]:
    """The keys of a paragraph with their values, in order; empty where it has none that names who does something, or when."""
    if low.find(":", start, end) < 0:
        alone = _KEY_ALONE.fullmatch(low, start, end)  # `2. Cơ quan chủ trì` above bullets
        return [Part(_key(alone), start, end, end)] if alone is not None else []
    found = [match for place in _places(low, start, end) if (match := _KEY.match(low, place, end)) is not None]
    edges = [*(match.start() for match in found[1:]), end][: len(found)]
    out = []
    for match, edge in zip(found, edges, strict=True):
        a, b = _trim(low, match.end(), edge)
        out.append(Part(_key(match), match.start(), a, b))
    return out


def _places(low: str, start: int, end: int) -> list[int]:
    """Where a key may begin: at the start, and behind a mark."""
    return [start, *(match.start() for match in _BEFORE.finditer(low, start + 1, end))]


def _key(match: regex.Match[str]) -> Key:
    if match["time"] is not None:
        return Key.TIME
    words = match["who"]
    if words is None or not any(say in words for say in _SAYS):
        return Key.OTHER
    if "chủ trì" in words:
        return Key.LEAD
    return Key.TOGETHER if regex.search(r"phối (?:kết )?hợp|tham gia|liên quan|cùng", words) else Key.ACT


def _trim(low: str, start: int, end: int) -> tuple[int, int]:
    while start < end and low[start] in _EDGE:
        start += 1
    while end > start and low[end - 1] in _EDGE:
        end -= 1
    return start, end


# --- values --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Charge:
    """Who is charged: `names`, those who help, whether `chủ trì` is said; `rest` is where what they do begins, the end where nothing is said."""

    names: tuple[Name, ...]
    partners: tuple[Name, ...]
    leads: bool
    rest: int


_LEADS = regex.compile(
    r"(?<=[\s(,])(?:là\s(?:cơ quan|đơn vị)\s|làm\s)?(?:chủ trì|đầu mối|thường trực)(?!\w)(?:\s?,?\s?(?:(?:tổ chức\s)?thực hiện|tham mưu)(?=[,;.)]|$))?"
)
_ACTING = regex.compile(
    r"(?<=[\s(,])(?:(?:tổ chức\s|chịu trách nhiệm\s)?(?:thực hiện|triển khai|tham mưu)|phụ trách|chịu trách nhiệm|đảm nhiệm)(?=\s?(?:[,;.)]|$))"
)
_TOGETHER = regex.compile(
    r"(?<=[\s,;(])(?:chủ động\s)?phối (?:kết )?hợp(?:\s(?:chặt chẽ|thực hiện))?(?:\s(?:với|cùng với|cùng|của))?\s?:?\s"
)


# Behind those who help: `(Đoàn xã chủ trì, phối hợp với các trường học thực hiện)`.
_DO_IT = regex.compile(r"\s(?:cùng\s|tổ chức\s)?(?:thực hiện|triển khai|tổ chức)\s*")
_ORDER = regex.compile(r"(?:giao|phân công|đề nghị|yêu cầu)\s(?:cho\s)?")


def charge(view: str, low: str, start: int, end: int) -> Charge | None:
    """Who `view[start:end]` charges, where it begins with agencies and names them to its end or says what they do; else `None`."""
    ordered = _ORDER.match(low, start, end)
    start = ordered.end() if ordered is not None else start
    if not agencies.starts(view, start) and not agency_lists.begins(view, start):
        return None
    acts = _LEADS.search(low, start, end) or _ACTING.search(low, start, end)
    together = _TOGETHER.search(low, start, end)
    edge = min([match.start() for match in (acts, together) if match is not None], default=end)
    names, rest = agency_lists.read(view, low, *_trim(low, start, edge))
    if not names:
        return None
    if edge < end and rest >= _trim(low, start, edge)[1]:
        rest = acts.end() if acts is not None else edge
    partners: list[Name] = []
    if together is not None:
        partners, rest = agency_lists.read(view, low, *_trim(low, together.end(), end), sentence=True)
        rest = end if _DO_IT.fullmatch(low, rest, end) is not None else rest
    leads = acts is not None and _LEADS.match(low, acts.start(), end) is not None
    return Charge(tuple(names), tuple(partners), leads, _trim(low, rest, end)[0])


# By when, behind who: `(Phòng Quản lý đô thị chủ trì, xong trước 15/5/2024)`.
_DUE = regex.compile(r"\s?[,;.–-]\s(?:xong|hoàn thành|hoàn tất|chậm nhất|trước)(?!\p{L})")
_BRACKET = regex.compile(
    r"\((?P<inside>[^()]{5,400})\)(?=\s?[.;:,]?\s*(?:$|(?<=[.;,]\s*)(?:hoàn thành|hoàn tất|xong|thời (?:gian|hạn)|chậm nhất)(?!\p{L})[^();.]{1,80}[.;]?\s*$))"
)


def bracket(view: str, low: str, start: int, end: int) -> tuple[int, Charge] | None:
    """The bracket at the end of a task that names who does it: where it begins, and whom it charges."""
    opens = low.rfind("(", start, end)
    match = _BRACKET.match(low, opens, end) if opens >= start else None
    if match is None:
        return None
    a, b = match.span("inside")
    keys = parts(low, a, b)
    if keys and keys[0].at == a:
        found = charged(view, low, keys)
    else:
        due = _DUE.search(low, a, b)
        b = due.start() if due is not None else b
        found = charge(view, low, a, b)
        if found is not None and _ORDER.match(low, a, b) is not None:
            return opens, found  # `(Giao Công an tỉnh tham mưu)`
        if found is not None and due is None and _LEADS.search(low, a, b) is None and _ACTING.search(low, a, b) is None:
            return None  # `(Sở Y tế)` may be anything
    return (opens, found) if found is not None and found.rest >= b else None


def charged(view: str, low: str, keys: list[Part]) -> Charge | None:
    """Whom the values of keys charge together; `None` where no key names who leads or acts."""
    names: list[Name] = []
    partners: list[Name] = []
    leads = False
    rest = keys[-1].end
    for part in keys:
        if part.key is Key.TOGETHER:
            partners += agency_lists.read(view, low, part.start, part.end)[0]
        elif part.key in (Key.LEAD, Key.ACT) and (found := charge(view, low, part.start, part.end)) is not None:
            names += found.names
            partners += found.partners
            leads = leads or found.leads or part.key is Key.LEAD
    return Charge(tuple(names), tuple(partners), leads, rest) if names else None


# --- tasks ---------------------------------------------------------------------------------------------------------

# What announces the words of a task and is no part of them.
CONTENT = regex.compile(
    r"(?:tên\s)?(?:nội dung|nhiệm vụ|công việc|hoạt động)(?:\s(?:thực hiện|hoạt động|công việc|nhiệm vụ|cụ thể))*\s?:\s?"
)
# A heading that only counts (`Hoạt động 1`).
ONLY_COUNTS = regex.compile(
    r"(?:hoạt động|nhiệm vụ|nội dung|công việc|giải pháp|phần việc|việc)(?:\s(?:số|thứ))?(?:\s(?:\d{1,2}|[ivx]+|nhất|hai|ba|tư|năm))?\s?[.:]?\s*$"
)
