"""The words of a paragraph of a Word file: what its runs, equations and symbols say, without what is not part of the text.

Deletions, hidden and struck-out words are left out, and so are raised digits that call a footnote; signs of symbol fonts become
Unicode, words in a font of before Unicode are converted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import regex

from extract.readers import legacy, symbolfonts
from extract.readers.word.numbering import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_LEFT_OUT = frozenset(
    (f"{W}del", f"{W}moveFrom", f"{W}delText", f"{W}instrText", f"{W}pPr", f"{W}rPr", f"{_MC}Fallback", f"{W}comment")
)
# Raised figures, letters or stars that call a note; `m²` and `km²` are units.
_MARK = regex.compile(r"[\s(\[]*(?:\d{1,3}|\*{1,3}|[a-z])(?:\s*,\s*\d{1,3})*[\s)\]]*")
_UNIT = regex.compile(r"(?:^|[^\p{L}])(?:[kcdm]?m|ha|10)$")
_POWER = frozenset("23")


@dataclass(slots=True)
class Styles:
    """The styles of a document: what runs and paragraphs inherit of fonts and toggles."""

    root: Any = None
    _by_id: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.root is not None:
            self._by_id = {style.get(f"{W}styleId"): style for style in self.root.iter(f"{W}style")}

    def properties(self, style_id: str | None) -> Iterator[Any]:
        """The run properties of a style and of those that it is based on, nearest first."""
        for _ in range(8):  # a chain of styles; a loop in a broken file ends here
            style = self._by_id.get(style_id) if style_id is not None else None
            if style is None:
                return
            own = style.find(f"{W}rPr")
            if own is not None:
                yield own
            based = style.find(f"{W}basedOn")
            style_id = based.get(f"{W}val") if based is not None else None


@dataclass(slots=True)
class Held:
    """Something that hangs in a paragraph and is no text: `kind` is `picture`, `object`, `box` or `chunk`."""

    kind: str
    element: Any = None
    relation: str | None = None
    program: str = ""


class RunWords:
    """The words of one paragraph: text, line breaks, the notes it cites, what hangs on it.

    Args:
        styles: those of the document.
        convert: what makes Unicode of a document that is in an old encoding as a whole.
    """

    def __init__(self, styles: Styles, convert: legacy.Convert | None) -> None:
        self.styles = styles
        self.convert = convert
        self.parts: list[str] = []
        self.footnotes: list[str] = []
        self.endnotes: list[str] = []
        self.held: list[Held] = []
        self._bold = 0
        self._plain = 0
        self._old: legacy.Convert | None = None
        self._font: str | None = None

    @property
    def bold(self) -> bool:
        return self._bold > 0 and self._plain == 0

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def joined(self, before: list[RunWords]) -> list[str]:
        """The lines of the paragraph, after those whose paragraph mark was deleted."""
        return "".join([*(part for words in before for part in words.parts), *self.parts]).split("\n")

    def paragraph(self, paragraph: Any) -> None:
        """Adds the words of a paragraph."""
        if self.convert is None:
            self._font = _inherited_font(paragraph, self.styles)
            self._old = _old_font(paragraph, self._font)
        self.add(paragraph)

    def add(self, element: Any) -> None:
        """Adds what an element holds, in order."""
        for child in element:
            tag = child.tag
            if tag in _LEFT_OUT or not isinstance(tag, str):
                continue
            if tag == f"{W}r":
                self._run(child)
            elif tag == f"{W}txbxContent":
                self.held.append(Held("box", child))
            elif tag in (f"{_M}oMath", f"{_M}oMathPara"):
                self.parts.append(_equation(child))
                self._plain += 1
            elif tag == f"{_A}blip":
                self.held.append(Held("picture", relation=child.get(f"{R}embed")))
            elif tag == f"{W}object":
                self._object(child)
            elif tag == f"{_V}imagedata":
                self.held.append(Held("picture", relation=child.get(f"{R}id")))
            else:
                self.add(child)

    def _object(self, element: Any) -> None:
        """An embedded object; its picture shows what the object holds, and is not read beside it."""
        ole = next(element.iter(f"{_O}OLEObject"), None)
        if ole is None:
            self.add(element)
            return
        self.held.append(Held("object", relation=ole.get(f"{R}id"), program=ole.get("ProgID") or ""))

    def _run(self, run: Any) -> None:
        look = _Look(run.find(f"{W}rPr"), self.styles)
        if look.unseen:
            return
        before = len(self.parts)
        for child in run:
            tag = child.tag
            if tag in _LEFT_OUT or not isinstance(tag, str):
                continue
            if tag == f"{W}t":
                self._text(child.text or "", look)
            elif tag in (f"{W}tab", f"{W}ptab"):
                self.parts.append("\t")
            elif tag == f"{W}cr" or (tag == f"{W}br" and child.get(f"{W}type") in (None, "textWrapping")):
                self.parts.append("\n")
            elif tag == f"{W}noBreakHyphen":
                self.parts.append("-")
            elif tag == f"{W}sym":
                self.parts.append(symbolfonts.sign(_code(child.get(f"{W}char")), child.get(f"{W}font") or ""))
            elif tag == f"{W}footnoteReference":
                self.footnotes.append(child.get(f"{W}id"))
            elif tag == f"{W}endnoteReference":
                self.endnotes.append(child.get(f"{W}id"))
            elif tag == f"{W}object":
                self._object(child)
            else:
                self.add(child)
        if "".join(self.parts[before:]).strip():
            if look.on("b"):
                self._bold += 1
            else:
                self._plain += 1

    def _text(self, words: str, look: _Look) -> None:
        if look.raised and _MARK.fullmatch(words) is not None and not self._is_power(words):
            return
        words = symbolfonts.in_unicode(words, look.font or "Symbol")
        font = look.font or self._font
        convert = self.convert or (self._old if font is not None and legacy.OLD_FONT.search(font) is not None else None)
        if convert is not None:
            words = convert(words)
            if font is not None and legacy.CAPITALS_FONT.search(font) is not None:
                words = words.upper()
        self.parts.append(words)

    def _is_power(self, words: str) -> bool:
        return words.strip() in _POWER and _UNIT.search("".join(self.parts[-3:])[-8:]) is not None


class _Look:
    """How a run is set: its own properties before those of its character style."""

    def __init__(self, own: Any, styles: Styles) -> None:
        self._own = own
        self._styles = styles

    @cached_property
    def _chain(self) -> list[Any]:
        if self._own is None:
            return []
        style = self._own.find(f"{W}rStyle")
        inherited = self._styles.properties(style.get(f"{W}val")) if style is not None else ()
        return [self._own, *inherited]

    def _value(self, name: str, attribute: str = f"{W}val") -> tuple[bool, str | None]:
        for properties in self._chain:
            found = properties.find(f"{W}{name}")
            if found is not None:
                return True, found.get(attribute)
        return False, None

    def on(self, name: str) -> bool:
        """Whether a toggle is set."""
        there, value = self._value(name)
        return there and value not in ("0", "false", "none")

    @property
    def unseen(self) -> bool:
        return bool(self._chain) and (self.on("vanish") or self.on("strike") or self.on("dstrike"))

    @property
    def raised(self) -> bool:
        if not self._chain:
            return False
        if self._value("vertAlign")[1] == "superscript":
            return True
        position = self._value("position")[1]
        return position is not None and position.lstrip("-").isdigit() and int(position) > 0

    @cached_property
    def font(self) -> str | None:
        return self._value("rFonts", f"{W}ascii")[1] if self._chain else None


def _inherited_font(paragraph: Any, styles: Styles) -> str | None:
    """The font of a paragraph's style."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    inherited = styles.properties(style.get(f"{W}val")) if style is not None else iter(())
    return next((found for found in map(_font_of, inherited) if found is not None), None)


def _old_font(paragraph: Any, inherited: str | None) -> legacy.Convert | None:
    """What makes Unicode of a paragraph's runs in a font of before Unicode; `None` where none is or their words are Unicode."""
    words: dict[str, list[str]] = {}
    for run in paragraph.iter(f"{W}r"):
        font = _font_of(run.find(f"{W}rPr")) or inherited
        if font is not None and legacy.OLD_FONT.search(font) is not None:
            words.setdefault(font, []).extend(item.text or "" for item in run.iter(f"{W}t"))
    if not words:
        return None
    font = max(words, key=lambda name: sum(map(len, words[name])))
    return legacy.of_font(font, "".join("".join(parts) for parts in words.values()))


def _font_of(properties: Any) -> str | None:
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    name: str | None = fonts.get(f"{W}ascii") if fonts is not None else None
    return name


def _code(char: str | None) -> int:
    try:
        return int(char or "", 16)
    except ValueError:
        return 0xB7


def _equation(element: Any) -> str:
    """An equation on one line: fractions with a slash, powers and indices behind their base."""
    tag = element.tag
    if tag == f"{_M}t":
        return str(element.text or "")
    if tag == f"{_M}f":
        over, under = element.find(f"{_M}num"), element.find(f"{_M}den")
        return "/".join(_equation(part) for part in (over, under) if part is not None)
    if tag == f"{W}t":
        return str(element.text or "")
    if tag == f"{W}sym":
        return symbolfonts.sign(_code(element.get(f"{W}char")), element.get(f"{W}font") or "")
    if not isinstance(tag, str) or tag in _LEFT_OUT or tag.endswith("Pr"):
        return ""
    return "".join(_equation(child) for child in element)
