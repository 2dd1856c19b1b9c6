"""Delimited text (CSV): lines of one number of fields, parted by commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from extract.errors import DamagedFile
from extract.readers.assembly import SourceBuilder
from extract.readers.sheet.xlsx import put_table
from extract.source import Source

MEDIA_TYPE = "text/csv"
_DELIMITERS = ";\t,"
_SAMPLE = 50
_LEAST_FIELDS = 3
_LEAST_ROWS = 3


def delimiter(text: str) -> str | None:
    """What parts the fields of a text; `None` where its lines are no rows.

    Most lines have one number of fields, three at least, and none is a sentence: words with a comma here and there do not
    agree so.
    """
    sample = [line for line in text.splitlines()[: _SAMPLE * 2] if line.strip()][:_SAMPLE]
    if len(sample) < _LEAST_ROWS:
        return None
    for sign in _DELIMITERS:
        if sum(sign in line for line in sample) < 0.8 * len(sample):
            continue
        try:
            widths = [len(row) for row in csv.reader(io.StringIO("\n".join(sample)), delimiter=sign) if row]
        except csv.Error:
            continue
        common = max(set(widths), key=widths.count)
        if common >= _LEAST_FIELDS and len(widths) >= _LEAST_ROWS and widths.count(common) >= 0.8 * len(widths):
            return sign
    return None


def read(data: bytes) -> Source:
    """The source of delimited text.

    Raises:
        DamagedFile: its fields cannot be told apart.
        ResultsForm: it is a form of `kehoach results template`.
    """
    from extract.readers import plain

    text = plain.decode(data) or ""
    sign = delimiter(text)
    if sign is None:
        raise DamagedFile("không tách được các cột của tệp CSV / the fields of the CSV file cannot be told apart")
    rows: list[Sequence[str]] = []
    try:
        rows.extend([" ".join(field.split()) for field in row] for row in csv.reader(io.StringIO(text), delimiter=sign))
    except csv.Error as error:
        raise DamagedFile(f"tệp CSV bị hỏng ({error}) / a damaged CSV file") from error
    out = SourceBuilder()
    put_table(out, rows)
    return out.source(MEDIA_TYPE, "csv")
