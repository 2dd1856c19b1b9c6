"""Automatic list numbers of a Word file: which label stands before a paragraph (`IV.`, `1.1.`, `a)`, `Chỉ tiêu 4:`).

Word keeps no labels in the text; it keeps lists and counts when it draws. The rules are those of ECMA-376 part 1,
17.9: a paragraph names an instance (`numId`) and a level, itself or through its style; instances of one definition
count on together unless one overrides its start.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import regex

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACEHOLDER = regex.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(slots=True)
class _Definition:
    levels: dict[int, _Level] = field(default_factory=dict)
    style_link: str | None = None


@dataclass(slots=True)
class _Instance:
    definition: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """Counts the lists of one document; `label` is called once for each paragraph, in reading order.

    Args:
        numbering: the root of `word/numbering.xml`, `None` where the file has none.
        styles: the root of `word/styles.xml`.
    """

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._definitions: dict[str, _Definition] = {}
        self._instances: dict[str, _Instance] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._used: set[str] = set()
        self._styles = (
            {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")} if styles is not None else {}
        )
        if numbering is not None:
            self._read(numbering)

    def label(self, paragraph: Any) -> str:
        """The label of a `w:p` with the space behind it; `""` where it has none."""
        place = self._place(paragraph)
        if place is None:
            return ""
        number_id, level_number = place
        instance = self._instances[number_id]
        definition = self._definition(instance)
        level = instance.levels.get(level_number) or (definition.levels.get(level_number) if definition else None)
        if level is None:
            return ""
        counters = self._advance(number_id, instance, definition, level_number, level)
        words = self._render(instance, definition, level, counters)
        if not words:
            return ""
        return words if level.suffix == "nothing" else f"{words} "

    # --- where a paragraph stands ---

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """The instance and the level of a paragraph, its own before those of its style."""
        properties = paragraph.find(f"{W}pPr")
        own = properties.find(f"{W}numPr") if properties is not None else None
        number_id, level = _number(own)
        style_id = None
        if properties is not None and (style := properties.find(f"{W}pStyle")) is not None:
            style_id = style.get(f"{W}val")
        if number_id is None and style_id is not None:
            number_id, level = self._of_style(style_id, level)
        if number_id is None or number_id not in self._instances:
            return None
        return number_id, min(level or 0, _LEVELS - 1)

    def _of_style(self, style_id: str, level: int | None) -> tuple[str | None, int | None]:
        at: str | None = style_id
        for _ in range(12):  # a chain of styles; a loop in a broken file ends here
            style = self._styles.get(at)
            if style is None:
                break
            properties = style.find(f"{W}pPr")
            number_id, own_level = _number(properties.find(f"{W}numPr") if properties is not None else None)
            if number_id is not None:
                linked = self._linked_level(number_id, style_id)
                return number_id, next((n for n in (level, own_level, linked) if n is not None), 0)
            based = style.find(f"{W}basedOn")
            at = based.get(f"{W}val") if based is not None else None
        return None, None

    def _linked_level(self, number_id: str, style_id: str) -> int | None:
        instance = self._instances.get(number_id)
        definition = self._definition(instance) if instance is not None else None
        if definition is None:
            return None
        return next((number for number, level in definition.levels.items() if level.style == style_id), None)

    # --- counting ---

    def _advance(
        self, number_id: str, instance: _Instance, definition: _Definition | None, number: int, level: _Level
    ) -> list[int | None]:
        counters = self._counters.setdefault(instance.definition, [None] * _LEVELS)
        if number_id not in self._used:
            self._used.add(number_id)
            for overridden, start in instance.starts.items():
                counters[overridden] = start - 1
        before = counters[number]
        counters[number] = level.start if before is None else before + 1
        for deeper in range(number + 1, _LEVELS):
            below = definition.levels.get(deeper) if definition is not None else None
            if below is None or below.restart is None or 0 < below.restart == number + 1:
                counters[deeper] = None
        return counters

    def _render(
        self, instance: _Instance, definition: _Definition | None, level: _Level, counters: list[int | None]
    ) -> str:
        if level.format == "none":
            return _PLACEHOLDER.sub("", level.text).strip()
        if level.format == "bullet":
            return _bullet(level.text)

        def shown(match: regex.Match[str]) -> str:
            number = int(match.group(1)) - 1
            other = instance.levels.get(number) or (definition.levels.get(number) if definition else None) or _Level()
            value = counters[number] if counters[number] is not None else other.start
            return written(value or 0, "decimal" if level.legal else other.format)

        return str(_PLACEHOLDER.sub(shown, level.text)).strip()

    # --- reading the part ---

    def _definition(self, instance: _Instance) -> _Definition | None:
        definition = self._definitions.get(instance.definition)
        if definition is not None and definition.style_link is not None:
            number_id, _ = self._of_style(definition.style_link, None) if not definition.levels else (None, None)
            target = self._instances.get(number_id or "")
            if target is not None and target.definition != instance.definition:
                return self._definitions.get(target.definition)
        return definition

    def _read(self, root: Any) -> None:
        for element in root.iter(f"{W}abstractNum"):
            link = element.find(f"{W}numStyleLink")
            self._definitions[element.get(f"{W}abstractNumId")] = _Definition(
                {int(lvl.get(f"{W}ilvl")): _level(lvl) for lvl in element.findall(f"{W}lvl")},
                link.get(f"{W}val") if link is not None else None,
            )
        for element in root.iter(f"{W}num"):
            definition = element.find(f"{W}abstractNumId")
            if definition is None:
                continue
            instance = _Instance(definition.get(f"{W}val"))
            for override in element.findall(f"{W}lvlOverride"):
                number = int(override.get(f"{W}ilvl"))
                start = _value(override, "startOverride")
                if start is not None:
                    instance.starts[number] = int(start)
                if (own := override.find(f"{W}lvl")) is not None:
                    instance.levels[number] = _level(own)
            self._instances[element.get(f"{W}numId")] = instance


def _value(element: Any, name: str) -> str | None:
    child = element.find(f"{W}{name}") if element is not None else None
    value: str | None = child.get(f"{W}val") if child is not None else None
    return value


def _number(properties: Any) -> tuple[str | None, int | None]:
    """`numId` and `ilvl` of a `w:numPr`."""
    level = _value(properties, "ilvl")
    return _value(properties, "numId"), int(level) if level is not None else None


def _level(element: Any) -> _Level:
    legal = element.find(f"{W}isLgl")
    restart = _value(element, "lvlRestart")
    return _Level(
        start=int(_value(element, "start") or 1),
        format=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText") or "",
        suffix=_value(element, "suff") or "tab",
        legal=legal is not None and legal.get(f"{W}val") not in ("0", "false"),
        restart=int(restart) if restart is not None else None,
        style=_value(element, "pStyle"),
    )


def _bullet(sign: str) -> str:
    """The sign of a bullet as people type it; signs of symbol fonts are dashes, a hollow ring the second level's plus."""
    if sign in ("-", "+", "*"):
        return sign
    return "+" if sign == "o" else "-"


_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
          (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def written(value: int, form: str) -> str:
    """A count as its list writes it."""
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value > 0 else ""
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman"):
        out = ""
        for size, sign in _ROMAN:
            while value >= size:
                out, value = out + sign, value - size
        return out if form == "lowerRoman" else out.upper()
    return f"{value:02d}" if form == "decimalZero" else str(value)
