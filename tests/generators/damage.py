"""A plan in the form in which a legal portal gives it away: the same words, their lines and tables in ruins.

Portals break lines anywhere (the first of a paragraph earlier than the others), write a table one cell a line, make a table of the head and
the signature, set Markdown around headings that are broken, and put a card before the document and a list of related ones behind it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extract import readers
from extract.source import LineKind
from extract.structure import outline, text
from extract.structure.outline import Block
from extract.structure.regions import Region


@dataclass(frozen=True, slots=True)
class Portal:
    """How a portal ruins a document."""

    marks: bool = True  # Markdown around headings
    apart: bool = True  # a blank line between paragraphs
    bars: str = "lone"  # the head: `lone` bars, one `row` of bars, or plain `lines`
    around: bool = True  # a card before, related documents behind
    literal: bool = False  # line ends written out: backslash, r, backslash, n
    airy: bool = False  # blank lines around each bar


def drawn(rng: random.Random) -> Portal:
    """A portal of any kind."""
    marks = rng.random() < 0.7
    return Portal(
        marks=marks,
        apart=not marks or rng.random() < 0.6,
        bars=rng.choice(["lone", "lone", "row", "lines"]) if marks else "lines",
        around=rng.random() < 0.7,
        literal=rng.random() < 0.15,
        airy=rng.random() < 0.3,
    )


def damaged(words: str, rng: random.Random, portal: Portal | None = None) -> str:
    """The text of a plan as a portal would give it."""
    portal = portal or drawn(rng)
    plan = outline.build(text.build(readers.read(words.encode())))
    parts: list[str] = []
    first = next(at for at, block in enumerate(plan.blocks) if block.region is not Region.OUTSIDE)
    for region, run in groupby(plan.blocks, key=lambda block: _part(block, first)):
        blocks = list(run)
        if region == "head":
            parts.append(_head(plan, blocks, rng, portal))
        elif region == "close":
            parts.append(_close(plan, blocks, rng, portal))
        elif region == "lines":
            parts += [plan.text.text[block.start : block.end] for block in blocks]
        elif region == "body":
            parts += _body(plan, blocks, rng, portal)
    between = "\n\n" if portal.apart else "\n"
    out = between.join(part for part in parts if part)
    if portal.around:
        out = f"{_CARD}{between}{out}\n\n{_RELATED}"
    return out.replace("\n", "\\r\\n") if portal.literal else out


_CARD = "Trang chủ\nVăn bản pháp luật\n|\n**Số hiệu:**\n|\n99/KH-ABCD\n|\n|\n**Loại văn bản:**\n|\nKế hoạch\n|\n**Người ký:**\n|\nĐã biết\n|\n|\n**Ngày ban hành:**\n|\n01/01/2001\n|\n"
_RELATED = (
    "Văn bản liên quan\n\nQuyết định 1234/QĐ-UBND năm 2019 về Kế hoạch chăm sóc người cao tuổi\n\nTải về\n\n"
    "Đăng ký nhận tin trước ngày 30/6/2019 để được giảm 15% phí dịch vụ.\n"
)


def _part(block: Block, first: int) -> str:
    if block.region is Region.OUTSIDE:
        return "lines" if block.index < first else "outside"
    if block.region is Region.HEADER:
        return "head"
    return "close" if block.region in (Region.RECIPIENTS, Region.SIGNATURE) else "body"


def _broken(words: str, rng: random.Random) -> str:
    """Words on lines that end anywhere; a break never stands before a sign that would begin a list."""
    out: list[str] = []
    line, width = "", rng.randint(14, 40) if len(words) > 40 else 90
    for word in words.split(" "):
        begins = word[:1] in "-+*" or word.rstrip(".)").isdigit() or not word[:1].isalnum()
        if line and len(line) + 1 + len(word) > width and not begins:
            out.append(line)
            line, width = word, rng.randint(72, 84)
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*out, line])


def _head(plan: outline.Outline, blocks: Sequence[Block], rng: random.Random, portal: Portal) -> str:
    """The head in columns: issuer and number, motto and date."""
    lines = [plan.text.text[block.start : block.end] for block in blocks]
    left = [
        line
        for line in lines
        if not line.startswith(("Số", "CỘNG", "Độc")) and ", ngày" not in line and "tháng" not in line
    ]
    number = [line for line in lines if line.startswith("Số")]
    motto = [line for line in lines if line.startswith(("CỘNG", "Độc"))]
    date = [line for line in lines if line not in (*left, *number, *motto)]
    if portal.bars == "lines" or not left or not motto:
        return "\n".join(lines)
    if portal.bars == "row":
        return (
            f"| **{' '.join(left)}** ------- | **{motto[0]}** {' '.join(motto[1:])} ------- |\n| --- | --- |\n"
            f"| {' '.join(number)} | *{' '.join(date)}* |"
        )
    bold = [f"**{_broken_name(left[0], rng)}**", *left[1:]]
    state = [f"**{_broken_name(motto[0], rng)}**", *motto[1:]]
    rows = [["\n".join([*bold, "-------"]), "\n".join([*state, "-------"])]]
    if number or date:
        rows.append(
            ["\n".join(number).replace("Số: ", "Số:\n"), "\n".join(f"*{_broken_name(line, rng)}*" for line in date)]
        )
    return _cells(rows, portal)


def _broken_name(words: str, rng: random.Random) -> str:
    """A name broken between two of its words."""
    parts = words.split(" ")
    at = rng.randint(1, len(parts) - 1) if len(parts) > 1 else 1
    return "\n".join([" ".join(parts[:at]), " ".join(parts[at:])]).strip()


def _close(plan: outline.Outline, blocks: Sequence[Block], rng: random.Random, portal: Portal) -> str:
    recipients = [plan.text.text[b.start : b.end] for b in blocks if b.region is Region.RECIPIENTS]
    signature = [plan.text.text[b.start : b.end] for b in blocks if b.region is Region.SIGNATURE]
    if portal.bars == "lines" or not recipients or not signature:
        return "\n".join([*recipients, *([""] if signature else []), *signature])
    if portal.bars == "row":
        return f"| {' '.join(recipients)} | **{' '.join(signature[:-1])}** {signature[-1]} |\n| --- | --- |"
    return _cells(
        [["\n".join(recipients), "\n".join([f"**{_broken_name(signature[0], rng)}**", *signature[1:]])]], portal
    )


def _body(plan: outline.Outline, blocks: Sequence[Block], rng: random.Random, portal: Portal) -> Iterator[str]:
    for table, run in groupby(blocks, key=lambda block: block.paragraph.table if block.paragraph.cells else None):
        rows = list(run)
        if table is not None:
            yield _cells([[_broken(plan.text.text[a:b], rng) for a, b in row.paragraph.cells] for row in rows], portal)
            continue
        for block in rows:
            yield _paragraph(plan, block, rng, portal)


def _paragraph(plan: outline.Outline, block: Block, rng: random.Random, portal: Portal) -> str:
    words = plan.text.text[block.start : block.end]
    if block.paragraph.kind is LineKind.FOOTNOTE:
        return f"[^{rng.randint(1, 9)}]: {words}" if portal.marks else words
    heading = block.paragraph.bold or words.isupper()
    broken = _broken_name(words, rng) if heading and portal.marks and len(words) > 12 else _broken(words, rng)
    return f"**{broken}**" if heading and portal.marks else broken


def _cells(rows: Sequence[Sequence[str]], portal: Portal) -> str:
    """A table one cell a line; an empty cell has no line."""
    gap = "\n\n" if portal.airy else "\n"
    return gap.join(gap.join(["|", *(f"{cell}{gap}|" if cell else "|" for cell in row)]) for row in rows)
