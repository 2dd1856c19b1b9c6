"""How a plan numbers and names its parts: labels of headings and items, roles of sections.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.5 lets a document go down by phần, chương, mục, điều, khoản (`1.`), điểm (`a)`);
offices add Roman numbers, decimals (`1.1.`) and dashes. Patterns read the view of a line (`patterns.spelling`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import regex

from patterns.vocabulary import HeadingRole


class LabelKind(IntEnum):
    """Kinds of labels; the number orders nothing, depth comes from nesting."""

    PART = 1  # Phần thứ nhất, Phần I
    CHAPTER = 2  # Chương I, Mục 1
    ANNEX = 3  # Phụ lục 02
    ROMAN = 4  # IV.
    CAPITAL = 5  # A.
    ARTICLE = 6  # Điều 5.
    DECIMAL = 7  # 1.  1.2.  1.2.3.
    LETTER = 8  # a)
    BULLET = 9  # -
    PLUS = 10  # +
    INDICATOR = 11  # Chỉ tiêu 4:
    OBJECTIVE = 12  # Mục tiêu 2:
    GROUP = 13  # (1)
    HEADING = 14  # MỤC TIÊU: no label, in capitals
    SUBHEADING = 15  # Công tác truyền thông: no label, in bold


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line: `text` as a path shows it (`IV`, `1.2`, `a`), `end` where the words begin."""

    kind: LabelKind
    text: str
    end: int


# Signs of lists: those that people type, and those of symbol fonts, which a PDF gives as code points of no meaning.
_BULLETS = "-•●○▪■*▸►➢✓–—⁃·\uf02d\uf06e\uf071\uf076\uf0a7\uf0a8\uf0b0\uf0b7\uf0d8\uf0e0\uf0f0\uf0fc"
_LABELS: tuple[tuple[LabelKind, str], ...] = (
    (LabelKind.BULLET, rf"[{_BULLETS}]\s*(?=\S)(?!\d+\s*-?\s*$)"),
    (LabelKind.PLUS, r"(?:\+\s*(?=\S)|o\s+(?=[\p{Lu}\d]))"),
    (LabelKind.INDICATOR, r"(?!chỉ tiêu (?:số )?\d{1,2}\s*[.\-])[Cc]hỉ tiêu (?:số )?(?P<v>\d{1,2})\s*[:.)\-]\s*"),
    (LabelKind.OBJECTIVE, r"[Mm]ục tiêu (?:số )?(?P<v>\d{1,2})\s*[:.)\-]\s*"),
    (LabelKind.PART, r"(?:Phần|PHẦN) (?P<v>thứ \w+|THỨ \w+|[IVX]+|\d+|[A-H])\b[\s:.\-]*"),
    (LabelKind.CHAPTER, r"(?:Chương|CHƯƠNG|Mục|MỤC) (?P<v>[IVX]+|\d+)\b(?=\s*[.:]|\s*$|\s+\p{Lu}{2})[\s:.\-]*"),
    (
        LabelKind.ANNEX,
        r"(?:(?:PHỤ LỤC|Phụ lục|BIỂU MẪU|BIỂU|Biểu mẫu)(?: (?:số )?(?P<v>[IVX]+|\d+[A-Za-z]?))?(?=\s*(?:$|[:.\-(\n])|[A-ZĐ ]+$)[\s:.\-]*)",
    ),
    (LabelKind.ARTICLE, r"(?:Điều|ĐIỀU) (?P<v>\d{1,3})\s*[.:]\s*"),
    (LabelKind.ROMAN, r"(?P<v>[IVX]{1,6})\s*(?:[.)\-]|/(?!\d|[vV]\b))\s*(?=\S)"),
    (
        LabelKind.DECIMAL,
        r"(?P<v>\d{1,2}(?:\.\d{1,2}){0,4})(?:(?:\.\s*|\s*[)/\-]\s+|(?<=\.\d{1,2})\s+)(?=[^\W\d]|[\"'(*]|\d+%)|\.\s+(?=\d+(?:[.,]\d+)*\s?(?:%|‰|/\d|(?<=\d\s)\p{Ll})))",
    ),
    (LabelKind.GROUP, r"\((?P<v>\d{1,2}|[ivx]+|[a-zđ])\)\s*(?=\S)"),
    (LabelKind.LETTER, r"(?P<v>[a-zđ](?:\.?\d{1,2})?)(?:\)|\.(?=\s)|\s*-(?=\s))\s*(?=\S)"),
    (LabelKind.CAPITAL, r"(?P<v>[A-HĐ])\s*[.)/\-]\s+(?=\S)"),
)
_COMPILED = tuple((kind, regex.compile(pattern)) for kind, pattern in _LABELS)
# The characters that labels begin with → the patterns of those that may stand there: most lines begin with none.
_MAY_BEGIN: dict[str, tuple[tuple[LabelKind, regex.Pattern[str]], ...]] = {
    character: tuple((kind, pattern) for kind, pattern in _COMPILED if kind in kinds)
    for characters, kinds in (
        (_BULLETS, (LabelKind.BULLET,)),
        ("+", (LabelKind.PLUS,)),
        ("o", (LabelKind.PLUS, LabelKind.LETTER)),
        ("(", (LabelKind.GROUP,)),
        ("0123456789", (LabelKind.DECIMAL,)),
        ("abdefghijklnpqrstuvwxyzđ", (LabelKind.LETTER,)),
        ("c", (LabelKind.INDICATOR, LabelKind.LETTER)),
        ("m", (LabelKind.OBJECTIVE, LabelKind.LETTER)),
        ("IVX", (LabelKind.ROMAN,)),
        ("AEFGHĐ", (LabelKind.ARTICLE, LabelKind.CAPITAL)),
        ("B", (LabelKind.ANNEX, LabelKind.CAPITAL)),
        ("C", (LabelKind.INDICATOR, LabelKind.CHAPTER, LabelKind.CAPITAL)),
        ("D", (LabelKind.CAPITAL,)),
        ("M", (LabelKind.OBJECTIVE, LabelKind.CHAPTER)),
        ("P", (LabelKind.PART, LabelKind.ANNEX)),
    )
    for character in characters
}
# Words that begin a block of their own whatever stands before: the recipients, the signature, the grounds.
_OPENERS = regex.compile(
    r"(?:Nơi nhận|NƠI NHẬN|TM\.|KT\.|TL\.|TUQ\.|Căn cứ\b|CĂN CỨ\b|Xét (?:đề nghị|tờ trình)|Trên đây là\b|Số:|\||Yêu cầu (?:các|[Tt]hủ trưởng|[Gg]iám đốc)\b)|(?:Thực hiện|Triển khai) .{0,60}\d/\S+-"
)


def label(line: str) -> Label | None:
    """The label at the start of a line, `None` where it begins with words."""
    for kind, pattern in _MAY_BEGIN.get(line[:1], ()):
        match = pattern.match(line)
        if match is not None and match.end() > 0:
            value = match.groupdict().get("v") or ""
            return Label(kind, value or line[: match.end()].strip(), match.end())
    return None


def is_starter(line: str) -> bool:
    """Whether a line begins a paragraph by itself: it has a label, or words that open a block."""
    return _OPENERS.match(line) is not None or label(line) is not None


_LONGEST_HEADING = 120


def bare(line: str, *, bold: bool, numbered: bool) -> LabelKind | None:
    """The kind of heading that a line without a label is, `None` where it is none.

    A line in capitals that names a part of a plan is one; in a plan that numbers none of its headings (`numbered`) any line in
    capitals is, and any that is all in bold.
    """
    words = line.strip(" :*")
    if len(words) > _LONGEST_HEADING or len(words) < 5 or words.endswith((".", ";", ",")) or label(line) is not None:
        return None
    if words.startswith(("TM.", "KT.", "TL.", "T/M", "K/T")):
        return None
    if words.isupper():
        known = role(words) is not None
        return LabelKind.HEADING if known or (not numbered and bold and " " in words) else None
    return LabelKind.SUBHEADING if bold and not numbered and words[:1].isupper() else None


# Roles of sections by the words of their headings, the first that fits; read in lower case. A plan is an ordered argument:
# where it stands, what it wants, what it does, who pays, who does it, who reports.
ROLES: dict[HeadingRole, str] = {
    "basis": r"(?:các )?(?:căn cứ|cơ sở) (?:pháp lý|pháp luật|(?:để )?(?:xây dựng|ban hành|lập))|căn cứ$",
    "situation": r"(?:đặc điểm|khái quát|thực trạng|đánh giá|kết quả|tình hình|bối cảnh|sự cần thiết)(?!.*(?:báo cáo|chế độ))",
    "general_objectives": r"(?:mục tiêu|mục đích|yêu cầu)[ ,]*(?:chung|tổng quát|tổng thể)|mục đích|yêu cầu|quan điểm|phạm vi|đối tượng",
    "objectives": r"(?:các )?(?:mục tiêu|chỉ tiêu)|định hướng",
    "funding": r"(?:nguồn )?(?:kinh phí|ngân sách|nguồn lực|nguồn vốn)|dự toán",
    "reporting": r"(?:thời gian,? )?(?:chế độ|công tác|thời hạn|thời gian)?[ ,]*(?:thông tin,? |thời gian,? )?(?:chế độ )?báo cáo|"
    r"chế độ (?:thông tin|báo cáo)",
    "organisation": r".*(?:tổ chức (?:triển khai|thực hiện)|phân công|phân giao|(?:giao|phân định) (?:trách nhiệm|nhiệm vụ)|trách nhiệm (?:của|thực hiện|các)|"
    r"trách nhiệm thi hành)|(?:tổ chức|biện pháp|công tác) (?:triển khai )?thực hiện$|triển khai thực hiện$|trách nhiệm$",
    "tasks": r".*(?:nhiệm vụ|giải pháp|nội dung|hoạt động|biện pháp)",
    "schedule": r"(?:thời gian|tiến độ|lộ trình)",
}
_ROLES = tuple((role, regex.compile(pattern)) for role, pattern in ROLES.items())


def role(title: str) -> HeadingRole | None:
    """The role that a heading gives its section, `None` where its words say nothing."""
    words = title.lower().strip(" .:*")
    if len(words) > 160:  # a heading that its text runs on behind: `Mục tiêu chung: …`
        running = _RUNS_ON.match(words)
        return role(running["title"]) if running is not None else None
    if "tổ chức thực hiện" in words or words.startswith("phân công"):
        return "organisation"
    for name, pattern in _ROLES:
        if pattern.match(words) is not None:
            return name
    return None


_RUNS_ON = regex.compile(r"(?P<title>[^:.\d]{5,60}):\s")

# An item that states the general objective; in lower case.
GENERAL_OBJECTIVE = regex.compile(r"(?:mục tiêu|mục đích)\s(?:chung|tổng quát|tổng thể)\s?[:.]\s")

# A heading of tasks, whatever else it names; in lower case.
TASKS_OR_SOLUTIONS = regex.compile(r"nhiệm vụ|giải pháp")

# The title of the part that lays duties on agencies; in lower case.
ORGANISING = regex.compile(
    r"(?:tổ chức (?:triển khai )?thực hiện|phân công (?:nhiệm vụ|trách nhiệm|thực hiện)|trách nhiệm thực hiện)(?:\W|$)"
)
# A title of duties of several agencies; in lower case.
DUTIES_OF_AGENCIES = regex.compile(
    r"(?:phân công |phân giao )?(?:nhiệm vụ|trách nhiệm)(?: cụ thể)?(?: của| cho)(?: các)? (?:cơ quan|đơn vị|sở|ban|ngành|phòng|địa phương|cấp)"
)
