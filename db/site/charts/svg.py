"""Pieces of SVG: elements, scales, the signs of stances, and what a file needs that stands alone."""

from __future__ import annotations

import base64
import math
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

from markupsafe import Markup, escape

# Points of the signs of stances, some 10 across: they differ in shape where colours cannot be told apart.
_SIGNS = {
    "stricter": "M0-5.5 5 4H-5Z",
    "weaker": "M0 5.5 5-4H-5Z",
    "equal": "M-4-4H4V4H-4Z",
    "pending": "M0-4.5A4.5 4.5 0 1 1-.01-4.5Z",
    "near": "M0-4.5A4.5 4.5 0 1 1-.01-4.5Z",
    "incomparable": "M-4-4 4 4M4-4-4 4",
}


def tag(name: str, *inner: str, **attributes: str | float | None) -> Markup:
    """An element; text is escaped, `class_` is `class`, `text_anchor` is `text-anchor`, numbers are rounded."""
    given = "".join(
        f' {_attribute(key)}="{number(value) if isinstance(value, int | float) else escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    within = "".join(one if isinstance(one, Markup) else escape(one) for one in inner)
    return Markup(f"<{name}{given}>{within}</{name}>")  # noqa: S704 - every part is escaped above


@lru_cache(maxsize=64)
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def number(value: float) -> str:
    """A coordinate with one digit after the point, none where it is zero."""
    return f"{value:.1f}".removesuffix(".0")


def text(x: float, y: float, words: str, **attributes: str | float | None) -> Markup:
    """A line of words."""
    return tag("text", words, x=x, y=y, **attributes)


def group(*inner: str, **attributes: str | float | None) -> Markup:
    """Elements that belong together."""
    return tag("g", *inner, **attributes)


def sign(stance: str, x: float, y: float, scale: float = 1) -> Markup:
    """The sign of a stance at a place; empty for stances without a value."""
    points = _SIGNS.get(stance)
    if points is None:
        return Markup("")
    moved = f"translate({number(x)} {number(y)})" + (f" scale({scale:g})" if scale != 1 else "")
    return tag("path", d=points, transform=moved, class_=f"mark m-{stance}")


def mark(known: str, x: float, y: float) -> Markup:
    """The sign of a stance, small, or the words that stand for a value."""
    return sign(known, x, y, 0.8) or (text(x, y + 4, known, class_="place strong") if known else Markup(""))


def apart(
    places: Iterable[tuple[float, float, str]], width: float = 5.2, height: float = 11
) -> list[tuple[float, float, str]]:
    """The words, centred at their places, that do not cover one before them."""
    kept: list[tuple[float, float, str]] = []
    for x, y, words in places:
        if all(abs(y - at) >= height or abs(x - by) >= (len(words) + len(other)) * width / 2 for by, at, other in kept):
            kept.append((x, y, words))
    return kept


def link(address: str, label: str, *inner: str) -> Markup:
    """A link with its name, which is shown where one points as well."""
    return tag("a", tag("title", label), *inner, href=address, aria_label=label)


def ticks(low: float, high: float, many: int = 6) -> list[float]:
    """Round numbers that span two values.

    >>> ticks(0, 9.5, 5)
    [0, 2, 4, 6, 8, 10]
    >>> ticks(7, 7)
    [6.5, 7.0, 7.5]
    """
    if high <= low:
        low, high, many = low - 0.5, high + 0.5, 2
    rough = (high - low) / max(many, 1)
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * times for times in (1, 2, 2.5, 5, 10) if size * times >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [
        int(one) if (one := round(at * step, 10)) == int(one) and step >= 1 else one for at in range(first, last + 1)
    ]


class Scale:
    """From values to coordinates."""

    def __init__(self, low: float, high: float, start: float, end: float) -> None:
        self._low, self._start = low, start
        self._by = (end - start) / ((high - low) or 1)

    def __call__(self, value: float) -> float:
        return self._start + (value - self._low) * self._by


def picture(width: float, height: float, title: str, *inner: str, described: str = "", kind: str = "chart") -> Markup:
    """The whole drawing with its name; links in it can be reached by keyboard."""
    return tag(
        "svg",
        tag("title", title),
        *((tag("desc", described),) if described else ()),
        *inner,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        class_=kind,
        role="group",
        aria_label=title,
    )


def standalone(drawn: str, address: str) -> str:
    """A drawing as a file of its own: its style and fonts within, links made whole, light whatever the reader's scheme.

    Args:
        drawn: what `picture` gave.
        address: of the site, before the paths of links.
    """
    styled = str(drawn).replace("<title>", f"<style>{_style()}</style><title>", 1)
    return re.sub(r'href="/(?!/)', f'href="{escape(address)}/', styled)


@lru_cache(maxsize=1)
def _style() -> str:
    """The rules of `charts.css` with the light colours put in, which other programs need, and the fonts."""
    static = resources.files("db.site").joinpath("static")
    site, charts = (static.joinpath(name).read_text(encoding="utf-8") for name in ("kehoach.css", "charts.css"))
    tokens: dict[str, str] = {}
    for sheet in (site, charts):
        light = re.search(r"^:root \{(.*?)\}", sheet, re.S | re.M)
        tokens |= dict(re.findall(r"(--[\w-]+):\s*([^;]+);", light[1])) if light else {}
    rules = re.sub(r"var\((--[\w-]+)\)", lambda match: tokens[match[1]], charts.partition("/* drawings */")[2])
    rules = rules.partition("/* pages */")[0]
    return "\n".join([*_faces(site), rules]).replace("</", "")


def _faces(sheet: str) -> Iterable[str]:
    """The font faces of two weights with their files within."""
    static = resources.files("db.site").joinpath("static")
    for face in re.findall(r"@font-face \{[^}]*\}", sheet):
        path = re.search(r"url\(([^)]+)\)", face)
        if path and re.search(r"(?:vietnamese|latin)-(?:400|600)-", path[1]):
            data = base64.b64encode(static.joinpath(*path[1].split("/")).read_bytes()).decode()
            yield face.replace(path[1], f"data:font/woff2;base64,{data}")
