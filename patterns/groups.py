"""Subpopulations that split a measure: the names that offices give to the same group."""

from __future__ import annotations

import regex

# Canonical name → what else it is called, in lower case.
_NAMES = {
    "thành thị": r"thành thị|nội thành|nội thị|đô thị|thành phố|các phường|phường|khu vực (?:thành thị|đô thị|nội thành)|vùng đô thị",
    "nông thôn": r"nông thôn|ngoại thành|ngoại thị|các xã|xã|khu vực (?:nông thôn|ngoại thành)|vùng nông thôn",
    "nam": r"nam|nam giới|trẻ em nam|trẻ em trai|em trai|trẻ trai|học sinh nam",
    "nữ": r"nữ|nữ giới|trẻ em nữ|trẻ em gái|em gái|trẻ gái|học sinh nữ",
    "miền núi": r"miền núi|vùng cao|vùng núi|khu vực miền núi|vùng miền núi",
    "đồng bằng": r"đồng bằng|vùng đồng bằng|khu vực đồng bằng",
    "dân tộc thiểu số": r"(?:vùng |trẻ em |người )?(?:đồng bào )?dân tộc thiểu số(?: và miền núi)?|vùng dtts|dtts",
}
_PATTERNS = {name: regex.compile(rf"(?:ở |tại |đối với )?(?:{words})") for name, words in _NAMES.items()}


def canonical(group: str | None) -> str | None:
    """The common name of a group; a group that has none keeps its own words.

    >>> canonical("ở nội thành")
    'thành thị'
    """
    if group is None:
        return None
    words = " ".join(group.lower().split())
    return next((name for name, pattern in _PATTERNS.items() if pattern.fullmatch(words)), words)


def named(words: str) -> str | None:
    """The group that words (in lower case) name and nothing else, as they name it; `None` where they say more.

    >>> named("- khu vực nông thôn"), named("trẻ em được khai sinh")
    ('khu vực nông thôn', None)
    """
    bare = words.strip(" -–+•*:;.,()")
    return bare if any(pattern.fullmatch(bare) for pattern in _PATTERNS.values()) else None


_IN_BRACKETS = regex.compile(r"\(([^()]+)\)")


def in_brackets(words: str) -> str | None:
    """The group that stands in brackets: `% (nông thôn)`."""
    return next((group for match in _IN_BRACKETS.finditer(words) if (group := named(match[1])) is not None), None)
