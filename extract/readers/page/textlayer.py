"""The text layer of a PDF page, from pdfium: lines in the order of the file, with their places.

pdfium gives a page's characters fast and without layout; the places of a line's first and last characters are asked for.
Where the order of the file is not that of the eye (letters of a second font drawn behind all others), the lines are put
together again from every character's place.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
import regex

from extract.readers import legacy, symbolfonts
from extract.readers.page.pages import HYPHENS, SPACE, Page, PageLine, Piece, Words, type_box, union
from patterns import closes

# Figures below this part of the type size are marks of notes.
_SMALL = 0.8
# Points between two words of a line from which on they belong to two columns.
COLUMN_GAP = 12.0

_LINE_ENDS = regex.compile(r"[\r\n]+")
_FIGURES = regex.compile(r"\d+")
# Units whose power is raised and means something: `500 m²`.
_UNIT = regex.compile(r"(?:^|[^\p{L}])(?:[kcdm]?m|10)\s?$")


@dataclass(frozen=True, slots=True)
class _Frame:
    """How pdfium's coordinates of a page become points from the upper left corner of the page as it is looked at."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def frame(page: pypdfium2.PdfPage) -> _Frame:
    """The frame of a page, its rotation and its crop box accounted for."""
    width, height = page.get_size()
    fine = 64

    def device(x: float, y: float) -> tuple[float, float]:
        left, top = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(
            page, 0, 0, round(width * fine), round(height * fine), 0, x, y, ctypes.byref(left), ctypes.byref(top)
        )
        return left.value / fine, top.value / fine

    far = 1000.0
    (e, f), (ax, ay), (cx, cy) = device(0, 0), device(far, 0), device(0, far)
    return _Frame((ax - e) / far, (ay - f) / far, (cx - e) / far, (cy - f) / far, e, f)


def set_upright(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> bool:
    """Turns a page whose text runs up, down or upside down as it is looked at; says whether it was turned."""
    count = textpage.count_chars()
    turns: dict[int, int] = {}
    for index in range(0, count, max(1, count // 40)):
        angle = pdfium.FPDFText_GetCharAngle(textpage, index)
        if angle >= 0:
            quarter = round(angle / (math.pi / 2)) % 4
            turns[quarter] = turns.get(quarter, 0) + 1
    if not turns:
        return False
    quarter = max(turns, key=lambda turn: turns[turn])
    # pdfium tells a character's angle clockwise, as a page's rotation: both together must come round.
    rotation = (360 - quarter * 90) % 360
    if rotation == page.get_rotation() or turns[quarter] * 3 < sum(turns.values()) * 2:
        return False
    page.set_rotation(rotation)
    return True


def lines(
    page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, number: int, convert: legacy.Convert | None = None
) -> Page:
    """The page with its lines; on pages with a head or a signature lines are parted at wide gaps.

    `convert` makes Unicode of the words of a document in an old encoding.
    """
    out = Page(number, *page.get_size())
    reader = _Reader(textpage, frame(page), convert)
    words = reader.characters()
    parted = number == 1 or closes.IN_COLUMNS.search(words if convert is None else convert(words)) is not None
    out.lines = reader.lines(words, parted=parted)
    if reader.out_of_order or _lie_over_each_other(out.lines):
        out.lines = reader.sorted_lines(words, parted=False)
        if number == 1 or any(closes.IN_COLUMNS.search(line.text) is not None for line in out.lines):
            out.lines = reader.sorted_lines(words, parted=True)
    return out


def lines_from(
    page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, first: int, convert: legacy.Convert | None = None
) -> list[PageLine]:
    """The lines that the characters from the one with number `first` on make, as the file has them."""
    reader = _Reader(textpage, frame(page), convert)
    return reader.lines(reader.characters(), parted=True, start=first)


def _lie_over_each_other(found: list[PageLine]) -> bool:
    """Whether lines lie over each other: the file draws parts of a line apart from the rest."""
    pieces = sorted(((piece.box, piece.size) for line in found for piece in line.pieces), key=lambda one: one[0][3])
    over = 0
    for index, (box, size) in enumerate(pieces):
        for other, other_size in pieces[index + 1 : index + 8]:
            if other[3] - box[3] > min(size, other_size) * 0.3:
                break
            over += min(box[2], other[2]) - max(box[0], other[0]) > min(size, other_size) * 0.5
    return over > 2


def _same_line(line: PageLine, piece: Piece) -> bool:
    """Whether a piece goes on with a line to its right: pdfium ends a line where a run of another kind begins."""
    return abs(piece.box[3] - line.box[3]) < 0.2 * piece.size and piece.box[0] > line.box[2] - 2


class _Reader:
    """Asks pdfium for the words of one page and their places."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, frame: _Frame, convert: legacy.Convert | None = None) -> None:
        self.textpage = textpage
        self.frame = frame
        self.convert = convert
        self.out_of_order = False
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()

    def characters(self) -> str:
        """The characters of the page, one for each index of pdfium's."""
        count = self.textpage.count_chars()
        words = str(self.textpage.get_text_range(0, count))
        if len(words) != count:
            words = "".join(chr(pdfium.FPDFText_GetUnicode(self.textpage, index) or 32) for index in range(count))
        return str(
            symbolfonts.PRIVATE.sub(lambda match: symbolfonts.sign(ord(match[0]), self._font(match.start())), words)
        )

    def lines(self, words: str, *, parted: bool, start: int = 0) -> list[PageLine]:
        """The lines in the order of the file, from a character on."""
        pattern = regex.compile(r"\S+" if parted else r"\S(?:[^\r\n]*\S)?")
        out: list[PageLine] = []
        at = start
        for end in [match.start() for match in _LINE_ENDS.finditer(words, start)] + [len(words)]:
            pieces: list[Piece] = []
            for match in pattern.finditer(words, at, end):
                piece = self._piece(match.group(), match.start(), match.end() - 1)
                if piece is None:
                    continue
                if pieces and piece.box[0] - pieces[-1].box[2] <= COLUMN_GAP:
                    pieces[-1] = pieces[-1].then(piece)
                else:
                    pieces.append(piece)
            if pieces and out and _same_line(out[-1], pieces[0]):
                before = out.pop()
                if parted and pieces[0].box[0] - before.box[2] > COLUMN_GAP:
                    out.append(PageLine([*before.pieces, *pieces]))
                else:
                    out.append(PageLine([*before.pieces[:-1], before.pieces[-1].then(pieces[0]), *pieces[1:]]))
            elif pieces:
                out.append(PageLine(pieces))
            at = end
        return out

    def sorted_lines(self, words: str, *, parted: bool) -> list[PageLine]:
        """The lines from the places of all characters: those on one base line from left to right."""
        letters: list[_Letter] = []
        for index, char in enumerate(words):
            if not char.isspace() and (place := self._place(index)) is not None:
                right = self._right(index)
                letters.append(_Letter(HYPHENS.sub("-", char), *place, place[0] if right is None else right))
        letters.sort(key=lambda letter: letter.y)
        rows: list[list[_Letter]] = []
        for letter in letters:
            if rows and letter.y - rows[-1][-1].y < max(2.0, letter.size * 0.25):
                rows[-1].append(letter)
            else:
                rows.append([letter])
        convert = self.convert or (lambda words: words)
        return [PageLine(_pieces(sorted(row, key=lambda letter: letter.x), convert, parted=parted)) for row in rows]

    def _piece(self, words: str, first: int, last: int) -> Piece | None:
        place, right = self._place(first), self._right(last)
        if place is None or right is None:
            return None
        x, y, size = place
        # pdfium takes a line that ends in a hyphen and the next one for one line.
        low = self._place(last)
        self.out_of_order |= last - first > 8 and self._goes_back(first, last, size)
        text = self._unicode(HYPHENS.sub("-", self._without_notes(words, first, size)), first)
        box = type_box(x, max(x, right), y, size)
        end = None
        if low is not None and low[1] > y + size:
            box, end = union(box, type_box(x, right, low[1], size)), right
        return Piece(Words(text), box, size, end) if text else None

    def _unicode(self, words: str, first: int) -> str:
        """Words of a document in an old encoding as Unicode, those in a font of capitals as capitals."""
        if self.convert is None:
            return words
        words = self.convert(words)
        return words.upper() if legacy.CAPITALS_FONT.search(self._font(first)) is not None else words

    def _font(self, index: int) -> str:
        name = ctypes.create_string_buffer(128)
        pdfium.FPDFText_GetFontInfo(self.textpage, index, name, len(name), None)
        return name.value.decode("latin-1")

    def _goes_back(self, first: int, last: int, size: float) -> bool:
        """Whether the characters of a line do not go from left to right: some of them, looked at in order, go back."""
        places = [self._place(index) for index in range(first, last + 1, max(1, (last - first) // 6))]
        known = [place for place in places if place is not None]
        return any(
            later[0] < earlier[0] - size and later[1] < earlier[1] + size * 0.5 for earlier, later in pairwise(known)
        )

    def _place(self, index: int) -> tuple[float, float, float] | None:
        """Where a character stands on its base line, and its type size."""
        if not pdfium.FPDFText_GetCharOrigin(self.textpage, index, self._x, self._y):
            return None
        return *self.frame(self._x.value, self._y.value), self._size(index)

    def _right(self, index: int) -> float | None:
        """Where a character ends, its advance included."""
        if not pdfium.FPDFText_GetLooseCharBox(self.textpage, index, self._rect):
            return None
        rect = self._rect
        return max(self.frame(rect.left, rect.bottom)[0], self.frame(rect.right, rect.top)[0])

    def _without_notes(self, words: str, start: int, size: float) -> str:
        """The words without the small raised figures that call a footnote; they may be glued to a number (`65¹`)."""
        out: list[str] = []
        at = 0
        for match in _FIGURES.finditer(words):
            first = next(
                (i for i in range(match.start(), match.end()) if self._size(start + i) < size * _SMALL), match.end()
            )
            last = first
            while last < match.end() and self._size(start + last) < size * _SMALL:
                last += 1
            if first == last or (not out and not words[:first].strip()):
                continue
            if match[0][first - match.start() :] in ("2", "3") and _UNIT.search(words[:first][-8:]) is not None:
                continue
            out.append(
                words[at:first].rstrip() if words[last : last + 1].isspace() or last == len(words) else words[at:first]
            )
            at = last
        return "".join(out) + words[at:] if at else words

    def _size(self, index: int) -> float:
        """The type size of a character, without the rest of its place."""
        size = float(pdfium.FPDFText_GetFontSize(self.textpage, index))
        if pdfium.FPDFText_GetMatrix(self.textpage, index, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        return size


@dataclass(frozen=True, slots=True)
class _Letter:
    char: str
    x: float
    y: float
    size: float
    right: float


def _pieces(row: list[_Letter], convert: legacy.Convert, *, parted: bool) -> list[Piece]:
    """The letters of a line from left to right as words; a space where there is room for one."""
    out: list[Piece] = []
    start, text = row[0], row[0].char
    size = max(letter.size for letter in row)

    def close(last: _Letter) -> None:
        out.append(Piece(Words(convert(text)), type_box(start.x, max(last.x, last.right), start.y, size), size))

    for before, letter in pairwise(row):
        gap = letter.x - max(before.x, before.right)
        if parted and gap > COLUMN_GAP:
            close(before)
            start, text = letter, letter.char
        else:
            text += f" {letter.char}" if gap > size * SPACE else letter.char
    close(row[-1])
    return out
