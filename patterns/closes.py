"""The close of a document: who signs in which office, and to whom it goes (`Nơi nhận`).

Nghị định 30/2020/NĐ-CP, phụ lục I, and Hướng dẫn 36-HD/VPTW for the Party set recipients and signature side by side. Patterns read the
view; those on it in lower case say so.
"""

from __future__ import annotations

import regex

# On whose behalf one signs, as every pattern here reads it: `TM.`, `TUQ .`, `K/T`, `T/L.`.
BEHALF = r"(?:(?:TM|KT|TL|TUQ)\s?\.|Q\s?\.(?=\s?(?:GIÁM|CHỦ|TRƯỞNG|CHÁNH|TỔNG|CỤC|VIỆN|HIỆU|BÍ))|[TK]/[MTL]\.?(?=\s))"
_BEHALF_LOW = BEHALF.lower()

# The office of who signs: `PHÓ CHỦ TỊCH`, `GIÁM ĐỐC SỞ`.
OFFICES = regex.compile(
    r"(?<![\p{L}])(?:(?:PHÓ|QUYỀN|Q\.)\s+)?(?:CHỦ TỊCH|(?:TỔNG )?GIÁM ĐỐC|CHÁNH (?:VĂN PHÒNG|THANH TRA|ÁN)|THỦ TƯỚNG|BÍ THƯ|CHỦ NHIỆM|PHÓ BÍ THƯ|"
    r"(?:BỘ|THỨ|CỤC|CHI CỤC|TỔNG CỤC|VỤ|VIỆN|TRẠM|ĐỘI|TỔ|HIỆU|HẠT|CHỈ HUY) TRƯỞNG|TRƯỞNG (?:PHÒNG|BAN|CÔNG AN|KHOA|TIỂU BAN|ĐOÀN|TRẠM))"
    r"(?:\s+THƯỜNG TRỰC)?(?![\p{L}])",
    regex.IGNORECASE,
)
# The department that a signer heads, behind his office in the same capitals: `VỤ TRƯỞNG VỤ KẾ HOẠCH - TÀI CHÍNH Nguyễn Văn An`.
UNIT_OF_OFFICE = regex.compile(
    r"(?P<unit>(?:VỤ|CỤC|TỔNG CỤC|CHI CỤC|VIỆN)\s\p{Lu}+(?:(?:\s|,\s|\s?-\s?)\p{Lu}+(?!\p{Ll}))*)(?=\s+\p{Lu}\p{Ll}|\s*$)"
)
# The first letter of each part of such a department's name.
PART_OF_UNIT = regex.compile(r"(?:^|(?<=\s-\s)|(?<=,\s))\p{L}")
# The name of a person, at the end of a line, degrees before it left out: `PGS.TS. Nguyễn Văn An`.
NAME = regex.compile(
    r"(?:(?:(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|tướng)\s)|(?:\p{L}{1,4}\.\s?){0,3})?(?P<name>\p{Lu}\p{L}*(?:['’]\p{L}+)?(?:\s+\p{Lu}\p{L}*(?:['’]\p{L}+)?){1,5})\.?$"
)
# What a line of a signature holds that is no person's name: on whose behalf, the body, a note in brackets.
NO_NAME = regex.compile(
    rf"^{BEHALF}|^TUQ\b|ỦY BAN NHÂN DÂN|HỘI ĐỒNG|^\(|SỞ |PHÒNG |BAN |^(?-i:UBND|HĐND|UBMTTQ|MTTQ|CÔNG AN|TỈNH|HUYỆN|XÃ|PHƯỜNG)(?!\p{{L}})",
    regex.IGNORECASE,
)
# What stands for the signature itself: `(Đã ký)`, `(Ký tên, đóng dấu)`.
SIGNED = regex.compile(r"\s*\(?\s*(?:đã ký|ký tên|đóng dấu)[^)\p{Lu}]*\)?\s*", regex.IGNORECASE)
# What is left of it behind a recipient.
SIGNED_BESIDE = regex.compile(r"(?<=[;.,)])\s*\(?\s*(?:đã ký|ký tên)[^;]*$", regex.IGNORECASE)
# The last of the recipients: where the document is kept (Nghị định 30/2020/NĐ-CP, phụ lục I). A signer's name may stand beside it.
KEPT = regex.compile(r"\W*lưu(?!\p{L})", regex.IGNORECASE)
NAME_BESIDE = regex.compile(r"[.;)]\s+(?P<name>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,4})$")
# On whose behalf one signs, at the beginning of a line: `TM. ỦY BAN`, `K/T CHỦ TỊCH`.
ON_BEHALF = regex.compile(rf"{BEHALF}\s?\p{{Lu}}{{2}}")
# What a dump of two columns leaves at the end of a recipient's line: the signature's words, in capitals.
SIGNATURE_BESIDE = regex.compile(
    rf"[;.:)\s]\s*(?P<signature>(?:{BEHALF}\s?)?"
    r"(?:(?:PHÓ|QUYỀN)\s)?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH VĂN PHÒNG|"
    r"TRƯỞNG PHÒNG|ỦY BAN NHÂN DÂN|BÍ THƯ|BAN THƯỜNG VỤ)[\p{Lu}\s]*)$"
)
# What the recipients stand under.
RECIPIENTS_HEAD = regex.compile(r"^[Nn]ơi nhận\s*:?\s*|^NƠI NHẬN\s*:?\s*")

# What official documents set in two columns: head, recipients and signature. Recognition misreads the accents of capitals.
HEAD_OR_CLOSE = regex.compile(
    r"C[ỘÔ]NG H[OÒÓÕO][ÀAÁ]|Đ[ộô]c l[ậâ]p|(?:^|\s)S[ốô](?::|\s+\d+-\p{Lu})|[Nn][ơo]i nh[ậâ]n|"
    rf"NƠI NHẬN|{BEHALF}|(?:TM|KT|TL|TUQ) |CHỦ TỊCH|ĐẢNG CỘNG SẢN|"
    r"BÍ THƯ|BAN THƯỜNG VỤ|GIÁM ĐỐC"
)

# What begins the recipients, and the signature; in lower case.
RECIPIENTS = regex.compile(r"nơi nhận\s*:?")
SIGNATURE = regex.compile(
    rf"{_BEHALF_LOW}\s*\p{{L}}|"
    r"(?:phó |quyền )?(?:chủ tịch|giám đốc|chánh văn phòng|cục trưởng|bộ trưởng|thủ tướng|bí thư|"
    r"trưởng (?:phòng|ban)|chủ nhiệm|hiệu trưởng|thứ trưởng)(?: |$|\))"
)

# What begins the recipients or the signature in the cells of a page; in lower case.
CLOSE_OF_PAGE = regex.compile(rf"n[ơo]i nh[ậâ]n\b|{_BEHALF_LOW}\s*\p{{L}}")

# What begins the recipients as recognition reads it; in lower case.
RECIPIENTS_READ = regex.compile(r"n[ơo]i nh[ậâ]n\s*:?")
# A recipient, or what they stand under.
RECIPIENT = regex.compile(r"[-–+*•]\s*\S|[Nn][ơo]i nh[ậâ]n")

# Pages whose lines stand in columns: the head on the first page, recipients and signature.
IN_COLUMNS = regex.compile(rf"(?i:n[ơo]i nh[ậâ]n)|{BEHALF}\s*\p{{Lu}}|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC)")

# What makes a table in a Word file the layout of recipients and signature; in lower case.
CLOSES_TABLE = regex.compile(rf"n[ơo]i nh[ậâ]n|^\W*{_BEHALF_LOW}", regex.MULTILINE)
