"""Readers: bytes of a file → `Source`. One module a format, one signature, chosen by content.

A reader is a function `read(data: bytes) -> Source`, registered in `READERS` under the media type that `sniff` gives.
Modules are imported when their format first occurs, so that reading text never loads the PDF libraries.
"""

from __future__ import annotations
