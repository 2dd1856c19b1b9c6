"""Which way is better of what a clause sets (`better`): as its bound says, else its verb, else what it measures.

Patterns read the text in any case.
"""

from __future__ import annotations

import regex

from patterns.vocabulary import Comparator, Direction

# Verbs of what falls, and of what rises, where they are verbs: `hạ tầng`, `giảm nghèo`, `tăng cường` and `nâng cấp` move no figure.
FALLS = r"(?:(?:kéo |mức |(?<!miễn |miễn, ))giảm(?! thiểu| nhẹ| nghèo| đau| trừ| giá| học phí| cân(?! bằng))|hạ(?= (?:thấp|tỷ|tỉ|số|mức|xuống|còn|dưới|từ)(?!\p{L})| \d))(?!\p{L})"
RISES = r"(?:(?:mức |(?<!gia |biểu đồ |chiều cao ))tăng(?! cường| trưởng)|nâng(?! cao(?! tỷ| tỉ)| cấp| bước))(?!\p{L})"
_FIGURE = r"(?: (?:còn|dưới|trên|khoảng|mức|đến))*(?: ?\d)"
_FALLING = rf"(?<!\p{{L}})(?:{FALLS}|xuống{_FIGURE})"
_RISING = rf"(?<!\p{{L}})(?:{RISES}|(?<!trở )lên{_FIGURE})"
FALLING = regex.compile(_FALLING, regex.IGNORECASE)
RISING = regex.compile(_RISING, regex.IGNORECASE)
# Beside them what keeps a figure down without a bound of its own.
_HELD_DOWN = r"(?<!\p{L})(?:khống chế|hạn chế|kiềm chế|không (?:vượt )?quá)(?!\p{L})"
_AIM = regex.compile(rf"(?P<less>{_FALLING}|{_HELD_DOWN})|(?P<more>{_RISING})", regex.IGNORECASE)

# What is fought says nothing about what is counted: `xã đạt tiêu chuẩn … phòng, chống tai nạn`.
FOUGHT = regex.compile(r"\b(?:phòng,? (?:chống|ngừa)|giảm thiểu)\b[^;.\d]*", regex.IGNORECASE)
# What is done for those whom ill befell is wanted: `học sinh bỏ học được vận động trở lại lớp`, `trẻ em bị xâm hại được hỗ trợ`.
HELPED = regex.compile(
    r"\b(?:tử vong|bỏ học|tảo hôn|xâm hại|suy dinh dưỡng|mắc|bị)\b[^;.|\d]*?\b(?:được|trở lại)\b", regex.IGNORECASE
)
# What fewer should suffer.
ILL = regex.compile(
    r"\b(?:hộ (?:cận )?nghèo|thiếu hụt|thiếu máu|vi phạm|cân nặng dưới|tử vong|bỏ học|tảo hôn|xâm hại|suy dinh dưỡng|mắc|"
    r"(?<!(?:trang|thiết|chuẩn) )bị (?!\p{L}+ được))\b",
    regex.IGNORECASE,
)
# All of something is wanted, and what is reached, given or kept, and what is as it should be.
ALL = regex.compile(r"(?<![\d.,])100\s?%")
REACHED = regex.compile(
    r"\b(?:đạt|được|có|duy trì|bảo đảm|đảm bảo|(?<!(?:mất|không|thiếu|chưa) )an toàn|phù hợp với|thân thiện)\b",
    regex.IGNORECASE,
)
# Counts of events and of what is handed out: a later period may hold fewer.
EVENTS = regex.compile(
    r"\b(?:lượt|lớp|buổi|đợt|cuộc|tin|bài|tờ rơi|hội nghị|hội thảo|tập huấn|mỗi năm|hằng năm|hàng năm|tổ chức|tư vấn|hỗ trợ)\b",
    regex.IGNORECASE,
)
# In what two clauses on one thing may differ: numbers, verbs of aims, words of time and bound.
MAY_DIFFER = regex.compile(
    rf"\d[\d.,/]*\s*%?|(?<!\p{{L}})(?:{FALLS}|{RISES})|\b(?:duy trì|phấn đấu|bảo đảm|đảm bảo|lên|vẫn)\b|"
    r"\bnăm\b|\bđến\b|\bvào\b|\btừ\b|\b(?:trên|dưới|ít nhất|tối thiểu|xuống|còn|đạt|khoảng)\b",
    regex.IGNORECASE,
)

# A heading that says nothing but a time: `Đến hết năm 2025`, `Định hướng đến năm 2030`.
OF_TIME = regex.compile(
    r"\W*(?:(?:định hướng|tầm nhìn|giai đoạn|mục tiêu|chỉ tiêu|cụ thể|đến|tới|hết|năm|từ|và|các)\b\W*|\d+\W*)+",
    regex.IGNORECASE,
)

_BOUNDS: dict[Comparator, Direction] = {"<": "less", "<=": "less", ">": "more", ">=": "more"}


def of_bound(*comparators: Comparator | None) -> Direction | None:
    """Which way is better as bounds say: a ceiling wants less, a floor more; nothing where they disagree.

    >>> of_bound("<", "="), of_bound(">="), of_bound("<", ">"), of_bound("=")
    ('less', 'more', None, None)
    """
    said = {_BOUNDS[one] for one in comparators if one in _BOUNDS}
    return said.pop() if len(said) == 1 else None


def of_verb(clause: str) -> Direction | None:
    """Which way is better as the verb of the aim says; the first one is that of the aim.

    >>> of_verb("Giảm tỷ lệ trẻ em tăng cân chậm còn 5%"), of_verb("Nâng tỷ lệ hạ tầng số"), of_verb("tỷ lệ hạ tầng số đạt 5%")
    ('less', 'more', None)
    """
    aim = _AIM.search(clause)
    return None if aim is None else "less" if aim["less"] is not None else "more"


def of_name(name: str) -> Direction | None:
    """Which way is better as what is measured says: less of what one suffers, more of what is done against it.

    >>> of_name("trẻ em bị xâm hại"), of_name("trẻ em bị xâm hại được hỗ trợ"), of_name("trẻ em từ 5 đến 11 tuổi")
    ('less', 'more', None)
    """
    bare = FOUGHT.sub(" ", name)
    if HELPED.search(bare) is not None or ALL.search(bare) is not None:
        return "more"
    if ILL.search(bare) is not None:
        return "less"
    return "more" if REACHED.search(bare) is not None else None


def better(clause: str, *comparators: Comparator | None) -> Direction | None:
    """Which way is better of a clause, given the comparators of its values; `None` where nothing tells.

    >>> better("Tỷ lệ hộ dùng bếp than đạt 10%", "<"), better("Giảm tỷ lệ hộ dùng bếp than còn 10%"), better("hộ dùng bếp than: 10%")
    ('less', 'less', None)
    """
    return of_bound(*comparators) or of_verb(clause) or of_name(clause)
