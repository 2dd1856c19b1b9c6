"""What may not be spread: documents that are state secrets are refused, children whom a text names are pointed out.

Luật Bảo vệ bí mật nhà nước 2018, điều 8 (the stamps MẬT, TỐI MẬT, TUYỆT MẬT); Luật Trẻ em 2016, điều 21 (private life of children).
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.errors import ClassifiedFile
from extract.records import PlanWarning
from extract.source import Source
from extract.structure.text import Text
from extract.vocabulary import Genre
from patterns import documents, headings, heads, persons
from patterns.headings import LabelKind

# Lines of a file among which the stamp stands: above the title or beside it.
_LOOKED_AT = 40
_SECTIONS = (LabelKind.PART, LabelKind.CHAPTER, LabelKind.ROMAN, LabelKind.ARTICLE, LabelKind.DECIMAL)


def refuse_secrets(source: Source) -> None:
    """Lets a source through that bears no stamp of secrecy in its head.

    Raises:
        ClassifiedFile: it bears one; the message holds nothing of its text.
    """
    if any(heads.SECRET.fullmatch(line) is not None for line in _head(source)):
        raise ClassifiedFile(
            "văn bản có dấu mật, không được đọc và không được lưu; xử lý theo quy định về bí mật nhà nước / "
            "the document is stamped secret: it is neither read nor kept"
        )


def _head(source: Source) -> Iterator[str]:
    """The first lines of a source, cells apart, down to the first heading or grounds."""
    seen = 0
    for line in source.lines:
        spans = line.cells or ((line.start, line.end),)
        pieces = [source.raw[start:end].strip(" *#|") for start, end in spans]
        pieces = [part.strip(" *") for piece in pieces for part in piece.split("\n") if part.strip(" *")]
        if not pieces:
            continue
        seen += 1
        label = headings.label(pieces[0])
        opens = documents.OPENING.match(pieces[0].lower()) is not None and len(pieces[0]) > 60
        if seen > _LOOKED_AT or opens or (label is not None and label.kind in _SECTIONS):
            return
        yield from pieces


def named_children(text: Text, genre: Genre) -> list[PlanWarning]:
    """A warning at each place that names a child; the name stays out of the message. Plans are looked at where they speak of a case."""
    words = persons.WORDS if genre in ("report", "letter", "other") else persons.OF_A_CASE
    if not any(word in text.lower for word in words):
        return []
    found = []
    for match in persons.CHILD.finditer(text.view):
        start, end = match.span("name") if match["name"] is not None else match.span("other")
        found.append(
            PlanWarning(
                code="child-named",
                message="có thể nêu tên trẻ em; kiểm tra trước khi chia sẻ / a child may be named here; check before sharing",
                start=start,
                end=end,
            )
        )
    return found
