"""How a plan cites: type word, number, date, issuer; laws, codes and conventions by name; provisions; what the opening says.

Numbers follow Nghị định 30/2020/NĐ-CP, phụ lục I (`23/QĐ-TTg`, `56/2017/NĐ-CP`, `488/UBND-KVGX`) and Hướng dẫn 36-HD/VPTW for the Party
(`20-CT/TW`). Patterns read the view; those on `lower` say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

import regex

from patterns import documents
from patterns.compiled import compiled
from patterns.dates import FULL, MONTH_OF_YEAR, ONLY_YEAR
from patterns.issuers import ISSUER

# --- numbers -------------------------------------------------------------------------------------------------------

_GAP = r"\s?"
# Symbols: `QĐ-TTg`, `NĐ-CP`, `QH14`, `TT-BLĐTBXH`, `CT/TW`, `SLĐTBXH-BVCSTE&BĐG`, `KH/BCĐTW`. A space after a hyphen is what a line end left.
SYMBOL = r"(?:\p{Lu}[\p{L}&.]*\d{0,2}(?:\s?-\s?(?:\p{Lu}|TTg)[\p{L}&.]*\d{0,2}|/\s?\p{Lu}[\p{L}&.]*){0,3})(?<![.&])"
NUMBER = rf"\d{{1,5}}[A-Za-zđ]?{_GAP}(?:/{_GAP}(?:19|20)\d\d{_GAP})?[/-]{_GAP}{SYMBOL}"
# Where a number of a document may stand: the one pass over a text.
_CANDIDATE = regex.compile(
    r"(?<![\p{L}\d/.,-])\d{1,5}[A-Za-zđ]?\s?(?:/\s?(?:19|20)\d\d\s?)?[/-]\s?\p{Lu}|(?<![\p{L}])(?:[Ll]uật|LUẬT|[Cc]ông ước|[Hh]iến pháp|[Pp]háp lệnh)(?![\p{L}])"
)
_NUMBER = regex.compile(NUMBER)
# What every candidate has: a quick look at a paragraph before the pass over it.
_LAW_WORDS = ("uật", "UẬT", "ông ước", "iến pháp", "háp lệnh")
_BEFORE_SYMBOL = regex.compile(r"\d[A-Za-zđ]?\s?[/-]")

_TYPES = "|".join(sorted((regex.escape(name) for name in documents.TYPES), key=len, reverse=True))
# The type word before a number, in lower case, with what may stand between.
TYPE_BEFORE = compiled(
    "citations-type",
    rf"(?<!\p{{L}})(?P<type>{_TYPES}|kế hoạch hành động|văn bản hướng dẫn)(?P<gap>\s(?:hành động|liên tịch|phối hợp|hướng dẫn))?\s*(?:số\s*)?:?\s*$",
)
# The same with the issuer between: `Quyết định của Thủ tướng Chính phủ số …`; read with its capitals.
TYPE_AND_ISSUER_BEFORE = compiled(
    "citations-type-issuer", rf"(?<!\p{{L}})(?P<type>(?i:{_TYPES}))\s+của\s+(?P<issuer>{ISSUER})\s*(?:số\s*)?:?\s*$"
)
# What joins a number to the one before it under one type word.
JOINED = regex.compile(r"\s*(?:,|;|và|và các|,\s*và)\s*(?:số\s*:?\s*)?$")
_DATE_AFTER = regex.compile(
    rf"\s*[,(]?\s*(?:(?:ban hành\s|ký\s)?ngày\s+{FULL}|{MONTH_OF_YEAR}|{ONLY_YEAR})", regex.IGNORECASE
)
_ISSUER_AFTER = compiled("citations-issuer-after", rf"\s*,?\s*(?:của|do)\s+(?P<issuer>{ISSUER})")
# Numbers that several bodies issue together (`TTLT`, `QCPH`), and the next of these bodies.
JOINT = regex.compile(r"[/-](?:TTLT|NQLT|QCPH|CTPH|KHPH|QCLT)")
OTHER_ISSUER = compiled("citations-other-issuer", rf"(?:,|;|\s*-|\s+và|,\s+và)\s+(?P<issuer>{ISSUER})")
_ISSUER_BEFORE = compiled(
    "citations-issuer-before", rf"(?:của|do)\s+(?P<issuer>{ISSUER})\s+(?:tại|theo)\s+(?:các\s+)?$"
)
PROVISION = regex.compile(
    r"(?P<provision>(?:điểm\s[a-zđ](?:,\s[a-zđ])*(?:\svà\s[a-zđ])?,?\s)?(?:khoản\s\d+(?:,\s\d+)*(?:\svà\s\d+)?,?\s)?điều\s\d+[a-z]?(?:,\s(?:điều\s)?\d+)*(?:\svà\s(?:điều\s)?\d+)?|"
    r"(?:mục\s[ivx\d]+,?\s)?chương\s[ivx]+|khoản\s\d+|phụ lục\s[ivx\d]+)\s*(?:,\s*)?(?:của\s+|tại\s+)?(?:các\s+)?$"
)


def candidates(view: str, start: int, end: int) -> Iterator[regex.Match[str]]:
    """Where a citation may begin, in reading order: at a number of a document or at the word for a law."""
    words = view[start:end]
    if not any(word in words for word in _LAW_WORDS) and _BEFORE_SYMBOL.search(words) is None:
        return
    yield from _CANDIDATE.finditer(view, start, end)


def number_at(view: str, position: int, end: int) -> regex.Match[str] | None:
    """The number of a document that begins at a position."""
    match = _NUMBER.match(view, position, end)
    if match is None or sum(c.isupper() for c in match.group()) < 2:
        return None
    return match


def date_after(view: str, position: int, end: int) -> regex.Match[str] | None:
    """The date that follows a number or a name."""
    return _DATE_AFTER.match(view, position, end)


def issuer_after(view: str, position: int, end: int) -> regex.Match[str] | None:
    """The issuer that follows after `của`."""
    return _ISSUER_AFTER.match(view, position, end)


def issuer_before(view: str, start: int, position: int) -> regex.Match[str] | None:
    """The issuer before `tại`: `theo đề nghị của Sở … tại văn bản số`."""
    return _ISSUER_BEFORE.search(view[max(start, position - 160) : position])


# The type that a symbol says where no type word stands.
_SYMBOL_TYPES = regex.compile(r"[/-]\s?(?P<type>[A-ZĐ]{1,4}r?(?=[-/]|$)|QH\d+)")


def type_of_symbol(number: str) -> str:
    """The type that the symbol of a number says: `QĐ` of `23/QĐ-TTg`, `L` of a law's number, `CV` of an official letter."""
    match = _SYMBOL_TYPES.search(number)
    kind = match["type"] if match is not None else ""
    if kind.startswith("QH"):
        return "L"
    if kind == "ND":
        return "NĐ"
    return kind if kind in documents.TYPES.values() else "CV"


# --- names ---------------------------------------------------------------------------------------------------------

_STOP = r"(?=\s(?:ngày|năm|số|và các|của|về|được|trên|theo|để|cho|tại|trong|có|đã|này|đối|quy định|nhằm|tới|đến|với|hiện|sửa)\b|[;,.:()\n\"']|$)"
_PLAIN_NAME = regex.compile(rf"\s\p{{Lu}}\p{{Ll}}*(?:\s\p{{L}}+|,\s\p{{Ll}}+(?=\s\p{{Ll}}+)){{0,9}}?{_STOP}")
_AMENDING = regex.compile(r"\s[Ss]ửa đổi,? bổ sung (?:một số điều )?(?:của )?(?:các )?")
_AND_LAW = regex.compile(r"(?:,| và)\s(?:Bộ )?[Ll]uật")  # two laws that one law amends
_NOT_LAW_BEFORE = regex.compile(r"(?:pháp|kỷ|quy|dự án|dự thảo|xây dựng|hành|định|nghề|trọng|hỏi đáp)\s$")
_NOT_LAW_AFTER = regex.compile(r"\s(?:sư|pháp|gia|học|lệ|định|này|tục|hiện hành|và các|sửa đổi)\b")
CONVENTION = regex.compile(
    r"[Cc]ông ước(?:\s(?:số\s)?(?P<number>\d{1,3})(?!\d))?(?P<rest>(?:\s(?:của\s)?(?P<issuer>Liên h[iợ]ệ?p [Qq]uốc|LHQ|Tổ chức Lao động [Qq]uốc tế|ILO|La Hay|Lahay))?"
    r"(?:\s[Qq]uốc tế)?(?:\svề\s(?:các\s)?(?:[Qq]uyền\s(?:của\s)?|bảo vệ\s)?(?:[Tt]rẻ em|[Nn]gười khuyết tật)|\s[Qq]uyền\s[Tt]rẻ em|"
    r"\svề\s[^,;.()]{5,80}?(?=\s(?:và|ngày|năm|của|được|theo)\s|[,;.()]|$))?)"
)


@lru_cache(maxsize=1)
def law_names() -> regex.Pattern[str]:
    """A pattern of the names of laws that are known, in lower case."""
    text = resources.files("patterns").joinpath("data/laws.txt").read_text(encoding="utf-8")
    names = [line.strip().lower() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return regex.compile(r"\s(?:\L<names>)(?![\p{L}])", names=names)


def law_at(view: str, low: str, start: int, end: int) -> tuple[str, int] | None:
    """The law whose type word begins at `start`: abbreviation of its type and where its name ends."""
    at = low.startswith("luật", start)
    kind, after = ("L", start + 4) if at else ("PL", start + 9)
    if at and low.endswith("bộ ", max(0, start - 3), start):
        kind = "BL"
    elif at and _NOT_LAW_BEFORE.search(low, max(0, start - 12), start) is not None:
        return None
    amending = _AMENDING.match(view, after, end)
    if amending is not None:
        inner = regex.compile(r"(?:bộ )?luật").match(low, amending.end(), end)
        if inner is None:
            return None
        name = _name_end(view, low, inner.end(), end)
        while name is not None and (other := _AND_LAW.match(view, name, end)) is not None:
            further = _name_end(view, low, other.end(), end)
            if further is None:
                break
            name = further
        return (kind, name) if name is not None else None
    if _NOT_LAW_AFTER.match(low, after, end) is not None:
        return None
    name = _name_end(view, low, after, end)
    return (kind, name) if name is not None else None


def _name_end(view: str, low: str, position: int, end: int) -> int | None:
    known = law_names().match(low, position, end)
    if known is not None:
        return known.end()
    plain = _PLAIN_NAME.match(view, position, end)
    return plain.end() if plain is not None else None


# --- roles ---------------------------------------------------------------------------------------------------------

# What the opening says of the documents that follow, in lower case; the nearest before a citation counts.
LEAD = regex.compile(
    r"(?:^|[;.\n]\s*|,\s+(?=theo đề nghị|xét|căn cứ|thực hiện (?:quyết định|kế hoạch|nghị quyết|chỉ thị|chương trình|công văn)))(?:-\s*)?"
    r"(?:(?P<basis>căn cứ|xét|theo)|(?P<implements>(?:để |nhằm |tiếp tục |tổ chức )?(?:thực hiện|triển khai|thi hành|cụ thể hóa|quán triệt)))\b"
)
# The same directly before the type word, anywhere in the opening.
DIRECT = regex.compile(r"(?:thực hiện|triển khai|thi hành)\s+(?:các\s+)?$")
