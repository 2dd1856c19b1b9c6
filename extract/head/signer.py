"""The signature and the recipients: who signed in which office, and to whom the document goes.

What a program writes beside a digital signature (`Người ký: …`, `Ngày ký: …`) names the signer only where no signature does.
"""

from __future__ import annotations

import regex

from extract.source import LineKind
from extract.structure.outline import Outline
from extract.structure.regions import Region
from patterns import closes, heads, issuers


def signature(outline: Outline) -> tuple[str | None, str | None]:
    """The signer's name and office; where a dump of two columns runs them into the recipients, from there."""
    title = name = None
    unit = ""
    for words in _closing_lines(outline):
        line = closes.SIGNED.sub("", words)
        offices = [match.group() for match in closes.OFFICES.finditer(line)]
        rest = line
        if offices:
            title, unit = offices[-1], ""
            rest = line[line.rfind(offices[-1]) + len(offices[-1]) :].strip()
            if (of := closes.UNIT_OF_OFFICE.match(rest)) is not None:
                unit, rest = _unit(of["unit"]), rest[of.end() :].strip()
        match = closes.NAME.match(rest) if rest and not closes.NO_NAME.search(rest) else None
        if match is not None and name is None and title is not None:
            name = match["name"]
    if name is None and title is not None:
        name = _beside_last(outline)
    if name is None:
        name = _digital(outline)
    if title is not None:
        first, _, rest = " ".join(title.split()).lower().partition(" ")
        title = f"{first.capitalize()} {rest.capitalize() if first in ('phó', 'quyền', 'q.') else rest} {unit}".strip()
        title = " ".join(title.split())
    if name is not None and name.isupper():
        name = " ".join(word.capitalize() for word in name.split())
    return name, title


def _beside_last(outline: Outline) -> str | None:
    """The signer's name that a dump of two columns leaves behind the last recipient (`Lưu: VT. Võ Thị Kim Hoa`)."""
    for line in _lines(outline, Region.RECIPIENTS):
        if _ITEM.match(line) is not None and (beside := closes.NAME_BESIDE.search(line)) is not None:
            name = beside["name"]
            if issuers.body_kind(name) is None and closes.KEPT.match(_ITEM.sub("", line)) is not None:
                return str(name)
    return None


def _unit(words: str) -> str:
    """The unit that a head of a ministry's department signs for, in the case of a name: `VỤ KẾ HOẠCH - TÀI CHÍNH`."""
    kind, _, function = " ".join(words.split()).lower().partition(" ")
    return f"{kind.capitalize()} {closes.PART_OF_UNIT.sub(lambda part: part.group().upper(), function)}"


def _digital(outline: Outline) -> str | None:
    """The person whom a digital signature names; the seal of an office names none."""
    regions = (Region.SIGNATURE, Region.RECIPIENTS, Region.HEADER, Region.OUTSIDE)
    lines = [line for region in regions for line in _lines(outline, region)]
    source = outline.text.source
    lines += [source.raw[line.start : line.end] for line in source.lines if line.kind is LineKind.FURNITURE]
    for line in lines:
        signed = heads.SIGNED_BY.match(line)
        match = closes.NAME.match(signed["name"].strip()) if signed is not None else None
        if match is not None and issuers.body_kind(match["name"]) is None:
            return str(match["name"])
    return None


def _closing_lines(outline: Outline) -> list[str]:
    """The lines of the signature, and the ends of recipients' lines that are set in capitals."""
    lines = _lines(outline, Region.SIGNATURE)
    lines = [line for line in lines if heads.SIGNATURE_FIELD.match(line) is None]
    if any(closes.OFFICES.search(line) for line in lines):
        return lines
    for line in _lines(outline, Region.RECIPIENTS):
        beside = closes.SIGNATURE_BESIDE.search(line)
        if closes.ON_BEHALF.match(line) is not None:
            lines.append(line)
        elif beside is not None:
            lines.append(beside["signature"])
        elif _ITEM.match(line) is None and closes.NAME.match(line) is not None:
            lines.append(line)
    return lines


def _lines(outline: Outline, region: Region) -> list[str]:
    """The lines of a region, cells of a row apart."""
    spans = [span for block in outline.region(region) for span in block.paragraph.cells or ((block.start, block.end),)]
    return [line.strip() for start, end in spans for line in outline.text.text[start:end].split("\n") if line.strip()]


_ITEM = regex.compile(r"^\s*(?:[-•+*–·]\s*|\d{1,2}[.)]\s+)")
# Two recipients of one line: `…; - UBND huyện;`.
_TWO_IN_ONE_LINE = regex.compile(r"(?<=[;.](?:\s?\([^()]{1,40}\))?)\s+-\s+(?=\p{Lu})")


def recipients(outline: Outline) -> tuple[str, ...]:
    """The lines under `Nơi nhận`, without dash and closing mark."""
    out: list[str] = []
    for line in _items(outline):
        for part in _TWO_IN_ONE_LINE.split(_ITEM.sub("", line)):
            words = closes.SIGNED_BESIDE.sub("", part.strip())
            kept = closes.KEPT.match(words) is not None
            if kept:
                words = closes.NAME_BESIDE.sub("", words)
            words = words.strip(" |").rstrip(";.,").strip()
            if words:
                out.append(" ".join(words.split()))
            if kept:
                return tuple(out)  # what follows is none of the document's
    return tuple(out)


def _items(outline: Outline) -> list[str]:
    """The items under `Nơi nhận`, each with the lines that a break cut from it (`…, các Phòng: TH,` / `KGVX;`)."""
    out: list[str] = []
    for words in _lines(outline, Region.RECIPIENTS):
        line = closes.RECIPIENTS_HEAD.sub("", words)
        if line != words and _ITEM.match(line) is None and ";" in line:
            return [
                f"- {part}" for part in line.split(";")
            ]  # all in one line: `Nơi nhận: UBND tỉnh; các phòng; lưu VT.`
        if _ITEM.match(line) is not None:
            out.append(closes.SIGNATURE_BESIDE.sub("", line))
        elif out and out[-1].rstrip().endswith(",") and closes.ON_BEHALF.match(line) is None and not _is_office(line):
            out[-1] += f" {closes.SIGNATURE_BESIDE.sub('', line)}"
    return out


def _is_office(line: str) -> bool:
    """Whether a line is one of a signature, in capitals as those are: an office, no abbreviations in a list."""
    return line.isupper() and "," not in line
