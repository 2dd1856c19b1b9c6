"""How a plan states what it wants to reach: comparators, years, changes, groups, and what looks like a value and is none.

All patterns read the view in lower case (`patterns.spelling.lower`).
"""

from __future__ import annotations

from typing import Literal

import regex

from patterns import directions, groups
from patterns.vocabulary import Change, Comparator

# --- comparators ---------------------------------------------------------------------------------------------------

# Said before the number. The longer form stands first where one begins with another.
COMPARATORS_BEFORE: dict[Comparator, str] = {
    ">=": r"ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|không nhỏ hơn|thấp nhất|(?:bằng hoặc )?(?:trên|lớn hơn|cao hơn) hoặc bằng|bằng hoặc (?:trên|hơn|lớn hơn|cao hơn)|≥|⩾|≧|>=|=>",
    "<=": r"không để quá|không để vượt quá|không quá|không vượt quá|không vượt|không lớn hơn|tối đa|nhiều nhất|không cao hơn|không nhiều hơn|cao nhất|(?:dưới|nhỏ hơn|thấp hơn) hoặc bằng|bằng hoặc (?:dưới|nhỏ hơn|thấp hơn)|≤|⩽|≦|<=|=<",
    "<": r"dưới|thấp hơn|nhỏ hơn|ít hơn|chưa đến|<",
    ">": r"trên|hơn|vượt|cao hơn|lớn hơn|>",
}
# Words of a level, which say no more than the number: they may stand between comparator and number too.
LEVEL = r"(?:xuống|giảm|còn|đạt|là|lên|ở|mức|tỷ lệ|bằng|khoảng|được|có|chiếm|tăng|đến|thêm|từ|thì|phải|bình quân|trung bình|mỗi năm|~|=)"
# A year may stand between too: `ít nhất vào năm 2025 đạt 40%`.
_YEAR_BETWEEN = r"(?:(?:vào|đến|trong|tới)\s(?:cuối\s|hết\s)?năm\s\d{4},?\s+)?"
COMPARATOR = regex.compile(
    r"(?P<words>"
    + "|".join(rf"(?:{words})" for words in COMPARATORS_BEFORE.values())
    + rf")\s*{_YEAR_BETWEEN}(?:(?:{LEVEL})\s*)*$"
)
_SIGNS = tuple((sign, regex.compile(words)) for sign, words in COMPARATORS_BEFORE.items())
LEVEL_BEFORE = regex.compile(rf"(?:(?:\b{LEVEL}|[~=])\s*)+$")
FROM_BEFORE = regex.compile(r"\btừ\s*$")
# A number behind `từ` is where a way or a range starts, if the other end follows.
GOES_TO = regex.compile(r"[^;.]{0,90}?\b(?:đến|tới|lên|xuống|còn|thành)\b|[^;.]{0,40}?\s-\s")
# Said after it: `88% trở lên`, `từ 60 cơ sở chế biến … trở lên`.
OR_MORE = regex.compile(r"[^;.%\d]{0,70}?\btrở lên\b")
OR_LESS = regex.compile(r"[^;.%\d]{0,70}?\btrở xuống\b")


def sign(words: str) -> Comparator:
    """The comparator that words say: `=`, `>`, `>=`, `<` or `<=`."""
    return next((sign for sign, pattern in _SIGNS if pattern.fullmatch(words) is not None), "=")


# --- years ---------------------------------------------------------------------------------------------------------

_YEAR = r"(?:19|20)\d\d"
BARE_YEAR = regex.compile(_YEAR)
# What may stand between a bare year and its value; the value itself where only the words between two values are looked at.
_BEFORE_VALUE = (
    r"(?:(?:đạt|là|còn|từ|trên|dưới|hơn|ít[ ]nhất|tối[ ]thiểu|không[ ]quá|tối[ ]đa|khoảng|[<>≤≥=]+)\s?)*(?:\d|\Z)"
)
# What a number of four figures counts that is no year.
_NO_YEAR = r"lượt|trẻ|người|hộ|em|cán|học|xã|đồng"
# What of a year a year stands behind without `năm`: `trong hè 2024`, `dịp Tết Nguyên đán 2025`.
_SEASON = r"(?:mùa[ ])?(?:hè|xuân|thu|đông|đông[ ]xuân)|tết(?:[ ]\p{L}+){0,2}|trung[ ]thu|khai[ ]giảng|tháng[ ]hành[ ]động(?:[ ]\p{L}+){0,3}"
_TO = r"\s?(?:-|đến|tới)\s?(?:hết )?(?:năm )?"
# A school year is the year that it ends in.
_SCHOOL = rf"{_YEAR}\s?[-/]\s?(?P<{{}}>{_YEAR})"
_TO_SCHOOL = r"\s?(?:-|đến|tới)\s?(?:hết[ ])?"
YEARS = regex.compile(
    rf"""
    (?P<keep>(?:duy[ ]trì|giữ(?:[ ]vững)?)[ ](?:ổn[ ]định[ ])?(?:ở[ ])?(?:(?:kết[ ]quả|mức|tỷ[ ]lệ|chỉ[ ]tiêu|con[ ]số|thành[ ]quả)[ ](?:(?:này|trên|đó|đạt[ ]được)[ ])?)?)?
    (?P<base>so[ ]với[ ](?:(?:cùng[ ]kỳ|cuối|đầu|thời[ ]điểm|trung[ ]bình|bình[ ]quân|mức|kết[ ]quả)[ ])*)?
    (?P<lead>(?:(?:vào|đến|trong|hết|cuối|tới|cho|kể[ ]từ|bắt[ ]đầu[ ]từ|từ|của|giai[ ]đoạn|thời[ ]kỳ|đầu|những|các)[ ])*)
    (?:
        (?<=\b(?:trước|khai[ ]giảng)[ ])năm[ ]học[ ](?P<of_part>{_YEAR})\s?[-/]\s?{_YEAR}
      | năm[ ]học[ ]{_SCHOOL.format("school")}(?:{_TO_SCHOOL}năm[ ]học[ ]{_SCHOOL.format("school_to")})?(?:[ ]trở[ ]đi)?
      | (?P<years>năm[ ]|(?<=giai[ ]đoạn[ ])|(?<=thời[ ]kỳ[ ])|(?<=trong[ ]))
        (?P<from>{_YEAR}){_TO.replace("[", "[").replace(" ", "[ ]")}(?P<to>{_YEAR})
      | (?<=\b(?:\d{{1,2}}|hai|ba|bốn)[ ])năm[ ](?:từ[ ])?(?P<from>{_YEAR})(?:,[ ]{_YEAR})*[ ]?(?:-|và|đến|,)[ ]?(?P<to>{_YEAR})
      | (?<=\btừ[ ])(?P<from>{_YEAR})[ ]?(?:-|đến|tới)[ ]?(?P<to>{_YEAR})(?![.,]\d|[ ]?(?:%|{_NO_YEAR}))
      | (?<=\btừ[ ])(?:ngày[ ])?\d{{1,2}}/\d{{1,2}}(?:/{_YEAR})?[ ]?(?:-|đến|tới)[ ]?(?:hết[ ])?(?:ngày[ ])?\d{{1,2}}/\d{{1,2}}/(?P<of_part>{_YEAR})
      | (?<=\b(?:trước|đến|tới|hết|nhất|vào)[ ](?:hết[ ])?)(?:ngày[ ])?\d{{1,2}}/\d{{1,2}}/(?P<of_part>{_YEAR})
      | (?<=\b(?:{_SEASON})[ ])(?P<year>20[2-9]\d)(?![.,]\d|[ ]?(?:%|{_NO_YEAR}))
      | năm[ ](?:học[ ])?(?P<year>{_YEAR})(?:[ ]trở[ ]đi)?
      | (?:tháng[ ]\d{{1,2}}|quý[ ](?:[ivx]+|\d))(?:[ ]?/[ ]?|[ ]năm[ ])(?P<of_part>{_YEAR})
      | (?P<bare_from>{_YEAR})\s?-\s?(?P<bare_to>{_YEAR})
      | (?<=năm[ ]{_YEAR}(?:(?:[ ]và|,)[ ]{_YEAR})*(?:[ ]và|,)[ ])(?P<second>{_YEAR})
      | (?<=\b(?:đến|tới|vào|hết|cuối)[ ])(?P<plain>20[2-9]\d)(?![.,]\d|[ ]?(?:%|{_NO_YEAR}))
      | (?<=[%‰]\s?)\((?P<in_brackets>{_YEAR})\)
      | (?<![\d/,.])(?P<before_colon>{_YEAR})(?=\s?(?::|là|đạt|còn|ở[ ]mức)\s?{_BEFORE_VALUE})
    )
    (?![\d/])
    """,
    regex.VERBOSE,
)
# The groups that hold the year by which a value holds.
_LAST_YEAR = ("to", "bare_to", "year", "of_part", "second", "in_brackets", "before_colon", "plain")


def span_of(match: regex.Match[str]) -> tuple[int | None, int]:
    """The first year of the span that a match of `YEARS` names, `None` where it names one year, and the year by which its value holds.

    `từ năm 2025` with no end names the year from which a value holds: both are that year.

    >>> [span_of(YEARS.search(words)) for words in ("giai đoạn 2021-2025", "từ năm 2025", "năm học 2024-2025")]
    [(2021, 2025), (2025, 2025), (None, 2025)]
    """
    years = match.groupdict()
    onward = years["lead"].rstrip().endswith("từ") and not years["base"]
    if years["school"]:
        last = int(years["school_to"] or years["school"])
        return (int(years["school"]) if years["school_to"] or onward else None), last
    first = years["from"] or years["bare_from"]
    last = next(int(years[name]) for name in _LAST_YEAR if years[name])
    return (int(first) if first else last if onward and years["year"] else None), last


# A year after the name of a law is that of the law.
OF_LAW = regex.compile(r"(?:luật|pháp lệnh|hiến pháp|công ước)(?!\w)(?! sư)[^;.%\d]{0,90}$")
# The day of a document that stands before its year: `Thông tư số 03/2018/TT-BVHTTDL ngày 19 tháng 01`; behind `trước` or `đến` it is when to act.
OF_DOCUMENT = regex.compile(
    r"(?:\d+/(?:(?:19|20)\d\d/)?\p{L}[\p{L}-]+(?:/\p{L}+)?|(?:luật|pháp lệnh|nghị định|thông tư|nghị quyết|quyết định|chỉ thị|kết luận|công ước|hiến pháp)"
    r"(?!\w)[^;.%]{0,90}?),?\s+(?<!(?:trước|đến|tới|vào|từ|hết|trong|nhất|xong)\s+)ngày\s+\d{1,2}\s+(?:tháng\s+\d{1,2}\s*,?\s*)?$"
)
# A span of years that belongs to the name of a document, not to a value.
IN_NAME = regex.compile(
    r"(?:chương trình|kế hoạch|đề án|nghị quyết|chiến lược|dự án|phong trào|quyết định)[^;.%]{0,120}$"
)

# A heading that is a period and nothing else: `2. Giai đoạn 2031 - 2035`, `Tầm nhìn đến năm 2045`.
PERIOD = regex.compile(
    rf"\W*(?:\p{{L}}?[\d.]*[.)]\s*)?(?:(?:định hướng|tầm nhìn|lộ trình|trong|đến|tới|từ|hết|cuối|giai đoạn|thời kỳ|năm|i{{1,3}})\s+|\d[\s:.(]+)*"
    rf"{_YEAR}(?:\s?(?:-|đến|tới|và)\s?(?:hết\s)?(?:năm\s)?{_YEAR})?\W*"
)

# A heading of aims with their period, up to its colon: `Mục tiêu cụ thể đến năm 2030 như sau`.
AIMS_OF = regex.compile(
    r"\W*(?:(?:các|một số|những)\s)?(?:mục tiêu|chỉ tiêu)(?:\s(?:cụ thể|chủ yếu|chính|phấn đấu))*\s(?P<period>[^:;.%]+?)(?:\s(?:như sau|sau đây|cụ thể|là|gồm))*"
)

# --- changes -------------------------------------------------------------------------------------------------------

YEARLY = regex.compile(r"h[ằà]ng năm|mỗi năm|bình quân năm|bình quân hằng năm|/\s?năm\b|một năm\b|từng năm")
EACH_YEAR_BEHIND = regex.compile(rf"\s?(?:{YEARLY.pattern})")
# What falls or rises each year from the level before: `…; mỗi năm giảm bình quân 0,4%`, at the end of what stands before its value.
CHANGES_EACH_YEAR = regex.compile(
    r"(?r)(?:h[ằà]ng năm|mỗi năm|bình quân(?: (?:mỗi|h[ằà]ng))? năm)\s(?:giảm|tăng)(?:\s(?:thêm|bình quân|trung bình|ít nhất|tối thiểu|trên|khoảng|từ))*\s*\Z"
)
BRACKETS_WITH_FIGURE = regex.compile(r"\([^()\d]*(?!(?:19|20)\d\d\b)\d[^()]*\)")
_BOUNDS_AGE = regex.compile(r"(?:dưới|trên|từ|đến)\s\d{1,2}\s(?:tuổi|tháng)")


def without_ages(words: str) -> str:
    """The words without ages, whose `dưới` bounds no value.

    >>> without_ages("giảm tỷ lệ trẻ em dưới 5 tuổi thấp còi mỗi năm ")
    'giảm tỷ lệ trẻ em   thấp còi mỗi năm '
    """
    return _BOUNDS_AGE.sub(" ", words)


# A sentence or a lead-in that begins so speaks of each year.
OPENS_YEARLY = regex.compile(r"\W*(?:phấn đấu\s+|bình quân\s+|trung bình\s+)?(?:h[ằà]ng năm|mỗi năm)\b")
# What makes the number after `giảm` a level and not a change: a word of level, or that the value stands behind a colon or in brackets.
TO_LEVEL = regex.compile(
    r":|\((?=[^)]*\Z)|\b(?:xuống|còn|đạt|là|lên|dưới|không quá|không vượt|ở mức|về mức|tối đa|bằng|đến mức|trên|thành|nhỏ hơn|thấp hơn)\b"
)
# The same before a value that is held against an earlier year: `giảm trên 30% so với năm 2025` is a change.
TO_LEVEL_OUTRIGHT = regex.compile(r":|\((?=[^)]*\Z)|\b(?:còn|đạt|là|lên|ở mức|về mức|bằng|đến mức|thành)\b")
# `Giảm … xuống 2% so với năm 2024`: by so much, or to so much.
DOWN_BEFORE = regex.compile(r"\bxuống(?: mức)?\s*\Z")
AGAINST_AFTER = regex.compile(
    r"\s*(?:số [\p{L} ]{1,30})?so với\b(?! (?:tổng|toàn bộ|dân số|số (?:trẻ|dân|người|hộ|học sinh))\b)"
)
FROM_TO = regex.compile(r"\b(?:xuống|lên|còn|đạt|thành)\b|\bđến\b(?=.*\bnăm\b)")

_DOWN = regex.compile(rf"(?<!\p{{L}}){directions.FALLS}")
_UP = regex.compile(rf"(?<!\p{{L}}){directions.RISES}")


def change(words: str, to_level: regex.Pattern[str]) -> Change | Literal["same"] | None:
    """What the words before a value make of it: `decrease`, `increase`, `None` for a level, or `same` where they say nothing of it.

    Args:
        words: the words between the value before and this one, in lower case.
        to_level: what makes a level of the number after `giảm` (`TO_LEVEL` or `TO_LEVEL_OUTRIGHT`).
    """
    ways: tuple[tuple[regex.Pattern[str], Change], ...] = ((_DOWN, "decrease"), (_UP, "increase"))
    last: tuple[int, Change] | None = None
    for pattern, name in ways:
        for match in pattern.finditer(words):
            if last is None or match.end() > last[0]:
                last = (match.end(), name)
    if last is None:
        return None if to_level.search(words) is not None else "same"
    return None if to_level.search(words[last[0] :]) is not None else last[1]


_GROWS = regex.compile(
    r"\b(?:tốc độ|mức|nhịp độ|tỷ lệ) tăng\b|\A\W*(?:phấn đấu\s)?(?:(?:kinh tế|grdp|gdp)\s)?tăng trưởng\b"
)
_SHRINKS = regex.compile(r"\b(?:tốc độ|mức|nhịp độ) giảm\b")


def growth(words: str) -> Change | None:
    """Whether the words before a yearly share name a rate of change (`tốc độ tăng trưởng đạt 10%/năm`)."""
    if _GROWS.search(words) is not None:
        return "increase"
    return "decrease" if _SHRINKS.search(words) is not None else None


RATE = regex.compile(r"\b(?:tỷ|tỉ) (?:lệ|suất|trọng)\b")
# Before a count: so many more than there are.
_MORE = r"thêm\s*(?:(?:ít nhất|tối thiểu|từ|khoảng|trên)\s*)?\Z"
# What is laid on is so many more; `có thêm` leaves open whether it is a level.
LAYS_ON_MORE = regex.compile(rf"(?<!\bcó )\b{_MORE}")
MORE_BEFORE = regex.compile(rf"\b{_MORE}")
# A subject that was said before: `nâng tổng số lên 19 điểm`, `tỷ lệ này đạt …`.
SAID_BEFORE = regex.compile(
    r"^\W*(?:và\s)?(?:nâng|đưa|tăng|giảm)?\s*(?:tổng số|con số|số (?:này|trên|đó)|tỷ lệ này)(?:\s(?:lên|xuống|đạt|là|còn|thành))+\s*\Z"
)

# A clause that begins with a predicate shares a subject that may be any before it: `…; có bằng cấp, chứng chỉ đạt 30%`.
NO_SUBJECT_BEFORE = regex.compile(r"\W*(?:có|được|bị|mắc|biết)\s+\p{L}+\s+\p{L}")

# --- what is no value ----------------------------------------------------------------------------------------------

# What says of a figure by itself that it is no value: dates, years, ages, numbers of documents.
_FIGURE = regex.compile(
    r"""
    \d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}                                        # 05/4/2016
  | (?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])\s?(?:-|đến|tới)\s?(?:hết\s)?(?:ngày\s)?\d{1,2}/\d{1,2}(?:/\d{4}|(?=\s*(?:[,;:.)]|$|h[ằà]ng|năm|mỗi)))  # 15/11 đến 15/12
  | \d{1,2}/\d{4}\b
  | (?:19|20)\d\d(?:\s?-\s?(?:(?:19|20)\d\d|\s?\d{2,3}))?(?![\d%]|[.,]\d|\s?(?:lượt|trẻ|người|hộ|em|cán|học))
  | \d{1,2}\s?(?:tháng\s|ngày\s)?(?:tuổi\s)?(?:-|đến|tới|và)\s?(?:(?:dưới|đủ|hết)\s)?\d{1,2}\s(?:tháng\s)?tuổi
  | \d{1,2}\s(?:tháng\s|năm\s)?tuổi
  | \d+\s?[/\-]\s?(?!năm|trẻ|ca|xã)[a-zđ]{1,}[\w&.]*(?:[/\-][\w&.\-]+)*                  # 23/qđ-ttg
  | 4\.0\b | 24/7\b | 24/24\b(?!\s(?:trẻ|em|cháu|bé|học sinh|xã|phường|thị trấn|huyện|thôn|bản|ấp|khóm|khu|tổ|trường|lớp|hộ|trạm|cơ sở|trung tâm|điểm|nhóm|vụ|đơn vị)\b)
    """,
    regex.VERBOSE,
)
# The same by the words before it, read backwards from the figure; each with the figures that those words take.
_LIST = r"\d{1,2}(?![\d.,]*\s?%)(?:(?:\s?[,;]\s?|\s(?:và|đến|từ|,)\s)+(?:từ\s)?\d{1,2}(?![\d.,]*\s?%))*"
_AGES = r"\d{1,2}\s?(?:-|đến|tới)\s?\d{1,2}"
_NOT_EACH = r"(?<!\b(?:mỗi|một|từng|hằng|hàng) )"  # `mỗi tháng 02 chuyên mục`
_BY_WORDS_BEFORE: tuple[tuple[str, str], ...] = (
    (r"\b(?:chỉ tiêu|mục tiêu|điều|khoản|mục|phụ lục|tiêu chí) (?:số )?(?:từ )?", _LIST),
    (r"\bnăm ", r"(?:19|20)\d\d(?![\d%])"),
    (r"\btrong (?:vòng |thời gian )?", r"\d{1,2}(?=\s(?:năm|thai kỳ|học kỳ)\b)"),
    # a survey of so many clusters
    (r"\b(?:điều tra|khảo sát)[^;.:()%\d]{0,50} ", r"\d+(?=\scụm\b)"),
    # an age without the word: `trẻ 6-23 tháng`, `phụ nữ 15 - 49`, `lứa tuổi 11-15`
    (r"\b(?:trẻ(?: em| nhỏ| gái| trai)?|em|bé|cháu|con)(?: trong)?(?: từ)? ", _AGES + r"\s?tháng\b(?! (?:đầu|cuối|\d))"),
    (r"\b(?:(?:phụ )?nữ|nam|nam giới|nữ giới|người|dân số|(?:thanh|thiếu|vị thành) niên|trẻ(?: em)?) (?:từ )?", _AGES + r"(?=\s(?:được|có|bị|mắc|biết|tham gia|sử dụng|đạt)\b)"),
    (r"\b(?:độ|lứa|nhóm) tuổi (?:từ )?", _AGES + r"(?![\d.,]|\s?[%‰])"),
    # a year that its format was split inside: `giai đoạn 201 1-2030`
    (r"\b(?:giai đoạn|thời kỳ) ", r"[12][\d ]{3,4}\s?(?:-|đến)\s?(?:19|20)\d\d(?!\d)|(?:19|20)\d\d\s?(?:-|đến)\s?[12][\d ]{3,4}\b"),
    (r"\bngày ", r"\d{1,2}(?:\stháng\s\d{1,2})?(?:\snăm\s\d{4})?"),
    (rf"{_NOT_EACH}\btháng ", r"\d{1,2}(?:\s?/\s?\d{4}|\snăm\s\d{4})?"),
    (rf"{_NOT_EACH}\bquý ", r"\d(?:\s?/\s?\d{4})?"),
    (r"\bquy mô (?:khoảng |từ )?", r"\d+(?:[.,]\d+)*"),
    (
        r"\b(?:số|(?<!\b(?:xây dựng|làm|chỉ đạo|triển khai|thí|thực hiện) )điểm|chương|phần|biểu|bảng|hình|mẫu|mức độ|cấp độ|loại|đề án|tổng đài|tiêu chuẩn|điện thoại|hotline|vòng|bước|mũi|liều|lần thứ|thứ|khóa|khoá|"
        r"nhiệm kỳ|tập|trang|quyết định|nghị định|nghị quyết|thông tư|chỉ thị|kết luận|thông báo|công văn|hướng dẫn|luật|chương trình|dự án|tiểu dự án|hợp phần|kế hoạch|lớp|(?:khu )?vùng|khu vực|(?<!mỗi [^;.\d]{0,40})(?:tổ|khu|phố|xóm|thôn|ấp)|đường|quốc lộ|tuyến|"
        r"công ước|nhóm thứ|chỉ tiêu|mục tiêu|điều|khoản|mục|phụ lục|tiêu chí) (?:số )?",
        r"\d+(?:[.,]\d+)*(?!\s?%)(?![\d/])",
    ),
    (r"\b(?:đối tượng|hạng|cấp độ) ", r"\d+\b(?!\s?[%‰])"),
    (r"(?<!\b(?:nâng|cung|trợ|phân|đẳng) )\bcấp ", r"[1-5]\b(?![.,/]?\d|\s?%)"),
    (r"\b(?:lớp|tầng|đời|bản|thông điệp) ", r"\d+\b(?!\s?[%‰])(?=\s*(?:[,;.)]|$))"),
    (r"\bcovid ?- ?", r"\d+"),
    # mỗi 1.000 trẻ: a denominator
    (r"(?:\b(?:trên|trong|cho mỗi) |/ )(?:mỗi )?", r"\d{1,3}(?:[.,]000)+(?=\s(?:trẻ|ca|người|dân|phụ|bà|học))"),
    # Ngày Thế giới phòng, chống lao động trẻ em 12/6
    (r"\bngày [^;.,:()%]{0,45}", r"\d{1,2}\s?/\s?\d{1,2}(?!\d)"),
)  # fmt: skip
_WORDS_BEFORE = tuple((regex.compile(rf"(?r){words}\Z"), regex.compile(figures)) for words, figures in _BY_WORDS_BEFORE)
_LONGEST_BEFORE = 60


def no_value_until(low: str, start: int, position: int, end: int) -> int | None:
    """Where a figure that is no value ends, with the figures listed behind it; `None` where it may be a value.

    Args:
        low: the text in lower case.
        start: where its clause begins.
        position: where the figure begins.
        end: where the clause ends.
    """
    by_itself = _FIGURE.match(low, position, end)
    if by_itself is not None:
        return by_itself.end()
    since = max(start, position - _LONGEST_BEFORE)
    for words, figures in _WORDS_BEFORE:
        match = figures.match(low, position, end)
        if match is not None and words.search(low, since, position) is not None:
            return match.end()
    return None


DENOMINATOR = regex.compile(
    r"(?:trên|/|cho|trong)\s?(?:mỗi\s)?(?P<per>\d{1,3}(?:[.,]000)+|(?:1\s)?(?P<myriad>vạn))\s(?:trẻ|ca|người|dân|phụ|bà|học)[^;.,\d]{0,25}?(?=\s(?:xuống|còn|đạt|là|dưới|ở|không|giảm|vào)|$)"
)
# A number that counts time, money, kinds or parts of a document: no value unless a comparator says so.
NOT_COUNTED = regex.compile(
    r"\s?(?:loại|mũi|liều|tháng|ngày|giờ|phút|tuổi|tuần|năm(?! (?:19|20)\d\d)|lần|đồng(?! chí| bào)|triệu|tỷ|nghìn|chỉ tiêu|mục tiêu|nhiệm vụ|phụ lục|nội dung|giải pháp|nhóm|"
    r"cấp|mức|bậc|quyền|điều|khoản|m2|m|km|ha|bước|giai đoạn|biểu|mẫu|kỳ|quý|văn bản|khâu|đột phá|trụ cột|tiêu chí|bên|chiều|k\b)\b"
)
NEVER_COUNTED = regex.compile(
    r"\s?(?:tuổi|đồng(?! chí| bào)|triệu|tỷ|nghìn đồng|tháng tuổi|loại|mũi|liều|chỉ tiêu|mục tiêu|phụ lục|nhiệm vụ|m2|vnđ|sao)\b"
)
# What offices count: people, institutions, places, events. Outside the objectives a bare number must count one of these.
COUNTED = regex.compile(
    r"\s?(?P<noun>(?:lượt |trăm |nghìn |đợt )?(?:trẻ em|trẻ|học sinh|sinh viên|giáo viên|cán bộ|công chức|viên chức|người|cha mẹ|phụ huynh|đoàn viên|hội viên|"
    r"cộng tác viên|tình nguyện viên|hướng dẫn viên|tuyên truyền viên|báo cáo viên|học viên|nhân viên|huấn luyện viên|hộ(?: gia đình)?|gia đình|em|cháu|lượt|lớp|buổi|cuộc|đợt|hội nghị|hội thảo|hội thi|"
    r"diễn đàn|câu lạc bộ|mô hình|điểm|cơ sở|trường|trung tâm|nhà|ngôi nhà|phòng|xã|phường|thị trấn|huyện|thành phố|thị xã|quận|thôn|bản|tổ dân phố|"
    r"khu phố|tiểu khu|đơn vị|doanh nghiệp|hợp tác xã|bể bơi|công trình|sân|khu vui chơi|tin|bài|phóng sự|chuyên mục|chuyên đề|tài liệu|tờ rơi|"
    r"pano|băng rôn|suất|gói|cô đỡ|phần quà|xe|máy|bộ|tuyến phố|cuốn|đội|nhóm trẻ|thiếu nhi|thiếu niên|thanh niên|phụ nữ|nữ|bà mẹ|trạm|bệnh viện|địa phương|ca|vụ|hồ sơ|dịch vụ|"
    r"cụm|pa nô|tờ gấp|ấn phẩm|áp phích|sổ tay|video|clip|phim|bản tin|biển|hộp thư|giếng|phao|áo phao|căn nhà|bếp|thiết bị|tủ sách|thư viện|không gian|góc|lượt người|tổ chức|cặp|xóm|ấp|khóm|khối phố|buôn|làng|chi hội|chi đoàn|liên đội|chi bộ|tấm|bảng|quyển|thẻ|sổ|chiếc|tủ|hồ bơi|bể|chuyến|chốt|địa chỉ|khu dân cư))\b"
)
# Groups of people, not of matters: counted where they are laid on (`mỗi xã xây dựng ít nhất 01 nhóm cha mẹ`).
GROUPS_OF_PEOPLE = regex.compile(
    r"\s?nhóm(?!\p{L})(?! (?:đối tượng|giải pháp|nhiệm vụ|mục tiêu|chỉ tiêu|nội dung|vấn đề|tiêu chí|hành vi|quyền|lĩnh vực|hoạt động|biện pháp|chính sách|tuổi|ngành))"
)
# What a plan lays on by number, whatever it is called: the verb stands right before the number (`tổ chức 03 chiến dịch`).
LAYS_ON = regex.compile(
    r"\b(?:tổ chức|xây dựng|thành lập|mở|đào tạo|trao|tặng|phát hành|phát|in|lắp đặt|trang bị|cấp phát|cấp|sản xuất|biên soạn|ra mắt|duy trì|bố trí|hỗ trợ|đầu tư|nâng cấp|triển khai|thực hiện)"
    r"(?:\s(?:mới|thêm|được|ít nhất|tối thiểu|khoảng|từ|trên))*\s+$"
)
# Verbs by which a plan commits itself; a bare count outside the objectives needs one before it.
WORK = (
    r"tổ chức|xây dựng|thành lập|duy trì|bồi dưỡng|tập huấn|đào tạo|hỗ trợ|bố trí|trang bị|hoàn thành|lắp đặt|mở|cấp|phát|in|trao|tặng|"
    r"nâng cấp|đầu tư|phấn đấu|bảo đảm|đảm bảo|dạy|tuyên truyền|nhân rộng|thí điểm|sản xuất|xuất bản|phát sóng|đăng tải|vận động|kiểm tra|"
    r"giám sát|thực hiện|triển khai|tiếp cận|nhận|tư vấn|khám|phổ cập|đạt|huy động|phát triển|đỡ đầu|ký|công nhận|truyền thông|phổ biến|"
    r"hướng dẫn|cung cấp|xét nghiệm|tiêm|sàng lọc|rà soát"
)
COMMITS = regex.compile(rf"\b(?:có|{WORK})\b")
# The same where a bare number follows: `có 125 trường` only tells what there is.
COMMITS_TO_DO = regex.compile(
    rf"\b(?:{WORK}|phẫu thuật|bổ sung|chi trả|nói chuyện|treo|cử|tẩy giun|lắp|xây|sửa chữa|cải tạo|kết nối|tiếp nhận|can thiệp|trợ giúp|phục hồi|bàn giao|mua|"
    r"thăm|giới thiệu|kết nạp|tham quan|in ấn|quay|dựng|trồng|đón|giải quyết)\b"
)
# An item that opens with what is done to so many of something (`Treo 50 băng rôn`), whatever the verb; these words open what is no work.
_NO_WORK = (
    r"(?:có|chỉ đạo|yêu cầu|giao|đề nghị|hiện|gồm|bao|thời|thành|số|tổng|quy|đối|kinh|khoảng|gần|trên|dưới|hơn|dự|toàn|cả|các|những|trong|tại|ở|với|mỗi|từ|theo|sau|vào|đã|được|do|của|cho|về|"
    r"ngày|tháng|quý|năm|lần|đợt|bước|tuần|huyện|tỉnh|xã|phường|thị|khối|lớp|nhóm|trường|đại|học|trẻ|cán|người|đơn|địa|ban|sở|phòng|hội|kết|mức|cơ|diện)\b"
)
OPENS_WITH_WORK = regex.compile(
    rf"\W*(?:h[ằà]ng (?:năm|tháng|quý),? )?(?!{_NO_WORK})\p{{L}}+(?:,? \p{{L}}+){{0,2}}(?: (?:mới|thêm|được|khoảng|trên|ít nhất|tối thiểu))* "
)

# A heading under which targets stand.
HEADS_TARGETS = regex.compile(r"\W*(?:các |một số |hệ thống )?(?:chỉ tiêu|mục tiêu)\b(?! (?:chung|tổng quát|tổng thể))")

# --- clauses -------------------------------------------------------------------------------------------------------

# Verbs of an aim: a clause that begins so is an aim of its own.
AIM = regex.compile(
    r"\s*(?:và\s+)?(?:từng bước|tiếp tục|chủ động|phấn đấu|cơ bản)?\s*(?:giảm thiểu|giảm|hạn chế|xóa bỏ|chấm dứt|nâng cao|tăng cường|tăng|duy trì|bảo đảm|"
    r"đảm bảo|đẩy mạnh|phấn đấu|mở rộng|cải thiện|kiểm soát|khống chế|ngăn chặn|đẩy lùi|phòng ngừa|nâng|củng cố|phát triển|xây dựng|hoàn thiện|"
    r"tạo lập|thúc đẩy|huy động|từng bước|không để|không có|không còn|hình thành|thiết lập|loại bỏ|hoàn thành|tổ chức|thực hiện|triển khai|kéo giảm|thu hẹp)\b"
)
# A clause of purpose, which is no aim of its own.
PURPOSE = regex.compile(
    r"(?<!không|điều kiện|khả năng|cơ hội|thời gian|đủ|kinh phí|cách|phương án)\s(?:để|nhằm)\s(?!xảy|lại|cho)|,\s*(?:tạo (?:môi trường|điều kiện|cơ hội|tiền đề)|góp phần|nhằm|để |qua đó|từ đó|hướng tới|tiến tới|đáp ứng|phù hợp với điều kiện)"
)
# What a subject begins with: a comma before it ends the clause before.
SUBJECT_HEAD = regex.compile(
    r"\s*(?:và\s+)?(?:(?:giảm|tăng|duy trì|phấn đấu|khống chế|nâng|đưa|huy động|bảo đảm|đảm bảo|có)\s+)*(?:các\s+)?(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ trọng|"
    r"số|trẻ em|trẻ|học sinh|thể|mức|tổng|diện tích|sản lượng|năng suất|công suất|doanh thu|thu nhập|giá trị|cơ sở|trường|xã|phường|người|cán bộ|hộ|gia đình|trong đó|mỗi|"
    r"phụ nữ|thanh niên|cha|đơn vị|thôn|huyện)\b"
)
# Words that join the values of one measure.
CONNECTORS = regex.compile(
    r"\b(?:và|đạt|phấn đấu|xuống|còn|lên|giảm|hạ|tăng|duy trì|đến|vào|khoảng|ở mức|mức|ở|là|tiếp tục|trở lên|trở xuống|từ|đối với|bằng|nâng|dưới|trên|"
    r"ít nhất|tối thiểu|không quá|tối đa|hơn|được|sau đó|tới|cho|hằng năm|hàng năm|mỗi năm|bình quân|tương ứng|lần lượt|thì|riêng|vượt|trong|năm|"
    r"trẻ em|trẻ|đẻ sống|sống|người|ca|có|giữ|giữ vững|ổn định|cố gắng|hết|so với)\b|[\s,;:()/<>≥≤=~→\-]+"
)
_LETTER = regex.compile(r"\p{L}")
_JOINS = (CONNECTORS, YEARS, groups.GROUP)


def may_only_join(words: str) -> bool:
    """Whether the first word of a phrase is one that joins values: a quick look before all of the phrase is taken apart."""
    first = _LETTER.search(words)
    if first is None:
        return True
    at = first.start()
    if any(pattern.match(words, at) is not None for pattern in _JOINS):
        return True
    return (
        at > 0 and groups.HOLDS_FOR.match(words, at - 1) is not None
    )  # it begins with the space before its first word


def without_years(words: str) -> str:
    """The words with a space for each year."""
    return YEARS.sub(" ", words) if "20" in words or "19" in words else words


# What says that the words after a number are its predicate, not only its subject.
PREDICATE = regex.compile(
    r"\b(?:được|có|biết|đạt|uống|tham gia|thực hiện|triển khai|sử dụng|hoàn thành|đăng ký|tổ chức|chấp nhận|vào|đưa|ký|bố trí|phát hiện|tiếp cận|xây dựng|"
    r"đi học|đến trường|cam kết|duy trì|ban hành|thành lập|là|bị|mắc|hưởng|cập nhật|trở lại|làm|(?<!\b(?:khoa|đại|trung|tiểu|văn|y|tin|hóa|hoá|sinh|toán|trường|môn|năm|giáo|cao|du)\s)học(?! sinh| viên| bổng| đường| phí| kỳ| liệu| tập| cụ)|nắm|hiểu|áp dụng|không|đảm bảo|bảo đảm)\b"
)
# A clause that names a part of the children, and then only a value of theirs.
NAMES_WHO = regex.compile(
    r"\W*(?:và\s)?(?:trẻ em|trẻ|học sinh|bà mẹ|phụ nữ)(?:\s(?:từ|đủ|đến|dưới|trên|em|trai|gái|sơ sinh|\d{1,2}(?![\d.,%‰/])|tháng|tuổi|trở lên))*\s*:?\s*"
    r"(?=(?:(?:giảm|xuống|còn|đạt|là|dưới|trên|không quá|ít nhất|tối thiểu|tối đa|lên|ở mức)\s)+\d|\d[\d.,]*\s?[%‰]|(?<=:\s)\d)"
)
# Before a value: the beginning of a commitment inside a longer sentence.
EACH = regex.compile(r"(?:(?:bảo đảm|đảm bảo|phấn đấu)\s+)?(?:đến (?:hết )?năm \d{4},?\s+)?\bmỗi\s")
