"""Lines of a table whose columns are told by spaces alone: which of them heads it, is a row, titles a group, is none of it.

Patterns read the view in lower case (`patterns.spelling.lower`), save where they say that they read the words as written.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from patterns.tables import GRAND_TOTAL, LABEL, SAYS_GROUP, Column, Content, column, content, heads_years

_FIRST = (Column.NUMBER, Column.SUBJECT, Column.PLACE)
_LONGEST_HEAD = 80


def heads(low: Sequence[str]) -> bool:
    """Whether the fields of a line head the columns of a table: the first says what rows are, another what stands in them.

    >>> heads(["tt", "thôn", "số hộ có", "năm 2022"]), heads(["nơi nhận:", "tm. ủy ban nhân dân"]), heads(["1", "tiên châu", "288"])
    (True, False, False)
    """
    if any(len(words) > _LONGEST_HEAD or words.endswith((";", ".")) for words in low) or any(map(is_figure, low)):
        return False
    kinds = [column(words) for words in low]
    first = kinds[0] in _FIRST or heads_years(low[0])
    return first and (
        (kinds[0] is Column.NUMBER and len(low) > 2) or any(kind is not Column.OTHER for kind in kinds[1:])
    )


def numbers_rows(low: str) -> bool:
    """Whether the head of a column says that it numbers the rows."""
    return column(low) is Column.NUMBER


def is_figure(low: str) -> bool:
    """Whether a field is a value.

    >>> is_figure("1.516"), is_figure("≥ 95%"), is_figure("tiên châu"), is_figure("2025")
    (True, True, False, False)
    """
    return bool(content(low, low) & Content.FIGURE)


def is_label(low: str) -> bool:
    """Whether a field is the number of a row.

    >>> is_label("1"), is_label("ii"), is_label("a)"), is_label("hội phú")
    (True, True, True, False)
    """
    return LABEL.fullmatch(low) is not None


def is_total(low: str) -> bool:
    """Whether a row adds up those above it.

    >>> is_total("cộng"), is_total("tổng cộng:"), is_total("cộng đồng")
    (True, True, False)
    """
    return GRAND_TOTAL.fullmatch(low) is not None


_OPENS_PART = regex.compile(r"[-–—+•*]\s*\p{L}|trong đó\b|riêng\b")


def opens_part(low: str) -> bool:
    """Whether a row is a part of the one above it.

    >>> opens_part("- nông thôn"), opens_part("trong đó: nữ"), opens_part("nông thôn")
    (True, True, False)
    """
    return _OPENS_PART.match(low) is not None


def titles_group(words: str) -> bool:
    """Whether a line, as written, titles the rows below it.

    >>> titles_group("I. Lĩnh vực y tế"), titles_group("KHỐI TIỂU HỌC"), titles_group("khai sinh đúng hạn")
    (True, True, False)
    """
    return SAYS_GROUP.match(words) is not None and len(words) <= _LONGEST_HEAD


_SENTENCE = regex.compile(r"\S.{90,}|.*[.;:]\s*|\d{1,2}\.\s+\p{Lu}.*")


def is_sentence(words: str) -> bool:
    """Whether a line, as written, is a line of text or a heading and no cell of a table.

    >>> is_sentence("5. Theo dõi, thu thập số liệu"), is_sentence("được đăng ký khai sinh")
    (True, False)
    """
    return _SENTENCE.fullmatch(words) is not None
