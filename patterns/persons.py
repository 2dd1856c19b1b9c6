"""Children whom a text names: `cháu Nguyễn Thị An (sinh năm 2012)`. Initials (`cháu N.T.A`) name nobody. Patterns read the view."""

from __future__ import annotations

import regex

# Family names that nine of ten Vietnamese bear, and those of the larger ethnic groups.
_FAMILY = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đoàn|Vương|Trịnh|Trương|Đinh|Lâm|Phùng|Mai|Tô|Hà|Tạ|Cao|Chu|Lương|Thái|"
    "Nông|Hà|Lò|Vàng|Giàng|Sùng|Thào|Lầu|Mùa|Cầm|Quàng|Tòng|Đèo|Triệu|Bàn|Đàm|Ma|Hầu|Cứ|Y|H'|K'|Rơ|Siu|Kpă|Ksor|Rmah|Thạch|Kim|Danh|Sơn"
)
_SYLLABLE = r"\p{Lu}[\p{L}']*"
_NAME = rf"(?:{_FAMILY})(?:[ ]{_SYLLABLE}){{1,4}}"
_AGE = r"(?:,|\s|\()*(?:sinh (?:ngày|năm)|SN\b|\d{1,2} tuổi|học sinh lớp|học lớp|(?:hiện )?(?:trú|ngụ|ở) (?:tại|thôn|ấp|xóm|bản))"
# After a word for a child the family name tells; after words that may mean others, so does the age that follows.
CHILD = regex.compile(
    rf"(?<!\p{{L}})(?:(?:[Cc]háu(?: bé)?|[Bb]é)(?: (?:gái|trai))?(?: tên(?: là)?)?\s+(?P<name>{_NAME})(?![\p{{L}}])|"
    rf"(?<![Tt]rẻ )(?:[Ee]m|[Tt]rẻ|[Nn]ạn nhân|[Bb]ị hại|[Hh]ọc sinh)(?: tên(?: là)?)?\s+(?P<other>{_NAME})(?={_AGE}))"
)
# A quick look before the pass over a text, in lower case; words that speak of one child.
OF_A_CASE = ("cháu ", "bé ", "nạn nhân ", "bị hại ")
WORDS = (*OF_A_CASE, "em ", "trẻ ", "học sinh ")
