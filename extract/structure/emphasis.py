"""Emphasis of Markdown over lines: which words are bold, and which marks open in one line and close in a later one."""

from __future__ import annotations

import regex

from extract.structure.cleaning import HEADING_MARK

# Runs of stars; not the mark of a list, not one between brackets (`(*)`: see the note) or between spaces.
_RUN = regex.compile(r"(?<![(\\*])\*{1,4}(?![*)])")
_LIST_MARK = regex.compile(r"\s*\*(?=\s)")


class Marks:
    """Follows the marks of emphasis from line to line."""

    def __init__(self) -> None:
        self._strong = self._weak = False

    def read(self, raw: str, *, fresh: bool) -> tuple[bool, bool, bool]:
        """Whether a line is set as a heading (`#`, or bold throughout), leaves emphasis open, and found some open before it.

        In a `fresh` line (a blank one above it, a label) marks from above that it does not close were a slip and are forgotten.
        """
        begin = listed.end() if (listed := _LIST_MARK.match(raw)) is not None else 0
        runs = list(_RUN.finditer(raw, begin))
        if fresh and (self._strong or self._weak):
            strong = sum(len(run[0]) in (2, 3) for run in runs) % 2
            weak = sum(len(run[0]) in (1, 3) for run in runs) % 2
            self._strong, self._weak = self._strong and bool(strong), self._weak and bool(weak)
        before = self._strong or self._weak
        at, bold, light = begin, 0, 0
        for run in runs:
            bold, light = self._count(raw[at : run.start()], bold, light)
            self._strong ^= len(run[0]) in (2, 3)
            self._weak ^= len(run[0]) in (1, 3)
            at = run.end()
        bold, light = self._count(raw[at:], bold, light)
        return HEADING_MARK.match(raw) is not None or (bold > 0 and light == 0), self._strong or self._weak, before

    def _count(self, words: str, bold: int, light: int) -> tuple[int, int]:
        letters = sum(map(str.isalnum, words))
        return (bold + letters, light) if self._strong else (bold, light + letters)
