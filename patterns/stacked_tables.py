"""Lines that are cells of a table whose cells stand one a line: what opens such a table, which line can stand in which column.

Patterns read the view in lower case (`patterns.spelling.lower`), save where they say that they read the words as written.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from patterns import groups, time_cells
from patterns.tables import (
    DASHED,
    FIGURES,
    GROUP_IN_SUBJECT,
    GROUP_LABEL,
    LABEL,
    LABEL_IN_SUBJECT,
    NOT_IN_A_CELL,
    ORDER,
    STANCE,
    TOTAL,
    Column,
    Content,
    column,
    columns,
    content,
    heads_years,
    is_blank,
    is_place,
    is_year_of_row,
)

_SUBJECT = (
    r"(?:tên |các |nội dung |danh mục )*(?:chỉ tiêu|mục tiêu|chỉ số|nội dung|nhiệm vụ|hoạt động|công việc|tiêu chí)"
    r"(?: (?:chủ yếu|cụ thể|cơ bản|công việc|nhiệm vụ|chính|thực hiện))?"
)
_PLACE = r"(?:tên )?(?:đơn vị|địa phương|địa bàn|xã|phường|xã, phường|xã, thị trấn|xã/phường|huyện)"
_OPENS = regex.compile(rf"(?:{ORDER}|{_SUBJECT}|{_PLACE}|năm)[.:]?")
# The same as written, in a whole text: a quick look before lines are read.
OPENS_ANYWHERE = regex.compile(rf"^\W*(?:{ORDER}|{_SUBJECT}|{_PLACE}|năm)[.:]?\W*$", regex.MULTILINE | regex.IGNORECASE)


def opens(low: str) -> bool:
    """Whether a line is the first head of a table, and nothing more.

    >>> opens("chỉ tiêu"), opens("tt"), opens("các chỉ tiêu chủ yếu:"), opens("1. chỉ tiêu về y tế")
    (True, True, True, False)
    """
    return _OPENS.fullmatch(low.strip(" *_")) is not None


_YEAR = regex.compile(r"(?:(?:đến |hết |cuối |kế hoạch |kh |mục tiêu |thực hiện |ước |th )*năm )?(?:19|20)\d\d")


def is_year(low: str) -> bool:
    """Whether a line is the head of a column that names a year.

    >>> is_year("2025"), is_year("đến năm 2030"), is_year("năm 2025 đạt 5%")
    (True, True, False)
    """
    return _YEAR.fullmatch(low) is not None


# What may be the head of a column that spans those below it: `Mục tiêu`, `Lộ trình thực hiện`, `Giai đoạn 2026 - 2030`.
_SPANS = regex.compile(
    r"(?:kế hoạch|mục tiêu|lộ trình|chỉ tiêu|phấn đấu|kh|giai đoạn|năm|phân kỳ|chia (?:ra|theo)|phân bổ|trong đó)(?!\p{L})[^.;:]{0,40}"
)


def spans(low: str, below: Sequence[str]) -> bool:
    """Whether a head may stand over several others: years, groups, localities; a year over what was planned and reached in it.

    >>> spans("mục tiêu", ["2025", "2030"]), spans("ghi chú", ["2025", "2030"]), spans("năm 2024", ["kế hoạch", "thực hiện"])
    (True, False, True)
    """
    if any(_STANCE.fullmatch(words) is not None for words in below):
        return is_year(low) and len(below) == 2 and STANCE.search(low) is None
    return _SPANS.fullmatch(low) is not None


_SPAN = regex.compile(r"(?:giai đoạn )?(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d")


def is_span(low: str) -> bool:
    """Whether a line is the head of a column that names a span of years.

    >>> is_span("2026 - 2030"), is_span("2026")
    (True, False)
    """
    return _SPAN.fullmatch(low) is not None


def runs_of_years(low: Sequence[str]) -> list[int]:
    """How many heads stand below each head above them, where all are years: those of one rise, a span of years stands alone; none where some are not.

    >>> runs_of_years(["2024", "2025", "2026", "2024 - 2026"]), runs_of_years(["2024", "2025", "2025"]), runs_of_years(["2024", "kế hoạch"])
    ([3, 1], [2, 1], [])
    """
    if not all(is_year(words) or is_span(words) for words in low):
        return []
    out: list[int] = []
    before = ""
    for words in low:
        year = words[-4:] if is_year(words) else ""
        if out and before and year > before:
            out[-1] += 1
        else:
            out.append(1)
        before = year
    return out


_STANCE = regex.compile(r"(?:kế hoạch|thực hiện|ước thực hiện|kh|th|mục tiêu)")


def may_stand_below(low: str) -> bool:
    """Whether a head may stand below another that spans several: a year or a span, what was planned or reached in it, an area, a level of school, a locality.

    >>> [may_stand_below(words) for words in ("2025", "thực hiện", "thành thị", "thcs", "xã an phú", "ghi chú")]
    [True, True, True, True, True, False]
    """
    return is_year(low) or is_span(low) or _STANCE.fullmatch(low) is not None or is_group(low) or is_place(low)


def is_group(low: str) -> bool:
    """Whether a head is an area or a level of school and nothing more."""
    return groups.LEVEL_OR_AREA.fullmatch(low) is not None


def is_part(low: str) -> bool:
    """Whether the first words of a row without a number make it a part of the one above, or the sum of all.

    >>> is_part("- thành thị"), is_part("tiểu học"), is_part("tổng cộng"), is_part("trẻ em được khai sinh")
    (True, True, True, False)
    """
    return DASHED.match(low) is not None or is_group(low) or TOTAL.fullmatch(low) is not None


_FIGURE = regex.compile(r"(?:[<>≤≥=]=?\s?)?\d[\d.,]*(?:\s?[-–/]\s?\d[\d.,]*)?\s?[%‰]?|[-–—%‰]|…|\.{3}")


def is_figure(low: str) -> bool:
    """Whether a line is a figure and nothing more.

    >>> is_figure("≤ 4"), is_figure("98,5%"), is_figure("5 xã")
    (True, True, False)
    """
    return _FIGURE.fullmatch(low) is not None


def may_be_cell(low: str) -> bool:
    """Whether a line that looks like the number of a page or a running head may be a cell: few characters.

    >>> may_be_cell("88"), may_be_cell("%"), may_be_cell("ủy ban nhân dân tỉnh")
    (True, True, False)
    """
    return is_figure(low) or len(low) <= 12


def in_no_cell(words: str) -> bool:
    """Whether a line, as written, stands in no table: a numbered part, the grounds, the title of a document."""
    return NOT_IN_A_CELL.match(words) is not None


_ENDS_SENTENCE = regex.compile(r"[.;:]\s*$")


def is_sentence(words: str) -> bool:
    """Whether a line, as written, is no cell: it is long, or ends like a sentence or an item.

    >>> is_sentence("- Các xã báo cáo trước ngày 10/6;"), is_sentence("Trẻ em được khai sinh")
    (True, False)
    """
    return len(words) > 120 or (_ENDS_SENTENCE.search(words) is not None and len(words.split()) > 3)


_SUBJECT_OF_YEAR = regex.compile(rf"{_SUBJECT} (?:đến )?(?:năm )?(?:19|20)\d\d")  # `Chỉ tiêu năm 2025`


def heads(low: str) -> Column:
    """What a column with this head holds; a head that says nothing of it may hold anything but values."""
    if _SUBJECT_OF_YEAR.fullmatch(low) is not None:
        return Column.SUBJECT
    if is_year(low) or is_group(low) or is_place(low) or TOTAL.fullmatch(low) is not None:
        return Column.YEAR
    return Column.ROW_YEAR if heads_years(low) and column(low) is Column.OTHER else column(low)


def kinds(low: Sequence[str]) -> tuple[Column, ...]:
    """What the columns with these heads hold: `Đơn vị` has localities where no head is that of subjects.

    >>> [kind.value for kind in kinds(["tt", "đơn vị", "2025"])], [kind.value for kind in kinds(["chỉ tiêu", "đơn vị", "2025"])]
    (['number', 'place', 'year'], ['subject', 'unit', 'year'])
    """
    found = [heads(words) for words in low]
    first = next((at for at, kind in enumerate(found) if kind is not Column.NUMBER), 0)
    if found[first] is Column.UNIT and Column.PLACE in columns(low[first]):
        found[first] = Column.PLACE
    return tuple(found)


def fits(kind: Column, low: str, view: str) -> bool:
    """Whether a line may stand in a column of this kind.

    >>> fits(Column.SUBJECT, "4. trẻ mồ côi được đỡ đầu", "4. Trẻ mồ côi được đỡ đầu"), fits(Column.YEAR, "≤ 4", "≤ 4"), fits(Column.UNIT, "4", "4")
    (True, True, False)
    """
    figure = bool(content(low, view) & Content.FIGURE)
    named = LABEL_IN_SUBJECT.match(low) is not None
    if kind is Column.NUMBER:
        return LABEL.fullmatch(low) is not None
    if kind in (Column.SUBJECT, Column.PLACE):
        return any(letter.isalpha() for letter in low) and not figure and LABEL.fullmatch(low) is None
    if kind in FIGURES:
        return is_blank(low) or figure
    if kind is Column.ROW_YEAR:
        return is_year_of_row(low)
    return is_blank(low) or not (named or figure or LABEL.fullmatch(low) is not None)


_AT_ANY_TIME = regex.compile(r"(?:thường xuyên|liên tục|cả năm|trong năm|quanh năm|hằng ngày|hàng ngày)\.?")
_ANY_YEAR = 2000  # a year that makes a day or a month without one a time


def says_time(low: str) -> bool:
    """Whether a line says when, and nothing else: what a column of times holds.

    >>> [says_time(words) for words in ("tuần 4 tháng 3", "trước 05/9", "quý iv", "thường xuyên", "tập huấn 06 lớp")]
    [True, True, True, True, False]
    """
    return _AT_ANY_TIME.fullmatch(low.strip()) is not None or (
        len(low) <= _LONGEST_TIME and bool(time_cells.times_of_cell(low, _ANY_YEAR))
    )


_LONGEST_TIME = 60


def number(low: str) -> int | None:
    """The number of the row that a line begins: its label alone, or before the words of its subject.

    >>> number("3"), number("3. trẻ mồ côi"), number("ii"), number("98,5")
    (3, 3, None, None)
    """
    label = LABEL.fullmatch(low) or LABEL_IN_SUBJECT.match(low)
    words = label["label"] if label is not None else None
    return int(words) if words is not None and words.isdigit() else None


def titles_group(low: list[str], view: list[str]) -> bool:
    """Whether one line, or a label and one line, titles the rows below it: `I`, `Dinh dưỡng`.

    >>> titles_group(["i", "dinh dưỡng"], ["I", "Dinh dưỡng"]), titles_group(["ii. dinh dưỡng"], ["II. Dinh dưỡng"]), titles_group(["%"], ["%"])
    (True, True, False)
    """
    if len(view) == 2:
        return GROUP_LABEL.fullmatch(view[0].strip(" .)")) is not None and fits(Column.SUBJECT, low[1], view[1])
    return GROUP_IN_SUBJECT.match(view[0]) is not None or (len(view[0]) > 3 and view[0].isupper())
