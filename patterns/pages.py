"""Numbers of pages, which readers leave out."""

from __future__ import annotations

import regex

# A number alone, or between dashes; behind one dash it is the rest of a span of years (`2021` / `- 2030`).
PAGE_NUMBER_OF_TEXT = regex.compile(
    r"(?:[-–—]\s*\d{1,4}\s*[-–—]|\d{1,3})|(?:[Tt]rang|[Pp]age)\s+\d{1,4}(?:\s*/\s*\d{1,4})?"
    # what programs write between two pages, between marks: `--- PAGE BREAK ---`, `=== Trang 3/10 ===`, `<!-- page 3 -->`
    r"|(?:[-–—=_*#~]{2,}|<!--|\[|\{)\s*(?i:page[ -]?break|ngắt trang|(?:hết |end of )?(?:trang|page)(?: số)?\s*:?\s*\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?)\s*(?:[-–—=_*#~]{2,}|-->|\]|\})"
)

# The number of a page, alone on its line.
PAGE_NUMBER = regex.compile(r"[-–—\s]*(?:trang|page)?\s*\d{1,4}(?:\s*[/|]\s*\d{1,4})?[-–—\s]*", regex.IGNORECASE)
