"""Types of documents, their names and numbers, and the words that open a plan.

Abbreviations are those of Nghị định 30/2020/NĐ-CP, phụ lục III, mục I; laws and what stands above them follow
Luật Ban hành văn bản quy phạm pháp luật. Patterns read the view (`patterns.spelling`), those named so in lower case.
"""

from __future__ import annotations

import regex

# Name in lower case → abbreviation. The longer name wins where one begins with another.
TYPES: dict[str, str] = {
    "hiến pháp": "HP",
    "bộ luật": "BL",
    "luật": "L",
    "pháp lệnh": "PL",
    "lệnh": "L-CTN",
    "nghị quyết liên tịch": "NQLT",
    "nghị quyết": "NQ",
    "nghị định": "NĐ",
    "quyết định": "QĐ",
    "chỉ thị": "CT",
    "thông tư liên tịch": "TTLT",
    "thông tư": "TT",
    "thông báo": "TB",
    "thông cáo": "TC",
    "thông tri": "TTri",
    "công văn": "CV",
    "công điện": "CĐ",
    "công ước": "CƯ",
    "nghị định thư": "NĐT",
    "hiệp định": "HĐ",
    "tuyên bố": "TBố",
    "kế hoạch liên tịch": "KHLT",
    "kế hoạch": "KH",
    "chương trình hành động": "CTr",
    "chương trình phối hợp": "CTr",
    "chương trình": "CTr",
    "đề án": "ĐA",
    "dự án": "DA",
    "phương án": "PA",
    "hướng dẫn": "HD",
    "báo cáo": "BC",
    "biên bản": "BB",
    "tờ trình": "TTr",
    "kết luận": "KL",
    "quy chế": "QC",
    "quy định": "QyĐ",
    "quy chế phối hợp": "QC",
    "văn bản": "VB",
    "thư": "T",
}

# Types that the title of a document names, alone on its line or before the subject.
TITLE_TYPES = ("kế hoạch liên tịch", "kế hoạch", "chương trình hành động", "chương trình phối hợp", "chương trình", "quyết định", "nghị quyết", "chỉ thị",
              "đề án", "dự án", "phương án", "hướng dẫn", "báo cáo", "thông báo", "kết luận", "tờ trình", "công văn", "công điện", "thông tri", "nghị quyết liên tịch",
              "nghị định", "thông tư liên tịch", "thông tư", "quy chế phối hợp", "quy chế", "quy định", "biên bản", "pháp lệnh")  # fmt: skip

# Where the official head begins, in lower case: the motto, the number, the issuer's own line.
HEAD = regex.compile(
    r"c[ộô]ng h[oòóa][aàá]? x[ãa] h[ộô]i|đ[ộô]c l[ậâ]p - t[ựư] do|^s[ốô]\s*:|^s[ốô]\s+\d+\s?[-/]\s?\p{L}|^(?:\W*)(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|đảng bộ|"
    r"tỉnh ủy|huyện ủy|thành ủy|quận ủy|thị ủy|đảng ủy|sở |bộ |hội (?:liên hiệp|lhpn|nông dân|cựu chiến binh|chữ thập)|đoàn tncs|ban chấp hành |"
    r"liên đoàn lao động|(?:ủy ban )?mặt trận tổ quốc|chính phủ$|thủ tướng chính phủ$)[^.;:]{0,70}$",
    regex.MULTILINE,
)
# The state's name and motto (Nghị định 30/2020/NĐ-CP, phụ lục I), the Party's name: a line of their own.
MOTTO = regex.compile(r"C[ỘO]NG H[OÒÓ][AÀÁ] X[ÃA] H[ỘO]I|Độc lập\s?[-–]\s?Tự do|ĐẢNG CỘNG SẢN VIỆT NAM")
# The line of a decision that says who decides, in capitals, between its title and its grounds.
AUTHORITY = regex.compile(
    r"\s*(?:(?:CHỦ TỊCH|THƯỜNG TRỰC|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG|BAN THƯỜNG VỤ)\s+)*(?:ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|CHÍNH PHỦ|BỘ|SỞ)\b"
    r"[\p{Lu}\s,\-–]{0,70}(?:KHÓA\s+[\p{Lu}\d]+[,\s]*)?(?:NHIỆM KỲ\s+\d{4}\s?[-–]\s?\d{4}[,\s]*)?(?:KỲ HỌP\s+[\p{Lu}\s\d()]{1,40})?[:,]?\s*"
)
# Where the opening begins, in lower case.
OPENING = regex.compile(
    r"(?:căn cứ|thực hiện|triển khai|xét|theo|để |nhằm|trên cơ sở|tiếp tục|thi hành|ủy ban nhân dân|ubnd|hội đồng nhân dân|"
    r"ban chỉ đạo|sở |bộ |chủ tịch)\b.{25,}|căn cứ (?:luật|hiến pháp|bộ luật|pháp lệnh|(?:khoản|điều) \d+)\b|(?:căn cứ|thực hiện|triển khai)\s*:|"
    r"(?:thực hiện|triển khai) (?:luật|bộ luật|pháp lệnh)\b[^;]*;$",
    regex.DOTALL,
)
# Types that set out what is to be done, and by when: plans, whatever they are called.
PLAN_KINDS = frozenset({"KH", "KHLT", "CTr", "ĐA", "DA", "PA"})
# Titles in lower case, from their first word: what gives each unit its value, what a decision issues, a teacher's plan of a lesson.
ALLOCATES = regex.compile(
    r"^(?:quyết định|kế hoạch)?\s*(?:(?:về việc|v/v|về)\s+)?(?:tạm )?(?:giao|phân giao|phân bổ|phân khai|điều chỉnh giao)(?: bổ sung| chi tiết)?\b.{0,40}?"
    r"\b(?:chỉ tiêu|dự toán|kế hoạch|kinh phí|vốn|nhiệm vụ|biên chế)\b"
)
ISSUES_PLAN = regex.compile(
    r"^(?:quyết định\s+)?(?:(?:về việc|v/v|về)\s+)?(?:ban hành|phê duyệt|thông qua|công bố|sửa đổi|điều chỉnh|bổ sung)?.{0,30}?"
    r"\b(?:kế hoạch|chương trình|đề án|dự án|phương án|chiến lược|quy hoạch|bộ chỉ tiêu|hệ thống chỉ tiêu)\b"
)
# The head of a table of targets or tasks, in lower case: what is aimed at or done, and its unit, year or agency in another cell.
TARGET_HEAD = regex.compile(
    r"\b(?:chỉ tiêu|mục tiêu|nhiệm vụ|nội dung công việc)\b[^\n]*\|[^\n]*(?:đơn vị tính|đvt|(?<!\d)20\d\d(?!\d)|kế hoạch|lộ trình|chủ trì|thực hiện)"
)
LESSON = regex.compile(r"^kế hoạch (?:bài dạy|bài học|dạy học|giảng dạy|giáo dục|học tập|kinh doanh|cá nhân|tuần)\b")
