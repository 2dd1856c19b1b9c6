"""What stands on a web page as its reader sees it: entities as characters, lines with the spaces that do not break, paragraphs of `<pre>`."""

from __future__ import annotations

import html

import regex

_SPACES = regex.compile(r"[ \t\r\f\v\u00a0]+")
_BREAKING = " \t\r\f\v"
_BREAKING_SPACES = regex.compile(rf"[{_BREAKING}]+")
# A gap inside a line, or one before it that no first line is set in by.
_GAP = regex.compile(r"\S\u00a0{2,}\S|^\u00a0{12,}")
# A character that was written as an entity twice, so that the page shows `&lt;` for `<`.
_ENTITY = regex.compile(r"&(?:#\d{2,7}|#[xX][\da-fA-F]{2,6}|[A-Za-z]{2,8}\d?);")


def unescaped(words: str) -> str:
    """Words as they were meant: entities that the page itself shows are their characters."""
    for _ in range(2):
        if "&" not in words or _ENTITY.search(words) is None:
            return words
        words = _ENTITY.sub(lambda match: html.unescape(match[0]), words)
    return words


def lines(words: str) -> list[str]:
    """The lines of a paragraph; spaces that do not break are seen, as many as there are."""
    said = (_SPACES.sub(_seen, line.strip(_BREAKING)).rstrip() for line in words.split("\n"))
    return [line if _GAP.search(line) is not None else line.strip() for line in said if line.strip()]


def _seen(match: regex.Match[str]) -> str:
    spaces = _BREAKING_SPACES.sub(" ", match[0])
    return "\u00a0" * len(spaces) if len(spaces) > 1 and "\u00a0" in spaces else " "


def paragraphs(words: str) -> list[list[str]]:
    """The paragraphs of words that stand as they were typed: lines between blank ones."""
    out: list[list[str]] = [[]]
    for line in words.split("\n"):
        if line.strip():
            out[-1].append(line.rstrip())
        elif out[-1]:
            out.append([])
    return out
