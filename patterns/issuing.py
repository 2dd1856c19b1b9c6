"""Who issued a cited document: the name behind `của`, as long as it is written.

Names that officialese knows are read by `issuers.ISSUER`. Others begin with the head word of a body and go on to what cannot stand in a
name: `Ban Chỉ đạo về phát triển khoa học, công nghệ và đổi mới sáng tạo tỉnh ban hành …` ends before `ban hành`. Commas and `và`
belong to the name where a unit closes it (`tỉnh`, `thành phố Huế`) or where the parts are all in capitals. Patterns read the view.
"""

from __future__ import annotations

import regex

from patterns.compiled import compiled
from patterns.issuers import IN_UNIT, ISSUER

_KNOWN = compiled("issuing-known", ISSUER)
_HEADS = (
    r"Ban|Bộ|Sở|Phòng|Tổng [Cc]ục|Cục|Vụ|Chi cục|Viện|Trung tâm|Hội|Hội đồng|Ủy ban|Đoàn|Liên đoàn|Tổng Liên đoàn|Tổ|Văn phòng|Trường|Tòa án|Thanh tra|Công an|"
    r"Quỹ|Kho bạc|Ngân hàng|Đảng bộ|Đảng ủy|Liên minh|Liên hiệp|Mặt trận|Tập đoàn|Bảo hiểm|Trạm|Bệnh viện|Giám đốc|Trưởng|Chủ tịch|Bộ trưởng|Chi bộ|Bí thư|Thường trực"
)
# What stands behind the name of a body and in none, in small letters.
_STOPS = (
    r"về việc|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bổ sung|triển khai|thực hiện|là|được|đã|tại|trong|theo|cho|để|nhằm|giao|công bố|đối với|giai đoạn|năm|ngày|kèm|thông qua|"
    r"có|đến|từ|trên|với|gửi|yêu cầu|đề nghị|thành lập|kiện toàn|tổ chức|(?<!và\s)các|này|như|khi|bằng|nêu|tăng cường|tiếp tục|đẩy mạnh|(?<![Bb]an\s)chỉ đạo|thông báo"
)
_WORD = rf"(?!(?:{_STOPS})(?!\p{{L}})|số\s?:?\s?\d)\p{{L}}[\p{{L}}']*"
# A committee behind a comma that is the subject of the clause: `… của Văn phòng UBND tỉnh, UBND huyện yêu cầu …`.
_ACTS = rf"(?:UBND|HĐND)\s{IN_UNIT}\s(?!về(?!\p{{L}}))\p{{Ll}}"
_RUN = compiled(
    "issuing-run",
    rf"(?:{_HEADS})(?!\p{{L}})(?:(?:\s|,\s(?!(?:{_HEADS}|{_HEADS.lower()})(?!\p{{L}})|{_ACTS})|\s?-\s?|\s?&\s?)(?:\d{{1,3}}(?![\d/.,%-])|{_WORD})){{1,32}}",
)
# The office that the document itself is of, named by its head word alone (`Công văn số … của Bộ về việc …`).
_BARE = regex.compile(
    r"(?:Bộ|Sở|Cục|Ban|Phòng|Hội)(?=\s(?:về|hướng dẫn|ban hành|quy định|yêu cầu|đề nghị)(?!\p{L})|\s?(?:[,;.)]|$))"
)
_UNIT_AT_END = regex.compile(rf"(?<=\s){IN_UNIT}$")
_UNIT_BEFORE_SUBJECT = regex.compile(rf"(?<=\s){IN_UNIT}(?=\svề\s)")
_CUT = regex.compile(rf",\s|\svề(?!\p{{L}})|\svà\s(?:(?=\p{{Ll}})|(?=(?:{_HEADS})(?!\p{{L}})))")
_PARTS = regex.compile(r"(?:,\s|\svà\s)(?=\p{Lu})")
_LAST_PART = regex.compile(r"\svà\s\p{Lu}")
_LOOSE = regex.compile(r"(?:,|\svà|\svề|\s-)\s?$")


# The first word of a title in capitals that follows a name of a place without a mark (`… thành phố Cần Thơ Thực hiện …`).
_TITLE = regex.compile(
    r"\s(?:Thực hiện|Ban hành|Triển khai|Phê duyệt|Quy định|Công bố|Điều chỉnh|Hướng dẫn|Sửa đổi|Về (?:việc|thực|ban|triển|tăng))(?!\p{L})"
)
# Names that are only known by their heads: what the body does follows in words of any kind.
_OPEN_HEADS = ("Ban Chỉ đạo", "Tổng cục", "Tổng Cục", "Cục", "Vụ", "Viện", "Trung tâm", "Chi cục")


def issuer_at(view: str, position: int, end: int) -> int | None:
    """Where the name of a body that begins at a position ends; `None` where none begins there."""
    name = _name_end(view, position, end)
    if name is None:
        return None
    last = view.rfind(" ", position, name)
    return last if last >= 0 and _TITLE.match(view, last, end) is not None else name


# What may stand right behind a citation: the mark that closes it, a footnote's.
CLOSES = r"[\"'\])]?(?:\s?(?:\[\d{1,3}\]|\(\d{1,2}\)(?!\s?/)|[¹²³⁴-⁹]+))?"
_OF = regex.compile(rf"{CLOSES}\s?[,(]?\s?(?:của|do|(?P<between>giữa))\s(?:[Ll]iên\s(?:Bộ|Sở|ngành)\s?:?\s)?")
# A part of a ministry or department, and the one that it is of: `của Vụ Pháp chế, Bộ Y tế`.
_IS_PART = regex.compile(r"(?:Vụ|Cục|Tổng cục|Văn phòng|Thanh tra|Phòng|Chi cục)\s")
_BODY_OVER = regex.compile(r",\s(?=(?:Bộ|Sở)\s\p{Lu})")
_AND_OTHER = regex.compile(r"(?:,|;|\s-|\svà|,\svà)\s")


def issuer_behind(view: str, position: int, end: int, *, joint: bool) -> tuple[int, int] | None:
    """The issuer that follows a citation (`của …`); `giữa …` names those of what several issue together (`joint`) alone.

    >>> issuer_behind("số 1/CV-PC của Vụ Pháp chế, Bộ Y tế", 10, 35, joint=False)
    (15, 35)
    """
    of = _OF.match(view, position, end)
    if of is None or (of["between"] is not None and not joint):
        return None
    last = issuer_at(view, of.end(), end)
    if last is None:
        return None
    over = _BODY_OVER.match(view, last, end) if _IS_PART.match(view, of.end()) is not None else None
    above = issuer_at(view, over.end(), end) if over is not None else None
    return of.end(), above or last


def end_of_all(view: str, position: int, end: int) -> int:
    """Where the last of several issuers ends, the first of whom ends at a position."""
    while (other := _AND_OTHER.match(view, position, end)) is not None:
        further = issuer_at(view, other.end(), end)
        if further is None:
            break
        position = further
    return position


def _name_end(view: str, position: int, end: int) -> int | None:
    known = _KNOWN.match(view, position, end)
    run = _RUN.match(view, position, end)
    if run is None:
        known = known or _BARE.match(view, position, end)
        return known.end() if known is not None else None
    whole = _whole(view, position, run.end())
    if known is None:
        return whole
    return whole if known.group().startswith(_OPEN_HEADS) else known.end()


def _whole(view: str, start: int, end: int) -> int:
    """Where a name ends within the words that may belong to it."""
    subject = _UNIT_BEFORE_SUBJECT.search(view, start, end)
    end = subject.end() if subject is not None else end
    if _UNIT_AT_END.search(view, max(start, end - 40), end) is not None and _one_name(view, start, end):
        return end
    steering = _steering(view, start, end)
    if steering is not None:
        return steering
    at = start
    for cut in _CUT.finditer(view, start, end):
        parts_follow = (
            cut.group() == ", " and _PARTS.match(view, cut.start(), end) and _LAST_PART.search(view, cut.end(), end)
        )
        phong = view.endswith("hòng", start, cut.start()) and view.startswith("chống", cut.end())
        if not parts_follow and not phong:
            return cut.start()
        at = cut.end()
    loose = _LOOSE.search(view, at, end)
    return loose.start() if loose is not None else end


# A national steering committee is named by what it steers: `Ban Chỉ đạo Trung ương về phòng, chống thiên tai và cứu nạn`.
_STEERS = regex.compile(r"[Bb]an [Cc]hỉ đạo(?: [Tt]rung ương| [Qq]uốc gia)?\svề\s(?!việc|công tác năm)")
_STEERED = regex.compile(r"[^,]+?(?:,\s\p{Ll}[^,]*?)*?\svà\s\p{Ll}[^,]*|(?:phòng, )?[^,]+?(?=\svà\s|,|$)")


def _steering(view: str, start: int, end: int) -> int | None:
    """Where the name of a steering committee ends behind the list of what it steers; `None` where it is no such name."""
    steers = _STEERS.search(view, start, end)
    if steers is None:
        return None
    about = view.find(" về ", steers.end(), end)  # `… về chuyển đổi số về Kế hoạch hành động`
    steered = _STEERED.match(view, steers.end(), about if about >= 0 else end)
    return steered.end() if steered is not None else None


_OTHER_BODY = regex.compile(rf"\svà\s(?:{_HEADS})(?!\p{{L}})")


def _one_name(view: str, start: int, end: int) -> bool:
    """Whether no second body is named in the words."""
    return _OTHER_BODY.search(view, start, end) is None


# An issuer without `của`: the session of a committee (`…, Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XII`), or a body whose
# document goes on with its subject (`…, Ủy ban nhân dân tỉnh về …`); else the body is the subject of the next clause.
_BESIDE = regex.compile(
    r"[\"'\])]?\s?[,(]?\s?(?:(?:(?:của|tại)\s)?(?P<session>(?:Hội nghị|Kỳ họp|Phiên họp|Đại hội)\s(?:lần thứ\s)?[\p{L}\d]+,?\s(?:của\s)?))?(?=\p{Lu})"
)
_SUBJECT_FOLLOWS = regex.compile(r"(?:\s[Kk]hóa [XVI]+)?\)?\svề\s")


def issuer_beside(view: str, position: int, end: int) -> tuple[int, int] | None:
    """The issuer that follows the number or the date of a document without `của`; `None` where none does."""
    beside = _BESIDE.match(view, position, end)
    name = issuer_at(view, beside.end(), end) if beside is not None else None
    if beside is None or name is None:
        return None
    said = beside["session"] is not None or _SUBJECT_FOLLOWS.match(view, name, end) is not None
    return (beside.end(), name) if said else None
