"""What a target is about: clauses that share a subject, names of a part of those whom a measure is about, words that count or rate.

All read one spelling in lower case, with single spaces (`corpus.programme.alignment.plain`).
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

# A clause that begins so has no subject of its own (`…; tỷ lệ này còn 24,8%`).
_SAME = r"(?:năm \d{4},? )?(?:tỷ lệ|tỷ suất|con số|số|mức) này"
# Who is fewer than all children, households or units.
NARROWER = regex.compile(
    r"\b(?:dân tộc (?:thiểu số|ít người|rất ít người)|người dân tộc|khuyết tật|hộ (?:cận )?nghèo|trẻ em nghèo|mồ côi|(?<!lây )nhiễm hiv|trẻ em (?:gái|trai)|học sinh (?:nữ|nam)|nữ sinh|nam sinh|"
    r"miền núi|vùng (?:cao|sâu|xa|biên giới|ven biển|khó khăn)|xã đảo|biên giới|hải đảo|khu công nghiệp|di cư|nhập cư|nội trú|bán trú|(?<!hoàn cảnh )đặc biệt khó khăn)\b"
)
HAS_PREDICATE = regex.compile(
    r"\b(?:được|có|biết|tham gia|hoàn thành|thực hiện|tổ chức|triển khai|hưởng|đăng ký|tiếp cận|trang bị)\b"
)
AGES = regex.compile(r"(?:từ |dưới |đến )*0?\d{1,2} (?:đến (?:dưới )?\d{1,2} )?(?:tháng )?tuổi")
# A count of things that some unit has (`xã có 02 điểm vui chơi`), not of those that are measured.
HAS_SOME = regex.compile(
    r"\p{L}+ (?<!^)có (?:(?:thêm|ít nhất|tối thiểu|từ|trên) )*\d[\d.]* (?!xã|phường|thị trấn|huyện|trẻ|học sinh|trường|cơ sở|em\b)\p{L}"
)
EACH = regex.compile(r"\bmỗi (?!năm)")
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
