"""What the end of a line and the beginning of the next say about whether a sentence goes on over them.

Patterns read the words of one line as they stand.
"""

from __future__ import annotations

import regex

# The end of a sentence, an item or a lead-in; it is looked for among the last characters of a line.
SENTENCE_END = regex.compile(r"[.;:!?…]['\"”»)\]]*(?:/\.)?$|\./\.$|[,;]\.\.\.$")
# Of these, the end of a whole sentence.
FULL_STOP = regex.compile(r"[.!?]['\"”»)\]]*$|/\.$")
# Words after which no sentence can end: what follows goes on with them, capital or not.
DANGLING = regex.compile(
    r"(?:^|[\s(])(?:và|của|các|về|cho|trong|với|do|tại|theo|từ|đến|là|những|bởi|để|hoặc|trên|được|bị|gồm|mọi|mỗi|từng|bằng|như|khi|nếu|"
    r"cùng|giữa|thuộc|ngoài|qua|nhằm|không|chưa|sẽ|đã|đang|phải|cần|hay|mà|vì)$|[,(\[“‘/&+]$|(?<![-–_])[-–]$",
    regex.IGNORECASE,
)
# Words that a name follows: an office, a place, a document that is named by what comes next.
NAME_COMES = regex.compile(
    r"(?:^|[\s(])(?:Sở|Phòng|Bộ|Ban|Viện|Tòa|Toà|Hội|Ủy ban|Uỷ ban|Trung tâm|Cục|Chi cục|Tổng cục|Vụ|Đài|Đồn|Trường|Trạm|Ủy|Uỷ|Hội đồng|Liên hiệp|Liên đoàn|Hội Liên hiệp|Mặt trận|Mặt trận Tổ quốc|"
    r"(?:Phó )?(?:Chủ tịch|Giám đốc|Thủ tướng)|(?:Thứ|Bộ) trưởng|Chánh|Luật|Bộ luật|Nghị|Thông|Quyết|Kế|Chương|Chỉ|Đề|Dự|các [Ss]ở|lãnh đạo|Lãnh đạo|Ban [Cc]hỉ (?:huy|đạo)|Ban [Qq]uản lý)$"
)
# Words that a number follows.
NUMBER_COMES = regex.compile(
    r"(?:^|[\s(])(?:số(?:\s?:)?|ngày|tháng|năm|quý|điều|khoản|điểm|mục|chương|phần|phụ lục|giai đoạn|khóa|lần thứ|thứ|trên|dưới|đạt|ít nhất|tối thiểu|còn|khoảng)$",
    regex.IGNORECASE,
)
NUMBER = regex.compile(r"\d|[IVX]+\b|/|[._…]{2,}")
# The rest of what was cut: closing punctuation, a sign behind a number, the second year of a span cut at its dash.
REST = regex.compile(r"[,;.)%:\]”’/]|[-–]\s?(?:năm )?(?:19|20)\d\d(?!\d)|[-–]\S*\p{L}{2}\S*/|-\p{Lu}{2,}")
# A period alone on its line, with its label: the heading of what is aimed at in it (`1- Giai đoạn 2024 - 2025`, `Đến năm 2030`).
PERIOD_ALONE = regex.compile(
    r"(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s?[.)/-]\s*|[-+*•]\s*)?(?:(?:Trong )?(?:giai đoạn|thời kỳ) (?:\d-\d )?(?:từ )?(?:năm )?|(?:Phấn đấu )?(?:đến|trong|hết) (?:hết |cuối )?năm |năm )"
    r"(?:19|20)\d\d(?:\s?(?:-|–|đến|tới)\s?(?:năm )?(?:19|20)\d\d)?",
    regex.IGNORECASE,
)
# What does not go on with a sentence: a capital, a figure with its sign; not the rest of a span (`- 2030`).
BEGINS_AFRESH = regex.compile(r"\p{Lu}|\d[\d.,]*\s?[%‰]|[-+*•]\s+(?!(?:19|20)\d\d\b)|\d{1,2}/\d")
# A label, or a word that opens the grounds, and nothing behind it: the words come in the next line.
BARE_LABEL = regex.compile(
    r"(?:[IVX]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[A-HĐ])\s?[.)/]|\d{1,2}(?:\.\d{1,2}){1,3}|(?:Điều|ĐIỀU|Chỉ tiêu|Mục tiêu)\s\d{1,3}\s?[.:]?|[-+•]"
    r"|Căn cứ|Thực hiện|Triển khai(?: thực hiện)?|Thi hành"
)
# What the name of an office begins with: two such lines in a cell are two offices.
OFFICE = regex.compile(
    r"(?:(?:Các|các) )?(?:[Ss]ở|Phòng(?!,| chống| thủ| ngừa| cháy)|Ban|UBND|[ỦU][yỷ] ban|Công an|Bộ|Hội|Đoàn|Huyện đoàn|Tỉnh đoàn|Thành đoàn|Trung tâm|Văn phòng|Chi cục|Cục|"
    r"Đài|Báo|UBMTTQ|Mặt trận|Trường|Trạm|Tòa án|Viện|Ngân hàng|Liên đoàn|Kho bạc|Thanh tra|BCH|Đội|Đồn)(?!\w)"
)
# What begins a block whose lines each stand for themselves: the recipients, a signature, the number, the motto.
STANDS_ALONE = regex.compile(
    r"nơi nhận|kính gửi|số\s?:|\(?đã k[ýí]|độc lập\s?-|(?:tm|kt|tl|tuq|q)\s*\.\s*\p{L}|[tk]/[mtl]\b",
    regex.IGNORECASE,
)
# What begins the grounds or the opening of a plan, and so ends its title.
AFTER_TITLE = regex.compile(
    r"(?:Thực hiện|Triển khai|Thi hành|Căn cứ|Theo|Để|Nhằm|Xét|Trên cơ sở|Tiếp tục|Ủy ban|Uỷ ban|UBND|Hội đồng|Sở|Bộ)\b"
)
# The place and date of a head, a line of its own.
PLACE_AND_DATE = regex.compile(r"\p{Lu}[\p{L}.' -]{1,40}, ?ngày\b[\s\d.…_/]*(?:tháng[\s\d.…_]*năm[\s\d.…_]*)?")
# The office of who signs, a line of its own.
SIGNER = regex.compile(
    r"(?:Q\. ?|QUYỀN |PHÓ )?(?:CHỦ TỊCH|TỔNG GIÁM ĐỐC|GIÁM ĐỐC|BÍ THƯ|CỤC TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG (?:PHÒNG|BAN)|CHỦ NHIỆM|CHÁNH VĂN PHÒNG|HIỆU TRƯỞNG|THỦ TƯỚNG)(?: [\p{Lu} ]{0,40})?"
)
# A label of a part that is a line of its own, its title below it.
OWN_LINE = regex.compile(r"(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu)(?: (?:SỐ |số )?[\dIVX]+[A-Za-z]?)?\s?[:.]?")
# `Thời gian thực hiện: …`: a line that says by itself what it is about.
LABELLED = regex.compile(r"\p{Lu}[^\n:.;,]{2,40}:(?!\d)")
# Names that are written with a dash in the middle: a line that begins with the dash goes on.
BEFORE_DASH = regex.compile(
    r"(?:lao động|tài chính|chính trị|kinh tế|văn h[oó][aá]|truyền thanh|nghề nghiệp|độc lập|tự do|khoa học|phát thanh|kế hoạch|"
    r"dân số|đoàn|công|\d{4}|\d|quý [iv]+|tp|lđ)$",
    regex.IGNORECASE,
)

# Abbreviations whose full stop ends no sentence, at the end of what stands before it; in lower case.
ABBREVIATION = regex.compile(r"(?:^|[\s(])(?:tp|q|p|tx|tt|ths|ts|pgs|gs|bs|ubnd|hđnd|đ/c|st|vd)$")

# The end of a lead-in, whose matter comes below it; in lower case.
SAYS_WHAT_FOLLOWS = regex.compile(r"(?:như sau|sau đây|dưới đây|sau|quyết định|quyết nghị)\s*:\W*$")

# What no cell ends with that is whole.
OPEN_CELL = regex.compile(
    r"(?:[,;:/(–-]|(?:^|\s)(?:và|của|các|cho|trong|với|về|theo|đến|từ|tại|số))$", regex.IGNORECASE
)
