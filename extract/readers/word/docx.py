"""Word files: paragraphs and tables in the order of the body, with the labels that Word draws and does not keep.

Tracked insertions are read and deletions are not; merged cells and text boxes are read once; footnotes come after the
body; headers, footers, comments and hidden words are left out. The two-column tables of the official head and of the
signature (Nghị định 30/2020/NĐ-CP, phụ lục I) are read column by column.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import regex
from docx.opc.exceptions import OpcError
from docx.opc.part import PartFactory
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml import etree

from extract.errors import DamagedFile, TooLarge
from extract.readers import legacy
from extract.readers.assembly import SourceBuilder
from extract.readers.word.numbering import Numbering, W
from extract.source import LineKind, Source
from patterns import spelling
from patterns.documents import HEAD

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Bytes of XML: a plan of a hundred pages is some three million.
MAX_XML = 60_000_000
# Bytes that all parts may unpack to, pictures among them: opening a file takes them all into memory.
MAX_UNPACKED = 400_000_000

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = frozenset((f"{W}del", f"{W}moveFrom", f"{W}delText", f"{W}instrText", f"{W}pPr", f"{W}rPr", f"{_MC}Fallback", f"{W}comment"))  # fmt: skip
_CLOSING = regex.compile(r"n[ơo]i nh[ậâ]n|^\W*(?:tm|kt|tl|tuq)\s*\.", regex.MULTILINE)


def read(data: bytes, *, media_type: str = MEDIA_TYPE, reader: str = "docx") -> Source:
    """The source of a Word file, with or without macros (which are left alone), or of a template.

    Raises:
        TooLarge: the file unpacks to more than a plan can hold.
        DamagedFile: the file is no Word file that can be opened.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            words = sum(item.file_size for item in archive.infolist() if item.filename.endswith(".xml"))
            everything = sum(item.file_size for item in archive.infolist())
            if everything > MAX_UNPACKED:
                raise TooLarge(
                    f"tệp Word giải nén thành {everything // 1_000_000} MB; hãy bỏ bớt ảnh rồi nạp lại / "
                    f"the Word file unpacks to {everything // 1_000_000} MB; take pictures out and load it again"
                )
            if words > MAX_XML:
                raise TooLarge(
                    f"tệp Word có {words // 1_000_000} MB nội dung, quá lớn so với một kế hoạch; hãy tách tệp / "
                    f"{words // 1_000_000} MB of text in the Word file, too much for a plan; split it"
                )
        part = Package.open(io.BytesIO(data)).main_document_part
        if not hasattr(part, "element"):
            raise KeyError(part.content_type)
    except (OpcError, KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, etree.XMLSyntaxError) as error:
        raise DamagedFile(
            "không mở được tệp Word; hãy mở và lưu lại bằng Word / the Word file cannot be opened; save it again with Word"
        ) from error
    return _Reader(part).source(media_type, reader)


for _kind in ("document.macroEnabled", "template.macroEnabledTemplate"):
    PartFactory.part_type_for[f"application/vnd.ms-word.{_kind}.main+xml"] = DocumentPart
PartFactory.part_type_for["application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"] = (
    DocumentPart
)


class _Reader:
    """Walks the body once."""

    def __init__(self, part: Any) -> None:
        self.body = part.element.body
        parts = {rel.reltype.rsplit("/", 1)[-1]: rel.target_part for rel in part.rels.values() if not rel.is_external}
        self.convert = legacy.converter(" ".join(item.text or "" for item in self.body.iter(f"{W}t")))
        self.footnotes = _footnotes(parts.get("footnotes"), self.convert)
        self.numbering = Numbering(_root(parts.get("numbering")), _root(parts.get("styles")))
        self.out = SourceBuilder()
        self.cited: list[str] = []
        self.tables = 0
        self.held: list[_Words] = []

    def source(self, media_type: str, reader: str) -> Source:
        """The source of the document."""
        blocks = list(_blocks(self.body))
        for index, block in enumerate(blocks):
            if block.tag == f"{W}p":
                self._paragraph(block, blank_before=index > 0)
            else:
                self._table(block, early=index < 6)
        for number in self.cited:
            for words in self.footnotes.get(number, ()):
                self.out.line(words, kind=LineKind.FOOTNOTE, blank_before=True, complete=True)
        return self.out.source(media_type, reader)

    def _paragraph(self, paragraph: Any, *, blank_before: bool, kind: LineKind = LineKind.BODY) -> None:
        words = self._words(paragraph)
        for box in words.boxes:
            for inner in _blocks(box):
                if inner.tag == f"{W}p":
                    self._paragraph(inner, blank_before=True, kind=kind)
                else:
                    self._table(inner, early=False)
        if _mark_deleted(paragraph):
            self.held.append(words)
            return
        for number, line in enumerate(words.joined(self.held)):
            if line.strip():
                self.out.line(line, kind=kind, blank_before=blank_before or number > 0, complete=True, bold=words.bold)
        self.held = []

    def _words(self, paragraph: Any) -> _Words:
        words = _Words(self.convert)
        words.add(paragraph)
        self.cited.extend(words.footnotes)
        if "".join(words.parts).strip():
            words.parts.insert(0, self.numbering.label(paragraph))
        return words

    def _table(self, table: Any, *, early: bool) -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        if not rows:
            return
        columns = max(len(row) for row in rows)
        paragraphs = [[list(_paragraphs(cell)) if cell is not None else [] for cell in row] for row in rows]
        if columns <= 2 and self._is_layout(rows, early=early and len(rows) <= 6):
            for column in range(columns):
                for row in paragraphs:
                    for paragraph in row[column] if column < len(row) else ():
                        self._paragraph(paragraph, blank_before=True, kind=LineKind.HEAD)
            return
        if columns == 1:
            for row in paragraphs:
                for paragraph in row[0]:
                    self._paragraph(paragraph, blank_before=True)
            return
        number, self.tables = self.tables, self.tables + 1
        for row in paragraphs:
            cells = [" ".join(" ".join(self._words(p).joined([])).strip() for p in cell).strip() for cell in row]
            if any(cells):
                self.out.row(cells, table=number, blank_before=True)

    @staticmethod
    def _is_layout(rows: list[list[Any]], *, early: bool) -> bool:
        """Whether a table only sets two columns side by side: the head, or the recipients and the signature."""
        lines = ["".join(p.itertext()) for row in rows for cell in row if cell is not None for p in _paragraphs(cell)]
        low = spelling.lower(spelling.view("\n".join(line.strip() for line in lines)))
        if early and HEAD.search(low) is not None:
            return True
        return len(rows) <= 3 and _CLOSING.search(low) is not None


class _Words:
    """The words of a paragraph: text, line breaks, the footnotes it cites, the text boxes that hang on it."""

    def __init__(self, convert: legacy.Convert | None) -> None:
        self.convert = convert
        self.parts: list[str] = []
        self.footnotes: list[str] = []
        self.boxes: list[Any] = []
        self._bold = 0
        self._plain = 0

    @property
    def bold(self) -> bool:
        return self._bold > 0 and self._plain == 0

    def joined(self, held: list[_Words]) -> list[str]:
        """The lines of the paragraph, after those whose paragraph mark was deleted."""
        return "".join([*(part for words in held for part in words.parts), *self.parts]).split("\n")

    def add(self, element: Any) -> None:
        """Adds what an element holds, in order."""
        for child in element:
            tag = child.tag
            if tag in _LEFT_OUT or not isinstance(tag, str):
                continue
            if tag == f"{W}r":
                self._run(child)
            elif tag == f"{W}txbxContent":
                self.boxes.append(child)
            else:
                self.add(child)

    def _run(self, run: Any) -> None:
        properties = run.find(f"{W}rPr")
        if _on(properties, "vanish"):
            return
        before = len(self.parts)
        for child in run:
            tag = child.tag
            if tag in _LEFT_OUT or not isinstance(tag, str):
                continue
            if tag == f"{W}t":
                self.parts.append(self._unicode(child.text or "", properties))
            elif tag in (f"{W}tab", f"{W}ptab"):
                self.parts.append("\t")
            elif tag == f"{W}cr" or (tag == f"{W}br" and child.get(f"{W}type") in (None, "textWrapping")):
                self.parts.append("\n")
            elif tag == f"{W}noBreakHyphen":
                self.parts.append("-")
            elif tag == f"{W}footnoteReference":
                self.footnotes.append(child.get(f"{W}id"))
            else:
                self.add(child)
        if "".join(self.parts[before:]).strip():
            if _on(properties, "b"):
                self._bold += 1
            else:
                self._plain += 1

    def _unicode(self, words: str, properties: Any) -> str:
        """Words of a run in Unicode: those in an old encoding converted, those in a font of capitals made capitals."""
        if self.convert is None:
            return words
        fonts = properties.find(f"{W}rFonts") if properties is not None else None
        name = fonts.get(f"{W}ascii") if fonts is not None else None
        words = self.convert(words)
        return words.upper() if name is not None and legacy.CAPITALS_FONT.search(name) is not None else words


def _on(properties: Any, name: str) -> bool:
    """Whether a toggle of a run is set."""
    toggle = properties.find(f"{W}{name}") if properties is not None else None
    return toggle is not None and toggle.get(f"{W}val") not in ("0", "false", "none")


def _mark_deleted(paragraph: Any) -> bool:
    """Whether the paragraph's end is a tracked deletion, so that the next paragraph goes on with it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _unwrapped(parent: Any, tags: tuple[str, ...]) -> Iterator[Any]:
    """Children with one of the tags, those inside content controls, insertions and custom XML included."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
            yield from _unwrapped(child, tags)


def _blocks(parent: Any) -> Iterator[Any]:
    yield from _unwrapped(parent, (f"{W}p", f"{W}tbl"))


def _rows(table: Any) -> Iterator[Any]:
    for row in _unwrapped(table, (f"{W}tr",)):
        if row.find(f"{W}trPr/{W}del") is None:
            yield row


def _cells(row: Any) -> Iterator[Any]:
    """The cells of a row, one for each column of the grid: `None` where a merged cell goes on."""
    skipped = row.find(f"{W}trPr/{W}gridBefore")
    yield from [None] * (int(skipped.get(f"{W}val")) if skipped is not None else 0)
    for cell in _unwrapped(row, (f"{W}tc",)):
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        continued = merge is not None and merge.get(f"{W}val") in (None, "continue")
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        yield None if continued else cell
        yield from [None] * (int(span.get(f"{W}val")) - 1 if span is not None else 0)


def _paragraphs(cell: Any) -> Iterator[Any]:
    """The paragraphs of a cell, those of tables inside it included."""
    for block in _blocks(cell):
        if block.tag == f"{W}p":
            yield block
        else:
            for row in _rows(block):
                for inner in _cells(row):
                    if inner is not None:
                        yield from _paragraphs(inner)


def _root(part: Any) -> Any:
    """The root element of a part; `None` where there is no part."""
    if part is None:
        return None
    element = getattr(part, "element", None)
    return element if element is not None else etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))


def _footnotes(part: Any, convert: legacy.Convert | None) -> dict[str, list[str]]:
    root = _root(part)
    out: dict[str, list[str]] = {}
    for note in root.iter(f"{W}footnote") if root is not None else ():
        if note.get(f"{W}type") not in (None, "normal"):
            continue
        lines = []
        for paragraph in _paragraphs(note):
            words = _Words(convert)
            words.add(paragraph)
            lines.append(" ".join("".join(words.parts).split()))
        out[note.get(f"{W}id")] = [line for line in lines if line]
    return out
