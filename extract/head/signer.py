"""The signature and the recipients: who signed in which office, and to whom the document goes.

What a program writes beside a digital signature (`Người ký: …`, `Ngày ký: …`) names the signer only where no signature does.
"""

from __future__ import annotations

import regex

from extract.source import LineKind
from extract.structure.outline import Outline
from extract.structure.regions import Region
from patterns import heads, issuers

_TITLES = regex.compile(
    r"(?<![\p{L}])(?:(?:PHÓ|QUYỀN|Q\.)\s+)?(?:CHỦ TỊCH|(?:TỔNG )?GIÁM ĐỐC|CHÁNH (?:VĂN PHÒNG|THANH TRA|ÁN)|THỦ TƯỚNG|BÍ THƯ|CHỦ NHIỆM|PHÓ BÍ THƯ|"
    r"(?:BỘ|THỨ|CỤC|CHI CỤC|TỔNG CỤC|VỤ|VIỆN|TRẠM|ĐỘI|TỔ|HIỆU|HẠT|CHỈ HUY) TRƯỞNG|TRƯỞNG (?:PHÒNG|BAN|CÔNG AN|KHOA|TIỂU BAN|ĐOÀN|TRẠM))"
    r"(?:\s+THƯỜNG TRỰC)?(?![\p{L}])",
    regex.IGNORECASE,
)
_NAME = regex.compile(
    r"(?:(?:\p{L}{2,4}\.\s?){0,2})?(?P<name>\p{Lu}\p{L}*(?:['’]\p{L}+)?(?:\s+\p{Lu}\p{L}*(?:['’]\p{L}+)?){1,5})\.?$"
)
_FURNITURE = regex.compile(
    r"^(?:TM|KT|TL|TUQ|Q)\s*\.|^[TK]/[MTL]\s|^TUQ\b|ỦY BAN NHÂN DÂN|HỘI ĐỒNG|^\(|SỞ |PHÒNG |BAN ",
    regex.IGNORECASE,
)


# What stands for the signature itself: `(Đã ký)`, `(Ký tên, đóng dấu)`.
_SIGNED = regex.compile(r"\s*\(?\s*(?:đã ký|ký tên|đóng dấu)[^)\p{Lu}]*\)?\s*", regex.IGNORECASE)


def signature(outline: Outline) -> tuple[str | None, str | None]:
    """The signer's name and office; where a dump of two columns runs them into the recipients, from there."""
    title = name = None
    for words in _closing_lines(outline):
        line = _SIGNED.sub("", words)
        offices = [match.group() for match in _TITLES.finditer(line)]
        rest = line
        if offices:
            title = offices[-1]
            rest = line[line.rfind(offices[-1]) + len(offices[-1]) :].strip()
        match = _NAME.match(rest) if rest and not _FURNITURE.search(rest) else None
        if match is not None and name is None and title is not None:
            name = match["name"]
    if name is None:
        name = _digital(outline)
    if title is not None:
        first, _, rest = " ".join(title.split()).lower().partition(" ")
        title = f"{first.capitalize()} {rest.capitalize() if first in ('phó', 'quyền', 'q.') else rest}".strip()
    if name is not None and name.isupper():
        name = " ".join(word.capitalize() for word in name.split())
    return name, title


def _digital(outline: Outline) -> str | None:
    """The person whom a digital signature names; the seal of an office names none."""
    regions = (Region.SIGNATURE, Region.RECIPIENTS, Region.HEADER, Region.OUTSIDE)
    lines = [line for region in regions for line in _lines(outline, region)]
    source = outline.text.source
    lines += [source.raw[line.start : line.end] for line in source.lines if line.kind is LineKind.FURNITURE]
    for line in lines:
        signed = heads.SIGNED_BY.match(line)
        match = _NAME.match(signed["name"].strip()) if signed is not None else None
        if match is not None and issuers.body_kind(match["name"]) is None:
            return str(match["name"])
    return None


def _closing_lines(outline: Outline) -> list[str]:
    """The lines of the signature, and the ends of recipients' lines that are set in capitals."""
    lines = _lines(outline, Region.SIGNATURE)
    lines = [line for line in lines if heads.SIGNATURE_FIELD.match(line) is None]
    if any(_TITLES.search(line) for line in lines):
        return lines
    for line in _lines(outline, Region.RECIPIENTS):
        beside = _BESIDE.search(line)
        if _SIGNS.match(line) is not None:
            lines.append(line)
        elif beside is not None:
            lines.append(beside["signature"])
        elif _ITEM.match(line) is None and _NAME.match(line) is not None:
            lines.append(line)
    return lines


def _lines(outline: Outline, region: Region) -> list[str]:
    """The lines of a region, cells of a row apart."""
    spans = [span for block in outline.region(region) for span in block.paragraph.cells or ((block.start, block.end),)]
    return [line.strip() for start, end in spans for line in outline.text.text[start:end].split("\n") if line.strip()]


_SIGNS = regex.compile(r"(?:TM|KT|TL|TUQ|Q)\s?\.\s?\p{Lu}{2}|[TK]/[MTL]\s\p{Lu}{2}")
# What a dump of two columns leaves at the end of a recipient's line: the signature's words, in capitals.
_BESIDE = regex.compile(
    r"[;.:)\s]\s*(?P<signature>(?:(?:TM|KT|TL|TUQ|Q)\s?\.\s?|[TK]/[MTL]\s)?"
    r"(?:(?:PHÓ|QUYỀN)\s)?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH VĂN PHÒNG|"
    r"TRƯỞNG PHÒNG|ỦY BAN NHÂN DÂN|BÍ THƯ|BAN THƯỜNG VỤ)[\p{Lu}\s]*)$"
)
_ITEM = regex.compile(r"^\s*(?:[-•+*–·]\s*|\d{1,2}[.)]\s+)")


_TWO_IN_ONE_LINE = regex.compile(r"(?<=[;.](?:\s?\([^()]{1,40}\))?)\s+-\s+(?=\p{Lu})")
_RECIPIENTS_HEAD = regex.compile(r"^[Nn]ơi nhận\s*:?\s*|^NƠI NHẬN\s*:?\s*")


def recipients(outline: Outline) -> tuple[str, ...]:
    """The lines under `Nơi nhận`, without dash and closing mark."""
    out: list[str] = []
    for line in _items(outline):
        for part in _TWO_IN_ONE_LINE.split(_ITEM.sub("", line)):
            words = part.strip().rstrip(";.,").strip()
            if words:
                out.append(" ".join(words.split()))
    return tuple(out)


def _items(outline: Outline) -> list[str]:
    """The items under `Nơi nhận`, each with the lines that a break cut from it (`…, các Phòng: TH,` / `KGVX;`)."""
    out: list[str] = []
    for words in _lines(outline, Region.RECIPIENTS):
        line = _RECIPIENTS_HEAD.sub("", words)
        if _ITEM.match(line) is not None:
            out.append(_BESIDE.sub("", line))
        elif out and out[-1].rstrip().endswith(",") and _SIGNS.match(line) is None and not _is_office(line):
            out[-1] += f" {_BESIDE.sub('', line)}"
    return out


def _is_office(line: str) -> bool:
    """Whether a line is one of a signature, in capitals as those are: an office, no abbreviations in a list."""
    return line.isupper() and "," not in line
