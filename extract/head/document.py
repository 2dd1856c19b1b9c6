"""The head, the signature and the recipients of a plan: who issued what, when, for which years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

import regex
from spacy.language import Language
from spacy.tokens import Doc

from extract.component import add_warnings, impossible_date, outline_of
from extract.head import genre, locality
from extract.records import Document, PlanWarning
from extract.structure.outline import Block, Outline
from extract.structure.regions import Region
from patterns import dates, documents
from patterns.document_numbers import SYMBOL
from patterns.fold import slug

_NUMBER = regex.compile(
    rf"[Ss][ốô]\s*(?::|(?=\s\d+\s?[-/]\s?\p{{Lu}}))\s*(?P<number>\d{{1,5}}[A-Za-z]?)?[\s.…_]*(?P<slash>[/-])?\s*(?P<symbol>{SYMBOL})?"
)
_DATE = regex.compile(
    r"(?P<place>\p{Lu}[^,;:|]{1,40}),\s*ngày\s*(?P<d>\d{1,2})?[\s.…_/]*tháng\s*(?P<m>\d{1,2})?[\s.…_/]*năm\s*(?P<y>(?:19|20)\d\d)?",
    regex.IGNORECASE,
)
_SLASH_DATE = regex.compile(r"ngày\s*(?P<d>\d{1,2})\s*/\s*(?P<m>\d{1,2})\s*/\s*(?P<y>(?:19|20)\d\d)")


@Language.factory("document")
def _factory(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    def document_component(doc: Doc) -> Doc:
        doc._.document, warnings = find(outline_of(doc))
        add_warnings(doc, warnings)
        return doc

    return document_component


def find(outline: Outline) -> tuple[Document, list[PlanWarning]]:
    """The document fields of a plan, and what of them was not found; read once."""
    known = outline.known.get("document")
    if known is None:
        known = outline.known["document"] = _read(outline)
    return cast(tuple[Document, list[PlanWarning]], known)


def genre_of(outline: Outline) -> str:
    """What the file is (`genre.GENRES`), for every component that asks."""
    return find(outline)[0].genre


def _read(outline: Outline) -> tuple[Document, list[PlanWarning]]:
    head = _head_lines(outline)
    number, symbol = _number(head)
    issued_on, dated, impossible = _issued_on(head)
    doc_type, title = _title(outline)
    if doc_type is None and symbol is not None:
        doc_type = _type_of(symbol)
    place = locality.find(outline, head, symbol, issued_on)
    period = _period(title or "")
    signer, signer_title = _signature(outline)
    year = (issued_on or "")[:4] or (str(period[0]) if period[0] else "")
    document = Document(
        genre=genre.classify(outline, doc_type, title, official=symbol is not None or place.issuer is not None),
        doc_type=doc_type,
        number=number,
        symbol=symbol,
        issuer=place.issuer,
        level=place.level,
        province=place.province,
        district=place.district,
        commune=place.commune,
        issued_on=issued_on,
        title=title,
        period_start=period[0],
        period_end=period[1],
        signer=signer,
        signer_title=signer_title,
        recipients=_recipients(outline),
        status="issued" if number is not None and dated else "draft",
        plan_kind=_plan_kind(title or "", period),
        issuer_kind=place.issuer_kind,
        slug=_slug(place, number, symbol or doc_type, year),
    )
    at = outline.text.view.find(impossible) if impossible else -1
    wrong = [impossible_date(at, at + len(impossible))] if at >= 0 else []
    return document, [*_missing(document), *place.warnings, *wrong]


def _missing(document: Document) -> list[PlanWarning]:
    names = {
        "doc_type": "loại văn bản / document type",
        "issuer": "cơ quan ban hành / issuer",
        "title": "trích yếu / title",
    }
    return [
        PlanWarning(code="field-missing", message=f"chưa xác định được {words}, not found")
        for field, words in names.items()
        if getattr(document, field) is None
    ]


def _head_lines(outline: Outline) -> list[str]:
    """The lines of the head, cells of its tables apart, as they stand in the view."""
    lines = []
    for block in outline.region(Region.HEADER):
        spans = block.paragraph.cells or ((block.start, block.end),)
        lines += [outline.text.view[a:b].strip() for a, b in spans if a < b]
    return [line for line in lines if line]


_SPACE = regex.compile(r"\s")


def _number(head: Sequence[str]) -> tuple[str | None, str | None]:
    """The number and its symbol; `Số: /KH-UBND` has a symbol and no number."""
    for line in head:
        match = _NUMBER.search(line)
        if match is None or (match["symbol"] is None and match["number"] is None):
            continue
        symbol = _SPACE.sub("", match["symbol"]) if match["symbol"] else None
        if match["number"] is None or symbol is None:
            return None, symbol
        return f"{match['number']}{match['slash'] or '/'}{symbol}", symbol
    return None, None


def _issued_on(head: Sequence[str]) -> tuple[str | None, bool, str]:
    """The date of issue as precise as the head gives it, whether the day is there, and its words where it does not exist."""
    for line in head:
        match = _DATE.search(line) or _SLASH_DATE.search(line)
        if match is None or match["y"] is None:
            continue
        whole = bool(match["m"] and match["d"])
        return dates.iso(match), whole, "" if dates.is_real(match) else match.group()
    return None, False, ""


_SLASH = regex.compile(r"[-/]")


def _type_of(symbol: str) -> str | None:
    first = _SLASH.split(symbol)[0]
    return first if first in documents.TYPES.values() else None


# --- title ---------------------------------------------------------------------------------------------------------

_TYPE_WORDS = regex.compile(rf"\s*(?P<type>{'|'.join(documents.PLAN_TYPES)})\b", regex.IGNORECASE)
_ABOUT = regex.compile(r"\s*(?:về việc|v/v|về)\s+", regex.IGNORECASE)


def _title(outline: Outline) -> tuple[str | None, str | None]:
    """The type of the document and its title on one line: type and subject."""
    words = [outline.text.text[block.start : block.end] for block in outline.region(Region.TITLE)]
    whole = " ".join(" ".join(words).split()).strip(" .:;*\"'")
    match = _TYPE_WORDS.match(whole)
    if match is None:
        return None, whole or None
    subject = whole[match.end() :].strip(" :-")
    kind = match["type"].lower()
    return documents.TYPES[kind], f"{kind.capitalize()} {_lower_first(_sentence_case(subject))}".strip()


def _lower_first(words: str) -> str:
    first = words.split(" ", 1)[0] if words else ""
    if not first or (first.isupper() and len(first) > 1 and not words.isupper()):
        return words
    return words if words.isupper() else words[:1].lower() + words[1:]


_NATIONAL_PROGRAMME = regex.compile(r"\b(chương trình hành động quốc gia)\b")


def _sentence_case(subject: str) -> str:
    """A subject set in capitals in the case of a sentence, names of places with their capitals."""
    letters = [c for c in subject if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.7 * len(letters):
        return subject
    lowered = subject.lower()
    for name in locality.names_in_capitals(subject):
        lowered = lowered.replace(name.lower(), name)
    return _NATIONAL_PROGRAMME.sub("Chương trình hành động quốc gia", lowered)


_SPAN = regex.compile(
    r"(?:giai đoạn|thời kỳ|từ năm)?\s*(?:từ )?(?:năm )?(?P<a>(?:19|20)\d\d)\s?(?:-|đến|–)\s?(?:năm )?(?P<b>(?:19|20)\d\d)"
)
_ONE = regex.compile(r"(?P<until>đến |tới )?năm (?:học )?(?P<y>(?:19|20)\d\d)")


def _period(title: str) -> tuple[int | None, int | None]:
    """The years that the title says the plan covers."""
    low = title.lower().replace("–", "-")
    span = _SPAN.search(low)
    if span is not None:
        return int(span["a"]), int(span["b"])
    one = _ONE.search(low)
    if one is None:
        return None, None
    return (None if one["until"] else int(one["y"])), int(one["y"])


_WHOLE_FIELD = regex.compile(
    r"(?:hành động|mục tiêu)[\w ,]{0,30} vì trẻ em|công tác (?:bảo vệ,? )?(?:chăm sóc,? )?(?:và )?(?:giáo dục )?trẻ em|bảo vệ,? chăm sóc"
)


def _plan_kind(title: str, period: tuple[int | None, int | None]) -> str:
    """`annual` for one year, `multi_year` for a programme over several, `thematic` for one matter of it."""
    if period[0] is not None and period[0] == period[1]:
        return "annual"
    return "multi_year" if period[1] is not None and _WHOLE_FIELD.search(title.lower()) else "thematic"


# --- signature and recipients --------------------------------------------------------------------------------------

_TITLES = regex.compile(
    r"(?<![\p{L}])(?:(?:PHÓ|QUYỀN|Q\.)\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|TRƯỞNG PHÒNG|"
    r"TRƯỞNG BAN|CHỦ NHIỆM|HIỆU TRƯỞNG|PHÓ BÍ THƯ)(?:\s+THƯỜNG TRỰC)?(?![\p{L}])",
    regex.IGNORECASE,
)
_NAME = regex.compile(r"(?:(?:\p{L}{2,4}\.\s?){0,2})?(?P<name>\p{Lu}\p{L}*(?:\s+\p{Lu}(?:['’]\p{Lu})?\p{L}*){1,5})\.?$")
_FURNITURE = regex.compile(
    r"^(?:TM|KT|TL|TUQ|Q)\s*\.|^[TK]/[MTL]\s|ỦY BAN NHÂN DÂN|HỘI ĐỒNG|^\(|đã ký|ký tên|đóng dấu|SỞ |PHÒNG |BAN ",
    regex.IGNORECASE,
)


def _signature(outline: Outline) -> tuple[str | None, str | None]:
    """The signer's name and office; where a dump of two columns runs them into the recipients, from there."""
    title = name = None
    for line in _closing_lines(outline):
        offices = [match.group() for match in _TITLES.finditer(line)]
        rest = line
        if offices:
            title = offices[-1]
            rest = line[line.rfind(offices[-1]) + len(offices[-1]) :].strip()
        match = _NAME.match(rest) if rest and not _FURNITURE.search(rest) else None
        if match is not None and name is None and title is not None:
            name = match["name"]
    if title is not None:
        first, _, rest = " ".join(title.split()).lower().partition(" ")
        title = f"{first.capitalize()} {rest.capitalize() if first in ('phó', 'quyền', 'q.') else rest}".strip()
    if name is not None and name.isupper():
        name = " ".join(word.capitalize() for word in name.split())
    return name, title


def _closing_lines(outline: Outline) -> list[str]:
    """The lines of the signature, and the ends of recipients' lines that are set in capitals."""
    text = outline.text
    lines = [text.text[block.start : block.end].strip() for block in outline.region(Region.SIGNATURE)]
    if any(_TITLES.search(line) for line in lines):
        return lines
    for block in outline.region(Region.RECIPIENTS):
        line = text.text[block.start : block.end].strip()
        beside = _BESIDE.search(line)
        if beside is not None:
            lines.append(beside["signature"])
        elif _ITEM.match(line) is None and _NAME.match(line) is not None:
            lines.append(line)
    return lines


# What a dump of two columns leaves at the end of a recipient's line: the signature's words, in capitals.
_BESIDE = regex.compile(
    r"[;.:)\s]\s*(?P<signature>(?:(?:TM|KT|TL|TUQ|Q)\s?\.\s?|[TK]/[MTL]\s)?(?:(?:PHÓ|QUYỀN)\s)?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH VĂN PHÒNG|"
    r"TRƯỞNG PHÒNG|ỦY BAN NHÂN DÂN|BÍ THƯ|BAN THƯỜNG VỤ)[\p{Lu}\s]*)$"
)
_ITEM = regex.compile(r"^\s*(?:[-•+*–·]\s*|\d{1,2}[.)]\s+)")


_TWO_IN_ONE_LINE = regex.compile(r"(?<=[;.])\s+-\s+(?=\p{Lu})")
_RECIPIENTS_HEAD = regex.compile(r"^[Nn]ơi nhận\s*:?\s*|^NƠI NHẬN\s*:?\s*")


def _recipients(outline: Outline) -> tuple[str, ...]:
    """The lines under `Nơi nhận`, without dash and closing mark."""
    out = []
    blocks: list[Block] = outline.region(Region.RECIPIENTS)
    for block in blocks:
        line = outline.text.text[block.start : block.end].strip()
        line = _RECIPIENTS_HEAD.sub("", line)
        if _ITEM.match(line) is None:
            continue
        line = _BESIDE.sub("", line)
        for part in _TWO_IN_ONE_LINE.split(_ITEM.sub("", line)):
            words = part.strip().rstrip(";.,").strip()
            if words:
                out.append(" ".join(words.split()))
    return tuple(out)


_FIGURES = regex.compile(r"\d+")


def _slug(place: locality.Place, number: str | None, symbol: str | None, year: str) -> str | None:
    """A readable, stable address: `quang-ninh-52-kh-ubnd-2021`."""
    unit = place.commune or place.district or place.province
    figures = _FIGURES.match(number) if number is not None else None
    parts = [unit or "", figures.group() if figures is not None else "", symbol or "", year]
    return slug(" ".join(part for part in parts if part)) or None
