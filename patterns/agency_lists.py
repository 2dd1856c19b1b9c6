"""Lists of agencies that take up all of their words: headings, cells, values behind `Cơ quan chủ trì:`.

Where nothing else stands beside the names, a name needs no list: the words are split so that every part begins with the head word of
an agency, and what does not begin with one belongs to the name before it (`Phòng Bảo vệ, chăm sóc trẻ em và Bình đẳng giới` is one,
`Phòng A - Phòng B` two).
"""

from __future__ import annotations

import regex

from patterns import agencies
from patterns.agencies import DUTY, Name

_MARK = r"(?:\s?[,;&/]\s?(?:(?:và|cùng với|cùng)\s)?|\s(?:và|cùng với|cùng)\s|\s[-–]\s)"
# A head word that a name of its own follows, or one that stands for a body alone.
_HEAD = (
    r"(?:(?:Sở|Phòng|Ban|Bộ|Hội|Đoàn|Trung tâm|Đài|Báo|Trường|Bệnh viện|Văn phòng|Chi cục|Cục|Tổng cục|Vụ|Viện|Công ty|Tổng công ty|Hiệp hội|Liên hiệp|Liên đoàn|"
    r"Liên minh|Hội đồng|Chi nhánh|Trạm|Đồn|Quỹ|Ngân hàng|Tổ|Cổng|Khoa|Đội|Ngành|Cơ quan|Câu lạc bộ|Hạt|Nhà|Học viện|Tập đoàn|Hợp tác xã)"
    r"\s(?=\p{Lu}|quản lý|chỉ đạo|chỉ huy|phục vụ|giám đốc|giám hiệu|thường vụ|nhân dân|nhà nước|y tế|giáo dục|văn hóa|liên hiệp|chữ thập|phụ nữ|nông dân|cựu chiến binh|khuyến học|tiểu học|mầm non|thanh niên|thường trực|điện tử|thông tin|các)"
    r"|(?:Báo(?=\svà\s)|Ủy ban|UBND|HĐND|Công an|Bộ Chỉ huy|Ban Chỉ huy|Tòa án|TAND|VKSND|Viện [Kk]iểm sát|Thanh tra|Kho bạc|Bảo hiểm|BHXH|Bưu điện|Viễn thông|Điện lực|VNPT|Viettel|Thuế(?=\s(?:\p{Lu}|tỉnh|huyện|thành phố|khu vực|cơ sở))|Kiểm toán|Hải quan|"
    r"Mặt trận|MTTQ|UBMTTQ|UB|LĐLĐ|Công đoàn|Chính quyền|Bộ đội|BĐBP|Chủ tịch|Giám đốc|Thủ trưởng|Chánh|Trưởng|Hiệu trưởng|Bí thư|Thường trực|Lãnh đạo|Đồng chí|"
    r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Xã|Phường|Đảng)\s?(?:ủy|đoàn)|(?:Tỉnh|Thành|Huyện|Quận|Thị)\shội|Đảng bộ|Chi bộ|Trung ương)(?!\w))"
)
_GENERAL = r"(?:[Cc]ác|[Nn]hững|[Mm]ột số|[Tt]oàn thể|[Tt]ất cả)\s"
# Heads of hamlets, in small letters behind others (`Khối trưởng, trưởng thôn`).
_OF_HAMLETS = (
    r"(?:trưởng|bí thư|tổ trưởng|khối trưởng)\s(?:các\s)?(?:thôn|bản|ấp|khóm|buôn|làng|xóm|khu|khối|tổ|chi bộ)"
)
_SEMICOLON = r"\s?;\s?(?:(?:và|cùng)\s)?"
# A name that its unit or number closes is whole: what begins with a capital behind the comma is the next (`Trung đoàn 43, Sư đoàn 5`).
_CLOSED = r"(?<=\s(?:tỉnh|huyện|quận|thị xã|thị trấn|thành phố|xã|phường|\d{1,4})),\s(?=\p{Lu}\p{Ll})(?!(?i:thị|xã|phường|huyện|quận|thành|đặc)\s)"
# So is one that its place closes, where a body follows and not another place (`Đài Tiếng nói Việt Nam, Thông tấn xã Việt Nam`).
_CLOSED_BY_PLACE = (
    r"(?<=\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+),\s(?=(?:\p{Lu}\p{Ll}+\s){1,3}(?!(?:và|cùng|có|là|với)(?!\p{L}))\p{Ll})"
)
_BORDER = regex.compile(rf"{_MARK}(?={_HEAD}|{_GENERAL}|{_OF_HAMLETS})|{_CLOSED}|{_CLOSED_BY_PLACE}|{_SEMICOLON}")
# A name that begins as the one before it did is the next (`Tổ chuyên môn mầm non, tổ chuyên môn tiểu học`).
_SAME_HEAD = regex.compile(
    r"(?i:(?P<head>\p{L}+\s\p{L}+)\s[^,;:.()]{1,80}?(?P<again>,\s|\s(?:và|cùng)\s)(?=(?P=head)\s))"
)
# A person with what he is (`Đồng chí Trần Văn B, Trưởng ban Tuyên giáo`): only another person or a group parts him from the next.
_PERSON = regex.compile(r"(?i:(?:các )?đồng chí|ông|bà)\s(?=\p{Lu})")
_BORDER_OF_PERSON = regex.compile(rf"{_MARK}(?=(?i:đồng chí|ông|bà)\s\p{{Lu}}|{_GENERAL})")
_SAME = regex.compile(r"(?:Sở|Phòng|UBND|Ủy ban nhân dân|Công an|Hội|Chi cục)\s(?=\p{Lu}|các\s|tỉnh|huyện|xã)")
_BEGINS = regex.compile(_HEAD)
# The sentence goes on behind a name: with a verb, or with how and on what grounds.
_VERB = regex.compile(rf"\s{DUTY}")
_ON = regex.compile(rf",?\s(?:(?:để|phải|cần|là|có|theo|trên cơ sở|trong|căn cứ|về|nhằm|tại|khi|việc)(?!\w)|{DUTY})")


def read(view: str, low: str, start: int, end: int, *, sentence: bool = False) -> tuple[list[Name], int]:
    """The agencies that words begin with, and where what they do begins (`end` where the words are names to their end).

    `sentence` says that the words are part of one, where what follows a general phrase need not belong to it.
    """
    while end > start and view[end - 1] in " .;,:":
        end -= 1
    names = agencies.parse(view, start, end) if agencies.starts(view, start) else []
    if names and names[-1].end < end:
        goes_on = _ON if sentence else _VERB
        if (sentence or names[-1].own) and goes_on.match(low, names[-1].end, end) is not None:
            return names, names[-1].end
    return fill(view, start, end), end


def begins(view: str, at: int) -> bool:
    """Whether the head word of an agency with a name of its own stands at a place, whether a list knows that agency or not."""
    return _BEGINS.match(view, at) is not None or is_person(view, at)


def is_person(view: str, at: int) -> bool:
    """Whether a person is named at a place (`Đồng chí Trần Văn B`)."""
    return _PERSON.match(view, at) is not None


def fill(view: str, start: int, end: int) -> list[Name]:
    """The agencies whose names together take up `view[start:end]`."""
    while end > start and view[end - 1] in " .;,:":
        end -= 1
    out: list[Name] = []
    at = start
    while at < end:
        person = _PERSON.match(view, at, end) is not None
        found = agencies.parse(view, at, end) if not person and agencies.starts(view, at) else []
        stop = found[-1].end if found else at
        edge, following = _border(view, stop, end, _BORDER_OF_PERSON if person else _BORDER)
        again = _SAME_HEAD.match(view, found[-1].start if found else at, end)
        if again is not None and stop <= again.start("again") < edge:
            edge, following = again.start("again"), again.end("again")
        if found:
            last = found[-1]
            out += [*found[:-1], Name(last.start, edge, last.own, last.head)]
        else:
            out.append(Name(at, edge, begins(view, at)))
        at = following
    return out


def _border(view: str, at: int, end: int, pattern: regex.Pattern[str]) -> tuple[int, int]:
    """Where the name that goes on at `at` ends, and where the next one begins."""
    if at < end and view[at] == " " and _SAME.match(view, at + 1, end) is not None:
        return at, at + 1  # the line break between two names of a cell is lost
    for match in pattern.finditer(view, at, end):
        if view.count("(", at, match.start()) <= view.count(")", at, match.start()):
            return match.start(), match.end()  # what stands in brackets belongs to the name before them
    return end, end


# A duty that begins with a capital right behind the names.
JOINED_DUTY = regex.compile(rf"\s(?=\p{{Lu}})(?=(?i:{agencies.DUTY}))")
# What a heading without an agency begins with; in lower case.
NO_AGENCY = regex.compile(
    rf"{agencies.DUTY}|(?:cơ chế|phương án|kinh phí|nguồn|giải pháp|tiến độ|thời (?:gian|hạn)|hình thức|chính sách|quy định|kế hoạch|chương trình|đề án|nhiệm vụ|trách nhiệm|chế độ|nội dung|công tác|về|cấp|khen thưởng|khi|để|đến|năm|giai đoạn|trong|lưu ý|hiệu lực)(?!\w)"
)
# What an office does, in small letters up to the end of its heading; what lays a duty on it is none of its name.
WORK_OF_OFFICE = regex.compile(
    r"\s(?!(?:chủ trì|phối|thực hiện|triển khai|tham mưu|tham gia|có|chịu|cần|phải|tập trung|theo|căn cứ|tổ chức thực hiện|tiếp tục|để|là|trong|nghiêm túc|chủ động|được|xây dựng|giúp)(?!\p{L}))"
    r"\p{Ll}+(?:\s\p{Ll}+){0,3}(?=\s?(?:$|:))"
)
# What joins a further name to a list.
FURTHER = regex.compile(r"\s(?:và|cùng)\s(?:các\s)?")
# Where a duty begins behind names; in lower case.
BEFORE_DUTY = regex.compile(rf"\s(?={agencies.DUTY})")
