"""Documents cited by their names: laws, codes, ordinances, the constitution, conventions.

A name that is known (`data/laws.txt`) is read whole, with its commas and `và`, in any case; of another one the words up to what
cannot stand in a name. Patterns read the view; those on `lower` say so.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import regex

from patterns import documents
from patterns.compiled import compiled

# What every name begins with, for the one pass over a text.
BEGINS = r"(?<!\p{L})(?:[Ll]uật|LUẬT|[Cc]ông ước|[Hh]iến pháp|HIẾN PHÁP|[Pp]háp lệnh|[Nn]ghị quyết(?=\s(?:của\s)?[Đđ]ại hội\s))(?!\p{L})"
# A quick look at a paragraph before that pass.
WORDS = ("uật", "UẬT", "ông ước", "iến pháp", "IẾN PHÁP", "háp lệnh", "ại hội")

# Words that stand behind a name and in none, unless the name is known.
_STOPS = (
    r"và|ngày|năm|số|các|của|về|được|trên|theo|để|cho|tại|trong|có|đã|này|đối|quy định|nhằm|tới|đến|với|hiện|sửa|mới|là|phải|do|khi|"
    r"ban hành|bao gồm|gồm|như|cũng|từ|sau|trước|vào|ở|đang|đó|thì|bằng|hay|hoặc|nói|liên quan|hướng dẫn"
)
_OPEN = regex.compile(
    rf"\s\p{{Lu}}\p{{L}}*(?:(?:\s|,\s(?=chống\s|thể thao)|\s?[/&-]\s?(?=\p{{Lu}}))(?!(?:{_STOPS})(?!\p{{L}}))\p{{L}}+){{0,10}}"
)
_TYPES = "|".join(sorted((regex.escape(name) for name in documents.TYPES), key=len, reverse=True))
# What makes longer words a name: the date, number or end of the line that stands right behind it in a list of grounds. They
# name bodies (`… của Hội đồng nhân dân và Ủy ban nhân dân`) and no other document, nor who passed it.
_BODIES = regex.compile(
    rf"(?:(?:,|\s(?:và|của))\s(?!Quốc hội|Ủy ban [Tt]hường vụ|(?i:{_TYPES}|bộ luật)(?!\p{{L}}))(?:\p{{Lu}}{{3,}}(?!\p{{L}})|\p{{Lu}}\p{{L}}*(?:\s(?!luật(?!\p{{L}}))\p{{Ll}}+){{1,6}})){{1,3}}(?=\s(?:ngày|số|năm)\s\d|;)"
)
_AMENDING = regex.compile(
    r"\s[Ss]ửa đổi(?:(?:,|\svà)? bổ sung (?:một số [Đđ]iều )?(?:của )?(?:các )?|\s(?:(?:một số|các) )?(?:[Đđ]iều|quy định) (?:\d+ )?(?:của )(?:các )?|\s(?=[Ll]uật\s))"
)
# A name in small letters, which only a capital type word and the end of a ground tell (`Luật hoạt động giám sát của Quốc hội;`).
_SMALL = regex.compile(
    rf"(?<=Luật|Pháp lệnh)\s(?=\p{{Ll}})(?!(?:{_STOPS}|này|nêu|trên)(?!\p{{L}}))\p{{Ll}}+(?:(?:,\s|\s)(?!(?:{_STOPS})(?!\p{{L}}))\p{{Ll}}+){{1,10}}(?:\scủa\s(?:Quốc hội|Hội đồng nhân dân)(?:\svà\sHội đồng nhân dân)?)?(?=\s?(?:;|\.\s*$)|\s(?:ngày|số|năm)\s\d)"
)
_LAW_WORD = regex.compile(r"(?:bộ )?luật|pháp lệnh")
_AND_LAW = regex.compile(r"(?:,| và)\s(?:(?:bộ )?luật|pháp lệnh)")  # two laws that one law amends
# What a small `luật` is the end of (`pháp luật`), and what makes a law one to come.
_NOT_BEFORE = regex.compile(r"(?:pháp|kỷ|quy|hành|định|nghề|trọng|kỉ|âm|ngành|khoa|hỏi đáp|dự án|dự thảo|xây dựng)\s$")
_TO_COME = regex.compile(r"(?:dự án|dự thảo|xây dựng|hỏi đáp)\s$")
_NOT_AFTER = regex.compile(r"\s(?:sư|pháp|gia|học|lệ|định|này|tục|hiện hành|và các|sửa đổi|việt nam)\b")
# What may stand between a name and its date: that it is the amended one.
REVISED = regex.compile(r"\s?\((?:sửa đổi(?:,? bổ sung)?|hợp nhất|mới)\)")
CONSTITUTION = regex.compile(r"hiến pháp(?:\s(?:nước\s)?(?:cộng hòa xã hội chủ nghĩa việt nam|việt nam))?")

# The resolution of a congress, by which one and its term: `Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2020 - 2025`.
_TERM = r"nhiệm kỳ\s\d{4}\s?[-–]\s?\d{4}"
CONGRESS = regex.compile(
    rf"[Nn]ghị quyết\s(?:của\s)?[Đđ]ại hội(?:\s(?!lần|khóa|nhiệm|và(?!\p{{L}}))\p{{L}}+){{0,14}}?(?:\s(?:lần thứ|khóa)\s(?:[IVXLC]+|\d{{1,2}}))?,?\s{_TERM}"
)
_COUNTED = r"(?:\s(?:số\s)?(?P<number>\d{1,3})(?![\d/%,.])(?!\s(?:người|trẻ|quốc gia)))"
_BODY = r"(?P<issuer>Liên h[iợ]ệ?p [Qq]uốc|LHQ|UN|Tổ chức [Ll]ao động [Qq]uốc tế(?:\s\(?ILO\)?)?|ILO|La Hay[e]?|Lahaye?|Hội đồng châu Âu|ASEAN|UNESCO)"
_MATTER_WORD = rf"(?:đối xử với|(?!(?:{_STOPS})(?!\p{{L}}))\p{{L}}+)"
_MATTER = rf"(?:\svề(?:\s[Qq]uyền\scủa)?(?:(?:,(?=\s\p{{Ll}}))?\s{_MATTER_WORD}){{1,14}})"
CONVENTION = compiled(
    "law-names-convention",
    rf"[Cc]ông ước{_COUNTED}?(?P<rest>(?:\s[Qq]uốc tế)?(?:\s(?:của\s)?{_BODY})?(?:\s[Qq]uốc tế)?(?:{_MATTER}|\s[Qq]uyền\s[Tt]rẻ em|\s(?:CRC|CEDAW|CRPD))?)",
)
_ANY_CONVENTION = regex.compile(r"(?:\s[Qq]uốc tế)?")


def names_convention(rest: str) -> bool:
    """Whether the words behind `Công ước` tell which one is meant.

    >>> names_convention(" Quốc tế về quyền trẻ em"), names_convention(" quốc tế"), names_convention("")
    (True, False, False)
    """
    return _ANY_CONVENTION.fullmatch(rest) is None


@lru_cache(maxsize=1)
def _known() -> regex.Pattern[str]:
    """A pattern of the names of laws that are known, in lower case, the longer ones first; their commas may be left out."""
    text = resources.files("patterns").joinpath("data/laws.txt").read_text(encoding="utf-8")
    names = {line.strip().lower() for line in text.splitlines() if line.strip() and not line.startswith("#")}
    ordered = sorted((regex.escape(name) for name in names), key=len, reverse=True)
    words = "|".join(ordered).replace(",", ",?").replace("\\ ", r"\s")
    return compiled("law-names-known", rf"\s(?:{words})(?![\p{{L}}])")


@lru_cache(maxsize=1)
def _beginnings() -> regex.Pattern[str]:
    """A pattern of what long names begin with, four words at least: how texts shorten them (`Pháp lệnh ưu đãi người có công`)."""
    text = resources.files("patterns").joinpath("data/laws.txt").read_text(encoding="utf-8")
    names = [line.strip().lower().split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    begun = {" ".join(name[:length]) for name in names for length in range(_FEWEST, len(name))}
    ordered = sorted((regex.escape(name) for name in begun if not _ENDS_OPEN.search(name)), key=len, reverse=True)
    return compiled(
        "law-names-begun", rf"(?<=[Ll]uật|[Pp]háp lệnh)\s(?:{'|'.join(ordered)})(?![\p{{L}},])".replace("\\ ", r"\s")
    )


_FEWEST = 4
_ENDS_OPEN = regex.compile(r"(?:,|\s(?:và|của|các|cho|về|trong|tại|đối|với|do|là|người|được|ở))$")


def law_at(view: str, low: str, start: int, end: int) -> tuple[str, int] | None:
    """The law or ordinance whose type word begins at `start`: abbreviation of its type and where its name ends."""
    law = low.startswith("luật", start)
    kind, after = ("L", start + 4) if law else ("PL", start + 9)
    if law and low.endswith("bộ ", max(0, start - 3), start):
        kind = "BL"
    elif law:
        before = _NOT_BEFORE if view[start] == "l" else _TO_COME
        if before.search(low, max(0, start - 12), start) is not None:
            return None
    amending = _AMENDING.match(view, after, end)
    if amending is not None:
        return _amending(kind, view, low, amending.end(), end)
    if _NOT_AFTER.match(low, after, end) is not None:
        return None
    name = _name_end(view, low, after, end)
    return (kind, name) if name is not None else None


def is_known(low: str, after: int, end: int) -> bool:
    """Whether the words behind the type word are a name that is known."""
    return _known().match(low, after, end) is not None


def _amending(kind: str, view: str, low: str, at: int, end: int) -> tuple[str, int] | None:
    """A law that amends others: its name ends with the last of theirs."""
    inner = _LAW_WORD.match(low, at, end)
    name = _name_end(view, low, inner.end(), end) if inner is not None else None
    while name is not None and (other := _AND_LAW.match(low, name, end)) is not None:
        further = _name_end(view, low, other.end(), end)
        if further is None:
            break
        name = further
    return (kind, name) if name is not None else None


def _name_end(view: str, low: str, position: int, end: int) -> int | None:
    name = _known().match(low, position, end) or _OPEN.match(view, position, end) or _SMALL.match(view, position, end)
    if name is None:
        name = _beginnings().match(low, position, end) if view[position + 1 : position + 2].islower() else None
        return name.end() if name is not None else None
    bodies = _BODIES.match(view, name.end(), end)
    return bodies.end() if bodies is not None else name.end()
