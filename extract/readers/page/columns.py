"""Head and signature, which stand in two columns: the left one is read first, then the right one.

Nghị định 30/2020/NĐ-CP, phụ lục I sets issuer and motto, number and date, recipients and signature side by side. They may stand on
any page: a decision ends, and the plan that it encloses begins, in the middle of one; recipients run on over the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from extract.readers.page.pages import Page, PageLine, Piece
from extract.source import LineKind
from patterns import annexes, closes, spelling
from patterns.heads import LAST_LINES, MOTTO_READ, OPENS_LINE, REST_OF_DATE, names_type

_Join = Callable[[list[Piece]], list[Piece]]

# Where the left column of head and signature ends, as a share of the page's width.
MIDDLE = 0.46
# Points that what stands beside the first line of a column may be set higher.
_BESIDE = 25.0

_ITEM_SIGNS = "-–+*•"
_LONGEST_REST = 3


def set_columns(pages: Sequence[Page]) -> None:
    """Puts the lines of heads and closes into reading order and marks them as such."""
    open_close: tuple[Page, int] | None = None
    for page in pages:
        if open_close is not None and open_close[0].number + 1 == page.number:
            _take_over(*open_close, page)
        open_close = _arrange(page)


def _arrange(page: Page) -> tuple[Page, int] | None:
    """Arranges one page; where its close reaches the foot, the page and how many lines stand before the right column."""
    out: list[PageLine] = []
    lines = page.lines
    at = 0
    reaches: tuple[Page, int] | None = None
    while at < len(lines):
        head = _head_end(page, at) if at == 0 and page.number == 1 else _other_head_end(page, at)
        if head is not None and head > at:
            out += _two_columns(lines[at:head], page.width, _joined_head)
            at = head
        elif _is_recipients(lines[at]):
            beside = _lines_beside(out, lines[at], page.width)
            end = _close_end(page, at)
            closing = [*beside, *lines[at:end]]
            out = [line for line in out if line not in beside]
            left = _column(closing, page.width, _joined_close, left=True)
            reaches = (page, len(out) + len(left)) if _at_foot(lines[end:]) else None
            out += _two_columns(closing, page.width, _joined_close)
            at = end
        else:
            out.append(lines[at])
            at += 1
    page.lines = out
    return reaches


def _at_foot(rest: Sequence[PageLine]) -> bool:
    return all(line.kind is not LineKind.BODY for line in rest)


def _lines_beside(before: Sequence[PageLine], line: PageLine, width: float) -> list[PageLine]:
    """Lines of the signature that are set a little higher than the recipients."""
    return [
        other
        for other in before[-4:]
        if other.kind is LineKind.BODY and other.box[1] > line.box[1] - _BESIDE and other.box[0] > width * 0.4
    ]


def _is_recipients(line: PageLine) -> bool:
    return line.kind is LineKind.BODY and any(
        closes.RECIPIENTS_READ.match(piece.words.text.lower()) is not None for piece in line.pieces
    )


def _head_end(page: Page, start: int) -> int:
    """Where the head that begins at a line ends: at the title."""
    last = start
    body = [i for i in range(start, len(page.lines)) if page.lines[i].kind is LineKind.BODY]
    for index in body[:40]:
        line = page.lines[index]
        if names_type(spelling.view(line.text)) > 0 and last > start:
            return index
        if any(LAST_LINES.search(piece.words.text.lower()) is not None for piece in line.pieces):
            last = index + 1
        elif _is_wide(line, page.width):
            break
    return last


def _other_head_end(page: Page, start: int) -> int | None:
    """Where a head ends that begins at a line in the middle of the document: the motto stands beside it."""
    first = page.lines[start]
    if first.kind is not LineKind.BODY or _is_wide(first, page.width):
        return None
    for line in page.lines[start : start + 6]:
        if line.box[1] - first.box[1] > _BESIDE:
            break
        if any(piece.centre > page.width * MIDDLE and MOTTO_READ.search(piece.words.text) for piece in line.pieces):
            return _head_end(page, start)
    return None


def _close_end(page: Page, start: int) -> int:
    """Where the close that begins at a line ends: at an annex, a title, a head or the words of another part."""
    for index in range(start + 1, len(page.lines)):
        line = page.lines[index]
        if line.kind is LineKind.BODY and (_begins_another(page, index) or _is_wide(line, page.width)):
            return index
    return len(page.lines)


def _begins_another(page: Page, index: int) -> bool:
    words = page.lines[index].text
    return (
        annexes.HEADING.match(words) is not None
        or names_type(spelling.view(words)) > 0
        or _other_head_end(page, index) is not None
    )


def _is_wide(line: PageLine, width: float) -> bool:
    """Whether a line runs over both columns."""
    return line.box[2] - line.box[0] > width * 0.6 and len(line.pieces) == 1


def _take_over(before: Page, at: int, page: Page) -> None:
    """Moves what goes on with the recipients at the top of a page to where they stand on the page before."""
    body = [line for line in page.lines if line.kind is LineKind.BODY]
    rest: list[PageLine] = []
    for line in body:
        index = page.lines.index(line)
        if _is_wide(line, page.width) or _begins_another(page, index):
            break
        rest.append(line)
    left = [piece for line in rest for piece in line.pieces if piece.centre < page.width * MIDDLE]
    if not left or (
        closes.RECIPIENT.match(left[-1].words.text) is None and closes.RECIPIENT.match(left[0].words.text) is None
    ):
        return
    right = [piece for line in rest for piece in line.pieces if piece.centre >= page.width * MIDDLE]
    before.lines[at:at] = [PageLine([piece], LineKind.HEAD) for piece in _joined_close(_rows(left))]
    kept = [line for line in page.lines if line not in rest]
    page.lines = [PageLine([piece], LineKind.HEAD) for piece in _rows(right)] + kept


def _two_columns(lines: Sequence[PageLine], width: float, join: _Join) -> list[PageLine]:
    """Lines of two columns: those of the left one from the top down, then those of the right one."""
    furniture = [line for line in lines if line.kind is not LineKind.BODY]
    return _column(lines, width, join, left=True) + _column(lines, width, join, left=False) + furniture


def _column(lines: Sequence[PageLine], width: float, join: _Join, *, left: bool) -> list[PageLine]:
    pieces = [piece for line in lines if line.kind is LineKind.BODY for piece in line.pieces]
    column = [piece for piece in pieces if (piece.centre < width * MIDDLE) is left]
    return [PageLine([piece], LineKind.HEAD) for piece in join(_rows(column))]


def _rows(column: list[Piece]) -> list[Piece]:
    """The pieces of a column from the top down, those at one height made one (`Số:      /KH-UBND`)."""
    rows: list[list[Piece]] = []
    for piece in sorted(column, key=lambda piece: piece.box[3]):
        if rows and piece.box[3] - rows[-1][0].box[3] < 4:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [reduce(Piece.then, sorted(row, key=lambda piece: piece.box[0])) for row in rows]


def _joined_close(pieces: list[Piece]) -> list[Piece]:
    """The lines of a column, an item of the recipients that runs on over several lines made one."""
    out: list[Piece] = []
    for piece in pieces:
        before = out[-1] if out else None
        if (
            before is not None
            and before.words.text[:1] in _ITEM_SIGNS
            and not before.words.text.endswith((";", "."))
            and closes.RECIPIENT.match(piece.words.text) is None
            and _is_next(before, piece)
        ):
            out[-1] = before.then(piece)
        else:
            out.append(piece)
    return out


def _joined_head(pieces: list[Piece]) -> list[Piece]:
    """The lines of a column of the head, a name or a date that was too long for the column made one line."""
    out: list[Piece] = []
    for piece in pieces:
        before = out[-1] if out else None
        if before is not None and _is_next(before, piece) and _is_rest_of(before.words.text, piece.words.text):
            out[-1] = before.then(piece)
        else:
            out.append(piece)
    return out


def _is_next(before: Piece, piece: Piece) -> bool:
    """Whether a piece stands right below another one."""
    return piece.box[1] - before.box[3] < max(6.0, piece.size * 0.6)


def _is_rest_of(before: str, words: str) -> bool:
    low = before.lower()
    if "ngày" in low and "năm" not in low.split("ngày")[-1]:
        return REST_OF_DATE.match(words) is not None
    return (
        before.isupper()
        and words.isupper()
        and len(before.split()) > 2
        and len(words.split()) <= _LONGEST_REST
        and OPENS_LINE.match(words) is None
    )
