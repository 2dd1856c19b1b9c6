"""The head of a document, piece by piece: motto, number, place and date, subject of a letter, stamps, digital signatures.

Nghị định 30/2020/NĐ-CP, phụ lục I, and Hướng dẫn 36-HD/VPTW for the Party. A head is read as one string whose lines may be broken anywhere:
white space stands for a space or a broken line. Patterns named so read the string folded (`patterns.fold.fold_same_length`), so that a
misread accent (`Só:`, `KÉ HOẠCH`) does no harm; the others read the view.
"""

from __future__ import annotations

import regex

from patterns import documents, issuers, places
from patterns.document_numbers import SYMBOL
from patterns.fold import fold_same_length

# Folded: the state's name and motto, the Party's name. Halves of the name stand alone where two columns run into each other.
MOTTO = regex.compile(
    r"\bcong\W+hoa\W+xa\W+hoi(?:\W+chu\W+nghia\W+viet\W+nam)?\b|\bchu\W+nghia\W+viet\W+nam\b|\bdoc\W+lap\W+tu\W+do\W+hanh\W+phuc\b|"
    r"\bdang\W+cong\W+san\W+viet\W+nam\b"
)

_LONGEST_MOTTO = 400
_PARTY = regex.compile(r"dang\W+cong\W+san\W+viet\W+nam")


def is_motto(line: str) -> bool:
    """Whether a line holds the motto of the state, or the name of the Party as a head has it: in capitals, or alone on its line.

    >>> is_motto("ĐẢNG CỘNG SẢN VIỆT NAM | HUYỆN ỦY A"), is_motto("- Kết nạp 02 đoàn viên vào Đảng Cộng sản Việt Nam.")
    (True, False)
    """
    if len(line) >= _LONGEST_MOTTO:
        return False
    folded = fold_same_length(line)
    return any(
        _PARTY.fullmatch(match.group()) is None
        or line[match.start() : match.end()].isupper()
        or not any(c.isalpha() for c in line[: match.start()] + line[match.end() :])
        for match in MOTTO.finditer(folded)
    )


# The number with its symbol: `Số: 57/KH-UBND`, `Số 15-KH/HU`, `Số: 09/2020/NQ-HĐND`, `Só: /KH-UBND`, `Số:⏎88/KH-UBND`.
_BLANK = r"[\s.…_]*"
NUMBER = regex.compile(
    rf"(?<!\p{{L}})[Ss][ốôóòơOÔỐÓ]\s*(?::|(?=\s*[\d.…/]+\s?(?:[-/]\s?\p{{Lu}}|\p{{Lu}}+\s?[-/])))\s*(?P<number>\d{{1,5}}[A-Za-zđ]?)?{_BLANK}"
    rf"(?:/{_BLANK}(?P<year>(?:19|20)\d\d)\s?)?(?P<slash>[/-])?\s*(?P<symbol>{SYMBOL})?"
)
# A number that stands alone on its line, without the word.
BARE_NUMBER = regex.compile(
    rf"^\W*(?P<number>\d{{1,5}}[A-Za-zđ]?)\s?(?:/\s?(?P<year>(?:19|20)\d\d)\s?)?(?P<slash>[/-])\s?(?P<symbol>{SYMBOL})\W*$",
    regex.MULTILINE,
)

# Behind the type of a document, a number is that of another one (`QUYẾT ĐỊNH SỐ 23/QĐ-TTg`); folded.
_CITING = regex.compile(
    r"\b(?:quyet dinh|nghi quyet|ke hoach|chi thi|chuong trinh(?: hanh dong)?|nghi dinh|thong tu|ket luan|cong van|thong bao|de an|luat|van ban|to trinh|bao cao|huong dan|quy dinh|quy che|phap lenh|cong dien)\s*$"
)


def own_number(line: str) -> bool:
    """Whether a line holds a number that is no citation's."""
    found = NUMBER.search(line)
    return found is not None and _CITING.search(fold_same_length(line[: found.start()])) is None


def numbers_letter(line: str) -> bool:
    """Whether a line is the number of a letter with its subject right behind it (`Số: 12/UBND-VX V/v …`), however long that is."""
    number = NUMBER.match(line)
    about = ABOUT.search(line, number.end()) if number is not None and number["symbol"] else None
    return number is not None and about is not None and not line[number.end() : about.start()].strip()


# Place and date, day and month perhaps blank: `Sóc Trăng, ngày⏎20 tháng 7 năm 2021`, `Hà Nội, ngày …/…/2026`.
_PLACE = r"(?P<place>(?:(?:Thành phố|TP\.?|Thị xã|Thị trấn|Đặc khu|Bà Rịa\s?-)[^,;:|\d\n]{0,25}\n)?\p{Lu}[^,;:|\d\n]{1,40}(?:\s\d{1,2})?),\s*"
# A figure of a date that its format was split inside: `tháng 0 6 năm 20 18`.
SPLIT_FIGURES = regex.compile(
    r"(?<=(?:ngày|tháng)\s\d)\s(?=\d\b)|(?<=năm\s\d{1,3})\s(?=\d{1,3}\b)|(?<=năm\s\d\s\d)\s(?=\d)", regex.IGNORECASE
)
DATE = regex.compile(
    rf"{_PLACE}(?i:ng[àa]y)\s*(?P<d>\d{{1,2}})?{_BLANK}(?i:th[áa]ng)\s*(?P<m>\d{{1,2}})?{_BLANK}(?i:n[ăa]m)\s*(?P<y>(?:19|20)\d\d)?"
)
SLASH_DATE = regex.compile(
    rf"(?:{_PLACE}(?:(?i:ngày)\s*)?|^\W*(?i:ngày)\s*:?\s*)(?P<d>\d{{1,2}})\s*/\s*(?P<m>\d{{1,2}})\s*/\s*(?P<y>(?:19|20)\d\d)(?!\d)",
    regex.MULTILINE,
)
# The same without a place, on a line of its own.
BARE_DATE = regex.compile(
    rf"^\W*ngày\s*(?P<d>\d{{1,2}})?{_BLANK}tháng\s*(?P<m>\d{{1,2}})?{_BLANK}năm\s*(?P<y>(?:19|20)\d\d)\W*$",
    regex.IGNORECASE | regex.MULTILINE,
)

# What a letter is about, below its number; `V/V` is no Roman five.
ABOUT = regex.compile(r"(?<!\p{L})(?:V\s?/\s?v|Về việc)\s*:?\s+(?=\S)", regex.IGNORECASE)
ADDRESSEE = regex.compile(r"\W*kính gửi\b", regex.IGNORECASE)

# What a mail room stamps on what comes in: the word, its own number and date, to whom it goes.
INCOMING = regex.compile(r"^\W*(?:(?:CÔNG VĂN|VĂN BẢN|C\.?V\.?)\s+)?ĐẾN\b\W*(?=$|Số|Ngày|Giờ)", regex.MULTILINE)
INCOMING_LINE = regex.compile(
    r"^\W*(?:Số\s*:\s*\d+\W*$|(?:Ngày|Giờ)\s*:\s*[\d/.:h\-\s]*|Chuyển\s*:[^\n|]*?(?=\s(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|SỞ|PHÒNG)\s\p{Lu}{2}|$)|"
    r"(?:Lưu )?[Hh]ồ sơ(?: số)?\s*:[^\n|]*)",
    regex.MULTILINE,
)
# Marks of urgency, of drafts and copies: lines of their own.
_MARKS = r"(?:HỎA TỐC(?: HẸN GIỜ)?|THƯỢNG KHẨN|KHẨN|DỰ THẢO[^\n|]{0,30}|BẢN SAO[^\n|]{0,30}|SAO Y[^\n|]{0,30}|LƯU HÀNH NỘI BỘ)"
MARK = regex.compile(rf"^\W*{_MARKS}\W*$", regex.MULTILINE)
# The degree of secrecy (Luật Bảo vệ bí mật nhà nước 2018, điều 8): a stamp of its own, in capitals, or the field `Độ mật`.
SECRET = regex.compile(
    r"[\W_]*(?:(?:ĐỘ|Độ) (?:MẬT|[Mm]ật)\s*:?\s*(?P<field>(?i:TUYỆT MẬT|TỐI MẬT|MẬT))|(?P<stamp>(?:T\s?U\s?Y\s?Ệ\s?T|T\s?Ố\s?I)?\s{0,3}M\s?Ậ\s?T))[\W_]*"
)

# What a program writes beside a digital signature.
SIGNED_BY = regex.compile(
    r"^\W*(?:Người ký|Ký bởi|Được ký bởi|Signed by|Digitally signed by)\s*:?\s*(?P<name>[^\n|]*)",
    regex.IGNORECASE | regex.MULTILINE,
)
SIGNATURE_FIELD = regex.compile(
    r"^\W*(?:(?:Người ký|Ký bởi|Được ký bởi|Signed by|Digitally signed by|E-?mail|Cơ quan|Tổ chức|Chức vụ|Thời gian ký|Ngày ký|Signing time|Date|Lý do|Location)"
    r"\s*:|DN:\s|C=VN)[^\n|]*",
    regex.IGNORECASE | regex.MULTILINE,
)

# Folded: the type of the document as its title names it, in words or letter by letter (`k e  h o a c h`).
_TITLE_TYPES = {fold_same_length(name): name for name in documents.TITLE_TYPES}
_LONGEST_FIRST = sorted(_TITLE_TYPES, key=len, reverse=True)
_SPACED = {r"\s+".join(name.replace(" ", "")): name for name in _LONGEST_FIRST}
TYPE = regex.compile(rf"\W*(?P<type>{'|'.join(_LONGEST_FIRST)}|{'|'.join(_SPACED)})\b")
_WHITE = regex.compile(r"\s")
_WITHOUT_SPACES = {name.replace(" ", ""): name for name in _LONGEST_FIRST}
_LONGEST_TYPE = 80


def type_at(line: str) -> tuple[str, int, int] | None:
    """The type of a document that a line begins with, in lower case, and where its words stand; `None` where it names none.

    >>> type_at("KÉ HOẠCH năm 2024")
    ('kế hoạch', 0, 8)
    """
    match = TYPE.match(fold_same_length(line[:_LONGEST_TYPE]))
    if match is None:
        return None
    return _TITLE_TYPES[_WITHOUT_SPACES[_WHITE.sub("", match["type"])]], match.start("type"), match.end("type")


def names_only_type(line: str) -> bool:
    """Whether a line says the type of its document and nothing else."""
    found = type_at(line)
    return found is not None and not any(c.isalnum() for c in line[found[2] :])


def names_type(line: str) -> int:
    """How surely a line names the type of its document: 2 in capitals, 1 alone in any case, else 0."""
    found = type_at(line)
    if found is None:
        return 0
    alone = names_only_type(line)
    if line[found[1] : found[2]].isupper():
        return 0 if line.rstrip().endswith(":") and alone else 2
    return 1 if alone else 0


# Between title and grounds: who decides (`ỦY BAN NHÂN DÂN TỈNH …`), at which session, and that the plan comes with a decision.
SESSION = regex.compile(
    r"\W*(?:KHÓA|Khóa)\s+[\p{Lu}\d]+.{0,60}(?:KỲ HỌP|Kỳ họp|NHIỆM KỲ|nhiệm kỳ)|\W*(?:KỲ HỌP|Kỳ họp) thứ\b",
    regex.IGNORECASE,
)
ENCLOSED = regex.compile(r"\W*(?:được\s+)?(?:ban hành\s+)?kèm theo\b", regex.IGNORECASE)
# The rest of a title in capitals that goes on in small letters.
TITLE_GOES_ON = regex.compile(r"\W*(?:\p{Ll}|Giai đoạn|Năm \d|Đến năm|Trên địa bàn|Thời kỳ|Nhiệm kỳ)")
# Where a title in capitals runs into the grounds behind it.
GROUNDS_BEHIND = regex.compile(
    r"(?<=\p{Lu}{2}[\"')\]]?|\d[\"')\]]?)\s+(?=(?:Căn cứ|Thực hiện|Triển khai|Theo|Xét|Để|Nhằm)\s+(?-i:\p{Ll}|\p{Lu}\p{Ll}|\d|số))"
)

# Where what a letter is about ends: a blank line, the number, place and date, a line in capitals, a rule.
ABOUT_ENDS = regex.compile(
    r"\n\W*\n|\n\|\n|\n(?=\W*(?:Số|SỐ)\s*:)|\n(?=[^\n]{0,40},\s*ngày\b)|\n(?=\p{Lu}{2}[^\p{Ll}]*$)|\n\W*-{3,}",
    regex.MULTILINE,
)

# The opening's own sentence: who issues, who draws up.
ISSUES = regex.compile(
    rf"(?:(?:chủ tịch|thường trực)\s+)?(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)(?:\s*\([^)]*\))?\s+(?P<type>{places.TYPE})"
    rf"(?P<name>\s+(?-i:{issuers.PLACE}))?(?=[^;.]{{0,60}}?\b(?:ban hành|xây dựng|đề ra|phê duyệt|triển khai|yêu cầu|quyết định|lập|tổ chức)\b)",
    regex.IGNORECASE,
)

# What a gap fills that a hand should: the running number, day and month of a draft. No column begins there.
BLANK_BEFORE = regex.compile(r"(?:[Ss]ố\s*:?|ngày|tháng|năm)\s*$")
BLANK_AFTER = regex.compile(r"[/-]|tháng\b|năm\b")

# The state's name or the Party's, in capitals, on a line of its own or in a row of the head.
STATE = regex.compile(r"C[ỘO]NG H[OÒÓ][AÀÁ] X[ÃA] H[ỘO]I|^\W*ĐẢNG CỘNG SẢN VIỆT NAM\W*$")
# The same in any line: a file with one head holds one document.
STATE_ANYWHERE = regex.compile(r"C[ỘO]NG H[OÒÓ][AÀÁ] X|ĐẢNG C[ỘO]NG S")
# A line of a head that gives its number, or what a letter is about.
NUMBER_OR_SUBJECT = regex.compile(r"^\W*S[ốô]\s*:|^\W*V/v\b")
# Titles of plans, and of decisions that bring one into force: the decision and its plan are one document.
PLAN_TITLE = regex.compile(r"\W*(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN)\b")
DECISION_TITLE = regex.compile(r"\W*(?:QUYẾT ĐỊNH|NGHỊ QUYẾT)\b")
# That a plan comes with a decision; in lower case.
# The decision that a plan without a head of its own comes with, and the words of a title that say so.
COMES_WITH_DECISION = regex.compile(r"kèm theo\s+(?P<document>(?:quyết định|nghị quyết|công văn|tờ trình)\s)")
COMES_WITH_BEHIND = regex.compile(r"\s*\((?:được )?(?:ban hành |phê duyệt )?kèm theo\s[^()]*\)\s*$", regex.IGNORECASE)
ENCLOSED_IN_DECISION = regex.compile(r"(?:ban hành )?kèm theo\s+(?:quyết định|nghị quyết)")

# That what stands here comes with a document named in the line; in lower case.
ENCLOSED_BY = regex.compile(
    r"\(?\s*(?:được\s+)?(?:ban hành\s+)?kèm theo\s+(?:quyết định|nghị quyết|công văn|chỉ thị|tờ trình)"
)

# The state's name or the Party's as recognition reads it, in any case.
MOTTO_READ = regex.compile(r"c[ộô]ng h[oòóa][aàá]?\s+x[ãa] h[ộô]i|đảng c[ộô]ng s[ảa]n", regex.IGNORECASE)
# Lines that close a head of two columns: place and date, the motto's second line, the number; in lower case.
LAST_LINES = regex.compile(r"ngày\b.*\btháng\b.*\bnăm\b|độc lập\s*-\s*tự do|^số\s*:")
# What a line of the head begins with that is no rest of the line above: a body, a unit, the number.
OPENS_LINE = regex.compile(
    r"(?:TỈNH|THÀNH|TP|HUYỆN|QUẬN|THỊ|XÃ|PHƯỜNG|ĐẶC|KHU|SỞ|PHÒNG|BAN|[ỦU][YỶ]|HỘI|BỘ|CỤC|CHI|TỔNG|TRUNG|TRƯỜNG|BỆNH|VĂN|ĐẢNG|ĐOÀN|"
    r"CÔNG|LIÊN|MẶT|TÒA|TOÀ|VIỆN|HĐND|UBND|MTTQ|BCH|CỘNG|ĐỘC|SỐ|BÁO|ĐÀI|QUỸ|NGÂN|CHÍNH|THANH|KHO|NHÀ)\b|\W"
)
# The rest of a date that broke at the end of its line.
REST_OF_DATE = regex.compile(r"(?:tháng|năm)\b|\d{1,2} (?:tháng|năm)\b|\d{4}$")

# What signing programs print on the first page.
SIGNATURE_LABEL = regex.compile(
    r"(?:người ký|ký bởi|được ký bởi|cơ quan|thời gian ký|ngày ký|email|thư điện tử)\s*:", regex.IGNORECASE
)
# The stamp of the office that received the document, over or beside its head.
INCOMING_STAMP = regex.compile(r"(?:(?:CÔNG VĂN|VĂN BẢN|HỒ SƠ)\s)?ĐẾN\s*:?")
# What such a stamp holds: number, day and hour, to whom it goes; no number of a document.
STAMPED = regex.compile(
    r"(?:ĐẾN\s*)?(?:Số(?: đến)?|Ngày(?: đến)?|Giờ|Chuyển|Kính chuyển|Lưu(?: hồ sơ)?(?: số)?|Số và ký hiệu HS)\s*[:.](?!.*\d\s*[/-]\s*\p{Lu})"
    r"|\d{1,2}/\d{1,2}/\d{4}",
    regex.IGNORECASE,
)
