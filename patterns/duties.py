"""How a plan lays duties on agencies: the role, the partners, the indicators, the words that open and close.

Patterns read the view in lower case (`patterns.spelling.lower`); names of agencies are read in the view itself.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from patterns import agencies
from patterns.agencies import Name
from patterns.vocabulary import DutyRole

# --- headings ------------------------------------------------------------------------------------------------------

_OF_PLACE = rf"(?:\s(?!{agencies.DUTY})\w+){{1,6}}?"
_ADDRESS = rf"(?:(?:kính|trân trọng|ubnd{_OF_PLACE}|ủy ban nhân dân{_OF_PLACE}|ủy ban thường vụ quốc hội|chính phủ|(?:phó )?thủ tướng(?: chính phủ)?(?: \p{{L}}+){{0,4}}?)\s)?"
# What stands before the agencies in their heading.
REQUEST = rf"{_ADDRESS}đề nghị(?:\svới)?"
ORDER = (
    rf"(?:{_ADDRESS}(?:giao|yêu cầu|phân công)(?:\s(?:trách nhiệm|nhiệm vụ))?(?:\scho)?|(?:trách nhiệm|nhiệm vụ)(?:\s(?:cụ thể\s)?của)?|đối với|về phía|phía|"
    r"các (?:ông|đồng chí)(?:\s?\(bà\)|,? bà)?)"
)
PREFIX = regex.compile(rf"(?:(?P<request>{REQUEST})|(?P<order>{ORDER}))\s?:?\s")
# What may stand between the agencies and the colon, or the end of the heading.
HEADING_REST = regex.compile(
    r"(?:\s?\([^()]{1,120}\))?(?:(?:\s[-–]|,)\s(?:là\s)?(?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì|tham mưu)[^;:.]{0,80}?(?=\s?(?::|$)))?"
    r"(?:,?\s?(?:có (?:các )?(?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|thực hiện (?:các )?(?:nhiệm vụ|nội dung)(?: sau| cụ thể)?|"
    r"(?:với )?(?:các )?nhiệm vụ(?: sau| cụ thể)?|(?:căn cứ|theo chức năng|trong phạm vi|theo)[^;:]{0,150}(?=:)|(?:tổ chức )?thực hiện(?=:)|tập trung(?=:)))?"
    r"(?:\s?\([^()]{1,120}\))?\s?(?P<mark>:|[.;,]?\s?$|-\s(?=\p{L}))"
)
# The sentence goes on with the duty, or with on what it rests.
GOES_ON = regex.compile(
    rf",?\s(?:(?:và|để|cùng|nghiêm túc|chủ động|phải|cần|được|là|có|theo|trên cơ sở|trong|tùy|dựa|ngoài|tại|khi|hằng|hàng|bên cạnh|với|từ|trước|sau)(?!\w)|{agencies.DUTY})"
)
# Who tells others what to do, above a list of those.
ANNOUNCES = regex.compile(r",?\s(?:giao|phân công|yêu cầu|đề nghị|chỉ đạo)(?:\scho)?\s?:?\s*")
# On what a duty rests, and that it is one: no words that tell which agencies are meant.
GROUNDS = regex.compile(
    r",?\s(?:căn cứ|theo|trong phạm vi|trên cơ sở|có (?:các )?(?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|thực hiện (?:các |tốt )?(?:nhiệm vụ|nội dung)|tập trung|"
    r"cần|phải|tiếp tục|chủ động|nghiêm túc|để|tùy|tổ chức thực hiện$|xây dựng|phối hợp)(?!\w)"
)
# Who does a task is said elsewhere (`Theo phân công tại Quyết định …`): no agency.
REFERENCE = regex.compile(r"\s*(?:theo|như|tại)(?!\w)")
# A remark among duties (`* Lưu ý: …`).
NOTE = regex.compile(r"(?:lưu ý|ghi chú|chú thích)\s?:")
DUTY_BEGINS = regex.compile(agencies.DUTY)
# What an office leads or answers for, behind its name.
IN_CHARGE = regex.compile(
    r"\s(?:(?:là|làm|có|được giao)\s)?(?:chủ trì|phụ trách|chịu trách nhiệm|trách nhiệm|(?:cơ quan )?(?:đầu mối|thường trực)|tham mưu|phối hợp)(?!\w)"
)
# The pro forma clause of a decision: who is answerable for carrying it out (Nghị định 30/2020/NĐ-CP, phụ lục III).
ENFORCEMENT = regex.compile(
    r"(?:chịu trách nhiệm )?thi hành (?:quyết định|nghị quyết|chỉ thị)(?: này)?|căn cứ quyết định thi hành"
)

# A sentence of a letter that asks agencies for all that the items below it say (`… đề nghị Ủy ban nhân dân các tỉnh … thực hiện các nội dung sau:`).
ASKS_ALL = regex.compile(
    r"(?<!\p{L})(?:(?P<request>đề nghị)|yêu cầu|giao)\s(?=[^;:]{5,300}\s(?:nội dung|nhiệm vụ|công việc|việc|vấn đề|biện pháp|giải pháp)(?:\s\p{L}+){0,4}\s(?:sau|như sau|sau đây|dưới đây)\s?:\s*$)"
)

# What the centre's own cities are: part of the name of those whom a letter addresses.
UNDER_CENTRE = regex.compile(r"\strực thuộc trung ương")
# A verb that can name an office too, behind one that is charged with something (`Giao Sở X tổ chức dạy bơi:`).
DOES = regex.compile(r"\s(?:tổ chức|quản lý|theo dõi|hướng dẫn|kiểm tra)\s\p{L}")

# --- closing paragraphs --------------------------------------------------------------------------------------------

CLOSING = regex.compile(
    r"(?:trong )?quá trình (?:tổ chức )?(?:triển khai|thực hiện)|trên đây là|căn cứ (?:vào )?(?:các )?(?:nội dung|chức năng|nhiệm vụ|kế hoạch|chương trình|quyết định)|"
    r"nhận được (?:kế hoạch|chương trình)|(?:yêu cầu|đề nghị) (?:các|thủ trưởng|giám đốc)|(?:ubnd|ủy ban|sở|phòng|hội|đoàn|trường|trung tâm|bệnh viện|công an|bộ|ban|cục|chi cục|hội đồng|đảng ủy|(?:tỉnh|thành|huyện|quận|thị) ?ủy)(?:\s[^;.:]{0,80}?)?\s(?:yêu cầu|đề nghị) (?:các|trưởng|thủ trưởng|giám đốc|hiệu trưởng|chủ tịch|bí thư|toàn thể|tất cả|những)|"
    r"(?:kế hoạch|chương trình|quyết định) (?:này|được (?:sơ kết|tổng kết|công bố|phổ biến))|nếu (?:có|phát sinh)|khi có (?:khó khăn|vướng mắc)|(?:mọi )?(?:khó khăn|vướng mắc)|"
    r"(?:trường hợp|trong trường hợp)|để (?:kế hoạch|việc)|[^.]{10,240}\.\s(?:yêu cầu|đề nghị) (?:các|thủ trưởng|giám đốc)\s|"
    r"(?P<subject>(?:các|thủ trưởng|giám đốc|chủ tịch)\s)"
)
# The title of a duty to report, before those who do.
REPORT_TITLE = regex.compile(
    r"(?:(?:về\s)?(?:chế độ|công tác|thời gian|thời hạn|nội dung)\s)?(?:thông tin,?\s(?:và\s)?)?(?:báo cáo|sơ kết|tổng kết)[^:.;]{0,40}:\s+"
)
# What the issuer itself does at the end (`UBND xã sẽ tổ chức sơ kết vào quý IV/2023`): a closing paragraph too, and a duty of its own.
SUMS_UP_ITSELF = regex.compile(
    r"\s(?:sẽ\s|có trách nhiệm\s|chủ trì\s|tiến hành\s|chỉ đạo\s|định kỳ\s|h[ằà]ng năm\s)*(?:tổ chức\s)?(?:hội nghị\s|họp\s)?(?:kiểm tra,?\s|giám sát,?\s)*(?:sơ kết|tổng kết|đánh giá|rút kinh nghiệm)(?!\w)"
)
# What agencies named before are called: `nếu có vướng mắc, các đơn vị phản ánh`.
CALLED_AGAIN = regex.compile(
    r"các\s(?:cơ quan|đơn vị|địa phương)(?:(?:,|\svà)\s(?:các\s)?(?:cơ quan|đơn vị|địa phương))*"
)
# A sentence that asks others for what it says.
ASKS_FIRST = regex.compile(r"(?:yêu cầu|đề nghị)\s")
# What closes the document whether or not it tells anyone to do anything.
CLOSES = regex.compile(
    r"(?:trong )?quá trình (?:tổ chức )?(?:triển khai|thực hiện)|trên đây là|nhận được (?:kế hoạch|chương trình)|(?:kế hoạch|chương trình) này (?:có hiệu lực|thay thế|(?:được )?phổ biến (?:đến|tới))"
)
# From when a document holds, or what it takes the place of: nobody's duty.
IN_FORCE = regex.compile(
    r"\W*(?:điều \d+[.:]?\s)?(?:kế hoạch|chương trình|quyết định|nghị quyết|chỉ thị|thông tư|quy chế|quy định|đề án)\s(?:này\s)?(?:(?:đã )?được\s[^.;]{1,120}?\sthông qua|có hiệu lực|thay thế)"
)
# Clauses before the subject of a duty.
OPENS = regex.compile(
    r"(?:căn cứ|trên cơ sở|h[ằà]ng (?:năm|quý|tháng)|định kỳ|trong phạm vi|theo|trước ngày|chậm nhất|tùy|để|trong quá trình|từ|đến|nhằm|ngoài|khi)(?!\w)"
)
# Where the agencies of such a paragraph stand: after what asks, or after the clause that opens.
# Whom an office charges among its own people (`phân công giáo viên kiêm nhiệm`) is none.
_ASKS = regex.compile(
    r"(?:yêu cầu|đề nghị|giao|kính đề nghị|phân công(?!\s(?:giáo viên|cán bộ|công chức|viên chức|nhân viên|người|thành viên|lãnh đạo|cộng tác viên)))\s(?:cho\s)?:?\s?"
)
_CLAUSE = regex.compile(r"[,;.]\s(?=\p{L})")
_OF_LIST = regex.compile(r"\p{Lu}|(?:các|những|mọi|từng|toàn)\s")
_AFTER_SUBJECT = regex.compile(
    rf"(?:\s?\([^()]{{1,80}}\))?,?\s(?:{agencies.DUTY}|kịp thời|có|chịu|nghiêm túc|căn cứ|theo|trong|chủ|phải|cần|tự|về|để|báo cáo|liên hệ|gặp|xin)(?!\w)|\s?:"
)


def subject(view: str, low: str, start: int, end: int) -> list[Name]:
    """The agencies that a sentence tells to do something; empty where it names none.

    They stand at its start, after `yêu cầu`, `đề nghị`, `giao`, or after a clause that a comma ends.
    """
    places = [start, *(match.end() for match in _ASKS.finditer(low, start, end))]
    asked = set(places[1:])
    clauses = {match.end() for match in _CLAUSE.finditer(low, start, end)} - asked
    places += clauses
    for at in sorted(places, key=lambda place: (place not in asked, place)):
        names = agencies.parse(view, at, end)
        if at in clauses and names and (whole := _list_through(view, low, start, at, end)):
            names = whole
        if at in clauses and names and not names[0].own and _OF_LIST.match(view, at) is None:
            continue  # `các sở, ngành, địa phương`: the comma stands inside the list
        if names and (at in asked or _AFTER_SUBJECT.match(low, names[-1].end, end) is not None):
            following = _ASKS.match(low, names[-1].end + 1, end)
            if following is None:  # `UBND huyện yêu cầu các phòng`: who asks is not who is asked
                return names
    return []


def asked(view: str, low: str, start: int, end: int) -> tuple[list[Name], bool] | None:
    """The agencies that words ask or order to do something, whoever asks, and whether they only ask (`đề nghị`); `None` where they ask none."""
    for match in _ASKS.finditer(low, start, end):
        names = agencies.parse(view, match.end(), end)
        if names and _ASKS.match(low, names[-1].end + 1, end) is None:
            return names, "đề nghị" in match.group()
    return None


def _list_through(view: str, low: str, start: int, at: int, end: int) -> list[Name]:
    """The list of agencies that begins before a comma and goes on behind it; empty where none does."""
    for place in _SEVERAL.finditer(low, start, at):
        names = agencies.parse(view, place.end(), end)
        if any(name.start == at for name in names):
            return names
    return []


# In a sentence that says what if, the agencies may stand behind a verb without a comma (`nếu cần bổ sung các sở, ngành đề xuất …`).
_CONDITION = regex.compile(r"(?:[^.;]{0,200}?\s)?(?:nếu|trường hợp|khi)(?!\w)")
_SEVERAL = regex.compile(
    r"(?<!(?:với|cho|của|từ|về|đến|do|trong|cùng|và|giữa|tại|giúp|dẫn|đạo|đốc|gửi|báo cáo|theo|như|là|đối với)\s)(?<=\s)(?=(?:các|những)\s)"
)


def addressed(view: str, low: str, sentences: list[tuple[int, int]]) -> list[list[Name]]:
    """The agencies that the sentences of a closing paragraph tell to do something, those of each sentence that names some."""
    out: list[list[Name]] = []
    for start, end in sentences:
        names = subject(view, low, start, end)
        if not names and _CONDITION.match(low, start, end) is not None:
            for place in _SEVERAL.finditer(low, start, end):
                found = agencies.parse(view, place.start(), end)
                if found and _AFTER_SUBJECT.match(low, found[-1].end, end) is not None:
                    names = found
                    break
        if names:
            out.append(names)
    return out


# --- role ----------------------------------------------------------------------------------------------------------

LEAD = regex.compile(
    r"(?<!\w)chủ trì(?!\w)|"
    r"(?<!\w)(?:là|(?<!(?:giao|phân công|cử|bố trí|chỉ định)[^,;.]{0,60})làm)\s(?:(?:cơ quan|đơn vị|bộ phận)\s)?(?:đầu mối|thường trực)|"
    r"(?<!\w)là (?:cơ quan|đơn vị) (?:chủ trì|tham mưu chính)|"
    # the duty, or a clause of it, says so of its agency without a verb: `Đầu mối tham mưu UBND tỉnh …`
    r"(?<=(?:^|[.;:\n-])\s*)(?:cơ quan |đơn vị )?(?:đầu mối|thường trực)(?:,)?\s(?:tham mưu|giúp|theo dõi|tổng hợp|phối hợp|triển khai|tiếp nhận|thực hiện|đôn đốc|kết nối|quản lý|hướng dẫn|trong|của|chủ trì)(?!\w)"
)
# Without one of these no duty leads: a quick look before the pattern.
_LEAD_WORDS = ("chủ trì", "đầu mối", "thường trực", "tham mưu chính")
# What is meant and not who chairs: `nhiệm vụ được giao chủ trì`, `cơ quan chủ trì`.
_OF_WHAT = regex.compile(
    r"(?:cơ quan|đơn vị|bộ phận|người|tổ chức|(?:nhiệm vụ|chỉ tiêu|dự án|nội dung|hoạt động|lĩnh vực|đề án|mục tiêu|chương trình)(?:\s\p{L}+){0,4}?\s?(?:được|do mình|mình))"
    r"(?:\s(?:được|giao|phân công|trực tiếp|phụ trách))*\s$"
)
_AGENCY_BEGINS = regex.compile(r"(?:^|(?<=[\s(]))(?=\p{L})")
_ADVERB = r"(?:chủ động|tích cực|thường xuyên|tiếp tục|tăng cường|tham gia|định kỳ|kịp thời|chặt chẽ|sẵn sàng|(?:có|chịu) trách nhiệm|đẩy mạnh|nghiêm túc)"
# What limits a duty before its verb: `Theo chức năng, nhiệm vụ, …`, `Trong phạm vi quản lý của mình, …`.
_LIMIT = (
    r"(?:theo(?! dõi)|trong|căn cứ|trên cơ sở|h[ằà]ng (?:năm|quý|tháng)|định kỳ|khi|tùy|với|để|từ|sau|trước|ngoài|tại|nhằm|nếu|đối với|bên cạnh)(?!\w)"
    rf"[^,.;:]{{0,160}}(?:,\s(?!{agencies.DUTY})[^,.;:]{{1,160}})*+,\s"
)
# The same limit without its comma: `Theo chức năng nhiệm vụ phối hợp …`.
_BY_FUNCTION = r"(?:căn cứ|theo|trên cơ sở|trong phạm vi)\s(?:phạm vi,?\s)?chức năng(?:,|\svà)?\s(?:và\s)?nhiệm vụ(?:(?:,|\svà)?\squyền hạn)?(?:\s(?:được giao|được phân công|của (?:mình|đơn vị|ngành)))*,?\s"
COORDINATE = regex.compile(
    rf"(?:{_LIMIT}|{_BY_FUNCTION})?(?:{_ADVERB}(?:,|\svà)?\s)*+phối (?:kết )?hợp(?!\w)(?!\sgiữa(?!\w))"
)


def role(view: str, low: str, start: int, end: int, addressed: tuple[str, ...] = ()) -> DutyRole:
    """`lead`, `coordinate` or `implement`, for the duty at `low[start:end]` of the agencies addressed."""
    if any(low.find(word, start, end) >= 0 for word in _LEAD_WORDS):
        for match in LEAD.finditer(low, start, end):
            if not _of_another(view, low, start, match.start(), addressed):
                return "lead"
    return "coordinate" if COORDINATE.match(low, start, end) is not None else "implement"


# How far before `chủ trì` the agency that it is said of may begin.
_REACH = 200


def _of_another(view: str, low: str, start: int, at: int, addressed: tuple[str, ...]) -> bool:
    """Whether `chủ trì` at a place is said of a body that is not addressed, or tells which tasks are meant."""
    floor = max(start, at - _REACH)
    if low.rfind("(", floor, at) > low.rfind(")", floor, at):
        return True
    if _OF_WHAT.search(low, floor, at) is not None or _of_what_is_built(low, start, at):
        return True
    for match in _AGENCY_BEGINS.finditer(low, floor, at):
        if not agencies.starts(view, match.start()):
            continue
        names = agencies.parse(view, match.start(), at)
        if names and not low[names[-1].end : at].strip(" ,"):
            named = {name.text(view).casefold() for name in names}
            return "," not in low[names[-1].end : at] and not named & {name.casefold() for name in addressed}
    return False


# A sentence that makes or builds something: what it says `là đầu mối` of is that thing (`Hình thành cảng cá …; là đầu mối phân phối …`).
_BUILDS = regex.compile(
    r"(?:tiếp tục |đẩy mạnh |tăng cường |từng bước |ưu tiên )*(?:hình thành|đầu tư|thành lập|phát triển|nâng cấp|mở rộng|quy hoạch|kiện toàn|củng cố|"
    r"xây dựng(?!\s(?:và ban hành\s)?(?:kế hoạch|chương trình|đề án|văn bản|dự toán|báo cáo|quy chế|phương án)))(?!\w)"
)
_IS = regex.compile(r"(?:là|làm)\s")
_SENTENCE_BEGINS = regex.compile(r"[.\n]\s*(?=\p{L})")


def _of_what_is_built(low: str, start: int, at: int) -> bool:
    """Whether `là đầu mối` at a place is said of a thing that its sentence makes or builds."""
    if _IS.match(low, at) is None:
        return False
    begins = start
    for match in _SENTENCE_BEGINS.finditer(low, max(start, at - _SENTENCE), at + 1):
        begins = match.end()
    return begins < at and _BUILDS.match(low, begins, at) is not None


_SENTENCE = 600  # characters of a sentence before the words that are read

# --- partners ------------------------------------------------------------------------------------------------------

_TOGETHER = regex.compile(
    r"(?<!\w)(?:phối (?:kết )?hợp|hiệp đồng)(?P<how>(?:,?\s(?:chặt chẽ|thường xuyên|tốt|đồng bộ|hiệu quả|có hiệu quả|kịp thời|liên ngành|cùng|và|chủ động))*"
    # what is done together: `phối hợp, trao đổi thông tin (với) …`
    r"(?:(?:,|\svà)?\s(?:trao đổi|chia sẻ|cung cấp|thống nhất|đối chiếu|rà soát)(?:,?\s(?:và\s)?(?:trao đổi|chia sẻ|cung cấp|đối chiếu|thông tin|số liệu|dữ liệu|kinh nghiệm|ý kiến|kết quả|nội dung))*)?)"
    r"(?P<with>\s(?:với|cùng với|cùng|của|giữa)(?:\scùng)?)?(?P<colon>\s?:)?\s"
)
_ACTS = regex.compile(r"\s(?:chủ trì|phối hợp)(?!\w)")
_LATE_WITH = regex.compile(r"[^,;.:()]{1,60}?\s(?:với|cùng)\s(?=\S)")


def partners(view: str, low: str, start: int, end: int, given: regex.Pattern[str] | None = None) -> list[Name]:
    """The agencies named after `phối hợp (với)` in the duty at `view[start:end]`, in order; `given` as in `agencies.parse`."""
    out: list[Name] = []
    for match in _TOGETHER.finditer(low, start, end):
        names = agencies.parse(view, match.end(), end, given)
        if not names and match["with"] is None and (late := _LATE_WITH.match(low, match.end(), end)) is not None:
            names = agencies.parse(view, late.end(), end, given)
        if (
            len(names) > 1
            and _ACTS.match(low, names[-1].end, end) is not None
            and ";" in view[names[-2].end : names[-1].start]
        ):
            names.pop()  # `…; Hội Liên hiệp Phụ nữ phối hợp cùng …`: the subject of the next clause
        out.extend(name for found in names if (name := _without_family(low, found)) is not None)
    return out


# Families are no agencies (`phối hợp với nhà trường, gia đình`); whose they are makes them partners (`gia đình học sinh`).
_FAMILY = regex.compile(r"(?:(?:,|\svà)\s)?(?<!\p{L})(?:các\s)?gia đình$")


def _without_family(low: str, name: Name) -> Name | None:
    family = None if name.own else _FAMILY.search(low, name.start, name.end)
    if family is None:
        return name
    return Name(name.start, family.start(), name.own, name.head) if family.start() > name.start else None


# --- indicators ----------------------------------------------------------------------------------------------------

_NUMBER = r"(?:số\s|thứ\s)?\d{1,2}(?:\.\d{1,2}|[a-e])?(?![\d%]|[.,]\d|\s?%|\s(?:năm|tháng|ngày|người|trẻ|xã))"
_TO = r"(?:\s?-\s?|\s(?:đến|tới)\s)(?:chỉ tiêu\s)?"
_SPAN = rf"(?:(?:từ\s(?:chỉ tiêu\s)?)?{_NUMBER}(?:{_TO}{_NUMBER})?(?:\s\([\d.,; ]+\))?|\(\d{{1,2}}\)(?!\s?%))"
INDICATORS = regex.compile(
    rf"(?<!\w)(?:chỉ tiêu|chỉ số)(?:\s(?:sau|cụ thể))?\s?:?\s(?P<list>{_SPAN}(?:(?:\s?[,;]\s?(?:và\s)?|\svà\s)(?:(?:các\s)?chỉ tiêu\s)?{_SPAN})*)"
)
_EACH = regex.compile(
    rf"(?P<low>\d{{1,2}})(?:\.\d{{1,2}}|[a-e])?(?:{_TO}(?:số\s|thứ\s)?(?P<high>\d{{1,2}})(?:\.\d{{1,2}}|[a-e])?)?"
)


# What makes an agency answer for indicators without `chủ trì`, to the end of the clause; in lower case.
ANSWERS_FOR = regex.compile(
    r"(?<!\w)(?:chịu trách nhiệm|phụ trách)\s(?:(?!phối hợp)[^;.\d]){0,40}?(?:chỉ tiêu|chỉ số)\s[^;.]+"
)


def indicators(low: str, start: int, end: int) -> tuple[int, ...]:
    """The numbers of the indicators that a duty names, each once, in order (`từ 8 đến 10` is 8, 9, 10)."""
    out: list[int] = []
    for match in INDICATORS.finditer(low, start, end):
        out.extend(_each(match["list"]))
    return tuple(dict.fromkeys(out))


def _each(listed: str) -> Iterator[int]:
    for part in _EACH.finditer(listed):
        first, last = int(part["low"]), int(part["high"] or part["low"])
        yield from range(first, last + 1) if first <= last < first + 60 else (first, last)


_PART = regex.compile(r"\d{1,2}\.\d{1,2}")


def named_in_part(low: str) -> set[int]:
    """The indicators of which a duty names only parts or items (`chỉ tiêu 3.7`): another agency may have the others.

    >>> sorted(named_in_part("phụ trách chỉ tiêu 1.6, các chỉ tiêu từ 3.1 đến 3.6 và chỉ tiêu 3"))
    [1]
    """
    lists = [match["list"] for match in INDICATORS.finditer(low)]
    return {one for some in lists for one in _each(some)} - {
        one for some in lists for one in _each(_PART.sub("", some))
    }


# The heading of what the issuers of a joint plan do together; in lower case.
COMMON = regex.compile(
    r"(?:trách nhiệm|nhiệm vụ|nội dung|công việc|hoạt động)\schung(?:\scủa\s(?:hai|ba|các)\s(?:ngành|bên|cơ quan|đơn vị))?\W*$"
)
# What the title of a table begins with.
TITLES_TABLE = regex.compile(r"(?:bảng|biểu|lịch|danh mục|danh sách|phụ lục)(?!\p{L})")
# A lead-in whose items are parts of what it says; in lower case.
INCLUDES = regex.compile(r"(?:gồm|bao gồm|trong đó|như|cụ thể|cụ thể như sau|nhất là)(?: có)?\s?:$")
# What a line begins with that is only the title of the duties below it; in lower case.
TITLE_WORDS = regex.compile(r"(?:về|đối với|công tác|lĩnh vực|nhiệm vụ|trong|giai đoạn|năm)\s")
# The end of a lead-in to duties that lays none itself; in lower case.
LEAD_IN = regex.compile(
    r"(?:nhiệm vụ|nội dung|công việc|trách nhiệm|hoạt động)(?: sau| sau đây| cụ thể| như sau| cụ thể sau| cụ thể như sau)?\s?:$"
)

# A name that goes on in small letters behind its last capital: what it is told to do may have been read with it; in the view.
OPEN_END = regex.compile(r"(?:\s\p{Ll}+){4,}$")

# The ends of clauses of a duty; how one begins in which its agency helps another; what leads again within one.
_CLAUSE_ENDS = regex.compile(r";\s+|\.\s+|\n")
_HELPS = regex.compile(r"\W*(?:(?:và|đồng thời|tích cực|chủ động|tham gia)\s+)*phối (?:kết )?hợp(?!\w)")
_LEADS_AGAIN = regex.compile(r"(?<!\w)chủ trì(?!\w)")


def helped_with(low: str) -> set[int]:
    """The indicators that a duty names only in clauses in which its agency helps another.

    Words between two lists of numbers in one clause decide anew if they say `phối hợp` or `chủ trì`, else what was said before holds on.

    >>> sorted(helped_with("chủ trì thực hiện chỉ tiêu 24; phối hợp với sở y tế thực hiện chỉ tiêu 22, 23."))
    [22, 23]
    >>> helped_with("chủ trì, phối hợp với sở y tế thực hiện chỉ tiêu 22, chỉ tiêu 23.")
    set()
    """
    helped: set[int] = set()
    others: set[int] = set()
    helps, read = False, 0
    for match in INDICATORS.finditer(low):
        ends = [end.end() for end in _CLAUSE_ENDS.finditer(low, read, match.start())]
        begin = ends[-1] if ends else read
        helps = _HELPS.match(low, begin, match.start()) is not None or (
            helps and not ends and _LEADS_AGAIN.search(low, begin, match.start()) is None
        )
        (helped if helps else others).update(indicators(low, match.start(), match.end()))
        read = match.end()
    return helped - others
