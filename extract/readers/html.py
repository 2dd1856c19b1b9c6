"""Web pages: the document found inside what a portal puts around it, its lists numbered, its tables as rows.

A page is read as blocks (paragraphs, items, rows) in the order of the page. The document is the smallest part of the page that
holds its official head and its close, or, without them, most of its prose; everything else is page furniture.
"""

from __future__ import annotations

import email
import email.policy
import unicodedata
from dataclasses import dataclass, field
from itertools import takewhile
from operator import is_
from typing import Any

import regex
from lxml import etree
from lxml import html as lxml_html

from extract.errors import DamagedFile
from extract.readers import is_saved_page, plain, typed
from extract.readers.assembly import SourceBuilder
from extract.readers.word.numbering import written
from extract.source import LineKind, Note, Source
from patterns import annexes, spelling
from patterns.closes import CLOSE_OF_PAGE
from patterns.documents import HEAD, MOTTO
from patterns.headings import label
from patterns.pages import PAGE_NUMBER_OF_TEXT

MEDIA_TYPE = "text/html"

# What holds no words of a document; a `form` may hold a whole page and is read.
_LEFT_OUT = frozenset(["head", "script", "style", "noscript", "template", "iframe", "object", "svg",
                       "button", "select", "textarea", "nav", "aside", "header", "footer"])  # fmt: skip
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HIDDEN = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.IGNORECASE)
_FOOTNOTE_LINK = regex.compile(r"#?_?(?:ftn|fn|footnote)", regex.IGNORECASE)
_FOOTNOTE_MARK = regex.compile(r"[\s\[(]*\d{1,3}[\s\])]*")
_META = regex.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", regex.IGNORECASE)
_XML = regex.compile(rb"""<\?xml[^>]+encoding\s*=\s*["']([\w-]+)""")
# A line of prose: what menus and lists of links do not have.
_PROSE = 90
_MOST = 0.8
# What holds a part of a document and never all of it.
_NO_CONTAINERS = frozenset(["table", "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"])


@dataclass(slots=True)
class _Block:
    """A paragraph, an item or a row; `path` are the elements it stands in, from the root down.

    `drawn` are its lines with the spaces that a reader of the page sees; `typed` says that they were broken by hand (`<pre>`).
    """

    path: tuple[Any, ...]
    lines: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    typed: bool = False
    cells: list[str] | None = None
    table: int | None = None
    merged: str = ""
    kind: LineKind = LineKind.BODY
    bold: bool = False
    linked: int = 0

    @property
    def text(self) -> str:
        return " ".join(self.cells) if self.cells is not None else " ".join(self.lines)


def read(data: bytes) -> Source:
    """The source of a web page, or of one saved with its pictures (MHTML).

    Raises:
        DamagedFile: there is no page in the bytes.
    """
    data = _page_of(data)
    try:
        root = lxml_html.document_fromstring(
            _decoded(data), parser=lxml_html.HTMLParser(huge_tree=True, remove_comments=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(
            "trang web không có nội dung; hãy lưu lại trang / the web page has no content; save it again"
        ) from error
    walker = _Walker()
    try:
        walker.walk(root, ())
    except RecursionError:
        raise DamagedFile(
            "trang web hỏng (hàng trăm thẻ lồng nhau không đóng); hãy lưu lại trang / "
            "a broken web page (hundreds of elements that are never closed); save it again"
        ) from None
    walker.flush(())
    blocks = [block for block in walker.blocks if block.text.strip()]
    return _source(blocks, _container(blocks), _notes(data))


def _notes(data: bytes) -> tuple[Note, ...]:
    """What a person should know of a page: one that begins and does not end was cut off while it was saved."""
    low = data.replace(b"\0", b"").lower()
    if b"<html" in low and b"</html" not in low and b"</body" not in low:
        return (
            Note("page-cut", "trang web bị cắt cụt khi lưu; hãy lưu lại / the web page is cut short; save it again"),
        )
    return ()


def _page_of(data: bytes) -> bytes:
    """The page inside a file that holds it with its pictures; other bytes as they are."""
    if not is_saved_page(data):
        return data
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            found = part.get_payload(decode=True)
            return found if isinstance(found, bytes) else data
    return data


def _decoded(data: bytes) -> str:
    """The characters of a page: by its byte order mark, by what it says of itself, by what makes Vietnamese of it."""
    named = _META.search(data, 0, 4096) or _XML.match(data)
    if named is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            text = data.decode(named[1].decode("ascii", "replace"))
        except (LookupError, UnicodeDecodeError):
            text = None
        if text is not None:
            return _without_declaration(plain.modern(text) or text)
    text = plain.decode(data)
    return _without_declaration(text if text is not None else data.decode("utf-8", "replace"))


def _without_declaration(text: str) -> str:
    """A page without its XML declaration, which lxml refuses in a string."""
    return regex.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"))


class _Walker:
    """Goes through the elements of a page in order and gathers its blocks."""

    def __init__(self) -> None:
        self.blocks: list[_Block] = []
        self.tables = 0
        self._words: list[str] = []
        self._linked = 0
        self._bold = [0, 0]
        self._kind = LineKind.BODY
        self._label = ""
        self._typed = False

    def walk(self, element: Any, path: tuple[Any, ...], *, link: bool = False, bold: bool = False) -> None:
        """Adds an element and all in it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _LEFT_OUT or _is_hidden(element) or _is_note_mark(element):
            return
        if tag == "br":
            self._words.append("\n")
            return
        if tag == "table" and self._table(element, path):
            return
        block = tag in _BLOCKS
        inside = (*path, element) if block else path
        before, typed = self._kind, self._typed
        if block:
            self.flush(path)
            self._typed = typed or tag == "pre"
            if _FOOTNOTE_LINK.match(element.get("id") or ""):
                self._kind = LineKind.FOOTNOTE
            if tag == "li":
                self._label = _label_of(element)
        link, bold = link or tag == "a", bold or tag in ("b", "strong", "h1", "h2", "h3", "h4")
        self._add(element.text, link=link, bold=bold)
        for child in element:
            self.walk(child, inside, link=link, bold=bold)
            self._add(child.tail, link=link, bold=bold)
        if block:
            self.flush(inside)
            self._kind, self._typed = before, typed

    def _add(self, words: str | None, *, link: bool, bold: bool) -> None:
        if words:
            words = typed.unescaped(words)
            self._words.append(words.expandtabs() if self._typed else words.replace("\n", " "))
            length = len(words.strip())
            self._linked += length if link else 0
            self._bold[bold] += length

    def flush(self, path: tuple[Any, ...]) -> None:
        """Ends the block that is being gathered."""
        words = "".join(self._words)
        for drawn in typed.paragraphs(words) if self._typed else [typed.lines(words)]:
            lines = [" ".join(line.split()) for line in drawn]
            if not lines:
                continue
            if self._label and label(lines[0]) is None:
                lines[0], drawn[0] = f"{self._label} {lines[0]}", f"{self._label} {drawn[0]}"
            bold = self._bold[True] > 0 and self._bold[False] == 0
            block = _Block(path, lines, drawn, self._typed, kind=self._kind, bold=bold, linked=self._linked)
            self.blocks.append(block)
            self._label = ""
        self._words, self._linked, self._bold = [], 0, [0, 0]

    def _table(self, table: Any, path: tuple[Any, ...]) -> bool:
        """Reads a table as rows, or its two columns one after the other; says no where it only lays out the page."""
        grid = _grid(table)
        if not grid or max(map(len, grid)) < 2:
            return False
        columns = max(map(len, grid))
        low = spelling.lower(spelling.view(unicodedata.normalize("NFC", "\n".join(table.itertext()))))
        if (
            columns == 2
            and len(grid) <= 6
            and (HEAD.search(low) is not None or CLOSE_OF_PAGE.search(low) is not None)
            and len(low) < 4000
        ):
            self.flush(path)
            for column in range(columns):
                for row in grid:
                    if column < len(row) and not isinstance(row[column], str):
                        self._column(row[column], (*path, table))
            return True
        if len(grid) < 2 or table.xpath(".//table"):  # before the words are taken: each level would take them again
            return False
        words = [[_words_of(cell) if not isinstance(cell, str) else "" for cell in row] for row in grid]
        if any(len(cell) > 2500 for row in words for cell in row):
            return False
        self.flush(path)
        for row, laid in zip(words, grid, strict=True):
            cells = [" ".join(cell.split()) for cell in row] + [""] * (columns - len(row))
            merged = "".join(cell if isinstance(cell, str) else "." for cell in laid) + "." * (columns - len(row))
            if any(cells):
                self.blocks.append(_Block((*path, table), cells=cells, table=self.tables, merged=merged))
        self.tables += 1
        return True

    def _column(self, cell: Any, path: tuple[Any, ...]) -> None:
        first = len(self.blocks)
        self.walk(cell, path)
        self.flush(path)
        for block in self.blocks[first:]:
            block.kind = LineKind.HEAD


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _is_note_mark(element: Any) -> bool:
    """Whether an element is the raised number that points to a footnote, or the number before the footnote itself."""
    if element.tag not in ("a", "sup"):
        return False
    words = "".join(element.itertext())
    if element.tag == "sup":
        return _FOOTNOTE_MARK.fullmatch(words) is not None
    return _FOOTNOTE_LINK.match(element.get("href") or "") is not None and _FOOTNOTE_MARK.fullmatch(words) is not None


_LIST_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def _label_of(item: Any) -> str:
    """The label that a browser draws before an item of a list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "-"
    number = _number(parent.get("start")) or 1
    for other in parent:
        if other.tag == "li":
            number = _number(other.get("value")) or number
            if other is item:
                break
            number += 1
    form = _LIST_FORMS.get(parent.get("type") or "1", "decimal")
    return f"{written(number, form)}{')' if form == 'lowerLetter' else '.'}"


def _number(value: str | None) -> int | None:
    return int(value) if value is not None and value.strip().isdigit() else None


def _grid(table: Any) -> list[list[Any]]:
    """The cells of a table by row and column; the mark of `Line.merged` where a merged cell goes on."""
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    out: list[list[Any]] = []
    hanging: dict[int, int] = {}
    for row in rows:
        line: list[Any] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while hanging.get(len(line), 0) > 0:
                hanging[len(line)] -= 1
                line.append("^")
            wide = min(_number(cell.get("colspan")) or 1, 60)
            tall = min(_number(cell.get("rowspan")) or 1, 1000)
            for offset in range(wide):
                if tall > 1:
                    hanging[len(line)] = tall - 1
                line.append(cell if offset == 0 else "<")
        while hanging.get(len(line), 0) > 0:
            hanging[len(line)] -= 1
            line.append("^")
        if line:
            out.append(line)
    return out


def _words_of(cell: Any) -> str:
    walker = _Walker()
    walker.walk(cell, ())
    walker.flush(())
    return "\n".join(block.text if block.cells is not None else "\n".join(block.lines) for block in walker.blocks)


# --- the document on the page ------------------------------------------------------------------------------------------


def _container(blocks: list[_Block]) -> Any:
    """The smallest element with the whole document; `None` where the page holds nothing else."""
    marked = _marked(blocks)
    weights = [0 if block.linked * 2 > len(block.text) else len(block.text) for block in blocks]
    prose = [
        weight if weight >= _PROSE or block.cells is not None else 0
        for weight, block in zip(weights, blocks, strict=True)
    ]
    whole = sum(prose)
    depth, found = 0, None
    while True:
        candidates: dict[Any, int] = {}
        for block, weight in zip(blocks, prose, strict=True):
            if len(block.path) > depth and (found is None or block.path[depth - 1] is found):
                candidates[block.path[depth]] = candidates.get(block.path[depth], 0) + weight
        best = max(candidates, key=lambda element: candidates[element], default=None)
        if best is None or best.tag in _NO_CONTAINERS or not whole:
            return found
        holds_all = all(len(block.path) > depth and block.path[depth] is best for block in marked)
        if (
            not holds_all
            or (not marked and candidates[best] < _MOST * whole)
            or (marked and candidates[best] < 0.4 * whole)
        ):
            return found
        found, depth = best, depth + 1


def _marked(blocks: list[_Block]) -> list[_Block]:
    """The first block of the official head and the last one of the close, where the page has both."""
    lows = [spelling.lower(spelling.view("\n".join(block.lines) or block.text)) for block in blocks]
    heads = [
        i
        for i, low in enumerate(lows)
        if MOTTO.search("\n".join(blocks[i].lines)) is not None or "cộng hòa xã hội" in low
    ]
    closes = [i for i, low in enumerate(lows) if CLOSE_OF_PAGE.match(low) is not None]
    if not heads or not closes or closes[-1] < heads[0]:
        return []
    return [blocks[heads[0]], blocks[closes[-1]]]


def _annexes(blocks: list[_Block], container: Any) -> set[int]:
    """The blocks of annexes behind the element with the document, beside it: from the first heading to the last row; links end them."""
    last = max((i for i, block in enumerate(blocks) if any(one is container for one in block.path)), default=-1)
    if last < 0:
        return set()
    above = blocks[last].path[: next(at for at, one in enumerate(blocks[last].path) if one is container)]
    beside = [
        (i, block)
        for i, block in enumerate(blocks[last + 1 :], last + 1)
        if len(block.path) >= len(above) and all(map(is_, block.path, above))
    ]
    own = list(takewhile(lambda one: one[1].linked * 2 <= len(one[1].text), beside))
    first = next((i for i, block in own if annexes.HEADING.match(block.text) is not None), None)
    rows = [i for i, block in own if block.cells is not None and first is not None and i > first]
    return set(range(first, rows[-1] + 1)) if first is not None and rows else set()


def _source(blocks: list[_Block], container: Any, notes: tuple[Note, ...]) -> Source:
    out, behind = SourceBuilder(), _annexes(blocks, container)
    for index, block in enumerate(blocks):
        inside = container is None or index in behind or any(element is container for element in block.path)
        if block.cells is not None and inside:
            out.row(block.cells, table=block.table or 0, blank_before=True, merged=block.merged)
            continue
        numbers_page = block.typed and PAGE_NUMBER_OF_TEXT.fullmatch(block.text) is not None
        kind = block.kind if inside and not numbers_page else LineKind.FURNITURE
        for number, line in enumerate(block.drawn or [block.text]):
            complete = number == 0 and not block.typed
            out.line(line, kind=kind, blank_before=number == 0 and index > 0, complete=complete, bold=block.bold)
    return out.source(MEDIA_TYPE, "html", notes=notes)
