"""`kehoach read`: a file's text as the extractors see it, with page marks and outline, for a person who wonders what went wrong."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from corpus.files import Found, given
from extract.source import LineKind, Source
from extract.structure.outline import Block, Outline

# Characters of a title in the outline, of a line that was left out, and lines of those.
_TITLE = 60
_LEFT_OUT = 70
_MOST_LEFT_OUT = 40
# The column that holds the sections beside the text.
_MARGIN = 12

_EPILOG = "Mã thoát / exit codes: 0 đọc được / read; 1 có tệp không đọc được / some files cannot be read; 2 dùng sai / wrong usage."


@click.command(epilog=_EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--outline", "only_outline", is_flag=True, help="Chỉ in đề cương. / Only the outline.")
@click.option(
    "--plain", is_flag=True, help="Chỉ in văn bản, không ký hiệu. / Only the text, without marks in the margin."
)
def read(files: tuple[Path, ...], only_outline: bool, plain: bool) -> None:
    """In văn bản đúng như chương trình đọc được. / Print the text of a file as the extractors see it.

    Bên trái là mục của từng đoạn; tiếp theo là dấu trang, đề cương, các dòng bị bỏ ra và các số nghi ngờ của bản quét.
    The sections stand in the margin; page marks, the outline, what was left out and doubtful numbers of scans follow.

    \b
    Ví dụ / examples:
      kehoach read ke-hoach.pdf | less
      kehoach read ban-quet.tiff --outline
      kehoach read ho-so.zip --plain > van-ban.txt
    """
    from extract.containers import unpacked
    from extract.errors import ReadError

    failed = False
    with unpacked(map(given, files)) as members:
        for member in members:
            try:
                outline = _outline(member)
            except ReadError as error:
                failed = True
                click.echo(f"{member.shown}: {error}", err=True)
                continue
            shown = [outline.text.text] if plain else listing(outline, member.shown, only_outline=only_outline)
            for line in shown:
                click.echo(line)
    sys.exit(1 if failed else 0)


def _outline(found: Found) -> Outline:
    from extract import readers
    from extract.opening import data_of
    from extract.privacy import refuse_secrets
    from extract.structure import outline, text

    source = readers.read(data_of(found), found.shown)
    refuse_secrets(source)
    return outline.build(text.build(source))


def listing(outline: Outline, name: str, *, only_outline: bool = False) -> Iterator[str]:
    """The lines that `kehoach read` prints of a document."""
    yield _summary(outline, name)
    if not only_outline:
        yield from _text(outline)
    yield ""
    yield "== Đề cương / outline"
    yield from _sections(outline)
    if only_outline:
        return
    yield from _left_out(outline.text.source)
    yield from _remarks(outline)


def _summary(outline: Outline, name: str) -> str:
    from extract.head.document import genre_of

    source = outline.text.source
    pages = f", {source.pages} trang / pages" if source.pages is not None else ""
    ocr = f" ({len(source.ocr_pages)} OCR)" if source.ocr_pages else ""
    return f"== {name}: {source.reader}{pages}{ocr}, {len(outline.text.text):,} ký tự / characters, {genre_of(outline)}"


def _text(outline: Outline) -> Iterator[str]:
    page = None
    for block in outline.blocks:
        if block.paragraph.page is not None and block.paragraph.page != page:
            page = block.paragraph.page
            ocr = ", OCR" if page in outline.text.source.ocr_pages else ""
            yield f"---- trang / page {page}{ocr} ".ljust(80, "-")
        lines = outline.text.text[block.start : block.end].split("\n")
        yield f"{_margin(outline, block):<{_MARGIN}}| {lines[0]}"
        yield from (f"{'':<{_MARGIN}}| {line}" for line in lines[1:])


def _margin(outline: Outline, block: Block) -> str:
    """The section of a block, or the region that it stands in."""
    where = outline.path(block) or block.region.value
    kind = {LineKind.ROW: "=", LineKind.FOOTNOTE: "*"}.get(block.paragraph.kind, "")
    return (where if len(where) < _MARGIN - 1 else f"…{where[-(_MARGIN - 3) :]}") + kind


def _sections(outline: Outline) -> Iterator[str]:
    depths: list[int] = []
    for node in outline.nodes:
        depth = depths[node.parent] + 1 if node.parent >= 0 else 0
        depths.append(depth)
        if node.kind is None and not node.title:
            continue
        title = node.title if len(node.title) <= _TITLE else f"{node.title[: _TITLE - 1]}…"
        page = outline.text.page_at(node.start)
        where = f"  tr./p. {page}" if page is not None else ""
        yield f"{'  ' * depth}{node.label} {title}  [{node.role}]{where}".rstrip()
    if not outline.nodes:
        yield "(không có mục nào / no sections)"


def _left_out(source: Source) -> Iterator[str]:
    """The lines that are no part of the text, each once."""
    words = (source.raw[line.start : line.end].strip() for line in source.lines if line.kind is LineKind.FURNITURE)
    counted = Counter(line for line in words if line)
    if not counted:
        return
    yield ""
    yield f"== Bỏ ra / left out: {sum(counted.values())} dòng / lines"
    for line, count in list(counted.items())[:_MOST_LEFT_OUT]:
        shown = line if len(line) <= _LEFT_OUT else f"{line[: _LEFT_OUT - 1]}…"
        yield f"{shown}{f'  × {count}' if count > 1 else ''}"
    if len(counted) > _MOST_LEFT_OUT:
        yield f"… {len(counted) - _MOST_LEFT_OUT}"


def _remarks(outline: Outline) -> Iterator[str]:
    """What the reader notes, and the numbers that two readings of a scan disagree about."""
    source = outline.text.source
    places = [(doubt, place) for doubt in source.doubts for place in outline.text.ranges_of(doubt.start, doubt.end)[:1]]
    if not source.notes and not places:
        return
    yield ""
    yield "== Cần xem / to be looked at"
    yield from (note.message for note in source.notes)
    for doubt, (start, end) in places:
        page = outline.text.page_at(start)
        words = outline.text.text[max(0, start - 25) : end + 15].replace("\n", " ")
        yield f"tr./p. {page}: {outline.text.text[start:end]} / {doubt.seen or '?'}  (… {words} …)"
