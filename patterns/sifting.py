"""Patterns that are looked for in whole texts, and what every match of them holds.

A search with `re` for what begins with one letter costs a tenth of one for a pattern that may begin anywhere: a pattern is tried on the lines
that have what it needs. A match lies within one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex


@dataclass(frozen=True, slots=True)
class Sifted:
    """A pattern, and what the line of each of its matches has one of.

    >>> with_number = Sifted(regex.compile("[Xx]ã có [0-9]+"), (re.compile("có [0-9]"),))
    >>> [match.group() for match in with_number.finditer("Xã có 5 thôn\\nXã A\\nxã có 7 ấp, xã có 8 ấp")]
    ['Xã có 5', 'xã có 7', 'xã có 8']
    """

    pattern: regex.Pattern[str]
    needs: tuple[re.Pattern[str], ...]

    def search(self, words: str) -> regex.Match[str] | None:
        """The first match in a few words."""
        return self.pattern.search(words)

    def finditer(self, text: str) -> Iterator[regex.Match[str]]:
        """The matches in a text, in their order."""
        for start in sorted({text.rfind("\n", 0, at) + 1 for at in self._places(text)}):
            end = text.find("\n", start)
            yield from self.pattern.finditer(text, start, end if end >= 0 else len(text))

    def _places(self, text: str) -> Iterator[int]:
        for needed in self.needs:
            for match in needed.finditer(text):
                yield match.start()
