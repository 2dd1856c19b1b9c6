"""What a target is about: clauses that share a subject, names of a part of those whom a measure is about, words that count or rate.

All read one spelling in lower case, with single spaces (`corpus.programme.alignment.plain`).
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

# A clause that begins so has no subject of its own (`…; tỷ lệ này còn 24,8%`), or one that only takes up the one before (`…; số em được trợ
# giúp đạt 95%`).
_THESE = r"số (?:(?:trẻ em|trẻ|em|cháu) (?:này|ấy|đó|trên)|(?:em|cháu)(?= (?:được|bị|có|đã)\b))"
_SAME = rf"(?:(?:năm \d{{4}},? )?(?:tỷ lệ|tỷ suất|con số|số|mức) này|{_THESE})"
# The peoples of the statistical list (Quyết định 421-TCTK/QĐ of 1979), in lower case; those whose names are common words too stand behind `người`.
_PEOPLES = (
    r"tày|thái(?! (?:nguyên|bình|hòa|thụy))|kh[ơ]?me(?:r)?|mường|nùng|(?:h['’]?)?mông|dao|gia rai|j['’]?rai|ngái|ê ?đê|ba ?na|xơ ?đăng|sán chay|cơ ?ho|chăm|sán dìu|h['’]?rê|m['’]?nông|"
    r"ra ?g?lai|ra ?glay|x['’]?tiêng|bru|vân kiều|giáy|cơ ?tu|gi[eẻé] ?triêng|khơ ?mú|tà ?ôi|chơ ?ro|xinh mun|hà nhì|chu ?ru|lào(?! cai)|la chí|la ha|phù lá|la hủ|lự|lô lô|chứt|mảng|"
    r"pà thẻn|cơ lao|bố y|si la|pu péo|brâu|ơ đu|rơ măm"
)
_PEOPLES_BY_NAME = r"hoa|co|mạ|thổ|kháng|cống"
# Who is fewer than all children, households or units.
NARROWER = regex.compile(
    rf"\b(?:trẻ em|trẻ|học sinh|phụ nữ|bà mẹ|đồng bào|hộ|người)(?: là)?(?: người)? (?:{_PEOPLES}|(?<=người )(?:{_PEOPLES_BY_NAME}))\b|"
    r"\b(?:dân tộc (?:thiểu số|ít người|rất ít người)|(?:trẻ em|trẻ|học sinh|phụ nữ|đồng bào)(?: là)?(?: người)? dân tộc (?!nội trú|bán trú|và)\p{L}+|người dân tộc|khuyết tật|(?:hộ|huyện|xã) (?:cận )?nghèo|trẻ em nghèo|mồ côi|(?<!lây )nhiễm hiv|trẻ em (?:gái|trai)|học sinh (?:nữ|nam)|nữ sinh|nam sinh|"
    r"(?:trường|cơ sở giáo dục) (?:mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|thcs|thpt)(?!,| và| hoặc| -|/)|"
    r"miền núi|vùng (?:cao|sâu|xa|biên giới|ven biển|khó khăn)|xã đảo|biên giới|hải đảo|khu công nghiệp|di cư|nhập cư|nội trú|bán trú|(?<!hoàn cảnh )đặc biệt khó khăn)\b"
)
HAS_PREDICATE = regex.compile(
    r"\b(?:được|có|biết|tham gia|hoàn thành|thực hiện|tổ chức|triển khai|hưởng|đăng ký(?! (?:đúng|kịp|trong) )|tiếp cận|trang bị)\b"
)
AGES = regex.compile(r"(?:từ |dưới |đến )*0?\d{1,2} (?:đến (?:dưới )?\d{1,2} )?(?:tháng )?tuổi")
# A share of whom the words above name: what becomes of them follows it at once (`100% có nước sạch`).
NOBODY_NAMED = regex.compile(
    r"\W*(?:(?:phấn đấu|đạt|có|ít nhất|tối thiểu|trên|khoảng)\s)*[\d.,]+\s?%\s(?:có|được|đạt|đủ|bảo đảm|đảm bảo|biết|tham gia|hoàn thành|sử dụng|tổ chức)(?!\p{L})"
)
# A count of things that some unit has (`xã có 02 điểm vui chơi`), not of those that are measured.
HAS_SOME = regex.compile(
    r"\p{L}+ (?<!^)có (?:(?:thêm|ít nhất|tối thiểu|từ|trên) )*\d[\d.]* (?!xã|phường|thị trấn|huyện|trẻ|học sinh|trường|cơ sở|em\b)\p{L}"
)
EACH = regex.compile(r"\bmỗi (?!năm)")
_SHORT = {
    r"te ?hcđb|tecó ?hcđb|tec(?:ó )?hcđb|te có hcđb|trẻ em hcđb": "trẻ em có hoàn cảnh đặc biệt",
    r"hcđb": "hoàn cảnh đặc biệt",
    r"sdd": "suy dinh dưỡng",
    r"tntt": "tai nạn thương tích",
    r"te": "trẻ em",
    r"dtts": "dân tộc thiểu số",
}
_SHORTENED = regex.compile(
    "|".join(rf"(?P<a{at}>(?<!\p{{L}})(?:{words})(?!\p{{L}}))" for at, words in enumerate(_SHORT))
)
_IN_FULL = tuple(_SHORT.values())


def in_full(words: str) -> str:
    """Words with what heads of tables shorten written in full.

    >>> in_full("tỷ lệ techcđb được trợ giúp"), in_full("số te bị tntt"), in_full("tệp")
    ('tỷ lệ trẻ em có hoàn cảnh đặc biệt được trợ giúp', 'số trẻ em bị tai nạn thương tích', 'tệp')
    """
    return _SHORTENED.sub(lambda match: _IN_FULL[int(str(match.lastgroup)[1:])], words)


# Cases that are to become fewer: `giảm số cặp tảo hôn … xuống còn 40 cặp`.
FEWER_CASES = regex.compile(
    r"\bgiảm\b[^;]*\b(?:cặp|cuộc|trường hợp|vụ|ca)\b|\b(?:cặp|cuộc|trường hợp|vụ|ca)\b[^;]*\bgiảm\b"
)
# What is done for those who are in a state (`trẻ béo phì được can thiệp`), where the state itself is not what is brought down.
DONE_FOR = regex.compile(
    r"\bđược (?!(?:kéo )?giảm|hạ|khống chế|kiểm soát|duy trì|giữ|ghi nhận|phát hiện|thống kê|đưa|sinh|đẻ|báo cáo)\p{L}+"
)
RATE = regex.compile(r"\btỷ (?:lệ|suất)\b")
# The period of a programme or plan, in folded words (`patterns.fold.fold`).
PERIOD = regex.compile(r"\s*\bgiai doan (?P<from>(?:19|20)\d\d) (?:den (?:nam )?)?(?P<to>(?:19|20)\d\d)\b")


def shares_subject(parts: Sequence[str]) -> regex.Pattern[str]:
    """What a clause begins with that shares the subject of the one before: `parts` are words that name a part of such a subject."""
    return regex.compile(rf"\W*(?:{'|'.join([_SAME, *_escaped(parts)])})\b")


def subject_end(words: Sequence[str]) -> regex.Pattern[str] | None:
    """The place where a subject ends that several clauses share; `None` where no words say so."""
    return regex.compile(rf"\b(?:{'|'.join(_escaped(words))})\b") if words else None


def _escaped(words: Sequence[str]) -> list[str]:
    return [regex.escape(word) for word in sorted(words, key=len, reverse=True)]


# What a clause begins with that tells a part of those before it; in any case.
OF_THESE = regex.compile(r"\W*trong (?:đó|số đó)\b", regex.IGNORECASE)

# A clause that begins with the rate that it is about (`Giảm tỷ lệ …`); in any case.
RATE_OPENS = regex.compile(
    r"^[^\w]*(?:(?:giảm|tăng|nâng|phấn đấu|duy trì|đạt|bảo đảm|đảm bảo)\s+)*t[ỷỉ] (?:lệ|suất)", regex.IGNORECASE
)

# A clause that begins with its value: `Phấn đấu đến năm 2025 có ít nhất 90% …`.
VALUE_FIRST = regex.compile(
    r"\W*(?:h[ằà]ng năm,?\s)?(?:(?:phấn đấu )?(?:đến |vào |trong )?(?:hết |cuối )?năm \d{4}\s?[:,]?\s)?(?:(?:phấn đấu|có|ít nhất|tối thiểu|trên|khoảng|từ|đạt|hơn|và)\s+)*\d[\d.,]*\s?%"
)
# A colon behind which a statement of its own stands.
STATES_AFTER_COLON = regex.compile(r":\s+(?=(?:phấn đấu )?(?:giảm|tăng|tỷ lệ|tỷ suất)\b)")
# What a clause begins with that has a subject of its own: the words of its rate or count.
RATE_OR_COUNT = regex.compile(r"\W*(?:tỷ|tỉ) (?:lệ|suất|trọng)|\W*(?:số|tổng số|mức|phấn đấu|mỗi)\b")
# A clause that names a part of what the one before measured.
PART = regex.compile(r"\W*(?:trong (?:đó|số đó)\b|riêng\b(?! (?:năm|giai đoạn|trong)\b))")
# A clause that has no subject of its own and is read with the clause before it.
SHARES = regex.compile(
    rf"\W*(?:và\s+)?(?:(?:đến|vào|trong)?\s*(?:hết\s+)?năm \d{{4}},?\s+)?(?:(?:thể|cân nặng|chiều cao)\b|(?:tỷ lệ|tỷ suất|con số|chỉ tiêu|mức|số) này\b|{_THESE}\b|"
    r"(?:(?:có|ít nhất|tối thiểu|trên|phấn đấu)\s+){0,2}\d[\d.,]*\s?%\s+(?:trong số (?:đó|này|trẻ (?:em )?này)|số (?:này|trẻ (?:em )?này)|trong đó)\b)"
)
_BECOMES = ("được", "bị", "mắc", "biết")
# A clause that begins with what becomes of those whom the one before named (`…; được chăm sóc, trợ giúp: 95%`), or of how many of them.
SAYS_WHAT_BECOMES = regex.compile(
    rf"\W*(?:(?:và|đều|đồng thời)\s+)*(?:(?:(?:có|ít nhất|tối thiểu|trên|khoảng)\s+)*\d[\d.,]*\s?%\s+)?(?P<verb>{'|'.join(_BECOMES)})\s+(?!(?:ít nhất|tối thiểu|trên|dưới|khoảng|hơn|từ)\b)\p{{L}}"
)
_SAYS_OF_THEM = {
    verb: regex.compile(rf"\s(?:được|biết|{verb}|(?:so với|trên) tổng số)(?!\p{{L}})") for verb in _BECOMES
}


def says_of_them(low: str, start: int, end: int, verb: str) -> int | None:
    """Where, behind those whom a clause is about, begins what is not of another one with this verb: what it says becomes of them, of how many.

    >>> words = "tỷ lệ trẻ em bị xâm hại trên tổng số trẻ em"
    >>> words[: says_of_them(words, 0, len(words), "được")]
    'tỷ lệ trẻ em bị xâm hại'
    """
    match = _SAYS_OF_THEM[verb].search(low, start, end)
    return match.start() if match is not None else None


# `(Chỉ tiêu 8) 90% trẻ em …`.
INDICATOR_IN_BRACKETS = regex.compile(r"\s*\((?:thuộc )?(?:chỉ tiêu|ct)(?: số)?\s?(?P<number>\d{1,2})\)\s*[:.\-]?\s*")
# In every how many of whom, in the words above a value.
DENOMINATOR = regex.compile(r"(?:trên|/)\s?(?P<per>\d{1,3}(?:[.,]000)+)\s(?:trẻ|ca|người|dân|phụ|bà|học)")

# Counts of people and cases, and rates: what a change may be of.
COUNTS = regex.compile(
    r"\b(?:số|tổng số)\s(?:vụ|cuộc|cặp|lượt|trường hợp|ca|người|trẻ|trẻ em|em|học sinh|hộ|doanh nghiệp|cơ sở|lao động|đối tượng)\b"
)
NAMES_RATE = regex.compile(r"\b(?:tỷ|tỉ) (?:lệ|suất|trọng|số)\b")

# After a number, what is no subject of its own.
NO_SUBJECT = regex.compile(
    r"\s*(?!\(\d+\s?/\s?\d+\)\s*\p{L}|/\s?năm\ssố\s\p{L})(?:[;,.)(:/→]|$|(?:vào|đến|trong|năm|và|so với|đối với|ở|tại|theo|của|hằng|hàng|mỗi năm|bình quân|trở|giai đoạn|nhằm|để|từ|"
    r"tương ứng|hoặc|xuống|lên|còn|(?:trên )?tổng số|duy trì|thì|khi|cuối|hết|cho đến|lần lượt)(?:\s|$|,))"
)

# Years that are named by those before them.
LATER_YEARS = regex.compile(r"\b(?:(?:các|những) năm (?:sau|tiếp theo|còn lại|kế tiếp)|năm sau)(?: đó)?\b")

# A word of a subject right behind.
WORD_FOLLOWS = regex.compile(r"\s*(?:số )?\p{L}")

# What names something measurable is the subject of the values behind the colon, no title.
MEASURED = regex.compile(
    r"\W*(?:(?:phấn đấu|giảm|tăng|nâng|duy trì|bảo đảm|đảm bảo)\s)*(?:(?:tỷ|tỉ) (?:lệ|suất|trọng|số)|số|tổng|mức|diện tích|sản lượng|năng suất|công suất|chỉ số|"
    r"giá trị|doanh thu|thu nhập|quy mô|kim ngạch|độ)\b"
)
# So is who or where the values hold for.
SCOPE = regex.compile(
    r"\W*(?:đối với|ở|tại|trên|trong|khu vực|vùng|địa bàn|cấp|khối|bậc|nhóm|riêng|đến|năm|giai đoạn)\b"
)
# A clause that begins with its share.
SHARE_FIRST = regex.compile(
    r"(?:(?:phấn đấu|có|ít nhất|tối thiểu|trên|khoảng|từ|hơn|bảo đảm|đảm bảo)\s+)*\d[\d.,]*\s?%"
)
