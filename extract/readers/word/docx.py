"""Word files: paragraphs and tables in the order of the body, with the labels that Word draws and does not keep.

Tracked insertions are read and deletions are not; merged cells and text boxes are read once; footnotes and endnotes come after
the body; headers, footers (but for stamps), comments, hidden and struck-out words are left out. What is embedded (sheets, documents, pictures of
pages) is read in its place, or a note says that it was not. The two-column tables of the official head and of the
signature (Nghị định 30/2020/NĐ-CP, phụ lục I) are read column by column.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from docx.opc.exceptions import OpcError
from docx.opc.part import PartFactory
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml import etree

from extract.errors import DamagedFile, TooLarge
from extract.readers import legacy, zips
from extract.readers.assembly import SourceBuilder
from extract.readers.word import embedded
from extract.readers.word.numbering import Numbering, W
from extract.readers.word.runs import Held, R, RunWords, Styles
from extract.source import LineKind, Source
from patterns import closes, spelling
from patterns.documents import HEAD

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Bytes of XML: a plan of a hundred pages is some three million.
MAX_XML = 60_000_000
# Bytes that all parts may unpack to, pictures among them: opening a file takes them all into memory.
MAX_UNPACKED = 400_000_000


def read(data: bytes, *, media_type: str = MEDIA_TYPE, reader: str = "docx", depth: int = 0) -> Source:
    """The source of a Word file, with or without macros (which are left alone), or of a template.

    `depth` counts the files that it is embedded in.

    Raises:
        TooLarge: the file unpacks to more than a plan can hold.
        DamagedFile: the file is no Word file that can be opened.
    """
    try:
        with zips.opened(io.BytesIO(data)) as archive:
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
    except (OpcError, NotImplementedError, RuntimeError, *zips.DAMAGED, etree.XMLSyntaxError) as error:
        raise DamagedFile(
            "không mở được tệp Word; hãy mở và lưu lại bằng Word / the Word file cannot be opened; save it again with Word"
        ) from error
    return _Reader(part, depth=depth).source(media_type, reader)


for _kind in ("document.macroEnabled", "template.macroEnabledTemplate"):
    PartFactory.part_type_for[f"application/vnd.ms-word.{_kind}.main+xml"] = DocumentPart
PartFactory.part_type_for["application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"] = (
    DocumentPart
)


class _Reader:
    """Walks the body once."""

    def __init__(self, part: Any, *, depth: int = 0) -> None:
        self.body = part.element.body
        self.relations = part.rels
        self.depth = depth
        parts = {rel.reltype.rsplit("/", 1)[-1]: rel.target_part for rel in part.rels.values() if not rel.is_external}
        self.headers = [
            rel.target_part
            for rel in part.rels.values()
            if not rel.is_external and rel.reltype.endswith(("/header", "/footer"))
        ]
        self.convert = legacy.converter(" ".join(item.text or "" for item in self.body.iter(f"{W}t")))
        styles = _root(parts.get("styles"))
        self.styles = Styles(styles)
        self.notes = {kind: self._notes(parts.get(f"{kind}s"), kind) for kind in ("footnote", "endnote")}
        self.numbering = Numbering(_root(parts.get("numbering")), styles)
        self.out = SourceBuilder()
        self.cited: list[tuple[str, str]] = []
        self.before: list[RunWords] = []

    def source(self, media_type: str, reader: str) -> Source:
        """The source of the document."""
        for words in _stamps(self.headers):
            self.out.line(words, kind=LineKind.FURNITURE, complete=True)
        for index, block in enumerate(_blocks(self.body)):
            self._block(block, blank_before=index > 0, early=index < 6)
        for kind, number in sorted(self.cited, key=lambda cited: cited[0] == "endnote"):
            for words in self.notes[kind].get(number, ()):
                self.out.line(words, kind=LineKind.FOOTNOTE, blank_before=True, complete=True)
        return self.out.source(media_type, reader)

    def _block(self, block: Any, *, blank_before: bool = True, early: bool = False) -> None:
        if block.tag == f"{W}p":
            self._paragraph(block, blank_before=blank_before)
        elif block.tag == f"{W}tbl":
            self._table(block, early=early)
        else:
            self._held(Held("chunk", relation=block.get(f"{R}id")))

    def _paragraph(self, paragraph: Any, *, blank_before: bool, kind: LineKind = LineKind.BODY) -> None:
        words = self._words(paragraph)
        boxes = [held for held in words.held if held.kind == "box"]
        for held in boxes:
            for inner in _blocks(held.element):
                if inner.tag == f"{W}p":
                    self._paragraph(inner, blank_before=True, kind=kind)
                else:
                    self._block(inner)
        if _mark_deleted(paragraph):
            self.before.append(words)
            return
        for number, line in enumerate(words.joined(self.before)):
            if line.strip():
                self.out.line(line, kind=kind, blank_before=blank_before or number > 0, complete=True, bold=words.bold)
        self.before = []
        for held in words.held:
            if held.kind != "box":
                self._held(held)

    def _words(self, paragraph: Any, *, in_cell: bool = False) -> RunWords:
        """The words of a paragraph behind its label; in a cell a label alone is a number (`1.`) that Word draws."""
        words = RunWords(self.styles, self.convert)
        words.paragraph(paragraph)
        self.cited.extend(("footnote", number) for number in words.footnotes)
        self.cited.extend(("endnote", number) for number in words.endnotes)
        if in_cell or words.text.strip():
            words.parts.insert(0, self.numbering.label(paragraph))
        return words

    def _table(self, table: Any, *, early: bool) -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        if not rows:
            return
        columns = max(len(row) for row in rows)
        if columns <= 2 and self._is_layout(rows, early=early and len(rows) <= 6):
            for column in range(columns):
                for row in rows:
                    cell = row[column] if column < len(row) else None
                    for paragraph in _paragraphs(cell) if cell is not None else ():
                        self._paragraph(paragraph, blank_before=True, kind=LineKind.HEAD)
            return
        if all(sum(cell is not None for cell in row) <= 1 for row in rows):  # a frame around what it holds
            for cell in (cell for row in rows for cell in row if cell is not None):
                for block in _blocks(cell):
                    self._block(block)
            return
        number = self.out.new_table()
        for row, merged in zip(rows, map(_merged, _rows(table)), strict=True):
            held: list[Held] = []
            cells = [self._cell(cell, held) if cell is not None else "" for cell in row]
            if any(cells):
                self.out.row(cells, table=number, blank_before=True, merged=merged)
            for one in held:
                self._held(one)

    def _cell(self, cell: Any, held: list[Held]) -> str:
        """The words of a cell on one line; what hangs in it is put into `held`."""
        parts = []
        for paragraph in _paragraphs(cell):
            words = self._words(paragraph, in_cell=True)
            parts.append(" ".join(words.joined([])).strip())
            for one in words.held:
                if one.kind == "box":
                    parts.append(self._cell(one.element, held))
                else:
                    held.append(one)
        return " ".join(part for part in parts if part)

    @staticmethod
    def _is_layout(rows: list[list[Any]], *, early: bool) -> bool:
        """Whether a table only sets two columns side by side: the head, or the recipients and the signature."""
        lines = ["".join(p.itertext()) for row in rows for cell in row if cell is not None for p in _paragraphs(cell)]
        low = spelling.lower(spelling.view("\n".join(line.strip() for line in lines)))
        if early and HEAD.search(low) is not None:
            return True
        return len(rows) <= 3 and closes.CLOSES_TABLE.search(low) is not None

    def _notes(self, part: Any, kind: str) -> dict[str, list[str]]:
        """The lines of the footnotes or endnotes of a part, by their number."""
        root = _root(part)
        out: dict[str, list[str]] = {}
        for note in root.iter(f"{W}{kind}") if root is not None else ():
            if note.get(f"{W}type") not in (None, "normal"):
                continue
            lines = []
            for paragraph in _paragraphs(note):
                words = RunWords(self.styles, self.convert)
                words.paragraph(paragraph)
                lines.append(" ".join(words.text.split()))
            out[note.get(f"{W}id")] = [line for line in lines if line]
        return out

    # --- what hangs in the text ------------------------------------------------------------------------------------------

    def _held(self, held: Held) -> None:
        """Reads what is embedded, in its place; a note says what was not read."""
        data = self._bytes(held.relation)
        if data is None:
            if held.kind != "picture":  # a picture that is linked and not in the file has no words either
                self.out.note("object-not-read", _not_read(held))
            return
        found = embedded.read(data, picture=held.kind == "picture", depth=self.depth)
        if found.source is not None:
            self.out.include(found.source, recognised=held.kind == "picture")
        elif found.lost:
            self.out.note("picture-not-read" if held.kind == "picture" else "object-not-read", _not_read(held))

    def _bytes(self, relation: str | None) -> bytes | None:
        rel = self.relations.get(relation) if relation is not None else None
        if rel is None or rel.is_external:
            return None
        blob: bytes = rel.target_part.blob
        return blob


def _not_read(held: Held) -> str:
    names = {
        "picture": "ảnh trong tệp Word có thể có chữ mà chưa đọc được / a picture in the Word file may hold words that were not read",
        "chunk": "phần nhúng từ tệp khác chưa đọc được / a part taken over from another file was not read",
        "object": f"đối tượng nhúng ({held.program or '?'}) chưa đọc được; hãy dán thành bảng / an embedded object was not read; paste it as a table",
    }
    return names[held.kind]


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
    yield from _unwrapped(parent, (f"{W}p", f"{W}tbl", f"{W}altChunk"))


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


def _merged(row: Any) -> str:
    """The marks of the cells of a row: its own, or going on from the left or from above (`Line.merged`)."""
    out = ""
    for cell, number in ((cell, i) for i, cell in enumerate(_unwrapped(row, (f"{W}tc",)))):
        if number == 0 and (skipped := row.find(f"{W}trPr/{W}gridBefore")) is not None:
            out += "." * int(skipped.get(f"{W}val"))
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        out += "^" if merge is not None and merge.get(f"{W}val") in (None, "continue") else "."
        out += "<" * (int(span.get(f"{W}val")) - 1 if span is not None else 0)
    return out


def _paragraphs(cell: Any) -> Iterator[Any]:
    """The paragraphs of a cell, those of tables inside it included."""
    for block in _blocks(cell):
        if block.tag == f"{W}p":
            yield block
        elif block.tag == f"{W}tbl":
            for row in _rows(block):
                for inner in _cells(row):
                    if inner is not None:
                        yield from _paragraphs(inner)


# Lines of running heads that are kept as furniture: a stamp stands alone.
_MOST_STAMPS = 12


def _stamps(headers: list[Any]) -> Iterator[str]:
    """The paragraphs of running heads and feet: no part of the text, but a stamp of secrecy may stand there."""
    said: list[str] = []
    for header in headers:
        for paragraph in _root(header).iter(f"{W}p"):
            words = "".join(item.text or "" for item in paragraph.iter(f"{W}t")).strip()
            if words and words not in said:
                said.append(words)
    yield from said[:_MOST_STAMPS]


def _root(part: Any) -> Any:
    """The root element of a part; `None` where there is no part."""
    if part is None:
        return None
    element = getattr(part, "element", None)
    return element if element is not None else etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
